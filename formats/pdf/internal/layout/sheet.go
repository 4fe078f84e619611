package layout

import (
	"slices"

	"github.com/quirepress/quire/formats/style"
)

// A sheet is what stands on a page (or in a column), and the cursor goes down
// one: the breaker to judge it, the binder to place its boxes.

// sheet is a page of a flow: the items from start up to end, which is the
// break.
type sheet struct {
	start, end int
	// pending is the first float that an earlier page left to this one, left
	// the first that this page leaves to the next; -1 for none.
	pending, left int
	// extra is how many lines of white grow, delta how many the foot stands too
	// high.
	extra, delta int
	head         *item // repeated at the top
}

// floats calls f with the floats of earlier pages that stand at the top.
func (s *sheet) floats(items []item, f func(i int)) {
	if s.pending < 0 {
		return
	}
	for i := s.pending; i < s.start && i < len(items); i++ {
		if items[i].float && items[i].kind == boxItem {
			if s.left >= 0 && i >= s.left {
				return
			}
			f(i)
		}
	}
}

// leaves reports whether the page leaves item i to a later one: a float that
// did not fit, or the white around it.
func (s *sheet) leaves(items []item, i int) bool {
	return s.left >= 0 && i >= s.left && items[i].float
}

// vessel is what the breaker must know about the pages.
type vessel struct {
	height  style.Length // of the text
	leading style.Length
	// ascent is how far below the top of a body line its baseline stands.
	ascent style.Length
	// first is the height of the first pages (or columns), where it differs.
	first []style.Length
	// gap is the white above the notes.
	gap style.Length
	// recto says that the first page is a right-hand one.
	recto bool
}

// like reports whether the same pages fit both.
func (p *vessel) like(q *vessel) bool {
	return p.height == q.height && p.leading == q.leading && p.gap == q.gap && p.recto == q.recto && slices.Equal(p.first, q.first)
}

// trifle is how far below its line the foot of a page may be found: white
// above it shrinks by as much.
func (p *vessel) trifle() style.Length { return p.leading / 8 }

func (p *vessel) heightOf(n int) style.Length {
	if n < len(p.first) {
		return p.first[n]
	}
	return p.height
}

// deepest returns how high a thing may be that cannot part: as high as a page,
// but as a part of it where a title may stand above the columns.
func deepest(st *style.Style) style.Length {
	lines := st.Lines()
	if st.Columns > 1 {
		lines = lines * 3 / 4
	}
	return st.Body.Leading * style.Length(lines)
}

// cursor goes down a page.
type cursor struct {
	y, bottom style.Length
	base      style.Length // the last baseline, or the lowest edge of a picture
	notes     style.Length
	stretch   int // lines that the white may grow by, down to the last one on the grid
	parts     int // of a line, below that
	shrink    int // as stretch, for white that shrinks
	shrunk    int // as parts
	begun     bool
	soft      style.Length // what the glue above may give to lead back to the grid
	white     style.Length // of the glue since the last box
	snap      style.Length // what the last step took to the grid
	// Of the white since the last box, too, the parts that it may grow and
	// shrink by.
	grows, gives int
}

// box moves the cursor below a box and returns where its top stands.
func (c *cursor) box(it *item, p *vessel) style.Length {
	c.snap = 0
	if it.grid {
		switch rest := c.y % p.leading; {
		case rest == 0:
		case rest <= c.soft:
			c.snap, c.shrunk = -rest, 0
		default:
			c.snap = p.leading - rest
		}
		c.y += c.snap
		c.onGrid()
	}
	c.soft, c.white, c.grows, c.gives = 0, 0, 0, 0
	top := c.y
	if it.foot > 0 {
		c.base = c.y + it.foot
	}
	c.y += it.height
	c.bottom = c.y
	c.begun = true
	for _, n := range it.notes {
		c.note(n, p)
	}
	return top
}

// onGrid counts whole lines of what the white may grow by: between two places on
// the grid it grows by these only.
func (c *cursor) onGrid() {
	c.stretch += c.parts / wholeLine
	c.shrink += c.shrunk / wholeLine
	c.parts, c.shrunk = 0, 0
}

// elastic returns how many lines the white above may grow by.
func (c *cursor) elastic() int { return c.stretch + c.parts/wholeLine }

// tight returns how many lines the white above may shrink by.
func (c *cursor) tight() int { return c.shrink + c.shrunk/wholeLine }

// foot returns where the body line ends that could stand on the last baseline:
// to the eye a page is as deep as that, whatever hangs below it, such as the rule
// of a table. Notes stand below everything.
func (c *cursor) foot(p *vessel) style.Length {
	if c.notes > 0 || c.base == 0 {
		return c.bottom + c.notes
	}
	return c.base - p.ascent + p.leading
}

// glue moves the cursor over white, which grows. Of glue around floats and next
// to them the larger counts.
func (c *cursor) glue(it *item, p *vessel, grow style.Length) {
	if !c.begun {
		return
	}
	more := max(it.height-c.white, 0)
	c.y += more + grow
	c.white += more
	grows, gives := max(int(it.stretch)-c.grows, 0), max(int(it.shrink)-c.gives, 0)
	c.grows, c.gives = c.grows+grows, c.gives+gives
	c.parts, c.shrunk = c.parts+grows, c.shrunk+gives
	c.snap = 0
	if it.before > 0 {
		c.onGrid()
		if rest := (c.y + it.before) % p.leading; rest > 0 {
			c.snap = p.leading - rest
			c.y += c.snap
		}
	}
	if c.soft = p.leading * style.Length(it.shrink) / wholeLine; it.soft {
		c.soft = it.height
	}
}

// floated moves the cursor from a float at the top of a page to what follows: by
// about a line, so that text there stands on the grid.
func (c *cursor) floated(p *vessel) {
	c.y += p.leading
	c.soft = p.leading / 3
}

func (c *cursor) note(n *note, p *vessel) {
	if c.notes == 0 {
		c.notes = p.gap
	}
	c.notes += n.height
}

// fits reports whether a box has room on the page.
func (c cursor) fits(it *item, height style.Length, p *vessel) bool {
	c.box(it, p)
	return c.foot(p) <= height
}

// descend goes down a sheet, where the white of items grows. It calls put with
// each box and where its top is, also with the floats and the head that the
// sheet begins with, and visit with each item behind those.
func (s *sheet) descend(items []item, p *vessel, grow map[int]style.Length, put func(it *item, i int, top style.Length), visit func(c *cursor, it *item, i int)) cursor {
	var c cursor
	box := func(it *item, i int) {
		if top := c.box(it, p); put != nil {
			put(it, i, top)
		}
	}
	s.floats(items, func(i int) {
		box(&items[i], i)
		c.floated(p)
		c.y += grow[below(i)]
	})
	if s.head != nil {
		box(s.head, s.start)
	}
	c.begun = false
	for i := s.start; i < s.end; i++ {
		if s.leaves(items, i) {
			continue
		}
		it := &items[i]
		switch it.kind {
		case boxItem:
			box(it, i)
		case glueItem:
			c.glue(it, p, grow[i])
		case penaltyItem:
			c.y += grow[i]
		}
		if visit != nil {
			visit(&c, it, i)
		}
	}
	return c
}
