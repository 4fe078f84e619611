package svg

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"

	"github.com/quirepress/quire/formats/style"
)

// look is the resolved style of an element (SVG 1.1, 6). Everything in it is
// inherited but opacity, which is multiplied instead, and display.
type look struct {
	fill, stroke               paint
	fillOpacity, strokeOpacity float64
	opacity                    float64
	current                    style.Color // currentColor
	evenOdd                    bool
	width                      float64
	dash                       []float64
	roundCap, roundJoin        bool
	families                   []string
	size                       float64
	bold, italic               bool
	anchor                     Anchor
	hidden, invisible          bool
	markers                    markers
}

// paint is a colour or none.
type paint struct {
	none  bool
	color style.Color
}

var initialLook = look{
	stroke: paint{none: true}, fillOpacity: 1, strokeOpacity: 1, opacity: 1, width: 1, size: 16,
}

// properties are those that are read, from attributes as from style sheets.
var properties = []string{
	"color", "font-size", "fill", "stroke", "fill-opacity", "stroke-opacity", "opacity", "fill-rule", "stroke-width",
	"stroke-dasharray", "stroke-linecap", "stroke-linejoin", "font-family", "font-weight", "font-style", "font",
	"text-anchor", "display", "visibility", "clip-path", "mask", "filter", "marker", "marker-start", "marker-mid", "marker-end",
}

// resolve returns the look of an element inside one that looks like l: its
// attributes, then the rules of the style sheets, then its own style.
func (r *reader) resolve(el *element, l look) look {
	l.hidden = false
	values := map[string]string{}
	for _, p := range properties {
		if v, ok := el.attrs[p]; ok {
			values[p] = v
		}
	}
	if r.matches < maxMatches {
		classes := strings.Fields(el.attrs["class"])
		for i := range r.rules {
			if rule := &r.rules[i]; rule.matches(el, classes) {
				r.matches++
				for k, v := range rule.declarations {
					values[k] = v
				}
			}
		}
	}
	for k, v := range declarations(el.attrs["style"]) {
		values[k] = v
	}
	for _, p := range properties {
		if v, ok := values[p]; ok {
			r.apply(&l, p, strings.TrimSpace(v))
		}
	}
	return l
}

// apply sets a property.
func (r *reader) apply(l *look, property, v string) {
	if v == "inherit" || v == "" {
		return
	}
	switch property {
	case "color":
		if c, ok := parseColor(v); ok {
			l.current = c
		}
	case "fill":
		r.paint(&l.fill, v, l)
	case "stroke":
		r.paint(&l.stroke, v, l)
	case "fill-opacity":
		l.fillOpacity = opacity(v)
	case "stroke-opacity":
		l.strokeOpacity = opacity(v)
	case "opacity":
		l.opacity *= opacity(v)
	case "fill-rule":
		l.evenOdd = v == "evenodd"
	case "stroke-width":
		if w, ok := length(v, l.size, 0); ok && w >= 0 {
			l.width = w
		}
	case "stroke-dasharray":
		l.dash = dashes(v)
	case "stroke-linecap":
		l.roundCap = v == "round"
	case "stroke-linejoin":
		l.roundJoin = v == "round"
	case "font-family":
		l.families = families(v)
	case "font-size":
		l.size = fontSize(v, l.size)
	case "font-weight":
		switch v {
		case "bold", "bolder":
			l.bold = true
		case "normal", "lighter":
			l.bold = false
		default:
			if n, err := strconv.Atoi(v); err == nil {
				l.bold = n >= 550
			}
		}
	case "font-style":
		l.italic = v == "italic" || strings.HasPrefix(v, "oblique")
	case "font":
		r.font(l, v)
	case "text-anchor":
		l.anchor = map[string]Anchor{"middle": Middle, "end": End}[v]
	case "display":
		l.hidden = v == "none"
	case "visibility":
		l.invisible = v == "hidden" || v == "collapse"
	case "clip-path", "mask", "filter":
		if v != "none" {
			r.omit("its " + property + " is left out")
		}
	case "marker":
		id := markerID(v)
		l.markers = markers{id, id, id}
	case "marker-start":
		l.markers.start = markerID(v)
	case "marker-mid":
		l.markers.mid = markerID(v)
	case "marker-end":
		l.markers.end = markerID(v)
	}
}

