package layout

import (
	"strings"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Listings: code on a pale ground over the full measure, no border.

// ground is a coloured rectangle behind boxes.
type ground struct {
	x, width style.Length
	color    style.Color
}

func (g ground) decorate(e *emitter, x, top, bottom style.Length) {
	e.behind(&frame.Rule{X: x + g.x, Y: top, Width: g.width, Height: bottom - top, Color: g.color})
}

// code sets a listing.
func (s *setter) code(b *document.CodeBlock, c scope) {
	el := c.tag.element("Code")
	el.Block = true
	s.listing(b.Code, b.Anchor, el, c)
}

// math sets a formula as its source.
func (s *setter) math(b *document.MathBlock, c scope) {
	el := c.tag.element("Formula")
	el.Block = true
	el.Alt = b.Source
	s.listing(b.Source, b.Anchor, el, c)
}

// raw reports markup that is not printed.
func (s *setter) raw(b *document.RawBlock, c scope) {
	s.found.Add(diag.Info, "pdf-raw-skipped", b.Pos, "raw %s markup is not printed", b.Format)
}

// listing sets lines of code on their ground.
func (s *setter) listing(code string, anchor document.Anchor, el *tag, c scope) {
	st := s.style
	t := st.Code
	g := ground{x: c.left, width: c.width, color: st.Palette.Ground}
	s.standApart(st.BlockSpace, 1, func() {
		s.list.open(g)
		s.list.kern(st.CodeInset)
		s.list.keep()
		a := s.root(t, el, "")
		in := c.inset(st.CodeInset, st.CodeInset)
		in.text = t
		offset := 0
		rows := strings.Split(code, "\n")
		for i, row := range rows {
			gal := &galley{}
			w := inliner{s: s, g: gal, source: offset}
			w.write(strings.ReplaceAll(row, "\t", "    "), a)
			set := in.setting()
			set.turn = 2 * t.Size
			set.fixedSpaces = true
			if c.main {
				set.anchor = anchor
			}
			lines := s.lines(gal, &set)
			if len(lines) == 0 {
				s.list.kern(t.Leading)
			}
			for k := range lines {
				if k > 0 {
					s.list.keep()
				}
				it := s.list.add(lines[k].box, t.Leading)
				it.start = lines[k].start
				if i == 0 && k == 0 {
					it.places = append(it.places, place{anchor: anchor, tag: el})
				}
			}
			offset += len(row) + 1
			switch i {
			case 0, len(rows) - 3:
				s.list.penalty(orphanPenalty)
			case len(rows) - 2:
				s.list.keep()
			case len(rows) - 1:
			default:
				s.list.penalty(50)
			}
		}
		s.list.keep()
		s.list.kern(st.CodeInset)
		s.list.close(g)
	})
}
