package terms

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// From a short form and a window to the long form, or to nothing: alignment,
// judgement, and where the long form begins and ends.

// Rules that are judged more strictly than the ones that callers see.
const (
	strict         = "strictly "
	rulePlainShort = strict + RuleShortLong // the short form does not look like one
	ruleLetters    = strict + RuleStandsFor // what joins the two may say something else
	ruleMarks      = strict + RuleOr        // nothing but marks joins the two
)

// try aligns and judges; it adds the pair when the text bears it.
func (f *finder) try(short Span, w Span, rule string) bool {
	long, sure, ok := f.long(short, w, rule)
	if ok {
		f.add(short, long, rule, sure)
	}
	return ok
}

// long aligns and judges: it returns the long form of the short one in the window, and how sure it is.
func (f *finder) long(short, w Span, rule string) (long Span, sure float64, ok bool) {
	word := f.text[short.Start:short.End]
	long, sure, ok = f.match(word, w, rule)
	switch l, perfect, found := f.name(word, w); {
	case !ok && rule == RuleComma && f.syllables(word, w):
		long, sure, ok = w, confidenceName, true // "INTERPOL – the International Criminal Police Organization –"
	case !found:
	case rule == RuleLongShort && (!ok || sure < 1 && perfect && l.Start < long.Start):
		long, sure, ok = l, confidenceName, true
	case rule == RuleComma && !ok && perfect && l.Start == w.Start:
		long, sure, ok = l, confidenceName, true // "ISO, the International Organization for Standardization,"
	}
	return long, sure, ok
}

// match finds the long form of the word within the window, and how sure it is.
func (f *finder) match(word string, w Span, rule string) (Span, float64, bool) {
	f.al.ready = false
	readings := variants(word)
	text := f.text[w.Start:w.End]
	if s, ok := spelled(word, text); ok {
		readings = append(readings, variants(s)[0])
	}
	if s, ok := f.counted(word, text); ok {
		readings = append(readings, variants(s)[0])
	}
	if !slices.ContainsFunc(readings, func(v variant) bool { return spells(text, v.letters) }) {
		return Span{}, 0, false
	}
	f.prepare(w)
	if len(f.al.win.words) == 0 {
		return Span{}, 0, false
	}
	anchored := rule != RuleLongShort && rule != RuleInside && rule != RuleOr && rule != ruleMarks
	between := rule == RuleOr || rule == RuleComma || rule == ruleMarks // between commas
	for _, v := range readings {
		f.al.letters = v.letters
		a, ok := f.al.align(anchored)
		if !ok {
			continue
		}
		a.cost += v.penalty
		if !f.judge(word, a, rule) || f.conjunction(w, a.first) || f.joins(w, a.first) || rule == RuleInside && a.first == a.last {
			continue
		}
		long, left := f.extent(a, w, rule)
		if rule == RuleLongShort {
			long.Start = f.numbered(word, long.Start, a, w)
			if left == 1 && a.number && f.lang.units[f.text[w.Start+f.al.win.words[a.last+1].start:w.Start+f.al.win.words[a.last+1].end]] {
				long.End, left = w.Start+f.al.win.words[a.last+1].end, 0 // "protein of 10 kDa"
			}
		}
		s := f.text[long.Start:long.End]
		if rule == RuleLongShort && a.lowGaps > 0 && f.acts(a, w) {
			continue
		}
		if !plausible(s, word) || between && strings.Contains(s, ",") || rule == RuleComma && left > 0 || rule == RuleColon && left > 1 && (a.cost > 0 || len(v.letters) < 3) {
			continue
		}
		sure := confidence(a, len(v.letters))
		switch {
		case rule == RuleShortLong && left > 0:
			sure = min(sure, confidenceCut)
		case onlyLetters(s) == onlyLetters(word):
			sure = min(sure, confidenceLabel)
		}
		return long, sure, true
	}
	return Span{}, 0, false
}

// acts reports whether a small word with the ending of the past is passed over before an article: "Wave Works developed the
// Tide Set (WW-TS)" is a statement.
func (f *finder) acts(a alignment, w Span) bool {
	p := f.lang.phrases
	if p == nil || f.lang.pastEnding == "" {
		return false
	}
	words := f.al.win.words
	for i := a.first + 1; i < a.last; i++ {
		s := f.text[w.Start+words[i].start : w.Start+words[i].end]
		next := f.text[w.Start+words[i+1].start : w.Start+words[i+1].end]
		if !words[i].capital && strings.HasSuffix(s, f.lang.pastEnding) && (p.definite[next] || p.indefinite[next]) {
			return true
		}
	}
	return false
}

