package terms

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Options say how acronyms are looked for. The zero value is English.
type Options struct {
	// Language is a BCP 47 tag; only its function words and its ways of
	// saying "short for" are used, an unknown language gets the brackets only.
	Language string
}

// Acronyms returns the pairs of short and long form that the text gives, in
// the order of their short forms' places. A pair that is given twice is
// returned twice.
func Acronyms(text string, opts Options) []Pair {
	f := finder{text: text, lang: vocabularyOf(opts.Language)}
	f.scan()
	slices.SortStableFunc(f.pairs, func(a, b Pair) int {
		if a.ShortStart != b.ShortStart {
			return a.ShortStart - b.ShortStart
		}
		return a.LongStart - b.LongStart
	})
	return slices.CompactFunc(f.pairs, func(a, b Pair) bool {
		return a.ShortStart == b.ShortStart && a.LongStart == b.LongStart
	})
}

// finder walks once over a text.
type finder struct {
	text  string
	lang  *vocabulary
	pairs []Pair
	al    aligner
}

func (f *finder) scan() {
	t := f.text
	for i := 0; i < len(t); {
		c := t[i]
		switch {
		case c == '(' || c == '[':
			f.bracket(i)
			i++
		case 'A' <= c && c <= 'Z' || c >= 0xC3 || 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			end := wordEnd(t, i)
			if end == i { // not a letter after all
				_, n := utf8.DecodeRuneInString(t[i:])
				i += n
				continue
			}
			if acronymLike(t[i:end]) {
				f.after(i, end)
			}
			i = end
		default:
			i++
		}
	}
}

