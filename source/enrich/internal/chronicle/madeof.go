package chronicle

import "strings"

// A French participle with its date tells an event beside the clause that it belongs to: in front of its subject, "Fondé en 1909, le
// club …", "Nommé en 1886 curé de Talcy, il …", or behind the noun that says what the subject is, "Bologne est un club fondé en 1909"
// (M. Riegel, J.-C. Pellat and R. Rioul, Grammaire méthodique du français, on the detached participle and the participle as an epithet). The
// line makes a passive of it; the participle must agree with what it takes for its subject.

// detachedParticiple tells what a participle in front of its subject dates.
func (r *reader) detachedParticiple(s *sentence, d dated) (string, bool) {
	first := 0
	for first < d.lead && (s.has(first, opener) && !s.has(first, part) || s.comma(first)) {
		first++
	}
	if r.g.lang != "fr" || first >= d.lead || d.lead > first+7 {
		return "", false
	}
	part := s.tokens[first].lower
	aux := r.g.was[0]
	switch {
	case r.g.arrived[part]:
		aux = "est"
	case !r.g.completed[part]:
		return "", false
	}
	comma := first
	for ; comma < len(s.tokens) && !s.comma(comma); comma++ {
		if comma > first && (s.isVerb(comma) || s.has(comma, present|modal|rel|sub|pron|poss|neg) && !s.has(comma, name)) {
			return "", false
		}
	}
	if comma < d.to || comma+2 >= len(s.tokens) || r.later(s, d, first, comma) {
		return "", false
	}
	subject := r.agreeing(s, comma+1, part)
	if subject == "" {
		return "", false
	}
	return r.finish(s, subject+" "+aux+" "+lowerFirst(r.words(s, d, first, comma)), first, first)
}

// agreeing returns the subject that begins at token i, with whose gender the participle agrees, in the singular; "" if it is not sure.
func (r *reader) agreeing(s *sentence, i int, part string) string {
	she := strings.HasSuffix(part, "e")
	if s.has(i, pron) && !s.has(i, name) {
		if s.is(i, "il") && she || s.is(i, "elle") && !she || !s.is(i, "il", "elle") {
			return ""
		}
		if a := r.antecedent(s.tokens[i].lower); a != nil {
			return a.text
		}
		return ""
	}
	end := i
	for s.has(end, name) {
		end++
	}
	if end > i {
		kind := r.given(&s.tokens[i])
		if kind == "he" && she || kind == "she" && !she || kind == "" && end-i > 1 && she || s.has(end, punct|coord) {
			return ""
		}
		if !s.isVerb(end) && !s.has(end, present) && !s.is(end, "se", "s", "y", "en") {
			return ""
		}
		return r.raw(s, i, end)
	}
	if s.is(i, "le") && she || s.is(i, "la") && !she || !s.is(i, "le", "la", "l") {
		return ""
	}
	end = r.elided(s, i)
	for s.plain(end) || s.has(end, name) || s.is(end, "de", "du", "d", "des", "'", "’") || s.has(end, det) && s.is(end-1, "de") {
		end++
	}
	if end > i+10 || !s.isVerb(end) && !s.has(end, present) && !(s.has(end, adverb) && s.isVerb(end+1)) || s.has(end-1, prep|det) {
		return "" // where it ends is known by its verb
	}
	plain := 0
	for k := i; k < end; k++ {
		if s.plain(k) {
			plain++
		} else if s.has(k, prep) {
			plain = 0
		}
		if plain > 2 {
			return "" // "le pont relie les rives": a verb that the lexicon lacks
		}
	}
	return r.raw(s, i, end)
}

// epithet tells when what the subject is was made: "Bologne est un club fondé en 1909".
func (r *reader) epithet(s *sentence, d dated) (string, bool) {
	part := d.lead - 1
	if r.g.lang != "fr" || part < 4 || !r.g.completed[s.tokens[part].lower] || s.has(part, name) {
		return "", false
	}
	noun := part
	for noun > 0 && s.plain(noun-1) {
		noun--
	}
	un := noun - 1
	if !s.is(un, "un", "une") || noun == part || part-noun > 3 || !s.is(un-1, "est", "était", "fut") {
		return "", false
	}
	she := s.is(un, "une")
	if she != strings.HasSuffix(s.tokens[part].lower, "e") {
		return "", false
	}
	subject := r.raw(s, 0, un-1)
	for i := 0; i < un-1; i++ {
		if s.has(i, pron|poss|demo|rel|coord|neg|sub) && !s.has(i, name) || s.comma(i) || s.isVerb(i) || s.tokens[i].depth > 0 || r.dating(s, i) {
			return "", false
		}
	}
	tail := " " + r.g.was[0] + " " + r.raw(s, part, part+1)
	switch {
	case s.is(0, "le") && !she, s.is(0, "la") && she:
		return r.finish(s, subject+tail, 0, part)
	case s.has(0, name) || s.is(0, "l", "la", "le", "les"):
		article := "Le "
		switch {
		case strings.ContainsRune("aeiouyhéèêâîô", []rune(s.tokens[noun].lower)[0]):
			article = "L'"
		case she:
			article = "La "
		}
		if !s.has(0, name) && !s.has(r.elided(s, 0), name) {
			return "", false
		}
		return r.finish(s, article+r.raw(s, noun, part)+" "+subject+tail, 0, part)
	}
	return "", false
}

// besideSubject returns start if a participle that agrees with the French pronoun there opens the sentence, "Nommé curé de Talcy, il":
// whom its phrase names the pronoun does not mean. Otherwise it returns 0.
func (r *reader) besideSubject(s *sentence, start int) int {
	if r.g.lang != "fr" || start < 2 || !s.comma(start-1) {
		return 0
	}
	w := s.tokens[0].lower
	if !r.g.completed[w] && !r.g.arrived[w] || s.is(start, "elle") != strings.HasSuffix(w, "e") {
		return 0
	}
	for i := 1; i < start-1; i++ {
		if s.comma(i) || s.isVerb(i) {
			return 0
		}
	}
	return start
}
