package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// The conversion turns the article's elements into blocks. Elements that only
// group others vanish; text that stands between blocks becomes paragraphs.

// convert makes the document's blocks of the frame's elements.
func (p *page) convert(frame []*html.Node) {
	c := &converter{page: p, wanted: map[string]document.Anchor{}, used: map[document.Anchor]int{}, made: map[document.Anchor]bool{},
		notes: map[string]*html.Node{}, noted: map[*html.Node]document.Anchor{}, inNotes: map[*html.Node]bool{}}
	c.references(frame)
	f := &flow{c: c}
	for _, n := range frame {
		f.node(n)
	}
	f.flush()
	if c.remote > 0 {
		p.found.AddHint(diag.Info, "html-images-remote", diag.Position{File: p.name, Line: 1, Column: 1}, "save the page complete, with its files",
			"%d pictures without a caption are not beside the page and were left out", c.remote)
	}
	blocks := c.settle(f.blocks)
	p.doc.Blocks = blocks
	p.dropTitle()
	p.doc.Blocks = manuscript.Nest("html", evenLevels(p.doc.Blocks), &p.found)
}

// converter is the state that all flows of a page share.
type converter struct {
	*page
	depth  int
	wanted map[string]document.Anchor // ids that links of the article lead to
	used   map[document.Anchor]int    // anchors that are given out, with the last number tried
	made   map[document.Anchor]bool   // anchors that have found their place
	// Notes by the id of the element that holds their text.
	notes   map[string]*html.Node
	noted   map[*html.Node]document.Anchor
	inNotes map[*html.Node]bool // elements that stand in the text as notes
	noting  bool
	pending []document.Anchor // anchors that wait for the next block
	// captioned is set within a figure that has a caption; remote counts the
	// pictures without one that are not beside the page.
	captioned bool
	remote    int
}

// claim returns an anchor like a that no other place has.
func (c *converter) claim(a document.Anchor) document.Anchor {
	if _, ok := c.used[a]; !ok {
		c.used[a] = 1
		return a
	}
	for {
		c.used[a]++
		b := a + document.Anchor("-"+strconv.Itoa(c.used[a]))
		if _, ok := c.used[b]; !ok {
			c.used[b] = 1
			return b
		}
	}
}

// flow collects blocks, and the inlines of the paragraph that is open.
type flow struct {
	c      *converter
	blocks []document.Block
	line   line
	// Breaks counts the line breaks since the last text: two end a paragraph.
	breaks int
}

// flush ends the open paragraph.
func (f *flow) flush() {
	content := f.line.take()
	f.breaks = 0
	if len(content) == 0 {
		return
	}
	if b := standalone(content); b != nil {
		f.blocks = append(f.blocks, b)
		return
	}
	para := &document.Paragraph{Content: content}
	para.Pos = f.line.pos
	f.line.pos = diag.Position{}
	f.blocks = append(f.blocks, para)
}

func (f *flow) add(b document.Block, n *html.Node) {
	a := b.Attributes()
	a.Pos = f.c.pos(n)
	f.c.dress(a, n)
	if a.Anchor == "" && len(f.c.pending) > 0 {
		a.Anchor = f.c.pending[0]
		f.c.pending = f.c.pending[1:]
	}
	f.blocks = append(f.blocks, b)
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
	return l.take()
}

// within runs make one level deeper, and reports whether there was room.
func (c *converter) within(make func()) bool {
	if c.depth >= c.page.depth {
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
		if f.breaks > 0 && strings.TrimSpace(n.Data) != "" {
			if f.breaks > 1 {
				f.flush()
			} else {
				f.line.brk()
			}
			f.breaks = 0
		}
		f.line.text(n.Data)
		return
	case html.ElementNode:
	default:
		return
	}
	if c.gone(n) {
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
			c.target(n)
			f.children(n)
			return
		}
		if f.line.pos.Line == 0 {
			f.line.pos = c.pos(n)
		}
		c.inline(&f.line, n)
		return
	}
	f.flush()
	f.block(n)
	f.flush()
}

