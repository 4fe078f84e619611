package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/internal/furniture"
	"github.com/quirepress/quire/source/internal/manuscript"
)

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
	p.imprint(frame, total)
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
		p.leave(l.n, reason(l.n, "before the title"))
	}
}

// imprint leaves out the foot of the page: the part with the copyright notice,
// and what follows it.
func (p *page) imprint(frame *html.Node, total int) {
	ls := p.leaves(frame)
	for i := len(ls) * 3 / 4; i < len(ls); i++ {
		l := ls[i]
		low := strings.ToLower(l.text)
		if l.chars > 200 || !strings.Contains(low, "©") && !strings.Contains(low, "copyright") && !strings.Contains(low, "rights reserved") {
			continue
		}
		if reason, ok := furniture.Line(l.text); !ok || reason != "copyright" && reason != "legal notice" {
			continue
		}
		top := l.n
		for q := l.n; q.Parent != nil && q.Parent != frame; {
			q = q.Parent
			if s := p.stats[q]; s == nil || s.prose*4 > total || p.holdsTitle(q) { // nil: the page is its frame alone
				break
			}
			top = q
		}
		from := i
		for from > 0 && below(ls[from-1].n, top) {
			from--
		}
		if from*2 < len(ls) {
			return
		}
		for _, m := range ls[from:] {
			p.leave(m.n, "legal notice")
		}
		return
	}
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
			p.leave(l.n, "date line")
			continue
		}
		for _, c := range p.doc.Metadata.Contributors {
			i := strings.Index(l.text, c.Name)
			if i < 0 || i >= 16 || ends(l.text) {
				continue
			}
			// Behind "by" and the name stand titles of any length.
			if m := bylineStart.FindStringIndex(l.text[:i]); ws <= len(strings.Fields(c.Name))+6 || m != nil && m[0] == 0 && m[1] == i {
				p.leave(l.n, "byline")
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
		p.leave(n, "contents")
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
				p.leave(l.n, "author")
			case strings.HasPrefix(l.text, c.Name+" "), len(given) > 2 && strings.HasPrefix(l.text, given+" "):
				_, rest, _ := strings.Cut(strings.TrimPrefix(l.text, c.Name), " ")
				verb, _, _ := strings.Cut(rest, " ")
				switch verb {
				case "is", "was", "has", "writes", "works", "lives", "started", "joined", "covers", "ist", "schreibt", "arbeitet", "est", "écrit", "es":
					p.leave(l.n, "author")
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
		if !ok && l.level == 0 && !l.item && l.links*2 > l.chars {
			// Links to other articles between paragraphs: "Read more: …", "[ … ]".
			reason, ok = furniture.Weak(l.text)
			ok = ok || strings.HasPrefix(l.text, "[") && strings.HasSuffix(l.text, "]")
		}
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
		if reason == "" {
			reason = "related articles"
		}
		p.leave(l.n, reason)
	}
}

// repeated leaves out long texts that stand on the page again.
func (p *page) repeated(frame *html.Node) {
	seen := map[string]bool{}
	for _, l := range p.leaves(frame) {
		if l.chars < 60 || l.cell || l.code {
			continue
		}
		if seen[l.text] {
			p.leave(l.n, "repeated text")
		}
		seen[l.text] = true
	}
}

// tail leaves out what stands after the last words of the article, unless that
// is much of it, such as lines of verse.
func (p *page) tail(frame *html.Node) {
	ls := p.leaves(frame)
	from := p.lastWords(ls) + 1
	all, cut := 0, 0
	for i, l := range ls {
		all += l.chars - l.links
		if i >= from {
			cut += l.chars - l.links
		}
	}
	much := cut*3 > all
	for _, l := range ls[from:] {
		if !much || l.linked() {
			p.leave(l.n, reason(l.n, "after the end"))
		}
	}
}

// lastWords returns the index of the last leaf that is the article's: at least 0
// where there are any, else -1.
func (p *page) lastWords(ls []*leaf) int {
	for i := len(ls) - 1; i > 0; i-- {
		l := ls[i]
		switch {
		case l.level > 0: // a heading with nothing below it
		case l.cell || l.code || l.prose():
			return i
		case l.item && !l.linked(), is(l.n, atom.Dt, atom.Dd) && !l.linked():
			return i
		case l.linked():
		case ends(l.text), is(l.n, atom.Figcaption), strings.Contains(strings.ToLower(attr(l.n, "class")), "caption"):
			return i
		case l.chars > sentence:
			return i
		}
	}
	return min(0, len(ls)-1)
}
