package html

import (
	"strconv"

	"golang.org/x/net/html"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// The conversion turns the article's elements into blocks. Elements that only
// group others vanish; text that stands between blocks becomes paragraphs.

// convert makes the document's blocks of the frame's elements.
func (p *page) convert(frame []*html.Node) {
	p.captions, p.emptied = nil, nil
	c := newConverter(p)
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
	blocks := c.withoutNotes(c.settle(f.blocks))
	p.doc.Blocks = blocks
	p.dropTitle()
	p.doc.Blocks = manuscript.Nest("html", evenLevels(p.doc.Blocks), &p.found)
}

func newConverter(p *page) *converter {
	return &converter{page: p, said: map[diag.Position]bool{},
		wanted: map[string]document.Anchor{}, used: map[document.Anchor]int{}, made: map[document.Anchor]bool{},
		notes: map[string]*html.Node{}, noted: map[*html.Node]document.Anchor{}, inNotes: map[*html.Node]bool{}}
}

// converter is the state that all flows of a page share.
type converter struct {
	*page
	piece  *Piece // nil in a page of its own
	filled map[int]bool
	depth  int
	deep   bool                       // nesting below the limit is reported
	stray  []document.Block           // met in a line, and due behind its block
	said   map[diag.Position]bool     // links that are reported
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
	// guess is the language that the page seems to be in, once it was asked.
	guess string
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
