package enrich

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich/internal/chronicle"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// Timeline finds the events that the text dates and lists them in the order of
// their dates, each with the sentence it was found in and a link there and
// back. Every date of the text becomes a [document.Date].
//
// English, German and French are read; in other languages only the author's
// own entries are listed. The author adds, corrects and suppresses entries by
// [document.Directives], and in the text by the classes "event" and "noevent".
type Timeline struct {
	// Title heads the timeline; empty means the language's own word.
	Title string
	// Eager also lists events that a careful editor would look at first: those whose clause cannot be cut to a line that
	// stands alone are told by their whole sentence.
	Eager bool
	// Fewest is the number of events below which no timeline is printed; 0
	// means 2, a negative number 1. The author's own entries are printed in
	// any case.
	Fewest int
}

// Name returns "timeline".
func (Timeline) Name() string { return "timeline" }

// Apply marks the dates and adds a section of the role timeline.
func (p Timeline) Apply(ctx context.Context, doc *document.Document) (diag.List, error) {
	return alone(ctx, doc, p)
}

func (Timeline) part() string { return "timeline" }

func (p Timeline) study(ctx context.Context, g *galley) (func() (diag.List, error), error) {
	lang := g.doc.Metadata.Language
	expressions := g.expressions()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	blocks := make([]chronicle.Block, len(g.strips))
	for i := range g.strips {
		s := &g.strips[i]
		blocks[i] = chronicle.Block{Start: s.start, End: s.start + len(s.text), Heading: s.heading}
	}
	events := chronicle.EntriesIn(g.text, lang, blocks, expressions, chronicle.Options{Eager: p.Eager, Title: g.doc.Metadata.Title})
	return func() (diag.List, error) { return p.print(g, expressions, events), nil }, ctx.Err()
}

// print marks the expressions and lists the events.
func (p Timeline) print(g *galley, expressions []temporal.Expression, events []chronicle.Entry) (found diag.List) {
	doc, lang := g.doc, g.doc.Metadata.Language
	found = append(found, g.foreign()...)
	events, more := g.unwanted(events)
	found = append(found, more...)
	var entries []*document.TimelineEntry
	byPlace := map[int][]*document.TimelineEntry{} // by the expression's start
	places := map[*document.TimelineEntry]place{}  // of the dates
	for _, e := range events {
		i, at := g.locate(e.Sentence.Start)
		sentence := g.text.Source[e.Sentence.Start:e.Sentence.End]
		entry := &document.TimelineEntry{
			Date: e.EDTF, Phrase: e.Phrase, Lower: e.Lower.String(), Upper: e.Upper.String(),
			Summary: document.Plain(e.Summary), Evidence: sentence, Rule: e.Rule,
		}
		if e.Expression.Rule == byAuthor {
			entry.Date = e.EDTF
			if e.Expression.Open != "" {
				entry.Date = e.Expression.Open
			}
			entry.Phrase = phraseEDTF(entry.Date, lang)
		}
		entry.Pos, _ = g.strips[i].source(at)
		entry.End = g.strips[i].sourceEnd(at, at+len(sentence))
		entries = append(entries, entry)
		places[entry] = place{i, span{e.Expression.Start - g.strips[i].start, e.Expression.End - g.strips[i].start}}
		byPlace[e.Expression.Start] = append(byPlace[e.Expression.Start], entry)
	}
	authored := map[*document.TimelineEntry]place{}
	entries, more = g.wanted(entries, events, expressions, authored)
	found = append(found, more...)
	entries, more = direct(entries, doc.Directives.Timeline, g, authored)
	found = append(found, more...)
	maps.Copy(places, authored)
	for _, e := range entries {
		if at, ok := places[e]; ok && len(e.Evidence) > quotable {
			g.shorten(e, at)
		}
	}
	fewest := p.Fewest
	switch {
	case fewest == 0:
		fewest = 2
	case fewest < 0:
		fewest = 1
	}
	own := slices.ContainsFunc(entries, func(e *document.TimelineEntry) bool { return e.Rule == byAuthor })
	if len(entries) < fewest && !own {
		entries = nil
	}
	for _, e := range entries {
		// Of several in a year, each is found by its words.
		if e.Anchor = "event-" + document.Slug(e.Date); g.used[e.Anchor] {
			e.Anchor = g.anchor(string(e.Anchor), "", document.TextOf(e.Summary))
		} else {
			g.used[e.Anchor] = true
		}
	}
	g.lead(entries, authored, byPlace, expressions)
	if len(entries) > 0 {
		addSection(g, document.RoleTimeline, p.Title, &document.Timeline{Entries: entries})
	}
	return found
}

