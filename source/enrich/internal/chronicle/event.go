package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// A date makes an event of the clause it stands in if it is an adverbial of its own there: with a preposition, or one of
// the expressions that need none ("that autumn"). What only names a thing or bounds a state is left alone.

// dated is a date in a sentence.
type dated struct {
	x          *temporal.Expression
	from, to   int // tokens of the expression or its range
	lead       int // the first token of the adverbial: its preposition, or from
	hasLead    bool
	since      bool // its preposition says that it was so from then on (German)
	by         bool // its preposition is "by"
	whole      bool // it names a thing in whose phrase it stays: "in the 1974 riots"
	start, end int  // bytes of the adverbial
}

// event makes an entry of expression k, if it dates an event.
func (r *reader) event(s *sentence, exprs []temporal.Expression, k int) (Entry, bool) {
	x := &exprs[k]
	if x.Start < s.span.Start || s.asks || !x.Resolved() || x.Type == temporal.DURATION || x.Type == temporal.SET {
		return Entry{}, false
	}
	switch x.Rule {
	case "after-event", "unit-after-event", "ordinal-unit", "clock", "clock-hour":
		return Entry{}, false
	}
	if x.Range != nil && x.Start != x.Range.Start {
		return Entry{}, false
	}
	if x.Lead == temporal.Since {
		if summary, ok := r.onwards(s, x); ok {
			return Entry{Expression: x, EDTF: x.EDTF, Lower: x.Lower, Upper: x.Upper, Phrase: r.g.phrase(x), Summary: summary, Rule: "onwards"}, true
		}
	}
	if r.g.lang == "en" && (x.Lead == temporal.From || x.Lead == temporal.Until || x.Lead == temporal.Since || len(s.tokens) > 3 && s.is(0, "it", "as", "however", "but", "and")) {
		if e, ok := r.onset(s, x); ok {
			return e, true
		}
	}
	if x.Lead == temporal.Until || x.Lead == temporal.By || x.Lead == temporal.Since {
		// "Until 1935, when he resigned": the date is that of what comes next.
		if x.Lead == temporal.By {
			if e, ok := r.byThen(s, exprs, k); ok {
				return e, true
			}
		}
		return r.entryWhen(s, exprs, k)
	}
	switch x.Lead {
	case temporal.Since, temporal.Before, temporal.After:
		return Entry{}, false
	case temporal.From, temporal.To:
		if x.Range == nil && !r.startsAt(s, x) && !r.ofOccasion(s, x) {
			return Entry{}, false
		}
	}
	x, ok := r.joint(exprs, k)
	if !ok {
		if summary, rolled := r.rolled(s, exprs, k); rolled {
			x = &exprs[k]
			return Entry{Expression: x, EDTF: x.EDTF, Lower: x.Lower, Upper: x.Upper, Phrase: r.g.phrase(x), Summary: summary, Rule: "list"}, true
		}
		return Entry{}, false
	}
	if k+1 < len(exprs) {
		// Of two dates of one event the finer is told: "a year later, on 12 April 1955,".
		if y := &exprs[k+1]; y.Resolved() && y.Grain < x.Grain && x.Range == nil && y.Start-x.End < 8 && y.End <= s.span.End &&
			y.Lower.Compare(x.Lower) >= 0 && y.Upper.Compare(x.Upper) <= 0 {
			return Entry{}, false
		}
	}
	if summary, ok := r.rolled(s, exprs, k); ok {
		return Entry{Expression: x, EDTF: x.EDTF, Lower: x.Lower, Upper: x.Upper, Phrase: r.g.phrase(x), Summary: summary, Rule: "list"}, true
	}
	if summary, ok := r.formula(s, x); ok {
		return Entry{Expression: x, EDTF: x.EDTF, Lower: x.Lower, Upper: x.Upper, Phrase: r.g.phrase(x), Summary: summary, Rule: "lifespan"}, true
	}
	d, ok := r.adverbial(s, x)
	var summary, rule string
	if ok {
		if summary, rule, ok = r.tell(s, d); !ok {
			summary, ok = r.gapped(s, d)
			rule = "gapped"
		}
	} else if x.Grain == temporal.Year && x.Range == nil && !x.Context {
		summary, rule, ok = r.named(s, d)
	}
	if !ok {
		return r.entryWhen(s, exprs, k)
	}
	e := Entry{Expression: x, EDTF: x.EDTF, Lower: x.Lower, Upper: x.Upper, Phrase: r.g.phrase(x), Summary: summary, Rule: rule}
	if x.Range != nil {
		e.EDTF, e.Lower, e.Upper = x.Range.EDTF, x.Range.Lower, x.Range.Upper
		e.Phrase = r.g.rangePhrase(r.text, x, exprs[min(k+1, len(exprs)-1)])
	}
	return r.finest(s, exprs, k, e), true
}

