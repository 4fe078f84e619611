package terms

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// How sentence.weights was made, so that it can be made again: a logistic regression with an L2 penalty over the features
// of features.go, fitted to sentences that people have judged. The sentences are not part of the project; each line of
// the file is a JSON object with "text" and "definition" (true or false).
//
//	go test ./source/enrich/internal/terms -run TestFit -v          reports how well the method does, by cross-validation
//	go test ./source/enrich/internal/terms -run TestFit -v -fit     writes sentence.weights, too
//
// Only features that stand in many sentences count, and none of them names a content word, so that the table holds
// nothing of the sentences themselves.

var (
	fit      = flag.Bool("fit", false, "write sentence.weights")
	fitTexts = flag.String("fit-texts", "../../../../../shared/eval/corpora/definitions.jsonl", "judged sentences")
)

const (
	fitRarest  = 8    // sentences that a feature has to stand in
	fitPenalty = 20.0 // on the squares of the weights
	fitRounds  = 120  // of coordinate descent, by which the weights have come to rest
	fitFolds   = 5
)

// judged is a sentence with what people say of it.
type judged struct {
	features   []int
	definition bool
	read       bool    // a construction reads it
	parts      [][]int // the features of each of its sentences, if it is several
	sure       []bool  // whether a construction alone prints them
	weak       []bool  // whether one does if the grammar agrees
}

// judgedSentences reads the sentences and numbers their features, the frequent ones only.
func judgedSentences(t *testing.T) (all []judged, names []string) {
	t.Helper()
	f, err := os.Open(*fitTexts)
	if err != nil {
		t.Skip("the judged sentences are not here")
	}
	defer f.Close()
	seen := map[string]int{}
	var keys [][][]string
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var line struct {
			Text       string
			Definition bool
		}
		if err := json.Unmarshal(in.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		j := judged{definition: line.Definition}
		var sentences [][]string
		once := map[string]bool{}
		for _, s := range prose.Sentences(line.Text, "en") {
			text := line.Text[s.Start:s.End]
			cut := prose.Cut(text, "en")
			toks := cut.Tokens
			if len(toks) < 4 || len(toks) > 120 {
				continue
			}
			var own []string
			english.features(text, toks, func(key []byte) { own = append(own, string(key)) })
			slices.Sort(own)
			own = slices.Compact(own)
			for _, k := range own {
				once[k] = true
			}
			sentences = append(sentences, own)
			c := newDefiner(english, cut).clause(toks)
			d, ok := c.define()
			j.read = j.read || ok && d.Confidence >= Found
			j.sure = append(j.sure, ok && d.Text != "" && d.Confidence >= Printed)
			j.weak = append(j.weak, ok && d.Text != "" && d.weak)
		}
		for k := range once {
			seen[k]++
		}
		all, keys = append(all, j), append(keys, sentences)
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
	id := map[string]int{}
	for k, n := range seen {
		if n >= fitRarest {
			names = append(names, k)
		}
	}
	slices.Sort(names)
	for i, k := range names {
		id[k] = i
	}
	for i, sentences := range keys {
		for _, own := range sentences {
			var part []int
			for _, k := range own {
				if n, ok := id[k]; ok {
					part = append(part, n)
				}
			}
			all[i].parts = append(all[i].parts, part)
			all[i].features = append(all[i].features, part...)
		}
		slices.Sort(all[i].features)
		all[i].features = slices.Compact(all[i].features)
	}
	return all, names
}

// regress fits a bias and a weight for each of n features: cyclic coordinate descent on the penalised likelihood, each step
// bounded by the curvature's upper bound of one quarter (Genkin, Lewis and Madigan 2007, simplified).
func regress(texts []judged, n int) (bias float64, weights []float64) {
	weights = make([]float64, n)
	where := make([][]int32, n)
	for i, s := range texts {
		for _, f := range s.features {
			where[f] = append(where[f], int32(i))
		}
	}
	sums := make([]float64, len(texts)) // the linear predictor of each sentence
	slope := func(i int32) float64 {
		p := 1 / (1 + math.Exp(-sums[i]))
		if texts[i].definition {
			return 1 - p
		}
		return -p
	}
	for range fitRounds {
		g := 0.0
		for i := range texts {
			g += slope(int32(i))
		}
		step := 4 * g / float64(len(texts))
		bias += step
		for i := range sums {
			sums[i] += step
		}
		for f, in := range where {
			if len(in) == 0 {
				continue
			}
			g := 0.0
			for _, i := range in {
				g += slope(i)
			}
			step := (g - fitPenalty*weights[f]) / (float64(len(in))/4 + fitPenalty)
			weights[f] += step
			for _, i := range in {
				sums[i] += step
			}
		}
	}
	return bias, weights
}

// finds reports whether the sentence is found: a construction reads it, or its grammar is likely.
func (s *judged) finds(bias float64, weights []float64, threshold float64) bool {
	if s.read {
		return true
	}
	for _, part := range s.parts {
		sum := bias
		for _, f := range part {
			sum += weights[f]
		}
		if 1/(1+math.Exp(-sum)) >= threshold {
			return true
		}
	}
	return false
}

// prints reports whether one of its definitions would be printed.
func (s *judged) prints(bias float64, weights []float64) bool {
	for i, part := range s.parts {
		sum := bias
		for _, f := range part {
			sum += weights[f]
		}
		if s.sure[i] || s.weak[i] && 1/(1+math.Exp(-sum)) >= agrees {
			return true
		}
	}
	return false
}

func TestFit(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	all, names := judgedSentences(t)
	// Cross-validation over stretches of the file, since neighbours come from one book.
	thresholds := []float64{0.26, 0.30, 0.34, 0.38, Found, 0.42, 0.46, 0.50}
	right, found := make([]int, len(thresholds)), make([]int, len(thresholds))
	wanted, printed, printedRight := 0, 0, 0
	for fold := range fitFolds {
		var train, test []judged
		for i, s := range all {
			if i*fitFolds/len(all) == fold {
				test = append(test, s)
			} else {
				train = append(train, s)
			}
		}
		bias, weights := regress(train, len(names))
		for _, s := range test {
			if s.definition {
				wanted++
			}
			if s.prints(bias, weights) {
				printed++
				if s.definition {
					printedRight++
				}
			}
			for k, threshold := range thresholds {
				if s.finds(bias, weights, threshold) {
					found[k]++
					if s.definition {
						right[k]++
					}
				}
			}
		}
	}
	for k, threshold := range thresholds {
		p, r := float64(right[k])/float64(max(found[k], 1)), float64(right[k])/float64(wanted)
		t.Logf("threshold %.2f: precision %.3f, recall %.3f, F1 %.3f", threshold, p, r, 2*p*r/(p+r))
	}
	t.Logf("printed: %d of %d are definitions, %.3f", printedRight, printed, float64(printedRight)/float64(max(printed, 1)))
	if !*fit {
		return
	}
	bias, weights := regress(all, len(names))
	head, _, _ := strings.Cut(sentenceWeights, "\n-")
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%.2f\tbias\n", head, bias)
	for i, w := range weights {
		if math.Abs(w) >= 0.005 {
			fmt.Fprintf(&b, "%.2f\t%s\n", w, names[i])
		}
	}
	if err := os.WriteFile("sentence.weights", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
