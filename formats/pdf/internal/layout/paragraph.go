package layout

import (
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
	inner        bool // within a list, a quotation, a note
	balanced     bool
	whole        bool // no hyphens
	fixedSpaces  bool
	flush        bool // nothing protrudes: figures align below each other
	rtl          bool
	verse        bool // each line up to a forced break begins at the margin
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
		if p.inner {
			q.Loosest = innerLoosest
		}
	case p.balanced:
		q = line.Balanced(p.width, p.typ.Size)
	default:
		q = line.Ragged(p.width, p.typ.Size)
		if p.flush {
			// In a cell, what is left of a divided word would often be all of
			// the last line: words are divided that are longer than a line.
			q.PreTolerance = anyLine
		}
		if p.fixedSpaces {
			q.RuntDemerits = 0 // a line of code is full before it is turned
		}
	}
	if p.indent != 0 || p.turn != 0 {
		q.Measures = []line.Measure{{Width: p.width - p.indent, Offset: p.indent}, {Width: p.width - p.turn, Offset: p.turn}}
	}
	return &q
}

// innerLoosest is [line.Params.Loosest] for what stands apart from the text:
// there nobody misses an even right edge.
const innerLoosest = 150

// anyLine is the badness of any line that fits.
const anyLine = 10_000

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
	var frozen *line.Result
	if n := len(s.broken); n < len(s.frozen) && keeps(sh.items, s.frozen[n].Lines) {
		frozen = &s.frozen[n]
	}
	switch {
	case p.verse:
		res = s.stanza(sh.items, params, frozen)
	case frozen != nil:
		res = s.breaker.Justify(sh.items, *frozen, params)
	default:
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
