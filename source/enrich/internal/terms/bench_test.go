package terms

import (
	"fmt"
	"strings"
	"testing"
)

const prosePiece = `The Harbour Board Authority (HBA) closed the pier in June, and nobody was asked. A tariff is a tax that a
country levies on goods from abroad. When the wind turned, the boats that lay in the outer basin dragged their anchors; the wardens
spent the night on the mole. In 1998 the HBA rented the basin to the National Sailing Association, which built a slipway there.
It was not the first attempt, and it will not be the last, but the town has grown used to the noise of hammers in the morning.
`

func bench(b *testing.B, text string, run func(string)) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		run(text)
	}
}

func BenchmarkAcronyms(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"prose", strings.Repeat(prosePiece, 400)},
		{"brackets", strings.Repeat("(AB) ", 40000)},
		{"open", strings.Repeat("(", 200000)},
		{"nested", strings.Repeat("(A", 100000)},
		{"words", strings.Repeat("AB AB ", 40000)},
		{"commas", strings.Repeat("AB, or AB, ", 20000)},
		{"equals", strings.Repeat("A=B;", 40000)},
		{"letters", strings.Repeat("a b c d e f g h i j k (ABCDEFGHIJK) ", 6000)},
	} {
		b.Run(c.name, func(b *testing.B) { bench(b, c.text, func(s string) { Acronyms(s, Options{}) }) })
	}
}

func BenchmarkDefinitions(b *testing.B) {
	bench(b, strings.Repeat(prosePiece, 100), func(s string) { Definitions(s, "en") })
}

func BenchmarkGlossary(b *testing.B) {
	var blocks []Block
	size := 0
	for i := range 500 {
		p := fmt.Sprintf("The %s Board Authority %c%c (%cBA%d) met. ", strings.Repeat("x", i%7+1), 'A'+i%26, 'A'+i/26, 'A'+i%26, i) + strings.Repeat(prosePiece, 2)
		blocks = append(blocks, Block{Text: p})
		size += len(p)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		Glossary(blocks, "en", GlossaryOptions{})
	}
}
