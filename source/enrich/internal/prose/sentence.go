package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences cuts text into sentences, in order. The spans hold no white space at their ends and leave nothing out
// but white space. A blank line always parts sentences; a single line break counts as a space.
//
// A mark ends a sentence when white space follows it (closing quotes, brackets and note marks such as "[3]" may
// stand between), the next word does not go on in lower case, and the mark is not part of an abbreviation, an
// initial, a number or, where the language writes them so, an ordinal.
func Sentences(text, lang string) []Span { return AppendSentences(nil, text, lang) }

// AppendSentences appends the sentences of text to those in spans, as [Sentences] cuts them.
func AppendSentences(spans []Span, text, lang string) []Span {
	orth := orthographyOf(lang)
	start := 0
	emit := func(end int) {
		s, e := start, end
		for s < e {
			r, size := utf8.DecodeRuneInString(text[s:e])
			if !unicode.IsSpace(r) {
				break
			}
			s += size
		}
		for s < e {
			r, size := utf8.DecodeLastRuneInString(text[s:e])
			if !unicode.IsSpace(r) {
				break
			}
			e -= size
		}
		if s < e {
			spans = append(spans, Span{s, e})
		}
		start = end
	}
	for i := 0; i < len(text); {
		if !stops[text[i]] {
			i++
			continue
		}
		switch c := text[i]; {
		case c == '\n':
			j, breaks := i, 0
			for j < len(text) && (text[j] == '\n' || text[j] == ' ' || text[j] == '\t' || text[j] == '\r') {
				if text[j] == '\n' {
					breaks++
				}
				j++
			}
			if breaks > 1 {
				emit(i)
			}
			i = j
		case c == '.' || c == '!' || c == '?' || strings.HasPrefix(text[i:], "…"):
			mark := i
			for i < len(text) && (text[i] == '.' || text[i] == '!' || text[i] == '?' || strings.HasPrefix(text[i:], "…")) {
				_, size := utf8.DecodeRuneInString(text[i:])
				i += size
			}
			end := closers(text, i)
			if orth.ends(text, start, mark, i, end) {
				emit(end)
			}
			i = max(i, end)
		default:
			i++
		}
	}
	emit(len(text))
	return spans
}

// stops are the bytes that a sentence may end with, or with which what it ends with begins.
var stops = [256]bool{'\n': true, '.': true, '!': true, '?': true, 0xE2: true} // "…"

// closers returns the offset after the closing quotes, brackets and note marks that stand at i.
func closers(text string, i int) int {
	for i < len(text) {
		if n := noteMark(text[i:]); n > 0 {
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch r {
		case '"', '\'', ')', ']', '}', '”', '’', '»', '›':
		case '“', '‘': // closes in German
			if next, _ := utf8.DecodeRuneInString(text[i+size:]); i+size < len(text) && !unicode.IsSpace(next) {
				return i
			}
		case ' ', '\u00A0', '\u202F': // French sets a space before its closing quote
			if next, _ := utf8.DecodeRuneInString(text[i+size:]); next != '»' {
				return i
			}
		default:
			return i
		}
		i += size
	}
	return i
}

// noteMark returns the length of a note mark such as "[3]" or "[note 12]" at the beginning of s, or 0.
func noteMark(s string) int {
	if s[0] != '[' {
		return 0
	}
	digits := false
	for i := 1; i < len(s) && i < 24; i++ {
		switch c := s[i]; {
		case c == ']':
			if digits || i > 1 {
				return i + 1
			}
			return 0
		case '0' <= c && c <= '9':
			digits = true
		case asciiLetter(c) || c == ' ' || c == ',' || c == '-':
		default:
			return 0
		}
	}
	return 0
}

// ends decides about the run of marks text[mark:after], with what closes after it up to end, in the sentence that
// began at start.
func (o *orthography) ends(text string, start, mark, after, end int) bool {
	rest := text[end:]
	next, _ := utf8.DecodeRuneInString(rest)
	if rest == "" {
		return true
	}
	if !unicode.IsSpace(next) {
		return false
	}
	// The window keeps the look ahead short whatever stands there.
	if rest = rest[:min(len(rest), 64)]; rest[0] == ' ' {
		rest = rest[1:]
	}
	if rest == "" || kinds[rest[0]] != isLetter {
		rest = strings.TrimLeftFunc(rest, func(r rune) bool {
			return unicode.IsSpace(r) || strings.ContainsRune("\"'([{“”„‘‚«‹¿¡—–-", r)
		})
	}
	first, size := utf8.DecodeRuneInString(rest)
	if rest == "" || first == utf8.RuneError && size <= 1 {
		return true
	}
	if unicode.IsLower(first) {
		return false
	}
	if text[mark] != '.' || after-mark > 1 {
		return true // "!", "?", an ellipsis or several marks before a capital or a digit
	}
	word := lastWord(text[start:mark])
	if word == "" {
		return true
	}
	leans := o.leans[strings.ToLower(word)]
	digit := '0' <= first && first <= '9'
	opener := func() bool {
		return unicode.IsUpper(first) && o.starters[strings.ToLower(rest[:wordEnd(rest, 0)])]
	}
	switch {
	case leans&(either|never) == 0 && initial(word):
		return end > after && !strings.Contains(word, ".") && opener()
	case leans&never != 0:
		return false
	case leans&number != 0:
		// "No. 5" but "He said no. The …": the number decides.
		return !digit
	case leans&either != 0:
		return digit || opener()
	case o.ordinals && allDigits(word) && len(word) <= 2:
		return opener()
	}
	return true
}

// initial reports whether word is a capital such as the J in "J. Smith" or capitals parted by full stops.
func initial(word string) bool {
	for more := true; more; {
		var part string
		part, word, more = strings.Cut(word, ".")
		r, size := utf8.DecodeRuneInString(part)
		if size != len(part) || !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// lastWord returns the word at the end of s with the full stops and hyphens inside it ("e.g", "J.-C", "1999"); it
// looks back no further than 16 bytes.
func lastWord(s string) string {
	i := len(s)
	for i > 0 && len(s)-i < 16 {
		if c := s[i-1]; c < utf8.RuneSelf {
			if k := kinds[c]; k != isLetter && k != isDigit && c != '.' && c != '-' {
				break
			}
			i--
			continue
		}
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '.' && r != '-' {
			break
		}
		i -= size
	}
	return strings.Trim(s[i:], ".-")
}
