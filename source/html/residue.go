package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// What a page shows and the article does not have is reported, block by block,
// so that nobody has to find out by comparing. A block is a container that was
// left out as a whole, or a run of smaller ones that were left out one after
// another for the same reason.

// residue reports what of the page's text is not in the article, whose frames
// are given.
func (p *page) residue(frames []*html.Node) {
	r := &residue{page: p, frame: map[*html.Node]bool{}, holds: map[*html.Node]bool{}, around: map[*html.Node]bool{}, chars: map[*html.Node]int{}}
	for _, f := range frames {
		r.frame[f] = true
		mark(r.holds, f.Parent)
		mark(r.around, f.Parent)
	}
	for n := range p.why {
		mark(r.around, n.Parent)
	}
	for n := range p.kept {
		mark(r.around, n.Parent)
		mark(r.holds, n.Parent)
	}
	r.count(p.body())
	r.outside(p.body())
	r.flush()
	for _, o := range p.emptied {
		p.doc.Omissions = append(p.doc.Omissions, o)
		p.found.Add(diag.Info, "html-residue", o.Pos, "left out what is no part of the article (%s): %.80q", o.Reason, o.Text)
	}
	for _, n := range p.captions {
		r.add(n, "caption of a missing picture", textOf(n))
		r.flush()
	}
}

// residue is a walk over a page.
type residue struct {
	*page
	frame  map[*html.Node]bool
	holds  map[*html.Node]bool // elements around frames
	around map[*html.Node]bool // … and around what was left out
	chars  map[*html.Node]int  // bytes of text below an element
	// The block that is open: its first element, its reason and its texts.
	first  *html.Node
	reason string
	texts  []string
}

// mark notes n and what is around it.
func mark(in map[*html.Node]bool, n *html.Node) {
	for ; n != nil && !in[n]; n = n.Parent {
		in[n] = true
	}
}

// count counts the text below n and below each element of it.
func (r *residue) count(n *html.Node) int {
	if n.Type == html.TextNode {
		return len(strings.TrimSpace(n.Data))
	}
	if n.Type == html.ElementNode && unseen(n) {
		return 0
	}
	sum := 0
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		sum += r.count(ch)
	}
	r.chars[n] = sum
	return sum
}

// outside walks what is in no frame.
func (r *residue) outside(n *html.Node) {
	if n.Type != html.ElementNode || unseen(n) || r.kept[n] {
		return
	}
	if r.frame[n] {
		r.flush()
		r.inside(n)
		return
	}
	if why, ok := r.why[n]; ok {
		r.add(n, why, textOf(n))
		return
	}
	const small = 600 // bytes of text that are one block, whatever it is made of
	if !r.around[n] || !r.holds[n] && r.chars[n] < small {
		r.add(n, reason(n, "around the article"), textOf(n))
		return
	}
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		if ch.Type == html.TextNode {
			r.add(n, "around the article", strings.Join(strings.Fields(ch.Data), " "))
			continue
		}
		r.outside(ch)
	}
}

// inside walks what is in a frame, where only what was left out is residue.
func (r *residue) inside(n *html.Node) {
	if r.kept[n] {
		return
	}
	if why, ok := r.why[n]; ok {
		if !unseen(n) {
			r.add(n, why, textOf(n))
		}
		return
	}
	if !r.around[n] {
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) == "" || n.Type == html.CommentNode {
			return
		}
		if n.Type == html.TextNode || !unseen(n) && !invisible(n) {
			r.flush() // the article goes on
		}
		return
	}
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		r.inside(ch)
	}
}

// add puts a text to the block that is open if it is left out for the same
// reason, and opens another if not.
func (r *residue) add(n *html.Node, reason, text string) {
	text = clean(text)
	// The title stands on the title page.
	if text == "" || strings.IndexFunc(text, printed) < 0 || r.isTitle(text) {
		return
	}
	if r.first != nil && r.reason != reason {
		r.flush()
	}
	if r.first == nil {
		r.first, r.reason = n, reason
	}
	r.texts = append(r.texts, text)
}

func printed(c rune) bool { return c > ' ' && !strings.ContainsRune("|·•/,-–—›»", c) }

// flush reports the block that is open.
func (r *residue) flush() {
	if r.first == nil {
		return
	}
	const most = 2000 // characters
	text := strings.Join(r.texts, "\n")
	if utf8.RuneCountInString(text) > most {
		text = strings.TrimSpace(string([]rune(text)[:most-2])) + " …"
	}
	pos := r.pos(r.first)
	r.doc.Omissions = append(r.doc.Omissions, document.Omission{Text: text, Reason: r.reason, Pos: pos})
	r.found.Add(diag.Info, "html-residue", pos, "left out what is no part of the article (%s): %.80q", r.reason, text)
	r.first, r.texts = nil, nil
}

// unseen reports whether a browser shows nothing of an element. Unlike what is
// invisible for the conversion, controls that bear words are seen.
func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Button, atom.Select, atom.Textarea, atom.Option:
		return false
	case atom.Dialog:
		return !hasAttr(n, "open")
	}
	if invisible(n) || hasAttr(n, "hidden") {
		return true
	}
	style := strings.ToLower(attr(n, "style"))
	if style == "" {
		return false
	}
	style = strings.ReplaceAll(style, " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// hasText reports whether the article has anything to read or to look at.
func (p *page) hasText() bool {
	for _, b := range p.doc.Blocks {
		for n := range document.Nodes(b) {
			switch n := n.(type) {
			case *document.Text:
				if strings.TrimSpace(n.Value) != "" {
					return true
				}
			case *document.Code, *document.CodeBlock, *document.Math, *document.MathBlock, *document.Image:
				return true
			}
		}
	}
	return false
}
