package chronicle

import "strings"

// Some events are not told by the clause the date stands in alone: a name with a year in it, a sentence that only the next
// one explains, a clause whose subject an aside parts from its verb.

// named tells of an event that has its year in its name: "The Great Fire of 1666 destroyed half of the town."
func (r *reader) named(s *sentence, d dated) (summary, rule string, ok bool) {
	of := d.from - 1
	d.lead, d.start, d.end = d.from, d.x.Start, d.x.End
	if d.from < 2 || d.to >= len(s.tokens) || !s.is(of, r.g.ofWords...) || !s.has(of-1, name) || !s.isVerb(d.to) || s.tokens[d.from].depth > 0 || s.tokens[d.from].quoted {
		return "", "", false
	}
	start := of - 1
	for start > 0 && s.has(start-1, name) {
		start--
	}
	if start != 1 || !s.is(0, r.g.the) || r.later(s, d, 0, len(s.tokens)) {
		return "", "", false
	}
	if !r.happens(s, d, d.to, len(s.tokens), true) {
		return "", "", false
	}
	end := d.to + 1
	for end < len(s.tokens) && !s.tokens[end].clause {
		end++
	}
	end = r.cut(s, d, d.to, end, false)
	if r.g.lang == "en" && r.halved(s, d.to, end) {
		return "", "", false
	}
	for i := d.to; i < end; i++ {
		if s.has(i, poss) || r.traits[s.tokens[i].Form].object != "" {
			return "", "", false
		}
	}
	summary, ok = r.finish(s, r.raw(s, 0, end), 1, d.to)
	return summary, "named", ok
}

// plural reports whether a noun phrase looks plural.
func (r *reader) plural(s *sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if s.has(i, coord) && !s.has(i, name) {
			return true
		}
	}
	if s.has(from, name) || to <= from {
		return false
	}
	for i := from + 1; i < to && r.g.lang == "en"; i++ {
		if s.has(i, prep) && !s.has(i, name) {
			to = i // "her cycle of the symphonies" is one
			break
		}
	}
	w := s.tokens[to-1].lower
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !s.has(to-1, name) || s.is(from, "they", "these", "those")
}

// resumed tells a main clause whose subject an aside parts from its verb: "In 1938 Adam Lowe, a weaver who had fled,
// came across a paper", "The column, which had left in May, reached the river on 3 June".
func (r *reader) resumed(s *sentence, d dated) (string, bool) {
	if r.g.lang == "en" {
		// In a clause of its own behind another one: "…, and the church, whose tower still stands, was closed in 1912".
		for i := d.lead; i > 1; i-- {
			if s.is(i-1, ";") || s.has(i, coord) && !s.has(i, name) && s.comma(i-1) && (s.has(i+1, det) || i+1 == d.lead) {
				if text, ok := r.resumedFrom(s, d, i); ok {
					return text, true
				}
				break
			}
		}
	}
	return r.resumedFrom(s, d, 0)
}

// resumedFrom is resumed for the clause that begins at start.
func (r *reader) resumedFrom(s *sentence, d dated, start int) (string, bool) {
	for start < len(s.tokens) && (s.has(start, opener|coord|adverb) && !s.has(start, name) || s.tokens[start].lower == ",") {
		start++
	}
	fronted := start == d.lead
	if fronted {
		start = d.to
		for start < len(s.tokens) && s.tokens[start].lower == "," {
			start++
		}
	}
	if start >= len(s.tokens) || !s.has(start, det|name|poss) || s.has(start, prep|pron|rel|sub|that) && !s.has(start, name) {
		return "", false
	}
	first := start // the comma that opens the aside
	for first < len(s.tokens) && !s.comma(first) {
		if s.isVerb(first) || s.has(first, present|modal|coord|sub|rel|ing) && !s.has(first, name) {
			return "", false
		}
		first++
	}
	if first == start || first >= len(s.tokens) || !s.has(first+1, rel|det|prep|part|either|ing|adverb) && !r.clauseAhead(s, first) && !r.verbless(s, first+1) {
		return "", false
	}
	verb := -1
	inside := s.has(first+1, part|either|ing) || r.verbless(s, first+1) // the aside has a verb of its own
	for i := first + 1; i+1 < len(s.tokens); i++ {
		inside = inside || s.isVerb(i) || s.has(i, rel|present|modal) && !s.has(i, name)
		if !s.comma(i) {
			continue
		}
		v := i + 1
		for s.has(v, adverb) && !s.has(v, name) && v < i+4 {
			v++
		}
		if s.isVerb(v) && !s.reopened(v) || s.has(first+1, either|part) && r.g.lang == "en" && s.has(v, either) && !s.has(v, name) && s.plain(v+1) && s.lastVerb(v) {
			verb = v
			break
		}
		if s.has(i+1, coord) {
			return "", false
		}
	}
	if verb > 0 && r.clitic(s, start, verb) {
		return "", false
	}
	if verb < 0 || !inside || r.told[s.tokens[verb].Start] || !fronted && d.lead < verb {
		return "", false
	}
	to := s.nextClause(verb + 1)
	if !fronted && d.lead >= to || !r.happens(s, d, verb, to, fronted) {
		return "", false
	}
	end := r.cut(s, d, verb, to, false)
	if s.has(end, that) && end > d.to {
		return "", false
	}
	subject, ok := r.subject(s, start, start, first)
	if !ok {
		return "", false
	}
	body, ok := r.objects(s, d, subject, start, verb, end)
	if !ok {
		return "", false
	}
	text, ok := r.finish(s, subject+r.simple(s, body, start, verb), start, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, ok
}

// lastVerb reports whether no verb stands behind token i, so that what can be a participle there is the past of the main clause:
// "founded by Adam Lowe, gained independence".
func (s *sentence) lastVerb(i int) bool {
	return len(s.verbs) == 0 || s.verbs[len(s.verbs)-1] < i
}

// reopened reports whether what can be a participle at i, with a preposition behind it, stands in a row of asides before the
// clause's verb: "killed by rebels, buried in York, was".
func (s *sentence) reopened(i int) bool {
	if !s.has(i, either) || !s.has(i+1, prep) {
		return false
	}
	for k := i + 2; k+1 < len(s.tokens) && k < i+12; k++ {
		if s.comma(k) {
			return s.has(k+1, be) && s.isVerb(k+1)
		}
	}
	return false
}

// verbless reports whether token i begins a clause that says no more than a participle or a place: "once affiliated with York",
// "while on his way to York" (Huddleston and Pullum 2002, ch. 14 § 10).
func (r *reader) verbless(s *sentence, i int) bool {
	if r.g.lang != "en" || !s.is(i, "once", "while", "when", "though", "although", "then", "now", "formerly", "originally", "previously", "long") || s.has(i, name) {
		return false
	}
	next := i + 1
	return s.has(next, either|part|ing) && !s.has(next, name|be) || s.is(i, "while", "when", "though", "although", "then", "now") && s.has(next, prep) && !s.has(next, name) && !s.has(next+1, ing)
}

// clauseAhead reports whether the aside after the comma at i has a relative clause before its next comma.
func (r *reader) clauseAhead(s *sentence, i int) bool {
	for i++; i < len(s.tokens) && !s.comma(i); i++ {
		if s.has(i, rel) {
			return true
		}
	}
	return false
}
