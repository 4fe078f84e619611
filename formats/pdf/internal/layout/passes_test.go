package layout

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// entangled returns a document full of references to its own pages: glossary
// entries with mentions everywhere, paragraphs that name the pages of others,
// definitions that refer to each other, and tables that may float.
func entangled(seed uint64, paragraphs, terms int) *document.Document {
	r := rand.New(rand.NewPCG(seed, 2))
	doc := &document.Document{Metadata: document.Metadata{Title: "Entangled", Language: "en"}}
	g := &document.Glossary{}
	for i := range terms {
		g.Entries = append(g.Entries, &document.GlossaryEntry{
			Attr: document.Attr{Anchor: document.Anchor(fmt.Sprintf("term-%d", i))},
			Term: fmt.Sprintf("term%d", i), Definition: document.Plain(strings.Repeat("meaning of it ", 1+r.IntN(9))),
		})
	}
	sec := &document.Section{Attr: document.Attr{Anchor: "one"}, Title: document.Plain("One")}
	doc.Blocks = append(doc.Blocks, sec)
	for i := range paragraphs {
		if r.IntN(12) == 0 {
			sec = &document.Section{Attr: document.Attr{Anchor: document.Anchor(fmt.Sprintf("section-%d", i))}, Title: document.Plain(fmt.Sprintf("Section %d", i))}
			doc.Blocks = append(doc.Blocks, sec)
		}
		p := &document.Paragraph{Attr: document.Attr{Anchor: document.Anchor(fmt.Sprintf("p-%d", i))}}
		for range 1 + r.IntN(5) {
			p.Content = append(p.Content, &document.Text{Value: strings.Repeat("some words about nothing ", 1+r.IntN(6))})
			switch r.IntN(3) {
			case 0:
				p.Content = append(p.Content, &document.Text{Value: "(page "}, &document.CrossReference{Target: document.Anchor(fmt.Sprintf("p-%d", r.IntN(paragraphs))), Show: document.ShowPage}, &document.Text{Value: ") "})
			case 1:
				if terms == 0 {
					continue
				}
				e := g.Entries[r.IntN(terms)]
				a := document.Anchor(fmt.Sprintf("m-%d-%d", i, len(p.Content)))
				p.Content = append(p.Content, &document.Span{Attr: document.Attr{Anchor: a}, Content: document.Plain(e.Term + " ")})
				e.Mentions = append(e.Mentions, a)
			}
		}
		sec.Blocks = append(sec.Blocks, p)
		if i%20 == 7 {
			t := &document.Table{Caption: document.Plain("Floating"), Columns: make([]document.Align, 2)}
			for range 1 + i%13 {
				t.Body = append(t.Body, cells("one", "two"))
			}
			sec.Blocks = append(sec.Blocks, t)
		}
	}
	if terms > 0 {
		doc.Blocks = append(doc.Blocks, &document.Section{Attr: document.Attr{Anchor: "glossary"}, Role: document.RoleGlossary, Title: document.Plain("Glossary"), Blocks: []document.Block{g}})
	}
	return doc
}

// TestPageNumbersAreTrue reads every page number on the pages and looks where
// the link under it leads. QUIRE_LONG=1 makes it 10,000 documents.
func TestPageNumbersAreTrue(t *testing.T) {
	n := 200
	if validator.Long() {
		n = 10_000
	}
	frozen := 0
	for seed := range uint64(n) {
		doc := entangled(seed, 5+int(seed%90), int(seed%13))
		profile := []style.Profile{style.Article, style.Book, style.Handout}[seed%3]
		st := style.New(style.A5(), profile, style.House)
		b := bound(t, doc, st)
		if b.freeze {
			frozen++
		}
		book, pages := b.bind()
		at := map[string]int{}
		for _, d := range book.Destinations {
			at[d.Name] = d.Page
		}
		checked := 0
		for i := range book.Pages {
			for _, l := range book.Pages[i].Links {
				label, ok := strings.CutPrefix(l.Contents, "page ")
				if !ok {
					continue
				}
				checked++
				if want := book.Pages[at[l.Destination]].Label; want != label {
					t.Fatalf("seed %d: the link to %s says page %s, and is on page %s", seed, l.Destination, label, want)
				}
				if where := pages.Breaks[pages.Pages[document.Anchor(l.Destination)]].Label; where != label {
					t.Fatalf("seed %d: the pagination has %s on page %s, the page says %s", seed, l.Destination, where, label)
				}
			}
		}
		if checked == 0 && seed%90 > 20 {
			t.Fatalf("seed %d: no page number on the pages", seed)
		}
	}
	t.Logf("%d of %d documents needed the third pass", frozen, n)
}

func TestRoman(t *testing.T) {
	for n, want := range map[int]string{1: "i", 4: "iv", 9: "ix", 14: "xiv", 40: "xl", 1999: "mcmxcix", 0: "0", 4000: "4000"} {
		if got := roman(n); got != want {
			t.Errorf("roman(%d) = %s, want %s", n, got, want)
		}
	}
	if got := alphabetic(28); got != "ab" {
		t.Errorf("alphabetic(28) = %s, want ab", got)
	}
	if got := ordinal(3, ""); got != strconv.Itoa(3) {
		t.Errorf("ordinal(3) = %s", got)
	}
}

// BenchmarkEntangled sets some 300 pages with 500 terms and thousands of page
// references, which need all three passes.
func BenchmarkEntangled(b *testing.B) {
	doc := entangled(1, 1150, 500)
	st := style.New(style.A5(), style.Book, style.House)
	b.ReportAllocs()
	for b.Loop() {
		book, _, _, err := Set(context.Background(), doc, st, Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(book.Pages)), "pages")
	}
}
