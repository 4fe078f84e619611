package publish_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime/metrics"
	"testing"
	"testing/fstest"

	"github.com/quirepress/quire/formats/pdf"
)

// tangle returns the Markdown of a book whose every page hangs on others: so many
// terms whose definitions mention each other, sections that mention terms, refer
// to one another and tell dated events, and marks for the index.
func tangle(sections, terms int) []byte {
	r := rand.New(rand.NewPCG(3, 14))
	term := func() string { return fmt.Sprintf("Concept %s", name(r.IntN(terms))) }
	var b bytes.Buffer
	b.WriteString("---\ntitle: A book that refers to itself\nauthor: Ada Marsh\nlang: en-GB\ndate: 2024-03-01\nprofile: book\npaper: a5\nglossary:\n")
	for i := range terms {
		fmt.Fprintf(&b, "  - term: Concept %s\n    definition: What %s and %s have in common, unless %s is in the way.\n", name(i), term(), term(), term())
	}
	b.WriteString("---\n\n")
	for i := range sections {
		if i%40 == 0 {
			fmt.Fprintf(&b, "# The %d. part of the argument\n\n", i/40+1)
		}
		fmt.Fprintf(&b, "## On %s {#s%d}\n\n", term(), i)
		for range 4 {
			for range 3 {
				fmt.Fprintf(&b, "Whoever has read of %s knows that it rests on %s and that neither can be had alone, as every reader of the literature will confirm without delay. ", term(), term())
			}
			fmt.Fprintf(&b, "In %d the council adopted the [%s]{.index} in the capital. It is told again [in another place](#s%d).\n\n", 1800+r.IntN(220), term(), r.IntN(sections))
		}
	}
	return b.Bytes()
}

// name spells a number below a thousand in syllables.
func name(n int) string {
	syllables := [...]string{"bar", "den", "fol", "gam", "hel", "jor", "kin", "lun", "mor", "nev"}
	return "T" + syllables[n/100] + syllables[n/10%10] + syllables[n%10]
}

// BenchmarkTangle goes from Markdown to verified bytes of a book of some 300
// pages with 500 terms, contents, timeline, glossary and index. With QUIRE_LONG=1
// it makes one of 5,000 pages too.
func BenchmarkTangle(b *testing.B) {
	sizes := []int{165}
	if os.Getenv("QUIRE_LONG") != "" {
		sizes = append(sizes, 3520)
	}
	for _, sections := range sizes {
		files := fstest.MapFS{"book.md": {Data: tangle(sections, 500)}}
		b.Run(fmt.Sprint(sections), func(b *testing.B) {
			publishBook(b, files, pdf.Encoder{})
			memory := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
			metrics.Read(memory)
			b.ReportMetric(float64(memory[0].Value.Uint64()-memory[1].Value.Uint64())/(1<<20), "MB-held")
		})
	}
}
