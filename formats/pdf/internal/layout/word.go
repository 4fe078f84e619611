package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/line"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
)

// Words: shaped as wholes, cut where they may be divided, and at worst anywhere.

// word sets the text from start to end, which holds no ordinary space.
func (b *shaper) word(start, end int) {
	text := b.text[start:end]
	if i := strings.Index(text, "\u00A0"); i >= 0 {
		if i > 0 {
			b.word(start, start+i)
		}
		b.space(start+i, start+i+2, true)
		if start+i+2 < end {
			b.word(start+i+2, end)
		}
		return
	}
	cuts := b.cuts(start, end)
	b.long = b.isLong(start, end)
	for at := start; at < end; {
		r := b.runAt(at)
		stop := min(r.end, end)
		if at > start && b.long {
			b.item(line.Item{Kind: line.Penalty, LastResort: true}, piece{})
		}
		switch lf := &b.g.leaves[r.leaf]; {
		case lf.shown != nil:
			if lf.shown.width > b.p.width {
				lf.shown = b.narrowed(lf.shown, b.p.width)
			}
			b.item(line.Item{Kind: line.Box, Width: lf.shown.width}, piece{leaf: r.leaf, level: r.level})
		case r.missing:
			b.missing(r, at, stop)
		default:
			for len(cuts) > 0 && int(cuts[0].at) < at {
				cuts = cuts[1:]
			}
			if len(cuts) > 0 && int(cuts[0].at) == at && at > start {
				b.cut(cuts[0])
				b.runAt(at)
				cuts = cuts[1:]
			}
			n := 0
			for n < len(cuts) && int(cuts[n].at) < stop {
				n++
			}
			b.part(r, at, stop, cuts[:n])
			cuts = cuts[n:]
		}
		at = stop
	}
}

// missing sets what stands for a character that no face has: a square for a
// letter, and its name for a sign, such as an emoji.
func (b *shaper) missing(r *run, start, end int) {
	grapheme := b.text[start:end]
	a := b.g.leaves[r.leaf].attr
	first, _ := utf8.DecodeRuneInString(grapheme)
	set := r.setting
	name := font.Describe(grapheme)
	if !unicode.IsSymbol(first) || name == "" {
		b.found.AddHint(diag.Warning, missingGlyph, a.pos, "supply a face that has it", "no face has the letters of the script %s; squares are printed for them", set.Script)
		name = square
		set.Face = font.Fallback(square, set.Face, a.chain...)[0].Face
		set.Features, set.Script = 0, 0
		set.RightToLeft = false
	} else {
		b.found.AddHint(diag.Warning, missingGlyph, a.pos, "supply a face that has it", "no face has %s; its name is printed", name)
	}
	for i, word := range strings.Fields(name) {
		if i > 0 {
			w := set.Face.Length(set.Face.Advance(b.spaceGlyph(set.Face)), a.size)
			b.item(line.Space(w), piece{})
			grapheme = ""
		}
		shown := b.shaper.Shape(word, set)
		p := piece{leaf: r.leaf, level: r.level, face: set.Face, glyphs: shown.Glyphs, text: word, at: int32(start), instead: grapheme, silent: true}
		b.item(line.Item{Kind: line.Box, Width: set.Face.Length(shown.Width, a.size), Letters: int32(len(shown.Glyphs))}, p)
	}
}

// square stands for a letter that no face has: WHITE SQUARE.
const square = "\u25A1"

func (b *shaper) spaceGlyph(f *font.Face) font.GID {
	g, _ := f.Glyph(' ')
	return g
}

