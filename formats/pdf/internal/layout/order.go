package layout

import (
	"cmp"
	"slices"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
)

// Reading order. Boxes reach their pages in nearly the order of the text, but
// not quite: a row of a table that goes on over the page brings the rest of
// its first cell behind the beginning of its second. The tree knows better, so
// the marks are numbered anew by it: the kids of an element in the order in
// which they were begun, everything inside one before the next.

// renumber makes the order of all marks that of the structure tree.
func renumber(book *frame.Book) {
	type kid struct {
		order int32
		tag   int32  // an element, or
		mark  *int32 // the order of a mark
	}
	count := make([]int32, len(book.Tags))
	visit := func(f func(tag int32, order *int32)) {
		for i := range book.Pages {
			p := &book.Pages[i]
			for _, it := range p.Items {
				if m := markOf(it); m.Tag > 0 {
					f(m.Tag, &m.Order)
				}
			}
			for k := range p.Links {
				if l := &p.Links[k]; l.Tag > 0 {
					f(l.Tag, &l.Order)
				}
			}
		}
	}
	visit(func(t int32, _ *int32) { count[t]++ })
	for _, t := range book.Tags[1:] {
		count[t.Parent]++
	}
	// All kids in one slice, those of an element together.
	start := make([]int32, len(book.Tags)+1)
	for i, n := range count {
		start[i+1] = start[i] + n
	}
	kids := make([]kid, start[len(book.Tags)])
	next := slices.Clone(start[:len(book.Tags)])
	add := func(parent int32, k kid) {
		kids[next[parent]] = k
		next[parent]++
	}
	for i := 1; i < len(book.Tags); i++ {
		add(book.Tags[i].Parent, kid{order: book.Tags[i].Order, tag: int32(i)})
	}
	visit(func(t int32, order *int32) { add(t, kid{order: *order, mark: order}) })
	order := int32(0)
	type level struct{ at, end int32 }
	sorted := func(t int32) level {
		slices.SortStableFunc(kids[start[t]:start[t+1]], func(a, b kid) int { return cmp.Compare(a.order, b.order) })
		return level{start[t], start[t+1]}
	}
	for open := []level{sorted(0)}; len(open) > 0; {
		l := &open[len(open)-1]
		if l.at == l.end {
			open = open[:len(open)-1]
			continue
		}
		k := kids[l.at]
		l.at++
		order++
		if k.mark != nil {
			*k.mark = order
			continue
		}
		book.Tags[k.tag].Order = order
		open = append(open, sorted(k.tag))
	}
}

// markOf returns the mark of an item.
func markOf(it frame.Item) *frame.Mark {
	switch it := it.(type) {
	case *frame.Text:
		return &it.Mark
	case *frame.Rule:
		return &it.Mark
	case *frame.Path:
		return &it.Mark
	case *frame.Picture:
		return &it.Mark
	}
	panic("internal error: an item without a mark")
}
