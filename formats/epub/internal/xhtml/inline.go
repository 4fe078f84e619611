package xhtml

import (
	"strings"
	"unicode"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// scope is what the elements around a run of inlines allow.
type scope struct {
	// link, dfn, time: inside an element of the kind, none may stand.
	link, dfn, time bool
	// label: for the table of contents, without ids, notes and links.
	label bool
	// text follows the block's own text; nil inside other content.
	text *cursor
	// held collects the notes whose marks cannot stand inside a link.
	held *[]*document.Note
}

// inlines writes a run of inline content.
func (f *file) inlines(content []document.Inline, s scope) {
	for _, n := range content {
		f.inline(n, s)
	}
}

// content writes the inline content of a block, with its page breaks.
func (f *file) content(n document.Node, content []document.Inline) {
	c := f.cursorFor(n)
	f.inlines(content, scope{text: c})
	f.rest(c)
}

func (f *file) inline(n document.Inline, s scope) {
	switch n := n.(type) {
	case *document.Text:
		f.wrapped(n, s, func() { f.pieces(n.Value, s.text, func(t string) { f.text(t, n) }) })
	case *document.Emphasis:
		f.element("em", n, n.Content, s)
	case *document.Strong:
		f.element("strong", n, n.Content, s)
	case *document.Strikethrough:
		f.element("s", n, n.Content, s)
	case *document.Superscript:
		f.element("sup", n, n.Content, s)
	case *document.Subscript:
		f.element("sub", n, n.Content, s)
	case *document.Code:
		f.start("code", n, s)
		f.pieces(n.Value, s.text, func(t string) { f.text(t, n) })
		f.close("code")
	case *document.Span:
		f.wrapped(n, s, func() { f.inlines(n.Content, s) })
	case *document.Link:
		f.externalLink(n, s)
	case *document.CrossReference:
		f.crossReference(n, s)
	case *document.Image:
		if s.label {
			f.text(n.Alt, n)
			return
		}
		f.image(n)
	case *document.Note:
		f.noteMark(n, s)
	case *document.LineBreak:
		f.lineBreak(n, s)
	case *document.Abbreviation:
		f.abbreviation(n, s)
	case *document.Definition:
		if s.dfn {
			f.wrapped(n, s, func() { f.inlines(n.Content, s) })
			return
		}
		s.dfn = true
		f.element("dfn", n, n.Content, s)
	case *document.Date:
		f.date(n, s)
	case *document.Target:
		if !s.label && f.ids[n] != "" {
			f.open("span", n, "")
			f.close("span")
		}
	case *document.IndexTerm:
		f.wrapped(n, s, func() { f.inlines(n.Content, s) })
	case *document.Math:
		f.inlineMath(n, s)
	case *document.RawInline:
		f.rawInline(n, s)
	default:
		panic("internal error: xhtml: inline " + n.Kind())
	}
}

// start opens an element for an inline node; in labels it is bare.
func (f *file) start(tag string, n document.Inline, s scope, more ...attr) {
	if !s.label {
		f.open(tag, n, "", more...)
		return
	}
	f.b.WriteString("<" + tag)
	if l := tagOf(n.Attributes().Lang); l != "" {
		f.attribute("lang", l)
		f.attribute("xml:lang", l)
	}
	f.b.WriteString(">")
}

func (f *file) element(tag string, n document.Inline, content []document.Inline, s scope) {
	f.start(tag, n, s)
	f.inlines(content, s)
	f.close(tag)
}

// wrapped puts a span around content whose node carries something, and nothing
// around it otherwise.
func (f *file) wrapped(n document.Inline, s scope, content func()) {
	a := n.Attributes()
	plain := a.Lang == "" && a.Dir == document.Inherited
	if !s.label {
		plain = plain && f.ids[n] == "" && len(a.Classes) == 0
	}
	// A label of the navigation holds no span without words (EPUB 3.3, 7.3).
	if plain || s.label && !visible(document.TextOf([]document.Inline{n})) {
		content()
		return
	}
	f.start("span", n, s)
	content()
	f.close("span")
}

func (f *file) lineBreak(n *document.LineBreak, s scope) {
	if s.label {
		f.b.WriteByte(' ')
		return
	}
	f.pieces("\n", s.text, func(string) { f.empty("br", n, "") })
}

func (f *file) abbreviation(n *document.Abbreviation, s scope) {
	if n.Expansion == "" {
		f.start("abbr", n, s)
	} else {
		f.start("abbr", n, s, attr{"title", f.clean(n.Expansion, n)})
	}
	f.inlines(n.Content, s)
	f.close("abbr")
}

func (f *file) date(n *document.Date, s scope) {
	value, ok := Datetime(n.Value)
	if !ok || s.time || s.label {
		f.wrapped(n, s, func() { f.inlines(n.Content, s) })
		return
	}
	s.time = true
	f.open("time", n, "", attr{"datetime", value})
	f.inlines(n.Content, s)
	f.close("time")
}

// externalLink writes a link that leads out of the book, if its address is one
// that a reading system may follow.
func (f *file) externalLink(n *document.Link, s scope) {
	if s.label {
		f.inlines(n.Content, s)
		return
	}
	href, why := Address(n.URL)
	if href == "" && strings.HasPrefix(n.URL, "#") {
		if h, ok := f.href(f.name, document.Anchor(n.URL[1:])); ok {
			href, why = h, ""
		}
	}
	if why != "" {
		f.found.AddHint(diag.Warning, "epub-link", n.Pos, "write a full address that begins with https://", "the address %q %s; its text stays without the link", n.URL, why)
	}
	if href == "" || s.link {
		f.wrapped(n, s, func() { f.inlines(n.Content, s) })
		return
	}
	var more []attr
	if n.Title != "" {
		more = append(more, attr{"title", f.clean(n.Title, n)})
	}
	f.anchor(n, "", append([]attr{{"href", href}}, more...), s, func(s scope) {
		if !says(n.Content) {
			f.text(n.URL, n)
		}
		f.inlines(n.Content, s)
	})
}

// anchor writes an a element, and behind it the marks of the notes inside.
func (f *file) anchor(n document.Node, class string, more []attr, s scope, content func(scope)) {
	var held []*document.Note
	inner := s
	inner.link, inner.held = true, &held
	f.open("a", n, class, more...)
	content(inner)
	f.close("a")
	for _, note := range held {
		f.noteMark(note, s)
	}
}

// says reports whether content shows anything to read. The text of a note is
// elsewhere.
func says(content []document.Inline) bool {
	if visible(document.TextOf(content)) {
		return true
	}
	for _, n := range content {
		if pictured(n) {
			return true
		}
	}
	return false
}

// pictured reports whether a picture with a description is in a node.
func pictured(n document.Node) bool {
	switch n := n.(type) {
	case *document.Note:
		return false
	case *document.Image:
		return !n.Decorative && visible(n.Alt)
	}
	for c := range document.Children(n) {
		if pictured(c) {
			return true
		}
	}
	return false
}

// visible reports whether a text has a character that can be seen or read out.
func visible(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.In(r, unicode.C) })
}

