package layout

import (
	"context"
	"slices"

	"github.com/quirepress/quire/formats/style"
)

// Page breaks are chosen for a whole flow at once, by the method that Knuth and
// Plass use for lines (after Michael F. Plass, "Optimal Pagination Techniques
// for Automatic Typesetting Systems", 1981): among all ways to cut the list
// into pages, the one with the least total of demerits. Body lines stand on
// the baseline grid, so what a page has too little is counted in whole lines;
// white that may grow takes them up, and what is left should at least be the
// same on both pages of a spread.

// legal reports whether a page may break at item i: at a penalty that does not
// forbid it, or at glue that follows a box.
func legal(items []item, i int) bool {
	switch items[i].kind {
	case penaltyItem:
		return items[i].cost < inhibit
	case glueItem:
		for i--; i >= 0; i-- {
			switch items[i].kind {
			case boxItem:
				return true
			case glueItem, penaltyItem:
				return false
			}
		}
	}
	return false
}

// pageNode is the best way to break up to an item, for a parity and a depth
// of the page before and the floats it leaves.
type pageNode struct {
	demerits int64
	from     int32 // index of the node before, -1 at the start
	at       int32 // the item of the break
	page     int32 // how many pages are full
	pending  int32 // the first float left to the next page, -1 for none
	next     int32 // the next node of the same break, counted from 1
	delta    int8  // lines that the last page lacks
	extra    int8
}

// paginate cuts a list into pages. The breaker may be used again.
func (b *pageBreaker) paginate(ctx context.Context, items []item, p *vessel) ([]sheet, error) {
	all := len(items)
	for len(items) > 0 && items[len(items)-1].kind != boxItem {
		items = items[:len(items)-1]
	}
	if len(items) == 0 {
		return nil, nil
	}
	b.vessel, b.items, b.nodes = p, items, b.nodes[:0]
	b.heads, b.tails = cleared(b.heads, len(items)+2), cleared(b.tails, len(items)+2)
	b.add(pageNode{from: -1, at: -1, pending: -1})
	for at := -1; at <= len(items); at++ {
		if at&0xff == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		b.from(at)
	}
	sheets := b.sheets()
	sheets[len(sheets)-1].end = all
	return sheets, nil
}

