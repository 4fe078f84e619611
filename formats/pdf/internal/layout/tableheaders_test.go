package layout

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// headersByTheBook finds the headers of a cell as the HTML standard tells it,
// step by step ("algorithm for assigning header cells"), but that headers of the
// other direction count as data.
func headersByTheBook(g *grid, principal *gridCell) []*tag {
	at := func(x, y int) *gridCell {
		for i := range g.rows {
			for k := range g.rows[i].cells {
				gc := &g.rows[i].cells[k]
				if x >= gc.column && x < gc.column+gc.columns && y >= gc.row && y < gc.row+gc.rows {
					return gc
				}
			}
		}
		return nil
	}
	var list []*tag
	scan := func(x, y, dx, dy int) {
		var opaque, block []*gridCell
		direction := document.ScopeColumn
		if dy == 0 {
			direction = document.ScopeRow
		}
		inBlock := principal.scope == direction
		if inBlock {
			block = append(block, principal)
		}
		for x, y = x+dx, y+dy; x >= 0 && y >= 0; x, y = x+dx, y+dy {
			current := at(x, y)
			switch {
			case current == nil:
			case current.scope == direction:
				inBlock = true
				block = append(block, current)
				blocked := false
				for _, o := range opaque {
					if dx == 0 {
						blocked = blocked || o.column == current.column && o.columns == current.columns
					} else {
						blocked = blocked || o.row == current.row && o.rows == current.rows
					}
				}
				if !blocked {
					list = append(list, current.tag)
				}
			case inBlock:
				inBlock = false
				opaque, block = append(opaque, block...), nil
			}
		}
	}
	for y := range principal.rows {
		scan(principal.column, principal.row+y, -1, 0)
	}
	for x := range principal.columns {
		scan(principal.column+x, principal.row, 0, -1)
	}
	return slices.DeleteFunc(list, func(t *tag) bool { return t == principal.tag })
}

// TestHeadersOfCells compares the headers of cells in random tables with those
// by the book.
func TestHeadersOfCells(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	odd := 0
	for range 2000 {
		table := &document.Table{Columns: make([]document.Align, 1+rng.IntN(5)), HeaderColumns: rng.IntN(2)}
		for i, rows := 0, 1+rng.IntN(6); i < rows; i++ {
			r := &document.Row{}
			for range 1 + rng.IntN(5) {
				r.Cells = append(r.Cells, &document.Cell{
					Blocks:  []document.Block{para([]string{"said", "said", "said", " "}[rng.IntN(4)])}, // what is silent heads nothing
					ColSpan: max(rng.IntN(7)-3, 0), RowSpan: max(rng.IntN(7)-3, 0),
					Scope: []document.Scope{"", "", "", "", "row", "column"}[rng.IntN(6)],
				})
			}
			if i < rng.IntN(3) {
				table.Head = append(table.Head, r)
			} else {
				table.Body = append(table.Body, r)
			}
		}
		s := &setter{volume: &volume{style: new(style.Style)}}
		g := s.grid(table)
		for i := range g.rows {
			for k := range g.rows[i].cells {
				g.rows[i].cells[k].tag = &tag{}
			}
		}
		g.headers()
		if !g.irregular() {
			continue
		}
		odd++
		for i := range g.rows {
			for k := range g.rows[i].cells {
				gc := &g.rows[i].cells[k]
				want := headersByTheBook(g, gc)
				for _, h := range want {
					if !slices.Contains(gc.tag.headers, h) {
						t.Fatalf("a header is missing of cell %d in row %d of %+v", k, i, g.rows)
					}
				}
				for _, h := range gc.tag.headers {
					if !slices.Contains(want, h) {
						t.Fatalf("cell %d in row %d has a header too many in %+v", k, i, g.rows)
					}
				}
			}
		}
	}
	if odd < 1000 {
		t.Errorf("only %d tables were irregular", odd)
	}
}

