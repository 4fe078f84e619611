package chronicle

import "strings"

// What a sentence's subject acted on is the likeliest thing that "it" or "them" means behind it: "In 1873 he filed a claim
// and proved it up five years later", "Dray built his first model in 1871. It failed". It is taken only where nothing else
// in the clause can be meant.

// deed is what a clause says that somebody acted on.
type deed struct {
	text     string
	plural   bool
	sentence int // the number of the sentence; of the article's
}

// acted reads what the verb's direct object is, in the clause that ends before token to. Owner is put in the place of a
// possessive before it: "his first model".
func (r *reader) acted(s *sentence, verb, to int, owner string) (d deed, ok bool) {
	if r.g.lang != "en" {
		return d, false
	}
	main := verb
	if s.has(verb, had) {
		for main++; s.has(main, adverb) && !s.has(main, name); main++ {
		}
		if !s.has(main, either|part) {
			main = verb
		}
	}
	if s.has(verb, be|stative) {
		return d, false
	}
	i := main + 1
	for i < to && (s.has(i, adverb) && !s.has(i, name) || s.is(i, "up", "off", "out", "down", "over", "back")) {
		i++
	}
	end, article := i, ""
	switch {
	case i >= to || r.dating(s, i) || s.has(i, prep) && !s.has(i, name):
		return d, false
	case s.has(i, name):
		for end < to && s.has(end, name) {
			end++
		}
		if s.tokens[end-1].End-s.tokens[i].Start < 3 {
			return d, false
		}
		d.text = r.raw(s, i, end)
	case s.is(i, r.g.the, "a", "an") || s.has(i, poss) && owner != "":
		article = r.g.the + " "
		if s.has(i, poss) {
			article = owner
		}
		end = r.thingEnd(s, i+1)
		if end > i+2 && s.is(end-1, "back", "away", "together", "apart") {
			end-- // "bought the rights back"
		}
		d.text = article + r.raw(s, i+1, end)
	case s.has(i, det) && !s.is(i, "no", "any", "some", "each", "every", "all", "both", "another", "such"):
		end = r.thingEnd(s, i+1)
		d.text = r.g.the + " " + r.raw(s, i, end)
		d.plural = true
	default:
		return d, false
	}
	if end > to || end == i+1 && article != "" || r.figured(s, i) || strings.Contains(d.text, ",") {
		return d, false
	}
	last := s.tokens[end-1].lower
	if !s.has(i, name) {
		d.plural = d.plural || strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss")
	}
	if r.g.occasions[last] || s.is(end-1, r.g.proforms...) || r.g.ordinals[last] {
		return d, false
	}
	for k := end; k < to; k++ {
		switch {
		case r.dating(s, k):
		case s.isVerb(k) || s.has(k, coord|pron|infinitive) && !s.has(k, name) && !s.is(k, "to"):
			return d, false
		case s.has(k, det|poss|name) && !r.beside(s, end, k):
			return d, false // another thing that can be meant
		}
	}
	return d, true
}

// beside reports whether a preposition between from and k makes what begins at k part of the noun phrase before it or a
// place: "the field above the church", not "moved the bell to the church".
func (r *reader) beside(s *sentence, from, k int) bool {
	for i := k - 1; i >= from; i-- {
		if s.is(i, r.g.ofWords...) && s.has(k, det) && !s.has(k, name) {
			return false // "the stone of the school"
		}
		if s.has(i, prep) && !s.has(i, name) {
			return r.g.besides[s.tokens[i].lower] || s.is(i, "to", "from", "by", "with") && s.has(k, name) && !r.g.orgs[s.tokens[k].lower]
		}
		if s.comma(i) {
			return false
		}
	}
	return false
}

// deedBefore returns what the clause right before the one at start acted on, in the same sentence, if a pronoun of the kind
// given can mean it: both clauses have one subject.
func (r *reader) deedBefore(s *sentence, start int, kind string) string {
	first := -1
	for _, v := range s.verbs {
		if v < start {
			first = v
		}
	}
	if first < 0 {
		return ""
	}
	to := first + 1
	for to < start && !s.tokens[to].clause {
		to++
	}
	if to > first+1 && (s.comma(to-1) || s.is(to-1, ";")) {
		to--
	}
	d, ok := r.acted(s, first, to, "")
	if !ok || d.plural != (kind == "they") {
		return ""
	}
	return d.text
}

// deedLast returns what the sentence before says that a person acted on, if a pronoun of the kind given can mean it.
func (r *reader) deedLast(kind string) string {
	c := &r.cast
	if r.g.lang != "en" || r.opens || c.deed.text == "" || c.deed.sentence != c.sentence || c.deed.plural != (kind == "they") {
		return ""
	}
	return c.deed.text
}

