package paint

import (
	"strconv"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

// canvas is a content stream in the making: operators with their operands and
// what they have set so far. All arithmetic is in integers, so that the bytes
// are the same on every machine.
type canvas struct {
	b             []byte
	width, height style.Length
	inks          frame.Inks

	// The graphics state (ISO 32000-1, 8.4), as far as it has been set on this
	// page.
	font         int32 // 1 + index
	size         int64 // thousandths of a point
	scale        int64 // thousandths
	rise         int64 // thousandths of a point
	spacing      int64 // thousandths of a point
	words        int64 // thousandths of a point
	text         textObject
	fill, stroke ink
	lineWidth    int64
	dash         string
	cap, join    byte
}

// SRGB is the name of the colour space that [frame.PressInks] are in, among the
// resources of a page.
const SRGB = "CS0"

// ink is a colour that has been set; the zero value is none.
type ink struct {
	style.Color
	set bool
}

// milli rounds a length to thousandths of a point, halves away from zero.
func milli(l style.Length) int64 { return int64(l.Scale(1000, int64(style.Point))) }

// milli writes a number of thousandths with a space before it.
func (c *canvas) milli(v int64) {
	c.b = append(c.b, ' ')
	c.b = appendMilli(c.b, v)
}

func appendMilli(b []byte, v int64) []byte {
	if v < 0 {
		b = append(b, '-')
		v = -v
	}
	whole, part := v/1000, v%1000
	if whole > 0 || part == 0 {
		b = strconv.AppendInt(b, whole, 10)
	}
	if part > 0 {
		b = append(b, '.', byte('0'+part/100))
		if part%100 > 0 {
			b = append(b, byte('0'+part/10%10))
			if part%10 > 0 {
				b = append(b, byte('0'+part%10))
			}
		}
	}
	return b
}

// length writes a length in points.
func (c *canvas) length(l style.Length) { c.milli(milli(l)) }

// point writes a place on the page: PDF counts upwards from the lower edge.
func (c *canvas) point(x, y style.Length) {
	c.length(x)
	c.length(c.height - y)
}

func (c *canvas) op(s string) {
	c.b = append(c.b, ' ')
	c.b = append(c.b, s...)
	c.b = append(c.b, '\n')
}

// setFill chooses the colour of areas and letters.
func (c *canvas) setFill(col style.Color) {
	if c.fill != (ink{col, true}) {
		c.fill = ink{col, true}
		c.color(col, "rg")
	}
}

// setStroke chooses the colour of lines.
func (c *canvas) setStroke(col style.Color) {
	if c.stroke != (ink{col, true}) {
		c.stroke = ink{col, true}
		c.color(col, "RG")
	}
}

func (c *canvas) color(col style.Color, op string) {
	if grey := col.R == col.G && col.G == col.B; c.inks != frame.ScreenInks && grey || c.inks == frame.GreyInk {
		c.milli((int64(col.Grey().R)*1000 + 127) / 255)
		c.op(op[1:]) // g for rg, G for RG
		return
	}
	if c.inks == frame.PressInks {
		set, use := " cs", "sc"
		if op == "RG" {
			set, use = " CS", "SC"
		}
		c.b = append(append(c.b, "/"+SRGB...), set...)
		op = use
	}
	for _, v := range [...]uint8{col.R, col.G, col.B} {
		c.milli((int64(v)*1000 + 127) / 255)
	}
	c.op(op)
}
