package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/internal/furniture"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// stat counts what is below an element.
type stat struct {
	chars int // characters of text
	links int // … of them in links
	prose int // … of them in texts that read like sentences
}

// content finds the frame of the article and marks what in it is no part of
// the article.
func (p *page) content() []*html.Node {
	body := p.body()
	p.least = sentence
	p.clear(body, trustNames)
	if s := p.stats[body]; s.prose == 0 {
		// All texts are short: then the shortest may be the article's.
		p.least = 1
		p.clear(body, trustNames)
	}
	frame := p.frame(body)
	frames := append(p.before(frame, body), frame)
	p.trim(frame)
	return frames
}

// all is content for pages of which that leaves nothing: what says that it is
// the article, or else the page, without what its kind says is furniture, and
// at last all of it.
func (p *page) all(kinds bool) []*html.Node {
	body := p.body()
	p.forget()
	if !kinds {
		return []*html.Node{body}
	}
	p.clear(body, 0)
	for _, says := range []func(*html.Node) bool{
		func(n *html.Node) bool { return is(n, atom.Article) },
		func(n *html.Node) bool { return is(n, atom.Main) || attr(n, "role") == "main" },
	} {
		var frames []*html.Node
		each(body, func(n *html.Node) bool {
			if n.Type != html.ElementNode || p.left[n] || invisible(n) {
				return n.Type == html.DocumentNode
			}
			if says(n) && p.stats[n].chars > 0 {
				frames = append(frames, n)
				return false
			}
			return true
		})
		if len(frames) > 0 {
			return frames
		}
	}
	return []*html.Node{body}
}

// body returns the element that the page shows.
func (p *page) body() *html.Node {
	if body := first(p.root, atom.Body); body != nil {
		return body
	}
	return p.root
}

// forget takes everything back that was left out.
func (p *page) forget() {
	p.stats = map[*html.Node]*stat{}
	p.left = map[*html.Node]bool{}
	p.why = map[*html.Node]string{}
	p.comments = 0
}

// leave leaves an element out, for a reason in a word or two.
func (p *page) leave(n *html.Node, reason string) {
	p.left[n] = true
	p.why[n] = reason
}

// trustNames is the most trust in the words of classes and ids.
const trustNames = 2

// clear leaves out what kinds and names say is furniture.
func (p *page) clear(body *html.Node, trust int) {
	// Names can mislead: where they leave hardly any prose, only some of them
	// are believed, and at last none.
	for ; trust >= 0; trust-- {
		p.forget()
		p.measure(body, false)
		total := p.stats[body].prose
		p.remove(body, total, trust)
		p.measure(body, false)
		if p.stats[body].prose*3 > total-p.comments {
			break
		}
	}
}

// measure counts for n and everything below it that is not left out.
func (p *page) measure(n *html.Node, inLink bool) stat {
	var s stat
	if n.Type == html.ElementNode && (p.left[n] || invisible(n)) {
		p.stats[n] = &s
		return s
	}
	inLink = inLink || is(n, atom.A)
	var own, ownLinks int // of the text that stands right in this block
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		switch {
		case ch.Type == html.TextNode:
			c := utf8.RuneCountInString(strings.TrimSpace(ch.Data))
			own += c
			if inLink {
				ownLinks += c
			}
		case ch.Type == html.ElementNode:
			cs := p.measure(ch, inLink)
			if isBlock(ch) || cs.prose > 0 {
				s.chars += cs.chars
				s.links += cs.links
				s.prose += cs.prose
			} else {
				own += cs.chars
				ownLinks += cs.links
			}
		}
	}
	s.chars += own
	s.links += ownLinks
	if isBlock(n) && own >= p.least && ownLinks*3 < own {
		s.prose += own - ownLinks
	}
	p.stats[n] = &s
	return s
}

// invisible reports whether a browser shows nothing of an element.
func invisible(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script:
		return !strings.HasPrefix(attr(n, "type"), "math/tex")
	case atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Title, atom.Meta, atom.Link, atom.Button, atom.Input, atom.Select, atom.Textarea,
		atom.Option, atom.Datalist, atom.Svg, atom.Iframe, atom.Object, atom.Embed, atom.Canvas, atom.Video, atom.Audio, atom.Map, atom.Area, atom.Progress, atom.Meter, atom.Dialog:
		return true
	}
	return false
}

