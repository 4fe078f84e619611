package frame

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/quirepress/quire/formats/style"
)

// Append adds a glyph that stands for text, in reading order: "ffi" for a
// ligature, "" for the second glyph of a cluster. The glyph's Char is set by
// it.
func (t *Text) Append(g Glyph, text string) {
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case text == "":
		g.Char = 0
	case size == len(text) && r > 0 && r != utf8.RuneError:
		g.Char = r
	default:
		t.Clusters = append(t.Clusters, text)
		g.Char = rune(-len(t.Clusters))
	}
	t.Glyphs = append(t.Glyphs, g)
}

// Move shifts the glyph appended last. Glyphs that are shifted alike share
// their shift, so that a run never has more than can be told apart.
func (t *Text) Move(s Shift) {
	if s == (Shift{}) {
		return
	}
	i := slices.Index(t.Shifts, s)
	if i < 0 {
		i = len(t.Shifts)
		if i == math.MaxUint16 {
			return // more than any face has
		}
		t.Shifts = append(t.Shifts, s)
	}
	t.Glyphs[len(t.Glyphs)-1].Shift = uint16(i + 1)
}

// Shifted returns how far a glyph of the run stands from the pen.
func (t *Text) Shifted(g Glyph) Shift {
	if g.Shift == 0 {
		return Shift{}
	}
	return t.Shifts[g.Shift-1]
}

// Stands returns what a glyph of the run stands for.
func (t *Text) Stands(g Glyph) string {
	switch {
	case g.Char == 0:
		return ""
	case g.Char < 0:
		return t.Clusters[-1-g.Char]
	}
	return string(g.Char)
}

// String returns what all glyphs of the run stand for.
func (t *Text) String() string {
	var b strings.Builder
	for _, g := range t.Glyphs {
		b.WriteString(t.Stands(g))
	}
	return b.String()
}

// Width returns the sum of the advances.
func (t *Text) Width() style.Length {
	var w style.Length
	for _, g := range t.Glyphs {
		w += g.Advance
	}
	return w
}
