package font

// Op is a step of an outline.
type Op uint8

// The steps.
const (
	MoveTo Op = iota // begin a contour at To; it is closed before the next
	LineTo           // a straight line to To
	QuadTo           // a quadratic curve to To, drawn towards Control
)

// Point is a point of an outline in half font units, y upwards: TrueType leaves
// out points that lie midway between two others, and with halves all stay
// integers. Divide by 2·UnitsPerEm for the fraction of an em.
type Point struct{ X, Y int32 }

// Segment is a step of an outline.
type Segment struct {
	Op      Op
	Control Point // of a QuadTo only
	To      Point
}

// Outline returns the contours of a glyph, to be filled by the non-zero
// winding rule. A glyph without ink has none.
func (f *Face) Outline(g GID) []Segment {
	var contours [][]point
	f.glyphs.contours(g, &contours)
	var out []Segment
	for _, c := range contours {
		out = appendContour(out, c)
	}
	return out
}

// point is a point of a contour as the file has it, in font units.
type point struct {
	x, y int32
	on   bool // on the curve, not a control point
}

// contours appends the contours of a glyph, composites unfolded.
func (g glyphs) contours(id GID, out *[][]point) {
	d := g.data(id)
	if !composite(d) {
		*out = append(*out, readContours(d)...)
		return
	}
	components(d, func(at int) {
		var parts [][]point
		g.contours(GID(order.Uint16(d[at:])), &parts)
		t := readTransform(d[at-2:])
		if t.match { // by points: move until one point lies on another
			t.dx, t.dy = 0, 0
			t.apply(parts)
			to, ok1 := pointAt(*out, t.parent)
			from, ok2 := pointAt(parts, t.child)
			if t = unmoved; ok1 && ok2 {
				t.dx, t.dy = to.x-from.x, to.y-from.y
			}
		}
		t.apply(parts)
		*out = append(*out, parts...)
	})
}

func pointAt(contours [][]point, n int) (point, bool) {
	for _, c := range contours {
		if n < len(c) {
			return c[n], true
		}
		n -= len(c)
	}
	return point{}, false
}

// transform is how a component is placed: scaled in 1/16384, then moved.
type transform struct {
	xx, xy, yx, yy int64
	dx, dy         int32
	match          bool
	parent, child  int
}

const unit = 1 << 14

var unmoved = transform{xx: unit, yy: unit}

// readTransform reads a component, flags first, that is known to be whole.
func readTransform(d []byte) transform {
	const argsAreXY = 1 << 1
	t := unmoved
	flags := order.Uint16(d)
	a, b := int32(0), int32(0)
	at := 6
	if flags&argsAreWords != 0 {
		a, b = int32(int16(order.Uint16(d[4:]))), int32(int16(order.Uint16(d[6:])))
		at = 8
	} else {
		a, b = int32(int8(d[4])), int32(int8(d[5]))
	}
	if flags&argsAreXY != 0 {
		t.dx, t.dy = a, b
	} else {
		t.match = true
		t.parent, t.child = int(uint16(a)), int(uint16(b))
		if flags&argsAreWords == 0 {
			t.parent, t.child = int(uint8(a)), int(uint8(b))
		}
	}
	scale := func(i int) int64 { return int64(int16(order.Uint16(d[at+2*i:]))) }
	switch {
	case flags&haveScale != 0:
		t.xx = scale(0)
		t.yy = t.xx
	case flags&haveXYScale != 0:
		t.xx, t.yy = scale(0), scale(1)
	case flags&have2x2 != 0:
		t.xx, t.xy, t.yx, t.yy = scale(0), scale(1), scale(2), scale(3)
	}
	return t
}

func (t transform) apply(contours [][]point) {
	for _, c := range contours {
		for i, p := range c {
			x, y := int64(p.x), int64(p.y)
			c[i].x = int32((x*t.xx+y*t.yx+unit/2)>>14) + t.dx
			c[i].y = int32((x*t.xy+y*t.yy+unit/2)>>14) + t.dy
		}
	}
}

// readContours reads a simple glyph that is known to be whole.
func readContours(d []byte) [][]point {
	_, n, at, ok := simpleHead(d)
	if !ok || n == 0 {
		return nil
	}
	flags := make([]byte, 0, n)
	for len(flags) < n {
		f := d[at]
		at++
		run := 1
		if f&8 != 0 {
			run += int(d[at])
			at++
		}
		for range min(run, n-len(flags)) {
			flags = append(flags, f)
		}
	}
	points := make([]point, n)
	coordinate := func(short, same byte, set func(p *point, v int32)) {
		v := int32(0)
		for i, f := range flags {
			switch {
			case f&short != 0:
				delta := int32(d[at])
				at++
				if f&same == 0 {
					delta = -delta
				}
				v += delta
			case f&same == 0:
				v += int32(int16(order.Uint16(d[at:])))
				at += 2
			}
			set(&points[i], v)
		}
	}
	coordinate(1<<1, 1<<4, func(p *point, v int32) { p.x = v })
	coordinate(1<<2, 1<<5, func(p *point, v int32) { p.y = v })
	for i, f := range flags {
		points[i].on = f&1 != 0
	}
	contours := make([][]point, 0, int(order.Uint16(d)))
	start := 0
	for i := range int(order.Uint16(d)) {
		end := int(order.Uint16(d[10+2*i:])) + 1
		contours = append(contours, points[start:end:end])
		start = end
	}
	return contours
}

// appendContour draws a closed contour, in half units.
func appendContour(out []Segment, c []point) []Segment {
	if len(c) < 2 {
		return out // a lone point is an anchor, not ink
	}
	at := func(p point) Point { return Point{2 * p.x, 2 * p.y} }
	middle := func(p, q point) Point { return Point{p.x + q.x, p.y + q.y} }
	// Begin on the curve, where there is such a point.
	first := 0
	for first < len(c) && !c[first].on {
		first++
	}
	var start Point
	if first == len(c) {
		first = 0
		start = middle(c[len(c)-1], c[0])
	} else {
		start = at(c[first])
		first++
	}
	out = append(out, Segment{Op: MoveTo, To: start})
	var control point
	curving := false
	for i := range len(c) {
		p := c[(first+i)%len(c)]
		switch {
		case p.on && curving:
			out = append(out, Segment{QuadTo, at(control), at(p)})
			curving = false
		case p.on:
			if out[len(out)-1].To != at(p) {
				out = append(out, Segment{Op: LineTo, To: at(p)})
			}
		default:
			if curving {
				out = append(out, Segment{QuadTo, at(control), middle(control, p)})
			}
			control, curving = p, true
		}
	}
	if curving {
		out = append(out, Segment{QuadTo, at(control), start})
	}
	return out
}
