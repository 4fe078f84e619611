package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Pages fold parts of an article away behind buttons: answers behind their
// questions, details behind a label. On paper there is nothing to press.

// unfold opens what buttons of the page open, where it is text and no menu. The
// label becomes a term if it is not a heading already.
func (p *page) unfold() {
	ids := map[string]*html.Node{}
	var labels []*html.Node
	each(p.root, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		if id := attr(n, "id"); id != "" && ids[id] == nil {
			ids[id] = n
		}
		if attr(n, "aria-controls") != "" && (is(n, atom.Button) || attr(n, "role") == "button" || attr(n, "role") == "tab") {
			labels = append(labels, n)
		}
		return !is(n, atom.Nav, atom.Header, atom.Footer, atom.Form)
	})
	opened := map[*html.Node]bool{}
	for _, l := range labels {
		panel := ids[attr(l, "aria-controls")]
		if panel == nil || opened[panel] || below(l, panel) || below(panel, l) || !readable(panel) || textOf(l) == "" {
			continue
		}
		opened[panel] = true
		panel.Attr = slices.DeleteFunc(panel.Attr, func(a html.Attribute) bool {
			return a.Key == "hidden" || a.Key == "aria-hidden" || a.Key == "style"
		})
		if is(l, atom.Button) {
			l.Data, l.DataAtom = "dt", atom.Dt
			if inside(l, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Dt) {
				l.Data, l.DataAtom = "span", atom.Span
			}
		}
	}
}

// readable reports whether an element holds sentences, hardly any of them links
// or fields of a form.
func readable(n *html.Node) bool {
	chars, links, fields := 0, 0, 0
	sentence := false
	var walk func(*html.Node, bool)
	walk = func(n *html.Node, inLink bool) {
		switch {
		case n.Type == html.TextNode:
			s := strings.TrimSpace(n.Data)
			chars += len(s)
			if inLink {
				links += len(s)
			}
			sentence = sentence || len(s) > 30 && strings.ContainsAny(s, ".!?。")
			return
		case is(n, atom.Script, atom.Style, atom.Template, atom.Nav):
			return
		case is(n, atom.Input, atom.Select, atom.Textarea):
			fields++
		}
		for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
			walk(ch, inLink || is(ch, atom.A))
		}
	}
	walk(n, false)
	return sentence && chars >= 60 && links*3 < chars && fields < 2
}
