package layout

import (
	"strconv"
	"strings"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// The title page: label, title, subtitle, a short rule, the authors, and at its
// foot the edition.

// titlePage sets the page.
func (s *setter) titlePage(c scope) {
	st := s.style
	lead := st.Body.Leading
	height := lead * style.Length(st.Lines())
	c.tag = c.tag.refined("Sect", "title-page")
	m := &s.doc.Metadata
	top := height.Scale(155, 1000) / lead * lead
	s.list.kern(top)
	s.list.keep()
	s.furniture(s.titleLabel(), st.TitleLabel, c, "label")
	s.list.kern(lead / 2)
	s.list.keep()
	s.titleLines(c, st.BookTitle, st.BookSubtitle)
	s.list.kern(2 * lead)
	s.list.keep()
	s.shortRule(c)
	s.list.keep()
	s.list.kern(lead)
	s.list.keep()
	for _, name := range m.Authors() {
		s.furnished(name, st.Author, c, "author", m.Language)
	}
	for _, o := range m.Contributors {
		if o.Role != "" && o.Role != "aut" {
			s.furnished(o.Name, st.Imprint, c, "contributor", m.Language)
		}
	}
	imprint := s.apart(func() { s.furnished(s.imprint(), st.Imprint, c, "imprint", s.words.Lang) })
	rest := height - s.list.height(0) - imprint.height(0)
	s.list.keep()
	s.list.kern(max(rest, 0))
	s.list.keep()
	s.list.join(imprint)
}

// titleLines sets the title and the subtitle.
func (s *setter) titleLines(c scope, title, sub style.Type) {
	m := &s.doc.Metadata
	main, second := m.TitleLines()
	s.furnished(main, s.fitting(main, title, c.width), c, "title", m.Language)
	if second != "" {
		s.list.kern(s.style.Body.Leading / 2)
		s.list.keep()
		s.furnished(second, sub, c, "subtitle", m.Language)
	}
}

// fitting returns the type a step smaller for titles that would take more than
// four lines, or whose longest word does not fit.
func (s *setter) fitting(text string, t style.Type, width style.Length) style.Type {
	half := s.style.Body.Leading / 2
	for range 3 {
		a := s.root(t, nil, "")
		widest, whole := style.Length(0), s.oneLine(text, a, 0).width
		for _, w := range strings.Fields(text) {
			widest = max(widest, s.oneLine(w, a, 0).width)
		}
		if widest <= width && whole <= width*7/2 {
			break
		}
		t.Size = t.Size.Scale(4, 5)
		t.Leading = max(t.Leading-half, (t.Size+half)/half*half)
	}
	return t
}

// furnished sets lines of metadata in the flow.
func (s *setter) furnished(text string, t style.Type, c scope, meaning, lang string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	el := c.tag.refined("P", meaning)
	c.text = t
	set := c.setting().speaking(text)
	g := &galley{}
	in := inliner{s: s, g: g, source: -1}
	in.add(text, s.root(t, el, lang))
	for _, l := range s.lines(g, &set) {
		s.list.add(l.box, t.Leading).text = true
		s.list.keep()
	}
}

// titleLabel says what the reader holds: "An article with timeline and
// glossary".
func (s *setter) titleLabel() string {
	if s.style.ChapterOpenings {
		if series := s.doc.Metadata.Series; series != nil {
			return strings.TrimSpace(series.Name + " " + series.Position)
		}
		return ""
	}
	w := &s.words
	var parts []string
	for _, b := range s.doc.Blocks {
		sec, ok := b.(*document.Section)
		if !ok {
			continue
		}
		switch sec.Role {
		case document.RoleTimeline:
			parts = append(parts, w.Timeline)
		case document.RoleGlossary:
			parts = append(parts, w.Glossary)
		case document.RoleIndex:
			parts = append(parts, w.Index)
		}
	}
	return w.Titled(parts...)
}

// imprint says which edition this is.
func (s *setter) imprint() string {
	m := &s.doc.Metadata
	w := &s.words
	var parts []string
	if m.Publisher != "" {
		parts = append(parts, m.Publisher)
	}
	date := m.Date
	if date == "" && len(m.Modified) >= 10 {
		date = m.Modified[:10]
	}
	if date != "" && !strings.HasPrefix(date, "2000-01-01") {
		parts = append(parts, w.EditionOf(date))
	}
	if l := w.Language(); l != "" {
		parts = append(parts, l)
	}
	s.refers = true
	if n := s.volume.pages; n != 1 {
		count := strconv.Itoa(n)
		if n == 0 {
			count = "00"
		}
		parts = append(parts, count+"\u00A0"+w.Pages)
	}
	return strings.Join(parts, " · ")
}

// shortRule adds the rule on the title page.
func (s *setter) shortRule(c scope) {
	r := shortRule{width: s.style.Rules.ShortWidth, height: s.style.Rules.Short, color: s.style.Palette.Accent}
	if c.rtl {
		r.x = c.width - r.width
	}
	s.list.add(r, s.style.Body.Leading)
}

type shortRule struct {
	x, width, height style.Length
	color            style.Color
}

func (r shortRule) emit(e *emitter, x, y style.Length) {
	e.put(&frame.Rule{X: x + r.x, Y: y, Width: r.width, Height: r.height, Color: r.color, Mark: e.mark(nil)})
}

// titleBlock sets the title at the head of a text without a title page.
func (s *setter) titleBlock(c scope) {
	st := s.style
	lead := st.Body.Leading
	m := &s.doc.Metadata
	c.tag = c.tag.refined("Sect", "title-page")
	c, code := s.onlineCode(c)
	s.titleLines(c, st.ChapterTitle, st.ChapterSubtitle)
	if a := m.Authors(); len(a) > 0 {
		s.list.kern(lead / 2)
		s.list.keep()
		s.furnished(strings.Join(a, ", "), st.Author, c, "author", m.Language)
	}
	s.onlineAddress(c)
	if len(m.Authors()) == 0 && online(m) == "" {
		s.list.kern(lead / 2) // a rule right below the title would underline it
	}
	s.list.kern(lead / 2)
	s.list.keep()
	s.shortRule(c)
	s.list.keep()
	s.list.kern(max(0, code-s.list.height(0)))
	s.list.keep()
	s.list.kern(lead - s.list.height(0)%lead)
	s.list.keep()
}
