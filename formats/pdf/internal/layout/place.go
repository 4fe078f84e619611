package layout

import (
	"slices"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

// Where everything stands: the boxes of each page get their coordinates, the
// notes theirs at the foot, and decorations are drawn behind.

// stretch is the part of a decoration on the page at hand.
type stretch struct {
	deco        decoration
	top, bottom style.Length
	some        bool
}

// left returns the left edge of the text on a page.
func (b *binder) left(page int) style.Length {
	if b.spineAtRight(page) {
		return b.style.Margins.Outside
	}
	return b.style.Margins.Inside
}

// column returns the left edge of a column of a page. Columns follow each other
// in the direction of the book.
func (b *binder) column(page, n int) style.Length {
	if b.rtl {
		n = b.style.Columns - 1 - n
	}
	return b.left(page) + style.Length(n)*(b.style.Measure()+b.style.ColumnGap)
}

// spineAtRight reports whether a page is bound at its right edge: a left-hand
// page.
func (b *binder) spineAtRight(page int) bool { return (page%2 == 1) != b.rtl }

// vessel returns what holds the flow's text, beginning on a page.
func (b *binder) vessel(f *flow, page int) *vessel {
	lead := b.style.Body.Leading
	v := &vessel{height: lead * style.Length(b.style.Lines()), leading: lead, ascent: (&setter{volume: b.volume}).ascent(b.style.Body), gap: lead, recto: page%2 == 0}
	if n := b.style.Columns; n > 1 {
		// Columns of a page should be as deep as each other, not facing pages.
		v.recto = false
		if h := f.banner.height(0); h > 0 {
			for range n {
				v.first = append(v.first, v.height-h)
			}
		}
	}
	return v
}

// placePage places everything on a page, and appends its boxes to those of the
// pages of the flow before.
func (b *binder) placePage(e *emitter, boxes []placed, page int) []placed {
	p := &b.pages[page]
	e.at(page)
	top := b.style.Margins.Head
	if p.first == 0 {
		for i := range p.flow.banner.items {
			it := &p.flow.banner.items[i]
			switch it.kind {
			case boxItem:
				boxes = append(boxes, placed{it, page, b.left(page), top, -1})
				top += it.height
			case glueItem:
				top += it.height
			}
		}
	}
	for k := range p.count {
		boxes = b.placeColumn(e, boxes, p.flow, &p.flow.sheets[p.first+k], page, b.column(page, k), top)
	}
	return boxes
}

// placeColumn places a sheet with its left top corner at (x, top), and appends
// its boxes to those of the page.
func (b *binder) placeColumn(e *emitter, boxes []placed, f *flow, sh *sheet, page int, x, top style.Length) []placed {
	items := f.list.items
	v := b.vessel(f, page)
	var notes []*note
	put := func(it *item, index int, y style.Length) {
		boxes = append(boxes, placed{it, page, x, top + y, index})
		notes = append(notes, it.notes...)
		if index < sh.start || it == sh.head {
			return
		}
		for k := range f.open {
			s := &f.open[k]
			if !s.some {
				s.top, s.some = y, true
			}
			s.bottom = y + it.height
		}
	}
	c := sh.descend(items, v, sh.level(items, v), put, func(_ *cursor, it *item, _ int) {
		switch it.kind {
		case openItem:
			f.open = append(f.open, stretch{deco: it.deco})
		case closeItem:
			if n := opened(f.open, it.deco); n >= 0 {
				f.open[n].draw(e, x, top)
				f.open = slices.Delete(f.open, n, n+1)
			}
		}
	})
	for i := range f.open {
		f.open[i].draw(e, x, top)
	}
	if len(notes) > 0 {
		foot := b.style.Margins.Head + v.height
		if abs(style.Length(sh.delta)) <= 1 {
			foot -= v.leading * style.Length(sh.delta) // level with the page beside
		}
		b.placeNotes(e, notes, page, x, foot, top+c.bottom+v.gap/2)
	}
	return boxes
}

// opened returns the index of a decoration among those that are open, the last
// that is alike; -1 if there is none. The spans of a timeline overlap.
func opened(open []stretch, d decoration) int {
	for i := len(open) - 1; i >= 0; i-- {
		if open[i].deco == d {
			return i
		}
	}
	return -1
}

// draw draws the part of a decoration that the page has.
func (s *stretch) draw(e *emitter, x, top style.Length) {
	if s.some {
		s.deco.decorate(e, x, top+s.top, top+s.bottom)
	}
	s.some = false
}

// placeNotes places footnotes above the foot of the text, but not above least.
func (b *binder) placeNotes(e *emitter, notes []*note, page int, x, foot, least style.Length) {
	y := foot
	for _, n := range notes {
		y -= n.height
	}
	y = max(y, least)
	st := b.style
	rule := &frame.Rule{X: x, Y: y - st.Body.Leading/3, Width: st.Measure() / 4, Height: st.Rules.Thin, Color: st.Palette.Ink}
	if b.rtl {
		rule.X += st.Measure() - rule.Width
	}
	e.behind(rule)
	for _, n := range notes {
		for i := range n.list.items {
			it := &n.list.items[i]
			switch it.kind {
			case boxItem:
				e.noteAt[n] = append(e.noteAt[n], placed{it, page, x, y, i})
				y += it.height
			case glueItem:
				y += it.height
			}
		}
	}
}
