package enrich

import (
	"time"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
	"github.com/quirepress/quire/source/enrich/internal/terms"
)

// Inspection is what the analyses behind the passes see in a document: the
// raw material of the back matter, and more than is printed. Offsets are bytes
// of the source file; they are -1 where the text does not stand there as it is.
type Inspection struct {
	// Dates are all temporal expressions of the prose.
	Dates []FoundDate
	// Acronyms are the pairs of short and long form that the text gives.
	Acronyms []FoundAcronym
	// Definitions are the sentences that define a term.
	Definitions []FoundDefinition
}

// FoundDate is a temporal expression.
type FoundDate struct {
	Start, End int
	Text       string
	// Value is a TIMEX3 value (TimeML 1.2.1): 1949, 199 for the 1990s, 18 for
	// the 19th century, BC0044, 2004-SU, PRESENT_REF, P3Y.
	Value string
	// Mod is a TIMEX3 modifier such as START, MID, END or APPROX, or "". A date
	// that bounds has BEFORE, ON_OR_BEFORE, AFTER or ON_OR_AFTER.
	Mod string
	// EDTF is the date as ISO 8601-2 writes it, "" if it has no place in the
	// calendar. A date that bounds is an open interval: ../1990 in "before
	// 1990", 1990/.. in "since 1990"; its Value stays 1990.
	EDTF string
}

// FoundAcronym is a short form with its long form.
type FoundAcronym struct {
	Short, Long          string
	ShortStart, ShortEnd int
	LongStart, LongEnd   int
	// Rule names the construction that joins the two.
	Rule string
}

// FoundDefinition is a sentence that defines a term.
type FoundDefinition struct {
	Term       string
	Start, End int // of the sentence
	// Sentence is the sentence, of a long one the words around the term, with
	// "[…]" for what is left out.
	Sentence string
	// Rule names the construction.
	Rule string
}

// Inspect runs the analyses on a document as a reader made it. The document is
// not changed.
func Inspect(doc *document.Document) Inspection {
	g := newGalley(doc)
	var in Inspection
	for _, x := range g.dates() {
		start, end := g.strips[x.strip].stretch(x.start, x.end)
		in.Dates = append(in.Dates, FoundDate{Start: start, End: end, Text: x.Text, Value: x.Value, Mod: x.Mod, EDTF: x.Interval()})
	}
	for _, p := range terms.Acronyms(g.text.Source, terms.Options{Language: doc.Metadata.Language}) {
		a := FoundAcronym{Short: p.Short, Long: p.Long, Rule: p.Rule}
		a.ShortStart, a.ShortEnd = g.stretch(p.ShortStart, p.ShortEnd)
		a.LongStart, a.LongEnd = g.stretch(p.LongStart, p.LongEnd)
		in.Acronyms = append(in.Acronyms, a)
	}
	for i := range g.strips {
		s := &g.strips[i]
		if s.heading {
			continue
		}
		for _, d := range terms.Definitions(s.text, s.lang) {
			start, end := s.stretch(d.Sentence.Start, d.Sentence.End)
			around := span{d.TermStart, d.TermEnd}
			if d.Term == "" {
				around = span{d.TextStart, d.TextEnd}
			}
			sentence, _ := quote(s.text, span{d.Sentence.Start, d.Sentence.End}, around)
			in.Definitions = append(in.Definitions, FoundDefinition{Term: d.Term, Start: start, End: end, Sentence: sentence, Rule: d.Rule})
		}
	}
	return in
}

// date is a temporal expression with its place in a strip.
type date struct {
	temporal.Expression
	strip      int
	start, end int // in the strip's text
}

// dates finds the temporal expressions of the whole article at once, so that
// the narrative's time is carried from paragraph to paragraph.
func (g *galley) dates() []date {
	var out []date
	for _, x := range g.expressions() {
		i, start := g.locate(x.Start)
		end := start + x.End - x.Start
		if end > len(g.strips[i].text) {
			continue // a phrase does not run over a paragraph's end
		}
		out = append(out, date{Expression: x, strip: i, start: start, end: end})
	}
	return out
}

// longest is how long a text may be, in bytes, for its days to be counted from
// its own date: far above what a newspaper prints. The Saturday of a novel is not
// the one before its edition.
const longest = 40_000

// day is the day of the article's own date, by which "this year" and "yesterday"
// are understood; no date where the article has none, or is a book.
func (g *galley) day() temporal.Date {
	date := g.doc.Metadata.Date
	day, err := time.Parse(time.DateOnly, date[:min(10, len(date))])
	if err != nil || len(g.text.Source) > longest {
		return temporal.Date{}
	}
	return temporal.Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day()}
}

// stretch returns the stretch of the source that a stretch of the strip's text
// stands in, or -1, -1.
func (s *strip) stretch(start, end int) (int, int) {
	from, ok := s.source(start)
	to, ok2 := s.source(max(end-1, start))
	if !ok || !ok2 {
		return -1, -1
	}
	return from.Offset, to.Offset + 1
}

// sourceEnd returns the offset in the source behind a stretch of the strip's text, or 0.
func (s *strip) sourceEnd(start, end int) int {
	_, end = s.stretch(start, end)
	return max(0, end)
}

// stretch is [strip.stretch] for a stretch of the galley's text.
func (g *galley) stretch(start, end int) (int, int) {
	i, at := g.locate(start)
	return g.strips[i].stretch(at, at+end-start)
}
