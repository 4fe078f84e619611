package layout

import (
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Admonitions: a rule in the accent at the left, a label, no box.

// bar is the rule beside an admonition.
type bar struct {
	x, width style.Length
	color    style.Color
}

func (b bar) decorate(e *emitter, x, top, bottom style.Length) {
	e.behind(&frame.Rule{X: x + b.x, Y: top, Width: b.width, Height: bottom - top, Color: b.color})
}

// admonition sets an aside.
func (s *setter) admonition(a *document.Admonition, c scope) {
	st := s.style
	in := c.element("Aside")
	in.tag.Refined = "admonition"
	in = in.inset(st.Inset, 0)
	in.indented = false
	b := bar{x: c.left, width: st.Rules.Bar, color: st.Palette.Accent}
	if c.rtl {
		b.x = c.left + c.width - b.width
	}
	s.standApart(st.BlockSpace, blockStretch, func() {
		s.list.open(b)
		if len(a.Title) > 0 {
			el := in.tag.refined("P", "label")
			lc := in
			lc.text = st.AdmonitionLabel
			g := s.gather(a.Title, s.root(lc.text, el, in.lang))
			set := lc.setting()
			if c.main {
				set.anchor = a.Anchor
			}
			s.addLines(s.lines(g, &set), lc.text)
			s.list.keep()
		} else if label := s.words.Admonition(a.Type); label != "" {
			from := len(s.list.items)
			s.furniture(label, st.AdmonitionLabel, in, "label")
			if it := s.list.first(from); it != nil && c.main {
				it.start = textPos{anchor: a.Anchor, ok: a.Anchor != ""}
			}
		}
		s.blocks(a.Blocks, in)
		s.list.close(b)
	})
}
