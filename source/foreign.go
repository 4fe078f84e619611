package source

import (
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// A file whose letters are nearly all beyond ASCII, and which is not UTF-8, is
// text of another alphabet in one of its old encodings. Which one cannot be
// known for sure, so that it is not converted; but its author is told the
// likeliest.

// alphabet is an old encoding and the script that it was made for.
type alphabet struct {
	label  string
	chars  *charmap.Charmap
	script *unicode.RangeTable
}

// alphabets returns the encodings, the more usual ones first.
func alphabets() []alphabet {
	return []alphabet{
		{"Windows-1251", charmap.Windows1251, unicode.Cyrillic}, {"KOI8-R", charmap.KOI8R, unicode.Cyrillic},
		{"CP866", charmap.CodePage866, unicode.Cyrillic}, {"ISO 8859-5", charmap.ISO8859_5, unicode.Cyrillic},
		{"Windows-1253", charmap.Windows1253, unicode.Greek}, {"ISO 8859-7", charmap.ISO8859_7, unicode.Greek},
		{"Windows-1255", charmap.Windows1255, unicode.Hebrew}, {"Windows-1256", charmap.Windows1256, unicode.Arabic},
	}
}

// clustered reports whether nearly all letters beyond ASCII stand beside others,
// as in words of another alphabet among markup or Latin words. In Western
// languages they stand between letters of ASCII.
func clustered(b []byte) bool {
	beyond, beside := 0, 0
	for i, c := range b {
		if c < 0x80 {
			continue
		}
		beyond++
		if i > 0 && b[i-1] >= 0x80 || i+1 < len(b) && b[i+1] >= 0x80 {
			beside++
		}
	}
	return beyond >= 40 && beside > beyond*8/10
}

// foreign returns the encoding in which b is most like a text: letters of one
// script, large ones at the beginnings of words alone. It is empty if there is
// none.
func foreign(b []byte) string {
	for _, c := range b {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			return ""
		}
	}
	label, best := "", 0
	for _, a := range alphabets() {
		beyond, good, large, before := 0, 0, 0, ' '
		for _, c := range b {
			r := a.chars.DecodeByte(c)
			if c >= 0x80 {
				beyond++
				if unicode.IsUpper(r) {
					large++
				}
				switch {
				case !unicode.Is(a.script, r):
				case unicode.IsUpper(r) && unicode.IsLetter(before):
					good -= 2 // a large letter inside a word
				default:
					good++
				}
			}
			before = r
		}
		cased := a.script == unicode.Cyrillic || a.script == unicode.Greek
		if cased && large == 0 {
			continue // no text of some length has none
		}
		if good > best && good > beyond*8/10 && (beyond > len(b)/3 || clustered(b)) {
			label, best = a.label, good
		}
	}
	return label
}
