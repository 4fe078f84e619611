package xhtml

import (
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/internal/highlight"
	"github.com/quirepress/quire/source/document"
)

// blocks writes a run of blocks that stand below a section of the given depth.
func (f *file) blocks(blocks []document.Block, depth int) {
	for _, b := range blocks {
		f.block(b, depth)
	}
}

func (f *file) block(n document.Block, depth int) {
	switch n := n.(type) {
	case *document.Section:
		f.section(n, n.Blocks, depth+1)
		return
	case *document.Heading:
		f.headingBlock(n, depth)
	case *document.Paragraph:
		f.paragraph(n)
	case *document.List:
		f.list(n, depth)
	case *document.Quote:
		f.quote(n, depth)
	case *document.CodeBlock:
		f.codeBlock(n)
	case *document.Table:
		f.table(n, depth)
	case *document.Figure:
		f.figure(n, depth)
	case *document.DefinitionList:
		f.definitionList(n, depth)
	case *document.Admonition:
		f.admonition(n, depth)
	case *document.ThematicBreak:
		f.ahead(n)
		f.empty("hr", n, "")
	case *document.MathBlock:
		f.mathBlock(n)
	case *document.RawBlock:
		f.rawBlock(n)
	case *document.Glossary:
		f.glossary(n)
	case *document.Timeline:
		f.timeline(n)
	case *document.Index:
		f.index(n)
	default:
		panic("internal error: xhtml: block " + n.Kind())
	}
	f.line()
}

// semantics are the names of a kind of section: in the EPUB Structural
// Semantics Vocabulary and as a role of DPUB-ARIA.
type semantics struct{ kind, role string }

// semanticsOf returns the names for a section; chapter says whether a section
// without a role is a chapter where it stands.
func semanticsOf(r document.Role, chapter bool) semantics {
	switch r {
	case document.RoleNone:
		if chapter {
			return semantics{"chapter", "doc-chapter"}
		}
		return semantics{}
	case document.RoleTimeline:
		return semantics{"appendix", "doc-appendix"}
	case document.RolePart, document.RoleDedication, document.RoleEpigraph, document.RoleForeword,
		document.RolePreface, document.RoleIntroduction, document.RoleConclusion, document.RoleAfterword,
		document.RoleAcknowledgments, document.RoleAppendix, document.RoleBibliography,
		document.RoleGlossary, document.RoleIndex, document.RoleColophon:
		return semantics{string(r), "doc-" + string(r)}
	}
	return semantics{}
}

// section writes a section with its title and the blocks given, which are not
// all of its own where a part is divided over files.
func (f *file) section(n *document.Section, blocks []document.Block, depth int) {
	if f.bare > 0 {
		// Where HTML allows no sections and headings, their content remains.
		f.open("div", n, "")
		f.ahead(n)
		if len(n.Title) > 0 {
			f.b.WriteString(`<p class="heading" id="` + f.second[n] + `">`)
			f.content(n, n.Title)
			f.b.WriteString("</p>\n")
		}
		f.blocks(blocks, depth)
		f.b.WriteString("</div>\n")
		return
	}
	top := n == f.chunk.section
	s := semanticsOf(n.Role, top)
	var more []attr
	if s.kind != "" {
		more = append(more, attr{"epub:type", s.kind}, attr{"role", s.role})
	}
	titled := says(n.Title)
	if top && titled {
		more = append(more, attr{"aria-labelledby", f.second[n]})
	}
	class := ""
	if n.Role != document.RoleNone {
		class = string(n.Role)
	}
	f.open("section", n, class, more...)
	f.line()
	c := f.cursorFor(n)
	f.due(c)
	if len(n.Title) > 0 {
		label := ""
		if number := f.numbers.Of(n); top && number > 0 && f.opt.ChapterLabels {
			label = f.words.ChapterLabel(number, document.TextOf(n.Title))
		}
		f.titled(n, label, depth, titled)
	}
	f.rest(f.cursorFor(n))
	f.blocks(blocks, depth)
	f.b.WriteString("</section>\n")
}

func (f *file) titled(n *document.Section, label string, depth int, titled bool) {
	if label != "" {
		f.b.WriteString(`<p class="label">` + Escape(label) + "</p>\n")
	}
	if !titled { // a heading that says nothing is an obstacle
		f.b.WriteString(`<p id="` + f.second[n] + `">`)
		f.content(n, n.Title)
		f.b.WriteString("</p>\n")
		return
	}
	end := f.headingTag(depth, nil, f.second[n])
	f.content(n, n.Title)
	f.b.WriteString(end + "\n")
}

// headingTag opens a heading as near to the level as leaves no gap to the
// heading before, and returns what closes it.
func (f *file) headingTag(level int, n document.Node, id string) (end string) {
	level = max(1, min(level, f.heading+1))
	f.heading = level
	f.book.Traits.Headings++
	tag := "h" + itoa(min(level, 6))
	var more []attr
	if id != "" {
		more = append(more, attr{"id", id})
	}
	if level > 6 {
		tag = "div"
		more = append(more, attr{"role", "heading"}, attr{"aria-level", itoa(level)})
		f.open(tag, n, "h6", more...)
	} else {
		f.open(tag, n, "", more...)
	}
	return "</" + tag + ">"
}

