package layout

import (
	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/pdf/internal/line"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Paragraphs: a galley broken into lines, each a box that is ready for its
// page.

// alignment is where lines stand that do not fill the measure.
type alignment uint8

const (
	alignStart alignment = iota
	alignCenter
	alignEnd
)

// setting is how a galley is set.
type setting struct {
	typ         style.Type
	width, left style.Length
	// indent is that of the first line, turn that of all others.
	indent, turn style.Length
	align        alignment
	justified    bool
	balanced     bool
	whole        bool // no hyphens
	fixedSpaces  bool
	flush        bool // nothing protrudes: figures align below each other
	rtl          bool
	// anchor is that of the block whose text this is; its lines begin pages.
	anchor document.Anchor
	pos    diag.Position
}

// params returns what a good paragraph is in this setting.
func (p *setting) params() *line.Params {
	var q line.Params
	switch {
	case p.justified:
		q = line.Justified(p.width, p.typ.Size)
	case p.balanced:
		q = line.Balanced(p.width, p.typ.Size)
	default:
		q = line.Ragged(p.width, p.typ.Size)
	}
	if p.indent != 0 || p.turn != 0 {
		q.Measures = []line.Measure{{Width: p.width - p.indent, Offset: p.indent}, {Width: p.width - p.turn, Offset: p.turn}}
	}
	return &q
}

// textLine is a line of text as a box.
type textLine struct {
	ascent style.Length // from the top of the box to the baseline
	texts  []lineText
	rules  []frame.Rule // from the left edge and the baseline
	links  []lineLink
	end    style.Length // where its last glyph ends, from the left edge
	// label stands beside the line and is read before it, trail behind it.
	label, trail *textLine
}

// lineText is a run of glyphs in a line; X counts from the left edge of the
// column, Y from the baseline.
type lineText struct {
	frame.Text
	face    *font.Face
	tag     *tag
	note    *note // comes behind it
	picture *inlinePicture
}

type lineLink struct {
	link     *link
	x, width style.Length
	above    style.Length
	below    style.Length
}

// line is a line with what the vertical list wants to know.
type setLine struct {
	box    *textLine
	notes  []*note
	places []place
	start  textPos
	from   int          // byte of the galley where it begins, -1 if it shows nothing
	width  style.Length // natural
	hyphen bool
	last   bool
}

// break sets a galley in lines.
func (s *setter) lines(g *galley, p *setting) []setLine {
	sh := s.shape(g, p)
	if len(sh.items) == 0 {
		return nil
	}
	res := s.breakLines(sh, p)
	s.complain(res, sh, p)
	out := make([]setLine, len(res.Lines))
	for i := range res.Lines {
		out[i] = s.compose(sh, &res.Lines[i], p)
		out[i].last = i == len(res.Lines)-1
	}
	s.anchors(g, out)
	return out
}

// breakLines chooses the breaks, or keeps those of the pass before where
// nothing but the figures of page numbers changed.
func (s *setter) breakLines(sh *shaped, p *setting) line.Result {
	params := p.params()
	var res line.Result
	if n := len(s.broken); n < len(s.frozen) && keeps(sh.items, s.frozen[n].Lines) {
		res = s.breaker.Justify(sh.items, s.frozen[n], params)
	} else {
		res = s.breaker.Break(sh.items, params)
	}
	s.broken = append(s.broken, res)
	return res
}

// keeps reports whether the items can be broken into these lines.
func keeps(items []line.Item, lines []line.Line) bool {
	if lines[len(lines)-1].End != len(items)-1 {
		return false
	}
	for i := range lines {
		end := lines[i].End
		if end == 0 {
			return false
		}
		it := &items[end]
		if it.Kind == line.Box || it.Kind == line.Glue && items[end-1].Kind != line.Box || it.Kind == line.Penalty && it.Cost >= line.Inhibit {
			return false
		}
	}
	return true
}

// complain reports lines that could not be set well, once a paragraph.
func (s *setter) complain(res line.Result, sh *shaped, p *setting) {
	over, broken := style.Length(0), 0
	for i := range res.Lines {
		over = max(over, res.Lines[i].Overfull)
		if res.Lines[i].LastResort {
			broken++
		}
	}
	if over > style.Point/10 {
		s.found.Add(diag.Warning, "pdf-overfull", p.pos, "a line is too long by %v", over)
	}
	if broken > 0 {
		s.found.Add(diag.Info, "pdf-long-word", p.pos, "a word is too long for its line and was broken between two letters")
	}
}

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
	return out
}

