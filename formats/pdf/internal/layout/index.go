package layout

import (
	"strings"
	"unicode"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// The index: two columns where the measure has room for them, as deep as each
// other on the last page, white between the letters of the alphabet.

const (
	// maxIndexDepth bounds how far subentries are indented.
	maxIndexDepth = 4
	// indexScale is the size of an index, in thousandths of a glossary's.
	indexScale = 900
	// indexColumn is the least width of a column, in ems.
	indexColumn = 13
)

// index sets an index.
func (s *setter) index(ix *document.Index, c scope) {
	c = c.element("Index").element("L")
	c.text = scaled(s.style.GlossaryText, indexScale)
	c.grid = false
	gap := 2 * c.text.Size
	column := (c.width - gap) / 2
	if !c.back || s.style.Columns > 1 || column < indexColumn*c.text.Size {
		s.indexEntries(ix.Entries, c)
		return
	}
	narrow := c
	narrow.width = column
	shift := column + gap
	if c.rtl {
		narrow.left, shift = c.left+shift, -shift
	}
	all := s.apart(func() { s.indexEntries(ix.Entries, narrow) })
	lead := s.style.Body.Leading
	room := lead * style.Length(max(s.style.Lines()-openingLines(s.style), s.style.Lines()/2))
	for items := all.items; len(items) > 0; room = lead * style.Length(s.style.Lines()) {
		depth := room
		if rest := (&list{items}).height(0); rest < 2*room {
			// The last page: as little as the first column can do with.
			for depth = rest / 2; depth < room; depth += c.text.Leading / 2 {
				if _, over := column2(items, depth); len(over) == 0 {
					break
				}
			}
			depth = min(depth, room)
		}
		var left, right []item
		left, items = fill(items, depth)
		right, items = fill(items, depth)
		r := &row{cells: []cellBox{{list: list{left}}, {list: list{right}, shift: shift}}}
		for _, cell := range r.cells {
			r.height = max(r.height, cell.list.height(0))
		}
		s.list.seam()
		s.addRow(r)
	}
}

// column2 fills two columns of a depth and returns what is left over.
func column2(items []item, depth style.Length) (right, over []item) {
	_, items = fill(items, depth)
	return fill(items, depth)
}

// fill takes from a list what fits a column, up to a place where it may break;
// at least one box, so that it comes to an end.
func fill(items []item, depth style.Length) (column, rest []item) {
	for len(items) > 0 && items[0].kind != boxItem {
		items = items[1:]
	}
	h, cut, boxes := style.Length(0), 0, 0
	for i := range items {
		it := &items[i]
		if boxes > 0 && legal(items, i) && (it.kind == glueItem || it.cost < orphanPenalty) {
			cut = i
		}
		if it.kind == boxItem || it.kind == glueItem {
			h += it.height
		}
		if it.kind == boxItem {
			if h > depth && boxes > 0 {
				if cut == 0 {
					cut = i
				}
				return items[:cut], items[cut:]
			}
			boxes++
		}
	}
	return items, nil
}

// indexEntries sets the entries of an index.
func (s *setter) indexEntries(entries []*document.IndexEntry, c scope) {
	letter := rune(0)
	for i, e := range entries {
		l := firstLetter(e.Term)
		if i > 0 && l != letter {
			s.list.space(c.text.Leading/2, 0)
		}
		letter = l
		s.list.seam()
		s.indexEntry(e, c, 0)
	}
}

// firstLetter returns the letter that a term is found under, 0 for a term that
// begins with something else.
func firstLetter(term string) rune {
	for _, r := range term {
		if unicode.IsLetter(r) {
			return unicode.ToUpper(r)
		}
		if unicode.IsDigit(r) {
			return 0
		}
	}
	return 0
}

// indexed returns the first entry that leads to each place.
func indexed(doc *document.Document) map[document.Anchor]document.Anchor {
	all := map[document.Anchor]document.Anchor{}
	for e := range document.Each[*document.IndexEntry](doc) {
		for _, m := range e.Mentions {
			if all[m] == "" {
				all[m] = e.Anchor
			}
		}
	}
	return all
}

// toIndex returns the attributes of words in the text that the index leads to:
// they lead back to their entry, and look like the text around them.
func (in *inliner) toIndex(n *document.IndexTerm, a *attr) *attr {
	target := in.s.indexed[n.Anchor]
	if n.Anchor == "" || target == "" || a.link != nil || !linkable(n.Content) {
		return a
	}
	return span(a, func(a *attr) {
		a.tag = a.tag.element("Link")
		a.link = &link{target: target, contents: in.s.words.Index + ": " + strings.Join(n.Path, ", "), tag: a.tag}
	})
}

// indexEntry sets an entry and those below it.
func (s *setter) indexEntry(e *document.IndexEntry, c scope, depth int) {
	el := c.tag.element("LI").element("LBody")
	text := s.root(c.text, el, c.lang)
	g := &galley{}
	in := inliner{s: s, g: g, source: -1}
	in.add(e.Term, text)
	if len(e.Mentions) > 0 {
		in.add(" ", text)
		s.pageList(&in, e.Mentions, s.style.GlossaryPages, el, c.lang)
	}
	if len(e.SeeAlso) > 0 {
		in.add(".", text)
		s.seeAlso(&in, e.SeeAlso, text)
	}
	// Lines are turned further than subentries are indented.
	step := s.style.Turn.Scale(2, 3)
	set := c.setting()
	at := step * style.Length(min(depth, maxIndexDepth))
	set.indent, set.turn = at, at+s.style.Turn
	lines := s.lines(g, &set)
	if len(lines) > 0 {
		lines[0].places = append(lines[0].places, place{anchor: e.Anchor, tag: el})
		lines[0].start = textPos{anchor: e.Anchor, ok: e.Anchor != ""}
	}
	s.addLines(lines, c.text)
	c.tag = el
	for i, sub := range e.Entries {
		if i == 0 {
			c = c.element("L")
			if depth == 0 {
				s.list.keep()
			}
		}
		s.list.seam()
		s.indexEntry(sub, c, depth+1)
	}
}
