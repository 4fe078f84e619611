package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// blocks converts the blocks below parent. Its recursion is bounded by the
// parser, which nests no deeper than the limit.
func (r *reading) blocks(parent ast.Node, from int) []document.Block {
	first := parent.FirstChild()
	for ; from > 0 && first != nil; from-- { // the title of an admonition
		first = first.NextSibling()
	}
	return r.sequence(first, nil)
}

// sequence converts the siblings from first up to, not including, end.
func (r *reading) sequence(first, end ast.Node) []document.Block {
	var out []document.Block
	language := r.language
	defer func() { r.language = language }()
	foreign := 0 // the level of the heading that set another language
	for n := first; n != nil && n != end; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && n.Parent().Type() == ast.TypeDocument {
			if foreign > 0 && h.Level <= foreign {
				r.language, foreign = language, 0
			}
			if l, ok := manuscript.Tag(r.attrs[h].peek("lang")); ok && foreign == 0 {
				r.language, foreign = l, h.Level
			}
		}
		if p, ok := n.(*ast.Paragraph); ok {
			if r.caption(p, out) {
				continue
			}
			if t, ok := n.NextSibling().(*extast.Table); ok && t != end {
				if table := r.captioned(p, t); table != nil {
					out = append(out, table)
					n = t
					continue
				}
			}
		}
		if h, ok := n.(*ast.HTMLBlock); ok && !declaration(h) {
			var blocks []document.Block
			blocks, n = r.html(h)
			out = append(out, blocks...)
			continue
		}
		out = append(out, r.block(n)...)
	}
	return hoist(out)
}

// hoist moves anchors that stand by themselves, as in "<a name=x></a>" between two
// paragraphs, to the beginning of the block behind them. A paragraph without words
// is no place on a page.
func hoist(blocks []document.Block) []document.Block {
	var out []document.Block
	var waiting []document.Inline
	for _, b := range blocks {
		p, ok := b.(*document.Paragraph)
		if ok && p.Anchor == "" && onlyTargets(p.Content) {
			for _, n := range p.Content {
				if t, ok := n.(*document.Target); ok {
					waiting = append(waiting, t)
				}
			}
			continue
		}
		if len(waiting) > 0 {
			switch b := b.(type) {
			case *document.Paragraph:
				b.Content = append(waiting, b.Content...)
				waiting = nil
			case *document.Heading:
				b.Content = append(waiting, b.Content...)
				waiting = nil
			default:
				if a := b.Attributes(); a.Anchor == "" && len(waiting) == 1 {
					a.Anchor = waiting[0].Attributes().Anchor
					waiting = nil
				}
			}
		}
		if len(waiting) > 0 {
			out = append(out, &document.Paragraph{Content: waiting})
			waiting = nil
		}
		out = append(out, b)
	}
	if len(waiting) > 0 {
		if n := len(out); n > 0 {
			if p, ok := out[n-1].(*document.Paragraph); ok {
				p.Content = append(p.Content, waiting...)
				return out
			}
		}
		out = append(out, &document.Paragraph{Content: waiting})
	}
	return out
}

// onlyTargets reports whether a line has anchors and nothing else.
func onlyTargets(content []document.Inline) bool {
	found := false
	for _, n := range content {
		switch n := n.(type) {
		case *document.Target:
			found = true
		case *document.Text:
			if strings.TrimSpace(n.Value) != "" {
				return false
			}
		default:
			return false
		}
	}
	return found
}

// block converts one block to none, one or several.
func (r *reading) block(n ast.Node) []document.Block {
	a := r.attrs[n]
	language := r.language
	defer func() { r.language = language }()
	if l, ok := manuscript.Tag(a.peek("lang")); ok {
		r.language = l
	}
	one := func(b document.Block) []document.Block {
		r.attribute(b, a, n.Pos())
		return []document.Block{b}
	}
	switch n := n.(type) {
	case *ast.Paragraph:
		return r.paragraph(n, a)
	case *ast.TextBlock:
		return r.paragraph(n, a)
	case *lineBlock:
		return r.lineBlock(n, a)
	case *overlong:
		return one(&document.Paragraph{Content: r.polish(r.verbatimLines(n.Lines()))})
	case *ast.Heading:
		return one(&document.Heading{Level: n.Level, Content: r.run(n)})
	case *ast.ThematicBreak:
		return one(&document.ThematicBreak{})
	case *ast.Blockquote:
		return one(r.quote(n, a))
	case *div:
		return r.div(n, a)
	case *ast.List:
		return one(r.list(n))
	case *ast.CodeBlock:
		return one(&document.CodeBlock{Code: r.code(n.Lines())})
	case *ast.FencedCodeBlock:
		return r.fenced(n)
	case *mathBlock:
		return one(&document.MathBlock{Format: "tex", Source: strings.TrimSpace(r.code(n.Lines()))})
	case *ast.HTMLBlock:
		return r.raw(n)
	case *extast.Table:
		return one(r.table(n))
	case *extast.DefinitionList:
		return one(r.definitions(n))
	case *note, *ast.LinkReferenceDefinition:
		return nil
	}
	panic("internal error: markdown: unknown block " + n.Kind().String())
}

