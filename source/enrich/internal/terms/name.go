package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names whose acronym keeps the letters of another order or an older wording.

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
	if len(letters) < 3 {
		return Span{}, false, false
	}
	f.prepare(w)
	words := f.al.win.words
	if len(words) == 0 || f.text[w.Start+words[len(words)-1].end:w.End] != "" {
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
		if word.capital && word.function && f.lang.phrases != nil && f.lang.phrases.definite[strings.ToLower(f.text[w.Start+word.start:w.Start+word.end])] && i == 0 {
			break // "Der Deutsche Wetterdienst (DWD)"
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
		if r == letters[0] && len(letters) > 3 && hits >= 3 && hits >= len(letters)-1 && misses <= 1 {
			best = i
		}
	}
	if best < 0 {
		if best = f.coined(letters, w); best < 0 {
			if best = f.headed(letters, w); best < 0 {
				return Span{}, false, false
			}
		}
	}
	long = Span{w.Start + words[best].start, w.End}
	return long, perfect, plausible(f.text[long.Start:long.End], word)
}

// headed returns the word with which a long name begins whose acronym was made of its first words only, "the Convention on
// International Trade in Endangered Species of Wild Fauna and Flora (CITES)", or -1: the run of capitals begins with the
// acronym's letters, each an initial and none left out, and goes on with a function word.
func (f *finder) headed(letters []rune, w Span) int {
	words := f.al.win.words
	if len(letters) < 4 {
		return -1
	}
	first := len(words)
	for i := len(words) - 1; i >= 0; i-- {
		if i+1 < len(words) && strings.Trim(f.text[w.Start+words[i].end:w.Start+words[i+1].start], " ") != "" {
			break
		}
		switch {
		case words[i].capital && !words[i].function:
			first = i
			continue
		case words[i].function && !words[i].capital:
			continue
		}
		break
	}
	given := 0
	for i := first; i < len(words); i++ {
		switch {
		case given == len(letters):
			if words[i].function {
				return first
			}
			return -1
		case words[i].capital:
			r, _ := utf8.DecodeRuneInString(f.text[w.Start+words[i].start:])
			if fold(r) != letters[given] {
				return -1
			}
			given++
		}
	}
	return -1
}

// coined returns the word with which a long name begins whose acronym was coined with its end in mind, "the European Union
// Rule of Law Mission in Kosovo (EULEX)", or -1: an article stands before a run of five capitals or more, of which the
// first two give the first two letters, another gives one in its order, and no more than two letters are left over.
func (f *finder) coined(letters []rune, w Span) int {
	words := f.al.win.words
	if f.lang.phrases == nil || len(letters) < 4 {
		return -1
	}
	article := func(i int) bool {
		return f.lang.phrases.definite[strings.ToLower(f.text[w.Start+words[i].start:w.Start+words[i].end])]
	}
	first, capitals := len(words), 0
	for i := len(words) - 1; i >= 0 && !article(i); i-- {
		if words[i].capital {
			first = i
			capitals++
		} else if !words[i].function {
			break
		}
		if i > 0 && strings.Trim(f.text[w.Start+words[i-1].end:w.Start+words[i].start], " ") != "" {
			break
		}
	}
	if capitals < 5 || first == 0 || !article(first-1) {
		return -1
	}
	given := 0
	for i := first; i < len(words) && given < len(letters); i++ {
		r, _ := utf8.DecodeRuneInString(f.text[w.Start+words[i].start:])
		switch {
		case words[i].capital && fold(r) == letters[given]:
			given++
		case i-first < 2:
			return -1
		}
	}
	if given < 3 || len(letters)-given > 2 {
		return -1
	}
	return first
}

// syllables reports whether a name of capitals fills the window whose short form was made of the first syllables of its
// words, "International Criminal Police Organization" for INTERPOL: the first word and at least one other give three letters
// or more.
func (f *finder) syllables(word string, w Span) bool {
	rest := onlyLetters(word)
	f.prepare(w)
	given := 0
	for i, x := range f.al.win.words {
		if x.function {
			continue
		}
		s := onlyLetters(f.text[w.Start+x.start : w.Start+x.end])
		n := 0
		for n < len(s) && n < len(rest) && s[n] == rest[n] {
			n++
		}
		switch {
		case !x.capital || i == 0 && n < 3:
			return false
		case n >= 3:
			rest = rest[n:]
			given++
		}
	}
	return rest == "" && given > 1
}
