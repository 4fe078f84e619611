package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// gone reports whether a node is no part of the article.
func (c *converter) gone(n *html.Node) bool {
	return n.Type == html.CommentNode || n.Type == html.ElementNode && (c.left[n] || invisible(n)) || !c.noting && c.inNotes[n]
}

func (c *converter) inlineChildren(l *line, n *html.Node) {
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		c.inline(l, ch)
	}
}

// inline converts one node within a line.
func (c *converter) inline(l *line, n *html.Node) {
	if n.Type == html.TextNode {
		c.text(l, n)
		return
	}
	if n.Type != html.ElementNode {
		return
	}
	if c.gone(n) {
		c.unshown(n)
		return
	}
	if l.pos.Line == 0 {
		l.pos = c.pos(n)
	}
	if c.hole(l, n) || c.formula(l, n) || c.note(l, n) {
		return
	}
	var at document.Attr
	at.Pos = c.pos(n)
	c.dress(&at, n)
	// wrap puts an element around what is in n, unless it is too deep.
	wrap := func(element document.Inline, content *[]document.Inline) {
		if !c.within(func() { l.within(content, func() { c.inlineChildren(l, n) }) }) {
			c.inlineChildren(l, n)
			return
		}
		if len(*content) > 0 || at.Anchor != "" {
			*l.to() = append(*l.to(), element)
		}
	}
	switch n.DataAtom {
	case atom.Br:
		l.brk()
	case atom.Wbr:
	case atom.Img, atom.Image, atom.Picture:
		if img := c.image(n); img != nil {
			l.put(img)
		}
	case atom.Em, atom.I, atom.Cite, atom.Var:
		e := &document.Emphasis{Attr: at}
		wrap(e, &e.Content)
	case atom.Strong, atom.B:
		e := &document.Strong{Attr: at}
		wrap(e, &e.Content)
	case atom.S, atom.Strike, atom.Del:
		e := &document.Strikethrough{Attr: at}
		wrap(e, &e.Content)
	case atom.Sup:
		e := &document.Superscript{Attr: at}
		wrap(e, &e.Content)
	case atom.Sub:
		e := &document.Subscript{Attr: at}
		wrap(e, &e.Content)
	case atom.Dfn:
		e := &document.Definition{Attr: at}
		wrap(e, &e.Content)
	case atom.Abbr, atom.Acronym:
		e := &document.Abbreviation{Attr: at, Expansion: strings.Join(strings.Fields(manuscript.Clean(attr(n, "title"))), " ")}
		if e.Expansion == "" {
			c.inlineChildren(l, n)
			return
		}
		wrap(e, &e.Content)
	case atom.Time:
		if m := day.FindStringSubmatch(strings.TrimSpace(attr(n, "datetime"))); m != nil && textOf(n) != "" {
			e := &document.Date{Attr: at, Value: m[1]}
			wrap(e, &e.Content)
			return
		}
		c.inlineChildren(l, n)
	case atom.Code, atom.Kbd, atom.Samp, atom.Tt:
		if s := strings.Trim(manuscript.Clean(rawText(n)), "\n"); strings.TrimSpace(s) != "" {
			s = strings.Join(strings.Fields(s), " ")
			l.put(&document.Code{Attr: at, Value: s})
		}
	case atom.A:
		c.link(l, n, at, wrap)
	case atom.Q:
		open, end := c.quotes(n)
		l.text(open)
		if at.Lang != "" || at.Dir != "" || at.Anchor != "" {
			e := &document.Span{Attr: at}
			wrap(e, &e.Content)
		} else {
			c.inlineChildren(l, n)
		}
		l.text(end)
	case atom.Rt: // what is read aloud stands in brackets behind what is written
		if childOf(n.Parent, atom.Rp) {
			c.inlineChildren(l, n)
			return
		}
		l.text("(")
		c.inlineChildren(l, n)
		l.space = false
		l.text(")")
	case atom.Li, atom.Td, atom.Th, atom.Tr, atom.P, atom.Div, atom.Dd, atom.Dt:
		l.space = true
		c.inlineChildren(l, n)
		l.space = true
	default:
		if at.Lang != "" || at.Dir != "" || at.Anchor != "" {
			e := &document.Span{Attr: at}
			wrap(e, &e.Content)
			return
		}
		if isBlock(n) {
			l.space = true
		}
		c.inlineChildren(l, n)
		if isBlock(n) {
			l.space = true
		}
	}
}

// day is what a machine-readable date has in EDTF: a year, month or day.
var day = regexp.MustCompile(`^(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?:[T ].*)?$`)

