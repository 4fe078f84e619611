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
		if b.dropped || i > 0 {
			p.found.Add(diag.Warning, "html-too-deep", p.lines.At(b.first), "the page is nested too deeply; elements below that are put on the level above")
		}
		p.root = root
		return
	}
	p.found.Add(diag.Warning, "html-broken", diag.Position{File: p.name, Line: 1, Column: 1}, "the page cannot be parsed")
}

// bound limits how deeply the tags of a page nest.
type bound struct {
	depth   int
	strict  bool // count also elements that other tags close
	dropped bool
	first   int // offset of the first tag that was dropped
}

// formatting elements are opened again in every paragraph until they are
// closed (HTML standard, 13.2.4.3).
var formatting = map[string]bool{
	"a": true, "b": true, "big": true, "code": true, "em": true, "font": true, "i": true, "nobr": true,
	"s": true, "small": true, "strike": true, "strong": true, "tt": true, "u": true,
}

// uncounted elements have no end tag, or one that may be left out.
var uncounted = map[string]bool{
	"p": true, "li": true, "dt": true, "dd": true, "tr": true, "td": true, "th": true, "thead": true, "tbody": true,
	"tfoot": true, "option": true, "optgroup": true, "colgroup": true, "caption": true, "rt": true, "rp": true,
	"html": true, "head": true, "body": true,
}

// landmarks tell the article and its parts; they are still wanted where nothing
// else is.
var landmarks = map[string]bool{
	"article": true, "main": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
}

var void = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "param": true, "source": true, "track": true, "wbr": true, "basefont": true,
	"bgsound": true, "frame": true, "keygen": true, "image": true,
}

// apply returns the page with its places and without tags that nest too deeply.
func (b *bound) apply(src []byte) []byte {
	const together = 24 // formatting elements open at once
	out := make([]byte, 0, len(src)+len(src)/4)
	z := html.NewTokenizer(bytes.NewReader(src))
	type open struct {
		name    string
		dropped bool
	}
	var stack []open
	count := map[string]int{}
	depth, forms, at := 0, 0, 0
	kept := func(name string, sign int) {
		if depth += sign; formatting[name] {
			forms += sign
		}
	}
	for {
		kind := z.Next()
		raw := z.Raw()
		start := at
		at += len(raw)
		switch kind {
		case html.ErrorToken:
			return append(out, raw...)
		case html.StartTagToken, html.SelfClosingTagToken:
			n, _ := z.TagName()
			name := string(n)
			counts := !void[name] && (b.strict || !uncounted[name])
			if counts {
				most := b.depth
				if landmarks[name] {
					most += 16
				}
				drop := depth >= most || formatting[name] && forms >= together
				stack = append(stack, open{name, drop})
				count[name]++
				if drop {
					if !b.dropped {
						b.dropped, b.first = true, start
					}
					continue
				}
				kept(name, 1)
			}
			end := 1 // of the name as it stands
			for end < len(raw) && !bytes.ContainsRune([]byte(" \t\r\n\f/>"), rune(raw[end])) {
				end++
			}
			out = append(out, raw[:end]...)
			out = append(out, ' ')
			out = append(out, placeKey...)
			out = append(out, '=')
			out = strconv.AppendInt(out, int64(start), 10)
			if end < len(raw) && raw[end] == '/' {
				out = append(out, ' ')
			}
			out = append(out, raw[end:]...)
			continue
		case html.EndTagToken:
			n, _ := z.TagName()
			name := string(n)
			if count[name] > 0 {
				drop := false
				for {
					top := stack[len(stack)-1]
					stack = stack[:len(stack)-1]
					count[top.name]--
					if !top.dropped {
						kept(top.name, -1)
					}
					if top.name == name {
						drop = top.dropped
						break
					}
				}
				if drop {
					continue
				}
			}
		}
		out = append(out, raw...)
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
		return p.lines.At(i)
	}
	return diag.Position{File: p.name, Line: 1, Column: 1}
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
