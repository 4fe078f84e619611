package layout

import (
	"unicode"
	"unicode/utf8"
)

// stretch is a part of a text, in bytes.
type extent struct{ start, end int }

// acronyms returns the parts of a text that are set in small capitals: three
// capitals or more in a row, or two with figures between them, which no small
// letter precedes. A plural's s is not part of one. Text that shouts throughout has none.
func acronyms(text string) []extent {
	var out []extent
	capitals, small := 0, 0
	start, n, figures := -1, 0, 0
	before := false // a small letter stands before the capitals
	last := rune(0)
	flush := func(end int) {
		if n+figures >= 3 && !before {
			out = append(out, extent{start, end})
		}
		start, n, figures = -1, 0, 0
	}
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			if n == 0 {
				start, before = i, unicode.IsLower(last)
			}
			n++
			capitals++
		case n > 0 && '0' <= r && r <= '9' && i+1 < len(text) && 'A' <= text[i+1] && text[i+1] <= 'Z':
			figures++ // as in W3C
		default:
			if n > 0 {
				flush(i)
			}
			if unicode.IsLower(r) {
				small++
			}
		}
		last = r
		i += size
	}
	if n > 0 {
		flush(len(text))
	}
	if len(out) > 0 && capitals > small && small+capitals > 24 {
		return nil
	}
	return out
}
