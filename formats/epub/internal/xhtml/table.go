package xhtml

import (
	"regexp"
	"strings"

	"github.com/quirepress/quire/source/document"
)

// table writes a table. Cells that head a row or a column say so by their
// scope; spans are cut to the rows that there are.
func (f *file) table(n *document.Table, depth int) {
	f.ahead(n)
	f.book.Traits.Tables++
	class, labels := tableClass(n)
	f.open("table", n, class)
	f.line()
	if number := f.numbers.Of(n); number > 0 {
		f.b.WriteString("<caption>" + f.number(f.words.Table, number))
		f.inlines(n.Caption, scope{})
		f.b.WriteString("</caption>\n")
	}
	t := tableShape{numeric: numericColumns(n), heads: f.heads(n), labels: labels}
	f.rows("thead", n, n.Head, t, depth)
	f.rows("tbody", n, n.Body, t, depth)
	f.close("table")
}

// number returns "Table 1." as it stands before a caption.
func (f *file) number(word string, n int) string {
	return `<span class="number">` + Escape(word) + " " + itoa(n) + ".</span> "
}

type tableShape struct {
	numeric []bool // columns whose cells are numbers
	heads   map[document.Anchor]string
	labels  []string // the heads of columns, where a cell may have to name its own
}

// heads returns the ids of the header cells that cells of a table name.
func (f *file) heads(n *document.Table) map[document.Anchor]string {
	ids := map[document.Anchor]string{}
	for _, rows := range [][]*document.Row{n.Head, n.Body} {
		for _, r := range rows {
			for _, c := range r.Cells {
				for _, a := range c.Headers {
					ids[a] = ""
				}
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	for k, rows := range [][]*document.Row{n.Head, n.Body} {
		hang := make([]int, len(n.Columns))
		for _, r := range rows {
			column := 0
			for _, c := range r.Cells {
				for column < len(hang) && hang[column] > 0 {
					column++
				}
				if _, ok := ids[c.Anchor]; ok && n.Heads(c, k == 0, column) != document.ScopeByPlace && cellSays(c) {
					ids[c.Anchor] = f.ids[c]
				}
				for range max(c.ColSpan, 1) {
					if column < len(hang) {
						hang[column] = max(c.RowSpan, 1)
					}
					column++
				}
			}
			for k := range hang {
				hang[k]--
			}
		}
	}
	return ids
}

func (f *file) rows(group string, n *document.Table, rows []*document.Row, t tableShape, depth int) {
	if len(rows) == 0 {
		return
	}
	f.b.WriteString("<" + group + ">\n")
	hang := make([]int, len(n.Columns)) // rows that cells from above still cover
	for i, r := range rows {
		f.open("tr", r, "")
		column := 0
		for j, c := range r.Cells {
			for column < len(hang) && hang[column] > 0 {
				column++
			}
			span, down := max(c.ColSpan, 1), max(c.RowSpan, 1)
			span = min(span, max(len(n.Columns)-column, 1))
			down = min(down, len(rows)-i)
			for k := column; k < min(column+span, len(hang)); k++ {
				hang[k] = down
			}
			// Nothing may stand between cells: what is due at the row stands
			// in its first one.
			var first *document.Row
			if j == 0 {
				first = r
			}
			f.cell(n, c, place{group == "thead", column, span, down}, t, first, depth)
			column += span
		}
		if len(r.Cells) == 0 {
			f.b.WriteString("<td>")
			f.ahead(r)
			f.b.WriteString("</td>")
		}
		for k := range hang {
			hang[k] = max(hang[k]-1, 0)
		}
		f.b.WriteString("</tr>\n")
	}
	f.b.WriteString("</" + group + ">\n")
}

// place is where a cell stands and what it covers.
type place struct {
	head               bool
	column, span, down int
}

func (f *file) cell(n *document.Table, c *document.Cell, at place, t tableShape, row *document.Row, depth int) {
	column, span, down := at.column, at.span, at.down
	tag, class := "td", ""
	var more []attr
	if scope := n.Heads(c, at.head, column); scope != document.ScopeByPlace && cellSays(c) {
		tag = "th"
		name := "row"
		if scope == document.ScopeColumn {
			name = "col"
		}
		more = append(more, attr{"scope", name})
	}
	var heads []string
	for _, a := range c.Headers {
		if id := t.heads[a]; id != "" {
			heads = append(heads, id)
		}
	}
	if len(heads) > 0 {
		more = append(more, attr{"headers", strings.Join(heads, " ")})
	}
	align := c.Align
	if align == document.AlignDefault && column < len(n.Columns) {
		align = n.Columns[column]
	}
	if align == document.AlignDefault && column < len(t.numeric) && t.numeric[column] {
		align = document.AlignRight
	}
	switch align {
	case document.AlignLeft, document.AlignCenter, document.AlignRight:
		class = string(align)
	}
	if span > 1 {
		more = append(more, attr{"colspan", itoa(min(span, 1000))})
	}
	if down > 1 {
		more = append(more, attr{"rowspan", itoa(min(down, 65534))})
	}
	if !at.head && tag == "td" && column < len(t.labels) && t.labels[column] != "" {
		more = append(more, attr{"data-head", t.labels[column]})
	}
	f.open(tag, c, class, more...)
	if row != nil {
		f.ahead(row)
	}
	f.ahead(c)
	if tag == "th" {
		f.bare++
	}
	if p, ok := loneParagraph(c.Blocks); ok {
		f.wrapParagraph(p)
	} else {
		f.blocks(c.Blocks, depth)
	}
	if tag == "th" {
		f.bare--
	}
	f.close(tag)
}

// loneParagraph returns the paragraph of a cell that holds nothing else.
func loneParagraph(blocks []document.Block) (*document.Paragraph, bool) {
	if len(blocks) != 1 {
		return nil, false
	}
	p, ok := blocks[0].(*document.Paragraph)
	return p, ok
}

// wrapParagraph writes a paragraph's content without the paragraph.
func (f *file) wrapParagraph(p *document.Paragraph) {
	a := p.Attributes()
	if f.ids[p] == "" && len(a.Classes) == 0 && a.Lang == "" && a.Dir == document.Inherited {
		f.content(p, p.Content)
		return
	}
	f.open("span", p, "")
	f.content(p, p.Content)
	f.close("span")
}

// cellSays reports whether a cell has words: a cell without them heads nothing.
func cellSays(c *document.Cell) bool {
	for _, b := range c.Blocks {
		for n := range document.Nodes(b) {
			switch n := n.(type) {
			case *document.Text:
				if visible(n.Value) {
					return true
				}
			case *document.Code:
				if visible(n.Value) {
					return true
				}
			}
		}
	}
	return false
}

// number matches what is aligned as a number.
var number = regexp.MustCompile(`^[-+−–±~<>≈]?\s?[\p{Sc}]?\s?\d[\d.,'’   ]*\s?[%‰\p{Sc}]?$`)

// numericColumns finds the columns whose cells in the body are all numbers.
func numericColumns(n *document.Table) []bool {
	seen := make([]bool, len(n.Columns))
	numeric := make([]bool, len(n.Columns))
	for i := range numeric {
		numeric[i] = true
	}
	hang := make([]int, len(n.Columns))
	for _, r := range n.Body {
		column := 0
		for _, c := range r.Cells {
			for column < len(hang) && hang[column] > 0 {
				column++
			}
			text := ""
			if p, ok := loneParagraph(c.Blocks); ok {
				text = strings.TrimSpace(document.TextOf(p.Content))
			}
			for k := column; k < min(column+max(c.ColSpan, 1), len(hang)); k++ {
				hang[k] = max(c.RowSpan, 1)
				switch {
				case c.Scope != document.ScopeByPlace: // a header
				case len(c.Blocks) == 0 || text == "–" || text == "—" || text == "-":
				case number.MatchString(text):
					seen[k] = true
				default:
					numeric[k] = false
				}
			}
			column += max(c.ColSpan, 1)
		}
		for k := range hang {
			hang[k] = max(hang[k]-1, 0)
		}
	}
	for i := range numeric {
		numeric[i] = numeric[i] && seen[i]
	}
	return numeric
}
