package layout

import (
	"testing"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// TestAcronymExpands says what an acronym stands for where it leads to its
// entry, and nothing where other words do.
func TestAcronymExpands(t *testing.T) {
	const long = "Food and Agriculture Organization"
	for shown, want := range map[string]int{"FAO": 2, long: 1} {
		doc := &document.Document{
			Metadata: document.Metadata{Title: "T", Language: "en"},
			Blocks: []document.Block{&document.Paragraph{Content: []document.Inline{
				&document.Text{Value: "The "},
				&document.CrossReference{Target: "fao", Content: []document.Inline{&document.Text{Value: shown}}},
				&document.Text{Value: " was founded."},
			}}, &document.Glossary{Entries: []*document.GlossaryEntry{
				{Attr: document.Attr{Anchor: "fao"}, Term: "FAO", Acronym: true, Expansion: long},
			}}},
		}
		book, _, _ := set(t, doc, style.New(style.Paper{}, style.Book, style.House))
		got := 0
		for _, tag := range book.Tags {
			if tag.Expansion == long {
				got++
			}
		}
		if got != want { // the entry's own term is one
			t.Errorf("%q: %d elements are expanded, want %d", shown, got, want)
		}
	}
}
