package html

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/diag"
)

// The parser follows the HTML standard and so accepts every page, but it nests
// as deeply as the page does, and pages with many unclosed formatting elements
// grow with each paragraph. Its input is therefore bounded first, tag by tag.
// On the way each start tag is told its place in the file.

// placeKey is the attribute in which a start tag carries its offset.
const placeKey = "quire-at"

// parse makes the tree of the page.
func (p *page) parse(src []byte) {
	// The parser refuses trees deeper than 512 elements. Elements whose end tag
	// may be left out are not counted at first.
	for i, limit := range []bound{{depth: 150}, {depth: 60}, {depth: 100, strict: true}} {
		b := limit
		root, err := html.Parse(bytes.NewReader(b.apply(src)))
		if err != nil {
			continue
		}
		p.bounded(&b, i > 0)
		p.root = root
		return
	}
	p.found.Add(diag.Warning, "html-broken", diag.Position{File: p.name, Line: 1, Column: 1}, "the page cannot be parsed")
}

// bounded reports what had to be changed before the page could be parsed.
func (p *page) bounded(b *bound, again bool) {
	if b.dropped || again {
		p.found.Add(diag.Warning, "html-too-deep", p.place(b.first), "elements nest too deeply; what is deeper is put on the level above")
	}
	for _, o := range b.open {
		p.found.Add(diag.Warning, "html-tag-open", p.place(o.at), "%s", o.what)
	}
}

// at returns the offset of an element in the file.
func at(n *html.Node) (int, bool) {
	for ; n != nil; n = n.Parent {
		if s := attr(n, placeKey); s != "" {
			if i, err := strconv.Atoi(s); err == nil {
				return i, true
			}
		}
	}
	return 0, false
}

// pos returns the position of an element's start tag.
func (p *page) pos(n *html.Node) diag.Position {
	if i, ok := at(n); ok {
		return p.place(i)
	}
	return p.place(0)
}

// attr returns the value of an element's attribute, or "".
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key && n.Attr[i].Namespace == "" {
			return n.Attr[i].Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return true
		}
	}
	return false
}

// is reports whether n is one of the elements.
func is(n *html.Node, atoms ...atom.Atom) bool {
	if n == nil || n.Type != html.ElementNode {
		return false
	}
	for _, a := range atoms {
		if n.DataAtom == a {
			return true
		}
	}
	return false
}

// each calls f for n and everything below it, parents first, and skips what is
// below an element for which f returns false.
func each(n *html.Node, f func(*html.Node) bool) {
	if !f(n) {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, f)
	}
}

// textOf returns the text below n with white space collapsed.
func textOf(n *html.Node) string {
	var b strings.Builder
	each(n, func(n *html.Node) bool {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case is(n, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg):
			return false
		case n.Type == html.ElementNode && (isBlock(n) || n.DataAtom == atom.Br):
			b.WriteByte(' ')
		}
		return true
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

// isBlock reports whether an element begins a new line.
func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Details, atom.Dialog,
		atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Legend, atom.Li,
		atom.Listing, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Plaintext, atom.Pre, atom.Search, atom.Section,
		atom.Summary, atom.Table, atom.Caption, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Ul, atom.Xmp,
		atom.Html, atom.Frameset, atom.Iframe, atom.Video, atom.Audio, atom.Canvas, atom.Object:
		return true
	}
	return false
}
