package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// formula converts a formula in a line: MathML as it stands, or the source that
// a script would have set.
func (c *converter) formula(l *line, n *html.Node) bool {
	format, source, _, ok := c.math(n)
	if ok && source != "" {
		m := &document.Math{Format: format, Source: source}
		m.Pos = c.pos(n)
		l.put(m)
	}
	return ok
}

// special converts what is neither an ordinary block nor an ordinary inline.
func (f *flow) special(n *html.Node) bool {
	format, source, display, ok := f.c.math(n)
	if !ok {
		return false
	}
	switch {
	case source == "":
	case display:
		f.flush()
		f.add(&document.MathBlock{Format: format, Source: source}, n)
	default:
		m := &document.Math{Format: format, Source: source}
		m.Pos = f.c.pos(n)
		f.line.put(m)
	}
	return true
}

// math returns the formula that an element is, and whether it stands by itself.
// An element that only shows a formula which another holds is a formula without
// source.
func (c *converter) math(n *html.Node) (format, source string, display, ok bool) {
	switch {
	case n.DataAtom == atom.Math:
		return "mathml", mathML(n), strings.EqualFold(attr(n, "display"), "block"), true
	case is(n, atom.Script) && strings.HasPrefix(attr(n, "type"), "math/tex"):
		return "tex", strings.TrimSpace(manuscript.Clean(rawScript(n))), strings.Contains(attr(n, "type"), "mode=display"), true
	case is(n, atom.Span, atom.Div):
		class := " " + attr(n, "class") + " "
		for _, w := range []string{" katex-html ", " MathJax_Preview ", " MathJax ", " MathJax_Display ", " mjx-chtml "} {
			if strings.Contains(class, w) {
				if m := first(n, atom.Math); m != nil {
					return "mathml", mathML(m), strings.Contains(class, "isplay"), true
				}
				return "", "", false, true
			}
		}
		if strings.Contains(class, " katex-display ") {
			if m := first(n, atom.Math); m != nil {
				return "mathml", mathML(m), true, true
			}
		}
	}
	return "", "", false, false
}

func first(n *html.Node, a atom.Atom) *html.Node {
	var found *html.Node
	each(n, func(e *html.Node) bool {
		if is(e, a) && found == nil {
			found = e
		}
		return found == nil
	})
	return found
}

func rawScript(n *html.Node) string {
	if n.FirstChild == nil {
		return ""
	}
	return n.FirstChild.Data
}

// mathML writes a formula's markup without what is no MathML: scripts, handlers
// of events, our own attributes.
func mathML(n *html.Node) string {
	var b strings.Builder
	var write func(*html.Node)
	write = func(n *html.Node) {
		switch n.Type {
		case html.TextNode:
			b.WriteString(html.EscapeString(manuscript.Clean(n.Data)))
			return
		case html.ElementNode:
		default:
			return
		}
		if is(n, atom.Script, atom.Style) || !mathName(n.Data) {
			return
		}
		b.WriteString("<" + n.Data)
		if n.DataAtom == atom.Math {
			b.WriteString(` xmlns="http://www.w3.org/1998/Math/MathML"`)
		}
		for _, a := range n.Attr {
			if a.Key == placeKey || a.Key == "xmlns" || strings.HasPrefix(a.Key, "on") || strings.Contains(a.Key, "href") || a.Key == "style" || a.Namespace != "" || !mathName(a.Key) {
				continue
			}
			b.WriteString(" " + a.Key + `="` + html.EscapeString(manuscript.Clean(a.Val)) + `"`)
		}
		b.WriteString(">")
		for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
			write(ch)
		}
		b.WriteString("</" + n.Data + ">")
	}
	write(n)
	return b.String()
}

// mathName reports whether a name is made of letters, digits and hyphens.
func mathName(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || i > 0 && (c >= '0' && c <= '9' || c == '-')) {
			return false
		}
	}
	return s != ""
}
