package hyphen

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// A trie holds patterns as Liang's thesis suggests, packed so that a step is
// one test and one count of bits: the children of a node stand side by side,
// in the order of their letters, and its mask says which letters have one.
//
// Letters are counted from 1 in the order of their runes; code 0 stands for
// all that no pattern speaks of. At most 192 letters can be told apart (the
// polytonic Greek patterns have 164).
type trie struct {
	nodes []trieNode
	votes []string // the digits of a pattern, as bytes 0 to 9
	ascii [utf8.RuneSelf]uint8
	codes map[rune]uint8
}

type trieNode struct {
	mask  [3]uint64
	child uint32 // the first child
	votes uint16 // index in trie.votes of what the path to here votes, 0 for none
}

const maxLetters = len(trieNode{}.mask)*64 - 1

// code returns the code of a letter.
func (t *trie) code(r rune) uint8 {
	if uint32(r) < uint32(len(t.ascii)) {
		return t.ascii[r]
	}
	return t.codes[r]
}

// step returns the child of node n for a letter, and 0 when there is none.
func (t *trie) step(n uint32, code uint8) uint32 {
	node := &t.nodes[n]
	word, bit := code>>6, uint64(1)<<(code&63)
	m := node.mask[word]
	if m&bit == 0 {
		return 0
	}
	before := bits.OnesCount64(m & (bit - 1))
	for i := uint8(0); i < word; i++ {
		before += bits.OnesCount64(node.mask[i])
	}
	return node.child + uint32(before)
}

// vote raises the votes by those of all patterns that begin at codes[0].
func (t *trie) vote(votes, codes []uint8) {
	n := uint32(0)
	for _, c := range codes {
		if n = t.step(n, c); n == 0 {
			return
		}
		if v := t.nodes[n].votes; v != 0 {
			for i, d := range []byte(t.votes[v]) {
				votes[i] = max(votes[i], d)
			}
		}
	}
}

// A pattern is a string of letters and the votes before, between and after
// them; votes end at the last one that is not 0.
type pattern struct{ letters, votes string }

// newTrie packs patterns. Two for the same letters vote both.
func newTrie(patterns []pattern) trie {
	var t trie
	total := t.alphabet(patterns)

	// In alphabetical order, all patterns that share a beginning stand
	// together: a node is a range of them and a depth. Letters are looked up
	// as codes, laid one behind the other.
	slices.SortFunc(patterns, func(a, b pattern) int { return strings.Compare(a.letters, b.letters) })
	coded := make([][]uint8, len(patterns))
	arena := make([]uint8, 0, total)
	for i, p := range patterns {
		from := len(arena)
		for _, r := range p.letters {
			arena = append(arena, t.code(r))
		}
		coded[i] = arena[from:]
	}
	type span struct{ from, to, depth int32 }
	t.nodes = make([]trieNode, 1, total/3)
	t.votes = []string{""}
	index := map[string]uint16{"": 0}
	queue := make([]span, 1, total/3)
	queue[0] = span{0, int32(len(patterns)), 0}
	for n := 0; n < len(queue); n++ {
		s := queue[n]
		i, votes := s.from, ""
		for ; i < s.to && len(coded[i]) == int(s.depth); i++ {
			votes = higher(votes, patterns[i].votes)
		}
		v, ok := index[votes]
		if !ok {
			v = uint16(len(t.votes))
			index[votes] = v
			t.votes = append(t.votes, votes)
		}
		t.nodes[n].votes = v
		t.nodes[n].child = uint32(len(t.nodes))
		for i < s.to {
			c, from := coded[i][s.depth], i
			for i < s.to && coded[i][s.depth] == c {
				i++
			}
			t.nodes[n].mask[c>>6] |= 1 << (c & 63)
			t.nodes = append(t.nodes, trieNode{})
			queue = append(queue, span{from, i, s.depth + 1})
		}
	}
	t.nodes = slices.Clip(t.nodes)
	return t
}

// alphabet gives codes to the letters of the patterns, and returns how many
// letters these have together.
func (t *trie) alphabet(patterns []pattern) (total int) {
	seen := map[rune]bool{}
	var ascii [utf8.RuneSelf]bool
	for _, p := range patterns {
		for _, r := range p.letters {
			total++
			if r < utf8.RuneSelf {
				ascii[r] = true
			} else {
				seen[r] = true
			}
		}
	}
	for r, ok := range ascii {
		if ok {
			seen[rune(r)] = true
		}
	}
	if len(seen) > maxLetters {
		panic("internal error: hyphen: too many letters in a pattern file")
	}
	// The codes keep the order of the letters as runes, which is that of
	// their bytes in UTF-8.
	t.codes = make(map[rune]uint8, len(seen))
	for i, r := range slices.Sorted(maps.Keys(seen)) {
		t.codes[r] = uint8(i + 1)
		if r < utf8.RuneSelf {
			t.ascii[r] = uint8(i + 1)
		}
	}
	return total
}

// higher returns the higher of two votes, place by place.
func higher(a, b string) string {
	if a == "" || a == b {
		return b
	}
	if len(a) < len(b) {
		a, b = b, a
	}
	out := []byte(a)
	for i := range len(b) {
		out[i] = max(out[i], b[i])
	}
	return string(out)
}
