package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/internal/furniture"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// leaf is a block of text that has no block below it.
type leaf struct {
	n     *html.Node
	text  string
	chars int
	links int // characters in links
	level int // of a heading, else 0
	item  bool
	cell  bool
	code  bool
}

// prose reports whether the leaf reads like sentences.
func (l *leaf) prose() bool {
	return l.level == 0 && l.chars >= 60 && l.links*2 < l.chars
}

func (l *leaf) linked() bool { return l.links*10 >= l.chars*8 && l.links > 0 }

// leaves returns the blocks of text below n that are not left out, in order.
func (p *page) leaves(n *html.Node) []*leaf {
	var out []*leaf
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type != html.ElementNode || p.left[n] || invisible(n) {
			return
		}
		if isBlock(n) && !p.holdsBlock(n) {
			text := textOf(n)
			if text == "" {
				return
			}
			l := &leaf{n: n, text: text, chars: utf8.RuneCountInString(text)}
			if s := p.stats[n]; s != nil {
				l.links = s.links
			}
			if is(n, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6) {
				l.level = int(n.Data[1] - '0')
			} else if h := p.headingAround(n); h > 0 {
				l.level = h
			}
			l.item = is(n, atom.Li) || inside(n, atom.Li)
			l.cell = is(n, atom.Td, atom.Th) || inside(n, atom.Td, atom.Th)
			l.code = is(n, atom.Pre) || inside(n, atom.Pre, atom.Code)
			out = append(out, l)
			return
		}
		loose := looseText(n)
		for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
			if loose || ch.Type != html.ElementNode || isBlock(ch) || p.left[ch] || invisible(ch) || p.holdsBlock(ch) {
				walk(ch)
				continue
			}
			// An element of a line between blocks stands by itself.
			if text := textOf(ch); text != "" {
				l := &leaf{n: ch, text: text, chars: utf8.RuneCountInString(text)}
				if s := p.stats[ch]; s != nil {
					l.links = s.links
				}
				out = append(out, l)
			}
		}
	}
	walk(n)
	return out
}

// looseText reports whether text stands right in an element, not in an element
// below it.
func looseText(n *html.Node) bool {
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		if ch.Type == html.TextNode && strings.TrimSpace(ch.Data) != "" {
			return true
		}
	}
	return false
}

// holdsBlock reports whether an element has a block below it that is not left
// out.
func (p *page) holdsBlock(n *html.Node) bool {
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		if ch.Type != html.ElementNode || p.left[ch] || invisible(ch) {
			continue
		}
		if isBlock(ch) || p.holdsBlock(ch) {
			return true
		}
	}
	return false
}

// headingAround returns the level of the heading that a block stands in.
func (p *page) headingAround(n *html.Node) int {
	for q, i := n.Parent, 0; q != nil && i < 3; q, i = q.Parent, i+1 {
		if is(q, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6) {
			return int(q.Data[1] - '0')
		}
	}
	return 0
}

// trim marks what in the frame is no part of the article: what stands before
// the title, parts that a heading announces as furniture, lines of furniture,
// teasers of other articles, and what is left of them at head and tail.
func (p *page) trim(frame *html.Node) {
	total := p.stats[frame].prose
	p.beforeTitle(frame, total)
	p.contents(frame)
	p.credits()
	p.announced(frame, total)
	p.teasers(frame, total)
	p.singles(frame)
	p.repeated(frame)
	p.biography(frame)
	p.tail(frame)
}

