package chronicle

import (
	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// A date with "by" bounds what the clause tells, and mostly it is a state that held: "By 1825 he employed nine men". What
// had come about by then is an event, which is printed with its "by".

// byThen makes an entry of what had come about by expression k: "By 1849 the line had reached Hull", "The work was completed
// by 1912".
func (r *reader) byThen(s *sentence, exprs []temporal.Expression, k int) (Entry, bool) {
	x := &exprs[k]
	if r.g.lang != "en" || x.Range != nil || x.Grain > temporal.Decade {
		return Entry{}, false
	}
	d := dated{x: x, by: true, hasLead: true}
	d.from, d.to = s.stretch(x.Start, x.End)
	if d.from < 1 || s.tokens[d.from].depth > 0 || s.tokens[d.from].quoted {
		return Entry{}, false
	}
	d.lead = d.from - 1
	for d.lead > 0 && s.has(d.lead, det) {
		d.lead--
	}
	if !s.is(d.lead, r.g.byWords...) {
		return Entry{}, false
	}
	if d.to < len(s.tokens) && s.tokens[d.to].Start == s.tokens[d.to-1].End && s.is(d.to, "-", "'", "’") {
		return Entry{}, false
	}
	d.start, d.end = s.tokens[d.lead].Start, s.tokens[d.to-1].End
	summary, _, ok := r.tell(s, d)
	if !ok {
		return Entry{}, false
	}
	phrase := s.lowerAt(d.lead) + " " + r.g.phrase(x)
	if !x.Context {
		phrase = prose.OneLine(lowerFirst(r.raw(s, d.lead, d.to))) // "by the end of 1849", with its article
	}
	return Entry{Expression: x, EDTF: x.EDTF, Lower: x.Lower, Upper: x.Upper, Phrase: phrase, Summary: summary, Rule: "by"}, true
}

// achieved reports whether the verb tells what had come about, not what was so: a pluperfect, or the passive of what brings
// something to its end. Next is the token after it and its adverbs.
func (r *reader) achieved(s *sentence, verb, next int) bool {
	switch {
	case s.has(verb, had):
		if s.is(next, "been") {
			next++
		}
		return s.has(next, either|part) && !s.has(next, stative|ing) && !s.is(next, "been", "being")
	case s.has(verb, be):
		return r.g.completed[s.lowerAt(next)]
	}
	return false
}
