package enrich

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// galley is the article's prose as the passes read it: one strip of text for
// each block that holds any, in reading order. Back matter, listings and
// formulas are no prose.
type galley struct {
	doc *document.Document
	// text is that of all strips, parted by blank lines, for analyses that carry
	// their context through the whole article. It is cut once for all of them.
	text   *prose.Text
	strips []strip
	used   map[document.Anchor]bool
	next   map[document.Anchor]int // the number that tells the next equal anchor apart
	said   bool                    // that the language is foreign
}

// strip is the text of one block. Its content is read from the node and
// written back to it, so that several passes may mark the same block.
type strip struct {
	// node is nil for the title of the document, which cannot hold marks.
	node document.Node
	// heading is set for titles and headings, which are no sentences.
	heading bool
	// section is the index of the top-level section that the strip stands in,
	// chapter its title.
	section int
	chapter string
	lang    string
	// text stands in the galley's from start on.
	text  string
	start int
	// title is the document's title, if the strip is that.
	title []document.Inline
	// flat is the text with its leaves, made when it is first asked for.
	flat document.Flat
	// emphasis are the stretches of text that stand in Emphasis or Strong, or
	// that the author calls definitions.
	emphasis []span
	// sentences are found when they are first asked for.
	sentences []prose.Span
	// hands are the stretches of text that the author says something of.
	hands []hand
}

// span is a stretch of a strip's text, in bytes.
type span struct{ start, end int }

func newGalley(doc *document.Document) *galley {
	g := &galley{doc: doc, strips: make([]strip, 0, len(doc.Blocks)+1), used: map[document.Anchor]bool{}, next: map[document.Anchor]int{}}
	c := composer{galley: g}
	// A title without a place was made up by the reader from words that stand
	// in the text again.
	if t := doc.Metadata.Title; t != "" && doc.Metadata.TitlePos.Line > 0 {
		title := &document.Text{Value: t, Attr: document.Attr{Pos: doc.Metadata.TitlePos}}
		c.add(strip{heading: true, lang: doc.Metadata.Language, title: []document.Inline{title}})
	}
	at := strip{lang: doc.Metadata.Language} // what is so of the node at hand
	langs := []string{at.lang}               // of the nodes around it, by depth
	back := -1                               // the depth of the back matter that it stands in
	var captions []strip
	for depth, n := range doc.All() {
		a := n.Attributes()
		if a.Anchor != "" {
			g.used[a.Anchor] = true
		}
		if back >= 0 && depth > back {
			continue
		}
		back = -1
		if at.lang = a.Lang; at.lang == "" {
			at.lang = langs[depth]
		}
		langs = append(langs[:depth+1], at.lang)
		s, isSection := n.(*document.Section)
		if depth == 0 {
			at.section++
			at.chapter = ""
			if isSection {
				at.chapter = document.TextOf(s.Title)
			}
		}
		if isSection {
			switch s.Role {
			case document.RoleTimeline, document.RoleGlossary, document.RoleIndex, document.RoleBibliography:
				back = depth
				continue
			}
		}
		switch n.(type) {
		case *document.Section, *document.Heading:
			at.node, at.heading = n, true
			c.add(at)
		case *document.Paragraph, *document.DefinitionTerm:
			at.node, at.heading = n, false
			c.add(at)
		case *document.Figure, *document.Table, *document.CodeBlock:
			// A caption tells of its picture, and nothing that the text goes on from.
			if len(*captionOf(n)) > 0 {
				at.node, at.heading = n, true
				captions = append(captions, at)
			}
		}
	}
	for _, s := range captions {
		c.add(s)
	}
	c.finish()
	return g
}

// composer puts the strips of a galley together.
type composer struct {
	*galley
	text strings.Builder
	s    *strip // the strip at hand
}

// parting is what stands between two strips in the galley's text.
const parting = "\n\n"

// add adds a strip with the text of its content, unless that has none.
func (c *composer) add(s strip) {
	n := len(c.strips)
	if n == cap(c.strips) {
		c.strips = slices.Grow(c.strips, max(n, 32)) // strips are large, and growing by less would move them often
	}
	s.start = c.text.Len()
	c.strips = append(c.strips, s)
	c.s = &c.strips[n]
	c.survey(s.content())
	if c.at() == 0 {
		c.strips = c.strips[:n]
		return
	}
	slices.SortStableFunc(c.s.hands, func(a, b hand) int { return a.start - b.start })
	c.write(parting)
}

