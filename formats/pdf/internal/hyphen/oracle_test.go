package hyphen

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// slowly divides a word of lower-case letters as Liang's thesis states it: every
// pattern is laid at every place of the word, and the highest number wins.
// Patterns are taken from the file anew, word by word.
func slowly(s *set, patterns, exceptions []string, word string) []int {
	letters := strings.Split("."+word+".", "")
	votes := make([]int, len(letters)+1) // before each letter, and at the end
	for _, p := range patterns {
		var spelled []string
		numbers := []int{0}
		for _, r := range p {
			if '0' <= r && r <= '9' {
				numbers[len(numbers)-1] = int(r - '0')
			} else {
				spelled = append(spelled, string(r))
				numbers = append(numbers, 0)
			}
		}
		for i := 0; i+len(spelled) <= len(letters); i++ {
			if slices.Equal(letters[i:i+len(spelled)], spelled) {
				for j, n := range numbers {
					votes[i+j] = max(votes[i+j], n)
				}
			}
		}
	}
	for _, e := range exceptions {
		if strings.ToLower(strings.ReplaceAll(e, "-", "")) == word {
			clear(votes)
			n := 1
			for _, r := range e {
				if r == '-' {
					votes[n] = 1
				} else {
					n++
				}
			}
		}
	}
	var places []int
	at := 0
	for i := 1; i < len(letters)-1; i++ {
		if before, after := i-1, len(letters)-1-i; votes[i]%2 == 1 && before >= s.left && after >= s.right {
			places = append(places, at)
		}
		at += len(letters[i])
	}
	return places
}

// words makes random words that look like the language: pieces of its own
// patterns put together, and its exceptions.
func words(r *rand.Rand, patterns, exceptions []string, n int) []string {
	plain := func(p string) string {
		return strings.Map(func(c rune) rune {
			if '0' <= c && c <= '9' || c == '.' || c == '-' || isApostrophe(c) {
				return -1
			}
			return unicode.ToLower(c)
		}, p)
	}
	var out []string
	for _, e := range exceptions[:min(len(exceptions), 20)] {
		out = append(out, plain(e))
	}
	for len(out) < n {
		var w string
		for range 1 + r.IntN(6) {
			w += plain(patterns[r.IntN(len(patterns))])
		}
		out = append(out, w)
	}
	return out
}

func TestOracle(t *testing.T) {
	for i := range sets {
		s := &sets[i]
		var patterns, exceptions []string
		for _, name := range strings.Fields(s.files) {
			text, err := files.ReadFile("patterns/hyph-" + name + ".tex")
			if err != nil {
				t.Fatal(err)
			}
			tex := uncomment(string(text))
			patterns = append(patterns, argument(tex, `\patterns`)...)
			exceptions = append(exceptions, argument(tex, `\hyphenation`)...)
		}
		p, _ := For(s.tag)
		r := rand.New(rand.NewPCG(uint64(i), 5))
		divided := 0
		count := 30_000/len(patterns) + 25
		for _, word := range words(r, patterns, exceptions, count) {
			got, want := p.Break(nil, word), slowly(s, patterns, exceptions, word)
			if !slices.Equal(got, want) {
				t.Errorf("%s: %s at %v, want %v", s.tag, word, got, want)
			}
			for _, at := range got {
				if !utf8.RuneStart(word[at]) {
					t.Errorf("%s: %s divided inside a letter at %d", s.tag, word, at)
				}
			}
			divided += len(got)
		}
		if divided < 10 {
			t.Errorf("%s: only %d places in all", s.tag, divided)
		}
	}
}
