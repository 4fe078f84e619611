package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// TestSpanHigherThanAPage checks that rows under a cell that reaches over many
// of them part where the page ends, and that the cell goes on beside them.
func TestSpanHigherThanAPage(t *testing.T) {
	const rows = 90
	long := strings.Repeat(latin+" ", 30)
	table := &document.Table{Columns: make([]document.Align, 3), Head: []*document.Row{cells("A", "B", "C")}}
	for i := range rows {
		r := cells(fmt.Sprintf("left%d.", i), fmt.Sprintf("right%d.", i))
		if i == 0 {
			high := &document.Cell{RowSpan: rows, Blocks: []document.Block{para(long)}}
			r.Cells = []*document.Cell{r.Cells[0], high, r.Cells[1]}
		}
		table.Body = append(table.Body, r)
	}
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{table}}
	st := style.New(style.A5(), style.Article, style.House)
	book, _, _ := set(t, doc, st)
	if len(book.Pages) < 3 {
		t.Fatalf("%d pages", len(book.Pages))
	}
	for i := range book.Pages {
		if out := outside(book, &st, i); len(out) > 0 {
			t.Errorf("page %d: %q and %d others stand outside", i, out[0], len(out)-1)
		}
	}
	text := newReader(book).text(0, nil)
	if !strings.Contains(letters(text), letters(long)) {
		t.Error("the text of the high cell is not complete or not in order")
	}
	for i := range rows {
		if !strings.Contains(text, fmt.Sprintf("left%d.", i)) || !strings.Contains(text, fmt.Sprintf("right%d.", i)) {
			t.Errorf("row %d is lost", i)
		}
	}
	spans := 0
	for _, tag := range book.Tags {
		if tag.RowSpan == rows {
			spans++
		}
	}
	if spans != 1 {
		t.Errorf("%d cells reach over all rows, want 1", spans)
	}
}

// TestTooManyColumns checks that the cells of a table with more columns than
// anybody can set stand below each other, each once and in order, and that no
// line is too long.
func TestTooManyColumns(t *testing.T) {
	const columns = 60
	var head, body []string
	for i := range columns {
		head, body = append(head, fmt.Sprintf("Heading%d.", i)), append(body, fmt.Sprintf("Worthwhile%d.", i))
	}
	wide := &document.Table{Columns: make([]document.Align, columns), Head: []*document.Row{cells(head...)}, Body: []*document.Row{cells(body...), cells(body...)}}
	nested := &document.Table{Columns: make([]document.Align, 4), Body: []*document.Row{cells("a", "b", "c", "")}}
	nested.Body[0].Cells[3].Blocks = []document.Block{wide}
	for _, table := range []*document.Table{wide, nested} {
		doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{para("Before."), table, para("After.")}}
		st := style.New(style.A5(), style.Article, style.House)
		book, _, found := set(t, doc, st)
		said := 0
		for _, d := range found {
			switch d.Code {
			case "pdf-overfull":
				t.Error(d)
			case "pdf-wide-table":
				said++
			}
		}
		if said == 0 {
			t.Errorf("nothing says that the table is too wide: %v", found)
		}
		for i := range book.Pages {
			if out := outside(book, &st, i); len(out) > 0 {
				t.Errorf("page %d: %q and %d others stand outside", i, out[0], len(out)-1)
			}
		}
		have := letters(newReader(book).text(0, nil))
		if n := strings.Count(have, head[0]); n != 1 {
			t.Errorf("a head is read %d times", n)
		}
		at := 0
		for _, s := range append(head, body...) {
			i := strings.Index(have[at:], s)
			if i < 0 {
				t.Fatalf("%s is lost or stands too early", s)
			}
			at += i
		}
	}
}

// TestHeadsOfSpannedColumns: the head of a column that rows span is told all the
// same, and once.
func TestHeadsOfSpannedColumns(t *testing.T) {
	const columns = 40
	var names []string
	for i := range columns {
		names = append(names, fmt.Sprintf("head%d.", i))
	}
	for name, more := range map[string][]*document.Row{"at first": {cells(names...)}, "always": nil} {
		across := cells("across")
		across.Cells[0].ColSpan = columns
		table := &document.Table{Columns: make([]document.Align, columns), Head: []*document.Row{cells(names...)}, Body: append([]*document.Row{across}, more...)}
		for _, r := range more {
			for i, c := range r.Cells {
				c.Blocks = []document.Block{para(fmt.Sprintf("cell%d.", i))}
			}
		}
		doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{table}}
		book, _, _ := set(t, doc, style.New(style.A5(), style.Article, style.House))
		text := newReader(book).text(0, nil)
		for _, n := range names {
			if got := strings.Count(text, n); got != 1 {
				t.Errorf("spanned %s: %q is said %d times", name, n, got)
			}
		}
	}
}
