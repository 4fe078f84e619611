package terms

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Brackets: "Kosovo Force (KFOR)" and what else may stand inside.

// matchBrackets finds the closing bracket of each opening one in a single
// walk: pairs of places, in order of the opening ones. A paragraph's end
// closes nothing.
func (f *finder) matchBrackets() {
	t, pairs := f.text, f.brackets[:0]
	open := f.open[:0]
	if strings.IndexByte(t, '(') < 0 && strings.IndexByte(t, '[') < 0 {
		t = ""
	}
	for i := range len(t) {
		switch t[i] {
		case '(', '[':
			open = append(open, len(pairs))
			pairs = append(pairs, [2]int{i, -1})
		case ')', ']':
			if n := len(open); n > 0 {
				pairs[open[n-1]][1] = i
				open = open[:n-1]
			}
		case '\n':
			if i+1 < len(t) && t[i+1] == '\n' {
				open = open[:0]
			}
		}
	}
	f.brackets, f.open = pairs, open
}

// closing returns the place of the bracket that closes the one at i, or -1
// when there is none within reach.
func (f *finder) closing(i int) int {
	n, ok := slices.BinarySearchFunc(f.brackets, i, func(p [2]int, i int) int { return p[0] - i })
	if !ok || f.brackets[n][1] > i+2*maxWindow {
		return -1
	}
	return f.brackets[n][1]
}

// bracket looks at the bracket that opens at i: what is inside may be a short
// form for what stands before it.
func (f *finder) bracket(i int) {
	end := f.closing(i)
	if end < 0 {
		return
	}
	f.plainShort(i, end)
	f.trial(i, end)
	if f.several(i, end) {
		return
	}
	rest := Span{i + 1, end}
	item := i + 1   // where the words after the last semicolon begin
	before := i + 1 // where those before the part end
	paired := false // with the words before the bracket
	for n := 0; (n < 4 || n < 8 && item > i+1) && rest.Start < rest.End; n++ {
		part, from := rest, item
		stop := before
		if cut, length := f.partEnd(rest); cut >= 0 {
			part.End = rest.Start + cut
			rest.Start = part.End + length
			if f.text[part.End] == ';' {
				item = rest.Start
			}
		} else {
			rest.Start = rest.End
		}
		before = part.End
		if f.lang.forShort != "" {
			if s, ok := strings.CutSuffix(strings.TrimRight(f.text[part.Start:part.End], " "), f.lang.forShort); ok && s != "" {
				part.End = part.Start + len(s)
			}
		}
		part = f.dropLeadIn(trim(f.text, part, quotes))
		// "(WHO [2])": a reference.
		if cut := strings.IndexAny(f.text[part.Start:part.End], "[("); cut > 1 && f.text[part.Start+cut-1] == ' ' {
			part = trim(f.text, Span{part.Start, part.Start + cut}, quotes)
		}
		if n == 0 && part.End-part.Start == 1 {
			f.letter(part, i)
		}
		// "(UÇK / KLA)": two short forms, if the whole is none.
		if slash := strings.IndexByte(f.text[part.Start:part.End], '/'); slash > 1 {
			for _, half := range [...]Span{part, {part.Start, part.Start + slash}, {part.Start + slash + 1, part.End}} {
				if short, ok := f.shortForm(trim(f.text, half, quotes)); ok && f.before(short, i) {
					return
				}
			}
			continue
		}
		short, ok := f.shortForm(part)
		if !ok {
			continue
		}
		// "(conserved DNA element, CDE)": both are inside.
		if n > 0 {
			w := trim(f.text, Span{from, max(from, stop)}, quotes+",;")
			if w.End > w.Start && f.try(short, w, RuleInside) {
				if item == i+1 {
					return
				}
				continue // of several pairs
			}
		}
		if paired || !f.before(short, i) {
			continue
		}
		if item == i+1 || part.End >= item {
			return
		}
		paired = true // "(DSN; formerly Deep Sea Fund, DSF)": another pair may follow
	}
}

