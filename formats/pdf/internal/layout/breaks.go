package layout

import (
	"context"

	"github.com/quirepress/quire/formats/style"
)

// Page breaks are chosen for a whole flow at once, by the method that Knuth and
// Plass use for lines (after Michael F. Plass, "Optimal Pagination Techniques
// for Automatic Typesetting Systems", 1981): among all ways to cut the list
// into pages, the one with the least total of demerits. Body lines stand on
// the baseline grid, so what a page has too little is counted in whole lines;
// white that may grow takes them up, and what is left should at least be the
// same on both pages of a spread.

// The demerits of a page.
const (
	// stretchedLine is for a line that white has grown by.
	stretchedLine = 90
	// shortPage is for a page that ends a line too early, shorterPage for each
	// further line; longPage for one that goes on a line too far.
	shortPage   = 300
	shorterPage = 1_500
	longPage    = 450
	// unevenSpread is for each line by which facing pages differ.
	unevenSpread = 2_000
	// stub is for a last page with less than stubLines lines.
	stub      = 1_500
	stubLines = 5
	// overflow is for each line that does not fit at all.
	overflow = 1_000_000
	// window is how many lines a page may be short of before no better break
	// is looked for, unless there is no other.
	window = 6
)

// sheet is a page of a flow: the items from start up to end, which is the
// break.
type sheet struct {
	start, end int
	// extra is how many lines of white grow.
	extra int
	head  *item // repeated at the top
}

// measureOfPages is what the breaker must know about the pages.
type vessel struct {
	height  style.Length // of the text
	leading style.Length
	// first is the height of the first pages (or columns), where it differs.
	first []style.Length
	// gap is the white above the notes.
	gap style.Length
	// recto says that the first page is a right-hand one.
	recto bool
}

func (p *vessel) heightOf(n int) style.Length {
	if n < len(p.first) {
		return p.first[n]
	}
	return p.height
}

// cursor goes down a page.
type cursor struct {
	y, bottom style.Length
	notes     style.Length
	stretch   int
	begun     bool
	soft      style.Length // glue above that may vanish
}

// box moves the cursor below a box and returns where its top stands.
func (c *cursor) box(it *item, p *vessel) style.Length {
	if it.grid {
		switch rest := c.y % p.leading; {
		case rest == 0:
		case rest <= c.soft:
			c.y -= rest
		default:
			c.y += p.leading - rest
		}
	}
	c.soft = 0
	top := c.y
	c.y += it.height
	c.bottom = c.y
	c.begun = true
	for _, n := range it.notes {
		c.note(n, p)
	}
	return top
}

// glue moves the cursor over white; grow is how many lines it grows by.
func (c *cursor) glue(it *item, p *vessel, grow int) {
	if !c.begun {
		return
	}
	c.y += it.height + p.leading*style.Length(grow)
	if it.before > 0 {
		if rest := (c.y + it.before) % p.leading; rest > 0 {
			c.y += p.leading - rest
		}
	}
	if it.soft {
		c.soft = it.height
	}
	c.stretch += int(it.stretch)
}

func (c *cursor) note(n *note, p *vessel) {
	if c.notes == 0 {
		c.notes = p.gap
	}
	c.notes += n.height
	for _, m := range n.inner {
		c.note(m, p)
	}
}

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
// of the page before.
type pageNode struct {
	demerits int64
	from     int32 // index of the node before, -1 at the start
	at       int32 // the item of the break
	page     int32 // how many pages are full
	delta    int8  // lines that the last page lacks
	extra    int8
}

