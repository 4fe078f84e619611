package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/quirepress/quire/source/document"
)

// quote converts a block quotation, or the admonition that its first line
// makes of it.
func (r *reading) quote(n *ast.Blockquote, a *attributes) document.Block {
	if t, ok := n.AttributeString(admonitionType); ok {
		return r.admonition(n, t.(string), a)
	}
	q := &document.Quote{}
	if p, ok := n.LastChild().(*ast.Paragraph); ok {
		q.Attribution = r.attribution(p)
		if q.Attribution != nil && !p.HasChildren() {
			n.RemoveChild(n, p)
		}
	}
	q.Blocks = r.blocks(n, 0)
	return q
}

// attribution takes the last line off a quotation's last paragraph if it
// begins with a dash and so names who said it. A dash is also what opens
// speech in some languages: where another line of the paragraph begins with
// one, or where the quotation has no other line, it is no attribution.
func (r *reading) attribution(p *ast.Paragraph) []document.Inline {
	var start ast.Node
	lines, end := 0, p.Lines().At(p.Lines().Len()-1).Stop
	for n := p.FirstChild(); n != nil; n = n.NextSibling() {
		if prev, ok := n.PreviousSibling().(*ast.Text); n.PreviousSibling() != nil && (!ok || !prev.SoftLineBreak() && !prev.HardLineBreak()) {
			continue // within a line
		}
		if start != nil {
			return nil
		}
		lines++
		if t, ok := n.(*ast.Text); ok && t.Segment.Start < end && dash(string(r.body[t.Segment.Start:end])) > 0 {
			start = t
		}
	}
	if start == nil || lines == 1 && p.PreviousSibling() == nil {
		return nil
	}
	at := start.(*ast.Text).Segment.Start
	if !skipText(start, at+dash(string(r.body[at:end]))) {
		return nil
	}
	if prev, ok := start.PreviousSibling().(*ast.Text); ok {
		prev.SetSoftLineBreak(false)
		prev.SetHardLineBreak(false)
	}
	holder := ast.NewTextBlock()
	for n := start; n != nil; {
		next := n.NextSibling()
		holder.AppendChild(holder, n)
		n = next
	}
	return r.run(holder)
}

// dash returns the length of the dash and space that open an attribution.
func dash(s string) int {
	for _, d := range []string{"— ", "– ", "― ", "-- ", "--- ", "—", "―"} {
		if strings.HasPrefix(s, d) && len(s) > len(d) {
			return len(d) + len(s[len(d):]) - len(strings.TrimLeft(s[len(d):], " \u00a0"))
		}
	}
	return 0
}

// admonition converts the blocks of n, the first of which may be its title.
func (r *reading) admonition(n ast.Node, kind string, a *attributes) *document.Admonition {
	adm := &document.Admonition{Type: kind}
	from := 0
	if first := n.FirstChild(); first != nil {
		if _, ok := first.AttributeString(admonitionTitle); ok {
			adm.Title = r.run(first)
			from = 1
		}
	}
	if t := a.get("title"); t != "" && adm.Title == nil {
		adm.Title = r.polish(document.Plain(t))
	}
	adm.Blocks = r.blocks(n, from)
	return adm
}

// labelled reports whether a class makes a container more than a container.
func labelled(class string) bool {
	switch class {
	case "note", "tip", "important", "warning", "caution", "info", "danger", "hint", "example", "abstract", "summary",
		"question", "attention", "error", "success", "bug", "seealso", "admonition", "quote", "figure":
		return true
	}
	return false
}

// div converts a fenced container. One with a name is an admonition; one that
// only sets a language or classes hands them to the blocks inside.
func (r *reading) div(n *div, a *attributes) []document.Block {
	kind := n.name
	if kind == "" && a != nil {
		for i, c := range a.classes {
			if c = strings.ToLower(c); labelled(c) {
				kind = c
				a.classes = slices.Delete(slices.Clone(a.classes), i, i+1)
				break
			}
		}
	}
	switch kind {
	case "":
		blocks := r.blocks(n, 0)
		given := document.Paragraph{}
		r.attribute(&given, a, n.Pos())
		for i, b := range blocks {
			at := b.Attributes()
			if i == 0 && at.Anchor == "" {
				at.Anchor = given.Anchor
			}
			if at.Lang == "" {
				at.Lang = given.Lang
			}
			if at.Dir == "" {
				at.Dir = given.Dir
			}
			at.Classes = append(at.Classes, given.Classes...)
		}
		return blocks
	case "quote":
		q := &document.Quote{}
		if p, ok := n.LastChild().(*ast.Paragraph); ok {
			if q.Attribution = r.attribution(p); q.Attribution != nil && !p.HasChildren() {
				n.RemoveChild(n, p)
			}
		}
		q.Blocks = r.blocks(n, 0)
		r.attribute(q, a, n.Pos())
		return []document.Block{q}
	case "figure":
		f := &document.Figure{Blocks: r.blocks(n, 0)}
		if c := a.get("caption"); c != "" {
			f.Caption = r.polish(document.Plain(c))
		}
		if k := len(f.Blocks); f.Caption == nil && k > 1 {
			if p, ok := f.Blocks[k-1].(*document.Paragraph); ok {
				f.Caption, f.Blocks = p.Content, f.Blocks[:k-1]
			}
		}
		r.attribute(f, a, n.Pos())
		return []document.Block{f}
	}
	adm := r.admonition(n, kind, a)
	r.attribute(adm, a, n.Pos())
	return []document.Block{adm}
}
