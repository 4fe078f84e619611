package font

import (
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Optical margins. A line's edge looks straight when its blackness does, not
// when its boxes do: a full stop or a hyphen at the end of a line is so light
// that the line seems to stop before it, and a T seems to begin at its stem.
// So light glyphs are moved into the margin (Knuth & Plass 1981; Hàn Thế Thành,
// "Micro-typographic extensions to the TeX typesetting system", 2000).
//
// The measure here is the edge of a capital H: its stem stands inside the type
// area by its own side bearing, and other glyphs are moved until they seem to
// stand there too. For that, a glyph gives up the white that it has beyond the
// bearing of the H, and a share of its ink that depends on its shape.

// overrun is how far a glyph is moved into the margins, in font units.
type overrun struct{ left, right int16 }

// ink is the share of a glyph's inked width that goes into the left and the
// right margin, in hundredths.
type ink struct{ left, right int }

// inks holds the shares. What is missing here stays where it is.
var inks = map[rune]ink{
	// Points are a speck of black below the eye's line: nearly all of it goes.
	'.': {0, 75}, ',': {0, 70}, '…': {0, 20},
	'·': {50, 60}, '•': {30, 30},
	// Two specks above each other draw an edge of their own.
	':': {0, 40}, ';': {0, 40},
	// Strokes in the middle of the x-height. A hyphen ends many lines, so its
	// share decides how the right edge looks as a whole; dashes are long, and
	// must not seem to point out of the page.
	'-': {50, 60}, '‐': {50, 60}, '‑': {50, 60}, '–': {25, 30}, '—': {12, 15}, '−': {15, 15},
	'~': {20, 20}, '=': {12, 12}, '+': {12, 12},
	// Quotation marks hang in the upper third, with white below them.
	'\'': {60, 70}, '"': {50, 60}, '‘': {60, 70}, '’': {60, 70}, '“': {50, 60}, '”': {50, 60},
	'‚': {60, 60}, '„': {45, 50}, '‹': {40, 45}, '›': {40, 45}, '«': {30, 35}, '»': {30, 35},
	// Superior signs, likewise.
	'*': {40, 45}, '°': {30, 45}, '†': {15, 20}, '‡': {12, 15},
	'¹': {30, 35}, '²': {30, 35}, '³': {30, 35},
	// Tall marks with a slender stem or a bow.
	'!': {0, 25}, '?': {0, 15}, '¡': {25, 0}, '¿': {15, 0},
	'(': {12, 0}, ')': {0, 20}, '[': {6, 0}, ']': {0, 10}, '{': {12, 0}, '}': {0, 15},
	'/': {10, 15}, '\\': {10, 15}, '|': {0, 0}, '_': {5, 5},
	// Letters open to one side: little, or words seem to lean.
	'A': {5, 5}, 'C': {3, 0}, 'D': {0, 3}, 'F': {0, 5}, 'G': {3, 0}, 'J': {6, 0},
	'K': {0, 4}, 'L': {0, 5}, 'O': {3, 3}, 'P': {0, 4}, 'Q': {3, 3}, 'T': {6, 6},
	'V': {5, 5}, 'W': {4, 4}, 'X': {4, 4}, 'Y': {6, 6}, 'Z': {2, 2},
	'c': {3, 0}, 'e': {2, 2}, 'f': {0, 6}, 'j': {4, 0}, 'k': {0, 4}, 'o': {3, 3},
	'r': {0, 7}, 't': {0, 6}, 'v': {5, 5}, 'w': {4, 4}, 'x': {4, 4}, 'y': {5, 5}, 'z': {2, 2},
	// The Greek and Cyrillic letters of the same shapes.
	'Α': {5, 5}, 'Γ': {0, 7}, 'Δ': {4, 4}, 'Λ': {5, 5}, 'Τ': {6, 6}, 'Υ': {6, 6},
	'А': {5, 5}, 'Г': {0, 7}, 'Т': {6, 6}, 'У': {5, 5}, 'г': {0, 6}, 'т': {4, 4}, 'у': {5, 5},
	// Figures: the 1 stands alone, the 7 leans back.
	'1': {4, 4}, '7': {2, 4}, '4': {3, 2},
	// East Asian stops and brackets fill half of their square; the white half
	// is given up by the bearing alone.
	'。': {0, 0}, '、': {0, 0}, '「': {0, 0}, '」': {0, 0}, '（': {0, 0}, '）': {0, 0},
}

// Protrusion returns how far a glyph may be moved into the left margin at the
// beginning of a line, and into the right margin at its end, in font units,
// never negative. Forms of a character, such as small capitals and raised
// punctuation, protrude by the share of the character.
func (f *Face) Protrusion(g GID) (left, right int) {
	o := f.margin()[g]
	return int(o.left), int(o.right)
}

// margins works out the protrusion of all glyphs that have any.
func (f *Face) margins() map[GID]overrun {
	m := make(map[GID]overrun)
	stemLeft, stemRight := 0, 0
	if h, ok := f.Glyph('H'); ok {
		stemLeft, stemRight = f.SideBearings(h)
	}
	if f.metric.Italic {
		// The box of a leaning stem says nothing about where it seems to
		// stand; a common bearing does better.
		stemLeft, stemRight = f.metric.UnitsPerEm/25, f.metric.UnitsPerEm/25
	}
	seen := map[GID]bool{}
	share := map[string]ink{} // by the name of the plain glyph
	letters := map[GID]bool{}
	add := func(g GID, s ink) {
		b, ok := f.Bounds(g)
		if !ok {
			return
		}
		left, right := f.SideBearings(g)
		if f.metric.Italic && letters[g] {
			left, right = min(left, stemLeft), min(right, stemRight)
		}
		o := overrun{
			left:  protrude(s.left, left-stemLeft, b.XMax-b.XMin, f.Advance(g)),
			right: protrude(s.right, right-stemRight, b.XMax-b.XMin, f.Advance(g)),
		}
		if o != (overrun{}) {
			m[g] = o
		}
	}
	// In order, and the first one wins: one glyph may serve several characters.
	for _, r := range slices.Sorted(maps.Keys(inks)) {
		if g, ok := f.Glyph(r); ok && !seen[g] {
			s := inks[r]
			seen[g] = true
			letters[g] = unicode.IsLetter(r)
			add(g, s)
			if name := f.GlyphName(g); name != "" {
				share[name] = s
			}
		}
	}
	for g := range GID(f.Glyphs()) {
		if seen[g] {
			continue
		}
		if base, _, ok := strings.Cut(f.GlyphName(g), "."); ok && base != "" {
			if s, ok := share[base]; ok {
				add(g, s)
			}
		}
	}
	return m
}

// protrude returns the white beyond the stem's bearing and the share of the
// ink, at most half of the glyph.
func protrude(share, white, ink, advance int) int16 {
	if share == 0 && white < advance/3 {
		return 0
	}
	return int16(max(0, min(white+ink*share/100, advance/2)))
}