// entryWhen makes an entry of the clause that a relative adverb ties to expression k: "He taught there until 1935, when
// he resigned".
func (r *reader) entryWhen(s *sentence, exprs []temporal.Expression, k int) (Entry, bool) {
	x := &exprs[k]
	if x.Range != nil {
		return Entry{}, false
	}
	d := dated{x: x}
	d.from, d.to = s.stretch(x.Start, x.End)
	if d.from < 0 {
		return Entry{}, false
	}
	d.lead, d.start, d.end = d.from, x.Start, x.End
	summary, ok := r.when(s, d)
	if !ok {
		return Entry{}, false
	}
	return Entry{Expression: x, EDTF: x.EDTF, Lower: x.Lower, Upper: x.Upper, Phrase: r.g.phrase(x), Summary: summary, Rule: "when"}, true
}

// ofOccasion reports whether the date tells when the thing that happens right before it was: "la crue de juin 1856".
func (r *reader) ofOccasion(s *sentence, x *temporal.Expression) bool {
	for i := range s.tokens {
		if s.tokens[i].Start >= x.Start {
			return i > 2 && s.is(i-1, r.g.occasionWords...) && (r.g.occasions[s.tokens[i-2].lower] || r.g.dayParts[s.tokens[i-2].lower])
		}
	}
	return false
}

// startsAt reports whether "from" before a date says when the verb right before it came true: "applied from 25 May".
func (r *reader) startsAt(s *sentence, x *temporal.Expression) bool {
	for i := range s.tokens {
		if s.tokens[i].Start >= x.Start {
			return i > 1 && s.is(i-1, r.g.fromWords...) && r.g.starting[s.tokens[i-2].lower]
		}
	}
	return false
}

// joint returns expression k, or, of two dates joined by "and" ("in late 1940 and early 1941"), one that spans both;
// of the second of two it returns false.
func (r *reader) joint(exprs []temporal.Expression, k int) (*temporal.Expression, bool) {
	x := &exprs[k]
	if x.Range != nil {
		return x, true
	}
	and := func(a, b *temporal.Expression) bool {
		return b.Start > a.End && b.Start-a.End < 8 && r.g.words[strings.TrimSpace(r.text[a.End:b.Start])]&coord != 0
	}
	if k > 0 && exprs[k-1].Resolved() && exprs[k-1].Range == nil && and(&exprs[k-1], x) {
		return nil, false
	}
	if k+1 < len(exprs) && and(x, &exprs[k+1]) {
		y := &exprs[k+1]
		if !y.Resolved() || y.Range != nil || x.Upper.Compare(y.Upper) > 0 || apart(x, y) {
			return nil, false
		}
		both := *x
		both.Range = &temporal.Range{Start: x.Start, End: y.End, Lower: x.Lower, Upper: y.Upper, EDTF: x.EDTF + "/" + y.EDTF}
		if strings.Contains(x.EDTF+y.EDTF, "/") {
			from, to := x.Lower.String(), y.Upper.String()
			if min(x.Grain, y.Grain) >= temporal.Year {
				from, to = strings.TrimSuffix(from, "-01-01"), strings.TrimSuffix(to, "-12-31")
			}
			both.Range.EDTF = from + "/" + to
		}
		return &both, true
	}
	return x, true
}