// block converts an element that begins a new line.
func (f *flow) block(n *html.Node) {
	c := f.c
	switch n.DataAtom {
	case atom.P:
		if holdsBlock(n) {
			c.target(n)
			f.children(n)
			return
		}
		content := c.inlines(n)
		if len(content) == 0 {
			c.target(n)
			return
		}
		if b := standalone(content); b != nil {
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
	case atom.Hr:
		if len(f.blocks) > 0 {
			f.add(&document.ThematicBreak{}, n)
		}
	case atom.Summary, atom.Dt, atom.Legend:
		content := c.inlines(n)
		if len(content) > 0 {
			f.add(&document.Paragraph{Content: []document.Inline{&document.Strong{Content: content}}}, n)
		}
	case atom.Iframe, atom.Video, atom.Audio, atom.Canvas, atom.Object, atom.Frameset:
	default:
		c.target(n)
		if lang, dir := c.tongue(n); lang != "" || dir != "" {
			first := len(f.blocks)
			f.children(n)
			f.flush()
			for _, b := range f.blocks[first:] {
				if a := b.Attributes(); a.Lang == "" && a.Dir == "" {
					a.Lang, a.Dir = lang, dir
				}
			}
			return
		}
		f.children(n)
	}
}

// heading converts a heading, or what stands in a heading that holds more.
func (f *flow) heading(n *html.Node) {
	c := f.c
	content := c.inlines(n)
	if strings.TrimSpace(document.TextOf(content)) == "" {
		if b := standalone(content); b != nil {
			f.add(b, n)
		}
		return
	}
	level := int(n.Data[1] - '0')
	if c.depth > 0 {
		f.add(&document.Heading{Level: level, Content: content}, n)
		return
	}
	f.add(&document.Heading{Level: level, Content: strip(content)}, n)
}

// strip takes emphasis off that covers a whole heading, which is emphasis
// enough.
func strip(content []document.Inline) []document.Inline {
	for len(content) == 1 {
		switch n := content[0].(type) {
		case *document.Strong:
			content = n.Content
			continue
		case *document.Emphasis:
			content = n.Content
			continue
		}
		break
	}
	return content
}

// standalone returns the figure that a paragraph is which holds nothing but
// pictures, or nil.
func standalone(content []document.Inline) document.Block {
	pictures := 0
	for _, n := range content {
		switch n := n.(type) {
		case *document.Image:
			pictures++
		case *document.Text:
			if strings.TrimSpace(n.Value) != "" {
				return nil
			}
		case *document.LineBreak:
		default:
			return nil
		}
	}
	if pictures == 0 {
		return nil
	}
	fig := &document.Figure{}
	for _, n := range content {
		if img, ok := n.(*document.Image); ok {
			fig.Blocks = append(fig.Blocks, &document.Paragraph{Content: []document.Inline{img}})
		}
	}
	return fig
}

// paragraphs parts content at doubled line breaks.
func paragraphs(content []document.Inline) [][]document.Inline {
	var out [][]document.Inline
	start := 0
	put := func(part []document.Inline) {
		for len(part) > 0 && isBreak(part[0]) {
			part = part[1:]
		}
		for len(part) > 0 && isBreak(part[len(part)-1]) {
			part = part[:len(part)-1]
		}
		if len(part) > 0 {
			out = append(out, part)
		}
	}
	for i := 1; i < len(content); i++ {
		if isBreak(content[i]) && isBreak(content[i-1]) {
			put(content[start:i])
			start = i
		}
	}
	put(content[start:])
	return out
}

func isBreak(n document.Inline) bool {
	_, ok := n.(*document.LineBreak)
	return ok
}

// holdsBlock reports whether an element has a block below it that is no
// furniture.
func holdsBlock(n *html.Node) bool {
	found := false
	each(n, func(c *html.Node) bool {
		if c != n && c.Type == html.ElementNode && isBlock(c) {
			found = true
		}
		return !found
	})
	return found
}

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

// list converts a list.
func (f *flow) list(n *html.Node) {
	c := f.c
	l := &document.List{Ordered: is(n, atom.Ol), Tight: true, Start: 1}
	if l.Ordered {
		if s, err := strconv.Atoi(strings.TrimSpace(attr(n, "start"))); err == nil && s >= 0 && s < 1<<24 {
			l.Start = s
		}
		switch t := attr(n, "type"); t {
		case "1", "a", "A", "i", "I":
			l.Style = t
		}
	} else {
		l.Start = 0
	}
	var item *document.ListItem
	ok := c.within(func() {
		for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
			switch {
			case ch.Type == html.TextNode && strings.TrimSpace(ch.Data) == "", ch.Type == html.CommentNode, c.gone(ch):
				continue
			case c.inNotes[ch]:
				continue
			}
			var blocks []document.Block
			var task *document.Task
			if is(ch, atom.Li) {
				task = tickBox(ch)
				blocks = c.nested(ch)
			} else { // text or a list right in a list belongs to the item before
				sub := &flow{c: c}
				sub.node(ch)
				sub.flush()
				if item != nil {
					item.Blocks = append(item.Blocks, sub.blocks...)
					continue
				}
				blocks = sub.blocks
			}
			if len(blocks) == 0 {
				continue
			}
			item = &document.ListItem{Blocks: blocks, Task: task}
			item.Pos = c.pos(ch)
			if ch.Type == html.ElementNode {
				c.dress(&item.Attr, ch)
			}
			l.Items = append(l.Items, item)
			paras := 0
			for _, b := range blocks {
				if _, ok := b.(*document.Paragraph); ok {
					paras++
				}
			}
			l.Tight = l.Tight && paras < 2
		}
	})
	if !ok {
		f.children(n)
		return
	}
	if len(l.Items) > 0 {
		f.add(l, n)
	}
}

