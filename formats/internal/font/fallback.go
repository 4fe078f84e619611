package font

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/runenames"
)

// No character is lost: what a face lacks is set from the next face of a
// chain, and what no face has is reported, so that the caller can print its
// name. Graphemes stay whole, since an accent must come from the face of its
// letter.

// Candidate is something that gives a face when asked: a *[Face] itself, or an
// [Embedded] face that is parsed only if it is needed.
type Candidate interface{ Face() *Face }

// Span is a part of a text that one face can set.
type Span struct {
	Face       *Face
	Start, End int // bytes of the text
	// Missing says that no face of the chain has the grapheme; the face is the
	// primary one. Each missing grapheme has a span of its own.
	Missing bool
}

// Fallback divides text into spans by the first face, of primary and then the
// chain, that has all characters of a grapheme. The spans cover the text
// without gaps; neighbours differ in face, unless a grapheme is missing.
func Fallback(text string, primary *Face, chain ...Candidate) []Span {
	if text == "" {
		return nil
	}
	if covers(primary, text) {
		return []Span{{Face: primary, End: len(text)}}
	}
	var spans []Span
	start := 0
	for _, end := range Graphemes(text) {
		face, missing := choose(text[start:end], primary, chain)
		last := len(spans) - 1
		if last >= 0 && spans[last].Face == face && !spans[last].Missing && !missing {
			spans[last].End = end
		} else {
			spans = append(spans, Span{face, start, end, missing})
		}
		start = end
	}
	return spans
}

// choose finds the face for a grapheme. In a second round it is enough if the
// face has the letter and the accents apart, since these may not meet well.
func choose(grapheme string, primary *Face, chain []Candidate) (face *Face, missing bool) {
	for _, form := range []norm.Form{norm.NFC, norm.NFD} {
		text := form.String(grapheme)
		if has(primary, text) {
			return primary, false
		}
		for _, c := range chain {
			if f := c.Face(); has(f, text) {
				return f, false
			}
		}
	}
	return primary, true
}

// covers reports whether shaping text in f leaves no missing glyph: the shaper
// composes letters and accents where the face has the composed letter.
func covers(f *Face, text string) bool {
	if !norm.NFC.IsNormalString(text) {
		text = norm.NFC.String(text)
	}
	return has(f, text)
}

// has reports whether f has all characters of a text, apart from those that
// leave no mark and those that the shaper makes from others: spaces of every
// width, and the hyphen that does not break.
func has(f *Face, text string) bool {
	for _, r := range text {
		switch {
		case ' ' <= r && r <= '~' && f.ascii, f.Has(r), Invisible(r):
		case unicode.Is(unicode.Zs, r) && r != 0x1680 && f.Has(' '):
		case r == 0x2011 && f.Has(0x2010):
		default:
			return false
		}
	}
	return true
}

// Invisible reports whether a character leaves no mark by itself, so that no
// face needs a glyph for it: joiners, direction marks, variation selectors,
// the soft hyphen (Unicode: Default_Ignorable_Code_Point).
func Invisible(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0xFEFF,
		0x180B <= r && r <= 0x180F,
		0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x206F,
		0xFE00 <= r && r <= 0xFE0F, 0x1BCA0 <= r && r <= 0x1BCA3,
		0x1D173 <= r && r <= 0x1D17A, 0xE0000 <= r && r <= 0xE0FFF:
		return true
	}
	return false
}

// Describe returns words to print in place of a grapheme that no face has: the
// names of its characters in lower case, as in "[grinning face]", or their
// numbers, as in "[U+E123]".
func Describe(grapheme string) string {
	var names []string
	for i, r := range grapheme {
		if Invisible(r) {
			continue
		}
		name := runenames.Name(r)
		_, size := utf8.DecodeRuneInString(grapheme[i:])
		if name == "" || strings.HasPrefix(name, "<") || r == utf8.RuneError && size == 1 {
			name = fmt.Sprintf("U+%04X", r)
		} else {
			name = strings.ToLower(name)
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return ""
	}
	return "[" + strings.Join(names, ", ") + "]"
}

// FallbackChain returns the embedded faces to try after f, the ones that look
// most like it first: the same weight and slope where Noto has it, then the
// faces for signs.
func FallbackChain(f *Face) []Candidate {
	m := f.metric
	var chain []Candidate
	serif := []Candidate{NotoSerif}
	sans := []Candidate{NotoSans}
	if m.Weight >= 600 {
		serif = []Candidate{NotoSerifBold, NotoSerif}
		sans = []Candidate{NotoSansBold, NotoSans}
	} else if m.Italic {
		serif = []Candidate{NotoSerifItalic, NotoSerif}
	}
	if m.FixedPitch || strings.Contains(f.family, "Sans") {
		chain = append(append(chain, sans...), serif...)
	} else {
		chain = append(append(chain, serif...), sans...)
	}
	return append(chain, NotoSansMath, NotoSansSymbols, NotoEmoji, NotoSansSymbols2)
}