// font reads the shorthand: what stands before the size, the size, the family.
func (r *reader) font(l *look, v string) {
	l.bold, l.italic = false, false
	words := strings.Fields(v)
	for i, w := range words {
		switch w {
		case "bold", "600", "700", "800", "900":
			l.bold = true
			continue
		case "italic", "oblique":
			l.italic = true
			continue
		}
		size, _, _ := strings.Cut(w, "/")
		if _, ok := length(size, l.size, l.size); ok && !strings.Contains("100 200 300 400 500", w) {
			l.size = fontSize(size, l.size)
			l.families = families(strings.Join(words[i+1:], " "))
			return
		}
	}
}

func fontSize(v string, parent float64) float64 {
	if s, ok := length(v, parent, parent); ok && s > 0 && s < 1e5 {
		return s
	}
	switch v {
	case "xx-small":
		return 9
	case "x-small":
		return 10
	case "small":
		return 13
	case "medium":
		return 16
	case "large":
		return 18
	case "x-large":
		return 24
	case "xx-large":
		return 32
	case "smaller":
		return parent * 5 / 6
	case "larger":
		return parent * 6 / 5
	}
	return parent
}

func families(v string) []string {
	var out []string
	for _, f := range strings.Split(v, ",") {
		if f = strings.ToLower(strings.Trim(strings.TrimSpace(f), `"'`)); f != "" && len(out) < 16 {
			out = append(out, f)
		}
	}
	return out
}

func opacity(v string) float64 {
	o, ok := length(v, 1, 1)
	if !ok {
		return 1
	}
	return math.Max(0, math.Min(o, 1))
}

// dashes reads a pattern of dashes; one of odd length is doubled.
func dashes(v string) []float64 {
	d := numbers(v, 32)
	sum := 0.0
	for _, n := range d {
		if n < 0 {
			return nil
		}
		sum += n
	}
	if sum <= 0 {
		return nil
	}
	if len(d)%2 == 1 {
		d = append(d, d...)
	}
	return d
}

// paint reads a fill or stroke.
func (r *reader) paint(p *paint, v string, l *look) {
	if ref, ok := strings.CutPrefix(v, "url("); ok {
		id, rest, _ := strings.Cut(ref, ")")
		id = strings.TrimPrefix(strings.Trim(strings.TrimSpace(id), `"'`), "#")
		if c, ok := r.gradient(id, 0); ok {
			r.omit("its gradients are printed in the colour of their middle")
			*p = paint{color: c}
			return
		}
		if rest = strings.TrimSpace(rest); rest != "" {
			r.paint(p, rest, l)
			return
		}
		r.omit("its patterns are left out")
		*p = paint{none: true}
		return
	}
	switch v {
	case "none", "transparent":
		*p = paint{none: true}
		return
	case "currentColor", "currentcolor":
		*p = paint{color: l.current}
		return
	}
	if c, ok := parseColor(v); ok {
		*p = paint{color: c}
	}
}