// wordEnd returns the end of the word that starts at i: letters, digits and
// single hyphens, slashes, ampersands and dots between them.
func wordEnd(t string, i int) int {
	end := i
	for i < len(t) {
		r, n := utf8.DecodeRuneInString(t[i:])
		if isWordRune(r) {
			i += n
			end = i
			continue
		}
		if end == i && (isHyphen(r) && r != '\u2013' || r == '&' || r == '.') {
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
	for _, r := range w {
		switch {
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

// closing returns the place of the bracket that closes the one at i, or -1
// when there is none within reach.
func closing(t string, i int) int {
	depth := 0
	for j := i; j < len(t) && j < i+2*maxWindow; j++ {
		switch t[j] {
		case '(', '[':
			depth++
		case ')', ']':
			if depth--; depth == 0 {
				return j
			}
		case '\n':
			if j+1 < len(t) && t[j+1] == '\n' {
				return -1
			}
		}
	}
	return -1
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

// bracket looks at the bracket that opens at i: what is inside may be a short
// form for what stands before it.
func (f *finder) bracket(i int) {
	end := closing(f.text, i)
	if end < 0 {
		return
	}
	rest := Span{i + 1, end}
	for n := 0; n < 4 && rest.Start < rest.End; n++ {
		part := rest
		if cut := strings.IndexAny(f.text[rest.Start:rest.End], ";,"); cut >= 0 {
			part.End = rest.Start + cut
			rest.Start = part.End + 1
		} else {
			rest.Start = rest.End
		}
		part = trim(f.text, part, quotes)
		part = f.dropLeadIn(part)
		if short, ok := f.shortForm(part); ok && f.before(short, i) {
			return
		}
	}
}

// dropLeadIn cuts "or", "hereinafter referred to as", "the" … from the front.
func (f *finder) dropLeadIn(s Span) Span {
	for {
		part := f.text[s.Start:s.End]
		n := f.lang.leadIn(part)
		if n == 0 {
			return s
		}
		s.Start += n
		s = trim(f.text, s, quotes)
	}
}

// shortForm reports whether the span can be a short form: up to two words,
// 2 to 16 letters and digits, at least one letter.
func (f *finder) shortForm(s Span) (Span, bool) {
	w := f.text[s.Start:s.End]
	if len(w) < 2 || len(w) > 40 {
		return s, false
	}
	letters, upper, digits, spaces := 0, 0, 0, 0
	for i, r := range w {
		switch {
		case unicode.IsLetter(r):
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
		case unicode.IsDigit(r):
			digits++
		case unicode.IsSpace(r):
			spaces++
		case r == '=' || r == '<' || r == '>' || r == '%' || r == '?' || r == '!' || r == ':':
			return s, false
		case i == 0:
			return s, false
		}
	}
	if letters == 0 || spaces > 1 || letters+digits > maxShortLetters {
		return s, false
	}
	if spaces == 1 && upper < 2 {
		return s, false
	}
	if upper == 0 && (letters > 6 || f.lang.functionWord(w)) {
		return s, false
	}
	return s, true
}

// before aligns the short form with the text before place i.
func (f *finder) before(short Span, i int) bool {
	w := f.windowBefore(i)
	if w.Start >= w.End {
		return false
	}
	return f.try(short, w, RuleLongShort)
}

// windowBefore is the text that can hold a long form that ends at i: at most
// maxWindow bytes of the same sentence.
func (f *finder) windowBefore(i int) Span {
	t := f.text
	w := trim(t, Span{max(0, i-maxWindow), i}, quotes)
	start := w.Start
	for j := w.End - 1; j > start; j-- {
		switch t[j] {
		case ';', '?', '!':
			return Span{j + 1, w.End}
		case '\n':
			if t[j-1] == '\n' {
				return Span{j + 1, w.End}
			}
		case '.', ':':
			if j+1 < len(t) && (t[j+1] == ' ' || t[j+1] == '\n') && !initialBefore(t, j) {
				return Span{j + 1, w.End}
			}
		}
	}
	for start < w.End && !utf8.RuneStart(t[start]) {
		start++
	}
	return Span{start, w.End}
}

// initialBefore reports whether the dot at j ends an initial or a very short
// abbreviation: "U.", "St.".
func initialBefore(t string, j int) bool {
	if t[j] != '.' {
		return false
	}
	n := 0
	for k := j - 1; k >= 0 && n < 3; k-- {
		c := t[k]
		if c == ' ' || c == '.' || c == '(' {
			break
		}
		n++
	}
	return n <= 2 && j-n < len(t) && t[j-n] >= 'A' && t[j-n] <= 'Z'
}

// try aligns and judges; it adds the pair when the text bears it.
func (f *finder) try(short Span, w Span, rule string) bool {
	word := f.text[short.Start:short.End]
	long, ok := f.match(word, w, rule)
	if !ok {
		return false
	}
	f.add(short, long, rule)
	return true
}

func (f *finder) add(short, long Span, rule string) {
	f.pairs = append(f.pairs, Pair{
		Short: f.text[short.Start:short.End], Long: f.text[long.Start:long.End],
		ShortStart: short.Start, ShortEnd: short.End,
		LongStart: long.Start, LongEnd: long.End,
		Rule: rule,
	})
}

// match finds the long form of the word within the window.
func (f *finder) match(word string, w Span, rule string) (Span, bool) {
	base := word
	plural := ""
	for _, s := range []string{"'s", "’s", "s"} {
		if b, ok := strings.CutSuffix(word, s); ok && len(b) > 1 && hasUpper(b) {
			if r, _ := utf8.DecodeLastRuneInString(b); unicode.IsUpper(r) {
				base, plural = b, s
			}
			break
		}
	}
	f.al.win.prepare(f.text[w.Start:w.End], f.lang.functionWord)
	if len(f.al.win.words) == 0 || !f.al.lettersOf(base) {
		return Span{}, false
	}
	anchored := rule != RuleLongShort
	a, ok := f.al.align(anchored)
	if !ok || !f.judge(base, a, plural != "") {
		return Span{}, false
	}
	words := f.al.win.words
	long := Span{w.Start + words[a.first].start, w.Start + words[a.last].end}
	if containsWord(f.text[long.Start:long.End], word) {
		return Span{}, false
	}
	return long, true
}

func (f *finder) judge(word string, a alignment, plural bool) bool {
	k := len(f.al.letters)
	if !hasUpper(word) {
		return k >= 2 && a.cost <= 2*k && a.inside == 0
	}
	limit := 6*k - 2
	switch k {
	case 1:
		limit = 0
	case 2:
		limit = 8
	case 3:
		limit = 16
	}
	return a.cost <= limit
}

func hasUpper(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }

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

// after looks at what follows the acronym-like word text[i:end].
func (f *finder) after(i, end int) {
	t := f.text
	j := end
	for j < len(t) && (t[j] == ' ' || strings.HasPrefix(t[j:], "\u00a0")) {
		_, n := utf8.DecodeRuneInString(t[j:])
		j += n
	}
	if j >= len(t) {
		return
	}
	short := Span{i, end}
	switch t[j] {
	case '(', '[':
		if j-end <= 2 {
			if c := closing(t, j); c > 0 {
				s := f.dropLeadIn(trim(t, Span{j + 1, c}, quotes))
				if s.End > s.Start {
					f.try(short, s, RuleShortLong)
				}
			}
		}
	case '=':
		s := trim(t, f.dropLeadIn(f.item(j+1)), quotes)
		if s.End > s.Start {
			f.try(short, s, RuleEquals)
		}
	}
}

// item is the list item that starts at i: up to a semicolon, comma, full stop
// or line end.
func (f *finder) item(i int) Span {
	t := f.text
	j := i
	for j < len(t) && j < i+maxWindow {
		c := t[j]
		if c == ';' || c == ',' || c == '\n' || c == '=' || c == ')' || c == '.' && (j+1 == len(t) || t[j+1] == ' ') {
			break
		}
		j++
	}
	return trim(t, Span{i, j}, quotes)
}