// partEnd returns where the first part of the bracket's words ends, and the length of the mark behind it; -1 if it is the
// last. An "or" parts a short form from another or from its long form.
func (f *finder) partEnd(s Span) (at, length int) {
	t := f.text[s.Start:s.End]
	at = strings.IndexAny(t, ";,")
	if or := f.lang.either; or != "" {
		if i := strings.Index(t, or); i > 0 && (at < 0 || i < at) {
			if end := wordEnd(t, i+len(or)); end == len(t) && acronymLike(t[i+len(or):]) {
				return i, len(or)
			}
		}
	}
	return at, 1
}

// plainShort looks at a short form that does not look like one, "Epac
// (exchange protein activated by cAMP)": each word in the bracket has to give
// a letter.
func (f *finder) plainShort(i, end int) {
	key, ok := f.keyBefore(i)
	if !ok || key.End-key.Start < 3 || key.End-key.Start > 8 || acronymLike(f.text[key.Start:key.End]) {
		return
	}
	if w := f.dropLeadIn(trim(f.text, Span{i + 1, end}, quotes)); w.Start < w.End {
		f.try(key, w, rulePlainShort)
	}
}

// trial looks at a short form that names a thing whose kind stands between it and the bracket: "the SPRINT trial (Systolic
// Blood Pressure Intervention Trial)".
func (f *finder) trial(i, end int) {
	kind, ok := f.keyBefore(i)
	if !ok || strings.IndexFunc(f.text[kind.Start:kind.End], func(r rune) bool { return !unicode.IsLower(r) }) >= 0 || f.lang.functionWord(f.text[kind.Start:kind.End]) {
		return
	}
	key, ok := f.keyBefore(kind.Start)
	if !ok || kind.Start-key.End != 1 {
		return
	}
	word := f.text[key.Start:key.End]
	if n := utf8.RuneCountInString(word); n < 4 || strings.ToUpper(word) != word || strings.IndexFunc(word, unicode.IsLetter) != 0 {
		return
	}
	w := f.dropLeadIn(trim(f.text, Span{i + 1, end}, quotes))
	if w.Start >= w.End || strings.Count(f.text[w.Start:w.End], " ") < 2 {
		return
	}
	capitals, small := 0, 0
	for _, word := range strings.Fields(f.text[w.Start:min(w.End, w.Start+maxWindow)]) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
			capitals++
		} else if !f.lang.functionWord(word) {
			small++
		}
	}
	if capitals < 3 || small > capitals/2 {
		return // a remark
	}
	f.try(key, w, RuleShortLong)
}

// letter looks at a single capital in brackets, "verb (V)": it counts only in
// the company of others.
func (f *finder) letter(part Span, i int) {
	c := rune(f.text[part.Start])
	if !unicode.IsUpper(c) {
		return
	}
	end := len(strings.TrimRight(f.text[:i], " "))
	start := end
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(f.text[:start])
		if !isWordRune(r) && !isHyphen(r) {
			break
		}
		start -= n
	}
	if r, _ := utf8.DecodeRuneInString(f.text[start:]); end-start < 3 || i-end > 2 || fold(r) != fold(c) {
		return
	}
	f.items = append(f.items, listItem{key: part, long: Span{start, end}, end: part.End, rule: RuleLongShort, fits: true, sure: confidenceLetter})
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
		case r == '=' || r == '<' || r == '>' || r == '%' || r == '!' || r == ':' || r == '?' && !within(w, i):
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
	w := f.windowBefore(i, short.End-short.Start)
	if w.Start >= w.End {
		return false
	}
	return f.try(short, w, RuleLongShort)
}

// windowBefore is the text that can hold a long form that ends at i: some words
// for each letter, within the same sentence.
func (f *finder) windowBefore(i, letters int) Span {
	t := f.text
	w := trim(t, Span{max(0, i-min(maxWindow, 80+letters*40)), i}, quotes)
	start := w.Start
	depth := 0
	for j := w.End - 1; j > start; j-- {
		switch t[j] {
		case ')', ']':
			depth++
		case '(', '[':
			if depth--; depth < 0 {
				return Span{j + 1, w.End}
			}
		case ';', '?', '!':
			if t[j] != '?' || !within(t, j) {
				return Span{j + 1, w.End}
			}
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

// within reports whether the byte at i stands between letters or digits: a
// question mark there was an apostrophe once.
func within(t string, i int) bool {
	l, _ := utf8.DecodeLastRuneInString(t[:i])
	r, _ := utf8.DecodeRuneInString(t[i+1:])
	return isWordRune(l) && isWordRune(r)
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
