package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sentence is how many characters a text has at least that reads like one.
const sentence = 60

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
	least int // characters of prose
}

// prose reports whether the leaf reads like sentences.
func (l *leaf) prose() bool {
	return l.level == 0 && l.chars >= l.least && l.links*2 < l.chars
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
			l := &leaf{n: n, text: text, chars: utf8.RuneCountInString(text), least: p.least}
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
				l := &leaf{n: ch, text: text, chars: utf8.RuneCountInString(text), least: p.least}
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

// ends reports whether a text ends as a sentence does.
func ends(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)] ")
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:。？！", last)
}
