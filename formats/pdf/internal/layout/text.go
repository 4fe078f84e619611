package layout

import (
	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Blocks that are text: paragraphs and headings, and the loop over blocks.

// blocks sets blocks one after the other.
func (s *setter) blocks(bs []document.Block, c scope) {
	c.depth++
	for i, b := range bs {
		if i > 0 {
			c.indented = followsText(bs[i-1])
		}
		s.list.seam()
		s.block(b, c)
	}
}

// followsText reports whether a paragraph after b is indented: it follows
// another one.
func followsText(b document.Block) bool {
	p, ok := b.(*document.Paragraph)
	return ok && standalone(p.Content) == nil && !p.Verse()
}

// block sets one block.
func (s *setter) block(b document.Block, c scope) {
	c = c.within(b.Attributes())
	// Blocks without text of their own are where their first box is.
	switch b.(type) {
	case *document.List, *document.Quote, *document.DefinitionList, *document.Admonition, *document.ThematicBreak, *document.Glossary, *document.Timeline, *document.Index:
		if a := b.Attributes().Anchor; a != "" {
			from := len(s.list.items)
			defer func() { s.arrive(from, a, c) }()
		}
	}
	switch b := b.(type) {
	case *document.Paragraph:
		s.paragraph(b, c)
	case *document.Heading:
		s.innerHeading(b, c)
	case *document.Section:
		s.innerSection(b, c)
	case *document.List:
		s.itemList(b, c)
	case *document.Quote:
		s.quote(b, c)
	case *document.CodeBlock:
		s.code(b, c)
	case *document.Table:
		s.table(b, c)
	case *document.Figure:
		s.figure(b, c)
	case *document.DefinitionList:
		s.definitions(b, c)
	case *document.Admonition:
		s.admonition(b, c)
	case *document.ThematicBreak:
		s.thematicBreak(b, c)
	case *document.MathBlock:
		s.math(b, c)
	case *document.RawBlock:
		s.raw(b, c)
	case *document.Glossary:
		s.glossary(b, c)
	case *document.Timeline:
		s.timeline(b, c)
	case *document.Index:
		s.index(b, c)
	default:
		panic("internal error: no setter for a " + b.Kind())
	}
}

// gather makes the galley of inline content.
func (s *setter) gather(content []document.Inline, a *attr) *galley {
	g := &galley{}
	in := inliner{s: s, g: g}
	in.run(content, a)
	return g
}

// paragraph sets a paragraph; a picture alone in one stands as a block.
func (s *setter) paragraph(p *document.Paragraph, c scope) {
	if img := standalone(p.Content); img != nil {
		s.standaloneImage(p, img, c)
		return
	}
	if p.Verse() {
		s.verse(p, c)
		return
	}
	s.prose(p, c, c.setting())
}

// prose sets a paragraph of text.
func (s *setter) prose(p *document.Paragraph, c scope, set setting) {
	el := c.tag.element("P")
	g := s.gather(p.Content, s.root(c.text, el, c.lang))
	if c.opening {
		s.open(g)
	}
	set.anchor, set.pos = p.Anchor, p.Pos
	if !c.main {
		set.anchor = ""
	}
	switch n := eastIndent(c.lang); {
	case n > 0 && (c.grid || c.indented) && c.align == alignStart:
		set.indent = style.Length(n) * c.text.Size
	case c.indented:
		set.indent = s.style.Indent.Scale(int64(c.text.Size), int64(s.style.Body.Size))
	}
	if !c.rtl && p.Dir == document.Inherited && g.text.Len() > 0 {
		set.rtl = font.BaseDirection(g.text.String()) == font.RightToLeft
	}
	lines := s.lines(g, &set)
	if len(lines) == 0 {
		return
	}
	lines[0].places = append(lines[0].places, place{anchor: p.Anchor, tag: el})
	s.addLinesOn(lines, c.text, c.grid && c.text.Leading == s.style.Body.Leading)
}

// openingTracking spaces the first words of a chapter, in thousandths.
const openingTracking = 60

// open sets the first words of a chapter in small capitals: three of them, or
// fewer where they are long.
func (s *setter) open(g *galley) {
	if len(g.leaves) == 0 {
		return
	}
	text := g.text.String()
	lf := g.leaves[0]
	if lf.source < 0 || !lf.attr.face.Supports("c2sc") {
		return
	}
	end, words := 0, 0
	for i := lf.start; i < lf.end && words < 3 && i < 22; i++ {
		if text[i] == ' ' {
			end = i
			words++
		}
	}
	if end == 0 {
		return
	}
	small := *lf.attr
	small.features |= font.SmallCaps | font.CapsToSmall | font.NoLigatures
	small.typ.Tracking, small.upright, small.whole = openingTracking, true, true
	first, rest := lf, lf
	first.end, first.attr = end, &small
	rest.start, rest.source = end, lf.source+end-lf.start
	g.leaves = append([]leaf{first, rest}, g.leaves[1:]...)
}

// setting returns how running text is set in the scope.
func (c scope) setting() setting {
	return setting{
		typ: c.text, width: c.width, left: c.left, align: c.align, rtl: c.rtl,
		justified: !c.text.Ragged && c.align == alignStart, inner: !c.grid, balanced: c.text.Balanced, whole: c.text.Unhyphenated,
	}
}

// speaking returns the setting for words that do not come from the text around
// them: they run in their own direction, and stand on the side of the others.
func (p setting) speaking(words string) setting {
	aside := p.rtl
	p.anchor = ""
	if p.rtl = font.BaseDirection(words) == font.RightToLeft; p.rtl != aside && p.align == alignStart {
		p.align = alignEnd
	}
	return p
}

// addLines puts lines in the list with what a break between them costs.
func (s *setter) addLines(lines []setLine, t style.Type) { s.addLinesOn(lines, t, false) }

// addLinesOn is addLines for lines that may stand on the baseline grid.
func (s *setter) addLinesOn(lines []setLine, t style.Type, grid bool) {
	for i := range lines {
		l := &lines[i]
		it := s.list.add(l.box, t.Leading)
		it.grid, it.text = grid, true
		it.notes, it.places, it.start = l.notes, l.places, l.start
		if i == len(lines)-1 {
			break
		}
		cost := 0
		if i == 0 {
			cost += orphanPenalty
		}
		if i == len(lines)-2 {
			cost += widowPenalty
		}
		if l.hyphen {
			cost += hyphenPenalty
		}
		s.list.penalty(min(cost, inhibit-1))
	}
}

// hyphenPenalty is the cost of a page that ends within a word.
const hyphenPenalty = 200

// oneLine sets text in a single line, however long, and returns it.
func (s *setter) oneLine(text string, a *attr, left style.Length) setLine {
	return s.oneLineOf(text, a, left, false)
}

// oneLineOf is oneLine for a line that may run from right to left.
func (s *setter) oneLineOf(text string, a *attr, left style.Length, rtl bool) setLine {
	g := &galley{}
	in := inliner{s: s, g: g, source: -1}
	in.add(text, a)
	const endless = 1 << 40
	set := setting{typ: a.typ, width: endless, left: left, whole: true, rtl: rtl}
	if rtl {
		set.align = alignEnd // its left edge is what is known
	}
	lines := s.lines(g, &set)
	if len(lines) == 0 {
		return setLine{box: &textLine{}}
	}
	return lines[0]
}

// standalone returns the image that is all there is in a paragraph, nil if
// there is something else.
func standalone(content []document.Inline) *document.Image {
	var img *document.Image
	for _, n := range content {
		switch n := n.(type) {
		case *document.Image:
			if img != nil {
				return nil
			}
			img = n
		case *document.Text:
			for _, r := range n.Value {
				if r != ' ' && r != '\n' {
					return nil
				}
			}
		default:
			return nil
		}
	}
	return img
}
