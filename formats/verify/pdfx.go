package verify

import (
	"maps"
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// PDF/X-4 (ISO 15930-7:2010): what a print shop must be able to rely on. The
// rules carry names and not clauses, and are those about files of text and
// pictures: nothing is said of layers or of profiles that are kept elsewhere
// (PDF/X-4p). No reference validator has confirmed them.

const (
	nsPDFX = "http://www.npes.org/pdfx/ns/id/"
	nsPDF  = "http://ns.adobe.com/pdf/1.3/"
	nsMM   = "http://ns.adobe.com/xap/1.0/mm/"
)

// x4 is how a file claims PDF/X-4.
const x4 = "PDF/X-4"

// Press returns the rules of PDF/X-4 that are checked.
func Press() []Condition {
	rule := func(id, fails string) Condition {
		return Condition{ID: id, Code: "verify-pdf-x-" + id, Fails: fails}
	}
	return []Condition{
		rule("version", "the metadata do not name PDF/X-4, or the file is none of PDF 1"),
		rule("metadata", "title, dates or identifiers are missing in the metadata"),
		rule("trapped", "it is not said whether the file is trapped, or said differently in two places"),
		rule("id", "the trailer has no file identifier"),
		rule("encrypted", "the file is encrypted"),
		rule("intent", "no press is named, or more than one, or its profile is missing or is none of a printer"),
		rule("box", "a page does not say where it is cut, or its boxes do not lie inside each other"),
		rule("colour", "a colour has no meaning on the press"),
		rule("font", "a font that is shown is not embedded"),
		rule("annotation", "an annotation lies on the printed page"),
		rule("action", "something in the file acts"),
		rule("object", "something that is drawn is in PostScript, in another file, or has a stand-in for printing"),
		rule("state", "a graphics state has a transfer function or a halftone's phase"),
	}
}

// press reports a rule of PDF/X-4.
func (c *pdfChecker) press(rule, format string, args ...any) {
	if c.standards&Exchange != 0 {
		c.fail("verify-pdf-x-"+rule, format, args...)
	}
}

// pressRules checks PDF/X-4.
func (c *pdfChecker) pressRules() {
	if c.standards&Exchange == 0 {
		return
	}
	c.pressMetadata()
	c.pressIntent()
	for _, p := range c.pages {
		c.pressPage(p)
	}
	for _, k := range slices.SortedFunc(maps.Keys(c.fonts), func(a, b pdfobject.Ref) int { return a.Number - b.Number }) {
		if f := c.fonts[k]; !f.used.none() && !f.embedded && f.subtype != "Type3" {
			c.press("font", "the font %s is not embedded", f.name)
		}
	}
	c.pressObjects()
}

// pressMetadata checks the claim and what goes with it.
func (c *pdfChecker) pressMetadata() {
	if v := c.xmp.value(nsPDFX, "GTS_PDFXVersion"); v != x4 {
		c.press("version", "the metadata name %q and not %s", v, x4)
	}
	if !strings.HasPrefix(c.Version, "1.") {
		c.press("version", "the file is of version %s", c.Version)
	}
	title, _ := c.xmp.find(nsDC, "title")
	if alt, _ := title.items("Alt"); len(alt) == 0 || strings.TrimSpace(alt[0].text) == "" {
		c.press("metadata", "there is no title")
	}
	for _, p := range []struct{ space, name string }{
		{nsXMP, "CreateDate"}, {nsXMP, "ModifyDate"}, {nsXMP, "MetadataDate"},
		{nsMM, "DocumentID"}, {nsMM, "VersionID"}, {nsMM, "RenditionClass"},
	} {
		if c.xmp.value(p.space, p.name) == "" {
			c.press("metadata", "there is no %s", p.name)
		}
	}
	info, _ := c.Dict(c.Trailer["Info"])
	inInfo, _ := c.Name(info["Trapped"])
	inXMP := c.xmp.value(nsPDF, "Trapped")
	switch said := first2(string(inInfo), inXMP); {
	case said != "True" && said != "False":
		c.press("trapped", "it is not said whether the file is trapped")
	case inInfo != "" && inXMP != "" && string(inInfo) != inXMP:
		c.press("trapped", "the information dictionary says %s of trapping and the metadata say %s", inInfo, inXMP)
	}
	if id, _ := c.Array(c.Trailer["ID"]); len(id) != 2 {
		c.press("id", "the trailer has no file identifier")
	}
}

func first2(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// pressIntent checks the press, and the colours against it.
func (c *pdfChecker) pressIntent() {
	var presses []pdfobject.Dict
	for _, d := range c.intents() {
		if s, _ := c.Name(d["S"]); s == "GTS_PDFX" {
			presses = append(presses, d)
		}
	}
	if len(presses) != 1 {
		c.press("intent", "%d presses are named", len(presses))
		return
	}
	if s, _ := c.String(presses[0]["OutputConditionIdentifier"]); strings.TrimSpace(s.Text()) == "" {
		c.press("intent", "the press has no name")
	}
	s, ok := c.Stream(presses[0]["DestOutputProfile"])
	if !ok {
		c.press("intent", "the profile of the press is not there")
		return
	}
	data, err := c.Data(s)
	if err != nil || !profile(data, "prtr") {
		c.press("intent", "the profile of the press is none of a printer")
		return
	}
	space := string(data[16:20])
	components, _ := c.Integer(s.Dict["N"])
	if want := map[string]int{"GRAY": 1, "RGB ": 3, "CMYK": 4}[space]; want == 0 || components != want {
		c.press("intent", "a profile for %q is said to have %d components", strings.TrimSpace(space), components)
	}
	if c.used.rgb && space != "RGB " && !c.everyPage("DefaultRGB") {
		c.press("colour", "colours in RGB have no profile, and the press is for %s", strings.TrimSpace(space))
	}
	if c.used.cmyk && space != "CMYK" && !c.everyPage("DefaultCMYK") {
		c.press("colour", "colours in CMYK have no profile, and the press is for %s", strings.TrimSpace(space))
	}
}

// everyPage reports whether every page gives device colours a meaning of its
// own (ISO 32000-1, 8.6.5.6).
func (c *pdfChecker) everyPage(space pdfobject.Name) bool {
	for _, p := range c.pages {
		resources, _ := c.Dict(p.Dict["Resources"])
		spaces, _ := c.Dict(resources["ColorSpace"])
		if spaces[space] == nil {
			return false
		}
	}
	return true
}

// pressPage checks the boxes and the annotations of a page.
func (c *pdfChecker) pressPage(p pdfPage) {
	media, ok := c.rectangle(p.Dict["MediaBox"])
	if !ok {
		return // any reader stumbles over that
	}
	trim, trimmed := c.rectangle(p.Dict["TrimBox"])
	art, hasArt := c.rectangle(p.Dict["ArtBox"])
	switch {
	case trimmed && hasArt:
		c.press("box", "page %d has both a TrimBox and an ArtBox", p.number)
	case !trimmed && !hasArt:
		c.press("box", "page %d has neither a TrimBox nor an ArtBox", p.number)
		return
	case hasArt:
		trim = art
	}
	printed := trim
	inside := func(what string, inner [4]float64, where string, outer [4]float64) {
		const rounded = 0.001
		if inner[0] < outer[0]-rounded || inner[1] < outer[1]-rounded || inner[2] > outer[2]+rounded || inner[3] > outer[3]+rounded {
			c.press("box", "page %d: the %s reaches beyond the %s", p.number, what, where)
		}
	}
	inside("trimmed page", trim, "MediaBox", media)
	if bleed, ok := c.rectangle(p.Dict["BleedBox"]); ok {
		inside("trimmed page", trim, "BleedBox", bleed)
		inside("BleedBox", bleed, "MediaBox", media)
		printed = bleed
	}
	annots, _ := c.Array(p.Dict["Annots"])
	for _, o := range annots {
		d, ok := c.Dict(o)
		if !ok {
			continue
		}
		sub, _ := c.Name(d["Subtype"])
		rect, ok := c.rectangle(d["Rect"])
		if sub == "PrinterMark" || sub == "TrapNet" || sub == "Popup" {
			continue
		}
		if !ok || rect[0] < printed[2] && rect[2] > printed[0] && rect[1] < printed[3] && rect[3] > printed[1] {
			c.press("annotation", "page %d: an annotation of the kind %s lies on the page", p.number, sub)
		}
	}
}

// rectangle reads a rectangle as left, bottom, right and top.
func (c *pdfChecker) rectangle(o pdfobject.Object) (r [4]float64, ok bool) {
	a, _ := c.Array(o)
	if len(a) != 4 {
		return r, false
	}
	var v [4]float64
	for i := range v {
		if v[i], ok = c.Number(a[i]); !ok {
			return r, false
		}
	}
	return [4]float64{min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])}, true
}

