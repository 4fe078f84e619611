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
	own := make([][]authoredMark, len(g.strips))
	for _, e := range entries {
		kept[e] = true
		if at, ok := authored[e]; ok && g.strips[at.strip].node != nil {
			own[at.strip] = append(own[at.strip], authoredMark{at.span, e})
		}
	}
	for i := range g.strips {
		own[i] = apart(own[i])
		for k := range own[i] {
			o := &own[i][k]
			o.entry.Mention = g.anchor("e", g.strips[i].chapter, o.entry.Date)
		}
	}
	var marks []mark // of the strip at hand
	for i := range g.strips {
		s := &g.strips[i]
		marks = marks[:0]
		for _, o := range own[i] {
			marks = append(marks, linkTo(o.entry, o.span, nil))
		}
		for ; len(expressions) > 0 && (i+1 == len(g.strips) || expressions[0].Start < g.strips[i+1].start); expressions = expressions[1:] {
			x := &expressions[0]
			at := span{x.Start - s.start, x.End - s.start}
			if x.EDTF == "" || s.heading || at.end > len(s.text) || covered(own[i], at) {
				continue
			}
			var date *document.Date
			if x.Rule != byAuthor { // whose date stands there already
				date = &document.Date{Value: x.Interval()}
			}
			// Two events of one date lead to the same words, which lead to the first.
			here := slices.DeleteFunc(byPlace[x.Start], func(e *document.TimelineEntry) bool { return !kept[e] })
			if len(here) > 0 {
				anchor := g.anchor("e", s.chapter, x.EDTF)
				for _, e := range here {
					e.Mention = anchor
				}
				marks = append(marks, linkTo(here[0], at, date))
			} else if date != nil {
				marks = append(marks, mark{span: at, node: date, content: &date.Content})
			}
		}
		s.apply(marks)
	}
}

// linkTo returns a mark that leads from the words to the entry of which they are the mention, through the date that they are,
// if that is not nil.
func linkTo(e *document.TimelineEntry, at span, date *document.Date) mark {
	link := &document.CrossReference{Attr: document.Attr{Anchor: e.Mention}, Target: e.Anchor, Ref: document.RefEvent}
	m := mark{span: at, node: link, content: &link.Content, link: true, anchor: e.Mention}
	if date != nil {
		link.Content, m.content = []document.Inline{date}, &date.Content
	}
	return m
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
