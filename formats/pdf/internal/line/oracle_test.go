package line

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/quirepress/quire/formats/style"
)

// The oracle knows what a paragraph costs and tries everything: each way to
// begin a line, with each line number, fitness class and run of hyphens, and
// each place where that line may end. It sums every line up anew from its
// items, knows no active list, prunes nothing, and shares with the breaker
// only the definitions of badness and demerits of one line.

type oracle struct {
	items []Item
	p     *Params
	q     rule
	pass  Pass
	lines int // how many lines to make, 0 for as many as is best
	memo  map[oracleState]int64
}

type oracleState struct {
	after   int // the item that was broken at, -1 at the start
	line    int
	class   uint8
	hyphens int
}

const impossible = math.MaxInt64

// cost returns the least demerits of all lines after a state.
func (o *oracle) cost(s oracleState) int64 {
	if s.after >= 0 && o.lastBreak(s.after) {
		if o.lines > 0 && s.line != o.lines {
			return impossible
		}
		return 0
	}
	if d, ok := o.memo[s]; ok {
		return d
	}
	best := int64(impossible)
	first := o.first(s.after)
	for end := s.after + 1; end <= len(o.items); end++ {
		if o.legal(end) && end >= first {
			if own, class, ok := o.line(s, first, end); ok {
				next := oracleState{end, s.line + 1, class, 0}
				if o.flagged(end) {
					next.hyphens = s.hyphens + 1
				}
				if over := o.p.MaxHyphens; over > 0 && next.hyphens > over {
					next.hyphens = over
					own += runDemerits
					ok = o.pass == LastResort
				}
				if o.p.MaxHyphens == 0 {
					next.hyphens = 0
					if o.flagged(end) {
						next.hyphens = 1
					}
				}
				if rest := o.cost(next); ok && rest != impossible {
					best = min(best, own+rest)
				}
			}
		}
		if o.forced(end) {
			break
		}
	}
	o.memo[s] = best
	return best
}

func (o *oracle) forced(i int) bool    { return i == len(o.items) || o.items[i].forced() }
func (o *oracle) lastBreak(i int) bool { return i >= len(o.items)-1 && o.forced(i) }
func (o *oracle) flagged(i int) bool {
	return i < len(o.items) && o.items[i].Kind == Penalty && o.items[i].Flagged
}

// legal reports whether a line may end at item i in this pass.
func (o *oracle) legal(i int) bool {
	if i == len(o.items) {
		return !o.items[i-1].forced()
	}
	it := &o.items[i]
	switch it.Kind {
	case Glue:
		return i > 0 && o.items[i-1].Kind == Box && !it.Fil
	case Penalty:
		if it.forced() {
			return true
		}
		if it.Cost >= Inhibit || it.LastResort && o.pass != LastResort || o.pass < it.From {
			return false
		}
		if it.Flagged && it.Width > 0 && o.pass != LastResort {
			return o.pass != Unhyphenated && o.p.HyphenPenalty < Inhibit
		}
		return true
	}
	return false
}

// first returns the first item of a line after a break.
func (o *oracle) first(after int) int {
	i := after + 1
	if after < 0 || o.post(after) != nil {
		return i
	}
	for i < len(o.items) && o.items[i].Kind != Box && !o.items[i].forced() {
		i++
	}
	return i
}

func (o *oracle) post(i int) *Span {
	if i >= 0 && i < len(o.items) && o.items[i].Kind == Penalty {
		if d := o.items[i].Disc; d != nil && d.Post != (Span{}) {
			return &d.Post
		}
	}
	return nil
}

