package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Whom a German clause is about is told by the fields: the subject is the front, or the first phrase behind the verb. Its article and
// its verb show its gender and number, which is all that a pronoun of the next clause says of whom it means (P. Bosch, T. Rozario
// and Y. Zhao, Demonstrative Pronouns and Personal Pronouns: German der vs er, 2003: er goes on with the subject before, der does not).

// subjectOf returns the subject of the period before, for a verb that shares it.
func (r *reader) subjectOf(s *sentence, p *period, before []period) string {
	if p.verb < 0 {
		return ""
	}
	first := p.parts[0].from
	for first < p.verb && s.has(first, opener|coord) && !s.has(first, name) {
		first++
	}
	if first == p.verb {
		if len(before) == 0 {
			return ""
		}
		return r.subjectOf(s, &before[len(before)-1], before[:len(before)-1]) // it shares a subject itself
	}
	at := first
	if !r.subjectAt(s, first, p.verb) {
		if at = p.verb + 1; s.is(at, "sich") {
			at++
		}
	}
	switch {
	case s.has(at, pron) && !s.has(at, name):
		return r.meant(s, before, at, p.verb)
	case s.has(at, poss|demo):
		return ""
	case at == first:
		to := p.verb
		for i := first; i < to; i++ {
			if s.comma(i) || s.tokens[i].quoted {
				return "" // an apposition
			}
		}
		if s.has(first+1, prep) && !s.has(first, name) {
			return ""
		}
		return r.raw(s, first, to)
	}
	if to := r.nominative(s, at, p.parts[len(p.parts)-1].to); to > at {
		return r.raw(s, at, to)
	}
	return ""
}

// meant returns what the pronoun at i stands for: the subject, of its gender, of a clause before it in the sentence, or of the
// sentence before, which is the likeliest by far.
func (r *reader) meant(s *sentence, before []period, i, verb int) string {
	word := s.tokens[i].lower
	if word == "sie" && r.pluralVerb(s, verb) {
		word = "they"
	}
	if word == "es" && (verb+1 == i || i == 0) && (s.is(verb, "gab", "kam", "ging", "gelang", "wurde", "wurden", "folgte", "handelte", "entstand") && (verb+1 < len(s.tokens)) && i+1 < len(s.tokens) && !s.is(verb, "wurde")) {
		return "" // "es kam zu", "es gelang"
	}
	var here gendered
	for n := range before {
		if next := r.genders(s, &before[n]); next != (gendered{}) {
			here = next
		}
	}
	for _, g := range []*gendered{&here, &r.cast.subjects} {
		if text := g.of(word); text != "" {
			return text
		}
	}
	if word == "they" || word == "es" {
		return ""
	}
	if text := r.cast.about.of(word); text != "" && len(before) == 0 && len(r.cast.recent) == 0 {
		return text
	}
	if a := r.antecedent(word); a != nil && len(before) == 0 && r.cast.subjects == (gendered{}) && !r.cast.unread {
		return a.text
	}
	return ""
}

// pluralVerb reports whether the finite verb is a plural: wurden, bauten, zogen.
func (r *reader) pluralVerb(s *sentence, verb int) bool {
	return strings.HasSuffix(s.tokens[verb].lower, "en")
}

// gendered are the subjects that a pronoun of each gender can mean.
type gendered struct{ he, she, it, they string }

func (g *gendered) of(pronoun string) string {
	switch pronoun {
	case "er", "il":
		return g.he
	case "sie", "elle":
		return g.she
	case "es":
		return g.it
	}
	return g.they
}

// genders returns the subject of a period by the gender that its article or its name shows.
func (r *reader) genders(s *sentence, p *period) (g gendered) {
	if p.verb < 0 {
		return g
	}
	first := p.parts[0].from
	for first < p.verb && s.has(first, opener|coord|adverb) && !s.has(first, name) {
		first++
	}
	at, to := first, p.verb
	if !r.subjectAt(s, first, p.verb) || first == p.verb {
		if at = p.verb + 1; s.is(at, "sich") {
			at++
		}
		if to = r.nominative(s, at, p.parts[len(p.parts)-1].to); to == 0 {
			to = at + 1
			for s.has(at, det) && !s.has(to-1, name) && to < len(s.tokens) && s.tokens[to].Kind == prose.Word && to < at+4 {
				to++
			}
			if !s.has(to-1, name) || !s.is(at, r.g.nominatives...) && !s.has(at, name) {
				return g
			}
		}
	} else if end := r.phraseEnd(s, at, to); end > at {
		to = end
	}
	if at >= to || at >= len(s.tokens) || s.has(at+1, prep) && !s.has(at, name) || to-at > 9 {
		return g
	}
	for i := at; i < to; i++ {
		if i > at && s.has(at, name) && r.g.kin[s.tokens[i].lower] {
			return g // "Klara Brandts Sohn David"
		}
		if s.has(i, adverb|coord|sub|rel) && !s.has(i, name) && i > at {
			return g
		}
	}
	if s.has(at, pron) && !s.has(at, name) {
		word := s.tokens[at].lower
		if word == "sie" && r.pluralVerb(s, p.verb) {
			word = "they"
		}
		text := r.cast.subjects.of(word)
		switch word {
		case "er":
			g.he = text
		case "sie":
			g.she = text
		case "es":
			g.it = text
		default:
			g.they = text
		}
		return g
	}
	text := r.raw(s, at, to)
	switch w := s.tokens[at].lower; {
	case r.pluralVerb(s, p.verb):
		if !s.has(at, poss|demo) {
			g.they = text
		}
	case s.has(at, name) && s.tokens[at].Kind == prose.Word:
		switch kind := r.given(&s.tokens[at]); {
		case kind == "he":
			g.he = text
		case kind == "she":
			g.she = text
		default:
			g.he, g.she, g.it = text, text, text // "Sadat", "Bremen"
		}
	case w == "der":
		g.he = text
	case w == "die":
		g.she = text
	case w == "das":
		g.it = text
	case w == "eine":
		g.she = "die" + text[len("eine"):]
	case w == "ein":
		next := s.lowerAt(at + 1)
		switch {
		case s.has(at+1, name):
		case strings.HasSuffix(next, "er"):
			return g // its adjective would have another ending
		}
		g.he, g.it = "der"+text[len("ein"):], "das"+text[len("ein"):]
		if !s.has(at+1, name) || at+2 != to {
			g.he, g.it = "", ""
		}
	}
	return g
}

// phraseEnd returns where the subject that begins at i ends: before a comma, a bracket or the adverbials behind it.
func (r *reader) phraseEnd(s *sentence, i, to int) int {
	for k := i; k < to; k++ {
		if k > i && (s.comma(k) || s.is(k, "(") || r.dating(s, k)) {
			return k
		}
	}
	return to
}

// rememberGenders notes the subjects of a sentence for the pronouns of the next.
func (r *reader) rememberGenders(s *sentence) {
	if r.g.lang == "fr" {
		r.rememberArticle(s)
		return
	}
	var g gendered
	all := r.periods(s)
	for n := range all {
		next := r.genders(s, &all[n])
		if n > 0 && next == (gendered{}) {
			next = g // a verb that shares its subject
		}
		g = next
	}
	r.cast.subjects = g
	r.cast.unread = g == (gendered{}) && len(s.verbs) > 0
}
