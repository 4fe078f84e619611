package svg

import (
	"strconv"
	"strings"
)

// scanner reads numbers out of path data and lists.
type scanner struct {
	s string
	i int
}

func (sc *scanner) space() {
	for sc.i < len(sc.s) {
		switch sc.s[sc.i] {
		case ' ', '\t', '\r', '\n', '\f', ',':
			sc.i++
		default:
			return
		}
	}
}

// number reads a number; it needs no white before the next one.
func (sc *scanner) number() (float64, bool) {
	sc.space()
	start := sc.i
	if sc.i < len(sc.s) && (sc.s[sc.i] == '-' || sc.s[sc.i] == '+') {
		sc.i++
	}
	digits := sc.digits()
	if sc.i < len(sc.s) && sc.s[sc.i] == '.' {
		sc.i++
		digits += sc.digits()
	}
	if digits == 0 {
		sc.i = start
		return 0, false
	}
	if sc.i < len(sc.s) && (sc.s[sc.i] == 'e' || sc.s[sc.i] == 'E') {
		at := sc.i
		sc.i++
		if sc.i < len(sc.s) && (sc.s[sc.i] == '-' || sc.s[sc.i] == '+') {
			sc.i++
		}
		if sc.digits() == 0 {
			sc.i = at // a unit such as em
		}
	}
	v, err := strconv.ParseFloat(sc.s[start:sc.i], 64)
	if err != nil || !(v > -1e9 && v < 1e9) {
		return 0, false
	}
	return v, true
}

func (sc *scanner) digits() int {
	n := 0
	for sc.i < len(sc.s) && sc.s[sc.i] >= '0' && sc.s[sc.i] <= '9' {
		sc.i++
		n++
	}
	return n
}

// flag reads a 0 or 1 of an arc, which may touch the next number.
func (sc *scanner) flag() (bool, bool) {
	sc.space()
	if sc.i < len(sc.s) && (sc.s[sc.i] == '0' || sc.s[sc.i] == '1') {
		sc.i++
		return sc.s[sc.i-1] == '1', true
	}
	return false, false
}

// numbers reads a list of at most so many numbers.
func numbers(s string, most int) []float64 {
	sc := scanner{s: s}
	var out []float64
	for len(out) < most {
		v, ok := sc.number()
		if !ok {
			break
		}
		out = append(out, v)
		// Units in lists are ignored.
		for sc.i < len(s) && (s[sc.i] >= 'a' && s[sc.i] <= 'z' || s[sc.i] == '%') {
			sc.i++
		}
	}
	return out
}

// length reads a length in pixels: em is the size of the type, and percentages
// are of base.
func length(s string, em, base float64) (float64, bool) {
	s = strings.TrimSpace(s)
	sc := scanner{s: s}
	v, ok := sc.number()
	if !ok {
		return 0, false
	}
	switch strings.ToLower(strings.TrimSpace(s[sc.i:])) {
	case "", "px":
	case "pt":
		v = v * 4 / 3
	case "pc":
		v *= 16
	case "mm":
		v = v * 96 / 25.4
	case "cm":
		v = v * 96 / 2.54
	case "in":
		v *= 96
	case "q":
		v = v * 96 / 101.6
	case "em", "rem":
		v *= em
	case "ex", "ch":
		v *= em / 2
	case "%":
		v = v * base / 100
	default:
		return 0, false
	}
	return v, true
}
