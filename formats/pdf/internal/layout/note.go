package layout

import (
	"strconv"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Footnotes: a mark in the line, and a vertical list of its own that the page
// with the mark takes at its foot.

// note is a footnote.
type note struct {
	list   list
	height style.Length
	// inner are the notes whose marks stand in this one.
	inner []*note
}

// note sets the mark of a note and, apart, the note.
func (in *inliner) note(n *document.Note, a *attr) {
	s := in.s
	number := strconv.Itoa(s.numbers.Of(n))
	ref := a.tag.element("Reference").element("Link")
	mark := s.superior(span(a, func(a *attr) {
		a.tag = ref
		if n.Anchor != "" {
			a.link = &link{target: n.Anchor, contents: number, tag: ref}
		}
	}))
	lf := in.add(number, mark)
	el := a.tag.refined("Note", "footnote")
	el.ID = string(n.Anchor)
	set := s.footnote(n.Blocks, number, n.Anchor, el, a.lang)
	lf.note = set
}

// addressNote sets the address of a link as a note, for paper.
func (in *inliner) addressNote(n *document.Link, a *attr) {}

// footnote sets the text of a note behind its number.
func (s *setter) footnote(blocks []document.Block, number string, anchor document.Anchor, el *tag, lang string) *note {
	t := s.style.Note
	c := scope{tag: el, width: s.style.Measure(), text: t, lang: lang, depth: 1}
	out := &note{}
	inside := s.inNote
	s.inNote = true
	out.list = s.apart(func() {
		first := true
		for i, b := range blocks {
			p, ok := b.(*document.Paragraph)
			if i > 0 || !ok {
				if first {
					s.noteParagraph(nil, number, el, c)
				}
				s.list.seam()
				c.indented = true
				s.block(b, c)
			} else {
				s.noteParagraph(p, number, el, c)
			}
			first = false
		}
		if first {
			s.noteParagraph(nil, number, el, c)
		}
	})
	s.inNote = inside
	if it := out.list.first(0); it != nil && anchor != "" {
		it.places = append(it.places, place{anchor: anchor, tag: el})
	}
	out.height = out.list.height(0)
	for i := range out.list.items {
		out.inner = append(out.inner, out.list.items[i].notes...)
	}
	return out
}

// noteParagraph sets the first paragraph of a note with the number before it.
func (s *setter) noteParagraph(p *document.Paragraph, number string, el *tag, c scope) {
	lbl := el.element("Lbl")
	para := el.element("P")
	a := s.root(c.text, para, c.lang)
	g := &galley{}
	in := inliner{s: s, g: g, source: -1}
	in.add(number, s.superior(span(a, func(a *attr) { a.tag = lbl })))
	in.add("\u2009", span(a, func(a *attr) { a.tag = lbl }))
	if p != nil {
		in.run(p.Content, a)
	}
	set := c.setting()
	set.indent = c.text.Size
	s.addLines(s.lines(g, &set), c.text)
}

// note puts a footnote where the pages have room for it, and goes on where the
// text was.
func (e *emitter) note(n *note) {
	if e.again {
		return
	}
	page := e.page
	for _, p := range e.noteAt[n] {
		e.at(p.page)
		e.item(p.item, p.x, p.y)
	}
	e.at(page)
}

// noteRule draws the line above the notes of a page.
func (e *emitter) noteRule(st *style.Style, x, y style.Length) {
	e.put(&frame.Rule{X: x, Y: y, Width: st.Measure() / 4, Height: st.Rules.Thin, Color: st.Palette.Ink, Mark: e.mark(nil)})
}
