package layout

import (
	"strings"
	"unicode"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// From inline content to one string with leaves: the text of a paragraph as it
// is printed, where each leaf knows how its characters are set and to which
// element they belong.

// leaf is a piece of a paragraph's text.
type leaf struct {
	start, end int // bytes of the text
	// source is where the leaf begins in the document's text; -1 for what the
	// typesetter adds.
	source int
	attr   *attr
	note   *note
	// original is what the document has where the text is in capitals.
	original string
	// shown replaces the characters by a picture of a width and height.
	shown *inlinePicture
}

// galley is a paragraph's text before it is broken.
type galley struct {
	text   strings.Builder
	leaves []leaf
	// marks are the anchors at bytes of the text.
	marks []mark
}

type mark struct {
	at     int
	anchor document.Anchor
	tag    *tag
}

// inliner collects inline content.
type inliner struct {
	s      *setter
	g      *galley
	source int // bytes of the document's text so far; -1 while adding
}

func (in *inliner) run(content []document.Inline, a *attr) {
	for _, n := range content {
		in.inline(n, a)
	}
}

func (in *inliner) inline(n document.Inline, a *attr) {
	at := n.Attributes()
	if at.Lang != "" && at.Lang != a.lang {
		lang := at.Lang
		a = span(a, func(a *attr) { a.lang, a.tag = lang, languageTag(a.tag, lang) })
	}
	if !at.Pos.IsZero() {
		if a.pos.IsZero() || a.pos.Line != at.Pos.Line {
			a = span(a, func(a *attr) { a.pos = at.Pos })
		}
	}
	if at.Anchor != "" {
		in.g.marks = append(in.g.marks, mark{in.g.text.Len(), at.Anchor, a.tag})
	}
	switch n := n.(type) {
	case *document.Text:
		in.spell(n, a)
	case *document.Emphasis:
		in.run(n.Content, in.with(a, func(a *attr) {
			a.typ.Italic = !a.typ.Italic
			a.tag = a.tag.refined("Span", "emphasis")
		}))
	case *document.Strong:
		in.run(n.Content, in.with(a, func(a *attr) {
			a.typ.Bold = true
			a.tag = a.tag.refined("Span", "strong")
		}))
	case *document.Strikethrough:
		in.run(n.Content, span(a, func(a *attr) {
			a.strike = &a.color
			a.tag = a.tag.refined("Span", "strikethrough")
		}))
	case *document.Superscript:
		in.script(n.Content, a, font.Superiors)
	case *document.Subscript:
		in.script(n.Content, a, font.Inferiors)
	case *document.Code:
		in.write(n.Value, in.code(a, "Code"))
	case *document.Math:
		f := in.code(a, "Formula")
		f.tag.Alt, f.tag.Source = formulaAlt(n.Format, n.Source, a.lang), frame.Source(n.Pos)
		in.write(formulaText(n.Format, n.Source), f)
	case *document.Link:
		in.link(n, a)
	case *document.CrossReference:
		in.reference(n, a)
	case *document.Image:
		in.picture(n, a)
	case *document.Note:
		in.note(n, a)
	case *document.LineBreak:
		in.write("\n", a)
	case *document.Span:
		in.run(n.Content, a)
	case *document.Abbreviation:
		in.run(n.Content, in.whole(n, a))
	case *document.Definition:
		if a.tag.Expansion != "" { // one element is enough for a word
			in.run(n.Content, a)
			return
		}
		in.run(n.Content, span(a, func(a *attr) { a.tag = a.tag.refined("Span", "definition") }))
	case *document.Date:
		in.run(n.Content, a)
	case *document.IndexTerm:
		in.run(n.Content, in.toIndex(n, a))
	case *document.Target:
	case *document.RawInline:
		in.s.found.Add(diag.Info, "pdf-raw-skipped", n.Pos, "raw %s markup is not printed", n.Format)
	}
}

func languageTag(parent *tag, lang string) *tag {
	t := parent.refined("Span", "language")
	t.Lang = lang
	return t
}

func (in *inliner) code(a *attr, role string) *attr {
	return in.with(a, func(a *attr) {
		a.size = a.size.Scale(int64(in.s.style.Code.Size), int64(in.s.style.Body.Size)).Em(1060)
		a.typ.Role = style.CodeRole
		a.typ.Acronyms = false
		if a.typ.Tracking != 0 {
			a.typ.Tracking = 0
		}
		a.tag = a.tag.element(role)
	})
}

// write appends characters of the document.
func (in *inliner) write(s string, a *attr) {
	if s == "" {
		return
	}
	shown := s
	if a.typ.Case == style.Capitals {
		shown = capitals(s)
	}
	lf := in.leaf(shown, a, in.source)
	if shown != s {
		lf.original = s
	}
	if in.source >= 0 {
		in.source += len(s)
	}
}

// add appends characters that are not in the document.
func (in *inliner) add(s string, a *attr) *leaf {
	if s == "" {
		return &leaf{}
	}
	return in.leaf(s, a, -1)
}

func (in *inliner) leaf(s string, a *attr, source int) *leaf {
	g := in.g
	start := g.text.Len()
	g.text.WriteString(s)
	g.leaves = append(g.leaves, leaf{start: start, end: g.text.Len(), source: source, attr: a})
	return &g.leaves[len(g.leaves)-1]
}

// capitals upper-cases letter by letter, so that offsets stay; what has no
// single capital of the same length stays small.
func capitals(s string) string {
	return strings.Map(func(r rune) rune {
		if u := unicode.ToUpper(r); len(string(u)) == len(string(r)) {
			return u
		}
		return r
	}, s)
}

// script sets raised or lowered text: with the face's own small forms where it
// has them for all characters, else scaled.
func (in *inliner) script(content []document.Inline, a *attr, form font.Features) {
	meaning, rise := "superscript", a.size.Em(330)
	if form == font.Inferiors {
		meaning, rise = "subscript", -a.size.Em(150)
	}
	own := in.s.hasForms(document.TextOf(content), a, form)
	in.run(content, span(a, func(a *attr) {
		a.tag = a.tag.refined("Span", meaning)
		a.upright, a.whole = true, true
		if own {
			a.features = a.features&^(font.OldStyle|font.Lining|font.Proportional|font.Tabular) | form
			return
		}
		a.rise += rise
		a.size = a.size.Em(680)
	}))
}
