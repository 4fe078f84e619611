package epub

import (
	"strings"
)

// Formulas: presentation MathML, with annotations of other kinds (EPUB 3.3,
// 6.1.3.1; MathML 3, 3 and 5).

// math checks a formula (6.1.? presentation MathML).
func (w *htmlWalker) math(e *element, parent model, up ancestors) {
	if e.name != "math" {
		w.err("mathml", e.at(w.file), "the element %q stands outside a formula", e.name)
		return
	}
	var walk func(*element)
	walk = func(e *element) {
		place := e.at(w.file)
		for _, a := range e.attrs {
			if a.space == nsOPS && a.name == "type" {
				for _, v := range fields(a.value) {
					w.property(w.file, e, v, w.doc.prefixes, nil)
				}
			}
			if a.space != "" {
				continue
			}
			switch form := mathValues[a.name]; {
			case !mathAttributes[a.name] && !ariaAttributes[a.name] && !strings.HasPrefix(a.name, "on") && !strings.HasPrefix(a.name, "data-"):
				w.err("mathml", place, "the attribute %q may not stand on %q", a.name, e.name)
			case form != nil && !form[trim(a.value)]:
				w.err("mathml", place, "the value of %s is %q", a.name, a.value)
			default:
				if form := mathForm(e.name, a.name); form != nil && !form.MatchString(a.value) {
					w.err("mathml", place, "the value of %s is %q", a.name, a.value)
				}
			}
		}
		n, known := mathModels[e.name]
		if !known {
			w.err("mathml", place, "the element %q is not one of presentation MathML", e.name)
			return
		}
		kids := e.elements()
		switch {
		case e.name == "annotation-xml":
			w.annotation(e, up)
			return
		case n == -2:
			for _, k := range kids {
				if k.space == nsXHTML {
					w.element(k, model{holds: phrasing, text: true}, up)
				} else if e.name == "mtext" && k.is(nsMathML, "math") {
					walk(k)
				} else if k.name != "mglyph" && k.name != "malignmark" {
					w.err("mathml", k.at(w.file), "the element %q may not stand in %q", k.name, e.name)
				}
			}
			return
		case n >= 0 && len(kids) != n:
			w.err("mathml", place, "the element %q holds %d elements in place of %d", e.name, len(kids), n)
		}
		w.noText(w.file, e)
		if order := mathOrders[e.name]; order != nil {
			var b strings.Builder
			for _, k := range kids {
				switch k.name {
				case "annotation", "annotation-xml", "none", "mprescripts":
					b.WriteByte(k.name[0])
				default:
					b.WriteByte('x')
				}
			}
			if !order.MatchString(b.String()) {
				w.err("mathml", place, "the children of %q are not in its order", e.name)
			}
		}
		if _, ok := e.get("actiontype"); e.name == "maction" && !ok {
			w.err("mathml", place, "the element \"maction\" has no actiontype")
		}
		for _, k := range kids {
			switch {
			case mathParents[k.name] != nil && !mathParents[k.name][e.name] && k.space == nsMathML:
				w.err("mathml", k.at(w.file), "the element %q may not stand in %q", k.name, e.name)
			case k.space != nsMathML:
				w.err("mathml", k.at(w.file), "the element %q may not stand in a formula", k.name)
				continue
			case e.name == "mtable" && k.name != "mtr" && k.name != "mlabeledtr", (e.name == "mtr" || e.name == "mlabeledtr") && k.name != "mtd",
				(k.name == "mtr" || k.name == "mlabeledtr") && e.name != "mtable", k.name == "mtd" && e.name != "mtr" && e.name != "mlabeledtr",
				(k.name == "annotation" || k.name == "annotation-xml") && e.name != "semantics":
				w.err("mathml", k.at(w.file), "the element %q may not stand in %q", k.name, e.name)
			}
			walk(k)
		}
	}
	walk(e)
}

