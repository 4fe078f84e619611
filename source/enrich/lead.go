package enrich

import (
	"slices"
	"sort"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// The way from the text to the timeline: the words that date an event lead to its entry, and every other date is marked as
// one. Where the author marked the words himself, his stretch leads.

// lead marks the dates of the text and links them to the entries, which get the anchors of the places. authored holds the
// words that the author marked, byPlace the entries by the beginning of the expression that dates them.
func (g *galley) lead(entries []*document.TimelineEntry, authored map[*document.TimelineEntry]place, byPlace map[int][]*document.TimelineEntry, expressions []temporal.Expression) {
	kept := map[*document.TimelineEntry]bool{}
	own := map[int][]authoredMark{}
	for _, e := range entries {
		kept[e] = true
		if at, ok := authored[e]; ok && g.strips[at.strip].node != nil {
			own[at.strip] = append(own[at.strip], authoredMark{at.span, e})
		}
	}
	marks := make([][]mark, len(g.strips))
	for i := range g.strips {
		own[i] = apart(own[i])
		for _, o := range own[i] {
			m := mark{span: o.span, link: true, anchor: g.anchor("e", g.strips[i].chapter, o.entry.Date)}
			o.entry.Mention = m.anchor
			m.wrap = func(content []document.Inline) document.Inline {
				return &document.CrossReference{Attr: document.Attr{Anchor: m.anchor}, Target: o.entry.Anchor, Ref: document.RefEvent, Content: content}
			}
			marks[i] = append(marks[i], m)
		}
	}
	for _, x := range expressions {
		if x.EDTF == "" {
			continue
		}
		i, at := g.locate(x.Start)
		m := mark{span: span{at, at + x.End - x.Start}}
		if m.end > len(g.strips[i].text) || covered(own[i], m.span) {
			continue
		}
		date := func(content []document.Inline) []document.Inline {
			if x.Rule == byAuthor {
				return content // the author's own date
			}
			return []document.Inline{&document.Date{Value: x.EDTF, Content: content}}
		}
		m.wrap = func(content []document.Inline) document.Inline { return date(content)[0] }
		// Two events of one date lead to the same words, which lead to the first.
		here := slices.DeleteFunc(byPlace[x.Start], func(e *document.TimelineEntry) bool { return !kept[e] })
		if len(here) > 0 {
			m.anchor = g.anchor("e", g.strips[i].chapter, x.EDTF)
			for _, e := range here {
				e.Mention = m.anchor
			}
			if !g.strips[i].heading {
				m.link = true
				m.wrap = func(content []document.Inline) document.Inline {
					return &document.CrossReference{Attr: document.Attr{Anchor: m.anchor}, Target: here[0].Anchor, Ref: document.RefEvent, Content: date(content)}
				}
			}
		} else if g.strips[i].heading || x.Rule == byAuthor {
			continue
		}
		marks[i] = append(marks[i], m)
	}
	for i := range g.strips {
		g.strips[i].apply(marks[i])
	}
}

// authoredMark is a stretch that the author marked as an event's.
type authoredMark struct {
	span
	entry *document.TimelineEntry
}

// apart sorts marks and leaves out those that overlap an earlier one.
func apart(marks []authoredMark) []authoredMark {
	slices.SortStableFunc(marks, func(a, b authoredMark) int { return a.start - b.start })
	out := marks[:0]
	for _, m := range marks {
		if n := len(out); n == 0 || out[n-1].end <= m.start {
			out = append(out, m)
		}
	}
	return out
}

// covered reports whether one of the marks, which are in order, stands in the stretch.
func covered(marks []authoredMark, s span) bool {
	i := sort.Search(len(marks), func(i int) bool { return marks[i].end > s.start })
	return i < len(marks) && marks[i].start < s.end
}
