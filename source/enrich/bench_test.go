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

// hostile are texts that were made to be slow, each by a piece that comes again and again. In it # stands for a word that
// is another one each time, @ for it with a capital, ^ for it in capitals; ¶ ends a paragraph.
var hostile = []struct{ name, piece string }{
	{"brackets", "(AB) "}, {"open", "(["}, {"pairs of brackets", "()[]"}, {"closed", ")"}, {"nested", "(A"}, {"nested pairs", "(Alpha Beta (AB) "},
	{"words in brackets", "(#) "}, {"semicolons", "(AB; CD; "}, {"strokes", "(AB/CD/"},
	{"acronyms", "AB AB "}, {"itself", "AB (AB) "}, {"each itself", "^ (^) "}, {"pairs", "Long Form (LF). "}, {"paragraphs of pairs", "Long Form (LF).¶"},
	{"letters", "a b c d e f g h i j k (ABCDEFGHIJK) "}, {"equals", "A=B;"}, {"codes", "A1="}, {"list", "^: # and #\n"}, {"or", "x, or AB, "},
	{"quotes", "\"a "}, {"nested quotes", "“he said ‘"}, {"names", "Ann Lee "}, {"capitals", "A"}, {"capital words", "@ "}, {"words in capitals", "^ "},
	{"years", "in 1999 "}, {"dates", "3 May 1999 "}, {"sentences of dates", "On 3 May 1999. "}, {"hyphens", "1999-"}, {"months", "May "}, {"parts", "early mid late the end of the "},
	{"betweens", "between 1990 and "}, {"later", "two years later "},
	{"events", "Ann Lee died in 1999. "}, {"persons", "Ann @ died in 1999. She had met Tom @. He left. "}, {"things", "The # was opened in 1999. "},
	{"pronouns", "he she it they his her "}, {"dated pronouns", "She left him in 1999. "}, {"verbs", "went and "}, {"asides", "he, who came, "}, {"reports", "said that he "},
	{"a sentence", "# went to # in 1999, "}, {"a sentence of names", "@ who met @, who died on 3 May 1999, and "},
	{"terms", "A tariff is a tax that is due. "}, {"new terms", "A # is a tax that is due. The # is paid. "}, {"clauses", "A is a B; "}, {"calls", "is called "},
	{"the", "the the "}, {"one word", "a"}, {"long words", "internationalisierungsbestrebungen"}, {"digits", "1"}, {"spaces", " "}, {"stops", "."}, {"initials", "A. "},
	{"lines", "A\n"}, {"paragraphs", "a¶"}, {"no letters", "\xff\xfe"}, {"accents", "e\u0301"}, {"ideographs", "中文"},
}

// BenchmarkHostile runs the passes over hostile texts in three sizes, whose throughput must be about the same.
func BenchmarkHostile(b *testing.B) {
	for _, c := range hostile {
		for _, size := range []int{250_000, 1_000_000, 4_000_000} {
			b.Run(c.name+"/"+strconv.Itoa(size/1000)+"k", func(b *testing.B) {
				doc := &document.Document{Metadata: document.Metadata{Language: "en"}}
				for paragraph := range strings.SplitSeq(repeat(c.piece, size), "¶") {
					doc.Blocks = append(doc.Blocks, &document.Paragraph{Content: document.Plain(paragraph)})
				}
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
			})
		}
	}
}

// repeat makes a text of the size from a piece of [hostile].
func repeat(piece string, size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		w := []byte{'b', byte('a' + i%26), 'r'}
		for n := i / 26; n > 0; n /= 26 {
			w = append(w, byte('a'+n%26))
		}
		word := string(w)
		b.WriteString(strings.NewReplacer("#", word, "@", "B"+word[1:], "^", strings.ToUpper(word)).Replace(piece))
	}
	return b.String()
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
