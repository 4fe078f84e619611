package verify

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Rules about what may hang anywhere in a file: actions, media clips, embedded
// files, forms and images.

var mediaType = regexp.MustCompile(`^[-\w+.]+/[-\w+.]+$`)

// associated returns the file specifications that something is associated
// with.
func (c *pdfChecker) associated() map[pdfobject.Ref]bool {
	all := map[pdfobject.Ref]bool{}
	for _, in := range c.list {
		d, _ := c.Dict(in.object)
		if r, ok := d["AF"].(pdfobject.Ref); ok {
			all[r] = true
		}
		list, _ := c.Array(d["AF"])
		for _, v := range list {
			if r, ok := v.(pdfobject.Ref); ok {
				all[r] = true
			}
		}
	}
	return all
}

// file checks a file specification and the file that is embedded by it (6.8).
func (c *pdfChecker) file(ref pdfobject.Ref, d pdfobject.Dict, associated bool) {
	embedded, ok := c.Dict(d["EF"])
	if !ok {
		return
	}
	f, _ := c.String(d["F"])
	uf, _ := c.String(d["UF"])
	if f == "" || uf == "" {
		c.ua("21-001", "the file in object %d has not both names", ref.Number)
		c.archive("6.8", "the file in object %d has not both names", ref.Number)
	}
	if c.part == 2 {
		c.archive("6.8", "PDF/A-2 has no files of other kinds embedded")
		return
	}
	c.needs(d, ofFile, "the file in object %d", ref.Number)
	if c.kind(d["AFRelationship"]) != aName {
		c.archive("6.8", "the file in object %d has no relationship to the document", ref.Number)
	}
	switch r, _ := c.Name(d["AFRelationship"]); r {
	case "", "Source", "Data", "Alternative", "Supplement", "Unspecified", "EncryptedPayload", "FormData", "Schema":
	default:
		if !strings.ContainsAny(string(r), "_:") { // a name of somebody's own (ISO 32000-2, table 43 and annex E)
			c.warn("relationship", "the file in object %d has the unknown relationship %s", ref.Number, r)
		}
	}
	if !associated && c.part != 4 {
		c.archive("6.8", "the file in object %d is associated with nothing", ref.Number)
	}
	for _, k := range slices.Sorted(maps.Keys(embedded)) {
		s, ok := c.Stream(embedded[k])
		if !ok {
			c.structural("file", "the file in object %d is not there", ref.Number)
			continue
		}
		if t, _ := c.Name(s.Dict["Subtype"]); !mediaType.MatchString(string(t)) {
			c.archive("6.8", "the file in object %d is of the media type %q", ref.Number, string(t))
		}
	}
}

// everywhere checks dictionaries wherever they hang: actions, media clips,
// files and XObjects.
func (c *pdfChecker) everywhere() {
	associated, list := c.associated(), c.list
	c.inBatches(len(list), someObjects, func(c *pdfChecker, from, to int) {
		for _, in := range list[from:to] {
			dictionaries(in.object, func(d pdfobject.Dict, outermost bool) { c.nested(in.ref, d, outermost) })
			if d, ok := in.object.(pdfobject.Dict); ok && isFile(d) {
				c.file(in.ref, d, associated[in.ref])
			}
			if s, ok := in.object.(*pdfobject.Stream); ok && s.Dict["Subtype"] != nil {
				c.xobject(in.ref, s)
			}
		}
	})
}

// xobject checks a form or an image.
func (c *pdfChecker) xobject(ref pdfobject.Ref, s *pdfobject.Stream) {
	switch s.Dict["Subtype"] {
	case pdfobject.Name("Form"):
		if s.Dict["Ref"] != nil {
			c.ua("30-001", "object %d stands for a page of another file", ref.Number)
			c.archive("6.2.9", "object %d stands for a page of another file", ref.Number)
		}
		if s.Dict["OPI"] != nil || s.Dict["PS"] != nil || s.Dict["Subtype2"] == pdfobject.Name("PS") {
			c.archive("6.2.9", "the form in object %d holds PostScript or OPI", ref.Number)
		}
	case pdfobject.Name("PS"):
		c.archive("6.2.9", "object %d is in PostScript", ref.Number)
	case pdfobject.Name("Image"):
		if s.Dict["Alternates"] != nil || s.Dict["OPI"] != nil || c.Resolve(s.Dict["Interpolate"]) == pdfobject.Boolean(true) {
			c.archive("6.2.8", "the image in object %d has alternates or is interpolated", ref.Number)
		}
	}
}

