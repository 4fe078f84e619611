package verify

import (
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Entries that dictionaries must have (ISO 32000-1, tables 15, 28 to 30, 44, 89,
// 116, 117, 122, 153, 164, 199, 206, 315, 322, 324, 327 and 365), as data. No
// standard that builds on PDF says so again, and a reader that looks for them
// stumbles.

// entry is an entry that must be there, and the kinds of objects that it may
// be, parted by spaces.
type entry struct {
	key   pdfobject.Name
	kinds string
}

// The kinds of objects as [entry] names them.
const (
	aName    = "name"
	anInt    = "integer"
	aNumber  = "integer real"
	aString  = "string"
	anArray  = "array"
	aDict    = "dictionary"
	fourNums = "rectangle" // an array of four numbers
)

var (
	ofTreeNode   = []entry{{"Kids", anArray}, {"Count", anInt}}
	ofImage      = []entry{{"Width", anInt}, {"Height", anInt}}
	ofPixels     = []entry{{"BitsPerComponent", anInt}, {"ColorSpace", aName + " " + anArray}} // unless it is a mask or in JPEG 2000
	ofCIDFont    = []entry{{"Type", aName}, {"BaseFont", aName}, {"CIDSystemInfo", aDict}}
	ofSystemInfo = []entry{{"Registry", aString}, {"Ordering", aString}, {"Supplement", anInt}}
	ofDescriptor = []entry{
		{"FontName", aName}, {"Flags", anInt}, {"FontBBox", fourNums},
		{"ItalicAngle", aNumber}, {"Ascent", aNumber}, {"Descent", aNumber}, {"StemV", aNumber},
	}
	ofBookmark   = []entry{{"Title", aString}, {"Parent", aDict}}
	ofAnnotation = []entry{{"Subtype", aName}, {"Rect", fourNums}}
	ofURI        = []entry{{"URI", aString}}
	ofGoTo       = []entry{{"D", aName + " " + aString + " " + anArray}}
	ofContentRef = []entry{{"MCID", anInt}}
	ofNamespace  = []entry{{"NS", aString}}
	ofAttributes = []entry{{"O", aName}}
	ofTrailer    = []entry{{"Size", anInt}, {"Root", aDict}}
	ofFile       = []entry{{"Type", aName}}
	ofIntent     = []entry{{"S", aName}, {"OutputConditionIdentifier", aString}}
)

// kind returns the kind of an object.
func (c *pdfChecker) kind(o pdfobject.Object) string {
	switch o := c.Resolve(o).(type) {
	case pdfobject.Name:
		return aName
	case pdfobject.Integer:
		return anInt
	case pdfobject.Real:
		return "real"
	case pdfobject.String:
		return aString
	case pdfobject.Dict:
		return aDict
	case *pdfobject.Stream:
		return "stream"
	case pdfobject.Boolean:
		return "boolean"
	case pdfobject.Array:
		if len(o) != 4 {
			return anArray
		}
		for _, v := range o {
			if _, ok := c.Number(v); !ok {
				return anArray
			}
		}
		return fourNums
	}
	return ""
}

// needs reports the entries that a dictionary lacks, or that are of another
// kind; the format and its arguments name the dictionary.
func (c *pdfChecker) needs(d pdfobject.Dict, entries []entry, format string, args ...any) {
	for _, e := range entries {
		k := c.kind(d[e.key])
		if k != "" && (strings.Contains(" "+e.kinds+" ", " "+k+" ") || k == fourNums && strings.Contains(e.kinds, anArray)) {
			continue
		}
		args := append(args[:len(args):len(args)], e.key)
		if k == "" {
			c.structural("entry", format+" lacks the entry %s", args...)
		} else {
			c.structural("entry", format+" has the entry %s of the wrong kind, "+k, args...)
		}
	}
}

// same reports whether two entries lead to one object, or both to none. Of
// objects that stand where they are named it cannot be told.
func same(a, b pdfobject.Object) bool {
	x, isX := a.(pdfobject.Ref)
	y, isY := b.(pdfobject.Ref)
	if isX && isY {
		return x == y
	}
	return (a == nil) == (b == nil)
}

// isOf reports whether a dictionary says that it is of a type.
func (c *pdfChecker) isOf(d pdfobject.Dict, typ pdfobject.Name) bool {
	n, _ := c.Name(d["Type"])
	return n == typ
}

// pageTree checks the tree of pages (7.7.3): its nodes say what they are, lead
// back to their parents and count their pages.
func (c *pdfChecker) pageTree() {
	const deepest = 64
	seen := map[pdfobject.Ref]bool{}
	var walk func(o, parent pdfobject.Object, depth int) int
	walk = func(o, parent pdfobject.Object, depth int) int {
		ref, _ := o.(pdfobject.Ref)
		d, ok := c.Dict(o)
		if !ok || depth > deepest || seen[ref] {
			c.structural("page-tree", "a page is missing, or stands in the tree of pages twice")
			return 0
		}
		seen[ref] = true
		if parent != nil && !same(d["Parent"], parent) {
			c.structural("page-tree", "object %d in the tree of pages does not lead back to its parent", ref.Number)
		}
		if d["Kids"] == nil {
			if !c.isOf(d, "Page") {
				c.structural("page-tree", "the page in object %d does not say that it is one", ref.Number)
			}
			return 1
		}
		if !c.isOf(d, "Pages") {
			c.structural("page-tree", "object %d in the tree of pages does not say what it is", ref.Number)
		}
		c.needs(d, ofTreeNode, "object %d in the tree of pages", ref.Number)
		pages := 0
		kids, _ := c.Array(d["Kids"])
		for _, k := range kids {
			pages += walk(k, o, depth+1)
		}
		if n, ok := c.Integer(d["Count"]); ok && n != pages {
			c.structural("page-tree", "object %d in the tree of pages counts %d pages of %d", ref.Number, n, pages)
		}
		return pages
	}
	if root, ok := c.catalog["Pages"]; !ok || walk(root, nil, 0) == 0 {
		c.structural("page-tree", "there are no pages")
	}
}

// pixels checks an image whose bytes have been decoded: it says how large it is
// and has so many bytes, unless a filter of its own knows better.
func (c *pdfChecker) pixels(number int, s *pdfobject.Stream, data []byte, coded bool) {
	d := s.Dict
	c.needs(d, ofImage, "the image in object %d", number)
	mask := c.Resolve(d["ImageMask"]) == pdfobject.Boolean(true)
	filters := c.Filters(s)
	if !mask && (len(filters) == 0 || filters[len(filters)-1] != "JPXDecode") {
		c.needs(d, ofPixels, "the image in object %d", number)
	}
	if n, ok := c.Name(d["ColorSpace"]); ok && !mask && c.channels(n) == 0 {
		c.structural("image", "the image in object %d is in the unknown colour space %s", number, n)
	}
	if coded {
		return
	}
	components := 1
	if !mask {
		components = c.channels(d["ColorSpace"])
	}
	bits, ok := c.Integer(d["BitsPerComponent"])
	if mask && !ok {
		bits = 1
	}
	width, _ := c.Integer(d["Width"])
	height, _ := c.Integer(d["Height"])
	if components == 0 || bits < 1 || bits > 16 || width < 1 || height < 1 || width > 1<<24 || height > 1<<24 {
		return
	}
	if need := (width*bits*components + 7) / 8 * height; len(data) < need {
		c.structural("image", "the image in object %d has %d of the %d bytes that its size takes", number, len(data), need)
	}
}

// channels returns how many numbers make a colour of a space, 0 if that is
// not known.
func (c *pdfChecker) channels(space pdfobject.Object) int {
	o := c.Resolve(space)
	a, _ := o.(pdfobject.Array)
	if len(a) > 0 {
		o = c.Resolve(a[0])
	}
	switch o {
	case pdfobject.Name("DeviceGray"), pdfobject.Name("CalGray"), pdfobject.Name("Indexed"), pdfobject.Name("Separation"):
		return 1
	case pdfobject.Name("DeviceRGB"), pdfobject.Name("CalRGB"), pdfobject.Name("Lab"):
		return 3
	case pdfobject.Name("DeviceCMYK"):
		return 4
	case pdfobject.Name("ICCBased"):
		if len(a) > 1 {
			if s, ok := c.Stream(a[1]); ok {
				n, _ := c.Integer(s.Dict["N"])
				return min(max(n, 0), 4)
			}
		}
	case pdfobject.Name("DeviceN"):
		if len(a) > 1 {
			names, _ := c.Array(a[1])
			return len(names)
		}
	}
	return 0
}

// fontEntries checks the dictionaries of a font that shows text.
func (c *pdfChecker) fontEntries(f *pdfFont) {
	if f.subtype == "Type0" {
		c.needs(f.cid, ofCIDFont, "the font %s", f.name)
		if info, ok := c.Dict(f.cid["CIDSystemInfo"]); ok {
			c.needs(info, ofSystemInfo, "the character collection of the font %s", f.name)
		}
		if f.cid["Type"] != nil && !c.isOf(f.cid, "Font") {
			c.archive("6.2.11.2", "the font %s does not say that it is one", f.name)
		}
		if n, _ := c.Name(f.cid["Subtype"]); n != "CIDFontType0" && n != "CIDFontType2" {
			c.structural("entry", "the font %s does not say of which kind its glyphs are", f.name)
		}
	}
	if f.descriptor != nil && f.subtype != "Type3" {
		c.needs(f.descriptor, ofDescriptor, "the descriptor of the font %s", f.name)
		if f.descriptor["Type"] != nil && !c.isOf(f.descriptor, "FontDescriptor") {
			c.structural("entry", "the descriptor of the font %s does not say what it is", f.name)
		}
	}
}
