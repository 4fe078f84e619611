package chronicle

import "strings"

// After each sentence its subject, and what it acted on, are noted for the pronouns of the next.

// remember notes the subject of a sentence for those after it.
func (r *reader) remember(s *sentence) {
	c := &r.cast
	c.sentence++
	if c.opening == 0 {
		c.opening = c.sentence
	}
	c.topic = actor{}
	c.over = true
	main := -1 // the main clause's verb
	defer func() {
		r.rememberDeed(s, main)
		if r.g.lang != "en" {
			r.rememberGenders(s)
		}
		c.over = false
	}()
	r.notice(s)
	r.introduce(s)
	opening := r.text[s.span.Start:s.span.End]
	for _, t := range r.g.topics {
		if len(opening) >= len(t) && strings.EqualFold(opening[:len(t)], t) {
			if from, to := r.firstName(s, 0); from >= 0 {
				c.topic = r.actor(s, from, to)
				r.keep(c.topic)
				return
			}
		}
	}
	start, verb, ok := r.subjectAndVerb(s)
	if verb <= 0 {
		// A verb that the lexicon does not have: the name it begins with will do.
		if from, to := r.firstName(s, 0); from == 0 {
			if a := r.actor(s, from, to); a.person {
				r.keep(a)
			}
		}
		return
	}
	if !ok {
		return
	}
	main = verb
	r.rememberRest(s, verb)
	r.rememberSubject(s, start, verb)
}

// subjectAndVerb returns where the main clause's subject begins and its verb, 0 if the sentence has none; ok is false if
// nothing can go on from that subject.
func (r *reader) subjectAndVerb(s *sentence) (start, verb int, ok bool) {
	// From the first word that is no adverbial to the first verb.
	verb = -1
	for i := range s.tokens {
		if s.tokens[i].depth == 0 && !s.has(i, name) && (s.isVerb(i) || s.has(i, present|modal)) {
			verb = i
			break
		}
	}
	if verb <= 0 {
		return 0, 0, false
	}
	for start < verb && (s.has(start, opener|coord|adverb) && !s.has(start, name) || s.tokens[start].lower == ",") {
		start++
	}
	if start < verb-1 && s.has(start, prep) && !s.has(start, name) && s.has(verb-1, pron) && !r.g.inverted {
		start = verb - 1 // "At the age of twelve she played"
	}
	if s.has(start, demo) && s.is(start+1, "time", "day", "night", "week", "year", "month") && start+2 < verb && s.has(start+2, name|pron) && r.g.lang == "en" {
		start += 2 // "This time Lowe avoided the valley"
	}
	if s.has(start, maybeSub) && !s.has(start, name) && !r.g.inverted && start+1 < verb && r.dating(s, start+1) {
		start++ // "Since 1950 the school"
	}
	if s.has(start, sub) || s.has(start, maybeSub) && r.g.verbBefore(s, start+1) {
		// "When the war ended, the alliance lost …": the main clause stands behind the comma.
		comma := verb
		for comma < len(s.tokens) && !s.comma(comma) {
			comma++
		}
		next := -1
		for _, v := range s.verbs {
			if v > comma+1 {
				next = v
				break
			}
		}
		if r.g.inverted || next < 0 || s.has(comma+1, sub|maybeSub|rel|that|coord|adverb|ing|prep) {
			return start, verb, false
		}
		start, verb = comma+1, next
	}
	return start, verb, true
}
