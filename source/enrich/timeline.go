package enrich

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich/internal/chronicle"
	"github.com/quirepress/quire/source/enrich/internal/prose"
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
	// Fewest is the number of events below which no timeline is printed; 0
	// means 2, a negative number 1. The author's own entries are printed in
	// any case.
	Fewest int
}

// Name returns "timeline".
func (Timeline) Name() string { return "timeline" }

// Apply marks the dates and adds a section of the role timeline.
func (p Timeline) Apply(ctx context.Context, doc *document.Document) (diag.List, error) {
	if off(doc, "timeline") {
		return nil, nil
	}
	g := newGalley(doc)
	j := g.join()
	lang := doc.Metadata.Language
	var found diag.List
	if !analysed(lang) && lang != "" {
		found.Add(diag.Info, "enrich-language", diag.Position{}, "there are no rules for the language %q: only acronyms and numeric dates are found in it", lang)
	}
	expressions := g.expressions(j)
	if err := ctx.Err(); err != nil {
		return found, err
	}
	blocks := make([]chronicle.Block, len(g.strips))
	for i, s := range g.strips {
		blocks[i] = chronicle.Block{Start: j.starts[i], End: j.starts[i] + len(s.flat.Text), Heading: s.heading}
	}
	events, more := g.unwanted(chronicle.Entries(j.text, lang, blocks, expressions), j)
	found = append(found, more...)
	if err := ctx.Err(); err != nil {
		return found, err
	}
	var entries []*document.TimelineEntry
	marks := map[int][]mark{}
	byPlace := map[int][]*document.TimelineEntry{} // by the expression's start
	for _, e := range events {
		i, at := j.strip(e.Sentence.Start)
		sentence := j.text[e.Sentence.Start:e.Sentence.End]
		entry := &document.TimelineEntry{
			Date: e.EDTF, Phrase: e.Phrase, Lower: e.Lower.String(), Upper: e.Upper.String(),
			Summary: document.Plain(e.Summary), Evidence: sentence, Rule: e.Rule,
		}
		if e.Expression.Rule == byAuthor {
			entry.Phrase = phraseEDTF(e.EDTF, lang)
		}
		entry.Pos, _ = g.strips[i].flat.Source(at)
		entries = append(entries, entry)
		byPlace[e.Expression.Start] = append(byPlace[e.Expression.Start], entry)
	}
	authored := map[*document.TimelineEntry]place{}
	entries, more = g.wanted(entries, events, expressions, j, authored)
	found = append(found, more...)
	entries, more = direct(entries, doc.Directives.Timeline, g, j, authored)
	found = append(found, more...)
	kept := map[*document.TimelineEntry]bool{}
	for _, e := range entries {
		kept[e] = true
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
		clear(kept)
	}
	for _, e := range entries {
		e.Anchor = g.reserve("event-" + document.Slug(e.Date))
	}
	for _, e := range entries {
		at, ok := authored[e]
		if !ok || g.strips[at.strip].node == nil {
			continue
		}
		m := mark{span: at.span, link: true, anchor: g.anchor("e", g.strips[at.strip].chapter, e.Date)}
		e.Mention = m.anchor
		m.wrap = func(content []document.Inline) document.Inline {
			return &document.CrossReference{Attr: document.Attr{Anchor: m.anchor}, Target: e.Anchor, Ref: document.RefEvent, Content: content}
		}
		if !overlaps(marks[at.strip], m.span) {
			marks[at.strip] = append(marks[at.strip], m)
		} else {
			e.Mention = ""
		}
	}
	for _, x := range expressions {
		if x.EDTF == "" {
			continue
		}
		i, at := j.strip(x.Start)
		if at+x.End-x.Start > len(g.strips[i].flat.Text) {
			continue
		}
		m := mark{span: span{at, at + x.End - x.Start}}
		if overlaps(marks[i], m.span) {
			continue // the author's own words lead to the entry
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
	if len(entries) > 0 {
		addSection(g, document.RoleTimeline, p.Title, &document.Timeline{Entries: entries})
	}
	return found, nil
}

// overlaps reports whether a mark stands in the stretch already.
func overlaps(marks []mark, s span) bool {
	return slices.ContainsFunc(marks, func(m mark) bool { return m.start < s.end && s.start < m.end })
}

// byAuthor is the rule of entries that the author wrote.
const byAuthor = "author"

// analysed reports whether the prose of the language is read.
func analysed(lang string) bool {
	switch prose.Base(lang) {
	case "en", "de", "fr":
		return true
	}
	return false
}

// direct applies the author's directives to the events found, and notes where
// the words stand that the author's own entries are about.
func direct(entries []*document.TimelineEntry, directives []document.TimelineDirective, g *galley, j joined, authored map[*document.TimelineEntry]place) ([]*document.TimelineEntry, diag.List) {
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
		if hit == nil {
			if d.Date == "" || d.Summary == "" {
				found.AddHint(diag.Warning, "enrich-timeline-match", d.Pos, "an entry of your own needs a date and a summary", "timeline: no event was found at %q", d.Match)
				continue
			}
			hit = &document.TimelineEntry{}
			if d.Match != "" {
				if i := strings.Index(j.text, d.Match); i >= 0 {
					s, at := j.strip(i)
					hit.Evidence = sentenceAt(g.strips[s].flat.Text, at, g.strips[s].lang)
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
		return 0
	})
	return entries, found
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

// sentenceAt returns the sentence of the text that holds the offset.
func sentenceAt(text string, at int, lang string) string {
	s := sentenceSpan(text, at, lang)
	return text[s.start:s.end]
}

// sentenceSpan returns where the sentence that holds the offset stands.
func sentenceSpan(text string, at int, lang string) span {
	for _, s := range prose.Sentences(text, lang) {
		if at < s.End {
			return span{s.Start, s.End}
		}
	}
	return span{0, len(text)}
}