// beforeTitle leaves out what stands before the heading that is the title.
func (p *page) beforeTitle(frame *html.Node, total int) {
	ls := p.leaves(frame)
	at := -1
	for i, l := range ls {
		if l.level > 0 && p.isTitle(l.text) {
			at = i
			break
		}
	}
	if at <= 0 {
		return
	}
	prose := 0
	for _, l := range ls[:at] {
		if l.prose() {
			prose += l.chars
		}
	}
	if prose*5 > total || prose > 1500 {
		return
	}
	for _, l := range ls[:at] {
		p.left[l.n] = true
	}
}

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
			p.left[top] = true
			continue
		}
		// What follows links to other articles, or the readers' words, at the end
		// of the page is no part of the article either.
		if (reason == "related articles" || reason == "comments") && l.level > 0 && after[i]*8 < total && after[0]-after[i] > 1000 {
			for _, m := range ls[i:] {
				p.left[m.n] = true
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
			p.left[m.n] = true
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

// credits leaves out the lines under the title that only say who wrote the
// article, and when.
func (p *page) credits() {
	for _, l := range p.underTitle() {
		ws := len(strings.Fields(l.text))
		if l.level > 0 || l.chars > 90 || l.item {
			continue
		}
		if manuscript.FindDay(l.text) != "" && ws <= 9 && !ends(l.text) {
			p.left[l.n] = true
			continue
		}
		for _, c := range p.doc.Metadata.Contributors {
			if i := strings.Index(l.text, c.Name); i >= 0 && i < 16 && ws <= len(strings.Fields(c.Name))+6 && !ends(l.text) {
				p.left[l.n] = true
			}
		}
	}
}

// contents leaves out lists of links to places of the page.
func (p *page) contents(frame *html.Node) {
	each(frame, func(n *html.Node) bool {
		if n.Type != html.ElementNode || p.left[n] || invisible(n) {
			return false
		}
		s := p.stats[n]
		if !is(n, atom.Ul, atom.Ol, atom.Div, atom.Section, atom.P, atom.Details) || s == nil || n == frame || s.links*10 < s.chars*7 {
			return true
		}
		links, own := 0, 0
		each(n, func(e *html.Node) bool {
			if is(e, atom.A) {
				if hasAttr(e, "href") {
					links++
					if _, ok := p.fragment(attr(e, "href")); ok {
						own++
					}
				}
				return false
			}
			return true
		})
		if own < 3 || own < links {
			return true
		}
		p.left[n] = true
		return false
	})
}

// biography leaves out what the page says at the end about the author.
func (p *page) biography(frame *html.Node) {
	ls := p.leaves(frame)
	tail := max(len(ls)*3/4, len(ls)-12)
	for i, l := range ls {
		if i >= 8 && i < tail {
			continue
		}
		for _, c := range p.doc.Metadata.Contributors {
			given, _, _ := strings.Cut(c.Name, " ")
			switch {
			case l.text == c.Name:
				p.left[l.n] = true
			case strings.HasPrefix(l.text, c.Name+" "), len(given) > 2 && strings.HasPrefix(l.text, given+" "):
				_, rest, _ := strings.Cut(strings.TrimPrefix(l.text, c.Name), " ")
				verb, _, _ := strings.Cut(rest, " ")
				switch verb {
				case "is", "was", "has", "writes", "works", "lives", "started", "joined", "covers", "ist", "schreibt", "arbeitet", "est", "écrit", "es":
					p.left[l.n] = true
				}
			}
		}
	}
}

// singles leaves out single blocks that are lines of furniture.
func (p *page) singles(frame *html.Node) {
	for _, l := range p.leaves(frame) {
		if l.cell || l.code || l.chars > 200 {
			continue
		}
		reason, ok := furniture.Line(l.text)
		if !ok {
			continue
		}
		switch {
		case l.level > 0:
			if _, ok := furniture.Heading(l.text); !ok {
				continue
			}
		case reason == "page link" && !l.linked():
			continue
		case l.item && !l.linked() && reason != "share button" && reason != "comments":
			continue
		case inside(l.n, atom.Figcaption) || is(l.n, atom.Figcaption):
			continue
		}
		p.left[l.n] = true
	}
}

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
				p.left[c] = true
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

// repeated leaves out long texts that stand on the page again.
func (p *page) repeated(frame *html.Node) {
	seen := map[string]bool{}
	for _, l := range p.leaves(frame) {
		if l.chars < 60 || l.cell || l.code {
			continue
		}
		if seen[l.text] {
			p.left[l.n] = true
		}
		seen[l.text] = true
	}
}

// tail leaves out what stands after the last words of the article.
func (p *page) tail(frame *html.Node) {
	ls := p.leaves(frame)
	for i := len(ls) - 1; i > 0; i-- {
		l := ls[i]
		switch {
		case l.level > 0: // a heading with nothing below it
		case l.cell || l.code || l.prose():
			return
		case l.item && !l.linked():
			return
		case l.linked():
		case ends(l.text), is(l.n, atom.Figcaption):
			return
		case l.chars > 60:
			return
		}
		p.left[l.n] = true
	}
}

// ends reports whether a text ends as a sentence does.
func ends(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)] ")
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:。？！", last)
}
