package layout

import (
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Rows of tables: each is one box that holds the lists of its cells side by
// side, so that it never parts, unless it is higher than a page.

// row is a row as a box.
type row struct {
	cells  []cellBox
	height style.Length
	places []place
	notes  []*note
	start  textPos
	tag    *tag
	// low is where cells from rows above have their foot, if they end in this
	// one.
	low style.Length
	// joined rows hold cells that go on in the next row.
	joined bool
}

// cellBox is a cell: its list, and how far it stands below the top of the row
// and behind where its lines were set.
type cellBox struct {
	list        list
	rows        int  // that it covers
	goesOn      bool // began in a row above or on a page before
	drop, shift style.Length
	tag         *tag
}

// foot is that of the deepest of the cells that end in the row.
func (r *row) foot() style.Length {
	foot := r.low
	for i := range r.cells {
		if c := &r.cells[i]; c.rows <= 1 {
			foot = max(foot, c.drop+c.list.foot())
		}
	}
	if foot == 0 {
		return r.height
	}
	return foot
}

func (r *row) emit(e *emitter, x, y style.Length) {
	if !e.again {
		e.index(r.tag) // a row whose cells all hang from above is still one
	}
	for _, c := range r.cells {
		if !e.again {
			e.index(c.tag)
		}
		stack{c.list.items}.emit(e, x+c.shift, y+c.drop)
	}
}

// addRow puts a row in the list.
func (s *setter) addRow(r *row) {
	r.gather()
	it := s.list.add(r, r.height)
	it.places, it.notes, it.start = r.places, r.notes, r.start
}

// setRows sets all rows of a table.
func (s *setter) setRows(g *grid, c scope) []*row {
	out := make([]*row, len(g.rows))
	type pending struct {
		last int // the row that the cell ends in
		from int
		h    style.Length
		foot style.Length
	}
	var hanging []pending
	var part *tag
	for i := range g.rows {
		gr := &g.rows[i]
		if i == 0 && g.heads > 0 {
			part = c.tag.element("THead")
		}
		if i == g.heads {
			part = c.tag.element("TBody")
		}
		r := &row{tag: part.element("TR"), height: g.typ.Leading}
		rc := c.within(gr.attr)
		rc.tag = r.tag
		heights := make([]style.Length, len(gr.cells))
		for k := range gr.cells {
			gc := &gr.cells[k]
			l, el := s.cell(g, gc, i < g.heads, rc)
			gc.tag = el
			h := l.height(0)
			heights[k] = h
			r.cells = append(r.cells, cellBox{list: l, rows: gc.rows, tag: el})
			if gc.rows > 1 {
				hanging = append(hanging, pending{last: i + gc.rows - 1, from: i, h: h, foot: l.foot()})
			} else {
				r.height = max(r.height, h)
			}
		}
		keep := hanging[:0]
		for _, p := range hanging {
			if p.last > i {
				keep = append(keep, p)
				r.joined = true
				continue
			}
			above := style.Length(0)
			for j := p.from; j < i; j++ {
				above += out[j].height
			}
			r.height = max(r.height, p.h-above)
			r.low = max(r.low, p.foot-above)
		}
		hanging = keep
		if i < g.heads {
			// Heads of one line stand at the foot of those that need more.
			for k := range r.cells {
				if gr.cells[k].rows == 1 {
					r.cells[k].drop = r.height - heights[k]
				}
			}
		}
		out[i] = r
	}
	g.headers()
	return out
}

// gather collects what the vertical list must know of the cells, once.
func (r *row) gather() {
	r.places, r.notes, r.start = nil, nil, textPos{}
	for _, c := range r.cells {
		y := c.drop
		for i := range c.list.items {
			it := &c.list.items[i]
			switch it.kind {
			case boxItem:
				for _, p := range it.places {
					p.x, p.y = p.x+c.shift, p.y+y
					r.places = append(r.places, p)
				}
				it.places = nil
				r.notes = append(r.notes, it.notes...)
				if it.start.ok && !r.start.ok && !c.goesOn {
					r.start = it.start
				}
				y += it.height
			case glueItem:
				y += it.height
			}
		}
	}
}

// cell sets a cell in a list of its own.
func (s *setter) cell(g *grid, gc *gridCell, inHead bool, c scope) (list, *tag) {
	role, scopeOf := "TD", ""
	switch gc.scope {
	case document.ScopeRow:
		role, scopeOf = "TH", "Row"
	case document.ScopeColumn:
		role, scopeOf = "TH", "Column"
	}
	c = c.element(role).within(&gc.cell.Attr)
	c.tag.Scope = scopeOf
	if gc.columns > 1 {
		c.tag.ColSpan = gc.columns
	}
	if gc.rows > 1 {
		c.tag.RowSpan = gc.rows
	}
	c.text = g.typeOf(gc)
	first, last := &g.columns[gc.column], &g.columns[gc.column+gc.columns-1]
	// Columns run in the table's direction, whatever that of the cell is.
	c.left = min(first.left, last.left)
	c.width = max(first.left+first.width, last.left+last.width) - c.left
	align := gc.cell.Align
	if align == document.AlignDefault {
		align = first.align
		if align == document.AlignDefault && first.numeric && gc.columns == 1 {
			align = document.AlignRight
		}
		if gc.columns > 1 && inHead && align == document.AlignDefault {
			align = document.AlignCenter
		}
	}
	switch align {
	case document.AlignRight:
		c.align = alignEnd
		if c.rtl {
			c.align = alignStart
		}
	case document.AlignCenter:
		c.align = alignCenter
	default:
		c.align = alignStart
	}
	if gc.number && first.numeric && align == document.AlignRight && !c.rtl && gc.columns == 1 {
		c.width -= max(first.after-gc.after, 0)
	}
	var l list
	if len(gc.cell.Blocks) == 1 {
		if p, ok := gc.cell.Blocks[0].(*document.Paragraph); ok && standalone(p.Content) == nil {
			l = s.apart(func() {
				s.cellParagraph(p, c)
				s.arrive(0, gc.cell.Anchor, c)
			})
			return l, c.tag
		}
	}
	l = s.apart(func() {
		s.blocks(gc.cell.Blocks, c)
		s.arrive(0, gc.cell.Anchor, c)
	})
	return trim(l), c.tag
}

// cellParagraph sets the only paragraph of a cell.
func (s *setter) cellParagraph(p *document.Paragraph, c scope) {
	c = c.within(&p.Attr)
	gal := s.gather(p.Content, s.root(c.text, c.tag, c.lang))
	set := c.setting()
	set.justified, set.flush, set.pos = false, true, p.Pos
	if c.main {
		set.anchor = p.Anchor
	}
	lines := s.lines(gal, &set)
	if len(lines) > 0 {
		lines[0].places = append(lines[0].places, place{anchor: p.Anchor, tag: c.tag})
	}
	s.addLines(lines, c.text)
}

// trim returns a list without the white at its ends.
func trim(l list) list {
	items := l.items
	for len(items) > 0 && items[0].kind == glueItem {
		items = items[1:]
	}
	for len(items) > 0 && items[len(items)-1].kind == glueItem {
		items = items[:len(items)-1]
	}
	return list{items}
}

// split cuts a row that is higher than a page into pieces that are not.
func (r *row) split(limit style.Length) []*row {
	var out []*row
	at := make([]int, len(r.cells))
	for first := true; ; first = false {
		piece := &row{tag: r.tag, joined: r.joined}
		rest := false
		for k := range r.cells {
			items := r.cells[k].list.items
			from := at[k]
			for !first && from < len(items) && items[from].kind != boxItem && items[from].kind != openItem && items[from].kind != closeItem {
				from++
			}
			to, h := r.cells[k].list.part(from, limit)
			at[k] = to
			rest = rest || to < len(items)
			box := cellBox{list: list{items[from:to]}, goesOn: !first, tag: r.cells[k].tag}
			piece.cells = append(piece.cells, box)
			piece.height = max(piece.height, h)
		}
		out = append(out, piece)
		if !rest {
			return out
		}
	}
}

// part returns the end of what stands from an item on and is no higher than a
// limit, with its height: where the list may break if it can, else anywhere,
// but behind the first box.
func (l *list) part(from int, limit style.Length) (to int, height style.Length) {
	best, bestHeight, begun := from, style.Length(0), false
	for to = from; to < len(l.items); to++ {
		if begun && legal(l.items, to) {
			best, bestHeight = to, height
		}
		it := &l.items[to]
		if it.kind != boxItem && it.kind != glueItem {
			continue
		}
		if height+it.height > limit && begun {
			if best > from {
				return best, bestHeight
			}
			return to, height
		}
		height += it.height
		begun = begun || it.kind == boxItem
	}
	return to, height
}
