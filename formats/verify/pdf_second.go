package verify

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Rules of PDF/UA-2 (ISO 14289-2) that PDF/UA-1 has not: those about the
// structure tree and about texts. Links are in pdf_destination.go, what may
// stand in what in pdf_containment.go.

// secondRules checks what the second part adds.
func (c *pdfChecker) secondRules() {
	if !c.pdf2 {
		return
	}
	if rev, ok := c.xmp.find(nsPDFUA, "rev"); !ok || !year.MatchString(rev.text) || rev.prefix != "pdfuaid" {
		c.ua2("5", "the metadata do not tell the year of PDF/UA-2")
	}
	if lang, _ := c.String(c.catalog["Lang"]); lang == "" {
		c.ua2("8.4.4", "the catalogue names no language")
	}
	c.documentElement()
	refers := c.references()
	for _, e := range c.tree.all {
		c.containment(e)
		c.second(e)
		c.speech(e)
		for _, other := range c.refs(e) {
			if (e.role == "FENote" || other.role == "FENote") && !refers[[2]*element{other, e}] {
				c.ua2("8.2.5.14", "%s refers to %s, which does not refer to it", e.raw, other.raw)
			}
		}
	}
	c.embedded(c.catalog["Names"])
}

var year = regexp.MustCompile(`^\s*\d{4}\s*$`)

// documentElement checks that the tree has one element at its root (8.2.5.2).
func (c *pdfChecker) documentElement() {
	var roots []*element
	for _, e := range c.tree.all {
		if e.parent == nil {
			roots = append(roots, e)
		}
	}
	if len(roots) != 1 || roots[0].role != "Document" || roots[0].space != ssn2 {
		c.ua2("8.2.5.2", "the structure tree is not rooted in one Document of PDF 2.0")
	}
}

// refs returns the elements that an element refers to.
func (c *pdfChecker) refs(e *element) []*element {
	var list []*element
	for _, o := range c.kids(e.dict["Ref"]) {
		if r, ok := o.(pdfobject.Ref); ok && c.tree.byRef[r] != nil {
			list = append(list, c.tree.byRef[r])
		}
	}
	return list
}

// references returns who refers to whom.
func (c *pdfChecker) references() map[[2]*element]bool {
	all := map[[2]*element]bool{}
	for _, e := range c.tree.all {
		for _, to := range c.refs(e) {
			all[[2]*element{e, to}] = true
		}
	}
	return all
}

// second checks one element by its type.
func (c *pdfChecker) second(e *element) {
	switch e.role {
	case "H":
		c.ua2("8.2.5.12", "the type H is used")
	case "Note":
		c.ua2("8.2.5.14", "the type Note is used")
	case "FENote":
		n, _ := c.attribute(e, "FENote", "NoteType").(pdfobject.Name)
		if n != "" && n != "Footnote" && n != "Endnote" && n != "None" {
			c.ua2("8.2.5.14", "a note is of the kind %s", n)
		}
	case "TOCI":
		if !c.leads(e) {
			c.ua2("8.2.5.8", "an entry of a table of contents does not refer to what it stands for")
		}
	case "Ruby":
		if s := sequence(e); s != "RB RT" && s != "RB RP RT RP" {
			c.ua2("8.2.5.23", "a ruby holds %s", s)
		}
	case "Warichu":
		if s := sequence(e); s != "WP WT WP" {
			c.ua2("8.2.5.24", "a warichu holds %s", s)
		}
	case "L":
		labels := false
		for _, li := range e.inside() {
			for _, k := range li.inside() {
				labels = labels || li.role == "LI" && k.role == "Lbl"
			}
		}
		if n, _ := c.attribute(e, "List", "ListNumbering").(pdfobject.Name); labels && (n == "" || n == "None") {
			c.ua2("8.2.5.25", "a list has labels and does not say how it is numbered")
		}
	case "LI":
		if e.holds() {
			c.ua2("8.2.5.25", "an item of a list has content of its own")
		}
	case "math":
		if up := e.parent; up == nil || up.role != "Formula" && up.role != "math" {
			c.ua2("8.2.5.29", "a formula in MathML stands outside of Formula")
		}
	case "Form":
		fields := 0
		for _, k := range c.kids(e.dict["K"]) {
			if d, _ := c.Dict(k); d["Type"] == pdfobject.Name("OBJR") {
				fields++
			}
		}
		if fields > 1 {
			c.ua2("8.10.1", "an element Form holds %d fields", fields)
		}
	}
}

// leads reports whether an entry of a table of contents, or an element in it,
// refers to another element. Entries below it speak for themselves.
func (c *pdfChecker) leads(e *element) bool {
	if len(c.kids(e.dict["Ref"])) > 0 {
		return true
	}
	for _, k := range e.kids {
		if k.role != "TOC" && k.role != "TOCI" && c.leads(k) {
			return true
		}
	}
	return false
}

// sequence returns the types of an element's kids.
func sequence(e *element) string {
	var list []string
	for _, k := range e.kids {
		list = append(list, string(k.role))
	}
	return strings.Join(list, " ")
}

// private returns the first private character of a text, or 0.
func private(s string) rune {
	for _, r := range s {
		if unicode.Is(unicode.Co, r) {
			return r
		}
	}
	return 0
}

// speech checks that what an element says has a meaning for everyone.
func (c *pdfChecker) speech(e *element) {
	if r := private(c.text(e, "ActualText")); r != 0 {
		c.archive4("6.2.10.8", "the actual text of %s holds the private character %U", e.raw, r)
	}
	for _, key := range []pdfobject.Name{"ActualText", "Alt"} {
		if r := private(c.text(e, key)); r != 0 {
			c.ua2("8.4.3", "the %s of %s holds the private character %U", key, e.raw, r)
		}
	}
	for _, key := range []pdfobject.Name{"T", "E"} {
		if r := private(c.text(e, key)); r != 0 {
			c.ua2("8.6", "the entry %s of %s holds the private character %U", key, e.raw, r)
		}
	}
}

// embedded checks that the files that a document carries are described (8.14.1).
func (c *pdfChecker) embedded(names pdfobject.Object) {
	d, _ := c.Dict(names)
	c.nameTree(d["EmbeddedFiles"], 0, func(name string, o pdfobject.Object) {
		if spec, ok := c.Dict(o); ok && spec["Desc"] == nil {
			c.ua2("8.14.1", "the file %q is not described", name)
		}
	})
}

// nameTree calls see for each entry of a name tree (ISO 32000-1, 7.9.6).
func (c *pdfChecker) nameTree(o pdfobject.Object, depth int, see func(string, pdfobject.Object)) {
	d, ok := c.Dict(o)
	if !ok || depth > 16 {
		return
	}
	list, _ := c.Array(d["Names"])
	for ; len(list) >= 2; list = list[2:] {
		if s, ok := c.String(list[0]); ok {
			see(string(s), list[1])
		}
	}
	kids, _ := c.Array(d["Kids"])
	for _, k := range kids {
		c.nameTree(k, depth+1, see)
	}
}