// adverbial finds the adverbial that the date makes up with its preposition; a date that is part of something else is
// none: "the 1999 campaign", "the treaty of 1949", "(Smith 1999)".
func (r *reader) adverbial(s *sentence, x *temporal.Expression) (dated, bool) {
	start, end := x.Start, x.End
	if x.Range != nil {
		start, end = x.Range.Start, x.Range.End
	}
	d := dated{x: x}
	d.from, d.to = s.stretch(start, end)
	if d.from < 0 || s.tokens[d.from].depth > 0 || s.tokens[d.from].quoted {
		return d, false
	}
	d.lead = d.from
	p := d.from - 1
	if x.Grain >= temporal.Day && x.Grain <= temporal.Season && s.has(p-1, det) && s.has(p-2, when) && s.plain(p) {
		p-- // "in the dry summer of 1864"
	}
	pronoun := r.g.inverted && p > 0 && s.is(p, "der", "die", "das") && s.comma(p-1) // "die Firma, die 1999 Konkurs anmeldete"
	ofNight := s.is(p, r.g.occasionWords...) && r.g.dayParts[s.lowerAt(p-1)]         // "dans la nuit du 8 au 9 octobre"
	for !pronoun && !ofNight && s.has(p, det) && !s.has(p, name) {                   // "in the 1990s": the article may stand outside the expression
		p--
	}
	if s.is(p, r.g.aboutWords()...) {
		p--
	}
	if (ofNight || s.is(p, r.g.ofWords...)) && p > 1 && r.g.dayParts[s.tokens[p-1].lower] {
		p -= 2 // "on the night of 6 to 7 June"
		for s.has(p, det) && !s.has(p, name) {
			p--
		}
	}
	if s.is(p, r.g.rangeWords...) && p > 2 && r.g.dayParts[s.tokens[p-1].lower] && s.is(p-2, "der") && s.has(p-3, when) {
		p -= 3 // "In der Nacht vom 9. auf den 10. November 1938"
	}
	switch {
	case s.has(p, when) && !s.has(p, name):
		d.lead, d.hasLead = p, true
	case x.Range != nil && s.is(p, r.g.rangeWords...):
		d.lead, d.hasLead = p, true
	case r.g.articleDays && p == d.from-2 && x.Grain == temporal.Day && (p < 0 || !s.has(p, prep)):
		d.lead, d.hasLead = p+1, true
	case x.Grain < temporal.Year && d.from > 2 && s.is(d.from-1, r.g.occasionWords...) && r.g.occasions[s.tokens[d.from-2].lower] && s.has(d.from-3, det):
		d.lead, d.hasLead = d.from-1, true // "La crue de juin 1856 emporta"
	case x.Range == nil && s.is(p, r.g.fromWords...) && p > 0 && r.g.starting[s.tokens[p-1].lower]:
		d.lead, d.hasLead = p, true
	case s.has(d.from, when) && !s.has(d.from, name) && d.from+1 < d.to:
		d.hasLead = true // the author's own words for a date hold the preposition
	case pronoun && x.Grain == temporal.Year:
	case r.contest(s, &d, p):
		return d, true // "won the 1994 US Open"
	case p != d.from-1:
		return d, false // "the 1999 campaign"
	case r.ofEvent(s, &d, p):
		return d, true // "fell in the earthquake of 1703"
	case x.Context && temporalAdverb[x.Rule] && !(s.has(p, prep|det|poss) && !s.has(p, name) && !r.particle(s, p)):
	case d.from == 0 && x.Grain == temporal.Day:
	case x.Grain == temporal.Day && !x.Context && (s.has(p, punct) || p < 0):
		for q := p - 1; q >= 0 && q >= p-4 && !s.comma(q); q-- {
			if r.g.bounding[s.tokens[q].lower] || s.is(q, r.g.byWords...) {
				return d, false // "by D-Day, 6 June 1944,"
			}
		}
	case r.g.lang == "en" && x.Grain == temporal.Day && !x.Context && x.Range == nil && p > 0 && !s.is(p, "dated", "postmarked", "headed") && (s.isVerb(p) || s.plain(p) || s.has(p, name)) && !s.has(p, prep|det) &&
		(d.to >= len(s.tokens) || s.has(d.to, punct|coord)):
		// "died 3 May 1901", as some write
	default:
		if r.g.bareYears && (p < 0 || !s.has(p, det|prep|poss|name) || s.has(p, finite) || r.behindVerb(s, p) || r.inMiddle(s, p, d.to)) {
			break // "1949 gründeten", "wurde 1949 gegründet"
		}
		return d, false
	}
	// What stands right after must not be what the date belongs to.
	if n := d.to; n < len(s.tokens) {
		t := &s.tokens[n]
		if t.lower == "-" && t.Start == s.tokens[n-1].End {
			return d, false
		}
		if (t.lower == "'" || t.lower == "’") && t.Start == s.tokens[n-1].End {
			return d, false
		}
	}
	if ok, within := r.modifies(s, &d); !ok {
		return d, false
	} else if within {
		return d, true
	}
	for d.lead > 0 && s.has(d.lead-1, adverb) && !s.has(d.lead-1, finite|name) && r.g.before[s.tokens[d.lead-1].lower] {
		d.lead--
	}
	if r.g.inverted && s.is(d.lead-1, r.g.until...) {
		return d, false // "bis um 1850"
	}
	if r.g.lang == "en" && d.hasLead && d.lead > 2 && s.is(d.lead-1, "starting", "beginning", "commencing") && !s.has(d.lead-2, prep|det|be|poss) {
		d.lead-- // "techniques advanced starting in 1650"
	}
	d.start, d.end = s.tokens[d.lead].Start, s.tokens[d.to-1].End
	return d, true
}

