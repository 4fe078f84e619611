package xhtml

import (
	"slices"

	"github.com/quirepress/quire/source/document"
)

func (f *file) list(n *document.List, depth int) {
	if len(n.Items) == 0 {
		return
	}
	tag, class := "ul", ""
	if n.Tight {
		class = "tight"
	}
	var more []attr
	if n.Ordered {
		tag = "ol"
		if n.Reversed {
			more = append(more, attr{"reversed", "reversed"})
		}
		if n.Start != 1 || n.Reversed {
			more = append(more, attr{"start", itoa(n.Start)})
		}
		switch n.Style {
		case "a", "A", "i", "I":
			more = append(more, attr{"type", n.Style})
		}
	}
	f.ahead(n)
	f.open(tag, n, class, more...)
	f.line()
	for _, item := range n.Items {
		f.listItem(n, item, depth)
	}
	f.close(tag)
}

func (f *file) listItem(l *document.List, n *document.ListItem, depth int) {
	class := ""
	if n.Task != nil {
		class = "task"
	}
	var more []attr
	if l.Ordered && n.Number != 0 {
		more = append(more, attr{"value", itoa(n.Number)})
	}
	f.open("li", n, class, more...)
	f.ahead(n)
	if n.Task != nil {
		box, label := "☐", f.words.Open
		if n.Task.Done {
			box, label = "☑", f.words.Done
		}
		f.b.WriteString(`<span class="box" role="img" aria-label="` + Escape(label) + `">` + box + `</span> `)
	}
	f.blocks(n.Blocks, depth)
	f.b.WriteString("</li>\n")
}

func (f *file) definitionList(n *document.DefinitionList, depth int) {
	if len(n.Items) == 0 {
		return
	}
	f.ahead(n)
	f.open("dl", n, "")
	f.line()
	// Groups are wrapped all or not at all (HTML, 4.4.9).
	wrap := slices.ContainsFunc(n.Items, func(i *document.DefinitionItem) bool {
		a := i.Attributes()
		return f.ids[i] != "" || a.Lang != "" || a.Dir != document.Inherited || len(a.Classes) > 0
	})
	for _, item := range n.Items {
		if wrap {
			f.open("div", item, "")
			f.line()
		}
		for i, t := range item.Terms {
			f.open("dt", t, "")
			if i == 0 {
				f.ahead(item)
			}
			f.content(t, t.Content)
			f.b.WriteString("</dt>\n")
		}
		if len(item.Terms) == 0 {
			f.b.WriteString("<dt></dt>\n")
		}
		for _, d := range item.Definitions {
			f.open("dd", d, "")
			f.ahead(d)
			f.blocks(d.Blocks, depth)
			f.b.WriteString("</dd>\n")
		}
		if len(item.Definitions) == 0 {
			f.b.WriteString("<dd></dd>\n")
		}
		if wrap {
			f.b.WriteString("</div>\n")
		}
	}
	f.close("dl")
}
