package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Whether a verb tells an event: a past tense that is no state, no plan, no speech, no negation; and whether the date that
// stands in its clause is its own.

// happens reports whether the verb tells an event, and whether the date is its own.
func (r *reader) happens(s *sentence, d dated, verb, to int, fronted bool) bool {
	next := verb + 1
	for s.has(next, adverb) && !s.has(next, name) && next < to {
		next++
	}
	if d.by && !r.achieved(s, verb, next) {
		return false
	}
	if s.denied(verb, next) || !r.changes(s, d, verb, next) || s.says(verb) {
		return false
	}
	main := verb // the verb that says what happened: an auxiliary's participle
	if s.has(verb, be|had) {
		main = next
	}
	if s.has(verb, had) && !s.has(verb, be) && !r.premiere(s, next) {
		if s.is(next, "been") {
			main++
		}
		if !s.has(main, either|part) || s.has(main, stative) || fronted && !d.by && !anterior[d.x.Rule] {
			return false
		}
	}
	if r.compares(s, d, verb, main, to) {
		r.vain = true
		return false
	}
	return (fronted || !s.planned(d, verb, main)) && !r.bounded(s, d, main) && !s.attribute(verb, to) && !s.taken(d, main)
}

// premiere reports whether what the verb "had" has at token i is something done for the first time: "had its premiere".
func (r *reader) premiere(s *sentence, i int) bool {
	if s.has(i, poss|det) {
		i++
	}
	for k := i; k < i+3; k++ {
		if r.g.premieres[s.lowerAt(k)] {
			return true
		}
	}
	return false
}

// denied reports whether the verb is negated, or only may have happened.
func (s *sentence) denied(verb, next int) bool {
	for i := max(0, verb-3); i < verb; i++ {
		if s.tokens[i].clause && i > 0 {
			continue
		}
		if s.has(i, neg|modal) && !s.has(i, name) && !s.is(i+1, ",") && !s.is(i+2, ",") {
			return true
		}
	}
	for i := verb + 1; i <= next && i < len(s.tokens); i++ {
		if s.has(i, neg) || s.is(i, "still") {
			return true
		}
	}
	return false
}

// changes reports whether the verb tells of a change, not of a state. The passive does, "was" with anything else does not;
// next is the token after the verb and its adverbs. A pluperfect is judged by its participle.
func (r *reader) changes(s *sentence, d dated, verb, next int) bool {
	t := &s.tokens[verb]
	switch {
	case t.tag&be != 0 && r.g.lang == "en" && r.g.lasting[s.lowerAt(next)] && s.is(next+1, "again"):
		return true // "the mine was worked again"
	case r.habitual(s, d, verb), r.foreseen(s, d, verb):
		return false
	case t.tag&be != 0 && (r.firstOf(s, d, verb) || r.held(s, d, next)):
		return true
	case t.tag&be != 0:
		return s.has(next, either|part) && !s.has(next, ing|name) && (!s.has(next, stative) || s.is(next-1, "first")) && !unmade(s.lowerAt(next)) && !s.is(next, "been", "being") &&
			!(s.has(next+1, coord) && s.has(next+2, adverb)) &&
			!(s.is(next, "set", "born") && s.has(next+1, infinitive))
	case t.tag&had != 0:
		return true
	case s.is(verb, r.g.followed...) && !s.has(verb+1, det|poss|name|pron) && (next >= len(s.tokens) || s.has(next, prep|punct)):
		begin := verb
		for begin > 0 && !s.tokens[begin].clause {
			begin--
		}
		return verb-begin > 3 // "A plant in Hull followed in 1958"
	case t.tag&stative != 0 && s.is(verb, "called") && (s.is(verb+1, "up", "off", "out", "in") || s.is(verb+2, "to") && (r.g.objects[s.lowerAt(verb+1)] != "" || s.has(verb+1, name))):
		return true
	case s.is(verb, "called") && s.has(verb+1, det) && r.convened(s, verb+2), s.is(verb, "located") && s.has(verb+1, det|poss|name):
		return true
	case t.tag&report != 0 && s.acts(verb):
		return true
	case t.tag&stative != 0:
		return (d.x.Range != nil || d.since && r.g.lang == "en") && r.g.lasting[t.lower]
	}
	return t.lower != "did" || r.emphatic(s, next)
}

