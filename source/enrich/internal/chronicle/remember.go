package chronicle

import (
	"cmp"
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

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
	// The main clause's subject: from the first word that is no adverbial to the first verb.
	verb := -1
	for i := range s.tokens {
		if s.tokens[i].depth == 0 && !s.has(i, name) && (s.isVerb(i) || s.has(i, present|modal)) {
			verb = i
			break
		}
	}
	if verb <= 0 {
		// A verb that the lexicon does not have: the name it begins with will do.
		if from, to := r.firstName(s, 0); from == 0 {
			if a := r.actor(s, from, to); a.person {
				r.keep(a)
			}
		}
		return
	}
	start := 0
	for start < verb && (s.has(start, opener|coord|adverb) && !s.has(start, name) || s.tokens[start].lower == ",") {
		start++
	}
	if start < verb-1 && s.has(start, prep) && !s.has(start, name) && s.has(verb-1, pron) && !r.g.inverted {
		start = verb - 1 // "At the age of twelve she played"
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
			return
		}
		start, verb = comma+1, next
	}
	main = verb
	c.made, c.held, c.praised = "", false, false
	if r.joined(s, verb) {
		c.others = c.sentence
	}
	if r.g.lang == "en" && r.another(s, verb) {
		c.mixed = c.sentence
	}
	if !r.g.inverted {
		for _, v := range s.verbs {
			for i := v + 1; i <= v+2 && i+1 < len(s.tokens); i++ {
				switch {
				case s.has(v, be):
				case s.is(i, "a", "an") && (i == v+1 || s.has(v+1, adverb) || s.is(v+1, "up", "out", "down", "off")):
					c.made = r.thing(s, i+1)
				case i == v+1 && (s.is(i, r.g.the) || s.has(i, poss)) && r.single(s, i+1):
					c.held = true
					c.praised = c.praised || r.g.praising[s.tokens[v].lower]
				}
			}
			if s.has(v+1, that) && (s.is(v+2, r.g.the) || s.has(v+2, poss)) && r.single(s, v+3) {
				c.held = true // "announced that the lido would close": it may be meant
			}
			if s.has(v+1, infinitive) && (s.is(v+3, r.g.the, "a", "an") || s.has(v+3, poss)) && r.single(s, v+4) {
				c.held = true // "decided to close the works": they may be meant
			}
		}
	}
	for start < verb && !r.g.inverted && (r.dating(s, start) || s.has(start, prep) && !s.has(start, name) && r.dating(s, start+1)) {
		start++
	}
	if start > 0 && start < verb && s.tokens[start].lower == "," {
		start++
	}
	if full := r.apposed(s, start, verb); full != "" && !r.g.inverted && s.has(start, poss|det|name) {
		// "His mate, Adam Lowe, swam ashore."
		r.keep(actor{text: full, person: true, named: true, pronoun: c.kind(full)})
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
	if s.has(start, pron) && r.empty(s, start, verb) != pointing {
		return
	}
	if s.has(start, pron) && r.g.pronouns[s.tokens[start].lower] == "they" {
		if a := r.antecedent(s.tokens[start].lower); a != nil {
			for i := range c.actors {
				if c.actors[i].text == a.text || c.actors[i].pair == a.text {
					c.actors[i].sentence = c.sentence
				}
			}
		}
		return
	}
	if s.has(start, pron) {
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
		return
	}
	if s.has(start, poss) {
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
		return
	}
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

// rememberDeed notes what a person, the sentence's subject, acted on with the verb given, and with whom that person makes a
// couple.
func (r *reader) rememberDeed(s *sentence, verb int) {
	c := &r.cast
	c.deed = deed{}
	n := len(c.actors)
	if r.g.lang != "en" || verb < 0 || n == 0 || c.actors[n-1].sentence != c.sentence || !c.actors[n-1].person {
		return
	}
	a := &c.actors[n-1]
	if other := r.partner(s, verb, a.text); other != "" {
		c.couple, c.coupled = a.text+" and "+other, c.sentence
	}
	if len(s.verbs) != 1 || s.verbs[0] != verb {
		return
	}
	to := verb + 1
	for to < len(s.tokens) && !s.tokens[to].clause {
		to++
	}
	if d, ok := r.acted(s, verb, to, a.owner()); ok {
		d.sentence = c.sentence
		c.deed = d
	}
}

// joined reports whether a clause follows, with a subject of its own that "they" can mean, the verb given: "…, but the owners refused".
func (r *reader) joined(s *sentence, verb int) bool {
	for i := verb + 1; i < len(s.tokens); i++ {
		if !s.tokens[i].clause || !s.has(i, coord) && !s.is(i-1, ";") {
			continue
		}
		from := i
		if s.has(i, coord) {
			from++
		}
		for to := from; to < len(s.tokens); to++ {
			if s.isVerb(to) || s.has(to, present|modal) && !s.has(to, name) {
				if to > from && (s.has(from, poss) || s.has(from, det|name) && r.plural(s, from, to)) {
					return true
				}
				break
			}
		}
	}
	return false
}

// another reports whether a clause with a subject of its own follows, the verb given, that names a thing which "it" can mean:
// "…, and a sergeant walked off with a drawing".
func (r *reader) another(s *sentence, verb int) bool {
	for i := verb + 1; i < len(s.tokens); i++ {
		if !s.tokens[i].clause || !(s.has(i, coord) && !s.has(i, name) || s.is(i-1, ";")) {
			continue
		}
		from := i
		if s.has(i, coord) {
			from++
		}
		if s.isVerb(from) || !s.has(from, det|name|poss) {
			continue
		}
		for k := from; k < len(s.tokens); k++ {
			if s.is(k, r.g.the, "a", "an") && !s.has(k, name) && !r.dating(s, k+1) && r.single(s, k+1) {
				return true
			}
		}
		return false
	}
	return false
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
