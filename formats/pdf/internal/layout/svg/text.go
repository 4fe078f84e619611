package svg

import (
	"strings"
)

// Text (SVG 1.1, 10): a text element gives one line for each place that an x
// or y begins; white space is folded.

// writer collects the spans of a text element.
type writer struct {
	r     *reader
	line  *Text
	space bool // white space has been written or nothing yet
}

// textElement paints a text element.
func (r *reader) textElement(el *element, c context) {
	w := &writer{r: r, space: true}
	w.begin(el, c, true)
	w.walk(el, c, 0)
	w.end()
}

// begin starts a line where an element has a place of its own.
func (w *writer) begin(el *element, c context, first bool) {
	xs, ys := numbers(el.attrs["x"], 2), numbers(el.attrs["y"], 2)
	if len(xs) > 1 || len(ys) > 1 {
		w.r.omit("the places of single letters are left out")
	}
	x, hasX := length(firstOf(el.attrs["x"]), c.look.size, c.width)
	y, hasY := length(firstOf(el.attrs["y"]), c.look.size, c.height)
	if !first && !hasX && !hasY {
		return
	}
	at := Point{}
	if w.line != nil {
		at = w.line.At
		for _, s := range w.line.Spans {
			at.Y += s.DY
		}
	}
	w.end()
	if hasX {
		at.X = x
	}
	if hasY {
		at.Y = y
	}
	w.line = &Text{At: at, Matrix: c.matrix, Anchor: c.look.anchor}
	w.space = true
}

// firstOf returns the first of a list of lengths.
func firstOf(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexAny(s, " ,\t\r\n"); i >= 0 {
		return s[:i]
	}
	return s
}

// walk writes the text and the spans inside an element.
func (w *writer) walk(el *element, c context, depth int) {
	dx, _ := length(firstOf(el.attrs["dx"]), c.look.size, c.width)
	dy, _ := length(firstOf(el.attrs["dy"]), c.look.size, c.height)
	shift := 0.0
	switch v := el.attrs["baseline-shift"]; v {
	case "super":
		shift = c.look.size / 3
	case "sub":
		shift = -c.look.size / 5
	default:
		shift, _ = length(v, c.look.size, c.look.size)
	}
	switch base(el) {
	case "middle", "central":
		shift -= c.look.size * 0.35
	case "hanging", "text-before-edge":
		shift -= c.look.size * 0.75
	}
	for _, n := range el.children {
		if n.el == nil {
			w.write(n.text, c, dx, dy, shift)
			dx, dy = 0, 0
			continue
		}
		switch n.el.name {
		case "tspan", "a":
			inner := c
			inner.look = w.r.resolve(n.el, c.look)
			if inner.look.hidden || depth > maxUses {
				continue
			}
			w.begin(n.el, inner, false)
			w.walk(n.el, inner, depth+1)
		case "title", "desc":
		default:
			w.r.omit("<" + shorten(n.el.name) + "> in text is printed as plain text")
			w.walk(n.el, c, depth+1)
		}
	}
}

// base returns which line of the letters stands on the text's place.
func base(el *element) string {
	for e := el; e != nil; e = e.parent {
		for _, k := range []string{"dominant-baseline", "alignment-baseline"} {
			if v := e.attrs[k]; v != "" {
				return v
			}
			if v := declarations(e.attrs["style"])[k]; v != "" {
				return v
			}
		}
		if e.name != "tspan" && e.name != "text" && e.name != "g" {
			break
		}
	}
	return ""
}

func (w *writer) write(s string, c context, dx, dy, shift float64) {
	var b strings.Builder
	for _, r := range s {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' {
			if !w.space {
				b.WriteByte(' ')
			}
			w.space = true
			continue
		}
		b.WriteRune(r)
		w.space = false
	}
	if b.Len() == 0 && dx == 0 && dy == 0 {
		return
	}
	fill := w.r.color(c.look.fill, float64(c.look.opacity*c.look.fillOpacity))
	if fill == nil {
		fill = w.r.color(c.look.stroke, float64(c.look.opacity*c.look.strokeOpacity))
	}
	if fill == nil || c.look.invisible || w.line == nil {
		return
	}
	w.line.Spans = append(w.line.Spans, Span{
		Value: b.String(), Families: c.look.families, Size: c.look.size, Bold: c.look.bold, Italic: c.look.italic,
		Fill: *fill, DX: dx, DY: dy, Shift: shift,
	})
}

// end adds the line.
func (w *writer) end() {
	if w.line == nil {
		return
	}
	spans := w.line.Spans
	for n := len(spans); n > 0; n-- {
		last := &spans[n-1]
		last.Value = strings.TrimRight(last.Value, " ")
		if last.Value != "" {
			break
		}
		spans = spans[:n-1]
	}
	if w.line.Spans = spans; len(spans) > 0 {
		if w.line.Anchor == Start && spans[0].DX != 0 {
			w.line.At.X += spans[0].DX
			spans[0].DX = 0
		}
		w.r.add(w.line)
	}
	w.line = nil
}
