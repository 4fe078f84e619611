package layout

import (
	"slices"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/pdf/internal/line"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Composing: the pieces of a broken line side by side, in runs of one face, size
// and colour, with what is drawn under them and where they lead.

// chunk is a piece with its width in the line.
type chunk struct {
	p     *piece
	width style.Length
	level uint8
}

// composer puts the chunks of a line side by side.
type composer struct {
	s    *setter
	sh   *shaped
	l    *line.Line
	line *textLine
	out  *setLine
	at   int32 // expansion of glyphs, in millionths
	// glyphs holds those of all runs of the line, one behind the other.
	glyphs []frame.Glyph
	anchor document.Anchor
}

// compose makes the box of a line.
func (s *setter) compose(sh *shaped, l *line.Line, p *setting) setLine {
	out := setLine{box: &textLine{ascent: s.ascent(p.typ)}, width: l.Width, hyphen: l.Hyphenated}
	c := composer{s: s, sh: sh, l: l, line: out.box, out: &out, at: l.Expansion * stretchOf, anchor: p.anchor}
	out.box.texts = s.textBuffer[:0]
	chunks := c.chunks()
	used, glyphs := style.Length(0), 1
	bidi := false
	for i := range chunks {
		k := &chunks[i]
		used += k.width
		glyphs += len(k.p.glyphs)
		bidi = bidi || k.level != 0
	}
	c.glyphs = make([]frame.Glyph, 0, glyphs)
	offset := l.Offset
	if sh.rtl {
		offset = p.width - l.Offset - l.Measure
	}
	x := p.left + offset - l.Left
	free := l.Measure + l.Left + l.Right - used
	switch {
	case free <= 0:
	case p.align == alignCenter:
		x += free / 2
	case (p.align == alignEnd) != sh.rtl:
		x += free
	}
	if bidi {
		c.visual(chunks, x)
	} else {
		for i := range chunks {
			x = c.put(&chunks[i], x, true)
		}
		out.box.end = x
	}
	c.spaceAtEnd(l)
	c.begin(chunks)
	// A line is kept as long as the book: it has no more than it needs.
	s.textBuffer = out.box.texts
	out.box.texts = slices.Clone(out.box.texts)
	return out
}

// chunks returns what the line shows, in the order of the text.
func (c *composer) chunks() []chunk {
	l, sh := c.l, c.sh
	out := c.s.chunkBuffer[:0]
	add := func(p *piece, w style.Length) { out = append(out, chunk{p, w, p.level}) }
	if l.PostBreak {
		add(&sh.pieces[l.Start-1].disc.post, l.SetSpan(sh.items[l.Start-1].Disc.Post))
	}
	for i := l.Start; i < l.End; i++ {
		it, p := &sh.items[i], &sh.pieces[i]
		switch it.Kind {
		case line.Box:
			add(p, l.Set(it)+l.LetterSpace*style.Length(it.Letters))
		case line.Glue:
			if p.glyphs != nil {
				add(p, l.Set(it))
			} else if w := l.Set(it); w != 0 && !it.Fil && len(out) > 0 {
				out[len(out)-1].width += w
			}
		case line.Penalty:
			if it.Disc != nil {
				add(&p.disc.whole, l.SetSpan(it.Disc.NoBreak))
			}
		}
	}
	if l.End < len(sh.items) {
		if it, p := &sh.items[l.End], &sh.pieces[l.End]; it.Kind == line.Penalty && it.Width > 0 {
			add(p, l.SetSpan(line.Span{Width: it.Width, Stretch: it.Stretch, Shrink: it.Shrink}))
		}
	}
	c.s.chunkBuffer = out
	return out
}

// visual puts the chunks of a line with text in both directions.
func (c *composer) visual(chunks []chunk, x style.Length) {
	levels := make([]uint8, len(chunks))
	for i := range chunks {
		levels[i] = chunks[i].level
	}
	at := make([]style.Length, len(chunks))
	for _, i := range font.VisualOrder(levels) {
		at[i] = x
		x += chunks[i].width
	}
	c.line.end = x
	for i := range chunks {
		c.put(&chunks[i], at[i], false)
	}
}

// put sets a chunk at x, in the run before it if that can be.
func (c *composer) put(k *chunk, x style.Length, join bool) style.Length {
	lf := &c.sh.g.leaves[k.p.leaf]
	a := lf.attr
	if lf.shown != nil {
		c.line.texts = append(c.line.texts, lineText{Text: frame.Text{X: x}, tag: lf.shown.tag, picture: lf.shown})
		return x + k.width
	}
	if len(k.p.glyphs) == 0 {
		return x + k.width
	}
	var t *lineText
	if n := len(c.line.texts); n > 0 && join {
		t = &c.line.texts[n-1]
		if t.tag != a.tag || t.face != k.p.face || t.Size != a.size || t.Color != a.color || t.Y != -a.rise || t.note != nil || t.picture != nil {
			t = nil
		}
	}
	at := (c.at + 500*sign(c.at)) / 1000
	if a.typ.Role == style.CodeRole || k.p.silent {
		at = 0 // its letters keep their width
	}
	if t != nil && t.Expansion != at {
		t = nil
	}
	if t == nil {
		c.line.texts = append(c.line.texts, lineText{
			Text: frame.Text{X: x, Y: -a.rise, Size: a.size, Color: a.color, Expansion: at},
			face: k.p.face, tag: a.tag,
		})
		t = &c.line.texts[len(c.line.texts)-1]
	}
	if k.level%2 != 0 {
		c.reversed(t, k, a)
	} else {
		c.forward(t, k, a)
	}
	if lf.note != nil && int(k.p.at)+int(k.p.glyphs[0].Start) <= lf.start { // once, should a mark part
		t.note = lf.note
		c.out.notes = append(append(c.out.notes, lf.note), lf.note.inner...)
	}
	c.decorate(k, a, x)
	return x + k.width
}

func sign(n int32) int32 {
	if n < 0 {
		return -1
	}
	return 1
}

// decorate draws the lines under and through a chunk and makes it active.
func (c *composer) decorate(k *chunk, a *attr, x style.Length) {
	rule := func(col *style.Color, pos, thick style.Length) {
		if n := len(c.line.rules); n > 0 {
			if r := &c.line.rules[n-1]; r.Color == *col && r.Y == pos && r.Height == thick && abs(r.X+r.Width-x) < style.Point/50 {
				r.Width = x + k.width - r.X
				return
			}
		}
		c.line.rules = append(c.line.rules, frame.Rule{X: x, Y: pos, Width: k.width, Height: thick, Color: *col})
	}
	m := k.p.face.Metrics()
	if a.underline != nil {
		rule(a.underline, a.size.Em(140)-a.rise, c.s.style.Rules.Underline)
	}
	if a.strike != nil {
		rule(a.strike, -k.p.face.Length(m.StrikeoutPosition, a.size)-a.rise, k.p.face.Length(m.StrikeoutThickness, a.size))
	}
	if a.link == nil {
		return
	}
	if n := len(c.line.links); n > 0 && c.line.links[n-1].link == a.link {
		l := &c.line.links[n-1]
		l.width = max(l.width, x+k.width-l.x)
		return
	}
	c.line.links = append(c.line.links, lineLink{a.link, x, k.width, k.p.face.Length(m.Ascender, a.size) + a.rise, k.p.face.Length(-m.Descender, a.size) - a.rise})
}

func abs(l style.Length) style.Length {
	if l < 0 {
		return -l
	}
	return l
}

// spaceAtEnd ends a line with the space that the break swallowed, so that its
// last word and the next line's first do not run together in what is copied.
func (c *composer) spaceAtEnd(l *line.Line) {
	if l.End >= len(c.sh.items) || len(c.line.texts) == 0 {
		return
	}
	p := &c.sh.pieces[l.End]
	if it := &c.sh.items[l.End]; it.Kind == line.Penalty && l.End+1 < len(c.sh.pieces) && c.sh.pieces[l.End+1].space {
		p = &c.sh.pieces[l.End+1] // the penalty of a pause or hyphen stands before its space
	}
	forced := c.sh.items[l.End].Kind == line.Penalty && c.sh.items[l.End].Cost <= line.Force && l.End < len(c.sh.items)-1
	if !p.space && !forced {
		return
	}
	t := &c.line.texts[len(c.line.texts)-1]
	if t.face == nil || t.note != nil || p.space && c.sh.g.leaves[p.leaf].attr.tag != t.tag {
		t = c.bare(t, p)
		if t == nil {
			return
		}
	}
	space, ok := t.face.Glyph(' ')
	if ok {
		t.Append(frame.Glyph{ID: uint16(space)}, " ")
	}
}

// bare begins a run for a space that cannot stand in the run before it.
func (c *composer) bare(last *lineText, p *piece) *lineText {
	if !p.space {
		return nil
	}
	a := c.sh.g.leaves[p.leaf].attr
	c.line.texts = append(c.line.texts, lineText{Text: frame.Text{X: c.line.end, Y: -a.rise, Size: a.size, Color: a.color}, face: p.face, tag: a.tag})
	return &c.line.texts[len(c.line.texts)-1]
}

// begin finds where the line begins, in the galley and in the document.
func (c *composer) begin(chunks []chunk) {
	c.out.from = -1
	for i := range chunks {
		p := chunks[i].p
		lf := &c.sh.g.leaves[p.leaf]
		at := int(p.at)
		if len(p.glyphs) > 0 {
			first := p.glyphs[0].Start
			if p.level%2 != 0 {
				first = p.glyphs[len(p.glyphs)-1].Start
			}
			at += int(first)
		}
		if p.instead == "\u00AD" {
			continue
		}
		if c.out.from < 0 {
			c.out.from = at
		}
		if lf.source >= 0 && c.anchor != "" {
			c.out.start = textPos{anchor: c.anchor, offset: lf.source + at - lf.start, ok: true}
			return
		}
	}
}
