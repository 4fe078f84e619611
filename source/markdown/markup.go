package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// Blocks of HTML in Markdown are what Markdown cannot say: something centred, a
// figure, a table whose cells hold lists. This is no reader of HTML: it knows the
// elements that authors write by hand, and takes the tags for what they say, in
// their order. A block that holds anything else stays data.

// mostMarkup is how deeply lists, quotations and tables of HTML may nest.
const mostMarkup = 20

// structural reports whether a tag begins or ends a block of text.
func structural(name string) bool {
	switch name {
	case "p", "div", "center", "section", "article", "main", "header", "footer", "aside", "nav", "address", "hgroup",
		"details", "summary", "figure", "figcaption", "ul", "ol", "li", "blockquote", "hr",
		"h1", "h2", "h3", "h4", "h5", "h6":
		return true
	}
	return tabular(name)
}

func tabular(name string) bool {
	switch name {
	case "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col":
		return true
	}
	return false
}

// foreign reports whether an element means what its text alone does not.
func foreign(name string) bool {
	switch name {
	case "dl", "dt", "dd", "pre", "form", "fieldset", "svg", "video", "audio", "object", "embed", "canvas", "picture", "map",
		"select", "textarea", "button", "input", "frameset", "html", "head", "body", "title", "meta", "link", "base", "math", "ruby", "dialog":
		return true
	}
	return false
}

// markup is a block of HTML: texts and tags in a row.
type markup struct {
	r     *reading
	nodes []ast.Node
	at    int
	open  map[string]int // elements whose end tags end what is inside them
	depth int
	// pending is what the last tag of a wrapper says about the text in it.
	pending *attributes
	caption []document.Inline // of the figure that is open
}

// markup converts a block of HTML, and reports false if it must stay data.
func (r *reading) markup(lines *text.Segments) ([]document.Block, bool) {
	if extent(lines) > longest {
		return nil, false
	}
	m := &markup{r: r, nodes: r.tagsAndText(lines), open: map[string]int{}}
	for _, n := range m.nodes {
		raw, ok := n.(*ast.RawHTML)
		if !ok {
			continue
		}
		src := source(raw, r.body)
		name, _ := tagOf(src)
		if name == "math" && elementEnd([]byte(src), name) == len(src) {
			continue
		}
		if foreign(name) || tabular(name) && tagAttributes(src)["rowspan"] > "1" {
			return nil, false
		}
	}
	return m.blocks(""), true
}

var (
	preBlock     = regexp.MustCompile(`(?is)^<pre\b([^<>]*)>(?:\s*<code\b([^<>]*)>)?([^<]*)(?:</code\s*>\s*)?</pre\s*>$`)
	codeLanguage = regexp.MustCompile(`\blang(?:uage)?-([A-Za-z0-9+#_-]+)`)
)

// preformatted returns the listing that a block of HTML is, or nil if it is
// none, or one with further tags.
func preformatted(src string) *document.CodeBlock {
	m := preBlock.FindStringSubmatch(src)
	if m == nil {
		return nil
	}
	code := util.ResolveEntityNames(util.ResolveNumericReferences([]byte(strings.TrimPrefix(m[3], "\n"))))
	c := &document.CodeBlock{Code: strings.TrimRight(manuscript.Clean(string(code)), "\n")}
	if l := codeLanguage.FindStringSubmatch(m[1] + " " + m[2]); l != nil {
		c.Language = l[1]
	}
	return c
}

// tagsAndText cuts lines into nodes as the parser makes them of a paragraph,
// but without Markdown's own marks.
func (r *reading) tagsAndText(lines *text.Segments) []ast.Node {
	var out []ast.Node
	block, pc := text.NewBlockReader(r.body, lines), parser.NewContext()
	tags := parser.NewRawHTMLParser()
	parsers := []parser.InlineParser{&elementParser{tags: tags}, tags}
	for fresh := true; ; {
		line, seg := block.PeekLine()
		if line == nil {
			return out
		}
		if blank := len(line) - len(bytes.TrimLeft(line, " \t")); fresh && blank > 0 && blank < len(line) {
			block.Advance(blank)
			fresh = false
			continue
		}
		fresh = false
		if line[0] == '<' {
			var n ast.Node
			for _, p := range parsers {
				if n = p.Parse(nil, block, pc); n != nil {
					break
				}
			}
			if raw, ok := n.(*ast.RawHTML); ok {
				raw.SetPos(seg.Start)
				out = append(out, raw)
				continue
			}
		}
		end := len(line)
		if i := bytes.IndexByte(line[1:], '<'); i >= 0 {
			end = i + 1
		}
		t := ast.NewRawTextSegment(text.NewSegment(seg.Start, seg.Start+end-seg.Padding))
		out = append(out, t)
		if end < len(line) {
			block.Advance(end)
			continue
		}
		t.SetSoftLineBreak(line[end-1] == '\n')
		block.AdvanceLine()
		fresh = true
	}
}

