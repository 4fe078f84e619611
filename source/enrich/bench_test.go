package enrich_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
	"github.com/quirepress/quire/source/markdown"
)

// library returns the articles of our own in English, as often as it takes for
// about a megabyte of prose, and its length.
func library(b *testing.B) (doc *document.Document, size int) {
	b.Helper()
	names, err := filepath.Glob("internal/*/testdata/*.txt")
	if err != nil || len(names) == 0 {
		b.Fatal("no articles", err)
	}
	var paragraphs []string
	for _, name := range names {
		if base := filepath.Base(name); strings.Contains(base, ".de.") || strings.Contains(base, ".fr.") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		article, _, _ := strings.Cut(string(text), "-- entries --")
		paragraphs = append(paragraphs, strings.Split(strings.TrimSpace(article), "\n")...)
	}
	doc = &document.Document{Metadata: document.Metadata{Language: "en"}}
	for size < 1<<20 {
		for _, p := range paragraphs {
			if p = strings.TrimSpace(p); p != "" {
				doc.Blocks = append(doc.Blocks, &document.Paragraph{Content: document.Plain(p)})
				size += len(p)
			}
		}
	}
	return doc, size
}

// BenchmarkDefault runs all the passes that enrich a document, as a press does.
func BenchmarkDefault(b *testing.B) {
	doc, size := library(b)
	b.SetBytes(int64(size))
	for b.Loop() {
		b.StopTimer()
		d := doc.Clone()
		b.StartTimer()
		for _, p := range enrich.Together(enrich.Default()) {
			if _, err := p.Apply(b.Context(), d); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkPass runs each pass alone.
func BenchmarkPass(b *testing.B) {
	doc, size := library(b)
	for _, p := range enrich.Default() {
		b.Run(p.Name(), func(b *testing.B) {
			b.SetBytes(int64(size))
			for b.Loop() {
				b.StopTimer()
				d := doc.Clone()
				b.StartTimer()
				if _, err := p.Apply(b.Context(), d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkHostile runs the passes over texts that were made to be slow, each one paragraph in three sizes, whose
// throughput must be about the same.
func BenchmarkHostile(b *testing.B) {
	for _, c := range []struct{ name, piece string }{
		{"brackets", "(AB) "}, {"open", "("}, {"nested", "(A"}, {"acronyms", "AB AB "}, {"equals", "A=B;"}, {"quotes", "\"a "},
		{"years", "in 1999 "}, {"hyphens", "1999-"}, {"months", "May "}, {"commas", "he, "}, {"verbs", "went and "}, {"names", "Ann Lee "},
		{"events", "Ann Lee died in 1999. "}, {"pronouns", "She died in 1999. "}, {"pairs", "Long Form (LF). "}, {"terms", "A tariff is a tax that is due. "},
		{"oneword", "a"}, {"letters", "a b c d e f g h i j k (ABCDEFGHIJK) "}, {"clauses", "A is a B; "},
		{"capitals", "A"}, {"digits", "1"}, {"closed", ")"}, {"spaces", " "}, {"lines", "A\n"}, {"codes", "A1="},
	} {
		for _, size := range []int{100_000, 300_000, 1_000_000} {
			b.Run(c.name+"/"+strconv.Itoa(size/1000)+"k", func(b *testing.B) {
				text := strings.Repeat(c.piece, size/len(c.piece))
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{&document.Paragraph{Content: document.Plain(text)}}}
					for _, p := range enrich.Together(enrich.Default()) {
						if _, err := p.Apply(b.Context(), doc); err != nil {
							b.Fatal(err)
						}
					}
				}
			})
		}
	}
}

// BenchmarkHands runs the passes over a text full of the author's own marks.
func BenchmarkHands(b *testing.B) {
	for _, n := range []int{1000, 8000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			var source strings.Builder
			for i := range n {
				k := strconv.Itoa(i)
				source.WriteString("[T" + k + "X]{.term def=\"Thing " + k + ".\"} and [U" + k + "]{.term as=T" + k + "X}, [V" + k + "]{abbr=\"Very " + k + "\"}, [then]{.event date=1999-03-24}; Ann Lee died [in 1998]{.noevent}.\n\n")
			}
			doc, _, err := markdown.Read("a.md", []byte(source.String()), markdown.Options{})
			if err != nil {
				b.Fatal(err)
			}
			doc.Metadata.Language = "en"
			b.SetBytes(int64(source.Len()))
			for b.Loop() {
				b.StopTimer()
				d := doc.Clone()
				b.StartTimer()
				for _, p := range enrich.Default() {
					if _, err := p.Apply(b.Context(), d); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
