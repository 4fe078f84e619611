package style

import (
	"fmt"
	"strings"

	"github.com/quirepress/quire/source/document"
)

// Profile is the kind of publication.
type Profile string

// The profiles. The empty one is Article for a single text under 12,000 words
// and Book for everything else; see [Profile.For].
const (
	AutoProfile Profile = ""
	// Article has a title page and sections that run on.
	Article Profile = "article"
	// Book has chapters that open on right-hand pages and roman numerals in
	// the front matter.
	Book Profile = "book"
	// Handout has a title block and, on large papers, two columns.
	Handout Profile = "handout"
	// LargePrint is for readers who need large letters and high contrast.
	LargePrint Profile = "large-print"
)

// Profiles returns the profiles that can be asked for.
func Profiles() []Profile { return []Profile{Article, Book, Handout, LargePrint} }

// ParseProfile reads the name of a profile; "" and "auto" are [AutoProfile].
func ParseProfile(s string) (Profile, error) {
	t := Profile(strings.ToLower(strings.TrimSpace(s)))
	if t == AutoProfile || t == "auto" {
		return AutoProfile, nil
	}
	var names []string
	for _, p := range Profiles() {
		if p == t {
			return p, nil
		}
		names = append(names, string(p))
	}
	return "", fmt.Errorf("style: unknown profile %q: want one of %s", s, strings.Join(names, ", "))
}

// articleWords is the length in words from which on a text is a book.
const articleWords = 12_000

// For returns the profile itself or, for the automatic one, that which suits
// the document.
func (p Profile) For(doc *document.Document) Profile {
	if p != AutoProfile {
		return p
	}
	words := 0
	if chapters(doc) {
		return Book
	}
	for _, n := range doc.All() {
		switch n := n.(type) {
		case *document.Section:
			if n.Role == document.RolePart || n.Role.FrontMatter() {
				return Book
			}
		case *document.Text:
			words += len(strings.Fields(n.Value))
		}
	}
	if words >= articleWords {
		return Book
	}
	return Article
}

// chapters reports whether the document is made of several files, whose top
// sections are then chapters.
func chapters(doc *document.Document) bool {
	files := map[string]bool{}
	for _, b := range doc.Blocks {
		if s, ok := b.(*document.Section); ok && s.Pos.File != "" {
			files[s.Pos.File] = true
		}
	}
	return len(files) > 1
}

// Theme is a set of colours.
type Theme string

// The themes. The empty one is the house's own.
const (
	House Theme = ""
	// Indigo and Forest have another accent.
	Indigo Theme = "indigo"
	Forest Theme = "forest"
	// Grey is for printing without colour: pure black and greys.
	Grey Theme = "grey"
)

// Themes returns the themes that can be asked for.
func Themes() []Theme { return []Theme{"house", Indigo, Forest, Grey} }

// ParseTheme reads the name of a theme; "", "book" and "house" are [House].
func ParseTheme(s string) (Theme, error) {
	switch t := Theme(strings.ToLower(strings.TrimSpace(s))); t {
	case House, "book", "house":
		return House, nil
	case Indigo, Forest, Grey:
		return t, nil
	}
	var names []string
	for _, t := range Themes() {
		names = append(names, string(t))
	}
	return "", fmt.Errorf("style: unknown theme %q: want one of %s", s, strings.Join(names, ", "))
}

// palette returns the colours of the theme.
func (t Theme) palette() Palette {
	p := HousePalette()
	switch t {
	case Indigo:
		p.Accent = Color{0x2b, 0x35, 0x7a}
	case Forest:
		p.Accent = Color{0x1f, 0x52, 0x36}
	case Grey:
		p.Ink, p.Accent = Color{}, Color{}
		p.Secondary, p.Hairline, p.Ground = Color{0x50, 0x50, 0x50}, Color{0xb8, 0xb8, 0xb8}, Color{0xf2, 0xf2, 0xf2}
	}
	return p
}
