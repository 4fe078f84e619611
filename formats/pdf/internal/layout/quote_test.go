package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// TestLettersKeepTheirEnds moves letters down the page, line by line: none leaves
// its salutation behind, or sends its signature ahead.
func TestLettersKeepTheirEnds(t *testing.T) {
	st := style.New(style.A5(), style.Article, style.House)
	for n := range st.Lines() {
		doc := &document.Document{Metadata: document.Metadata{Language: "en"}}
		for range n {
			doc.Blocks = append(doc.Blocks, para("A line."))
		}
		for range 6 {
			doc.Blocks = append(doc.Blocks, &document.Quote{Blocks: []document.Block{para("My dear friend,"), para(latin), para("Yours ever, Ada")}}, para(latin))
		}
		book, _, _ := set(t, doc, st)
		for i := range book.Pages[:len(book.Pages)-1] {
			lines := pageLines(book, i)
			if last := lines[len(lines)-1]; strings.HasPrefix(last, "My dear") {
				t.Errorf("after %d lines: page %d ends with %q", n, i+1, last)
			}
			if first := pageLines(book, i+1)[0]; strings.HasPrefix(first, "Yours") {
				t.Errorf("after %d lines: page %d begins with %q", n, i+2, first)
			}
		}
	}
}

// TestChaptersThatCount leaves the number of a chapter to its title.
func TestChaptersThatCount(t *testing.T) {
	doc := &document.Document{Metadata: document.Metadata{Language: "en", Title: "Book"}}
	for i := range 4 {
		doc.Blocks = append(doc.Blocks, &document.Section{
			Attr:  document.Attr{Anchor: document.Anchor(fmt.Sprint("c", i))},
			Title: document.Plain(fmt.Sprint("Chapter ", i+1)), Blocks: []document.Block{para(latin)},
		})
	}
	book, _, _ := set(t, doc, style.New(style.A5(), style.Book, style.House))
	var all []string
	for i := range book.Pages {
		all = append(all, pageLines(book, i)...)
	}
	text := strings.Join(all, "\n")
	if strings.Contains(text, "CHAPTER") || strings.Contains(text, "1Chapter 1") {
		t.Errorf("numbers are printed twice:\n%s", text)
	}
}
