package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A pronoun as the subject gives way to whom or what it stands for: first to the subject of the clause before it in the same
// sentence, then to one of those whom the sentences before spoke of.

// pronounSubject returns what the pronoun at start, the subject of the verb given, stands for, with a space after it.
func (r *reader) pronounSubject(s *sentence, from, start, verb int) (string, bool) {
	t, end := &s.tokens[start], r.before(s, start, verb)
	if end > start+2 && s.has(start+1, coord) && s.has(start+2, name|det) && r.g.lang == "en" {
		// "He and Bernard Lowe filed a patent"
		if a := r.antecedent(t.lower); a != nil && a.person {
			return a.text + " " + r.raw(s, start+1, end) + " ", true
		}
	}
	if end != start+1 {
		return "", false
	}
	switch r.empty(s, start, verb) {
	case weather, announced:
		if len(s.tokens) > verb+1 && r.leansOut(s, verb+1, len(s.tokens)) {
			return "", false
		}
		return upperFirst(s.tokens[start].lower) + " ", true
	case unsure:
		return "", false
	}
	if text := r.sameClause(s, start, verb); text != "" {
		return text + " ", true
	}
	if a := r.inner(s, start); a != nil {
		return a.text + " ", true
	}
	if text := r.repeated(s, start); text != "" {
		return text + " ", true
	}
	if text := r.pointedAt(s, from, start, verb); text != "" {
		return text + " ", true
	}
	if c := &r.cast; s.is(start, "it") && r.g.lang == "en" && c.onIt > 0 && c.onIt == c.sentence && !s.is(verb+1, "it") {
		if c.goes != c.sentence || c.made != "" || c.held || c.mixed >= c.sentence || r.opens {
			return "", false
		}
		for i := 0; i < start; i++ {
			if s.isVerb(i) || s.has(i, name|det) && !r.dating(s, i) {
				return "", false
			}
		}
		return c.going.text + " ", true // "The town closed it. It reopened"
	}
	// An actor of the same sentence first: "When NATO expanded, it …" is not safe, so none but the cast's.
	kind := r.g.pronouns[t.lower]
	for i := r.besideSubject(s, start); i < start; i++ {
		if s.has(i, name) && s.tokens[i].depth == 0 && !r.dating(s, i) {
			if r.g.lang == "en" && (kind == "he" || kind == "she") && !r.rivalled(s, i, start, kind) {
				continue // "After two years in Hull he"
			}
			return "", false
		}
	}
	if r.g.lang == "en" && (r.g.pronouns[t.lower] == "it" || r.g.pronouns[t.lower] == "they") {
		for _, v := range s.verbs {
			if v < start {
				return "", false // the clause before says what it may be
			}
		}
	}
	if passive := s.has(verb, be) && s.has(verb+1, either|part|adverb); r.g.pronouns[t.lower] == "it" && passive && r.cast.made != "" && !r.opens && r.g.lang == "en" {
		return r.g.the + " " + r.cast.made + " ", true // "The club put up a plaque. It was stolen in 1944."
	}
	if r.g.pronouns[t.lower] == "it" && r.cast.made != "" && !s.has(verb+1, det|poss|name) && !s.is(verb+1, "up", "off", "out", "down") && (verb+1 >= len(s.tokens) || s.tokens[verb+1].Kind != prose.Number) {
		return "", false // "The club put up a plaque. It fell in 1944."
	}
	if r.g.pronouns[t.lower] == "it" && r.cast.praised {
		return "", false // "The magazine chose the novel. It won a prize in 1950."
	}
	if r.g.pronouns[t.lower] == "it" && r.cast.held && (s.has(verb, be) || r.g.befalls[s.tokens[verb].lower]) {
		return "", false // "The League burned the bridge. It fell in 1950."
	}
	a := r.antecedent(t.lower)
	if a == nil || r.g.pronouns[t.lower] == "they" && r.g.deliberate[s.tokens[verb].lower] && r.lifeless(a) {
		return "", false // "Salt and tar were seen with the lens, made by Reed and Lowe. They discovered …"
	}
	if r.g.lang == "en" && r.g.pronouns[t.lower] == "it" && (r.miscounted(a.text) || s.has(verb, be) && r.g.undoing[s.lowerAt(r.main(s, verb))] && r.happening(a.text)) {
		return "", false // "The murder led to martial law. It was lifted"
	}
	return a.text + " ", true
}

// lifeless reports whether nothing in the actor's words names persons or what is made of them.
func (r *reader) lifeless(a *actor) bool {
	if a.person || a.org || a.body || a.role {
		return false
	}
	for i, w := range strings.Fields(a.text) {
		lower := strings.ToLower(w)
		one := strings.TrimSuffix(lower, "s")
		if r.isNameAlone(w) || r.g.humans[lower] || r.g.humans[one] || r.g.orgs[lower] || r.g.kin[lower] || i > 0 && lower != w ||
			strings.HasSuffix(one, "er") || strings.HasSuffix(one, "or") || strings.HasSuffix(one, "ist") || strings.HasSuffix(one, "man") || strings.HasSuffix(one, "men") ||
			strings.HasSuffix(one, "ian") || strings.HasSuffix(one, "ant") || strings.HasSuffix(one, "ent") || lower == "people" || lower == "two" || lower == "three" || lower == "four" {
			return false
		}
	}
	return true
}