// link converts a link. Links of scripts lose their address.
func (c *converter) link(l *line, n *html.Node, at document.Attr, wrap func(document.Inline, *[]document.Inline)) {
	href := strings.TrimSpace(attr(n, "href"))
	if c.piece != nil && strings.HasPrefix(href, "#") && len(href) > 1 { // the article around it knows its places
		e := &document.CrossReference{Attr: at, Target: document.Anchor(manuscript.Clean(href[1:]))}
		wrap(e, &e.Content)
		return
	}
	if id, ok := c.fragment(href); ok {
		if a, ok := c.wanted[id]; ok {
			e := &document.CrossReference{Attr: at, Target: a}
			wrap(e, &e.Content)
			return
		}
		c.nowhere(at.Pos, id, n)
		c.inlineChildren(l, n)
		return
	}
	address, ok := manuscript.Address(c.resolve(direct(href)))
	if !ok || strings.HasPrefix(address, "#") {
		if href != "" && (!strings.HasPrefix(href, "#") || c.piece != nil) && (textOf(n) != "" || c.piece != nil) && c.once(at.Pos) {
			c.badAddress(at.Pos, href)
		}
		if at.Anchor != "" {
			e := &document.Span{Attr: at}
			wrap(e, &e.Content)
			return
		}
		c.inlineChildren(l, n)
		return
	}
	e := &document.Link{Attr: at, URL: address, Title: strings.Join(strings.Fields(manuscript.Clean(attr(n, "title"))), " ")}
	wrap(e, &e.Content)
}

func (c *converter) badAddress(pos diag.Position, href string) {
	c.found.Add(diag.Warning, "html-link-address", pos, "the link's address %.60q cannot be used; its text stays", href)
}

// nowhere reports a link to a place that the article does not have.
func (c *converter) nowhere(pos diag.Position, id string, n *html.Node) {
	// "top" is the beginning of every page (HTML standard, 7.4.6.4).
	if !strings.EqualFold(id, "top") && textOf(n) != "" && c.once(pos) {
		c.found.Add(diag.Warning, "html-link-nowhere", pos, "nothing in the article is called %q; the link's text stays", "#"+id)
	}
}

// once reports whether nothing was found at a place before.
func (c *converter) once(pos diag.Position) bool {
	if c.said[pos] {
		return false
	}
	c.said[pos] = true
	return true
}

// dress gives a node the anchor, language and direction of its element.
func (c *converter) dress(a *document.Attr, n *html.Node) {
	if c.piece != nil {
		c.piece.dress(a, n)
		a.Lang, a.Dir = c.tongue(n)
		return
	}
	for _, key := range []string{"id", "name"} {
		if key == "name" && !is(n, atom.A) {
			continue
		}
		if w, ok := c.wanted[attr(n, key)]; ok && !c.made[w] {
			a.Anchor = w
			c.made[w] = true
		}
	}
	a.Lang, a.Dir = c.tongue(n)
}

// target keeps the anchor of an element that vanishes, for the next block.
func (c *converter) target(n *html.Node) {
	if c.piece != nil {
		if a := c.piece.anchor(n, c.pos(n)); a != "" {
			c.pending = append(c.pending, a)
		}
		return
	}
	if w, ok := c.wanted[attr(n, "id")]; ok && !c.made[w] {
		c.pending = append(c.pending, w)
		c.made[w] = true
	}
}

// tongue returns language and direction of an element where it names them.
func (c *converter) tongue(n *html.Node) (lang string, dir document.Direction) {
	if s := attr(n, "lang"); s != "" {
		if t, ok := manuscript.Tag(s); ok && t != c.languageOf(n.Parent) {
			lang = t
		}
	}
	switch strings.ToLower(attr(n, "dir")) {
	case "rtl":
		dir = document.RightToLeft
	case "ltr":
		dir = document.LeftToRight
	}
	return lang, dir
}

// languageOf returns the language of what stands in an element.
func (c *converter) languageOf(n *html.Node) string {
	for ; n != nil && !is(n, atom.Body, atom.Html); n = n.Parent {
		if t, ok := manuscript.Tag(attr(n, "lang")); ok {
			return t
		}
	}
	return c.doc.Metadata.Language
}

// rawText returns the text below n as it stands, a line feed for each break.
func rawText(n *html.Node) string {
	var b strings.Builder
	each(n, func(n *html.Node) bool {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case is(n, atom.Br):
			b.WriteByte('\n')
		case is(n, atom.Script, atom.Style, atom.Button, atom.Svg):
			return false
		}
		return true
	})
	return b.String()
}