// line returns the demerits of the line of items[first:end].
func (o *oracle) line(s oracleState, first, end int) (d int64, class uint8, ok bool) {
	var t sum
	for i := first; i < end; i++ {
		t.add(&o.items[i])
	}
	// What stands at the edges, and what of it protrudes.
	if post := o.post(s.after); post != nil {
		t.span(*post, 1)
		t.width -= int64(o.items[s.after].Left)
	} else if first < len(o.items) && o.items[first].Kind == Box {
		t.width -= int64(o.items[first].Left)
	}
	hyphen := end < len(o.items) && o.items[end].Kind == Penalty && o.items[end].Width != 0
	if hyphen {
		it := &o.items[end]
		t.span(Span{it.Width, it.Stretch, it.Shrink}, 1)
		t.width -= int64(it.Right)
	} else {
		i := end - 1
		for i >= 0 && o.items[i].Kind == Penalty {
			i--
		}
		if i >= 0 && o.items[i].Kind == Box {
			t.width -= int64(o.items[i].Right)
		}
	}
	measure := o.p.Measures[min(s.line, len(o.p.Measures)-1)].Width
	f, ok := o.q.fit(&t, int64(measure))
	if !ok {
		return 0, 0, false
	}
	d = o.q.demerits(&f, int64(o.p.LinePenalty), o.price(end))
	if o.forced(end) && t.width < int64(o.p.Runt) && (t.fil > 0 || o.p.Ragged > 0) {
		d += o.p.runt(t.width)
	}
	if s.after >= 0 && o.flagged(s.after) {
		if o.flagged(end) {
			d += o.p.DoubleHyphenDemerits
		}
		if o.lastBreak(end) {
			d += o.p.FinalHyphenDemerits
		}
	}
	if int(s.class)-int(f.class) > 1 || int(f.class)-int(s.class) > 1 {
		d += o.p.AdjDemerits
	}
	return d, f.class, true
}

// price returns what a break at item i costs.
func (o *oracle) price(i int) int64 {
	if o.forced(i) {
		return Force
	}
	it := &o.items[i]
	if it.Kind != Penalty {
		return 0
	}
	c := int64(it.Cost)
	switch {
	case it.Flagged && it.Width > 0:
		c += int64(o.p.HyphenPenalty)
	case it.Flagged:
		c += int64(o.p.ExHyphenPenalty)
	}
	if it.LastResort {
		c += int64(o.p.LastResortPenalty)
	}
	return c
}

// best returns the least demerits and the first pass that can set the
// paragraph; ok is false when none can without an overfull line.
func best(items []Item, p *Params) (demerits int64, pass Pass, ok bool) {
	for pass := Unhyphenated; pass <= LastResort; pass++ {
		q, ok := p.rule(pass)
		if !ok {
			continue
		}
		o := oracle{items, p, q, pass, 0, map[oracleState]int64{}}
		if d := o.cost(oracleState{after: -1, class: decent}); d != impossible {
			return d, pass, true
		}
	}
	return 0, LastResort, false
}

// between returns a random length from lo to hi points.
func between(r *rand.Rand, lo, hi int) style.Length {
	return style.Length(lo)*pt + style.Length(r.Int64N(int64(style.Length(hi-lo)*pt)+1))
}

// chance is true once in n times.
func chance(r *rand.Rand, n int) bool { return r.IntN(n) == 0 }

