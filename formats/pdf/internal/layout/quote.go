package layout

import (
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Quotations: a little smaller, indented on both sides, no marks; whose words
// they are at the right in the sans, in the last line where it has room.

// quote sets a block quotation.
func (s *setter) quote(q *document.Quote, c scope) {
	st := s.style
	in := c.element("BlockQuote").inset(st.Inset, st.Inset)
	if in.text.Role == style.TextRole {
		in.text = st.Quote
	}
	in.indented = false
	s.standApart(st.BlockSpace, 1, func() {
		from := len(s.list.items)
		s.blocks(q.Blocks, in)
		if len(q.Attribution) > 0 {
			s.attribution(q, from, in)
		}
	})
}

// attribution sets whose words a quotation is.
func (s *setter) attribution(q *document.Quote, from int, c scope) {
	el := c.tag.refined("P", "attribution")
	c.text = s.style.Attribution
	a := s.root(c.text, el, c.lang)
	g := &galley{}
	in := inliner{s: s, g: g, source: -1}
	in.add("— ", a)
	in.source = 0
	in.run(q.Attribution, a)
	set := c.setting()
	set.align = alignEnd
	if c.main {
		set.anchor = q.Anchor
	}
	lines := s.lines(g, &set)
	if len(lines) == 0 {
		return
	}
	last := &s.list.items[len(s.list.items)-1]
	if t, ok := last.box.(*textLine); ok && len(s.list.items) > from && len(lines) == 1 && !c.rtl && t.trail == nil && last.text {
		gap := 2 * c.text.Size
		if t.end+gap < c.left+c.width-lines[0].width {
			t.trail = lines[0].box
			last.notes = append(last.notes, lines[0].notes...)
			return
		}
	}
	s.list.bind()
	s.addLines(lines, c.text)
}
