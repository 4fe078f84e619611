package paint

import (
	"unicode/utf16"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

// Text (ISO 32000-1, 9.4). A reader advances by the widths in the font
// dictionary; the numbers between the strings of a TJ operator move the pen to
// where the layout has put the next glyph. Before each glyph the true place
// and the pen's place are compared from the beginning of the run, so that
// roundings never add up: no glyph is off by more than half a unit of the
// adjustment, a thousandth of an em (a ten-thousandth in large type).

// largeType is the size above which a thousandth of an em is too coarse.
const largeType = 16 * style.Point

// longestShow bounds the glyphs of one TJ, which bounds the numbers in the
// arithmetic.
const longestShow = 2000

func (p *painter) drawText(t *frame.Text) {
	list := p.codes.texts[p.text]
	p.text++
	if len(list) == 0 {
		return
	}
	p.setFill(t.Color)
	p.b = append(p.b, "BT"...)
	var lineX, lineY int64 // where the last Td stands
	x := t.X
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && to-from < longestShow && list[to].font == list[from].font && t.Glyphs[to].DY == t.Glyphs[from].DY {
			to++
		}
		p.setFont(list[from].font, t)
		if rise := milli(-t.Glyphs[from].DY); rise != p.rise {
			p.rise = rise
			p.milli(rise)
			p.op("Ts")
		}
		var start style.Length // what the operator rounds away
		if t.Turned {
			up := milli(p.height - t.Y + x - t.X)
			p.b = append(p.b, " 0 1 -1 0"...)
			p.milli(milli(t.X))
			p.milli(up)
			p.op("Tm")
			start = p.height - t.Y + x - t.X - style.Length(up*int64(style.Point)/1000)
		} else {
			atX, atY := milli(x), milli(p.height-t.Y)
			p.milli(atX - lineX)
			p.milli(atY - lineY)
			p.op("Td")
			lineX, lineY = atX, atY
			start = x - style.Length(atX*int64(style.Point)/1000)
		}
		x += p.show(t, list[from:to], t.Glyphs[from:to], start)
		from = to
	}
	p.b = append(p.b, "ET\n"...)
}

// setFont chooses font, size and horizontal scaling.
func (p *painter) setFont(f int32, t *frame.Text) {
	size, scale := milli(t.Size), int64(1000+t.Expansion)
	if p.font != f+1 || p.size != size {
		p.font, p.size = f+1, size
		p.b = append(p.b, '/')
		p.b = append(p.b, p.fonts[f]...)
		p.milli(size)
		p.op("Tf")
	}
	if p.scale == 0 {
		p.scale = 1000
	}
	if p.scale != scale {
		p.scale = scale
		p.milli(scale * 100)
		p.op("Tz")
	}
}

// show writes one TJ for glyphs of one font on one height and returns their
// width. The pen stands at start.
func (p *painter) show(t *frame.Text, list []code, glyphs []frame.Glyph, start style.Length) style.Length {
	face := p.codes.fonts[list[0].font].Face()
	// unit is what the adjustments count, in fractions of a thousandth of an
	// em; em is the effective size in units of 10⁻⁶ pt.
	unit := int64(1)
	if t.Size > largeType {
		unit = 10
	}
	em := p.size * p.scale
	if em == 0 {
		em = 1
	}
	// toUnits turns a length into units: l/65536 pt · 10⁶ / em · 1000 · unit.
	toUnits := func(l style.Length) int64 {
		return int64(l.Scale(1_000_000_000*unit/int64(1<<9), em*(int64(style.Point)>>9)))
	}
	p.b = append(p.b, '[')
	open := false
	shut := func() {
		if open {
			p.b = append(p.b, ')')
			open = false
		}
	}
	var place style.Length // of the next glyph, from the pen's first place
	pen := int64(0)        // where the reader's pen is, in units
	together := 0          // where the cluster that is being shown ends
	span := false          // whether it is enclosed in a span
	for i, g := range glyphs {
		if i >= together {
			together = cluster(glyphs, i)
			if span = together > i+1; span {
				shut()
				p.beginCluster(glyphs[i:together])
			}
		}
		if d := pen - toUnits(start+place+g.DX); d != 0 {
			shut()
			// A positive number moves to the left.
			p.b = appendMilli(p.b, d*1000/unit)
			pen -= d
		}
		if !open {
			p.b = append(p.b, '(')
			open = true
		}
		p.b = appendCode(p.b, list[i].value)
		pen += int64(Width(face, font.GID(g.ID))) * unit
		place += g.Advance
		if span && i+1 == together {
			shut()
			p.b = append(p.b, "]TJ\nEMC\n["...)
		}
	}
	shut()
	p.b = append(p.b, "]TJ\n"...)
	return place
}

// cluster returns the end of the cluster that begins with glyphs[i]: glyphs
// that stand for nothing of their own go with the one before them, at the
// beginning of a run with the one behind.
func cluster(glyphs []frame.Glyph, i int) int {
	end := i + 1
	for glyphs[i].Text == "" && end < len(glyphs) {
		i = end
		end++
	}
	for end < len(glyphs) && glyphs[end].Text == "" {
		end++
	}
	return end
}

// beginCluster says what several glyphs stand for together (14.9.4): alone,
// each would have to stand for something.
func (p *painter) beginCluster(glyphs []frame.Glyph) {
	text := ""
	for _, g := range glyphs {
		text += g.Text
	}
	const hex = "0123456789ABCDEF"
	p.b = append(p.b, "]TJ\n/Span<</ActualText<FEFF"...)
	for _, u := range utf16.Encode([]rune(text)) {
		p.b = append(p.b, hex[u>>12], hex[u>>8&15], hex[u>>4&15], hex[u&15])
	}
	p.b = append(p.b, ">>>BDC\n["...)
}

// appendCode writes the two bytes of a code inside a literal string.
func appendCode(b []byte, v uint16) []byte {
	for _, c := range [2]byte{byte(v >> 8), byte(v)} {
		switch c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return b
}
