package document

import (
	"strings"
	"unicode/utf8"
)

// longestVerse is the length in characters of the longest line that is taken for
// one of verse: two lines of a book; what is longer is prose.
const longestVerse = 120

// Verse reports whether the lines of a paragraph are its author's, as in verse,
// addresses and signatures: it has a [LineBreak], and none of its lines is empty
// or longer than 120 characters. A first line that is all [Strong] is a label, and
// what follows it is prose. Such a paragraph has no indent, is not justified,
// and where a line has no room what is left of it hangs.
func (p *Paragraph) Verse() bool {
	if !broken(p.Content) || labelled(p.Content) {
		return false
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(TextOf(p.Content), "\n"), "\n") {
		if n := utf8.RuneCountInString(line); n > longestVerse || strings.TrimSpace(line) == "" {
			return false
		}
	}
	return true
}

// labelled reports whether content begins with a line that is all strong.
func labelled(content []Inline) bool {
	if len(content) < 2 {
		return false
	}
	_, label := content[0].(*Strong)
	_, alone := content[1].(*LineBreak)
	return label && alone
}

// broken reports whether a line is broken anywhere in content.
func broken(content []Inline) bool {
	for _, n := range content {
		switch n := n.(type) {
		case *LineBreak:
			return true
		case *Text:
		default:
			if in := Inside(n); in != nil && broken(*in) {
				return true
			}
		}
	}
	return false
}
