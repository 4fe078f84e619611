package xhtml

import (
	"strings"
	"testing"

	"github.com/quirepress/quire/source/document"
)

// A table of so many columns, whose cells are a word.
func tableOf(columns int, word string) *document.Table {
	n := &document.Table{Columns: make([]document.Align, columns)}
	row := func(word string) *document.Row {
		r := &document.Row{}
		for range columns {
			r.Cells = append(r.Cells, &document.Cell{Blocks: []document.Block{&document.Paragraph{Content: document.Plain(word)}}})
		}
		return r
	}
	n.Head, n.Body = []*document.Row{row(`A "head"`)}, []*document.Row{row(word)}
	return n
}

// Tables that no phone is wide enough for are marked as such; others, and those
// with cells that cover several places, stay tables.
func TestTableClass(t *testing.T) {
	spanned := tableOf(12, "incomprehensible")
	spanned.Body[0].Cells[0].ColSpan = 2
	for _, test := range []struct {
		name  string
		table *document.Table
		class string
	}{
		{"few short words", tableOf(4, "word"), ""},
		{"two long words", tableOf(2, strings.Repeat("long", 20)), ""},
		{"many short words", tableOf(8, "word"), "wide"},
		{"few long words", tableOf(4, "indescribable"), "wide"},
		{"many parts of words", tableOf(4, "in-com-pre-hen-sib-le"), ""},
		{"many long words", tableOf(12, "incomprehensible"), "broad"},
		{"spans", spanned, ""},
	} {
		if class, heads := tableClass(test.table); class != test.class || (class != "") != (len(heads) == len(test.table.Columns)) {
			t.Errorf("%s: %q with %d heads, want %q", test.name, class, len(heads), test.class)
		}
	}
}

// In such a table each cell names the head of its column, once.
func TestHeadsOfColumns(t *testing.T) {
	body := func(n *document.Table) string {
		book, _, err := Render(t.Context(), &document.Document{Blocks: []document.Block{n}}, nil, Options{WithoutTitlePage: true})
		if err != nil {
			t.Fatal(err)
		}
		return book.Chapters[0].Body
	}
	if wide := body(tableOf(8, "word")); strings.Count(wide, ` data-head="A &quot;head&quot;"`) != 8 || !strings.Contains(wide, `<table class="wide">`) {
		t.Errorf("a wide table:\n%s", wide)
	}
	if plain := body(tableOf(3, "word")); strings.Contains(plain, "data-head") || !strings.Contains(plain, "<table>") {
		t.Errorf("a plain table:\n%s", plain)
	}
}
