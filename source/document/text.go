package document

import (
	"sort"
	"strings"

	"github.com/quirepress/quire/source/diag"
)

// TextOf returns the text of inline content: the characters of [Text], [Code]
// and [Math] nodes in order and a line feed for each [LineBreak]. Notes, images,
// raw markup and the printed form of page references are not part of it.
// Offsets in [PageBreak] count the bytes of this string.
func TextOf(content []Inline) string {
	if len(content) == 1 {
		if t, ok := content[0].(*Text); ok {
			return t.Value
		}
	}
	var b strings.Builder
	appendText(&b, content, nil)
	return b.String()
}

// BlockText returns the text that a node itself puts on the page, without the
// blocks inside it: a paragraph's or a heading's content, a section's title, a
// listing's code, a formula's source, a term. It is "" for other nodes.
func BlockText(n Node) string {
	switch n := n.(type) {
	case *CodeBlock:
		return n.Code
	case *MathBlock:
		return n.Source
	}
	return TextOf(Content(n))
}

// Content returns the inline content that a node itself puts on the page: see
// [BlockText].
func Content(n Node) []Inline {
	switch n := n.(type) {
	case *Section:
		return n.Title
	case *Heading:
		return n.Content
	case *Paragraph:
		return n.Content
	case *DefinitionTerm:
		return n.Content
	}
	return nil
}

// Inside returns the inline content of an inline, for changing it, and nil for
// a leaf and for a [Note], which holds blocks.
func Inside(n Inline) *[]Inline {
	var content *[]Inline
	n.each(visitor{inlines: func(s *[]Inline) { content = s }})
	return content
}

func appendText(b *strings.Builder, content []Inline, leaf func(start int, n Inline)) {
	for _, n := range content {
		switch n := n.(type) {
		case *Text:
			if leaf != nil {
				leaf(b.Len(), n)
			}
			b.WriteString(n.Value)
		case *Code:
			if leaf != nil {
				leaf(b.Len(), n)
			}
			b.WriteString(n.Value)
		case *Math:
			if leaf != nil {
				leaf(b.Len(), n)
			}
			b.WriteString(n.Source)
		case *LineBreak:
			if leaf != nil {
				leaf(b.Len(), n)
			}
			b.WriteByte('\n')
		case *Note, *Image, *RawInline, *Target:
		default:
			n.each(visitor{inlines: func(s *[]Inline) { appendText(b, *s, leaf) }})
		}
	}
}

// Flat is inline content as one string that remembers its leaves.
type Flat struct {
	Text string
	// Leaves are the nodes that hold the characters, in order.
	Leaves []Leaf
}

// Leaf is a node whose characters begin at Start in [Flat.Text].
type Leaf struct {
	Start int
	Node  Inline
}

// Flatten returns the content as [TextOf] does, with its leaves.
func Flatten(content []Inline) Flat {
	var f Flat
	var b strings.Builder
	appendText(&b, content, func(start int, n Inline) { f.Leaves = append(f.Leaves, Leaf{start, n}) })
	f.Text = b.String()
	return f
}

// Source returns the place in the source of the byte at offset, and false
// where the leaf has no position. Line and column are those of the leaf's
// beginning if a line feed lies between.
func (f Flat) Source(offset int) (diag.Position, bool) {
	i := sort.Search(len(f.Leaves), func(i int) bool { return f.Leaves[i].Start > offset }) - 1
	if i < 0 {
		return diag.Position{}, false
	}
	p := f.Leaves[i].Node.Attributes().Pos
	if p.IsZero() {
		return p, false
	}
	delta := offset - f.Leaves[i].Start
	p.Offset += delta
	if p.Column > 0 {
		p.Column += delta
	}
	return p, true
}
