package layout

import (
	"slices"
	"sort"
	"strconv"

	"github.com/quirepress/quire/source/document"
)

// Page numbers in the text: three passes at most. The first sets the text with
// a guess for every number; the second prints the pages that the first found.
// If its own pages differ, the third prints those and keeps every page break
// where it is, so that they stay true.
//
// The first pass also finds which floats have moved. The paragraph behind one
// that has follows the text before it on the page, and gets an indent in the
// second pass; should that bring the float back, an indent below it does no
// harm.

// converge sets and paginates until the numbers are right.
func (b *binder) converge() error {
	if err := b.set(); err != nil {
		return err
	}
	if err := b.breakPages(); err != nil {
		return err
	}
	moved := b.leaveAlone()
	b.settle()
	if !b.refers() {
		if moved {
			if err := b.set(); err != nil {
				return err
			}
			return b.breakPages()
		}
		return nil
	}
	for pass := 2; ; pass++ {
		before, pages := b.places, b.pages
		b.labels = labelsOf(before, pages)
		b.volume.pages = len(pages)
		var kept []keptFlow
		if b.freeze = pass == 3; b.freeze {
			kept = b.keep()
		}
		if err := b.set(); err != nil {
			return err
		}
		if b.freeze {
			b.restore(kept)
			return nil
		}
		if err := b.breakPages(); err != nil {
			return err
		}
		if b.same(before, pages) {
			return nil
		}
	}
}

// leaveAlone finds the units that the floats before them have left, and reports
// whether there are any; they will be set anew.
func (b *binder) leaveAlone() bool {
	moved := false
	for _, f := range b.flows {
		sheet := 0
		for k, u := range f.units {
			if u.floats == 0 || u.floats > k {
				continue
			}
			stays := false
			for i := f.units[k-u.floats].start; i < u.start && !stays; i++ {
				if it := &f.list.items[i]; it.kind != boxItem {
					continue
				}
				for sheet+1 < len(f.sheets) && f.sheets[sheet].end <= i {
					sheet++
				}
				stays = !f.sheets[sheet].leaves(f.list.items, i)
			}
			if !stays {
				u.alone, u.done, moved = true, false, true
			}
		}
	}
	return moved
}

// settle forgets the lists of units that will not be joined again, which are half
// of the memory.
func (b *binder) settle() {
	for _, f := range b.flows {
		f.settled = true
		if f.refers() || slices.ContainsFunc(f.units, func(u *unit) bool { return !u.done }) {
			continue
		}
		for _, u := range f.units {
			u.list = list{}
		}
	}
}

// keptFlow is where the pages of a flow break: the beginning of each, the
// first float that is due and the first that is left.
type keptFlow [][3]itemRef

// itemRef is an item of a flow by its unit, so that it can be found again when
// another unit has become longer.
type itemRef struct{ unit, offset int }

// keep notes the page breaks.
func (b *binder) keep() []keptFlow {
	var all []keptFlow
	for _, f := range b.flows {
		var k keptFlow
		for _, s := range f.sheets {
			k = append(k, [3]itemRef{f.refer(s.start), f.refer(s.pending), f.refer(s.left)})
		}
		all = append(all, k)
	}
	return all
}

// refer returns the reference to an item; that to item -1 is to unit -1.
func (f *flow) refer(i int) itemRef {
	u := sort.Search(len(f.units), func(u int) bool { return f.units[u].start > i }) - 1
	if u < 0 {
		return itemRef{-1, 0}
	}
	return itemRef{u, i - f.units[u].start}
}

// find returns the item of a reference.
func (f *flow) find(r itemRef) int {
	if r.unit < 0 {
		return -1
	}
	end := len(f.list.items)
	if r.unit+1 < len(f.units) {
		end = f.units[r.unit+1].start
	}
	return min(f.units[r.unit].start+r.offset, end)
}

// restore cuts the flows, set anew, where they were cut before. A unit that
// has become shorter or longer takes that out on its own page.
func (b *binder) restore(all []keptFlow) {
	for i, f := range b.flows {
		for j := range f.sheets {
			s, k := &f.sheets[j], &all[i][j]
			s.start, s.pending, s.left = f.find(k[0]), f.find(k[1]), f.find(k[2])
			s.end = len(f.list.items)
			if j > 0 {
				f.sheets[j-1].end = s.start
			}
		}
	}
	b.places = map[document.Anchor]int{}
	for i, p := range b.pages {
		if p.flow != nil {
			b.note(i, &p)
		}
	}
}