// tag returns the structural tag that comes next, or no name.
func (m *markup) tag() (raw *ast.RawHTML, name string, closing bool) {
	raw, ok := m.nodes[m.at].(*ast.RawHTML)
	if !ok {
		return nil, "", false
	}
	if name, closing = tagOf(source(raw, m.r.body)); !structural(name) {
		return raw, "", false
	}
	return raw, name, closing
}

// over reports whether a tag ends what stands in owner without being its own
// end tag.
func (m *markup) over(owner, name string, closing bool) bool {
	if closing {
		return m.open[name] > 0
	}
	return name == "li" && owner == "li" || tabular(name) && name != "table" && m.open["table"] > 0
}

// within converts what stands in an element.
func (m *markup) within(owner string) []document.Block {
	m.open[owner]++
	m.depth++
	out := m.blocks(owner)
	m.depth--
	m.open[owner]--
	return out
}

func (m *markup) blocks(owner string) []document.Block {
	var out []document.Block
	from := m.at
	flush := func() { out = append(out, m.paragraph(from, m.at)...) }
	for m.at < len(m.nodes) {
		raw, name, closing := m.tag()
		if name == "" {
			m.at++
			continue
		}
		if closing && name == owner {
			flush()
			m.at++
			return out
		}
		if m.over(owner, name, closing) {
			break
		}
		flush()
		m.at++
		if !closing {
			out = append(out, m.element(owner, name, raw)...)
		}
		from = m.at
	}
	flush()
	return out
}

// element converts what begins with the tag that was just read.
func (m *markup) element(owner, name string, raw *ast.RawHTML) []document.Block {
	attrs := tagAttributes(source(raw, m.r.body))
	a := &attributes{id: attrs["id"], classes: strings.Fields(attrs["class"]), values: map[string]string{}}
	var b document.Block
	switch {
	case name == "hr":
		b = &document.ThematicBreak{}
	case len(name) == 2 && name[0] == 'h':
		b = &document.Heading{Level: int(name[1] - '0'), Content: m.line(name)}
	case name == "figcaption" && owner == "figure":
		m.caption = append(m.caption, m.line(name)...)
		return nil
	case m.depth >= mostMarkup:
		m.r.tooDeep(raw.Pos())
		return nil
	case name == "ul", name == "ol":
		b = m.list(name, attrs)
	case name == "table":
		return m.table(a, raw)
	case name == "blockquote":
		b = &document.Quote{Blocks: m.within(name)}
	case name == "figure":
		outer := m.caption
		m.caption = nil
		f := &document.Figure{Blocks: m.within(name)}
		f.Caption, m.caption = m.caption, outer
		b = f
	default:
		m.pending = a
		return nil
	}
	m.pending = nil
	if empty(b) {
		return nil
	}
	m.r.attribute(b, a, raw.Pos())
	return []document.Block{b}
}

// empty reports whether a block has nothing in it that could be printed.
func empty(b document.Block) bool {
	switch b := b.(type) {
	case *document.Heading:
		return len(b.Content) == 0
	case *document.List:
		return len(b.Items) == 0
	case *document.Quote:
		return len(b.Blocks) == 0
	case *document.Figure:
		return len(b.Blocks) == 0 && len(b.Caption) == 0
	}
	return false
}

// line converts what stands before the end tag of an element that holds a line
// of text, or before any other tag of a block but a wrapper's.
func (m *markup) line(owner string) []document.Inline {
	holder := ast.NewTextBlock()
	for ; m.at < len(m.nodes); m.at++ {
		_, name, closing := m.tag()
		if closing && name == owner {
			m.at++
			break
		}
		switch name {
		case "":
			holder.AppendChild(holder, m.nodes[m.at])
		case "p", "div", "center":
		default:
			return m.r.run(holder)
		}
	}
	return m.r.run(holder)
}

// paragraph converts the texts and tags from one to another.
func (m *markup) paragraph(from, to int) []document.Block {
	holder := ast.NewTextBlock()
	pos := -1
	for _, n := range m.nodes[from:to] {
		if t, ok := n.(*ast.Text); pos < 0 && (!ok || !util.IsBlank(t.Segment.Value(m.r.body))) {
			pos = n.Pos()
		}
		holder.AppendChild(holder, n)
	}
	content := m.r.run(holder)
	if len(content) == 0 {
		return nil
	}
	p := &document.Paragraph{Content: content}
	m.r.attribute(p, m.pending, pos)
	m.pending = nil
	if raw, ok := content[0].(*document.RawInline); ok && len(content) == 1 {
		return []document.Block{&document.RawBlock{Attr: p.Attr, Format: raw.Format, Source: raw.Source}}
	}
	return []document.Block{displayed(p)}
}

