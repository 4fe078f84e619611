package layout

import (
	"fmt"
	"testing"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// TestIndexLinks follows the links between an index in two columns and the words
// in the text, both ways.
func TestIndexLinks(t *testing.T) {
	var text []document.Inline
	var entries []*document.IndexEntry
	for i := range 12 {
		word := fmt.Sprintf("word%d", i)
		text = append(text, &document.IndexTerm{Attr: document.Attr{Anchor: document.Anchor("i-" + word)}, Path: []string{word}, Content: document.Plain(word)}, &document.Text{Value: " and "})
		entries = append(entries, &document.IndexEntry{Attr: document.Attr{Anchor: document.Anchor("index-" + word)}, Term: word, Mentions: []document.Anchor{document.Anchor("i-" + word)}})
	}
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{
		&document.Section{Title: document.Plain("One"), Blocks: []document.Block{&document.Paragraph{Content: text}}},
		&document.Section{Role: document.RoleIndex, Title: document.Plain("Index"), Blocks: []document.Block{&document.Index{Entries: entries}}},
	}}
	book, _, _ := set(t, doc, style.New(style.A5(), style.Article, style.House))
	there := map[string]bool{}
	for _, d := range book.Destinations {
		there[d.Name] = true
	}
	linked := map[string]bool{}
	for _, p := range book.Pages {
		for _, l := range p.Links {
			if l.Destination != "" {
				linked[l.Destination] = true
			}
			if l.Destination != "" && !there[l.Destination] {
				t.Errorf("a link leads to %q, which is nowhere", l.Destination)
			}
		}
	}
	for i := range 12 {
		for _, kind := range []string{"i", "index"} {
			if name := fmt.Sprintf("%s-word%d", kind, i); !linked[name] || !there[name] {
				t.Errorf("%s: linked %v, there %v", name, linked[name], there[name])
			}
		}
	}
}

// TestUntitledContents: a section without a title has no entry in the contents,
// and those below it have theirs.
func TestUntitledContents(t *testing.T) {
	doc := &document.Document{Metadata: document.Metadata{Language: "en", Title: "A title"}}
	for i := range 5 {
		title := document.Plain(fmt.Sprintf("Title %d", i))
		if i == 2 {
			title = nil
		}
		doc.Blocks = append(doc.Blocks, &document.Section{Title: title, Blocks: []document.Block{
			para("Text."), &document.Section{Title: document.Plain(fmt.Sprintf("Below %d", i)), Blocks: []document.Block{para("More.")}},
		}})
	}
	doc.Identify()
	book, _, _ := set(t, doc, style.New(style.A5(), style.Article, style.House))
	entries := 0
	for _, tag := range book.Tags {
		if tag.Role == "TOCI" {
			entries++
		}
	}
	if entries != 9 {
		t.Errorf("the contents have %d entries, want 9", entries)
	}
}
