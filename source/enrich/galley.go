package enrich

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// galley is the article's prose as the passes read it: one strip of text for
// each block that holds any, in reading order. Back matter, listings and
// formulas are no prose.
type galley struct {
	doc    *document.Document
	strips []strip
	used   map[document.Anchor]bool
	next   map[document.Anchor]int // the number that tells the next equal anchor apart
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
	flat    document.Flat
	// emphasis are the stretches of flat.Text that stand in Emphasis or Strong,
	// or that the author calls definitions.
	emphasis []span
	// sentences are found when they are first asked for.
	sentences []prose.Span
	// hands are the stretches of flat.Text that the author says something of.
	hands []hand
}

// span is a stretch of a strip's text, in bytes.
type span struct{ start, end int }

func newGalley(doc *document.Document) *galley {
	g := &galley{doc: doc, used: map[document.Anchor]bool{}, next: map[document.Anchor]int{}}
	for _, n := range doc.All() {
		if a := n.Attributes().Anchor; a != "" {
			g.used[a] = true
		}
	}
	// A title without a place was made up by the reader from words that stand
	// in the text again.
	if t := doc.Metadata.Title; t != "" && doc.Metadata.TitlePos.Line > 0 {
		title := &document.Text{Value: t, Attr: document.Attr{Pos: doc.Metadata.TitlePos}}
		g.strips = append(g.strips, strip{heading: true, lang: doc.Metadata.Language, flat: document.Flatten([]document.Inline{title})})
	}
	section, chapter := 0, ""
	lang := doc.Metadata.Language
	var below func(n document.Node, lang string)
	below = func(n document.Node, lang string) {
		if l := n.Attributes().Lang; l != "" {
			lang = l
		}
		switch n := n.(type) {
		case *document.Section:
			switch n.Role {
			case document.RoleTimeline, document.RoleGlossary, document.RoleIndex, document.RoleBibliography:
				return
			}
			g.add(n, true, section, chapter, lang)
		case *document.Heading:
			g.add(n, true, section, chapter, lang)
		case *document.Paragraph, *document.DefinitionTerm:
			g.add(n, false, section, chapter, lang)
		}
		for c := range document.Children(n) {
			below(c, lang)
		}
	}
	for _, b := range doc.Blocks {
		section++
		chapter = ""
		if s, ok := b.(*document.Section); ok {
			chapter = document.TextOf(s.Title)
		}
		below(b, lang)
	}
	return g
}

func (g *galley) add(n document.Node, heading bool, section int, chapter, lang string) {
	content := document.Content(n)
	flat := document.Flatten(content)
	if flat.Text == "" {
		return
	}
	s := strip{node: n, heading: heading, section: section, chapter: chapter, lang: lang, flat: flat}
	at := 0
	s.survey(content, &at)
	slices.SortStableFunc(s.hands, func(a, b hand) int { return a.start - b.start })
	g.strips = append(g.strips, s)
}

// survey collects the stretches of the content's text that are stressed, and
// those on which the author's hand lies.
func (s *strip) survey(content []document.Inline, at *int) {
	for _, n := range content {
		start := *at
		switch n := n.(type) {
		case *document.Note, *document.Image, *document.RawInline, *document.Target:
			continue
		case *document.Text, *document.Code, *document.Math, *document.LineBreak:
			*at += textLen(n)
			continue
		}
		if inside := document.Inside(n); inside != nil {
			s.survey(*inside, at)
		}
		switch n.(type) {
		case *document.Emphasis, *document.Strong, *document.Definition:
			s.emphasis = append(s.emphasis, span{start, *at})
		}
		if handled(n) {
			s.hands = append(s.hands, hand{span{start, *at}, n})
		}
	}
}

// sentenceSpan returns where the sentence that holds the offset stands.
func (s *strip) sentenceSpan(at int) span {
	if s.sentences == nil {
		s.sentences = prose.Sentences(s.flat.Text, s.lang)
	}
	i := sort.Search(len(s.sentences), func(i int) bool { return at < s.sentences[i].End })
	if i == len(s.sentences) {
		return span{0, len(s.flat.Text)}
	}
	return span{s.sentences[i].Start, s.sentences[i].End}
}

// sentence returns the sentence that holds the offset.
func (s *strip) sentence(at int) string {
	in := s.sentenceSpan(at)
	return s.flat.Text[in.start:in.end]
}

// anchor makes an anchor for a place in the strip that stays the same when words
// around it change and when other chapters come and go: a hash of its chapter's
// title and of what stands there. Equal ones are told apart by their number in
// the chapter.
func (g *galley) anchor(prefix, chapter, what string) document.Anchor {
	sum := sha256.Sum256([]byte(chapter + "\x00" + what))
	return g.reserve(document.Anchor(prefix + "-" + hex.EncodeToString(sum[:5])))
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

// joined is the text of all strips, parted by blank lines, for analyses that
// carry their context through the whole article.
type joined struct {
	text   string
	starts []int // where each strip begins in text
}

func (g *galley) join() joined {
	var b strings.Builder
	j := joined{starts: make([]int, len(g.strips))}
	for i, s := range g.strips {
		if i > 0 {
			b.WriteString("\n\n")
		}
		j.starts[i] = b.Len()
		b.WriteString(s.flat.Text)
	}
	j.text = b.String()
	return j
}

// strip returns the index of the strip that holds the offset of the joined
// text, and the offset inside it.
func (j joined) strip(offset int) (index, inside int) {
	index = sort.SearchInts(j.starts, offset+1) - 1
	return index, offset - j.starts[index]
}
