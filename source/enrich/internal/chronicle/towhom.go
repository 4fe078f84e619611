package chronicle

// A German pronoun in the dative stands right behind the verb, before the subject, if that is a noun: "1964 verlieh ihr die Stadt die
// Medaille" (Duden, Die Grammatik, 9th edition, on the order in the middle field: pronouns first). The line puts the subject first and names whom
// the pronoun means.

// toWhom tells a clause that opens its sentence, so that no clause before it names somebody else, whose date stands in front and in which something is given or happens to a person.
func (r *reader) toWhom(s *sentence, d dated) (string, bool) {
	verb := d.to
	if !r.g.inverted || d.lead > 0 || !s.isVerb(verb) || s.has(verb, stative|modal|present) || !s.is(verb+1, "ihr", "ihm") || !s.is(verb+2, r.g.nominatives...) {
		return "", false
	}
	end := verb + 2
	for end < len(s.tokens) && !s.comma(end) && !s.is(end, ".", ";", ":", "!") {
		if end > verb+2 && s.has(end, pron|poss|demo|modal|neg|sub) && !s.has(end, name) || s.isVerb(end) && end+1 < len(s.tokens) && !s.has(end+1, punct) {
			return "", false
		}
		end++
	}
	subject := r.nominative(s, verb+2, end)
	if subject == 0 || subject >= end || r.later(s, d, verb, end) || r.habitual(s, d, verb) {
		return "", false
	}
	whom := "sie"
	if s.is(verb+1, "ihm") {
		whom = "er"
	}
	a := r.antecedent(whom)
	if a == nil || !a.person {
		return "", false
	}
	return r.finish(s, r.raw(s, verb+2, subject)+" "+r.raw(s, verb, verb+1)+" "+a.text+" "+r.raw(s, subject, end), verb+2, verb)
}
