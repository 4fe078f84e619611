package html

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Pages mark footnotes by a link in the text to an element further down, and a
// link back. The text of such a note moves to its mark.

// references finds the places that the article's links lead to, and which of
// them are notes.
func (c *converter) references(frame []*html.Node) {
	type mark struct {
		n  *html.Node
		id string
	}
	var marks []mark
	ids := map[string]*html.Node{}
	led := map[string]bool{}
	var order []string // ids that links lead to
	for _, top := range frame {
		each(top, func(n *html.Node) bool {
			if n.Type != html.ElementNode {
				return true
			}
			if c.gone(n) {
				return false
			}
			for _, key := range []string{"id", "name"} {
				if id := attr(n, key); id != "" && ids[id] == nil && (key == "id" || is(n, atom.A)) {
					ids[id] = n
				}
			}
			if is(n, atom.A) {
				if id, ok := c.fragment(attr(n, "href")); ok {
					if !led[id] {
						led[id] = true
						order = append(order, id)
					}
					if noteMark(n) {
						marks = append(marks, mark{n, id})
					}
				}
			}
			return true
		})
	}
	var elsewhere map[string]*html.Node
	for _, m := range marks {
		target := ids[m.id]
		if target == nil && elsewhere == nil {
			elsewhere = c.places()
		}
		if target == nil {
			target = elsewhere[m.id]
		}
		if target == nil || c.notes[m.id] != nil {
			continue
		}
		body := noteBody(target)
		if body != nil && !below(m.n, body) {
			c.notes[m.id] = body
			c.inNotes[body] = true
			c.keep(body)
		}
	}
	for _, id := range order {
		if ids[id] != nil && c.notes[id] == nil {
			c.wanted[id] = c.claim(document.Slug(id))
		}
	}
}

// places returns the elements of the whole page by their ids and names: notes may
// stand where the article has ended.
func (c *converter) places() map[string]*html.Node {
	ids := map[string]*html.Node{}
	each(c.root, func(n *html.Node) bool {
		for _, key := range []string{"id", "name"} {
			if id := attr(n, key); id != "" && ids[id] == nil && (key == "id" || is(n, atom.A)) {
				ids[id] = n
			}
		}
		return !is(n, atom.Nav, atom.Head)
	})
	return ids
}

// keep makes an element a part of the article that was thought to be none.
func (p *page) keep(n *html.Node) {
	if p.kept == nil {
		p.kept = map[*html.Node]bool{}
	}
	p.kept[n] = true
	each(n, func(e *html.Node) bool {
		delete(p.left, e)
		delete(p.why, e)
		return true
	})
}

// noteMark reports whether a link is the mark of a note: it says so, or it is a
// raised number or sign.
func noteMark(a *html.Node) bool {
	role := attr(a, "role") + " " + attr(a, "epub:type") + " " + attr(a, "rel") + " " + attr(a, "class")
	for _, w := range strings.Fields(strings.ToLower(role)) {
		switch w {
		case "doc-noteref", "noteref", "footnote-ref", "footnote-reference", "footnoteref", "footnote-anchor", "footnote":
			return true
		case "doc-backlink", "backlink", "footnote-backref", "reversefootnote":
			return false
		}
	}
	text := strings.Trim(textOf(a), "[]() ")
	if text == "" || len(text) > 5 {
		return false
	}
	if wordNote.MatchString(attr(a, "href")) { // Word's raise nothing
		return true
	}
	for _, r := range text {
		if !(r >= '0' && r <= '9' || r == '*' || r == '†' || r == '‡' || r >= 'a' && r <= 'z') {
			return false
		}
	}
	for p := a; p != nil && !isBlock(p); p = p.Parent {
		if is(p, atom.Sup) {
			return true
		}
	}
	return a.FirstChild != nil && is(a.FirstChild, atom.Sup)
}

// wordNote matches the places that Word and Google Docs give the texts of notes.
var wordNote = regexp.MustCompile(`#_?(?:ftn|edn|ftnt)[0-9]+$`)

// noteBody returns the element that holds the text of the note whose target is
// n: an item of a list, or a block that does not begin like one of the text.
func noteBody(n *html.Node) *html.Node {
	for p := n; p != nil; p = p.Parent {
		switch {
		case is(p, atom.Li, atom.Dd):
			return p
		case is(p, atom.P, atom.Div, atom.Aside, atom.Section, atom.Tr):
			words := strings.ToLower(attr(n, "id") + " " + attr(n, "name") + " " + attr(p, "class") + " " + attr(p, "role") + " " + attr(p, "id"))
			if p.Parent != nil {
				words += " " + strings.ToLower(attr(p.Parent, "class")+" "+attr(p.Parent, "role")+" "+attr(p.Parent, "id"))
			}
			if strings.Contains(words, "note") || strings.Contains(words, "ftn") || strings.Contains(words, "fn") {
				return p
			}
			return nil
		case is(p, atom.Body, atom.H1, atom.H2, atom.H3, atom.H4, atom.Td):
			return nil
		}
	}
	return nil
}

func below(n, top *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == top {
			return true
		}
	}
	return false
}

