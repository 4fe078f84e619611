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

// weightsOf is the table of sentence.weights, feature → weight.
var weightsOf = sync.OnceValue(func() map[string]float64 {
	m := map[string]float64{}
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
		m[feature] = w
	}
	return m
})

// likelihood returns how likely it is, 0 to 1, that an English sentence
// defines a term, judged by its grammar alone.
func likelihood(text string, toks []prose.Token) float64 {
	table := weightsOf()
	seen := make(map[string]bool, 4*len(toks))
	sum := table["bias"]
	english.features(text, toks, func(f string) {
		w, ok := table[f]
		if !ok || seen[f] {
			return
		}
		seen[f] = true
		sum += w
	})
	return 1 / (1 + math.Exp(-sum))
}
