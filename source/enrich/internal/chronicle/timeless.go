package chronicle

import "strings"

// A noun phrase of time needs no preposition to say when a clause's event came about, "The following morning it cleared", and no
// comma parts it from the subject (Huddleston and Pullum 2002, ch. 8 §6.4, on such noun phrases as adjuncts). It is no subject
// itself, nor does a later pronoun stand for it: who or what came about is said by the pronoun behind it.

// pastTime returns the first token of the subject behind the noun phrase of time at start, or start if there is none: a pronoun
// ends no noun phrase.
func (r *reader) pastTime(s *sentence, start, verb int) int {
	at := r.before(s, start, verb) - 1
	if r.g.lang != "en" || at <= start || !s.has(at, pron) || s.has(at, name) || !r.timely(s, start, at) {
		return start
	}
	return at
}

// timely reports whether tokens [from,to) are a noun phrase that only says when: "the following morning", "two days later".
func (r *reader) timely(s *sentence, from, to int) bool {
	if r.g.lang != "en" || to > len(s.tokens) {
		return false
	}
	if to-from > 1 && s.comma(to-1) {
		to--
	}
	if to-from > 1 && s.is(to-1, "later", "earlier", "before", "after", "afterwards", "ago") {
		to--
	}
	if to <= from || to-from > 5 || !r.g.timeNouns[s.tokens[to-1].lower] || s.has(to-1, name) && !s.tokens[to-1].initial {
		return false
	}
	for i := from; i < to-1; i++ {
		if s.has(i, prep|pron|poss|punct|rel|modal) || s.has(i, name) && !s.tokens[i].initial || s.isVerb(i) {
			return false
		}
		if i > from && s.plain(i) && !r.g.ordinals[s.tokens[i].lower] && !r.g.whichTime[s.tokens[i].lower] {
			return false // "the school year"
		}
	}
	return to == from+1 || s.has(from, det|demo|adverb) || r.g.ordinals[s.tokens[from].lower] || !s.plain(from)
}

// pronominal reports whether the noun phrase in tokens [from,to) ends in a pronoun that is a subject, so that it is none: "the boat it"
// is what a relative clause tells of.
func (r *reader) pronominal(s *sentence, from, to int) bool {
	return r.g.lang == "en" && to > from+1 && s.has(to-1, pron) && !s.has(to-1, name) && !s.has(to-1, det|deictic)
}

// miscounted reports whether "it" is no good pronoun for the text, which names several: "the magazine's finances".
func (r *reader) miscounted(text string) bool {
	last := text[strings.LastIndexByte(text, ' ')+1:]
	return strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") && !strings.HasSuffix(last, "us") && !strings.HasSuffix(last, "is") &&
		last == strings.ToLower(last) && !strings.Contains(text, " of ") && !r.g.singulars[last]
}

// happening reports whether the text, a noun phrase, names what happened by the noun of a verb: "the assassination".
func (r *reader) happening(text string) bool {
	head, _, _ := strings.Cut(text, " of ")
	_, ok := nominals()[strings.ToLower(head[strings.LastIndexByte(head, ' ')+1:])]
	return ok
}
