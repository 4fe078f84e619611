package layout

import (
	"slices"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// The vertical list: boxes, glue and penalties from top to bottom, as in TeX.
// All measures are [style.Length].

// box is a finished piece of a page. It puts itself on the emitter's page with
// its top left corner at (x, y).
type box interface {
	emit(e *emitter, x, y style.Length)
}

// decoration is drawn behind a run of boxes, once for each page that has some
// of them, from the top of the first to the bottom of the last. Decorations are
// comparable.
type decoration interface {
	decorate(e *emitter, x, top, bottom style.Length)
}

type kind uint8

const (
	boxItem kind = iota
	glueItem
	penaltyItem
	openItem
	closeItem
)

// How much white may grow by and shrink by, in parts of a line.
const (
	wholeLine    = 24
	blockStretch = 36 // around blocks, and above titles
	listStretch  = 12 // around lists
	entryStretch = 8  // between items of a list, and entries of a glossary
	entryShrink  = 4
	gapStretch   = 4 // empty lines of a listing
	rowStretch   = 2 // between rows of a table
	codeStretch  = 1 // between lines of a listing
	// rowsApart is for rows that have white between them, and by how much that
	// may shrink, too.
	rowsApart, rowShrink = 4, 2
)

// The scale of penalties, in demerits.
const (
	inhibit = 1_000_000
	force   = -inhibit
	// What a single line costs that is left behind or goes ahead: more than
	// any page that is short, so that it happens only where a page could not
	// be filled otherwise.
	orphanPenalty = 60_000
	widowPenalty  = 60_000
)

// item is a member of a vertical list.
type item struct {
	kind kind
	// grid says that the top of the box stands on the baseline grid.
	grid bool
	// text says that the box is a line of text: pages whose last lines are
	// text should end level.
	text bool
	// float says that the box may move to the top of the next page; glue with
	// it is the white around such a box, and goes with it.
	float bool
	// barrier says that floats from before may not move past the box.
	barrier bool
	// bound is how deep the title is that a float may not move past: that of
	// the next section of its own depth or above it.
	bound int8
	// cost is that of a penalty.
	cost int32
	// stretch is how much glue may grow by, or the white between two rows where
	// a penalty stands, and shrink how much it may shrink by, in parts of a line.
	stretch, shrink int32
	// height is that of a box with its depth, or the natural height of glue.
	height style.Length
	// foot is how far below the top of a box its last baseline stands, or its
	// lowest edge if it has none; 0 for a box with nothing to see in it.
	foot style.Length
	// before is, for glue above a heading, the height from there to the next
	// line on the grid: the glue grows until that line stands there.
	before style.Length
	// soft says that glue may vanish to bring the next line onto the grid,
	// exact that it does not merge with the glue before it but replaces it.
	soft, exact bool
	box         box
	deco        decoration
	// notes are the footnotes whose marks are in the box.
	notes []*note
	// head is what a page begins with that breaks at this penalty.
	head *item
	// places are the anchors in the box.
	places []place
	// start is where the box begins in the document's text.
	start textPos
	// section is the title for the running head from here on.
	section *heading
}

// place is an anchor with its distance from the top left corner of its box.
type place struct {
	anchor document.Anchor
	x, y   style.Length
	tag    *tag
}

// textPos is a place in the document's text, as in [document.PageBreak].
type textPos struct {
	anchor document.Anchor
	offset int
	ok     bool // main text, known
}

// list is a vertical list in the making.
type list struct {
	items []item
}

// add appends a box.
func (l *list) add(b box, height style.Length) *item {
	l.items = append(l.items, item{kind: boxItem, height: height, foot: footOf(b, height), box: b})
	return &l.items[len(l.items)-1]
}

// footed is a box that knows where its foot is (see [item]).
type footed interface{ foot() style.Length }

// footOf returns the foot of a box of a height.
func footOf(b box, height style.Length) style.Length {
	if b, ok := b.(footed); ok {
		return b.foot()
	}
	return height
}

// foot returns the foot of everything in a list that does not part.
func (l *list) foot() (foot style.Length) {
	y := style.Length(0)
	for i := range l.items {
		it := &l.items[i]
		if it.kind != boxItem && it.kind != glueItem {
			continue
		}
		if it.foot > 0 {
			foot = y + it.foot
		}
		y += it.height
	}
	return foot
}

// space asks for white of a height, which may grow by parts of a line, and returns
// the index of its item. A page may break there. Neighbouring spaces merge into
// the larger.
func (l *list) space(height style.Length, stretch int) int {
	for i := len(l.items) - 1; i >= 0; i-- {
		it := &l.items[i]
		if it.kind == glueItem && it.float {
			break
		}
		if it.kind == glueItem {
			it.height = max(it.height, height)
			it.stretch = max(it.stretch, int32(stretch))
			it.soft, it.shrink = false, 0
			return i
		}
		if it.kind == boxItem {
			break
		}
	}
	l.items = append(l.items, item{kind: glueItem, height: height, stretch: int32(stretch)})
	return len(l.items) - 1
}

// standApart sets a block that stands apart from the text: with space above and
// below, which grows by the same amount on both sides until the text below is
// on the grid again. In a note there is no grid, and everything is smaller.
func (s *setter) standApart(space style.Length, stretch int, set func()) {
	lead := s.style.Body.Leading
	if s.inNote {
		space = space.Scale(int64(s.style.Note.Leading), int64(2*lead))
		s.list.space(space, 0)
		set()
		s.list.space(space, 0)
		return
	}
	above := s.list.space(space, stretch)
	from := len(s.list.items)
	set()
	pad := style.Length(0)
	if rest := (2*space + s.list.height(from)) % lead; rest > 0 {
		pad = lead - rest
	}
	s.list.items[above].height = max(s.list.items[above].height, space+pad/2)
	below := s.list.space(space+pad-pad/2, stretch)
	if stretch > 0 {
		s.list.items[above].shrink = shrinkOf(space, pad/2, lead)
		s.list.items[below].shrink = shrinkOf(space, pad-pad/2, lead)
	}
}

// shrinkOf returns by how much white may shrink that consists of what a block
// asks for, and of what brings the text below it back to the grid.
func shrinkOf(space, pad, lead style.Length) int32 {
	return int32((space*4/10 + pad) * wholeLine / lead)
}

// kern is white that stays at the top of a page and where no page breaks.
func (l *list) kern(height style.Length) { l.add(blank{}, height) }

// penalty says what a page break here costs.
func (l *list) penalty(cost int) { l.penaltyHead(cost, nil) }

// keep forbids a page break here.
func (l *list) keep() { l.penalty(inhibit) }

// bind forbids a page break in the white at the end of the list.
func (l *list) bind() {
	at := len(l.items)
	for at > 0 && l.items[at-1].kind != boxItem && l.items[at-1].kind != penaltyItem {
		at--
	}
	l.items = slices.Insert(l.items, at, item{kind: penaltyItem, cost: inhibit})
}

// elastic lets the white where the last penalty stands grow and shrink by parts
// of a line.
func (l *list) elastic(stretch, shrink int32) {
	it := &l.items[len(l.items)-1]
	it.stretch, it.shrink = stretch, shrink
}

// between asks for white between the members of a list.
func (l *list) between(height style.Length) {
	it := &l.items[l.space(height, entryStretch)]
	it.shrink = entryShrink
}

// follow binds what follows to what stands in the list; at the beginning of a list
// to what that is joined to.
func (l *list) follow() {
	at := len(l.items)
	for at > 0 && l.items[at-1].kind != boxItem && l.items[at-1].kind != penaltyItem {
		at--
	}
	if at > 0 && l.items[at-1].kind == penaltyItem && l.items[at-1].cost > force {
		l.items[at-1].cost = inhibit
		return
	}
	l.items = slices.Insert(l.items, at, item{kind: penaltyItem, cost: inhibit})
}

// penaltyHead is a penalty with what a page begins with that breaks here.
func (l *list) penaltyHead(cost int, head *item) {
	l.items = append(l.items, item{kind: penaltyItem, cost: int32(cost), head: head})
}

// open begins a decoration, close ends it.
func (l *list) open(d decoration)  { l.items = append(l.items, item{kind: openItem, deco: d}) }
func (l *list) close(d decoration) { l.items = append(l.items, item{kind: closeItem, deco: d}) }

// join appends another list; spaces where they meet merge.
func (l *list) join(m list) {
	rest := m.items
	if len(rest) > 0 && rest[0].kind == penaltyItem && rest[0].cost >= inhibit && len(l.items) > 0 {
		l.follow()
		rest = rest[1:]
	}
	for len(rest) > 0 && rest[0].kind == glueItem && !rest[0].float {
		i := l.space(rest[0].height, int(rest[0].stretch))
		it := &l.items[i]
		it.before, it.soft, it.shrink = rest[0].before, rest[0].soft, rest[0].shrink
		if rest[0].exact {
			it.height = rest[0].height
		}
		rest = rest[1:]
	}
	l.seam()
	l.items = append(l.items, rest...)
}

// seam lets a page break between what stands and what follows, unless
// something was said about it.
func (l *list) seam() {
	for i := len(l.items) - 1; i >= 0; i-- {
		switch l.items[i].kind {
		case boxItem:
			l.penalty(0)
			return
		case glueItem, penaltyItem:
			return
		}
	}
}

// height returns the natural height of everything from an item on.
func (l *list) height(from int) style.Length {
	var h style.Length
	for _, it := range l.items[from:] {
		if it.kind == boxItem || it.kind == glueItem {
			h += it.height
		}
	}
	return h
}

// first returns the first box from an item on, nil if there is none.
func (l *list) first(from int) *item {
	for i := from; i < len(l.items); i++ {
		if l.items[i].kind == boxItem {
			return &l.items[i]
		}
	}
	return nil
}

// blank is a box without anything in it.
type blank struct{}

func (blank) emit(*emitter, style.Length, style.Length) {}
func (blank) foot() style.Length                        { return 0 }

// stack is boxes below each other that never part, as one box. It may be a part
// of a list whose decorations began before it or go on behind it.
type stack struct{ items []item }

func (s stack) foot() style.Length { return (&list{s.items}).foot() }

func (s stack) emit(e *emitter, x, y style.Length) {
	s.decorate(e, x, y)
	for i := range s.items {
		it := &s.items[i]
		if it.kind == boxItem {
			e.item(it, x, y)
		}
		if it.kind == boxItem || it.kind == glueItem {
			y += it.height
		}
	}
}

// decorate draws the decorations of the stack.
func (s stack) decorate(e *emitter, x, top style.Length) {
	var open []stretch
	y, bottom := top, top
	for i := range s.items {
		switch it := &s.items[i]; it.kind {
		case boxItem:
			for k := range open {
				if !open[k].some {
					open[k].top, open[k].some = y-top, true
				}
				open[k].bottom = y + it.height - top
			}
			y += it.height
			bottom = y
		case glueItem:
			y += it.height
		case openItem:
			open = append(open, stretch{deco: it.deco})
		case closeItem:
			if n := opened(open, it.deco); n >= 0 {
				open[n].draw(e, x, top)
				open = slices.Delete(open, n, n+1)
			} else if bottom > top {
				it.deco.decorate(e, x, top, bottom)
			}
		}
	}
	for i := range open {
		open[i].draw(e, x, top)
	}
}

// anyTitle is the bound of floats that no title may come before.
const anyTitle = 100

// float sets something that stands apart and may move to the top of the next
// page where it does not fit, in its order among its kind, but not out of its
// section; without a caption that can be referred to it moves past no title at
// all. What is higher than most of a page stays where it is and breaks; what is
// inside another block stays there.
func (s *setter) float(c scope, space style.Length, captioned bool, set func()) {
	sub := s.apart(set)
	h := sub.height(0)
	limit := s.style.Body.Leading * style.Length(s.style.Lines()*2/3)
	if !c.grid {
		limit /= 2 // what it stands in may have to part, and has a head perhaps
	}
	if s.inNote || h > limit {
		s.standApart(space, blockStretch, func() {
			from := len(s.list.items)
			s.list.join(sub)
			if it := s.list.first(from); it != nil {
				it.barrier = c.grid
			}
		})
		return
	}
	box := item{kind: boxItem, box: stack(sub), height: h, foot: sub.foot(), float: c.grid, bound: anyTitle}
	if captioned {
		box.bound = int8(c.section)
	}
	for i := range sub.items {
		box.notes = append(box.notes, sub.items[i].notes...)
		if box.section == nil {
			box.section = sub.items[i].section
		}
	}
	if !box.float {
		for i := 0; i < len(sub.items) && !box.start.ok; i++ {
			box.start = sub.items[i].start
		}
		s.standApart(space, blockStretch, func() { s.list.items = append(s.list.items, box) })
		return
	}
	s.list.floating(space, s.style.Body.Leading, box)
}

// floating adds a box that may move to the top of the next page, with white
// around it that keeps the text below on the grid; a line parts two of them, as
// at the top of a page.
func (l *list) floating(space, leading style.Length, box item) {
	pad := style.Length(0)
	if rest := (2*space + box.height) % leading; rest > 0 {
		pad = leading - rest
	}
	l.seam()
	white := func(pad style.Length) item {
		return item{kind: glueItem, float: true, height: space + pad, stretch: blockStretch, shrink: shrinkOf(space, pad, leading)}
	}
	above := white(pad / 2)
	if l.endsFloating() {
		above.height = max(above.height, leading)
	}
	l.items = append(l.items, above, box, white(pad-pad/2))
}

// endsFloating reports whether the last box of a list is one that may move.
func (l *list) endsFloating() bool {
	for i := len(l.items) - 1; i >= 0; i-- {
		if l.items[i].kind == boxItem {
			return l.items[i].float
		}
	}
	return false
}
