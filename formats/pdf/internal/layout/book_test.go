package layout

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// set sets a document for a test.
func set(t testing.TB, doc *document.Document, st style.Style) (*frame.Book, *document.Pagination, diag.List) {
	t.Helper()
	book, pages, found, err := Set(context.Background(), doc, st, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return book, pages, found
}

// kid is a child of an element: a mark with its text, or another element.
type kid struct {
	order int32
	text  string
	tag   int32 // 0 for a mark
}

// reader reads a book by its structure tree, as a screen reader does.
type reader struct {
	book  *frame.Book
	kids  [][]kid
	first []int32
}

func newReader(book *frame.Book) *reader {
	r := &reader{book: book, kids: make([][]kid, len(book.Tags)), first: make([]int32, len(book.Tags))}
	add := func(m frame.Mark, text string) {
		if m.Tag == 0 {
			return
		}
		r.kids[m.Tag] = append(r.kids[m.Tag], kid{order: m.Order, text: text})
		if f := &r.first[m.Tag]; *f == 0 || m.Order < *f {
			*f = m.Order
		}
	}
	for i := range book.Pages {
		for _, it := range book.Pages[i].Items {
			switch it := it.(type) {
			case *frame.Text:
				add(it.Mark, it.String())
			case *frame.Picture:
				add(it.Mark, "")
			case *frame.Path:
				add(it.Mark, "")
			case *frame.Rule:
				add(it.Mark, "")
			}
		}
	}
	for i := len(book.Tags) - 1; i > 0; i-- {
		p := book.Tags[i].Parent
		if r.first[i] == 0 {
			r.first[i] = book.Tags[i].Order
		}
		r.kids[p] = append(r.kids[p], kid{order: r.first[i], tag: int32(i)})
		if f := &r.first[p]; *f == 0 || r.first[i] < *f {
			*f = r.first[i]
		}
	}
	for _, k := range r.kids {
		slices.SortStableFunc(k, func(a, b kid) int { return cmp.Compare(a.order, b.order) })
	}
	return r
}

// text returns the text of an element, without that of elements that skip
// says to leave out.
func (r *reader) text(tag int32, skip func(*frame.Tag) bool) string {
	var b strings.Builder
	var walk func(int32)
	walk = func(i int32) {
		if skip != nil && skip(&r.book.Tags[i]) {
			return
		}
		for _, k := range r.kids[i] {
			if k.tag > 0 {
				walk(k.tag)
			} else {
				b.WriteString(k.text)
			}
		}
	}
	walk(tag)
	return b.String()
}

// letters leaves out what the eye does not see.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00AD' || r >= '\u200B' && r <= '\u200F' || r == '\u2060' || r == '\uFEFF' {
			return -1
		}
		return r
	}, s)
}

// dump writes pages as text: each line with its height on the page in body
// lines, its left edge in points, and the roles of what it holds.
func dump(book *frame.Book, st *style.Style) string {
	var b strings.Builder
	for i := range book.Pages {
		p := &book.Pages[i]
		fmt.Fprintf(&b, "== %s\n", p.Label)
		type row struct {
			y, x style.Length
			text string
		}
		var rows []row
		role := ""
		for _, it := range p.Items {
			t, ok := it.(*frame.Text)
			if !ok {
				continue
			}
			text := strings.NewReplacer("\u00AD", "-", "\n", "").Replace(t.String())
			name := ""
			if t.Mark.Tag > 0 {
				name = book.Tags[t.Mark.Tag].Role
			}
			if name != "P" && name != role {
				text = "<" + name + ">" + text
			}
			role = name
			if n := len(rows); n > 0 && rows[n-1].y == t.Y && rows[n-1].x <= t.X {
				rows[n-1].text += text
				continue
			}
			if name == "P" {
				role = ""
			}
			rows = append(rows, row{t.Y, t.X, text})
		}
		for _, r := range rows {
			fmt.Fprintf(&b, "%6.2f %6.1f  %s\n", float64(r.y-st.Margins.Head)/float64(st.Body.Leading), r.x.Points(), strings.TrimRight(r.text, " "))
		}
	}
	return b.String()
}
