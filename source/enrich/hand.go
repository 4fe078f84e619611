package enrich

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich/internal/chronicle"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// What the author says in the text itself: see the package comment. In Markdown these are bracketed spans after Pandoc's
// convention, [KFOR]{.term def="…"}; to the document they are opaque classes and settings, which only the passes understand.
const (
	classTerm    = "term"
	classNoTerm  = "noterm"
	classEvent   = "event"
	classNoEvent = "noevent"
)

// hand is a stretch of a strip on which the author's hand lies.
type hand struct {
	span
	node document.Inline
}

// says reports whether the author put the class on a node.
func says(n document.Node, class string) bool {
	return slices.Contains(n.Attributes().Classes, class)
}

// handled reports whether a node says anything to the passes.
func handled(n document.Inline) bool {
	switch n.(type) {
	case *document.Abbreviation, *document.Date:
		return true
	}
	return slices.ContainsFunc(n.Attributes().Classes, func(c string) bool {
		return c == classTerm || c == classNoTerm || c == classEvent || c == classNoEvent
	})
}

// termDirectives are what the text says about the glossary, each once, in reading order.
func (g *galley) termDirectives() []document.GlossaryDirective {
	var out []document.GlossaryDirective
	at := map[string]int{} // by term
	for i := range g.strips {
		s := &g.strips[i]
		for _, h := range s.hands {
			a := h.node.Attributes()
			words := strings.Join(strings.Fields(s.text[h.start:h.end]), " ")
			abbr, isAbbr := h.node.(*document.Abbreviation)
			d := document.GlossaryDirective{Term: words, Pos: a.Pos}
			switch {
			case words == "":
				continue
			case says(h.node, classNoTerm):
				d.Suppress = true
			case says(h.node, classTerm):
				d.Definition = cmp.Or(a.Settings["def"], a.Settings["definition"])
				d.Expansion = cmp.Or(a.Settings["long"], a.Settings["expansion"])
				for _, t := range strings.Split(cmp.Or(a.Settings["see"], a.Settings["see-also"]), ";") {
					if t = strings.TrimSpace(t); t != "" {
						d.SeeAlso = append(d.SeeAlso, t)
					}
				}
				if as := a.Settings["as"]; as != "" && as != words {
					d.Term, d.Aliases = as, []string{words}
				}
				if isAbbr {
					d.Expansion = cmp.Or(d.Expansion, abbr.Expansion)
				}
			case isAbbr && isAcronym(words) && abbr.Expansion != "":
				d.Expansion = abbr.Expansion
			default:
				continue
			}
			i, known := at[d.Term]
			if !known {
				at[d.Term] = len(out)
				out = append(out, d)
				continue
			}
			o := &out[i]
			o.Suppress = o.Suppress || d.Suppress
			o.Definition = cmp.Or(o.Definition, d.Definition)
			o.Expansion = cmp.Or(o.Expansion, d.Expansion)
			for _, t := range d.SeeAlso {
				if !slices.Contains(o.SeeAlso, t) {
					o.SeeAlso = append(o.SeeAlso, t)
				}
			}
			for _, t := range d.Aliases {
				if !slices.Contains(o.Aliases, t) {
					o.Aliases = append(o.Aliases, t)
				}
			}
		}
	}
	return out
}

