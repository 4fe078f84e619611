// Package html reads saved web pages: it finds the article among everything
// else on the page and makes a document of it.
//
//	doc, found, err := html.Read("page.html", src, html.Options{})
//
// In goes a page as a browser saved it, out comes a [document.Document] with the
// article's headings as sections, its paragraphs, lists, tables, figures,
// quotations, listings, notes and formulas, and with the metadata that the page
// gives in JSON-LD, Open Graph, Dublin Core, citation tags, microdata, or in
// words under its title. Menus, banners, advertisements, share buttons, related
// articles, comments and the like stay behind; each is an omission of the
// document with its place, and a finding.
//
// [Piece] is the other thing it reads: HTML that stands in an article of another
// form, such as Markdown, and is all article. What a page or a piece opens and
// never closes does not swallow what follows it.
//
// The package opens no file and asks no network: an image's Resource is the
// address that the page gives, relative to the page or a data address, which
// package source replaces by what it loads. Scripts are never run, and nothing
// of them is kept.
//
// # How the article is found
//
// Nothing here knows any site. Elements are judged by what they are (nav, aside,
// article), by the words in their classes and ids, by how much prose they hold
// and how much of it is links (Kohlschütter et al. 2010, "Boilerplate detection
// using shallow text features"), and by where they stand. The smallest element
// that holds nearly all the prose is the article's frame; what is furniture in
// it is taken out, and its head and tail are trimmed. A page without prose is
// judged by all its texts, and one of which nothing is left that way is taken
// whole: no text is lost without a word.
package html

import (
	"golang.org/x/net/html"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// Options bound and guide the reading. The zero value is the default.
type Options struct {
	// Depth is the deepest nesting of lists, quotations and the like that is
	// read as such; what is deeper is put on the level above. 0 means 100; more
	// than 300 is taken as 300.
	Depth int
	// Language is the BCP 47 tag of pages that do not name theirs.
	Language string
}

// Read reads src, the page that is the file called name, which positions bear.
// The page should be UTF-8. The error is always nil today: what is wrong with a
// page is a finding.
func Read(name string, src []byte, opts Options) (*document.Document, diag.List, error) {
	depth := opts.Depth
	if depth <= 0 {
		depth = 100
	}
	p := &page{name: name, place: manuscript.NewLines(name, src).At, depth: min(depth, 300), least: sentence, doc: &document.Document{}}
	p.parse(src)
	if p.root == nil {
		return p.doc, p.found, nil
	}
	p.unfold()
	p.styled()
	p.mend()
	p.metadata()
	if p.doc.Metadata.Language == "" {
		p.doc.Metadata.Language = opts.Language
	}
	frames := p.content()
	p.subtitle(frames)
	found := len(p.found)
	p.convert(frames)
	p.fromBody()
	for _, kinds := range []bool{true, false} {
		if p.hasText() {
			break
		}
		p.found = p.found[:found]
		frames = p.all(kinds)
		p.convert(frames)
	}
	p.residue(frames)
	if len(p.doc.Blocks) == 0 {
		p.found.Add(diag.Warning, "html-no-content", diag.Position{File: name, Line: 1, Column: 1}, "the page holds no article that could be told from what is around it")
	}
	p.doc.Identify()
	p.found.Sort()
	return p.doc, p.found, nil
}

// page is one page on its way from markup to document.
type page struct {
	name  string
	place func(offset int) diag.Position
	depth int
	doc   *document.Document
	found diag.List

	root    *html.Node // of the parsed page
	address string     // of the page itself, where known
	base    string     // against which links are resolved, where known
	meta    facts      // what the page says about itself
	stats   map[*html.Node]*stat
	under   []*leaf               // what stands under the title
	left    map[*html.Node]bool   // elements that are no part of the article
	why     map[*html.Node]string // the reasons, of those that are reported
	kept    map[*html.Node]bool   // elements outside the article that are its notes
	least   int                   // characters of what counts as prose
	// captions are those of pictures and films that the article does not have.
	captions []*html.Node
	emptied  []document.Omission // headings over notes that stand at their marks
	// comments counts the prose that readers of the page have written.
	comments int
}
