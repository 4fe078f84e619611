package publish_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/quirepress/quire/formats/epub"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/publish"
)

// BenchmarkMany publishes short articles of some 300 words, a hundred or as many
// as QUIRE_MANY says, all in one run.
func BenchmarkMany(b *testing.B) {
	n := 100
	if s := os.Getenv("QUIRE_MANY"); s != "" {
		var err error
		if n, err = strconv.Atoi(s); err != nil {
			b.Fatal(err)
		}
	}
	files, names := fstest.MapFS{}, []string{}
	for i := range n {
		name := fmt.Sprintf("%05d.md", i)
		files[name] = &fstest.MapFile{Data: short(uint64(i))}
		names = append(names, name)
	}
	for _, f := range []publish.Format{epub.Encoder{}, pdf.Encoder{}} {
		b.Run(f.Extension(), func(b *testing.B) {
			dst := b.TempDir()
			for b.Loop() {
				if _, err := (publish.Press{Formats: []publish.Format{f}}).Publish(b.Context(), dst, files, names...); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

// short is a short article with two sections, dates and terms.
func short(seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 1))
	words := strings.Fields("the council of harbour towns agreed that ships keep a clear distance from every lighthouse while keepers write down what they have seen during long nights and report it to the office in spring when ice has left the sea")
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: Report %d of the harbour\nauthor: The keepers\ndate: 2024-05-%02d\nlanguage: en\n---\n", seed, 1+seed%28)
	for s := range 2 {
		fmt.Fprintf(&b, "\n## Part %d\n", s+1)
		for p := range 3 {
			fmt.Fprintf(&b, "\nOn %d May %d the Harbour Light Service (HLS) sent a note.", 1+r.IntN(28), 1950+r.IntN(70))
			for range 2 + p%2 {
				b.WriteString(" The")
				for range 14 + r.IntN(8) {
					b.WriteString(" " + words[r.IntN(len(words))])
				}
				b.WriteString(".")
			}
			b.WriteString("\n")
		}
	}
	return []byte(b.String())
}
