package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Several short forms in one bracket, each for a long form before it:
// "the World Bank and the Sea Fund (WB and SF, respectively)".

const mostInBracket = 6

// several looks at the bracket text[i:end]. Nothing in it may be left over, and the long forms have to stand before it in
// the same order with nothing but their list between them; they may share their last words, "the high and low water marks
// (HWM and LWM)", so that the first is put together: "high water marks".
func (f *finder) several(i, end int) bool {
	var room [mostInBracket]Span
	shorts, slash := f.shortForms(i+1, end, room[:0])
	if len(shorts) < 2 {
		return false
	}
	type found struct {
		Span
		text string
		sure float64
	}
	var longs [mostInBracket]found
	last := len(shorts) - 1
	at := i
	for k := last; k >= 0; k-- {
		s := shorts[k]
		w := f.windowBefore(at, s.End-s.Start)
		if w.Start >= w.End {
			return false
		}
		if k < last && f.sharesEnd(s, shorts[last]) {
			if word, ok := f.lastWord(w); ok && fold(f.runeAt(word.Start)) == fold(f.runeAt(s.Start)) {
				long := longs[last]
				first := f.firstWord(long.Span)
				if r, n := utf8.DecodeLastRuneInString(f.text[:word.End]); isHyphen(r) { // "low- or high-functioning"
					if h := strings.IndexByte(f.text[first.Start:first.End], '-'); h > 0 {
						word.End, first.End = word.End-n, first.Start+h
					}
				}
				if first.End < long.End && fold(f.runeAt(first.Start)) == fold(f.runeAt(shorts[last].Start)) {
					longs[k] = found{Span{word.Start, long.End}, f.text[word.Start:word.End] + f.text[first.End:long.End], long.sure}
					if at = f.joint(word.Start); at < 0 && k > 0 {
						return false
					}
					continue
				}
			}
		}
		long, sure, ok := f.long(s, w, RuleLongShort)
		if !ok || sure < 0.6 || k < last && sure < 0.9 || strings.TrimSpace(f.text[long.End:w.End]) != "" || slash && strings.HasSuffix(f.text[:long.Start], "/") {
			return false // "Tide Survey/Wave Office (TS/WO)" is one name
		}
		longs[k] = found{long, f.text[long.Start:long.End], sure}
		if at = f.joint(long.Start); at < 0 && k > 0 {
			return false
		}
	}
	for k, s := range shorts {
		f.add(s, longs[k].Span, RuleLongShort, longs[k].sure)
		f.pairs[len(f.pairs)-1].Long = longs[k].text
	}
	return true
}

// shortForms returns the short forms of which text[i:end] is a list, none if anything else stands in it, and whether slashes
// part them.
func (f *finder) shortForms(i, end int, list []Span) (_ []Span, slash bool) {
	t := f.text[i:end]
	if len(t) > 100 {
		return nil, false
	}
	if f.lang.respective != "" {
		t = strings.TrimRight(strings.TrimSuffix(t, f.lang.respective), ", ")
	}
	for at := 0; at < len(t); {
		n := 0 // length of the word
		for n < len(t)-at && t[at+n] != ' ' && t[at+n] != ',' && t[at+n] != '/' && t[at+n] != ';' {
			n++
		}
		switch w := t[at : at+n]; {
		case n == 0:
			slash = slash || t[at] == '/'
			at++
		case len(list) > 0 && (f.lang.conjunctions[w] || w == "&"):
			at += n
		default:
			s := trim(f.text, Span{i + at, i + at + n}, quotes)
			if s.Start == s.End || !acronymLike(f.text[s.Start:s.End]) || len(list) == mostInBracket {
				return nil, false
			}
			list = append(list, s)
			at += n
		}
	}
	return list, slash
}

// joint returns where the long form ends that stands before the one at i in a list, or -1: nothing but a comma, an "and" and
// an article may stand between them.
func (f *finder) joint(i int) int {
	s := strings.TrimRight(f.text[max(0, i-40):i], " \n")
	drop := func(words map[string]bool) bool {
		w := s[strings.LastIndexAny(s, " \n,/")+1:]
		if w == "" || !words[strings.ToLower(w)] {
			return false
		}
		s = strings.TrimRight(s[:len(s)-len(w)], " \n")
		return true
	}
	if p := f.lang.phrases; p != nil {
		drop(p.definite)
	}
	ok := drop(f.lang.conjunctions)
	if t := strings.TrimRight(s, ",/&"); t != s {
		s, ok = strings.TrimRight(t, " \n"), true
	}
	if !ok {
		return -1
	}
	return max(0, i-40) + len(s)
}

// sharesEnd reports whether two short forms of equal length differ in their first letter only.
func (f *finder) sharesEnd(a, b Span) bool {
	s, t := f.text[a.Start:a.End], f.text[b.Start:b.End]
	_, n := utf8.DecodeRuneInString(s)
	_, m := utf8.DecodeRuneInString(t)
	return len(s) > n && s[n:] == t[m:] && s[:n] != t[:m]
}

// lastWord returns the word that ends the span.
func (f *finder) lastWord(s Span) (Span, bool) {
	start := s.End
	for start > s.Start {
		r, n := utf8.DecodeLastRuneInString(f.text[s.Start:start])
		if !isWordRune(r) && !isHyphen(r) {
			break
		}
		start -= n
	}
	return Span{start, s.End}, start < s.End
}

// firstWord returns the word that begins the span.
func (f *finder) firstWord(s Span) Span {
	n := strings.IndexFunc(f.text[s.Start:s.End], func(r rune) bool { return !isWordRune(r) && !isHyphen(r) })
	if n < 0 {
		return s
	}
	return Span{s.Start, s.Start + n}
}

func (f *finder) runeAt(i int) rune {
	r, _ := utf8.DecodeRuneInString(f.text[i:])
	return unicode.ToLower(r)
}
