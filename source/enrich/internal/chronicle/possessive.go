package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A subject that begins with a possessive tells whose it is: "her brother" is Ada Reed's, unless an apposition names him.

// possessiveSubject returns the subject in tokens [start,end), which begins with a possessive, with its owner's name and a space
// after it.
func (r *reader) possessiveSubject(s *sentence, start, end int) (string, bool) {
	if full := r.apposed(s, start, end); full != "" {
		return full + " ", true
	}
	if thing := r.renamed(s, start, end); thing != "" {
		return thing + " ", true
	}
	kind := r.g.possessives[s.tokens[start].lower]
	if owners := r.several(s, start); owners != "" {
		return owners + r.raw(s, start+1, end) + " ", true
	}
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
}

// several returns those whom "their" at start, the first word of a sentence, means as the owners of what follows: a couple that
// the sentence before told of, or several who were its subject.
func (r *reader) several(s *sentence, start int) string {
	c := &r.cast
	if r.g.lang != "en" || !s.is(start, "their") || r.opens {
		return ""
	}
	for i := range start {
		if !r.dating(s, i) && !s.comma(i) && !s.has(i, opener) {
			return ""
		}
	}
	if c.couple != "" && c.sentence-c.coupled <= 1 {
		return c.couple + "'s "
	}
	if a := r.antecedent("they"); a != nil && a.plural && a.sentence == c.sentence && c.others < a.sentence && !r.lifeless(a) && strings.Count(a.text, " ") < 5 {
		return a.owner()
	}
	return ""
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

// owner returns the actor as the owner of what follows: "Ada Reed's ".
func (a *actor) owner() string {
	if a.plural && strings.HasSuffix(a.text, "s") {
		return a.text + "' "
	}
	return a.text + "'s "
}
