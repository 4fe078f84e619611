package verify

import (
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Rules about the elements of the structure tree: syntax of tables, lists and
// contents, headings, alternatives and notes.

// structureRules checks all elements in the order of reading.
func (c *pdfChecker) structureRules() {
	level, usesH, usesHn := 0, false, false
	for _, e := range c.tree.all {
		if !c.pdf2 { // which has other rules: pdf_containment.go
			c.nesting(e)
		}
		for _, a := range c.kids(e.dict["A"]) {
			if d, ok := c.Dict(a); ok {
				c.needs(d, ofAttributes, "an attribute of the element %s", e.raw)
			}
		}
		if n := heading(e.raw); n > 0 {
			usesHn = true
			switch {
			case level == 0 && n != 1 && !c.pdf2:
				c.ua("14-002", "the first heading is %s", e.raw)
			case n > level+1:
				c.ua("14-003", "%s follows a heading of level %d", e.raw, level)
			}
			level = n
		}
		if e.role == "H" {
			usesH = true
		}
		headings := 0
		for _, k := range e.kids {
			if k.role == "H" {
				headings++
			}
		}
		if headings > 1 {
			c.ua("14-006", "the element %s holds %d headings H", e.raw, headings)
		}
		alt, actual := c.text(e, "Alt"), c.text(e, "ActualText")
		switch e.role {
		case "Figure":
			if alt == "" && actual == "" {
				c.ua("13-004", "a figure has no alternative text")
			}
			if box := c.attribute(e, "Layout", "BBox"); box == nil && e.onOnePage() {
				c.warn("figure-box", "a figure does not say where it stands")
			} else if box != nil && c.kind(box) != fourNums {
				c.structural("entry", "where a figure stands is no rectangle")
			}
		case "Formula":
			if alt == "" && actual == "" {
				c.ua("17-002", "a formula has no alternative text")
			}
		case "Note":
			if c.text(e, "ID") == "" {
				c.ua("19-003", "a note has no id")
			}
		case "Table":
			c.table(e)
		}
		if (alt != "" || actual != "" || c.text(e, "E") != "") && e.lang == "" {
			c.ua("11-002", "the language of an alternative text of %s cannot be told", e.raw)
		}
	}
	if usesH && usesHn {
		c.ua("14-007", "both H and numbered headings are used")
	}
}

// onOnePage reports whether an element has content, and all of it on one page:
// then a figure tells its bounds (ISO 32000-1, table 344).
func (e *element) onOnePage() bool {
	var holder pdfobject.Ref
	one := true
	var look func(e *element)
	look = func(e *element) {
		for _, f := range e.flow {
			switch f := f.(type) {
			case contentKey:
				one = one && (holder == pdfobject.Ref{} || holder == f.holder)
				holder = f.holder
			case *element:
				look(f)
			}
		}
	}
	look(e)
	return one && holder != pdfobject.Ref{}
}

// text returns a text of an element.
func (c *pdfChecker) text(e *element, key pdfobject.Name) string {
	s, _ := c.String(e.dict[key])
	return s.Text()
}

// syntaxOf holds what parents and kids an element of a table, list or table
// of contents may have (ISO 32000-1, tables 333, 336, 337 and 338). Empty means
// anything.
var syntaxOf = map[pdfobject.Name]struct{ condition, parents, kids string }{
	"Table":   {"09-004", "", "TR THead TBody TFoot Caption"},
	"THead":   {"09-004", "Table", "TR"},
	"TBody":   {"09-004", "Table", "TR"},
	"TFoot":   {"09-004", "Table", "TR"},
	"TR":      {"09-004", "Table THead TBody TFoot", "TH TD"},
	"TH":      {"09-004", "TR", ""},
	"TD":      {"09-004", "TR", ""},
	"L":       {"09-005", "", "L LI Caption"},
	"LI":      {"09-005", "L", "Lbl LBody"},
	"LBody":   {"09-005", "LI", ""},
	"TOC":     {"09-006", "", "TOC TOCI Caption"},
	"TOCI":    {"09-006", "TOC", ""},
	"Ruby":    {"09-007", "", "RB RT RP"},
	"RB":      {"09-007", "Ruby", ""},
	"RT":      {"09-007", "Ruby", ""},
	"RP":      {"09-007", "Ruby", ""},
	"Warichu": {"09-008", "", "WT WP"},
	"WT":      {"09-008", "Warichu", ""},
	"WP":      {"09-008", "Warichu", ""},
}

// nesting checks an element's parent and kids.
func (c *pdfChecker) nesting(e *element) {
	rule, ok := syntaxOf[e.role]
	if !ok {
		return
	}
	has := func(list string, n pdfobject.Name) bool {
		return n != "" && strings.Contains(" "+list+" ", " "+string(n)+" ")
	}
	if rule.parents != "" && (e.parent == nil || !has(rule.parents, e.parent.role)) {
		c.ua(rule.condition, "%s stands outside of %s", e.role, strings.ReplaceAll(rule.parents, " ", ", "))
	}
	if rule.kids == "" {
		return
	}
	captions, heads, bodies, feet := 0, 0, 0, 0
	for i, k := range e.kids {
		if !has(rule.kids, k.role) {
			c.ua(rule.condition, "%s holds %s", e.role, k.raw)
		}
		switch k.role {
		case "Caption":
			captions++
			last := i == len(e.kids)-1
			if captions > 1 || i > 0 && !(last && e.role == "Table") {
				c.ua(rule.condition, "a caption stands in the middle of %s", e.role)
			}
		case "THead":
			heads++
		case "TBody":
			bodies++
		case "TFoot":
			feet++
		}
	}
	if heads > 1 || feet > 1 {
		c.ua(rule.condition, "a table has %d heads and %d feet", heads, feet)
	}
	if heads+feet > 0 && bodies == 0 {
		c.ua(rule.condition, "a table has a head or a foot and no body")
	}
}

// attribute returns an attribute of an element (14.8.5), whoever owns it.
func (c *pdfChecker) attribute(e *element, owner, key pdfobject.Name) pdfobject.Object {
	for _, a := range c.kids(e.dict["A"]) {
		if d, ok := c.Dict(a); ok && c.Resolve(d["O"]) == owner && d[key] != nil {
			return c.Resolve(d[key])
		}
	}
	classes, _ := c.Dict(c.structRoot()["ClassMap"])
	for _, n := range c.kids(e.dict["C"]) {
		name, _ := c.Name(n)
		for _, a := range c.kids(classes[name]) {
			if d, ok := c.Dict(a); ok && c.Resolve(d["O"]) == owner && d[key] != nil {
				return c.Resolve(d[key])
			}
		}
	}
	return nil
}

func (c *pdfChecker) structRoot() pdfobject.Dict {
	d, _ := c.Dict(c.catalog["StructTreeRoot"])
	return d
}

// maxSpan bounds how many cells one cell may span.
const maxSpan = 1000

// table checks that a table is regular and that the headers of every cell can
// be found.
func (c *pdfChecker) table(table *element) {
	var rows [][]*element
	row := func(tr *element) {
		var cells []*element
		for _, k := range tr.kids {
			if k.role == "TH" || k.role == "TD" {
				cells = append(cells, k)
			}
		}
		rows = append(rows, cells)
	}
	for _, k := range table.kids {
		switch k.role {
		case "TR":
			row(k)
		case "THead", "TBody", "TFoot":
			for _, r := range k.kids {
				if r.role == "TR" {
					row(r)
				}
			}
		}
	}
	span := func(e *element, key pdfobject.Name) int {
		if n, ok := c.attribute(e, "Table", key).(pdfobject.Integer); ok {
			return int(min(max(n, 1), maxSpan))
		}
		return 1
	}
	// Every row has as many cells as the first, when spans are counted in.
	type place struct {
		cell     *element
		row, col int
		down     int // rows
		across   int // columns
	}
	var cells []place
	width := -1
	var hanging []int // rows that cells from above still reach into, by column
	for i, row := range rows {
		col := 0
		next := func() {
			for col < len(hanging) && hanging[col] > 0 {
				hanging[col]--
				col++
			}
		}
		for _, cell := range row {
			next()
			down := span(cell, "RowSpan") - 1
			if i+down >= len(rows) {
				c.ua("09-004", "a cell reaches below the last row of its table")
				down = len(rows) - 1 - i
			}
			across := span(cell, "ColSpan")
			cells = append(cells, place{cell, i, col, down + 1, across})
			for range across {
				for col >= len(hanging) {
					hanging = append(hanging, 0)
				}
				if hanging[col] > 0 {
					c.ua("09-004", "two cells of a table lie in the same place")
				}
				hanging[col] = down
				if col++; col > maxSpan {
					c.ua("09-004", "a table is more than %d columns wide", maxSpan)
					return
				}
			}
		}
		next()
		if width < 0 {
			width = col
		}
		if col != width {
			c.ua("09-004", "row %d of a table is %d cells wide, the first one %d", i+1, col, width)
		}
	}
	// If all header cells have scopes, these tell. If not, every cell must find
	// a header: by its id, or by a scope that one of its row or column has.
	headed, scoped := false, true
	headRow, headCol := make(map[int]bool), make(map[int]bool)
	for _, p := range cells {
		if p.cell.role != "TH" {
			continue
		}
		headed = true
		scope, ok := c.attribute(p.cell, "Table", "Scope").(pdfobject.Name)
		if !ok {
			scoped = false
			scope = c.usualScope(p.row, p.col)
		}
		if scope == "Row" || scope == "Both" {
			for r := range p.down {
				headRow[p.row+r] = true
			}
		}
		if scope == "Column" || scope == "Both" {
			for k := range p.across {
				headCol[p.col+k] = true
			}
		}
	}
	if !headed || scoped {
		return
	}
	for _, p := range cells {
		if p.cell.role == "TD" && !headRow[p.row] && !headCol[p.col] && !c.namesHeader(p.cell) {
			c.ua("15-003", "the header of the cell in row %d and column %d cannot be found", p.row+1, p.col+1)
		}
	}
}

// usualScope returns the scope of a header cell that has none: in PDF 2.0 it
// follows from the cell's place (ISO 32000-2, table 384).
func (c *pdfChecker) usualScope(row, col int) pdfobject.Name {
	switch {
	case !c.pdf2:
		return ""
	case row == 0 && col > 0:
		return "Column"
	case col == 0 && row > 0:
		return "Row"
	}
	return "Both"
}

// namesHeader reports whether a cell names a header that there is.
func (c *pdfChecker) namesHeader(cell *element) bool {
	ids, _ := c.Array(c.attribute(cell, "Table", "Headers"))
	for _, id := range ids {
		s, _ := c.String(id)
		if th := c.tree.ids[string(s)]; th != nil && th.role == "TH" {
			return true
		}
	}
	return false
}
