package html

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// Elements that only group others vanish; what they say of those stays with them.

// group converts an element that only groups others. What it says about them is
// said of each.
func (f *flow) group(n *html.Node) {
	c := f.c
	c.target(n)
	lang, dir := c.tongue(n)
	var classes []string
	if c.piece != nil {
		classes = strings.Fields(manuscript.Clean(attr(n, "class")))
	}
	if lang == "" && dir == "" && len(classes) == 0 {
		f.children(n)
		return
	}
	f.flush()
	first := len(f.blocks)
	f.children(n)
	f.flush()
	for _, b := range f.blocks[first:] {
		a := b.Attributes()
		// What is said of a heading holds for all of its section, which may go on
		// behind the element.
		if h, ok := b.(*document.Heading); ok {
			if (lang != "" || dir != "") && a.Lang == "" && a.Dir == "" {
				s := &document.Span{Content: h.Content}
				s.Lang, s.Dir, s.Pos = lang, dir, a.Pos
				h.Content = []document.Inline{s}
			}
			continue
		}
		a.Lang = cmp.Or(a.Lang, lang)
		a.Dir = cmp.Or(a.Dir, dir)
		a.Classes = append(a.Classes, classes...)
	}
}

// around converts an element of a line that holds blocks. A link becomes one in
// each of them.
func (f *flow) around(n *html.Node) {
	c := f.c
	f.flush()
	first := len(f.blocks)
	f.group(n)
	if !is(n, atom.A) {
		return
	}
	f.flush()
	href := strings.TrimSpace(attr(n, "href"))
	address, ok := manuscript.Address(c.resolve(direct(href)))
	if !ok || strings.HasPrefix(address, "#") {
		if href != "" && c.piece != nil && !strings.HasPrefix(href, "#") && c.once(c.pos(n)) {
			c.badAddress(c.pos(n), href)
		}
		return
	}
	for _, b := range f.blocks[first:] {
		var content *[]document.Inline
		switch b := b.(type) {
		case *document.Paragraph:
			content = &b.Content
		case *document.Heading:
			content = &b.Content
		default:
			continue
		}
		if !linkable(b) {
			continue
		}
		l := &document.Link{URL: address, Content: *content}
		l.Pos = c.pos(n)
		*content = []document.Inline{l}
	}
}

// linkable reports whether a link may stand around all that a block holds.
func linkable(b document.Block) bool {
	for n := range document.Nodes(b) {
		switch n.(type) {
		case *document.Link, *document.CrossReference, *document.Note:
			return false
		}
	}
	return true
}
