package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/formats/pdf/internal/line"
)

// Dashes between words. A line does not begin with one where it can be helped:
// the dash says that the sentence goes on, and belongs to the end of the line
// (Chicago Manual of Style, 17th edition, 6.90; for Czech ČSN 01 6910, for
// Polish and Russian the rule of every primer). Only the dash that opens a
// line of dialogue, and in the Romance languages one that opens an aside, is
// taken for a bracket: it stays with the word behind it, and may begin a line
// (Lexique des règles typographiques en usage à l'Imprimerie nationale; the Real
// Academia's Ortografía, 3.4.7).

// dashPenalty is what a line costs that begins with a dash all the same: spaces
// of nearly twice their width.
const dashPenalty = 2000

// dashAt returns the length of a dash between words that stands at a byte, 0 if
// there is none. Hyphens with spaces on both sides are dashes; what stands right
// before a figure is a minus.
func dashAt(text string, at int) int {
	r, n := utf8.DecodeRuneInString(text[at:])
	next, _ := utf8.DecodeRuneInString(text[at+n:])
	switch r {
	case '—', '―':
		return n
	case '–':
		if !unicode.IsDigit(next) {
			return n
		}
	case '-':
		if unicode.IsSpace(next) {
			return n
		}
	}
	return 0
}

// opens reports whether the dash of n bytes at a place, with a space or nothing
// before it, belongs to what follows.
func (b *shaper) opens(at, n int) bool {
	before := strings.TrimRight(b.text[:at], " \u00A0\u202F\u2060")
	if before == "" || before[len(before)-1] == '\n' {
		return true
	}
	switch primaryTag(b.attrAt(at).lang) {
	case "fr", "es", "it", "pt", "ca", "gl", "oc":
	default:
		return false
	}
	if next, _ := utf8.DecodeRuneInString(b.text[at+n:]); !unicode.IsSpace(next) {
		return true // "—aside—"
	}
	// Asides have a dash at either end; those of a sentence come in turn.
	const longest = 600
	from := max(0, at-longest)
	inside := 0
	for i := at - 1; i > from; i-- {
		if b.text[i] != ' ' {
			continue
		}
		if strings.IndexByte(".!?", b.text[i-1]) >= 0 {
			break
		}
		if i > 1 && dashAt(b.text, i+1) > 0 && i+1 < at {
			inside++
		}
	}
	return inside%2 == 0
}

// primaryTag returns the language in a tag, without region and script.
func primaryTag(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return base
}

// beside returns what a break at the space from start to end costs for the
// sake of a dash beside it; ok is false where there is none.
func (b *shaper) beside(start, end int) (it line.Item, ok bool) {
	if end < len(b.text) {
		if c := b.text[end]; c == '-' || c == 0xE2 { // the first byte of all dashes
			if n := dashAt(b.text, end); n > 0 && !b.opens(end, n) {
				return line.Item{Kind: line.Penalty, Cost: dashPenalty, From: line.Emergency}, true
			}
		}
	}
	if start > 0 {
		if c := b.text[start-1]; c == '-' || c == '\x94' || c == '\x93' || c == '\x95' {
			if at, n := b.dashBefore(start); n > 0 && b.opens(at, n) {
				return line.Item{Kind: line.Penalty, Cost: line.Inhibit}, true
			}
		}
	}
	return it, false
}

// dashBefore returns the dash that ends before a byte, alone between spaces or
// at the beginning of a line; n is 0 if there is none.
func (b *shaper) dashBefore(end int) (at, n int) {
	r, n := utf8.DecodeLastRuneInString(b.text[:end])
	switch r {
	case '—', '–', '―', '-':
	default:
		return 0, 0
	}
	at = end - n
	if at > 0 {
		if before, _ := utf8.DecodeLastRuneInString(b.text[:at]); !unicode.IsSpace(before) {
			return 0, 0
		}
	}
	return at, n
}

// option reports whether the hyphens at the end of a text begin a word, as in
// "--all" and "-5": no line ends with them.
func option(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "-"))
	return r == utf8.RuneError || unicode.IsSpace(r) || unicode.Is(unicode.Ps, r) || unicode.Is(unicode.Pi, r)
}
