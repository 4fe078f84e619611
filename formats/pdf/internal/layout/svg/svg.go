// Package svg reads vector drawings: what goes in is the text of an SVG file,
// what comes out is a [Drawing], a flat list of shapes and texts in the order
// in which they are painted, with all transforms applied and all styles
// resolved.
//
// It knows the static part of SVG 1.1 that charts and diagrams are made of:
// path data in full, the basic shapes, groups, nested drawings, use and defs,
// markers, text and tspan, presentation attributes, style attributes and simple
// style sheets. Gradients become the colour of their middle, transparency is mixed
// with white. It runs no script, follows no reference out of the file, and
// never fails on what it does not know: it leaves that out and says so.
//
// Call [Read]; it is all there is to call.
package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/style"
)

// Drawing is a drawing in its own units, pixels of 1/96 inch, with the origin
// in the top left corner.
type Drawing struct {
	Width, Height float64
	Title         string
	Items         []Item
	// Omitted says what was left out or approximated, each thing once, as in
	// "its markers are left out".
	Omitted []string
}

// Item is a [*Path] or a [*Text].
type Item interface{ item() }

// Path is a shape. Fill and Stroke are nil where it is not filled or stroked.
type Path struct {
	Segments            []Segment
	Fill, Stroke        *style.Color
	EvenOdd             bool
	LineWidth           float64
	Dash                []float64
	RoundCap, RoundJoin bool
}

// Verb is what a [Segment] does.
type Verb uint8

// The verbs, with one, one, three and no points.
const (
	MoveTo Verb = iota
	LineTo
	CurveTo
	Close
)

// Segment is a step of a path.
type Segment struct {
	Verb   Verb
	Points [3]Point
}

// Point is a place in the drawing.
type Point struct{ X, Y float64 }

// Anchor is the part of a text that stands at its point.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Text is a line of text in one or several styles, to be set from At, which
// Matrix carries onto the drawing.
type Text struct {
	At     Point
	Matrix Matrix
	Anchor Anchor
	Spans  []Span
}

// Span is text in one style. Size is in the units before Matrix is applied.
type Span struct {
	Value        string
	Families     []string // in lower case, in order of preference
	Size         float64
	Bold, Italic bool
	Fill         style.Color
	// DX and DY move the pen before the span; Shift raises its baseline.
	DX, DY, Shift float64
}

func (*Path) item() {}
func (*Text) item() {}

// The limits of what is read.
const (
	maxBytes    = 16 << 20
	maxDepth    = 200
	maxElements = 100_000
	maxItems    = 100_000
	maxSegments = 1_000_000
	maxUses     = 16        // use inside use
	maxMatches  = 1_000_000 // of rules, after which style sheets are ignored
)

// The errors of [Read], besides those of encoding/xml.
var (
	ErrTooLarge = errors.New("svg: the drawing is too large")
	ErrNoSVG    = errors.New("svg: the root element is not svg")
)

// element is an element of the file.
type element struct {
	name     string
	attrs    map[string]string
	children []node
	parent   *element
}

// node is an element or, where that is nil, text.
type node struct {
	el   *element
	text string
}

// Read reads a drawing. It returns an error for what is no well-formed SVG or
// beyond the limits; everything else that it cannot show is said in
// [Drawing.Omitted].
func Read(b []byte) (*Drawing, error) {
	if len(b) > maxBytes {
		return nil, ErrTooLarge
	}
	root, sheets, err := parse(b)
	if err != nil {
		return nil, err
	}
	r := &reader{ids: map[string]*element{}, omitted: map[string]bool{}, using: map[*element]bool{}, drawing: &Drawing{}}
	r.index(root)
	for _, s := range sheets {
		r.sheet(s)
	}
	slices.SortStableFunc(r.rules, func(a, b rule) int { return a.weight - b.weight })
	r.root(root)
	if r.full {
		return nil, ErrTooLarge
	}
	for what := range r.omitted {
		r.drawing.Omitted = append(r.drawing.Omitted, what)
	}
	slices.Sort(r.drawing.Omitted)
	return r.drawing, nil
}

