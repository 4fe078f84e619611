package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// mark converts what stands in square brackets, and formulas.
func (r *reading) mark(m *mark, depth int) []document.Inline {
	switch m.form {
	case formLink:
		return r.link(m, depth)
	case formImage:
		return []document.Inline{r.image(m)}
	case formSpan:
		return r.span(m, depth)
	case formNote:
		return r.noteInPlace(m, depth)
	case formMark:
		return r.noteMark(string(r.body[m.segment.Start:m.segment.Stop]), r.place(m.segment.Start-2))
	case formMath:
		f := &document.Math{Format: "tex", Source: manuscript.Clean(string(r.body[m.segment.Start:m.segment.Stop]))}
		f.Pos = r.place(m.segment.Start)
		return []document.Inline{f}
	}
	// A bracket that was never closed.
	t := &document.Text{Value: string(r.body[m.segment.Start:m.segment.Stop])}
	t.Pos = r.place(m.segment.Start)
	return append([]document.Inline{t}, r.inlines(m.FirstChild(), depth+1)...)
}

// link converts a link: out of the document, or to a place in it.
func (r *reading) link(m *mark, depth int) []document.Inline {
	content := r.inlines(m.FirstChild(), depth+1)
	if r.plain > 0 {
		return content
	}
	raw := strings.TrimSpace(string(unescape(m.destination)))
	if fragment, ok := strings.CutPrefix(raw, "#"); ok {
		x := &document.CrossReference{Target: document.Anchor(manuscript.Clean(fragment)), Content: content}
		switch {
		case m.attrs.take("page"):
			x.Show = document.ShowPage
		case m.attrs.take("number"), len(content) == 0:
			x.Show = document.ShowNumber
		}
		r.attribute(x, m.attrs, m.Pos())
		return []document.Inline{x}
	}
	url, ok := manuscript.Address(raw)
	if !ok {
		r.badAddress(raw, r.place(m.Pos()))
		if m.attrs == nil {
			return content
		}
		s := &document.Span{Content: content}
		r.attribute(s, m.attrs, m.Pos())
		return []document.Inline{s}
	}
	if len(content) == 0 {
		content = document.Plain(manuscript.Clean(raw))
	}
	l := &document.Link{URL: url, Title: oneLine(string(unescape(m.title))), Content: content}
	r.attribute(l, m.attrs, m.Pos())
	return []document.Inline{l}
}

func (r *reading) badAddress(address string, pos diag.Position) {
	r.found.Add(warning, "markdown-link-address", pos, "the link's address %.60q cannot be used; its text stays", address)
}

// image converts an image. Its description is the text between the brackets.
func (r *reading) image(m *mark) document.Inline {
	r.plain++
	alt := oneLine(document.TextOf(r.inlines(m.FirstChild(), 1)))
	r.plain--
	if r.plain > 0 {
		return &document.Text{Value: alt}
	}
	img := &document.Image{
		Resource: manuscript.Clean(string(unescape(m.destination))),
		Alt:      alt,
		Title:    oneLine(string(unescape(m.title))),
	}
	img.Decorative = m.attrs.take("decorative")
	if a := m.attrs.get("alt"); a != "" {
		img.Alt = a
	}
	r.attribute(img, m.attrs, m.Pos())
	return img
}

// span converts bracketed text with attributes to what these say it is.
func (r *reading) span(m *mark, depth int) []document.Inline {
	content := r.inlines(m.FirstChild(), depth+1)
	a := m.attrs
	var n document.Inline
	switch {
	case r.plain > 0:
		return content
	case a.peek("index") != "":
		n = &document.IndexTerm{Path: indexPath(a.get("index")), Content: content}
	case a.take("index"):
		n = &document.IndexTerm{Path: []string{oneLine(document.TextOf(content))}, Content: content}
	case a.peek("abbr") != "":
		n = &document.Abbreviation{Expansion: a.get("abbr"), Content: content}
	case a.peek("date") != "":
		n = r.date(a.get("date"), content, m.Pos())
	case a.take("dfn"):
		n = &document.Definition{Content: content}
	case a.take("sup"):
		n = &document.Superscript{Content: content}
	case a.take("sub"):
		n = &document.Subscript{Content: content}
	case len(content) == 0:
		n = &document.Target{}
	default:
		n = &document.Span{Content: content}
	}
	if t, ok := n.(*document.IndexTerm); ok && (len(t.Path) == 0 || t.Path[0] == "") {
		return content
	}
	r.attribute(n, a, m.Pos())
	return []document.Inline{n}
}

