package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/hyphen"
	"github.com/quirepress/quire/formats/pdf/internal/line"
	"github.com/quirepress/quire/formats/style"
)

// From a galley to the items of Knuth and Plass: words shaped as wholes and cut
// where they may be divided, word spaces, and what a break costs (UAX #14
// decides where there may be one).

// piece is what an item puts on the page.
type piece struct {
	leaf   int32 // of the galley
	level  uint8 // of the bidirectional algorithm
	space  bool  // word space
	face   *font.Face
	glyphs []font.Glyph
	// track is added behind each glyph; joined letters never have more.
	track  style.Length
	joined bool
	// text is what the glyphs' offsets count in; instead replaces it as what
	// the first of the glyphs stands for.
	text    string
	at      int32 // where text begins in the paragraph
	hyphen  int32 // where the hyphen of a divided ligature stands in text
	instead string
	silent  bool // stands for nothing besides instead
	disc    *discretion
}

// discretion is what becomes of a ligature at a place where the word may be
// divided.
type discretion struct{ post, whole piece }

// stretchOf is how far glyphs may be widened or narrowed, in thousandths.
const stretchOf = 20

// shaped is a galley ready to be broken.
type shaped struct {
	g      *galley
	text   string
	items  []line.Item
	pieces []piece
	rtl    bool
}

// shape prepares a galley for a measure.
func (s *setter) shape(g *galley, p *setting) *shaped {
	text := g.text.String()
	sh := &shaped{g: g, text: text, items: s.itemBuffer[:0], pieces: s.pieceBuffer[:0]}
	if text == "" {
		return sh
	}
	base := font.LeftToRight
	if p.rtl {
		base, sh.rtl = font.RightToLeft, true
	}
	runs := s.runs(g, text, base)
	b := shaper{setter: s, shaped: sh, runs: runs, p: p, east: eastern(text)}
	start := 0
	marks := g.noteMarks()
	for _, br := range font.LineBreaks(text) {
		for len(marks) > 0 && marks[0] < br.Offset {
			marks = marks[1:]
		}
		if br.Kind != font.BreakRequired && len(marks) > 0 && marks[0] == br.Offset {
			continue
		}
		b.segment(start, br)
		start = br.Offset
	}
	sh.items = line.Finish(sh.items)
	sh.pieces = append(sh.pieces, piece{}, piece{})
	s.itemBuffer, s.pieceBuffer = sh.items, sh.pieces
	return sh
}

// noteMarks returns where the marks of notes begin that stand right behind what they
// belong to: no line begins with them.
func (g *galley) noteMarks() []int {
	var out []int
	for i := range g.leaves {
		if lf := &g.leaves[i]; lf.note != nil && lf.start > 0 && !unicode.IsSpace(rune(g.text.String()[lf.start-1])) {
			out = append(out, lf.start)
		}
	}
	return out
}

// shaper makes the items of one paragraph.
type shaper struct {
	*setter
	*shaped
	p    *setting
	runs []run
	at   int   // the run at hand
	from int32 // where the part at hand begins
	long bool  // the word at hand may have to be broken anywhere
	east bool  // the text has characters in squares
	edge edge  // of the box before, if so
}

// segment sets the text from start up to a break.
func (b *shaper) segment(start int, br font.Break) {
	text := b.text[start:br.Offset]
	word := strings.TrimRight(text, " \t\n\r\u2028\u2029")
	if word != "" {
		b.word(start, start+len(word))
	}
	spaces := text[len(word):]
	if br.Kind == font.BreakRequired && br.Offset < len(b.text) || strings.ContainsAny(spaces, "\n\u2028\u2029") {
		if br.Offset < len(b.text) {
			b.item(line.Fil(), piece{})
			b.item(line.Break(), piece{})
		}
		return
	}
	if spaces != "" {
		b.space(start+len(word), start+len(word)+len(spaces), false)
		return
	}
	if br.Offset < len(b.text) {
		b.seam(br)
	}
}

// seam is a break between two characters without a space.
func (b *shaper) seam(br font.Break) {
	before, _ := utf8.DecodeLastRuneInString(b.text[:br.Offset])
	after, _ := utf8.DecodeRuneInString(b.text[br.Offset:])
	if before == '—' || before == '–' || before == '―' {
		if at, n := b.dashBefore(br.Offset); n > 0 && b.opens(at, n) || before == '–' && unicode.IsDigit(after) && n > 0 {
			return
		}
	}
	if before == '-' && option(b.text[:br.Offset]) {
		return
	}
	switch {
	case before == '\u00AD':
		b.hyphen(br.Offset-2, 0)
	case before == '-' || before == '\u2010':
		b.item(line.Item{Kind: line.Penalty, Flagged: true}, piece{})
	case br.Kind == font.BreakAddress:
		b.item(line.Item{Kind: line.Penalty, Cost: 50}, piece{})
	case after == '—' || after == '–':
		b.item(line.Item{Kind: line.Penalty, Cost: dashPenalty, From: line.Emergency}, piece{})
	case eastAsian(before) || eastAsian(after):
		b.item(gap(b.edge, edge{r: after}, b.attrAt(br.Offset-1).size), piece{})
	default:
		b.item(line.Item{Kind: line.Penalty}, piece{})
	}
}

