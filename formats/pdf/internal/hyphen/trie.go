package hyphen

import (
	"math/bits"
	"slices"
	"strings"
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
	ascii [128]uint8
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

// newTrie packs patterns. Of two for the same letters the later one holds.
func newTrie(patterns []pattern) trie {
	var t trie
	seen := map[rune]bool{}
	for _, p := range patterns {
		for _, r := range p.letters {
			seen[r] = true
		}
	}
	letters := make([]rune, 0, len(seen))
	for r := range seen {
		letters = append(letters, r)
	}
	slices.Sort(letters)
	if len(letters) > maxLetters {
		panic("internal error: hyphen: too many letters in a pattern file")
	}
	t.codes = make(map[rune]uint8, len(letters))
	for i, r := range letters {
		t.codes[r] = uint8(i + 1)
		if r < rune(len(t.ascii)) {
			t.ascii[r] = uint8(i + 1)
		}
	}

	// In alphabetical order, all patterns that share a beginning stand
	// together: a node is a range of them and a depth.
	slices.SortStableFunc(patterns, func(a, b pattern) int {
		return strings.Compare(a.letters, b.letters)
	})
	coded := make([][]uint8, len(patterns))
	for i, p := range patterns {
		for _, r := range p.letters {
			coded[i] = append(coded[i], t.codes[r])
		}
	}
	type span struct{ from, to, depth int }
	t.nodes = []trieNode{{}}
	t.votes = []string{""}
	index := map[string]uint16{}
	queue := []span{{0, len(patterns), 0}}
	for n := 0; n < len(queue); n++ {
		s := queue[n]
		i := s.from
		for ; i < s.to && len(coded[i]) == s.depth; i++ {
			v := patterns[i].votes
			if _, ok := index[v]; !ok && v != "" {
				index[v] = uint16(len(t.votes))
				t.votes = append(t.votes, v)
			}
			t.nodes[n].votes = index[v]
		}
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
	return t
}