// parse makes the tree of elements. Names lose their prefixes.
func parse(b []byte) (*element, []string, error) {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("svg: the encoding %q is not known", charset)
	}
	var root, at *element
	var sheets []string
	depth, count := 0, 0
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, nil, fmt.Errorf("svg: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			count++
			if depth > maxDepth || count > maxElements {
				return nil, nil, ErrTooLarge
			}
			el := &element{name: t.Name.Local, parent: at, attrs: make(map[string]string, len(t.Attr))}
			for _, a := range t.Attr {
				el.attrs[a.Name.Local] = a.Value
			}
			if at == nil {
				if root != nil {
					return nil, nil, ErrNoSVG
				}
				root = el
			} else {
				at.children = append(at.children, node{el: el})
			}
			at = el
		case xml.EndElement:
			depth--
			if at.name == "style" {
				sheets = append(sheets, at.text())
			}
			at = at.parent
		case xml.CharData:
			if at != nil {
				at.children = append(at.children, node{text: string(t)})
			}
		}
	}
	if root == nil || root.name != "svg" {
		return nil, nil, ErrNoSVG
	}
	return root, sheets, nil
}

// reader walks the tree and collects what is painted.
type reader struct {
	drawing  *Drawing
	ids      map[string]*element
	rules    []rule
	omitted  map[string]bool
	segments int
	visits   int
	matches  int
	using    map[*element]bool // the elements that are being used
	full     bool              // a limit is reached
}

// maxOmitted bounds what is said.
const maxOmitted = 20

func (r *reader) omit(what string) {
	if len(r.omitted) < maxOmitted {
		r.omitted[what] = true
	}
}

// index finds the elements by their ids; the first one wins.
func (r *reader) index(el *element) {
	if id := el.attrs["id"]; id != "" {
		if _, ok := r.ids[id]; !ok {
			r.ids[id] = el
		}
	}
	for _, n := range el.children {
		if n.el != nil {
			r.index(n.el)
		}
	}
}

// context is where an element is painted.
type context struct {
	matrix Matrix
	look   look
	uses   int
	// view is the size that percentages refer to.
	width, height float64
}

// root places the outermost element and paints what is in it.
func (r *reader) root(el *element) {
	box, boxed := viewBox(el.attrs["viewBox"])
	w, hasW := length(el.attrs["width"], 16, 0)
	h, hasH := length(el.attrs["height"], 16, 0)
	if strings.HasSuffix(strings.TrimSpace(el.attrs["width"]), "%") {
		hasW = false
	}
	if strings.HasSuffix(strings.TrimSpace(el.attrs["height"]), "%") {
		hasH = false
	}
	switch {
	case boxed && !hasW && !hasH:
		w, h = box[2], box[3]
	case boxed && !hasH:
		h = w * box[3] / box[2]
	case boxed && !hasW:
		w = h * box[2] / box[3]
	default:
		if !hasW {
			w = 300
		}
		if !hasH {
			h = 150
		}
	}
	const most = 1e6
	if !(w > 0 && h > 0 && w < most && h < most) {
		w, h = 300, 150
	}
	r.drawing.Width, r.drawing.Height = w, h
	for _, n := range el.children {
		if n.el != nil && n.el.name == "title" {
			r.drawing.Title = strings.Join(strings.Fields(n.el.text()), " ")
		}
	}
	c := context{matrix: Identity, look: initialLook, width: w, height: h}
	c.look = r.resolve(el, c.look)
	if boxed {
		c.matrix = fitBox(box, w, h, el.attrs["preserveAspectRatio"])
		c.width, c.height = box[2], box[3]
	}
	r.children(el, c)
}