// dateForm is what a date may look like: ISO 8601-2 (EDTF), or an HTML time of
// which only the day counts.
var dateForm = regexp.MustCompile(`^((?:\.\./)?-?[0-9X]{4}(?:-[0-9X]{2}){0,2}[~?%]?(?:/(?:\.\.|-?[0-9X]{4}(?:-[0-9X]{2}){0,2}[~?%]?)?)?)(?:[T ][0-9:.Z+-]+)?$`)

// date makes a phrase a date if the value is one, and else a plain span.
func (r *reading) date(value string, content []document.Inline, offset int) document.Inline {
	if m := dateForm.FindStringSubmatch(value); m != nil {
		return &document.Date{Value: m[1], Content: content}
	}
	r.found.AddHint(warning, "markdown-date", r.place(offset), "write 1999, 1999-03-24, 199X, 1996/1999 or ../1999", "%.40q is no date", value)
	return &document.Span{Content: content}
}

func indexPath(s string) []string {
	var path []string
	for p := range strings.SplitSeq(s, "!") {
		if p = oneLine(p); p != "" {
			path = append(path, p)
		}
	}
	return path
}

// notesDeep is how deeply notes may stand within notes.
const notesDeep = 2

// noteInPlace converts a note that is written where its mark stands.
func (r *reading) noteInPlace(m *mark, depth int) []document.Inline {
	if r.plain > 0 {
		return nil
	}
	if r.noting >= notesDeep {
		r.found.Add(warning, "markdown-note-in-note", r.place(m.Pos()), "notes stand in notes deeper than %d levels; the text stays in brackets", notesDeep)
		out := append(document.Plain("["), r.inlines(m.FirstChild(), depth+1)...)
		return append(out, document.Plain("]")...)
	}
	r.noting++
	defer func() { r.noting-- }()
	p := &document.Paragraph{Content: r.polish(r.inlines(m.FirstChild(), depth+1))}
	p.Pos = r.place(m.segment.Stop)
	n := &document.Note{Blocks: []document.Block{p}}
	r.attribute(n, m.attrs, m.Pos())
	return []document.Inline{n}
}

// noteMark converts the mark of a note: the note itself at its first mark, and
// a reference to it at the others.
func (r *reading) noteMark(label string, pos diag.Position) []document.Inline {
	if r.plain > 0 {
		return nil
	}
	d := r.notes[label]
	if d == nil {
		panic("internal error: markdown: a mark without its note")
	}
	d.marks++
	if d.open || d.made == nil && r.noting >= notesDeep {
		r.found.Add(warning, "markdown-note-in-note", pos, "the mark of the note %q stands in notes too deep, or in the note itself; it stays as text", label)
		return []document.Inline{&document.Text{Value: "[^" + manuscript.Clean(label) + "]", Attr: document.Attr{Pos: pos}}}
	}
	if d.made != nil {
		if d.made.Anchor == "" {
			d.made.Anchor = r.freeAnchor(anchorOf("note-" + label))
		}
		x := &document.CrossReference{Target: d.made.Anchor, Ref: document.RefNote}
		x.Pos = pos
		return []document.Inline{x}
	}
	language := r.language
	d.made = &document.Note{}
	d.made.Pos = pos
	d.open = true
	r.noting++
	d.made.Blocks = r.blocks(d.node, 0)
	r.noting--
	d.open = false
	r.language = language
	return []document.Inline{d.made}
}

// freeAnchor returns an anchor made from a that no author gave away before.
func (r *reading) freeAnchor(a document.Anchor) document.Anchor {
	for base, i := a, 2; r.anchors[a]; i++ {
		a = base + document.Anchor("-"+strconv.Itoa(i))
	}
	r.anchors[a] = true
	return a
}
