package layout

import (
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

// Tables that are wider than the measure even in small type stand on pages (or
// in columns) of their own, turned to the left by a quarter.

// turn maps what is set upright onto a page where it is turned: distances from
// the left go up from the foot, distances from the top go to the right.
type turn struct{ left, foot style.Length }

func (t *turn) point(x, y style.Length) (style.Length, style.Length) {
	return t.left + y, t.foot - x
}

func (t *turn) rectangle(x, y, width, height style.Length) (left, top, w, h style.Length) {
	return t.left + y, t.foot - x - width, height, width
}

// item turns an item.
func (t *turn) item(it frame.Item) {
	switch it := it.(type) {
	case *frame.Text:
		it.X, it.Y = t.point(it.X, it.Y)
		it.Turned = true
	case *frame.Rule:
		it.X, it.Y, it.Width, it.Height = t.rectangle(it.X, it.Y, it.Width, it.Height)
	case *frame.Picture:
		it.X, it.Y, it.Width, it.Height = t.rectangle(it.X, it.Y, it.Width, it.Height)
		it.Turned = true
	case *frame.Path:
		if c := it.Clip; c != nil {
			x, y, w, h := t.rectangle(c.X, c.Y, c.Width, c.Height)
			it.Clip = &frame.Rect{X: x, Y: y, Width: w, Height: h}
		}
		for i := range it.Segments {
			for k := range it.Segments[i].Points {
				p := &it.Segments[i].Points[k]
				p.X, p.Y = t.point(p.X, p.Y)
			}
		}
	}
}

// sideways is a part of a table that fills a page, turned.
type sideways struct {
	items         []item
	height, width style.Length // of the page's text
	left          style.Length
	depth         style.Length // of the part
	shown         bool         // the page is to be shown turned
}

func (b sideways) emit(e *emitter, x, y style.Length) {
	outer := e.turn
	// In the middle of the page.
	e.turn = &turn{left: x + b.left + max(b.width-b.depth, 0)/2, foot: y + b.height}
	if b.shown {
		e.book.Pages[e.page].Turned = true
	}
	stack{b.items}.emit(e, 0, 0)
	e.turn = outer
}

// sidewaysTable sets a table turned, on as many pages as it needs. The table
// has been fit to the element's width.
func (s *setter) sidewaysTable(g *grid, el, c scope) {
	page := el.width
	g.depth = c.width
	all := s.apart(func() {
		s.tableCaption(g.t, el)
		s.squeeze(g, el)
	})
	add := func(items []item) {
		b := sideways{items: items, height: page, width: c.width, left: c.left, depth: (&list{items}).height(0), shown: s.style.Columns <= 1}
		it := item{kind: boxItem, box: b, height: page, foot: page, float: true, bound: int8(c.section)}
		for i := range items {
			it.notes = append(it.notes, items[i].notes...)
			for _, p := range items[i].places {
				it.places = append(it.places, place{anchor: p.anchor})
			}
		}
		s.list.floating(s.style.BlockSpace, s.style.Body.Leading, it)
	}
	// Cut where rows may part, as late as the width of the page allows.
	from, at, cut := 0, style.Length(0), -1
	var head *item
	var body []item
	for i := 0; i < len(all.items); i++ {
		it := &all.items[i]
		if it.kind == penaltyItem && it.cost < inhibit {
			cut = i
		}
		if it.kind == boxItem || it.kind == glueItem {
			at += it.height
		}
		if at > c.width && cut > from {
			body = append(body[:0:0], all.items[from:cut]...)
			if head != nil {
				body = append([]item{*head}, body...)
			}
			add(body)
			head = all.items[cut].head
			from, i, at = cut+1, cut, 0
			if head != nil {
				at = head.height
			}
			cut = -1
		}
	}
	body = append(body[:0:0], all.items[from:]...)
	if head != nil {
		body = append([]item{*head}, body...)
	}
	add(body)
}
