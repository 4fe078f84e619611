package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Relative clauses tell of what stands before them, of those who act in them, or of the time they hang on.

// relative tells a relative clause of the noun phrase that opens the sentence: "The pier, which was completed in
// 1871, became a landmark."
func (r *reader) relative(s *sentence, d dated, from, to int) (string, string, bool) {
	if from < 2 || !s.is(from, r.g.subjectRelatives...) || s.tokens[from-1].lower != "," {
		return "", "", false
	}
	base := from - 1 // where the clause begins whose subject it may be
	for base > 0 && !s.tokens[base].clause {
		base--
	}
	verb, inner := -1, false
	for _, v := range s.verbs {
		inner = inner || base <= v && v < from // not the clause's subject
		if verb < 0 && v > from && (v < d.lead || d.lead == from+1 && v >= d.to) {
			verb = v
		}
	}
	for i := base; i < from; i++ {
		inner = inner || s.has(i, present|modal) && !s.has(i, name)
	}
	after := from + 1 // where the verb may stand, adverbs aside
	if d.lead == from+1 {
		after = d.to // "who in 1949 drew"
	}
	if verb < 0 || verb > after+2 || r.told[s.tokens[verb].Start] {
		return "", "", false
	}
	for i := after; i < verb; i++ {
		if !s.has(i, adverb|neg) && !s.is(i, "'", "’") && !r.g.clitics[s.tokens[i].lower] && !s.comma(i) || s.has(i, name) {
			return "", "", false // "which the monks drained": not what it tells of
		}
	}
	if inner {
		return r.whoWas(s, d, from, to, verb)
	}
	start := base
	for start < from && (s.has(start, opener|coord) && !s.has(start, name) || s.tokens[start].lower == ",") {
		start++
	}
	for i := start; i < from-1; i++ {
		if s.comma(i) || s.has(i, present|modal) && !s.has(i, name) {
			return "", "", false
		}
	}
	to, ok := r.tells(s, d, verb, to)
	if !ok {
		return "", "", false
	}
	subject, ok := r.subject(s, start, start, from-1)
	if named := r.predicated(s, start, from); named != "" {
		subject, ok = named+" ", true
	}
	if !ok {
		return "", "", false
	}
	body, ok := r.objects(s, d, subject, start, r.predicate(s, from+1, verb), to)
	if !ok {
		return "", "", false
	}
	text, ok := r.finish(s, subject+r.simple(s, body, start, verb), start, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, "relative", ok
}

// predicated returns the person named right before the relative pronoun at rel if what stands before, from token start on, holds a
// verb of the present, which no list has: "Notable alumni include the novelist Ada Reed, who".
func (r *reader) predicated(s *sentence, start, rel int) string {
	if r.g.lang != "en" || !s.is(rel, r.g.personRelatives...) {
		return ""
	}
	for i := start + 1; i+2 < rel; i++ {
		if s.plain(i) && s.has(i+1, det) && !s.has(i+1, name) && !s.comma(i) {
			return r.person(s, rel)
		}
	}
	return ""
}

// whoWas tells a relative clause of the person or the thing that is named right before it: "They had a daughter, Ellen, who
// was born in 1909", "said Karin Dahl, who joined the orchestra in 1979", "He saw the pier, which was opened in 1871".
func (r *reader) whoWas(s *sentence, d dated, from, to, verb int) (string, string, bool) {
	first := from - 1
	for first > 0 && s.has(first-1, name) {
		first--
	}
	if s.tokens[from-2].Kind == prose.Number && s.is(from-3, "-") && s.has(from-4, name) {
		for first = from - 4; first > 0 && s.has(first-1, name); {
			first-- // "CryoSat-2"
		}
	}
	subject := r.raw(s, first, from-1)
	switch {
	case r.g.lang != "en":
		return "", "", false
	case s.is(from, r.g.personRelatives...):
		alone := first > 0 && s.comma(first-1) && s.has(verb, be) && s.is(verb+1, "born") // "a daughter, Ellen, who"
		full := ""
		if first < from-1 {
			full, _ = r.figureIn(s, first, from-1)
		}
		if first == from-1 || full == "" && !alone {
			return "", "", false
		}
	default:
		// A thing, which something befell: what else "which" tells may be told of the whole clause.
		if first < from-1 && !s.has(first-1, det|prep) && s.has(verb, be) || first < from-1 && s.has(first-1, prep) && s.has(verb, be) && !r.placeName(subject) {
			break // "and by Envisat, which was launched"
		}
		if first < from-1 && s.is(first-1, "at", "of", "near", "over") && s.plain(first-2) && r.g.lang == "en" {
			first-- // "the viaduct at Scar Gill, which collapsed"
		}
		for first > 0 && s.plain(first-1) {
			first--
		}
		if !s.is(first-1, r.g.the) || !s.has(verb, be) && !r.g.befalls[s.tokens[verb].lower] || r.g.pointing[s.lowerAt(from-2)] {
			return "", "", false
		}
		subject = r.raw(s, first-1, from-1)
		if r.takesPlace(s, verb) && !r.g.occasions[s.lowerAt(from-2)] && !r.g.ceremonies[s.lowerAt(from-2)] {
			// "the opening of the school, which took place": the opening did.
			head := first - 3
			for head > 0 && first-head < 8 && !s.has(head, det|poss|punct) {
				head--
			}
			if first < 5 || !s.is(first-2, r.g.ofWords...) || head >= first-3 || !s.is(head, r.g.the) || !r.g.ceremonies[s.tokens[first-3].lower] && !r.g.occasions[s.tokens[first-3].lower] {
				return "", "", false
			}
			subject = r.raw(s, head, from-1)
		}
	}
	to, ok := r.tells(s, d, verb, to)
	if !ok {
		return "", "", false
	}
	body, ok := r.objects(s, d, subject, first, r.predicate(s, from+1, verb), to)
	if !ok {
		return "", "", false
	}
	text, ok := r.finish(s, subject+" "+r.simple(s, body, first, verb), first, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, "relative", ok
}

// takesPlace reports whether the verb says only that something happened, which a building or a book cannot.
func (r *reader) takesPlace(s *sentence, verb int) bool {
	return s.is(verb, "took") && s.is(verb+1, "place") || s.is(verb, "occurred", "happened") || s.has(verb, be) && s.is(verb+1, "held", "celebrated")
}

// placeName reports whether the text has led the name in as a place's.
func (r *reader) placeName(text string) bool { return r.cast.places[text] }

// elaborated tells a clause whose subject says nothing ("Things got worse") together with the sentence after it that
// says what there was; without one it is not worth telling.
func (r *reader) elaborated(s *sentence, d dated, start, end int, rule string) (string, string, bool) {
	for _, opening := range r.g.elaborations {
		if !strings.HasPrefix(r.next, opening) {
			continue
		}
		rest := strings.TrimRight(r.next, " .!")
		if len(rest) > 220 || strings.ContainsAny(rest, "?") {
			continue
		}
		head, ok := r.finish(s, r.words(s, d, start, end), start, end)
		if !ok {
			return "", "", false
		}
		return strings.TrimSuffix(head, ".") + ": " + lowerFirst(rest) + ".", rule, true
	}
	return "", "", false
}

// relatedObject tells what a relative clause says that somebody did to the thing before it: "The course that she founded in
// 1984 has …": "Ada Reed founded the course."
func (r *reader) relatedObject(s *sentence, d dated) (string, bool) {
	if r.g.lang != "en" || d.lead < 4 {
		return "", false
	}
	at := -1
	for i := d.lead - 1; i > 1 && d.lead-i < 10; i-- {
		if s.comma(i) || s.has(i, coord|sub) && !s.has(i, name) {
			return "", false
		}
		if s.has(i, that) && !s.has(i, name) || s.is(i, "which") {
			at = i
			break
		}
	}
	gap := 0
	if at > 2 && s.is(at, "which") && s.comma(at-1) && s.has(at+1, name) {
		gap = 1
	}
	if at < 2 || gap == 0 && s.has(at-1, punct|prep) || s.isVerb(at-1) || !s.has(at+1, pron|name) || s.is(at+1, "it", "they", "there") {
		return "", false
	}
	verb := at + 1
	for verb < d.lead && !s.isVerb(verb) {
		if !s.has(verb, pron|name|adverb) {
			return "", false
		}
		verb++
	}
	if verb >= d.lead || s.has(verb, be|had) || r.told[s.tokens[verb].Start] || !r.happens(s, d, verb, d.to, false) || s.has(verb+1, det|poss|name|pron) && !r.dating(s, verb+1) {
		return "", false
	}
	head := at - 1 - gap // the thing: an article and what follows it
	for head > 0 && at-head < 6 && !s.has(head, det) {
		if s.has(head, prep|pron|poss|punct|that) || s.isVerb(head) {
			return "", false
		}
		head--
	}
	if !s.has(head, det) || head == at-1-gap {
		return "", false
	}
	subject, ok := r.subject(s, at+1, at+1, verb)
	if !ok || subject == "" {
		return "", false
	}
	thing := lowerFirst(r.raw(s, head, at-gap))
	rest := ""
	if d.lead > verb+1 {
		rest = " " + r.raw(s, verb+1, d.lead)
	}
	text, ok := r.finish(s, subject+r.raw(s, verb, verb+1)+" "+thing+rest, at+1, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, ok
}

// whom tells what a relative clause says that the sentence's own subject did to the person named before it: "In Hull she met
// the engineer Karl Lowe, whom she married in 1925": "Ada Reed married the engineer Karl Lowe."
func (r *reader) whom(s *sentence, d dated) (string, bool) {
	verb := d.lead - 1
	if r.g.lang != "en" || verb < 6 || !s.isVerb(verb) || !s.is(verb-2, "whom") || !s.comma(verb-3) || !s.has(verb-1, person) || r.told[s.tokens[verb].Start] {
		return "", false
	}
	first := verb - 3
	for first > 0 && s.has(first-1, name) {
		first--
	}
	if verb-3-first < 2 || !r.happens(s, d, verb, d.to, false) {
		return "", false
	}
	if k := first - 1; k > 0 && r.roleAt(s, k) && s.has(k-1, det) {
		first = k - 1 // "the engineer Karl Lowe"
	}
	again := false
	for i := 0; i < first; i++ {
		if s.has(i, pron) {
			if again = s.tokens[i].lower == s.tokens[verb-1].lower; !again {
				return "", false
			}
		}
	}
	a := r.antecedent(s.tokens[verb-1].lower)
	if !again || a == nil || !a.person {
		return "", false
	}
	text, ok := r.finish(s, a.text+" "+s.tokens[verb].In(r.text)+" "+r.raw(s, first, verb-3), verb-1, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, ok
}

// when tells the clause that a relative adverb ties to the date: "… until 1935, when Vannier withdrew the claim".
func (r *reader) when(s *sentence, d dated) (string, bool) {
	at := d.to
	if at < len(s.tokens) && s.tokens[at].lower == "," {
		at++
	}
	if s.tokens[d.from].depth > 0 || s.tokens[d.from].quoted || !s.is(at, r.g.whenWords...) {
		return "", false
	}
	start := at + 1
	verb := -1
	for _, v := range s.verbs {
		if v > start {
			verb = v
			break
		}
	}
	if verb < 0 || verb > start+10 || r.told[s.tokens[verb].Start] {
		return "", false
	}
	to := s.nextClause(verb + 1)
	for i := start; i < verb; i++ {
		if s.comma(i) || s.has(i, rel|sub|present|modal) && !s.has(i, name) {
			return "", false
		}
	}
	for i := verb + 1; i < to; i++ {
		if s.comma(i) {
			to = i // the main clause goes on, or begins
			break
		}
	}
	if s.has(verb, had) || r.later(s, d, d.to, to) || !r.happens(s, d, verb, to, true) {
		return "", false
	}
	end := r.cut(s, d, verb, to, true)
	subject, ok := r.subject(s, start, start, verb)
	if !ok || subject == "" {
		return "", false
	}
	if end := r.before(s, start, verb); s.is(start, r.g.the) && !r.g.orgs[s.tokens[end-1].lower] && !(r.g.lang == "en" && r.telling(s, start, end)) {
		return "", false // "when the bridge fell": which?
	}
	return r.state(s, d, subject, start, verb, end)
}

// state puts the subject before its predicate, up to end, and remembers that the verb is told.
func (r *reader) state(s *sentence, d dated, subject string, start, verb, end int) (string, bool) {
	body, ok := r.objects(s, d, subject, start, r.predicate(s, start, verb), end)
	if !ok {
		return "", false
	}
	text, ok := r.finish(s, subject+body, start, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, ok
}

// tells returns where a relative clause ends that tells an event at the date: at
// the latest at the first comma behind it.
func (r *reader) tells(s *sentence, d dated, verb, to int) (int, bool) {
	for i := d.to; i < to; i++ {
		if s.comma(i) {
			to = i
			break
		}
	}
	if !r.happens(s, d, verb, to, false) {
		return 0, false
	}
	return r.cut(s, d, verb, to, true), true
}
