package font

import (
	"cmp"
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// sequence is an isolating run sequence: the places of the characters that the
// weak and neutral rules of UAX #9 see beside each other.
type sequence struct {
	at    []int
	class []bidi.Class
}

// resolve applies W1 to W7, N0 to N2, I1 and I2 to the sequence, whose level is
// given with the directions of what stands before and after it.
func (s *sequence) resolve(p *paragraph, level uint8, sos, eos bidi.Class) {
	s.class = s.class[:0]
	for _, i := range s.at {
		s.class = append(s.class, p.class[i])
	}
	s.weak(p, sos)
	s.brackets(p, direction(level), sos)
	s.neutral(direction(level), sos, eos)
	for k, i := range s.at {
		switch c := s.class[k]; {
		case level%2 == 0 && c == bidi.R, level%2 != 0 && (c == bidi.L || c == bidi.EN || c == bidi.AN):
			p.levels[i] = level + 1
		case level%2 == 0 && (c == bidi.AN || c == bidi.EN):
			p.levels[i] = level + 2
		default:
			p.levels[i] = level
		}
	}
}

func (s *sequence) weak(p *paragraph, sos bidi.Class) {
	c := s.class
	prev, last := sos, sos // the class before, the last strong one
	for k := range c {
		if c[k] == bidi.NSM { // W1
			c[k] = prev
		}
		prev = c[k]
		if o := p.original[s.at[k]]; (initiator(o) || o == bidi.PDI) && c[k] == o {
			prev = bidi.ON
		}
		switch c[k] {
		case bidi.L, bidi.R:
			last = c[k]
		case bidi.AL:
			last = bidi.AL
		case bidi.EN:
			if last == bidi.AL { // W2
				c[k] = bidi.AN
				prev = bidi.AN
			}
		}
	}
	for k := range c {
		if c[k] == bidi.AL { // W3
			c[k] = bidi.R
		}
	}
	for k := 1; k+1 < len(c); k++ { // W4
		switch {
		case c[k] == bidi.ES && c[k-1] == bidi.EN && c[k+1] == bidi.EN,
			c[k] == bidi.CS && c[k-1] == bidi.EN && c[k+1] == bidi.EN:
			c[k] = bidi.EN
		case c[k] == bidi.CS && c[k-1] == bidi.AN && c[k+1] == bidi.AN:
			c[k] = bidi.AN
		}
	}
	for k := 0; k < len(c); k++ { // W5
		if c[k] != bidi.ET {
			continue
		}
		end := k
		for end < len(c) && c[end] == bidi.ET {
			end++
		}
		if k > 0 && c[k-1] == bidi.EN || end < len(c) && c[end] == bidi.EN {
			for j := k; j < end; j++ {
				c[j] = bidi.EN
			}
		}
		k = end - 1
	}
	last = sos
	for k := range c {
		switch c[k] {
		case bidi.ES, bidi.ET, bidi.CS: // W6
			c[k] = bidi.ON
		case bidi.L, bidi.R:
			last = c[k]
		case bidi.EN:
			if last == bidi.L { // W7
				c[k] = bidi.L
			}
		}
	}
}

// side returns the direction that a class counts for among neutrals, numbers
// as R, and ON for none.
func side(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

// brackets gives both brackets of a pair one direction (N0).
func (s *sequence) brackets(p *paragraph, embedding, sos bidi.Class) {
	type pair struct{ open, close int }
	type opener struct {
		closing rune
		k       int
	}
	var pairs []pair
	var open []opener
scan:
	for k, i := range s.at {
		if s.class[k] != bidi.ON {
			continue
		}
		props, _ := bidi.LookupRune(p.text[i])
		switch {
		case !props.IsBracket():
		case props.IsOpeningBracket():
			if len(open) == maxBrackets {
				break scan
			}
			open = append(open, opener{canonical(closing(p.text[i])), k})
		default:
			r := canonical(p.text[i])
			for n := len(open) - 1; n >= 0; n-- {
				if open[n].closing == r {
					pairs = append(pairs, pair{open[n].k, k})
					open = open[:n]
					break
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(a.open, b.open) })
	for _, b := range pairs {
		inside := bidi.ON
		for _, c := range s.class[b.open+1 : b.close] {
			if d := side(c); d == embedding {
				inside = d
				break
			} else if d != bidi.ON {
				inside = d
			}
		}
		if inside == bidi.ON {
			continue
		}
		if inside != embedding { // c: what stands before decides
			context := sos
			for k := b.open - 1; k >= 0; k-- {
				if d := side(s.class[k]); d != bidi.ON {
					context = d
					break
				}
			}
			if context != inside {
				inside = embedding
			}
		}
		for _, k := range []int{b.open, b.close} {
			s.class[k] = inside
			for k++; k < len(s.at) && p.original[s.at[k]] == bidi.NSM; k++ {
				s.class[k] = inside
			}
		}
	}
}

// closing returns the closing bracket of an opening one. Nearly all pairs are
// neighbours in Unicode.
func closing(r rune) rune {
	switch r {
	case '[', '{', 0xFF3B, 0xFF5B:
		return r + 2
	case 0x298D:
		return 0x2990
	case 0x298F:
		return 0x298E
	}
	return r + 1
}

// canonical maps the brackets that have a canonical equivalent to it (BD16).
func canonical(r rune) rune {
	switch r {
	case 0x2329:
		return 0x3008
	case 0x232A:
		return 0x3009
	}
	return r
}

// neutral gives what has no direction that of its surroundings (N1, N2).
func (s *sequence) neutral(embedding, sos, eos bidi.Class) {
	before := sos
	for k := 0; k < len(s.class); {
		if d := side(s.class[k]); d != bidi.ON {
			before = d
			k++
			continue
		}
		end := k
		after := eos
		for ; end < len(s.class); end++ {
			if d := side(s.class[end]); d != bidi.ON {
				after = d
				break
			}
		}
		d := embedding
		if before == after {
			d = before
		}
		for ; k < end; k++ {
			s.class[k] = d
		}
	}
}