// remove marks what an element's kind or name says is furniture, unless it
// holds most of the page's prose.
func (p *page) remove(n *html.Node, total, trust int) {
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		if ch.Type != html.ElementNode || invisible(ch) {
			continue
		}
		if p.furniture(ch, total, trust) {
			p.leave(ch, reason(ch, "around the article"))
			continue
		}
		p.remove(ch, total, trust)
	}
}

// furniture reports whether an element is furniture of the page. The more trust
// in names, the more they decide.
func (p *page) furniture(n *html.Node, total, trust int) bool {
	s := p.stats[n]
	if is(n, atom.Article, atom.Main, atom.Body, atom.Html, atom.H1) {
		return false
	}
	share := 0.0
	if total > 0 {
		share = float64(s.prose) / float64(total)
	}
	role := strings.ToLower(attr(n, "role"))
	switch {
	case is(n, atom.Nav), role == "navigation", role == "menu", role == "menubar", role == "search", role == "banner", role == "contentinfo", role == "dialog", role == "alertdialog", role == "toolbar", role == "tooltip":
		return share < .5
	case is(n, atom.Footer):
		return share < .3 && first(n, atom.Article) == nil && !inside(n, atom.Blockquote, atom.Figure)
	case is(n, atom.Aside), role == "complementary":
		if !p.remark(n) {
			return share < .3
		}
	case is(n, atom.Header):
		return share < .02 && first(n, atom.H1) == nil && s.prose < 200
	case is(n, atom.Form):
		return share < .1
	case attr(n, "aria-hidden") == "true" && !is(n, atom.Span, atom.I, atom.B, atom.Sup, atom.A):
		return share < .1
	case hasAttr(n, "hidden") && attr(n, "hidden") != "until-found":
		return share < .4
	}
	if style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", ""); strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
		return share < .3
	}
	if trust == 0 || is(n, atom.Table, atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Code, atom.Pre, atom.Math) {
		return false
	}
	words := nameWords(n)
	if len(words) == 0 {
		return false
	}
	title := func() bool { return p.holdsTitle(n) }
	switch {
	case namedBy(words, nil, hiddenPairs) && share < .05:
		return true
	case namedBy(words, commentWords, commentPairs) && !title() && total-s.prose > 300:
		p.comments += s.prose
		return true
	case namedBy(words, furnitureWords, furniturePairs):
		return share < .25 && !title()
	case trust > 1 && namedBy(words, doubtfulWords, nil):
		return (s.prose == 0 && s.chars < 300 || s.links*2 > s.chars) && share < .05 && !title() && !is(n, atom.H2, atom.H3, atom.H4, atom.P, atom.A, atom.Span, atom.Strong, atom.Em, atom.Figure, atom.Img, atom.Picture)
	}
	return false
}

// remark reports whether an aside is the article's own, as a box with a remark
// is, and no sidebar of the page: it stands in the article and reads like it.
func (p *page) remark(n *html.Node) bool {
	s := p.stats[n]
	return is(n, atom.Aside) && inside(n, atom.Article) && s.prose*2 > s.chars && s.links*5 < s.chars && firstLine(n) == "" &&
		!namedBy(nameWords(n), furnitureWords, furniturePairs)
}

// inside reports whether one of the elements is around n.
func inside(n *html.Node, atoms ...atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if is(p, atoms...) {
			return true
		}
	}
	return false
}

// holdsTitle reports whether the article's title is a heading below n.
func (p *page) holdsTitle(n *html.Node) bool {
	found := false
	each(n, func(e *html.Node) bool {
		if is(e, atom.H1) && p.isTitle(clean(textOf(e))) {
			found = true
		}
		return !found
	})
	return found
}

// frameNames are pairs of words by which pages name the frame of an article.
var frameNames = pairs(`
	article body|article content|article text|post body|post content|entry content|entry body|story body|story content
	blog content|blog body|blog post|main content|content body|body content|page content|body text|content main|single content
`)

