package layout

import (
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// TestPageBreaks looks up every page break in the document: the text that it
// points at must be that of the page's first line.
func TestPageBreaks(t *testing.T) {
	doc := novel(3, 4)
	st := style.New(style.A5(), style.Book, style.House)
	book, pages, _ := set(t, doc, st)
	nodes := map[document.Anchor]document.Node{}
	for _, n := range doc.All() {
		nodes[n.Attributes().Anchor] = n
	}
	if len(pages.Breaks) != len(book.Pages) {
		t.Fatalf("%d breaks for %d pages", len(pages.Breaks), len(book.Pages))
	}
	checked := 0
	for i, br := range pages.Breaks {
		if br.Label != book.Pages[i].Label {
			t.Errorf("page %d is labelled %s and %s", i, br.Label, book.Pages[i].Label)
		}
		if want, front := map[string]document.Anchor{"i": document.AtTitlePage, "iii": document.AtContents}[br.Label]; front && br.Anchor != want {
			t.Errorf("page %s begins at %q", br.Label, br.Anchor)
		}
		if nodes[br.Anchor] == nil {
			continue
		}
		text := document.BlockText(nodes[br.Anchor])
		if br.Offset > len(text) {
			t.Errorf("page %s: offset %d in a text of %d bytes", br.Label, br.Offset, len(text))
			continue
		}
		var first string
		for _, it := range book.Pages[i].Items {
			if tx, ok := it.(*frame.Text); ok && tx.Mark.Tag > 0 && book.Tags[tx.Mark.Tag].Refined != "label" && book.Tags[tx.Mark.Tag].Role != "Lbl" {
				first = tx.String()
				break
			}
		}
		first = strings.TrimRight(first, " \u00AD")
		if !strings.HasPrefix(text[br.Offset:], first) {
			t.Errorf("page %s begins with %q, the break points at %q", br.Label, first, text[br.Offset:min(len(text), br.Offset+40)])
		}
		checked++
	}
	if checked < 20 {
		t.Errorf("only %d breaks were looked at", checked)
	}
	if pages.PrintID == "" || pages.PrintID == printID(&doc.Metadata, style.A4()) {
		t.Errorf("the print id %q does not tell papers apart", pages.PrintID)
	}
}
