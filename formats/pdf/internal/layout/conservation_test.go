package layout

import (
	"context"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/document/documenttest"
)

// printed returns the text of a document that must be on its pages, in order.
// References that print a number instead of their content are left out, and
// formulas, whose markup is read where it can be.
func printed(doc *document.Document) string {
	var b strings.Builder
	var walk func(n document.Node)
	walk = func(n document.Node) {
		switch n := n.(type) {
		case *document.Text:
			b.WriteString(n.Value)
		case *document.Code:
			b.WriteString(n.Value)
		case *document.CodeBlock:
			b.WriteString(n.Code)
			return
		case *document.CrossReference:
			if n.Show != document.ShowContent || n.Ref == document.RefNote {
				return
			}
		case *document.GlossaryEntry:
			b.WriteString(n.Term)
		case *document.IndexEntry:
			b.WriteString(n.Term)
		}
		for c := range document.Children(n) {
			walk(c)
		}
	}
	for _, n := range doc.Blocks {
		walk(n)
	}
	return b.String()
}

// front reports whether an element is what the publisher puts before the text.
func front(t *frame.Tag) bool { return t.Refined == "title-page" || t.Refined == "contents" }

// missing returns the characters of want that have lacks, with their number.
func missing(want, have string) map[rune]int {
	n := map[rune]int{}
	for _, r := range want {
		n[r]++
	}
	for _, r := range have {
		n[r]--
	}
	for r := range n {
		if n[r] <= 0 {
			delete(n, r)
		}
	}
	return n
}

// disorder returns two pieces of want that stand the other way round in have,
// or a piece that is torn; "" if there are none. Only pieces that occur once
// can tell.
func disorder(want, have string) (first, second string) {
	const length = 120 // bytes
	places := func(s string) map[string]int {
		m := map[string]int{}
		for i := 0; i+length <= len(s); i++ {
			if _, ok := m[s[i:i+length]]; ok {
				m[s[i:i+length]] = -1
			} else {
				m[s[i:i+length]] = i
			}
		}
		return m
	}
	inWant, inHave := places(want), places(have)
	last, at := "", -1
	for i := 0; i+length <= len(want); i += 7 {
		piece := want[i : i+length]
		k, ok := inHave[piece]
		if !ok || k < 0 || inWant[piece] < 0 {
			continue
		}
		if k < at {
			return last, piece
		}
		last, at = piece, k
	}
	return "", ""
}

func TestNothingIsLost(t *testing.T) {
	profiles := []style.Profile{style.Article, style.Book, style.Handout, style.LargePrint}
	for seed := range uint64(12) {
		doc := documenttest.Random(seed)
		p := profiles[seed%4]
		book, _, _ := set(t, doc, style.New(style.Paper{}, p, style.House))
		have := letters(newReader(book).text(0, front))
		want := letters(printed(doc))
		for r, n := range missing(want, have) {
			t.Errorf("seed %d, %s: %q is missing %d times", seed, p, r, n)
		}
		if a, b := disorder(want, have); a != "" {
			t.Errorf("seed %d, %s: %q stands behind %q", seed, p, a, b)
		}
	}
}

// TestExactlyOnce sets plain paragraphs, of which nothing may be added either.
func TestExactlyOnce(t *testing.T) {
	doc := article(t)
	book, _, _ := set(t, doc, style.New(style.A5(), style.Article, style.House))
	r := newReader(book)
	have, want := letters(r.text(0, nil)), letters(printed(doc))
	if i := strings.Index(have, want[:40]); i < 0 || have[i:] != want {
		t.Errorf("the text on the pages is not the article's")
	}
}

func TestSameBookWhateverTheWorkers(t *testing.T) {
	doc := documenttest.Random(7)
	st := style.New(style.A5(), style.Book, style.House)
	one, onePages, _, err := Set(context.Background(), doc, st, Options{Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	many, manyPages, _, err := Set(context.Background(), doc, st, Options{Workers: 4 * runtime.NumCPU()})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(one.Pages, many.Pages) || !reflect.DeepEqual(one.Tags, many.Tags) || !reflect.DeepEqual(onePages, manyPages) {
		t.Error("one worker and many make different books")
	}
}

func TestStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, _, err := Set(ctx, documenttest.Random(1), style.New(style.A5(), style.Article, style.House), Options{}); err != context.Canceled {
		t.Errorf("error is %v, want %v", err, context.Canceled)
	}
}