// frame returns the smallest element that holds nearly all the prose. An
// element that says it is the article need not hold as much.
func (p *page) frame(body *html.Node) *html.Node {
	n := body
	for {
		s := p.stats[n]
		if s.prose == 0 {
			return n
		}
		var best *html.Node
		for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
			if cs := p.stats[ch]; ch.Type == html.ElementNode && cs != nil && !p.left[ch] && (best == nil || cs.prose > p.stats[best].prose) {
				best = ch
			}
		}
		if b := p.branch(n); b != nil {
			n = b
			continue
		}
		if best == nil || !isBlock(best) && !holdsBlock(best) || is(best, atom.P, atom.Ul, atom.Ol, atom.Table, atom.Blockquote, atom.Dl, atom.Pre) {
			return n
		}
		need := .85
		switch {
		case is(best, atom.Article, atom.Main), attr(best, "itemprop") == "articleBody", attr(best, "role") == "main":
			need = .5
		case namedBy(nameWords(best), nil, frameNames):
			need = .6
		}
		if float64(p.stats[best].prose) < need*float64(s.prose) {
			return n
		}
		n = best
	}
}

// branch returns the child of n that is the article for other reasons than most
// of the prose: it holds the only main or article element of n with prose of any
// length, or the title, and what is beside it is of another kind.
func (p *page) branch(n *html.Node) *html.Node {
	const least = 1000 // characters of an article that is told by its place
	s := p.stats[n]
	var frames, titled []*html.Node
	kinds := map[string]int{}
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		cs := p.stats[ch]
		if ch.Type != html.ElementNode || p.left[ch] || cs == nil || cs.prose < 300 {
			continue
		}
		kinds[ch.Data+" "+attr(ch, "class")]++
		framed, title := false, false
		each(ch, func(e *html.Node) bool {
			if e.Type != html.ElementNode || p.left[e] || invisible(e) {
				return false
			}
			if es := p.stats[e]; (is(e, atom.Main, atom.Article) || attr(e, "role") == "main" || attr(e, "itemprop") == "articleBody") && es != nil && es.prose*5 > s.prose {
				framed = true
			}
			title = title || is(e, atom.H1, atom.H2) && p.isTitle(clean(textOf(e)))
			return !framed || !title
		})
		if framed {
			frames = append(frames, ch)
		}
		if title {
			titled = append(titled, ch)
		}
	}
	for i, list := range [][]*html.Node{frames, titled} {
		if len(list) != 1 {
			continue
		}
		b := list[0]
		share := float64(p.stats[b].prose) / float64(s.prose)
		if p.stats[b].prose < least || share < []float64{.3, .45}[i] || kinds[b.Data+" "+attr(b, "class")] > 1 {
			continue
		}
		return b
	}
	return nil
}

// before returns the elements with prose that stand between the title and the
// frame, such as an introduction above columns.
func (p *page) before(frame, body *html.Node) []*html.Node {
	var starts []*leaf
	found, prose, seen := false, 0, 0
	standfirst := false // a sentence or two right under the title
	for _, l := range p.leaves(body) {
		if below(l.n, frame) {
			break
		}
		switch {
		case l.level > 0 && p.isTitle(l.text):
			found, standfirst, prose, seen, starts = true, false, 0, 0, nil
			continue
		case !found:
			continue
		case l.prose() || seen == 0 && l.level < 3 && l.chars >= 45 && l.links == 0 && strings.Count(l.text, " ") > 6 && manuscript.FindDay(l.text) == "":
			if _, ok := furniture.Line(l.text); !ok {
				standfirst = standfirst || seen == 0
				prose += l.chars
				starts = append(starts, l)
			}
		}
		seen++
	}
	switch {
	case prose*4 > p.stats[frame].prose:
		return nil
	case prose < 150 && standfirst:
		starts = starts[:1]
	case prose < 150:
		return nil
	}
	var out []*html.Node
	for _, l := range starts {
		out = append(out, l.n)
	}
	return out
}
