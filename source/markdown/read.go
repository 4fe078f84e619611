// Package markdown reads Markdown: CommonMark with the extensions of GitHub
// (tables, strikethrough, task lists, bare addresses, alerts) and the most
// useful ones of Pandoc and PHP Markdown Extra.
//
//	doc, found, err := markdown.Read("war.md", src, markdown.Options{})
//
// In goes UTF-8 text, out comes a [document.Document] whose texts know where
// they stand in the source. The package opens no file: an image's Resource is
// the address that the article gives, which package source replaces by what it
// loads. The tree of the parser behind it never leaves the package.
//
// # Beyond CommonMark and GitHub
//
//	[^1] and [^1]: text           footnotes, with any blocks inside
//	^[text]                       a footnote in place
//	Term, next line ": text"      definition lists
//	*[NATO]: North Atlantic …     abbreviations, marked wherever they occur
//	# Title {#anchor .class}      attributes of headings; key=value, lang=de
//	[text]{lang=fr .class}        spans, and attributes of links and images
//	{#anchor} on a line           attributes of the block that it ends
//	Table: text                   caption of the table above or below it (below also ": text")
//	![alt](a.png "caption")       alone in a paragraph: a figure
//	Figure: text                  caption of the figure before it
//	| line                        verse and addresses: lines that stay lines
//	> — Name                      last line of a quotation: whose words they are
//	> [!NOTE] and :::note … :::   admonitions
//	$x$ and $$x$$                 formulas, with care for money
//	[text](#anchor)               reference within the document
//	[](#anchor)                   … printed as the number of its target
//	[](#anchor){.page}            … printed as the page of its target
//	[text]{.index}                index entry; {index="Treaties!Washington"}
//	[text]{abbr="long form"}      an abbreviation here
//	[text]{date=1999-03-24}       a phrase that means a date
//	[text]{.dfn}                  a term where it is defined
//	<sup> <sub> <br> <abbr> <dfn> <time> and other plain inline HTML
//	<math>…</math>                a formula in MathML; alone, displayed
//	<p> <div> <table> <details> <dl> <figure> and all blocks of HTML, with
//	Markdown between their tags where blank lines part them
//
// Classes of headings that name a part of a book (preface, appendix, part, …)
// set the section's role; "unnumbered" takes it out of the count.
//
// Blocks of HTML are read as package html reads pages (its Piece). What cannot
// be printed is reported: scripts, styles, frames, films and forms are left out, of
// other elements the text stays.
//
// Straight quotation marks, apostrophes, dashes and ellipses become those of
// the text's language, never in code or addresses; "smart: false" in the front
// matter leaves them alone.
//
// # Front matter
//
// YAML between two lines "---" at the beginning of the file:
//
//	title, subtitle, description, publisher, rights, cover   text
//	author, authors        a name, or a list of names or of {name, role, file-as}
//	editor, translator, illustrator, photographer, contributor   the same
//	date                   2026, 2026-11, 2026-11-23 or a date in English words
//	language, lang         a BCP 47 tag
//	identifier(s), isbn, doi, uuid   text, or {scheme, value}
//	subjects, keywords, tags   a list, or text with commas
//	series                 text, or {name, position}
//	source, url            the address that the article came from
//	chapters               further files of the book, in order: names, or
//	                       {part: Title, chapters: […]}
//	glossary               list of {term, expansion, definition, aliases,
//	                       see-also, suppress}
//	timeline               list of {date, phrase, summary, match, suppress}
//
// Everything else is a setting ([document.Metadata.Settings]); nested names are
// joined by a dot: {pdf: {paper: a4}} is "pdf.paper".
package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// Options bound and guide the reading. The zero value is the default.
type Options struct {
	// Depth is the deepest nesting of blocks, and of inline marks within a
	// block, that is read as such; deeper marks stay as text. 0 means 100; more
	// than 150 is taken as 150, and inline marks go no deeper than 50.
	Depth int
	// Language is the BCP 47 tag of texts that do not name theirs; empty means
	// that it is guessed. It chooses the quotation marks.
	Language string
	// Chapter says that the file is a part of a book: the heading that gives
	// the title stays in the text, with its marks and attributes.
	Chapter bool
}

const (
	info    = diag.Info
	warning = diag.Warning
)

// Read reads src, the text of the file called name, which positions bear. It
// should be UTF-8; what is not is replaced. The error is always nil today: what
// is wrong with an article is a finding.
func Read(name string, src []byte, opts Options) (*document.Document, diag.List, error) {
	r := newReading(name, src, opts)
	r.frontMatter()
	m := &r.doc.Metadata
	r.language = m.Language
	if r.language == "" {
		r.language = opts.Language
	}
	if r.language == "" {
		r.language = manuscript.Guess(string(r.body))
	}
	r.smart = m.Settings["smart"] != "false"
	for _, s := range []*string{&m.Title, &m.Subtitle, &m.Description} {
		*s = r.smartText(*s)
	}
	for i := range r.doc.Directives.Glossary {
		d := &r.doc.Directives.Glossary[i]
		d.Expansion, d.Definition = r.smartText(d.Expansion), r.smartText(d.Definition)
	}
	for i := range r.doc.Directives.Timeline {
		d := &r.doc.Directives.Timeline[i]
		d.Summary = r.smartText(d.Summary)
	}

	root := r.parser().Parse(text.NewReader(r.body))
	r.doc.Blocks = r.blocks(root, 0)
	r.unusedNotes()
	if opts.Chapter {
		r.chapterTitle()
	} else {
		r.titled()
	}
	r.doc.Blocks = manuscript.Nest("markdown", r.doc.Blocks, &r.found)
	r.doc.Identify()
	r.resolve()
	r.found.Sort()
	return r.doc, r.found, nil
}

