package finish

import (
	"bytes"
	"testing"

	"github.com/quirepress/quire/formats/epub/internal/pack"
	"github.com/quirepress/quire/formats/epub/internal/xhtml"
	"github.com/quirepress/quire/source/document"
)

func TestIdentifier(t *testing.T) {
	for _, c := range []struct {
		id   document.Identifier
		want string
	}{
		{document.Identifier{Scheme: "uuid", Value: "0c3fd2fc-0f47-5d5a-9d36-3e5a3c4f1a11"}, "urn:uuid:0c3fd2fc-0f47-5d5a-9d36-3e5a3c4f1a11"},
		{document.Identifier{Scheme: "uuid", Value: "urn:uuid:0c3fd2fc-0f47-5d5a-9d36-3e5a3c4f1a11"}, "urn:uuid:0c3fd2fc-0f47-5d5a-9d36-3e5a3c4f1a11"},
		{document.Identifier{Scheme: "isbn", Value: "978-3-16-148410-0"}, "urn:isbn:978-3-16-148410-0"},
		{document.Identifier{Scheme: "doi", Value: "https://doi.org/10.1000/182"}, "doi:10.1000/182"},
		{document.Identifier{Scheme: "uri", Value: "https://example.org/"}, "https://example.org/"},
	} {
		p := Publication{Metadata: &document.Metadata{Identifiers: []document.Identifier{c.id}}}
		if got := p.identifier(); got != c.want {
			t.Errorf("%v: got %s, want %s", c.id, got, c.want)
		}
	}
	// A corrected edition is the same book; another title is another one.
	one := Publication{Metadata: &document.Metadata{Title: "A", Date: "1999", Modified: "2020-01-01T00:00:00Z"}}
	two := Publication{Metadata: &document.Metadata{Title: "A", Date: "2001"}}
	three := Publication{Metadata: &document.Metadata{Title: "B"}}
	if one.identifier() != two.identifier() || one.identifier() == three.identifier() {
		t.Error("the identifier is not made from the title")
	}
}

func TestModified(t *testing.T) {
	for _, c := range []struct{ modified, date, want string }{
		{"2026-11-23T12:00:00Z", "1999", "2026-11-23T12:00:00Z"},
		{"2026-11-23T12:00:00+02:00", "", "2026-11-23T10:00:00Z"},
		{"", "1999-06", "1999-06-01T00:00:00Z"},
		{"never", "yesterday", "2000-01-01T00:00:00Z"},
	} {
		p := Publication{Metadata: &document.Metadata{Modified: c.modified, Date: c.date}}
		if got := p.modified(); got != c.want {
			t.Errorf("%q, %q: got %s, want %s", c.modified, c.date, got, c.want)
		}
	}
}

func TestFileAs(t *testing.T) {
	for _, c := range [][3]string{{"The War", "en", "War, The"}, {"The War", "de", "The War"}, {"Die Brücke", "de-AT", "Brücke, Die"}, {"The", "en", "The"}, {"", "en", ""}} {
		if got := fileAs(c[0], c[1]); got != c[2] {
			t.Errorf("%q in %s: got %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestSortName(t *testing.T) {
	for name, want := range map[string]string{
		"Ana Bell":              "Bell, Ana",
		"  Ana  M. Bell ":       "Bell, Ana M.",
		"Ludwig van Beethoven":  "Beethoven, Ludwig van",
		"Otto von Bismarck":     "Bismarck, Otto von",
		"Simone de Beauvoir":    "Beauvoir, Simone de",
		"Daphne Du Maurier":     "Du Maurier, Daphne",
		"Jean-Luc O’Neill":      "O’Neill, Jean-Luc",
		"Martin Luther King Jr": "King, Martin Luther, Jr",
		"Plato":                 "",
		"The editors":           "",
		"The Beatles":           "",
		"editors of the book":   "",
		"Oxford University":     "",
		"UNESCO Institute":      "",
		"Лев Толстой":           "",
		"毛 泽东":                  "",
		"Ana Bell, 3rd":         "",
		"Ana & Carl Dorn":       "",
		"":                      "",
	} {
		if got := sortName(name, "en"); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

// A container that lacks what the book says it holds is an error.
func TestMissingFile(t *testing.T) {
	packed, err := pack.Pack(pack.Publication{Sections: []pack.Section{{Name: "a.xhtml", Body: "<p/>"}}})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	p := Publication{Book: &xhtml.Book{Chapters: []xhtml.Chapter{{Name: "b.xhtml"}}}, Metadata: &document.Metadata{}, Stylesheet: "s.css"}
	if err := Write(t.Context(), &b, packed, p); err == nil {
		t.Error("the missing file was not missed")
	}
	if err := Write(t.Context(), &b, []byte("x"), p); err == nil {
		t.Error("what is no archive was read")
	}
}
