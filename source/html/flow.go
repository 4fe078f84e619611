package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// flow collects blocks, and the inlines of the paragraph that is open.
type flow struct {
	c      *converter
	blocks []document.Block
	line   line
	// Breaks counts the line breaks since the last text: two end a paragraph.
	breaks int
	home   *html.Node // around the first text of the line
}

// flush ends the open paragraph.
func (f *flow) flush() {
	content := f.c.taken(&f.line, f.home)
	defer f.strays()
	f.breaks, f.home = 0, nil
	if blank(content) {
		return
	}
	if as := onlyAnchors(content); len(as) > 0 {
		f.c.pending = append(f.c.pending, as...)
		return
	}
	if b := f.c.standalone(content); b != nil {
		f.blocks = append(f.blocks, b)
		return
	}
	para := &document.Paragraph{Content: content}
	para.Pos = f.line.pos
	f.c.arrive(&para.Attr)
	f.line.pos = diag.Position{}
	f.blocks = append(f.blocks, para)
}

func (f *flow) add(b document.Block, n *html.Node) {
	a := b.Attributes()
	a.Pos = f.c.pos(n)
	f.c.dress(a, n)
	f.c.arrive(a)
	f.blocks = append(f.blocks, b)
	f.strays()
}

// arrive gives a block the anchor that waits for one.
func (c *converter) arrive(a *document.Attr) {
	if a.Anchor == "" && len(c.pending) > 0 {
		a.Anchor = c.pending[0]
		c.pending = c.pending[1:]
	}
}

// strays adds the blocks that were met where only a line has room.
func (f *flow) strays() {
	f.blocks = append(f.blocks, f.c.stray...)
	f.c.stray = nil
}

// nested converts the children of n as blocks of their own.
func (c *converter) nested(n *html.Node) []document.Block {
	f := &flow{c: c}
	f.children(n)
	f.flush()
	return f.blocks
}

// inlines converts the children of n as one line; blocks among them are parted
// by spaces.
func (c *converter) inlines(n *html.Node) []document.Inline {
	var l line
	c.inlineChildren(&l, n)
	return c.taken(&l, n)
}

// within runs make one level deeper, and reports whether there was room.
func (c *converter) within(make func()) bool {
	if c.depth >= c.page.depth {
		c.tooDeep()
		return false
	}
	c.depth++
	make()
	c.depth--
	return true
}

func (f *flow) children(n *html.Node) {
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		f.node(ch)
	}
}

// node converts one node of the flow.
func (f *flow) node(n *html.Node) {
	c := f.c
	switch n.Type {
	case html.TextNode:
		f.begin(n)
		if f.breaks > 0 && strings.TrimSpace(n.Data) != "" {
			if f.breaks > 1 {
				f.flush()
			} else {
				f.line.brk()
			}
			f.breaks = 0
		}
		f.c.text(&f.line, n)
		return
	case html.ElementNode:
	default:
		return
	}
	if c.gone(n) {
		c.unshown(n)
		return
	}
	if h, _ := c.holeOf(n); h != nil {
		f.flush()
		blocks, _ := c.held(n)
		if len(blocks) > 0 {
			c.arrive(blocks[0].Attributes())
		}
		f.blocks = append(f.blocks, blocks...)
		return
	}
	if f.breaks > 0 && !is(n, atom.Br) && !isBlock(n) {
		if f.breaks > 1 {
			f.flush()
		} else {
			f.line.brk()
		}
		f.breaks = 0
	}
	if is(n, atom.Br) {
		f.breaks++
		return
	}
	if f.special(n) {
		return
	}
	if !isBlock(n) {
		if holdsBlock(n) { // as in <a><div>…</div></a>
			f.around(n)
			return
		}
		if f.line.pos.Line == 0 {
			f.line.pos = c.pos(n)
		}
		f.begin(n)
		c.inline(&f.line, n)
		return
	}
	f.flush()
	f.block(n)
	f.flush()
}

// begin notes where the open paragraph begins.
func (f *flow) begin(n *html.Node) {
	if f.home == nil && (n.Type != html.TextNode || strings.TrimSpace(n.Data) != "") {
		f.home = n.Parent
	}
}

// block converts an element that begins a new line.
func (f *flow) block(n *html.Node) {
	c := f.c
	switch n.DataAtom {
	case atom.P:
		if holdsBlock(n) {
			f.group(n)
			return
		}
		content := c.inlines(n)
		if blank(content) {
			c.target(n)
			return
		}
		if as := onlyAnchors(content); len(as) > 0 {
			c.target(n)
			c.pending = append(c.pending, as...)
			return
		}
		if b := c.standalone(content); b != nil {
			f.add(b, n)
			return
		}
		for i, part := range paragraphs(content) {
			para := &document.Paragraph{Content: part}
			if i == 0 {
				f.add(para, n)
			} else {
				para.Pos = c.pos(n)
				f.blocks = append(f.blocks, para)
			}
		}
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		f.heading(n)
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		f.list(n)
	case atom.Dl:
		f.definitions(n)
	case atom.Table:
		f.table(n)
	case atom.Figure:
		f.figure(n)
	case atom.Blockquote:
		f.quote(n)
	case atom.Pre, atom.Listing, atom.Xmp, atom.Plaintext:
		f.listing(n)
	case atom.Aside:
		f.aside(n)
	case atom.Hr:
		if len(f.blocks) > 0 || c.piece != nil {
			f.add(&document.ThematicBreak{}, n)
		}
	case atom.Summary, atom.Dt, atom.Legend:
		content := c.inlines(n)
		if len(content) > 0 {
			f.add(&document.Paragraph{Content: []document.Inline{&document.Strong{Content: content}}}, n)
		}
	case atom.Iframe, atom.Video, atom.Audio, atom.Canvas, atom.Object, atom.Frameset:
	default:
		f.group(n)
	}
}

// heading converts a heading, or what stands in a heading that holds more.
func (f *flow) heading(n *html.Node) {
	c := f.c
	content := c.inlines(n)
	if strings.TrimSpace(document.TextOf(content)) == "" {
		if b := c.standalone(content); b != nil {
			f.add(b, n)
		} else if len(content) > 0 && c.piece != nil {
			f.add(&document.Paragraph{Content: content}, n)
		}
		return
	}
	level := int(n.Data[1] - '0')
	if c.depth == 0 {
		content = strip(content)
	}
	h := &document.Heading{Level: level, Content: content}
	f.add(h, n)
	if h.Lang != "" || h.Dir != "" {
		// They speak of the title. What a heading says of itself goes to the
		// section that it begins, whose text they do not speak of.
		h.Content = []document.Inline{&document.Span{Attr: document.Attr{Lang: h.Lang, Dir: h.Dir, Pos: h.Pos}, Content: content}}
		h.Lang, h.Dir = "", ""
	}
}

// holdsBlock reports whether an element has a block below it that is no
// furniture.
func holdsBlock(n *html.Node) bool {
	found := false
	each(n, func(c *html.Node) bool {
		if c != n && c.Type == html.ElementNode && (isBlock(c) || c.Data == hole) {
			found = true
		}
		return !found
	})
	return found
}