// emphatic reports whether token i is the verb that "did" only stresses: "Lowe did return in 1836", not "which he did in 1836".
func (r *reader) emphatic(s *sentence, i int) bool {
	if r.g.lang != "en" || !s.plain(i) || !s.has(i-1, past) || s.has(i+1, punct) {
		return false
	}
	w := s.tokens[i].lower
	regular := w + "ed"
	switch {
	case strings.HasSuffix(w, "e"):
		regular = w + "d"
	case strings.HasSuffix(w, "ry"):
		regular = w[:len(w)-1] + "ied"
	}
	return r.g.intransitive[regular] || r.g.transitive[regular]
}

// anterior lists the rules of dates that lie before the time the text has come to: what "had" happened then did so at the date.
var anterior = map[string]bool{"earlier": true, "unit-before": true, "prev-unit": true, "prev-season": true}

// unmade reports whether a participle with "un-" is an adjective: "unsigned", not "unveiled".
func unmade(w string) bool {
	rest, found := strings.CutPrefix(w, "un")
	return found && strings.HasSuffix(rest, "ed") && !strings.HasPrefix(rest, "der") && !strings.HasPrefix(rest, "if") && !strings.HasPrefix(rest, "it") &&
		rest != "veiled" && rest != "earthed" && rest != "loaded" && rest != "leashed" && rest != "seated" && rest != "masked" && rest != "furled" && rest != "covered"
}

// held reports whether token i begins the office that somebody held for the range of the date: "was professor of law from 1912 to
// 1914".
func (r *reader) held(s *sentence, d dated, i int) bool {
	if r.g.lang != "en" || d.x.Range == nil {
		return false
	}
	for n := i; n < i+5 && n < len(s.tokens) && !s.has(n, prep|punct) && !s.isVerb(n); n++ {
		if r.roleAt(s, n) {
			return true
		}
	}
	return false
}

// convened reports whether tokens from i on are what somebody calls so that it comes about: "called an early election".
func (r *reader) convened(s *sentence, i int) bool {
	for n := i; n < i+4 && n < len(s.tokens) && !s.has(n, prep|punct); n++ {
		if s.is(n, "election", "elections", "referendum", "meeting", "strike", "conference", "congress", "council", "convention", "session", "truce", "ceasefire", "halt", "summit", "assembly") {
			return true
		}
	}
	return false
}

// firstOf reports whether "was" names who was the first or the last to do something, right before the date: "The first state to
// ratify was Virginia on 16 December 1777", not "The first mayor was a baker in 1800".
func (r *reader) firstOf(s *sentence, d dated, verb int) bool {
	if r.g.lang != "en" || !s.has(verb+1, name) || d.x.Range != nil || r.dating(s, verb+1) {
		return false
	}
	to := verb + 1
	for s.has(to, name) {
		to++
	}
	begin := verb
	for begin > 0 && !s.tokens[begin].clause {
		begin--
	}
	if to != d.lead || !s.is(begin, r.g.the) || !s.is(begin+1, "first", "last") {
		return false
	}
	for i := begin + 2; i+1 < verb; i++ {
		if s.has(i, infinitive) {
			return true
		}
	}
	return false
}

// says reports whether the verb only says something; to write a book, to tell the police and to add a tower are deeds.
func (s *sentence) says(verb int) bool {
	if !s.has(verb, report) {
		return false
	}
	if s.has(verb+1, that) || s.is(verb+1, ",", ":", "\"", "“") {
		return true
	}
	if s.acts(verb) {
		return false
	}
	if !s.is(verb, "wrote", "told") {
		return true
	}
	if s.is(verb, "wrote") && s.has(verb+1, det) {
		return false // "wrote the introduction to "Lives""
	}
	for i := verb; i < len(s.tokens); i++ {
		if s.tokens[i].quoted {
			return true // what was said, not that it was said
		}
	}
	return false
}

// acts reports whether a verb of saying tells what was done, not what was said: "recalled its ambassador", "added a tower",
// "reported in 1911", with no word of what.
func (s *sentence) acts(verb int) bool {
	next := verb + 1
	switch {
	case s.is(verb, "recalled", "claimed", "observed", "added", "predicted"):
		if !s.has(next, det|poss|name) || s.has(next, that|demo) {
			return false
		}
	case s.is(verb, "warned") && s.is(next, "off"):
	case s.is(verb, "reported") && (next >= len(s.tokens) || s.has(next, when) && !s.has(next, name)):
	default:
		return false
	}
	for i := next; i < len(s.tokens); i++ {
		if s.tokens[i].quoted || s.has(i, that) && s.tokens[i].clause || s.is(i, "how", "having") {
			return false
		}
	}
	return true
}

