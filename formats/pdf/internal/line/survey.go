package line

import (
	"math"

	"github.com/quirepress/quire/formats/style"
)

// A survey is what the passes need to know of a paragraph: its legal
// breakpoints, with sums from which the total of any line is one subtraction.
type survey struct {
	places []place
	sums   []sum // sums[i] is the total of items[:i]
	start  sum   // what to take off for the first line
	left   int64 // what protrudes of the first line on the left
	items  []Item
}

// A place is a legal breakpoint.
type place struct {
	end   sum // of a line that ends here, from the paragraph's start
	start sum // what to take off for a line that begins here
	// reach is the least that a line ending here or later can be narrowed
	// to: once that is too much, no later break makes it fit.
	reach int64
	cost  int64

	item int32 // the item that is broken at; len(items) at the end
	next int32 // the first item of the line after it

	left, right int64 // what protrudes of a line that begins or ends here

	forced     bool
	flagged    bool // the line ends with a hyphen
	adds       bool // which the break adds
	lastResort bool
	from       Pass // the first in which the line may end here
	post       bool // the next line begins with the text of a discretionary
}

// narrowest returns the width of a run narrowed all the way.
func (s *sum) narrowest(squeeze int64) int64 {
	return s.width - s.shrink - s.contract - s.letters*squeeze
}

// read surveys a paragraph.
func (v *survey) read(items []Item, p *Params) {
	if len(p.Measures) == 0 {
		panic("internal error: line: no measure")
	}
	v.items = items
	v.sums = append(v.sums[:0], sum{})
	v.places = v.places[:0]
	v.start, v.left = sum{}, 0
	if items[0].Kind == Box {
		v.left = int64(items[0].Left)
		v.start.width = v.left
	}

	var total sum
	right := int64(0) // what the text before the item protrudes
	for i := range items {
		it := &items[i]
		switch it.Kind {
		case Box:
			right = int64(it.Right)
		case Glue:
			// Glue is a breakpoint behind a box only, and what fills a line
			// belongs to it.
			if i > 0 && items[i-1].Kind == Box && !it.Fil {
				v.places = append(v.places, place{item: int32(i), end: total, right: right})
			}
			right = 0
		case Penalty:
			if it.Cost < Inhibit {
				e := place{item: int32(i), end: total, right: right}
				e.read(it, p)
				v.places = append(v.places, e)
			}
		}
		total.add(it)
		v.sums = append(v.sums, total)
	}
	if !items[len(items)-1].forced() {
		v.places = append(v.places, place{
			item: int32(len(items)), end: total, right: right, forced: true, cost: Force,
		})
	}
	v.link(p.squeeze())
}

// read fills in what the penalty it says of the place.
func (e *place) read(it *Item, p *Params) {
	e.cost, e.forced = int64(it.Cost), it.forced()
	e.flagged, e.adds, e.lastResort = it.Flagged, it.adds(), it.LastResort
	e.from = it.From
	if e.lastResort {
		e.from = LastResort
	}
	if e.forced {
		e.cost = Force
	} else {
		switch {
		case e.adds:
			e.cost += int64(p.HyphenPenalty)
		case e.flagged:
			e.cost += int64(p.ExHyphenPenalty)
		}
		if e.lastResort {
			e.cost += int64(p.LastResortPenalty)
		}
	}
	if it.Width != 0 {
		e.end.span(Span{it.Width, it.Stretch, it.Shrink}, 1)
		e.right = int64(it.Right)
	}
	e.post = it.Disc != nil && it.Disc.Post != Span{}
}

// forget lets go of what belongs to the caller.
func (v *survey) forget() { v.items = nil }

// link finds, from the end backwards, where the line after each place begins:
// glue and penalties after a break vanish, up to the first box or forced
// break, but text that the break itself brings keeps them.
func (v *survey) link(squeeze int64) {
	reach := int64(math.MaxInt64)
	i := len(v.items) // the first item from which on none vanishes, if any
	j := i
	for k := len(v.places) - 1; k >= 0; k-- {
		e := &v.places[k]
		for ; j > int(e.item)+1; j-- {
			if it := &v.items[j-1]; it.Kind == Box || it.forced() {
				i = j - 1
			}
		}
		e.next = int32(i)
		if e.post {
			e.next = min(e.item+1, int32(len(v.items)))
		}
		e.start = v.sums[e.next]
		switch {
		case e.post:
			it := &v.items[e.item]
			e.start.span(it.Disc.Post, -1)
			e.left = int64(it.Left)
		case int(e.next) < len(v.items) && v.items[e.next].Kind == Box:
			e.left = int64(v.items[e.next].Left)
		}
		e.start.width += e.left
		e.end.width -= e.right
		reach = min(reach, e.end.narrowest(squeeze))
		e.reach = reach
	}
}

// line returns line n, from place a (-1 for the start) to place z, as the rule
// sets it; ok is false when it breaks the rule.
func (v *survey) line(p *Params, q *rule, n int, a, z int32) (l Line, ok bool) {
	e := &v.places[z]
	start, first, left, post := v.start, int32(0), v.left, false
	if a >= 0 {
		from := &v.places[a]
		start, first, left, post = from.start, from.next, from.left, from.post
	}
	m := p.measure(n)
	s := e.end.minus(&start)
	f, ok := q.fit(&s, int64(m.Width))
	l = Line{
		Start: int(min(first, e.item)), End: int(e.item), PostBreak: post,
		Measure: m.Width, Offset: m.Offset,
		Width: style.Length(s.width + left + e.right),
		Left:  style.Length(left), Right: style.Length(e.right),
		Hyphenated: e.adds, LastResort: e.lastResort,
		Overfull: style.Length(f.over),
	}
	l.set(&s, &f, q)
	return l, ok
}
