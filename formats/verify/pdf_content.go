package verify

import (
	"fmt"
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Content streams: what is drawn, in which fonts and colours, and whether all
// of it is tagged or an artifact (ISO 32000-1, 7.8.2 and 14.6).

// pdfPage is a page.
type pdfPage struct {
	pdfobject.Page
	number int
}

// operation is what an operator does, as far as it matters here.
type operation uint8

const (
	known operation = 1 + iota
	painting
	showing
)

// operators are those of ISO 32000-1, table A.1.
var operators = func() map[string]operation {
	m := map[string]operation{}
	for w := range strings.FieldsSeq("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n" +
		" q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"") {
		m[w] = known
	}
	for w := range strings.FieldsSeq("b B b* B* f F f* s S sh BI") {
		m[w] = painting
	}
	for w := range strings.FieldsSeq("Tj TJ ' \"") {
		m[w] = showing
	}
	return m
}()

// readPages reads the contents of all pages and of what they draw.
func (c *pdfChecker) readPages() {
	c.fonts, c.forms = map[pdfobject.Ref]*pdfFont{}, map[pdfobject.Ref]int{}
	pages, size := c.Pages(), somePages
	if c.hasForms() {
		size = len(pages) // how often a form is drawn matters
	}
	c.inBatches(len(pages), size, func(c *pdfChecker, from, to int) {
		for i := from; i < to; i++ {
			c.readPage(pdfPage{pages[i], i + 1})
		}
	})
}

// contentsOf returns the content streams of pages.
func (c *pdfChecker) contentsOf(pages []pdfobject.Page) map[*pdfobject.Stream]bool {
	all := map[*pdfobject.Stream]bool{}
	for _, p := range pages {
		for _, o := range c.kids(p.Dict["Contents"]) {
			if s, ok := c.Stream(o); ok {
				all[s] = true
			}
		}
	}
	return all
}

// hasForms reports whether there is a form in the file.
func (c *pdfChecker) hasForms() bool {
	for _, o := range c.Objects() {
		if s, ok := o.(*pdfobject.Stream); ok && s.Dict["Subtype"] == pdfobject.Name("Form") {
			return true
		}
	}
	return false
}

// readPage reads the contents of a page.
func (c *pdfChecker) readPage(page pdfPage) {
	p := page.Page
	c.pages = append(c.pages, page)
	data, err := c.Content(p)
	if err != nil {
		c.structural("stream", "page %d: its content cannot be decoded: %v", page.number, err)
	}
	if own, ok := c.Dict(p.Ref); ok && own["Resources"] == nil && len(data) > 0 && p.Dict["Resources"] != nil {
		c.archive("6.2.2", "page %d has no resources of its own", page.number)
	}
	if p.Dict["AA"] != nil && !(c.part == 4 && c.quiet(p.Dict["AA"])) {
		c.archive("6.5.2", "page %d has additional actions", page.number)
	}
	if p.Dict["PresSteps"] != nil {
		c.archive("6.10", "page %d has presentation steps", page.number)
	}
	for _, box := range []pdfobject.Name{"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"} {
		c.box(page, box)
	}
	if _, ok := c.Array(p.Dict["MediaBox"]); !ok {
		c.structural("page", "page %d has no size", page.number)
	}
	group, _ := c.Dict(p.Dict["Group"])
	in := &interpreter{c: c, where: fmt.Sprintf("page %d", page.number), holder: p.Ref}
	in.run(data, p.Dict["Resources"], graphics{})
	if in.transparent && c.intentSpace() == "" && group["CS"] == nil {
		c.archive("6.2.10", "page %d is transparent and names no blending space", page.number)
	}
}

// box checks the extent of a page boundary (6.1.13).
func (c *pdfChecker) box(p pdfPage, key pdfobject.Name) {
	a, ok := c.Array(p.Dict[key])
	if !ok || len(a) != 4 {
		return
	}
	var v [4]float64
	for i := range v {
		v[i], _ = c.Number(a[i])
	}
	for i := range 2 {
		if d := max(v[i], v[i+2]) - min(v[i], v[i+2]); d < 3 || d > 14400 {
			c.archive("6.1.13", "page %d: a side of the %s is %g units long", p.number, key, d)
		}
	}
}

// graphics is the part of the graphics state that matters here.
type graphics struct {
	font   *pdfFont
	render int // text rendering mode
	// fill and stroke say that their colours have been chosen: until then they
	// are black, of the device's grey (ISO 32000-1, table 52).
	fill, stroke bool
}

// marked is marked content that is open.
type marked struct {
	artifact, tagged bool
	element          *element
	lang             string
	actual           bool // its actual text is known
	key              contentKey
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
	if does == painting {
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
		d, _ := op.Operands[0].(pdfobject.Dict)
		if v, ok := d["I"].(pdfobject.Boolean); ok && bool(v) {
			c.archive("6.2.8", "%s: an image is interpolated", in.where)
		}
		for _, f := range c.kids(first(d["F"], d["Filter"])) {
			if f == pdfobject.Name("LZW") || f == pdfobject.Name("LZWDecode") || f == pdfobject.Name("Crypt") {
				c.archive("6.1.10", "%s: an inline image is encoded by %s", in.where, f)
			}
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
		if does == showing {
			in.shows(op)
		} else if does == 0 {
			c.archive("6.2.2", "%s: the operator %s does not exist", in.where, op.Name)
		}
	}
}

// operand checks the limits of integers (6.1.13); those of strings are checked
// where they are shown.
func (in *interpreter) operand(o pdfobject.Object) {
	switch o := o.(type) {
	case pdfobject.Integer:
		if o > 1<<31-1 || o < -1<<31 {
			in.c.archive("6.1.13", "%s: the number %d is too large", in.where, o)
		}
	case pdfobject.Array:
		for _, v := range o {
			in.operand(v)
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

// inside returns the marked content around the pen.
func (in *interpreter) inside() marked {
	if n := len(in.open); n > 0 {
		return in.open[n-1]
	}
	return in.outer
}

// begin opens marked content: 01-003 and 01-004.
func (in *interpreter) begin(tag pdfobject.Name, props pdfobject.Dict) {
	c := in.c
	m := in.inside()
	if tag == "Artifact" {
		if m.tagged {
			c.ua("01-003", "%s: an artifact stands inside tagged content", in.where)
		}
		m.artifact = true
	}
	if id, ok := c.Integer(props["MCID"]); ok {
		if in.ids[id] { // it is unique within a stream (ISO 32000-1, 14.7.4.2)
			c.structural("content", "%s: two pieces of marked content have the id %d", in.where, id)
		}
		in.ids[id] = true
		if e := c.tree.content[contentKey{in.holder, id}]; e != nil {
			if m.artifact {
				c.ua("01-004", "%s: tagged content stands inside an artifact", in.where)
			}
			m.tagged, m.element, m.lang = true, e, e.lang
			m.key = contentKey{in.holder, id}
			in.checkParent(id, e)
		}
	}
	if s, ok := c.String(props["Lang"]); ok {
		c.language(in.where, s.Text())
		m.lang = s.Text()
	}
	if s, ok := c.String(props["ActualText"]); ok {
		if !m.actual {
			c.say(m, s.Text())
		}
		m.actual = true
	}
	for _, k := range []pdfobject.Name{"ActualText", "Alt", "E"} {
		if props[k] != nil && m.lang == "" && c.catalog["Lang"] == nil {
			c.ua("11-002", "%s: the language of an alternative text cannot be told", in.where)
		}
	}
	in.open = append(in.open, m)
}

// checkParent compares the parent tree with the structure tree.
func (in *interpreter) checkParent(id int, e *element) {
	c := in.c
	d, _ := c.Dict(in.holder)
	key, _ := c.Integer(d["StructParents"])
	list, _ := c.Array(c.tree.parents[key])
	if d["StructParents"] == nil || id < 0 || id >= len(list) || list[id] != pdfobject.Object(e.ref) {
		c.structural("parent-tree", "%s: the parent tree does not lead from content %d to its element", in.where, id)
	}
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

// paints notes that something is drawn here: 01-005.
func (in *interpreter) paints(what string) {
	if m := in.inside(); !m.tagged && !m.artifact {
		in.c.ua("01-005", "%s: %s is neither tagged nor an artifact", in.where, what)
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

// object draws a form or an image.
func (in *interpreter) object(o pdfobject.Object) {
	c := in.c
	s, ok := c.Stream(o)
	if !ok {
		return
	}
	switch s.Dict["Subtype"] {
	case pdfobject.Name("Image"):
		in.paints("an image")
		c.image(in.where, s)
		if s.Dict["SMask"] != nil {
			in.transparent = true
		}
	case pdfobject.Name("Form"):
		ref, _ := o.(pdfobject.Ref)
		c.forms[ref]++
		if s.Dict["Group"] != nil {
			if g, _ := c.Dict(s.Dict["Group"]); g["S"] == pdfobject.Name("Transparency") {
				c.space(g["CS"], 0)
			}
		}
		switch n := c.forms[ref]; {
		case n == 2 && c.holdsIDs(s):
			c.ua("30-002", "%s: the form in object %d holds tagged content and is drawn more than once", in.where, ref.Number)
			return
		case n > 2:
			return // it has been looked at twice, which bounds the work
		}
		if in.depth >= maxForms {
			c.structural("content", "%s: forms draw each other without end", in.where)
			return
		}
		data, err := c.Data(s)
		if err != nil {
			return
		}
		resources := s.Dict["Resources"]
		if resources == nil {
			resources = in.resources
			if len(data) > 0 {
				c.archive("6.2.2", "the form in object %d has no resources of its own", ref.Number)
			}
		}
		sub := &interpreter{c: c, where: fmt.Sprintf("form %d", ref.Number), holder: ref, depth: in.depth + 1, outer: in.inside()}
		sub.run(data, resources, in.state)
		in.transparent = in.transparent || sub.transparent
	}
}

// holdsIDs reports whether a form's content has marked content ids.
func (c *pdfChecker) holdsIDs(s *pdfobject.Stream) bool {
	data, _ := c.Data(s)
	found := false
	_ = pdfobject.Operators(data, func(op pdfobject.Operator) bool {
		if op.Name == "BDC" && len(op.Operands) > 1 {
			d, _ := op.Operands[1].(pdfobject.Dict)
			found = found || d["MCID"] != nil
		}
		return !found
	})
	return found
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
