// Package manuscript holds what every reader does with a manuscript: it finds
// lines and columns, drops characters that no page can hold, checks addresses,
// nests headings into sections and finds the title.
package manuscript

import (
	"strings"
	"unicode/utf8"

	"github.com/quirepress/quire/source/document"
)

// Clean returns s without what [document.ValidText] refuses: controls other
// than tab and line feed, noncharacters, and bytes that are not UTF-8, which
// become U+FFFD. A string without such characters is returned as it is.
func Clean(s string) string {
	if document.ValidText(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r == utf8.RuneError {
			b.WriteRune(utf8.RuneError)
		} else if Printable(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Printable reports whether a text may hold r: see [Clean].
func Printable(r rune) bool {
	switch {
	case r < 0x20 && r != '\t' && r != '\n', r >= 0x7f && r < 0xa0, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe, r == 0xfeff:
		return false
	}
	return true
}
