package epub

import (
	_ "embed"
	"strings"

	"github.com/quirepress/quire/formats/style"
)

//go:embed book.css
var sheet string

// stylesheet returns the style sheet for a palette. It leaves face, size,
// margins and the colours of text and ground to whoever reads; only accents
// have a colour, in the dark a lighter tone of it.
func stylesheet(p style.Palette, faces string) string {
	night := style.Color{R: 0x12, G: 0x12, B: 0x14}
	return strings.NewReplacer(
		"/*faces*/", faces,
		"var(accent)", readable(p.Accent, p.Paper).String(),
		"var(secondary)", readable(p.Secondary, p.Paper).String(),
		"var(hairline)", p.Hairline.String(),
		"var(ground)", p.Ground.String(),
		"var(night-accent)", lighten(p.Accent, night).String(),
		"var(night-secondary)", lighten(p.Secondary, night).String(),
		"var(night-hairline)", style.Color{R: 0x4a, G: 0x4a, B: 0x50}.String(),
		"var(night-ground)", style.Color{R: 0x26, G: 0x26, B: 0x2a}.String(),
	).Replace(sheet)
}

// enough is the contrast that WCAG 2.2 asks of text at level AA (1.4.3), with
// something to spare for grounds that are not quite black or white.
const enough = 5.5

// readable darkens a colour until it can be read on the paper.
func readable(c, paper style.Color) style.Color {
	for range 40 {
		if style.Contrast(c, paper) >= enough {
			break
		}
		c = style.Color{R: c.R - c.R/16, G: c.G - c.G/16, B: c.B - c.B/16}
	}
	return c
}

// lighten mixes white into a colour until it can be read on a dark ground.
func lighten(c, ground style.Color) style.Color {
	up := func(v uint8) uint8 { return v + uint8((255-int(v)+15)/16) }
	for style.Contrast(c, ground) < enough && c != (style.Color{R: 255, G: 255, B: 255}) {
		c = style.Color{R: up(c.R), G: up(c.G), B: up(c.B)}
	}
	return c
}