// ofEvent looks whether the date tells, with an "of" at token p, when that was in whose phrase it stands, "fell in the earthquake of
// 1703", and the clause's verb stands before it: what happened then has the date of the whole, and the phrase stays.
func (r *reader) ofEvent(s *sentence, d *dated, p int) bool {
	if r.g.lang != "en" || !s.is(p, r.g.ofWords...) || p < 4 || d.x.Context || d.x.Grain > temporal.Century || !r.g.occasions[s.tokens[p-1].lower] && !r.g.ceremonies[s.tokens[p-1].lower] {
		return false
	}
	lead := p - 2
	for lead > 0 && lead > p-6 && !s.has(lead, det|poss) && (s.plain(lead) || s.has(lead, name)) {
		lead--
	}
	if !s.is(lead, r.g.the) || !s.is(lead-1, "in", "at", "during", "by", "after") && !r.g.partakes[s.lowerAt(lead-1)] {
		return false
	}
	behind := false
	for _, v := range s.verbs {
		behind = behind || v < lead-1
	}
	if s.is(lead, r.g.the) && s.isVerb(lead-1) && r.g.partakes[s.tokens[lead-1].lower] {
		d.lead, d.hasLead, d.whole = lead, true, true // "won the race of 1936"
		d.start, d.end = s.tokens[d.lead].Start, s.tokens[d.to-1].End
		return true
	}
	if !behind || s.is(lead-1, "by", "after") && !s.isVerb(lead-2) && !s.has(lead-2, either|part) {
		return false
	}
	d.lead, d.hasLead, d.whole = lead-1, true, true
	d.start, d.end = s.tokens[d.lead].Start, s.tokens[d.to-1].End
	return true
}

// contest looks whether the date stands in the name of what the verb at p says somebody took part in: "won the 1994 US Open". The
// phrase then stays, and what happened has its date.
func (r *reader) contest(s *sentence, d *dated, p int) bool {
	if r.g.lang != "en" || p != d.from-2 || !s.is(p+1, r.g.the) || !s.isVerb(p) || !r.g.partakes[s.tokens[p].lower] || d.x.Context || d.x.Grain != temporal.Year || d.x.Range != nil {
		return false
	}
	end, event := d.to, false
	for end < len(s.tokens) && (s.plain(end) || s.has(end, name)) && !s.isVerb(end) {
		event = event || s.has(end, name) || r.g.occasions[s.tokens[end].lower]
		end++
	}
	if !event || s.is(d.to, "-") {
		return false
	}
	d.lead, d.to, d.hasLead, d.whole = p+1, end, true, true
	d.start, d.end = s.tokens[d.lead].Start, s.tokens[d.to-1].End
	return true
}