// prepare prepares the window for the aligner, if it is not.
func (f *finder) prepare(w Span) {
	if !f.al.ready {
		f.al.win.prepare(f.text[w.Start:w.End], f.lang)
		f.al.ready = true
	}
}

// spells reports whether a text holds the letters in their order at all.
func spells(text string, letters []rune) bool {
	i := 0
	for _, r := range text {
		if i == len(letters) {
			break
		}
		if fold(r) == letters[i] {
			i++
		}
	}
	return i == len(letters)
}

// numbered returns where the long form begins if the word before it is the number of the short form: "the first binding
// domain (BD1)", "70-kD shock protein (Sp70)".
func (f *finder) numbered(word string, start int, a alignment, w Span) int {
	if n := word[0] - '0'; 0 < n && n <= 9 && a.first > 0 && len(word) > 2 {
		// "third generation partnership project (3GPP)"
		before := f.al.win.words[a.first-1]
		s := strings.ToLower(f.text[w.Start+before.start : w.Start+before.end])
		if start >= w.Start+before.end && f.lang.ordinals[s] == int(n) && strings.TrimSpace(f.text[w.Start+before.end:start]) == "" {
			return w.Start + before.start
		}
	}
	head := strings.TrimRight(word, "0123456789")
	digits := word[len(head):]
	if digits == "" || head == "" || a.first == 0 || a.number {
		return start
	}
	before := f.al.win.words[a.first-1]
	if start < w.Start+before.end {
		return start // it has taken in the word before already
	}
	s := strings.ToLower(f.text[w.Start+before.start : w.Start+before.end])
	gap := f.text[w.Start+before.end : start]
	rest, same := strings.CutPrefix(s, digits)
	unit := same && f.lang.units[strings.TrimLeft(rest, "-")]
	if same && rest == "" && a.first > 1 {
		// "type 2 synthase (S2)"
		kind := f.al.win.words[a.first-2]
		if k := f.text[w.Start+kind.start : w.Start+kind.end]; f.lang.kinds[strings.ToLower(k)] {
			return w.Start + kind.start
		}
	}
	if strings.TrimSpace(gap) != "" || !(len(digits) == 1 && f.lang.ordinals[s] == int(digits[0]-'0') || unit) {
		return start
	}
	return w.Start + before.start
}

// conjunction reports whether word i of the window is an "and".
func (f *finder) conjunction(w Span, i int) bool {
	word := f.al.win.words[i]
	return f.lang.conjunctions[f.text[w.Start+word.start:w.Start+word.end]]
}

// joins reports whether word i of the window joins a noun to the one before it, so that no long form begins there:
// "of hydroxide (OH)".
func (f *finder) joins(w Span, i int) bool {
	word := f.al.win.words[i]
	return f.lang.joiners[f.text[w.Start+word.start:w.Start+word.end]]
}

// extent returns where the long form begins and ends, and how many words of
// the window are left over behind it.
func (f *finder) extent(a alignment, w Span, rule string) (long Span, left int) {
	words := f.al.win.words
	first, rest := words[a.first], words[a.last+1:]
	long = Span{w.Start + first.start, w.Start + words[a.last].end}
	taken := 0
	switch n := len(rest); {
	case n == 0:
	case n == 1 && (rule == RuleShortLong || rule == RuleLongShort && f.silentHead(rest[0], first, a, w)):
		taken = 1
	case rule == RuleShortLong && n > 1 && rest[0].function && !f.conjunction(w, a.last+1):
		taken = n // "… component of amyloid": the bracket is there for it
	case rule == RuleLongShort && n == 2 && f.conjunction(w, a.last+1) && rest[1].capital && first.capital:
		taken = 2 // "Centers for Disease Control and Prevention"
	}
	if taken > 0 {
		long.End = w.Start + rest[taken-1].end
	}
	if r, _ := utf8.DecodeLastRuneInString(f.text[w.Start : w.Start+a.at]); isApostrophe(r) && a.at > first.start {
		long.Start = w.Start + a.at // l'Organisation
	}
	return f.widen(long, w), len(rest) - taken
}