// part sets a part of a word in one run, divided at cuts.
func (b *shaper) part(r *run, start, end int, cuts []cut) {
	text := b.text[start:end]
	shown := b.shaper.Shape(text, r.setting)
	b.from = int32(start)
	switch {
	case b.long:
		b.desperate(r, shown.Glyphs, text, cuts)
		return
	case r.setting.RightToLeft:
		b.box(r, shown.Glyphs, text)
		return
	}
	glyphs := shown.Glyphs
	from := 0
	for _, c := range cuts {
		off := c.at - int32(start)
		i := from
		for i < len(glyphs) && glyphs[i].Start < off {
			i++
		}
		switch {
		case i == from:
		case i < len(glyphs) && glyphs[i].Start == off:
			b.box(r, glyphs[from:i], text)
			b.cut(c)
			from = i
		case glyphs[i-1].End > off && c.hyphen:
			from = b.ligature(r, glyphs, from, i-1, text, off)
		}
	}
	if from < len(glyphs) {
		b.box(r, glyphs[from:], text)
	}
}

// ligature sets a break inside a cluster of glyphs: the two halves are shaped
// anew for the case that it happens. It returns the glyph to go on with.
func (b *shaper) ligature(r *run, glyphs []font.Glyph, from, lig int, text string, off int32) int {
	first, next := lig, lig+1
	for first > from && glyphs[first-1].Start == glyphs[lig].Start {
		first--
	}
	for next < len(glyphs) && glyphs[next].Start == glyphs[lig].Start {
		next++
	}
	if first > from {
		b.box(r, glyphs[from:first], text)
	}
	a := b.g.leaves[r.leaf].attr
	length := func(units int) style.Length { return r.setting.Face.Length(units, a.size) }
	whole := text[glyphs[lig].Start:glyphs[lig].End]
	cut := off - glyphs[lig].Start
	pre := b.shaper.Shape(whole[:cut]+"-", r.setting)
	post := b.shaper.Shape(whole[cut:], r.setting)
	span := func(w style.Length) line.Span {
		s := line.Span{Width: w}
		if b.p.justified {
			s.Stretch, s.Shrink = w*stretchOf/1000, w*stretchOf/1000
		}
		return s
	}
	_, right := r.setting.Face.Protrusion(pre.Glyphs[len(pre.Glyphs)-1].ID)
	it := line.Item{
		Kind: line.Penalty, Flagged: true, Width: length(pre.Width), Right: length(right),
		Disc: &line.Disc{Post: span(length(post.Width)), NoBreak: span(length(units(glyphs[first:next])))},
	}
	b.expands(&it, r)
	p := piece{leaf: r.leaf, level: r.level, face: r.setting.Face}
	before, after, unbroken := p, p, p
	before.glyphs, before.text, before.hyphen = pre.Glyphs, whole[:cut]+"-", cut
	before.at = b.from + glyphs[lig].Start
	after.glyphs, after.text, after.at = post.Glyphs, whole[cut:], b.from+off
	unbroken.glyphs, unbroken.text, unbroken.at = glyphs[first:next], text, b.from
	before.disc = &discretion{after, unbroken}
	b.item(it, before)
	return next
}

// isLong reports whether a word may be too long for its line, so that it needs
// places where it can be broken when nothing else helps.
func (b *shaper) isLong(start, end int) bool {
	room := (b.p.width - max(b.p.indent, b.p.turn)) / 2
	size := style.Length(0)
	for at := start; at < end; at = b.runAt(at).end {
		size = max(size, b.g.leaves[b.runAt(at).leaf].attr.size)
	}
	b.runAt(start)
	if size*style.Length(end-start) <= room {
		return false // no letter is wider than an em, nearly
	}
	total := style.Length(0)
	for at := start; at < end && total <= room; {
		r := b.runAt(at)
		stop := min(r.end, end)
		a := b.g.leaves[r.leaf].attr
		switch {
		case r.missing:
			total += a.size
		default:
			total += r.setting.Face.Length(b.shaper.Shape(b.text[at:stop], r.setting).Width, a.size) + b.tracking(r, a)*style.Length(stop-at)
		}
		at = stop
	}
	b.runAt(start)
	return total > room
}

// manyLetters is the length in glyphs above which a word is a monster.
const manyLetters = 2000

