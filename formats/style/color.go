package style

import (
	"fmt"
	"math"
)

// Color is an sRGB colour without transparency.
type Color struct{ R, G, B uint8 }

// String returns the colour as CSS writes it, "#7a1f2b".
func (c Color) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// ParseColor reads a colour as "#7a1f2b" or "#abc".
func ParseColor(s string) (Color, error) {
	var c Color
	var n int
	var err error
	switch len(s) {
	case 7:
		n, err = fmt.Sscanf(s, "#%02x%02x%02x", &c.R, &c.G, &c.B)
	case 4:
		n, err = fmt.Sscanf(s, "#%1x%1x%1x", &c.R, &c.G, &c.B)
		c = Color{c.R * 17, c.G * 17, c.B * 17}
	}
	if n != 3 || err != nil {
		return Color{}, fmt.Errorf("style: %q is not a colour: want #rrggbb or #rgb", s)
	}
	return c, nil
}

// Luminance returns the relative luminance of WCAG 2.2, from 0 for black to 1
// for white.
func (c Color) Luminance() float64 {
	lin := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

// Contrast returns the contrast ratio of WCAG 2.2 between two colours, from 1
// to 21.
func Contrast(a, b Color) float64 {
	x, y := a.Luminance(), b.Luminance()
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

// Grey returns the grey of the same luminance.
func (c Color) Grey() Color {
	l := c.Luminance()
	s := 12.92 * l
	if l > 0.0031308 {
		s = 1.055*math.Pow(l, 1/2.4) - 0.055
	}
	v := uint8(math.Round(s * 255))
	return Color{v, v, v}
}

// Palette is the colours of a theme, by what they are for.
type Palette struct {
	// Ink is the colour of the text, Paper what it is printed on.
	Ink, Paper Color
	// Accent is for labels, dates, the short rule and the timeline.
	Accent Color
	// Secondary is for captions, running heads and page references.
	Secondary Color
	// Hairline is for thin rules, Ground lies behind code.
	Hairline, Ground Color
}

// HousePalette returns the palette of the house style: oxblood on white.
func HousePalette() Palette {
	return Palette{
		Ink:       Color{0x1b, 0x1b, 0x1f},
		Paper:     Color{0xff, 0xff, 0xff},
		Accent:    Color{0x7a, 0x1f, 0x2b},
		Secondary: Color{0x5f, 0x5f, 0x66},
		Hairline:  Color{0xc9, 0xc5, 0xbd},
		Ground:    Color{0xf6, 0xf4, 0xef},
	}
}
