package line

import (
	"math"

	"github.com/quirepress/quire/formats/style"
)

// A search goes through a paragraph once, under the rule of one pass (TeX: The
// Program, §829 ff.). It keeps the places from which a line may still begin,
// and at every further place the best ways to get there.
type search struct {
	survey *survey
	params Params
	rule   rule
	pass   Pass
	easy   int32 // lines from this number on are not told apart

	active []group
	nodes  []node
	tally  []tally
}

// A node is a way to break the paragraph up to a place: the best of all that
// have the same line number, fitness and run of hyphens (TeX's passive node).
type node struct {
	demerits int64
	from     int32 // the node before
	place    int32 // -1 for the start of the paragraph
	class    uint8
	hyphens  uint8 // how many lines in a row end with a hyphen here
}

// A group holds the active nodes of one place and line number: the line that
// begins there is the same for all of them.
type group struct {
	start        sum
	narrowest    int64 // what start comes to in a line narrowed all the way
	widest       int64 // and in one widened as far as the rule allows
	measure      int64
	line         int32 // the number of the line that begins here, from 0
	next         int32 // its first item
	place        int32
	first, count int32 // of its nodes
	least        int64 // demerits of the best of them
	flagged      bool
}

const (
	maxRun = 7
	states = classes * (maxRun + 1)
	// maxActive bounds what hostile text, such as a hundred thousand
	// breakpoints without width, can cost: beyond it the worst group goes.
	// A line of prose has some dozens.
	maxActive = 256

	// In the last pass, what a hyphen beyond the limit costs: more than any
	// line that fits.
	runDemerits = 4_000_000_000_000
	// The badness of a line that is too long, and what it gains by the point,
	// so that a long word stands alone on its line; demerits add up to less
	// than 2^63 even when most lines are too long.
	overfullBadness = 2_000_000
	overfullPoint   = 30_000
	overfullMost    = 5_000_000
)

// A tally collects the best ways to end a line of some number at the place at
// hand.
type tally struct {
	line int32
	used uint32 // a bit for each state that is reached
	best [states]node
}

// run makes one pass and returns the node that ends the paragraph; ok is false
// when the pass cannot set it.
func (x *search) run(v *survey, p *Params, q *rule, pass Pass) (end int32, ok bool) {
	x.survey, x.params, x.rule, x.pass = v, *p, *q, pass
	x.easy = int32(p.easy())
	if p.Looseness != 0 {
		x.easy = math.MaxInt32 - 1
	}
	final := pass == LastResort
	hyphens := pass != Unhyphenated && p.HyphenPenalty < Inhibit || final
	places := v.places

	x.nodes = append(x.nodes[:0], node{place: -1, class: decent})
	x.active = append(x.active[:0], group{
		start:     x.survey.start,
		narrowest: x.survey.start.narrowest(p.squeeze()),
		widest:    q.widest(&x.survey.start),
		measure:   int64(p.measure(0).Width),
		place:     -1, count: 1,
	})
	for k := range places {
		e := &places[k]
		if !e.forced && (e.from > pass || e.adds && !hyphens) {
			continue
		}
		last := k == len(places)-1
		widest := q.widest(&e.end)
		x.tally = x.tally[:0]
		kept, reached := 0, false
		for i := range x.active {
			g := &x.active[i]
			if e.reach-g.narrowest > g.measure {
				continue // too long, here and at every later place
			}
			short := !q.any && widest-g.widest+q.slack < g.measure && e.end.fil == g.start.fil
			if e.item >= g.next && !short {
				s := e.end.minus(&g.start)
				if f, ok := q.fit(&s, g.measure); ok && x.extend(g, e, &s, &f, last) {
					reached = true
				}
			}
			if !e.forced {
				if kept < i {
					x.active[kept] = *g
				}
				kept++
			}
		}
		if kept == 0 && !reached {
			if !final {
				return 0, false
			}
			// Nothing can save this line.
			for i := range x.active {
				g := &x.active[i]
				s := e.end.minus(&g.start)
				f, _ := q.fit(&s, g.measure)
				f.badness = min(overfullBadness+f.over/int64(style.Point)*overfullPoint, overfullMost)
				x.extend(g, e, &s, &f, last)
			}
		}
		x.active = x.active[:kept]
		x.settle(int32(k))
	}
	return x.choose()
}

