package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/internal/furniture"
)

// Headings often say that what follows is no part of the article: links to other
// articles, comments, a box about the author.

// announced leaves out the parts whose headings name them as furniture.
func (p *page) announced(frame *html.Node, total int) {
	ls := p.leaves(frame)
	after := make([]int, len(ls)+1) // prose from each leaf to the end
	for i := len(ls) - 1; i >= 0; i-- {
		after[i] = after[i+1]
		if ls[i].prose() {
			after[i] += ls[i].chars
		}
	}
	for i, l := range ls {
		if p.left[l.n] || l.chars > 80 || l.item && l.level == 0 {
			continue
		}
		reason, ok := furniture.Heading(l.text)
		if !ok || i == 0 && l.level == 1 {
			continue
		}
		if l.level == 0 && !standsAlone(l.n) {
			continue
		}
		if top := p.part(l.n, frame, total); top != nil {
			p.leave(top, reason)
			continue
		}
		// What follows links to other articles, or the readers' words, at the end
		// of the page is no part of the article either.
		if (reason == "related articles" || reason == "comments") && l.level > 0 && after[i]*8 < total && after[0]-after[i] > 1000 {
			for _, m := range ls[i:] {
				p.leave(m.n, reason)
			}
			return
		}
		// The heading stands among the article's own blocks: what follows it
		// belongs to it up to the next heading.
		prose, links := 0, 0
		end := i + 1
		for ; end < len(ls); end++ {
			m := ls[end]
			if m.level > 0 && (l.level == 0 || m.level <= l.level) {
				break
			}
			if l.level == 0 && !m.linked() && (m.cell || m.code || inside(m.n, atom.Blockquote, atom.Figure)) {
				break // a line announces no tables, listings, quotations or figures
			}
			if l.level == 0 || reason == "contents" {
				if m.prose() && !(reason == "author" && prose == 0 && m.chars < 900) || reason == "contents" && !m.linked() && !m.item {
					break
				}
			}
			if m.prose() {
				prose += m.chars
			} else {
				links += m.links
			}
		}
		if prose*10 > total*3 || reason == "related articles" && prose > 400 && links < prose {
			continue
		}
		for _, m := range ls[i:end] {
			p.leave(m.n, reason)
		}
	}
}

// standsAlone reports whether a block that is no heading may announce
// something: its text is emphasised or the block has siblings.
func standsAlone(n *html.Node) bool {
	return is(n, atom.P, atom.Div, atom.Strong, atom.Summary, atom.Legend, atom.Dt, atom.Section, atom.Header)
}

// part returns the largest element that begins with the heading n and is not
// much of the article, or nil.
func (p *page) part(n, frame *html.Node, total int) *html.Node {
	const near = 64 // siblings that are looked at
	var top *html.Node
	for q := n; q.Parent != nil && q.Parent != frame; {
		seen := 0
		for s := q.PrevSibling; s != nil; s = s.PrevSibling {
			if seen++; seen > near || s.Type == html.TextNode && strings.TrimSpace(s.Data) != "" || s.Type == html.ElementNode && !p.left[s] && !invisible(s) && p.stats[s] != nil && p.stats[s].chars > 0 {
				return top
			}
		}
		q = q.Parent
		if s := p.stats[q]; s == nil || s.prose*4 > total {
			return top
		}
		if q != n.Parent || hasFollowing(n) {
			top = q
		}
	}
	return top
}

// hasFollowing reports whether something stands after n in its parent.
func hasFollowing(n *html.Node) bool {
	for s := n.NextSibling; s != nil; s = s.NextSibling {
		if s.Type == html.ElementNode && textOf(s) != "" {
			return true
		}
	}
	return false
}