// note puts a note where its mark stands.
func (c *converter) note(l *line, n *html.Node) bool {
	a := n
	if is(n, atom.Sup) {
		a = onlyLink(n)
	}
	if a == nil || !is(a, atom.A) {
		return false
	}
	id, ok := c.fragment(attr(a, "href"))
	if !ok || c.notes[id] == nil || !noteMark(a) {
		return false
	}
	if c.noting {
		return true
	}
	body := c.notes[id]
	if anchor, ok := c.noted[body]; ok {
		l.mark(&document.CrossReference{Target: anchor, Ref: document.RefNote})
		return true
	}
	note := &document.Note{}
	note.Pos = c.pos(a)
	c.noting = true
	note.Blocks = c.noteBlocks(body)
	c.noting = false
	if len(note.Blocks) == 0 {
		return true
	}
	note.Anchor = c.claim(document.Slug("note-" + id))
	c.noted[body] = note.Anchor
	l.mark(note)
	return true
}

// noteBlocks converts a note's text without its number and the links back.
func (c *converter) noteBlocks(body *html.Node) []document.Block {
	var hidden []*html.Node
	each(body, func(n *html.Node) bool {
		if n.Type != html.ElementNode || c.left[n] {
			return true
		}
		if is(n, atom.Span, atom.Sup) && short(textOf(n), 24) && strings.Contains(strings.ToLower(attr(n, "class")), "backlink") {
			c.left[n] = true
			hidden = append(hidden, n)
			return false
		}
		if !is(n, atom.A) {
			return true
		}
		if _, ok := c.fragment(attr(n, "href")); ok && short(textOf(n), 6) {
			top := n
			for top.Parent != body && (is(top.Parent, atom.Sup, atom.Span, atom.B, atom.I)) && textOf(top.Parent) == textOf(top) {
				top = top.Parent
			}
			c.left[top] = true
			hidden = append(hidden, top)
		}
		return true
	})
	blocks := c.nested(body)
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*document.Paragraph); ok {
			if t, ok := p.Content[0].(*document.Text); ok {
				t.Value = strings.TrimLeft(t.Value, " \u00a0") // behind the number
			}
		}
	}
	for _, n := range hidden {
		delete(c.left, n)
	}
	return blocks
}

// onlyLink returns the link that is all that an element holds.
func onlyLink(n *html.Node) *html.Node {
	var a *html.Node
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		switch {
		case ch.Type == html.TextNode && strings.Trim(ch.Data, " \t\n[](),") == "":
		case is(ch, atom.A) && a == nil:
			a = ch
		case is(ch, atom.Span) && a == nil:
			a = onlyLink(ch)
		default:
			return nil
		}
	}
	return a
}

// fragment returns the id that a link within the page leads to.
func (p *page) fragment(href string) (string, bool) {
	href = strings.TrimSpace(href)
	i := strings.IndexByte(href, '#')
	if i < 0 || i+1 == len(href) || i > 0 && !p.ownAddress(href[:i]) {
		return "", false
	}
	id, err := url.PathUnescape(href[i+1:])
	if err != nil {
		id = href[i+1:]
	}
	return id, true
}

// settle resolves what could only be known at the end: references to places
// that are not there become their text, anchors that found no block vanish.
func (c *converter) settle(blocks []document.Block) []document.Block {
	here := map[document.Anchor]bool{}
	for _, b := range blocks {
		for n := range document.Nodes(b) {
			if a := n.Attributes().Anchor; a != "" {
				here[a] = true
			}
		}
	}
	return document.Rewriter{Inline: func(n document.Inline) []document.Inline {
		if r, ok := n.(*document.CrossReference); ok && !here[r.Target] {
			if document.TextOf(r.Content) != "" && c.once(r.Pos) {
				c.found.Add(diag.Warning, "html-link-nowhere", r.Pos, "nothing in the article is called %q; the link's text stays", "#"+string(r.Target))
			}
			return r.Content
		}
		return []document.Inline{n}
	}}.Blocks(blocks)
}

// notesHeading are the words that stand over notes.
var notesHeading = set(`notes note footnotes endnotes references reference citations sources and et und anmerkungen fußnoten einzelnachweise endnoten quellen références`)

// withoutNotes takes out the headings under which nothing is left, since the notes
// there stand at their marks.
func (c *converter) withoutNotes(blocks []document.Block) []document.Block {
	if len(c.noted) == 0 {
		return blocks
	}
	out := blocks[:0:0]
	for i, b := range blocks {
		h, ok := b.(*document.Heading)
		if ok && i+1 < len(blocks) {
			next, heading := blocks[i+1].(*document.Heading)
			ok = heading && next.Level <= h.Level
		}
		if !ok {
			out = append(out, b)
			continue
		}
		if text := document.TextOf(h.Content); notesOnly(text) {
			c.emptied = append(c.emptied, document.Omission{Text: text, Reason: "heading of the notes", Pos: h.Pos})
			continue
		}
		out = append(out, b)
	}
	return out
}

// notesOnly reports whether a heading says that notes stand below it.
func notesOnly(s string) bool {
	ws := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range ws {
		if !notesHeading[w] {
			return false
		}
	}
	return len(ws) > 0
}
