package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// What the predicate says of others must be told without the paragraph, too: pronouns in it give way to whom they mean.

// doer is what the line's subject can be meant by: its pronoun if it is a person's, "" if it may be anybody's.
// thing says that it is no person.
func (r *reader) doer(s *sentence, subject string, start, verb int) (full, kind string, thing bool) {
	subject = strings.TrimSpace(subject)
	if at := r.titled(s, start, r.before(s, start, verb)); at > start {
		start, subject = at, ""
	}
	if subject == "" || s.tokens[start].tag&name != 0 {
		to := start
		for to < verb && s.has(to, name) {
			to++
		}
		if to > start && r.g.lang == "en" && s.is(to, "'", "’") && s.is(to+1, "s") {
			for i := to + 2; i < verb; i++ { // "Munro's grandson Alexander"
				if kind := r.given(&s.tokens[i]); kind != "" && s.has(i, name) {
					return "", kind, false
				}
			}
			return "", r.sex(s, to, verb), false
		}
		if to > start {
			if full, kind := r.figureIn(s, start, to); full != "" {
				return full, kind, false
			}
			if kind := r.given(&s.tokens[start]); kind != "" {
				return "", kind, false // "William"
			}
			return "", "", start > 0 || r.isName(&s.tokens[start])
		}
	}
	if kind := r.g.pronouns[s.lowerAt(start)]; r.g.lang == "en" && s.has(start, person) && s.has(start, pron) && r.cast.figures[subject] == nil && r.cast.full[subject] == "" {
		return "", kind, false // whom the line names in place of "she"
	}
	for i := start; i < verb; i++ {
		if kind := r.given(&s.tokens[i]); kind != "" && s.has(i, name) && s.comma(max(0, i-1)) {
			return "", kind, false // "the second violin, Paul Reed,"
		}
	}
	if end := r.before(s, start, verb); s.is(start+1, "senior", "elder", "younger", "older") && start+3 == end && s.has(end-1, name) {
		return "", "", false // "the senior Reed"
	}
	if f := r.cast.figures[subject]; f != nil {
		return f.text, f.kind, false
	}
	if r.g.lang == "en" && start >= verb && strings.Contains(subject, "'s ") {
		// "Munro's grandson Alexander" is the subject of the clause before, too.
		return "", given(subject[strings.LastIndexByte(subject, ' ')+1:]), false
	}
	if f := r.cast.figures[r.cast.full[subject]]; f != nil {
		return f.text, f.kind, false
	}
	for i := start; i < verb && !s.comma(i); i++ {
		if sex := r.traits[s.tokens[i].Form].sex; sex != "" {
			return "", sex, false
		}
	}
	return "", "", !r.human(s, start, verb) && !r.plural(s, start, r.before(s, start, verb))
}

