package layout

import (
	"github.com/quirepress/quire/formats/pdf/internal/layout/svg"
	"github.com/quirepress/quire/formats/style"
)

// Words in drawings are made for a screen, and become as small as the drawing.
// In large print, where nothing should be smaller than the text, they grow as
// long as they do not run into each other, into a shape, or out of the drawing.

const (
	// middle is the height of the middle of figures and capitals above the
	// baseline, as a part of their size.
	middle = 0.33
	// mostEnlarged is how far words of a drawing grow at most, enlargeStep in
	// which steps that is tried.
	mostEnlarged, enlargeStep = 3, 0.125
)

// tallest returns the largest size of a text, in its own units.
func tallest(t *svg.Text) float64 {
	size := 0.0
	for i := range t.Spans {
		size = max(size, t.Spans[i].Size)
	}
	return size
}

// wordRoom is the room that a text of a drawing takes.
type wordRoom struct{ left, right, top, bottom style.Length }

func (w *wordRoom) meets(v *wordRoom) bool {
	return w.left < v.right && v.left < w.right && w.top < v.bottom && v.top < w.bottom
}

// enlargement returns the factor by which all words of a drawing can grow
// towards the size of the text.
func (s *setter) enlargement(d *svg.Drawing, out *drawn, scale float64) float64 {
	least := s.style.Body.Size
	for _, it := range d.Items {
		if t, ok := it.(*svg.Text); ok && tallest(t) > 0 {
			least = min(least, onPage(tallest(t)*t.Matrix.Scale()*scale))
		}
	}
	if least <= 0 {
		return 1
	}
	found := len(s.found)
	defer func() { s.found = s.found[:found] }()
	before := s.roomOf(d, out, scale, 1)
	shapes := shapesOf(d, scale)
	if len(before)*(len(before)+len(shapes)) > mostMeetings {
		return 1
	}
	for f := min(s.style.Body.Size.Points()/least.Points(), mostEnlarged); f > 1; f -= enlargeStep {
		if keepsClear(before, s.roomOf(d, out, scale, f), shapes, out) {
			return f
		}
	}
	return 1
}

// roomOf returns the room that the upright texts of a drawing take.
func (s *setter) roomOf(d *svg.Drawing, out *drawn, scale, enlarged float64) []wordRoom {
	var all []wordRoom
	for _, it := range d.Items {
		t, ok := it.(*svg.Text)
		if !ok || !t.Matrix.Upright() {
			continue
		}
		try := &drawn{tag: out.tag, width: out.width, height: out.height}
		s.drawText(try, t, scale, enlarged)
		size := onPage(tallest(t) * t.Matrix.Scale() * scale * enlarged)
		for i := range try.items {
			it := &try.items[i]
			if it.line == nil || it.line.end == 0 {
				continue
			}
			all = append(all, wordRoom{left: it.x, right: it.x + it.line.end, top: it.y - size.Em(750), bottom: it.y + size.Em(230)})
		}
	}
	return all
}

// keepsClear reports whether words that have grown keep clear of each other, of
// shapes and of the edges of the drawing, as far as they did before.
func keepsClear(before, after, shapes []wordRoom, d *drawn) bool {
	if len(before) != len(after) {
		return false
	}
	for i := range after {
		w, b := &after[i], &before[i]
		if w.left < min(0, b.left) || w.right > max(d.width, b.right) || w.top < min(0, b.top) || w.bottom > max(d.height, b.bottom) {
			return false
		}
		for k := range shapes {
			if w.meets(&shapes[k]) && !b.meets(&shapes[k]) {
				return false
			}
		}
		for k := range after[:i] {
			if w.meets(&after[k]) && !b.meets(&before[k]) {
				return false
			}
		}
	}
	return true
}

// shapesOf returns the rooms of the shapes of a drawing.
func shapesOf(d *svg.Drawing, scale float64) []wordRoom {
	var all []wordRoom
	for _, it := range d.Items {
		p, ok := it.(*svg.Path)
		if !ok {
			continue
		}
		var r wordRoom
		for i, seg := range p.Segments {
			for k, pt := range seg.Points {
				x, y := onPage(pt.X*scale), onPage(pt.Y*scale)
				if seg.Verb == svg.Close || k > 0 && seg.Verb != svg.CurveTo {
					continue
				}
				if i == 0 {
					r = wordRoom{x, x, y, y}
				}
				r = wordRoom{min(r.left, x), max(r.right, x), min(r.top, y), max(r.bottom, y)}
			}
		}
		// A line takes room, too.
		all = append(all, wordRoom{r.left, r.right + style.Point/10, r.top, r.bottom + style.Point/10})
	}
	return all
}

// mostMeetings bounds the pairs of texts and shapes that are held against each
// other.
const mostMeetings = 200_000