// inner returns the person who is the subject of the clause before, in the same sentence, if "he" or "she" at start can
// mean nobody else: "In 1911 Ada Lowe sold the mill, and in 1913 she left".
func (r *reader) inner(s *sentence, start int) *actor {
	kind := r.g.pronouns[s.tokens[start].lower]
	if r.g.lang == "de" || kind != "he" && kind != "she" || start < 3 {
		return nil
	}
	clause := false // with a verb, before start
	for i := 0; i < start && !clause; i++ {
		clause = s.isVerb(i) || s.has(i, present|modal) && !s.has(i, name)
	}
	if !clause {
		return nil // "After the death of Tom Reed, he"
	}
	var found *actor
	for i := 0; i < start; i++ {
		if s.has(i, coord) && s.has(i-1, name) && s.has(i+1, name) {
			return nil
		}
		if !s.has(i, name) || r.dating(s, i) {
			continue
		}
		from := i
		for i < start && s.has(i, name) {
			i++
		}
		from = r.hyphened(s, from)
		full, own := r.figureIn(s, from, i)
		if full == "" || own != "" && own != kind {
			continue
		}
		if found != nil || own == "" && r.cast.figures[full] == nil || len(s.verbs) == 0 || from > s.verbs[0] && own != kind {
			return nil
		}
		found = &actor{text: r.raw(s, from, i), person: true, pronoun: kind}
	}
	return found
}

// sameClause returns the thing or things that are the subject of the clause before, in the same sentence, if "it" or "they"
// at start can mean nothing else: "The prices fell in 1911; in 1913 they rose".
func (r *reader) sameClause(s *sentence, start, verb int) string {
	kind := r.g.pronouns[s.tokens[start].lower]
	if r.g.lang != "en" || kind != "it" && kind != "they" || start < 3 {
		return ""
	}
	first := -1
	for _, v := range s.verbs {
		if v < start {
			first = v
			break
		}
	}
	if first < 0 {
		return ""
	}
	from := 0
	for i := first; i > 0; i-- {
		if s.tokens[i].clause {
			from = i
			break
		}
	}
	for from < first && (r.dating(s, from) || s.has(from, opener|coord|adverb) && !s.has(from, name) || s.tokens[from].lower == ",") {
		from++
	}
	if s.has(from, rel) && from > 1 && s.comma(from-1) {
		// "The palm, which was tall, lost its crown, but it …"
		first = from - 1
		for from = first - 1; from > 0 && !s.tokens[from].clause; {
			from--
		}
	}
	from = r.lead(s, from, first)
	if passive := s.has(verb, be) && s.has(verb+1, either|part); kind == "it" && passive && s.is(first+1, "a", "an") {
		return r.g.the + " " + r.thing(s, first+2) // "filed a patent; it was granted"
	}
	if from >= first || s.has(from, pron|poss|sub|maybeSub|rel|that|prep|deictic|demo|vague|ing) && !s.has(from, name) || !s.has(from, det|name) && s.tokens[from].tag != 0 {
		return ""
	}
	for i := from; i < first; i++ {
		if s.comma(i) || s.has(i, rel|that|poss|pron) && !s.has(i, name) {
			return ""
		}
	}
	end := r.before(s, from, first)
	head := from + 1 // "prices in Hull" are several
	for head < end && !s.has(head, prep) {
		head++
	}
	several := r.plural(s, from, head) || s.tokens[from].initial && !r.isName(&s.tokens[from]) && strings.HasSuffix(s.tokens[head-1].lower, "s")
	a := r.actor(s, from, first)
	if a.person || several != (kind == "they") || r.human(s, from, end) && kind == "it" || len(a.text) > 80 {
		return ""
	}
	if kind == "it" {
		if s.has(from, name) && !a.org && !a.named && r.undertaken(s, from, end) == from {
			return ""
		}
		for i := first + 1; i < start; i++ {
			// What the clause before acted on may be meant, unless "it" acts itself.
			acts := s.has(verb+1, det|poss|name) || s.is(verb+1, "up", "off", "out", "down") && s.has(verb+2, det|poss|name)
			if s.has(i, det|poss|name) && !r.dating(s, i) && !(acts && !s.has(verb, be)) && !(s.is(i-1, "by") && r.figured(s, i)) {
				return ""
			}
		}
	}
	if at := r.undertaken(s, from, end); at > from {
		if s.is(at, "a", "an") {
			return r.g.the + " " + r.raw(s, at+1, end)
		}
		from = at
	}
	return r.raw(s, from, end)
}
