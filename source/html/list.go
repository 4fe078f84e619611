package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// list converts a list.
func (f *flow) list(n *html.Node) {
	c := f.c
	l := &document.List{Ordered: is(n, atom.Ol), Tight: true, Start: 1}
	if l.Ordered {
		l.Reversed = hasAttr(n, "reversed")
		if l.Reversed {
			l.Start = countItems(n)
		}
		if s := strings.TrimSpace(attr(n, "start")); s != "" {
			if i, ok := c.number(n, s); ok {
				l.Start = i
			}
		}
		switch t := attr(n, "type"); t {
		case "1", "a", "A", "i", "I":
			l.Style = t
		}
	} else {
		l.Start = 0
	}
	var item *document.ListItem
	ok := c.within(func() {
		for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
			switch {
			case ch.Type == html.TextNode && strings.TrimSpace(ch.Data) == "", ch.Type == html.CommentNode, c.gone(ch):
				continue
			case c.inNotes[ch]:
				continue
			}
			var blocks []document.Block
			var task *document.Task
			number := 0
			if is(ch, atom.Li) {
				task = tickBox(ch)
				if s := strings.TrimSpace(attr(ch, "value")); s != "" && l.Ordered {
					number, _ = c.number(ch, s)
				}
				blocks = c.nested(ch)
			} else { // text or a list right in a list belongs to the item before
				sub := &flow{c: c}
				sub.node(ch)
				sub.flush()
				if item != nil {
					item.Blocks = append(item.Blocks, sub.blocks...)
					continue
				}
				blocks = sub.blocks
			}
			if len(blocks) == 0 {
				continue
			}
			item = &document.ListItem{Blocks: blocks, Task: task, Number: number}
			item.Pos = c.pos(ch)
			if ch.Type == html.ElementNode {
				c.dress(&item.Attr, ch)
			}
			l.Items = append(l.Items, item)
			paras := 0
			for _, b := range blocks {
				if _, ok := b.(*document.Paragraph); ok {
					paras++
				}
			}
			l.Tight = l.Tight && paras < 2
		}
	})
	if !ok {
		f.children(n)
		return
	}
	if len(l.Items) > 0 {
		f.add(l, n)
	}
}

// number returns the number that a list or an item of it asks for. Ordinals of
// printed lists begin with 1; a list may begin with 0.
func (c *converter) number(n *html.Node, s string) (int, bool) {
	i, err := strconv.Atoi(s)
	if least := map[bool]int{true: 0, false: 1}[is(n, atom.Ol)]; err == nil && i >= least && i < 1<<24 {
		return i, true
	}
	c.found.Add(diag.Info, "html-list-number", c.pos(n), "the number %.20q of a list cannot be printed; it counts on", s)
	return 0, false
}

func countItems(n *html.Node) int {
	items := 0
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		if is(ch, atom.Li) {
			items++
		}
	}
	return items
}

// tickBox returns the task of an item that begins with a tick box.
func tickBox(li *html.Node) *document.Task {
	for n := li.FirstChild; n != nil; n = n.NextSibling {
		switch {
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) == "":
		case is(n, atom.Input) && strings.EqualFold(attr(n, "type"), "checkbox"):
			return &document.Task{Done: hasAttr(n, "checked")}
		case is(n, atom.Label, atom.P):
			return tickBox(n)
		default:
			return nil
		}
	}
	return nil
}

// definitions converts a list of terms and definitions.
func (f *flow) definitions(n *html.Node) {
	c := f.c
	dl := &document.DefinitionList{}
	var item *document.DefinitionItem
	ok := c.within(func() {
		var walk func(*html.Node)
		walk = func(n *html.Node) {
			for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
				if c.gone(ch) {
					continue
				}
				switch {
				case is(ch, atom.Dt):
					if content := c.inlines(ch); len(content) > 0 {
						if item == nil || len(item.Definitions) > 0 {
							item = &document.DefinitionItem{}
							item.Pos = c.pos(ch)
							dl.Items = append(dl.Items, item)
						}
						t := &document.DefinitionTerm{Content: content}
						t.Pos = c.pos(ch)
						c.dress(&t.Attr, ch)
						item.Terms = append(item.Terms, t)
					}
				case is(ch, atom.Dd):
					blocks := c.nested(ch)
					if len(blocks) == 0 {
						continue
					}
					if item == nil {
						item = &document.DefinitionItem{}
						item.Pos = c.pos(ch)
						dl.Items = append(dl.Items, item)
					}
					d := &document.DefinitionBody{Blocks: blocks}
					d.Pos = c.pos(ch)
					c.dress(&d.Attr, ch)
					item.Definitions = append(item.Definitions, d)
				case ch.Type == html.TextNode && strings.TrimSpace(ch.Data) == "", ch.Type == html.CommentNode:
				case is(ch, atom.Div) && (childOf(ch, atom.Dt) || childOf(ch, atom.Dd)):
					walk(ch)
				default: // what stands between terms and definitions belongs to neither
					f := &flow{c: c}
					f.node(ch)
					f.flush()
					if len(f.blocks) == 0 {
						continue
					}
					if item == nil {
						item = &document.DefinitionItem{}
						item.Pos = c.pos(ch)
						dl.Items = append(dl.Items, item)
					}
					d := &document.DefinitionBody{Blocks: f.blocks}
					d.Pos = c.pos(ch)
					item.Definitions = append(item.Definitions, d)
				}
			}
		}
		walk(n)
	})
	if !ok {
		f.children(n)
		return
	}
	// Terms without definitions, or the reverse, are no definition list.
	for _, it := range dl.Items {
		if len(it.Terms) == 0 || len(it.Definitions) == 0 {
			for _, it := range dl.Items {
				for _, t := range it.Terms {
					para := &document.Paragraph{Attr: t.Attr, Content: t.Content}
					f.blocks = append(f.blocks, para)
				}
				for _, d := range it.Definitions {
					f.blocks = append(f.blocks, d.Blocks...)
				}
			}
			return
		}
	}
	if len(dl.Items) > 0 {
		f.add(dl, n)
	}
}

// childOf reports whether one of the children of n is such an element.
func childOf(n *html.Node, a atom.Atom) bool {
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		if is(ch, a) {
			return true
		}
	}
	return false
}
