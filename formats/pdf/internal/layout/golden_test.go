package layout

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

var update = flag.Bool("update", false, "write the pages anew that tests compare with")

func para(s ...string) *document.Paragraph {
	return &document.Paragraph{Content: document.Plain(strings.Join(s, " "))}
}

const latin = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat."

// TestGolden compares pages with those in testdata, one file for a behaviour:
// height in body lines below the head, left edge in points, text with the
// roles of its elements. Write them anew with -update and look at the changes.
func TestGolden(t *testing.T) {
	item := func(bs ...document.Block) *document.ListItem { return &document.ListItem{Blocks: bs} }
	for _, c := range []struct {
		name    string
		profile style.Profile
		meta    document.Metadata
		blocks  []document.Block
	}{
		{"paragraphs", style.Article, document.Metadata{}, []document.Block{para(latin), para("NATO and the EU met in 1999; UNESCO did not.", latin), para("Short.")}},
		{"headings", style.Article, document.Metadata{}, []document.Block{
			para("Before."),
			&document.Section{Title: document.Plain("A title that runs on"), Blocks: []document.Block{
				&document.Section{Title: document.Plain("Right below it"), Blocks: []document.Block{para(latin)}},
				&document.Section{Title: document.Plain("Below text"), Blocks: []document.Block{para(latin)}},
			}},
		}},
		{"lists", style.Article, document.Metadata{}, []document.Block{
			para("Before."),
			&document.List{Tight: true, Items: []*document.ListItem{item(para("One.")), item(para(latin)), item(para("Three."), &document.List{Tight: true, Items: []*document.ListItem{item(para("Inside."))}})}},
			&document.List{Ordered: true, Start: 9, Items: []*document.ListItem{item(para("Nine.")), item(para("Ten."))}},
			&document.List{Tight: true, Items: []*document.ListItem{{Task: &document.Task{Done: true}, Blocks: []document.Block{para("Done.")}}, item()}},
			para("After."),
		}},
		{"quotations", style.Article, document.Metadata{}, []document.Block{
			para("Before."),
			&document.Quote{Blocks: []document.Block{para(latin)}, Attribution: document.Plain("Somebody")},
			para("After."),
			&document.Admonition{Type: "tip", Blocks: []document.Block{para("Something to know.")}},
			&document.ThematicBreak{},
			&document.DefinitionList{Items: []*document.DefinitionItem{{Terms: []*document.DefinitionTerm{{Content: document.Plain("Term")}}, Definitions: []*document.DefinitionBody{{Blocks: []document.Block{para(latin)}}}}}},
		}},
		{"notes", style.Article, document.Metadata{}, []document.Block{
			&document.Paragraph{Content: []document.Inline{&document.Text{Value: "Text with a note."}, &document.Note{Blocks: []document.Block{para(latin)}}, &document.Text{Value: " " + latin}, &document.Note{Blocks: []document.Block{para("Short.")}}}},
		}},
		{"book", style.Book, document.Metadata{Title: "A Book: And What It Is About", Contributors: []document.Contributor{{Name: "A. Author"}}, Date: "2026-03-04"}, []document.Block{
			&document.Section{Attr: document.Attr{Anchor: "one"}, Title: document.Plain("The First"), Blocks: []document.Block{para(latin), para(latin)}},
			&document.Section{Attr: document.Attr{Anchor: "two"}, Title: document.Plain("The Second"), Blocks: []document.Block{
				&document.Paragraph{Content: []document.Inline{&document.Span{Attr: document.Attr{Anchor: "here"}, Content: document.Plain("NATO")}, &document.Text{Value: " is on page "}, &document.CrossReference{Target: "here", Show: document.ShowPage}, &document.Text{Value: "."}}},
			}},
			&document.Section{Attr: document.Attr{Anchor: "terms"}, Role: document.RoleGlossary, Title: document.Plain("Glossary"), Blocks: []document.Block{
				&document.Glossary{Entries: []*document.GlossaryEntry{{Attr: document.Attr{Anchor: "nato"}, Term: "NATO", Acronym: true, Expansion: "North Atlantic Treaty Organization", Mentions: []document.Anchor{"one", "two", "here"}}}},
			}},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.meta.Language = "en"
			doc := &document.Document{Metadata: c.meta, Blocks: c.blocks}
			st := style.New(style.A5(), c.profile, style.House)
			book, _, found := set(t, doc, st)
			got := dump(book, &st)
			for _, d := range found {
				got += d.String() + "\n"
			}
			golden(t, c.name, got)
		})
	}
}

// TestParts looks at the contents of a book in parts: its chapters are counted
// through all parts and stand on the level of chapters.
func TestParts(t *testing.T) {
	chapter := func(name string) *document.Section {
		return &document.Section{Title: document.Plain(name), Blocks: []document.Block{para(latin)}}
	}
	part := func(name string, cs ...document.Block) *document.Section {
		return &document.Section{Role: document.RolePart, Title: document.Plain(name), Blocks: cs}
	}
	doc := &document.Document{Metadata: document.Metadata{Title: "In Parts", Language: "en"}, Blocks: []document.Block{
		part("Morning", chapter("Alpha"), chapter("Beta")), part("Evening", chapter("Gamma")),
	}}
	doc.Identify()
	st := style.New(style.A5(), style.Book, style.House)
	book, _, _ := set(t, doc, st)
	r := newReader(book)
	var toc string
	for i, tag := range book.Tags {
		if tag.Role == "TOC" {
			toc = r.text(int32(i), nil)
			break
		}
	}
	if want := "Morning 11 Alpha 32 Beta 5Evening 73 Gamma 9"; toc != want {
		t.Errorf("the contents are %q, want %q", toc, want)
	}
}

// golden compares pages with those in testdata, or writes them anew.
func golden(t *testing.T, name, got string) {
	t.Helper()
	name = filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the pages differ from %s; got:\n%s", name, got)
	}
}
