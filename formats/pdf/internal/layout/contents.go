package layout

import (
	"slices"
	"strconv"
	"strings"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// The contents: number, title, and the page at the right edge; no dots.

// contents sets the list of contents.
func (s *setter) contents(c scope) {
	st := s.style
	lead := st.Body.Leading
	c.main = false
	c.tag = c.tag.refined("Sect", "contents")
	if st.TitlePage {
		s.list.kern(s.sink(true))
		s.list.keep()
		s.chapterTitle(&document.Section{Title: document.Plain(s.words.Contents)}, false, 2*lead, c)
	} else {
		// They stand between the title and the text.
		s.furnished(s.words.Contents, st.Headings[0], c, "title", s.words.Lang)
	}
	toc := c.element("TOC")
	outline := s.listed()
	numbered := slices.ContainsFunc(outline, func(e *document.OutlineEntry) bool {
		return s.counted(e) || e.Section.Role == document.RolePart
	})
	in := style.Length(0)
	if numbered {
		in = st.Body.Size.Scale(16, 10)
	}
	ruled := false
	for i, e := range outline {
		role := e.Section.Role
		if back := role == document.RoleTimeline || role == document.RoleGlossary || role == document.RoleIndex; back && !ruled && i > 0 {
			ruled = true
			s.list.space(lead, 0)
			s.list.add(hairline{width: c.width, height: st.Rules.Hair, color: st.Palette.Hairline}, lead/2)
			s.list.keep()
			s.list.space(lead/2, 0)
		}
		s.contentsEntry(e, toc, in, 0)
	}
}

// listed returns what stands in the list of contents.
func (v *volume) listed() []*document.OutlineEntry {
	outline := v.doc.Outline(v.style.ContentsDepth)
	for _, e := range outline {
		if e.Section.Role == document.RolePart {
			// Parts come on top of the levels that are asked for.
			return v.doc.Outline(v.style.ContentsDepth + 1)
		}
	}
	return outline
}

// counted reports whether the number of an entry stands before its title: that of
// a chapter, unless the title says it.
func (v *volume) counted(e *document.OutlineEntry) bool {
	return e.Chapter > 0 && v.words.ChapterLabel(e.Chapter, document.TextOf(e.Section.Title)) != ""
}

// contentsMark is the anchor of the entry for a section, to which the section's
// title leads back.
func contentsMark(section document.Anchor) document.Anchor { return section + ".contents" }

// contentsMarks returns the sections that have an entry.
func contentsMarks(outline []*document.OutlineEntry) map[*document.Section]bool {
	all := map[*document.Section]bool{}
	for todo := slices.Clone(outline); len(todo) > 0; {
		e := todo[len(todo)-1]
		todo = append(todo[:len(todo)-1], e.Children...)
		all[e.Section] = e.Section.Anchor != ""
	}
	return all
}

// backToContents makes a title lead back to its entry in the contents, unless
// something in it leads elsewhere.
func (s *setter) backToContents(sec *document.Section, listed bool, a *attr) *attr {
	if !listed {
		return a
	}
	if !linkable(sec.Title) {
		return a
	}
	return span(a, func(a *attr) {
		a.tag = a.tag.element("Link")
		a.link = &link{target: contentsMark(sec.Anchor), contents: s.words.Contents, tag: a.tag}
	})
}

// linkable reports whether content can be the text of a link: there is none in
// it, nor what has places of its own.
func linkable(content []document.Inline) bool {
	for _, n := range content {
		for n := range document.Nodes(n) {
			switch n.(type) {
			case *document.Link, *document.CrossReference, *document.Note, *document.Image, *document.Math:
				return false
			}
		}
	}
	return len(content) > 0
}

// contentsEntry sets an entry and those below it.
func (s *setter) contentsEntry(e *document.OutlineEntry, c scope, in style.Length, depth int) {
	st := s.style
	if l := e.Section.Lang; l != "" {
		c.lang = l
	}
	if strings.TrimSpace(document.TextOf(e.Section.Title)) == "" {
		// An entry that says nothing would lead nowhere (ISO 14289-2, 8.2.5.8).
		for _, sub := range e.Children {
			s.contentsEntry(sub, c, in, depth)
		}
		return
	}
	el := c.element("TOCI")
	t := st.ContentsEntry
	left := in
	if e.Section.Role == document.RolePart {
		t.Case, t.Tracking, left = style.AllSmallCapitals, 60, 0
	}
	if depth > 0 {
		t = st.ContentsSub
		left += st.Body.Size * style.Length(depth-1)
		s.list.seam()
	} else {
		s.list.space(st.Body.Leading/2, 0)
	}
	// A link annotation belongs to a Link element (ISO 14289-1, 7.18.5).
	ref := el.tag.element("Reference").element("Link")
	leads := &link{target: e.Section.Anchor, contents: document.TextOf(e.Section.Title), tag: ref}
	if e.Section.Anchor == "" {
		leads = nil
	}
	var label *textLine
	if depth == 0 && s.counted(e) {
		a := s.root(st.ContentsNumber, ref, "")
		l := s.oneLine(strconv.Itoa(e.Chapter), a, 0)
		label = l.box
		label.endSpace()
		if c.rtl {
			label.shift(c.left + c.width - l.width)
		} else {
			label.shift(c.left)
		}
	}
	// The page number has its room whatever it is, so that lines do not depend
	// on it.
	reserve := 3 * t.Size
	a := s.root(t, ref, c.lang)
	a.link = leads
	cc := c.inset(left, reserve)
	cc.text = t
	set := cc.setting()
	if depth > 0 {
		set.turn = t.Size // or it would look like two entries
	}
	g := &galley{}
	w := inliner{s: s, g: g, source: -1}
	w.run(plainTitle(e.Section.Title), a)
	lines := s.lines(g, &set)
	for i := range lines {
		it := s.list.add(lines[i].box, t.Leading)
		it.text = true
		if i == 0 {
			it.places = append(it.places, place{anchor: contentsMark(e.Section.Anchor), tag: el.tag})
		}
		if i == 0 && label != nil {
			lines[i].box.label = label
		}
		if i < len(lines)-1 {
			s.list.keep()
			continue
		}
		number := s.root(t, ref, "")
		number.link = leads
		n := s.oneLine(s.pageLabel(e.Section.Anchor), number, 0)
		if c.rtl {
			n.box.shift(c.left)
		} else {
			n.box.shift(c.left + c.width - n.width)
		}
		lines[i].box.endSpace()
		lines[i].box.trail = n.box
	}
	if len(e.Children) > 0 {
		if depth == 0 {
			s.list.keep()
		}
		below := depth + 1
		if e.Section.Role == document.RolePart {
			below = depth
		}
		inner := el.element("TOC")
		for _, sub := range e.Children {
			s.contentsEntry(sub, inner, in, below)
		}
	}
}

// plainTitle returns a title without its notes, anchors and links.
func plainTitle(title []document.Inline) []document.Inline {
	return document.Plain(document.TextOf(title))
}

// shift moves a line to the right.
func (t *textLine) shift(by style.Length) {
	for i := range t.texts {
		t.texts[i].X += by
	}
	for i := range t.rules {
		t.rules[i].X += by
	}
	for i := range t.links {
		t.links[i].x += by
	}
}

// hairline is a rule over the measure, in the middle of its box.
type hairline struct {
	width, height style.Length
	color         style.Color
}

func (h hairline) emit(e *emitter, x, y style.Length) {
	e.put(&frame.Rule{X: x, Y: y, Width: h.width, Height: h.height, Color: h.color, Mark: e.mark(nil)})
}
