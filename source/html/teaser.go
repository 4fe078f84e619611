package html

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// teasers leaves out rows of cards that each lead to another article: siblings
// of one kind, each with a link over much of its little text.
func (p *page) teasers(frame *html.Node, total int) {
	if total < 2500 { // a page that has little but cards is about them
		return
	}
	each(frame, func(n *html.Node) bool {
		if n.Type != html.ElementNode || p.left[n] || invisible(n) {
			return false
		}
		if is(n, atom.Table, atom.P, atom.Pre, atom.Dl) {
			return false
		}
		var cards []*html.Node
		kinds := map[string]int{}
		for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
			if ch.Type == html.ElementNode && !p.left[ch] && p.teaser(ch) {
				cards = append(cards, ch)
				kinds[ch.Data]++
			}
		}
		if len(cards) < 2 {
			return true
		}
		prose := 0
		for _, c := range cards {
			prose += p.stats[c].prose
		}
		if prose*10 > total*4 {
			return true
		}
		for _, c := range cards {
			if kinds[c.Data] > 1 {
				p.leave(c, "related articles")
			}
		}
		return true
	})
}

// teaser reports whether an element is a card that leads to another article.
func (p *page) teaser(n *html.Node) bool {
	s := p.stats[n]
	if s == nil || s.chars == 0 || s.chars > 600 || s.links*5 < s.chars || !is(n, atom.Div, atom.Article, atom.Li, atom.A, atom.Section) {
		return false
	}
	heading, picture, paras := false, false, 0
	var linked *html.Node
	each(n, func(e *html.Node) bool {
		switch {
		case is(e, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6):
			heading = heading || first(e, atom.A) != nil || inside(e, atom.A)
		case is(e, atom.Img, atom.Picture):
			picture = true
		case is(e, atom.P):
			paras++
		case is(e, atom.A) && linked == nil:
			linked = e
		}
		return true
	})
	return linked != nil && paras < 4 && (heading || picture && s.links*2 > s.chars)
}
