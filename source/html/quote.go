package html

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// quote converts a quotation; a footer or cite at its end says whose it is.
func (f *flow) quote(n *html.Node) {
	c := f.c
	by := lastWords(n)
	if by != nil && c.gone(by) {
		by = nil
	}
	q := &document.Quote{}
	if by != nil {
		c.left[by] = true
	}
	ok := c.within(func() {
		q.Blocks = c.nested(n)
	})
	if by != nil {
		delete(c.left, by)
		q.Attribution = c.inlines(by)
		trimDash(q.Attribution)
	}
	if !ok {
		f.children(n)
		return
	}
	if len(q.Blocks) == 0 && len(q.Attribution) > 0 {
		q.Blocks = []document.Block{&document.Paragraph{Content: q.Attribution}}
		q.Attribution = nil
	}
	if len(q.Blocks) > 0 {
		f.add(q, n)
	}
}

// aside converts a remark beside the text; a heading at its beginning is its
// title.
func (f *flow) aside(n *html.Node) {
	c := f.c
	a := &document.Admonition{Type: "aside"}
	if !c.within(func() { a.Blocks = c.nested(n) }) {
		f.children(n)
		return
	}
	if len(a.Blocks) > 1 {
		if h, ok := a.Blocks[0].(*document.Heading); ok && h.Anchor == "" {
			a.Title, a.Blocks = h.Content, a.Blocks[1:]
		}
	}
	if len(a.Blocks) > 0 {
		f.add(a, n)
	}
}

// quotes returns the marks for a quotation in a line: those of the language
// around it (HTML standard, 15.3.6), of the inner kind inside another.
func (c *converter) quotes(n *html.Node) (open, end string) {
	const near = 500 // elements around it that are looked at
	language, depth := "", 0
	for p, seen := n.Parent, 0; p != nil && seen < near; p, seen = p.Parent, seen+1 {
		if t, ok := manuscript.Tag(attr(p, "lang")); ok && language == "" {
			language = t
		}
		if is(p, atom.Q) {
			depth++
		}
	}
	if language == "" {
		language = c.doc.Metadata.Language
	}
	if language == "" {
		if c.guess == "" {
			c.guess = cmp.Or(manuscript.Guess(textOf(c.page.root)), "en")
		}
		language = c.guess
	}
	q := manuscript.QuotesOf(language)
	if depth%2 == 1 {
		return q.InnerOpen, q.InnerClose
	}
	return q.Open, q.Close
}

// trimDash takes the dash off that leads an attribution: formats set their own.
func trimDash(content []document.Inline) {
	if len(content) > 0 {
		if t, ok := content[0].(*document.Text); ok {
			if s := strings.TrimLeft(t.Value, "—–―-~ \u00a0"); s != "" {
				t.Value = s
			}
		}
	}
}

// lastWords returns the footer or cite element with which a quotation ends, or
// nil.
func lastWords(n *html.Node) *html.Node {
	for e := n.LastChild; e != nil; {
		switch {
		case e.Type == html.CommentNode, e.Type == html.TextNode && strings.TrimSpace(e.Data) == "":
			e = e.PrevSibling
		case is(e, atom.Footer, atom.Cite):
			if e.Parent != n && e.PrevSibling != nil && strings.TrimSpace(textOf(e.PrevSibling)) != "" && !is(e, atom.Footer) {
				return nil // a title that a sentence ends with
			}
			return e
		case is(e, atom.P, atom.Div, atom.Span):
			e = e.LastChild
		default:
			return nil
		}
	}
	return nil
}