// How much a placement may cost, by the number of letters.
const (
	limitTwo    = 17 // two letters
	limitThree  = 22 // three letters
	limitFour   = 27 // four letters
	limitLetter = 2  // more for each letter beyond four
	nameBonus   = 3  // more for each letter of a name: only words with capitals are passed over
	limitSmall  = 9  // for each letter of a short form without a capital
	limitStrict = 1  // where nothing but commas joins the two
	limitPlain  = 3  // where the short form does not look like one
)

func (f *finder) judge(word string, a alignment, rule string) bool {
	k := len(f.al.letters)
	if rule == RuleInside && k < 2 {
		return false
	}
	if rule == rulePlainShort {
		return k >= 3 && a.cost-a.functions*gapFunction <= limitPlain && a.gaps == 0 && a.first < a.last && a.last+1 == len(f.al.win.words)
	}
	if rule == RuleComma || rule == ruleMarks || rule == ruleLetters {
		if rule == ruleMarks && k >= 4 && a.inside == 1 && a.cost <= insideFirst+limitStrict && a.last+1 == len(f.al.win.words) {
			return a.gaps == 0 // "direct oral anticoagulants or DOACs"
		}
		return k >= 3 && a.cost-a.functions*gapFunction <= limitStrict && a.inside == 0 && a.gaps == 0
	}
	if strings.IndexFunc(word, unicode.IsUpper) < 0 {
		return k >= 2 && a.cost <= limitSmall*k && (a.inside == 0 || !strings.ContainsAny(word, "aeiouy") && a.gaps == 0)
	}
	limit := limitFour + (k-4)*limitLetter
	switch k {
	case 1:
		limit = 0
	case 2:
		limit = limitTwo
	case 3:
		limit = limitThree
	}
	if a.lowGaps == 0 && a.gaps > 0 && k > 2 {
		limit += k * nameBonus
	}
	return a.cost <= limit
}

// Confidences that do not come from an alignment.
const (
	confidenceName    = 0.8
	confidenceCompany = 0.7
	confidenceLetter  = 0.5
	confidenceLabel   = 0.3 // the short form is the same word in capitals
	confidenceCut     = 0.7 // the bracket holds more than the long form
)

// confidence says how surely k letters placed so stand for the words: 1 when
// each begins a word and no word is left out.
func confidence(a alignment, k int) float64 {
	return max(0, 1-float64(a.cost-a.functions*gapFunction)/float64(12*k)-0.02*float64(a.inside))
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
	small, smallRun := 0, 0 // the longest run of small letters
	spaces := false
	for _, r := range long {
		if smallRun++; !unicode.IsLower(r) {
			smallRun = 0
		}
		small = max(small, smallRun)
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
	if !spaces && strings.Contains(word, "&") {
		return false
	}
	if !spaces && (small < 3 && lower > 0 || attached(long, word)) {
		return false // "NR1 (NMDAR)", "AspRS (Asp)": one name for another
	}
	if !spaces {
		a, b := onlyLetters(long), onlyLetters(word)
		capitals := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
		switch {
		case a == b && capitals && strings.ToLower(long) == long: // the time (TIME)
		case len(a) <= len(b), a == b+"s", len(a) == len(b)+1 && strings.HasPrefix(a, b) && !capitals:
			return false
		}
	}
	return true
}

// attached reports whether a short form in mixed case is only the beginning of a name of several parts: "AspRS (Asp)".
func attached(long, word string) bool {
	rest, ok := strings.CutPrefix(long, word)
	if !ok || strings.ToUpper(word) == word {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLower(r)
}

// widen takes in what is tied to the first word without a space: the locants
// of a chemical name, "1,1,1-trichloroethane".
func (f *finder) widen(long, w Span) Span {
	if at := long.Start; at > w.Start+1 && f.text[at-1] == '/' && 'a' <= f.text[at] && f.text[at] <= 'z' {
		// "inner/outer lock"
		for at--; at > w.Start && (isWordRune(rune(f.text[at-1])) || f.text[at-1] == '-'); {
			at--
		}
		if f.text[at] != '/' {
			long.Start = at
		}
	}
	at := long.Start
	for at > w.Start && strings.IndexByte("0123456789,'", f.text[at-1]) >= 0 {
		at--
	}
	if at < long.Start && f.text[at] != ',' && f.text[at] != '\'' {
		long.Start = at
	}
	return long
}