func (m *markup) list(owner string, attrs map[string]string) *document.List {
	l := &document.List{Ordered: owner == "ol", Tight: true}
	if l.Ordered {
		l.Start = 1
		if n, err := strconv.Atoi(attrs["start"]); err == nil && n >= 0 && n < 1e9 {
			l.Start = n
		}
	}
	m.open[owner]++
	defer func() { m.open[owner]-- }()
	for m.at < len(m.nodes) {
		raw, name, closing := m.tag()
		if closing && name == owner {
			m.at++
			break
		}
		if m.over("", name, closing) {
			break
		}
		item := &document.ListItem{}
		if name == "li" && !closing {
			m.at++
			a := tagAttributes(source(raw, m.r.body))
			m.r.attribute(item, &attributes{id: a["id"], values: map[string]string{}}, raw.Pos())
		}
		if item.Blocks = m.within("li"); len(item.Blocks) > 0 {
			l.Items = append(l.Items, item)
		}
	}
	return l
}

// table converts a table. What stands in it but in no cell comes before it.
func (m *markup) table(a *attributes, open *ast.RawHTML) []document.Block {
	t := &document.Table{}
	var before []document.Block
	var row *document.Row
	var rows []*document.Row
	head, heads := false, map[*document.Row]bool{}
	scopes := map[*document.Cell]document.Scope{} // of cells that say they are headers
	columns, covered := 0, 0                      // of the table, and by the cells of the row
	m.pending = nil
	m.open["table"]++
	defer func() { m.open["table"]-- }()
	for m.at < len(m.nodes) {
		raw, name, closing := m.tag()
		if closing && name == "table" {
			m.at++
			break
		}
		if !tabular(name) || name == "table" {
			if m.over("", name, closing) {
				break
			}
			m.depth++
			before = append(before, m.blocks("")...)
			m.depth--
			continue
		}
		if closing && m.over("", name, closing) {
			break
		}
		m.at++
		switch {
		case name == "thead", name == "tbody", name == "tfoot":
			head, row = name == "thead" && !closing, nil
		case name == "tr":
			row = nil
		case closing:
		case name == "caption":
			t.Caption = append(t.Caption, m.line(name)...)
		case name == "td", name == "th":
			if row == nil {
				row = &document.Row{}
				row.Pos = m.r.place(raw.Pos())
				rows, covered = append(rows, row), 0
				heads[row] = head || len(rows) == 1
			}
			heads[row] = heads[row] && (head || name == "th")
			cell := m.cell(name, raw)
			if name == "th" {
				scopes[cell] = document.ScopeRow
				if s := strings.ToLower(tagAttributes(source(raw, m.r.body))["scope"]); strings.HasPrefix(s, "col") {
					scopes[cell] = document.ScopeColumn
				}
			}
			row.Cells = append(row.Cells, cell)
			covered += max(cell.ColSpan, 1)
			columns = max(columns, covered)
		}
	}
	if columns*len(rows) > mostCells {
		for _, row := range rows {
			for _, c := range row.Cells {
				before = append(before, c.Blocks...)
			}
		}
		return before
	}
	if columns == 0 {
		return before
	}
	t.Columns = make([]document.Align, columns)
	for i, row := range rows {
		for w := width(row); w < columns; w++ {
			row.Cells = append(row.Cells, &document.Cell{})
		}
		if heads[row] && i == len(t.Head) && len(rows) > 1 {
			t.Head = append(t.Head, row)
		} else {
			t.Body = append(t.Body, row)
		}
	}
	headers(t, scopes)
	m.r.attribute(t, a, open.Pos())
	return append(before, t)
}

// headers tells the cells of the body that are headers what they head.
func headers(t *document.Table, scopes map[*document.Cell]document.Scope) {
	begins := func(r *document.Row) bool { return scopes[r.Cells[0]] == document.ScopeRow }
	if len(t.Columns) > 1 && len(t.Body) > 0 && !slices.ContainsFunc(t.Body, func(r *document.Row) bool { return !begins(r) }) {
		t.HeaderColumns = 1
	}
	for _, r := range t.Body {
		for i, c := range r.Cells {
			if i >= t.HeaderColumns {
				c.Scope = scopes[c]
			}
		}
	}
}

func (m *markup) cell(name string, raw *ast.RawHTML) *document.Cell {
	attrs := tagAttributes(source(raw, m.r.body))
	c := &document.Cell{}
	c.Pos = m.r.place(raw.Pos())
	switch a := document.Align(strings.ToLower(attrs["align"])); a {
	case document.AlignLeft, document.AlignCenter, document.AlignRight:
		c.Align = a
	}
	if n, err := strconv.Atoi(attrs["colspan"]); err == nil && n > 1 && n <= 100 {
		c.ColSpan = n
	}
	c.Blocks = m.within(name)
	m.pending = nil
	return c
}

// width returns how many columns the cells of a row cover.
func width(row *document.Row) int {
	n := 0
	for _, c := range row.Cells {
		n += max(c.ColSpan, 1)
	}
	return n
}
