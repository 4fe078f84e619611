package chronicle

import (
	"sync"

	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// The date of what a clause took place in is its own: "The tower fell in the earthquake of 1703". The phrase stays in the line,
// for it says more than the date.

// inOccasion returns the date of expression x as that of the occasion in whose phrase it stands behind the clause's verb.
func (r *reader) inOccasion(s *sentence, d dated) (dated, bool) {
	x := d.x
	if x.Range != nil || x.Context || x.Grain > temporal.Year {
		return d, false
	}
	of := d.from - 1
	if !s.is(of, r.g.ofWords...) || of < 4 || !r.heldAt(s.lowerAt(of-1)) || d.to < len(s.tokens) && !s.has(d.to, punct|coord|prep) {
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

// heldAt reports whether a noun is of something that takes place at its time.
func (r *reader) heldAt(noun string) bool {
	switch noun {
	case "interview", "speech", "lecture", "exposition", "fair", "festival", "olympics", "games":
		return true
	}
	return r.g.occasions[noun] || r.g.ceremonies[noun]
}

// place returns the tokens of an expression that stands in the open, with nothing said of its preposition.
func (s *sentence) place(x *temporal.Expression) (dated, bool) {
	d := dated{x: x}
	d.from, d.to = s.stretch(x.Start, x.End)
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

// atOccasion tells the clause that a phrase with an occasion and its date opens: "At its May 1963 meeting the board voted", "During the
// strike of 1970, the college closed". Without the phrase, which the date stands for.
func (r *reader) atOccasion(s *sentence, d dated) (string, bool) {
	x := d.x
	if x.Range != nil || x.Grain > temporal.Year || d.from < 2 {
		return "", false
	}
	from := d.from
	for from > 0 && !s.tokens[from].clause {
		from--
	}
	if from > 0 && !s.is(from-1, ";") && !s.has(from, coord) {
		return "", false
	}
	open := from
	for s.has(open, coord|opener) && !s.has(open, name) || open < d.from && s.comma(open) {
		open++
	}
	if !s.is(open, "in", "at", "during") || !s.has(open+1, det|poss) || d.from-open > 8 {
		return "", false
	}
	end := r.occasionEnd(s, open+2, d)
	if end < 0 {
		return "", false
	}
	d.lead, d.to, d.hasLead = open, end, true
	d.start, d.end = s.tokens[open].Start, s.tokens[end-1].End
	start := end
	if start < len(s.tokens) && s.comma(start) {
		start++
	}
	if !s.has(start, det|name|person|poss) || s.has(start, prep) && !s.has(start, name) {
		return "", false
	}
	verb := -1
	for i := start + 1; i < len(s.tokens) && i < start+10; i++ {
		if s.isVerb(i) {
			verb = i
			break
		}
		if s.comma(i) || s.has(i, sub|rel|that|present|modal|ing) && !s.has(i, name) {
			return "", false
		}
	}
	if verb < 0 || r.told[s.tokens[verb].Start] {
		return "", false
	}
	text, _, ok := r.clauseWith(s, d, from, s.nextClause(verb+1), verb, true, "fronted")
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, ok
}

// occasionEnd returns the token after the occasion's phrase that begins at token i, behind its article, and holds the date: "May 1963
// meeting", "strike of 1970", "referendum held in 1992"; or -1.
func (r *reader) occasionEnd(s *sentence, i int, d dated) int {
	happens := func(i int) bool { return r.heldAt(s.lowerAt(i)) }
	for k := i; k < d.from; k++ {
		switch {
		case happens(k):
			if s.is(k+1, r.g.ofWords...) && k+2 == d.from || s.is(k+1, "held") && s.has(k+2, when) && k+3 == d.from {
				return d.to
			}
			return -1
		case !s.plain(k) && !s.has(k, name):
			return -1
		}
	}
	end := d.to
	for end < len(s.tokens) && end < d.to+4 && (s.plain(end) || s.has(end, name)) {
		end++
		if happens(end-1) && !s.plain(end) && !(s.has(end, name) && !s.comma(end)) {
			return end
		}
	}
	return -1
}

// ofLaw are nouns of what is enacted or agreed, which acts by itself.
var ofLaw = sync.OnceValue(func() map[string]bool {
	return setOf("law act decree edict treaty accord agreement pact statute coup earthquake flood fire storm reform ruling")
})

// byItself tells a clause whose subject has its date in its name: "The earthquake of 1976 destroyed Hull", "A 1998 law abolished
// conscription".
func (r *reader) byItself(s *sentence, d dated) (string, bool) {
	x := d.x
	if x.Range != nil || x.Context || x.Grain > temporal.Year || !s.is(0, r.g.the, "a", "an") || s.tokens[d.from].depth > 0 {
		return "", false
	}
	verb := -1
	switch {
	case d.from == 1 && s.plain(2) && ofLaw()[s.tokens[2].lower] && s.isVerb(3):
		verb = 3
	case d.from > 2 && s.is(d.from-1, r.g.ofWords...) && ofLaw()[s.tokens[d.from-2].lower] && s.isVerb(d.to):
		verb = d.to
		for i := 1; i < d.from-2; i++ {
			if !s.plain(i) && !s.has(i, name) {
				return "", false
			}
		}
	}
	if verb < 0 || r.told[s.tokens[verb].Start] || s.has(verb, be|had|stative) {
		return "", false
	}
	to := s.nextClause(verb + 1)
	d.whole = true
	if !r.happens(s, d, verb, to, true) || r.later(s, d, 0, to) {
		return "", false
	}
	end := r.cut(s, d, verb, to, false)
	if r.g.lang == "en" && r.halved(s, verb, end) {
		return "", false
	}
	body, ok := r.objects(s, d, r.raw(s, 0, verb)+" ", 0, verb, end)
	if !ok {
		return "", false
	}
	text, ok := r.finish(s, r.raw(s, 0, verb)+" "+body, 0, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, ok
}
