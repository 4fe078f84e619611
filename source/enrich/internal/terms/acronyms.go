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
	f.brackets = matchBrackets(text)
	f.scan()
	f.settle()
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
	text     string
	lang     *vocabulary
	pairs    []Pair
	al       aligner
	items    []listItem
	brackets [][2]int
}

func (f *finder) scan() {
	t := f.text
	for i := 0; i < len(t); {
		c := t[i]
		switch {
		case c == '(' || c == '[':
			f.bracket(i)
			i++
		case c == '=':
			f.equals(i)
			i++
		case c == ':' || c == '\t' || c == '-' || c == 0xE2:
			f.listLine(i)
			_, n := utf8.DecodeRuneInString(t[i:])
			i += n
		case 'A' <= c && c <= 'Z' || c >= 0xC3 && c != 0xE2 || 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
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

// matchBrackets finds the closing bracket of each opening one in a single
// walk: pairs of places, in order of the opening ones. A paragraph's end
// closes nothing.
func matchBrackets(t string) [][2]int {
	var pairs [][2]int
	var open []int // indices into pairs
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
	return pairs
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
	end := f.closing(i)
	if end < 0 {
		return
	}
	f.plainShort(i, end)
	rest := Span{i + 1, end}
	for n := 0; n < 4 && rest.Start < rest.End; n++ {
		part := rest
		if cut := strings.IndexAny(f.text[rest.Start:rest.End], ";,"); cut >= 0 {
			part.End = rest.Start + cut
			rest.Start = part.End + 1
		} else {
			rest.Start = rest.End
		}
		from := part.Start
		part = f.dropLeadIn(trim(f.text, part, quotes))
		if n == 0 && part.End-part.Start == 1 {
			f.letter(part, i)
		}
		short, ok := f.shortForm(part)
		if !ok {
			continue
		}
		// "(conserved DNA element, CDE)": both are inside.
		if n > 0 {
			w := trim(f.text, Span{i + 1, from - 1}, quotes+",;")
			if w.End > w.Start && f.try(short, w, RuleInside) {
				return
			}
		}
		if f.before(short, i) {
			return
		}
		if slash := strings.IndexByte(f.text[part.Start:part.End], '/'); slash > 1 {
			if short, ok := f.shortForm(Span{part.Start, part.Start + slash}); ok && f.before(short, i) {
				return
			}
		}
	}
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
	long, sure, ok := f.match(word, w, rule)
	if rule == RuleLongShort && sure < 1 {
		if l, perfect, found := f.name(word, w); found && (!ok || perfect && l.Start < long.Start) {
			long, sure, ok = l, confidenceName, true
		}
	}
	if !ok {
		return false
	}
	f.add(short, long, rule, sure)
	return true
}

func (f *finder) add(short, long Span, rule string, sure float64) {
	f.pairs = append(f.pairs, Pair{
		Short: f.text[short.Start:short.End], Long: f.text[long.Start:long.End],
		ShortStart: short.Start, ShortEnd: short.End,
		LongStart: long.Start, LongEnd: long.End,
		Rule: strings.TrimPrefix(rule, "plain "), Confidence: sure,
	})
}

// match finds the long form of the word within the window.
func (f *finder) match(word string, w Span, rule string) (Span, float64, bool) {
	f.al.win.prepare(f.text[w.Start:w.End], f.lang)
	if len(f.al.win.words) == 0 {
		return Span{}, 0, false
	}
	anchored := rule != RuleLongShort && rule != RuleInside && rule != RuleOr
	for _, v := range variants(word) {
		f.al.letters = v.letters
		a, ok := f.al.align(anchored)
		if !ok {
			continue
		}
		a.cost += v.penalty
		if !f.judge(word, a, rule) {
			continue
		}
		words := f.al.win.words
		if rule == RuleComma && a.last+1 < len(words) {
			continue
		}
		long := Span{w.Start + words[a.first].start, w.Start + words[a.last].end}
		if rest := words[a.last+1:]; rule == RuleShortLong && len(rest) <= wt.KeepSL || rule == RuleEquals && len(rest) <= wt.KeepEq {
			long.End = w.Start + words[len(words)-1].end
		} else if len(rest) == 1 && f.silentHead(rest[0], words[a.first], a, w) {
			long.End = w.Start + rest[0].end
		}
		if r, _ := utf8.DecodeLastRuneInString(f.text[w.Start : w.Start+a.at]); isApostrophe(r) && a.at > words[a.first].start {
			long.Start = w.Start + a.at // l'Organisation
		}
		long = f.widen(long, w)
		if s := f.text[long.Start:long.End]; !plausible(s, word) || (rule == RuleOr || rule == RuleComma) && strings.Contains(s, ",") {
			continue
		}
		return long, confidence(a, len(v.letters)), true
	}
	return Span{}, 0, false
}

// Confidences that do not come from an alignment.
const (
	confidenceName    = 0.8
	confidenceCompany = 0.7
	confidenceLetter  = 0.5
)

// confidence says how surely k letters placed so stand for the words: 1 when
// each begins a word and no word is left out.
func confidence(a alignment, k int) float64 {
	return max(0, 1-float64(a.cost-a.functions*wt.GapFunction)/float64(12*k)-0.02*float64(a.inside))
}

// name takes a name written with capitals for the long form of an acronym
// whose letters have another order in it or come from an older wording: "the
// United Nations Population Fund (UNFPA)". Nearly every letter has to be the
// initial of a word of its own, nearly every word has to give one, and both
// begin alike.
func (f *finder) name(word string, w Span) (long Span, perfect, ok bool) {
	for _, r := range word {
		if !unicode.IsUpper(r) {
			return Span{}, false, false
		}
	}
	letters := []rune(onlyLetters(word))
	words := f.al.win.words
	if len(letters) < 4 || len(words) == 0 || f.text[w.Start+words[len(words)-1].end:w.End] != "" {
		return Span{}, false, false
	}
	used := make([]bool, len(letters))
	hits, misses := 0, 0
	best := -1
	for i := len(words) - 1; i >= 0 && misses <= 1; i-- {
		word := words[i]
		if word.aside || i+1 < len(words) && strings.Trim(f.text[w.Start+word.end:w.Start+words[i+1].start], " &") != "" {
			break
		}
		if !word.capital {
			if word.function && i+1 < len(words) {
				continue
			}
			break
		}
		r, _ := utf8.DecodeRuneInString(f.text[w.Start+word.start:])
		r = fold(r)
		hit := false
		for k, l := range letters {
			if l == r && !used[k] {
				used[k], hit = true, true
				break
			}
		}
		if !hit {
			misses++
			continue
		}
		hits++
		if hits == len(letters) && misses == 0 {
			best, perfect = i, true
			break
		}
		if r == letters[0] && hits >= 3 && hits >= len(letters)-1 && misses <= 1 {
			best = i
		}
	}
	if best < 0 {
		return Span{}, false, false
	}
	long = Span{w.Start + words[best].start, w.End}
	return long, perfect, plausible(f.text[long.Start:long.End], word)
}

// silentHead reports whether the one word between the last letter and the
// bracket still belongs to the long form: the rest of a name written with
// capitals ("Arid Zones and Dry Lands"), or the head noun of a natural kind,
// which short forms tend to leave out ("serum response gene"). After a number
// there follows a general noun ("the 1958 Agreement").
func (f *finder) silentHead(rest, first windowWord, a alignment, w Span) bool {
	word := f.text[w.Start+rest.start : w.Start+rest.end]
	if f.lang.silentHeads[strings.ToLower(word)] {
		return true
	}
	return rest.capital && first.capital && !a.number && len(word) > 2
}

// plausible refuses what cannot be a long form of word: text with a bracket
// left open, a spelling of the same word, codes.
func plausible(long, word string) bool {
	if !balanced(long) || containsWord(long, word) {
		return false
	}
	lower, run := 0, 0
	spaces := false
	for _, r := range long {
		if unicode.IsLetter(r) {
			if run++; run >= 4 || unicode.IsLower(r) && run >= 3 {
				lower++
			}
			continue
		}
		run = 0
		spaces = spaces || unicode.IsSpace(r)
	}
	if lower == 0 {
		return false
	}
	if !spaces {
		a, b := onlyLetters(long), onlyLetters(word)
		if len(a) <= len(b) || len(a) == len(b)+1 && strings.HasPrefix(a, b) {
			return false
		}
	}
	return true
}

// onlyLetters folds s to its letters.
func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return fold(r)
	}, s)
}