// expressions finds the temporal expressions of the whole article at once, so that the narrative's time is carried from
// paragraph to paragraph. A date that the author gave the value of replaces what was found at its words.
func (g *galley) expressions() []temporal.Expression {
	var given []temporal.Expression
	opts := temporal.Options{Anchor: g.day()}
	for i := range g.strips {
		s := &g.strips[i]
		for _, h := range s.hands {
			d, ok := h.node.(*document.Date)
			if !ok || h.start == h.end {
				continue
			}
			x, ok := expression(d.Value, s.text[h.start:h.end])
			if !ok {
				continue
			}
			x.Start, x.End = s.start+h.start, s.start+h.end
			if x.Range != nil {
				x.Range.Start, x.Range.End = x.Start, x.End
			}
			given = append(given, x)
			opts.Given = append(opts.Given, temporal.Given{End: x.End, Day: x.Lower, Grain: x.Grain})
		}
	}
	found := temporal.FindIn(g.text, g.doc.Metadata.Language, opts)
	if len(given) == 0 {
		return found
	}
	var out []temporal.Expression
	for _, x := range found {
		for len(given) > 0 && given[0].Start < x.End {
			if n := len(out); n == 0 || out[n-1].End <= given[0].Start {
				out = append(out, given[0])
			}
			given = given[1:]
		}
		if n := len(out); n == 0 || out[n-1].End <= x.Start {
			out = append(out, x)
		}
	}
	for _, x := range given {
		if n := len(out); n == 0 || out[n-1].End <= x.Start {
			out = append(out, x)
		}
	}
	return out
}

// expression makes an expression of the words to which the author gave a date.
func expression(edtf, words string) (temporal.Expression, bool) {
	lower, upper, err := parseEDTF(edtf)
	if err != nil {
		return temporal.Expression{}, false
	}
	x := temporal.Expression{
		Text: words, Type: temporal.DATE, EDTF: edtf, Value: strings.TrimRight(edtf, "~?%"), Grain: grain(edtf),
		Lower: dayOf(lower), Upper: dayOf(upper), Rule: byAuthor, Context: true,
	}
	if unit, side := openEDTF(edtf); side != 0 {
		x.Open, x.EDTF, x.Value, x.Grain = edtf, unit, strings.TrimRight(unit, "~?%"), grain(unit)
	} else if strings.Contains(edtf, "/") {
		x.Range = &temporal.Range{EDTF: edtf, Lower: x.Lower, Upper: x.Upper}
	}
	return x, true
}

// grain returns the calendar unit that an EDTF date names; of an interval that of its first end.
func grain(edtf string) temporal.Grain {
	s, _, _ := strings.Cut(edtf, "/")
	s = strings.TrimPrefix(strings.TrimRight(s, "~?%"), "-")
	switch _, part, _ := strings.Cut(s, "-"); {
	case strings.HasSuffix(s, "XX"):
		return temporal.Century
	case strings.HasSuffix(s, "X"):
		return temporal.Decade
	case part == "":
		return temporal.Year
	case strings.Contains(part, "-"):
		return temporal.Day
	case part > "20":
		return temporal.Season
	}
	return temporal.Month
}

// dayOf reads a day as [parseEDTF] writes it.
func dayOf(s string) temporal.Date {
	rest, before := strings.CutPrefix(s, "-")
	part := strings.Split(rest, "-")
	y, _ := strconv.Atoi(part[0])
	m, _ := strconv.Atoi(part[1])
	d, _ := strconv.Atoi(part[2])
	if before {
		y = -y
	}
	return temporal.Date{Year: y, Month: m, Day: d}
}

// unwanted drops the events on which the author put .noevent, on their words or on their paragraph.
func (g *galley) unwanted(events []chronicle.Entry) ([]chronicle.Entry, diag.List) {
	var found diag.List
	out := false
	drop := make([]bool, len(events))
	at := indexEvents(events)
	for i := range g.strips {
		s := &g.strips[i]
		if s.node != nil && says(s.node, classNoEvent) {
			for _, k := range at.blocks[i] {
				drop[k] = true
			}
			out = true
		}
		for _, h := range s.hands {
			if !says(h.node, classNoEvent) {
				continue
			}
			hits, told := at.find(i, s.start+h.start, s.start+h.end)
			if len(hits) == 0 {
				hits = told
			}
			for _, k := range hits {
				drop[k], out = true, true
			}
			if len(hits) == 0 {
				found.Add(diag.Warning, "enrich-timeline-match", h.node.Attributes().Pos, "timeline: there is no event to suppress at %q", s.text[h.start:h.end])
			}
		}
	}
	if !out {
		return events, found
	}
	var kept []chronicle.Entry
	for k, e := range events {
		if !drop[k] {
			kept = append(kept, e)
		}
	}
	return kept, found
}