// at returns where the text of the strip at hand ends so far.
func (c *composer) at() int { return c.text.Len() - c.s.start }

// write adds to the text, whose room doubles when it is too small.
func (c *composer) write(s string) {
	c.text.Grow(len(s))
	c.text.WriteString(s)
}

// survey collects the content's text, the stretches of it that are stressed,
// and those on which the author's hand lies.
func (c *composer) survey(content []document.Inline) {
	for _, n := range content {
		switch n := n.(type) {
		case *document.Note, *document.Image, *document.RawInline, *document.Target:
			continue
		case *document.Text:
			c.write(n.Value)
			continue
		case *document.Code:
			c.write(n.Value)
			continue
		case *document.Math:
			c.write(n.Source)
			continue
		case *document.LineBreak:
			c.write("\n")
			continue
		}
		start := c.at()
		if inside := document.Inside(n); inside != nil {
			c.survey(*inside)
		}
		switch n.(type) {
		case *document.Emphasis, *document.Strong, *document.Definition:
			c.s.emphasis = append(c.s.emphasis, span{start, c.at()})
		}
		if handled(n) {
			c.s.hands = append(c.s.hands, hand{span{start, c.at()}, n})
		}
	}
}

// finish gives the strips their text, and cuts it.
func (c *composer) finish() {
	text := strings.TrimSuffix(c.text.String(), parting)
	end := len(text)
	for i := len(c.strips) - 1; i >= 0; i-- {
		s := &c.strips[i]
		s.text = text[s.start:end]
		end = s.start - len(parting)
	}
	c.galley.text = prose.Cut(text, c.doc.Metadata.Language)
}

// locate returns the index of the strip that holds the offset of the galley's
// text, and the offset inside it.
func (g *galley) locate(offset int) (index, inside int) {
	index = sort.Search(len(g.strips), func(i int) bool { return g.strips[i].start > offset }) - 1
	return index, offset - g.strips[index].start
}

// content is what the text is read from.
func (s *strip) content() []document.Inline {
	if s.node == nil {
		return s.title
	}
	if caption := captionOf(s.node); caption != nil {
		return *caption
	}
	return document.Content(s.node)
}

// captionOf returns the caption of a block that may have one, for changing it, else nil.
func captionOf(n document.Node) *[]document.Inline {
	switch n := n.(type) {
	case *document.Figure:
		return &n.Caption
	case *document.Table:
		return &n.Caption
	case *document.CodeBlock:
		return &n.Caption
	}
	return nil
}

// source returns the place in the source of the byte at the offset, as
// [document.Flat.Source] does.
func (s *strip) source(offset int) (diag.Position, bool) {
	if s.flat.Leaves == nil {
		s.flat = document.Flatten(s.content())
	}
	return s.flat.Source(offset)
}

// sentenceSpan returns where the sentence that holds the offset stands.
func (s *strip) sentenceSpan(at int) span {
	if s.sentences == nil {
		s.sentences = prose.Sentences(s.text, s.lang)
	}
	i := sort.Search(len(s.sentences), func(i int) bool { return at < s.sentences[i].End })
	if i == len(s.sentences) {
		return span{0, len(s.text)}
	}
	return span{s.sentences[i].Start, s.sentences[i].End}
}

// sentence returns the sentence that holds the offset.
func (s *strip) sentence(at int) string {
	in := s.sentenceSpan(at)
	return s.text[in.start:in.end]
}

// anchor makes an anchor for a place in the strip that stays the same when words
// around it change and when other chapters come and go: a hash of its chapter's
// title and of what stands there. Equal ones are told apart by their number in
// the chapter.
func (g *galley) anchor(prefix, chapter, what string) document.Anchor {
	var room [256]byte
	sum := sha256.Sum256(append(append(append(room[:0], chapter...), 0), what...))
	return g.reserve(document.Anchor(hex.AppendEncode(append(append(room[:0], prefix...), '-'), sum[:5])))
}

// reserve claims an anchor, or the next like it that is free.
func (g *galley) reserve(a document.Anchor) document.Anchor {
	base := a
	for g.used[a] {
		g.next[base] = max(g.next[base]+1, 2)
		a = base + document.Anchor("-"+strconv.Itoa(g.next[base]))
	}
	g.used[a] = true
	return a
}
