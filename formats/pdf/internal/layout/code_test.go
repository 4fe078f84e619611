package layout

import (
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// TestListingsPartAtGaps checks that a long listing goes on on the next page
// with the first line of a piece, wherever it begins.
func TestListingsPartAtGaps(t *testing.T) {
	code := strings.Repeat("first\nsecond\nthird\n\n", 30) + "first\nlast"
	pages, gaps := 0, 0
	for lines := range 12 {
		var blocks []document.Block
		for range lines {
			blocks = append(blocks, para("Short."))
		}
		blocks = append(blocks, &document.CodeBlock{Code: code})
		book, _, _ := set(t, &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: blocks}, style.New(style.A5(), style.Article, style.House))
		texts, on := textsOf(book)
		last := 0
		for i, text := range texts {
			if text.Mark.Tag == 0 || on[i] == last {
				continue
			}
			last = on[i]
			pages++
			if strings.TrimSpace(text.String()) == "first" {
				gaps++
			}
		}
	}
	if pages < 24 || gaps < pages*8/10 {
		t.Errorf("%d of %d pages begin with the first line of a piece", gaps, pages)
	}
}

// TestListingsEndLevel checks that the last line of a page stands on the grid
// where a listing goes on, and that its ground ends as far below on all pages.
func TestListingsEndLevel(t *testing.T) {
	for lines := range 9 {
		var blocks []document.Block
		for range lines {
			blocks = append(blocks, para("Short."))
		}
		blocks = append(blocks, &document.CodeBlock{Code: strings.Repeat("line\n", 200)})
		st := style.New(style.A5(), style.Article, style.House)
		b := bound(t, &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: blocks}, st)
		base := b.vessel(b.flows[0], 0).ascent + style.Length(st.Lines()-1)*st.Body.Leading + st.Margins.Head
		book, _ := b.bind()
		if len(book.Pages) < 4 {
			t.Fatalf("%d pages", len(book.Pages))
		}
		var grounds []style.Length
		for i := range book.Pages[:len(book.Pages)-1] {
			last, ground := style.Length(0), style.Length(0)
			for _, it := range book.Pages[i].Items {
				switch it := it.(type) {
				case *frame.Text:
					if it.Mark.Tag > 0 {
						last = max(last, it.Y)
					}
				case *frame.Rule:
					if it.Color == st.Palette.Ground {
						ground = it.Y + it.Height
					}
				}
			}
			if abs(last-base) > st.Body.Leading/8 {
				t.Errorf("%d lines before: page %d ends %v from the last line of the grid", lines, i, last-base)
			}
			grounds = append(grounds, ground)
		}
		if d := slices.Max(grounds) - slices.Min(grounds); d > st.Body.Leading/8 {
			t.Errorf("%d lines before: the grounds end at %v", lines, grounds)
		}
	}
}

// TestListingsLeaveNoStubs checks that listings part with three lines or more on
// either side, where the page can be filled otherwise.
func TestListingsLeaveNoStubs(t *testing.T) {
	parted, stubs := 0, 0
	for lines := range 34 {
		var blocks []document.Block
		for range lines {
			blocks = append(blocks, para("Short."))
		}
		blocks = append(blocks, &document.Quote{Blocks: []document.Block{para("Short.")}}, &document.CodeBlock{Code: strings.Repeat("line\n", 20)}, para(latin), &document.Quote{Blocks: []document.Block{para(latin)}})
		for range 30 {
			blocks = append(blocks, para(latin))
		}
		book, _, _ := set(t, &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: blocks}, style.New(style.A5(), style.Article, style.House))
		on := map[int]int{}
		texts, pages := textsOf(book)
		for i, text := range texts {
			if strings.TrimSpace(text.String()) == "line" {
				on[pages[i]]++
			}
		}
		if len(on) < 2 {
			continue
		}
		parted++
		for _, n := range on {
			if n < 3 {
				stubs++
				break
			}
		}
	}
	if parted < 8 || stubs > 0 {
		t.Errorf("%d of %d listings part with fewer than three lines on a page", stubs, parted)
	}
}
