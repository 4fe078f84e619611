package plain

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/quirepress/quire/source/document"
)

// Lines with as many tabs each are the rows of a table.

// fields returns where the fields of a line begin and end that tabs part; fewer
// than two are none.
func (r *reading) fields(l line) [][2]int {
	var out [][2]int
	for at := l.start; at < l.end; {
		end := bytes.IndexByte(r.src[at:l.end], '\t')
		if end < 0 {
			end = l.end
		} else {
			end += at
		}
		field := r.src[at:end]
		from := at + len(field) - len(bytes.TrimLeftFunc(field, blank))
		to := max(from, at+len(bytes.TrimRightFunc(field, blank)))
		out = append(out, [2]int{from, to})
		at = end + 1
	}
	return out
}

// tabbed reports whether a unit is a line with tabs in it, and no item.
func (r *reading) tabbed(u *unit) bool {
	l := u.lines[0]
	return len(u.lines) == 1 && bytes.IndexByte(r.src[l.start:l.end], '\t') >= 0 && !u.bulleted() && !u.labelled()
}

// tables finds rows: two or more lines one below the other with the same number of
// fields.
func (r *reading) tables() {
	const most = 64 // columns
	for i := 0; i < len(r.units); {
		if !r.tabbed(r.units[i]) {
			i++
			continue
		}
		width, end := len(r.fields(r.units[i].lines[0])), i+1
		for end < len(r.units) && !r.units[end].gap && r.tabbed(r.units[end]) && len(r.fields(r.units[end].lines[0])) == width {
			end++
		}
		if end-i > 1 && width <= most {
			for _, u := range r.units[i:end] {
				u.kind, u.table = row, i+1
			}
		}
		i = end
	}
}

// table makes the table that begins with unit i, and returns the index of its last
// row.
func (r *reading) table(i int) (*document.Table, int) {
	t := &document.Table{}
	t.Pos = r.place(r.units[i].lines[0].start)
	id := r.units[i].table
	last := i
	for ; i < len(r.units) && r.units[i].table == id; i++ {
		last = i
		row := &document.Row{}
		row.Pos = r.place(r.units[i].lines[0].start)
		for _, f := range r.fields(r.units[i].lines[0]) {
			cell := &document.Cell{}
			cell.Pos = r.place(f[0])
			if content := r.noted(r.texts(f[0], f[1])); f[1] > f[0] && len(content) > 0 {
				p := &document.Paragraph{Content: content}
				p.Pos = cell.Pos
				cell.Blocks = []document.Block{p}
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Body = append(t.Body, row)
	}
	t.Columns = make([]document.Align, len(t.Body[0].Cells))
	if r.titled(t.Body) {
		t.Head, t.Body = t.Body[:1], t.Body[1:]
	}
	return t, last
}

// titled reports whether the first row of a table names its columns: figures stand
// in the others, and none in it.
func (r *reading) titled(rows []*document.Row) bool {
	figures := func(row *document.Row) bool {
		for _, c := range row.Cells[1:] {
			if len(c.Blocks) > 0 && strings.IndexFunc(document.BlockText(c.Blocks[0]), unicode.IsDigit) >= 0 {
				return true
			}
		}
		return false
	}
	for i, row := range rows {
		if figures(row) != (i > 0) {
			return false
		}
	}
	return true
}