// TestHeadersInBook reads the headers of a table where rows are grouped.
func TestHeadersInBook(t *testing.T) {
	head := func(text string, across, down int, scope document.Scope) *document.Cell {
		return &document.Cell{ColSpan: across, RowSpan: down, Scope: scope, Blocks: []document.Block{para(text)}}
	}
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{&document.Table{
		Columns: make([]document.Align, 3), HeaderColumns: 1,
		Head: []*document.Row{cells("Sea", "Ships", "Lost")},
		Body: []*document.Row{
			{Cells: []*document.Cell{head("Before the war", 3, 1, "column")}},
			cells("North", "9", "1"),
			{Cells: []*document.Cell{head("After it", 3, 1, "column")}},
			cells("South", "7", "2"),
		},
	}}}
	book, _, _ := set(t, doc, style.New(style.A5(), style.Article, style.House))
	r := newReader(book)
	var b strings.Builder
	for i, tag := range book.Tags {
		if tag.Role == "TD" {
			fmt.Fprintf(&b, "%s:", r.text(int32(i), nil))
			for _, h := range tag.Headers {
				b.WriteString(" " + r.text(h, nil))
			}
			b.WriteString("\n")
		}
	}
	want := "9: North Ships Before the war\n1: North Lost Before the war\n7: South Ships After it\n2: South Lost After it\n"
	if got := b.String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestNamedHeaders shows that a cell that names its headers has these and no
// others.
func TestNamedHeaders(t *testing.T) {
	row := cells("North", "9", "1")
	row.Cells[2].Headers = []document.Anchor{"ships", "nowhere"}
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{&document.Table{
		Columns: make([]document.Align, 3), HeaderColumns: 1,
		Head: []*document.Row{cells("Sea", "Ships", "Lost")}, Body: []*document.Row{row},
	}}}
	doc.Blocks[0].(*document.Table).Head[0].Cells[1].Anchor = "ships"
	book, _, _ := set(t, doc, style.New(style.A5(), style.Article, style.House))
	r := newReader(book)
	got := ""
	for i, tag := range book.Tags {
		if tag.Role == "TD" {
			got += r.text(int32(i), nil) + ":"
			for _, h := range tag.Headers {
				got += " " + r.text(h, nil)
			}
			got += "\n"
		}
	}
	if want := "9: North Ships\n1: Ships\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestNumbers reads the labels of a list that counts down and begins anew.
func TestNumbers(t *testing.T) {
	item := func(n int, s string) *document.ListItem {
		return &document.ListItem{Number: n, Blocks: []document.Block{para(s)}}
	}
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{
		&document.List{Ordered: true, Start: 3, Reversed: true, Items: []*document.ListItem{item(0, "a"), item(0, "b"), item(120, "c"), item(0, "d")}},
	}}
	book, _, _ := set(t, doc, style.New(style.A5(), style.Article, style.House))
	r := newReader(book)
	got := ""
	for i, tag := range book.Tags {
		if tag.Role == "Lbl" {
			got += strings.TrimSpace(r.text(int32(i), nil)) + " "
		}
	}
	if want := "3. 2. 120. 119. "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestSilentCorner: the empty cell in the corner of a table heads nothing.
func TestSilentCorner(t *testing.T) {
	table := &document.Table{
		Columns: make([]document.Align, 2), HeaderColumns: 1,
		Head: []*document.Row{cells(" ", "Year")}, Body: []*document.Row{cells("Income", "12")},
	}
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{table}}
	book, _, _ := set(t, doc, style.New(style.A5(), style.Article, style.House))
	var got []string
	for _, tag := range book.Tags {
		if tag.Role == "TH" || tag.Role == "TD" {
			got = append(got, tag.Role+tag.Scope)
		}
	}
	if want := []string{"TD", "THColumn", "THRow", "TD"}; !slices.Equal(got, want) {
		t.Errorf("the cells are %q, want %q", got, want)
	}
}
