package chronicle

import "strings"

// Clauses that stand around the event: before its subject, "In 1992, before it had sold a thing, the firm …"; behind it,
// with the date of both, "The beacon was lost when the pier was bombed in 1941"; or behind the name that it happened to or
// at, "He entered Denison University, from which he received a degree in 1915".

// skipped returns the dated adverbial d, which opens a clause, with the subordinate clause right behind it added, and the main
// clause's verb; false if there is none.
func (r *reader) skipped(s *sentence, d dated) (dated, int, bool) {
	i := d.to + 1
	if r.g.lang != "en" || i >= len(s.tokens) || !s.comma(d.to) || !s.has(i, sub|maybeSub) || s.has(i, name|iffy) || s.is(i, r.g.whenWords...) {
		return d, 0, false
	}
	inner := false
	for ; i < len(s.tokens) && !s.comma(i); i++ {
		inner = inner || s.isVerb(i)
	}
	if !inner || i-d.to > 20 || i+1 >= len(s.tokens) || !s.has(i+1, det|name|pron|poss) || s.has(i+1, prep|sub|rel) && !s.has(i+1, name) {
		return d, 0, false
	}
	for v := i + 1; v < len(s.tokens) && v < i+12; v++ {
		if s.comma(v) || s.has(v, coord|sub|rel|present|modal) && !s.has(v, name) {
			break
		}
		if s.isVerb(v) {
			d.to = i
			return d, v, true
		}
	}
	return d, 0, false
}

// pastAside returns the main verb of a clause that the date d opens, if an apposition with a relative clause stands between
// commas behind its subject: "In 1886, Paul Berg, a sailor who had settled in Hull, brought bulbs";
// otherwise 0.
func (r *reader) pastAside(s *sentence, d dated) int {
	verb := -1 // the aside's
	for _, v := range s.verbs {
		if v > d.to {
			verb = v
			break
		}
	}
	if r.g.lang != "en" || verb < 0 {
		return 0
	}
	start := d.to
	for start < verb && s.comma(start) {
		start++
	}
	open := start
	for open < verb && s.has(open, name) {
		open++
	}
	if open == start || open >= verb || !s.comma(open) || !s.has(open+1, det|name) {
		return 0
	}
	relative := false
	for i := open + 1; i < verb; i++ {
		if s.comma(i) {
			return 0
		}
		relative = relative || s.has(i, rel|that)
	}
	shut := verb + 1
	for shut < len(s.tokens) && !s.comma(shut) {
		if s.has(shut, coord|sub) && !s.has(shut, name) {
			return 0
		}
		shut++
	}
	if !relative || shut+1 >= len(s.tokens) || !s.has(shut+1, finite) || s.has(shut+1, name|coord) {
		return 0
	}
	return shut + 1
}

// together tells a clause with the one behind it that says when, and has the date of both: "The beacon was lost when the pier
// was bombed in 1941".
func (r *reader) together(s *sentence, d dated, from, to int) (string, bool) {
	if from < 3 || !s.is(from, r.g.timeWords...) || s.has(from-1, punct|coord) || r.dating(s, from-1) || d.lead <= from+2 {
		return "", false
	}
	base := from - 1
	for base > 0 && !s.tokens[base].clause {
		base--
	}
	verb := -1
	for _, v := range s.verbs {
		switch {
		case v >= base && v < from && verb < 0:
			verb = v
		case v > from && v < d.lead && s.has(v, had):
			return "", false
		}
	}
	if verb < 0 || s.has(verb, had) || s.has(base, sub|rel|that|iffy) && !s.has(base, name) || r.told[s.tokens[verb].Start] || r.later(s, d, base, from) || !r.happens(s, d, verb, from, true) {
		return "", false
	}
	end := d.to // what stands behind the date is left out
	past := false
	for i := from + 1; i < end; i++ {
		if s.comma(i) || s.has(i, modal|neg|sub|rel|that|present) && !s.has(i, name) || s.has(i, pron) && !s.has(i, name) {
			return "", false
		}
		past = past || s.isVerb(i) && !s.has(i, stative)
	}
	if !past {
		return "", false
	}
	start := base
	for start < verb && (s.has(start, opener|coord) && !s.has(start, name) || s.comma(start)) {
		start++
	}
	start = r.lead(s, start, verb)
	subject, ok := r.subject(s, base, start, verb)
	if !ok || subject == "" {
		return "", false
	}
	return r.state(s, d, subject, start, verb, end)
}

// fromWhich tells a relative clause of the named place or body that a preposition ties it to: "…, from which he received a degree
// in 1915": "He received a degree from Denison University".
func (r *reader) fromWhich(s *sentence, d dated, from, to int) (string, bool) {
	if r.g.lang != "en" || from < 4 || !s.is(from, "which") || !s.has(from-1, prep) || !s.comma(from-2) || !s.has(from-3, name) || d.lead < from {
		return "", false
	}
	first := from - 3
	for first > 0 && s.has(first-1, name) {
		first--
	}
	if s.is(first-1, r.g.the) {
		first--
	}
	start, verb := from+1, -1
	for _, v := range s.verbs {
		if v > from {
			verb = v
			break
		}
	}
	if verb < 0 || verb > d.lead || verb-start > 6 || r.told[s.tokens[verb].Start] || r.later(s, d, from, to) || !r.happens(s, d, verb, to, false) {
		return "", false
	}
	end := d.to
	subject, ok := r.subject(s, from, start, verb)
	if !ok || subject == "" {
		return "", false
	}
	body, ok := r.objects(s, d, subject, start, r.predicate(s, start, verb), end)
	if !ok || strings.HasSuffix(body, ",") {
		return "", false
	}
	text, ok := r.finish(s, subject+body+" "+r.raw(s, from-1, from)+" "+r.raw(s, first, from-2), start, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, ok
}
