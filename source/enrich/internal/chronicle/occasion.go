package chronicle

import "github.com/quirepress/quire/source/enrich/internal/temporal"

// The date of what a clause took place in is its own: "The tower fell in the earthquake of 1703". The phrase stays in the line,
// for it says more than the date.

// inOccasion returns the date of expression x as that of the occasion in whose phrase it stands behind the clause's verb.
func (r *reader) inOccasion(s *sentence, x *temporal.Expression) (dated, bool) {
	d, ok := s.place(x)
	if !ok || x.Range != nil || x.Context || x.Grain > temporal.Year {
		return d, false
	}
	of := d.from - 1
	if !s.is(of, r.g.ofWords...) || of < 4 || !r.g.occasions[s.lowerAt(of-1)] && !r.g.ceremonies[s.lowerAt(of-1)] || d.to < len(s.tokens) && !s.has(d.to, punct|coord|prep) {
		return d, false
	}
	at := of - 2
	for at > 2 && of-at < 6 && (s.plain(at) || s.has(at, name)) {
		at--
	}
	if !s.is(at, r.g.the) || !s.is(at-1, "in", "at", "during", "by") {
		return d, false
	}
	if verb := s.verbBefore(at - 1); verb < 0 || s.is(at-1, "by") && !s.has(at-2, either|part) {
		return d, false
	}
	d.lead, d.hasLead, d.whole = at-1, true, true
	d.start, d.end = s.tokens[d.lead].Start, s.tokens[d.to-1].End
	return d, true
}

// place returns the tokens of an expression that stands in the open, with nothing said of its preposition.
func (s *sentence) place(x *temporal.Expression) (dated, bool) {
	d := dated{x: x, from: -1}
	for i := range s.tokens {
		if s.tokens[i].End > x.Start && d.from < 0 {
			d.from = i
		}
		if s.tokens[i].Start < x.End {
			d.to = i + 1
		}
	}
	if d.from < 0 || s.tokens[d.from].quoted {
		return d, false
	}
	d.lead, d.start, d.end = d.from, x.Start, x.End
	return d, true
}

// verbBefore returns the last verb of the past before token i in its clause, no comma between, or -1.
func (s *sentence) verbBefore(i int) int {
	for k := i - 1; k >= 0; k-- {
		if s.isVerb(k) {
			return k
		}
		if s.tokens[k].clause || s.comma(k) {
			return -1
		}
	}
	return -1
}

// between tells a clause whose date stands between its subject, a name, and its verb: "The government of Norland in 2007 closed
// the border".
func (r *reader) between(s *sentence, d dated) (string, bool) {
	verb := d.to
	if !d.hasLead || d.x.Context || !s.isVerb(verb) || s.has(verb, be|had|stative) || !s.has(d.lead-1, name) || s.tokens[d.lead-1].initial && !r.isName(&s.tokens[d.lead-1]) || r.told[s.tokens[verb].Start] {
		return "", false
	}
	from := d.lead
	for from > 0 && !s.tokens[from].clause {
		from--
	}
	start := from
	for start < d.lead && s.has(start, coord|opener) && !s.has(start, name) {
		start++
	}
	if !s.has(start, det|name) || s.has(start, prep|poss|demo|pron) && !s.has(start, name) {
		return "", false
	}
	if s.tokens[start].initial && !s.has(start, det) && !r.isName(&s.tokens[start]) {
		return "", false // "Exports of Norland"
	}
	for i := start; i < d.lead; i++ {
		if s.comma(i) || s.tokens[i].depth > 0 || s.has(i, coord|sub|rel|that|pron|poss|demo|present|modal|ing|either|part|prep) && !s.has(i, name) && !s.is(i, r.g.ofWords...) || r.g.occasions[s.tokens[i].lower] {
			return "", false
		}
	}
	if s.plain(start+1) && !r.g.orgs[s.tokens[start+1].lower] {
		return "", false // "The census of Norland in 2011 counted"
	}
	text, _, ok := r.clauseWith(s, d, from, s.nextClause(verb+1), verb, false, "clause")
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, ok
}