// crossReference writes a link to another place in the book.
func (f *file) crossReference(n *document.CrossReference, s scope) {
	if s.label {
		f.inlines(n.Content, s)
		return
	}
	href, ok := f.href(f.name, n.Target)
	if !ok {
		f.found.Add(diag.Warning, "epub-reference", n.Pos, "there is no place called %q; the text stays without the link", n.Target)
	}
	if !ok || s.link {
		f.wrapped(n, s, func() { f.inlines(n.Content, s) })
		return
	}
	class, more := "", []attr{{"href", href}}
	switch n.Ref {
	case document.RefNote:
		class = "noteref"
		more = append(more, attr{"epub:type", "noteref"}, attr{"role", "doc-noteref"})
	case document.RefTerm:
		class = "term"
		more = append(more, attr{"epub:type", "glossref"}, attr{"role", "doc-glossref"})
	case document.RefEvent:
		class = "event"
	case document.RefBacklink:
		more = append(more, attr{"epub:type", "backlink"}, attr{"role", "doc-backlink"})
	}
	f.anchor(n, class, more, s, func(s scope) {
		words := f.shown(n)
		if words == "" || f.bears(n.Content) {
			f.inlines(n.Content, s)
		}
		if words != "" {
			f.text(words, n)
		}
	})
}

// bears reports whether something in the content may be the target of a link.
func (f *file) bears(content []document.Inline) bool {
	for _, n := range content {
		for n := range document.Nodes(n) {
			if f.ids[n] != "" {
				return true
			}
		}
	}
	return false
}

// shown returns what a reference prints in place of its content, or "" for the
// content; never nothing for a reference without content.
func (f *file) shown(n *document.CrossReference) string {
	target := f.nodes[n.Target]
	switch {
	case n.Show == document.ShowPage:
		if label, ok := f.pageOf(n.Target); ok {
			return label
		}
	case n.Show == document.ShowNumber || n.Ref == document.RefNote:
		if i := f.numbers.Of(target); i > 0 {
			return itoa(i)
		}
	}
	if says(n.Content) {
		return ""
	}
	switch t := target.(type) {
	case *document.Section:
		if s := document.TextOf(t.Title); strings.TrimSpace(s) != "" {
			return s
		}
	case *document.Heading:
		if s := document.TextOf(t.Content); strings.TrimSpace(s) != "" {
			return s
		}
	case *document.GlossaryEntry:
		return t.Term
	case *document.TimelineEntry:
		return t.Phrase
	}
	if i := f.numbers.Of(target); i > 0 {
		return itoa(i)
	}
	return "↪"
}

// label returns inline content for the table of contents, and its plain text.
func (r *renderer) label(content []document.Inline) (markup, text string) {
	f := &file{renderer: r, chunk: &chunk{}}
	f.inlines(content, scope{label: true, link: true})
	return f.b.String(), r.clean(document.TextOf(content), nil)
}

// plainTitle returns a section's title as one line of plain text.
func (r *renderer) plainTitle(s *document.Section) string {
	return strings.Join(strings.Fields(Clean(document.TextOf(s.Title))), " ")
}
