package layout

import "github.com/quirepress/quire/formats/style"

// What a page costs that ends at a place: the lines that it is short of, or goes
// on too far, after its white has grown or shrunk, and what the break itself
// costs. That it should be as deep as the page beside it is added where two
// pages meet (breaks.go).

// The demerits of pages.
const (
	// stretchedLine is for a line that white has grown by, tightLine for one that
	// it has shrunk by.
	stretchedLine = 90
	tightLine     = 200
	// shortPage is for a page that ends a line too early, shorterPage for each
	// further line; longPage for one that goes on a line too far.
	shortPage   = 300
	shorterPage = 1_200
	longPage    = 450
	// noteGap is how many lines may be missing above the notes of a page
	// before it counts as short; noteLine is for each, and grows like the cost
	// of lines that white has grown by.
	noteGap  = 4
	noteLine = 60
	// unevenSpread is for facing pages that differ by a line, moreUneven for each
	// further one.
	unevenSpread = 12_000
	moreUneven   = 4_000
	// stub is for a last page with less than stubLines lines.
	stub      = 1_500
	stubLines = 5
	// floatsAlone is for a page of floats behind the end of the text.
	floatsAlone = 8_000
	// stranding is for a title whose table or figure moves to the next page.
	stranding = 150_000
	// tearing is for a break where none is allowed.
	tearing = 400_000
	// overflow is for each line that does not fit at all.
	overflow = 1_000_000
	// leastText is how many lines of text a page has below floats, at least.
	leastText = 4
	// window is how many lines a page may be short of before no better break
	// is looked for, unless there is no other.
	window = 6
)

// candidate is a way to end a page.
type candidate struct {
	at       int // the item of the break; the number of items at the end
	pending  int
	demerits int64
	lines    int // that are left, for white or nothing
	delta    int // those that the foot stands too high
	extra    int
}

// judge counts the demerits of a page that ends at item i.
func judge(items []item, i int, c *cursor, height style.Length, p *vessel) candidate {
	k := candidate{at: i}
	room := height - c.foot(p)
	long := c.bottom-c.foot(p) <= p.leading/2 // it may be: little hangs below it
	forced := i == len(items)
	if !forced && items[i].kind == penaltyItem {
		cost := int64(items[i].cost)
		forced = cost <= force
		if cost > 0 {
			k.demerits += cost
		}
	}
	if c.notes == 0 && !forced {
		room += p.trifle()
	}
	k.lines = floor(room, p.leading)
	switch {
	case k.lines < 0 && -k.lines <= c.tight():
		k.extra = k.lines
		k.demerits += tightLine * int64(k.extra) * int64(k.extra)
	case k.lines < -1 || k.lines < 0 && (!long || forced && (c.notes > 0 || room < -p.leading)):
		k.demerits += overflow * int64(-k.lines)
		k.delta = k.lines
	case forced:
		if k.delta = min(k.lines, 0); k.delta < 0 {
			k.demerits += longPage
		} else if c.bottom < stubLines*p.leading {
			k.demerits += stub
		}
	case k.lines < 0:
		k.demerits += longPage
		k.delta = -1
	case c.notes > 0:
		if extra, cost, ok := c.aboveNotes(k.lines); ok {
			k.extra = extra
			k.demerits += cost
			break
		}
		fallthrough
	default:
		k.extra = min(k.lines, c.elastic())
		k.demerits += stretchedLine * int64(k.extra) * int64(k.extra)
		k.delta = k.lines - k.extra
		if k.delta > 0 {
			k.demerits += shortPage + shorterPage*int64(k.delta-1)
		}
	}
	return k
}

// aboveNotes shares out the lines that are left above the notes of a page: some
// to the white that grows, and some to that above the notes, which stand at the
// foot all the same. It is not ok where they are too many.
func (c *cursor) aboveNotes(lines int) (extra int, cost int64, ok bool) {
	for e := min(lines, c.elastic()); e >= 0 && lines-e <= noteGap; e-- {
		d := stretchedLine*int64(e*e) + noteLine*int64((lines-e)*(lines-e))
		if !ok || d < cost {
			extra, cost, ok = e, d, true
		}
	}
	return extra, cost, ok
}

// loosened returns the page of a candidate whose white shrinks by a line, with all
// its white and a line too long.
func (k candidate) loosened() candidate {
	k.demerits += longPage - tightLine
	k.extra, k.delta = 0, -1
	return k
}

// moveNotes offers the page of a candidate with its notes a line higher, and a
// line lower: as deep as the page beside it may be.
func (k candidate) moveNotes(c *cursor, offer func(candidate)) {
	_, cost, ok := c.aboveNotes(k.lines)
	if k.lines < 0 || !ok {
		return
	}
	text := k.demerits - cost
	for _, move := range [...]struct {
		delta int
		cost  int64
	}{{1, shortPage}, {-1, longPage}} {
		if extra, cost, ok := c.aboveNotes(k.lines - move.delta); ok && k.lines >= move.delta {
			k.delta, k.extra = move.delta, extra
			k.demerits = text + move.cost + cost
			offer(k)
		}
	}
}

func floor(a, b style.Length) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return int(q)
}
