package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// "Until" before a date says when what had lasted came to its end. Where the clause says that somebody stayed, held or kept to
// something until then, the end is the event, and the line says "until" with the date: "Ada Reed kept the lock until 2009".

// lastedUntil tells a clause of what lasted until expression x.
func (r *reader) lastedUntil(s *sentence, d dated) (string, bool) {
	x := d.x
	if x.Range != nil || x.Grain > temporal.Year || s.tokens[d.from].depth > 0 {
		return "", false
	}
	until := d.from - 1
	for s.has(until, det) {
		until--
	}
	if !s.is(until, "until", "till") || d.to < len(s.tokens) && (!s.has(d.to, punct|coord) || s.comma(d.to) && s.has(d.to+1, sub)) {
		return "", false
	}
	verb := s.verbBefore(until)
	if verb < 1 || !lasts(s.tokens[verb].lower) || r.told[s.tokens[verb].Start] || until-verb > 12 || s.denied(verb, verb+1) {
		return "", false
	}
	from := verb
	for from > 0 && !s.tokens[from].clause {
		from--
	}
	subject, start, ok := "", from, false
	switch {
	case s.is(from, "who") && from+1 == verb:
		subject, start = r.person(s, from), verb
		if subject == "" {
			return "", false
		}
		subject += " "
	case s.has(from, rel|that|sub|iffy) && !s.has(from, name), s.has(from, maybeSub) && r.g.verbBefore(s, from+1):
		return "", false
	default:
		for start < verb && (s.has(start, opener|coord|adverb) && !s.has(start, name) || s.comma(start)) {
			start++
		}
		start = r.lead(s, start, verb)
		if start >= verb || s.has(verb-1, coord) && !s.has(verb-1, name) {
			return "", false
		}
		if subject, ok = r.subject(s, from, start, verb); !ok {
			return "", false
		}
		if subject == "" {
			subject = r.raw(s, start, r.before(s, start, verb)) + " "
		}
	}
	for i := verb + 1; i < until; i++ {
		if s.comma(i) || s.isVerb(i) || s.has(i, infinitive) && !s.has(i+1, det|name|poss) || r.dating(s, i) || s.is(i, "there") || s.has(i, demo) {
			return "", false
		}
	}
	d.lead = until
	d.start = s.tokens[until].Start
	body, ok := r.objects(s, d, subject, start, verb, until)
	if !ok || strings.TrimSpace(subject) == "" {
		return "", false
	}
	phrase := r.g.phrase(x)
	if !x.Context {
		phrase = r.raw(s, until+1, d.to)
	}
	text, ok := r.finish(s, subject+body+" until "+phrase, start, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, ok
}

// lasts reports whether a past says that somebody or something went on being or having what it was or had.
func lasts(verb string) bool {
	switch verb {
	case "stayed", "remained", "held", "kept", "ruled", "reigned", "served", "lasted", "continued", "ran", "owned", "occupied", "survived", "taught", "worked", "lived":
		return true
	}
	return false
}
