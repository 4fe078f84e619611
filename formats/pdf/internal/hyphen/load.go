package hyphen

import (
	"embed"
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
		for _, word := range argument(tex, `\patterns`) {
			patterns = append(patterns, readPattern(word))
		}
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

// readPattern reads a pattern such as ".hy3ph".
func readPattern(word string) pattern {
	var letters strings.Builder
	votes := make([]byte, 1, len(word)+1)
	for _, r := range word {
		if '0' <= r && r <= '9' {
			votes[len(votes)-1] = byte(r - '0')
			continue
		}
		if isApostrophe(r) {
			r = apostrophe
		}
		letters.WriteRune(r)
		votes = append(votes, 0)
	}
	return pattern{letters.String(), strings.TrimRight(string(votes), "\x00")}
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
