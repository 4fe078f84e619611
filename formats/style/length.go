package style

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Length is a distance in units of 1/65536 point (the scaled point of TeX,
// but of the desktop publishing point: 72 to an inch). It is an integer
// because floating point may be fused differently on other processors, and
// then the same article would give other bytes there.
type Length int64

// The units.
const (
	Point Length = 1 << 16
	Inch         = 72 * Point
	// Millimetre is 72/25.4 pt, rounded to a unit; [Millimetres] rounds once
	// for the whole distance and should be preferred.
	Millimetre Length = 185771
)

// Points returns a distance of pt points, rounded to the nearest unit.
func Points(pt float64) Length { return Length(math.Round(pt * float64(Point))) }

// Millimetres returns a distance of mm millimetres, rounded to the nearest unit.
func Millimetres(mm float64) Length { return Length(math.Round(mm * float64(Inch) / 25.4)) }

// Points returns the length in points. It is exact: every length below
// 2^37 pt fits a float64.
func (l Length) Points() float64 { return float64(l) / float64(Point) }

// Scale returns l·num/den, rounded to nearest (halves away from zero). The
// product must fit 63 bits.
func (l Length) Scale(num, den int64) Length {
	p := int64(l) * num
	if den < 0 {
		p, den = -p, -den
	}
	if p < 0 {
		return Length(-((-p + den/2) / den))
	}
	return Length((p + den/2) / den)
}

// Em returns the fraction thousandths/1000 of l: a distance in thousandths of
// an em at the type size l.
func (l Length) Em(thousandths int) Length { return l.Scale(int64(thousandths), 1000) }

// String returns the length in points with at most four decimals, such as
// "10.25pt".
func (l Length) String() string {
	s := strconv.FormatFloat(math.Round(l.Points()*10000)/10000, 'f', -1, 64)
	return s + "pt"
}

// ParseLength reads a length such as "18pt", "3 mm", "1.5cm", "6in" or "1pc".
// A number without a unit is an error, as is a negative one.
func ParseLength(s string) (Length, error) {
	t := strings.TrimSpace(s)
	i := len(t)
	for i > 0 && (t[i-1] < '0' || t[i-1] > '9') && t[i-1] != '.' {
		i--
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(t[:i]), 64)
	unit, ok := map[string]float64{"pt": 1, "mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72, "pc": 12}[strings.TrimSpace(t[i:])]
	if err != nil || !ok || v < 0 || v > 1e6 {
		return 0, fmt.Errorf("style: %q is not a length: want a number and one of pt, mm, cm, in, pc", s)
	}
	return Points(v * unit), nil
}
