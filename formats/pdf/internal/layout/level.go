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
	whites []white
	// shares is the sum of those of the whites; grows and gives are the parts of
	// a line that they may grow and shrink by together.
	shares, grows, gives int
	// lines is how many lines it grows by, rest what is missing to the grid at
	// its end.
	lines int
	rest  style.Length
}

// white is an item where a stretch grows or shrinks: its share of the growth, and
// the parts of a line that it may shrink by.
type white struct{ item, share, gives int }

func (r *reach) add(w white) {
	r.whites = append(r.whites, w)
	r.shares += w.share
	r.gives += w.gives
}

// tighten lets a stretch shrink no more.
func (r *reach) tighten() {
	r.rest, r.gives = 0, 0
	for k := range r.whites {
		r.whites[k].gives = 0
	}
}

// room returns whether it may grow by another line, and how well: where there is
// much to share a line, and none to share already.
func (r *reach) room() int {
	n := r.grows / wholeLine
	if r.lines >= n {
		return 0
	}
	return max(2*(n-r.lines)-r.lines, 1)
}

// tight returns how many more lines it may shrink by.
func (r *reach) tight() int { return r.gives/wholeLine + r.lines }

// grow shares out what a stretch grows and shrinks by.
func (r *reach) grow(leading style.Length, out map[int]style.Length) {
	more, shares := r.rest+leading*style.Length(max(r.lines, 0)), r.shares
	less, gives := leading*style.Length(max(-r.lines, 0)), r.gives
	for _, w := range r.whites {
		if w.share > 0 {
			part := more * style.Length(w.share) / style.Length(shares)
			out[w.item] += part
			more, shares = more-part, shares-w.share
		}
		if w.gives > 0 {
			part := less * style.Length(w.gives) / style.Length(gives)
			out[w.item] -= part
			less, gives = less-part, gives-w.gives
		}
	}
}

// level says by how much each item of a sheet grows: as much as brings its foot
// onto the grid, and by the lines that the breaker asks for.
func (s *sheet) level(items []item, p *vessel) map[int]style.Length {
	ends := s.end >= len(items) || items[s.end].kind == penaltyItem && items[s.end].cost <= force
	last := s.last(items)
	afoot := ends || last < 0 || items[last].grid // wherever it is, or where it should be
	if afoot && s.extra == 0 && s.begins(items) {
		return nil
	}
	reaches := make([]reach, 1, 8)
	s.floats(items, func(i int) { reaches[0].add(white{item: below(i), share: wholeLine}) })
	grows, gives := 0, 0 // of the white since the last box
	c := s.descend(items, p, nil, nil, func(c *cursor, it *item, i int) {
		r := &reaches[len(reaches)-1]
		grid := false
		w := white{item: i}
		switch {
		case it.kind == boxItem:
			grid, grows, gives = it.grid, 0, 0
		case !c.begun || i > last:
		case it.kind == glueItem:
			more := max(int(it.stretch)-grows, 0)
			w.share, w.gives = more, max(int(it.shrink)-gives, 0)
			if grows == 0 && it.stretch == 0 && it.height > 0 && !it.exact {
				w.share = rigidShare
			}
			r.add(w)
			r.grows += more
			grows, gives = grows+more, gives+w.gives
			grid = it.before > 0 // it leads back there
		case it.kind == penaltyItem && it.stretch > 0 || joint(items, i):
			w.share, w.gives = max(int(it.stretch), jointShare), int(it.shrink)
			r.add(w)
			r.grows += int(it.stretch)
		}
		if grid && r.shares > 0 {
			if r.rest = c.snap; r.rest < 0 {
				r.tighten() // it gives what it has already
			}
			reaches = append(reaches, reach{})
		}
	})
	grow := map[int]style.Length{}
	if end := &reaches[len(reaches)-1]; !afoot && c.notes == 0 {
		end.rest = p.leading - (c.base-p.ascent)%p.leading
		if end.rest >= p.leading-p.trifle() {
			end.rest -= p.leading
		}
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
		reaches[k].grow(p.leading, grow)
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

// below is where the white below a float grows that an earlier page has left.
func below(i int) int { return -1 - i }

// joint reports whether item i stands between two rows of a table, or lines that
// are none of the grid's, without white of their own.
func joint(items []item, i int) bool {
	return items[i].kind == penaltyItem && items[i].cost < inhibit && i > 0 && i+1 < len(items) &&
		items[i-1].kind == boxItem && items[i+1].kind == boxItem && !items[i-1].grid && !items[i+1].float
}

// begins reports whether a sheet begins on the grid, so that no white is needed to
// lead back there but what the blocks have themselves.
func (s *sheet) begins(items []item) bool {
	for i := s.start; i < s.end; i++ {
		if items[i].foot > 0 && !s.leaves(items, i) {
			return items[i].grid && s.head == nil
		}
	}
	return true
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