// gradient returns the colour of the middle of a gradient.
func (r *reader) gradient(id string, depth int) (style.Color, bool) {
	el := r.ids[id]
	if el == nil || depth > maxUses || el.name != "linearGradient" && el.name != "radialGradient" {
		return style.Color{}, false
	}
	type stop struct {
		at    float64
		color style.Color
	}
	var stops []stop
	for _, n := range el.children {
		if n.el == nil || n.el.name != "stop" {
			continue
		}
		d := declarations(n.el.attrs["style"])
		get := func(name string) string {
			if v, ok := d[name]; ok {
				return v
			}
			return n.el.attrs[name]
		}
		c, ok := parseColor(get("stop-color"))
		if !ok {
			c = style.Color{}
		}
		if o := get("stop-opacity"); o != "" {
			c = onWhite(c, opacity(o))
		}
		at, _ := length(n.el.attrs["offset"], 1, 1)
		stops = append(stops, stop{at, c})
	}
	if len(stops) == 0 {
		next, ok := strings.CutPrefix(el.attrs["href"], "#")
		if !ok {
			return style.Color{}, false
		}
		return r.gradient(next, depth+1)
	}
	for i := range stops {
		if stops[i].at >= 0.5 {
			if i == 0 {
				return stops[0].color, true
			}
			a, b := stops[i-1], stops[i]
			t := 0.5
			if b.at > a.at {
				t = (0.5 - a.at) / (b.at - a.at)
			}
			mix := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + float64((float64(y)-float64(x))*t))) }
			return style.Color{R: mix(a.color.R, b.color.R), G: mix(a.color.G, b.color.G), B: mix(a.color.B, b.color.B)}, true
		}
	}
	return stops[len(stops)-1].color, true
}

// onWhite mixes a colour with white.
func onWhite(c style.Color, opacity float64) style.Color {
	mix := func(v uint8) uint8 { return uint8(math.Round(255 - float64((255-float64(v))*opacity))) }
	return style.Color{R: mix(c.R), G: mix(c.G), B: mix(c.B)}
}

// color returns what a paint prints, nil for nothing.
func (r *reader) color(p paint, opacity float64) *style.Color {
	if p.none || opacity <= 0 {
		return nil
	}
	c := p.color
	if opacity < 1 {
		r.omit("its transparency is printed as lighter colours")
		c = onWhite(c, opacity)
	}
	return &c
}

// parseColor reads a colour of CSS.
func parseColor(v string) (style.Color, bool) {
	v = strings.ToLower(strings.TrimSpace(v))
	if strings.HasPrefix(v, "#") {
		hex := v[1:]
		if strings.Trim(hex, "0123456789abcdef") != "" {
			return style.Color{}, false
		}
		switch len(hex) {
		case 3, 4:
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		case 6, 8:
			hex = hex[:6]
		default:
			return style.Color{}, false
		}
		n, err := strconv.ParseUint(hex, 16, 32)
		return style.Color{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n)}, err == nil
	}
	if args, ok := cutFunction(v, "rgb", "rgba"); ok {
		part := strings.FieldsFunc(args, func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
		if len(part) < 3 {
			return style.Color{}, false
		}
		var c [3]uint8
		for i := range c {
			n, ok := length(part[i], 1, 255)
			if !ok {
				return style.Color{}, false
			}
			c[i] = uint8(math.Round(math.Max(0, math.Min(n, 255))))
		}
		return style.Color{R: c[0], G: c[1], B: c[2]}, true
	}
	if args, ok := cutFunction(v, "hsl", "hsla"); ok {
		part := strings.FieldsFunc(args, func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
		if len(part) < 3 {
			return style.Color{}, false
		}
		h, ok1 := length(strings.TrimSuffix(part[0], "deg"), 1, 1)
		s, ok2 := length(part[1], 1, 1)
		l, ok3 := length(part[2], 1, 1)
		return hsl(h, s, l), ok1 && ok2 && ok3
	}
	c, ok := colornames.Map[v]
	return style.Color{R: c.R, G: c.G, B: c.B}, ok
}

func cutFunction(v string, names ...string) (string, bool) {
	for _, n := range names {
		if args, ok := strings.CutPrefix(v, n+"("); ok {
			return strings.CutSuffix(args, ")")
		}
	}
	return "", false
}

// hsl converts a colour (CSS Color 3, 4.2.4).
func hsl(h, s, l float64) style.Color {
	s, l = math.Max(0, math.Min(s, 1)), math.Max(0, math.Min(l, 1))
	f := func(n float64) uint8 {
		k := math.Mod(n+h/30, 12)
		if k < 0 {
			k += 12
		}
		a := float64(s * math.Min(l, 1-l))
		v := l - float64(a*math.Max(-1, math.Min(math.Min(k-3, 9-k), 1)))
		return uint8(math.Round(v * 255))
	}
	return style.Color{R: f(0), G: f(8), B: f(4)}
}
