package verify

import (
	"fmt"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// What a content stream draws from elsewhere: forms and images (ISO 32000-1,
// 8.8 to 8.10), and images that stand in it.

// object draws a form or an image.
func (in *interpreter) object(o pdfobject.Object) {
	c := in.c
	s, ok := c.Stream(o)
	if !ok {
		c.structural("resource", "%s: what is drawn is not there", in.where)
		return
	}
	switch s.Dict["Subtype"] {
	default:
		c.structural("resource", "%s: what is drawn is neither a form nor an image", in.where)
	case pdfobject.Name("PS"): // is reported with the object
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

// inline checks an image that stands in the content (8.9.7).
func (in *interpreter) inline(d pdfobject.Dict) {
	c := in.c
	if v, ok := d["I"].(pdfobject.Boolean); ok && bool(v) {
		c.archive("6.2.8", "%s: an image is interpolated", in.where)
	}
	for _, f := range c.kids(first(d["F"], d["Filter"])) {
		if f == pdfobject.Name("LZW") || f == pdfobject.Name("LZWDecode") || f == pdfobject.Name("Crypt") {
			c.archive("6.1.10", "%s: an inline image is encoded by %s", in.where, f)
		}
	}
	switch n, _ := first(d["CS"], d["ColorSpace"]).(pdfobject.Name); n {
	case "", "I", "Indexed":
	case "G", "RGB", "CMYK", "DeviceGray", "DeviceRGB", "DeviceCMYK":
		c.space(n, 0)
	default:
		c.space(in.resource("ColorSpace", n), 0)
	}
}
