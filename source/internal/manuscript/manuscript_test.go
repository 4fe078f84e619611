package manuscript

import (
	"testing"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

func TestLines(t *testing.T) {
	l := NewLines("a.md", []byte("one\nzwölf\n\nend"))
	for _, c := range []struct{ offset, line, column int }{
		{0, 1, 1}, {3, 1, 4}, {4, 2, 1}, {8, 2, 5}, {10, 2, 7}, {11, 3, 1}, {12, 4, 1}, {15, 4, 4}, {99, 4, 4}, {-1, 1, 1},
	} {
		p := l.At(c.offset)
		if p.Line != c.line || p.Column != c.column || p.File != "a.md" {
			t.Errorf("At(%d) = %v, want %d:%d", c.offset, p, c.line, c.column)
		}
		if c.offset >= 0 && c.offset < 20 && l.Offset(p.Line, p.Column) != c.offset {
			t.Errorf("Offset(%d, %d) = %d, want %d", p.Line, p.Column, l.Offset(p.Line, p.Column), c.offset)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                         "plain",
		"a\x00b\x1bc":                   "abc",
		"tab\tand\nline":                "tab\tand\nline",
		"bad\xffbyte":                   "bad\ufffdbyte",
		"\u0085\ufffe\ufdd0x\U0001ffff": "x",
	} {
		if got := Clean(in); got != want || !document.ValidText(got) {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func heading(level int, text string) *document.Heading {
	return &document.Heading{Level: level, Content: document.Plain(text)}
}

func outline(blocks []document.Block) string {
	s := ""
	for _, b := range blocks {
		if sec, ok := b.(*document.Section); ok {
			s += document.TextOf(sec.Title) + "(" + outline(sec.Blocks) + ")"
		} else {
			s += "."
		}
	}
	return s
}

func TestNest(t *testing.T) {
	var found diag.List
	got := outline(Nest("test", []document.Block{
		&document.Paragraph{}, heading(2, "a"), heading(4, "b"), &document.Paragraph{}, heading(3, "c"), heading(2, "d"), heading(1, "e"),
	}, &found))
	if want := ".a(b(.)c())d()e()"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(found) != 1 || found[0].Code != "test-heading-skipped" {
		t.Errorf("findings: %v", found)
	}
}

func TestTakeTitle(t *testing.T) {
	note := &document.Note{}
	doc := &document.Document{Blocks: []document.Block{
		&document.Heading{Level: 1, Content: []document.Inline{&document.Text{Value: "The title"}, note}},
		&document.Paragraph{Content: document.Plain("Text.")},
	}}
	if !TakeTitle(doc) || doc.Metadata.Title != "The title" || len(doc.Blocks) != 1 {
		t.Fatalf("title %q, %d blocks", doc.Metadata.Title, len(doc.Blocks))
	}
	if p := doc.Blocks[0].(*document.Paragraph); len(p.Content) != 2 || p.Content[1] != note {
		t.Error("the title's note was lost")
	}
	doc = &document.Document{Metadata: document.Metadata{Title: "Other"}, Blocks: []document.Block{heading(1, "A chapter")}}
	if !TakeTitle(doc) || len(doc.Blocks) != 1 {
		t.Error("a heading that is not the title was taken")
	}
	if TakeTitle(&document.Document{Blocks: []document.Block{heading(2, "x")}}) {
		t.Error("a title out of nothing")
	}
}

func TestAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a b?q=ü": "https://example.org/a%20b?q=%C3%BC",
		"https://example.org/%41":     "https://example.org/%41",
		"https://example.org/100%":    "https://example.org/100%25",
		"mailto:a@example.org":        "mailto:a@example.org",
		"other.md#x":                  "other.md#x",
		"javascript:alert(1)":         "",
		"JavaScript:alert(1)":         "",
		"data:text/html,x":            "",
		"http://":                     "",
		"http://[::1":                 "",
		"":                            "",
	} {
		if got, ok := Address(in); got != want || ok != (want != "") {
			t.Errorf("Address(%q) = %q, %v", in, got, ok)
		}
	}
}

func TestGuess(t *testing.T) {
	for text, want := range map[string]string{
		"The alliance was founded in 1949, and it has been the framework of defence for most of the countries that joined.":   "en",
		"Das Bündnis wurde 1949 gegründet und ist seither der Rahmen, in dem sich die Staaten auf ihre Verteidigung einigen.": "de",
		"L’alliance a été fondée en 1949 et elle est depuis lors le cadre dans lequel les pays coordonnent la défense.":       "fr",
		"Альянс был основан в 1949 году и с тех пор он является основой обороны стран.":                                       "ru",
		"NATO KFOR": "",
	} {
		if got := Guess(text); got != want {
			t.Errorf("Guess(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestTag(t *testing.T) {
	for in, want := range map[string]string{"de_AT": "de-AT", "en_GB.UTF-8": "en-GB", "EN": "en", "English!": "", "": ""} {
		if got, _ := Tag(in); got != want {
			t.Errorf("Tag(%q) = %q, want %q", in, got, want)
		}
	}
}