func isFile(d pdfobject.Dict) bool {
	return d["Type"] == pdfobject.Name("Filespec") || d["Type"] == pdfobject.Name("F") || d["EF"] != nil
}

// isAction reports whether a dictionary that does not say what it is must be an
// action. Structure elements may bear the same names, but have a parent.
func isAction(d pdfobject.Dict) bool {
	if d["Type"] != nil || d["P"] != nil {
		return false
	}
	switch d["S"] {
	case pdfobject.Name("URI"), pdfobject.Name("Named"), pdfobject.Name("JavaScript"), pdfobject.Name("Launch"),
		pdfobject.Name("Sound"), pdfobject.Name("Movie"), pdfobject.Name("ResetForm"), pdfobject.Name("ImportData"),
		pdfobject.Name("Hide"), pdfobject.Name("SetOCGState"), pdfobject.Name("Rendition"), pdfobject.Name("GoTo3DView"):
		return true
	}
	return false
}

// dictionaries calls visit for the dictionaries in an object, whose nesting the
// parser bounds, the inner ones first; outermost says that one is the object
// itself.
func dictionaries(o pdfobject.Object, visit func(d pdfobject.Dict, outermost bool)) {
	var walk func(o pdfobject.Object, outermost bool)
	walk = func(o pdfobject.Object, outermost bool) {
		switch o := o.(type) {
		case pdfobject.Array:
			for _, v := range o {
				walk(v, false)
			}
		case *pdfobject.Stream:
			walk(o.Dict, outermost)
		case pdfobject.Dict:
			var room [16]pdfobject.Name
			for _, k := range o.Keys(room[:0]) {
				walk(o[k], false)
			}
			visit(o, outermost)
		}
	}
	walk(o, true)
}

// nested checks a dictionary in an object.
func (c *pdfChecker) nested(ref pdfobject.Ref, d pdfobject.Dict, outermost bool) {
	if !outermost && isFile(d) {
		c.file(ref, d, false) // nothing can refer to it
	}
	kind := d["S"]
	switch {
	case d["Type"] == pdfobject.Name("Action") || isAction(d):
		c.action(ref, d)
	case kind == pdfobject.Name("MCD"):
		if d["CT"] == nil {
			c.ua("28-014", "the media clip in object %d has no media type", ref.Number)
		}
		if a, ok := c.Array(d["Alt"]); !ok || len(a) == 0 || len(a)%2 != 0 {
			c.ua("28-015", "the media clip in object %d has no alternative text", ref.Number)
		}
	case d["Type"] == pdfobject.Name("ExtGState"):
		c.graphicsState(fmt.Sprintf("object %d", ref.Number), d)
	}
}

// unnamed checks an action that is none by its own entries and so is not found
// among the objects.
func (c *pdfChecker) unnamed(o pdfobject.Object) {
	d, ok := c.Dict(o)
	if !ok || c.isOf(d, "Action") || isAction(d) {
		return
	}
	ref, _ := o.(pdfobject.Ref)
	c.action(ref, d)
}

// action checks the kinds of actions (6.5.1).
func (c *pdfChecker) action(ref pdfobject.Ref, d pdfobject.Dict) {
	switch s, _ := c.Name(d["S"]); s {
	case "URI":
		c.needs(d, ofURI, "the action in object %d", ref.Number)
	case "GoTo":
		c.needs(d, ofGoTo, "the action in object %d", ref.Number)
	case "GoToR", "GoToE", "Thread", "SubmitForm":
	case "JavaScript":
		if c.part != 4 {
			c.archive("6.5.1", "object %d: the action JavaScript is not allowed", ref.Number)
		}
	case "Named":
		if n, _ := c.Name(d["N"]); !slices.Contains([]pdfobject.Name{"NextPage", "PrevPage", "FirstPage", "LastPage"}, n) {
			c.archive("6.5.1", "object %d: the named action %s is not allowed", ref.Number, n)
		}
	default:
		c.archive("6.5.1", "object %d: the action %s is not allowed", ref.Number, s)
	}
}
