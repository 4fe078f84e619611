package layout

import (
	"strings"

	"github.com/quirepress/quire/formats/internal/highlight"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Listings: code on a pale ground over the full measure, no border. What a
// word of the code is for shows in its weight and slant before its colour, so
// that it can be told in grey. Lines that are too long are turned, with a hook
// before what belongs to the line above.

// tabStop is the distance of tab stops, in letters.
const tabStop = 4

// What a page break within a listing costs. A short one, in lines, rather stays
// on one page; a long one parts best below an empty line.
const (
	shortListing        = 12
	shortListingPenalty = 7_000
	listingPenalty      = 400
	strayPenalty        = 1_200 // a line alone beside an empty one
	stubPenalty         = 2_000 // two lines are left behind, or go ahead
)

// ground is a coloured rectangle behind boxes, which reaches over them above
// and below, also where a page breaks between them.
type ground struct {
	x, width, over style.Length
	color          style.Color
}

func (g ground) decorate(e *emitter, x, top, bottom style.Length) {
	e.behind(&frame.Rule{X: x + g.x, Y: top - g.over, Width: g.width, Height: bottom - top + 2*g.over, Color: g.color})
}

// code sets a listing.
func (s *setter) code(b *document.CodeBlock, c scope) {
	outer := c
	if len(b.Caption) > 0 {
		outer = c.element("Div")
	}
	el := s.speaks(outer.tag.element("Code"), c.lang)
	el.Block = true
	s.listing(highlight.Highlight(b.Language, b.Code), &b.Attr, el, c, func() {
		if len(b.Caption) > 0 {
			s.caption("", b.Caption, outer)
			s.list.keep()
			s.list.kern(s.style.CodeInset)
			s.list.keep()
		}
	})
}

// math sets a formula as text.
func (s *setter) math(b *document.MathBlock, c scope) {
	el := s.speaks(c.tag.element("Formula"), c.lang)
	el.Block = true
	text := formulaText(b.Format, b.Source)
	el.Alt, el.Source = formulaAlt(b.Format, b.Source, c.lang), frame.Source(b.Pos)
	s.listing([]highlight.Token{{Text: text}}, &b.Attr, el, c, func() {})
}

// raw reports markup that is not printed.
func (s *setter) raw(b *document.RawBlock, c scope) {
	s.found.Add(diag.Info, "pdf-raw-skipped", b.Pos, "raw %s markup is not printed", b.Format)
}

// codeLine is a line of code before it is set.
type codeLine struct {
	g      *galley
	source int
	indent style.Length // the white at its start
}

// listing sets code on its ground; before sets what stands above it.
func (s *setter) listing(tokens []highlight.Token, at *document.Attr, el *tag, c scope, before func()) {
	st := s.style
	t := st.Code
	pad := st.CodeInset / 2
	g := ground{x: c.left, width: c.width, over: st.CodeInset - pad, color: st.Palette.Ground}
	in := c.inset(st.CodeInset, st.CodeInset)
	in.rtl, in.align = false, alignStart
	in.text = t
	rows := s.codeLines(tokens, s.root(t, el, ""))
	for len(rows) > 1 && rows[len(rows)-1].empty() {
		rows = rows[:len(rows)-1] // what ends the last line begins no other
	}
	s.standApart(st.BlockSpace+g.over, blockStretch, func() {
		before()
		s.list.open(g)
		s.list.kern(pad)
		s.list.keep()
		for i := range rows {
			set := in.setting()
			set.turn = min(rows[i].indent+2*t.Size, in.width/2)
			set.fixedSpaces, set.flush, set.pos = true, true, at.Pos
			if c.main {
				set.anchor = at.Anchor
			}
			if i > 0 && rows[i].empty() && i < len(rows)-1 {
				// White that vanishes where a page breaks.
				if s.list.items[len(s.list.items)-1].kind != glueItem {
					s.list.items = append(s.list.items, item{kind: glueItem, stretch: gapStretch})
				}
				s.list.items[len(s.list.items)-1].height += t.Leading
				continue
			}
			s.codeRow(&rows[i], &set, i == 0, at.Anchor, el, lineEnds(rows[i:]))
			if i < len(rows)-1 {
				s.list.penalty(breakAfter(rows, i))
				s.list.elastic(codeStretch, 0)
			}
		}
		s.list.keep()
		s.list.kern(pad)
		s.list.close(g)
	})
}

// breakAfter returns what a page break below row i of a listing costs, and below
// the empty ones that follow it.
func breakAfter(rows []codeLine, i int) int {
	next := i + 1
	for next < len(rows)-1 && rows[next].empty() {
		next++
	}
	last := len(rows) - 1
	cost := listingPenalty
	switch {
	case i == 0 || next == last:
		return orphanPenalty
	case next > i+1:
		cost = 0
	case rows[i-1].empty() || rows[next+1].empty():
		cost = strayPenalty
	}
	if i == 1 || next == last-1 {
		cost += stubPenalty
	}
	if len(rows) <= shortListing {
		cost += shortListingPenalty
	}
	return cost
}

// empty reports whether there is nothing in a row.
func (l *codeLine) empty() bool { return l.g.text.Len() == 0 }

// lineEnds returns the line feeds between the first of some lines of code and
// the next that is not empty, for who reads or copies the text.
func lineEnds(rows []codeLine) string {
	for i := range rows[1:] {
		if !rows[1+i].empty() {
			return strings.Repeat("\n", i+1)
		}
	}
	return ""
}

// codeRow sets a line of code, turned where it is too long. What ends it stands
// for the line feeds behind it.
func (s *setter) codeRow(row *codeLine, set *setting, first bool, anchor document.Anchor, el *tag, ends string) {
	t := set.typ
	var lines []setLine
	if !row.empty() {
		lines = s.lines(row.g, set)
	}
	if len(lines) == 0 {
		it := s.list.add(blank{}, t.Leading)
		if first {
			it.places = append(it.places, place{anchor: anchor, tag: el})
		}
		return
	}
	if ends != "" {
		lines[len(lines)-1].box.ends(ends)
	}
	for k := range lines {
		var b box = lines[k].box
		if k > 0 {
			s.list.keep()
			b = turned{line: lines[k].box, x: set.left + set.turn - t.Size.Em(1250), size: t.Size, thick: s.style.Rules.Underline, color: s.style.Palette.Secondary}
		}
		it := s.list.add(b, t.Leading)
		it.start, it.text = lines[k].start, true
		if first && k == 0 {
			it.places = append(it.places, place{anchor: anchor, tag: el})
		}
	}
}

// codeLines cuts tokens into lines, with tabs as spaces.
func (s *setter) codeLines(tokens []highlight.Token, a *attr) []codeLine {
	classes := map[highlight.Class]*attr{}
	wide := a.face.Length(a.face.Advance(glyphOf(a.face, ' ')), a.size)
	rows := []codeLine{{g: &galley{}}}
	source, column, inIndent := 0, 0, true
	for _, tok := range tokens {
		ta, ok := classes[tok.Class]
		if !ok {
			ta = s.codeAttr(a, tok.Class)
			classes[tok.Class] = ta
		}
		text := tok.Text
		for text != "" {
			row := &rows[len(rows)-1]
			in := inliner{s: s, g: row.g, source: source}
			switch end := strings.IndexAny(text, "\n\t"); {
			case end == 0 && text[0] == '\n':
				source, column, inIndent = source+1, 0, true
				rows = append(rows, codeLine{g: &galley{}, source: source})
				text = text[1:]
			case end == 0:
				n := tabStop - column%tabStop
				in.leaf(strings.Repeat(" ", n), ta, source)
				source, column = source+1, column+n
				if inIndent {
					row.indent += wide * style.Length(n)
				}
				text = text[1:]
			default:
				if end < 0 {
					end = len(text)
				}
				part := text[:end]
				in.leaf(part, ta, source)
				source += end
				for _, r := range part {
					if inIndent = inIndent && r == ' '; inIndent {
						row.indent += wide
					}
					column++
				}
				text = text[end:]
			}
		}
	}
	return rows
}

// codeAttr returns how a class of tokens is set.
func (s *setter) codeAttr(base *attr, class highlight.Class) *attr {
	p := s.style.Palette
	a := *base
	color := p.Ink
	switch class {
	case highlight.Keyword:
		a.typ.Bold, color = true, p.Accent
	case highlight.Name:
		a.typ.Bold = true
	case highlight.Type:
		a.typ.Italic = true
	case highlight.String, highlight.Number:
		color = p.Accent
	case highlight.Comment:
		a.typ.Italic, color = true, p.Secondary
	case highlight.Operator:
		color = p.Secondary
	case highlight.Instruction:
		a.typ.Bold, color = true, p.Secondary
	case highlight.Insertion:
		a.typ.Bold = true
	case highlight.Deletion:
		color = p.Secondary
	}
	s.dress(&a)
	a.color = color
	if class == highlight.Mistake {
		a.underline = &p.Accent
	}
	return &a
}

// turned is a line that belongs to the one above it, with a hook before it.
type turned struct {
	line           *textLine
	x, size, thick style.Length
	color          style.Color
}

func (t turned) foot() style.Length { return t.line.ascent }

func (t turned) emit(e *emitter, x, y style.Length) {
	x += t.x
	base := y + t.line.ascent
	top, low, tip := base-t.size.Em(560), base-t.size.Em(220), x+t.size.Em(620)
	wing := t.size.Em(150)
	color := t.color
	at := func(v frame.Verb, x, y style.Length) frame.Segment {
		return frame.Segment{Verb: v, Points: [3]frame.Point{{X: x, Y: y}}}
	}
	e.put(&frame.Path{
		Segments: []frame.Segment{
			at(frame.MoveTo, x, top), at(frame.LineTo, x, low), at(frame.LineTo, tip, low),
			at(frame.MoveTo, tip-wing, low-wing), at(frame.LineTo, tip, low), at(frame.LineTo, tip-wing, low+wing),
		},
		Stroke: &color, LineWidth: t.thick, RoundCap: true, RoundJoin: true, Mark: e.mark(nil),
	})
	t.line.emit(e, x-t.x, y)
}
