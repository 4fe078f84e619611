// Package line breaks paragraphs into lines.
//
// It is the total-fit algorithm of Donald E. Knuth and Michael F. Plass,
// "Breaking Paragraphs into Lines", Software: Practice and Experience 11
// (1981), in the shape of TeX: The Program, §813–§890, with the margins and
// expansion of Hàn Thế Thành, "Micro-typographic extensions to the TeX
// typesetting system" (2000). In go items: boxes, glue and penalties with
// widths, but without fonts and strings; out come lines, as ranges of items
// with the ratios at which they are set. Everything is an integer, so the
// same paragraph breaks alike on every machine.
//
// Begin with [Justified], [Ragged] or [Balanced], and [Breaker.Break].
//
// Where it deviates from TeX: what protrudes into the margins and what glyph
// expansion gives are part of a line's width; badness is not cut off at 10000;
// runs of hyphens have a hard limit; a line is only given up when no later
// break can make it fit; emergency stretch is lent to the lines that need it
// only. Mathematics, and paragraphs whose lines depend on the page, are not
// its trade.
package line

import (
	"math"

	"github.com/quirepress/quire/formats/style"
)

// A Pass is one of the attempts that [Breaker.Break] makes, each with more
// licence than the one before.
type Pass uint8

// The passes, in their order.
const (
	Unhyphenated Pass = iota // within PreTolerance, without hyphenation
	Hyphenated               // within Tolerance
	Emergency                // with EmergencyStretch
	Letterspaced             // with LetterStretch and LetterShrink
	LastResort               // with breaks of last resort, and any looseness
)

// String returns the name of the pass in lower case.
func (p Pass) String() string {
	return [...]string{"unhyphenated", "hyphenated", "emergency", "letterspaced", "last resort"}[p]
}

// A Result is a broken paragraph.
type Result struct {
	Lines []Line
	// Pass tells which attempt succeeded.
	Pass Pass
	// Demerits is the total that no other choice of breaks can undercut
	// under the rules of the pass.
	Demerits int64
}

// A Breaker breaks paragraphs and keeps its buffers from one to the next. The
// zero value is ready. It must not be used by two goroutines at a time.
type Breaker struct {
	survey survey
	active []group
	nodes  []node
	tally  []tally
}

