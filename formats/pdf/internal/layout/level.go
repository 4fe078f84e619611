package layout

import "github.com/quirepress/quire/formats/style"

// Level feet: the last baselines of facing pages stand on the same line of the
// grid, whatever the pages end with. The breaker counts in whole lines; what a
// page is short of, or goes beyond by a trifle, is taken up here.
//
// What stands on the grid divides a page into stretches. A stretch between two
// such places grows by whole lines only, the last one also by what its foot is
// off the grid. Within a stretch the growth is shared out: most of it goes to
// the white around blocks, and a little to that between rows of a table, lines of
// a listing or entries of a glossary.

// What takes part in the growth of a stretch without being elastic, in parts of a
// line.
const (
	rigidShare = 4 // white
	jointShare = 1 // between two rows or lines
)

// reach is a stretch of a page between two places on the grid.
type reach struct {
	at     []int // the items that grow
	shares []int
	total  int
	// parts of a line is how much its white may grow by, lines how many it
	// does, shrink the parts that it may shrink by.
	parts, lines, shrink int
}

// room returns whether it may grow by another line, and how well: where there is
// much to share a line, and none to share already.
func (r *reach) room() int {
	n := r.parts / wholeLine
	if r.lines >= n {
		return 0
	}
	return max(2*(n-r.lines)-r.lines, 1)
}

// tight returns how many more lines it may shrink by.
func (r *reach) tight() int { return r.shrink/wholeLine + r.lines }

func (r *reach) add(i, share int) {
	r.at, r.shares, r.total = append(r.at, i), append(r.shares, share), r.total+share
}

// grow shares out a length.
func (r *reach) grow(by style.Length, out map[int]style.Length) {
	left := r.total
	for k, i := range r.at {
		part := by * style.Length(r.shares[k]) / style.Length(left)
		out[i] += part
		by -= part
		left -= r.shares[k]
	}
}

// level says by how much each item of a sheet grows: as much as brings its foot
// onto the grid, and by the lines that the breaker asks for.
func (s *sheet) level(items []item, p *vessel) map[int]style.Length {
	ends := s.end >= len(items) || items[s.end].kind == penaltyItem && items[s.end].cost <= force
	last := s.last(items)
	afoot := ends || last < 0 || items[last].grid // wherever it is, or where it should be
	if afoot && s.extra == 0 {
		return nil
	}
	reaches := make([]reach, 1, 8)
	s.floats(items, func(i int) { reaches[0].add(below(i), wholeLine) })
	c := s.descend(items, p, nil, nil, func(c *cursor, it *item, i int) {
		r := &reaches[len(reaches)-1]
		grid := false
		switch {
		case it.kind == boxItem:
			grid = it.grid
		case !c.begun || i > last:
		case it.kind == glueItem:
			r.shrink += int(it.shrink)
			if r.parts += int(it.stretch); it.stretch > 0 {
				r.add(i, int(it.stretch))
			} else if it.height > 0 && !it.exact {
				r.add(i, rigidShare)
			}
			grid = it.before > 0 // it leads back there
		case it.kind == penaltyItem && it.stretch > 0 || joint(items, i):
			r.parts += int(it.stretch)
			r.shrink += int(it.shrink)
			r.add(i, max(int(it.stretch), jointShare))
		}
		if grid && r.total > 0 {
			reaches = append(reaches, reach{})
		}
	})
	grow := map[int]style.Length{}
	if end := &reaches[len(reaches)-1]; !afoot && end.total > 0 && c.notes == 0 {
		rest := p.leading - (c.base-p.ascent)%p.leading
		if rest >= p.leading-p.trifle() {
			rest -= p.leading
		}
		end.grow(rest, grow)
	}
	for range s.extra {
		if r := most(reaches, (*reach).room); r != nil {
			r.lines++
		}
	}
	for range -s.extra {
		if r := most(reaches, (*reach).tight); r != nil {
			r.lines--
		}
	}
	for k := range reaches {
		switch r := &reaches[k]; {
		case r.lines > 0:
			r.grow(p.leading*style.Length(r.lines), grow)
		case r.lines < 0:
			r.shrunk(items).grow(p.leading*style.Length(r.lines), grow)
		}
	}
	return grow
}

// most returns the reach that has the most, the first of several; nil if none has
// any.
func most(reaches []reach, has func(*reach) int) (best *reach) {
	for k := range reaches {
		if n := has(&reaches[k]); n > 0 && (best == nil || n > has(best)) {
			best = &reaches[k]
		}
	}
	return best
}

// shrunk returns the reach with only what may shrink in it.
func (r *reach) shrunk(items []item) *reach {
	less := &reach{}
	for _, i := range r.at {
		if i >= 0 && items[i].shrink > 0 {
			less.add(i, int(items[i].shrink))
		}
	}
	return less
}

// below is where the white below a float grows that an earlier page has left.
func below(i int) int { return -1 - i }

// joint reports whether item i stands between two rows of a table, or lines that
// are none of the grid's, without white of their own.
func joint(items []item, i int) bool {
	return items[i].kind == penaltyItem && items[i].cost < inhibit && i > 0 && i+1 < len(items) &&
		items[i-1].kind == boxItem && items[i+1].kind == boxItem && !items[i-1].grid && !items[i+1].float
}

// last returns the index of the last box on a sheet that shows, -1 if there is
// none.
func (s *sheet) last(items []item) int {
	for i := s.end - 1; i >= s.start; i-- {
		if items[i].foot > 0 && !s.leaves(items, i) {
			return i
		}
	}
	return -1
}
