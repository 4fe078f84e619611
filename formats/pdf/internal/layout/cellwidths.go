package layout

import (
	"cmp"
	"slices"

	"github.com/quirepress/quire/formats/pdf/internal/line"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// The widths of columns. Every cell says how wide its longest line and its
// longest word are. Columns whose longest line fits their share get it; the
// others divide the rest in proportion to what they have to hold, so that
// their cells become about equally high.

// measure finds the widths that the cells ask for.
func (s *setter) measure(g *grid, c scope) {
	found := append(diag.List(nil), s.found...)
	for i := range g.columns {
		col := &g.columns[i]
		*col = column{align: col.align}
	}
	for i := range g.rows {
		for k := range g.rows[i].cells {
			gc := &g.rows[i].cells[k]
			gc.least, gc.most = s.extents(gc.cell.Blocks, g.typeOf(gc), c)
			gc.atoms = nil
			if len(gc.cell.Blocks) == 1 && gc.most > gc.least {
				if p, ok := gc.cell.Blocks[0].(*document.Paragraph); ok && standalone(p.Content) == nil {
					gc.atoms = slices.Clone(s.atomBuffer)
				}
			}
		}
	}
	s.decimals(g, c)
	for i := range g.rows {
		for k := range g.rows[i].cells {
			gc := &g.rows[i].cells[k]
			if gc.columns == 1 {
				col := &g.columns[gc.column]
				extra := style.Length(0)
				if gc.number && col.numeric {
					extra = max(col.after-gc.after, 0)
				}
				col.least, col.most = max(col.least, gc.least+extra), max(col.most, gc.most+extra)
			}
		}
	}
	// Cells over several columns widen them where they must.
	for i := range g.rows {
		for k := range g.rows[i].cells {
			if gc := &g.rows[i].cells[k]; gc.columns > 1 {
				cols := g.columns[gc.column : gc.column+gc.columns]
				widen(cols, gc.least-g.gap*style.Length(gc.columns-1), func(c *column) *style.Length { return &c.least })
				widen(cols, gc.most-g.gap*style.Length(gc.columns-1), func(c *column) *style.Length { return &c.most })
			}
		}
	}
	for i := range g.columns {
		col := &g.columns[i]
		col.most = max(col.most, col.least)
	}
	s.found = found
}

// widen makes columns wide enough together.
func widen(cols []column, need style.Length, of func(*column) *style.Length) {
	sum := style.Length(0)
	for i := range cols {
		sum += *of(&cols[i])
	}
	if sum >= need {
		return
	}
	each := (need - sum) / style.Length(len(cols))
	for i := range cols {
		*of(&cols[i]) += each
	}
}

// extents returns the widths of the longest word and the longest line of
// blocks.
func (s *setter) extents(bs []document.Block, t style.Type, c scope) (least, most style.Length) {
	for _, b := range bs {
		l, m := s.extent(b, t, c)
		least, most = max(least, l), max(most, m)
	}
	return least, most
}

func (s *setter) extent(b document.Block, t style.Type, c scope) (least, most style.Length) {
	switch b := b.(type) {
	case *document.Paragraph:
		if img := standalone(b.Content); img != nil {
			w := 3 * t.Size
			if r := s.raster(img.Resource, img.Pos); r != nil {
				w = style.Points(float64(r.width))
			}
			return min(w, 4*t.Size), min(w, c.width/2)
		}
		return s.widthsOf(b.Content, t, c)
	case *document.Heading:
		return s.widthsOf(b.Content, t, c)
	case *document.Table:
		n := style.Length(min(len(b.Columns), 100))
		return 4 * n * t.Size, 10 * n * t.Size
	case *document.MathBlock:
		return 8 * t.Size, t.Size * style.Length(min(len(b.Source), 80)*6/10+2)
	case *document.CodeBlock:
		return 8 * t.Size, t.Size * style.Length(min(longestLine(b.Code), 80)*6/10+2)
	}
	in := style.Length(0)
	switch b.(type) {
	case *document.ThematicBreak:
		return 3 * t.Size, 3 * t.Size
	case *document.Timeline, *document.Glossary, *document.Index:
		least = 12 * t.Size
	case *document.List, *document.Quote, *document.Admonition, *document.DefinitionList:
		in = 2 * t.Size
	case *document.Figure:
		least, most = 5*t.Size, 5*t.Size // for the label of its caption
	}
	var walk func(n document.Node)
	walk = func(n document.Node) {
		var text []document.Inline
		for k := range document.Children(n) {
			switch k := k.(type) {
			case document.Block:
				l, m := s.extent(k, t, c)
				least, most = max(least, l+in), max(most, m+in)
			case document.Inline:
				text = append(text, k)
			default: // an item, a term, a row
				walk(k)
			}
		}
		if text != nil {
			l, m := s.widthsOf(text, t, c)
			least, most = max(least, l+in), max(most, m+in)
		}
	}
	walk(b)
	return least, most
}

func longestLine(code string) int {
	n, at := 0, 0
	for _, r := range code {
		if at++; r == '\n' {
			at = 0
		}
		n = max(n, at)
	}
	return n
}

// widthsOf returns the widths of the longest word and of the longest line of
// inline content.
func (s *setter) widthsOf(content []document.Inline, t style.Type, c scope) (least, most style.Length) {
	g := s.gather(content, s.root(t, &tag{}, c.lang))
	const endless = 1 << 40
	sh := s.shape(g, &setting{typ: t, width: endless, whole: true, flush: true, rtl: c.rtl})
	word, run := style.Length(0), style.Length(0)
	parts := func(it *line.Item) bool {
		return it.Cost < line.Inhibit && !it.LastResort && it.From == line.Unhyphenated
	}
	for i := range sh.items {
		it := &sh.items[i]
		switch it.Kind {
		case line.Box:
			word, run = word+it.Width, run+it.Width
		case line.Glue:
			run += it.Width
			if i == 0 || sh.items[i-1].Kind != line.Penalty || parts(&sh.items[i-1]) {
				least, word = max(least, word), 0
			} else {
				word += it.Width
			}
		case line.Penalty:
			if parts(it) {
				least, word = max(least, word), 0
			}
			if it.Cost <= line.Force {
				most, run = max(most, run), 0
			}
		}
	}
	// Words that may be divided are measured in parts, each rounded.
	const roundings = style.Point / 64
	s.atomBuffer = atoms(s.atomBuffer[:0], sh.items, parts)
	return max(least, word) + roundings, max(most, run) + roundings
}

// least returns the width that the table needs so that no word is divided.
func (g *grid) least() style.Length {
	w := g.gap * style.Length(len(g.columns)-1)
	for i := range g.columns {
		w += g.columns[i].least
	}
	return w
}

// widths gives the columns their widths and places.
func (g *grid) widths(c scope) {
	n := len(g.columns)
	room := c.width - g.gap*style.Length(n-1)
	if room < style.Length(n)*g.typ.Size/2 {
		// More columns than anybody can read: at least they stay apart.
		g.gap = min(g.typ.Size/4, c.width/style.Length(3*n))
		room = c.width - g.gap*style.Length(n-1)
	}
	least, most := style.Length(0), style.Length(0)
	for i := range g.columns {
		least += g.columns[i].least
		most += g.columns[i].most
	}
	switch {
	case most <= room:
		g.roomy(room - most)
	case least <= room:
		g.share(room)
		g.lower(room)
	default:
		g.crowd(room)
	}
	x := c.left
	for i := range g.columns {
		g.columns[i].left = x
		x += g.columns[i].width + g.gap
	}
	if c.rtl {
		for i := range g.columns {
			col := &g.columns[i]
			col.left = 2*c.left + c.width - col.left - col.width
		}
	}
}

// roomy spreads what is left over when every line fits.
func (g *grid) roomy(extra style.Length) {
	weight := func(i int) style.Length {
		col := &g.columns[i]
		switch {
		case i == 0 && (col.numeric || col.align == document.AlignRight):
			// Its figures stand flush left as a block.
			return 0
		case col.numeric || col.align == document.AlignRight:
			return col.most/2 + g.typ.Size
		}
		return col.most
	}
	total := style.Length(0)
	for i := range g.columns {
		total += weight(i)
	}
	left := extra
	for i := range g.columns {
		col := &g.columns[i]
		col.width = col.most
		if total > 0 {
			w := extra.Scale(int64(weight(i)>>8), int64(max(total>>8, 1)))
			col.width += min(w, left)
			left -= min(w, left)
		}
	}
	g.columns[len(g.columns)-1].width += left
}

// share divides the room: columns in the order of their longest lines get
// what they want while it is less than an equal part of what is left; the
// others divide the rest in proportion.
func (g *grid) share(room style.Length) {
	order := make([]int, len(g.columns))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(g.columns[a].most, g.columns[b].most) })
	rest := room
	for k, i := range order {
		col := &g.columns[i]
		need := style.Length(0) // of those behind it, at least
		for _, j := range order[k+1:] {
			need += g.columns[j].least
		}
		if col.most <= rest/style.Length(len(order)-k) && col.most <= rest-need {
			col.width = col.most
			rest -= col.most
			continue
		}
		g.proportion(order[k:], rest)
		return
	}
}