func (b *shaper) item(it line.Item, p piece) {
	b.items = append(b.items, it)
	b.pieces = append(b.pieces, p)
}

// space sets word space for the text from start to end.
func (b *shaper) space(start, end int, fixed bool) {
	r := b.runAt(start)
	a := b.g.leaves[r.leaf].attr
	var glyphs []font.Glyph
	if n := end - start; n > 1 && a.typ.Role == style.CodeRole && !fixed {
		glyphs = b.between(r, strings.Repeat(" ", n), nil)
	} else {
		glyphs = b.between(r, " ", &r.space)
	}
	w := r.setting.Face.Length(units(glyphs), a.size) + a.size.Em(a.typ.Tracking)
	if n := len(b.items); n > 0 && b.items[n-1].Letters > 0 {
		b.items[n-1].Letters-- // behind the last letter is the space
	}
	it := line.Space(w)
	dash, besideDash := b.beside(start, end)
	if a.typ.Role == style.CodeRole || b.p.fixedSpaces {
		it.Stretch, it.Shrink = it.Stretch/4, 0
	}
	switch {
	case fixed:
		b.item(line.Item{Kind: line.Penalty, LastResort: true}, piece{})
	case besideDash:
		b.item(dash, piece{})
	case b.p.balanced && start > 0 && strings.IndexByte(":;?!", b.text[start-1]) >= 0:
		// A title turns best where it makes a pause.
		b.item(line.Item{Kind: line.Penalty, Cost: -pause}, piece{})
	case tied(b.text, start, end):
		b.item(line.Item{Kind: line.Penalty, Cost: tie}, piece{})
	case start > 1 && b.text[start-1] == '-' && b.text[start-2] != ' ':
		// A word that goes on elsewhere, as in "two- and threefold": its hyphen
		// is one of those that may not stand below each other.
		b.item(line.Item{Kind: line.Penalty, Flagged: true}, piece{})
	}
	b.item(it, piece{leaf: r.leaf, level: r.level, space: true, face: r.setting.Face, glyphs: glyphs, text: b.text[start:end], at: int32(start)})
}

// between shapes what stands between words or inside them, and keeps it for
// the run: it is needed at every word.
func (b *shaper) between(r *run, text string, kept *[]font.Glyph) []font.Glyph {
	if kept != nil && *kept != nil {
		return *kept
	}
	set := r.setting
	set.Features &^= font.CapsToSmall
	glyphs := b.shaper.Shape(text, set).Glyphs
	if kept != nil {
		*kept = glyphs
	}
	return glyphs
}

// units returns the sum of the advances.
func units(glyphs []font.Glyph) int {
	n := 0
	for i := range glyphs {
		n += int(glyphs[i].Advance)
	}
	return n
}

// pause is what a break behind a colon earns in a title.
const pause = 800

// hyphen lets a word be divided at a byte, with a hyphen.
func (b *shaper) hyphen(at int, cost int32) {
	r := b.runAt(at)
	a := b.g.leaves[r.leaf].attr
	p, w := b.hyphenPiece(r)
	_, right := r.setting.Face.Protrusion(p.glyphs[len(p.glyphs)-1].ID)
	it := line.Item{Kind: line.Penalty, Cost: cost, Flagged: true, Width: w, Right: r.setting.Face.Length(right, a.size)}
	b.expands(&it, r)
	b.item(it, p)
}

func (b *shaper) hyphenPiece(r *run) (piece, style.Length) {
	a := b.g.leaves[r.leaf].attr
	f, h := r.setting.Face, b.between(r, "-", &r.hyphen)
	return piece{leaf: r.leaf, level: r.level, face: f, glyphs: h, text: "-", instead: "\u00AD"}, f.Length(units(h), a.size) + a.size.Em(a.typ.Tracking)
}

// expands lets the glyphs of an item widen and narrow.
func (b *shaper) expands(it *line.Item, r *run) {
	if b.p.justified && b.g.leaves[r.leaf].attr.typ.Role != style.CodeRole {
		it.Stretch, it.Shrink = it.Width*stretchOf/1000, it.Width*stretchOf/1000
	}
}

// patterns returns the hyphenation patterns for a language, nil if there are
// none.
func (s *setter) patterns(lang string) *hyphen.Patterns {
	if lang == s.lastLang {
		return s.lastPatterns
	}
	p, ok := hyphen.For(lang)
	if !ok {
		p = nil
	}
	s.lastLang, s.lastPatterns = lang, p
	return p
}
