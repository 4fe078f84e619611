package highlight

import (
	"regexp/syntax"
	"unicode/utf8"
)

// Many rules are so simple that a match can be read off the text: a few characters
// of certain kinds, then as many of a kind as there are, such as `//[^\n]*`,
// `\s+` and `[a-z_]\w*`. A loop does that without the several objects that each
// match of an expression makes.

// straight is such a rule.
type straight struct {
	steps []charset // one after the other
	tail  charset   // what may follow
}

// straightOf returns the loop for a pattern, nil if it is not so simple.
func straightOf(re *syntax.Regexp) *straight {
	for re.Op == syntax.OpCapture {
		re = re.Sub[0]
	}
	parts := []*syntax.Regexp{re}
	if re.Op == syntax.OpConcat {
		parts = re.Sub
	}
	s := &straight{}
	for i, p := range parts {
		last := i == len(parts)-1
		switch {
		case p.Op == syntax.OpLiteral:
			for _, r := range p.Rune {
				if r >= utf8.RuneSelf {
					return nil
				}
				one := *p
				one.Rune = []rune{r}
				set, _ := opening(&one)
				s.steps = append(s.steps, set)
			}
		case p.Op == syntax.OpCharClass || p.Op == syntax.OpAnyCharNotNL:
			set, _ := opening(p)
			s.steps = append(s.steps, set)
		case last && (p.Op == syntax.OpStar || p.Op == syntax.OpPlus) && p.Flags&syntax.NonGreedy == 0 &&
			(p.Sub[0].Op == syntax.OpCharClass || p.Sub[0].Op == syntax.OpAnyCharNotNL):
			s.tail, _ = opening(p.Sub[0])
			if p.Op == syntax.OpPlus {
				s.steps = append(s.steps, s.tail)
			}
		default:
			return nil
		}
	}
	if len(s.steps) == 0 {
		return nil
	}
	return s
}

// match returns how many characters match at the beginning of a text, 0 if none
// do. It cannot tell where a character may belong to more kinds than Go's own
// parser knows.
func (s *straight) match(text []rune) (n int, known bool) {
	for _, set := range s.steps {
		if n == len(text) {
			return 0, true
		}
		r := text[n]
		if unclear(r) {
			return 0, false
		}
		if !set.has(r) {
			return 0, true
		}
		n++
	}
	if s.tail == (charset{}) {
		return n, true
	}
	for ; n < len(text); n++ {
		if unclear(text[n]) {
			return 0, false
		}
		if !s.tail.has(text[n]) {
			break
		}
	}
	return n, true
}

// unclear reports whether the two kinds of patterns may disagree about a
// character.
func unclear(r rune) bool { return r >= utf8.RuneSelf || r <= 0 || r == '\v' }
