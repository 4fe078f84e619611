package svg

import "math"

// The basic shapes (SVG 1.1, 9) as paths.

// shape paints a shape.
func (r *reader) shape(el *element, c context) {
	get := func(name string, base float64) float64 {
		v, _ := length(el.attrs[name], c.look.size, base)
		return v
	}
	diagonal := math.Sqrt((float64(c.width*c.width) + float64(c.height*c.height)) / 2)
	var p pen
	filled := true
	switch el.name {
	case "path":
		p.out = pathData(el.attrs["d"])
	case "rect":
		p.rect(get("x", c.width), get("y", c.height), get("width", c.width), get("height", c.height), corner(el, "rx", c), corner(el, "ry", c))
	case "circle":
		rad := get("r", diagonal)
		p.ellipse(get("cx", c.width), get("cy", c.height), rad, rad)
	case "ellipse":
		p.ellipse(get("cx", c.width), get("cy", c.height), get("rx", c.width), get("ry", c.height))
	case "line":
		p.moveTo(Point{get("x1", c.width), get("y1", c.height)})
		p.lineTo(Point{get("x2", c.width), get("y2", c.height)})
		filled = false
	case "polyline", "polygon":
		v := numbers(el.attrs["points"], maxSegments)
		for i := 0; i+1 < len(v); i += 2 {
			if i == 0 {
				p.moveTo(Point{v[0], v[1]})
			} else {
				p.lineTo(Point{v[i], v[i+1]})
			}
		}
		if el.name == "polygon" {
			p.close()
		}
	}
	r.paintPath(p.out, c, filled)
	switch el.name {
	case "path", "line", "polyline", "polygon":
		r.mark(p.out, c)
	}
}

// corner returns a radius of a rectangle's corners, -1 where it is not given.
func corner(el *element, name string, c context) float64 {
	v, ok := length(el.attrs[name], c.look.size, c.width)
	if !ok || v < 0 {
		return -1
	}
	return v
}

// paintPath maps a path onto the drawing and adds it.
func (r *reader) paintPath(segs []Segment, c context, filled bool) {
	if len(segs) < 2 {
		return
	}
	out := &Path{EvenOdd: c.look.evenOdd, RoundCap: c.look.roundCap, RoundJoin: c.look.roundJoin}
	if filled {
		out.Fill = r.color(c.look.fill, float64(c.look.opacity*c.look.fillOpacity))
	}
	scale := c.matrix.Scale()
	if c.look.width > 0 && scale > 0 {
		out.Stroke = r.color(c.look.stroke, float64(c.look.opacity*c.look.strokeOpacity))
	}
	if out.Fill == nil && out.Stroke == nil {
		return
	}
	if out.Stroke != nil {
		out.LineWidth = c.look.width * scale
		for _, d := range c.look.dash {
			out.Dash = append(out.Dash, d*scale)
		}
	}
	out.Segments = make([]Segment, len(segs))
	for i, s := range segs {
		for k := range s.Points {
			s.Points[k] = c.matrix.Apply(s.Points[k])
		}
		out.Segments[i] = s
	}
	if !finite(out.Segments) {
		r.omit("a shape far outside of it is left out")
		return
	}
	r.add(out)
}

// rect draws a rectangle, clockwise from the left end of its upper side.
func (p *pen) rect(x, y, w, h, rx, ry float64) {
	if !(w > 0 && h > 0) {
		return
	}
	if rx < 0 {
		rx = ry
	}
	if ry < 0 {
		ry = rx
	}
	rx, ry = math.Min(math.Max(rx, 0), w/2), math.Min(math.Max(ry, 0), h/2)
	if rx == 0 || ry == 0 {
		p.moveTo(Point{x, y})
		p.lineTo(Point{x + w, y})
		p.lineTo(Point{x + w, y + h})
		p.lineTo(Point{x, y + h})
		p.close()
		return
	}
	p.moveTo(Point{x + rx, y})
	p.lineTo(Point{x + w - rx, y})
	p.arcTo(rx, ry, 0, false, true, Point{x + w, y + ry})
	p.lineTo(Point{x + w, y + h - ry})
	p.arcTo(rx, ry, 0, false, true, Point{x + w - rx, y + h})
	p.lineTo(Point{x + rx, y + h})
	p.arcTo(rx, ry, 0, false, true, Point{x, y + h - ry})
	p.lineTo(Point{x, y + ry})
	p.arcTo(rx, ry, 0, false, true, Point{x + rx, y})
	p.close()
}

// ellipse draws an ellipse by its quarters.
func (p *pen) ellipse(cx, cy, rx, ry float64) {
	if !(rx > 0 && ry > 0) {
		return
	}
	p.moveTo(Point{cx + rx, cy})
	p.arcTo(rx, ry, 0, false, true, Point{cx, cy + ry})
	p.arcTo(rx, ry, 0, false, true, Point{cx - rx, cy})
	p.arcTo(rx, ry, 0, false, true, Point{cx, cy - ry})
	p.arcTo(rx, ry, 0, false, true, Point{cx + rx, cy})
	p.close()
}
