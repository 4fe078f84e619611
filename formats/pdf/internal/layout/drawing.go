package layout

import (
	"math"
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/pdf/internal/layout/svg"
	"github.com/quirepress/quire/formats/style"
)

// Drawings: the shapes and texts of an SVG at the size that they are printed
// at. Texts are set in the faces of the book; those that are turned or
// stretched become outlines.

// drawn is a drawing at its size.
type drawn struct {
	items         []drawnItem
	width, height style.Length
	tag           *tag
}

// drawnItem is a path or a line of text with its place, from the top left
// corner of the drawing; a text's y is that of its baseline.
type drawnItem struct {
	path *frame.Path
	clip bool // the path reaches out of the drawing
	line *textLine
	x, y style.Length
}

// draw sets a drawing in a width. Everything in it belongs to one element.
func (s *setter) draw(d *svg.Drawing, width style.Length, el *tag) *drawn {
	scale := width.Points() / d.Width
	out := &drawn{tag: el, width: width, height: onPage(d.Height * scale)}
	enlarged := 1.0
	if s.style.Profile == style.LargePrint {
		enlarged = s.enlargement(d, out, scale)
	}
	for _, it := range d.Items {
		switch it := it.(type) {
		case *svg.Path:
			p := &frame.Path{
				Segments: make([]frame.Segment, len(it.Segments)), Fill: it.Fill, Stroke: it.Stroke, EvenOdd: it.EvenOdd,
				RoundCap: it.RoundCap, RoundJoin: it.RoundJoin,
			}
			for i, seg := range it.Segments {
				p.Segments[i].Verb = frame.Verb(seg.Verb)
				for k, pt := range seg.Points {
					p.Segments[i].Points[k] = frame.Point{X: onPage(pt.X * scale), Y: onPage(pt.Y * scale)}
				}
			}
			if it.Stroke != nil {
				// Nothing thinner than a press can print.
				p.LineWidth = max(onPage(it.LineWidth*scale), s.style.Rules.Hair/2)
				for _, n := range it.Dash {
					p.Dash = append(p.Dash, onPage(n*scale))
				}
			}
			clip := out.outside(p)
			if clip && out.away(p) {
				continue
			}
			out.items = append(out.items, drawnItem{path: p, clip: clip})
		case *svg.Text:
			s.drawText(out, it, scale, enlarged)
		}
	}
	return out
}

// outside reports whether a path reaches out of the drawing.
func (d *drawn) outside(p *frame.Path) bool {
	left, top, right, bottom := bounds(p)
	const hair = style.Point / 4
	return left < -hair || top < -hair || right > d.width+hair || bottom > d.height+hair
}

// away reports whether nothing of a path shows.
func (d *drawn) away(p *frame.Path) bool {
	left, top, right, bottom := bounds(p)
	return right < 0 || bottom < 0 || left > d.width || top > d.height
}

// bounds returns the rectangle around the points of a path.
func bounds(p *frame.Path) (left, top, right, bottom style.Length) {
	const far = 1 << 50
	left, top, right, bottom = far, far, -far, -far
	points := [...]int{frame.MoveTo: 1, frame.LineTo: 1, frame.CurveTo: 3, frame.Close: 0}
	for i := range p.Segments {
		for _, pt := range p.Segments[i].Points[:points[p.Segments[i].Verb]] {
			left, top = min(left, pt.X), min(top, pt.Y)
			right, bottom = max(right, pt.X), max(bottom, pt.Y)
		}
	}
	return left, top, right, bottom
}

// onPage rounds a number of points to thousandths, as they are painted, so
// that the last bits of a calculation do not matter.
func onPage(pt float64) style.Length {
	return style.Length(math.Round(pt*1000)) * style.Point / 1000
}

// drawText sets a text of a drawing, enlarged about the middle of its letters.
func (s *setter) drawText(out *drawn, t *svg.Text, scale, enlarged float64) {
	type part struct {
		line  *textLine
		dx, y style.Length
	}
	upright := t.Matrix.Upright()
	k := scale
	if upright {
		k = t.Matrix.Scale() * scale * enlarged
	}
	var parts []part
	x, y := style.Length(0), style.Length(0)
	for i := range t.Spans {
		sp := &t.Spans[i]
		x += onPage(sp.DX * k)
		y += onPage(sp.DY * k)
		size := onPage(sp.Size * k)
		if size <= 0 || size > 10_000*style.Point {
			continue
		}
		a := s.drawingType(sp, size, out.tag)
		line, w := s.lineOf(sp.Value, a)
		parts = append(parts, part{line, x, y - onPage(sp.Shift*k)})
		x += w
	}
	if n := len(parts); n > 0 && upright {
		parts[n-1].line.endSpace() // texts of a drawing are words apart
	}
	back := style.Length(0)
	switch t.Anchor {
	case svg.Middle:
		back = x / 2
	case svg.End:
		back = x
	}
	at := t.Matrix.Apply(t.At)
	lower := onPage(middle * tallest(t) * k * (1 - 1/enlarged))
	for _, p := range parts {
		if upright {
			out.items = append(out.items, drawnItem{line: p.line, x: onPage(at.X*scale) + p.dx - back, y: onPage(at.Y*scale) + p.y + lower})
			continue
		}
		m := t.Matrix
		m[4], m[5] = 0, 0
		out.outline(p.line, p.dx-back, p.y, m, onPage(at.X*scale), onPage(at.Y*scale))
	}
}