// text returns all text inside an element.
func (el *element) text() string {
	var b strings.Builder
	var walk func(*element)
	walk = func(el *element) {
		for _, n := range el.children {
			if n.el != nil {
				walk(n.el)
			} else {
				b.WriteString(n.text)
			}
		}
	}
	walk(el)
	return b.String()
}

func (r *reader) children(el *element, c context) {
	for _, n := range el.children {
		if n.el != nil {
			r.element(n.el, c)
		}
	}
}

// element paints an element.
func (r *reader) element(el *element, c context) {
	if r.visits++; r.visits > maxItems || r.full {
		r.full = true
		return
	}
	switch el.name {
	case "title", "desc", "metadata", "style", "defs", "symbol", "linearGradient", "radialGradient", "namedview":
		return
	case "clipPath", "mask", "filter", "marker", "pattern":
		return // said where it is used
	}
	c.look = r.resolve(el, c.look)
	if c.look.hidden {
		return
	}
	c.matrix = c.matrix.Mul(transform(el.attrs["transform"]))
	switch el.name {
	case "g", "a", "switch":
		r.children(el, c)
	case "svg":
		r.nested(el, c, el.attrs["width"], el.attrs["height"])
	case "use":
		r.use(el, c)
	case "text":
		r.textElement(el, c)
	case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
		if !c.look.invisible {
			r.shape(el, c)
		}
	default:
		r.omit("<" + shorten(el.name) + "> is left out")
	}
}

// nested paints a drawing inside the drawing.
func (r *reader) nested(el *element, c context, width, height string) {
	x, _ := length(el.attrs["x"], c.look.size, c.width)
	y, _ := length(el.attrs["y"], c.look.size, c.height)
	if el.name == "symbol" {
		x, y = 0, 0
	}
	w, ok := length(width, c.look.size, c.width)
	if !ok {
		w = c.width
	}
	h, ok := length(height, c.look.size, c.height)
	if !ok {
		h = c.height
	}
	if w <= 0 || h <= 0 {
		return
	}
	c.matrix = c.matrix.Mul(Matrix{1, 0, 0, 1, x, y})
	if box, ok := viewBox(el.attrs["viewBox"]); ok {
		c.matrix = c.matrix.Mul(fitBox(box, w, h, el.attrs["preserveAspectRatio"]))
		w, h = box[2], box[3]
	}
	c.width, c.height = w, h
	r.children(el, c)
}

// use paints another element again.
func (r *reader) use(el *element, c context) {
	id, ok := strings.CutPrefix(strings.TrimSpace(el.attrs["href"]), "#")
	to := r.ids[id]
	if !ok || to == nil {
		r.omit("a reference to " + shorten(el.attrs["href"]) + " is left out")
		return
	}
	if c.uses++; c.uses > maxUses || r.using[to] {
		r.omit("an element that uses itself is left out")
		return
	}
	r.using[to] = true
	defer delete(r.using, to)
	x, _ := length(el.attrs["x"], c.look.size, c.width)
	y, _ := length(el.attrs["y"], c.look.size, c.height)
	c.matrix = c.matrix.Mul(Matrix{1, 0, 0, 1, x, y})
	if to.name == "symbol" || to.name == "svg" {
		c.look = r.resolve(to, c.look)
		r.nested(to, c, el.attrs["width"], el.attrs["height"])
		return
	}
	r.element(to, c)
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// add appends a painted item.
func (r *reader) add(it Item) {
	if p, ok := it.(*Path); ok {
		r.segments += len(p.Segments)
	}
	if len(r.drawing.Items) >= maxItems || r.segments > maxSegments {
		r.full = true
		return
	}
	r.drawing.Items = append(r.drawing.Items, it)
}

// finite reports whether all coordinates can be drawn.
func finite(segs []Segment) bool {
	for _, s := range segs {
		for _, p := range s.Points {
			if !(math.Abs(p.X) < 1e7 && math.Abs(p.Y) < 1e7) {
				return false
			}
		}
	}
	return true
}