// extend carries the line from group g to place e, set as f, into the tally.
// It reports false when every way there has too many hyphens in a row.
func (x *search) extend(g *group, e *place, s *sum, f *fit, last bool) (reached bool) {
	p, q := &x.params, &x.rule
	d := q.demerits(f, int64(p.LinePenalty), e.cost)
	if e.forced && s.width < int64(p.Runt) && (s.fil > 0 || q.ragged > 0) {
		d += p.runt(s.width)
	}
	if g.flagged {
		if e.flagged {
			d += p.DoubleHyphenDemerits
		}
		if last {
			d += p.FinalHyphenDemerits
		}
	}
	var t *tally
	for i := range x.tally {
		if x.tally[i].line == g.line {
			t = &x.tally[i]
			break
		}
	}
	if t == nil {
		x.tally = append(x.tally, tally{line: g.line})
		t = &x.tally[len(x.tally)-1]
	}
	for i := g.first; i < g.first+g.count; i++ {
		n := &x.nodes[i]
		d, run := d+n.demerits, uint8(0)
		if n.class > f.class+1 || f.class > n.class+1 {
			d += p.AdjDemerits
		}
		if e.flagged && p.MaxHyphens > 0 {
			run = n.hyphens + 1
			if limit := uint8(min(p.MaxHyphens, maxRun)); run > limit {
				if x.pass != LastResort {
					continue
				}
				run = limit
				d += runDemerits
			}
		}
		state := run*classes + f.class
		// Of equals, the way whose last line begins later is taken, as TeX
		// does: a heading's first line is the longer one.
		if t.used>>state&1 == 0 || d <= t.best[state].demerits {
			t.used |= 1 << state
			t.best[state] = node{demerits: d, from: i, class: f.class, hyphens: run}
		}
		reached = true
	}
	return reached
}

// settle makes the tally's best ways the active nodes of place k.
func (x *search) settle(k int32) {
	p, q := &x.params, &x.rule
	for i := 1; i < len(x.tally); i++ { // by line number; there are few
		for j := i; j > 0 && x.tally[j].line < x.tally[j-1].line; j-- {
			x.tally[j], x.tally[j-1] = x.tally[j-1], x.tally[j]
		}
	}
	e := &x.survey.places[k]
	for i := range x.tally {
		t := &x.tally[i]
		if t.used == 0 {
			continue
		}
		g := group{
			start:     e.start,
			narrowest: e.start.narrowest(p.squeeze()),
			widest:    q.widest(&e.start),
			line:      t.line + 1,
			next:      e.next,
			place:     k,
			first:     int32(len(x.nodes)),
			flagged:   e.flagged,
		}
		if g.line > x.easy {
			// From here on all lines are alike, so their number does not
			// matter (TeX's easy_line).
			g.line = x.easy
		}
		g.measure = int64(p.measure(int(g.line)).Width)
		least := int64(math.MaxInt64)
		for state := range t.best {
			if t.used>>state&1 == 0 {
				continue
			}
			n := t.best[state]
			// A way that another one undercuts whatever class the next line
			// has, and with no more hyphens before it, is not needed.
			if least != math.MaxInt64 && n.demerits > least+p.AdjDemerits {
				continue
			}
			least = min(least, n.demerits)
			n.place = k
			x.nodes = append(x.nodes, n)
		}
		g.least, g.count = least, int32(len(x.nodes))-g.first
		x.active = append(x.active, g)
	}
	if len(x.active) > maxActive {
		x.evict()
	}
}

// evict takes the group with the most demerits off the active list.
func (x *search) evict() {
	worst, most := 0, int64(math.MinInt64)
	for i := range x.active {
		if d := x.active[i].least; d > most {
			worst, most = i, d
		}
	}
	x.active = append(x.active[:worst], x.active[worst+1:]...)
}

// choose returns the best end of the paragraph, or the one whose number of
// lines comes nearest to the looseness that is wanted (TeX: The Program,
// §874–§875).
func (x *search) choose() (end int32, ok bool) {
	best := &x.active[0]
	for i := range x.active {
		if g := &x.active[i]; g.least <= best.least {
			best = g
		}
	}
	if x.params.Looseness == 0 {
		return x.cheapest(best), true
	}
	lines, got, want := best.line, 0, x.params.Looseness
	for i := range x.active {
		g := &x.active[i]
		diff := int(g.line - lines)
		if want < 0 && want <= diff && diff < got || want > 0 && got < diff && diff <= want {
			best, got = g, diff
		}
	}
	return x.cheapest(best), got == want || x.pass != Unhyphenated
}

// cheapest returns the best node of a group.
func (x *search) cheapest(g *group) int32 {
	for i := g.first; ; i++ {
		if x.nodes[i].demerits == g.least {
			return i
		}
	}
}
