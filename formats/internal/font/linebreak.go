package font

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// Where a line may end: the opportunities of UAX #14, and inside web addresses
// those of the Chicago Manual of Style (17th edition, 14.18), which never leave
// a mark at a line's end that could be taken for the sentence's own.

// BreakKind says why a line may, or must, be broken.
type BreakKind uint8

const (
	// BreakAllowed is an opportunity of UAX #14.
	BreakAllowed BreakKind = iota
	// BreakAddress is an opportunity inside a web address or a path. A break
	// there takes no hyphen.
	BreakAddress
	// BreakRequired comes after a line separator of the text, and at its end.
	BreakRequired
)

// Break is a place where a line may end.
type Break struct {
	Offset int // in bytes: the next line begins here
	Kind   BreakKind
}

// LineBreaks returns the places where text may be broken, in order. The last
// is always the end of the text, of kind BreakRequired. No place is inside a
// grapheme.
func LineBreaks(text string) []Break {
	if text == "" {
		return nil
	}
	breaks := make([]Break, 0, len(text)/6+1)
	// Most of a text is words of plain letters: between them there is a break
	// whatever stands around them, and inside them there is none. The rules are
	// only asked about the stretches between.
	var seg segmenter.Segmenter
	for from := 0; ; {
		end, next, plain := stretch(text, from)
		if !plain {
			breaks = breaksBetween(breaks, &seg, text[from:end], from)
		}
		if next == len(text) {
			breaks = append(breaks, Break{next, BreakRequired})
			break
		}
		breaks = append(breaks, Break{Offset: next})
		from = next
	}
	if strings.ContainsAny(text, "/.@_") {
		breaks = breakAddresses(text, breaks)
	}
	return breaks
}

// stretch returns where the stretch of text that begins at a byte ends, where
// the next one begins, and whether there is no break inside. It ends at the
// first spaces between a letter, a figure or a comma and a letter or figure of
// ASCII: no rule of UAX #14 reaches over these.
func stretch(text string, from int) (end, next int, plain bool) {
	plain = true
	for i := from; i < len(text); i++ {
		c := text[i]
		if alnum(c) {
			continue
		}
		if c == ' ' && i > from && (alnum(text[i-1]) || strings.IndexByte(",.;:", text[i-1]) >= 0) {
			k := i + 1
			for k < len(text) && text[k] == ' ' {
				k++
			}
			if k < len(text) && alnum(text[k]) {
				return i, k, plain
			}
		}
		// One comma or full stop at the end of a word changes nothing.
		plain = plain && i > from && alnum(text[i-1]) && (c == ',' || c == '.') && (i+1 == len(text) || text[i+1] == ' ')
	}
	return len(text), len(text), plain
}

// breaksBetween appends the breaks inside a stretch of text, which begins at
// base, and not the one at its end.
func breaksBetween(breaks []Break, seg *segmenter.Segmenter, text string, base int) []Break {
	runes, offsets := decode(text)
	seg.Init(runes)
	graphemes, boundary := seg.GraphemeIterator(), 0
	for it := seg.LineIterator(); it.Next(); {
		line := it.Line()
		end := line.Offset + len(line.Text)
		// A space and an accent on it are one grapheme, but UAX #14 breaks
		// between them (LB10).
		for boundary < end && graphemes.Next() {
			g := graphemes.Grapheme()
			boundary = g.Offset + len(g.Text)
		}
		if boundary != end {
			continue
		}
		// UAX #14 breaks on either side of an em dash (B2); a line of prose
		// should not begin with one.
		if end < len(runes) && runes[end] == '—' && !unicode.IsSpace(runes[end-1]) && !line.IsMandatoryBreak {
			continue
		}
		if end == len(runes) {
			break
		}
		b := Break{Offset: base + offsets[end]}
		if line.IsMandatoryBreak {
			b.Kind = BreakRequired
		}
		breaks = append(breaks, b)
	}
	return breaks
}

