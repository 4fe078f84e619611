package layout

import (
	"github.com/quirepress/quire/formats/pdf/internal/line"
	"github.com/quirepress/quire/source/document"
)

// Verse, addresses, signatures: the lines are the author's. They are ragged,
// without an indent, and what has no room in its line hangs two ems below it
// (Chicago Manual of Style 13.27). In the text itself a stanza stands apart, as
// a quotation does.

// verse sets a paragraph whose lines are its author's.
func (s *setter) verse(p *document.Paragraph, c scope) {
	c.indented = false
	if !c.grid {
		s.prose(p, c, c.setting().hang())
		return
	}
	s.standApart(s.style.BlockSpace, blockStretch, func() {
		c := c.inset(s.style.Inset, 0)
		s.prose(p, c, c.setting().hang())
	})
}

// hang is the setting of verse.
func (p setting) hang() setting {
	p.justified, p.whole = false, true
	p.verse, p.turn = true, 2*p.typ.Size
	return p
}

// stanza breaks each of the author's lines by itself, so that each begins at the
// margin and hangs from there; frozen lines keep their breaks.
func (s *setter) stanza(items []line.Item, params *line.Params, frozen *line.Result) line.Result {
	var out line.Result
	from, next := 0, 0
	for end := range items {
		if it := &items[end]; it.Kind != line.Penalty || it.Cost > line.Force {
			continue
		}
		var res line.Result
		if frozen == nil {
			res = s.breaker.Break(items[from:end+1], params)
		} else {
			kept := line.Result{Pass: frozen.Pass}
			for ; next < len(frozen.Lines) && frozen.Lines[next].End <= end; next++ {
				l := frozen.Lines[next]
				l.Start, l.End = l.Start-from, l.End-from
				kept.Lines = append(kept.Lines, l)
			}
			res = s.breaker.Justify(items[from:end+1], kept, params)
		}
		for _, l := range res.Lines {
			l.Start, l.End = l.Start+from, l.End+from
			out.Lines = append(out.Lines, l)
		}
		out.Pass = max(out.Pass, res.Pass)
		out.Demerits += res.Demerits
		from = end + 1
	}
	return out
}
