package finish

import (
	"strings"

	"github.com/quirepress/quire/formats/epub/internal/xhtml"
)

// accessibility writes what the book offers to people who do not see it, as
// far as it was found to be true (EPUB Accessibility 1.1, 2; the terms are
// those of the Schema.org Accessibility Properties for Discoverability
// Vocabulary).
func (p *Publication) accessibility(o *opf) {
	t := p.Book.Traits
	visual := t.Images > 0 || p.Cover != ""
	o.meta("schema:accessMode", "textual")
	if visual {
		o.meta("schema:accessMode", "visual")
	}
	explained := t.Unexplained == 0
	if explained {
		o.meta("schema:accessModeSufficient", "textual")
	}
	if visual {
		o.meta("schema:accessModeSufficient", "textual,visual")
	}
	features := []string{"tableOfContents", "readingOrder", "displayTransformability"}
	if t.Headings > 0 {
		features = append([]string{"structuralNavigation"}, features...)
	}
	if explained && visual {
		features = append(features, "alternativeText")
	}
	if t.Math > t.PlainMath {
		features = append(features, "MathML")
	}
	if t.Index {
		features = append(features, "index")
	}
	if len(p.pages()) > 0 {
		features = append(features, "pageBreakMarkers", "pageNavigation")
	}
	for _, f := range features {
		o.meta("schema:accessibilityFeature", f)
	}
	if t.Animated {
		o.meta("schema:accessibilityHazard", "unknownFlashingHazard")
		o.meta("schema:accessibilityHazard", "unknownMotionSimulationHazard")
		o.meta("schema:accessibilityHazard", "noSoundHazard")
	} else {
		o.meta("schema:accessibilityHazard", "none")
	}
	o.WriteString(`<meta property="schema:accessibilitySummary" xml:lang="en" dir="ltr">` + xhtml.Escape(p.summary()) + "</meta>\n")
	if c := p.Conformance; c != nil && c.Standard != "" && c.CertifiedBy != "" {
		o.WriteString(`<meta property="dcterms:conformsTo" id="conformance">` + xhtml.Escape(xhtml.Clean(c.Standard)) + "</meta>\n")
		o.WriteString(`<meta property="a11y:certifiedBy" refines="#conformance" id="certifier">` + xhtml.Escape(xhtml.Clean(c.CertifiedBy)) + "</meta>\n")
		if c.Credential != "" {
			o.refine("certifier", "a11y:certifierCredential", "", c.Credential)
		}
		if href, why := xhtml.Address(c.Report); why == "" {
			o.WriteString(`<link rel="a11y:certifierReport" refines="#certifier" href="` + xhtml.Escape(href) + "\"/>\n")
		}
	}
}

// summary says in sentences what the terms above say in words for machines.
func (p *Publication) summary() string {
	t := p.Book.Traits
	s := []string{"The text is marked up with headings, landmarks and a table of contents, and can be shown in any size and colour."}
	if t.Headings == 0 {
		s[0] = "The text has landmarks and a table of contents, but no headings, and can be shown in any size and colour."
	}
	switch {
	case t.Images == 0:
	case t.Unexplained == 0:
		s = append(s, "Every picture that carries meaning has alternative text.")
	default:
		s = append(s, "Some pictures have no alternative text.")
	}
	switch {
	case t.Math > 0 && t.PlainMath == 0:
		s = append(s, "Formulas are MathML.")
	case t.PlainMath > 0:
		s = append(s, "Some formulas are shown as their source.")
	}
	if t.Notes > 0 {
		s = append(s, "Notes are linked there and back.")
	}
	if len(p.pages()) > 0 {
		s = append(s, "Page numbers are those of the printed edition.")
	}
	if t.Animated {
		s = append(s, "It holds moving pictures, which were not examined for flashing.")
	}
	return strings.Join(s, " ")
}
