package terms

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

//go:embed sentence.weights
var sentenceWeights string

// weight is one line of sentence.weights.
type weight struct {
	id    int
	value float64
}

// weightsOf is the table of sentence.weights, by feature.
var weightsOf = sync.OnceValue(func() map[string]weight {
	m := map[string]weight{}
	for line := range strings.Lines(sentenceWeights) {
		line = strings.TrimRight(line, "\r\n")
		number, feature, ok := strings.Cut(line, "\t")
		if !ok || strings.HasPrefix(line, "# ") {
			continue
		}
		w, err := strconv.ParseFloat(number, 64)
		if err != nil {
			panic("internal error: sentence.weights: " + line)
		}
		m[feature] = weight{len(m), w}
	}
	return m
})

// scorer judges sentences by their grammar; it keeps what it can use again.
type scorer struct {
	table map[string]weight
	seen  []int // by weight: the sentence that had it last
	round int
}

func newScorer() *scorer {
	table := weightsOf()
	return &scorer{table: table, seen: make([]int, len(table))}
}

// likelihood returns how likely it is, 0 to 1, that an English sentence
// defines a term, judged by its grammar alone.
func (s *scorer) likelihood(text string, toks []prose.Token) float64 {
	s.round++
	sum := s.table["bias"].value
	english.features(text, toks, func(key []byte) {
		if w, ok := s.table[string(key)]; ok && s.seen[w.id] != s.round {
			s.seen[w.id] = s.round
			sum += w.value
		}
	})
	return 1 / (1 + math.Exp(-sum))
}
