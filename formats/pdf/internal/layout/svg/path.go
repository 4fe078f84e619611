package svg

import "math"

// Path data (SVG 1.1, 8.3). What follows an error is left out, as the standard
// asks: the path up to there is drawn.

// pen draws a path.
type pen struct {
	out       []Segment
	at, start Point
	ctrl      Point // the last control point, for smooth curves
	after     byte  // the kind of the last command: 'C', 'Q' or another
	begun     bool
}

func (p *pen) moveTo(q Point) {
	p.out = append(p.out, Segment{Verb: MoveTo, Points: [3]Point{q}})
	p.at, p.start, p.begun = q, q, true
}

// begin makes sure that there is a subpath: after a close the next one begins
// where the last one did.
func (p *pen) begin() {
	if !p.begun {
		p.moveTo(p.at)
	}
}

func (p *pen) lineTo(q Point) {
	p.begin()
	p.out = append(p.out, Segment{Verb: LineTo, Points: [3]Point{q}})
	p.at = q
}

func (p *pen) curveTo(a, b, q Point) {
	p.begin()
	p.out = append(p.out, Segment{Verb: CurveTo, Points: [3]Point{a, b, q}})
	p.at = q
}

// quadTo draws a quadratic curve as a cubic one.
func (p *pen) quadTo(c, q Point) {
	third := func(a, b Point) Point {
		return Point{a.X + float64((b.X-a.X)*2)/3, a.Y + float64((b.Y-a.Y)*2)/3}
	}
	p.curveTo(third(p.at, c), third(q, c), q)
}

func (p *pen) close() {
	if p.begun {
		p.out = append(p.out, Segment{Verb: Close})
		p.at, p.begun = p.start, false
	}
}

// arcTo draws a part of an ellipse (SVG 1.1, F.6) as cubic curves of at most a
// quarter each.
func (p *pen) arcTo(rx, ry, rotation float64, large, sweep bool, q Point) {
	rx, ry = math.Abs(rx), math.Abs(ry)
	from := p.at
	if from == q {
		return
	}
	if rx == 0 || ry == 0 {
		p.lineTo(q)
		return
	}
	sin, cos := sincos(rotation)
	dx, dy := (from.X-q.X)/2, (from.Y-q.Y)/2
	x1 := float64(cos*dx) + float64(sin*dy)
	y1 := float64(cos*dy) - float64(sin*dx)
	if l := float64(x1*x1)/float64(rx*rx) + float64(y1*y1)/float64(ry*ry); l > 1 {
		s := math.Sqrt(l)
		rx, ry = rx*s, ry*s
	}
	a, b := float64(rx*rx), float64(ry*ry)
	num := float64(a*b) - float64(a*y1*y1) - float64(b*x1*x1)
	den := float64(a*y1*y1) + float64(b*x1*x1)
	k := 0.0
	if num > 0 && den > 0 {
		k = math.Sqrt(num / den)
	}
	if large == sweep {
		k = -k
	}
	cx1, cy1 := float64(k*rx*y1)/ry, float64(-k*ry*x1)/rx
	cx := float64(cos*cx1) - float64(sin*cy1) + (from.X+q.X)/2
	cy := float64(sin*cx1) + float64(cos*cy1) + (from.Y+q.Y)/2
	t1 := math.Atan2((y1-cy1)/ry, (x1-cx1)/rx)
	t2 := math.Atan2((-y1-cy1)/ry, (-x1-cx1)/rx)
	d := t2 - t1
	if sweep && d < 0 {
		d += 2 * math.Pi
	}
	if !sweep && d > 0 {
		d -= 2 * math.Pi
	}
	n := int(math.Ceil(math.Abs(d)/(math.Pi/2) - 1e-9))
	n = max(1, min(n, 4))
	step := d / float64(n)
	t := 4.0 / 3 * math.Tan(step/4)
	point := func(u, v float64) Point { // on the unit circle, mapped
		u, v = u*rx, v*ry
		return Point{float64(cos*u) - float64(sin*v) + cx, float64(sin*u) + float64(cos*v) + cy}
	}
	for i := range n {
		s1, c1 := math.Sincos(t1 + float64(step*float64(i)))
		s2, c2 := math.Sincos(t1 + float64(step*float64(i+1)))
		end := point(c2, s2)
		if i == n-1 {
			end = q
		}
		p.curveTo(point(c1-float64(t*s1), s1+float64(t*c1)), point(c2+float64(t*s2), s2-float64(t*c2)), end)
	}
}

// pathData reads the d attribute of a path.
func pathData(d string) []Segment {
	sc := scanner{s: d}
	var p pen
	cmd := byte(0)
	for len(p.out) < maxSegments {
		sc.space()
		if sc.i >= len(d) {
			break
		}
		if c := d[sc.i]; c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
			cmd = c
			sc.i++
		} else if cmd == 0 || cmd == 'Z' || cmd == 'z' {
			break
		}
		if len(p.out) == 0 && cmd != 'M' && cmd != 'm' {
			break
		}
		if !p.command(&sc, cmd) {
			break
		}
		switch cmd {
		case 'M':
			cmd = 'L'
		case 'm':
			cmd = 'l'
		}
	}
	return p.out
}

// command draws one command; it reports false where its arguments end.
func (p *pen) command(sc *scanner, cmd byte) bool {
	ok := true
	num := func() float64 {
		v, is := sc.number()
		ok = ok && is
		return v
	}
	relative := cmd >= 'a'
	point := func() Point {
		q := Point{num(), num()}
		if relative {
			q.X, q.Y = q.X+p.at.X, q.Y+p.at.Y
		}
		return q
	}
	// smooth returns the mirror image of the last control point.
	smooth := func(kind byte) Point {
		if p.after != kind {
			return p.at
		}
		return Point{2*p.at.X - p.ctrl.X, 2*p.at.Y - p.ctrl.Y}
	}
	after := byte(0)
	upper := cmd
	if relative {
		upper -= 'a' - 'A'
	}
	switch upper {
	case 'M':
		if q := point(); ok {
			p.moveTo(q)
		}
	case 'L':
		if q := point(); ok {
			p.lineTo(q)
		}
	case 'H':
		if x := num(); ok {
			if relative {
				x += p.at.X
			}
			p.lineTo(Point{x, p.at.Y})
		}
	case 'V':
		if y := num(); ok {
			if relative {
				y += p.at.Y
			}
			p.lineTo(Point{p.at.X, y})
		}
	case 'C', 'S':
		a := smooth('C')
		if upper == 'C' {
			a = point()
		}
		b := point()
		if q := point(); ok {
			p.curveTo(a, b, q)
			p.ctrl, after = b, 'C'
		}
	case 'Q', 'T':
		c := smooth('Q')
		if upper == 'Q' {
			c = point()
		}
		if q := point(); ok {
			p.quadTo(c, q)
			p.ctrl, after = c, 'Q'
		}
	case 'A':
		rx, ry, rot := num(), num(), num()
		large, ok1 := sc.flag()
		sweep, ok2 := sc.flag()
		ok = ok && ok1 && ok2
		if q := point(); ok {
			p.arcTo(rx, ry, rot, large, sweep, q)
		}
	case 'Z':
		p.close()
	default:
		return false
	}
	p.after = after
	return ok
}
