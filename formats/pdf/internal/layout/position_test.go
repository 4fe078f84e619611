package layout

import (
	"testing"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// TestPosition has figures and formulas know where they stand in the article,
// so that what they lack can be told with its place.
func TestPosition(t *testing.T) {
	at := func(line int) document.Attr {
		return document.Attr{Pos: diag.Position{File: "a.md", Line: line, Column: 2}}
	}
	doc := &document.Document{
		Metadata: document.Metadata{Title: "T", Language: "en"},
		Blocks: []document.Block{
			&document.Paragraph{Content: []document.Inline{
				&document.Text{Value: "A "}, &document.Math{Attr: at(3), Format: "tex", Source: "x"}, &document.Text{Value: " line."},
			}},
			&document.MathBlock{Attr: at(5), Format: "tex", Source: "y"},
			&document.Paragraph{Content: []document.Inline{&document.Image{Attr: at(7), Alt: "a hill"}}},
		},
	}
	book, _, _ := set(t, doc, style.New(style.Paper{}, style.Book, style.House))
	var lines []int
	for _, tag := range book.Tags {
		if tag.Role == "Formula" || tag.Role == "Figure" {
			lines = append(lines, tag.Source.Line)
		}
	}
	if len(lines) != 3 || lines[0] != 3 || lines[1] != 5 || lines[2] != 7 {
		t.Errorf("they stand in the lines %v, want 3, 5 and 7", lines)
	}
}
