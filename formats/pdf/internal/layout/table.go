package layout

import (
	"strconv"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Tables: three horizontal rules and no verticals, the caption above, columns
// as wide as their content asks for (cellwidths.go), figures below each other
// on their decimal sign (decimal.go). A row is one box (row.go); the head is
// set again where a page begins.

// grid is a table in the making.
type grid struct {
	t       *document.Table
	typ     style.Type // of the body
	head    style.Type
	gap     style.Length // between columns
	columns []column
	rows    []gridRow
	heads   int // rows of the head
	// depth is how high the part of the table on a page may be; 0 stands for
	// the height of the page.
	depth style.Length
}

// column is a column of a table.
type column struct {
	align document.Align
	// numeric columns are aligned on the decimal sign; after is the width of
	// the widest part behind it.
	numeric bool
	after   style.Length
	// least is the width of the longest word, most that of the longest line.
	least, most style.Length
	left, width style.Length
}

// gridRow is a row with its cells in their places.
type gridRow struct {
	attr  *document.Attr
	cells []gridCell
}

// gridCell is a cell with the column that it begins in.
type gridCell struct {
	cell          *document.Cell
	row, column   int            // that it begins in
	columns, rows int            // that it covers
	scope         document.Scope // what it heads
	tag           *tag
	least, most   style.Length
	number        bool
	after         style.Length // what stands behind its decimal sign
	atoms         []atom       // of its only paragraph, if it may have several lines
}

// typeOf returns the type of a cell: what heads rows or columns is semibold,
// wherever it stands.
func (g *grid) typeOf(gc *gridCell) style.Type {
	if gc.row < g.heads || gc.scope != document.ScopeByPlace {
		return g.head
	}
	return g.typ
}

// tableScales are the sizes that a table is tried at, in thousandths.
var tableScales = [...]int64{1000, 900, 800}

// table sets a table with its caption.
func (s *setter) table(t *document.Table, c scope) {
	g := s.grid(t)
	if len(g.rows) == 0 {
		return
	}
	el := c.element("Table")
	if t.Anchor != "" {
		el.tag.ID = string(t.Anchor)
	}
	el.indented, el.grid, el.align = false, false, alignStart
	if !c.grid {
		// Whatever it stands in must be able to part, even if that is turned.
		g.depth = min(deepest(s.style), s.style.Measure()) / 2
	}
	s.fit(g, el)
	set := s.squeeze
	if c.grid && g.least() > el.width {
		turned := el
		turned.left, turned.width = 0, deepest(s.style)
		if s.fit(g, turned); !g.cramped() {
			s.sidewaysTable(g, turned, c)
			return
		}
	}
	if g.cramped() {
		set = s.unfold
	}
	s.float(c, s.style.BlockSpace, len(t.Caption) > 0, func() {
		s.tableCaption(t, el)
		set(g, el)
		if it := s.list.first(0); it != nil && t.Anchor != "" {
			it.places = append(it.places, place{anchor: t.Anchor, tag: el.tag})
		}
	})
}

// tableCaption sets the caption above a table.
func (s *setter) tableCaption(t *document.Table, c scope) {
	if len(t.Caption) == 0 {
		return
	}
	label := ""
	if n := s.numbers.Of(t); n > 0 {
		label = s.words.Table + "\u00A0" + strconv.Itoa(n) + "."
	}
	from := len(s.list.items)
	s.caption(label, t.Caption, c)
	if it := s.list.first(from); it != nil && c.main {
		it.start = textPos{anchor: t.Anchor, ok: t.Anchor != ""}
	}
	s.list.keep()
	s.list.kern(s.style.Body.Leading / 6)
	s.list.keep()
}

// caption sets a caption with its label.
func (s *setter) caption(label string, content []document.Inline, c scope) {
	el := c.tag.element("Caption")
	c.text = s.style.Caption
	a := s.root(c.text, el, c.lang)
	g := &galley{}
	in := inliner{s: s, g: g, source: -1}
	if label != "" {
		in.add(label, s.root(s.style.CaptionLabel, el, s.words.Lang))
		in.add(" ", a)
	}
	in.source = 0
	in.run(content, a)
	set := c.setting()
	lines := s.lines(g, &set)
	if set.align == alignCenter && len(lines) > 1 {
		set.align = alignStart
		lines = s.lines(g, &set)
	}
	for i := range lines {
		it := s.list.add(lines[i].box, c.text.Leading)
		it.notes, it.places = lines[i].notes, lines[i].places
		switch {
		case i == len(lines)-1:
		case len(lines) > mostCaption:
			s.list.penalty(orphanPenalty)
		default:
			s.list.keep()
		}
	}
}

// mostCaption is how many lines of a caption never part.
const mostCaption = 8

// grid puts the cells of a table in their places and measures them.
func (s *setter) grid(t *document.Table) *grid {
	g := &grid{t: t, typ: s.style.Table, head: s.style.TableHead, heads: len(t.Head)}
	n := len(t.Columns)
	g.columns = make([]column, n)
	for i, a := range t.Columns {
		g.columns[i].align = a
	}
	for _, part := range [][]*document.Row{t.Head, t.Body} {
		covered := make([]int, n)
		for k, r := range part {
			row := gridRow{attr: &r.Attr}
			at := 0
			for _, cell := range r.Cells {
				for at < n && covered[at] > 0 {
					at++
				}
				if at >= n {
					break
				}
				gc := gridCell{cell: cell, row: len(g.rows), column: at, columns: 1, rows: min(max(cell.RowSpan, 1), len(part)-k)}
				for gc.columns < min(cell.ColSpan, n-at) && covered[at+gc.columns] <= 0 {
					gc.columns++ // up to a cell that reaches down from above
				}
				if !silent(cell) {
					gc.scope = t.Heads(cell, len(g.rows) < g.heads, at)
				}
				for range gc.columns {
					covered[at] = gc.rows
					at++
				}
				row.cells = append(row.cells, gc)
			}
			for ; at < n; at++ { // a row that is too short ends with empty cells
				if covered[at] <= 0 {
					blank := &document.Cell{}
					row.cells = append(row.cells, gridCell{
						cell: blank, row: len(g.rows), column: at, columns: 1, rows: 1,
					})
					covered[at] = 1
				}
			}
			for j := range covered {
				covered[j]--
			}
			g.rows = append(g.rows, row)
		}
	}
	return g
}

// fit chooses the size of the type and the widths of the columns.
func (s *setter) fit(g *grid, c scope) {
	for i, scale := range tableScales {
		g.typ, g.head = scaled(s.style.Table, scale), scaled(s.style.TableHead, scale)
		g.gap = g.typ.Size.Em(1300)
		s.measure(g, c)
		if g.least() <= c.width || i == len(tableScales)-1 {
			break
		}
	}
	g.widths(c)
}

// scaled returns a type at a size, in thousandths.
func scaled(t style.Type, scale int64) style.Type {
	if scale != 1000 {
		t.Size, t.Leading = t.Size.Scale(scale, 1000), t.Leading.Scale(scale, 1000)
	}
	return t
}

// squeeze sets the rules and rows, and says so once if they do not fit.
func (s *setter) squeeze(g *grid, c scope) {
	before := len(s.found)
	s.tableRows(g, c)
	if g.least() <= c.width {
		return
	}
	kept := s.found[:before]
	for _, d := range s.found[before:] {
		if d.Code != "pdf-long-word" {
			kept = append(kept, d)
		}
	}
	s.found = kept
	s.found.AddHint(diag.Warning, "pdf-wide-table", g.t.Pos, "divide it", "a table with %d columns is too wide for the page: words in it are broken", len(g.columns))
}

// tableRows sets the rules and rows.
func (s *setter) tableRows(g *grid, c scope) {
	st := s.style
	air := g.typ.Leading / 5
	rule := func(before, thick, after style.Length) {
		s.list.add(tableRule{x: c.left, y: before, width: c.width, thick: thick, color: st.Palette.Ink}, before+thick+after)
		s.list.keep()
	}
	top := len(s.list.items)
	rule(0, st.Rules.Thick, air/2)
	rows := s.setRows(g, c)
	whole := g.whole(st)
	page := whole - 2*st.Body.Leading // for the rules
	head := style.Length(0)
	for _, r := range rows[:g.heads] {
		head += r.height
	}
	above := s.list.height(0) // with the caption
	if head > page/3 {
		loosen(rows[:g.heads], max(page-above, whole/4))
	}
	for _, r := range rows[:g.heads] {
		if head <= page/3 {
			s.addRow(r)
			s.list.keep()
			continue
		}
		// A head of that size is set once and breaks like the body.
		for _, p := range r.split(max(page-above, whole/4)) {
			s.addRow(p)
			s.list.penalty(rowPenalty)
		}
	}
	if g.heads > 0 {
		rule(air, st.Rules.Thin, air/2)
	}
	var repeated *item
	if head <= page/3 {
		above = s.list.height(0)
		if repeated = s.repeated(g, c, top); repeated.height > page/3 {
			repeated = nil
		} else {
			above = max(above, repeated.height)
		}
		page -= above
	}
	page = max(page, whole/4)
	body := rows[g.heads:]
	loosen(body, page)
	between := style.Length(0)
	for _, r := range body {
		if r.height > g.typ.Leading {
			between = g.typ.Leading / 4
		}
	}
	for i, r := range body {
		pieces := []*row{r}
		if r.height > page {
			pieces = r.split(page)
		}
		for k, p := range pieces {
			if k > 0 {
				s.list.penaltyHead(rowPenalty, repeated)
			}
			s.addRow(p)
		}
		if i == len(body)-1 {
			break
		}
		if between > 0 && !r.joined {
			s.list.keep()
			s.list.kern(between)
		}
		switch {
		case r.joined:
			s.list.keep()
		case i == 0 || i == len(body)-2:
			s.list.penaltyHead(orphanPenalty, repeated)
		default:
			s.list.penaltyHead(rowPenalty, repeated)
		}
		if !r.joined {
			if between > 0 {
				s.list.elastic(rowsApart, rowShrink)
			} else {
				s.list.elastic(rowStretch, 0)
			}
		}
	}
	s.list.keep()
	s.list.add(tableRule{x: c.left, y: air, width: c.width, thick: st.Rules.Thick, color: st.Palette.Ink}, air+st.Rules.Thick)
}

// whole returns how high the part of a table on a page may be.
func (g *grid) whole(st *style.Style) style.Length {
	if g.depth > 0 {
		return g.depth
	}
	return deepest(st)
}

// repeated returns the head of the table as it stands on further pages: with
// its number, and the word that says so.
func (s *setter) repeated(g *grid, c scope, from int) *item {
	head := append([]item(nil), s.list.items[from:]...)
	if n := s.numbers.Of(g.t); n > 0 {
		above := s.apart(func() {
			cc := c
			cc.lang = s.words.Lang
			s.caption(s.words.Table+"\u00A0"+strconv.Itoa(n)+",", document.Plain(s.words.Continued), cc)
			s.list.kern(s.style.Body.Leading / 6)
		})
		head = append(above.items, head...)
	}
	return &item{kind: boxItem, box: repeat{stack{head}}, height: (&list{head}).height(0), foot: (&list{head}).foot()}
}

// rowPenalty is the cost of a page break between two rows.
const rowPenalty = 100

// tableRule is a rule with white above it.
type tableRule struct {
	x, y, width, thick style.Length
	color              style.Color
}

// foot is 0: a rule that ends a page hangs below its last baseline.
func (r tableRule) foot() style.Length { return 0 }

func (r tableRule) emit(e *emitter, x, y style.Length) {
	e.put(&frame.Rule{X: x + r.x, Y: y + r.y, Width: r.width, Height: r.thick, Color: r.color, Mark: e.mark(nil)})
}

// repeat is a box that stands in the book already: what it puts is an artifact
// of the layout here.
type repeat struct{ box box }

func (r repeat) emit(e *emitter, x, y style.Length) {
	again := e.again
	e.again = true
	r.box.emit(e, x, y)
	e.again = again
}
