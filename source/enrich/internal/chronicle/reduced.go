package chronicle

// "A tablet found on the island in 1846 dates back to 300 BC": found is no past tense here but a participle without its auxiliary, a
// reduced relative clause (Huddleston & Pullum 2002, ch. 14 §9). A verb that needs an object and has none behind it gives
// it away. At the head of its sentence it tells with "was" what happened to its noun; elsewhere it is part of a noun phrase that
// is no line.

// passiveAt reports whether the verb at token i is a participle without its auxiliary.
func (r *reader) passiveAt(s *sentence, d dated, i int) bool {
	if r.g.lang != "en" || !s.has(i, either|part) || !r.g.transitive[s.tokens[i].lower] || s.has(i, name|be) {
		return false
	}
	p := i - 1
	for p >= 0 && s.has(p, adverb|neg) && !s.has(p, name) {
		p--
	}
	if s.has(p, be|had|coord|punct) || s.is(p, "been", "being", "has", "have", "are", "is") {
		return false
	}
	next := i + 1
	for s.has(next, adverb) && !s.has(next, name) {
		next++
	}
	if next == d.lead && !d.whole {
		next = d.to
	}
	switch {
	case next >= len(s.tokens):
		return true
	case s.has(next, infinitive):
		return s.is(i, "sent") && s.has(next+1, det|name|poss) || s.is(i, "limited", "restricted") && !s.has(next+1, det|pron)
	case s.has(next, that|sub|rel|maybeSub):
		return false
	case s.has(next, punct):
		return !s.is(next, "\"", "“", ":", "-", "(")
	}
	if s.is(i, "found") && s.is(next, "for", "against") {
		return false // "The court found for the owner"
	}
	return s.has(next, prep) && !s.has(next, name) && !s.is(next, "out", "up", "off", "down", "over", "about")
}

// reduced returns the auxiliary that the verb lacks if it is a participle that its sentence's subject begins with; ok is false if
// what it tells is no event of the clause.
func (r *reader) reduced(s *sentence, d dated, start, verb int) (aux string, ok bool) {
	if d.x.Range != nil && s.is(start, r.g.the) {
		return "", true // "The Courier was a newspaper published from 1841 to 1998"
	}
	if start >= verb || !r.passiveAt(s, d, verb) {
		return "", !r.apposition(s, start) || s.has(verb, be|had|past)
	}
	if start > 0 || d.lead < verb || d.to >= len(s.tokens)-1 || !s.has(start, det|name) || s.has(start, poss|demo) {
		return "", false
	}
	for i := start; i < verb; i++ {
		if s.isVerb(i) || s.comma(i) || s.has(i, present|modal|rel|that|coord|pron) && !s.has(i, name) {
			return "", false
		}
	}
	if r.plural(s, start, verb) || r.severalBare(s, start, verb) {
		return r.g.was[1], true
	}
	return r.g.was[0], true
}

// apposition reports whether the noun phrase at start says what the name that opens the sentence is: "The Hull Party, a party formed in
// 1908, won".
func (r *reader) apposition(s *sentence, start int) bool {
	if r.g.lang != "en" || start < 2 || !s.comma(start-1) || !s.is(start, "a", "an") {
		return false
	}
	names := 0
	for i := range start - 1 {
		switch {
		case s.has(i, name):
			names++
		case s.tokens[i].depth > 0 || i == 0 && s.is(i, r.g.the):
		default:
			return false
		}
	}
	return names > 0
}

// behindComma returns the token after the first comma in tokens [from,to), or to.
func (s *sentence) behindComma(from, to int) int {
	for ; from < to; from++ {
		if s.comma(from) {
			return from + 1
		}
	}
	return to
}