// planned reports whether the date is that of something planned: "agreed to withdraw in 2011".
func (s *sentence) planned(d dated, verb, main int) bool {
	if !s.has(main, plan) {
		return false
	}
	for i := main + 1; i < d.lead; i++ {
		if s.has(i, infinitive) && !s.has(i+1, det|name|poss|prep) || s.has(i, that) || s.is(i, "for") && s.has(verb, be) {
			return true
		}
	}
	return false
}

// bounded reports whether the date may be that of the thing before: "resigned after the elections in 2004".
func (r *reader) bounded(s *sentence, d dated, main int) bool {
	for i := main + 1; i < d.lead; i++ {
		if s.tokens[i].depth == 0 && r.g.bounding[s.tokens[i].lower] && !(s.is(i-1, "named", "called", "modelled") && s.is(i, "after")) && !r.g.hours[s.lowerAt(i+1)] &&
			!(s.is(i, "before") && r.bench(s, i+1)) {
			return true
		}
	}
	return false
}

// bench reports whether those before whom one stands are named from token i on: "a trial before the Admiralty", "before a judge".
func (r *reader) bench(s *sentence, i int) bool {
	if !s.has(i, det|name) || r.dating(s, i) {
		return false
	}
	for k := i; k < i+4 && k < len(s.tokens) && s.tokens[k].Kind == prose.Word && !(k > i && s.has(k, prep|coord)); k++ {
		if w := s.tokens[k].lower; r.g.occasions[w] {
			return false
		} else if r.roleAt(s, k) || r.g.orgs[w] || w == "admiralty" || w == "jury" || w == "bench" {
			return true
		}
	}
	return false
}

// compares reports whether the clause compares two times: "grew from 3 million in 1958 to 41 million in 1969".
func (r *reader) compares(s *sentence, d dated, verb, main, to int) bool {
	if d.x.Range != nil {
		return false
	}
	more := r.later(s, d, verb, to)
	out, number := false, false
	for i := main + 1; i < to; i++ {
		number = number || out && s.tokens[i].Kind == prose.Number && !r.dating(s, i)
		out = out || s.is(i, r.g.fromWords...)
		if number && s.is(i, r.g.toWords...) && (more || i >= d.to && i+1 < to && s.tokens[i+1].Kind == prose.Number) {
			return true // not "was driven from the station to the sea"
		}
	}
	return false
}

// attribute reports whether another verb in the clause makes this one a participle after its noun: "legislation passed in
// 1999 ended …".
func (s *sentence) attribute(verb, to int) bool {
	if s.has(verb, be|had) || !s.has(verb, either) {
		return false
	}
	for i := verb + 1; i < len(s.tokens) && (i < to || s.has(i, adverb|opener|punct) || s.isVerb(i)); i++ {
		if s.tokens[i].lower == "," && s.has(i+1, adverb|opener) && s.is(i+2, ",") {
			i += 2
			continue
		}
		if s.has(i, coord|punct) && !s.has(i, name) && s.tokens[i].lower != "'" {
			return false
		}
		if s.has(i, pron) && !s.has(i, poss) && (s.isVerb(i+1) || s.has(i+1, adverb) && s.isVerb(i+2)) {
			return false // "occupied the town in 1940 they closed the mill": a clause of its own
		}
		if s.isVerb(i) && !s.has(i-1, name) || s.has(i, be) {
			return true
		}
	}
	return false
}

// taken reports whether an infinitive's clause or a participle between verb and date takes the date to itself: "opened a
// bridge built in 1999". A purpose does not matter, an expectation does.
func (s *sentence) taken(d dated, main int) bool {
	for i := main + 1; i < d.lead; i++ {
		switch {
		case s.tokens[i].depth > 0:
		case s.has(i, that) && !s.has(i+1, punct):
			return true
		case i == main+1 || s.has(i, name):
		case s.has(i, either) && s.has(i-1, name) && !s.isVerb(i):
			return true
		case s.has(i, either|part) && !s.has(i-1, det|poss|coord|adverb|prep|be|had) && i+1 >= d.lead && s.tokens[i-1].Kind == prose.Word:
			return true
		}
	}
	return false
}