// desperate sets a part of a long word, which may be broken between any two
// graphemes.
func (b *shaper) desperate(r *run, glyphs []font.Glyph, text string, cuts []cut) {
	cutAt := map[int32]cut{}
	for _, c := range cuts {
		cutAt[c.at-b.from] = c
	}
	between := map[int32]bool{}
	for _, e := range font.Graphemes(text) {
		between[int32(e)] = true
	}
	// In the order of the text: the glyphs of a run from right to left come
	// from its end.
	n := len(glyphs)
	cluster := func(i int) int32 {
		if r.setting.RightToLeft {
			return glyphs[n-1-i].Start
		}
		return glyphs[i].Start
	}
	from := 0
	flush := func(to int) {
		if r.setting.RightToLeft {
			b.box(r, glyphs[n-to:n-from], text)
		} else {
			b.box(r, glyphs[from:to], text)
		}
		from = to
	}
	// A monster that fills many lines is cut as soon as a line is full: there
	// is nothing to choose.
	a := b.g.leaves[r.leaf].attr
	monster := n > manyLetters
	width, last := style.Length(0), 0
	for i := 1; i < n; i++ {
		at := cluster(i)
		if at == cluster(i-1) || !between[at] {
			continue
		}
		if monster {
			w := style.Length(0)
			for k := last; k < i; k++ {
				w += r.setting.Face.Length(int(glyphs[k].Advance), a.size)
			}
			if width += w; width+w < b.p.width-b.p.indent-b.p.turn {
				last = i
				continue
			}
			width, last = 0, i
		}
		flush(i)
		if c, ok := cutAt[at]; ok {
			b.cut(c)
		} else {
			b.item(line.Item{Kind: line.Penalty, LastResort: true}, piece{})
		}
	}
	flush(n)
}

// box sets glyphs that never part, but for characters in squares.
func (b *shaper) box(r *run, glyphs []font.Glyph, text string) {
	switch {
	case len(glyphs) == 0:
	case b.east && !r.setting.RightToLeft:
		b.eastBoxes(r, glyphs, text)
	default:
		b.plainBox(r, glyphs, text, false)
	}
}

// plainBox sets glyphs that never part; those in a square keep their width.
func (b *shaper) plainBox(r *run, glyphs []font.Glyph, text string, square bool) {
	a := b.g.leaves[r.leaf].attr
	f := r.setting.Face
	it := line.Item{Kind: line.Box, Letters: int32(len(glyphs))}
	it.Width = f.Length(units(glyphs), a.size) + b.tracking(r, a)*style.Length(len(glyphs))
	joined := r.setting.Script.Joined()
	if joined || square || f.Metrics().FixedPitch {
		it.Letters = 0
	}
	if !square {
		b.expands(&it, r)
	}
	if !square && !r.setting.RightToLeft && !b.p.flush {
		left, _ := f.Protrusion(glyphs[0].ID)
		_, right := f.Protrusion(glyphs[len(glyphs)-1].ID)
		it.Left, it.Right = f.Length(left, a.size), f.Length(right, a.size)
	}
	b.item(it, piece{leaf: r.leaf, level: r.level, face: f, glyphs: glyphs, track: b.tracking(r, a), joined: joined, text: text, at: b.from})
}

// acronymTracking spaces small capitals, in thousandths of the size.
const acronymTracking = 30

// cased reports whether a script has capitals, and small ones: only these are
// spaced.
func cased(s font.Script) bool {
	switch s.String() {
	case "Latn", "Grek", "Cyrl", "Armn", "Copt":
		return true
	}
	return false
}

func (b *shaper) tracking(r *run, a *attr) style.Length {
	if r.setting.Script.Joined() {
		return 0
	}
	t := style.Length(0)
	if a.typ.Tracking != 0 && cased(r.setting.Script) {
		t = a.size.Em(a.typ.Tracking)
	}
	if r.small {
		t += a.size.Em(acronymTracking)
	}
	return t
}
