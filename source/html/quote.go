package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/document"
)

// quote converts a quotation; a footer or cite at its end says whose it is.
func (f *flow) quote(n *html.Node) {
	c := f.c
	by := lastWords(n)
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
