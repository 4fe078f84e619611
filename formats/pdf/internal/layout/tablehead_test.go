package layout

import (
	"slices"
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// TestHeadsAreSemibold sets a table with a row of heads in its middle and heads
// of rows: all are set as those at the top.
func TestHeadsAreSemibold(t *testing.T) {
	middle := cells("Second", "half")
	for _, c := range middle.Cells {
		c.Scope = document.ScopeColumn
	}
	named := cells("Named", "plain")
	named.Cells[0].Scope = document.ScopeRow
	table := &document.Table{
		Columns: make([]document.Align, 2),
		Head:    []*document.Row{cells("First", "head")},
		Body:    []*document.Row{cells("one", "two"), middle, named, cells("three", "four")},
	}
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{table}}
	book, _, _ := set(t, doc, style.New(style.A5(), style.Article, style.House))
	bold := []string{"First", "head", "Second", "half", "Named"}
	face := map[string]int{}
	for _, it := range book.Pages[0].Items {
		if text, ok := it.(*frame.Text); ok {
			face[text.String()] = text.Face
		}
	}
	for word, f := range face {
		for _, other := range []string{"one", "four", "plain"} {
			if slices.Contains(bold, word) && f == face[other] {
				t.Errorf("%s is set as %s", word, other)
			}
		}
		if slices.Contains(bold, word) && f != face["First"] {
			t.Errorf("%s is not set as the head", word)
		}
	}
	for _, word := range bold {
		if _, ok := face[word]; !ok {
			t.Errorf("%s is not on the page: %v", word, face)
		}
	}
}

// TestCellsKeepWords sets cells whose columns have room for each word: none is
// divided, also where a line stays short.
func TestCellsKeepWords(t *testing.T) {
	table := &document.Table{Columns: make([]document.Align, 2)}
	for _, s := range []string{"Wasserstraßen ohne Schnittstellen und Geschwindigkeitsbegrenzungen", "über die Entscheidungen der Autobahnbrücken"} {
		table.Body = append(table.Body, cells(s+" "+s, s))
	}
	doc := &document.Document{Metadata: document.Metadata{Language: "de"}, Blocks: []document.Block{table}}
	book, _, _ := set(t, doc, style.New(style.A5(), style.Article, style.House))
	lines := 0
	for _, it := range book.Pages[0].Items {
		if text, ok := it.(*frame.Text); ok && text.Mark.Tag != 0 {
			lines++
			for _, g := range text.Glyphs {
				if g.Char == '\u00AD' {
					t.Errorf("%q is divided", text.String())
				}
			}
		}
	}
	if lines < 6 {
		t.Errorf("only %d lines", lines)
	}
}
