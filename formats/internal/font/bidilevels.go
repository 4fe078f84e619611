package font

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// The bidirectional algorithm up to the levels of each character (UAX #9,
// revision 48, rules X1 to I2 and L1 for the paragraph as one line). The two
// libraries at hand give runs of one parity, not of one level, and then a
// number in Hebrew draws the English after it along. The rules are named where
// they are applied; the work is linear in the text.

const (
	maxDepth    = 125 // BD2
	maxBrackets = 63  // BD16
)

// resolveLevels returns the level of each character of a paragraph whose own
// level is base. Characters that rule X9 removes get the level of what stands
// before them.
func resolveLevels(text []rune, base uint8) []uint8 {
	p := paragraph{
		text: text, base: base,
		class:  make([]bidi.Class, len(text)),
		levels: make([]uint8, len(text)),
		match:  make([]int, len(text)),
	}
	for i, r := range text {
		p.class[i] = classOf(r)
	}
	p.original = slices.Clone(p.class)
	p.matchIsolates()
	p.explicit()
	p.sequences()
	p.whitespace()
	return p.levels
}

func classOf(r rune) bidi.Class {
	props, _ := bidi.LookupRune(r)
	return props.Class()
}

// strong returns the direction of a character that has one of its own.
func strong(r rune) Direction {
	switch classOf(r) {
	case bidi.L:
		return LeftToRight
	case bidi.R, bidi.AL:
		return RightToLeft
	}
	return DirectionAuto
}

// paragraph is a text on the way to its levels.
type paragraph struct {
	text     []rune
	base     uint8
	original []bidi.Class
	class    []bidi.Class // as the rules change it
	levels   []uint8
	match    []int // isolate initiator to its PDI (len(text): none), PDI to its initiator (-1: none)
}