// pressObjects checks what hangs anywhere in the file.
func (c *pdfChecker) pressObjects() {
	for ref, o := range c.Objects() {
		s, ok := o.(*pdfobject.Stream)
		if ok {
			sub, _ := c.Name(s.Dict["Subtype"])
			switch {
			case sub == "PS", sub == "Form" && (s.Dict["PS"] != nil || s.Dict["Subtype2"] == pdfobject.Object(pdfobject.Name("PS"))):
				c.press("object", "object %d is in PostScript", ref.Number)
			case sub == "Form" && s.Dict["Ref"] != nil, s.Dict["F"] != nil:
				c.press("object", "object %d stands for something in another file", ref.Number)
			case s.Dict["OPI"] != nil:
				c.press("object", "object %d is a stand-in (OPI)", ref.Number)
			}
			alternates, _ := c.Array(s.Dict["Alternates"])
			for _, a := range alternates {
				if d, ok := c.Dict(a); ok && c.Resolve(d["DefaultForPrinting"]) == pdfobject.Object(pdfobject.Boolean(true)) {
					c.press("object", "the image in object %d has another one for printing", ref.Number)
				}
			}
		}
		dictionaries(o, func(d pdfobject.Dict, _ bool) { c.pressDictionary(ref, d) })
	}
}

// pressDictionary checks a dictionary in an object.
func (c *pdfChecker) pressDictionary(ref pdfobject.Ref, d pdfobject.Dict) {
	kind, _ := c.Name(d["S"])
	t, _ := c.Name(d["Type"])
	if t == "Action" || strings.Contains(" GoTo URI JavaScript Launch GoToR GoToE SubmitForm ImportData ResetForm Named Movie Sound Rendition ", " "+string(kind)+" ") {
		c.press("action", "object %d holds the action %s", ref.Number, kind)
	}
	if d["AA"] != nil {
		c.press("action", "object %d acts by itself", ref.Number)
	}
	if t == "ExtGState" && (d["HTP"] != nil ||
		d["TR"] != nil && c.Resolve(d["TR"]) != pdfobject.Object(pdfobject.Name("Identity")) ||
		d["TR2"] != nil && c.Resolve(d["TR2"]) != pdfobject.Object(pdfobject.Name("Default"))) {
		c.press("state", "the graphics state in object %d changes how the press prints", ref.Number)
	}
}
