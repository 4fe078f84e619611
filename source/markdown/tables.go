package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/quirepress/quire/source/document"
)

// tableMark is the mark of a caption that may stand above its table.
var tableMark = regexp.MustCompile(`^[ \t]*(?:Table|Tabelle|Tableau)`)

// table converts a table. A last row that is a caption, as it comes to be when
// no blank line stands before it, is taken off.
func (r *reading) table(n *extast.Table) *document.Table {
	t := &document.Table{}
	for _, a := range n.Alignments {
		t.Columns = append(t.Columns, alignment(a))
	}
	if last, ok := n.LastChild().(*extast.TableRow); ok {
		r.captionRow(t, n, last)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		row := &document.Row{}
		row.Pos = r.place(c.Pos())
		for cell := c.FirstChild(); cell != nil && len(row.Cells) < len(t.Columns); cell = cell.NextSibling() {
			row.Cells = append(row.Cells, r.cell(cell))
		}
		for len(row.Cells) < len(t.Columns) {
			row.Cells = append(row.Cells, &document.Cell{})
		}
		if _, ok := c.(*extast.TableHeader); ok {
			if !blankRow(row) {
				t.Head = append(t.Head, row)
			}
		} else {
			t.Body = append(t.Body, row)
		}
	}
	if w, err := strconv.Atoi(r.attrs[n].get("header-columns")); err == nil && w > 0 {
		t.HeaderColumns = min(w, len(t.Columns))
	}
	return t
}

// captionRow makes the caption of a row whose only cell with text begins with
// "Table:".
func (r *reading) captionRow(t *document.Table, n *extast.Table, row *extast.TableRow) {
	first := row.FirstChild()
	if first == nil || first.Lines().Len() == 0 {
		return
	}
	line := first.Lines().At(0)
	mark := captionPrefix(r.body[line.Start:line.Stop])
	if mark < 3 { // a row may begin with ": "
		return
	}
	for c := first.NextSibling(); c != nil; c = c.NextSibling() {
		if c.HasChildren() {
			return
		}
	}
	if !skipText(first.FirstChild(), line.Start+mark) {
		return
	}
	t.Caption = r.run(first)
	n.RemoveChild(n, row)
}

// captioned converts a table below the paragraph that is its caption; nil if the
// paragraph is none, or if the table has its caption below.
func (r *reading) captioned(n *ast.Paragraph, table *extast.Table) *document.Table {
	if n.Lines().Len() == 0 {
		return nil
	}
	first := n.Lines().At(0)
	mark := captionPrefix(r.body[first.Start:first.Stop])
	if mark < 3 || !tableMark.Match(r.body[first.Start:first.Start+mark]) || r.captionBelow(table) {
		return nil
	}
	if !skipText(n.FirstChild(), first.Start+mark) {
		return nil
	}
	t := r.table(table)
	r.attribute(t, r.attrs[table], table.Pos())
	pos := t.Pos
	r.attribute(t, r.attrs[n], n.Pos())
	t.Pos = pos
	t.Caption = r.run(n)
	return t
}

// captionBelow reports whether a table takes its caption from its last row or
// from the paragraph behind it.
func (r *reading) captionBelow(table *extast.Table) bool {
	if row, ok := table.LastChild().(*extast.TableRow); ok && row.FirstChild() != nil && row.FirstChild().Lines().Len() > 0 {
		line := row.FirstChild().Lines().At(0)
		if captionPrefix(r.body[line.Start:line.Stop]) >= 3 {
			return true
		}
	}
	p, ok := table.NextSibling().(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 {
		return false
	}
	// Where captions stand above, the next paragraph may be that of the next
	// table.
	if _, another := p.NextSibling().(*extast.Table); another {
		return false
	}
	line := p.Lines().At(0)
	return captionPrefix(r.body[line.Start:line.Stop]) > 0
}

func (r *reading) cell(n ast.Node) *document.Cell {
	cell := &document.Cell{}
	if n.Pos() >= 0 {
		cell.Pos = r.place(n.Pos())
	}
	if content := r.run(n); len(content) > 0 {
		p := &document.Paragraph{Content: content}
		p.Pos = content[0].Attributes().Pos
		cell.Blocks = []document.Block{p}
	}
	return cell
}

func blankRow(r *document.Row) bool {
	for _, c := range r.Cells {
		if len(c.Blocks) > 0 {
			return false
		}
	}
	return true
}

func alignment(a extast.Alignment) document.Align {
	switch a {
	case extast.AlignLeft:
		return document.AlignLeft
	case extast.AlignRight:
		return document.AlignRight
	case extast.AlignCenter:
		return document.AlignCenter
	}
	return document.AlignDefault
}

// inCell takes the backslash off a bar: in a table's cell even code writes
// "\|" for it.
func inCell(s string) string { return strings.ReplaceAll(s, `\|`, "|") }
