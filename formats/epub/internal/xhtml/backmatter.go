package xhtml

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/quirepress/quire/source/document"
)

// The back matter that Quire finds by itself: each entry leads to its place in
// the text, by the number of the printed page where there is one.

// backList writes what all of them are, a list of entries; one without entries
// is nothing to show.
func backList[E any](f *file, n document.Node, tag, class string, entries []E, entry func(E)) {
	if len(entries) == 0 {
		return
	}
	f.ahead(n)
	f.open(tag, n, class)
	f.line()
	for _, e := range entries {
		entry(e)
	}
	f.close(tag)
}

// glossary writes a glossary as a definition list.
func (f *file) glossary(n *document.Glossary) {
	f.book.Traits.Glossary = true
	backList(f, n, "dl", "glossary", n.Entries, f.glossaryEntry)
}

func (f *file) glossaryEntry(e *document.GlossaryEntry) {
	f.open("dt", e, "", attr{"epub:type", "glossterm"})
	f.ahead(e)
	f.b.WriteString("<dfn>")
	if e.Acronym && e.Expansion != "" {
		f.b.WriteString(`<abbr title="` + Escape(f.clean(e.Expansion, e)) + `">`)
		f.text(e.Term, e)
		f.b.WriteString("</abbr>")
	} else {
		f.text(e.Term, e)
	}
	f.b.WriteString("</dfn></dt>\n")
	f.b.WriteString(`<dd epub:type="glossdef">`)
	if e.Expansion != "" {
		f.b.WriteString(`<i class="expansion">`)
		f.text(e.Expansion, e)
		f.b.WriteString("</i>")
		if len(e.Definition) > 0 {
			f.b.WriteString(". ")
		}
	}
	f.content(e, e.Definition)
	f.seeAlso(e.SeeAlso)
	f.mentions(e.Mentions, e.Term)
	f.b.WriteString("</dd>\n")
}

// seeAlso writes links to other entries.
func (f *file) seeAlso(targets []document.Anchor) {
	first := true
	for _, a := range targets {
		href, ok := f.href(f.name, a)
		if !ok {
			continue
		}
		if first {
			f.b.WriteString(` <span class="see"><i>` + Escape(f.words.SeeAlso) + "</i> ")
		} else {
			f.b.WriteString(", ")
		}
		first = false
		term := "↪"
		switch t := f.nodes[a].(type) {
		case *document.GlossaryEntry:
			term = t.Term
		case *document.IndexEntry:
			term = t.Term
		}
		f.b.WriteString(`<a href="` + Escape(href) + `">` + Escape(Clean(term)) + `</a>`)
	}
	if !first {
		f.b.WriteString("</span>")
	}
}

// mentions writes links to the places in the text. Where pages are known, each
// is named once and in order; a place without one is left out beside them, as
// its ordinal would be read as a page, and so is one in the back matter.
func (f *file) mentions(anchors []document.Anchor, of string) {
	type place struct {
		page              int
		label, href, name string
	}
	var printed, others []place
	named := map[string]bool{}
	for _, a := range anchors {
		href, ok := f.href(f.name, a)
		if !ok {
			continue
		}
		if label, ok := f.pageOf(a); ok {
			if !named[label] {
				named[label] = true
				printed = append(printed, place{f.pages.Pages[a], label, href, f.words.Page + " " + label})
			}
			continue
		}
		if f.pages != nil && f.files[a].matter() == "backmatter" {
			continue
		}
		n := strconv.Itoa(len(others) + 1)
		others = append(others, place{0, n, href, f.words.Mention + " " + n})
	}
	slices.SortStableFunc(printed, func(a, b place) int { return cmp.Compare(a.page, b.page) })
	places := printed
	if len(printed) == 0 {
		places = others
	}
	if len(places) == 0 {
		return
	}
	f.b.WriteString("\u00a0<span class=\"pages\">")
	for i, p := range places {
		if i > 0 {
			f.b.WriteString(", ")
		}
		label := p.label
		if len(printed) == 0 && (len(places) == 1 || f.pages != nil) {
			label = "↩︎"
		}
		f.b.WriteString(`<a epub:type="backlink" role="doc-backlink" href="` + Escape(p.href) + `" aria-label="` + Escape(Clean(of)+": "+p.name) + `">` + Escape(label) + "</a>")
	}
	f.b.WriteString("</span>")
}

