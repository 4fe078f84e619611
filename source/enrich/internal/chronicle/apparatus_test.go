package chronicle

import (
	"strings"
	"testing"

	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// TestApparatus reads works cited, visits to pages and marks of notes, which are no events of the article.
func TestApparatus(t *testing.T) {
	for _, c := range []struct{ lang, heading, want string }{
		{"en", "References", ""}, {"en", "## Further reading", ""}, {"en", "Reading", "1911"},
		{"de", "Literatur", ""}, {"de", "Das Werk", "1911"}, {"fr", "Bibliographie", ""}, {"fr", "La ville", "1911"},
	} {
		body := map[string]string{"en": "The dam broke in 1911.", "de": "Der Damm brach 1911.", "fr": "La ville acheta le pont en 1911."}[c.lang]
		text := c.heading + "\n\n" + body
		at := len(c.heading)
		var got []string
		for _, e := range Entries(text, c.lang, []Block{{End: at, Heading: true}, {Start: at + 2, End: len(text)}}, temporal.Find(text, c.lang, temporal.Options{}), Options{}) {
			got = append(got, e.EDTF)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.lang, c.heading, got, c.want)
		}
	}
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The archive was accessed on 6 May 2015.", ""},
		{"en", "The archive was burned on 6 May 1915.", "1915-05-06: The archive was burned."},
		{"en", "The spire fell in 1902.[4]", "1902: The spire fell."},
		{"en", "The spire [of oak] fell in 1902.", "1902: The spire [of oak] fell."},
		// The more exact date wins.
		{"en", "The viaduct was opened in 1932. On 4 May 1932 the viaduct was opened by the king.", "1932-05-04: The viaduct was opened by the king."},
		{"en", "On 4 May 1932 the viaduct was opened by the king. The viaduct was opened in 1932.", "1932-05-04: The viaduct was opened by the king."},
		{"en", "The viaduct was opened in 1932. On 4 May 1932 the viaduct was closed by the king.", "1932: The viaduct was opened. 1932-05-04: The viaduct was closed by the king."},
		// What took place is what happens, not where.
		{"en", "Adam Lowe carved the doors for the opening of the hall, which took place on 4 May 1902.", "1902-05-04: The opening of the hall took place."},
		{"en", "Adam Lowe carved the doors of the hall, which was burned on 4 May 1902.", "1902-05-04: The hall was burned."},
		{"en", "Adam Lowe carved the doors of the hall, which took place on 4 May 1902.", "1902-05-04: Adam Lowe carved the doors of the hall, which took place on 4 May 1902."},
		// A comma inside the name of a place.
		{"en", "The failure of dams in Henan Province, China caused floods in 1975.", "1975: The failure of dams in Henan Province, China caused floods."},
		{"en", "After the failure of dams in Henan, China built walls in 1975.", "1975: China built walls."},
		// What was chosen may be meant, and the son has his father's surname.
		{"en", "The Herald chose the novel. It won a prize in 1951.", ""},
		{"en", "The Herald moved to Hull. It won a prize in 1951.", "1951: The Herald won a prize."},
		{"en", "Adam Lowe was a clerk. Their son, Adam Paul Lowe, was born in 1951.", "1951: Adam Paul Lowe was born."},
		{"en", "Ada Reed was a clerk in 1950. Paul Hill was born in the same year on 7 August.", "1950-08-07: Paul Hill was born."},
		{"en", "Ada Reed was a clerk in 1950. Paul Hill sang in the same hall on 7 August 1951.", "1951-08-07: Paul Hill sang in the same hall."},
		{"en", "Adam Lowe was a clerk. His friend, Adam Lowe, died in 1951.", "1951: Adam Lowe died."},
	} {
		if got := told(c.text, c.lang); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.lang, c.text, got, c.want)
		}
	}
}
