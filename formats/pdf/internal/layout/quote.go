package layout

import (
	"slices"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Quotations: a little smaller, indented on both sides, no marks; whose words
// they are at the right in the sans, in the last line where it has room.

// quote sets a block quotation.
func (s *setter) quote(q *document.Quote, c scope) {
	st := s.style
	in := c.element("BlockQuote").inset(st.Inset, st.Inset)
	if in.text.Role == style.TextRole {
		in.text = st.Quote
	}
	in.indented = false
	s.standApart(st.BlockSpace, blockStretch, func() {
		from := len(s.list.items)
		s.blocks(q.Blocks, in)
		if len(q.Attribution) > 0 {
			s.attribution(q, from, in)
		}
		s.list.holdEnds(from)
	})
}

// holdEnds keeps the first and the last line of what stands from an item on with
// their neighbours, as orphans and widows are kept: the salutation of a letter
// and its signature are paragraphs of a line.
func (l *list) holdEnds(from int) {
	var lines []int
	for i := from; i < len(l.items); i++ {
		if l.items[i].kind == boxItem {
			lines = append(lines, i)
		}
	}
	if n := len(lines); n > 1 {
		l.dissuade(lines[n-2], widowPenalty)
		l.dissuade(lines[0], orphanPenalty)
	}
}

// dissuade lets a page break behind a line of text cost so much more where it
// was free.
func (l *list) dissuade(i, cost int) {
	switch next := &l.items[i+1]; {
	case !l.items[i].text:
	case next.kind == penaltyItem && next.cost == 0:
		next.cost = int32(cost)
	case next.kind == glueItem && !next.float:
		l.items = slices.Insert(l.items, i+1, item{kind: penaltyItem, cost: int32(cost)})
	}
}

// attribution sets whose words a quotation is.
func (s *setter) attribution(q *document.Quote, from int, c scope) {
	el := c.tag.refined("P", "attribution")
	c.text = s.style.Attribution
	a := s.root(c.text, el, c.lang)
	g := &galley{}
	in := inliner{s: s, g: g, source: -1}
	in.add("— ", a)
	in.source = 0
	in.run(q.Attribution, a)
	set := c.setting()
	set.align = alignEnd
	if c.main {
		set.anchor = q.Anchor
	}
	lines := s.lines(g, &set)
	if len(lines) == 0 {
		return
	}
	last := &s.list.items[len(s.list.items)-1]
	if t, ok := last.box.(*textLine); ok && len(s.list.items) > from && len(lines) == 1 && !c.rtl && t.trail == nil && last.text {
		gap := 2 * c.text.Size
		if t.end+gap < c.left+c.width-lines[0].width {
			t.trail = lines[0].box
			last.notes = append(last.notes, lines[0].notes...)
			return
		}
	}
	s.list.bind()
	s.addLines(lines, c.text)
}