// cleared returns s, or a longer one, with n zeroes.
func cleared(s []int32, n int) []int32 {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// pageBreaker holds the nodes of a list.
type pageBreaker struct {
	*vessel
	items []item
	nodes []pageNode
	// heads and tails are the first and the last node of each break, from -1
	// on, counted from 1.
	heads, tails []int32
	// alike are the nodes that are extended at a time.
	alike []int32
}

// from extends the nodes that break at an item by a page.
func (b *pageBreaker) from(at int) {
	// Pages of nothing but floats add to the nodes of this same break.
	for s := b.heads[at+1]; s > 0; s = b.nodes[s-1].next {
		n := b.nodes[s-1]
		if at == len(b.items) && n.pending < 0 {
			continue // the end
		}
		known := false
		for o := b.heads[at+1]; o != s; o = b.nodes[o-1].next {
			known = known || b.alikeAhead(&b.nodes[o-1], &n)
		}
		if known {
			continue
		}
		b.alike = b.alike[:0]
		for o := s; o > 0; o = b.nodes[o-1].next {
			if b.alikeAhead(&b.nodes[o-1], &n) {
				b.alike = append(b.alike, o-1)
			}
		}
		b.fill(&n, b.extend)
	}
}

// add adds a node to those of its break.
func (b *pageBreaker) add(n pageNode) {
	b.nodes = append(b.nodes, n)
	k := int32(len(b.nodes))
	if t := b.tails[n.at+1]; t > 0 {
		b.nodes[t-1].next = k
	} else {
		b.heads[n.at+1] = k
	}
	b.tails[n.at+1] = k
}

// alikeAhead reports whether the same pages can follow on two nodes of one
// break.
func (b *pageBreaker) alikeAhead(m, n *pageNode) bool {
	return m.pending == n.pending && min(int(m.page), len(b.first)) == min(int(n.page), len(b.first))
}

// sheets returns the pages of the best way.
func (b *pageBreaker) sheets() []sheet {
	end := int32(-1)
	for i := range b.nodes {
		n := &b.nodes[i]
		if int(n.at) == len(b.items) && n.pending < 0 && (end < 0 || n.demerits < b.nodes[end].demerits) {
			end = int32(i)
		}
	}
	if end < 0 {
		panic("internal error: no way to cut a list into pages")
	}
	var out []sheet
	for i := end; b.nodes[i].from >= 0; i = b.nodes[i].from {
		n, before := &b.nodes[i], &b.nodes[b.nodes[i].from]
		s := sheet{start: min(int(before.at)+1, len(b.items)), end: int(n.at), pending: int(before.pending), left: int(n.pending), extra: int(n.extra), delta: int(n.delta)}
		if before.at >= 0 && int(before.at) < len(b.items) && before.at < n.at {
			s.head = b.items[before.at].head
		}
		out = append(out, s)
	}
	slices.Reverse(out)
	return out
}

// fill goes down a page that begins behind a node's break, and offers the
// places where it may end.
func (b *pageBreaker) fill(n *pageNode, offer func(candidate)) {
	items, p := b.items, b.vessel
	height := p.heightOf(int(n.page))
	at, pending := int(n.at), int(n.pending)
	var c cursor
	if pending >= 0 {
		pending = b.top(&c, pending, at, height)
	}
	if at >= 0 && at < len(items) && items[at].head != nil {
		c.box(items[at].head, p)
	}
	if at == len(items) {
		offer(candidate{at: at, pending: pending, demerits: floatsAlone})
		return
	}
	if c.begun && n.pending >= 0 && (c.bottom > height-leastText*p.leading || b.stopped(pending, at)) {
		// No room for text, or none that may come before the floats that are
		// left: a page of floats.
		k := candidate{at: at, pending: pending, delta: max(floor(height-c.foot(p), p.leading), 0)}
		if k.delta > 0 {
			k.demerits = shortPage + shorterPage*int64(k.delta-1)
		}
		offer(k)
		if pending >= 0 || c.bottom+p.leading > height {
			return
		}
	}
	left := pending
	c.begun = false
	var last candidate // the last place that was not offered
	some := false      // whether there was any
	torn := -1         // the last place where only force would break
	held := false      // whether the last box belongs to what follows
	alone := false     // whether that has moved to the next page
	for i := at + 1; i <= len(items); i++ {
		end := i == len(items)
		if c.begun && (end || legal(items, i)) {
			k := judge(items, i, &c, height, p)
			k.pending = pending
			if alone {
				k.demerits += stranding
			}
			if k.demerits >= overflow {
				if !some && torn >= 0 {
					// What should stay together is higher than a page.
					offer(candidate{at: torn, pending: pending, demerits: tearing})
				} else if !some && n.pending >= 0 && at >= 0 {
					// It has no room below the floats.
					offer(candidate{at: at, pending: left, demerits: tearing})
				} else if !some {
					offer(k)
				} else if last.at >= 0 {
					offer(last)
				}
				return
			}
			forced := end || items[i].kind == penaltyItem && items[i].cost <= force
			last, some = k, true
			if forced || k.delta <= window {
				offer(k)
				if c.notes > 0 && !forced {
					k.moveNotes(&c, offer)
				} else if k.lines == -1 && k.extra < 0 {
					offer(k.loosened())
				}
				last.at = -1
			}
			if forced {
				return
			}
		} else if c.begun && !end && items[i].kind == penaltyItem && c.bottom+c.notes <= height && !hangs(items, i) {
			torn = i
		}
		if end {
			return
		}
		switch it := &items[i]; it.kind {
		case boxItem:
			if pending >= 0 && some && (it.barrier || it.section != nil && b.bound(pending, i, it.section.level)) {
				if last.at >= 0 {
					offer(last)
				}
				return
			}
			if it.float && (pending >= 0 || c.begun && !c.fits(it, height, p)) {
				if pending < 0 {
					pending = i
				}
				alone = alone || held
				if i == len(items)-1 && !c.begun {
					offer(candidate{at: len(items), pending: pending})
					return
				}
				continue
			}
			c.box(it, p)
			held, alone = false, false
		case glueItem:
			if it.float && pending < 0 && !b.stays(c, i, height) {
				pending = i
			}
			if !it.float || pending < 0 {
				c.glue(it, p, 0)
			}
		case penaltyItem:
			if c.begun {
				c.parts += int(it.stretch)
				c.shrunk += int(it.shrink)
				held = held || it.cost >= inhibit
			}
		}
	}
}

// hangs reports whether what stands before item i reaches further down than its
// box: a row with a cell that goes on in the next.
func hangs(items []item, i int) bool {
	if i == 0 || items[i-1].kind != boxItem {
		return false
	}
	r, ok := items[i-1].box.(*row)
	return ok && r.joined
}

// bound reports whether one of the floats from the first that is pending up to
// item i may not move past a title of a level.
func (b *pageBreaker) bound(pending, i, level int) bool {
	for k := pending; k < i; k++ {
		if it := &b.items[k]; it.float && it.kind == boxItem && int(it.bound) >= level {
			return true
		}
	}
	return false
}

// stopped reports whether the text behind item at begins with a title that
// floats that are pending may not move past.
func (b *pageBreaker) stopped(pending, at int) bool {
	if pending < 0 {
		return false
	}
	for i := at + 1; i < len(b.items); i++ {
		if it := &b.items[i]; it.kind == boxItem && !it.float {
			return it.section != nil && b.bound(pending, i, it.section.level)
		}
	}
	return false
}

// stays reports whether the float behind the glue at i, if there is one, has
// room on the page.
func (b *pageBreaker) stays(c cursor, i int, height style.Length) bool {
	if i+1 == len(b.items) || !b.items[i+1].float || b.items[i+1].kind != boxItem || !c.begun {
		return true
	}
	c.glue(&b.items[i], b.vessel, 0)
	return c.fits(&b.items[i+1], height, b.vessel)
}

// top sets the floats that are due at the top of a page, as far as they fit,
// and returns the first that does not.
func (b *pageBreaker) top(c *cursor, pending, at int, height style.Length) int {
	for i := pending; i <= at && i < len(b.items); i++ {
		if !b.items[i].float || b.items[i].kind != boxItem {
			continue
		}
		if c.begun && !c.fits(&b.items[i], height, b.vessel) {
			return i
		}
		c.box(&b.items[i], b.vessel)
		c.floated(b.vessel)
	}
	return -1
}

// extend extends the nodes that are alike by a page: the best of those that make
// it a left-hand page, and the best of the others.
func (b *pageBreaker) extend(c candidate) {
	var best [2]int64
	from := [2]int32{-1, -1}
	for _, i := range b.alike {
		f := &b.nodes[i]
		d := f.demerits
		// The page that ends here has the index f.page; it faces the one before
		// when it is a right-hand page.
		side := f.page % 2
		if (side == 0) == b.recto && f.page > 0 && c.at != len(b.items) {
			if diff := int64(c.delta) - int64(f.delta); diff != 0 {
				d += unevenSpread + moreUneven*(max(diff, -diff)-1)
			}
		}
		if from[side] < 0 || d < best[side] {
			best[side], from[side] = d, i
		}
	}
	for side, i := range from {
		if i >= 0 {
			b.relax(i, c, best[side]+c.demerits)
		}
	}
}

// relax adds the node that extends another by a page, unless there is a better
// one like it.
func (b *pageBreaker) relax(from int32, c candidate, demerits int64) {
	n := pageNode{demerits: demerits, from: from, at: int32(c.at), page: b.nodes[from].page + 1, pending: int32(c.pending), delta: clamp(c.delta), extra: clamp(c.extra)}
	for i := b.heads[c.at+1]; i > 0; i = b.nodes[i-1].next {
		o := &b.nodes[i-1]
		if o.delta == n.delta && o.page%2 == n.page%2 && b.alikeAhead(o, &n) {
			if demerits < o.demerits {
				n.next = o.next
				*o = n
			}
			return
		}
	}
	b.add(n)
}

func clamp(n int) int8 { return int8(max(-8, min(n, 8))) }