// Break breaks a paragraph. Its items should end as [Finish] leaves them; if
// they do not, their end breaks the last line all the same. No items make no
// lines. Params must have a measure. Widths may be negative, stretch and
// shrink may not.
//
// A line is overfull only where no break at all, not even one of last resort,
// could have saved it.
func (b *Breaker) Break(items []Item, p *Params) Result {
	if len(items) == 0 {
		return Result{}
	}
	b.survey.read(items, p)
	defer func() { b.survey.items = nil }()
	for pass := Unhyphenated; ; pass++ {
		q, ok := p.rule(pass)
		if !ok {
			continue
		}
		end, ok := b.try(p, &q, pass)
		if !ok {
			continue
		}
		n := 0
		for i := end; b.nodes[i].place >= 0; i = b.nodes[i].from {
			n++
		}
		lines := make([]Line, n)
		for i := end; b.nodes[i].place >= 0; {
			before := b.nodes[i].from
			n--
			lines[n], _ = b.survey.line(p, &q, n, b.nodes[before].place, b.nodes[i].place)
			i = before
		}
		return Result{Lines: lines, Pass: pass, Demerits: b.nodes[end].demerits}
	}
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

// try runs one pass and returns the node that ends the paragraph; ok is false
// when the pass cannot set it.
func (b *Breaker) try(p *Params, q *rule, pass Pass) (end int32, ok bool) {
	easy := int32(p.easy())
	if p.Looseness != 0 {
		easy = math.MaxInt32 - 1
	}
	final := pass == LastResort
	hyphens := pass != Unhyphenated && p.HyphenPenalty < Inhibit || final
	places := b.survey.places

	b.nodes = append(b.nodes[:0], node{place: -1, class: decent})
	b.active = append(b.active[:0], group{
		start:     b.survey.start,
		narrowest: b.survey.start.narrowest(p.squeeze()),
		widest:    q.widest(&b.survey.start),
		measure:   int64(p.measure(0).Width),
		place:     -1, count: 1,
	})
	for k := range places {
		e := &places[k]
		if !e.forced && (e.lastResort && !final || e.adds && !hyphens) {
			continue
		}
		last := k == len(places)-1
		widest := q.widest(&e.end)
		b.tally = b.tally[:0]
		kept, reached := 0, false
		for i := range b.active {
			g := &b.active[i]
			if e.reach-g.narrowest > g.measure {
				continue // too long, here and at every later place
			}
			short := !q.any && widest-g.widest+q.slack < g.measure && e.end.fil == g.start.fil
			if e.item >= g.next && !short {
				s := e.end.minus(&g.start)
				if f, ok := q.fit(&s, g.measure); ok && b.extend(p, q, g, e, &s, &f, final, last) {
					reached = true
				}
			}
			if !e.forced {
				if kept < i {
					b.active[kept] = *g
				}
				kept++
			}
		}
		if kept == 0 && !reached {
			if !final {
				return 0, false
			}
			// Nothing can save this line.
			for i := range b.active {
				g := &b.active[i]
				s := e.end.minus(&g.start)
				f, _ := q.fit(&s, g.measure)
				f.badness = min(overfullBadness+f.over/int64(style.Point)*overfullPoint, overfullMost)
				b.extend(p, q, g, e, &s, &f, final, last)
			}
		}
		b.active = b.active[:kept]
		b.settle(p, q, int32(k), easy)
	}
	return b.choose(p, pass)
}

// extend carries the line from group g to place e, set as f, into the tally.
// It reports false when every way there has too many hyphens in a row.
func (b *Breaker) extend(p *Params, q *rule, g *group, e *place, s *sum, f *fit, final, last bool) (reached bool) {
	d := q.demerits(f, int64(p.LinePenalty), e.cost)
	if e.forced && s.width < int64(p.Runt) && (s.fil > 0 || q.ragged > 0) {
		d += p.RuntDemerits
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
	for i := range b.tally {
		if b.tally[i].line == g.line {
			t = &b.tally[i]
			break
		}
	}
	if t == nil {
		b.tally = append(b.tally, tally{line: g.line})
		t = &b.tally[len(b.tally)-1]
	}
	for i := g.first; i < g.first+g.count; i++ {
		n := &b.nodes[i]
		d, run := d+n.demerits, uint8(0)
		if n.class > f.class+1 || f.class > n.class+1 {
			d += p.AdjDemerits
		}
		if e.flagged && p.MaxHyphens > 0 {
			run = n.hyphens + 1
			if limit := uint8(min(p.MaxHyphens, maxRun)); run > limit {
				if !final {
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
func (b *Breaker) settle(p *Params, q *rule, k, easy int32) {
	for i := 1; i < len(b.tally); i++ { // by line number; there are few
		for j := i; j > 0 && b.tally[j].line < b.tally[j-1].line; j-- {
			b.tally[j], b.tally[j-1] = b.tally[j-1], b.tally[j]
		}
	}
	e := &b.survey.places[k]
	for i := range b.tally {
		t := &b.tally[i]
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
			first:     int32(len(b.nodes)),
			flagged:   e.flagged,
		}
		if g.line > easy {
			// From here on all lines are alike, so their number does not
			// matter (TeX's easy_line).
			g.line = easy
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
			b.nodes = append(b.nodes, n)
		}
		g.least, g.count = least, int32(len(b.nodes))-g.first
		b.active = append(b.active, g)
	}
	if len(b.active) > maxActive {
		b.evict()
	}
}

// evict takes the group with the most demerits off the active list.
func (b *Breaker) evict() {
	worst, most := 0, int64(math.MinInt64)
	for i := range b.active {
		if d := b.active[i].least; d > most {
			worst, most = i, d
		}
	}
	b.active = append(b.active[:worst], b.active[worst+1:]...)
}

// choose returns the best end of the paragraph, or the one whose number of
// lines comes nearest to the looseness that is wanted (TeX: The Program,
// §874–§875).
func (b *Breaker) choose(p *Params, pass Pass) (end int32, ok bool) {
	best := &b.active[0]
	for i := range b.active {
		if g := &b.active[i]; g.least <= best.least {
			best = g
		}
	}
	if p.Looseness == 0 {
		return b.cheapest(best), true
	}
	lines, got, want := best.line, 0, p.Looseness
	for i := range b.active {
		g := &b.active[i]
		diff := int(g.line - lines)
		if want < 0 && want <= diff && diff < got || want > 0 && got < diff && diff <= want {
			best, got = g, diff
		}
	}
	return b.cheapest(best), got == want || pass != Unhyphenated
}

// cheapest returns the best node of a group.
func (b *Breaker) cheapest(g *group) int32 {
	for i := g.first; ; i++ {
		if b.nodes[i].demerits == g.least {
			return i
		}
	}
}
