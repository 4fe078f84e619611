package hyphen

import (
	"embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed patterns
var files embed.FS

// A set names the files of a language and how many letters must stay
// together before and after a break (the typesetting values of their heads).
type set struct {
	tag         string
	files       string // separated by spaces; later exceptions add to earlier
	left, right int
	fold        unicode.SpecialCase
}

var sets = [...]set{
	{tag: "en-US", files: "en-us", left: 2, right: 3},
	{tag: "en-GB", files: "en-gb", left: 2, right: 3},
	{tag: "de", files: "de-1996", left: 2, right: 2},
	{tag: "fr", files: "fr", left: 2, right: 2},
	{tag: "es", files: "es", left: 2, right: 2},
	{tag: "it", files: "it", left: 2, right: 2},
	{tag: "pt", files: "pt", left: 2, right: 3},
	{tag: "nl", files: "nl", left: 2, right: 2},
	{tag: "pl", files: "pl", left: 2, right: 2},
	{tag: "sk", files: "sk", left: 2, right: 3},
	{tag: "sv", files: "sv", left: 2, right: 2},
	{tag: "da", files: "da", left: 2, right: 2},
	{tag: "nb", files: "no nb", left: 2, right: 2},
	{tag: "nn", files: "no nn", left: 2, right: 2},
	{tag: "fi", files: "fi", left: 2, right: 2},
	{tag: "tr", files: "tr", left: 2, right: 2, fold: unicode.TurkishCase},
	{tag: "ru", files: "ru", left: 2, right: 2},
	{tag: "uk", files: "uk", left: 2, right: 2},
	{tag: "el", files: "el-monoton", left: 1, right: 1},
	{tag: "el-polyton", files: "el-polyton", left: 1, right: 1},
	{tag: "sq", files: "sq", left: 2, right: 2},
	{tag: "sr-Latn", files: "sh-latn", left: 2, right: 2},
	{tag: "sr-Cyrl", files: "sh-cyrl", left: 2, right: 2},
}

// loaders read each set when it is first asked for.
var loaders = func() (l [len(sets)]func() *Patterns) {
	for i := range sets {
		l[i] = sync.OnceValue(func() *Patterns { return sets[i].load() })
	}
	return l
}()

// load reads a set from its files.
func (s *set) load() *Patterns {
	p := &Patterns{
		language:   s.tag,
		exceptions: map[string][]uint8{},
		left:       s.left, right: s.right,
		fold: s.fold,
	}
	var patterns []pattern
	for _, name := range strings.Fields(s.files) {
		text, err := files.ReadFile("patterns/hyph-" + name + ".tex")
		if err != nil {
			panic("internal error: hyphen: " + err.Error())
		}
		tex := uncomment(string(text))
		patterns = appendPatterns(patterns, argument(tex, `\patterns`))
		for _, word := range argument(tex, `\hyphenation`) {
			letters, places := p.readException(word)
			p.exceptions[letters] = places
		}
	}
	p.trie = newTrie(patterns)
	return p
}

// uncomment returns TeX source without what stands behind per cent signs.
func uncomment(tex string) string {
	var b strings.Builder
	b.Grow(len(tex))
	for line := range strings.Lines(tex) {
		line, _, _ = strings.Cut(line, "%")
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return b.String()
}

// argument returns the words between the braces that follow a command.
func argument(tex, command string) []string {
	_, rest, ok := strings.Cut(tex, command)
	if !ok {
		return nil
	}
	_, rest, _ = strings.Cut(rest, "{")
	body, _, _ := strings.Cut(rest, "}")
	return strings.Fields(body)
}

// appendPatterns reads patterns such as ".hy3ph". There are many, so their letters
// share one string, and their votes another.
func appendPatterns(patterns []pattern, words []string) []pattern {
	size := 0
	for _, word := range words {
		size += len(word) + 1
	}
	letters, votes := make([]byte, 0, size), make([]byte, 0, size)
	type end struct{ letters, votes int }
	ends := make([]end, len(words))
	for i, word := range words {
		from := len(votes)
		votes = append(votes, 0)
		for _, r := range word {
			if '0' <= r && r <= '9' {
				votes[len(votes)-1] = byte(r - '0')
				continue
			}
			if isApostrophe(r) {
				r = apostrophe
			}
			letters = utf8.AppendRune(letters, r)
			votes = append(votes, 0)
		}
		for len(votes) > from && votes[len(votes)-1] == 0 {
			votes = votes[:len(votes)-1]
		}
		ends[i] = end{len(letters), len(votes)}
	}
	l, v := string(letters), string(votes)
	patterns = slices.Grow(patterns, len(words))
	var last end
	for _, e := range ends {
		patterns = append(patterns, pattern{l[last.letters:e.letters], v[last.votes:e.votes]})
		last = e
	}
	return patterns
}

// readException reads a word such as "as-so-ciate": its letters in lower case
// and the numbers of letters before each hyphen.
func (p *Patterns) readException(word string) (letters string, places []uint8) {
	letters = strings.Map(p.lower, strings.ReplaceAll(word, "-", ""))
	n := 0
	for _, part := range strings.SplitAfter(word, "-") {
		if part, ok := strings.CutSuffix(part, "-"); ok {
			n += utf8.RuneCountInString(part)
			places = append(places, uint8(n))
		}
	}
	return letters, places
}
