package layout

import (
	"strings"

	"github.com/quirepress/quire/source/document"
)

// Glossary: entries with turned lines and the pages of their mentions.

// glossary sets a glossary that stands inside another block.
func (s *setter) glossary(gl *document.Glossary, c scope) {
	c = c.element("L")
	for i, e := range gl.Entries {
		s.glossaryEntry(e, i > 0, c.element("LI"))
	}
}

// glossaryEntry sets term, expansion, definition and pages, with a little
// space above.
func (s *setter) glossaryEntry(e *document.GlossaryEntry, space bool, c scope) {
	if space {
		s.list.between(s.style.Body.Leading.Scale(1, 4))
	}
	st := s.style
	c.text = st.GlossaryText
	lbl, body := c.tag.element("Lbl"), c.tag.element("LBody")
	text := s.root(c.text, body, c.lang)
	term := s.root(st.GlossaryTerm, lbl, c.lang)
	if e.Acronym {
		lbl.Expansion = e.Expansion
	}
	g := &galley{}
	in := inliner{s: s, g: g, source: -1}
	in.add(e.Term, term)
	if e.Expansion != "" {
		in.add(" ", text)
		it := in.with(text, func(a *attr) { a.typ.Italic = true })
		in.add(e.Expansion, it)
		in.add(".", text)
	}
	if len(e.Definition) > 0 {
		in.add(" ", text)
		in.source = 0
		in.run(e.Definition, text)
		in.source = -1
		if d := strings.TrimRight(document.TextOf(e.Definition), " "); d != "" && !strings.HasSuffix(d, ".") && !strings.HasSuffix(d, "!") && !strings.HasSuffix(d, "?") && !strings.HasSuffix(d, ".”") && !strings.HasSuffix(d, "…") {
			in.add(".", text)
		}
	}
	s.seeAlso(&in, e.SeeAlso, text)
	if len(e.Mentions) > 0 {
		in.add(" ", text)
		s.pageList(&in, e.Mentions, st.GlossaryPages, body, c.lang)
	}
	s.turned(g, c, e.Anchor)
}

// turned sets an entry whose second and later lines are indented.
func (s *setter) turned(g *galley, c scope, anchor document.Anchor) {
	set := c.setting()
	set.turn, set.anchor = s.style.Turn, anchor
	lines := s.lines(g, &set)
	if len(lines) == 0 {
		return
	}
	lines[0].places = append(lines[0].places, place{anchor: anchor, tag: c.tag})
	if anchor != "" {
		lines[0].start = textPos{anchor: anchor, ok: true}
	}
	s.list.seam()
	s.addLines(lines, c.text)
}

// seeAlso leads to other entries.
func (s *setter) seeAlso(in *inliner, anchors []document.Anchor, a *attr) {
	first := true
	for _, to := range anchors {
		term := ""
		switch n := s.nodes[to].(type) {
		case *document.GlossaryEntry:
			term = n.Term
		case *document.IndexEntry:
			term = n.Term
		default:
			continue
		}
		if first {
			in.add(" "+strings.ToUpper(s.words.SeeAlso[:1])+s.words.SeeAlso[1:]+" ", a)
		} else {
			in.add(", ", a)
		}
		first = false
		el := a.tag.element("Link")
		in.add(term, in.with(a, func(a *attr) {
			a.typ.Italic = true
			a.tag, a.link = el, &link{target: to, contents: term, tag: el}
		}))
	}
	if !first {
		in.add(".", a)
	}
}