// paginate cuts a list into pages.
func paginate(ctx context.Context, items []item, p *vessel) ([]sheet, error) {
	all := len(items)
	for len(items) > 0 && items[len(items)-1].kind != boxItem {
		items = items[:len(items)-1]
	}
	if len(items) == 0 {
		return nil, nil
	}
	nodes := []pageNode{{from: -1, at: -1}}
	heads := map[int][]int32{-1: {0}} // nodes by their break
	for at := -1; at < len(items); at++ {
		if at&0xff == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		starts := heads[at]
		if len(starts) == 0 {
			continue
		}
		delete(heads, at)
		least := nodes[starts[0]].demerits
		for _, s := range starts {
			least = min(least, nodes[s].demerits)
		}
		seen := map[int]bool{}
		for _, s := range starts {
			n := int(nodes[s].page)
			height := p.heightOf(n)
			class := n
			if n >= len(p.first) {
				class = len(p.first)
			}
			if seen[class] {
				continue
			}
			seen[class] = true
			fill(items, at, height, p, func(c candidate) {
				for _, s := range starts {
					m := int(nodes[s].page)
					if m != n && (m < len(p.first) || n < len(p.first)) {
						continue
					}
					relax(&nodes, heads, s, c, p, len(items))
				}
			})
		}
	}
	end := int32(-1)
	for i := range nodes {
		if int(nodes[i].at) == len(items) && (end < 0 || nodes[i].demerits < nodes[end].demerits) {
			end = int32(i)
		}
	}
	if end < 0 {
		panic("internal error: no way to cut a list into pages")
	}
	var out []sheet
	for i := end; nodes[i].from >= 0; i = nodes[i].from {
		n := &nodes[i]
		s := sheet{start: int(nodes[n.from].at) + 1, end: int(n.at), extra: int(n.extra)}
		if b := int(nodes[n.from].at); b >= 0 {
			s.head = items[b].head
		}
		out = append(out, s)
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	out[len(out)-1].end = all
	return out, nil
}

// candidate is a way to end a page.
type candidate struct {
	at       int // the item of the break; len(items) at the end
	demerits int64
	delta    int
	extra    int
}

// fill goes down a page that begins behind item at, and offers the places
// where it may end.
func fill(items []item, at int, height style.Length, p *vessel, offer func(candidate)) {
	var c cursor
	if at >= 0 && items[at].head != nil {
		c.box(items[at].head, p)
		c.begun = false
	}
	var last *candidate
	i := at + 1
	for ; i <= len(items); i++ {
		end := i == len(items)
		if c.begun && (end || legal(items, i)) {
			k := judge(items, i, &c, height, p)
			if k.demerits >= overflow {
				if last == nil {
					offer(k)
				} else if last.at >= 0 {
					offer(*last)
				}
				return
			}
			forced := end || items[i].kind == penaltyItem && items[i].cost <= force
			if forced || k.delta <= window {
				offer(k)
				k.at = -1
			}
			last = &k
			if forced {
				return
			}
		}
		if end {
			return
		}
		switch it := &items[i]; it.kind {
		case boxItem:
			c.box(it, p)
		case glueItem:
			c.glue(it, p, 0)
		}
	}
}

// judge counts the demerits of a page that ends at item i.
func judge(items []item, i int, c *cursor, height style.Length, p *vessel) candidate {
	k := candidate{at: i}
	room := height - c.notes - c.bottom
	forced := i == len(items)
	if !forced && items[i].kind == penaltyItem {
		cost := int64(items[i].cost)
		forced = cost <= force
		if cost > 0 {
			k.demerits += cost
		}
	}
	lines := floor(room, p.leading)
	switch {
	case lines < -1 || lines < 0 && (c.notes > 0 || forced && room < -p.leading):
		k.demerits += overflow * int64(-lines)
		k.delta = lines
	case lines < 0:
		k.demerits += longPage
		k.delta = -1
	case forced:
		if c.bottom < stubLines*p.leading {
			k.demerits += stub
		}
	default:
		k.extra = min(lines, c.stretch)
		k.demerits += stretchedLine * int64(k.extra) * int64(k.extra)
		k.delta = lines - k.extra
		if k.delta > 0 {
			k.demerits += shortPage + shorterPage*int64(k.delta-1)
		}
	}
	return k
}

func floor(a, b style.Length) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return int(q)
}

// relax extends a node by a page.
func relax(nodes *[]pageNode, heads map[int][]int32, from int32, c candidate, p *vessel, end int) {
	f := &(*nodes)[from]
	d := f.demerits + c.demerits
	page := f.page + 1
	// The page that ends here has the index page-1; it faces the one before
	// when it is a right-hand page.
	recto := (int(page-1)%2 == 0) == p.recto
	if recto && page > 1 && c.at != end {
		diff := int64(c.delta) - int64(f.delta)
		if diff < 0 {
			diff = -diff
		}
		d += unevenSpread * diff
	}
	n := pageNode{demerits: d, from: from, at: int32(c.at), page: page, delta: clamp(c.delta), extra: clamp(c.extra)}
	for _, i := range heads[c.at] {
		o := &(*nodes)[i]
		if alike(o.page, n.page, len(p.first)) && o.delta == n.delta {
			if d < o.demerits {
				*o = n
			}
			return
		}
	}
	*nodes = append(*nodes, n)
	heads[c.at] = append(heads[c.at], int32(len(*nodes)-1))
}

// alike reports whether what follows is the same after so many pages.
func alike(a, b int32, first int) bool {
	if int(a) < first || int(b) < first {
		return a == b
	}
	return a%2 == b%2
}

func clamp(n int) int8 { return int8(max(-8, min(n, 8))) }
