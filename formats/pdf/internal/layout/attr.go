package layout

import (
	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
)

// Attributes: how a piece of text is set.

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

// root returns the attributes of text set as t inside an element, which says in
// which language it is.
func (s *setter) root(t style.Type, el *tag, lang string) *attr {
	a := &attr{typ: t, lang: lang, tag: s.speaks(el, lang), size: t.Size}
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
	if t.Tracking >= letterGap {
		a.features |= font.NoKerning
	}
	if t.Unhyphenated {
		a.whole = true
	}
	if eastLanguage(a.lang) && t.Role != style.CodeRole {
		// Old-style figures and small capitals look lost among squares.
		a.upright = true
		if t.Figures == style.OldStyle {
			a.features = a.features&^font.OldStyle | font.Lining
		}
	}
	if !t.Acronyms || t.Case != style.AsWritten {
		a.upright = true
	}
}

// letterGap is the white between letters, in thousandths of their size, that
// programs which extract text take for the end of a word, unless it is even.
const letterGap = 100

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
