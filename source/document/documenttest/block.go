package documenttest

import "github.com/quirepress/quire/source/document"

// blockKinds is how many kinds of blocks blockOf makes.
const blockKinds = 15

func (g *generator) block(depth int) document.Block {
	if depth >= MaxNesting || g.chance(40) {
		return g.paragraph(1)
	}
	return g.blockOf(g.IntN(blockKinds), depth)
}

func (g *generator) blocks(depth, most int) []document.Block {
	var list []document.Block
	for range 1 + g.IntN(most) {
		list = append(list, g.block(depth))
	}
	return list
}

func (g *generator) blockOf(kind, depth int) document.Block {
	a := g.attr()
	switch kind {
	case 0:
		return &document.Heading{Attr: a, Level: 1 + g.IntN(6), Content: g.inlines(2, 3)}
	case 1:
		return g.paragraph(0)
	case 2, 3:
		return g.list(a, depth)
	case 4:
		q := &document.Quote{Attr: a, Blocks: g.blocks(depth+1, 2)}
		if g.chance(50) {
			q.Attribution = g.inlines(2, 3)
		}
		return q
	case 5:
		c := &document.CodeBlock{Attr: a, Language: []string{"", "go", "python", "nonsense"}[g.IntN(4)], Code: "func f(x int) string {\n\treturn \"<&>\" // " + g.words(3) + "\n}"}
		if g.chance(30) {
			c.Caption = g.inlines(2, 3)
		}
		return c
	case 6:
		return g.table(a, depth)
	case 7:
		f := &document.Figure{Attr: a, Blocks: []document.Block{&document.Paragraph{Content: []document.Inline{g.inlineOf(10, 3)}}}}
		if g.chance(80) {
			f.Caption = g.inlines(2, 4)
		}
		return f
	case 8:
		return g.definitions(a, depth)
	case 9:
		n := &document.Admonition{Attr: a, Type: []string{"note", "tip", "important", "warning", "caution", "aside"}[g.IntN(6)], Blocks: g.blocks(depth+1, 2)}
		if g.chance(40) {
			n.Title = g.inlines(2, 3)
		}
		return n
	case 10:
		return &document.ThematicBreak{Attr: a}
	case 11:
		return &document.MathBlock{Attr: a, Format: "tex", Source: []string{`\frac{a}{b} + \sqrt{x^2}`, `\sum_{i=1}^{n} i`, `\unknowncommand{x}`}[g.IntN(3)]}
	case 12:
		return &document.MathBlock{Attr: a, Format: "mathml", Source: `<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>a</mi><mn>2</mn></mfrac></math>`}
	case 13:
		return &document.RawBlock{Attr: a, Format: []string{"html", "latex"}[g.IntN(2)], Source: "<div onclick='x()'>raw <b>markup</b><script>alert(1)</script><p>unclosed"}
	case 14:
		if depth > 2 {
			return g.paragraph(0)
		}
		return g.section(MaxNesting, "")
	}
	panic("internal error: documenttest: no such kind of block")
}

func (g *generator) list(a document.Attr, depth int) *document.List {
	l := &document.List{Attr: a, Ordered: g.chance(50), Tight: g.chance(50)}
	if l.Ordered {
		l.Start, l.Style = g.IntN(12), []string{"", "1", "a", "I"}[g.IntN(4)]
	}
	for range 1 + g.IntN(3) {
		item := &document.ListItem{Attr: g.attr(), Blocks: g.blocks(depth+1, 2)}
		if g.chance(25) {
			item.Task = &document.Task{Done: g.chance(50)}
		}
		l.Items = append(l.Items, item)
	}
	return l
}

func (g *generator) definitions(a document.Attr, depth int) *document.DefinitionList {
	l := &document.DefinitionList{Attr: a}
	for range 1 + g.IntN(3) {
		item := &document.DefinitionItem{Attr: g.attr()}
		for range 1 + g.IntN(2) {
			item.Terms = append(item.Terms, &document.DefinitionTerm{Attr: g.attr(), Content: g.inlines(2, 3)})
			item.Definitions = append(item.Definitions, &document.DefinitionBody{Attr: g.attr(), Blocks: g.blocks(depth+1, 2)})
		}
		l.Items = append(l.Items, item)
	}
	return l
}

