package layout

import (
	"github.com/quirepress/quire/source/document"
)

// Tables.

// table sets a table.
func (s *setter) table(t *document.Table, c scope) {
	c = c.element("Table")
	s.list.space(s.style.BlockSpace, 1)
	for _, rows := range [][]*document.Row{t.Head, t.Body} {
		for _, r := range rows {
			rc := c.element("TR")
			for _, cell := range r.Cells {
				s.blocks(cell.Blocks, rc.element("TD"))
			}
		}
	}
	s.list.space(s.style.BlockSpace, 1)
}