// tickBox returns the task of an item that begins with a tick box.
func tickBox(li *html.Node) *document.Task {
	for n := li.FirstChild; n != nil; n = n.NextSibling {
		switch {
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) == "":
		case is(n, atom.Input) && strings.EqualFold(attr(n, "type"), "checkbox"):
			return &document.Task{Done: hasAttr(n, "checked")}
		case is(n, atom.Label, atom.P):
			return tickBox(n)
		default:
			return nil
		}
	}
	return nil
}

// definitions converts a list of terms and definitions.
func (f *flow) definitions(n *html.Node) {
	c := f.c
	dl := &document.DefinitionList{}
	var item *document.DefinitionItem
	ok := c.within(func() {
		var walk func(*html.Node)
		walk = func(n *html.Node) {
			for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
				if c.gone(ch) {
					continue
				}
				switch {
				case is(ch, atom.Dt):
					if content := c.inlines(ch); len(content) > 0 {
						if item == nil || len(item.Definitions) > 0 {
							item = &document.DefinitionItem{}
							item.Pos = c.pos(ch)
							dl.Items = append(dl.Items, item)
						}
						t := &document.DefinitionTerm{Content: content}
						t.Pos = c.pos(ch)
						c.dress(&t.Attr, ch)
						item.Terms = append(item.Terms, t)
					}
				case is(ch, atom.Dd):
					blocks := c.nested(ch)
					if len(blocks) == 0 {
						continue
					}
					if item == nil {
						item = &document.DefinitionItem{}
						item.Pos = c.pos(ch)
						dl.Items = append(dl.Items, item)
					}
					d := &document.DefinitionBody{Blocks: blocks}
					d.Pos = c.pos(ch)
					c.dress(&d.Attr, ch)
					item.Definitions = append(item.Definitions, d)
				case is(ch, atom.Div):
					walk(ch)
				}
			}
		}
		walk(n)
	})
	if !ok {
		f.children(n)
		return
	}
	// Terms without definitions, or the reverse, are no definition list.
	for _, it := range dl.Items {
		if len(it.Terms) == 0 || len(it.Definitions) == 0 {
			for _, it := range dl.Items {
				for _, t := range it.Terms {
					para := &document.Paragraph{Attr: t.Attr, Content: t.Content}
					f.blocks = append(f.blocks, para)
				}
				for _, d := range it.Definitions {
					f.blocks = append(f.blocks, d.Blocks...)
				}
			}
			return
		}
	}
	if len(dl.Items) > 0 {
		f.add(dl, n)
	}
}

// evenLevels numbers the levels of headings without gaps at the top: a page
// whose highest heading is h3 begins with sections of the first level.
func evenLevels(blocks []document.Block) []document.Block {
	top := 7
	for _, b := range blocks {
		if h, ok := b.(*document.Heading); ok {
			top = min(top, h.Level)
		}
	}
	for _, b := range blocks {
		if h, ok := b.(*document.Heading); ok {
			h.Level -= top - 1
		}
	}
	return blocks
}
