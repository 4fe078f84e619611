package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A participle behind a comma says what was done to what is named right before it (a supplementary postmodifier: Huddleston
// and Pullum 2002, ch. 15 § 5): "… Hull Priory, founded in 1139", "The Ferryman is a novel by Ada Reed, first published in
// 1931". Which noun it belongs to is only taken where nothing else can be meant.

// apposedParticiple tells with "was" what a participle behind a comma says of the named thing before it, or of the sentence's
// subject if that is what the noun phrase before it describes.
func (r *reader) apposedParticiple(s *sentence, d dated) (string, bool) {
	participle, comma := -1, -1
	for i := d.lead - 1; i > 1 && d.lead-i < 14; i-- {
		if s.comma(i) {
			comma = i
			break
		}
		if s.isVerb(i) && !(participle < 0 && s.has(i, either) && s.has(i-1, coord)) || s.has(i, sub|rel|that|pron|poss|modal|present|neg|ing) && !s.has(i, name|prep) || s.has(i, coord) && !s.has(i, name) && participle < 0 && !(s.has(i-1, name) && s.has(i+1, name)) {
			return "", false
		}
		if participle < 0 && s.has(i, either|part) && r.done(s, i) && (s.comma(i-1) || s.has(i-1, coord|adverb) && !s.has(i-1, name)) {
			participle = i
		}
	}
	if comma < 2 || participle < 0 || !s.predicates(comma, d.to) {
		return "", false
	}
	first := comma + 1
	for s.has(first, adverb) && !s.has(first, name) {
		first++
	}
	if !s.has(first, either|part) || s.isVerb(first) || s.has(first, name) || first != participle && !s.has(participle-1, coord) || r.told[s.tokens[participle].Start] || r.later(s, d, participle, d.lead) {
		return "", false
	}
	lead := participle
	if first == participle {
		lead = comma + 1 // "first published"
	}
	end := d.to
	for end < len(s.tokens) && s.tokens[end].Kind == prose.Word && !s.tokens[end].clause && !s.isVerb(end) && !s.has(end, coord|sub|maybeSub|rel|that|pron|poss|modal|present|ing|neg) && !r.dating(s, end) {
		end++
	}
	if end < len(s.tokens) && !s.has(end, punct|coord) || end+1 < len(s.tokens) && s.comma(end) && r.dating(s, end+1) {
		end = d.to
	}
	subject, was, ok := r.modified(s, comma)
	if !ok {
		return "", false
	}
	text, ok := r.finish(s, subject+" "+was+" "+r.words(s, d, lead, end), 0, participle)
	if ok {
		r.told[s.tokens[participle].Start] = true
	}
	return text, ok
}

// predicates reports whether a verb stands outside tokens [from,to): what is between them is no clause's predicate.
func (s *sentence) predicates(from, to int) bool {
	for i := range s.tokens {
		if (i < from || i >= to) && (s.isVerb(i) || s.has(i, present|modal) && !s.has(i, name)) {
			return true
		}
	}
	return false
}

// modified returns what a participle behind the comma given belongs to, and "was" or "were".
func (r *reader) modified(s *sentence, comma int) (subject, was string, ok bool) {
	last := comma
	if s.is(last-1, ")") {
		for last > 0 && s.tokens[last-1].depth > 0 {
			last--
		}
	}
	from := last // the names before the comma
	if s.is(last-1, "\"", "”") {
		for from--; from > 0 && !s.is(from-1, "\"", "“"); from-- {
		}
		from--
	} else {
		for from > 0 && s.has(from-1, name) && !r.dating(s, from-1) {
			from--
		}
	}
	if subject, was, ok := r.copular(s, from, last); ok {
		return subject, was, true
	}
	if from >= last || from < 0 || s.tokens[last-1].End-s.tokens[from].Start < 4 {
		return "", "", false
	}
	for from > 2 && s.is(from-1, "of", "for", "and") && s.has(from-2, name) || from > 3 && s.is(from-1, r.g.the) && s.is(from-2, "of", "for") && s.has(from-3, name) {
		// "the University of Hull", "the Treaty of the Pyrenees"
		if s.is(from-1, r.g.the) {
			from--
		}
		if s.is(from-1, "and") && !r.traits[s.tokens[from].Form].thing {
			return "", "", false // "Hull and York, founded": which?
		}
		for from--; from > 0 && s.has(from-1, name); from-- {
		}
	}
	if s.is(from-1, r.g.the) && !s.has(from-1, name) {
		from--
	}
	p := from - 1
	switch {
	case p < 0:
	case s.has(p, name):
		return "", "", false
	case s.comma(p):
		if s.has(p-1, name) && !r.dating(s, p-1) {
			return "", "", false // "in Paris, France, founded": a place, or a row
		}
	case s.is(p, "by", "with", "in", "at", "from", "to", "as", "like", "including", "on", "into", "for", "joined"):
		if !s.isVerb(p-1) && !s.comma(p-1) && !(s.has(p-1, either|part|ing) && !s.has(p-1, name)) {
			return "", "", false
		}
	case s.isVerb(p), s.has(p, ing|present) && !s.has(p, name):
	case s.plain(p) && s.has(p-1, det): // "the journal Nature"
	case s.has(p, coord) && (s.is(from, r.g.the) || p > 0 && s.comma(p-1)): // "… and the Priory of Hull, founded"
	default:
		return "", "", false
	}
	if r.g.pointing[s.lowerAt(last-1)] || s.has(last-1, coord) {
		return "", "", false
	}
	return r.raw(s, from, comma), r.g.was[0], true
}

// copular returns the subject of a sentence that says what it is, if a participle behind that belongs to it: "The Ferryman is a
// novel by Ada Reed, first published in 1931". The names in tokens [from,last) end the description.
func (r *reader) copular(s *sentence, from, last int) (subject, was string, ok bool) {
	if from > 2 && from < last && s.comma(from-1) && s.has(from-2, name) {
		for from -= 2; from > 0 && s.has(from-1, name); from-- {
		} // "in Hull, Yorkshire"
	}
	be := -1
	for i := 1; i < from && i < 24; i++ {
		if s.is(i, "is", "was", "are", "were") && s.tokens[i].depth == 0 {
			be = i
			break
		}
		if s.comma(i) || s.isVerb(i) || s.has(i, sub|rel|that|present|modal|pron) && !s.has(i, name) {
			if s.tokens[i].depth == 0 {
				return "", "", false
			}
		}
	}
	if be < 1 || !s.is(be+1, "a", "an", r.g.the, "one") || s.has(0, pron|poss|demo|prep) && !s.has(0, name) {
		return "", "", false
	}
	described := true // what the subject is, before whose or where
	for i := be + 1; i < last; i++ {
		if s.isVerb(i) || s.comma(i) && i < from || s.has(i, sub|rel|that|pron|modal|present) && !s.has(i, name) {
			return "", "", false
		}
		described = described && !(s.has(i, prep) && !s.has(i, name))
		if described && r.roleAt(s, i) && !s.plain(i+1) {
			return "", "", false // of a person
		}
	}
	switch {
	case from == last: // no name ends it
		for i := be + 2; i < last; i++ {
			if s.has(i, prep) && !s.has(i, name) {
				return "", "", false
			}
		}
	case s.is(r.introduced(s, from), "by"):
	case s.is(from-1, "in", "at", "near", "from", "on"):
		for i := from; i < last; i++ {
			if r.traits[s.tokens[i].Form].thing {
				return "", "", false // "is a ward in Hull Hospital, built": the hospital was
			}
		}
	default:
		return "", "", false
	}
	subject, ok = r.subject(s, 0, 0, be)
	if !ok {
		return "", "", false
	}
	if subject == "" {
		subject = r.raw(s, 0, be)
	}
	was = r.g.was[0]
	if s.is(be, "are", "were") {
		was = r.g.was[1]
	}
	return strings.TrimSpace(subject), was, true
}

// introduced returns the token before the names at from and what leads them in: "by | the American composer George Gershwin".
func (r *reader) introduced(s *sentence, from int) int {
	for i := from - 1; i > 0 && from-i < 6; i-- {
		switch {
		case r.roleAt(s, i), s.plain(i), s.has(i, name):
		case s.is(i, r.g.the, "a", "an"):
			return i - 1
		default:
			return i
		}
	}
	return from - 1
}
