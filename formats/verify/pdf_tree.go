package verify

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// The structure tree (ISO 32000-1, 14.7), read into plain structs.

// structTree is the tree of a file.
type structTree struct {
	all     []*element // in the order of reading
	byRef   map[pdfobject.Ref]*element
	content map[contentKey]*element // the element that holds marked content
	pieces  map[pdfobject.Ref]int   // how many pieces of it elements hold, by page or form
	parents map[int]pdfobject.Object
	ids     map[string]*element
	roleMap pdfobject.Dict
}

// contentKey names marked content: a page or a form, and its id.
type contentKey struct {
	holder pdfobject.Ref
	mcid   int
}

// element is a structure element.
type element struct {
	// actual, silent and formula say that it or one around it has an actual
	// text or an alternative one or is a formula.
	actual, silent, formula bool

	dict   pdfobject.Dict
	ref    pdfobject.Ref
	parent *element
	kids   []*element
	held   []pdfobject.Ref // objects, such as annotations
	flow   []any           // kids and content (contentKey) in order
	raw    pdfobject.Name  // the type as it is written
	role   pdfobject.Name  // the standard type that it stands for, or ""
	space  string          // the namespace of role; "" is that of PDF 1.7
	lang   string          // its own or its parent's language
}

// maxTree bounds the depth of the tree.
const maxTree = 500

// The namespaces of standard types (ISO 32000-2, 14.8.6).
const (
	ssn1   = "http://iso.org/pdf/ssn"
	ssn2   = "http://iso.org/pdf2/ssn"
	mathML = "http://www.w3.org/1998/Math/MathML"
)

// standard holds the structure types of PDF 1.7 (14.8.4), standard2 those that
// PDF 2.0 adds, dropped those that it no longer has.
const (
	standard = " Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private" +
		" P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot" +
		" Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form "
	standard2 = " DocumentFragment Aside Title FENote Sub Em Strong Artifact "
	dropped2  = " Art BlockQuote TOC TOCI Index Private Quote Note Reference BibEntry Code "
)

func isStandard(n pdfobject.Name) bool {
	return n != "" && strings.Contains(standard, " "+string(n)+" ")
}

func isStandard2(n pdfobject.Name) bool {
	return n != "" && !strings.Contains(dropped2, " "+string(n)+" ") &&
		(strings.Contains(standard2, " "+string(n)+" ") || isStandard(n) || heading(n) > 0)
}

// readTree reads the tree, reporting what cannot be read.
func (c *pdfChecker) readTree() {
	t := &structTree{
		byRef: map[pdfobject.Ref]*element{}, content: map[contentKey]*element{}, pieces: map[pdfobject.Ref]int{},
		parents: map[int]pdfobject.Object{}, ids: map[string]*element{},
	}
	c.tree = t
	root, ok := c.Dict(c.catalog["StructTreeRoot"])
	if !ok {
		return
	}
	t.roleMap, _ = c.Dict(root["RoleMap"])
	c.numberTree(root["ParentTree"], t.parents, 0)
	lang, _ := c.String(c.catalog["Lang"])
	c.roles()
	for _, k := range c.kids(root["K"]) {
		c.readElement(k, nil, lang.Text(), pdfobject.Ref{}, 0)
	}
}

// kids returns the entries of a K entry, which may stand alone.
func (c *pdfChecker) kids(o pdfobject.Object) pdfobject.Array {
	if a, ok := c.Array(o); ok {
		return a
	}
	if o == nil {
		return nil
	}
	return pdfobject.Array{o}
}