// objects returns the predicate in tokens [from,to) with the pronouns and possessives in it that point out of the line
// replaced. If one cannot be, it returns false.
func (r *reader) objects(s *sentence, d dated, subject string, start, from, to int) (string, bool) {
	named, person := false, false // a noun phrase, a person in the predicate that the pronoun may stand for
	full, own, thing := r.doer(s, subject, start, from)
	end := r.before(s, start, from)
	several := full == "" && own == "" && (!thing && r.plural(s, start, end) || r.severalBare(s, start, end)) // "Grasshoppers ate his crop": not theirs
	if own == "" && full == "" && start < len(s.tokens) && r.g.pronouns[s.tokens[start].lower] == "they" {
		thing = true // "they made her director": nobody of them
	}
	for i := from + 1; i < to; i++ {
		t := &s.tokens[i]
		if i >= d.lead && i < d.to {
			continue
		}
		if s.has(i, name) && s.has(i+1, name) || s.has(i, name) && r.surname(t) != "" {
			person = true
		}
		if r.pointsBack(s, i) {
			return "", false // "withdrew most of that money"
		}
		if r.g.lang == "en" && s.is(i, "one", "ones") && (i+1 >= to || s.has(i+1, punct|prep) && !s.is(i+1, r.g.ofWords...)) && !s.has(i, name) && s.lowerAt(i-1) != "each" && s.lowerAt(i-1) != "another" {
			return "", false // "made the first one for a company"
		}
		if r.g.lang == "en" && s.has(i, pron) && i > from+1 && s.is(i, "they") && (full != "" || own != "" || thing) && !r.severalBefore(s, from, i) {
			return "", false // "announced that they would marry"
		}
		kind := r.traits[t.Form].object
		owner := s.has(i, poss) && !s.has(i, name)
		if owner && (kind == "" || s.tokens[i].lower == "her" && !r.objective(s, i, from, to)) {
			kind = r.g.possessives[t.lower]
		} else {
			owner = false
		}
		if s.has(i, name) || s.has(i, det) && !s.is(i+1, r.g.ofWords...) {
			named = true // not so "most of it"
		}
		if kind == "" || s.has(i, name) {
			continue
		}
		if kind != "he" && kind != "she" {
			if owner && r.g.lang == "en" && kind == "it" && !named && (own != "" || r.folk(s, end-1) && r.atOnce(s, from, i)) && !s.is(i+1, "own") && !s.is(start+1, "&") {
				return "", false // "was awarded its medal": whose?
			}
			if owner && kind == "it" && r.g.givers[s.tokens[from].lower] && r.g.deeds[s.lowerAt(i+1)] {
				return "", false // "Parliament passed its Act": whose?
			}
			if owner && r.g.lang == "en" && r.elder(s, start, kind) {
				return "", false // "It was ignored until 1951, when a group confirmed its results"
			}
			if !owner && (!named || r.g.lang == "en" && !thing && !r.within(s, from, i)) {
				if kind == "it" && r.g.lang == "en" && s.isVerb(i-1) {
					// "The county closed it to lorries"
					if a := r.antecedent(kind); a != nil && (a.org && a.named && full == "" || r.others(s, start, end)) && a.text != strings.TrimSpace(subject) && !r.cast.held && r.cast.made == "" {
						r.cast.going, r.cast.goes = *a, r.cast.sentence+1
						return strings.TrimSpace(r.words(s, d, from, i) + " " + a.text + " " + r.words(s, d, i+1, to)), true
					}
				}
				if text := r.objectOf(s, d, kind, start, from); text != "" && !s.is(i+1, "all", "both") {
					if kind == "it" && s.isVerb(i-1) {
						r.cast.going, r.cast.goes = actor{text: text, named: true, pronoun: kind}, r.cast.sentence+1
					}
					return strings.TrimSpace(r.words(s, d, from, i) + " " + text + " " + r.words(s, d, i+1, to)), true
				}
				return "", false
			}
			continue
		}
		if person || owner && s.is(i+1, "own") {
			continue
		}
		thing = thing || several
		if r.g.lang != "en" {
			if owner || named {
				continue
			}
		} else if owner && !thing && (own == "" || own == kind) {
			continue // "took her doctorate"
		} else if !owner && !thing && (own == "" || own == kind) {
			if h := r.cast.hero; full != "" && h != nil && h.text != full && h.kind == kind && r.onlyOther(full, kind) && i == from+1 {
				return strings.TrimSpace(r.words(s, d, from, i) + " " + h.text + " " + r.words(s, d, i+1, to)), true
			}
			return "", false // "he gave it to him"
		}
		a := r.antecedent(kind)
		if a == nil || a.text == full || r.cast.full[a.text] == full && full != "" {
			return "", false
		}
		text := a.text + " "
		if owner {
			text = a.owner()
		}
		// Those that follow may point to the one just named.
		return strings.TrimSpace(r.words(s, d, from, i) + " " + text + r.words(s, d, i+1, to)), true
	}
	return r.words(s, d, from, to), true
}

// others reports whether the subject in tokens [start,end) are people who act, not the thing that the sentence before was about.
func (r *reader) others(s *sentence, start, end int) bool {
	if start >= end || s.has(start, pron|poss|demo) && !s.has(start, name) {
		return false
	}
	for i := start; i < end; i++ {
		if !s.has(i, name) && (s.tokens[i].Kind != prose.Word || s.has(i, prep|rel|sub)) {
			return false
		}
	}
	behind := false // a verb
	for i := range start {
		switch {
		case s.isVerb(i):
			behind = true
		case r.dating(s, i):
		case s.is(i, r.g.the) && s.has(i+1, name) && strings.HasSuffix(s.lowerAt(i+1), "s"): // "the Danes took it, and"
		case behind && s.has(i, name), (s.has(i, det) && !s.has(i, name) || s.has(i, poss)) && !r.g.orgs[s.lowerAt(i+1)] && !r.roleAt(s, i+1):
			return false // "The council bought a tram in 1961, and the mayor opened it"
		}
	}
	return r.roleAt(s, end-1) || r.figured(s, start) || s.has(start, name) && (r.g.titles[s.tokens[start].lower] || s.is(start+1, ".")) || r.folk(s, end-1) || s.is(start, r.g.the) && (r.g.orgs[s.tokens[end-1].lower] || end == start+2 && s.has(start+1, name) && strings.HasSuffix(s.tokens[start+1].lower, "s"))
}

