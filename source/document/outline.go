package document

import "strings"

// OutlineEntry is a section in the outline of a document.
type OutlineEntry struct {
	Section *Section
	// Level counts from 1 for the document's own sections.
	Level int
	// Chapter is the number of a numbered chapter, from 1, else 0.
	Chapter  int
	Children []*OutlineEntry
}

// Outline returns the document's sections down to depth levels (0 for all), as
// contents and bookmarks show them. Sections inside quotations, lists and the
// like are not part of it.
func (d *Document) Outline(depth int) []*OutlineEntry {
	chapter := 0
	counts := !d.numberedByAuthor()
	var build func(bs []Block, level int, top bool) []*OutlineEntry
	build = func(bs []Block, level int, top bool) []*OutlineEntry {
		var out []*OutlineEntry
		for _, b := range bs {
			s, ok := b.(*Section)
			if !ok {
				continue
			}
			e := &OutlineEntry{Section: s, Level: level}
			if top && counts && s.IsNumbered() {
				chapter++
				e.Chapter = chapter
			}
			e.Children = build(s.Blocks, level+1, top && s.Role == RolePart)
			if depth == 0 || level <= depth {
				out = append(out, e)
			}
		}
		return out
	}
	return build(d.Blocks, 1, true)
}

// numberedByAuthor reports whether a title of a chapter begins with a number of
// its own, such as "1. Introduction" or "IV: The war": a second number beside
// it would only confuse.
func (d *Document) numberedByAuthor() bool {
	for _, b := range d.Blocks {
		s, ok := b.(*Section)
		if !ok || !s.IsNumbered() {
			continue
		}
		word, _, _ := strings.Cut(TextOf(s.Title), " ")
		digits := strings.TrimRight(word, ".):")
		if digits == "" {
			continue
		}
		numeral := strings.Trim(digits, "0123456789.") == "" && len(digits) <= 3
		if numeral || digits != word && strings.Trim(digits, "IVX") == "" {
			return true
		}
	}
	return false
}

// IsNumbered reports whether the section counts as a chapter where it stands
// at the top of the document or of a part.
func (s *Section) IsNumbered() bool { return !s.Unnumbered && s.Role == RoleNone }

// Numbering gives the numbers that both formats print: notes, figures, tables
// and chapters count from 1 through the whole document.
type Numbering struct {
	numbers map[Node]int
	notes   []*Note
}

// Numbers counts what is numbered in the document.
func (d *Document) Numbers() *Numbering {
	n := &Numbering{numbers: map[Node]int{}}
	figures, tables := 0, 0
	for _, node := range d.All() {
		switch node := node.(type) {
		case *Note:
			n.notes = append(n.notes, node)
			n.numbers[node] = len(n.notes)
		case *Figure:
			if len(node.Caption) > 0 {
				figures++
				n.numbers[node] = figures
			}
		case *Table:
			if len(node.Caption) > 0 {
				tables++
				n.numbers[node] = tables
			}
		}
	}
	var chapters func([]*OutlineEntry)
	chapters = func(es []*OutlineEntry) {
		for _, e := range es {
			if e.Chapter > 0 {
				n.numbers[e.Section] = e.Chapter
			}
			chapters(e.Children)
		}
	}
	chapters(d.Outline(0))
	return n
}

// Of returns the number of a note, a figure or table with a caption, or a
// chapter; 0 for anything else.
func (n *Numbering) Of(node Node) int { return n.numbers[node] }

// Notes returns the notes in order: the note with number i is Notes()[i-1].
func (n *Numbering) Notes() []*Note { return n.notes }
