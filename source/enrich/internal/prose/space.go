package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// OneLine makes every run of white space one space, and none at the ends. Most texts are so already, and are returned as they
// are.
func OneLine(s string) string {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ':
			if i > 0 && i+1 < len(s) && kinds[s[i+1]] != isSpace {
				continue
			}
		case c < utf8.RuneSelf:
			if kinds[c] != isSpace {
				continue
			}
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if i += size - 1; !unicode.IsSpace(r) {
				continue
			}
		}
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}