func (f *file) headingBlock(n *document.Heading, depth int) {
	f.ahead(n)
	if f.bare > 0 || !says(n.Content) {
		f.open("p", n, "heading")
		f.content(n, n.Content)
		f.close("p")
		return
	}
	end := f.headingTag(max(depth, 0)+max(n.Level, 1), n, "")
	f.content(n, n.Content)
	f.b.WriteString(end)
}

func (f *file) paragraph(n *document.Paragraph) {
	if len(n.Content) == 1 {
		if i, ok := n.Content[0].(*document.Image); ok {
			f.open("div", n, "picture")
			f.rest(f.cursorFor(n))
			f.image(i)
			f.close("div")
			return
		}
	}
	if n.Verse() {
		f.verse(n)
		return
	}
	f.open("p", n, "")
	f.content(n, n.Content)
	f.close("p")
}

// verse writes a paragraph whose lines are its author's, each in an element that
// the stylesheet makes hang; the breaks are for readers without one. Breaks
// inside other elements stay breaks.
func (f *file) verse(n *document.Paragraph) {
	f.open("p", n, "verse")
	c := f.cursorFor(n)
	for rest := n.Content; len(rest) > 0; {
		end := slices.IndexFunc(rest, func(in document.Inline) bool { _, ok := in.(*document.LineBreak); return ok })
		if end < 0 {
			end = len(rest)
		}
		f.b.WriteString("<span class=\"line\">")
		f.inlines(rest[:end], scope{text: c})
		f.b.WriteString("</span>")
		if rest = rest[end:]; len(rest) > 0 {
			f.inline(rest[0], scope{text: c})
			rest = rest[1:]
		}
	}
	f.rest(c)
	f.close("p")
}

func (f *file) quote(n *document.Quote, depth int) {
	if len(n.Attribution) == 0 {
		f.ahead(n)
		f.open("blockquote", n, "")
		f.line()
		f.blocks(n.Blocks, depth)
		f.close("blockquote")
		return
	}
	f.open("figure", n, "quotation")
	f.b.WriteString("\n<blockquote>\n")
	f.blocks(n.Blocks, depth)
	f.b.WriteString("</blockquote>\n<figcaption>")
	f.content(n, n.Attribution)
	f.b.WriteString("</figcaption>\n")
	f.close("figure")
}

func (f *file) codeBlock(n *document.CodeBlock) {
	c := f.cursorFor(n)
	if len(n.Caption) == 0 {
		f.due(c)
		f.listing(n, n, c)
		return
	}
	f.open("figure", n, "listing")
	f.b.WriteString("\n")
	f.due(c)
	f.listing(n, nil, c)
	f.b.WriteString("\n<figcaption>")
	f.inlines(n.Caption, scope{})
	f.b.WriteString("</figcaption>\n")
	f.close("figure")
}

func (f *file) listing(n *document.CodeBlock, bearer document.Node, c *cursor) {
	f.open("pre", bearer, "")
	f.b.WriteString("<code>")
	if strings.HasPrefix(n.Code, "\n") {
		f.b.WriteByte('\n') // a reader of HTML drops the first one
	}
	for _, t := range highlight.Highlight(n.Language, n.Code) {
		if t.Class != highlight.Plain {
			f.b.WriteString(`<span class="` + string(t.Class) + `">`)
		}
		f.pieces(t.Text, c, func(s string) { f.text(s, n) })
		if t.Class != highlight.Plain {
			f.b.WriteString("</span>")
		}
	}
	f.rest(c)
	f.b.WriteString("</code></pre>")
}

func (f *file) admonition(n *document.Admonition, depth int) {
	f.ahead(n)
	kind := strings.ToLower(n.Type)
	label, tag := f.words.Admonition(kind), "div"
	more := []attr{{"role", "note"}}
	switch kind {
	case "note":
	case "tip":
		tag, more = "aside", []attr{{"epub:type", "tip"}, {"role", "doc-tip"}}
	case "important", "warning", "caution":
		more = []attr{{"epub:type", "notice"}, {"role", "doc-notice"}}
	case "aside":
		tag = "aside" // as a note it is no landmark, of which each would need a name
	default:
		if n.Type != "" {
			label = n.Type
		}
		kind = "note"
	}
	if f.bare > 0 {
		tag, more = "div", nil
	}
	f.open(tag, n, "admonition "+kind, more...)
	f.line()
	if says(n.Title) {
		f.b.WriteString(`<p class="label">`)
		f.content(n, n.Title)
		f.b.WriteString("</p>\n")
	} else if label != "" {
		f.b.WriteString(`<p class="label">`)
		f.text(label, n)
		f.b.WriteString("</p>\n")
		f.inlines(n.Title, scope{})
	}
	f.blocks(n.Blocks, depth)
	f.close(tag)
}
