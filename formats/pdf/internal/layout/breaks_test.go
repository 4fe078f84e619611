package layout

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// novel returns prose of so many chapters: paragraphs of uneven length, now
// and then a heading, a quotation, a list, a note, a listing or a table.
func novel(seed uint64, chapters int) *document.Document {
	r := rand.New(rand.NewPCG(seed, 1))
	words := strings.Fields("the of and to in a is that for it was on are as with they be at one have this from by hot but some what there we can out other were all your when up use word how said an each she which do their time if will way about many then them would write like so these her long make thing see him two has look more day could go come did my sound no most number who over know water than call first people may down side been now find any new work part take get place made live where after back little only round man year came show every good me give our under name very through just form much great think say help low line before turn cause same mean differ move right boy old too does tell sentence set three want air well also play small end put home read hand port large spell add even land here must big high such follow act why ask men change went light kind off need house picture try us again animal point mother world near build self earth father")
	sentence := func() string {
		n := 6 + r.IntN(18)
		out := make([]string, n)
		for i := range out {
			out[i] = words[r.IntN(len(words))]
		}
		out[0] = strings.ToUpper(out[0][:1]) + out[0][1:]
		return strings.Join(out, " ") + "."
	}
	text := func(most int) []document.Inline {
		out := make([]string, 1+r.IntN(most))
		for i := range out {
			out[i] = sentence()
		}
		return document.Plain(strings.Join(out, " "))
	}
	doc := &document.Document{Metadata: document.Metadata{Title: "A Novel", Language: "en"}}
	for c := range chapters {
		sec := &document.Section{Title: document.Plain(fmt.Sprintf("Part the %d", c+1))}
		doc.Blocks = append(doc.Blocks, sec)
		into := &sec.Blocks
		for range 30 + r.IntN(40) {
			var b document.Block
			switch k := r.IntN(30); {
			case k == 0:
				sub := &document.Section{Title: document.Plain(sentence())}
				sec.Blocks = append(sec.Blocks, sub)
				into = &sub.Blocks
				continue
			case k == 1:
				b = &document.Quote{Blocks: []document.Block{&document.Paragraph{Content: text(3)}}}
			case k == 2:
				l := &document.List{Tight: true}
				for range 2 + r.IntN(4) {
					l.Items = append(l.Items, &document.ListItem{Blocks: []document.Block{&document.Paragraph{Content: text(2)}}})
				}
				b = l
			case k == 3:
				b = &document.Paragraph{Content: append(text(4), &document.Note{Blocks: []document.Block{&document.Paragraph{Content: text(2)}}})}
			case k == 4:
				b = &document.CodeBlock{Code: strings.Repeat("a line of code\n", 3+r.IntN(20))}
			case k == 5:
				b = longTable(2 + r.IntN(9))
			default:
				b = &document.Paragraph{Content: text(9)}
			}
			*into = append(*into, b)
		}
	}
	doc.Identify()
	return doc
}

// bound sets a document and returns the binder with its pages.
func bound(t testing.TB, doc *document.Document, st style.Style) *binder {
	t.Helper()
	v := newVolume(doc, &st, Options{})
	b := &binder{volume: v, ctx: context.Background(), flows: v.flows(), workers: 2}
	if err := b.converge(); err != nil {
		t.Fatal(err)
	}
	return b
}

// TestPages sets novels and looks at every page break: no line stands alone,
// no heading is left behind, and facing pages end level.
func TestPages(t *testing.T) {
	spreads, uneven, lone := 0, 0, 0
	for seed := range uint64(6) {
		for _, p := range []style.Profile{style.Article, style.Book} {
			st := style.New(style.A5(), p, style.House)
			b := bound(t, novel(seed, 6), st)
			first := 0
			for _, f := range b.flows {
				if f.recto && first%2 == 1 {
					first++
				}
				for i, s := range f.sheets {
					if s.end < len(f.list.items) && f.list.items[s.end].kind == penaltyItem && f.list.items[s.end].cost >= orphanPenalty {
						lone++
						t.Logf("seed %d, %s: a page ends with a penalty of %d", seed, p, f.list.items[s.end].cost)
					}
					recto := (first+i)%2 == 0
					if !recto || i == 0 || i == len(f.sheets)-1 {
						continue
					}
					spreads++
					if left, right := depth(b, f, &f.sheets[i-1]), depth(b, f, &f.sheets[i]); abs(left-right) > style.Point/10 {
						uneven++
						t.Logf("seed %d %s sheet %d: %v %v", seed, p, i, left, right)
					}
				}
				first += len(f.sheets)
			}
		}
	}
	t.Logf("%d spreads, %d uneven", spreads, uneven)
	if lone > 0 {
		t.Errorf("%d lines stand alone", lone)
	}
	if 50*uneven > spreads {
		t.Errorf("%d of %d spreads are uneven: want at most 2 %%", uneven, spreads)
	}
}

// depth returns where a page ends, below the head of its text.
func depth(b *binder, f *flow, s *sheet) style.Length {
	v := b.vessel(f, 0)
	items := f.list.items
	c := s.descend(items, v, s.level(items, v), nil, nil)
	if c.notes > 0 {
		return v.height // where its notes end
	}
	return c.foot(v)
}

func BenchmarkSet(b *testing.B) {
	doc := novel(1, 20)
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
