package paint

import (
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

// Rules and paths (ISO 32000-1, 8.5).

// kappa is how far, in thousandths of the radius, the control points of a
// quarter circle stand from its ends.
const kappa = 552

func (p *painter) drawRule(r *frame.Rule) {
	if r.Width <= 0 || r.Height <= 0 {
		return
	}
	p.setFill(r.Color)
	if r.Radius <= 0 {
		p.point(r.X, r.Y+r.Height)
		p.length(r.Width)
		p.length(r.Height)
		p.op("re")
		p.op("f")
		return
	}
	rad := min(r.Radius, r.Width/2, r.Height/2)
	k := rad - rad.Scale(kappa, 1000)
	left, right, top, bottom := r.X, r.X+r.Width, r.Y, r.Y+r.Height
	p.moveTo(left+rad, top)
	p.lineTo(right-rad, top)
	p.curveTo(right-k, top, right, top+k, right, top+rad)
	p.lineTo(right, bottom-rad)
	p.curveTo(right, bottom-k, right-k, bottom, right-rad, bottom)
	p.lineTo(left+rad, bottom)
	p.curveTo(left+k, bottom, left, bottom-k, left, bottom-rad)
	p.lineTo(left, top+rad)
	p.curveTo(left, top+k, left+k, top, left+rad, top)
	p.op("h f")
}

func (c *canvas) moveTo(x, y style.Length) { c.point(x, y); c.op("m") }
func (c *canvas) lineTo(x, y style.Length) { c.point(x, y); c.op("l") }
func (c *canvas) curveTo(x1, y1, x2, y2, x, y style.Length) {
	c.point(x1, y1)
	c.point(x2, y2)
	c.point(x, y)
	c.op("c")
}

func (p *painter) drawPath(s *frame.Path) {
	if s.Fill == nil && s.Stroke == nil || len(s.Segments) == 0 {
		return
	}
	if s.Clip != nil {
		before := p.canvas
		p.op("q")
		p.point(s.Clip.X, s.Clip.Y+s.Clip.Height)
		p.length(s.Clip.Width)
		p.length(s.Clip.Height)
		p.op("re W n")
		defer func() {
			p.op("Q")
			before.b = p.b
			p.canvas = before
		}()
	}
	if s.Fill != nil {
		p.setFill(*s.Fill)
	}
	if s.Stroke != nil {
		p.setStroke(*s.Stroke)
		p.setLine(s)
	}
	for _, g := range s.Segments {
		pt := g.Points
		switch g.Verb {
		case frame.MoveTo:
			p.moveTo(pt[0].X, pt[0].Y)
		case frame.LineTo:
			p.lineTo(pt[0].X, pt[0].Y)
		case frame.CurveTo:
			p.curveTo(pt[0].X, pt[0].Y, pt[1].X, pt[1].Y, pt[2].X, pt[2].Y)
		case frame.Close:
			p.op("h")
		}
	}
	op := "S"
	if s.Fill != nil {
		op = "f"
		if s.Stroke != nil {
			op = "B"
		}
		if s.EvenOdd {
			op += "*"
		}
	}
	p.op(op)
}

// setLine chooses width, dashes and ends of a stroke.
func (p *painter) setLine(s *frame.Path) {
	if w := milli(s.LineWidth); w+1 != p.lineWidth {
		p.lineWidth = w + 1
		p.milli(w)
		p.op("w")
	}
	var dash []byte
	for _, d := range s.Dash {
		dash = append(appendMilli(dash, milli(d)), ' ')
	}
	if string(dash) != p.dash {
		p.dash = string(dash)
		p.b = append(append(append(p.b, '['), dash...), "] 0 d\n"...)
	}
	round := func(is bool) byte {
		if is {
			return 1
		}
		return 0
	}
	if v := round(s.RoundCap); v != p.cap {
		p.cap = v
		p.milli(int64(v) * 1000)
		p.op("J")
	}
	if v := round(s.RoundJoin); v != p.join {
		p.join = v
		p.milli(int64(v) * 1000)
		p.op("j")
	}
}
