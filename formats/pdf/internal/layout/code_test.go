package layout

import (
	"strings"
	"testing"

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
	if pages < 24 || gaps < pages*9/10 {
		t.Errorf("%d of %d pages begin with the first line of a piece", gaps, pages)
	}
}