// reading is one file on its way from text to document.
type reading struct {
	name  string
	src   []byte // the whole file
	base  int    // where the text begins behind the front matter
	body  []byte // src from base
	lines *manuscript.Lines
	depth int
	doc   *document.Document
	found diag.List

	// What the parser finds on its way.
	attrs         map[ast.Node]*attributes
	notes         map[string]*definition
	labels        []string // of notes, in the order of their definitions
	abbreviations map[string]string
	deep          bool // nesting below the limit is reported

	// Blocks of HTML: those below which parents are grouped, with the last
	// block of the group that each begins; and how deep in elements of HTML we
	// are.
	grouped map[ast.Node]bool
	groups  map[*ast.HTMLBlock]*ast.HTMLBlock
	closing map[*ast.HTMLBlock][]byte // end tags that are missing
	markup  int

	// The state of the conversion.
	language string // of the text that is converted
	smart    bool
	matcher  *abbreviations
	noting   int // notes within notes
	plain    int // >0 while only text is wanted, as in an image's description
	anchors  map[document.Anchor]bool
	titles   []string // slugs of headings that became the title
}

func newReading(name string, src []byte, opts Options) *reading {
	depth := opts.Depth
	if depth <= 0 {
		depth = 100
	}
	return &reading{
		name: name, src: src, body: unixLines(src), lines: manuscript.NewLines(name, src), depth: min(depth, 150),
		doc:   &document.Document{},
		attrs: map[ast.Node]*attributes{}, notes: map[string]*definition{}, abbreviations: map[string]string{},
		anchors: map[document.Anchor]bool{}, grouped: map[ast.Node]bool{}, groups: map[*ast.HTMLBlock]*ast.HTMLBlock{}, closing: map[*ast.HTMLBlock][]byte{},
	}
}

// unixLines returns src with lone carriage returns, the line ends of old
// Macintosh files, as line feeds. Offsets stay the same.
func unixLines(src []byte) []byte {
	if bytes.Count(src, []byte{'\r'}) == bytes.Count(src, []byte("\r\n")) {
		return src
	}
	out := bytes.Clone(src)
	for i, c := range out {
		if c == '\r' && (i+1 == len(out) || out[i+1] != '\n') {
			out[i] = '\n'
		}
	}
	return out
}

// place returns the position of the byte at offset of the body.
func (r *reading) place(offset int) diag.Position {
	return r.lines.At(r.base + max(offset, 0))
}

func (r *reading) tooDeep(offset int) {
	if !r.deep {
		r.deep = true
		r.found.Add(warning, "markdown-too-deep", r.place(offset), "the text is nested deeper than %d levels; what is deeper stays as text", r.depth)
	}
}

func (r *reading) overlong(offset int) {
	r.found.AddHint(warning, "markdown-paragraph-too-long", r.place(offset), "separate paragraphs by blank lines",
		"the paragraph is longer than %d bytes; its marks stay as text", longest)
}

// titled finds the title and reports what is unusual about it.
func (r *reading) titled() {
	firsts := 0
	for _, b := range r.doc.Blocks {
		if h, ok := b.(*document.Heading); ok && h.Level == 1 {
			if firsts++; firsts == 1 {
				slug := document.TextOf(h.Content)
				r.titles = append(r.titles, string(document.Slug(slug)), githubSlug(slug), string(h.Anchor))
			}
		}
	}
	had := r.doc.Metadata.Title != ""
	before := len(r.doc.Blocks)
	switch {
	case !manuscript.TakeTitle(r.doc):
		r.titles = nil
	case before == len(r.doc.Blocks):
		r.titles = nil
	case !had && firsts > 1:
		r.found.AddHint(info, "markdown-several-titles", r.doc.Metadata.TitlePos, "give the title in the front matter",
			"%d headings are of level 1; the first is taken as the title", firsts)
	}
}

// chapterTitle finds the title of a chapter and leaves its heading in place.
func (r *reading) chapterTitle() {
	m := &r.doc.Metadata
	for i, b := range r.doc.Blocks {
		h, ok := b.(*document.Heading)
		if !ok || h.Level != 1 {
			continue
		}
		if text := oneLine(document.TextOf(h.Content)); i == 0 && text != "" && (m.Title == "" || m.Title == text) {
			m.Title, m.TitlePos = text, h.Pos
		}
		return
	}
}

// unusedNotes reports the notes that no mark leads to, or only marks that stand
// in notes too deep.
func (r *reading) unusedNotes() {
	for _, l := range r.labels {
		if d := r.notes[l]; d.made == nil {
			r.found.Add(warning, "markdown-note-unused", r.place(d.node.Pos()), "nothing in the text leads to the note %q; it is left out", l)
			r.doc.Omissions = append(r.doc.Omissions, document.Omission{
				Text: strings.TrimSpace(manuscript.Clean(string(r.blockSource(d.node)))), Reason: "note without a mark", Pos: r.place(d.node.Pos()),
			})
		}
	}
}

// blockSource returns the source of a block from its beginning to the end of
// its last line.
func (r *reading) blockSource(n ast.Node) []byte {
	start, end := n.Pos(), n.Pos()
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		if l := n.Lines(); entering && l != nil && l.Len() > 0 {
			end = max(end, l.At(l.Len()-1).Stop)
		}
		return ast.WalkContinue, nil
	})
	if start < 0 || end > len(r.body) || end < start {
		return nil
	}
	return r.body[start:end]
}
