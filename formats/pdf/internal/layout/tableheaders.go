package layout

import (
	"slices"
	"strings"

	"github.com/quirepress/quire/source/document"
)

// The headers of cells. Where a table has only rows of heads above and columns
// of heads at the left, their scopes tell which cells they speak for. Where
// cells span others or headers stand in the middle, each cell names its own
// (ISO 32000-1, table 349: Headers). They are found as HTML has it ("Forming
// relationships between data cells and header cells"): those before the cell in
// its rows and above it in its columns; a header further away does not count
// where one of the same columns or rows stands nearer, parted from it by data.
// As data counts here what heads in the other direction: else the title of a
// group of rows would speak for the heads of the rows in the next group.

const (
	// mostHeaders bounds the headers that are found in one direction: the
	// nearest ones.
	mostHeaders = 8
	// mostSlots bounds the tables that are looked at: rows by columns.
	mostSlots = 1 << 20
)

// irregular reports whether scopes do not tell the headers of all cells.
func (g *grid) irregular() bool {
	headed, odd := false, false
	for i := range g.rows {
		for k := range g.rows[i].cells {
			gc := &g.rows[i].cells[k]
			headed = headed || gc.scope != document.ScopeByPlace
			odd = odd || len(gc.cell.Headers) > 0 || gc.columns > 1 || gc.rows > 1 || gc.cell.Scope != document.ScopeByPlace
		}
	}
	return headed && odd && len(g.rows) <= mostSlots/len(g.columns)
}

// headers tells the tags of all cells which header cells speak for them, if the
// table is irregular. The cells must have their tags.
func (g *grid) headers() {
	if !g.irregular() {
		return
	}
	wide := len(g.columns)
	slots := make([]*gridCell, len(g.rows)*wide)
	for i := range g.rows {
		for k := range g.rows[i].cells {
			gc := &g.rows[i].cells[k]
			for r := i; r < min(i+gc.rows, len(g.rows)); r++ {
				for c := range gc.columns {
					slots[r*wide+gc.column+c] = gc
				}
			}
		}
	}
	g.named()
	for r := range g.rows {
		scan := headerScan{scope: document.ScopeRow}
		for c := range wide {
			scan.next(slots[r*wide+c])
		}
	}
	for c := range wide {
		scan := headerScan{scope: document.ScopeColumn}
		for r := range g.rows {
			scan.next(slots[r*wide+c])
		}
	}
}

// named gives cells the headers that their author named.
func (g *grid) named() {
	heads := map[document.Anchor]*gridCell{}
	for i := range g.rows {
		for k := range g.rows[i].cells {
			if gc := &g.rows[i].cells[k]; gc.scope != document.ScopeByPlace && gc.cell.Anchor != "" {
				heads[gc.cell.Anchor] = gc
			}
		}
	}
	for i := range g.rows {
		for k := range g.rows[i].cells {
			gc := &g.rows[i].cells[k]
			for _, a := range gc.cell.Headers {
				if h := heads[a]; h != nil && h != gc && h.tag != nil && gc.tag != nil && len(gc.tag.headers) < 4*mostHeaders {
					gc.tag.headers = append(gc.tag.headers, h.tag)
				}
			}
		}
	}
}

// headerScan goes along a row or down a column and gives each cell the headers
// that it has passed.
type headerScan struct {
	scope document.Scope // of the headers that count in this direction
	at    *gridCell
	// open are the headers that speak for the next cell, the last fresh of
	// them from the block of headers that the scan is in, if it is in one.
	open  []*gridCell
	block bool
	fresh int
}

func (s *headerScan) next(gc *gridCell) {
	if gc == nil || gc == s.at {
		return // the cell goes on
	}
	s.at = gc
	if gc.scope == s.scope {
		if !s.block {
			s.block, s.fresh = true, 0
		}
		// A nearer header of just these rows or columns takes over.
		old := s.open[:len(s.open)-s.fresh]
		kept := slices.DeleteFunc(slices.Clone(old), func(h *gridCell) bool { return s.same(h, gc) })
		s.open = append(kept, s.open[len(old):]...)
	} else {
		s.block, s.fresh = false, 0
	}
	for _, h := range s.open {
		if h.tag != nil && gc.tag != nil && len(gc.cell.Headers) == 0 && !slices.Contains(gc.tag.headers, h.tag) && len(gc.tag.headers) < 4*mostHeaders {
			gc.tag.headers = append(gc.tag.headers, h.tag)
		}
	}
	if gc.scope == s.scope {
		s.open = append(s.open, gc)
		s.fresh++
		if len(s.open) > mostHeaders {
			s.open = slices.Clone(s.open[1:])
			s.fresh = min(s.fresh, len(s.open))
		}
	}
}

// same reports whether two headers cover the same rows, or the same columns.
func (s *headerScan) same(a, b *gridCell) bool {
	if s.scope == document.ScopeColumn {
		return a.column == b.column && a.columns == b.columns
	}
	return a.row == b.row && a.rows == b.rows
}

// silent reports whether there is nothing to be heard in a cell: the corner of a
// table, which heads nothing wherever it stands.
func silent(c *document.Cell) bool {
	for _, b := range c.Blocks {
		for n := range document.Nodes(b) {
			switch n := n.(type) {
			case *document.Text:
				if strings.TrimSpace(n.Value) != "" {
					return false
				}
			case *document.CodeBlock, *document.Math, *document.MathBlock, *document.Note:
				return false
			case *document.Code:
				if strings.TrimSpace(n.Value) != "" {
					return false
				}
			case *document.Image:
				if n.Alt != "" && !n.Decorative {
					return false
				}
			case *document.CrossReference:
				if n.Ref == document.RefNote || n.Show != document.ShowContent {
					return false
				}
			}
		}
	}
	return true
}
