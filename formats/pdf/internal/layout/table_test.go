package layout

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// cells makes a row of plain cells.
func cells(texts ...string) *document.Row {
	r := &document.Row{}
	for _, s := range texts {
		r.Cells = append(r.Cells, &document.Cell{Blocks: []document.Block{para(s)}})
	}
	return r
}

// longTable is a table of n rows.
func longTable(n int) *document.Table {
	t := &document.Table{
		Attr: document.Attr{Anchor: "long"}, Caption: document.Plain("Long"), Columns: make([]document.Align, 3),
		Head: []*document.Row{cells("Number", "Square", "Word")},
	}
	for i := range n {
		t.Body = append(t.Body, cells(fmt.Sprint(i), fmt.Sprint(i*i), "row"))
	}
	return t
}

func TestColumnsFillTheMeasure(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		g := &grid{typ: style.Type{Size: style.Points(8.5)}, gap: style.Points(10)}
		n := 1 + rng.IntN(8)
		least := style.Length(0)
		for range n {
			l := style.Points(float64(1 + rng.IntN(40)))
			g.columns = append(g.columns, column{least: l, most: l + style.Points(float64(rng.IntN(300))), numeric: rng.IntN(3) == 0})
			least += l
		}
		c := scope{left: style.Points(20), width: style.Points(float64(120 + rng.IntN(300)))}
		g.widths(c)
		room := c.width - g.gap*style.Length(n-1)
		sum := style.Length(0)
		for i, col := range g.columns {
			if col.width <= 0 {
				t.Fatalf("column %d of %+v has no width", i, g.columns)
			}
			if least <= room && col.width < col.least-style.Point/32 {
				t.Fatalf("column %d is %v wide and needs %v: %+v", i, col.width, col.least, g.columns)
			}
			sum += col.width
		}
		if sum > room+style.Point/8 {
			t.Fatalf("the columns are %v wide together and have %v", sum, room)
		}
		if last := g.columns[n-1]; last.left+last.width > c.left+c.width+style.Point/8 {
			t.Fatalf("the last column ends at %v of %v", last.left+last.width, c.left+c.width)
		}
	}
}

// TestLongTable checks that a table over several pages loses nothing, keeps
// its rows whole and has its head on each page, but once in the tree.
func TestLongTable(t *testing.T) {
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{para("Before."), longTable(150), para("After.")}}
	st := style.New(style.A5(), style.Article, style.House)
	book, _, _ := set(t, doc, st)
	if len(book.Pages) < 4 {
		t.Fatalf("%d pages", len(book.Pages))
	}
	for i := range book.Pages[:4] {
		heads, tagged := 0, 0
		for _, it := range book.Pages[i].Items {
			text, ok := it.(*frame.Text)
			if ok && strings.TrimSpace(lettersOf(text)) == "Square" {
				heads++
				if text.Mark.Tag != 0 {
					tagged++
				}
			}
		}
		if want := min(1, max(1-i, 0)); heads != 1 || tagged != want && i > 0 {
			t.Errorf("page %d has %d heads, %d of them in the tree", i, heads, tagged)
		}
	}
	r := newReader(book)
	text := r.text(0, nil)
	if n := strings.Count(text, "Square"); n != 1 {
		t.Errorf("the head is read %d times", n)
	}
	for i := range 150 {
		if !strings.Contains(text, fmt.Sprint(i*i)) {
			t.Errorf("%d is lost", i*i)
		}
	}
	count := map[string]int{}
	for _, tag := range book.Tags {
		count[tag.Role]++
	}
	if count["Table"] != 1 || count["THead"] != 1 || count["TBody"] != 1 || count["TR"] != 151 || count["TH"] != 3 || count["TD"] != 450 {
		t.Errorf("the elements are %v", count)
	}
}

func lettersOf(t *frame.Text) string {
	return t.String()
}

// TestRowHigherThanAPage checks that such a row parts and loses nothing.
func TestRowHigherThanAPage(t *testing.T) {
	long := strings.Repeat(latin+" ", 40)
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{
		&document.Table{Columns: make([]document.Align, 2), Head: []*document.Row{cells("A", "B")}, Body: []*document.Row{cells("short", long)}},
	}}
	st := style.New(style.A5(), style.Article, style.House)
	book, _, _ := set(t, doc, st)
	if len(book.Pages) < 3 {
		t.Fatalf("%d pages", len(book.Pages))
	}
	foot := st.Paper.Height - st.Margins.Foot + st.Body.Leading
	for i := range book.Pages {
		for _, it := range book.Pages[i].Items {
			if text, ok := it.(*frame.Text); ok && text.Mark.Tag != 0 && text.Y > foot {
				t.Fatalf("page %d has text at %v, below its foot at %v", i, text.Y, foot)
			}
		}
	}
	if have := letters(newReader(book).text(0, nil)); !strings.Contains(have, letters(long)) {
		t.Error("the text of the row is not complete or not in order")
	}
}

// TestWideTableIsTurned checks that a table that does not fit stands turned on
// a page that says so.
func TestWideTableIsTurned(t *testing.T) {
	var head, body []string
	for i := range 12 {
		head = append(head, fmt.Sprintf("Heading%d", i))
		body = append(body, "Worthwhile")
	}
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{
		para("Before."),
		&document.Table{Caption: document.Plain("Wide"), Columns: make([]document.Align, 12), Head: []*document.Row{cells(head...)}, Body: []*document.Row{cells(body...)}},
		para("After."),
	}}
	st := style.New(style.A5(), style.Article, style.House)
	book, _, _ := set(t, doc, st)
	turned := 0
	for i := range book.Pages {
		p := &book.Pages[i]
		for _, it := range p.Items {
			text, ok := it.(*frame.Text)
			if !ok || text.Mark.Tag == 0 {
				continue
			}
			if text.Turned != p.Turned {
				t.Errorf("page %d is turned: %v, its text %q: %v", i, p.Turned, lettersOf(text), text.Turned)
			}
			if text.Turned {
				turned++
				if end := text.Y - text.Width(); text.X < 0 || text.X > p.Width || text.Y > p.Height || end < 0 {
					t.Errorf("%q stands outside of the page", lettersOf(text))
				}
			}
		}
	}
	if turned < 24 {
		t.Errorf("%d pieces of text are turned", turned)
	}
}

func BenchmarkLongTable(b *testing.B) {
	t := &document.Table{Columns: make([]document.Align, 3), Head: []*document.Row{cells("Number", "Value", "Remark")}}
	for i := range 2000 {
		t.Body = append(t.Body, cells(fmt.Sprint("row ", i), fmt.Sprintf("%.2f", float64(i)*3.7), "some words that are long enough for two lines in this cell"))
	}
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{t}}
	st := style.New(style.A5(), style.Article, style.House)
	b.ReportAllocs()
	for range b.N {
		set(b, doc, st)
	}
}
