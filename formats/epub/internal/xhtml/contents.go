package xhtml

import (
	"strings"

	"github.com/quirepress/quire/source/document"
)

// contents builds the table of contents from the outline. A section without a
// title has no entry; its subsections take its place.
func (r *renderer) contents() []Entry {
	var entries []Entry
	if len(r.chunks) > 0 && r.chunks[0].section == nil {
		// What stands before the first section is found by the book's title.
		title := r.plain(r.doc.Metadata.Title)
		entries = append(entries, Entry{Label: Escape(title), Text: title, Href: r.chunks[0].name})
	}
	var build func([]*document.OutlineEntry) []Entry
	build = func(outline []*document.OutlineEntry) []Entry {
		var list []Entry
		for _, o := range outline {
			children := build(o.Children)
			text := r.plainTitle(o.Section)
			if text == "" {
				list = append(list, children...)
				continue
			}
			markup, _ := r.label(o.Section.Title)
			list = append(list, Entry{Label: strings.TrimSpace(markup), Text: text, Chapter: o.Chapter, Href: r.sectionHref(o.Section), Children: children})
		}
		return list
	}
	entries = append(entries, build(r.doc.Outline(r.opt.ContentsDepth))...)
	if len(entries) == 0 { // a book has at least one place to go to
		title := r.plain(r.doc.Metadata.Title)
		entries = append(entries, Entry{Label: Escape(title), Text: title, Href: r.chunks[0].name})
	}
	return entries
}

// plain returns a title as one line, or the word for no title.
func (r *renderer) plain(s string) string {
	if s = strings.Join(strings.Fields(Clean(s)), " "); s == "" {
		return r.words.Untitled
	}
	return s
}

// sectionHref returns the address of a section: its file alone where the
// section begins the file.
func (r *renderer) sectionHref(s *document.Section) string {
	for _, c := range r.chunks {
		if c.section == s {
			return c.name
		}
	}
	return r.holder[s].name + "#" + r.ids[s]
}

// titlePage writes the page with the title, the subtitle and the authors.
func (r *renderer) titlePage() Chapter {
	m := &r.doc.Metadata
	title := r.plain(m.Title)
	main, second := m.TitleLines()
	var b strings.Builder
	b.WriteString("<section class=\"titlepage\" epub:type=\"titlepage\">\n")
	for _, mark := range r.marks[document.AtTitlePage] {
		b.WriteString(mark.write(titlePageName) + "\n")
	}
	if kind := r.kind(); kind != "" {
		b.WriteString(`<p class="label kind"` + r.foreign() + `>` + Escape(kind) + "</p>\n")
	}
	b.WriteString("<h1>" + Escape(r.plain(main)) + "</h1>\n")
	if s := strings.TrimSpace(r.clean(second, nil)); s != "" {
		b.WriteString(`<p class="subtitle" epub:type="subtitle" role="doc-subtitle">` + Escape(s) + "</p>\n")
	}
	if names := m.Authors(); len(names) > 0 {
		b.WriteString("<hr/>\n")
		for _, name := range names {
			b.WriteString(`<p class="author">` + Escape(Clean(name)) + "</p>\n")
		}
	}
	if s := strings.TrimSpace(Clean(m.Publisher)); s != "" {
		b.WriteString(`<p class="imprint">` + Escape(s) + "</p>\n")
	}
	if value, ok := Datetime(m.Date); ok {
		b.WriteString(`<p class="imprint"` + r.foreign() + `><time datetime="` + Escape(value) + `">` + Escape(r.words.Date(m.Date)) + "</time></p>\n")
	}
	b.WriteString("</section>\n")
	return Chapter{Name: titlePageName, Title: title, Matter: "frontmatter", Body: b.String()}
}

// foreign returns the language attributes of the book's own words where they
// are not in the language of the text.
func (r *renderer) foreign() string {
	if strings.Split(r.book.Lang, "-")[0] == strings.Split(r.words.Lang, "-")[0] {
		return ""
	}
	return ` lang="` + r.words.Lang + `" xml:lang="` + r.words.Lang + `" dir="ltr"`
}
