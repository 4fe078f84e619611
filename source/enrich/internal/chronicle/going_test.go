package chronicle

import "testing"

// TestGoing reads an "it" behind the verb that means what the sentence before was about, and one that need not.
func TestGoing(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The mill was old. The Danes burned it in 1118.", "1118: The Danes burned the mill."},
		{"The mill was old. Bishop Teodor bought it in 1118.", "1118: Bishop Teodor bought the mill."},
		{"The mill was old. In 1870, E. Parsons bought it.", "1870: E. Parsons bought the mill."},
		{"The mill was built by Adam Lowe. Tom Reed changed it to a hotel in 1893.", "1893: Tom Reed changed the mill to a hotel."},
		{"The mill was built in 1853. The Danes took it in 1895. The Franks burned it in 1902. It was rebuilt in 1905.", "1853: The mill was built. 1895: The Danes took the mill. 1902: The Franks burned the mill. 1905: The mill was rebuilt."},
		{"The mill was built in 1853. The Danes took it in 1895. The Franks burned a church in 1902. It was rebuilt in 1905.", "1853: The mill was built. 1895: The Danes took the mill. 1902: The Franks burned a church. 1905: The church was rebuilt."},
		{"The bridge crossed the river. The mayor closed it in 1963.", ""},
		{"The bridge was old. The council bought a tram in 1961, and the mayor opened it in 1963.", "1961: The council bought a tram."},
		{"The keeper was old. The Danes burned it in 1118.", ""},
		{"The mills were old. The Danes burned it in 1118.", ""},
		{"The mill was old. The fire near it burned it in 1118.", ""},
		// The one whom the sentence before named besides its subject.
		{"Ada Reed never married. She left the mill to Paul Lowe. He built a quay in 1899.", "1899: Paul Lowe built a quay."},
		{"Ada Reed never married. She left the mill to Paul Lowe and Tom Munro. He built a quay in 1899.", ""},
	} {
		if got := told(c.text, "en"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
