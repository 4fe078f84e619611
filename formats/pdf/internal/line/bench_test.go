package line

import (
	"math/rand/v2"
	"testing"

	"github.com/quirepress/quire/formats/style"
)

// prose makes a paragraph of so many words with the lengths of English ones,
// most of which can be divided.
func prose(words int) []Item {
	r := rand.New(rand.NewPCG(7, 7))
	var items []Item
	box := func(letters int) {
		w := style.Length(letters) * 47 * pt / 10
		items = append(items, Item{Kind: Box, Width: w, Stretch: w / 50, Shrink: w / 50, Letters: int32(letters), Right: pt / 4})
	}
	for i := range words {
		if i > 0 {
			items = append(items, Item{Kind: Glue, Width: 12 * pt / 5, Stretch: 6 * pt / 5, Shrink: 4 * pt / 5})
		}
		for range r.IntN(4) {
			box(2 + r.IntN(3))
			items = append(items, Item{Kind: Penalty, Flagged: true, Width: 3 * pt, Right: 2 * pt})
		}
		box(1 + r.IntN(5))
	}
	return Finish(items)
}

func benchmark(b *testing.B, items []Item, p Params) {
	var k Breaker
	r := k.Break(items, &p)
	b.Logf("%d items, %d lines, pass %v", len(items), len(r.Lines), r.Pass)
	b.ReportAllocs()
	for b.Loop() {
		k.Break(items, &p)
	}
	b.ReportMetric(float64(len(items))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mitems/s")
}

func BenchmarkBreak(b *testing.B) {
	justified := Justified(303*pt, 10*pt)
	once := justified
	once.PreTolerance = -1
	hanging := justified
	for i := range 40 {
		hanging.Measures = append([]Measure{{Width: style.Length(300-i) * pt}}, hanging.Measures...)
	}
	narrow := Justified(90*pt, 10*pt)
	var zero []Item
	for range 100_000 {
		zero = append(zero, Item{Kind: Box}, Item{Kind: Penalty}, Item{Kind: Box}, Item{Kind: Penalty, LastResort: true})
	}
	for _, c := range []struct {
		name  string
		items []Item
		p     Params
	}{
		{"paragraph", prose(120), justified},
		{"hyphenated at once", prose(120), once},
		{"10000 words", prose(10_000), justified},
		{"40 measures", prose(1000), hanging},
		{"narrow", prose(1000), narrow},
		{"ragged", prose(1000), Ragged(303*pt, 10*pt)},
		{"balanced", prose(14), Balanced(303*pt, 10*pt)},
		{"nothing but breaks", zero, justified},
	} {
		b.Run(c.name, func(b *testing.B) { benchmark(b, c.items, c.p) })
	}
}
