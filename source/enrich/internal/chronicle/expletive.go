package chronicle

import "github.com/quirepress/quire/source/enrich/internal/prose"

// "It" does not always stand for something: "it snowed" has the weather for its subject, "it became clear that the line lost
// money" and "it was decided to close the line" the clause that comes after, and "it took three weeks to clear the snow" may
// have either. No subject named before may take its place: the line keeps its "it", or there is none.

// An expletive says what a pronoun in place of a subject stands for.
type expletive int

const (
	pointing  expletive = iota // to something named before
	weather                    // nothing: "it snowed"
	announced                  // the clause behind the predicate: "it was decided to close the line"
	unsure                     // either: "it took three weeks to clear the snow", "it was in 1920 that"
)

// empty returns what the pronoun at start, the subject of the verb given, stands for.
func (r *reader) empty(s *sentence, start, verb int) expletive {
	if !s.is(start, r.g.expletives...) || verb <= start || verb >= len(s.tokens) {
		return pointing
	}
	i := verb // the word that says what happened
	for s.has(i, be|had) || s.is(i, "been") || i > verb && s.has(i, adverb|neg) && !s.has(i, name) {
		i++
	}
	if r.g.weather[s.lowerAt(i)] {
		return weather
	}
	linked := i > verb
	if r.g.clearing[s.lowerAt(i)] && !linked && (i+1 >= len(s.tokens) || s.has(i+1, punct|coord|adverb|sub) || s.is(i+1, "up", "down", "again", "a", "enough") || r.dating(s, i+1)) {
		return unsure // "it cooled": the weather may have, or the iron
	}
	switch {
	case i >= len(s.tokens):
		return pointing
	case linked && r.g.lang == "en" && (s.has(verb, be) && (s.has(i, prep|name|pron) || r.dating(s, i))):
		for k := i + 1; k < len(s.tokens) && k < i+8; k++ {
			if s.has(k, rel|that) && !s.comma(k-1) && !s.has(k-1, prep) {
				return unsure // "it was in 1920 that", "it was Adam Lowe who"
			}
		}
		return pointing
	case !linked && r.g.impersonal[s.tokens[i].lower]:
		i++ // "became clear", "turned out that"
		if s.is(i, "out") || s.has(i, adverb) {
			i++
		}
		if r.leadsOver(s, i, r.g.thatWords) {
			return announced
		}
		if r.g.lang == "fr" && s.is(verb, "fallut") {
			return unsure
		}
	case !linked && s.is(i, "took", "needed", "cost"):
		for k := i + 1; k < len(s.tokens) && k < i+8 && !s.has(k, punct); k++ {
			if s.has(k, infinitive) && s.plain(k+1) && s.tokens[k-1].Kind == prose.Word {
				return unsure
			}
		}
		return pointing
	}
	for s.has(i, adverb) && !s.has(i, name) || s.is(i, "very", "more", "increasingly", "plus") {
		i++
	}
	switch {
	case i >= len(s.tokens):
	case r.g.judged[s.tokens[i].lower] && (r.leadsOver(s, i+1, r.g.thatWords) || r.leadsOver(s, i+1, r.g.doWords)):
		return announced
	case linked && r.g.resolvedOn[s.tokens[i].lower] && r.leadsOver(s, i+1, r.g.doWords):
		return announced
	case linked && s.has(i, either|part) && r.leadsOver(s, i+1, r.g.thatWords):
		return announced
	}
	return pointing
}

// leadsOver reports whether one of the words opens the clause that "it" announces, at token i or behind a date and an agent:
// "it was decided in 1870 by the board to".
func (r *reader) leadsOver(s *sentence, i int, words []string) bool {
	for k := i; k < len(s.tokens) && k < i+9 && (k == i || !s.comma(k-1)); k++ {
		if s.is(k, words...) {
			return k == i || !s.has(k-1, prep)
		}
		if k == i && !r.dating(s, k) && !s.has(k, prep) {
			return false
		}
		if s.isVerb(k) || s.has(k, pron|rel|coord) && !s.has(k, name) {
			return false
		}
	}
	return false
}

// leansOut is leans for the clause that an empty pronoun announces, in which "they" may mean several that it has named itself:
// "it became clear that the owners had lost their money".
func (r *reader) leansOut(s *sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if r.leans(s, i, i+1) && !(r.g.lang == "en" && s.is(i, "they", "their") && r.severalBefore(s, from, i)) {
			return true
		}
	}
	return false
}

// leans reports whether one of tokens [from,to) points at something that the line does not name.
func (r *reader) leans(s *sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if s.has(i, pron|poss) && !s.has(i, name) || r.traits[s.tokens[i].Form].object != "" || r.pointsBack(s, i) {
			return true
		}
	}
	return false
}