// table makes a table whose rows fit its columns: a cell may cover several.
func (g *generator) table(a document.Attr, depth int) *document.Table {
	t := &document.Table{Attr: a, Columns: make([]document.Align, 1+g.IntN(4))}
	for i := range t.Columns {
		t.Columns[i] = []document.Align{"", "left", "center", "right"}[g.IntN(4)]
	}
	t.HeaderColumns = g.IntN(2)
	if g.chance(60) {
		t.Caption = g.inlines(2, 4)
	}
	rows := func(n int) []*document.Row {
		var list []*document.Row
		hang := make([]int, len(t.Columns))
		for i := range n {
			row := &document.Row{Attr: g.attr()}
			for at := 0; at < len(hang); {
				if hang[at] > 0 {
					at++
					continue
				}
				c := &document.Cell{Attr: g.attr(), Align: []document.Align{"", "", "", "right"}[g.IntN(4)]}
				if k := g.scopes.IntN(25); k < 2 {
					c.Scope = []document.Scope{document.ScopeRow, document.ScopeColumn}[k]
				}
				if g.chance(85) {
					c.Blocks = g.blocks(max(depth+1, MaxNesting-1), 1)
				}
				wide, down := 1, 1
				if g.chance(15) && at+1 < len(hang) && hang[at+1] == 0 {
					wide, c.ColSpan = 2, 2
				}
				if g.chance(15) && i+1 < n {
					down, c.RowSpan = 2, 2
				}
				for k := at; k < at+wide; k++ {
					hang[k] = down
				}
				at += wide
				row.Cells = append(row.Cells, c)
			}
			for k := range hang {
				hang[k]--
			}
			list = append(list, row)
		}
		return list
	}
	t.Head, t.Body = rows(g.IntN(2)), rows(1+g.IntN(4))
	return t
}

// backMatter makes a timeline, a glossary and an index that refer to the text.
func (g *generator) backMatter(mentions []document.Anchor) []document.Block {
	pick := func() []document.Anchor {
		var list []document.Anchor
		for range g.IntN(4) {
			list = append(list, mentions[g.IntN(len(mentions))])
		}
		return list
	}
	var mention document.Anchor
	if len(mentions) > 0 {
		mention = mentions[0]
	}
	timeline := &document.Timeline{Entries: []*document.TimelineEntry{
		{Date: "-0043-03-15", Phrase: "15 March 44 BC", Lower: "-0043-03-15", Upper: "-0043-03-15", Summary: g.inlines(2, 4), Rule: "author"},
		{Date: "1949-04-04", Phrase: "4 April 1949", Lower: "1949-04-04", Upper: "1949-04-04", Summary: g.inlines(2, 4), Mention: mention, Evidence: g.words(9), Rule: "date"},
		{Date: "199X", Phrase: "the 1990s", Lower: "1990-01-01", Upper: "1999-12-31", Summary: g.inlines(2, 4), Mention: mention},
		{Date: "1999-03-24/1999-06-10", Phrase: "24 March to 10 June 1999", Lower: "1999-03-24", Upper: "1999-06-10", Summary: g.inlines(2, 4)},
		{Date: "2008", Phrase: "2008", Lower: "2008-01-01", Upper: "2008-12-31", Summary: g.inlines(2, 4)},
	}}
	glossary := &document.Glossary{}
	for i := range 2 + g.IntN(4) {
		e := &document.GlossaryEntry{Term: g.words(2), Acronym: g.chance(50), Definition: g.inlines(2, 5), Mentions: pick()}
		e.Anchor = document.Anchor("entry-" + string(rune('a'+i)))
		if e.Acronym {
			e.Expansion = g.words(4)
		}
		if i > 0 {
			e.SeeAlso = []document.Anchor{"entry-a"}
		}
		glossary.Entries = append(glossary.Entries, e)
	}
	index := &document.Index{Entries: []*document.IndexEntry{
		{Term: g.words(2), Mentions: pick(), Entries: []*document.IndexEntry{{Term: g.words(1), Mentions: pick()}, {Term: g.words(1), SeeAlso: []document.Anchor{"entry-a"}}}},
		{Term: g.words(2), Mentions: pick()},
	}}
	return []document.Block{
		&document.Section{Role: document.RoleTimeline, Title: document.Plain("Timeline"), Blocks: []document.Block{timeline}},
		&document.Section{Role: document.RoleGlossary, Title: document.Plain("Glossary"), Blocks: []document.Block{glossary}},
		&document.Section{Role: document.RoleIndex, Title: document.Plain("Index"), Blocks: []document.Block{index}},
	}
}
