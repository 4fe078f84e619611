package layout

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// From inline content to one string with leaves: the text of a paragraph as it
// is printed, where each leaf knows how its characters are set and to which
// element they belong.

// attr is how a leaf is set.
type attr struct {
	typ      style.Type
	face     *font.Face
	chain    []font.Candidate
	size     style.Length
	features font.Features
	color    style.Color
	rise     style.Length // upwards
	lang     string
	tag      *tag
	link     *link
	// underline and strike are the colours of lines, nil for none.
	underline, strike *style.Color
	upright           bool // no small capitals for acronyms
	whole             bool // no hyphens
	pos               diag.Position
}

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

// root returns the attributes of text set as t inside an element.
func (s *setter) root(t style.Type, el *tag, lang string) *attr {
	a := &attr{typ: t, lang: lang, tag: el, size: t.Size}
	s.dress(a)
	return a
}

// dress finds the face and features for the type of a.
func (s *setter) dress(a *attr) {
	t := a.typ
	a.face = s.face(t.Role, t.Bold, t.Italic)
	a.chain = s.chain(a.face)
	a.color = s.style.Palette.Tint(t.Tint)
	a.features = 0
	switch t.Figures {
	case style.OldStyle:
		a.features |= font.OldStyle | font.Proportional
	case style.Lining:
		a.features |= font.Lining | font.Proportional
	case style.Tabular:
		a.features |= font.Lining | font.Tabular
	}
	switch t.Case {
	case style.SmallCapitals:
		a.features |= font.SmallCaps
	case style.AllSmallCapitals:
		a.features |= font.SmallCaps | font.CapsToSmall
	}
	if t.Role == style.CodeRole {
		a.features = font.NoLigatures
		a.whole, a.upright = true, true
	}
	if t.Tracking != 0 {
		a.features |= font.NoLigatures
	}
	if t.Unhyphenated {
		a.whole = true
	}
	if !t.Acronyms || t.Case != style.AsWritten {
		a.upright = true
	}
}

// with returns a changed copy of a, in the face that belongs to its type.
func (in *inliner) with(a *attr, change func(*attr)) *attr {
	b := *a
	change(&b)
	in.s.dress(&b)
	return &b
}

// span is with for changes that leave the face alone.
func span(a *attr, change func(*attr)) *attr {
	b := *a
	change(&b)
	return &b
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
		in.write(n.Value, a)
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
		f.tag.Alt = n.Source
		in.write(n.Source, f)
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
		in.run(n.Content, span(a, func(a *attr) {
			if n.Expansion != "" {
				a.tag = a.tag.refined("Span", "abbreviation")
				a.tag.Expansion = n.Expansion
			}
		}))
	case *document.Definition:
		in.run(n.Content, span(a, func(a *attr) { a.tag = a.tag.refined("Span", "definition") }))
	case *document.Date:
		in.run(n.Content, a)
	case *document.IndexTerm:
		in.run(n.Content, a)
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

// hasForms reports whether the face has a form of its own for every character.
func (s *setter) hasForms(text string, a *attr, f font.Features) bool {
	feature := "sups"
	if f == font.Inferiors {
		feature = "subs"
	}
	if text == "" || len(text) > 8 || !a.face.Supports(feature) {
		return false
	}
	plain := s.shaper.Shape(text, font.Setting{Face: a.face})
	small := s.shaper.Shape(text, font.Setting{Face: a.face, Features: f})
	if len(plain.Glyphs) != len(small.Glyphs) {
		return false
	}
	for i := range plain.Glyphs {
		if plain.Glyphs[i].ID == small.Glyphs[i].ID {
			return false
		}
	}
	return true
}

func (in *inliner) link(n *document.Link, a *attr) {
	el := a.tag.element("Link")
	contents := n.Title
	if contents == "" {
		contents = n.URL
	}
	accent := in.s.style.Palette.Accent
	in.run(n.Content, span(a, func(a *attr) {
		a.tag, a.underline = el, &accent
		if n.URL != "" {
			a.link = &link{uri: n.URL, contents: contents, tag: el}
		}
	}))
	if in.s.style.LinkNotes && n.URL != "" && document.TextOf(n.Content) != n.URL && !in.s.inNote {
		in.addressNote(n, a)
	}
}

func (in *inliner) reference(n *document.CrossReference, a *attr) {
	s := in.s
	parent := a.tag
	if n.Ref == document.RefNote {
		parent = parent.element("Reference")
	}
	el := parent.element("Link")
	b := span(a, func(a *attr) {
		a.tag = el
		a.link = &link{target: n.Target, contents: document.TextOf(n.Content), tag: el}
	})
	switch n.Ref {
	case document.RefLink:
		accent := s.style.Palette.Accent
		b.underline = &accent
	case document.RefSeeAlso:
		b.typ.Italic = true
		s.dress(b)
	case document.RefNote:
		if i := s.numbers.Of(s.nodes[n.Target]); i > 0 {
			b.link.contents = strconv.Itoa(i)
			in.add(strconv.Itoa(i), s.superior(b))
			return
		}
	}
	switch n.Show {
	case document.ShowPage:
		b.link.contents = ""
		in.add(s.pageLabel(n.Target), b)
	case document.ShowNumber:
		label := ""
		if i := s.numbers.Of(s.nodes[n.Target]); i > 0 {
			label = strconv.Itoa(i)
			in.add(label, b)
			b.link.contents = label
			return
		}
		in.run(n.Content, b)
	default:
		in.run(n.Content, b)
	}
	if b.link.contents == "" {
		b.link.contents = s.words.Page + " " + s.pageLabel(n.Target)
	}
}

// superior returns attributes for the mark of a note.
func (s *setter) superior(a *attr) *attr {
	return span(a, func(a *attr) {
		a.upright, a.whole = true, true
		a.underline = nil
		if a.face.Supports("sups") {
			a.features = font.Superiors
			return
		}
		a.rise += a.size.Em(330)
		a.size = a.size.Em(650)
	})
}

// inlinePicture is a picture in a line of text.
type inlinePicture struct {
	image         *raster
	drawn         *drawn // of a drawing
	width, height style.Length
	tag           *tag
}

func (in *inliner) picture(n *document.Image, a *attr) {
	s := in.s
	img := s.raster(n.Resource, n.Pos)
	if img == nil {
		if n.Alt != "" {
			el := a.tag.element("Span")
			in.add("["+n.Alt+"]", span(a, func(a *attr) { a.tag = el }))
		}
		return
	}
	h := a.size
	w := h.Scale(int64(img.width), int64(max(img.height, 1)))
	el := a.tag.element("Figure")
	el.Alt = n.Alt
	p := &inlinePicture{image: img, width: w, height: h, tag: el}
	if n.Decorative {
		p.tag = nil
	}
	if img.drawing != nil {
		p.drawn = s.draw(img.drawing, w, p.tag)
	}
	in.leaf("\uFFFC", a, -1).shown = p
}
