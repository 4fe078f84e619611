package verify

import (
	"fmt"
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Rules about annotations (ISO 14289-1, 7.18; ISO 19005-3, 6.3).

const (
	// annotations are the types of ISO 32000-1, table 169, and Projection and
	// RichMedia of 32000-2.
	annotations = " Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink" +
		" Popup FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact Projection RichMedia "
	// forbidden are those that no archive may hold.
	forbidden = " 3D Sound Screen Movie RichMedia "
)

// annotationRules checks the annotations of every page.
func (c *pdfChecker) annotationRules() {
	for _, p := range c.pages {
		list, _ := c.Array(p.Dict["Annots"])
		seen := false
		for _, o := range list {
			if d, ok := c.Dict(o); ok {
				c.needs(d, ofAnnotation, "page %d: an annotation", p.number)
				c.unnamed(d["A"])
				c.annotation(p, d)
				c.held(p, o, d)
				if sub, _ := c.Name(d["Subtype"]); sub != "Popup" && sub != "PrinterMark" {
					seen = true
				}
			}
		}
		if !seen {
			continue
		}
		switch tabs, _ := c.Name(p.Dict["Tabs"]); tabs {
		case "S":
		case "":
			c.ua("28-008", "page %d has annotations and does not say in which order they are visited", p.number)
		default:
			if !(c.pdf2 && (tabs == "A" || tabs == "W")) {
				c.ua("28-009", "page %d: annotations are visited in the order %s", p.number, tabs)
			}
		}
	}
}

// held checks that the element which the parent tree names for an annotation
// holds it, as Link and Annot must (ISO 32000-1, 14.7.4.4 and 14.8.4.4.2).
func (c *pdfChecker) held(p pdfPage, o pdfobject.Object, d pdfobject.Dict) {
	ref, ok := o.(pdfobject.Ref)
	e, inTree := c.parentOf(d["StructParent"])
	if ok && inTree && !slices.Contains(e.held, ref) {
		c.structural("parent-tree", "page %d: the element %s does not hold its annotation", p.number, e.raw)
	}
}

// annotation checks one annotation.
func (c *pdfChecker) annotation(p pdfPage, d pdfobject.Dict) {
	sub, _ := c.Name(d["Subtype"])
	flags, _ := c.Integer(d["F"])
	e, inTree := c.parentOf(d["StructParent"])
	c.annotationArchive(p, d, sub, flags)
	if sub == "Popup" && inTree {
		c.ua2("8.9.2.4.9", "page %d: a pop-up is part of the structure", p.number)
	}
	if flags&2 != 0 || c.outside(p, d) || sub == "Popup" {
		return // hidden from everyone alike (7.18.1)
	}
	contents, _ := c.String(d["Contents"])
	alt := ""
	role := pdfobject.Name("")
	if inTree {
		alt, role = c.text(e, "Alt"), e.role
	}
	known := strings.Contains(annotations, " "+string(sub)+" ")
	if contents != "" && c.catalog["Lang"] == nil && (!inTree || e.lang == "") {
		c.ua("11-004", "page %d: the language of an annotation's contents cannot be told", p.number)
	}
	if c.pdf2 {
		c.annotationSecond(p, d, sub, flags, e)
	} else if contents == "" && alt == "" && known && sub != "Widget" && sub != "Link" {
		c.ua("28-004", "page %d: an annotation %s has no description", p.number, sub)
	}
	switch {
	case sub == "TrapNet":
		c.ua("28-007", "page %d has a trap network annotation", p.number)
	case sub == "PrinterMark":
		if inTree || d["StructParent"] != nil {
			c.ua("28-017", "page %d: a printer's mark is part of the structure", p.number)
		}
		c.printerMark(p, d)
	case sub == "Widget":
		if role != "Form" && !(c.pdf2 && !inTree) {
			c.ua("28-010", "page %d: a form field stands outside of Form", p.number)
		}
		tu, _ := c.String(d["TU"])
		if up, ok := c.Dict(d["Parent"]); ok && tu == "" {
			tu, _ = c.String(up["TU"])
		}
		if tu == "" && alt == "" && !c.pdf2 {
			c.ua("28-005", "page %d: a form field has no name for people", p.number)
		}
		if tu != "" && c.catalog["Lang"] == nil && (!inTree || e.lang == "") {
			c.ua("11-005", "page %d: the language of a form field's name cannot be told", p.number)
		}
	case sub == "Link":
		if role != "Link" && !(c.pdf2 && role == "Reference") {
			c.ua("28-011", "page %d: a link stands outside of Link", p.number)
		}
		if contents == "" {
			c.ua("28-012", "page %d: a link does not say where it leads", p.number)
		}
	case !known:
		if role != "Annot" || contents == "" && alt == "" {
			c.ua("28-006", "page %d: an annotation of the unknown kind %s is not described", p.number, sub)
		}
	default:
		if role != "Annot" {
			c.ua("28-002", "page %d: an annotation %s stands outside of Annot", p.number, sub)
		}
	}
	if sub == "FileAttachment" {
		spec, _ := c.Dict(d["FS"])
		f, _ := c.String(spec["F"])
		uf, _ := c.String(spec["UF"])
		if f == "" || uf == "" {
			c.ua("28-016", "page %d: an attached file has not both names", p.number)
		}
	}
}

// outside reports whether an annotation lies beside the visible page.
func (c *pdfChecker) outside(p pdfPage, d pdfobject.Dict) bool {
	crop, ok := c.Array(first(p.Dict["CropBox"], p.Dict["MediaBox"]))
	rect, ok2 := c.Array(d["Rect"])
	if !ok || !ok2 || len(crop) != 4 || len(rect) != 4 {
		return false
	}
	for i := range 2 {
		lo1, _ := c.Number(crop[i])
		hi1, _ := c.Number(crop[i+2])
		lo2, _ := c.Number(rect[i])
		hi2, _ := c.Number(rect[i+2])
		if max(lo2, hi2) < min(lo1, hi1) || min(lo2, hi2) > max(lo1, hi1) {
			return true
		}
	}
	return false
}

// printerMark checks that the appearance of a printer's mark is an artifact.
func (c *pdfChecker) printerMark(p pdfPage, d pdfobject.Dict) {
	ap, _ := c.Dict(d["AP"])
	s, ok := c.Stream(ap["N"])
	if !ok {
		return
	}
	data, _ := c.Data(s)
	depth, bare := 0, false
	_ = pdfobject.Operators(data, func(op pdfobject.Operator) bool {
		switch op.Name {
		case "BMC", "BDC":
			if depth > 0 || len(op.Operands) > 0 && op.Operands[0] == pdfobject.Object(pdfobject.Name("Artifact")) {
				depth++
			}
		case "EMC":
			depth = max(0, depth-1)
		default:
			does := operators[op.Name]
			draws := does.paints || does.shows || op.Name == "Do"
			bare = bare || draws && depth == 0
		}
		return true
	})
	if bare {
		c.ua("28-018", "page %d: the appearance of a printer's mark is no artifact", p.number)
	}
}

// annotationArchive checks what PDF/A demands of an annotation.
func (c *pdfChecker) annotationArchive(p pdfPage, d pdfobject.Dict, sub pdfobject.Name, flags int) {
	where := fmt.Sprintf("page %d: an annotation %s", p.number, sub)
	if !strings.Contains(annotations, " "+string(sub)+" ") || strings.Contains(forbidden, " "+string(sub)+" ") {
		c.archive("6.3.1", "%s is of a kind that is not allowed", where)
	}
	if sub == "Popup" {
		return
	}
	const invisible, hidden, print, noView, toggle = 1, 2, 4, 32, 256
	if d["F"] == nil || flags&print == 0 || flags&(invisible|hidden|noView|toggle) != 0 {
		c.archive("6.3.2", "%s is not always seen and printed", where)
	}
	if d["A"] != nil && sub == "Widget" || d["AA"] != nil && !(c.part == 4 && (sub == "Widget" || c.quiet(d["AA"]))) {
		c.archive("6.4.1", "%s has actions", where)
	}
	ap, hasAP := c.Dict(d["AP"])
	rect, _ := c.Array(d["Rect"])
	flat := true
	for i := range 2 {
		if len(rect) == 4 {
			lo, _ := c.Number(rect[i])
			hi, _ := c.Number(rect[i+2])
			flat = flat && lo == hi
		}
	}
	switch {
	case !hasAP && sub != "Link" && !flat:
		c.archive("6.3.3", "%s has no appearance", where)
	case hasAP && (len(ap) != 1 || ap["N"] == nil):
		c.archive("6.3.3", "%s has other appearances than the normal one", where)
	case hasAP:
		// A button looks different in its states, everything else does not.
		kind := d["FT"]
		if up, ok := c.Dict(d["Parent"]); ok && kind == nil {
			kind = up["FT"]
		}
		button := sub == "Widget" && c.Resolve(kind) == pdfobject.Object(pdfobject.Name("Btn"))
		if _, stream := c.Stream(ap["N"]); stream == button {
			c.archive("6.3.3", "%s has an appearance of the wrong kind", where)
		}
	}
}

// quiet reports whether additional actions happen by the reader's own doing
// alone, as PDF/A-4 allows (ISO 19005-4, 6.6.3).
func (c *pdfChecker) quiet(o pdfobject.Object) bool {
	d, ok := c.Dict(o)
	for k := range d {
		ok = ok && strings.Contains(" E X D U Fo Bl ", " "+string(k)+" ")
	}
	return ok
}

// annotationSecond checks what PDF/UA-2 demands of an annotation besides.
func (c *pdfChecker) annotationSecond(p pdfPage, d pdfobject.Dict, sub pdfobject.Name, flags int, e *element) {
	where := fmt.Sprintf("page %d: an annotation %s", p.number, sub)
	contents, _ := c.String(d["Contents"])
	if r := private(contents.Text()); r != 0 {
		c.ua2("8.6", "%s is described with the private character %U", where, r)
	}
	const invisible, noView, toggle = 1, 32, 256
	if e != nil && e.role != "Artifact" && (flags&invisible != 0 || flags&noView != 0 && flags&toggle == 0) {
		c.ua2("8.9.2.2", "%s is never seen and yet part of the structure", where)
	}
	if e != nil && contents != "" && e.dict["Alt"] != nil && c.text(e, "Alt") != contents.Text() {
		c.ua2("8.9.4.2", "%s and its element are described differently", where)
	}
	silent := contents == ""
	switch sub {
	case "Stamp":
		if silent && d["Name"] == nil {
			c.ua2("8.9.2.4.7", "%s does not tell what it means", where)
		}
	case "Ink", "Screen", "3D", "RichMedia":
		if silent {
			c.ua2(map[pdfobject.Name]string{"Ink": "8.9.2.4.8", "Screen": "8.9.2.4.12", "3D": "8.9.2.4.19", "RichMedia": "8.9.2.4.19"}[sub], "%s is not described", where)
		}
	case "Sound", "Movie":
		c.ua2("8.9.2.4.11", "%s is not allowed", where)
	case "FileAttachment":
		if spec, ok := c.Dict(d["FS"]); ok && spec["AFRelationship"] == nil {
			c.ua2("8.9.2.4.10", "%s does not say how its file relates to the document", where)
		}
	case "Widget":
		labelled := false
		if e != nil {
			for _, k := range e.kids {
				labelled = labelled || k.role == "Lbl"
			}
		}
		if silent && (!labelled || d["AA"] != nil) {
			c.ua2("8.10.2.3", "%s has neither a label nor a description", where)
		}
		if rect, _ := c.Array(d["Rect"]); e != nil && e.role != "Artifact" && len(rect) == 4 && rect[0] == rect[2] && rect[1] == rect[3] {
			c.ua2("8.9.2.4.13", "%s has no extent and is yet part of the structure", where)
		}
	}
}