// pointedAt returns what "it" or "they" at start means if it is what the clause or the sentence before acted on, or the
// couple it told of.
func (r *reader) pointedAt(s *sentence, from, start, verb int) string {
	kind := r.g.pronouns[s.lowerAt(start)]
	if r.g.lang != "en" || kind != "it" && kind != "they" {
		return ""
	}
	within := -1 // the verb of the clause before
	for _, v := range s.verbs {
		if v < start {
			within = v
		}
	}
	if kind == "they" {
		if within >= 0 {
			return r.coupleWithin(s, within, start)
		}
		if c := &r.cast; c.couple != "" && c.coupled == c.sentence && !r.opens {
			return c.couple
		}
	}
	if within >= 0 || kind == "they" && !s.has(verb, be) && !r.g.befalls[s.tokens[verb].lower] {
		return ""
	}
	for i := 0; i < start; i++ {
		if s.has(i, name|det) && !r.dating(s, i) {
			return ""
		}
	}
	return r.deedLast(kind)
}

// partner returns the one person besides the subject, whose name is given, that the verb makes a couple with it: "married the
// engineer Paul Lowe", "wrote it with Paul Lowe".
func (r *reader) partner(s *sentence, verb int, subject string) string {
	other := ""
	for i := verb + 1; i < len(s.tokens); i++ {
		if s.is(i, ";") {
			break
		}
		if !s.has(i, name) || r.dating(s, i) {
			continue
		}
		from := i
		for i < len(s.tokens) && s.has(i, name) {
			i++
		}
		full, _ := r.figureIn(s, from, i)
		if full == "" || full == subject || full == r.cast.full[subject] {
			continue
		}
		k := from - 1 // "the engineer Paul Lowe"
		for k > verb && (s.plain(k) || s.has(k, det)) && !s.has(k, prep) {
			k--
		}
		if other != "" || !(k == verb && r.g.pairing[s.tokens[verb].lower]) && !s.is(k, "with") {
			return ""
		}
		other = r.raw(s, from, i)
	}
	return other
}

// coupleWithin returns the couple that the clause with the verb given, in the same sentence, tells of: "She married Paul Lowe in
// 1931; they divorced in 1938".
func (r *reader) coupleWithin(s *sentence, verb, start int) string {
	begin := verb
	for begin > 0 && !s.tokens[begin].clause {
		begin--
	}
	for begin < verb && (r.dating(s, begin) || s.has(begin, opener|coord|adverb) && !s.has(begin, name) || s.comma(begin)) {
		begin++
	}
	subject := ""
	switch end := r.before(s, begin, verb); {
	case s.has(begin, person) && end == begin+1:
		if a := r.antecedent(s.tokens[begin].lower); a != nil && a.person {
			subject = a.text
		}
	case s.has(begin, name):
		if full, _ := r.figureIn(s, begin, end); full != "" {
			subject = r.raw(s, begin, end)
		}
	}
	if subject == "" {
		return ""
	}
	if other := r.partner(s, verb, subject); other != "" {
		return subject + " and " + other
	}
	return ""
}

// rivalled reports whether the run of names that holds token i is a person's whom the pronoun at start can mean, too.
func (r *reader) rivalled(s *sentence, i, start int, kind string) bool {
	from, to := i, i
	for from > 0 && s.has(from-1, name) {
		from--
	}
	for to < start && s.has(to, name) {
		to++
	}
	full, own := r.figureIn(s, r.hyphened(s, from), to)
	return full != "" && own != "" && own == kind || full != "" && own == "" && !(from > 0 && s.has(from-1, prep)) || r.g.titles[s.tokens[from].lower]
}

// objectOf returns what "it" or "them" in the predicate at verb means, whose subject begins at start: what the clause before
// acted on, if the two share their subject, or what the sentence before says that a person acted on.
func (r *reader) objectOf(s *sentence, d dated, kind string, start, verb int) string {
	if r.g.lang != "en" || kind != "it" && kind != "they" {
		return ""
	}
	for _, v := range s.verbs {
		if v < min(start, verb) {
			if start >= verb || s.has(start, person) {
				return r.deedBefore(s, min(start, verb), kind)
			}
			return ""
		}
	}
	for i := 0; i < start && i < len(s.tokens); i++ {
		if s.has(i, det|name) && !r.dating(s, i) {
			return ""
		}
	}
	return r.deedLast(kind)
}