func (c *pdfChecker) readElement(o pdfobject.Object, parent *element, lang string, page pdfobject.Ref, depth int) {
	ref, _ := o.(pdfobject.Ref)
	d, ok := c.Dict(o)
	if !ok {
		c.structural("structure", "a structure element is missing")
		return
	}
	if depth > maxTree {
		c.structural("structure", "the structure tree is more than %d deep", maxTree)
		return
	}
	t := c.tree
	if ref.Number > 0 {
		if t.byRef[ref] != nil {
			c.structural("structure", "element %d stands in the tree twice", ref.Number)
			return
		}
	}
	e := &element{dict: d, ref: ref, parent: parent, lang: lang}
	e.raw, _ = c.Name(d["S"])
	c.legible(e.raw)
	if d["NS"] != nil {
		space, _ := c.Dict(d["NS"])
		c.needs(space, ofNamespace, "the namespace of the element %s", e.raw)
	}
	e.role, e.space = c.role(e.raw, d["NS"])
	if l, ok := c.String(d["Lang"]); ok {
		c.language("element "+string(e.raw), l.Text())
		if e.lang = l.Text(); e.lang == "" {
			c.ua("11-001", "the element %s is in no known language", e.raw)
		}
	}
	if p, ok := d["Pg"].(pdfobject.Ref); ok {
		page = p
	}
	if up, ok := d["P"].(pdfobject.Ref); !ok || parent != nil && parent.ref.Number > 0 && up != parent.ref {
		c.ua("01-006", "the element %s in object %d does not lead back to its parent", e.raw, ref.Number)
	}
	e.actual, e.silent, e.formula = d["ActualText"] != nil, d["Alt"] != nil, e.role == "Formula"
	if parent != nil {
		e.actual, e.silent, e.formula = e.actual || parent.actual, e.silent || parent.silent, e.formula || parent.formula
	}
	if id, ok := c.String(d["ID"]); ok && id != "" {
		if other := t.ids[string(id)]; other == nil {
			t.ids[string(id)] = e
		} else if e.role == "Note" || other.role == "Note" {
			c.ua("19-004", "two elements have the id %q", id.Text())
		} else {
			c.structural("structure", "two elements have the id %q", id.Text())
		}
	}
	t.all = append(t.all, e)
	if ref.Number > 0 {
		t.byRef[ref] = e
	}
	if parent != nil {
		parent.kids = append(parent.kids, e)
		parent.flow = append(parent.flow, e)
	}
	for _, k := range c.kids(d["K"]) {
		if n, ok := c.Resolve(k).(pdfobject.Integer); ok {
			c.hold(e, contentKey{page, int(n)})
			continue
		}
		kd, _ := c.Dict(k)
		switch kd["Type"] {
		case pdfobject.Name("MCR"):
			holder := page
			if p, ok := kd["Pg"].(pdfobject.Ref); ok {
				holder = p
			}
			if s, ok := kd["Stm"].(pdfobject.Ref); ok {
				holder = s
			}
			c.needs(kd, ofContentRef, "the element %s: a reference to content", e.raw)
			if n, ok := c.Integer(kd["MCID"]); ok {
				c.hold(e, contentKey{holder, n})
			}
		case pdfobject.Name("OBJR"):
			if r, ok := kd["Obj"].(pdfobject.Ref); ok {
				e.held = append(e.held, r)
			}
			if target, ok := c.Dict(kd["Obj"]); !ok {
				c.structural("structure", "the element %s holds an object that is not there", e.raw)
			} else if target["StructParent"] == nil && target["StructParents"] == nil {
				c.structural("structure", "an object that %s holds does not lead back to it", e.raw)
			}
		default:
			c.readElement(k, e, e.lang, page, depth+1)
		}
	}
}

// legible checks that a name which people may read is text (ISO 19005-3,
// 6.1.8): that of a structure type or a font.
func (c *pdfChecker) legible(n pdfobject.Name) {
	if !utf8.ValidString(string(n)) {
		c.archive("6.1.8", "the name %q is not in UTF-8", string(n))
	}
}

// hold notes that an element holds marked content, which no two can.
func (c *pdfChecker) hold(e *element, k contentKey) {
	if other := c.tree.content[k]; other != nil {
		c.structural("structure", "%s and %s hold the same content %d", other.raw, e.raw, k.mcid)
	} else {
		c.tree.content[k] = e
		c.tree.pieces[k.holder]++
	}
	e.flow = append(e.flow, k)
}