// annotation checks what stands beside a formula: content MathML or XHTML.
func (w *htmlWalker) annotation(e *element, up ancestors) {
	encoding := strings.ToLower(e.value("encoding"))
	for _, k := range e.elements() {
		switch k.space {
		case nsXHTML:
			if encoding != "application/xhtml+xml" && encoding != "text/html" {
				w.err("mathml", e.at(w.file), "the encoding of an annotation is %q", encoding)
			}
			if n := e.value("name"); n != "" && n != "alternate-representation" && n != "contentequiv" {
				w.err("mathml", e.at(w.file), "the name of an annotation is %q", n)
			}
			if k.name == "html" {
				continue
			}
			w.element(k, model{holds: flow | phrasing, text: true}, up)
		case nsMathML:
			if encoding != "mathml-content" && encoding != "application/mathml-content+xml" && encoding != "mathml-presentation" && encoding != "application/mathml-presentation+xml" {
				w.err("mathml", e.at(w.file), "the encoding of an annotation is %q", encoding)
			}
			if _, ok := e.get("name"); !ok && (encoding == "mathml-content" || encoding == "application/mathml-content+xml") {
				w.err("mathml", e.at(w.file), "an annotation has no name")
			}
			if n := e.value("name"); strings.HasPrefix(encoding, "mathml-c") && n != "" && n != "contentequiv" && n != "alternate-representation" {
				w.err("mathml", e.at(w.file), "the name of an annotation is %q", n)
			}
		case nsSVG:
			w.svg(k, up)
		}
	}
}

// mathModels says for elements of presentation MathML how many elements they
// hold: -1 any number, -2 characters.
var mathModels = map[string]int{
	"math": -1, "mrow": -1, "msqrt": -1, "mstyle": -1, "merror": -1, "mpadded": -1, "mphantom": -1, "mfenced": -1, "menclose": -1, "mtd": -1, "maction": -1,
	"mi": -2, "mn": -2, "mo": -2, "ms": -2, "mtext": -2, "mspace": 0, "none": 0, "mprescripts": 0, "maligngroup": 0, "malignmark": 0, "mglyph": 0,
	"mtable": -1, "mtr": -1, "mlabeledtr": -1, "mmultiscripts": -1, "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3,
	"semantics": -1, "annotation": -2, "annotation-xml": -1, "mstack": -1, "mlongdiv": -1, "msgroup": -1, "msrow": -1, "mscarries": -1, "mscarry": -1, "msline": 0,
}

// mathAttributes are the attributes of presentation MathML, on whatever element
// they are (MathML 3, 2.1.6 and 3), deprecated ones included.
var mathAttributes = words(`id xref class style href mathcolor mathbackground role tabindex lang dir other
	display overflow maxwidth altimg altimg-width altimg-height altimg-valign alttext cdgroup mode macros
	mathvariant mathsize fontfamily fontweight fontstyle fontsize color background
	form fence separator lspace rspace stretchy symmetric maxsize minsize largeop movablelimits accent accentunder
	linebreak lineleading linebreakstyle linebreakmultchar indentalign indentshift indenttarget indentalignfirst indentshiftfirst indentalignlast indentshiftlast
	width height depth lquote rquote src alt linethickness numalign denomalign bevelled
	scriptlevel displaystyle scriptsizemultiplier scriptminsize infixlinebreakstyle decimalpoint
	veryverythinmathspace verythinmathspace thinmathspace mediummathspace thickmathspace verythickmathspace veryverythickmathspace
	voffset open close separators notation subscriptshift superscriptshift align
	rowalign columnalign groupalign alignmentscope columnwidth rowspacing columnspacing rowlines columnlines frame framespacing equalrows equalcolumns side minlabelspacing
	rowspan columnspan edge stackalign charalign charspacing longdivstyle position shift location crossout length leftoverhang rightoverhang mslinethickness
	actiontype selection definitionURL encoding name cd`)

// mathValues are the values of attributes that have few.
var mathValues = map[string]map[string]bool{
	"display": words("block inline"), "overflow": words("linebreak scroll elide truncate scale"), "fontstyle": words("normal italic"), "fontweight": words("normal bold"),
	"mathvariant": words(`normal bold italic bold-italic double-struck bold-fraktur script bold-script fraktur sans-serif bold-sans-serif
		sans-serif-italic sans-serif-bold-italic monospace initial tailed looped stretched`),
	"dir": words("ltr rtl"), "displaystyle": words("true false"), "stretchy": words("true false"), "largeop": words("true false"), "fence": words("true false"), "separator": words("true false"),
	"form": words("prefix infix postfix"), "accent": words("true false"), "accentunder": words("true false"), "bevelled": words("true false"),
	"numalign": words("left center right"), "denomalign": words("left center right"),
}
