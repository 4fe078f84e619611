package html

import (
	"cmp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// The limits that the HTML standard sets for spans, and one of ours for what a
// page can hold.
const (
	mostColumns = 200
	mostRows    = 65534
	// mostCells bounds the cells that a table may have beyond those that are
	// written out.
	mostCells = 200_000
)

// fits reports whether a table has a size that it can be printed in, and says so
// if it has not.
func (c *converter) fits(n *html.Node, rows []row) bool {
	cells, longest := 0, longest(rows)
	for _, r := range rows {
		cells += len(r.cells)
	}
	width := tableWidth(rows)
	if longest <= mostColumns && (width*len(rows) <= mostCells || width*len(rows) <= 4*cells) {
		return true
	}
	c.found.Add(diag.Warning, "html-table-size", c.pos(n), "a table of %d rows and more than %d cells in one is too large to be one; its cells are put one below the other", len(rows), longest)
	return false
}

// longest returns the cells of the row that has most. No cell need span more
// columns than that.
func longest(rows []row) int {
	n := 0
	for _, r := range rows {
		n = max(n, len(r.cells))
	}
	return n
}

// row is a row of a table with its cells' elements.
type row struct {
	n     *html.Node
	cells []*html.Node
	head  bool // stands in thead
}

// table converts a table of data; a table that only lays out the page, or holds
// the lines of a listing, gives way to what is in it.
func (f *flow) table(n *html.Node) {
	c := f.c
	rows, caption := c.rows(n)
	if code := codeCell(rows); code != nil {
		f.children(code)
		return
	}
	if len(rows) == 0 || c.layout(n, rows) {
		f.apart(rows, caption)
		return
	}
	t := &document.Table{}
	ok := c.fits(n, rows) && c.within(func() {
		if caption != nil {
			t.Caption = c.inlines(caption)
		}
		c.fill(t, rows)
	})
	switch {
	case !ok:
		f.apart(rows, caption)
	case len(t.Columns) > 0:
		f.add(t, n)
	case len(t.Caption) > 0:
		// What is empty is not converted again: in tables within tables that
		// would be twice the work at each level.
		f.add(&document.Paragraph{Content: t.Caption}, n)
	}
}

// apart converts what stands in a table as blocks one after the other.
func (f *flow) apart(rows []row, caption *html.Node) {
	f.flush()
	if caption != nil {
		f.children(caption)
		f.flush()
	}
	for _, r := range rows {
		for _, cell := range r.cells {
			f.children(cell)
			f.flush()
		}
	}
}

// rows returns the rows of a table, those of the foot last, and its caption.
func (c *converter) rows(n *html.Node) (rows []row, caption *html.Node) {
	var head, body, foot []row
	var walk func(*html.Node, *[]row, bool)
	walk = func(n *html.Node, to *[]row, inHead bool) {
		for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
			if ch.Type != html.ElementNode || c.gone(ch) {
				continue
			}
			switch ch.DataAtom {
			case atom.Caption:
				if caption == nil {
					caption = ch
				}
			case atom.Thead:
				walk(ch, &head, true)
			case atom.Tbody:
				walk(ch, &body, false)
			case atom.Tfoot:
				walk(ch, &foot, false)
			case atom.Tr:
				r := row{n: ch, head: inHead}
				for cell := ch.FirstChild; cell != nil; cell = cell.NextSibling {
					if is(cell, atom.Td, atom.Th) && !c.gone(cell) {
						r.cells = append(r.cells, cell)
					}
				}
				if len(r.cells) > 0 {
					*to = append(*to, r)
				}
			}
		}
	}
	walk(n, &body, false)
	return append(append(head, body...), foot...), caption
}

// codeCell returns the cell with the code of a listing that is laid out as line
// numbers and lines.
func codeCell(rows []row) *html.Node {
	if len(rows) != 1 || len(rows[0].cells) != 2 {
		return nil
	}
	for ch := rows[0].cells[1].FirstChild; ch != nil; ch = ch.NextSibling {
		if is(ch, atom.Pre) || is(ch, atom.Div) && onlyPre(ch) {
			numbers := strings.Fields(textOf(rows[0].cells[0]))
			for _, s := range numbers {
				if _, err := strconv.Atoi(s); err != nil {
					return nil
				}
			}
			return rows[0].cells[1]
		}
	}
	return nil
}

func onlyPre(n *html.Node) bool {
	found := false
	each(n, func(e *html.Node) bool {
		found = found || is(e, atom.Pre)
		return !found
	})
	return found
}

// layout reports whether a table only lays out the page: it says so, it
// has a single column or cell, or holds other tables, headings or long texts
// without a header.
func (c *converter) layout(n *html.Node, rows []row) bool {
	if r := attr(n, "role"); r == "presentation" || r == "none" {
		return true
	}
	if c.piece != nil { // written by hand, and meant
		return false
	}
	heads, wide, blocks, nested, cells, prose := 0, 0, 0, 0, 0, 0
	for _, r := range rows {
		wide = max(wide, len(r.cells))
		for _, cell := range r.cells {
			cells++
			if is(cell, atom.Th) {
				heads++
			}
			if len(textOf(cell)) > 400 {
				prose++
			}
			each(cell, func(e *html.Node) bool {
				switch {
				case is(e, atom.Table):
					nested++
					return false
				case is(e, atom.H1, atom.H2, atom.H3, atom.H4, atom.Form, atom.Article, atom.Section):
					blocks++
				}
				return true
			})
		}
	}
	switch {
	case wide <= 1:
		return true
	case nested > 0:
		return true
	case heads > 0 || is(rows[0].n.Parent, atom.Thead):
		return false
	case len(rows) == 1 && cells <= 3:
		return true
	case blocks > 0 && blocks*2 >= cells, prose*3 > cells:
		return true
	}
	return false
}