// numberTree reads a number tree (7.9.7).
func (c *pdfChecker) numberTree(o pdfobject.Object, into map[int]pdfobject.Object, depth int) {
	d, ok := c.Dict(o)
	if !ok || depth > 16 {
		return
	}
	nums, _ := c.Array(d["Nums"])
	for ; len(nums) >= 2; nums = nums[2:] {
		if n, ok := c.Integer(nums[0]); ok {
			into[n] = nums[1]
		}
	}
	kids, _ := c.Array(d["Kids"])
	for _, k := range kids {
		c.numberTree(k, into, depth+1)
	}
}

// roles checks the role map itself: 02-001, 02-003 and 02-004.
func (c *pdfChecker) roles() {
	for _, from := range slices.Sorted(maps.Keys(c.tree.roleMap)) {
		if isStandard(from) {
			c.ua("02-004", "the standard type %s is mapped to another", from)
			c.archiveLevel(Tagged, "6.7.3.4", "the standard type %s is mapped to another", from)
		}
	}
}

// role follows the role maps to a standard type and its namespace, which is ""
// for that of PDF 1.7. The parts of the maps that no element uses are not looked
// at.
func (c *pdfChecker) role(n pdfobject.Name, ns pdfobject.Object) (pdfobject.Name, string) {
	type typ struct {
		name  pdfobject.Name
		space string
	}
	var seen map[typ]bool
	for from := n; ; {
		d, _ := c.Dict(ns)
		s, _ := c.String(d["NS"])
		space := s.Text()
		if space == ssn1 {
			space = ""
		}
		mapped, isMapped := c.tree.roleMap[n]
		if d != nil {
			m, _ := c.Dict(d["RoleMapNS"])
			if o, ok := m[n]; ok || space != "" {
				mapped, isMapped = o, ok
			}
		}
		switch {
		case space == mathML:
			return "math", space
		case space == ssn2 && isStandard2(n), space == "" && isStandard(n):
			if d != nil && isMapped {
				c.ua("02-004", "the standard type %s is mapped to another", n)
			}
			return n, space
		case seen[typ{n, space}]:
			c.ua("02-003", "the type %s is mapped in a circle", from)
			c.archiveLevel(Tagged, "6.7.3.4", "the type %s is mapped in a circle", from)
			return "", space
		}
		if seen == nil {
			seen = map[typ]bool{}
		}
		seen[typ{n, space}] = true
		to, next := pdfobject.Name(""), pdfobject.Object(nil)
		switch v := c.Resolve(mapped).(type) {
		case pdfobject.Name:
			to = v
		case pdfobject.Array:
			if len(v) == 2 {
				to, _ = c.Name(v[0])
				next = v[1]
				if other, ok := c.Dict(next); ok {
					if t, _ := c.String(other["NS"]); t == s {
						c.ua2("8.2.4", "the type %s is mapped within its namespace", n)
					}
				}
			}
		}
		if to == "" {
			c.ua("02-001", "the type %s is mapped to no standard type", from)
			c.archiveLevel(Tagged, "6.7.3.4", "the type %s is mapped to no standard type", from)
			return "", space
		}
		n, ns = to, next
	}
}

// heading returns the level of a numbered heading, 0 for other types.
func heading(n pdfobject.Name) int {
	if len(n) < 2 || len(n) > 4 || n[0] != 'H' {
		return 0
	}
	level := 0
	for _, d := range n[1:] {
		if d < '0' || d > '9' {
			return 0
		}
		level = level*10 + int(d-'0')
	}
	return level
}

// parentOf returns what the parent tree says of a key.
func (c *pdfChecker) parentOf(key pdfobject.Object) (*element, bool) {
	n, ok := c.Integer(key)
	if !ok {
		return nil, false
	}
	r, ok := c.tree.parents[n].(pdfobject.Ref)
	e := c.tree.byRef[r]
	return e, ok && e != nil
}
