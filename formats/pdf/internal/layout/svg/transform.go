package svg

import (
	"math"
	"strings"
)

// Matrix is an affine map: x' = a·x + c·y + e, y' = b·x + d·y + f (SVG 1.1,
// 7.4). Products are rounded one by one, so that no processor fuses them and
// the same drawing gives the same bytes everywhere.
type Matrix [6]float64

// Identity changes nothing.
var Identity = Matrix{1, 0, 0, 1, 0, 0}

// Mul returns the map that applies n, then m.
func (m Matrix) Mul(n Matrix) Matrix {
	return Matrix{
		float64(m[0]*n[0]) + float64(m[2]*n[1]),
		float64(m[1]*n[0]) + float64(m[3]*n[1]),
		float64(m[0]*n[2]) + float64(m[2]*n[3]),
		float64(m[1]*n[2]) + float64(m[3]*n[3]),
		float64(m[0]*n[4]) + float64(m[2]*n[5]) + m[4],
		float64(m[1]*n[4]) + float64(m[3]*n[5]) + m[5],
	}
}

// Apply maps a point.
func (m Matrix) Apply(p Point) Point {
	return Point{
		float64(m[0]*p.X) + float64(m[2]*p.Y) + m[4],
		float64(m[1]*p.X) + float64(m[3]*p.Y) + m[5],
	}
}

// Scale returns by how much lengths grow, on average.
func (m Matrix) Scale() float64 {
	return math.Sqrt(math.Abs(float64(m[0]*m[3]) - float64(m[1]*m[2])))
}

// Upright reports whether the map only moves and scales alike, so that text
// stays text.
func (m Matrix) Upright() bool {
	const eps = 1e-4
	s := m.Scale()
	return math.Abs(m[1]) < eps*s && math.Abs(m[2]) < eps*s && math.Abs(m[0]-m[3]) < eps*s && m[0] > 0
}

// transform reads a list of transforms (SVG 1.1, 7.6); what it cannot read
// ends the list.
func transform(s string) Matrix {
	m := Identity
	for s = strings.TrimSpace(s); s != ""; {
		open := strings.IndexByte(s, '(')
		end := strings.IndexByte(s, ')')
		if open < 0 || end < open {
			return m
		}
		name := strings.TrimSpace(s[:open])
		v := numbers(s[open+1:end], 6)
		s = strings.TrimLeft(s[end+1:], " \t\r\n,")
		at := func(i int, otherwise float64) float64 {
			if i < len(v) {
				return v[i]
			}
			return otherwise
		}
		if len(v) == 0 {
			return m
		}
		var n Matrix
		switch name {
		case "matrix":
			if len(v) != 6 {
				return m
			}
			n = Matrix(v)
		case "translate":
			n = Matrix{1, 0, 0, 1, v[0], at(1, 0)}
		case "scale":
			n = Matrix{v[0], 0, 0, at(1, v[0]), 0, 0}
		case "rotate":
			sin, cos := sincos(v[0])
			n = Matrix{cos, sin, -sin, cos, 0, 0}
			if len(v) >= 3 {
				n = Matrix{1, 0, 0, 1, v[1], v[2]}.Mul(n).Mul(Matrix{1, 0, 0, 1, -v[1], -v[2]})
			}
		case "skewX":
			sin, cos := sincos(v[0])
			n = Matrix{1, 0, sin / cos, 1, 0, 0}
		case "skewY":
			sin, cos := sincos(v[0])
			n = Matrix{1, sin / cos, 0, 1, 0, 0}
		default:
			return m
		}
		m = m.Mul(n)
	}
	return m
}

// sincos takes degrees; quarter turns are exact.
func sincos(deg float64) (sin, cos float64) {
	switch d := math.Mod(deg, 360); d {
	case 0:
		return 0, 1
	case 90, -270:
		return 1, 0
	case 180, -180:
		return 0, -1
	case 270, -90:
		return -1, 0
	}
	sin, cos = math.Sincos(deg * math.Pi / 180)
	// The last bits may differ between processors.
	return math.Round(sin*1e12) / 1e12, math.Round(cos*1e12) / 1e12
}

// viewBox reads the rectangle of a drawing's own units.
func viewBox(s string) ([4]float64, bool) {
	v := numbers(s, 4)
	if len(v) != 4 || !(v[2] > 0 && v[3] > 0) {
		return [4]float64{}, false
	}
	return [4]float64(v), true
}

// fitBox maps a view box onto a rectangle (SVG 1.1, 7.8).
func fitBox(box [4]float64, w, h float64, preserve string) Matrix {
	sx, sy := w/box[2], h/box[3]
	f := strings.Fields(preserve)
	for len(f) > 0 && f[0] == "defer" {
		f = f[1:]
	}
	align := "xMidYMid"
	if len(f) > 0 {
		align = f[0]
	}
	if align == "none" {
		return Matrix{sx, 0, 0, sy, float64(-box[0] * sx), float64(-box[1] * sy)}
	}
	s := math.Min(sx, sy)
	if len(f) > 1 && f[1] == "slice" {
		s = math.Max(sx, sy)
	}
	x, y := (w-float64(box[2]*s))/2, (h-float64(box[3]*s))/2
	switch {
	case strings.HasPrefix(align, "xMin"):
		x = 0
	case strings.HasPrefix(align, "xMax"):
		x *= 2
	}
	switch {
	case strings.HasSuffix(align, "YMin"):
		y = 0
	case strings.HasSuffix(align, "YMax"):
		y *= 2
	}
	return Matrix{s, 0, 0, s, x - float64(box[0]*s), y - float64(box[1]*s)}
}