// eventIndex finds events by their place.
type eventIndex struct {
	events []chronicle.Entry
	blocks map[int][]int // the events of each block
}

func indexEvents(events []chronicle.Entry) eventIndex {
	x := eventIndex{events, map[int][]int{}}
	for k, e := range events {
		x.blocks[e.Block] = append(x.blocks[e.Block], k)
	}
	return x
}

// find returns the events that the stretch of the text dates, and the others whose sentence it stands in.
func (x eventIndex) find(block, start, end int) (dated, told []int) {
	for _, k := range x.blocks[block] {
		switch e := &x.events[k]; {
		case e.Expression.Start < end && start < e.Expression.End:
			dated = append(dated, k)
		case e.Sentence.Start <= start && start < e.Sentence.End:
			told = append(told, k)
		}
	}
	return dated, told
}

// wanted adds and corrects the entries of the events that the author marked in the text; entries are those of events.
func (g *galley) wanted(entries []*document.TimelineEntry, events []chronicle.Entry, expressions []temporal.Expression, authored map[*document.TimelineEntry]place) ([]*document.TimelineEntry, diag.List) {
	var found diag.List
	at := indexEvents(events)
	for i := range g.strips {
		s := &g.strips[i]
		for _, h := range s.hands {
			if !says(h.node, classEvent) || h.start == h.end {
				continue
			}
			a := h.node.Attributes()
			d := document.TimelineDirective{Date: a.Settings["date"], Phrase: a.Settings["phrase"], Summary: a.Settings["summary"], Pos: a.Pos}
			if n, ok := h.node.(*document.Date); ok {
				d.Date = cmp.Or(d.Date, n.Value)
			}
			if d.Date != "" {
				if _, _, err := parseEDTF(d.Date); err != nil {
					found.Add(diag.Warning, "enrich-timeline-date", d.Pos, "timeline: %v", err)
					continue
				}
			}
			hits, told := at.find(i, s.start+h.start, s.start+h.end)
			if len(hits) == 0 && d.Date == "" {
				hits = told
			}
			if len(hits) > 0 {
				correct(entries[hits[0]], d, s.lang)
				continue
			}
			if d.Date == "" {
				d.Date = g.dateAt(expressions, i, h.span)
			}
			if d.Date == "" {
				found.AddHint(diag.Warning, "enrich-timeline-date", d.Pos, "give it one: {.event date=1999-03-24}", "timeline: there is no date at %q", s.text[h.start:h.end])
				continue
			}
			e := &document.TimelineEntry{Evidence: s.sentence(h.start)}
			d.Summary = cmp.Or(d.Summary, strings.Join(strings.Fields(e.Evidence), " "))
			correct(e, d, s.lang)
			e.Pos = a.Pos
			authored[e] = place{i, h.span}
			entries = append(entries, e)
		}
	}
	return entries, found
}

// dateAt returns the date in the stretch of the strip, or else the only one in its sentence; "" where neither is sure.
func (g *galley) dateAt(expressions []temporal.Expression, strip int, in span) string {
	s := &g.strips[strip]
	base := s.start
	around := s.sentenceSpan(in.start)
	near, many := "", false
	first := sort.Search(len(expressions), func(i int) bool { return expressions[i].End > base+around.start })
	for _, x := range expressions[first:] {
		if x.Start >= base+around.end {
			break
		}
		if x.EDTF == "" {
			continue
		}
		edtf := x.EDTF
		if x.Range != nil {
			edtf = x.Range.EDTF
		}
		if x.Start < base+in.end && base+in.start < x.End {
			return edtf
		}
		many = many || near != "" && near != edtf
		near = edtf
	}
	if many {
		return ""
	}
	return near
}