// refers reports whether anything that was set depends on page numbers.
func (b *binder) refers() bool {
	return slices.ContainsFunc(b.flows, (*flow).refers)
}

func labelsOf(places map[document.Anchor]int, pages []page) func(document.Anchor) (int, string, bool) {
	return func(a document.Anchor) (int, string, bool) {
		i, ok := places[a]
		if !ok {
			return 0, "", false
		}
		return i, pages[i].label, true
	}
}

// same reports whether every anchor is on the page it was on before.
func (b *binder) same(places map[document.Anchor]int, pages []page) bool {
	if len(places) != len(b.places) || len(pages) != len(b.pages) {
		return false
	}
	for a, i := range places {
		if j, ok := b.places[a]; !ok || i != j || pages[i].label != b.pages[j].label {
			return false
		}
	}
	return true
}

// breakPages cuts all flows into pages and numbers these.
func (b *binder) breakPages() error {
	st := b.style
	b.pages, b.places = nil, map[document.Anchor]int{}
	if err := b.breakChapters(); err != nil {
		return err
	}
	number := 0
	roman := len(b.flows) > 0 && b.flows[0].roman
	var cutter pageBreaker
	for _, f := range b.flows {
		if roman && !f.roman {
			// The text begins on a right-hand page, with the number 1.
			b.blankTo(true, &number, true)
			number, roman = 0, false
		}
		if f.recto {
			b.blankTo(true, &number, f.roman)
		}
		if err := b.breakFlow(f, len(b.pages), &cutter); err != nil {
			return err
		}
		f.open = nil
		sheets := f.sheets
		for i := 0; i < len(sheets); i += st.Columns {
			number++
			p := page{flow: f, first: i, count: min(st.Columns, len(sheets)-i), label: label(number, f.roman)}
			b.note(len(b.pages), &p)
			b.pages = append(b.pages, p)
		}
		if b.most > 0 && len(b.pages) > b.most {
			return ErrTooManyPages
		}
	}
	return nil
}

// breakChapters cuts the flows that begin on a right-hand page, whatever is
// before them, side by side.
func (b *binder) breakChapters() error {
	var todo []*flow
	for _, f := range b.flows {
		if f.recto && f.stale {
			todo = append(todo, f)
		}
	}
	return b.sideBySide(len(todo), func() func(int) {
		var cutter pageBreaker
		return func(i int) { b.breakFlow(todo[i], 0, &cutter) } // its error is the context's
	})
}

// breakFlow cuts a flow that begins on a page, if it has changed since it was
// cut for such a page.
func (b *binder) breakFlow(f *flow, page int, cutter *pageBreaker) error {
	v := b.vessel(f, page)
	if !f.stale && f.vessel.like(v) {
		return nil
	}
	sheets, err := cutter.paginate(b.ctx, f.list.items, v)
	if err == nil {
		sheets, err = b.balance(f, v, sheets, cutter)
	}
	f.sheets, f.vessel, f.stale = sheets, *v, err != nil
	return err
}

// note records the anchors on a page.
func (b *binder) note(page int, p *page) {
	var record func(it *item)
	record = func(it *item) {
		for _, at := range it.places {
			if at.anchor != "" {
				if _, ok := b.places[at.anchor]; !ok {
					b.places[at.anchor] = page
				}
			}
		}
		if st, ok := it.box.(stack); ok {
			for i := range st.items {
				record(&st.items[i])
			}
		}
		for _, n := range it.notes {
			for i := range n.list.items {
				record(&n.list.items[i])
			}
		}
	}
	items := p.flow.list.items
	for k := range p.flow.sheets[p.first : p.first+p.count] {
		s := &p.flow.sheets[p.first+k]
		s.floats(items, func(i int) { record(&items[i]) })
		for i := s.start; i < s.end; i++ {
			if !s.leaves(items, i) {
				record(&items[i])
			}
		}
	}
}

// blankTo adds a blank page where the next one should be a right-hand (or
// left-hand) one and is not.
func (b *binder) blankTo(recto bool, number *int, roman bool) {
	if (len(b.pages)%2 == 0) != recto {
		*number++
		b.pages = append(b.pages, page{label: label(*number, roman)})
	}
}

func label(n int, small bool) string {
	if small {
		return roman(n)
	}
	return strconv.Itoa(n)
}
