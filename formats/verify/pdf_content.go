package verify

import (
	"slices"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Content streams: what is drawn, in which fonts and colours, and whether all
// of it is tagged or an artifact (ISO 32000-1, 7.8.2 and 14.6).

// graphics is the part of the graphics state that matters here.
type graphics struct {
	font   *pdfFont
	render int // text rendering mode
	// fill and stroke say that their colours have been chosen: until then they
	// are black, of the device's grey (ISO 32000-1, table 52).
	fill, stroke bool
}

// interpreter runs a content stream.
type interpreter struct {
	c      *pdfChecker
	where  string
	holder pdfobject.Ref
	depth  int

	resources   pdfobject.Dict
	state       graphics
	saved       []graphics
	open        []marked
	ids         map[int]bool // of the marked content so far
	outer       marked       // what surrounds a form
	transparent bool
	text        bool               // it stands between BT and ET
	held        int                // pieces of marked content that elements hold
	strings     []pdfobject.String // a buffer for those of an operator
}

// maxForms bounds forms inside forms, maxNested states and marks inside others.
const (
	maxForms  = 16
	maxNested = 4096
)

func (in *interpreter) run(data []byte, resources pdfobject.Object, start graphics) {
	in.resources, _ = in.c.Dict(resources)
	in.state = start
	in.ids = map[int]bool{}
	err := pdfobject.Operators(data, func(op pdfobject.Operator) bool {
		in.operator(op)
		return len(in.open) < maxNested && len(in.saved) < maxNested
	})
	if err != nil {
		in.c.structural("content", "%s: %v", in.where, err)
	}
	if in.text {
		in.c.structural("content", "%s: a text has no end", in.where)
	}
	if len(in.open) > 0 {
		in.c.structural("content", "%s: %d pieces of marked content have no end", in.where, len(in.open))
	}
	if len(in.saved) > 0 {
		in.c.structural("content", "%s: %d graphics states are saved and never restored", in.where, len(in.saved))
	}
}

// resource finds a named resource.
func (in *interpreter) resource(kind, name pdfobject.Name) pdfobject.Object {
	d, _ := in.c.Dict(in.resources[kind])
	if o, ok := d[name]; ok {
		return o
	}
	in.c.structural("resource", "%s: the %s %s is not among the resources", in.where, kind, name)
	return nil
}

func (in *interpreter) operator(op pdfobject.Operator) {
	c := in.c
	name := func(i int) pdfobject.Name {
		if i < len(op.Operands) {
			n, _ := op.Operands[i].(pdfobject.Name)
			return n
		}
		return ""
	}
	for _, o := range op.Operands {
		in.operand(o)
	}
	does := operators[op.Name]
	if len(op.Operands) < does.operands {
		c.structural("content", "%s: the operator %s has %d operands", in.where, op.Name, len(op.Operands))
	}
	if does.paints {
		in.paints("a drawing")
		in.inks(op.Name)
	}
	switch op.Name {
	case "rg", "g", "k", "cs":
		in.state.fill = true
	case "RG", "G", "K", "CS":
		in.state.stroke = true
	}
	switch op.Name {
	case "q":
		in.saved = append(in.saved, in.state)
		if len(in.saved) == 29 {
			c.archive("6.1.13", "%s: graphics states are nested more than 28 deep", in.where)
		}
	case "Q":
		if n := len(in.saved); n > 0 {
			in.state, in.saved = in.saved[n-1], in.saved[:n-1]
		} else { // they are balanced within a stream (ISO 32000-1, 8.4.2)
			c.structural("content", "%s: a graphics state is restored that was never saved", in.where)
		}
	case "BT", "ET": // which cannot be nested (9.4.1)
		if in.text == (op.Name == "BT") {
			c.structural("content", "%s: the beginnings and ends of texts do not match", in.where)
		}
		in.text = op.Name == "BT"
	case "BMC":
		in.begin(name(0), nil)
	case "BDC":
		var props pdfobject.Dict
		if len(op.Operands) > 1 {
			switch p := op.Operands[1].(type) {
			case pdfobject.Dict:
				props = p
			case pdfobject.Name:
				props, _ = c.Dict(in.resource("Properties", p))
			}
		}
		in.begin(name(0), props)
	case "EMC":
		if n := len(in.open); n > 0 {
			in.open = in.open[:n-1]
		} else {
			c.structural("content", "%s: marked content ends that never began", in.where)
		}
	case "Tf":
		in.state.font = c.font(in.resource("Font", name(0)))
	case "Tr":
		if len(op.Operands) > 0 {
			in.state.render, _ = c.Integer(op.Operands[0])
		}
	case "gs":
		ref := in.resource("ExtGState", name(0))
		if d, ok := c.Dict(ref); ok {
			if d["Type"] == nil {
				c.graphicsState(in.where, d) // those with a type are found wherever they are
			}
			in.external(d)
		}
	case "Do":
		in.object(in.resource("XObject", name(0)))
	case "BI":
		if len(op.Operands) > 0 {
			d, _ := op.Operands[0].(pdfobject.Dict)
			in.inline(d)
		}
	case "ri":
		c.renderingIntent(in.where, name(0))
	case "rg", "RG":
		c.used.rgb = true
	case "k", "K":
		c.used.cmyk = true
	case "g", "G":
		c.used.gray = true
	case "cs", "CS":
		n := name(0)
		if !slices.Contains([]pdfobject.Name{"DeviceRGB", "DeviceCMYK", "DeviceGray", "Pattern"}, n) {
			c.space(in.resource("ColorSpace", n), 0)
		} else {
			c.space(n, 0)
		}
	case "sh":
		d, _ := c.Dict(in.resource("Shading", name(0)))
		c.space(d["ColorSpace"], 0)
	default:
		if does.shows {
			in.shows(op)
		} else if !does.known {
			c.archive("6.2.2", "%s: the operator %s does not exist", in.where, op.Name)
		}
	}
}

// operand checks the limits of integers, strings and names (6.1.13).
func (in *interpreter) operand(o pdfobject.Object) {
	switch o := o.(type) {
	case pdfobject.Integer:
		if o > 1<<31-1 || o < -1<<31 {
			in.c.archive("6.1.13", "%s: the number %d is too large", in.where, o)
		}
	case pdfobject.String:
		if len(o) > 32767 {
			in.c.archive("6.1.13", "%s: a string of %d bytes is too long", in.where, len(o))
		}
	case pdfobject.Name:
		if len(o) > 127 {
			in.c.archive("6.1.13", "%s: a name of %d bytes is too long", in.where, len(o))
		}
	case pdfobject.Array:
		for _, v := range o {
			in.operand(v)
		}
	case pdfobject.Dict:
		var room [16]pdfobject.Name
		for _, k := range o.Keys(room[:0]) {
			in.operand(o[k])
		}
	}
}

func first(list ...pdfobject.Object) pdfobject.Object {
	for _, o := range list {
		if o != nil {
			return o
		}
	}
	return nil
}

// inks notes that something is drawn in the colour that a page begins with.
func (in *interpreter) inks(op string) {
	if in.state.fill && in.state.stroke {
		return
	}
	fills, strokes := false, false
	switch op {
	case "f", "F", "f*":
		fills = true
	case "S", "s":
		strokes = true
	case "b", "b*", "B", "B*":
		fills, strokes = true, true
	}
	if fills && !in.state.fill || strokes && !in.state.stroke {
		in.c.used.gray = true
	}
}

// shows notes the codes that are shown.
func (in *interpreter) shows(op pdfobject.Operator) {
	c := in.c
	m := in.inside()
	strs := in.strings[:0]
	for _, o := range op.Operands {
		switch o := o.(type) {
		case pdfobject.String:
			strs = append(strs, o)
		case pdfobject.Array:
			for _, v := range o {
				if s, ok := v.(pdfobject.String); ok {
					strs = append(strs, s)
				}
			}
		}
	}
	in.strings = strs
	empty := true
	for _, s := range strs {
		if len(s) > 32767 {
			c.archive("6.1.13", "%s: a string of %d bytes is too long", in.where, len(s))
		}
		empty = empty && len(s) == 0
	}
	if empty {
		return
	}
	in.paints("text")
	if in.state.render == 0 && !in.state.fill {
		in.c.used.gray = true
	}
	if !m.artifact && m.lang == "" && c.catalog["Lang"] == nil && !c.pdf2 {
		c.ua("11-001", "%s: the language of the text cannot be told", in.where)
	}
	if in.state.font == nil {
		c.structural("content", "%s: text is shown in no font", in.where)
		return
	}
	u := usage{invisible: in.state.render == 3, actual: m.actual, silent: m.artifact}
	if e := m.element; e != nil {
		u.actual, u.formula, u.silent = u.actual || e.actual, e.formula, u.silent || e.silent
	}
	if !m.actual && c.said != nil {
		for _, s := range strs {
			c.say(m, in.state.font.read(string(s)))
		}
	}
	for _, s := range strs {
		in.state.font.show(string(s), u)
	}
}

// external applies a graphics state dictionary.
func (in *interpreter) external(d pdfobject.Dict) {
	c := in.c
	for _, k := range []pdfobject.Name{"ca", "CA"} {
		if v, ok := c.Number(d[k]); ok && v < 1 {
			in.transparent = true
		}
	}
	if bm, ok := c.Name(d["BM"]); ok && bm != "Normal" && bm != "Compatible" {
		in.transparent = true
	}
	if sm := c.Resolve(d["SMask"]); d["SMask"] != nil && sm != pdfobject.Object(pdfobject.Name("None")) {
		in.transparent = true
	}
	if f, ok := c.Array(d["Font"]); ok && len(f) > 0 {
		in.state.font = c.font(f[0])
	}
}
