package chronicle

import (
	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// What stands before the subject: adverbials and phrases, with a comma behind them or without.

// afterwards reports whether the conjunction at from is a preposition whose phrase a comma parts from the main clause that the
// date stands in: "After two years at sea, Adam Lowe became a clerk in 1918".
func (r *reader) afterwards(s *sentence, d dated, from int) bool {
	if r.g.lang != "en" {
		return false
	}
	for i := from + 1; i < d.lead; i++ {
		if s.comma(i) {
			for i++; i < d.lead; i++ {
				if s.isVerb(i) {
					return true
				}
			}
			return false
		}
	}
	return r.runsOn(s, d, from)
}

// runsOn reports whether that phrase goes over into the main clause, whose verb is the sentence's only one before the date, without
// a comma: "After two years at sea the captain sold his ship in 1918".
func (r *reader) runsOn(s *sentence, d dated, from int) bool {
	if r.g.lang != "en" || from != 0 || s.has(from, sub) {
		return false
	}
	for _, v := range s.verbs {
		if v > from {
			return v < d.lead && r.inside(s, from, v) > from && !r.mainAfter(s, v)
		}
	}
	return false
}

// mainAfter reports whether a main clause comes after the verb given, so that what stands before it can be a subordinate one.
func (r *reader) mainAfter(s *sentence, verb int) bool {
	comma := false
	for i := verb + 1; i < len(s.tokens); i++ {
		comma = comma || s.comma(i)
		if (s.isVerb(i) || s.has(i, present|modal) && !s.has(i, name)) && (comma || s.has(i-1, pron|name|neg|adverb) || s.plain(i-1)) {
			return true
		}
	}
	return comma && len(s.verbs) > 0 && s.verbs[len(s.verbs)-1] > verb
}

// placed reports whether tokens [from,to), from the beginning of a clause to its date, are another adverbial: "At one minute
// past eight on the morning of 26 June 1974 a cashier …".
func (r *reader) placed(s *sentence, d dated, from, to int) bool {
	if r.g.lang != "en" || from >= to || !s.has(from, prep) || s.has(from, name|maybeSub) || s.has(from, sub) || r.g.bounding[s.tokens[from].lower] {
		return false
	}
	if to-from <= 8 {
		short := true
		for i := from + 1; i < to && short; i++ {
			short = s.tokens[i].Kind != prose.Punct && !s.isVerb(i) && !r.g.works[s.tokens[i].lower] && (!s.has(i, pron|poss|demo|rel|that|coord|ing|infinitive) || s.has(i, name))
		}
		if short {
			return true
		}
	}
	return r.staged(s, d, from, to)
}

// staged reports whether tokens [from,to), from the beginning of a clause to its date, say at what the clause's event came about,
// so that the date of the one is that of the other: "At the Congress of Arts and Trades in Hull on 3 May 1912 delegates …", "Upon
// landing at Hull on 3 May he …". What a book tells or a letter asks has its own date: "In his account of the siege in 1807".
func (r *reader) staged(s *sentence, d dated, from, to int) bool {
	if to-from > 16 || d.x.Grain > temporal.Year || d.x.Range != nil || !s.is(from, "at", "upon", "on", "in", "during", "with") {
		return false
	}
	for i := from + 1; i < to; i++ {
		switch {
		case s.has(i, name), s.is(i, "-", "'", "’"):
		case s.tokens[i].Kind == prose.Punct, s.isVerb(i), s.tokens[i].clause, r.dating(s, i), r.g.works[s.tokens[i].lower]:
			return false
		case i == from+1 && s.has(i, ing) && s.is(from, "upon", "on"):
		case s.has(i, coord):
			if !s.has(i-1, name) || !s.has(i+1, name) {
				return false
			}
		case s.has(i, pron|demo|rel|that|ing|infinitive|sub|present|modal|either|part) && !s.has(i, poss):
			return false
		}
	}
	return s.comma(min(d.to, len(s.tokens)-1)) || s.has(d.to, det|name|pron|poss) || s.plain(d.to) && s.isVerb(d.to+1)
}

// setOff reports whether tokens [from,to), from the beginning of a clause to its date, are an adverbial that a comma parts from
// the date, which is then the clause's own whatever the adverbial says: "Following his apprenticeship, in 1902 he …".
func (r *reader) setOff(s *sentence, from, to int) bool {
	if r.g.lang != "en" || to-from < 2 || to-from > 16 || !s.comma(to-1) {
		return false
	}
	if to-from == 2 {
		return s.is(from, "earlier", "later", "elsewhere", "afterwards", "afterward", "abroad", "nearby")
	}
	if !s.has(from, prep|maybeSub) && !s.is(from, "following", "owing", "thanks", "amid", "amidst") || s.has(from, name) || s.is(from, "than", "per", "out", "up", "off", "down", "till", "as") {
		return false
	}
	for i := from + 1; i < to-1; i++ {
		switch {
		case s.has(i, name), s.is(i, "-", "'", "’"):
		case s.has(i, poss) && s.is(from, "at"): // "At its height, in 1937,"
			return false
		case s.tokens[i].Kind == prose.Punct, s.isVerb(i), s.tokens[i].clause, s.has(i, pron|rel|that|sub|present|modal|neg):
			return false
		}
	}
	return true
}

// thereafter reports whether tokens [from,to) say how much later the date right behind them is: "A few years later, in 1919, he".
func (r *reader) thereafter(s *sentence, from, to int) bool {
	if r.g.lang != "en" || to-from > 6 || to-from < 3 || !s.comma(to-1) || !s.is(to-2, "later", "afterwards", "after") {
		return false
	}
	for i := from; i < to-2; i++ {
		if s.isVerb(i) || s.has(i, prep|name|punct|pron) {
			return false
		}
	}
	return true
}

// lead drops the adverbials before the subject: "In 1999, after months of talks, NATO launched".
func (r *reader) lead(s *sentence, start, verb int) int {
	return r.pastTime(s, r.pastPhrases(s, start, verb), verb)
}

// pastPhrases is lead without the noun phrase of time that no comma parts from the subject.
func (r *reader) pastPhrases(s *sentence, start, verb int) int {
	for {
		comma, last := -1, -1
		for i := start; i < verb; i++ {
			if s.comma(i) {
				if comma < 0 {
					comma = i
				}
				last = i
			}
		}
		if comma < 0 {
			return r.inside(s, start, verb)
		}
		if s.has(start, prep|maybeSub|ing|adverb|opener|sub|part|either|infinitive) && !s.has(start, name) || s.is(start, "most") && s.has(start+1, adverb) {
			start = comma + 1
			continue
		}
		if r.g.lang == "en" && comma > start+1 && s.has(comma-1, coord) && !s.has(comma-1, name) {
			return start // "Most of the garrison and, on the left, Paul Reed surrendered"
		}
		// A noun phrase that no comma parts from the verb is the subject, unless it ends a row of them.
		if last < verb-1 {
			for i := last + 1; i < verb; i++ {
				if s.has(i, coord) && !s.has(i, name) {
					return start
				}
			}
			if s.has(last+1, adverb) && !s.has(last+1, name) {
				return start
			}
			if s.plain(last+1) && last > start+1 && s.has(last-2, det|demo|poss) && !s.has(last-1, name) && r.g.lang == "en" {
				return start // "this thirteenth, final ratification"
			}
			if r.situated(s, start, last, verb) {
				return start
			}
			return last + 1
		}
		return start
	}
}

// situated reports whether the comma at the token given stands inside a place's name that a preposition ties to the subject: "The
// failure of dams in Henan Province, China caused", not "A year after the war in Korea, China attacked".
func (r *reader) situated(s *sentence, start, comma, verb int) bool {
	if r.g.lang != "en" || !s.has(comma+1, name) || s.has(start-1, prep|maybeSub|sub) && !s.has(start-1, name) || r.before(s, start, verb)-comma > 3 || r.dating(s, start) || s.has(start, name) && s.has(start+1, det) {
		return false
	}
	at := comma - 1
	for at > start && s.has(at, name) {
		at--
	}
	if at == comma-1 || at <= start || !s.is(at, "in", "at", "near", "of", "from", "outside") {
		return false
	}
	for i := start; i < at; i++ {
		if s.has(i, maybeSub|sub) && !s.has(i, name) || s.comma(i) {
			return false
		}
	}
	return true
}

// inside returns the first token of the subject that no comma parts from the preposition's phrase before it: "Under him the team
// won", "After the war the firm moved"; or start.
func (r *reader) inside(s *sentence, start, verb int) int {
	if r.g.lang != "en" || !s.has(start, prep|maybeSub) || s.has(start, name|infinitive) {
		return start
	}
	at := r.before(s, start, verb) - 1
	for at > start && !s.has(at, det|poss|pron) && (s.plain(at) || s.has(at, name)) && !(s.has(at, name) && !s.has(at-1, name|det|poss|prep)) {
		at--
	}
	if at <= start+1 || !(s.has(at, det|name) && !s.has(at, prep|poss|pron) || s.has(at, pron) && at+1 == verb) {
		return start
	}
	if p := at - 1; !s.plain(p) && r.g.objects[s.tokens[p].lower] == "" && !(s.has(p, name) && s.has(at, det|pron) && !s.has(at, name)) {
		return start
	}
	for i := start; i < at; i++ {
		if s.has(i, coord|rel|that|sub|infinitive|present|modal|punct) && !s.has(i, name) || r.dating(s, i) {
			return start
		}
	}
	return at
}
