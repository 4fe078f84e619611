package html

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Word processors save pages in which titles and lists are paragraphs that only
// their styles tell from others: Word's "MsoTitle" and "MsoListParagraph", Google
// Docs' "title".

// styled makes the elements of them that they stand for.
func (p *page) styled() {
	var titles []*html.Node
	listed := map[*html.Node]int{} // levels of the paragraphs that are items
	var order []*html.Node
	each(p.root, func(n *html.Node) bool {
		if !is(n, atom.P) {
			return true
		}
		for _, w := range strings.Fields(strings.ToLower(attr(n, "class"))) {
			switch {
			case w == "title" || w == "msotitle":
				if clean(textOf(n)) != "" {
					titles = append(titles, n)
				}
			case strings.HasPrefix(w, "msolist"):
				if m := listLevel.FindStringSubmatch(attr(n, "style")); m != nil && listed[n] == 0 {
					listed[n], _ = strconv.Atoi(m[1])
					order = append(order, n)
				}
			}
		}
		return false
	})
	if len(titles) == 1 && short(textOf(titles[0]), 200) {
		titles[0].Data, titles[0].DataAtom = "h1", atom.H1
	}
	for _, n := range order {
		if listed[n] > 0 {
			listItems(n, listed)
		}
	}
}

// listLevel matches Word's note of the list that a paragraph belongs to.
var listLevel = regexp.MustCompile(`mso-list:\s*\S+\s+level([1-9])\b`)

// listItems puts an item and those that follow it in a list; items of deeper levels
// go into the item before them.
func listItems(first *html.Node, listed map[*html.Node]int) {
	type level struct {
		depth int
		list  *html.Node
	}
	var open []level
	var next *html.Node
	for n := first; n != nil; n = next {
		next = following(n)
		depth := listed[n]
		if depth == 0 {
			return
		}
		listed[n] = 0
		ordered := takeMarker(n)
		for len(open) > 1 && open[len(open)-1].depth > depth {
			open = open[:len(open)-1]
		}
		if len(open) == 0 || open[len(open)-1].depth < depth {
			list := &html.Node{Type: html.ElementNode, Data: "ul", DataAtom: atom.Ul}
			if ordered {
				list.Data, list.DataAtom = "ol", atom.Ol
			}
			if attr(n, placeKey) != "" {
				list.Attr = []html.Attribute{{Key: placeKey, Val: attr(n, placeKey)}}
			}
			if len(open) == 0 {
				n.Parent.InsertBefore(list, n)
			} else {
				open[len(open)-1].list.LastChild.AppendChild(list)
			}
			open = append(open, level{depth, list})
		}
		n.Parent.RemoveChild(n)
		n.Data, n.DataAtom = "li", atom.Li
		open[len(open)-1].list.AppendChild(n)
	}
}

// following returns the element behind n, if only white space and comments stand
// between them.
func following(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil; n = n.NextSibling {
		switch {
		case n.Type == html.ElementNode:
			return n
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "":
			return nil
		}
	}
	return nil
}

// takeMarker takes the bullet or number off an item, which Word writes for
// browsers without lists, and reports whether it is a number or a letter.
func takeMarker(item *html.Node) (ordered bool) {
	var begin *html.Node
	each(item, func(n *html.Node) bool {
		if n.Type == html.CommentNode && begin == nil && strings.HasPrefix(strings.TrimSpace(n.Data), "[if !supportLists]") {
			begin = n
		}
		return begin == nil
	})
	if begin == nil {
		return false
	}
	for n := begin.NextSibling; n != nil; {
		next := n.NextSibling
		if n.Type == html.CommentNode {
			break
		}
		if s := strings.TrimSpace(textOf(n)); numbered.MatchString(s) {
			ordered = true
		}
		n.Parent.RemoveChild(n)
		n = next
	}
	return ordered
}

var numbered = regexp.MustCompile(`^\(?[0-9A-Za-z]{1,5}[.)]`)

// direct returns the address that a link of Google Docs leads to by way of
// Google.
func direct(href string) string {
	u, err := url.Parse(href)
	if err != nil || u.Host != "www.google.com" || u.Path != "/url" {
		return href
	}
	if q := u.Query().Get("q"); strings.HasPrefix(q, "http://") || strings.HasPrefix(q, "https://") {
		return q
	}
	return href
}
