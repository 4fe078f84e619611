package line

import (
	"math/rand/v2"
	"testing"
)

// TestLoosest compares with the oracle: a paragraph that keeps its limit is
// set as if there were none, and one that does not is the best of all that are
// flush left.
func TestLoosest(t *testing.T) {
	var b Breaker
	ragged, kept := 0, 0
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 11))
		items, p := randomItems(r), randomParams(r)
		if p.Ragged > 0 {
			continue
		}
		p.Loosest = 100 + r.IntN(800)
		got := b.Break(items, &p)
		again := b.Justify(items, got, &p)
		if len(again.Lines) != len(got.Lines) || again.Ragged != got.Ragged {
			t.Fatalf("seed %d: set again, %d lines became %d", seed, len(got.Lines), len(again.Lines))
		}
		for i := range got.Lines {
			if again.Lines[i] != got.Lines[i] {
				t.Fatalf("seed %d: line %d became %+v, was %+v", seed, i, again.Lines[i], got.Lines[i])
			}
		}
		q := p
		if got.Ragged {
			ragged++
			q = p.ragged()
		} else if got.Pass >= Emergency {
			kept++
			if p.tooLoose(items, got.Lines) {
				t.Errorf("seed %d: a line is looser than %d %%", seed, p.Loosest)
			}
		}
		want, pass, ok := best(items, &q)
		if ok && (got.Demerits != want || got.Pass != pass) {
			t.Errorf("seed %d: %d demerits in pass %v, want %d in %v", seed, got.Demerits, got.Pass, want, pass)
		}
		if err := invariants(items, &p, got); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
		for i := range got.Lines {
			if got.Ragged && got.Pass != LastResort && got.Lines[i].Ratio != 0 {
				t.Errorf("seed %d: a line that is flush left has stretched spaces", seed)
			}
		}
	}
	if ragged < 100 || kept < 100 {
		t.Errorf("%d paragraphs became ragged, %d in need did not", ragged, kept)
	}
}
