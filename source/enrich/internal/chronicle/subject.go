package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A line stands without its paragraph, so its subject must speak for itself: pronouns give way to what they stand for,
// and where that is not safe there is no line.

// subject returns the text of the subject in tokens [start,verb) with a space after it; "" if it can stay as it is.
func (r *reader) subject(s *sentence, from, start, verb int) (string, bool) {
	end := r.before(s, start, verb)
	if start >= verb || start >= end {
		// "and signed": the subject of the clause before.
		return r.shared(s, from)
	}
	t := &s.tokens[start]
	switch {
	case t.tag&name != 0:
	case t.tag&pron != 0:
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
		if text := r.pointedAt(s, from, start, verb); text != "" {
			return text + " ", true
		}
		// An actor of the same sentence first: "When NATO expanded, it …" is not safe, so none but the cast's.
		kind := r.g.pronouns[t.lower]
		for i := 0; i < start; i++ {
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
		if a == nil {
			return "", false
		}
		return a.text + " ", true
	case t.tag&poss != 0:
		if full := r.apposed(s, start, end); full != "" {
			return full + " ", true
		}
		if thing := r.renamed(s, start, end); thing != "" {
			return thing + " ", true
		}
		kind := r.g.possessives[t.lower]
		if owner := r.actedBefore(s, start, kind); owner != "" {
			return owner + "'s " + r.raw(s, start+1, end) + " ", true
		}
		a := r.antecedent(kind)
		for i := start + 2; a == nil && i < end && i < start+4; i++ {
			if s.has(i, name) && r.given(&s.tokens[i]) != "" && s.tokens[i-1].Kind == prose.Word && (r.roleAt(s, i-1) || r.g.kin[s.tokens[i-1].lower]) {
				return r.raw(s, i, end) + " ", true // "his son William", "son fils Augustin"
			}
		}
		if again := r.ownsAgain(s, start, kind); a == nil || start > 2 && !again && !r.dating(s, start-1) && !(s.comma(start-1) && r.dating(s, start-2)) {
			return "", false
		}
		if !a.named && strings.Count(a.text, " ") > 2 {
			return "", false // "the hospital on the hill's doctors"
		}
		for i := start + 1; i < end; i++ {
			if k := r.traits[s.tokens[i].Form].object; r.g.lang == "en" && k != "" && !s.has(i, poss|name) {
				return "", false // "her letters to him"
			}
		}
		rest := r.raw(s, start+1, end)
		if i := strings.IndexByte(rest, '('); i > 0 && strings.HasSuffix(rest, ")") {
			rest = strings.TrimSpace(rest[:i])
		}
		return a.owner() + rest + " ", true
	case t.tag&demo != 0:
		return "", false // "this decision" says nothing away from its paragraph
	case t.tag&ing != 0 && (end == start+1 || s.is(start+1, r.g.ofWords...)): // "Planning of the pier began"
	case t.tag&punct != 0 && (t.lower == "\"" || t.lower == "“") && s.is(end-1, "\"", "”"): // a work's title
	case t.tag&(deictic|modal|rel|that|sub|prep|infinitive|ing) != 0:
		return "", false
	case t.tag&vague != 0 && t.tag&pron != 0:
		return "", false
	case r.g.lang == "en" && t.tag&(either|part) != 0 && t.tag&det == 0: // "begun under Hadrian and finished"
		return "", false
	case t.tag&punct != 0:
		return "", false
	}
	if end-start > 24 {
		return "", false
	}
	if r.g.lang == "en" && s.has(start, det) && !s.has(start, name) && !s.is(start, r.g.the) && (end == start+1 || s.has(start+1, punct|prep) && !s.is(start+1, r.g.ofWords...)) {
		return "", false // "another", "some"
	}
	if r.g.lang == "en" && end == start+2 && s.has(start, det) && s.has(start+1, det) && !s.has(start+1, name) {
		return "", false // "all three"
	}
	for i := start; i < end; i++ {
		if s.has(i, name) && (!s.tokens[i].initial || r.isName(&s.tokens[i])) {
			break // what comes after can point to it
		}
		if s.has(i, poss) && i > start && i+1 < end && s.tokens[i].depth == 0 && r.g.lang == "en" {
			// "Negotiations about her pension": the owner is named where that is sure.
			kind := r.g.possessives[s.tokens[i].lower]
			if a := r.antecedent(kind); a != nil && (kind == "he" || kind == "she") && a.person {
				return r.raw(s, start, i) + " " + a.owner() + r.raw(s, i+1, end) + " ", true
			}
		}
		if s.has(i, that) && s.tokens[i].clause {
			continue // "the museum that houses the finds"
		}
		if (s.has(i, poss|pron|demo) || r.g.lang == "en" && r.traits[s.tokens[i].Form].object != "") && s.tokens[i].depth == 0 {
			return "", false // "the war and its end": whose?
		}
	}
	if s.is(end-1, r.g.proforms...) || r.g.ordinals[s.tokens[end-1].lower] && s.has(start, det) && end == start+2 {
		return "", false // "the last one", "a second"
	}
	if s.is(start, r.g.the) && r.g.lang == "en" && s.is(start+1, "elder", "younger", "eldest", "youngest", "oldest", "former", "latter", "other", "others") && (start+2 >= end || s.comma(start+2)) {
		to := start + 3
		for to < end && s.has(to, name) {
			to++
		}
		if to > start+3 && to+1 >= end {
			return r.raw(s, start+3, to) + " ", true // "the elder, Peter,"
		}
		return "", false
	}
	if r.g.lang == "en" && end == start+3 && s.is(start, r.g.the) && r.g.numerals[s.tokens[start+1].lower] && r.folk(s, start+2) {
		return "", false // "the two men": who?
	}
	if text, unknown := r.about(s, start, end); text != "" || unknown {
		return text, !unknown
	}
	if end == start+2 && s.is(start, r.g.the) && r.g.pointing[s.tokens[start+1].lower] {
		return "", false // "the distinction was introduced"
	}
	// An aside in brackets that holds a year is a reference or a life.
	for i := start + 1; i < end; i++ {
		if s.tokens[i].lower == "(" && s.tokens[end-1].depth > 0 && end-i < 12 {
			for k := i; k < end; k++ {
				if s.tokens[k].Kind == prose.Number {
					return r.raw(s, start, i) + " ", true
				}
			}
		}
	}
	// Loose adverbs before the verb go: "Kosovo eventually declared".
	return r.raw(s, start, end) + " ", true
}

// actedBefore returns the name that the sentence begins with, if "its" at start can mean nothing else: "Denmark declared war,
// and its army crossed the border".
func (r *reader) actedBefore(s *sentence, start int, kind string) string {
	if r.g.lang != "en" || kind != "it" || start < 4 || !s.has(start-1, coord) || !s.has(0, name|det) {
		return ""
	}
	from := 0
	if s.is(0, r.g.the) {
		from++
	}
	to := from
	for to < start && s.has(to, name) {
		to++
	}
	if to == from || !s.isVerb(to) || to-from == 1 && !r.isName(&s.tokens[from]) || r.surname(&s.tokens[to-1]) != "" {
		return ""
	}
	if full, _ := r.figureIn(s, from, to); full != "" {
		return ""
	}
	for i := to + 1; i < start; i++ {
		if s.has(i, det|name|poss|pron|rel|sub|that) && !r.dating(s, i) && s.tokens[i].Kind == prose.Word || s.isVerb(i) {
			return ""
		}
	}
	if strings.HasSuffix(s.tokens[to-1].lower, "s") {
		return ""
	}
	return r.raw(s, 0, to)
}

// ownsAgain reports whether the possessive at start repeats the one that the sentence begins with, whose noun cannot be
// meant by it: "Her father died in 1906, and her mother moved to Hull".
func (r *reader) ownsAgain(s *sentence, start int, kind string) bool {
	if r.g.lang != "en" || start < 3 || s.tokens[0].lower != s.tokens[start].lower || kind != "he" && kind != "she" {
		return false
	}
	sex := r.sex(s, 1, 2)
	if sex == "" || sex == kind {
		return false
	}
	for i := 2; i < start; i++ {
		if s.has(i, name) && !r.dating(s, i) && r.given(&s.tokens[i]) != "" {
			return false
		}
	}
	return true
}

// before returns the token after the subject that begins at start: adverbs and clitics before the verb are left out.
func (r *reader) before(s *sentence, start, verb int) int {
	end := verb
	for end > start {
		switch {
		case r.g.half(s, end-1) && end-2 > start:
			end -= 2
		case r.g.lang == "fr" && s.is(end-1, "y") && end-1 > start:
			end-- // "l'évêque y fit bâtir": there
		case s.is(end-1, "'", "’") && end-2 >= start && s.has(end-2, adverb|neg):
			end -= 2
		case end-2 == start && s.has(start, det|poss) && !s.has(start, name) && !s.has(end-1, neg):
			return end // "the well", "the supply"
		case s.has(end-1, adverb|neg) && !s.has(end-1, name), end-1 > start && s.has(end-1, opener) && !s.has(end-1, name|coord|punct):
			end--
		default:
			return end
		}
	}
	return end
}

// apposed returns the person whom an apposition names: "His professor, Adam Lowe, obtained".
func (r *reader) apposed(s *sentence, start, end int) string {
	for i := start + 1; i+2 < end; i++ {
		if s.has(i, coord) && !s.has(i, name) {
			return "" // "Reed and her mate, Adam Lowe,"
		}
		if !s.comma(i) {
			continue
		}
		to := i + 1
		for to < end && s.has(to, name) {
			to++
		}
		if to-i < 3 || to != end && !s.comma(to) {
			return ""
		}
		full, _ := r.figureIn(s, i+1, to)
		if full != "" && r.g.lang == "en" && r.sex(s, start, i) != "" {
			return r.raw(s, i+1, to) // "Their son, Adam Paul Lowe,": not his father
		}
		return full
	}
	return ""
}

// renamed returns the thing whose name an apposition gives, with its article: "Its successor, the Privacy Shield, fell".
func (r *reader) renamed(s *sentence, start, end int) string {
	if r.g.lang != "en" || end-start < 5 {
		return ""
	}
	comma := start + 1
	for comma < end && !s.comma(comma) {
		if s.has(comma, coord) && !s.has(comma, name) {
			return ""
		}
		comma++
	}
	last := end
	if s.comma(last - 1) {
		last--
	}
	if comma+2 >= last || !s.is(comma+1, r.g.the) {
		return ""
	}
	for i := comma + 2; i < last; i++ {
		if !s.has(i, name) {
			return ""
		}
	}
	return upperFirst(r.raw(s, comma+1, last))
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

// owner returns the actor as the owner of what follows: "Ada Reed's ".
func (a *actor) owner() string {
	if a.plural && strings.HasSuffix(a.text, "s") {
		return a.text + "' "
	}
	return a.text + "'s "
}

// sharing returns where the clause begins whose subject the one at from can share: the last that has one of its own, "She met
// Paul Lowe; they married in 1931 and separated in 1934".
func (r *reader) sharing(s *sentence, from int) int {
	if r.g.lang != "en" {
		return 0
	}
	for i := min(from, len(s.tokens)) - 1; i > 1; i-- {
		if !s.tokens[i].clause || !s.is(i-1, ";") && !(s.has(i, coord) && !s.has(i, name) && s.comma(i-1)) {
			continue
		}
		start := i
		for start < from && (s.has(start, coord|opener|adverb) && !s.has(start, name) || r.dating(s, start) || s.comma(start)) {
			start++
		}
		if start < from && s.has(start, pron|name|det|poss) && !s.isVerb(start) && !(s.has(start, prep) && !s.has(start, name)) {
			return i
		}
	}
	return 0
}

// shared returns the subject of the clause before the one at from.
func (r *reader) shared(s *sentence, from int) (string, bool) {
	if from == 0 || !s.has(from, coord) && !(s.tokens[from-1].lower == "," && (s.isVerb(from) || s.isVerb(from+1))) {
		return "", false
	}
	first := -1
	for i := r.sharing(s, from); i < min(from, len(s.tokens)); i++ {
		if s.isVerb(i) || r.g.lang == "en" && s.has(i, present) && !s.has(i, name) && s.tokens[i].depth == 0 {
			first = i
			break
		}
	}
	if first < 0 || s.has(first, present) && !s.has(from, coord) {
		return "", false
	}
	start := 0
	for i := first; i >= 0; i-- {
		if s.tokens[i].clause {
			start = i
			break
		}
	}
	if s.is(start, r.g.whereWords...) && s.has(start+1, pron) {
		start++ // "emigrated to Canada, where he built dams and died"
	}
	if s.has(start, sub|maybeSub|rel|that) {
		return "", false
	}
	for start < first && (s.has(start, opener|coord) && !s.has(start, name) || s.tokens[start].lower == ",") {
		start++
	}
	start = r.lead(s, start, first)
	if start >= first || s.has(start, prep) && !s.has(start, name) || s.tokens[start].Kind == prose.Number {
		return "", false
	}
	text, ok := r.subject(s, start, start, first)
	for _, a := range []string{"A ", "An "} {
		if rest, found := strings.CutPrefix(text, a); found && r.g.lang == "en" {
			text = "The " + rest // "A mill was built and closed": the mill
		}
	}
	return text, ok
}
