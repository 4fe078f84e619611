package layout

import (
	"strconv"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Page numbers in the text: three passes at most. The first sets the text with
// a guess for every number; the second prints the pages that the first found.
// If its own pages differ, the third prints those and keeps every page break
// where it is, so that they stay true.

// converge sets and paginates until the numbers are right.
func (b *binder) converge() error {
	if err := b.set(); err != nil {
		return err
	}
	if err := b.breakPages(); err != nil {
		return err
	}
	if !b.refers() {
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

// keptFlow is where the pages of a flow break: the unit and the item in it at
// which each begins.
type keptFlow [][2]int

// keep notes the page breaks.
func (b *binder) keep() []keptFlow {
	var all []keptFlow
	for _, f := range b.flows {
		var k keptFlow
		u := 0
		for _, s := range f.sheets {
			for u+1 < len(f.units) && f.units[u+1].start <= s.start {
				u++
			}
			k = append(k, [2]int{u, s.start - f.units[u].start})
		}
		all = append(all, k)
	}
	return all
}

// restore cuts the flows, set anew, where they were cut before. A unit that
// has become shorter or longer takes that out on its own page.
func (b *binder) restore(all []keptFlow) {
	for i, f := range b.flows {
		for j := range f.sheets {
			u, at := all[i][j][0], all[i][j][1]
			end := len(f.list.items)
			if u+1 < len(f.units) {
				end = f.units[u+1].start
			}
			start := min(f.units[u].start+at, end)
			f.sheets[j].start = start
			if j > 0 {
				f.sheets[j-1].end = start
			}
			f.sheets[j].end = len(f.list.items)
		}
	}
	b.places = map[document.Anchor]int{}
	for i, p := range b.pages {
		if p.flow != nil {
			b.note(i, p.flow, &p.flow.sheets[p.sheet])
		}
	}
}

// refers reports whether anything that was set depends on page numbers.
func (b *binder) refers() bool {
	for _, f := range b.flows {
		for _, u := range f.units {
			if u.refers {
				return true
			}
		}
	}
	return false
}

func labelsOf(places map[document.Anchor]int, pages []leafOf) func(document.Anchor) (int, string, bool) {
	return func(a document.Anchor) (int, string, bool) {
		i, ok := places[a]
		if !ok {
			return 0, "", false
		}
		return i, pages[i].label, true
	}
}

// same reports whether every anchor is on the page it was on before.
func (b *binder) same(places map[document.Anchor]int, pages []leafOf) bool {
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
	number := 0
	roman := len(b.flows) > 0 && b.flows[0].roman
	for _, f := range b.flows {
		if roman && !f.roman {
			// The text begins on a right-hand page, with the number 1.
			b.blankTo(true, &number, true)
			number, roman = 0, false
		}
		if f.recto {
			b.blankTo(true, &number, f.roman)
		}
		recto := len(b.pages)%2 == 0
		v := &vessel{height: st.Body.Leading * style.Length(st.Lines()), leading: st.Body.Leading, gap: st.Body.Leading, recto: recto}
		sheets, err := paginate(b.ctx, f.list.items, v)
		if err != nil {
			return err
		}
		f.sheets = sheets
		for i := range sheets {
			number++
			b.pages = append(b.pages, leafOf{flow: f, sheet: i, label: label(number, f.roman)})
			b.note(len(b.pages)-1, f, &sheets[i])
		}
	}
	return nil
}

// note records the anchors on a page.
func (b *binder) note(page int, f *flow, s *sheet) {
	var record func(it *item)
	record = func(it *item) {
		for _, p := range it.places {
			if p.anchor != "" {
				if _, ok := b.places[p.anchor]; !ok {
					b.places[p.anchor] = page
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
	for i := s.start; i < s.end; i++ {
		record(&f.list.items[i])
	}
}

// blankTo adds a blank page where the next one should be a right-hand (or
// left-hand) one and is not.
func (b *binder) blankTo(recto bool, number *int, roman bool) {
	if (len(b.pages)%2 == 0) != recto {
		*number++
		b.pages = append(b.pages, leafOf{label: label(*number, roman)})
	}
}

func label(n int, small bool) string {
	if small {
		return roman(n)
	}
	return strconv.Itoa(n)
}
