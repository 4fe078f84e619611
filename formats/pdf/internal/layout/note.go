package layout

import (
	"strconv"
	"strings"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Footnotes: a mark in the line, and a vertical list of its own that the page
// with the mark takes at its foot.

// note is a footnote.
type note struct {
	list   list
	height style.Length
	// inner are the notes whose marks stand in this one, and in those.
	inner []*note
	// parts are what of a long note goes on beside the lines that follow.
	parts []*note
}

// partLines is how many lines of a long note go with each line of text.
const partLines = 2

// divideNotes lets notes that would fill more than half of a page, or that have
// no room beside what their marks stand in, go on beside the lines that
// follow, so that pages can break between these.
func (s *setter) divideNotes(l *list) {
	lead := s.style.Body.Leading
	page := deepest(s.style)
	var queue []*note // notes and parts that have no line yet
	wait := func(n *note) {
		if n.parts == nil && len(n.list.items) > 4*partLines {
			n.split(s.style.Note.Leading)
		}
		queue = append(append(queue, n), n.parts...)
	}
	head := style.Length(0) // what stands above the box where a page begins with it
	for i := range l.items {
		it := &l.items[i]
		if it.kind == penaltyItem && it.head != nil {
			head = it.head.height
		}
		if it.kind != boxItem {
			continue
		}
		room := min(page/2, page-head-l.together(i)-2*lead)
		head = 0
		var kept []*note
		total := style.Length(0)
		keep := func(n *note) {
			kept = append(kept, n)
			total += n.height
		}
		if len(queue) > 0 && it.text && queue[0].height <= room {
			keep(queue[0])
			queue = queue[1:]
		}
		for _, n := range it.notes {
			switch {
			case len(queue) > 0: // behind what is still waiting
				wait(n)
			case n.parts != nil && total+n.height <= room: // divided in an earlier pass
				keep(n)
				queue = append(queue, n.parts...)
			case total+n.height <= room:
				keep(n)
			case len(n.list.items) > 4*partLines && room-total > 2*partLines*s.style.Note.Leading:
				queue = append(queue, n.split(s.style.Note.Leading)...)
				keep(n)
			default:
				wait(n)
			}
		}
		it.notes = kept
	}
	for _, n := range queue {
		l.penalty(0)
		l.add(blank{}, 0).notes = []*note{n}
	}
}

// together returns the height of a box with the rows that hang together with it.
func (l *list) together(i int) style.Length {
	h := l.items[i].height
	for r, ok := l.items[i].box.(*row); ok && r.joined; {
		for i++; i < len(l.items) && l.items[i].kind != boxItem; i++ {
		}
		if i == len(l.items) {
			break
		}
		h += l.items[i].height
		r, ok = l.items[i].box.(*row)
	}
	return h
}

// split leaves the first lines in n and returns the others in parts.
func (n *note) split(leading style.Length) []*note {
	items := n.list.items
	cut := func() (part []item) {
		h, i := style.Length(0), 0
		for i < len(items) && h < partLines*leading {
			if items[i].kind == boxItem || items[i].kind == glueItem {
				h += items[i].height
			}
			i++
		}
		part, items = items[:i:i], items[i:]
		return part
	}
	n.list.items = cut()
	n.height = n.list.height(0)
	for len(items) > 0 {
		p := &note{list: list{cut()}}
		p.height = p.list.height(0)
		n.parts = append(n.parts, p)
	}
	return n.parts
}

// note sets the mark of a note and, apart, the note.
func (in *inliner) note(n *document.Note, a *attr) {
	s := in.s
	number := strconv.Itoa(s.noteNumber(n))
	ref := a.tag.element("Reference").element("Link")
	superior := s.superior(span(a, func(a *attr) {
		a.tag = ref
		if n.Anchor != "" {
			a.link = &link{target: n.Anchor, contents: number, tag: ref}
		}
	}))
	if n.Anchor != "" {
		in.g.marks = append(in.g.marks, mark{in.g.text.Len(), noteMark(n.Anchor), ref})
	}
	lf := in.add(number, superior)
	el := a.tag.refined("Note", "footnote")
	el.ID = string(n.Anchor)
	set := s.footnote(n.Blocks, number, n.Anchor, el, a.lang)
	lf.note = set
}

// noteMark is the anchor of the mark in the text, to which the note leads back.
func noteMark(note document.Anchor) document.Anchor { return note + ".mark" }

// addressNote sets the address of a link as a note, for paper.
func (in *inliner) addressNote(n *document.Link, a *attr) {
	s := in.s
	number := strconv.Itoa(s.noteNumber(n))
	ref := a.tag.element("Reference")
	el := a.tag.refined("Note", "footnote")
	address := &document.Link{URL: n.URL, Content: document.Plain(n.URL)}
	lf := in.add(number, s.superior(span(a, func(a *attr) { a.tag, a.link = ref, nil })))
	lf.note = s.footnote([]document.Block{&document.Paragraph{Content: []document.Inline{address}}}, number, "", el, "")
}

// noteNumber returns the number of a note, or of a link whose address is one.
func (v *volume) noteNumber(n document.Node) int {
	if v.links != nil {
		return v.links[n]
	}
	return v.numbers.Of(n)
}

// noted reports whether the address of a link becomes a note.
func noted(n *document.Link) bool {
	text := document.TextOf(n.Content)
	return n.URL != "" && text != n.URL && !strings.HasSuffix(n.URL, "//"+text) && n.URL != "mailto:"+text
}

// numberLinks counts notes and links together, for a style that has links as
// notes.
func numberLinks(doc *document.Document) map[document.Node]int {
	numbers := map[document.Node]int{}
	var walk func(n document.Node, inside bool)
	walk = func(n document.Node, inside bool) {
		switch n := n.(type) {
		case *document.Note:
			numbers[n] = len(numbers) + 1
			inside = true
		case *document.Link:
			// The mark stands behind the link, and so behind any note in it.
			for c := range document.Children(n) {
				walk(c, inside)
			}
			if !inside && noted(n) {
				numbers[n] = len(numbers) + 1
			}
			return
		}
		for c := range document.Children(n) {
			walk(c, inside)
		}
	}
	for _, b := range doc.Blocks {
		walk(b, false)
	}
	return numbers
}

// footnote sets the text of a note behind its number.
func (s *setter) footnote(blocks []document.Block, number string, anchor document.Anchor, el *tag, lang string) *note {
	t := s.style.Note
	c := scope{tag: el, width: s.style.Measure(), text: t, lang: lang, rtl: rtlLanguage(lang), depth: 1}
	out := &note{}
	inside := s.inNote
	s.inNote = true
	out.list = trim(s.apart(func() {
		first := true
		for i, b := range blocks {
			p, ok := b.(*document.Paragraph)
			if i > 0 || !ok {
				if first {
					s.noteParagraph(nil, number, anchor, el, c)
				}
				s.list.seam()
				c.indented = true
				in := c
				if !ok {
					in = c.inset(s.style.Indent.Scale(int64(c.text.Size), int64(s.style.Body.Size)), 0)
				}
				s.block(b, in)
			} else {
				s.noteParagraph(p, number, anchor, el, c)
			}
			first = false
		}
		if first {
			s.noteParagraph(nil, number, anchor, el, c)
		}
	}))
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
func (s *setter) noteParagraph(p *document.Paragraph, number string, anchor document.Anchor, el *tag, c scope) {
	if p != nil {
		c = c.within(&p.Attr)
	}
	lbl := el.element("Lbl")
	para := el.element("P")
	a := s.root(c.text, para, c.lang)
	g := &galley{}
	in := inliner{s: s, g: g, source: -1}
	in.add(number, s.superior(span(a, func(a *attr) {
		a.tag = lbl
		if anchor != "" {
			a.tag = lbl.element("Link")
			a.link = &link{target: noteMark(anchor), contents: number, tag: a.tag}
		}
	})))
	in.add("\u2005", span(a, func(a *attr) { a.tag = lbl }))
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
	page, turn := e.page, e.turn
	e.turn = nil // notes stand upright, also those of a table that does not
	for _, p := range e.noteAt[n] {
		e.at(p.page)
		e.item(p.item, p.x, p.y)
	}
	for _, p := range n.parts {
		e.note(p)
	}
	e.turn = turn
	e.at(page)
}
