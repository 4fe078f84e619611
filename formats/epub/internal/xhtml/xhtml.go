// Package xhtml turns a document into the chapters of an EPUB: one XHTML file
// for each top-level section, with the table of contents, the landmarks and the
// page list that lead into them. [Render] is where to begin.
//
// In goes the tree of source/document and, where there is one, the pagination
// of a printed edition; out come strings of well-formed XHTML, pictures that
// any reading system shows, and what the book was found to hold. The package
// writes no file and knows nothing of ZIP or of the package document.
//
// Whatever the tree holds, the chapters are valid: characters that XML forbids
// are left out, markup of other languages is reduced to its text, addresses of
// unknown schemes lose their link. Each such loss is a diagnostic.
//
// The specifications: EPUB 3.3, HTML (Living Standard), EPUB Structural
// Semantics Vocabulary 1.1, DPUB-ARIA 1.1.
package xhtml

import (
	"context"
	"strings"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Options are the choices that a caller has.
type Options struct {
	// ContentsDepth is how many levels of sections the table of contents shows;
	// 0 means all.
	ContentsDepth int
	// ChapterLabels puts "Chapter 1" over the titles of numbered chapters.
	ChapterLabels bool
	// WithoutTitlePage leaves the title page out.
	WithoutTitlePage bool
}

// Book is the document as chapters.
type Book struct {
	// Lang and Dir are those of the text as a whole.
	Lang, Dir string
	// Labels are the words that the book itself adds, in its language if that
	// is known.
	Labels Labels
	// Chapters in reading order.
	Chapters []Chapter
	// Contents is the table of contents.
	Contents []Entry
	// Landmarks are the places that a reading system offers by name.
	Landmarks []Landmark
	// Pages are the places where printed pages begin, in their order.
	Pages []Page
	// Images are the pictures that the chapters show.
	Images []Image
	// Traits are what the book was found to hold.
	Traits Traits
}

// Chapter is one XHTML file.
type Chapter struct {
	// Name is the file's name, such as "introduction.xhtml".
	Name string
	// Title is the plain text of its title.
	Title string
	// Matter is "frontmatter", "bodymatter" or "backmatter".
	Matter string
	// Body is the content of the body element.
	Body string
	// Text says that the file holds text of the document, as the title page
	// does not.
	Text bool
	// MathML says that the file holds MathML, SVG that it holds SVG.
	MathML, SVG bool
}

// Entry is an entry of the table of contents.
type Entry struct {
	// Label is the title as XHTML phrasing content, Text as plain text.
	Label, Text string
	// Chapter is the number of a numbered chapter, from 1, else 0.
	Chapter int
	// Href is the file, with a fragment where the section does not begin it.
	Href     string
	Children []Entry
}

// Landmark is a place that a reading system offers by name.
type Landmark struct {
	Type, Label, Href string
}

// Page is the place where a printed page begins: a marker in a file.
type Page struct {
	Label string
	// File is the file's name, "" for the contents, whose marker is not in a
	// chapter. ID is that of the marker.
	File, ID string
}

// Marker returns the element that stands where the page begins.
func (p Page) Marker() string {
	return `<span epub:type="pagebreak" role="doc-pagebreak" id="` + p.ID + `" aria-label="` + Escape(p.Label) + `"></span>`
}

// Image is a picture that chapters show.
type Image struct {
	// Name is the file's name, such as "map.png".
	Name      string
	MediaType string
	Bytes     []byte
}

// Traits are what a book was found to hold, for its accessibility metadata.
type Traits struct {
	// Images counts the pictures that say something; Unexplained those of them
	// without alternative text.
	Images, Unexplained int
	// Animated says that a picture moves.
	Animated bool
	// Math and Tables count formulas and tables, PlainMath the formulas that
	// are shown as their source.
	Math, PlainMath, Tables int
	// Headings counts the headings of the text; the title page's is none.
	Headings int
	// Notes counts the notes.
	Notes int
	// Glossary, Timeline and Index say that there is one.
	Glossary, Timeline, Index bool
}

// Folders of the package, seen from a chapter.
const imageFolder = "../images/"

// Render turns the document into a book. The document is not changed. The error
// is that of ctx.
func Render(ctx context.Context, doc *document.Document, pages *document.Pagination, opt Options) (*Book, diag.List, error) {
	r := newRenderer(doc, pages, opt)
	if !opt.WithoutTitlePage {
		r.landmark("titlepage", r.words.TitlePage, titlePageName)
	}
	started := false
	for _, c := range r.chunks {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		chapter := r.chapter(c)
		if chapter.Matter == "bodymatter" && !started {
			started = true
			r.landmark("bodymatter", r.words.BeginReading, chapter.Name)
		}
		if c.section != nil {
			if kind := semanticsOf(c.section.Role, true).kind; landmarks[kind] {
				r.landmark(kind, r.plainTitle(c.section), chapter.Name)
			}
		}
		r.book.Chapters = append(r.book.Chapters, chapter)
	}
	if !opt.WithoutTitlePage { // it names what was found on the way
		r.book.Chapters = append([]Chapter{r.titlePage()}, r.book.Chapters...)
	}
	r.book.Contents = r.contents()
	r.book.Pages = r.pageList()
	r.book.Images = r.images.list
	return &r.book, r.found, nil
}

// landmarks are the kinds of sections, besides the beginning of the text, that
// readers look for by name.
var landmarks = map[string]bool{"glossary": true, "index": true, "appendix": true, "bibliography": true, "foreword": true, "preface": true, "introduction": true}

func (r *renderer) landmark(kind, label, href string) {
	r.book.Landmarks = append(r.book.Landmarks, Landmark{kind, label, href})
}

// renderer is what the chapters of one book share.
type renderer struct {
	doc     *document.Document
	pages   *document.Pagination
	opt     Options
	numbers *document.Numbering
	words   Labels
	found   diag.List
	book    Book
	chunks  []*chunk
	// ids holds the id of every node that has one; names the chunk that holds
	// an anchor; nodes the node that bears it.
	ids   map[document.Node]string
	files map[document.Anchor]*chunk
	// holder is the chunk that holds a section.
	holder map[*document.Section]*chunk
	nodes  map[document.Anchor]document.Node
	used   map[string]bool
	// second holds the other id of nodes that have two: of a section its
	// heading's, of a note its mark's.
	second map[document.Node]string
	// again holds the further marks of notes that the text refers to several
	// times.
	again map[*document.Note][]furtherMark
	// marks are the page breaks of each block, in order of offset.
	marks  map[document.Anchor][]*mark
	images imageShelf
}

// chapter writes one chunk as a file.
func (r *renderer) chapter(c *chunk) Chapter {
	f := &file{renderer: r, chunk: c, heading: c.depth - 1}
	if c.section != nil {
		f.section(c.section, c.blocks, c.depth)
	} else {
		f.blocks(c.blocks, c.depth-1)
	}
	f.footnotes()
	title := r.doc.Metadata.Title
	if c.section != nil {
		if t := r.plainTitle(c.section); t != "" {
			title = t
		}
	}
	if title = f.clean(title, nil); strings.TrimSpace(title) == "" {
		title = r.words.Untitled
	}
	return Chapter{Name: c.name, Title: title, Matter: c.matter(), Body: f.b.String(), Text: true, MathML: f.math}
}

// file is one chapter that is being written.
type file struct {
	*renderer
	*chunk
	b strings.Builder
	// heading is the level of the last heading.
	heading int
	// notes wait to be written at the end of the file.
	notes []*document.Note
	math  bool
	// bare counts the elements around that may hold no headings or sections.
	bare int
}