func initiator(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// removed tells what rule X9 takes out of the text.
func removed(c bidi.Class) bool {
	switch c {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// matchIsolates pairs initiators with their ends (BD9). A paragraph separator
// ends all.
func (p *paragraph) matchIsolates() {
	var open []int
	for i, c := range p.class {
		switch {
		case initiator(c):
			p.match[i] = len(p.text)
			open = append(open, i)
		case c == bidi.PDI:
			p.match[i] = -1
			if n := len(open); n > 0 {
				p.match[i], p.match[open[n-1]] = open[n-1], i
				open = open[:n-1]
			}
		case c == bidi.B:
			open = open[:0]
		}
	}
}

// explicit applies the embeddings, overrides and isolates that the text asks
// for (X1 to X8).
func (p *paragraph) explicit() {
	type status struct {
		level    uint8
		override bidi.Class // ON for none
		isolate  bool
	}
	stack := make([]status, 1, 8)
	stack[0] = status{p.base, bidi.ON, false}
	overIsolates, overEmbeddings, isolates := 0, 0, 0
	next := func(odd bool) (uint8, bool) { // the next level of a parity
		l := stack[len(stack)-1].level + 1
		if (l%2 == 1) != odd {
			l++
		}
		return l, l <= maxDepth
	}
	for i, c := range p.class {
		top := stack[len(stack)-1]
		switch c {
		case bidi.RLE, bidi.LRE, bidi.RLO, bidi.LRO: // X2 to X5
			p.levels[i] = top.level
			override := bidi.ON
			if c == bidi.RLO {
				override = bidi.R
			} else if c == bidi.LRO {
				override = bidi.L
			}
			if l, ok := next(c == bidi.RLE || c == bidi.RLO); ok && overIsolates == 0 && overEmbeddings == 0 {
				stack = append(stack, status{l, override, false})
			} else if overIsolates == 0 {
				overEmbeddings++
			}
		case bidi.RLI, bidi.LRI, bidi.FSI: // X5a to X5c
			p.levels[i] = top.level
			if top.override != bidi.ON {
				p.class[i] = top.override
			}
			odd := c == bidi.RLI || c == bidi.FSI && p.firstStrong(i+1, p.match[i]) == RightToLeft
			if l, ok := next(odd); ok && overIsolates == 0 && overEmbeddings == 0 {
				isolates++
				stack = append(stack, status{l, bidi.ON, true})
			} else {
				overIsolates++
			}
		case bidi.PDI: // X6a
			switch {
			case overIsolates > 0:
				overIsolates--
			case isolates > 0:
				overEmbeddings = 0
				for !stack[len(stack)-1].isolate {
					stack = stack[:len(stack)-1]
				}
				stack = stack[:len(stack)-1]
				isolates--
			}
			top = stack[len(stack)-1]
			p.levels[i] = top.level
			if top.override != bidi.ON {
				p.class[i] = top.override
			}
		case bidi.PDF: // X7
			p.levels[i] = top.level
			switch {
			case overIsolates > 0:
			case overEmbeddings > 0:
				overEmbeddings--
			case !top.isolate && len(stack) > 1:
				stack = stack[:len(stack)-1]
			}
		case bidi.B: // X8
			p.levels[i] = p.base
			stack = stack[:1]
			overIsolates, overEmbeddings, isolates = 0, 0, 0
		default: // X6
			p.levels[i] = top.level
			if top.override != bidi.ON && c != bidi.BN {
				p.class[i] = top.override
			}
		}
	}
}

// firstStrong finds the direction of the first strong character between from
// and to, isolates skipped (P2, P3).
func (p *paragraph) firstStrong(from, to int) Direction {
	for i := from; i < to; i++ {
		switch c := p.original[i]; {
		case initiator(c):
			i = p.match[i]
		case c == bidi.L:
			return LeftToRight
		case c == bidi.R || c == bidi.AL:
			return RightToLeft
		case c == bidi.B:
			return DirectionAuto
		}
	}
	return DirectionAuto
}

// sequences divides the text into isolating run sequences (X10) and resolves
// each.
func (p *paragraph) sequences() {
	type run struct {
		from, to int // of kept
		level    uint8
	}
	kept := make([]int, 0, len(p.text))
	for i, c := range p.original {
		if !removed(c) {
			kept = append(kept, i)
		}
	}
	var runs []run
	runOf := map[int]int{} // the run that begins with a matched PDI
	for k, i := range kept {
		if k == 0 || p.levels[i] != p.levels[kept[k-1]] {
			if p.original[i] == bidi.PDI && p.match[i] >= 0 {
				runOf[i] = len(runs)
			}
			runs = append(runs, run{from: k, level: p.levels[i]})
		}
		runs[len(runs)-1].to = k + 1
	}
	var s sequence
	for n, r := range runs {
		first := kept[r.from]
		if p.original[first] == bidi.PDI && p.match[first] >= 0 {
			continue // it continues another run
		}
		s.at = s.at[:0]
		level, before, after := r.level, p.base, p.base
		if n > 0 {
			before = runs[n-1].level
		}
		for {
			s.at = append(s.at, kept[r.from:r.to]...)
			last := kept[r.to-1]
			if initiator(p.original[last]) {
				if end := p.match[last]; end < len(p.text) {
					n = runOf[end]
					r = runs[n]
					continue
				}
			} else if n+1 < len(runs) {
				after = runs[n+1].level
			}
			break
		}
		s.resolve(p, level, direction(max(level, before)), direction(max(level, after)))
	}
	// What was removed follows what stands before it.
	last := p.base
	for i, c := range p.original {
		if removed(c) {
			p.levels[i] = last
		}
		last = p.levels[i]
	}
}

// direction returns the class that a level stands for.
func direction(level uint8) bidi.Class {
	if level%2 != 0 {
		return bidi.R
	}
	return bidi.L
}

// whitespace gives separators, and the white space before them and at the end,
// the level of the paragraph (L1).
func (p *paragraph) whitespace() {
	trailing := true
	for i := len(p.text) - 1; i >= 0; i-- {
		switch c := p.original[i]; {
		case c == bidi.B || c == bidi.S:
			trailing = true
		case c == bidi.WS || c == bidi.PDI || initiator(c) || removed(c):
		default:
			trailing = false
		}
		if trailing {
			p.levels[i] = p.base
		}
	}
}
