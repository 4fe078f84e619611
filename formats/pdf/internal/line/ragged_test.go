package line

import (
	"math/bits"
	"math/rand/v2"
	"testing"
)

// TestBalanced tries all ways to break short headings: none may have fewer
// lines than the balanced one, and none of as many lines lengths that vary
// less (but for what badness rounds away).
func TestBalanced(t *testing.T) {
	var b Breaker
	moreThanOne := 0
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 9))
		words := 2 + r.IntN(9)
		var items []Item
		var widths []int64
		for i := range words {
			if i > 0 {
				items = append(items, Item{Kind: Glue, Width: 5 * pt, Stretch: 2 * pt, Shrink: pt})
			}
			w := between(r, 10, 60)
			widths = append(widths, int64(w))
			items = append(items, Item{Kind: Box, Width: w})
		}
		items = Finish(items)
		const measure = int64(150 * pt)

		fewest, least := 1000, 0.0
		for breaks := range uint(1) << (words - 1) {
			lines := bits.OnesCount(breaks) + 1
			if lines > fewest {
				continue
			}
			if v, ok := variance(widths, breaks, lines, measure); ok && (lines < fewest || v < least) {
				fewest, least = lines, v
			}
		}

		p := Balanced(150*pt, 15*pt)
		res := b.Break(items, &p)
		breaks := uint(0)
		for _, l := range res.Lines[:len(res.Lines)-1] {
			breaks |= 1 << (l.End / 2)
		}
		got, ok := variance(widths, breaks, len(res.Lines), measure)
		if !ok || len(res.Lines) != fewest || got > least*1.01+0.02 {
			t.Errorf("seed %d: %d lines of variance %.3f, want %d of %.3f", seed, len(res.Lines), got, fewest, least)
		}
		if fewest > 1 {
			moreThanOne++
		}
	}
	if moreThanOne < 200 {
		t.Errorf("only %d headings had more than one line", moreThanOne)
	}
}

// variance returns that of the lengths of a heading's lines, in square points;
// bit i of breaks says that a line ends after word i. ok is false when a line
// is longer than the measure.
func variance(widths []int64, breaks uint, lines int, measure int64) (v float64, ok bool) {
	var sum, squares float64
	line := int64(0)
	for i, w := range widths {
		line += w
		if breaks>>i&1 == 0 && i < len(widths)-1 {
			line += int64(5 * pt)
			continue
		}
		if line > measure {
			return 0, false
		}
		l := float64(line) / float64(pt)
		sum += l
		squares += l * l
		line = 0
	}
	mean := sum / float64(lines)
	return squares/float64(lines) - mean*mean, true
}

// TestRaggedRunts sets short ragged paragraphs of every number of words: where
// the last line would be one short word, the lines before it give it another.
func TestRaggedRunts(t *testing.T) {
	var b Breaker
	runts, plain := 0, 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 12))
		var items []Item
		for range 8 + r.IntN(20) {
			if len(items) > 0 {
				items = append(items, Item{Kind: Glue, Width: 3 * pt, Stretch: pt, Shrink: pt})
			}
			items = append(items, Item{Kind: Box, Width: between(r, 10, 45)})
		}
		items = Finish(items)
		p := Ragged(200*pt, 10*pt)
		count := func(p *Params) (lines, runt int) {
			res := b.Break(items, p)
			if last := res.Lines[len(res.Lines)-1]; len(res.Lines) > 1 && last.Width < p.Runt {
				runt = 1
			}
			return len(res.Lines), runt
		}
		lines, runt := count(&p)
		runts += runt
		p.RuntDemerits = 0
		without, runt := count(&p)
		plain += runt
		if lines > without {
			t.Errorf("seed %d: %d lines instead of %d", seed, lines, without)
		}
	}
	if runts*4 > plain || plain < 30 {
		t.Errorf("%d of 300 paragraphs end with a runt, %d without demerits for it", runts, plain)
	}
}
