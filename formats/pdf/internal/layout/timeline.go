package layout

import (
	"github.com/quirepress/quire/source/document"
)

// timeline sets a timeline.
func (s *setter) timeline(t *document.Timeline, c scope) {
	for i, e := range t.Entries {
		if i > 0 {
			s.list.space(s.style.Body.Leading/2, 0)
		}
		el := c.tag.element("P")
		c.text = s.style.TimelineText
		a := s.root(c.text, el, c.lang)
		g := &galley{}
		in := inliner{s: s, g: g, source: -1}
		d := *a
		d.typ = s.style.TimelineDate
		s.dress(&d)
		d.size = d.typ.Size
		in.add(e.Phrase+" ", &d)
		in.run(e.Summary, a)
		if e.Mention != "" {
			in.add(" ", a)
			s.pageLink(&in, e.Mention, s.style.TimelinePage, el, c.lang)
		}
		set := c.setting()
		lines := s.lines(g, &set)
		if len(lines) > 0 {
			lines[0].places = append(lines[0].places, place{anchor: e.Anchor, tag: el})
		}
		s.addLines(lines, c.text)
	}
}
