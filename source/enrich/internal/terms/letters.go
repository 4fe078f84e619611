package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Letters and words: what counts as one, and what looks like a short form.

// fold returns the letter without case and accents: É → e.
func fold(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	if d := norm.NFD.PropertiesString(string(r)).Decomposition(); len(d) > 0 {
		if base, _ := utf8.DecodeRune(d); base < utf8.RuneSelf || unicode.IsLetter(base) {
			r = base
		}
	}
	return unicode.ToLower(r)
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func isHyphen(r rune) bool {
	return r == '-' || r == '\u2010' || r == '\u2011' || r == '\u2013'
}

func isApostrophe(r rune) bool { return r == '\'' || r == '\u2019' }

// wordEnd returns the end of the word that starts at i: letters, digits and
// single hyphens, slashes, ampersands and dots between them.
func wordEnd(t string, i int) int {
	end := i
	for i < len(t) {
		if c := t[i]; c < utf8.RuneSelf {
			if isWordRune(rune(c)) {
				i++
				end = i
				continue
			}
			if end == i && (c == '-' || c == '&' || c == '.') {
				i++
				continue
			}
			break
		}
		r, n := utf8.DecodeRuneInString(t[i:])
		if isWordRune(r) {
			i += n
			end = i
			continue
		}
		if end == i && isHyphen(r) && r != '\u2013' {
			i += n
			continue
		}
		break
	}
	return end
}

// acronymLike reports whether a word has the look of a short form wherever it
// stands: at least two capitals, or a capital and a digit.
func acronymLike(w string) bool {
	if len(w) > 24 {
		return false
	}
	upper, lower, digits := 0, 0, 0
	for i, r := range w {
		switch c := w[i]; {
		case 'a' <= c && c <= 'z':
			lower++
		case 'A' <= c && c <= 'Z':
			upper++
		case '0' <= c && c <= '9':
			digits++
		case c < utf8.RuneSelf:
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		case unicode.IsDigit(r):
			digits++
		}
	}
	return upper >= 2 && lower <= upper+3 || upper == 1 && digits > 0 && lower < 4
}

func hasUpper(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }

// onlyLetters folds s to its letters.
func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return fold(r)
	}, s)
}

// containsWord reports whether word stands in s as a word of its own.
func containsWord(s, word string) bool {
	for at := 0; ; {
		i := strings.Index(s[at:], word)
		if i < 0 {
			return false
		}
		i += at
		l, _ := utf8.DecodeLastRuneInString(s[:i])
		r, _ := utf8.DecodeRuneInString(s[i+len(word):])
		if (i == 0 || !isWordRune(l)) && (i+len(word) == len(s) || !isWordRune(r)) {
			return true
		}
		at = i + 1
	}
}

// balanced reports whether every bracket in s is closed.
func balanced(s string) bool {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(', '[':
			depth++
		case ')', ']':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

// trim narrows the span to leave out spaces and the runes of cut at both ends.
func trim(t string, s Span, cut string) Span {
	in := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(cut, r) }
	part := t[s.Start:s.End]
	left := len(part) - len(strings.TrimLeftFunc(part, in))
	part = part[left:]
	right := len(part) - len(strings.TrimRightFunc(part, in))
	if left+right >= s.End-s.Start {
		return Span{s.Start, s.Start}
	}
	return Span{s.Start + left, s.End - right}
}

const quotes = "\"'`´“”„‘’‚«»‹›*_"
