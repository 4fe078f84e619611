package layout

import (
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/line"
	"github.com/quirepress/quire/formats/style"
)

// Chinese and Japanese text (W3C, Requirements for Japanese Text Layout, 3.1
// and 3.2; Requirements for Chinese Text Layout, 3.1). Stops and brackets fill
// half of their square and are white in the other half. That white is set as
// a space of its own: it gives way first when a line is too long, vanishes
// where a line begins or ends, and stands once where a bracket opens right
// behind a stop. Letters and figures of other scripts stand a little apart.

const (
	// eastStretch is how far the gap between two characters may open, and
	// otherGap how far letters of other scripts stand apart from them, in
	// thousandths. JLREQ has a quarter of the size (3.2.6), CSS an eighth
	// (Text Level 4, 8.4); but from a tenth on programs that extract text take
	// it for a word space, and the article has none.
	eastStretch = 50
	otherGap    = 90
)

// eastAsian reports whether a character stands in a square.
func eastAsian(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Hangul) || eastMark(r)
}

// eastMark reports whether a character is punctuation in a square.
func eastMark(r rune) bool {
	return r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF
}

// eastern reports whether there may be such characters in a text.
func eastern(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= 0xE3 && c <= 0xE9 || c == 0xEF {
			return true
		}
	}
	return false
}

// eastLanguage reports whether a language is written in squares.
func eastLanguage(tag string) bool {
	switch primaryTag(tag) {
	case "zh", "ja", "yue", "wuu", "cmn":
		return true
	}
	return false
}

// eastIndent returns by how many ems the paragraphs of a language are indented,
// the first one too; 0 where the house decides.
func eastIndent(tag string) int {
	switch {
	case primaryTag(tag) == "ja":
		return 1
	case eastLanguage(tag):
		return 2
	}
	return 0
}

// squared makes the measure a whole number of squares, at the cost of the outer
// margin.
func squared(st *style.Style) {
	if st.Columns <= 1 {
		st.Margins.Outside += st.Measure() % st.Body.Size
	}
}

// edge is what stands at one end of a box, for the white beside it.
type edge struct {
	r     rune
	white style.Length // that has been taken off the box
}

// gap returns the space between two characters of which one stands in a
// square.
func gap(a, b edge, size style.Length) line.Item {
	it := line.Item{Kind: line.Glue, Stretch: size.Em(eastStretch)}
	switch {
	case opening(a.r) || closing(b.r):
	case a.white > 0 || b.white > 0:
		it.Width = max(a.white, b.white)
		it.Shrink = it.Width / 2
	case apart(a.r, b.r) || apart(b.r, a.r):
		it.Width = size.Em(otherGap)
		it.Shrink, it.Stretch = it.Width/2, 0 // never wider
	}
	return it
}

func opening(r rune) bool {
	return unicode.In(r, unicode.Ps, unicode.Pi)
}

// closing reports whether a mark belongs to what stands before it.
func closing(r rune) bool {
	switch r {
	case '、', '。', '，', '．', '：', '；', '！', '？', '〉':
		return true
	}
	return unicode.In(r, unicode.Pe, unicode.Pf)
}

// apart reports whether a is a character in a square and b one of a script
// whose letters are not.
func apart(a, b rune) bool {
	return unicode.In(a, unicode.Han, unicode.Hiragana, unicode.Katakana) &&
		(unicode.IsDigit(b) || unicode.In(b, unicode.Latin, unicode.Greek, unicode.Cyrillic)) && b < 0x2E80
}

// eastBoxes sets the glyphs of a part of a word with characters in squares: each
// of these is a box of its own.
func (b *shaper) eastBoxes(r *run, glyphs []font.Glyph, text string) {
	a := b.g.leaves[r.leaf].attr
	f := r.setting.Face
	for from := 0; from < len(glyphs); {
		to := from + 1
		first, _ := utf8.DecodeRuneInString(text[glyphs[from].Start:])
		square := eastAsian(first)
		for to < len(glyphs) {
			next, _ := utf8.DecodeRuneInString(text[glyphs[to].Start:])
			if glyphs[to].Start != glyphs[from].Start && (square || eastAsian(next)) {
				break
			}
			to++
		}
		part := glyphs[from:to]
		before, after := edge{r: first}, edge{r: first}
		if n, _ := utf8.DecodeLastRuneInString(text[:part[len(part)-1].End]); !square {
			after.r = n
		}
		if square && len(part) == 1 && eastMark(first) {
			left, right := whites(f, part[0].ID)
			if left > 0 || right > 0 {
				g := part[0]
				g.Advance -= int32(left + right)
				g.XOffset -= int32(left)
				part = []font.Glyph{g}
				before.white, after.white = f.Length(left, a.size), f.Length(right, a.size)
			}
		}
		b.meet(before, a.size)
		b.plainBox(r, part, text, square)
		b.edge = after
		from = to
	}
}

// meet sets the space before a box.
func (b *shaper) meet(e edge, size style.Length) {
	n := len(b.items)
	if n == 0 {
		return
	}
	switch last := &b.items[n-1]; {
	case last.Kind == line.Box && b.edge.r != 0 && (eastAsian(e.r) || eastAsian(b.edge.r)):
		if it := gap(b.edge, e, size); it.Width > 0 || eastAsian(e.r) && eastAsian(b.edge.r) {
			if last.Letters > 0 {
				last.Letters-- // behind the last letter is the gap
			}
			b.item(line.Item{Kind: line.Penalty, Cost: line.Inhibit}, piece{})
			b.item(it, piece{})
		}
	case last.Kind == line.Glue && !last.Fil && b.pieces[n-1].glyphs == nil:
		if n > 1 && b.items[n-2].Letters > 0 {
			b.items[n-2].Letters--
		}
		*last = gap(b.edge, e, size) // the seam did not know what follows
	}
}

// whites returns the white halves of a mark, in font units.
func whites(f *font.Face, g font.GID) (left, right int) {
	em := f.Metrics().UnitsPerEm
	if f.Advance(g) < em*9/10 {
		return 0, 0
	}
	left, right = f.SideBearings(g)
	const margin = 40 // thousandths that stay with the ink
	cut := func(white int) int {
		if white = min(white-em*margin/1000, em/2); white < em/4 {
			return 0
		}
		return white
	}
	left, right = cut(left), cut(right)
	if left > 0 && right > 0 {
		return 0, 0 // it stands in the middle of its square
	}
	return left, right
}
