package layout

import (
	"strconv"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Headings: the titles of chapters and sections, and those that open nothing.

// heading is a title for running heads and bookmarks.
type heading struct {
	title string
	level int
}

// headingRole returns the structure type of a heading, H1 to H6 (ISO 32000-1,
// 14.8.4.3.2).
func headingRole(level int) string { return "H" + strconv.Itoa(min(max(level, 1), 6)) }

// headingType returns the type of a heading below a chapter's title; 1 is the
// first level there.
func (s *setter) headingType(level int) style.Type {
	return s.style.Headings[min(max(level, 1), len(s.style.Headings))-1]
}

// sectionTitle sets the title of a section. Depth counts from 1 for the top.
func (s *setter) sectionTitle(sec *document.Section, depth int, opening, listed bool, c scope) {
	c = c.within(&sec.Attr)
	switch {
	case opening:
		s.opening(sec, listed, c)
		return
	case depth == 1:
		s.sectionHeading(sec, listed, s.style.SectionTitle, depth, s.style.SectionSpace, s.style.Body.Leading/2, c)
	default:
		s.sectionHeading(sec, listed, s.headingType(depth-1), depth, s.style.HeadingSpace*3/4, s.style.HeadingSpace/4, c)
	}
}

// title sets a heading that runs on: space above, its lines, and at least two
// lines of what follows on the same page.
func (s *setter) title(content []document.Inline, t style.Type, anchor document.Anchor, level int, above, below style.Length, c scope) {
	el := c.tag.element(headingRole(level))
	el.Title = document.TextOf(content)
	s.heading(content, s.root(t, el, c.lang), el, t, anchor, level, above, below, c)
}

// sectionHeading is title for a section, which may be listed in the contents.
func (s *setter) sectionHeading(sec *document.Section, listed bool, t style.Type, level int, above, below style.Length, c scope) {
	el := c.tag.element(headingRole(level))
	el.Title = document.TextOf(sec.Title)
	s.heading(sec.Title, s.backToContents(sec, listed, s.root(t, el, c.lang)), el, t, sec.Anchor, level, above, below, c)
}

// heading sets a heading in its element.
func (s *setter) heading(content []document.Inline, a *attr, el *tag, t style.Type, anchor document.Anchor, level int, above, below style.Length, c scope) {
	g := s.gather(content, a)
	c.text = t
	set := c.setting()
	set.anchor = anchor
	lines := s.lines(g, &set)
	if len(lines) == 0 {
		return
	}
	glue := s.list.space(above, blockStretch)
	if c.headed {
		// Right below another title: closer to it than to the text above.
		s.list.items[glue].height, s.list.items[glue].stretch, s.list.items[glue].exact = s.style.Body.Leading*3/4, 0, true
	}
	s.list.items[glue].before = t.Leading*style.Length(len(lines)) + below
	lines[0].places = append(lines[0].places, place{anchor: anchor, tag: el})
	for i := range lines {
		it := s.list.add(lines[i].box, t.Leading)
		it.notes, it.places, it.start = lines[i].notes, lines[i].places, lines[i].start
		it.text = true
		if i == 0 {
			it.section = &heading{document.TextOf(content), level}
		}
		s.list.keep()
	}
	if below > 0 {
		glue := s.list.space(below, 0)
		// The little white below an inner heading may give way to the grid; that
		// below a section's title sets the title off, in large print too, where
		// its leading is the text's.
		s.list.items[glue].soft = t.Leading <= s.style.Body.Leading && below < s.style.Body.Leading/2
	}
}

// opening sets the title of a chapter that begins a page of its own: sunk, with
// its label above and three empty lines below.
func (s *setter) opening(sec *document.Section, listed bool, c scope) {
	st := s.style
	lead := st.Body.Leading
	label := ""
	if n := s.numbers.Of(sec); n > 0 && st.ChapterOpenings {
		label = s.words.ChapterLabel(n, document.TextOf(sec.Title))
	}
	sink, below := s.sink(label == ""), 3*lead
	switch sec.Role {
	case document.RoleTimeline, document.RoleGlossary, document.RoleIndex:
		// The back matter uses its pages from near the head on.
		sink, below = lead, 2*lead
	}
	s.list.kern(sink)
	if label != "" {
		s.furniture(label, st.ChapterLabel, c, "label")
		s.list.kern(lead / 2)
		s.list.keep()
	}
	s.chapterTitle(sec, listed, below, c)
}

// sink returns how far an opening is sunk; one without a label less.
func (s *setter) sink(bare bool) style.Length {
	if bare {
		return max(s.style.Sink-s.style.Body.Leading, 0)
	}
	return s.style.Sink
}

// chapterTitle sets the large title of an opening with white below it.
func (s *setter) chapterTitle(sec *document.Section, listed bool, below style.Length, c scope) {
	t, content, anchor := s.style.ChapterTitle, sec.Title, sec.Anchor
	el := c.tag.element("H1")
	el.Title = document.TextOf(content)
	g := s.gather(content, s.backToContents(sec, listed, s.root(t, el, c.lang)))
	c.text = t
	set := c.setting()
	set.anchor = anchor
	lines := s.lines(g, &set)
	for i := range lines {
		it := s.list.add(lines[i].box, t.Leading)
		it.notes, it.places, it.start = lines[i].notes, lines[i].places, lines[i].start
		it.text = true
		if i == 0 {
			it.places = append(it.places, place{anchor: anchor, tag: el})
			it.section = &heading{document.TextOf(content), 1}
		}
		s.list.keep()
	}
	s.list.kern(below)
	s.list.keep()
}

// furniture sets a line of the publisher's own words in the flow.
func (s *setter) furniture(text string, t style.Type, c scope, meaning string) {
	el := c.tag.refined("P", meaning)
	a := s.root(t, el, s.words.Lang)
	g := &galley{}
	in := inliner{s: s, g: g, source: -1}
	if t.Case == style.Capitals {
		lf := in.add(capitals(text), a)
		lf.original = text
	} else {
		in.add(text, a)
	}
	c.text = t
	set := c.setting().speaking(text)
	for _, l := range s.lines(g, &set) {
		it := s.list.add(l.box, t.Leading)
		it.text = true
		s.list.keep()
	}
}

// innerHeading sets a heading that opens no section.
func (s *setter) innerHeading(h *document.Heading, c scope) {
	s.title(h.Content, s.headingType(h.Level), h.Anchor, h.Level, s.style.HeadingSpace*3/4, s.style.HeadingSpace/4, c)
}

// innerSection sets a section inside another block, such as a quotation.
func (s *setter) innerSection(sec *document.Section, c scope) {
	c.tag = c.tag.element("Sect")
	c.section++
	s.title(sec.Title, s.headingType(c.section-1), sec.Anchor, c.section, s.style.HeadingSpace*3/4, s.style.HeadingSpace/4, c)
	s.blocks(sec.Blocks, c)
}