// randomItems makes a paragraph with everything that items can be.
func randomItems(r *rand.Rand) []Item {
	var items []Item
	box := func() {
		it := Item{Kind: Box, Width: between(r, 2, 30), Letters: int32(r.IntN(5))}
		it.Stretch, it.Shrink = it.Width/50, it.Width/50
		if chance(r, 3) {
			it.Left = between(r, 0, 3)
		}
		if chance(r, 3) {
			it.Right = between(r, 0, 3)
		}
		if chance(r, 40) {
			it.Width = -between(r, 0, 4) // a kern
		}
		items = append(items, it)
	}
	for range 3 + r.IntN(25) {
		box()
		for range r.IntN(3) {
			switch r.IntN(6) {
			case 0:
				items = append(items, Item{Kind: Penalty, Flagged: true}) // an explicit hyphen
			case 1:
				items = append(items, Item{Kind: Penalty, LastResort: true, Flagged: chance(r, 2)})
			case 2:
				w := between(r, 2, 6)
				items = append(items, Item{
					Kind: Penalty, Flagged: true, Width: 3 * pt, Left: pt,
					Disc: &Disc{Post: Span{Width: w / 2, Stretch: w / 80}, NoBreak: Span{w, w / 40, w / 60}},
				})
			default:
				items = append(items, Item{Kind: Penalty, Flagged: true, Width: 3 * pt, Stretch: 4000, Right: 2 * pt})
			}
			box()
		}
		switch r.IntN(12) {
		case 0:
			items = append(items, Item{Kind: Penalty, Cost: Inhibit})
		case 1:
			items = append(items, Item{Kind: Penalty, Cost: int32(r.IntN(400) - 200)})
		case 3:
			items = append(items, Item{Kind: Penalty, Cost: int32(r.IntN(400)), From: Pass(r.IntN(5))})
		case 2:
			if chance(r, 3) {
				items = append(items, Fil(), Break())
				continue
			}
		}
		g := Item{Kind: Glue, Width: between(r, 2, 4)}
		g.Stretch, g.Shrink = g.Width/2+between(r, 0, 2), g.Width/3
		items = append(items, g)
	}
	if chance(r, 20) {
		return items
	}
	return Finish(items)
}

// randomParams makes rules for it.
func randomParams(r *rand.Rand) Params {
	measure := between(r, 40, 150)
	p := Justified(measure, 10*pt)
	switch r.IntN(5) {
	case 0:
		p = Ragged(measure, 10*pt)
	case 1:
		p = Balanced(measure, 10*pt)
	}
	for range r.IntN(4) {
		first := Measure{Width: measure}
		if chance(r, 2) {
			first.Width -= between(r, 0, 20)
			first.Offset = measure - first.Width
		}
		p.Measures = append([]Measure{first}, p.Measures...)
	}
	if chance(r, 4) {
		p.PreTolerance = -1
	}
	if chance(r, 3) {
		p.PreTolerance, p.Tolerance = r.IntN(300), r.IntN(3000)
	}
	if chance(r, 3) {
		p.AdjDemerits = r.Int64N(100_000)
		p.DoubleHyphenDemerits = r.Int64N(100_000)
		p.FinalHyphenDemerits = r.Int64N(100_000)
	}
	if chance(r, 3) {
		p.MaxHyphens = r.IntN(4)
	}
	if chance(r, 3) {
		p.EmergencyLetters *= 2
	}
	if chance(r, 2) {
		p.LetterStretch, p.LetterShrink = between(r, 0, 1)/2, between(r, 0, 1)/3
	}
	p.Runt = between(r, 0, 60)
	p.Loosest = 0 // see TestLoosest
	return p
}

// check breaks a paragraph and compares it with the oracle and the invariants.
func check(b *Breaker, items []Item, p *Params) error {
	r := b.Break(items, p)
	want, pass, ok := best(items, p)
	overfull := false
	for i := range r.Lines {
		overfull = overfull || r.Lines[i].Overfull > 0
	}
	if overfull == ok {
		return fmt.Errorf("overfull %t, but the oracle found a solution: %t", overfull, ok)
	}
	if ok && (r.Demerits != want || r.Pass != pass) {
		return fmt.Errorf("%d demerits in pass %v, want %d in %v", r.Demerits, r.Pass, want, pass)
	}
	return invariants(items, p, r)
}

