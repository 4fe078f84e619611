package html

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Some pages hold their article only in what they tell machines, and leave it to
// a script to show it.

// fromBody takes the article from the page's JSON-LD where the page shows hardly
// any of it.
func (p *page) fromBody() {
	body := ""
	for _, t := range p.meta.things {
		for _, s := range words(t["articleBody"]) {
			if len(s) > len(body) {
				body = s
			}
		}
	}
	shown := 0
	for _, b := range p.doc.Blocks {
		for n := range document.Nodes(b) {
			shown += len(document.BlockText(n))
		}
	}
	if len(body) < 400 || shown*4 > len(body) {
		return
	}
	if strings.Contains(body, "</p>") || strings.Contains(body, "<br") {
		// Markup within the text.
		bounded := (&bound{depth: 100, strict: true}).apply([]byte(body))
		if root, err := html.Parse(bytes.NewReader(bounded)); err == nil && first(root, atom.Body) != nil {
			each(root, func(n *html.Node) bool { // places in the script are none in the file
				n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == placeKey })
				return true
			})
			p.forget()
			p.convert([]*html.Node{first(root, atom.Body)})
		}
	} else {
		p.doc.Blocks = nil
		for _, s := range strings.Split(html.UnescapeString(body), "\n") {
			if s = clean(s); s != "" {
				p.doc.Blocks = append(p.doc.Blocks, &document.Paragraph{Content: document.Plain(s)})
			}
		}
	}
	p.found.Add(diag.Info, "html-body-from-metadata", diag.Position{File: p.name, Line: 1, Column: 1}, "the page shows hardly any text; the article was taken from its metadata")
}
