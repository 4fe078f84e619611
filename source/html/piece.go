package html

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// Piece is HTML that stands in an article of another form, as authors of
// Markdown write it where Markdown has no words: tables whose cells span, a
// formatted listing, a paragraph in another language. All of it is the article:
// nothing is judged, and nothing is furniture.
type Piece struct {
	// Source is the HTML. Where the article's own form goes on between its tags,
	// it has [HoleTag].
	Source []byte
	// Holes give what stands in the holes, by the offset of each in Source.
	Holes map[int]Hole
	// Language is the BCP 47 tag of the text around the piece.
	Language string
	// Depth is how deeply lists, quotations, tables and marks may nest; what is
	// deeper is put on the level above. 0 means 100.
	Depth int
	// Place returns where the byte of Source at an offset stands in its file. It
	// is required.
	Place func(offset int) diag.Position
	// Anchor returns the anchor of an element that has an id, or "" if it gets
	// none; nil means that no element gets one.
	Anchor func(id string, pos diag.Position) document.Anchor
	// Mark finds the first mark of the article's own form in a text that stands
	// at a place: where it begins and ends, and what it is. It returns nothing if
	// there is none; nil finds none.
	Mark func(text string, pos diag.Position) (begin, end int, mark []document.Inline)
	// Line gets each line of text when it is whole, with its language, and
	// returns what stands in its place; nil leaves it.
	Line func(content []document.Inline, language string) []document.Inline
}

// Hole returns what stands in a hole of a [Piece]: blocks that are depth levels
// of it deep, in elements of a language. It is called once.
type Hole func(depth int, language string) []document.Block

// HoleTag holds the place of a [Hole] in the source of a [Piece].
const (
	HoleTag = "<" + hole + "></" + hole + ">"

	hole = "quire-hole"
)

// Blocks converts the piece. What stands in the holes comes out once, whatever
// the elements around it are: at the end, if they have no place for it; not at
// all, if one of them is hidden.
func (p Piece) Blocks() ([]document.Block, diag.List) {
	depth := p.Depth
	if depth <= 0 {
		depth = 100
	}
	whole := &page{place: p.Place, depth: depth, doc: &document.Document{}, left: map[*html.Node]bool{}}
	whole.doc.Metadata.Language = p.Language
	whole.parsePiece(p.Source)
	c := newConverter(whole)
	c.piece, c.filled = &p, map[int]bool{}
	f := &flow{c: c}
	c.withhold(whole.root)
	f.children(whole.root)
	f.flush()
	for _, at := range slices.Sorted(maps.Keys(p.Holes)) {
		if !c.filled[at] {
			f.blocks = append(f.blocks, p.Holes[at](0, p.Language)...)
		}
	}
	if len(c.pending) > 0 {
		places := &document.Paragraph{}
		for _, a := range c.pending {
			t := &document.Target{}
			t.Anchor, t.Pos = a, p.Place(len(p.Source))
			places.Content = append(places.Content, t)
		}
		f.blocks = append(f.blocks, places)
	}
	return f.blocks, whole.found
}

// parsePiece makes the tree of a piece.
func (p *page) parsePiece(src []byte) {
	for i, limit := range []bound{{depth: 150, piece: true}, {depth: 60, strict: true, piece: true}} {
		b := limit
		bounded := b.apply(src)
		body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
		nodes, err := html.ParseFragmentWithOptions(bytes.NewReader(bounded), body, html.ParseOptionEnableScripting(false))
		if err != nil {
			continue
		}
		p.bounded(&b, i > 0)
		for _, n := range nodes {
			body.AppendChild(n)
		}
		p.root = body
		return
	}
	p.found.Add(diag.Warning, "html-broken", p.place(0), "the HTML cannot be parsed")
	p.root = &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	p.root.AppendChild(&html.Node{Type: html.TextNode, Data: string(src)})
}

// withhold leaves out what is in a piece but cannot be printed, and says so.
func (c *converter) withhold(n *html.Node) {
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		if ch.Type != html.ElementNode {
			continue
		}
		switch {
		case is(ch, atom.Noscript): // there are no scripts on paper
			ch.Data, ch.DataAtom = "div", atom.Div
		case concealed(ch): // with the Markdown in it
			c.left[ch] = true
			each(ch, func(n *html.Node) bool {
				if h, at := c.holeOf(n); h != nil {
					c.filled[at] = true
				}
				return true
			})
			c.found.Add(diag.Warning, "html-not-printed", c.pos(ch), "the element <%s> is hidden and left out: %.80q", name(ch), clean(shown(ch)))
			continue
		case is(ch, atom.Input) && strings.EqualFold(attr(ch, "type"), "checkbox"):
		case invisible(ch), is(ch, atom.Iframe, atom.Frameset), is(ch, atom.Form) && !readable(ch):
			c.left[ch] = true
			if is(ch, atom.Meta, atom.Link, atom.Base) {
				continue
			}
			c.unprinted(diag.Warning, ch)
			continue
		}
		c.withhold(ch)
	}
}

// concealed reports whether an author hid an element.
func concealed(n *html.Node) bool {
	if hasAttr(n, "hidden") {
		return true
	}
	style := strings.ToLower(attr(n, "style"))
	return strings.Contains(style, "display") && strings.Contains(strings.ReplaceAll(style, " ", ""), "display:none")
}

// unprinted reports an element that is left out, with the text in it.
func (c *converter) unprinted(severity diag.Severity, n *html.Node) {
	text := clean(shown(n))
	if text == "" {
		c.found.Add(severity, "html-not-printed", c.pos(n), "the element <%s> cannot be printed and is left out", name(n))
		return
	}
	c.found.Add(severity, "html-not-printed", c.pos(n), "the element <%s> cannot be printed and is left out, and its text: %.80q", name(n), text)
}

