package markdown

import (
	"github.com/yuin/goldmark/ast"

	"github.com/quirepress/quire/source/document"
)

// paragraph converts a paragraph. An image alone in it is a figure if it has a
// caption: its title, or a line in emphasis right below it.
func (r *reading) paragraph(n ast.Node, a *attributes) []document.Block {
	if m := lonelyImage(n); m != nil {
		caption := r.figureCaption(n, m)
		if caption != nil {
			f := &document.Figure{Caption: caption}
			r.attribute(f, a, n.Pos())
			m.title = nil
			img := r.image(m)
			if img, ok := img.(*document.Image); ok && f.Anchor == "" {
				f.Anchor, img.Anchor = img.Anchor, ""
			}
			p := &document.Paragraph{Content: []document.Inline{img}}
			p.Pos = img.Attributes().Pos
			f.Blocks = []document.Block{p}
			return []document.Block{f}
		}
	}
	content := r.run(n)
	if len(content) == 0 && a == nil {
		return nil
	}
	p := &document.Paragraph{Content: content}
	r.attribute(p, a, n.Pos())
	return []document.Block{displayed(p)}
}

// lonelyImage returns the image that a paragraph begins with, if nothing but a
// caption follows.
func lonelyImage(n ast.Node) *mark {
	m, ok := n.FirstChild().(*mark)
	if !ok || m.form != formImage {
		return nil
	}
	next := m.NextSibling()
	if next == nil {
		return m
	}
	t, ok := next.(*ast.Text)
	if ok && t.Segment.Len() == 0 && (t.SoftLineBreak() || t.HardLineBreak()) {
		if e, ok := t.NextSibling().(*ast.Emphasis); ok && e.Level == 1 && e.NextSibling() == nil {
			return m
		}
	}
	return nil
}

func (r *reading) figureCaption(n ast.Node, m *mark) []document.Inline {
	if e, ok := n.LastChild().(*ast.Emphasis); ok {
		return r.run(e)
	}
	if len(m.title) == 0 {
		return nil
	}
	return r.polish(r.noted(r.literal(m.title, m.titleAt)))
}

// caption gives a paragraph that is a caption to the table, figure or listing
// right before it, and reports whether it was one.
func (r *reading) caption(n *ast.Paragraph, before []document.Block) bool {
	if n.Lines().Len() == 0 || len(before) == 0 {
		return false
	}
	first := n.Lines().At(0)
	mark := captionPrefix(r.body[first.Start:first.Stop])
	if mark == 0 {
		return false
	}
	var caption *[]document.Inline
	last := before[len(before)-1]
	switch b := last.(type) {
	case *document.Table:
		caption = &b.Caption
	case *document.Figure:
		caption = &b.Caption
	case *document.CodeBlock:
		caption = &b.Caption
	case *document.Paragraph:
		img, ok := onlyImage(b)
		if !ok {
			return false
		}
		f := &document.Figure{Blocks: []document.Block{b}}
		f.Pos = b.Pos
		if f.Anchor = b.Anchor; f.Anchor == "" {
			f.Anchor, img.Anchor = img.Anchor, ""
		}
		b.Anchor = ""
		before[len(before)-1] = f
		last, caption = f, &f.Caption
	default:
		return false
	}
	if len(*caption) > 0 {
		return false
	}
	if !skipText(n.FirstChild(), first.Start+mark) {
		return false
	}
	*caption = r.run(n)
	if a := r.attrs[n]; a != nil {
		pos := last.Attributes().Pos
		r.attribute(last, a, n.Pos())
		last.Attributes().Pos = pos
	}
	return true
}

// skipText takes the text before offset upto off the siblings from n on. The
// parser may have cut it anywhere. It reports whether nothing but text was
// there; else nothing is changed.
func skipText(n ast.Node, upto int) bool {
	var cut []*ast.Text
	for at := n; at != nil; at = at.NextSibling() {
		t, ok := at.(*ast.Text)
		if !ok {
			return false
		}
		cut = append(cut, t)
		if t.Segment.Stop >= upto {
			for _, t := range cut {
				t.Segment.Start = min(max(t.Segment.Start, upto), t.Segment.Stop)
			}
			return true
		}
	}
	return false
}

func onlyImage(p *document.Paragraph) (*document.Image, bool) {
	if len(p.Content) != 1 {
		return nil, false
	}
	img, ok := p.Content[0].(*document.Image)
	return img, ok
}
