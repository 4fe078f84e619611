package layout

import (
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Definition lists: terms in bold, definitions indented below them.

// definitions sets a definition list.
func (s *setter) definitions(l *document.DefinitionList, c scope) {
	st := s.style
	c = c.element("L")
	s.standApart(st.BlockSpace, listStretch, func() {
		for i, item := range l.Items {
			if i > 0 {
				s.list.between(st.Body.Leading / 2)
			}
			c := c.element("LI").within(&item.Attr)
			from := len(s.list.items)
			for _, t := range item.Terms {
				s.list.seam()
				s.term(t, c.within(&t.Attr))
			}
			s.list.keep()
			for _, d := range item.Definitions {
				in := c.element("LBody").within(&d.Attr).inset(2*st.Hang, 0)
				in.indented = false
				s.list.seam()
				body := len(s.list.items)
				s.blocks(d.Blocks, in)
				s.arrive(body, d.Anchor, in)
			}
			s.arrive(from, item.Anchor, c)
		}
	})
}

// arrive lets links to the anchor arrive at the first box from there on.
func (s *setter) arrive(from int, anchor document.Anchor, c scope) {
	if it := s.list.first(from); it != nil && anchor != "" {
		it.places = append(it.places, place{anchor: anchor, tag: c.tag})
	}
}

// term sets the term of a definition.
func (s *setter) term(t *document.DefinitionTerm, c scope) {
	el := c.tag.element("Lbl")
	c.text.Bold, c.text.Ragged, c.text.Unhyphenated = true, true, true
	g := s.gather(t.Content, s.root(c.text, el, c.lang))
	set := c.setting()
	set.pos = t.Pos
	if c.main {
		set.anchor = t.Anchor
	}
	lines := s.lines(g, &set)
	if len(lines) == 0 {
		return
	}
	lines[0].places = append(lines[0].places, place{anchor: t.Anchor, tag: el})
	s.addLines(lines, c.text)
}

// thematicBreak sets a change of scene: three points in the middle of white.
func (s *setter) thematicBreak(b *document.ThematicBreak, c scope) {
	st := s.style
	lead := st.Body.Leading
	s.list.follow()
	s.list.space(lead/2, 0)
	a := s.root(style.Type{Role: style.TextRole, Size: st.Body.Size, Leading: lead, Ragged: true, Tint: style.SecondaryTint}, nil, "")
	l := s.oneLine("·\u2003·\u2003·", a, 0)
	if l.width > c.width {
		l = s.oneLine("·", a, 0)
	}
	for i := range l.box.texts {
		l.box.texts[i].X += c.left + (c.width-l.width)/2
	}
	s.list.add(l.box, lead)
	s.list.space(lead/2, 0)
}
