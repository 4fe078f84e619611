package pdf_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/quirepress/quire/source/document"
)

// model makes what a document should become.
type model struct {
	// nodes are those with an anchor and a number.
	nodes map[document.Anchor]document.Node
}

func (m *model) heading(level int, title []document.Inline) *piece {
	h := elem(fmt.Sprintf("H%d", min(max(level, 1), 6)), m.inlines(title)...)
	h.join()
	return h.unlinked()
}

// closeUp gives headings the levels that they have when none may be skipped
// (ISO 14289-1, 7.4.2).
func closeUp(p *piece) {
	var above []int
	var walk func(*piece)
	walk = func(p *piece) {
		if len(p.role) == 2 && p.role[0] == 'H' {
			n := int(p.role[1] - '0')
			for len(above) > 0 && above[len(above)-1] >= n {
				above = above[:len(above)-1]
			}
			above = append(above, n)
			p.role = fmt.Sprintf("H%d", len(above))
		}
		for _, k := range p.kids {
			walk(k)
		}
	}
	walk(p)
}

func (m *model) blocks(bs []document.Block, depth int) []*piece {
	var list []*piece
	for _, b := range bs {
		list = append(list, m.block(b, depth)...)
	}
	return list
}

// alone returns the picture that is all of a paragraph, or nil.
func alone(p *document.Paragraph) *document.Image {
	var img *document.Image
	for _, n := range p.Content {
		switch n := n.(type) {
		case *document.Image:
			if img != nil {
				return nil
			}
			img = n
		case *document.Text:
			if strings.Trim(n.Value, " \n") != "" {
				return nil
			}
		default:
			return nil
		}
	}
	return img
}

func (m *model) picture(n *document.Image) []*piece {
	if n.Decorative {
		return nil
	}
	return []*piece{{role: "Figure", text: n.Alt}}
}

// block returns what a block becomes; depth is the level of headings in it.
func (m *model) block(b document.Block, depth int) []*piece {
	switch b := b.(type) {
	case *document.Section:
		role, below := "Sect", depth+1
		if b.Role == document.RolePart && depth == 1 {
			role = "Part"
		}
		s := elem(role, m.heading(depth, b.Title))
		for _, k := range b.Blocks {
			if _, ok := k.(*document.Timeline); ok && b.Role == document.RoleTimeline {
				s.kids = append(s.kids, elem("P", anything())) // tells what the list is
			}
			s.kids = append(s.kids, m.block(k, below)...)
		}
		return []*piece{s}
	case *document.Paragraph:
		if img := alone(b); img != nil {
			return m.picture(img)
		}
		return []*piece{elem("P", m.inlines(b.Content)...)}
	case *document.Heading:
		return []*piece{m.heading(b.Level, b.Content)}
	case *document.List:
		l := elem("L")
		for _, li := range b.Items {
			l.kids = append(l.kids, elem("LI", elem("Lbl", anything()), elem("LBody", m.blocks(li.Blocks, depth)...)))
		}
		return []*piece{l}
	case *document.DefinitionList:
		l := elem("L")
		for _, item := range b.Items {
			li := elem("LI")
			for _, t := range item.Terms {
				li.kids = append(li.kids, elem("Lbl", m.inlines(t.Content)...))
			}
			for _, d := range item.Definitions {
				li.kids = append(li.kids, elem("LBody", m.blocks(d.Blocks, depth)...))
			}
			l.kids = append(l.kids, li)
		}
		return []*piece{l}
	case *document.Quote:
		q := elem("BlockQuote", m.blocks(b.Blocks, depth)...)
		if len(b.Attribution) > 0 {
			q.kids = append(q.kids, elem("P", append([]*piece{said("— ")}, m.inlines(b.Attribution)...)...))
		}
		return []*piece{q}
	case *document.CodeBlock:
		code := elem("Code", said(b.Code))
		if len(b.Caption) > 0 {
			return []*piece{elem("Div", elem("Caption", m.inlines(b.Caption)...), code)}
		}
		return []*piece{code}
	case *document.Table:
		return []*piece{m.table(b, depth)}
	case *document.Figure:
		f := elem("Div", m.blocks(b.Blocks, depth)...)
		if len(b.Caption) > 0 {
			f.kids = append(f.kids, elem("Caption", m.inlines(b.Caption)...))
		}
		return []*piece{f}
	case *document.Admonition:
		label := elem("P", anything())
		if len(b.Title) > 0 {
			label = elem("P", m.inlines(b.Title)...)
		} else if b.Type == "aside" {
			label = elem("P")
		}
		return []*piece{elem("Div", append([]*piece{label}, m.blocks(b.Blocks, depth)...)...)}
	case *document.MathBlock:
		return []*piece{{role: "Formula", text: "*"}}
	case *document.ThematicBreak, *document.RawBlock:
		return nil
	case *document.Timeline:
		l := elem("L")
		for _, e := range b.Entries {
			li := elem("LI", elem("Lbl", anything()))
			if e.Mention != "" || heard(&document.Paragraph{Content: e.Summary}) {
				li.kids = append(li.kids, elem("LBody", anything()))
			}
			l.kids = append(l.kids, li)
		}
		return []*piece{l}
	case *document.Glossary:
		l := elem("L")
		for _, e := range b.Entries {
			l.kids = append(l.kids, elem("LI", elem("Lbl", said(e.Term)), elem("LBody", anything())))
		}
		return []*piece{l}
	case *document.Index:
		return []*piece{elem("Index", m.entries(b.Entries))}
	}
	panic("no " + b.Kind())
}