// widen takes in what is tied to the first word without a space: the locants
// of a chemical name, "1,1,1-trichloroethane".
func (f *finder) widen(long, w Span) Span {
	at := long.Start
	for at > w.Start && strings.IndexByte("0123456789,'", f.text[at-1]) >= 0 {
		at--
	}
	if at < long.Start && f.text[at] != ',' && f.text[at] != '\'' {
		long.Start = at
	}
	return long
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

func (f *finder) judge(word string, a alignment, rule string) bool {
	k := len(f.al.letters)
	if rule == RuleInside && k < 2 {
		return false
	}
	if rule == rulePlainShort {
		return k >= 3 && a.cost <= wt.Strict && a.gaps == 0 && a.first < a.last && a.last+1 == len(f.al.win.words)
	}
	if rule == RuleComma || rule == RuleOr {
		return k >= 3 && a.cost <= wt.Strict && a.inside == 0 && a.gaps == 0
	}
	if strings.IndexFunc(word, unicode.IsUpper) < 0 {
		return k >= 2 && a.cost <= wt.LowerLimit*k && (a.inside == 0 || !strings.ContainsAny(word, "aeiouy") && a.gaps == 0)
	}
	limit := wt.Limit4 + (k-4)*wt.PerLetter
	switch k {
	case 1:
		limit = 0
	case 2:
		limit = wt.Limit2
	case 3:
		limit = wt.Limit3
	}
	if a.inside == 0 && k > 2 {
		limit += k * wt.StartsBonus
	}
	if a.lowGaps == 0 && a.gaps > 0 && k > 2 {
		limit += k * wt.CapsBonus
	}
	limit += a.whole * wt.WholeBonus
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
			if c := f.closing(j); c > 0 {
				s := f.dropLeadIn(trim(t, Span{j + 1, c}, quotes))
				if s.End > s.Start {
					f.try(short, s, RuleShortLong)
				}
			}
		}
	default:
		f.spelledOut(short, end)
	}
	f.apposition(short)
}