// severalBefore reports whether something between the tokens given can be meant by "they".
func (r *reader) severalBefore(s *sentence, from, to int) bool {
	for i := from + 1; i < to; i++ {
		if w := s.tokens[i].lower; s.tokens[i].Kind == prose.Word && !s.has(i, pron) && (strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !s.has(i, adverb|poss|be) || s.has(i, coord) || w == "people" || w == "men" || w == "women" || w == "children") {
			return true
		}
	}
	return false
}

// atOnce reports whether nothing but particles stands between the verb at from and token i.
func (r *reader) atOnce(s *sentence, from, i int) bool {
	for k := from + 1; k < i; k++ {
		if !s.has(k, prep|adverb) || s.has(k, name) {
			return false
		}
	}
	return true
}

// onlyOther reports whether nobody but the article's own person, and the one named in full, can be meant by a pronoun of the
// kind here: "Quill sued him".
func (r *reader) onlyOther(full, kind string) bool {
	c := &r.cast
	if c.stranger(kind, max(0, c.sentence-3)) || c.hero.said < 2 || c.sentence-c.hero.last > 8 {
		return false
	}
	for _, f := range c.recent {
		if f != c.hero && f.text != full && (f.kind == "" || f.kind == kind) && c.sentence-f.last <= 8 {
			return false
		}
	}
	return true
}

// within reports whether "it" or "them" at i can mean a thing that the predicate from the token given names: a noun phrase
// that another verb parts from it, "found the shards and sold them", not "sold a share in it".
func (r *reader) within(s *sentence, from, i int) bool {
	apart := false
	for k := i - 1; k > from; k-- {
		switch {
		case s.has(k, det|name) && !r.dating(s, k):
			if apart && !r.figured(s, k) {
				return true
			}
		case s.isVerb(k) || s.has(k, infinitive) && !s.has(k+1, det|name|poss|prep) || s.has(k, ing|sub|rel|that|either|part) && !s.has(k-1, det|poss):
			apart = true
		}
	}
	return false
}

// figured reports whether the noun phrase that begins at token i is about a person.
func (r *reader) figured(s *sentence, i int) bool {
	for k := i; k < i+5 && k < len(s.tokens) && s.tokens[k].Kind == prose.Word && (k == i || !s.has(k, prep|coord|det)); k++ {
		if r.roleAt(s, k) || s.has(k, name) && (r.given(&s.tokens[k]) != "" || r.surname(&s.tokens[k]) != "") {
			return true
		}
	}
	return false
}

// elder reports whether a pronoun of the kind given is the subject of a clause before start, so that a possessive may be its
// own and not the subject's at hand.
func (r *reader) elder(s *sentence, start int, kind string) bool {
	if s.isVerb(start) || s.has(start, coord|pron|adverb) && !s.has(start, name) {
		return false // the subject is shared
	}
	for i := 0; i < start && i < len(s.tokens); i++ {
		if s.has(i, pron) && r.g.pronouns[s.tokens[i].lower] == kind && !(i > 0 && s.has(i-1, sub|maybeSub) && !s.has(i-1, name)) {
			return true // not so "before it had sold a thing, the firm changed its name"
		}
	}
	return false
}

// objective reports whether "her" at i is an object, not the owner of the noun after it.
func (r *reader) objective(s *sentence, i, from, to int) bool {
	if i+1 < to && r.g.ordinals[s.tokens[i+1].lower] {
		return false // "her first match"
	}
	if r.g.states[s.lowerAt(i+1)] && (i+2 >= to || s.has(i+2, prep|punct|coord|sub)) {
		return true // "left her alone"
	}
	if i+1 >= to || s.tokens[i+1].Kind != prose.Word || s.has(i+1, det|prep|coord|adverb|infinitive|poss|sub|maybeSub) {
		return true
	}
	return i == from+1 && r.g.makers[s.tokens[from].lower] // "made her head of the works"
}

// pointsBack reports whether a demonstrative at i points out of the line: "that autonomy", not "that it fell" or "those
// who".
func (r *reader) pointsBack(s *sentence, i int) bool {
	if r.g.lang != "en" || !s.has(i, demo) || s.has(i, name) || r.dating(s, i) {
		return false
	}
	if s.has(i, that) {
		if s.tokens[i].clause || i+1 >= len(s.tokens) || s.tokens[i+1].Kind != prose.Word || s.has(i+1, finite|prep|pron|det|modal|present) {
			return false
		}
		return s.has(i-1, prep) || s.isVerb(i-1) && (i+2 >= len(s.tokens) || s.has(i+2, prep|coord|punct)) // not "taught that matter consists"
	}
	return !s.has(i+1, rel|prep|that|part|either) || !s.is(i, "those")
}
