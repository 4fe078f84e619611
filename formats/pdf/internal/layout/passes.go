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
	for range 2 {
		before, pages := b.places, b.pages
		b.labels = labelsOf(before, pages)
		b.volume.pages = len(pages)
		if err := b.set(); err != nil {
			return err
		}
		if err := b.breakPages(); err != nil {
			return err
		}
		if b.same(before, pages) {
			return nil
		}
	}
	return nil
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
			b.note(f, &sheets[i])
		}
	}
	return nil
}

// note records the anchors on the page at hand.
func (b *binder) note(f *flow, s *sheet) {
	page := len(b.pages) - 1
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