// Graphemes returns the ends of the grapheme clusters of text (UAX #29), in
// bytes: what a reader takes for one character.
func Graphemes(text string) []int {
	if ascii(text) && !strings.ContainsRune(text, '\r') {
		ends := make([]int, len(text))
		for i := range ends {
			ends[i] = i + 1
		}
		return ends
	}
	var seg segmenter.Segmenter
	runes, offsets := decode(text)
	seg.Init(runes)
	ends := make([]int, 0, len(runes))
	for it := seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		ends = append(ends, offsets[g.Offset+len(g.Text)])
	}
	return ends
}

// decode returns the runes of text and where each begins, and after these
// where the text ends. A byte that is no UTF-8 is one U+FFFD.
func decode(text string) (runes []rune, offsets []int) {
	n := utf8.RuneCountInString(text)
	runes, offsets = make([]rune, 0, n), make([]int, 0, n+1)
	for i, r := range text {
		runes = append(runes, r)
		offsets = append(offsets, i)
	}
	return runes, append(offsets, len(text))
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// breakAddresses replaces the opportunities inside each web address of the
// text by those of an address.
func breakAddresses(text string, breaks []Break) []Break {
	out := make([]Break, 0, len(breaks)+8)
	next := 0
	// copyTo takes over the breaks up to a place, skip leaves them out, unless
	// they are required.
	copyTo := func(end int) {
		for ; next < len(breaks) && breaks[next].Offset <= end; next++ {
			out = append(out, breaks[next])
		}
	}
	skip := func(end int) {
		for ; next < len(breaks) && breaks[next].Offset <= end; next++ {
			if breaks[next].Kind == BreakRequired {
				out = append(out, breaks[next])
			}
		}
	}
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && !space(text[end]) {
			end++
		}
		if word := text[start:end]; isAddress(word) {
			copyTo(start)
			for i := 2; i <= len(word)-2; i++ {
				if addressBreak(word, i) {
					skip(start + i)
					out = append(out, Break{start + i, BreakAddress})
				}
			}
			skip(end - 1)
		}
		start = end
		for start < len(text) && space(text[start]) {
			start++
		}
		copyTo(start)
	}
	return out
}

func space(b byte) bool { return b == ' ' || '\t' <= b && b <= '\r' }

// isAddress reports whether a word is a URL, a host with a path, an e-mail
// address, a digital object identifier or a path of files.
func isAddress(word string) bool {
	word = strings.TrimLeft(word, "(<[\"'“‘«")
	if len(word) < 6 {
		return false
	}
	if i := strings.Index(word, "://"); i > 0 && letters(word[:i]) {
		return true
	}
	if at := strings.IndexByte(word, '@'); at > 0 {
		return strings.IndexByte(word[at:], '.') > 1
	}
	if strings.HasPrefix(word, "www.") || strings.HasPrefix(word, "mailto:") || strings.HasPrefix(word, "doi:") {
		return true
	}
	slash := strings.IndexByte(word, '/')
	if slash < 0 {
		return false
	}
	host := word[:slash]
	return strings.HasPrefix(word, "10.") || // a DOI
		slash == 0 && strings.Count(word, "/") > 1 || // a path
		strings.IndexByte(strings.Trim(host, "."), '.') > 0 && ascii(host) && !strings.ContainsAny(host, ",;")
}

func letters(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; (c < 'a' || c > 'z') && !strings.ContainsRune("+-.0123456789", rune(s[i])) {
			return false
		}
	}
	return true
}

// addressBreak reports whether an address may be broken before its byte i:
// after slashes, colons and what separates the fields of a query, and before
// the marks that would be misread at a line's end.
func addressBreak(word string, i int) bool {
	prev, next := word[i-1], word[i]
	if prev >= utf8.RuneSelf || next >= utf8.RuneSelf {
		return false // a grapheme may continue here
	}
	if strings.IndexByte(".?#%~_-,", next) >= 0 {
		return alnum(prev)
	}
	return strings.IndexByte("/:=&@", prev) >= 0 && alnum(next)
}

func alnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
