package chronicle

import (
	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// The year in brackets behind a work's title is that of the clause that says who made it: "Ada Reed wrote The Ferryman (1931)
// and The Lock (1934)". Of a row of titles each is told for itself.

// made tells of a work the clause that names it, if expression x stands in brackets behind its title.
func (r *reader) made(s *sentence, d dated) (string, bool) {
	x := d.x
	if x.Range != nil || x.Context || x.Grain > temporal.Year || d.from < 4 || !s.is(d.from-1, "(") || !s.is(d.to, ")") || s.tokens[d.from].depth != 1 {
		return "", false
	}
	open := d.from - 1
	title := r.titleBefore(s, open)
	if title < 0 {
		return "", false
	}
	// The first title of the row, and the verb before it.
	first := title
	for first > 2 && (s.comma(first-1) || s.has(first-1, coord)) && !s.has(first-1, name) {
		shut := first - 2
		if s.has(first-1, coord) && s.comma(shut) {
			shut--
		}
		if !s.is(shut, ")") {
			break
		}
		before := shut - 1
		for before > 0 && !s.is(before, "(") {
			before--
		}
		if before = r.titleBefore(s, before); before < 0 {
			return "", false
		}
		first = before
	}
	verb := s.verbBefore(first)
	if verb < 1 || s.is(first-1, "of", "about", "on", "for", "with") || !creates(s.tokens[verb].lower) || s.has(verb-1, coord|infinitive) && !s.has(verb-1, name) {
		return "", false
	}
	from := verb
	for from > 0 && !s.tokens[from].clause {
		from--
	}
	if s.has(from, rel|that|sub|maybeSub|iffy) && !s.has(from, name) {
		return "", false
	}
	start := from
	for start < verb && (s.has(start, opener|coord|adverb) && !s.has(start, name) || s.comma(start)) {
		start++
	}
	start = r.lead(s, start, verb)
	if start >= verb || r.later(s, d, from, verb) || !r.happens(s, d, verb, first, true) {
		return "", false
	}
	for i := verb + 1; i < first; i++ {
		if s.comma(i) || s.isVerb(i) || r.dating(s, i) || s.has(i, rel|that|pron|sub|coord|either|part|ing) && !s.has(i, name) || s.is(i, "including") {
			return "", false
		}
	}
	subject, ok := r.subject(s, from, start, verb)
	if !ok {
		return "", false
	}
	if subject == "" {
		subject = r.raw(s, start, r.before(s, start, verb)) + " "
	}
	body, ok := r.objects(s, d, subject, start, verb, first)
	if !ok {
		return "", false
	}
	return r.finish(s, subject+body+" "+r.raw(s, title, open), start, verb)
}

// titleBefore returns where the title begins that ends before token open: names, with little words between, or what quotation
// marks hold; or -1.
func (r *reader) titleBefore(s *sentence, open int) int {
	i := open - 1
	if s.is(i, "\"", "”") {
		for i--; i > 0 && !s.is(i, "\"", "“"); i-- {
		}
		return i
	}
	from := open
	for from > 0 && open-from < 12 {
		switch i := from - 1; {
		case s.has(i, name) && !r.dating(s, i), s.tokens[i].Kind == prose.Number && from < open && s.has(from, name):
			from--
			continue
		case from < open && (s.is(i, "of", "the", "and") && s.has(i-1, name) && (s.has(from, name) || s.is(from, "the"))):
			from--
			continue
		}
		break
	}
	if from == open || !s.has(from, name) {
		return -1
	}
	return from
}

// creates reports whether a past says that somebody made a work, or made it known.
func creates(verb string) bool {
	switch verb {
	case "wrote", "published", "directed", "composed", "edited", "painted", "released", "produced", "recorded", "translated", "designed", "built", "sculpted", "choreographed":
		return true
	}
	return false
}