// shorten quotes but the words around the date of an entry, where its sentence is long.
func (g *galley) shorten(e *document.TimelineEntry, date place) {
	s := &g.strips[date.strip]
	words, at := quote(s.text, s.sentenceSpan(date.start), date.span)
	e.Evidence = words
	if pos, ok := s.source(at); ok && e.Pos.Line > 0 {
		e.Pos = pos
		e.End = s.sourceEnd(at, at+len(strings.TrimSuffix(strings.TrimPrefix(words, leftOutBefore), leftOutAfter)))
	}
}

// byAuthor is the rule of entries that the author wrote.
const byAuthor = "author"

// direct applies the author's directives to the events found, and notes where
// the words stand that the author's own entries are about.
func direct(entries []*document.TimelineEntry, directives []document.TimelineDirective, g *galley, authored map[*document.TimelineEntry]place) ([]*document.TimelineEntry, diag.List) {
	var found diag.List
	lang := g.doc.Metadata.Language
	for _, d := range directives {
		if d.Date != "" {
			if _, _, err := parseEDTF(d.Date); err != nil {
				found.Add(diag.Warning, "enrich-timeline-date", d.Pos, "timeline: %v", err)
				continue
			}
		}
		var hit *document.TimelineEntry
		if d.Match != "" {
			if i := slices.IndexFunc(entries, func(e *document.TimelineEntry) bool { return strings.Contains(e.Evidence, d.Match) }); i >= 0 {
				hit = entries[i]
				if d.Suppress {
					entries = slices.Delete(entries, i, i+1)
					continue
				}
			}
		}
		if d.Suppress {
			n := len(entries)
			if d.Match == "" && d.Date != "" {
				entries = slices.DeleteFunc(entries, func(e *document.TimelineEntry) bool { return e.Date == d.Date })
			}
			if len(entries) == n {
				found.Add(diag.Warning, "enrich-timeline-match", d.Pos, "timeline: there is no event to suppress at %q", cmp.Or(d.Match, d.Date))
			}
			continue
		}
		if hit == nil && d.Match == "" {
			hit = sameEvent(entries, d)
		}
		if hit == nil {
			if d.Date == "" || d.Summary == "" {
				found.AddHint(diag.Warning, "enrich-timeline-match", d.Pos, "an entry of your own needs a date and a summary", "timeline: no event was found at %q", d.Match)
				continue
			}
			hit = &document.TimelineEntry{}
			if d.Match != "" {
				if i := strings.Index(g.text.Source, d.Match); i >= 0 {
					s, at := g.locate(i)
					hit.Evidence = g.strips[s].sentence(at)
					authored[hit] = place{s, span{at, at + len(d.Match)}}
				} else {
					found.Add(diag.Warning, "enrich-timeline-match", d.Pos, "timeline: the text does not hold %q", d.Match)
				}
			}
			entries = append(entries, hit)
		}
		correct(hit, d, lang)
	}
	slices.SortStableFunc(entries, func(a, b *document.TimelineEntry) int {
		switch {
		case a.Lower != b.Lower:
			if before(a.Lower, b.Lower) {
				return -1
			}
			return 1
		case a.Upper != b.Upper:
			if before(a.Upper, b.Upper) {
				return -1
			}
			return 1
		}
		// What came before a date stands ahead of what was then, what came after it behind.
		_, sideOfA := openEDTF(a.Date)
		_, sideOfB := openEDTF(b.Date)
		return sideOfA - sideOfB
	})
	return entries, found
}

// sameEvent returns the entry that tells what the author tells: of the same date, with the same words or from a sentence
// that holds them. It returns nil if there is none.
func sameEvent(entries []*document.TimelineEntry, d document.TimelineDirective) *document.TimelineEntry {
	told := bare(d.Summary)
	if told == "" {
		return nil
	}
	for _, e := range entries {
		if e.Date == d.Date && (bare(document.TextOf(e.Summary)) == told || strings.Contains(bare(e.Evidence), told)) {
			return e
		}
	}
	return nil
}

// bare is a sentence without what does not tell it from another: letter case, white space, and the mark at its end.
func bare(s string) string {
	return strings.ToLower(strings.TrimRight(strings.Join(strings.Fields(s), " "), ".!…"))
}

// correct puts what the author says of an event into its entry. The date, if he
// gives one, is valid.
func correct(e *document.TimelineEntry, d document.TimelineDirective, lang string) {
	e.Rule = byAuthor
	if d.Date != "" {
		if d.Date != e.Date {
			e.Phrase = phraseEDTF(d.Date, lang)
		}
		e.Date = d.Date
		e.Lower, e.Upper, _ = parseEDTF(d.Date) // valid
	}
	if d.Phrase != "" {
		e.Phrase = d.Phrase
	}
	if d.Summary != "" {
		e.Summary = document.Plain(d.Summary)
	}
}
