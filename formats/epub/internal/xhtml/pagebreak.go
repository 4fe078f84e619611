package xhtml

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/quirepress/quire/source/document"
)

// Where a printed page begins a marker stands in the text, at the very
// character, so that people with the printed book and people with a reading
// system find the same place (EPUB Accessibility 1.1, 3.4).

// mark is a page break that waits for its place in the text.
type mark struct {
	Page
	offset  int
	written bool
}

// placePages sorts the breaks by the block that holds them. A page that begins
// with nothing that the book has, such as a blank one, has no marker.
func (r *renderer) placePages() {
	if r.pages == nil {
		return
	}
	for _, b := range r.pages.Breaks {
		switch _, ok := r.files[b.Anchor]; {
		case b.Anchor == document.AtTitlePage || b.Anchor == document.AtContents:
			if len(r.marks[b.Anchor]) > 0 {
				continue // of several, the first has the title
			}
		case b.Anchor == "" || !ok:
			continue
		}
		slug := strings.Map(func(c rune) rune {
			if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' {
				return c
			}
			return '_'
		}, b.Label)
		m := &mark{offset: b.Offset, Page: Page{Label: Clean(b.Label), ID: unique("page-"+slug, r.used)}}
		r.marks[b.Anchor] = append(r.marks[b.Anchor], m)
	}
	for _, ms := range r.marks {
		slices.SortStableFunc(ms, func(a, b *mark) int { return cmp.Compare(a.offset, b.offset) })
	}
}

// pageList returns the markers that were written, in the order of the pages.
func (r *renderer) pageList() []Page {
	if r.pages == nil {
		return nil
	}
	next := map[document.Anchor]int{}
	var list []Page
	for _, b := range r.pages.Breaks {
		ms := r.marks[b.Anchor]
		if i := next[b.Anchor]; i < len(ms) {
			next[b.Anchor]++
			if ms[i].written || b.Anchor == document.AtContents {
				list = append(list, ms[i].Page)
			}
		}
	}
	return list
}

// cursor follows the text of one block (document.BlockText) while it is
// written.
type cursor struct {
	at    int
	marks []*mark
}

// cursorFor returns the cursor for a node's own text.
func (f *file) cursorFor(n document.Node) *cursor {
	a := n.Attributes().Anchor
	if f.nodes[a] != n {
		return &cursor{}
	}
	ms := f.marks[a]
	for len(ms) > 0 && ms[0].written {
		ms = ms[1:]
	}
	return &cursor{marks: ms}
}

// due writes the markers that stand at or before the cursor.
func (f *file) due(c *cursor) {
	for c != nil && len(c.marks) > 0 && c.marks[0].offset <= c.at {
		f.marker(c.marks[0])
		c.marks = c.marks[1:]
	}
}

// rest writes the markers that are left at the end of a block.
func (f *file) rest(c *cursor) {
	for _, m := range c.marks {
		f.marker(m)
	}
	c.marks = nil
}

// ahead writes, where a span may stand, the markers of a node that begin it.
// For a node without text of its own those are all it has.
func (f *file) ahead(n document.Node) {
	c := f.cursorFor(n)
	if len(ownText(n)) == 0 {
		c.at = int(^uint(0) >> 1)
	}
	f.due(c)
}

// ownText returns the text of a node that a page may begin in, besides that of
// the blocks inside it.
func ownText(n document.Node) []document.Inline {
	switch n := n.(type) {
	case *document.Admonition:
		return n.Title
	case *document.Quote:
		return n.Attribution
	case *document.GlossaryEntry:
		return n.Definition
	}
	return document.Content(n)
}

func (f *file) marker(m *mark) { f.b.WriteString(m.write(f.name)) }

// write returns the marker for a place in the file.
func (m *mark) write(file string) string {
	m.File, m.written = file, true
	return m.Marker()
}

// pieces calls text for each stretch of s between markers, and writes the
// markers where they belong.
func (f *file) pieces(s string, c *cursor, text func(string)) {
	if c == nil {
		text(s)
		return
	}
	f.due(c)
	for len(c.marks) > 0 && c.marks[0].offset < c.at+len(s) {
		n := c.marks[0].offset - c.at
		text(s[:n])
		s = s[n:]
		c.at += n
		f.due(c)
	}
	if s != "" {
		text(s)
	}
	c.at += len(s)
}

// pageOf returns the label of the printed page that an anchor is on. Places in
// the back matter have none: their own page says nothing about the text.
func (r *renderer) pageOf(a document.Anchor) (string, bool) {
	if c := r.files[a]; c == nil || c.matter() == "backmatter" {
		return "", false
	}
	label, ok := r.pages.PageOf(a)
	return Clean(label), ok
}

func itoa(n int) string { return strconv.Itoa(n) }
