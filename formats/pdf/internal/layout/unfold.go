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
		r.joined, r.height = false, 0
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
			r.cells = append(r.cells, cellBox{list: part, rows: 1, shift: whole.shift, tag: whole.tag})
		}
	}
}

// unfold sets the cells of a table below each other.
func (s *setter) unfold(g *grid, c scope) {
	st := s.style
	g.typ, g.head = st.Table, st.TableHead
	for i := range g.columns {
		g.columns[i] = column{left: c.left, width: c.width}
	}
	s.found.AddHint(diag.Warning, "pdf-wide-table", g.t.Pos, "divide it", "a table with %d columns is too wide for the page: its cells stand below each other", len(g.columns))
	page := g.whole(st) - 2*st.Body.Leading
	rule := func(thick style.Length) {
		air := g.typ.Leading / 5
		s.list.add(tableRule{x: c.left, y: air, width: c.width, thick: thick, color: st.Palette.Ink}, 2*air+thick)
	}
	var part *tag
	for i := range g.rows {
		gr := &g.rows[i]
		switch {
		case i == 0 || i == g.heads:
			rule(st.Rules.Thick)
		default:
			rule(st.Rules.Thin)
		}
		s.list.keep()
		if i == 0 && g.heads > 0 {
			part = c.tag.element("THead")
		}
		if i == g.heads {
			part = c.tag.element("TBody")
		}
		tr := part.element("TR")
		rc := c.within(gr.attr)
		rc.tag = tr
		for k := range gr.cells {
			gc := &gr.cells[k]
			var l list
			l, gc.tag = s.cell(g, gc, i < g.heads, rc)
			r := &row{tag: tr, cells: []cellBox{{list: l, rows: 1, tag: gc.tag}}, height: l.height(0)}
			pieces := []*row{r}
			if r.height > page {
				pieces = r.split(page)
			}
			for _, p := range pieces {
				s.addRow(p)
				s.list.penalty(rowPenalty)
			}
		}
		if len(gr.cells) == 0 {
			s.addRow(&row{tag: tr})
		}
	}
	s.list.bind()
	rule(st.Rules.Thick)
	g.headers()
}
