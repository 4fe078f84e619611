package terms

import (
	"math"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// How the letters of a short form are found in its long form.
//
// Schwartz and Hearst (2003) walk both strings from the right and take the
// first letter that fits, which is fast but takes "Agricultural … (FAO)" from
// the wrong f. Here every placement of the letters is weighed and the cheapest
// one wins: a letter at the start of a word costs nothing, one inside a word a
// little, a word without a letter more. The weights stand for the strategies
// of Sohn and others (Ab3P, 2008), which order the same observations by how
// often they are right. A dynamic programme over (letter, place) finds the
// cheapest placement in time proportional to letters × characters; both are
// bounded, so a whole text is scanned in linear time.

const impossible = math.MaxInt32 / 4

const maxShortLetters = 16 // letters and digits of a short form
const maxWindow = 320      // bytes of text that are looked at for a long form

// glyph is one letter or digit of the window with what placing a letter on it
// needs to know.
type glyph struct {
	r     rune // folded: lower case, no accent
	at    int  // byte offset in the window
	size  int
	word  int
	entry int // cost of the first letter taken from this word here
	open  int // added when the long form begins here
	next  int // cost here when the word has already given a letter
	start bool
}

// windowWord is a run of letters and digits with inner hyphens and
// apostrophes.
type windowWord struct {
	start, end int
	gap, tail  int // cost of taking no letter from it
	cross      int // cost of the marks before it
	function   bool
	capital    bool
	number     bool
	aside      bool // inside brackets of its own
}

// window is a stretch of text prepared for aligning.
type window struct {
	glyphs  []glyph
	words   []windowWord
	gaps    []int // gaps[i]: cost of passing over words[0:i]
	crosses []int // crosses[i]: cost of the marks before words[0:i]
}

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

// prepare fills w from text, reusing its slices. Function words come from the
// language.
func (w *window) prepare(text string, lang *vocabulary) {
	w.glyphs, w.words, w.gaps = w.glyphs[:0], w.words[:0], w.gaps[:0]
	var prev rune // the rune before, 0 at the start
	open := false // inside a word
	part := false // the next letter follows a hyphen inside the word
	inPart := 0   // letters seen in this part of the word
	comma := 0
	depth := 0 // brackets that open after a space hold an aside
	for i, r := range text {
		size := utf8.RuneLen(r)
		if size < 0 {
			size = 1
		}
		switch {
		case isWordRune(r):
			if !open {
				open, part, inPart = true, false, 0
				w.words = append(w.words, windowWord{start: i, cross: comma, aside: depth > 0, capital: unicode.IsUpper(r), number: unicode.IsDigit(r)})
				comma = 0
			}
			g := glyph{r: fold(r), at: i, size: size, word: len(w.words) - 1, entry: wt.InsideFirst, next: wt.Inside}
			digit := unicode.IsDigit(r)
			switch {
			case w.words[g.word].start == i:
				g.entry, g.next, g.start = 0, 0, true
			case part:
				g.entry, g.next, g.start, inPart = wt.HyphenStart, wt.HyphenStart, true, 0
				g.open = wt.FirstHyphen
			case unicode.IsUpper(r) && !unicode.IsUpper(prev), digit != unicode.IsDigit(prev):
				g.entry, g.next = wt.CapitalStart+2, wt.CapitalStart
			case unicode.IsUpper(r):
				g.entry, g.next = wt.CapitalStart+8, wt.CapitalStart
			case inPart == 1:
				g.entry = wt.SecondLetter
			}
			inPart++
			part = false
			w.words[g.word].end = i + size
			if !unicode.IsMark(r) {
				w.glyphs = append(w.glyphs, g)
			}
		case open && isHyphen(r) && isWordRune(prev):
			part = true
		case open && isApostrophe(r) && isWordRune(prev):
			part = i-w.words[len(w.words)-1].start <= 2 // l'Atlantique
		default:
			switch r {
			case ',', ':', '"':
				comma = wt.GapComma
			case '(', '[':
				if depth > 0 || !isWordRune(prev) {
					depth++
				}
			case ')', ']':
				if depth > 0 {
					if depth--; depth == 0 && lang.listGoesOn(text[i+1:]) {
						comma = wt.ListGap
					}
				} else {
					comma = wt.CloseBracket
				}
			}
			open = false
		}
		prev = r
	}
	for i := range w.words {
		word := &w.words[i]
		s := text[word.start:word.end]
		switch {
		case word.aside:
			word.gap = wt.CloseBracket / 4
			word.tail = wt.TailWord
		case lang.auxiliary(s):
			word.function = true
			word.gap, word.tail = word.gap+wt.GapVerb, wt.TailFunction
		case lang.functionWord(s):
			word.function = true
			word.gap, word.tail = word.gap+wt.GapFunction, wt.TailFunction
			if word.capital && i > 0 {
				word.tail = wt.TailWord
			}
		case lang.legalForm(s):
			word.gap, word.tail = word.gap+wt.GapFunction, wt.GapFunction
		case word.number:
			word.gap, word.tail = word.gap+wt.GapNumber, wt.TailWord
		case word.capital:
			word.gap, word.tail = word.gap+wt.GapCapital, wt.TailWord
		default:
			word.gap, word.tail = word.gap+wt.GapWord, wt.TailWord
		}
	}
	for i := range w.glyphs {
		g := &w.glyphs[i]
		if w.words[g.word].aside {
			g.r, g.start = -1, false // no letter fits
			continue
		}
		if word := &w.words[g.word]; word.start == g.at {
			if word.function {
				g.entry += wt.OtherFunction
				g.open = wt.FirstFunction
			} else if word.end == g.at+g.size && !word.capital {
				g.open = wt.SingleFirst
			}
		}
	}
	sum, crossed := 0, 0
	w.crosses = w.crosses[:0]
	for _, word := range w.words {
		w.gaps = append(w.gaps, sum)
		w.crosses = append(w.crosses, crossed)
		sum += word.gap
		crossed += word.cross
	}
	w.gaps = append(w.gaps, sum)
	w.crosses = append(w.crosses, crossed)
}

// alignment is the cheapest placement of a short form in a window.
type alignment struct {
	cost        int
	at          int // byte offset of the first letter in the window
	first, last int // words that hold the first and the last letter
	inside      int // letters that are not at the start of a word or its part
	gaps        int // content words passed over between first and last
	functions   int // function words passed over there
	lowGaps     int // those of them without a capital
	starts      int
	number      bool // the last letter is a digit
	whole       int  // letters in words that stand whole in the short form
}

// aligner holds the tables that are reused from candidate to candidate.
type aligner struct {
	letters []rune
	win     window
	best    [maxShortLetters + 1][]int
	from    [maxShortLetters + 1][]int
	tail    []int
}

// align places a.letters in a.win. With anchored the first letter has to be
// taken from the window's first word; otherwise the last words may not be
// left over for nothing (the window ends where the bracket opens). It reports
// false when no placement exists.
func (a *aligner) align(anchored bool) (alignment, bool) {
	g, words, gaps, crosses := a.win.glyphs, a.win.words, a.win.gaps, a.win.crosses
	k, n := len(a.letters), len(g)
	if n == 0 || k == 0 {
		return alignment{}, false
	}
	for i := range k {
		a.best[i] = grow(a.best[i], n)
		a.from[i] = grow(a.from[i], n)
	}
	// tails[w]: cost of the words after w, when w holds the last letter.
	a.tail = grow(a.tail, len(words)+1)
	tail := a.tail
	tail[len(words)] = 0
	for w := len(words) - 1; w >= 0; w-- {
		tail[w] = tail[w+1] + words[w].tail + words[w].cross
		if words[w].function && w+1 < len(words) {
			tail[w] = tail[w+1] + wt.GapFunction + words[w].cross
		}
	}
	for i := k - 1; i >= 0; i-- {
		// Walking from the right: later is the cheapest continuation in a
		// later word, same the cheapest in this word.
		later, laterAt := impossible, -1
		same, sameAt := impossible, -1
		wordBest, wordAt := impossible, -1
		word := -1
		for j := n - 1; j >= 0; j-- {
			if g[j].word != word {
				if wordBest < later {
					later, laterAt = wordBest, wordAt
				}
				word = g[j].word
				same, sameAt, wordBest, wordAt = impossible, -1, impossible, -1
			}
			cost, at := impossible, -1
			if g[j].r == a.letters[i] {
				if i == k-1 {
					cost = tail[word+1]
					if anchored {
						cost = 0
					}
				} else {
					if later < impossible {
						cost, at = later-gaps[word+1]-crosses[word+1], laterAt
					}
					if same < cost {
						cost, at = same, sameAt
					}
					// The very next letter is cheaper than a later one.
					if j+1 < n && g[j+1].word == word && a.best[i+1][j+1] < impossible {
						step := min(g[j+1].next, wt.NextTo)
						if c := a.best[i+1][j+1] + step; c < cost {
							cost, at = c, j+1
						}
					}
				}
			}
			a.best[i][j], a.from[i][j] = cost, at
			// Continuations are over letter i+1, so they are updated from
			// best[i+1] after the place has been priced.
			if i < k-1 && a.best[i+1][j] < impossible {
				if c := a.best[i+1][j] + g[j].next; c < same {
					same, sameAt = c, j
				}
				if c := a.best[i+1][j] + g[j].entry + gaps[word] + crosses[word+1]; c < wordBest {
					wordBest, wordAt = c, j
				}
			}
		}
	}
	found, at := impossible, -1
	for j := n - 1; j >= 0; j-- {
		if !g[j].start || anchored && g[j].word != 0 {
			continue
		}
		c := a.best[0][j] + g[j].entry + g[j].open
		if c < found {
			found, at = c, j
		}
	}
	if at < 0 || found >= impossible {
		return alignment{}, false
	}
	out := alignment{cost: found, first: g[at].word, at: g[at].at}
	run := 0
	for i, j := 0, at; ; i++ {
		// A word of the long form that stands whole in the short one.
		if run++; g[j].at == words[g[j].word].start {
			run = 1
		}
		if j+1 == n || g[j+1].word != g[j].word {
			if word := words[g[j].word]; run >= 4 && g[j-run+1].at == word.start {
				out.whole += run
			}
		}
		if g[j].start {
			out.starts++
		} else {
			out.inside++
		}
		next := a.from[i][j]
		if next < 0 {
			out.last = g[j].word
			out.number = unicode.IsDigit(g[j].r)
			break
		}
		for w := g[j].word + 1; w < g[next].word; w++ {
			if words[w].function {
				out.functions++
			} else {
				out.gaps++
				if !words[w].capital {
					out.lowGaps++
				}
			}
		}
		if next != j+1 {
			run = -n
		}
		j = next
	}
	return out, true
}

func grow(s []int, n int) []int {
	if cap(s) < n {
		return make([]int, n, 2*n)
	}
	return s[:n]
}