// crowd divides too little room: columns that need less than an equal part of
// what is left get what they need, from the narrowest on; the others part the
// rest equally, and words in them are broken.
func (g *grid) crowd(room style.Length) {
	order := make([]int, len(g.columns))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(g.columns[a].least, g.columns[b].least) })
	for k, i := range order {
		col := &g.columns[i]
		col.width = max(min(col.least, room/style.Length(len(order)-k)), 1)
		room -= col.width
	}
}

// crampedEms is the width of a column, in ems, below which breaking its words
// leaves nothing to read.
const crampedEms = 4

// cramped reports whether a column is too narrow to set anything in it.
func (g *grid) cramped() bool {
	for i := range g.columns {
		if col := &g.columns[i]; col.width < col.least && col.width < crampedEms*g.typ.Size {
			return true
		}
	}
	return false
}

// proportion divides the room among columns in proportion to their longest
// lines, none getting less than its longest word.
func (g *grid) proportion(cols []int, room style.Length) {
	fixed := map[int]bool{}
	for {
		rest, sum := room, style.Length(0)
		for _, i := range cols {
			if fixed[i] {
				rest -= g.columns[i].least
			} else {
				sum += g.columns[i].most
			}
		}
		again := false
		for _, i := range cols {
			col := &g.columns[i]
			if fixed[i] {
				col.width = col.least
				continue
			}
			col.width = rest.Scale(int64(col.most>>10), int64(max(sum>>10, 1)))
			if col.width < col.least {
				fixed[i], again = true, true
			}
		}
		if !again {
			return
		}
	}
}