// fill makes rows of cells that fit together, whatever spans the page gives.
func (c *converter) fill(t *document.Table, rows []row) {
	width, widest := tableWidth(rows), min(longest(rows), mostColumns)
	headRows := 0
	below := 0 // rows of the head that the cells of earlier ones reach into
	for headRows < len(rows)-1 && (rows[headRows].head || (headRows == 0 || headRows < below) && allHeads(rows[headRows])) {
		for _, n := range rows[headRows].cells {
			below = max(below, headRows+span(n, "rowspan", mostRows))
		}
		headRows++
	}
	made := map[*html.Node]*document.Cell{} // of the cells with an id, or that name others
	build := func(rows []row, inHead bool) []*document.Row {
		var heads []heading
		var last *document.Cell    // of any row
		hang := make([]int, width) // rows that a cell from above still covers
		var out []*document.Row
		for i, r := range rows {
			line := &document.Row{}
			line.Pos = c.pos(r.n)
			at, alone := 0, allHeads(r)
			skip := func() {
				for at < width && hang[at] > 0 {
					at++
				}
			}
			put := func(cell *document.Cell, cols, deep int) {
				line.Cells = append(line.Cells, cell)
				for range cols {
					hang[at] = deep
					at++
				}
			}
			for _, n := range r.cells {
				if skip(); at >= width { // spans leave it no room
					if last != nil {
						last.Blocks = append(last.Blocks, c.nested(n)...)
					}
					continue
				}
				room := 1
				want := span(n, "colspan", widest)
				if n == r.cells[len(r.cells)-1] { // a title may span more than there are
					want = span(n, "colspan", width)
				}
				for room < want && at+room < width && hang[at+room] == 0 {
					room++
				}
				deep := min(span(n, "rowspan", mostRows), len(rows)-i)
				cell := &document.Cell{Blocks: c.nested(n), Align: align(n)}
				last = cell
				if attr(n, "id") != "" || attr(n, "headers") != "" {
					made[n] = cell
				}
				cell.Pos = c.pos(n)
				c.dress(&cell.Attr, n)
				// Rows and groups of rows are no nodes of the document: what they
				// say holds for their cells.
				for q := n.Parent; !is(q, atom.Table) && (cell.Lang == "" || cell.Dir == ""); q = q.Parent {
					lang, dir := c.tongue(q)
					cell.Lang, cell.Dir = cmp.Or(cell.Lang, lang), cmp.Or(cell.Dir, dir)
				}
				if room > 1 {
					cell.ColSpan = room
				}
				if deep > 1 {
					cell.RowSpan = deep
				}
				if is(n, atom.Th) {
					heads = append(heads, heading{cell: cell, n: n, alone: alone, column: at, columns: room, rows: deep})
				}
				put(cell, room, deep)
			}
			for skip(); at < width; skip() {
				put(&document.Cell{}, 1, 1)
			}
			for j := range hang {
				hang[j]--
			}
			out = append(out, line)
		}
		if !inHead {
			t.HeaderColumns = headerColumns(heads, len(out), width)
		}
		for i := range heads {
			heads[i].direct(t, inHead)
		}
		return out
	}
	t.Columns = make([]document.Align, width)
	t.Head, t.Body = build(rows[:headRows], true), build(rows[headRows:], false)
	c.nameHeaders(made)
	c.dropEmpty(t)
}

// tableWidth counts the columns that the cells need. The last cell of a row may
// span more than there are.
func tableWidth(rows []row) int {
	var hang [mostColumns]int
	width, widest := 0, min(longest(rows), mostColumns)
	for _, r := range rows {
		at := 0
		for i, n := range r.cells {
			for at < mostColumns && hang[at] > 0 {
				at++
			}
			cols := span(n, "colspan", widest)
			if i == len(r.cells)-1 {
				cols = 1
			}
			for first := at; cols > 0 && at < mostColumns && (at == first || hang[at] <= 0); cols-- {
				hang[at] = span(n, "rowspan", mostRows)
				at++
				width = max(width, at)
			}
		}
		for j := range hang {
			hang[j]--
		}
	}
	return width
}

// dropEmpty empties a table that holds nothing at all.
func (c *converter) dropEmpty(t *document.Table) {
	for _, rows := range [][]*document.Row{t.Head, t.Body} {
		for _, r := range rows {
			for _, cell := range r.Cells {
				if len(cell.Blocks) > 0 {
					return
				}
			}
		}
	}
	t.Columns = nil
}

func span(n *html.Node, key string, most int) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, key)))
	if err != nil || v < 1 {
		return 1
	}
	return min(v, most)
}

// align returns the alignment that a cell asks for.
func align(n *html.Node) document.Align {
	s := strings.ToLower(attr(n, "align"))
	if s == "" {
		style := strings.ToLower(attr(n, "style"))
		if _, rest, ok := strings.Cut(style, "text-align"); ok {
			s, _, _ = strings.Cut(strings.TrimLeft(rest, ": "), ";")
			s = strings.TrimSpace(s)
		}
	}
	switch s {
	case "left":
		return document.AlignLeft
	case "center":
		return document.AlignCenter
	case "right":
		return document.AlignRight
	}
	return document.AlignDefault
}