// spelledOut looks for "X stands for …" and "X, short for …" after the short
// form.
func (f *finder) spelledOut(short Span, end int) {
	t := f.text
	rest := t[end:min(len(t), end+maxWindow)]
	trimmed := strings.TrimLeft(rest, " ,\u2014\u2013-(")
	n := f.lang.standsFor(trimmed)
	if n == 0 {
		return
	}
	at := end + len(rest) - len(trimmed) + n
	w := f.dropLeadIn(trim(t, Span{at, f.clauseEnd(at, false)}, quotes))
	if w.Start < w.End {
		f.try(short, w, RuleStandsFor)
	}
}

// apposition looks at "NATO, the North Atlantic Treaty Organization," and at
// "the North Atlantic Treaty Organization, NATO,": only whole initialisms,
// since nothing but the commas joins the two.
func (f *finder) apposition(short Span) {
	t := f.text
	if strings.HasPrefix(t[short.End:], ", ") || strings.HasPrefix(t[short.End:], " \u2013 ") || strings.HasPrefix(t[short.End:], " \u2014 ") {
		at := short.End + strings.IndexByte(t[short.End:], ' ') + 1
		w := f.dropLeadIn(trim(t, Span{at, f.clauseEnd(at, true)}, quotes))
		if w.Start < w.End && f.try(short, w, RuleComma) {
			return
		}
	}
	before := strings.TrimRight(t[max(0, short.Start-40):short.Start], quotes)
	at := short.Start - (len(t[max(0, short.Start-40):short.Start]) - len(before))
	n := f.lang.leadOut(before)
	if n == 0 {
		return
	}
	if w := f.windowBefore(at-n, short.End-short.Start); w.Start < w.End {
		f.try(short, w, RuleOr)
	}
}

// clauseEnd returns the end of the clause that starts at i: the next comma
// (where comma says so), semicolon, bracket or end of a sentence.
func (f *finder) clauseEnd(i int, comma bool) int {
	t := f.text
	j := i
	for j < len(t) && j < i+maxWindow {
		switch c := t[j]; {
		case c == ';' || c == '\n' || c == ')' || c == '(' || c == '?' || c == '!' || c == ',' && comma:
			return j
		case c == '.' && (j+1 == len(t) || t[j+1] == ' ' || t[j+1] == '\n'):
			return j
		}
		j++
	}
	return j
}