func (m *model) entries(list []*document.IndexEntry) *piece {
	l := elem("L")
	for _, e := range list {
		body := elem("LBody", anything())
		if len(e.Entries) > 0 {
			body.kids = append(body.kids, m.entries(e.Entries))
		}
		l.kids = append(l.kids, elem("LI", body))
	}
	return l
}

func (m *model) table(t *document.Table, depth int) *piece {
	out := elem("Table")
	if len(t.Caption) > 0 {
		out.kids = append(out.kids, elem("Caption", m.inlines(t.Caption)...))
	}
	for _, part := range []struct {
		role string
		rows []*document.Row
	}{{"THead", t.Head}, {"TBody", t.Body}} {
		group := elem(part.role)
		covered := make([]int, len(t.Columns))
		for _, r := range part.rows {
			row := elem("TR")
			at := 0
			for _, c := range r.Cells {
				for at < len(covered) && covered[at] > 0 {
					at++
				}
				cell := elem("TD")
				heads := c.Scope != "" || part.role == "THead" || at < t.HeaderColumns
				if heads && slices.ContainsFunc(c.Blocks, heard) {
					cell.role = "TH"
				}
				p, ok := (*document.Paragraph)(nil), false
				if len(c.Blocks) == 1 {
					p, ok = c.Blocks[0].(*document.Paragraph)
				}
				if ok && alone(p) == nil {
					cell.kids = m.inlines(p.Content)
				} else {
					cell.kids = m.blocks(c.Blocks, depth)
				}
				for range max(c.ColSpan, 1) {
					covered[at] = max(c.RowSpan, 1)
					at++
				}
				row.kids = append(row.kids, cell)
			}
			for i := range covered {
				covered[i]--
			}
			group.kids = append(group.kids, row)
		}
		if len(group.kids) > 0 {
			out.kids = append(out.kids, group)
		}
	}
	return out
}

// heard reports whether a block says anything: cells that are empty head nothing.
func heard(b document.Block) bool {
	for n := range document.Nodes(b) {
		switch n := n.(type) {
		case *document.Image:
			if n.Alt != "" && !n.Decorative {
				return true
			}
		case *document.MathBlock, *document.Math, *document.CodeBlock, *document.Note:
			return true
		case *document.Code:
			if squeezed(n.Value) != "" {
				return true
			}
		case *document.CrossReference:
			if n.Ref == document.RefNote || n.Show != document.ShowContent {
				return true
			}
		case *document.Text:
			if squeezed(n.Value) != "" {
				return true
			}
		}
	}
	return false
}

func (m *model) inlines(content []document.Inline) []*piece {
	var list []*piece
	for _, n := range content {
		list = append(list, m.inline(n)...)
	}
	return list
}

func (m *model) inline(n document.Inline) []*piece {
	switch n := n.(type) {
	case *document.Text:
		return []*piece{said(n.Value)}
	case *document.Code:
		return []*piece{elem("Code", said(n.Value))}
	case *document.Math:
		return []*piece{{role: "Formula", text: "*"}}
	case *document.Link:
		return []*piece{elem("Link", m.inlines(n.Content)...)}
	case *document.CrossReference:
		if n.Ref == document.RefNote {
			return []*piece{elem("Reference", elem("Link", anything()))}
		}
		_, numbered := m.nodes[n.Target]
		if n.Show == document.ShowPage || n.Show == document.ShowNumber && numbered {
			return []*piece{elem("Link", anything())}
		}
		return []*piece{elem("Link", m.inlines(n.Content)...)}
	case *document.Image:
		return m.picture(n)
	case *document.Note:
		note := elem("Note", elem("Lbl", elem("Link", anything())))
		for i, b := range n.Blocks {
			kids := m.block(b, 1)
			if p, ok := b.(*document.Paragraph); ok && i == 0 {
				kids = []*piece{elem("P", m.inlines(p.Content)...)}
			}
			note.kids = append(note.kids, kids...)
		}
		if n.Anchor == "" {
			note.kids[0].kids = []*piece{anything()}
		}
		return []*piece{elem("Reference", anything()), note}
	case *document.LineBreak, *document.Target, *document.RawInline:
		return nil
	}
	if inside := document.Inside(n); inside != nil {
		return m.inlines(*inside)
	}
	panic("no " + n.Kind())
}

var captionLabel = regexp.MustCompile(`^(Figure|Table)\d+\.`)
