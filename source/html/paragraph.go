package html

import (
	"strings"

	"github.com/quirepress/quire/source/document"
)

// What a line of text is when it is whole: a paragraph or several, a picture, a
// formula, a place, or nothing.

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

// blank reports whether a line holds nothing but spaces that do not break, with
// which word processors and old pages keep lines apart.
func blank(content []document.Inline) bool {
	for _, n := range content {
		switch n := n.(type) {
		case *document.Text:
			if strings.TrimSpace(n.Value) != "" {
				return false
			}
		case *document.LineBreak:
		default:
			return false
		}
	}
	return true
}

// onlyAnchors returns the anchors of a line that holds nothing else.
func onlyAnchors(content []document.Inline) []document.Anchor {
	var out []document.Anchor
	for _, n := range content {
		switch n := n.(type) {
		case *document.Text:
			if strings.TrimSpace(n.Value) != "" {
				return nil
			}
		case *document.LineBreak, *document.Target:
		case *document.Span:
			if len(n.Content) > 0 {
				return nil
			}
		default:
			return nil
		}
		if a := n.Attributes().Anchor; a != "" {
			out = append(out, a)
		}
	}
	return out
}

// standalone returns the figure that a paragraph of a page is which holds
// nothing but pictures, or nil.
func (c *converter) standalone(content []document.Inline) document.Block {
	if c.piece != nil {
		if len(content) != 1 {
			return nil
		}
		if m, ok := content[0].(*document.Math); ok && m.Format == "mathml" {
			return &document.MathBlock{Attr: m.Attr, Format: m.Format, Source: m.Source}
		}
		return nil
	}
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
