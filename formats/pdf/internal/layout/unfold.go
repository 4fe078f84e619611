package layout

import (
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
)

// Tables that come apart: rows that hang together by cells which reach over
// several of them, and are higher than a page; and tables with more columns
// than there is room for, whose cells stand below each other.

// loosen lets rows part that cells hold together, wherever such a group is
// higher than the page.
func loosen(rows []*row, page style.Length) {
	for from := 0; from < len(rows); {
		end, height := from, rows[from].height
		for rows[end].joined && end+1 < len(rows) {
			end++
			height += rows[end].height
		}
		if height > page && end > from {
			deal(rows[from : end+1])
		}
		from = end + 1
	}
}

// deal gives each row of a group the part of its high cells that has room
// beside the other ones; the last row of a cell takes what is left.
func deal(rows []*row) {
	for _, r := range rows {
		r.joined, r.height, r.low = false, 0, 0
		for k := range r.cells {
			c := &r.cells[k]
			c.drop = 0
			if c.rows <= 1 {
				r.height = max(r.height, c.list.height(0))
			}
		}
	}
	// In the order of the rows that they end in, so that the heights of the
	// rows above are known.
	for end := range rows {
		for from := range rows[:end+1] {
			for k := range rows[from].cells {
				if c := &rows[from].cells[k]; c.rows > 1 && min(from+c.rows, len(rows))-1 == end {
					c.deal(rows[from : end+1])
				}
			}
		}
	}
}

// deal cuts a cell into parts for its rows.
func (c *cellBox) deal(rows []*row) {
	whole := *c
	c.rows = 1
	items := whole.list.items
	for k, r := range rows {
		n, h := 0, style.Length(0)
		for n < len(items) {
			high := style.Length(0)
			if it := &items[n]; it.kind == boxItem || it.kind == glueItem {
				high = it.height
			}
			if k < len(rows)-1 && h+high > r.height {
				break
			}
			h += high
			n++
		}
		part := list{items[:n:n]}
		items = items[n:]
		for len(items) > 0 && (items[0].kind == glueItem || items[0].kind == penaltyItem) {
			items = items[1:]
		}
		r.height = max(r.height, h)
		if k == 0 {
			c.list = part
		} else if n > 0 {
			r.cells = append(r.cells, cellBox{list: part, rows: 1, goesOn: true, shift: whole.shift, tag: whole.tag})
		}
	}
}

// recordPenalty is the cost of a page break within a row whose cells stand below
// each other.
const recordPenalty = 30_000

// unfold sets the cells of a table below each other, each beside what heads its
// column where that is one cell.
func (s *setter) unfold(g *grid, c scope) {
	st := s.style
	g.typ, g.head = st.Table, st.TableHead
	s.found.AddHint(diag.Warning, "pdf-wide-table", g.t.Pos, "divide it", "a table with %d columns is too wide for the page: its cells stand below each other", len(g.columns))
	rule := func(thick style.Length) {
		air := g.typ.Leading / 5
		s.list.add(tableRule{x: c.left, y: air, width: c.width, thick: thick, color: st.Palette.Ink}, 2*air+thick)
		s.list.keep()
	}
	g.place(c.left, c.width)
	beside := c.width/3 >= crampedEms*g.typ.Size && g.labelled()
	var part *tag
	var labels []cellBox
	said := make([]bool, len(g.columns)) // the labels that stand somewhere
	for i := range g.rows {
		gr := &g.rows[i]
		if i == 0 && g.heads > 0 {
			part = c.tag.element("THead")
		}
		if i == g.heads {
			part = c.tag.element("TBody")
		}
		rc := c.within(gr.attr)
		rc.tag = part.element("TR")
		if beside && i == 0 {
			labels = s.headCells(g, gr, rc)
			continue
		}
		if i == 0 || i == g.heads {
			rule(st.Rules.Thick)
		} else {
			rule(st.Rules.Thin)
		}
		s.record(g, gr, labels, i < g.heads, rc)
		s.list.items[len(s.list.items)-1].cost = rowPenalty
		if labels == nil {
			continue
		}
		for k := range gr.cells {
			// From now on it is there again.
			n := gr.cells[k].column
			l := &labels[n].list
			if h := l.height(0); said[n] {
				continue
			} else if h > g.whole(st)/4 {
				l.items = nil // too much to be said again
			} else if h > 0 {
				l.items = []item{{kind: boxItem, box: repeat{stack{l.items}}, height: h}}
			}
			said[n] = true
		}
	}
	for n := range labels {
		if h := labels[n].list.height(0); !said[n] && h > 0 { // of a column without a cell of its own
			s.addRow(&row{tag: labels[n].tag.parent, height: h, cells: []cellBox{labels[n]}})
			s.list.penalty(recordPenalty)
		}
	}
	s.list.items[len(s.list.items)-1].cost = inhibit
	rule(st.Rules.Thick)
	g.headers()
}

// place gives all columns the same place.
func (g *grid) place(left, width style.Length) {
	for i := range g.columns {
		g.columns[i] = column{left: left, width: width}
	}
}

// labelled reports whether the cells of a table can stand beside their heads.
func (g *grid) labelled() bool {
	return g.heads == 1 && len(g.rows) > 1 && len(g.rows[0].cells) == len(g.columns)
}

// headCells sets the only row of the head as what stands beside the cells, and
// makes room for these.
func (s *setter) headCells(g *grid, gr *gridRow, c scope) []cellBox {
	beside := c.width / 3
	left, rest := c.left, c.left+beside+g.typ.Size
	if c.rtl {
		left, rest = c.left+c.width-beside, c.left
	}
	g.place(left, beside)
	head := &row{tag: c.tag}
	out := make([]cellBox, len(gr.cells))
	for k := range gr.cells {
		var l list
		l, gr.cells[k].tag = s.cell(g, &gr.cells[k], true, c)
		out[k] = cellBox{list: l, rows: 1, tag: gr.cells[k].tag}
		head.cells = append(head.cells, cellBox{rows: 1, tag: gr.cells[k].tag})
	}
	s.addRow(head) // in the tree they come before the body
	s.list.keep()
	g.place(rest, c.width-beside-g.typ.Size)
	return out
}

// record sets a row of a table that is unfolded.
func (s *setter) record(g *grid, gr *gridRow, labels []cellBox, inHead bool, c scope) {
	page := g.whole(s.style) - 2*s.style.Body.Leading
	for k := range gr.cells {
		gc := &gr.cells[k]
		var l list
		l, gc.tag = s.cell(g, gc, inHead, c)
		r := &row{tag: c.tag, height: l.height(0)}
		if labels != nil {
			label := labels[gc.column]
			r.cells = append(r.cells, label)
			r.height = max(r.height, label.list.height(0))
		}
		r.cells = append(r.cells, cellBox{list: l, rows: 1, tag: gc.tag})
		pieces := []*row{r}
		if r.height > page {
			pieces = r.split(page)
		}
		for _, p := range pieces {
			s.addRow(p)
			s.list.penalty(recordPenalty)
		}
	}
	if len(gr.cells) == 0 {
		s.addRow(&row{tag: c.tag})
		s.list.penalty(recordPenalty)
	}
}
