package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// When something began may stand before its clause with more than a preposition: as the focus of a cleft sentence, "It was not
// until 1900 that Lowe found the ship", after "as early as", or as the bound from which it went on, "From 1905 Lowe worked for the
// railway". Huddleston and Pullum (2002, ch. 16 § 9) call what is behind the cleft's "that" its presupposition: it is what
// happened.

// onset makes an entry of a clause that such a phrase with expression k opens.
func (r *reader) onset(s *sentence, x *temporal.Expression) (Entry, bool) {
	if r.g.lang != "en" || x.Range != nil || x.Grain > temporal.Century {
		return Entry{}, false
	}
	d, ok := s.place(x)
	if !ok || d.from < 1 || s.tokens[d.from].depth > 0 {
		return Entry{}, false
	}
	p := d.from - 1
	if s.has(p, det) && p > 0 {
		p--
	}
	phrase, rule := r.g.phrase(x), "cleft"
	switch {
	case s.is(p, "in", "on", "until", "during", "only"):
		if s.is(p-1, "not", "only") {
			p--
		}
		if !s.is(p-1, "was") || !s.is(p-2, "it") || !s.has(d.to, that) || s.is(p, "until") {
			return Entry{}, false
		}
		p -= 2
		d.to++
	case s.is(p, "as") && s.is(p-1, "early") && s.is(p-2, "as"):
		p, rule = p-2, "onset"
	case s.is(p, "from") && x.Grain <= temporal.Decade:
		if s.is(d.to, "on", "onward", "onwards") {
			d.to++
		}
		rule, d.since = "onset", true
		phrase = "from " + phrase
	default:
		return Entry{}, false
	}
	for i := p - 1; i >= 0 && !s.tokens[i+1].clause; i-- {
		if !(s.has(i, coord|opener) && !s.has(i, name)) && !(i > 0 && s.comma(i)) {
			return Entry{}, false // the phrase opens no clause
		}
	}
	d.lead, d.hasLead, d.start, d.end = p, true, s.tokens[p].Start, s.tokens[d.to-1].End
	start := d.to
	if start < len(s.tokens) && s.comma(start) {
		start++
	}
	if !s.has(start, det|name|pron|poss) && !s.plain(start) || s.has(start, prep|sub|rel|that) && !s.has(start, name) {
		return Entry{}, false
	}
	verb := -1
	for _, v := range s.verbs {
		if v > start {
			verb = v
			break
		}
	}
	if verb < 0 || verb-start > 12 || r.told[s.tokens[verb].Start] {
		return Entry{}, false
	}
	for i := start; i < verb; i++ {
		if s.tokens[i].clause && i > start || s.has(i, sub|rel|present|modal|neg) && !s.has(i, name) {
			return Entry{}, false
		}
	}
	if rule == "onset" && r.later(s, d, start, s.nextClause(verb+1)) {
		return Entry{}, false // "From 1848 until independence"
	}
	text, _, ok := r.clauseWith(s, d, p, s.nextClause(verb+1), verb, true, "fronted")
	if !ok {
		return Entry{}, false
	}
	r.told[s.tokens[verb].Start] = true
	return Entry{Expression: x, EDTF: x.EDTF, Lower: x.Lower, Upper: x.Upper, Phrase: phrase, Summary: text, Rule: rule}, true
}

// Of two dates of one event the finer is told: "In 1838 Lowe was elected on 27 March".

// finest makes the entry of expression k, which opens the clause, one of a finer date within it that the same clause holds.
func (r *reader) finest(s *sentence, exprs []temporal.Expression, k int, e Entry) Entry {
	x := &exprs[k]
	if r.g.lang != "en" || k+1 >= len(exprs) || e.Rule != "fronted" || x.Range != nil || x.Grain > temporal.Year || x.Grain <= temporal.Day {
		return e
	}
	y := &exprs[k+1]
	if y.End > s.span.End || !y.Resolved() || y.Range != nil || y.Lead != temporal.At || y.Type == temporal.DURATION || y.Type == temporal.SET || y.Grain >= x.Grain || y.Grain < temporal.Day ||
		y.Lower.Compare(x.Lower) < 0 || y.Upper.Compare(x.Upper) > 0 {
		return e
	}
	d, ok := r.adverbial(s, y)
	if !ok || d.whole || !d.hasLead || s.has(d.to, coord) {
		return e
	}
	before, after, found := strings.Cut(e.Summary, " "+r.text[d.start:d.end])
	if !found || words(before) < 2 || after != "." && !strings.HasPrefix(after, " ") {
		return e
	}
	for i := d.lead - 1; i > 0 && s.tokens[i].Start > x.End; i-- {
		if s.tokens[i].clause || s.has(i, coord) && !s.has(i, name) || s.comma(i) && s.tokens[i-1].End != x.End {
			return e // of another clause
		}
	}
	e.Expression, e.EDTF, e.Lower, e.Upper, e.Phrase, e.Summary = y, y.EDTF, y.Lower, y.Upper, r.g.phrase(y), before+after
	return e
}
