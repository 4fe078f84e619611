package paint

import (
	"unicode/utf16"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

// Text (ISO 32000-1, 9.4). A reader advances by the widths in the font
// dictionary, by the letter-spacing and by the word-spacing; the numbers between
// the strings of a TJ operator move the pen to where the layout has put the next
// glyph. Before each glyph the true place and the pen's place are compared from
// the beginning of the run, so that roundings never add up. The pen is moved only
// where it is off by more than slack: numbers are most of a page's bytes. Spaces
// between words leave no ink and are where the pen is.

// slack is how far a glyph may be from its place, as a part of a point: a
// quarter of a pixel of a plate setter with 1200 dpi.
const slack = 64

// largeType is the size above which a thousandth of an em is too coarse.
const largeType = 16 * style.Point

// looseSpace is how far a space may be from its place, in thousandths of an em:
// it leaves no ink, and what follows it is put right.
const looseSpace = 200

// longestShow bounds the glyphs of one TJ, which bounds the numbers in the
// arithmetic.
const longestShow = 2000

func (p *painter) drawText(t *frame.Text) {
	list := p.codes.texts[p.text]
	p.text++
	if len(list) == 0 {
		return
	}
	p.beginText()
	p.setFill(t.Color)
	x := t.X
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && to-from < longestShow && list[to].font == list[from].font && t.Shifted(t.Glyphs[to]).Y == t.Shifted(t.Glyphs[from]).Y {
			to++
		}
		p.setFont(int32(list[from].font), t)
		if rise := milli(-t.Shifted(t.Glyphs[from]).Y); rise != p.rise {
			p.rise = rise
			p.milli(rise)
			p.op("Ts")
		}
		// start is how far the first glyph is from where the pen stands: what
		// the operator has rounded away.
		var start style.Length
		switch y := milli(p.height - t.Y); {
		case t.Turned:
			up := p.height - t.Y + x - t.X
			p.moveText(0, 1, milli(t.X), milli(up))
			start = up - style.Length(milli(up)*int64(style.Point)/1000)
		case p.canvas.text.follows(y) && near(x-p.canvas.text.pen, t.Size):
			start = x - p.canvas.text.pen // the line goes on
		default:
			p.moveText(1, 0, milli(x), y)
			start = x - style.Length(milli(x)*int64(style.Point)/1000)
		}
		place, pen := p.show(t, list[from:to], t.Glyphs[from:to], start)
		p.canvas.text.shown, p.canvas.text.pen = true, x-start+pen
		x += place
		from = to
	}
}

// near reports whether a distance is better gone within the text than by
// beginning a line anew.
func near(d, size style.Length) bool { return -2*size < d && d < 2*size }