// timeline writes events as an ordered list; the stylesheet draws the axis, a
// point for a day, month or year and a bar for a span.
func (f *file) timeline(n *document.Timeline) {
	f.book.Traits.Timeline = true
	before := "" // the last day so far
	backList(f, n, "ol", "timeline", n.Entries, func(e *document.TimelineEntry) {
		f.timelineEntry(e, eventClass(e, before))
		last, known := days(before)
		if upper, ok := days(e.Upper); ok && (!known || upper > last) {
			before = e.Upper
		}
	})
}

func (f *file) timelineEntry(e *document.TimelineEntry, class string) {
	f.open("li", e, class)
	f.ahead(e)
	f.b.WriteString(`<p class="date">`)
	phrase := f.words.EventDate(e.Phrase, e.Date)
	if value, ok := Datetime(e.Date); ok {
		f.b.WriteString(`<time datetime="` + Escape(value) + `">`)
		f.text(phrase, e)
		f.b.WriteString("</time>")
	} else {
		f.text(phrase, e)
	}
	f.b.WriteString("</p>\n<p>")
	f.inlines(e.Summary, scope{})
	if e.Mention != "" {
		f.mentions([]document.Anchor{e.Mention}, phrase)
	}
	f.b.WriteString("</p></li>\n")
}

// eventClass says how an event is drawn: "point", "bound" for a date that is open
// on one side, or "span" with a length from 1 to 4, and "gap" where decades have passed since the day before.
func eventClass(e *document.TimelineEntry, before string) string {
	var class []string
	from, ok1 := days(e.Lower)
	to, ok2 := days(e.Upper)
	switch length := to - from; {
	case strings.HasPrefix(e.Date, "../"), strings.HasSuffix(e.Date, "/.."):
		class = append(class, "point", "bound")
	case oneDate.MatchString(e.Date) || !ok1 || !ok2 || length < 1:
		class = append(class, "point")
	case length < 93:
		class = append(class, "span", "span-1")
	case length < 3*366:
		class = append(class, "span", "span-2")
	case length < 12*366:
		class = append(class, "span", "span-3")
	default:
		class = append(class, "span", "span-4")
	}
	if last, ok := days(before); ok && ok1 && from-last > 25*366 {
		class = append(class, "gap")
	}
	return strings.Join(class, " ")
}

// oneDate matches the dates of EDTF that are one day, month or year, and sure.
var oneDate = regexp.MustCompile(`^-?[0-9]{4,}(-(0[1-9]|1[0-2])(-[0-9]{2}(T.*)?)?)?$`)

// days returns roughly the days since the year 0 of an ISO 8601 day.
func days(iso string) (int, bool) {
	sign := 1
	s := iso
	if strings.HasPrefix(s, "-") {
		sign, s = -1, s[1:]
	}
	parts := strings.SplitN(s, "-", 3)
	n := make([]int, 3)
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil {
			return 0, false
		}
		n[i] = v
	}
	return sign*n[0]*366 + n[1]*31 + n[2], true
}

// index writes the entries of an index with their places.
func (f *file) index(n *document.Index) {
	f.book.Traits.Index = true
	backList(f, n, "ul", "index", n.Entries, f.indexEntry)
}

func (f *file) indexEntry(e *document.IndexEntry) {
	f.open("li", e, "")
	f.ahead(e)
	f.text(e.Term, e)
	f.mentions(e.Mentions, e.Term)
	f.seeAlso(e.SeeAlso)
	if len(e.Entries) > 0 {
		f.b.WriteString("\n<ul>\n")
		for _, below := range e.Entries {
			f.indexEntry(below)
		}
		f.b.WriteString("</ul>\n")
	}
	f.b.WriteString("</li>\n")
}