// unshown reports a film, a frame or a drawing with words that a page shows in the
// midst of the article.
func (c *converter) unshown(n *html.Node) {
	if c.piece != nil || c.left[n] {
		return // reported already
	}
	switch {
	case is(n, atom.Iframe, atom.Object, atom.Embed, atom.Video, atom.Audio):
	case is(n, atom.Canvas) && textOf(n) != "", is(n, atom.Dialog) && hasAttr(n, "open"):
	case is(n, atom.Svg) && svgText(n):
	default:
		return
	}
	if c.once(c.pos(n)) {
		c.unprinted(diag.Info, n)
	}
}

// svgText reports whether a drawing holds words.
func svgText(n *html.Node) bool {
	found := false
	each(n, func(e *html.Node) bool {
		found = found || e.Type == html.ElementNode && e.Data == "text" && strings.TrimSpace(shown(e)) != ""
		return !found
	})
	return found
}

// name returns an element's name as it may stand in a message.
func name(n *html.Node) string { return manuscript.Clean(n.Data[:min(len(n.Data), 40)]) }

// shown returns the text below an element, of scripts and styles too.
func shown(n *html.Node) string {
	var b strings.Builder
	each(n, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			b.WriteByte(' ')
		}
		return b.Len() < 4000
	})
	return b.String()
}

// holeOf returns what stands in a hole that is not filled yet, and its place.
// Nobody's own element of the name is one: holes are known by their places.
func (c *converter) holeOf(n *html.Node) (Hole, int) {
	if c.piece == nil || n.Data != hole {
		return nil, 0
	}
	i, err := strconv.Atoi(attr(n, placeKey))
	if err != nil || c.filled[i] {
		return nil, 0
	}
	return c.piece.Holes[i], i
}

// held returns the blocks that stand in a hole.
func (c *converter) held(n *html.Node) ([]document.Block, bool) {
	h, i := c.holeOf(n)
	if h == nil {
		return nil, false
	}
	c.filled[i] = true
	return h(c.depth, c.languageOf(n.Parent)), true
}

// holes fills the holes in an element that has no room for them, behind it.
func (f *flow) holes(n *html.Node) {
	if f.c.piece == nil {
		return
	}
	each(n, func(e *html.Node) bool {
		if blocks, ok := f.c.held(e); ok {
			f.blocks = append(f.blocks, blocks...)
		}
		return true
	})
}

// hole fills a hole in a line. Of blocks there, paragraphs become part of the
// line, and others follow it.
func (c *converter) hole(l *line, n *html.Node) bool {
	blocks, ok := c.held(n)
	if !ok {
		return false
	}
	for _, b := range blocks {
		p, ok := b.(*document.Paragraph)
		if !ok || p.Anchor != "" || len(p.Classes) > 0 {
			c.stray = append(c.stray, b)
			continue
		}
		l.space = true
		l.gap()
		l.mark(p.Content...)
		l.begun, l.space = true, true
	}
	return true
}

// text adds a text of the page to a line, with the marks of the article's own
// form in it.
func (c *converter) text(l *line, n *html.Node) {
	s := n.Data
	for c.piece != nil && c.piece.Mark != nil {
		begin, end, mark := c.piece.Mark(s, c.pos(n.Parent))
		if len(mark) == 0 {
			break
		}
		l.text(s[:begin])
		l.mark(mark...)
		s = s[end:]
	}
	l.text(s)
}

// taken ends a line of text that stands in an element.
func (c *converter) taken(l *line, in *html.Node) []document.Inline {
	content := l.take()
	if c.piece == nil || c.piece.Line == nil || len(content) == 0 {
		return content
	}
	return c.piece.Line(content, c.languageOf(in))
}

// tooDeep says once that the text nests too deeply.
func (c *converter) tooDeep() {
	if !c.deep {
		c.deep = true
		c.found.Add(diag.Warning, "html-too-deep", c.place(0), "elements nest deeper than %d levels; what is deeper is put on the level above", c.page.depth)
	}
}

// anchor returns the anchor that an element's id asks for.
func (p *Piece) anchor(n *html.Node, pos diag.Position) document.Anchor {
	id := attr(n, "id")
	if id == "" && is(n, atom.A) {
		id = attr(n, "name")
	}
	if id == "" || p.Anchor == nil {
		return ""
	}
	return p.Anchor(manuscript.Clean(id), pos)
}

// dress gives a node the anchor and the classes of its element.
func (p *Piece) dress(a *document.Attr, n *html.Node) {
	if s := p.anchor(n, a.Pos); s != "" {
		a.Anchor = s
	}
	a.Classes = append(a.Classes, strings.Fields(manuscript.Clean(attr(n, "class")))...)
}

// pictured converts a picture of a piece, where each is meant.
func (c *converter) pictured(n *html.Node) *document.Image {
	src := strings.TrimSpace(attr(n, "src"))
	if src == "" {
		src = largest(attr(n, "srcset"))
	}
	alt := strings.Join(strings.Fields(manuscript.Clean(attr(n, "alt"))), " ")
	if src == "" {
		c.found.Add(diag.Warning, "html-not-printed", c.pos(n), "a picture names no file and is left out: %.80q", alt)
		return nil
	}
	i := &document.Image{Resource: manuscript.Clean(src), Alt: alt, Title: strings.Join(strings.Fields(manuscript.Clean(attr(n, "title"))), " ")}
	i.Pos = c.pos(n)
	c.dress(&i.Attr, n)
	i.Decorative = alt == "" && hasAttr(n, "alt")
	if w := manuscript.Clean(attr(n, "width")); w != "" {
		i.Settings = map[string]string{"width": w}
	}
	return i
}
