package layout

import (
	"cmp"
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

// pageLines returns the lines of a page from top to bottom, without its running
// head and folio.
func pageLines(book *frame.Book, page int) []string {
	rows := map[style.Length]string{}
	for _, it := range book.Pages[page].Items {
		if t, ok := it.(*frame.Text); ok && t.Mark.Tag != 0 {
			rows[t.Y] += t.String()
		}
	}
	var ys []style.Length
	for y := range rows {
		ys = append(ys, y)
	}
	slices.SortFunc(ys, cmp.Compare)
	var out []string
	for _, y := range ys {
		out = append(out, strings.TrimSpace(rows[y]))
	}
	return append(out, "")[:max(len(out), 1)]
}
