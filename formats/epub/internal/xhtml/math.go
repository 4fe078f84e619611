package xhtml

import (
	"strings"

	"github.com/quirepress/quire/formats/internal/mathml"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

func (f *file) mathBlock(n *document.MathBlock) {
	c := f.cursorFor(n)
	f.open("div", n, "math")
	f.rest(c)
	if !f.formula(n, n.Format, n.Source, true) {
		f.b.WriteString("<code>")
		f.text(n.Source, n)
		f.b.WriteString("</code>")
	}
	f.close("div")
}

func (f *file) inlineMath(n *document.Math, s scope) {
	if s.label {
		f.text(n.Source, n)
		return
	}
	if s.text != nil {
		f.due(s.text)
		s.text.at += len(n.Source)
	}
	f.wrapped(n, s, func() {
		if !f.formula(n, n.Format, n.Source, false) {
			f.b.WriteString(`<code class="math">`)
			f.text(n.Source, n)
			f.b.WriteString("</code>")
		}
	})
	f.due(s.text)
}

// formula writes a formula as MathML, and reports false where that cannot be.
func (f *file) formula(n document.Node, format, source string, display bool) bool {
	f.book.Traits.Math++
	var markup string
	var err error
	switch strings.ToLower(format) {
	case "mathml":
		markup, err = mathml.Clean(Clean(source), display)
	default:
		markup, err = mathml.FromTeX(Clean(source), display)
	}
	if err != nil {
		f.book.Traits.PlainMath++
		f.found.Add(diag.Warning, "epub-formula", n.Attributes().Pos, "the formula is shown as its source: %v", err)
		return false
	}
	f.b.WriteString(markup)
	f.math = true
	return true
}
