package verify

import (
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// What may stand in what in PDF 2.0 (ISO/TS 32005, table 5). Hn is any numbered
// heading. Part, Div and NonStruct are no boundaries: what stands in them stands
// in what is around them. Artifact, NonStruct and Private may stand anywhere.

// inLine holds the types that may stand wherever a line of text does, flowing
// those that may stand where paragraphs do.
const (
	inLine  = " Annot BibEntry Code Em FENote Figure Form Formula Lbl Link Note Quote Reference Ruby Span Strong Sub Warichu "
	flowing = " Annot Art BlockQuote Code Div DocumentFragment FENote Figure Form Formula H Hn Index L Link Note P Part Sect Table "
	mixed   = " Annot BibEntry Code Div Em FENote Figure Form Formula H Hn L Lbl Link Note P Quote Reference Ruby Sect Span Strong Table Warichu "
	small   = " Annot Em Form Link Quote Reference Span Strong Sub "
)

// mayHold holds, for each type, those that may stand in it.
var mayHold = map[pdfobject.Name]string{
	"Document":         flowing + "Aside Document TOC Title",
	"DocumentFragment": flowing + "Aside Document TOC Title",
	"Art":              " Annot Aside BlockQuote Caption Code Div DocumentFragment FENote Figure Form Formula H Hn Index L Lbl Link Note P Part Sect TOC Table Title ",
	"Sect":             flowing + "Aside Caption Lbl TOC Title",
	"Aside":            flowing + "Caption Document Lbl Reference TOC",
	"BlockQuote":       flowing + "Caption Document Lbl Reference TOC",
	"TOC":              " Caption TOC TOCI ",
	"TOCI":             " Div Lbl P Reference TOC ",
	"Index":            " Annot Caption Div FENote Figure Formula H Hn L Note P Part Reference Sect Table ",
	"P":                inLine + "L Table",
	"H":                inLine + "Art Sect",
	"Hn":               inLine + "Art Sect",
	"Title":            strings.Replace(inLine, " Sub ", " ", 1) + "Aside Caption Div L P Part Table",
	"L":                " Caption L LI ",
	"LI":               " Div LBody Lbl ",
	"Lbl":              strings.Replace(inLine, " Lbl ", " ", 1),
	"LBody":            strings.Replace(mixed, " Lbl ", " ", 1) + "Art Aside BlockQuote Caption Index Part Sub",
	"Table":            " Caption TBody TFoot THead TR ",
	"THead":            " TR ",
	"TBody":            " TR ",
	"TFoot":            " TR ",
	"TR":               " TD TH ",
	"TH":               mixed + "Art Index",
	"TD":               mixed + "Art Index",
	"Caption":          mixed + "Art Aside BlockQuote DocumentFragment Index Part Sub",
	"Figure":           mixed + "Art Aside BlockQuote Caption Index Part Sub",
	"Formula":          strings.Replace(mixed, " Sect ", " ", 1) + "Aside BlockQuote Caption Index Part Sub",
	"Form":             " BibEntry Caption Code Div FENote Figure Formula L Lbl Note Part Reference Table ",
	"FENote":           strings.NewReplacer(" H Hn ", " ", " BibEntry ", " ").Replace(mixed) + "Art Aside BlockQuote Caption DocumentFragment Part Sub",
	"Note":             strings.NewReplacer(" H Hn ", " ").Replace(mixed) + "Art Aside BlockQuote Caption DocumentFragment Index Part Sub",
	"Link":             strings.Replace(mixed, " Link ", " ", 1) + "Art Aside BlockQuote Caption DocumentFragment Part Sub Title",
	"Annot":            mixed + "Annot Art Aside BlockQuote Caption DocumentFragment Part Sub Title",
	"Reference":        " Annot BibEntry Em FENote Figure Lbl Link Note Span Strong ",
	"BibEntry":         " Annot Div Em FENote Figure Lbl Link Note P Part Reference Span Strong ",
	"Code":             " Annot BibEntry Div DocumentFragment Em FENote Link Note Part Reference Span Strong Sub ",
	"Quote":            inLine,
	"Span":             inLine,
	"Em":               inLine,
	"Strong":           inLine,
	"Sub":              strings.Replace(inLine, " Sub ", " ", 1) + "L",
	"Ruby":             " RB RP RT ",
	"RB":               small, "RP": small, "RT": small,
	"Warichu": " WP WT ",
	"WP":      small, "WT": small,
}

// groups are the types that hold no content of their own.
const groups = " Document DocumentFragment Art Sect Index TOC TOCI L Table THead TBody TFoot TR "

// passes reports whether a type is no boundary.
func passes(n pdfobject.Name) bool { return n == "Div" || n == "Part" || n == "NonStruct" }

// counts names a type as the table does.
func counts(n pdfobject.Name) pdfobject.Name {
	if heading(n) > 0 {
		return "Hn"
	}
	return n
}

// within returns the nearest element around e that is a boundary.
func (e *element) within() *element {
	p := e.parent
	for p != nil && passes(p.role) {
		p = p.parent
	}
	return p
}

// inside returns the kids of e, and in place of those that are no boundary what
// stands in them.
func (e *element) inside() []*element {
	var list []*element
	for _, k := range e.kids {
		if passes(k.role) {
			list = append(list, k.inside()...)
		} else {
			list = append(list, k)
		}
	}
	return list
}

// containment checks what stands in an element, and in what it stands.
func (c *pdfChecker) containment(e *element) {
	if up := e.within(); up != nil && e.role != "" {
		list, ok := mayHold[counts(up.role)]
		anywhere := e.role == "Artifact" || e.role == "NonStruct" || e.role == "Private" || e.role == "math"
		if ok && !anywhere && !strings.Contains(list+" ", " "+string(counts(e.role))+" ") {
			c.ua2("32005", "%s may not stand in %s", e.raw, up.raw)
		}
	}
	if strings.Contains(groups, " "+string(e.role)+" ") && e.holds() {
		c.ua2("32005", "%s has content of its own", e.raw)
	}
	captions, heads, feet := 0, 0, 0
	kids := e.inside()
	for i, k := range kids {
		switch k.role {
		case "THead":
			heads++
		case "TFoot":
			feet++
		}
		if k.role != "Caption" {
			continue
		}
		if captions++; captions > 1 && !passes(e.role) {
			c.ua2("32005", "%s has %d captions", e.raw, captions)
		}
		if i > 0 && i < len(kids)-1 {
			c.ua2("8.2.5.27", "a caption stands in the middle of %s", e.raw)
		}
	}
	if heads > 1 || feet > 1 {
		c.ua2("32005", "a table has %d heads and %d feet", heads, feet)
	}
}

// holds reports whether an element has content itself, and not only elements.
func (e *element) holds() bool {
	for _, n := range e.flow {
		if _, ok := n.(contentKey); ok {
			return true
		}
	}
	return false
}