// drawingType finds the face for a text of a drawing among those of the book.
func (s *setter) drawingType(sp *svg.Span, size style.Length, el *tag) *attr {
	role := style.SansRole
	for _, f := range sp.Families {
		switch {
		case strings.Contains(f, "mono") || strings.Contains(f, "code") || strings.Contains(f, "courier") || strings.Contains(f, "consol"):
			role = style.CodeRole
		case strings.Contains(f, "sans") || strings.Contains(f, "helvetica") || strings.Contains(f, "arial"):
			role = style.SansRole
		case strings.Contains(f, "serif") || strings.Contains(f, "times") || strings.Contains(f, "georgia") || strings.Contains(f, "garamond"):
			role = style.TextRole
		default:
			continue
		}
		break
	}
	a := s.root(style.Type{Role: role, Bold: sp.Bold, Italic: sp.Italic, Size: size, Leading: size, Figures: style.Lining, Ragged: true, Unhyphenated: true}, el, "")
	a.color = sp.Fill
	return a
}

// lineOf sets text in one line with the spaces at its ends, and returns its
// width.
func (s *setter) lineOf(text string, a *attr) (*textLine, style.Length) {
	word := strings.Trim(text, " ")
	w := a.face.Length(a.face.Advance(glyphOf(a.face, ' ')), a.size)
	before := style.Length(len(text)-len(strings.TrimLeft(text, " "))) * w
	if word == "" {
		return &textLine{}, before
	}
	after := style.Length(len(text)-len(strings.TrimRight(text, " "))) * w
	g := &galley{}
	in := inliner{s: s, g: g, source: -1}
	in.add(word, a)
	const endless = 1 << 40
	lines := s.lines(g, &setting{typ: a.typ, width: endless, left: before, whole: true, flush: true, fixedSpaces: true})
	if len(lines) == 0 {
		return &textLine{}, before + after
	}
	return lines[0].box, lines[0].box.end + after
}

func glyphOf(f *font.Face, r rune) font.GID {
	g, _ := f.Glyph(r)
	return g
}

// outline adds the letters of a line as shapes: (dx, dy) is where the line
// begins before m is applied, (x, y) where it comes to stand.
func (d *drawn) outline(t *textLine, dx, dy style.Length, m svg.Matrix, x, y style.Length) {
	for i := range t.texts {
		lt := &t.texts[i]
		if lt.face == nil {
			continue
		}
		fill := lt.Color
		p := &frame.Path{Fill: &fill}
		place := func(gx, gy style.Length, u, v int32) frame.Point {
			// Outlines count in half units.
			px := gx + lt.face.Length(int(u), lt.Size)/2
			py := gy - lt.face.Length(int(v), lt.Size)/2
			q := m.Apply(svg.Point{X: px.Points(), Y: py.Points()})
			return frame.Point{X: x + onPage(q.X), Y: y + onPage(q.Y)}
		}
		pen := dx + lt.X
		for _, gl := range lt.Glyphs {
			shift := lt.Shifted(gl)
			gx, gy := pen+shift.X, dy+lt.Y+shift.Y
			pen += gl.Advance
			var last frame.Point
			begun := false
			for _, seg := range lt.face.Outline(font.GID(gl.ID)) {
				to := place(gx, gy, seg.To.X, seg.To.Y)
				switch seg.Op {
				case font.MoveTo:
					if begun {
						p.Segments = append(p.Segments, frame.Segment{Verb: frame.Close})
					}
					begun = true
					p.Segments = append(p.Segments, frame.Segment{Verb: frame.MoveTo, Points: [3]frame.Point{to}})
				case font.LineTo:
					p.Segments = append(p.Segments, frame.Segment{Verb: frame.LineTo, Points: [3]frame.Point{to}})
				case font.QuadTo:
					c := place(gx, gy, seg.Control.X, seg.Control.Y)
					third := func(a frame.Point) frame.Point {
						return frame.Point{X: a.X + (c.X-a.X)*2/3, Y: a.Y + (c.Y-a.Y)*2/3}
					}
					p.Segments = append(p.Segments, frame.Segment{Verb: frame.CurveTo, Points: [3]frame.Point{third(last), third(to), to}})
				}
				last = to
			}
			if begun {
				p.Segments = append(p.Segments, frame.Segment{Verb: frame.Close})
			}
		}
		if len(p.Segments) > 0 {
			d.items = append(d.items, drawnItem{path: p})
		}
	}
}

// emit puts the drawing with its top left corner at (x, y).
func (d *drawn) emit(e *emitter, x, y style.Length) {
	for i := range d.items {
		it := &d.items[i]
		if it.line != nil {
			it.line.emit(e, x+it.x, y+it.y-it.line.ascent)
			continue
		}
		p := *it.path
		p.Segments = slices.Clone(p.Segments)
		for k := range p.Segments {
			for j := range p.Segments[k].Points {
				pt := &p.Segments[k].Points[j]
				pt.X, pt.Y = pt.X+x, pt.Y+y
			}
		}
		if it.clip {
			p.Clip = &frame.Rect{X: x, Y: y, Width: d.width, Height: d.height}
		}
		p.Mark = e.mark(d.tag)
		e.put(&p)
	}
}
