package terms

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// How the letters of a short form are found in its long form.
//
// Schwartz and Hearst (2003) walk both strings from the right and take the
// first letter that fits, which is fast but takes "Agricultural … (FAO)" from
// the wrong f. Here every placement of the letters is weighed and the cheapest
// one wins: a letter at the start of a word costs nothing, one inside a word a
// little, a word without a letter more. The weights (window.go) stand for the
// strategies of Sohn and others (Ab3P, 2008), which order the same observations
// by how often they are right. A dynamic programme over letters and places
// finds the cheapest placement in time proportional to their product; both are
// bounded, so that a whole text is scanned in linear time.

const impossible = math.MaxInt32 / 4

// alignment is the cheapest placement of a short form in a window.
type alignment struct {
	cost        int
	at          int  // byte offset of the first letter in the window
	first, last int  // words that hold the first and the last letter
	inside      int  // letters that are not at the start of a word or its part
	gaps        int  // content words passed over between first and last
	functions   int  // function words passed over
	lowGaps     int  // content words without a capital passed over
	number      bool // the last letter is a digit
}

// aligner holds the tables that are reused from candidate to candidate.
type aligner struct {
	letters []rune
	win     window
	ready   bool    // win is prepared
	some    []glyph // those of the window that are one of the letters
	best    [maxShortLetters + 1][]int
	from    [maxShortLetters + 1][]int
	tail    []int
}

// align places a.letters in a.win. With anchored the first letter has to be
// taken from the window's first word; otherwise the last words may not be
// left over for nothing (the window ends where the bracket opens). It reports
// false when no placement exists.
func (a *aligner) align(anchored bool) (alignment, bool) {
	words, gaps, crosses := a.win.words, a.win.gaps, a.win.crosses
	k := len(a.letters)
	if a.sift(); k == 0 || !a.inOrder() {
		return alignment{}, false
	}
	g := a.some
	n := len(g)
	for i := range k {
		a.best[i] = grow(a.best[i], n)
		a.from[i] = grow(a.from[i], n)
	}
	// tail[w+1] is the cost of the words that follow w, if w holds the last
	// letter.
	a.tail = grow(a.tail, len(words)+1)
	tail := a.tail
	tail[len(words)] = 0
	for w := len(words) - 1; w >= 0; w-- {
		tail[w] = tail[w+1] + words[w].tail + words[w].cross
		if words[w].function && w+1 < len(words) {
			tail[w] = tail[w+1] + gapFunction + words[w].cross
		}
	}
	for i := k - 1; i >= 0; i-- {
		// Walking from the right: later is the cheapest continuation in a
		// later word, same the cheapest in this word.
		later, laterAt := impossible, -1
		same, sameAt := impossible, -1
		wordBest, wordAt := impossible, -1
		word := int32(-1)
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
					if j+1 < n && g[j+1].place == g[j].place+1 && g[j+1].word == word && a.best[i+1][j+1] < impossible {
						step := min(int(g[j+1].next), nextTo)
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
				if c := a.best[i+1][j] + int(g[j].next); c < same {
					same, sameAt = c, j
				}
				if c := a.best[i+1][j] + int(g[j].entry) + gaps[word] + crosses[word+1]; c < wordBest {
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
		c := a.best[0][j] + int(g[j].entry+g[j].open)
		if c < found {
			found, at = c, j
		}
	}
	if at < 0 || found >= impossible {
		return alignment{}, false
	}
	out := alignment{cost: found, first: int(g[at].word), at: int(g[at].at)}
	for i, j := 0, at; ; i++ {
		if !g[j].start {
			out.inside++
		}
		next := a.from[i][j]
		if next < 0 {
			out.last = int(g[j].word)
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
		j = next
	}
	return out, true
}

// sift picks the glyphs that are one of the letters: on the others none can be
// placed.
func (a *aligner) sift() {
	var wanted [utf8.RuneSelf]bool
	for _, r := range a.letters {
		if r < utf8.RuneSelf {
			wanted[r] = true
		}
	}
	a.some = a.some[:0]
	for i := range a.win.glyphs {
		g := &a.win.glyphs[i]
		if 0 <= g.r && g.r < utf8.RuneSelf && wanted[g.r] || g.r >= utf8.RuneSelf && slices.Contains(a.letters, g.r) {
			a.some = append(a.some, *g)
		}
	}
}

// inOrder reports whether the window holds the letters in their order at all.
func (a *aligner) inOrder() bool {
	i := len(a.letters) - 1
	for j := len(a.some) - 1; j >= 0 && i >= 0; j-- {
		if a.some[j].r == a.letters[i] {
			i--
		}
	}
	return i < 0
}

func grow(s []int, n int) []int {
	if cap(s) < n {
		return make([]int, n, 2*n)
	}
	return s[:n]
}
