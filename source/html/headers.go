package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/document"
)

// Header cells say what they head by their place, by a scope, or by the ids that
// other cells name (HTML standard, 4.9.12.2).

// nameHeaders gives cells the headers that they name by their ids.
func (c *converter) nameHeaders(made map[*html.Node]*document.Cell) {
	const most = 16 // of one cell
	heads := map[string]*html.Node{}
	for n := range made {
		id := attr(n, "id")
		if is(n, atom.Th) && id != "" && (heads[id] == nil || offset(n) < offset(heads[id])) {
			heads[id] = n
		}
	}
	var cells []*html.Node
	for n := range made {
		if attr(n, "headers") != "" {
			cells = append(cells, n)
		}
	}
	slices.SortFunc(cells, func(a, b *html.Node) int { return offset(a) - offset(b) })
	for _, n := range cells {
		ids := strings.Fields(attr(n, "headers"))
		for _, id := range ids[:min(len(ids), most)] {
			h := heads[id]
			if h == nil || h == n {
				continue
			}
			if made[h].Anchor == "" {
				made[h].Anchor = c.anchorFor(h, id)
			}
			if a := made[h].Anchor; a != "" && !slices.Contains(made[n].Headers, a) {
				made[n].Headers = append(made[n].Headers, a)
			}
		}
	}
}

// anchorFor returns an anchor for an element that other than links ask for.
func (c *converter) anchorFor(n *html.Node, id string) document.Anchor {
	if c.piece != nil {
		return c.piece.anchor(n, c.pos(n))
	}
	a := c.claim(document.Slug(id))
	c.made[a] = true
	return a
}

// offset returns where an element stands in the file.
func offset(n *html.Node) int {
	i, _ := at(n)
	return i
}

// heading is a header cell with its place.
type heading struct {
	cell          *document.Cell
	n             *html.Node
	alone         bool // no cell of data stands in its row
	column        int
	rows, columns int
}

// direct gives a header cell the scope that the page says, or that it has among
// its neighbours, where its place does not tell.
func (h *heading) direct(t *document.Table, inHead bool) {
	scope := document.ScopeByPlace
	switch strings.ToLower(strings.TrimSpace(attr(h.n, "scope"))) {
	case "col", "colgroup":
		scope = document.ScopeColumn
	case "row":
		scope = document.ScopeRow
	case "rowgroup":
		// The title of rows stands above them over all columns, or beside them.
		scope = document.ScopeRow
		if h.columns == len(t.Columns) {
			scope = document.ScopeColumn
		}
	default:
		if inHead || h.column < t.HeaderColumns && h.columns < len(t.Columns) {
			return
		}
		scope = document.ScopeRow
		if h.alone {
			scope = document.ScopeColumn
		}
	}
	if t.Heads(h.cell, inHead, h.column) != scope {
		h.cell.Scope = scope
	}
}

// headerColumns is 1 if every row begins with a header or with one that reaches
// down from above, else 0.
func headerColumns(heads []heading, rows, width int) int {
	if width < 2 {
		return 0
	}
	covered := 0
	for _, h := range heads {
		if h.column == 0 {
			covered += h.rows
		}
	}
	if covered == 0 || covered < rows {
		return 0
	}
	return 1
}

func allHeads(r row) bool {
	for _, cell := range r.cells {
		if !is(cell, atom.Th) && textOf(cell) != "" {
			return false
		}
	}
	return is(r.cells[len(r.cells)-1], atom.Th)
}