// chunks returns what the line shows, in the order of the text.
func (c *composer) chunks() []chunk {
	l, sh := c.l, c.sh
	out := make([]chunk, 0, l.End-l.Start+2)
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
	if t == nil {
		c.line.texts = append(c.line.texts, lineText{
			Text: frame.Text{X: x, Y: -a.rise, Size: a.size, Color: a.color, Expansion: (c.at + 500*sign(c.at)) / 1000},
			face: k.p.face, tag: a.tag,
		})
		t = &c.line.texts[len(c.line.texts)-1]
	}
	if k.level%2 != 0 {
		c.reversed(t, k, a)
	} else {
		c.forward(t, k, a)
	}
	if lf.note != nil {
		t.note = lf.note
		c.out.notes = append(c.out.notes, lf.note)
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

// set returns a distance of font units in the line.
func (c *composer) set(units int, f *font.Face, size style.Length) style.Length {
	w := f.Length(units, size)
	return w + w*style.Length(c.at)/1_000_000
}

// forward appends the glyphs of a chunk that runs from left to right. Advances
// are differences of rounded sums, so that nothing adds up wrongly; the last
// takes what is left of the chunk's width.
func (c *composer) forward(t *lineText, k *chunk, a *attr) {
	p := k.p
	if t.Glyphs == nil {
		t.Glyphs = c.glyphs[len(c.glyphs):]
	}
	c.glyphs = c.glyphs[:len(c.glyphs)+len(p.glyphs)]
	track := p.track
	if c.at == 0 || !p.space {
		track += c.letterSpace(p)
	}
	sum, units := style.Length(0), 0
	for i := range p.glyphs {
		g := &p.glyphs[i]
		units += int(g.Advance)
		end := c.set(units, p.face, a.size) + track*style.Length(i+1)
		if i == len(p.glyphs)-1 {
			end = k.width
		}
		fg := frame.Glyph{ID: uint16(g.ID), Advance: end - sum, Text: p.stands(i, c.sh)}
		if g.XOffset != 0 {
			fg.DX = c.set(int(g.XOffset), p.face, a.size)
		}
		if g.YOffset != 0 {
			fg.DY = -p.face.Length(int(g.YOffset), a.size)
		}
		t.Glyphs = append(t.Glyphs, fg)
		sum = end
	}
}

func (c *composer) letterSpace(p *piece) style.Length {
	if p.space || p.face.Metrics().FixedPitch {
		return 0
	}
	return c.l.LetterSpace
}

// reversed appends the glyphs of a chunk that runs from right to left, in the
// order of the text: the pen goes to the left.
func (c *composer) reversed(t *lineText, k *chunk, a *attr) {
	p := k.p
	n := len(p.glyphs)
	at := make([]style.Length, n+1)
	units := 0
	for i := range p.glyphs {
		at[i] = c.set(units, p.face, a.size) + (p.track+c.letterSpace(p))*style.Length(i)
		units += int(p.glyphs[i].Advance)
	}
	at[n] = k.width
	t.X += at[n-1]
	for i := n - 1; i >= 0; i-- {
		g := &p.glyphs[i]
		adv := at[1] - at[0]
		if i > 0 {
			adv = at[i-1] - at[i]
		}
		t.Glyphs = append(t.Glyphs, frame.Glyph{
			ID: uint16(g.ID), Advance: adv, Text: p.stands(i, c.sh),
			DX: c.set(int(g.XOffset), p.face, a.size), DY: -p.face.Length(int(g.YOffset), a.size),
		})
	}
}

// stands returns what glyph i of a piece stands for: the characters of its
// cluster for the first glyph of a cluster in the order of the text, nothing
// for the others.
func (p *piece) stands(i int, sh *shaped) string {
	g := &p.glyphs[i]
	if p.space {
		if p.text == "\u00A0" {
			return p.text
		}
		return " "
	}
	if p.instead != "" || p.silent {
		if i == 0 {
			return p.instead
		}
		return ""
	}
	if p.hyphen > 0 && g.Start >= p.hyphen {
		return "\u00AD"
	}
	before := i - 1
	if p.level%2 != 0 {
		before = i + 1
	}
	if before >= 0 && before < len(p.glyphs) && p.glyphs[before].Start == g.Start {
		return ""
	}
	if original := sh.g.leaves[p.leaf].original; original != "" {
		from := int(p.at) - sh.g.leaves[p.leaf].start
		return original[from+int(g.Start) : from+int(g.End)]
	}
	return visible(p.text[g.Start:g.End])
}

// visible leaves out the soft hyphens and joiners that the text may hold: they
// advise the typesetter and are not part of what is printed.
func visible(s string) string {
	for i := 0; i+1 < len(s); i++ {
		if s[i] == 0xC2 && s[i+1] == 0xAD {
			return visible(s[:i] + s[i+2:])
		}
	}
	return s
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
		t.Glyphs = append(t.Glyphs, frame.Glyph{ID: uint16(space), Text: " "})
	}
}

// endSpace ends a line with a space, for lines that are read before others.
func (t *textLine) endSpace() {
	if len(t.texts) == 0 {
		return
	}
	last := &t.texts[len(t.texts)-1]
	if last.face == nil {
		return
	}
	if space, ok := last.face.Glyph(' '); ok {
		last.Glyphs = append(last.Glyphs, frame.Glyph{ID: uint16(space), Text: " "})
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

// emit puts the line on the page.
func (t *textLine) emit(e *emitter, x, y style.Length) {
	base := y + t.ascent
	if t.label != nil {
		t.label.emit(e, x, base-t.label.ascent)
	}
	if t.trail != nil {
		defer t.trail.emit(e, x, base-t.trail.ascent)
	}
	for i := range t.rules {
		r := t.rules[i]
		r.X, r.Y = r.X+x, r.Y+base
		r.Mark = e.mark(nil)
		e.put(&r)
	}
	for i := range t.texts {
		lt := &t.texts[i]
		if lt.picture != nil {
			e.inlinePicture(lt.picture, x+lt.X, base)
		} else {
			text := lt.Text
			text.X, text.Y = text.X+x, text.Y+base
			text.Face = e.face(lt.face)
			text.Mark = e.mark(lt.tag)
			e.put(&text)
		}
		if lt.note != nil {
			e.note(lt.note)
		}
	}
	for _, l := range t.links {
		e.active(l.link, x+l.x, base-l.above, l.width, l.above+l.below)
	}
}

// ascent returns how far the baseline stands below the top of a line: the
// leading is divided so that capitals stand in its middle.
func (s *setter) ascent(t style.Type) style.Length {
	f := s.face(t.Role, t.Bold, t.Italic)
	cap := f.Length(f.Metrics().CapHeight, t.Size)
	return (t.Leading+cap)/2 + (t.Leading-cap)/8
}

// anchors hands the marks of a galley to the lines that hold them.
func (s *setter) anchors(g *galley, lines []setLine) {
	if len(lines) == 0 {
		return
	}
	i := 0
	for _, m := range g.marks {
		for i+1 < len(lines) && (lines[i+1].from < 0 || lines[i+1].from <= m.at) {
			i++
		}
		lines[i].places = append(lines[i].places, place{anchor: m.anchor, tag: m.tag})
	}
}
