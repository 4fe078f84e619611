package chronicle

// What a sentence says besides its subject may be meant by the next one's "it" or "they".

// rememberRest notes what the sentence with the main verb given names besides its subject.
func (r *reader) rememberRest(s *sentence, verb int) {
	c := &r.cast
	c.made, c.held, c.praised = "", false, false
	c.wasOnIt = c.onIt > 0 && c.onIt == c.sentence-1
	if r.g.lang == "en" && s.isVerb(verb) && s.is(verb+1, "it") && !s.isVerb(verb+2) {
		c.onIt = c.sentence // "The town closed it. It reopened": the same thing. Not "reached the final and lost it"
	}
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
			if at := v + 2; s.is(v, "led") && s.is(v+1, "to") || s.is(v, "resulted") && s.is(v+1, "in") || s.is(v, "brought") && s.is(v+1, "in", "about") {
				if s.is(at, "a", "an") {
					c.made = r.thing(s, at+1)
				} else if s.plain(at) || s.has(at, det|poss) {
					c.held = true // "The murder led to martial law. It was lifted"
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
