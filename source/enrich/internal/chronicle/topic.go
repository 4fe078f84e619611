package chronicle

import (
	"cmp"
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// The subject of a sentence is noted by what kind of phrase it is: a pronoun keeps alive what it stands for, a possessive
// leads in a person's kin, a noun phrase names an actor.

// rememberSubject notes the subject that begins at start or, in an inverted clause, behind the verb.
func (r *reader) rememberSubject(s *sentence, start, verb int) {
	for start < verb && !r.g.inverted && (r.dating(s, start) || s.has(start, prep) && !s.has(start, name) && r.dating(s, start+1)) {
		start++
	}
	if start > 0 && start < verb && s.tokens[start].lower == "," {
		start++
	}
	if full := r.apposed(s, start, verb); full != "" && !r.g.inverted && s.has(start, poss|det|name) {
		// "His mate, Adam Lowe, swam ashore."
		r.keep(actor{text: full, person: true, named: true, pronoun: r.cast.kind(full)})
		return
	}
	named := start
	for named < verb && s.has(named, name) {
		named++
	}
	if !r.g.inverted && named > start && named < verb && s.comma(named) && (s.has(named+1, det|rel|part|either) || s.is(named+1, "now", "then", "himself", "herself", "himself")) && !s.has(named+1, name) {
		verb = named // "Adam Lowe, a weaver who had fled, came"
	} else {
		start = r.lead(s, start, verb)
	}
	if start >= verb {
		return
	}
	if r.g.inverted && !s.has(start, det|name|pron|poss) || r.g.inverted && s.has(start, sub|prep) {
		// The subject stands behind the verb.
		start = verb + 1
		end := start
		for end < len(s.tokens) && (s.has(end, name|det) || s.tokens[end].Kind == prose.Word && end > start && s.has(end-1, det)) && !s.has(end, prep|pron) {
			end++
			if s.has(end-1, name) && !s.has(end, name) {
				break
			}
		}
		if s.has(start, pron) {
			end = start + 1
		}
		verb = end
		if start >= verb {
			return
		}
	}
	switch {
	case s.has(start, pron):
		r.rememberPronoun(s, start, verb)
	case s.has(start, poss):
		r.rememberOwned(s, start, verb)
	default:
		r.rememberNoun(s, start, verb)
	}
}

// rememberPronoun notes that the sentence goes on about whom or what the pronoun at start stands for.
func (r *reader) rememberPronoun(s *sentence, start, verb int) {
	c := &r.cast
	if r.empty(s, start, verb) != pointing {
		return
	}
	if r.g.pronouns[s.tokens[start].lower] == "they" {
		if c.couple != "" && c.coupled == c.sentence-1 && !r.opens && r.g.lang == "en" {
			c.coupled = c.sentence // "They divorced in 1929. In 1933 they emigrated": the same two
		}
		if a := r.antecedent(s.tokens[start].lower); a != nil {
			for i := range c.actors {
				if c.actors[i].text == a.text || c.actors[i].pair == a.text {
					c.actors[i].sentence = c.sentence
				}
			}
		}
		return
	}
	if c.wasOnIt && s.is(start, "it") && !s.is(verb+1, "it") {
		if c.goes == c.sentence-1 {
			c.going.pronoun = "it"
			r.keep(c.going)
		}
		return
	}
	// The pronoun keeps its actor alive.
	if a := r.antecedent(s.tokens[start].lower); a != nil {
		k := *a
		k.pronoun = r.g.pronouns[s.tokens[start].lower]
		r.keep(k)
		if h := c.hero; h != nil && (k.text == h.text || c.full[k.text] == h.text) {
			c.continued, h.last, h.doer = c.sentence, c.sentence, c.sentence
		}
		if f := c.figures[k.text]; f != nil {
			f.last, f.doer = c.sentence, c.sentence
			c.see(f)
			if f.kind == "" && k.person {
				f.kind = k.pronoun
			}
		}
	}
}

// rememberOwned notes the one whom a subject in tokens [start,verb) that begins with a possessive names: "Her brother Ernst".
func (r *reader) rememberOwned(s *sentence, start, verb int) {
	c := &r.cast
	if a := r.antecedent(r.g.possessives[s.tokens[start].lower]); c.hero != nil && a != nil && (a.text == c.hero.text || c.full[a.text] == c.hero.text) && !r.human(s, start, verb) {
		c.continued = c.sentence // "Her recording was … She"
	}
	// "Her brother Ernst stayed. He …"
	for i := start + 1; i < verb && i < start+5; i++ {
		if kind := r.given(&s.tokens[i]); kind != "" && s.has(i, name) {
			to := i + 1
			for to < verb && s.has(to, name) {
				to++
			}
			r.keep(actor{text: r.raw(s, i, to), person: true, named: true, pronoun: kind})
			c.human = 0
			return
		}
		if r.roleAt(s, i) || r.g.kin[s.tokens[i].lower] {
			c.human, c.humanIs = c.sentence, r.sex(s, i, i+1)
		}
	}
}

// rememberNoun notes what the noun phrase in tokens [start,verb), the sentence's subject, names.
func (r *reader) rememberNoun(s *sentence, start, verb int) {
	c := &r.cast
	if s.has(start, deictic|demo|poss|rel|that|modal|vague) || s.has(start, prep|sub|maybeSub|ing|part|infinitive) && !s.has(start, name) {
		return
	}
	if r.g.lang == "de" {
		// "Der Inspektor Johann Wendt": every noun is written like a name, a given name tells the person.
		for i := start; i < verb && !s.comma(i); i++ {
			if r.given(&s.tokens[i]) == "" {
				continue
			}
			to := i + 1
			for to < verb && s.has(to, name) {
				to++
			}
			if full, kind := r.figureIn(s, i, to); full != "" {
				r.keep(actor{text: full, person: true, named: true, pronoun: kind})
				return
			}
		}
	}
	if end := r.before(s, start, verb); r.pronominal(s, start, end) || r.timely(s, start, end) {
		return // nothing goes on about "the day it"
	}
	a := r.actor(s, start, verb)
	if a.text == "" || len(a.text) > 80 || r.g.lang == "en" && (strings.HasSuffix(a.text, " one") || strings.HasSuffix(a.text, " ones")) {
		return
	}
	if at := r.called(s, start, min(verb+2, len(s.tokens))); at > 0 {
		// "A young archivist named Lotte Reed found"
		to := at
		for to < len(s.tokens) && s.has(to, name) {
			to++
		}
		if full, kind := r.figureIn(s, at, to); full != "" {
			r.keep(actor{text: full, person: true, named: true, pronoun: kind})
			return
		}
	}
	a.role = !a.person && r.human(s, start, verb)
	r.keep(a)
	if f := c.figures[cmp.Or(c.full[a.text], a.text)]; f != nil && a.person {
		f.doer = c.sentence
		if c.sentence == c.opening {
			c.hero = f
			if f.kind == "" {
				f.kind = r.spoken()
			}
		}
	}
	if !a.person && !a.plural && r.human(s, start, verb) {
		c.human, c.humanIs = c.sentence, r.sex(s, start, verb)
	}
	if s.has(verb, be|present) && !a.person {
		// "The first patient was Adam Lowe": the sentence goes on with the one it names.
		to := verb + 1
		for s.has(to, name) {
			to++
		}
		if to > verb+1 {
			if full, kind := r.figureIn(s, verb+1, to); full != "" {
				c.human = 0
				r.keep(actor{text: full, person: true, named: true, pronoun: kind})
			}
		}
	}
}

// called returns the first token of a name that "named" or "called" leads in between two tokens, or 0.
func (r *reader) called(s *sentence, from, to int) int {
	for i := from + 1; i+1 < to; i++ {
		if s.is(i, "named", "called") && s.has(i+1, name) && r.g.lang == "en" {
			return i + 1
		}
	}
	return 0
}