// setFont chooses font, size and horizontal scaling.
func (p *painter) setFont(f int32, t *frame.Text) {
	size, scale := milli(t.Size), int64(1000+t.Expansion)
	if p.font != f+1 || p.size != size {
		p.font, p.size = f+1, size
		p.b = append(p.b, '/')
		p.b = append(p.b, p.codes.names[f]...)
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

// setSpacing chooses the white behind letters.
func (p *painter) setSpacing(v int64) {
	if p.spacing != v {
		p.spacing = v
		p.milli(v)
		p.op("Tc")
	}
}

// setWordSpacing chooses the white that spaces have besides.
func (p *painter) setWordSpacing(v int64) {
	if p.words != v {
		p.words = v
		p.milli(v)
		p.op("Tw")
	}
}

// show writes one TJ for glyphs of one font on one height. The pen stands start
// before the first glyph's place. It returns the width of the glyphs, and how
// far the pen has gone.
func (p *painter) show(t *frame.Text, list []code, glyphs []frame.Glyph, start style.Length) (place, gone style.Length) {
	n := list[0].font
	face, spelled, space := p.codes.fonts[n].Face(), p.codes.spelled[n], p.codes.spaces[n]
	// unit is what the adjustments count, in fractions of a thousandth of an
	// em. Places are in 10⁻⁹ pt divided by unit, where an adjustment is em.
	unit := int64(1)
	if t.Size > largeType {
		unit = 10
	}
	em := max(p.size*p.scale, 1)
	between := func(i int) bool { return int(list[i].sign)+1 == space } // words
	p.setSpacing(p.letterSpace(face, glyphs, between, em))
	letter := p.spacing * p.scale * 1000 * unit
	if v, ok := p.wordSpace(face, glyphs, between, em); ok {
		p.setWordSpacing(v)
	}
	word := p.words * p.scale * 1000 * unit
	most := 1_000_000_000 / slack * unit
	p.b = append(p.b, '[')
	open := false
	shut := func() {
		if open {
			p.b = append(p.b, ')')
			open = false
		}
	}
	pen := int64(0) // where the reader's pen is; place is that of the next glyph
	together := 0   // where the cluster that is being shown ends
	span := false   // whether it is enclosed in a span
	was := int64(0) // how far the glyph before is off
	for i := range glyphs {
		g := &glyphs[i]
		if i >= together {
			together = cluster(glyphs, i)
			if span = together > i+1; span {
				shut()
				p.beginCluster(t, glyphs[i:together])
			}
		}
		off := pen - fine(start+place+t.Shifted(*g).X)*unit
		if loose := looseSpace * em * unit; !between(i) || off > loose || off < -loose {
			if off > most || off < -most {
				shut()
				// Best is what belongs between these two glyphs, a kern or a word
				// space, because it is the same wherever they meet.
				d := nearest(off-was, em)
				if rest := off - d*em; rest > most || rest < -most {
					d = nearest(off, em)
				}
				// A positive number moves to the left.
				p.b = appendMilli(p.b, d*1000/unit)
				pen -= d * em
				off -= d * em
			}
			was = off
		}
		if !open {
			p.b = append(p.b, '(')
			open = true
		}
		p.b = append(p.b, spelled[list[i].sign]...)
		pen += int64(Width(face, font.GID(g.ID)))*unit*em + letter
		if between(i) {
			pen += word
		}
		place += g.Advance
		if span && i+1 == together {
			shut()
			p.b = append(p.b, "]TJ\nEMC\n["...)
		}
	}
	shut()
	p.b = append(p.b, "]TJ\n"...)
	return place, style.Length(pen/unit).Scale(int64(style.Point)>>9, 1_000_000_000>>9)
}

// letterSpace returns the white that most letters have behind them, as the
// operator Tc takes it: in thousandths of a point, before scaling. It is said
// once and not behind each letter.
func (p *painter) letterSpace(face *font.Face, glyphs []frame.Glyph, between func(int) bool, em int64) int64 {
	var v ballot
	for i := range glyphs {
		if !between(i) {
			v.cast(nearest(extra(face, &glyphs[i], em), max(p.scale*1000, 1)))
		}
	}
	if value, votes := v.won(); 3*votes >= v.n {
		return value
	}
	return 0
}

// wordSpace returns the white that most spaces between words have besides their
// width and the letter-spacing, as the operator Tw takes it, and whether there
// is any such space. What the letter before the space lacks is made up for.
func (p *painter) wordSpace(face *font.Face, glyphs []frame.Glyph, between func(int) bool, em int64) (int64, bool) {
	var v ballot
	letter := p.spacing * p.scale * 1000
	for i := range glyphs {
		if !between(i) {
			continue
		}
		white := extra(face, &glyphs[i], em) - letter
		if i > 0 && !between(i-1) {
			white += extra(face, &glyphs[i-1], em) - letter
		}
		v.cast(nearest(white, max(p.scale*1000, 1)))
	}
	value, _ := v.won()
	return value, v.n > 0
}

// extra returns the white that a glyph has behind its width, in 10⁻⁹ pt.
func extra(face *font.Face, g *frame.Glyph, em int64) int64 {
	return fine(g.Advance) - int64(Width(face, font.GID(g.ID)))*em
}

// ballot finds the most frequent of few values.
type ballot struct {
	values, votes [8]int64
	n             int64 // votes that have been cast
	known         int
}

func (b *ballot) cast(v int64) {
	b.n++
	k := 0
	for k < b.known && b.values[k] != v {
		k++
	}
	if k == len(b.values) {
		return
	}
	b.values[k] = v
	b.known = max(b.known, k+1)
	b.votes[k]++
}

// won returns the value with the most votes, the first of several.
func (b *ballot) won() (value, votes int64) {
	for k := range b.known {
		if b.votes[k] > votes {
			value, votes = b.values[k], b.votes[k]
		}
	}
	return value, votes
}

// fine returns a length in 10⁻⁹ pt.
func fine(l style.Length) int64 {
	return int64(l.Scale(1_000_000_000>>9, int64(style.Point)>>9))
}

// nearest returns a/b, rounded; b is positive.
func nearest(a, b int64) int64 { return int64(style.Length(a).Scale(1, b)) }

// cluster returns the end of the cluster that begins with glyphs[i]: glyphs
// that stand for nothing of their own go with the one before them, at the
// beginning of a run with the one behind.
func cluster(glyphs []frame.Glyph, i int) int {
	end := i + 1
	for glyphs[i].Char == 0 && end < len(glyphs) {
		i = end
		end++
	}
	for end < len(glyphs) && glyphs[end].Char == 0 {
		end++
	}
	return end
}

// beginCluster says what several glyphs stand for together (14.9.4): alone,
// each would have to stand for something.
func (p *painter) beginCluster(t *frame.Text, glyphs []frame.Glyph) {
	text := ""
	for _, g := range glyphs {
		text += t.Stands(g)
	}
	const hex = "0123456789ABCDEF"
	p.b = append(p.b, "]TJ\n/Span<</ActualText<FEFF"...)
	for _, u := range utf16.Encode([]rune(text)) {
		p.b = append(p.b, hex[u>>12], hex[u>>8&15], hex[u>>4&15], hex[u&15])
	}
	p.b = append(p.b, ">>>BDC\n["...)
}
