package xhtml

import (
	"strings"
	"unicode/utf8"

	"github.com/quirepress/quire/source/document"
)

// A table that is wider than the page is cut off in readers that show pages: no
// one scrolls there. Where a table is too wide the style sheet lays its rows out
// as blocks, one cell below the other, each behind the head of its column; what
// "too wide" means goes by the longest words and the width of the screen.

// Widths from which a table is called wide or broad, in ems of the text: that of
// a phone, and that of a page beside another.
const (
	wideTable  = 21
	broadTable = 34
)

// tableClass returns the class of a table by its width, and the heads of its
// columns as text, nil where it needs none or they are not that simple.
func tableClass(n *document.Table) (class string, heads []string) {
	const (
		letter  = 0.47 // of the sans, at 0.88 em
		padding = 1.06
	)
	width := 0.0
	longest := make([]int, len(n.Columns))
	for _, rows := range [][]*document.Row{n.Head, n.Body} {
		for _, r := range rows {
			if len(r.Cells) > len(longest) {
				return "", nil
			}
			for i, c := range r.Cells {
				if c.ColSpan > 1 || c.RowSpan > 1 {
					return "", nil
				}
				longest[i] = max(longest[i], longestWord(cellText(c)))
			}
		}
	}
	for _, w := range longest {
		width += float64(w)*letter + padding
	}
	if width <= wideTable || len(n.Columns) < 3 || len(n.Head) != 1 {
		return "", nil
	}
	for _, c := range n.Head[0].Cells {
		heads = append(heads, strings.Join(strings.Fields(Clean(cellText(c))), " "))
	}
	for len(heads) < len(n.Columns) {
		heads = append(heads, "")
	}
	if width > broadTable {
		return "broad", heads
	}
	return "wide", heads
}

// cellText returns the words of a cell.
func cellText(c *document.Cell) string {
	var b strings.Builder
	for _, block := range c.Blocks {
		for n := range document.Nodes(block) {
			b.WriteString(document.BlockText(n))
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// longestWord returns the letters of the longest word, or of the longest part
// of one that a hyphen ends.
func longestWord(s string) int {
	longest := 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '-' || r == '–' || r == '/' }) {
		longest = max(longest, utf8.RuneCountInString(w))
	}
	return longest
}
