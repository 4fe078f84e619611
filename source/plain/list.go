package plain

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark finds the bullet or number that a unit begins with.
func (u *unit) mark() {
	if u.marker > 0 || !u.whole {
		return
	}
	s := u.text[:min(len(u.text), u.lines[0].end-u.lines[0].start)] // the rest may stand on a line below
	c, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("-*•·◦‣▪●–—○■□✓✔➢►", c) {
		rest := strings.TrimLeft(s[n:], " \t\u00a0")
		if len(rest) < len(s[n:]) && rest != "" || c == '•' && rest != "" {
			if c == '*' && strings.Trim(rest, "* ") == "" {
				return
			}
			u.kind, u.marker = item, len(s)-len(rest)
		}
		return
	}
	digits := 0
	for digits < len(s) && digits < 4 && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	if digits == 0 || digits > 3 || digits == len(s) || s[digits] != '.' && s[digits] != ')' {
		return
	}
	rest := strings.TrimLeft(s[digits+1:], " \t\u00a0")
	if rest == "" || len(rest) == len(s[digits+1:]) {
		return
	}
	if r, _ := utf8.DecodeRuneInString(rest); unicode.IsDigit(r) { // as in "12. 5. 1999"
		return
	}
	number, err := strconv.Atoi(s[:digits])
	if err != nil {
		return
	}
	u.kind, u.marker, u.number, u.order = item, len(s)-len(rest), number, true
}

// bulleted reports whether a unit begins with a bullet or number.
func (u *unit) bulleted() bool {
	c := *u
	c.mark()
	return c.kind == item
}

// lists settles which units that begin with a number are items: those that
// count on from a neighbour. A short line with a number over prose is a
// heading.
func (r *reading) lists() {
	for _, u := range r.units {
		if u.kind == paragraph {
			u.mark()
		}
	}
	for i, u := range r.units {
		if u.kind != item || !u.order {
			continue
		}
		counts := false
		if p := r.near(i, -1); p != nil && p.kind == item && p.order && p.number+1 == u.number {
			counts = true
		}
		if n := r.near(i, 1); n != nil && n.order && n.number == u.number+1 {
			counts = true
		}
		if !counts {
			u.kind, u.marker, u.order = paragraph, 0, false
		}
	}
}

// near returns the unit before or after unit i that is not left out.
func (r *reading) near(i, step int) *unit {
	for i += step; i >= 0 && i < len(r.units); i += step {
		if r.units[i].kind != residue {
			return r.units[i]
		}
	}
	return nil
}