// invariants checks what holds of every result: no item that is shown is lost,
// lines fill their measures, glue keeps its limits, hyphens do not run on.
func invariants(items []Item, p *Params, r Result) error {
	run, next := 0, 0
	for n := range r.Lines {
		l := &r.Lines[n]
		for i := next; i < l.Start; i++ {
			if items[i].Kind == Box {
				return fmt.Errorf("line %d: box %d is lost", n, i)
			}
		}
		next = l.End
		width := style.Length(0)
		if l.PostBreak {
			width += l.SetSpan(items[l.Start-1].Disc.Post)
		}
		fil, gaps, rounded := false, int32(0), style.Length(60)
		for i := l.Start; i < l.End; i++ {
			it := &items[i]
			width += l.Set(it)
			if it.Kind == Box {
				gaps += it.Letters
			}
			fil = fil || it.Fil
			rounded += max(it.Stretch, it.Shrink) >> 16
			if it.Kind == Penalty && it.Disc != nil {
				width += l.SetSpan(it.Disc.NoBreak)
			}
		}
		if l.End < len(items) && items[l.End].Kind == Penalty {
			it := &items[l.End]
			width += l.SetSpan(Span{it.Width, it.Stretch, it.Shrink})
		}
		width += l.LetterSpace*style.Length(gaps) - l.Left - l.Right
		slack := l.Measure - width - l.Underfull + l.Overfull
		if most := style.Length(l.End-l.Start)*2 + rounded; slack < -most || slack > most && !fil && p.Ragged == 0 && !r.Ragged {
			return fmt.Errorf("line %d: its parts come to %v, want %v: %+v", n, width, l.Measure, *l)
		}
		if l.Ratio < -one || l.Expansion < -1000 || l.Expansion > 1000 {
			return fmt.Errorf("line %d: set beyond its limits: %+v", n, *l)
		}
		if run++; l.End == len(items) || !items[l.End].Flagged {
			run = 0
		}
		if p.MaxHyphens > 0 && run > p.MaxHyphens && r.Pass != LastResort {
			return fmt.Errorf("line %d: %d hyphens in a row", n, run)
		}
	}
	for i := next; i < len(items); i++ {
		if items[i].Kind == Box {
			return fmt.Errorf("box %d is lost at the end", i)
		}
	}
	return nil
}

func TestOracle(t *testing.T) {
	var b Breaker
	passes := map[Pass]int{}
	for seed := range uint64(6000) {
		r := rand.New(rand.NewPCG(seed, 1))
		items, p := randomItems(r), randomParams(r)
		if err := check(&b, items, &p); err != nil {
			t.Errorf("seed %d: %v", seed, err)
			if t.Failed() && seed > 200 {
				return
			}
		}
		passes[b.Break(items, &p).Pass]++
	}
	for pass := Unhyphenated; pass <= LastResort; pass++ {
		if passes[pass] < 40 {
			t.Errorf("only %d paragraphs needed the %v pass", passes[pass], pass)
		}
	}
	t.Log(passes)
}

// TestLooseness asks for fewer and more lines than are best, and for the best
// of that number.
func TestLooseness(t *testing.T) {
	var b Breaker
	got := 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 2))
		items, p := randomItems(r), randomParams(r)
		p.PreTolerance, p.Tolerance, p.EmergencyStretch, p.EmergencyLetters = -1, 5000, 0, 0
		p.Ragged, p.Balanced = 0, false
		q, _ := p.rule(Hyphenated)
		costs := map[int]int64{}
		best := 0
		for lines := 1; lines < 40; lines++ {
			o := oracle{items, &p, q, Hyphenated, lines, map[oracleState]int64{}}
			if d := o.cost(oracleState{after: -1, class: decent}); d != impossible {
				costs[lines] = d
				if best == 0 || d < costs[best] {
					best = lines
				}
			}
		}
		if best == 0 {
			continue
		}
		for _, p.Looseness = range []int{-2, -1, 1, 2} {
			want := best
			for n := range costs {
				if d := n - best; p.Looseness < 0 && d >= p.Looseness && n < want || p.Looseness > 0 && d <= p.Looseness && n > want {
					want = n
				}
			}
			res := b.Break(items, &p)
			if len(res.Lines) != want || res.Demerits != costs[want] {
				t.Fatalf("seed %d, looseness %d: %d lines for %d demerits, want %d for %d", seed, p.Looseness, len(res.Lines), res.Demerits, want, costs[want])
			}
			if want != best {
				got++
			}
		}
	}
	if got < 100 {
		t.Errorf("only %d paragraphs could be loosened or tightened", got)
	}
}
