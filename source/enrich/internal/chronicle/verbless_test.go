package chronicle

import "testing"

// TestVerbless reads clauses whose subject a verbless clause or a participle parts from the verb, a stressed verb, and a name that
// begins in quotation marks.
func TestVerbless(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The University of Hull, once affiliated with York, gained its freedom in 1966.", "1966: The University of Hull gained its freedom."},
		{"The University of Hull, founded by Adam Lowe, gained independence in 1966.", "1966: The University of Hull gained independence."},
		{"The king, while on his way to York, burned the mill in 1966.", "1966: The king burned the mill."},
		{"In 1966 the king, while on his way to York, burned the mill.", "1966: The king burned the mill."},
		{"The king, once loved by the Danes in 1966, burned the mill.", ""},
		{"The mill, once famous for its flour, was a ruin in 1966.", ""},
		{"The king, then at war, knew York in 1966.", ""},
		{"Mary Lowe did return in November 1836.", "1836-11: Mary Lowe did return."},
		{"Mary Lowe did marry Paul Reed in November 1836.", "1836-11: Mary Lowe did marry Paul Reed."},
		{"Mary Lowe did not return in November 1836.", ""},
		{"Mary Lowe did research in November 1836.", ""},
		{"Mary Lowe did so in November 1836.", ""},
		{"Adam Lowe was deaf. “Willie” Lowe was born on December 21, 1850, and died in 1862.", "1850-12-21: “Willie” Lowe was born. 1862: “Willie” Lowe died."},
		{"“Yes” they heard on December 21, 1850.", ""},
	} {
		if got := told(c.text, "en"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
