package style

import (
	"fmt"
	"strings"
)

// Paper is a page size after trimming. The zero value stands for the paper
// that the profile prefers.
type Paper struct {
	// Name is what users call it, such as "a5".
	Name          string
	Width, Height Length
}

// The papers that have a name (ISO 216, ANSI/ASME Y14.1, the trade).

// A5 is 148 by 210 mm.
func A5() Paper { return Paper{"a5", Millimetres(148), Millimetres(210)} }

// A4 is 210 by 297 mm.
func A4() Paper { return Paper{"a4", Millimetres(210), Millimetres(297)} }

// Letter is 8½ by 11 inches.
func Letter() Paper { return Paper{"letter", Points(612), Points(792)} }

// SixByNine is 6 by 9 inches.
func SixByNine() Paper { return Paper{"6x9", Points(432), Points(648)} }

// Papers returns the papers that have a name.
func Papers() []Paper { return []Paper{A5(), A4(), Letter(), SixByNine()} }

// The smallest and the largest side of a page: below it no line of text fits,
// above it PDF viewers give up (ISO 32000-1, annex C: 200 inches).
const (
	smallestSide = 2 * Inch
	largestSide  = 200 * Inch
)

// Check returns an error for papers that no book can be printed on.
func (p Paper) Check() error {
	for _, side := range []Length{p.Width, p.Height} {
		if side < smallestSide || side > largestSide {
			return fmt.Errorf("style: a paper of %v by %v is not possible: sides go from %v to %v", p.Width, p.Height, smallestSide, largestSide)
		}
	}
	return nil
}

// ParsePaper reads the name of a paper, or its width and height as in
// "148x210mm" and "5.5 in x 8.5 in". Case does not matter.
func ParsePaper(s string) (Paper, error) {
	name := strings.ReplaceAll(strings.ToLower(strings.Join(strings.Fields(s), "")), "×", "x")
	var names []string
	for _, p := range Papers() {
		if p.Name == name {
			return p, nil
		}
		names = append(names, p.Name)
	}
	if w, h, ok := strings.Cut(name, "x"); ok {
		height, err := ParseLength(h)
		if err == nil {
			if w[max(0, len(w)-1):] >= "0" && w[max(0, len(w)-1):] <= "9" {
				w += strings.TrimLeft(h, "0123456789.")
			}
			var width Length
			if width, err = ParseLength(w); err == nil {
				p := Paper{name, width, height}
				return p, p.Check()
			}
		}
	}
	return Paper{}, fmt.Errorf("style: unknown paper %q: want one of %s, or a size such as 148x210mm", s, strings.Join(names, ", "))
}