// peek returns the value of a key and leaves it.
func (a *attributes) peek(key string) string {
	if a == nil {
		return ""
	}
	return a.values[key]
}

// attribute gives a node its position and what its author wrote in braces.
func (r *reading) attribute(n document.Node, a *attributes, offset int) {
	at := n.Attributes()
	if offset >= 0 {
		at.Pos = r.place(offset)
	}
	if a == nil {
		return
	}
	if a.id != "" {
		anchor := anchorOf(a.id)
		if r.anchors[anchor] {
			r.found.Add(warning, "markdown-anchor-twice", at.Pos, "the anchor %q stands twice; the first counts", a.id)
		} else if r.plain == 0 {
			r.anchors[anchor] = true
			at.Anchor = anchor
		}
		a.id = ""
	}
	if l := a.get("lang"); l != "" {
		tag, ok := manuscript.Tag(l)
		if !ok {
			r.found.Add(warning, "markdown-language", at.Pos, "%q is no BCP 47 language tag", l)
		}
		at.Lang = tag
	}
	switch d := document.Direction(a.get("dir")); d {
	case document.LeftToRight, document.RightToLeft:
		at.Dir = d
	}
	at.Classes = append(at.Classes, a.classes...)
	for _, k := range a.keys {
		if v, ok := a.values[k]; ok {
			if at.Settings == nil {
				at.Settings = map[string]string{}
			}
			at.Settings[k] = v
		}
	}
}

func (r *reading) list(n *ast.List) *document.List {
	l := &document.List{Ordered: n.IsOrdered(), Tight: n.IsTight}
	if l.Ordered {
		l.Start = n.Start
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		item := &document.ListItem{}
		r.attribute(item, r.attrs[c], c.Pos())
		if b := c.FirstChild(); b != nil && b.Type() == ast.TypeBlock {
			if box, ok := b.FirstChild().(*extast.TaskCheckBox); ok {
				item.Task = &document.Task{Done: box.IsChecked}
			}
		}
		item.Blocks = r.blocks(c, 0)
		l.Items = append(l.Items, item)
	}
	return l
}

// code returns the text of lines that are not to be read as Markdown.
func (r *reading) code(lines *text.Segments) string {
	var b bytes.Buffer
	for i := range lines.Len() {
		s := lines.At(i)
		b.Write(s.Value(r.body))
	}
	s := strings.ReplaceAll(b.String(), "\r\n", "\n")
	return manuscript.Clean(strings.TrimRight(s, "\n"))
}

func (r *reading) fenced(n *ast.FencedCodeBlock) []document.Block {
	b := &document.CodeBlock{Code: r.code(n.Lines())}
	var a *attributes
	if n.Info != nil {
		info := string(unescape(n.Info.Segment.Value(r.body)))
		if attrs, at := trailing(info); attrs != nil {
			a, info = attrs, info[:at]
		}
		b.Language, _, _ = strings.Cut(strings.TrimSpace(info), " ")
		if b.Language == "" && a != nil && len(a.classes) > 0 {
			b.Language = a.classes[0]
			a.classes = a.classes[1:]
		}
		b.Language = manuscript.Clean(b.Language)
	}
	if raw := a.get("raw"); raw != "" {
		block := &document.RawBlock{Format: raw, Source: b.Code}
		r.attribute(block, a, n.Pos())
		return []document.Block{block}
	}
	for _, key := range []string{"caption", "title"} {
		if c := a.get(key); c != "" && b.Caption == nil {
			b.Caption = r.polish(r.noted(document.Plain(c)))
		}
	}
	if b.Language == "math" { // GitHub's other way to write a formula
		block := &document.MathBlock{Format: "tex", Source: b.Code}
		r.attribute(block, a, n.Pos())
		return []document.Block{block}
	}
	r.attribute(b, a, n.Pos())
	return []document.Block{b}
}

func (r *reading) definitions(n *extast.DefinitionList) *document.DefinitionList {
	l := &document.DefinitionList{}
	var item *document.DefinitionItem
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *extast.DefinitionTerm:
			if item == nil || len(item.Definitions) > 0 {
				item = &document.DefinitionItem{}
				item.Pos = r.place(c.Pos())
				l.Items = append(l.Items, item)
			}
			t := &document.DefinitionTerm{Content: r.run(c)}
			r.attribute(t, r.attrs[c], c.Pos())
			item.Terms = append(item.Terms, t)
		default:
			if item == nil {
				item = &document.DefinitionItem{}
				l.Items = append(l.Items, item)
			}
			d := &document.DefinitionBody{Blocks: r.blocks(c, 0)}
			r.attribute(d, r.attrs[c], c.Pos())
			item.Definitions = append(item.Definitions, d)
		}
	}
	return l
}
