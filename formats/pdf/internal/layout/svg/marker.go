package svg

import (
	"math"
	"strings"
)

// Markers (SVG 1.1, 11.6): the heads of arrows, and other signs at the
// vertices of a path.

// markers are the ids of the markers for the first vertex, those between, and
// the last one.
type markers struct{ start, mid, end string }

// markerID reads a reference to a marker; "" is none.
func markerID(v string) string {
	ref, ok := strings.CutPrefix(v, "url(")
	if !ok {
		return ""
	}
	id, _, _ := strings.Cut(ref, ")")
	return strings.TrimPrefix(strings.Trim(strings.TrimSpace(id), `"'`), "#")
}

// vertex is a corner or end of a path with the directions of the path before
// and behind it.
type vertex struct {
	at      Point
	in, out Point
}

// vertices returns the vertices of a path.
func vertices(segs []Segment) []vertex {
	var out []vertex
	var at, start Point
	for _, s := range segs {
		end := s.Points[0]
		from, to := end, at // the points that give the directions
		switch s.Verb {
		case MoveTo:
			at, start = end, end
			out = append(out, vertex{at: end})
			continue
		case LineTo:
			from, to = end, at
		case CurveTo:
			end = s.Points[2]
			from, to = s.Points[0], s.Points[1]
			if from == at {
				from = s.Points[1]
			}
			if to == end {
				to = s.Points[0]
			}
		case Close:
			end = start
			from, to = end, at
		}
		if n := len(out); n > 0 {
			out[n-1].out = Point{from.X - at.X, from.Y - at.Y}
		}
		out = append(out, vertex{at: end, in: Point{end.X - to.X, end.Y - to.Y}})
		at = end
	}
	return out
}

// direction returns the sine and cosine of the path's direction at a vertex.
func (v vertex) direction() (sin, cos float64) {
	unit := func(p Point) Point {
		l := math.Sqrt(float64(p.X*p.X) + float64(p.Y*p.Y))
		if l == 0 {
			return Point{}
		}
		return Point{p.X / l, p.Y / l}
	}
	a, b := unit(v.in), unit(v.out)
	d := unit(Point{a.X + b.X, a.Y + b.Y})
	if d == (Point{}) {
		return 0, 1
	}
	return d.Y, d.X
}

// mark paints the markers of a path.
func (r *reader) mark(segs []Segment, c context) {
	m := c.look.markers
	if m == (markers{}) {
		return
	}
	vs := vertices(segs)
	for i, v := range vs {
		id := m.mid
		switch i {
		case 0:
			id = m.start
		case len(vs) - 1:
			id = m.end
		}
		if id != "" {
			r.marker(id, v, i == 0, c)
		}
	}
}

// marker paints a marker at a vertex.
func (r *reader) marker(id string, v vertex, first bool, c context) {
	el := r.ids[id]
	if el == nil || el.name != "marker" || r.using[el] || c.uses >= maxUses {
		r.omit("a marker is left out")
		return
	}
	r.using[el] = true
	defer delete(r.using, el)
	size := func(name string, otherwise float64) float64 {
		if v, ok := length(el.attrs[name], c.look.size, 0); ok {
			return v
		}
		return otherwise
	}
	sin, cos := 0.0, 1.0
	switch orient := el.attrs["orient"]; orient {
	case "auto":
		sin, cos = v.direction()
	case "auto-start-reverse":
		if sin, cos = v.direction(); first {
			sin, cos = -sin, -cos
		}
	default:
		if deg, ok := length(strings.TrimSuffix(orient, "deg"), 1, 1); ok {
			sin, cos = sincos(deg)
		}
	}
	inner := context{matrix: c.matrix, look: r.resolve(el, initialLook), uses: c.uses + 1}
	inner.matrix = inner.matrix.Mul(Matrix{1, 0, 0, 1, v.at.X, v.at.Y}).Mul(Matrix{cos, sin, -sin, cos, 0, 0})
	if el.attrs["markerUnits"] != "userSpaceOnUse" {
		inner.matrix = inner.matrix.Mul(Matrix{c.look.width, 0, 0, c.look.width, 0, 0})
	}
	w, h := size("markerWidth", 3), size("markerHeight", 3)
	if w <= 0 || h <= 0 {
		return
	}
	ref := Point{size("refX", 0), size("refY", 0)}
	inner.width, inner.height = w, h
	if box, ok := viewBox(el.attrs["viewBox"]); ok {
		fit := fitBox(box, w, h, el.attrs["preserveAspectRatio"])
		ref = fit.Apply(ref)
		inner.matrix = inner.matrix.Mul(Matrix{1, 0, 0, 1, -ref.X, -ref.Y}).Mul(fit)
		inner.width, inner.height = box[2], box[3]
	} else {
		inner.matrix = inner.matrix.Mul(Matrix{1, 0, 0, 1, -ref.X, -ref.Y})
	}
	r.children(el, inner)
}