// modifies looks whether the date with its preposition and an article belongs to the noun behind it, "was killed in the 1974 riots":
// the phrase then stays whole and has the date of what it names, if it stands behind the clause's verb. Otherwise the date tells
// of no event; ok is then false.
func (r *reader) modifies(s *sentence, d *dated) (ok, within bool) {
	n := d.to
	hyphened := s.is(n+1, "-") && s.plain(n) && s.tokens[n].End == s.tokens[n+1].Start && s.has(d.lead+1, det)
	if r.g.lang != "en" || !d.hasLead || n >= len(s.tokens) || d.lead+1 >= d.to || d.x.Context {
		return !hyphened || r.g.lang != "en", false // "during the summer hard-court season"
	}
	if !s.has(d.lead+1, det) {
		return r.attributive(s, d)
	}
	if !hyphened && !s.plain(n) && !s.has(n, name) && !(s.has(n, ing) && !s.has(n, finite|prep)) || s.has(n, prep|coord|sub|maybeSub|pron|adverb|poss|det) || s.is(n, "onwards", "alike") {
		return true, false
	}
	behind := false
	for _, v := range s.verbs {
		behind = behind || v < d.lead
	}
	if d.x.Grain > temporal.Year || d.x.Grain < temporal.Year && d.x.Grain != temporal.Season {
		return !behind, false // "hit hard in the 1990s recession": which year? But "In the 1990s farmers left"
	}
	if !behind {
		return d.x.Grain == temporal.Season, false // "At the 1984 conference Reed spoke"
	}
	end := n + 1
	for end < len(s.tokens) && (s.tokens[end].lower == "-" || s.plain(end) || s.has(end, name)) && !s.isVerb(end) {
		end++
	}
	d.to, d.whole = end, true
	d.start, d.end = s.tokens[d.lead].Start, s.tokens[d.to-1].End
	return true, true
}

// attributive looks whether a date without an article belongs to the noun behind it, "set in 18th-century Hull", "second in 2011
// Nations Cup"; the phrase then stays whole.
func (r *reader) attributive(s *sentence, d *dated) (ok, within bool) {
	n := d.to
	century := strings.EqualFold(d.x.Text[max(0, len(d.x.Text)-len("-century")):], "-century")
	if !century && (d.x.Grain != temporal.Year || !s.has(n, name) || !s.has(n+1, name) || d.x.Range != nil) {
		return true, false
	}
	behind := len(s.verbs) > 0 && s.verbs[0] < d.lead
	if !behind && !(century && r.done(s, max(0, d.lead-1))) {
		return !century, false // "In 2003 Adam Lowe": a clause
	}
	end := n
	for end < len(s.tokens) && (s.plain(end) || s.has(end, name)) && !s.isVerb(end) {
		end++
	}
	d.to, d.whole = end, true
	d.start, d.end = s.tokens[d.lead].Start, s.tokens[d.to-1].End
	return true, true
}

// particle reports whether the word at p belongs to the verb before it: "proved it up five years later".
func (r *reader) particle(s *sentence, p int) bool {
	return s.is(p, "up", "out", "off", "down", "back") && (s.isVerb(p-1) || r.g.objects[s.lowerAt(p-1)] != "" && s.isVerb(p-2))
}

// behindVerb reports whether what ends at token p is a phrase right behind the clause's verb, so that a year after it is an
// adverbial: "fiel die Stadt 1807 an Hessen", "machten aus der Station 1934 eine Kaserne".
func (r *reader) behindVerb(s *sentence, p int) bool {
	if !s.has(p, name) || r.g.inverted && happens(s.tokens[p].lower) {
		return false
	}
	for i := p - 1; i > p-6 && i > 0; i-- {
		switch {
		case s.isVerb(i):
			return i < p-1
		case s.has(i, det|prep) && !s.has(i, name), s.plain(i):
		default:
			return false
		}
	}
	return false
}

// temporalAdverb lists the rules whose expressions are adverbials without a preposition.
var temporalAdverb = map[string]bool{
	"same-unit": true, "same-season": true, "in-the-unit": true, "next-unit": true, "prev-unit": true, "last-unit": true,
	"unit-before": true, "unit-after": true, "later": true, "after": true, "earlier": true, "weekday": true, "yesterday": true,
	"next-season": true, "prev-season": true, "last-season": true, "mod-in-the-unit": true, "unit-following": true,
	"later-in-year": true, "same-month": true, "same-part": true,
}
