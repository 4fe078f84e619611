package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Verbs are told by their nearest neighbours, and clauses by the words and marks that open them.

// openers are the tags of the words and marks that may begin a clause.
const openers = punct | pron | sub | rel | that | maybeSub | coord

// split finds the sentence's verbs and where its clauses begin.
func (g *grammar) split(s *sentence) {
	// Verbs first, by their nearest neighbours.
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.tag&finite == 0 || t.tag&name != 0 || t.depth > 0 {
			continue
		}
		if g.verbAt(s, i) {
			s.verbs = append(s.verbs, i)
			t.verb = true
		}
	}
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.depth > 0 || t.tag&openers == 0 && i > 0 {
			continue
		}
		switch {
		case i == 0:
			t.clause = true
		case t.tag&punct != 0 && (t.lower == ";" || t.lower == ":" || t.lower == "—") && !(t.lower == ":" && s.tokens[i-1].Kind == prose.Number):
			s.mark(i + 1)
		case g.lang == "en" && t.lower == "–" && s.has(i-1, name) && s.has(i+1, name) && s.has(i+2, name) && s.has(i+3, punct):
			// "the script Antarctica – Distant Country": a name
		case t.tag&punct != 0 && (t.lower == "–" || t.lower == "-") && t.Start > s.tokens[i-1].End:
			s.mark(i + 1)
		case t.tag&pron != 0 && g.lang == "en" && i > 1 && g.pronouns[t.lower] != "" && g.objects[t.lower] == "" && s.isVerb(i+1) && g.subordinate(s, i):
			s.mark(i) // "When they took Hull they closed the mill"
		case g.lang == "fr" && t.lower == "comme" && i > 0 && !g.verbBefore(s, i+1):
			// "succéda à Brandt comme chef": a phrase
		case t.tag&(sub|rel) != 0 && t.tag&name == 0:
			s.mark(i)
		case t.tag&that != 0 && t.tag&name == 0 && !(i+1 < len(s.tokens) && s.has(i+1, punct)):
			// "that" begins a clause unless it stands for a determiner: "that year". A verb within the clause tells.
			if g.verbBefore(s, i+1) && !s.has(i-1, prep) && i > 0 && !(s.is(i+1, "is") && s.is(i+2, ",")) { // not "that is,"
				s.mark(i)
			}
		case t.tag&maybeSub != 0 && t.tag&name == 0:
			if g.verbBefore(s, i+1) && !(g.lang == "en" && s.governs(i)) {
				s.mark(i)
			}
		case s.comma(i) || t.tag&coord != 0 && t.tag&name == 0:
			j := i + 1
			for s.has(j, coord) {
				j++
			}
			if t.tag&coord != 0 && s.tokens[i-1].lower == "," {
				continue // decided at the comma
			}
			g.parted(s, i, j)
		}
	}
}

// governs reports whether the word at i, which can open a clause, is a preposition: the sentence's one verb stands behind it and
// its subject before it, "A trial before the Admiralty failed".
func (s *sentence) governs(i int) bool {
	if i < 2 || s.tokens[i-1].Kind != prose.Word || len(s.verbs) != 1 || s.verbs[0] < i || s.has(i, sub) {
		return false
	}
	for k := range i {
		if s.has(k, present|modal|sub|rel) && !s.has(k, name) || s.tokens[k].Kind != prose.Word {
			return false
		}
	}
	return s.has(0, det|name) && !s.has(0, prep)
}

// subordinate reports whether the clause that holds token i is a subordinate one that has its verb already.
func (g *grammar) subordinate(s *sentence, i int) bool {
	verb := false
	for k := i - 1; k >= 0; k-- {
		verb = verb || s.isVerb(k)
		if s.tokens[k].lower == "," {
			return false
		}
		if s.tokens[k].clause {
			return verb && s.has(k, sub) && !s.has(k, name)
		}
	}
	return false
}

func (s *sentence) mark(i int) {
	if i < len(s.tokens) {
		s.tokens[i].clause = true
	}
}

// parted decides whether a comma or conjunction at i, with the words after it from j, parts clauses.
func (g *grammar) parted(s *sentence, i, j int) {
	if j >= len(s.tokens) {
		return
	}
	comma := s.tokens[i].lower == ","
	if s.tokens[j-1].tag&coord != 0 && s.is(j, ",") {
		// "and, two years later, opened"
		for n := j + 1; n < j+14 && n < len(s.tokens); n++ {
			if s.tokens[n].lower == "," && !(g.lang == "en" && n+1 < len(s.tokens) && s.tokens[n-1].Kind == prose.Number && s.tokens[n+1].Kind == prose.Number) { // not that of "on February 16, 1862,"
				j = n + 1
				break
			}
		}
		if j >= len(s.tokens) {
			return
		}
	}
	if s.is(i, g.against...) || comma && s.is(i+1, g.against...) {
		if comma {
			i++
		}
		s.mark(i)
		return
	}
	k := j
	for s.has(k, adverb) && !s.has(k, name) {
		k++
	}
	switch {
	case comma && s.has(k, ing) && !s.has(k, name), comma && s.has(k, part) && !s.has(k, name):
		s.mark(i + 1)
		return
	case comma && s.isVerb(k) && len(s.verbs) > 0 && s.verbs[0] == k:
		return // the verb after an aside
	case comma && s.isVerb(k) && g.lang == "en" && s.series(i) && (!s.has(k, be|had) || s.has(k, be) && (s.passives(i, k) || s.rowed(i, k))):
		s.mark(i + 1) // "was treated, improved for several days, and died"
		return
	case comma && s.has(k, either) && !s.isVerb(k) && !s.has(k, name):
		s.mark(i + 1)
		return
	}
	// Before its verb a clause joins noun phrases, not clauses: "an end to the war and a withdrawal were announced".
	verb := false
	for n := i - 1; n >= 0; n-- {
		if s.isVerb(n) || s.has(n, present|modal) && !s.has(n, name) {
			verb = true
			break
		}
		if s.tokens[n].clause {
			break
		}
	}
	if !verb {
		return
	}
	// A conjunction with a subject and a verb of its own begins a clause; so does one with a verb alone: the
	// subject is then shared, and the verb's own date must not go to the verb before.
	dated := false // "and around 1839, Paul Reed and Adam Lowe saw": past the date that opens the clause
	for n := k; n < len(s.tokens) && n < k+14; n++ {
		t := &s.tokens[n]
		if t.depth > 0 {
			continue
		}
		if g.lang == "en" && !comma && s.comma(n) && n < k+7 && s.has(k, when) && s.tokens[n-1].Kind == prose.Number && n+1 < len(s.tokens) && (s.has(n+1, name) || s.tokens[n+1].Kind == prose.Number) {
			dated = s.has(n+1, name)
			continue
		}
		if dated && s.has(n, coord) && s.has(n-1, name) && s.has(n+1, name) {
			continue
		}
		if t.lower == "," && !s.comma(n) {
			continue // "1,836 people"
		}
		if t.lower == "," && comma && j > i+1 && s.has(k, det|poss|name) {
			// ", and a plan, written by a bank, found no friends": an aside parts the subject from its verb.
			for m := n + 1; m < len(s.tokens) && m < n+24; m++ {
				if s.comma(m) {
					v := m + 1
					for s.has(v, adverb) && !s.has(v, name) {
						v++
					}
					if s.isVerb(v) {
						s.mark(i + 1)
					}
					return
				}
			}
			return
		}
		if t.lower == "," || t.lower == ";" || t.tag&(sub|rel|coord) != 0 && n > k && t.tag&name == 0 {
			return
		}
		if g.lang == "en" && n > k && t.tag&that != 0 && s.isVerb(n+1) {
			return // "of weight and chemical properties that recurred"
		}
		if t.tag&either != 0 && n > k && s.plain(n-1) && (s.has(n+1, prep|infinitive) && !s.has(n+1, det) || s.is(n+1, "“", "\"")) && g.transitive[t.lower] {
			continue // "a classic and famous essay entitled": a participle
		}
		if t.tag&infinitive != 0 && g.lang == "en" && n+1 < len(s.tokens) && s.tokens[n+1].Kind == prose.Word && !s.has(n+1, det|name|poss|demo|pron|rel) && s.has(k, name) && s.has(i-1, name) {
			return // "to Bosnia and Herzegovina to see that …"
		}
		if s.isVerb(n) || t.tag&(present|modal) != 0 && t.tag&name == 0 {
			if j > i+1 || !comma || s.has(i, coord) {
				s.mark(i + 1)
				if comma {
					return
				}
				// The conjunction belongs to its clause.
				s.tokens[i].clause, s.tokens[i+1].clause = true, s.tokens[i+1].clause && s.has(i+1, sub|rel)
			}
			return
		}
	}
}

// series reports whether the comma at i can part a verb from the verb of the same clause before it: no other comma, which
// would open an aside, stands between them.
func (s *sentence) series(i int) bool {
	for n := i - 1; n >= 0; n-- {
		switch {
		case s.isVerb(n):
			return true
		case s.tokens[n].clause || s.comma(n):
			return false
		}
	}
	return false
}

// passives reports whether the auxiliary at k, behind the comma at i, goes on a row of passives that a conjunction ends: "was
// opened in 1932, was bombed in 1941, and rebuilt".
func (s *sentence) passives(i, k int) bool {
	if !s.has(k+1, either|part) {
		return false
	}
	for n := i - 1; n >= 0 && !s.isVerb(n); n-- {
		if n > 0 && s.isVerb(n-1) && s.tokens[n-1].lower != s.tokens[k].lower {
			return false
		}
	}
	for n := k + 1; n+1 < len(s.tokens); n++ {
		if s.comma(n) {
			return s.has(n+1, coord)
		}
		if s.has(n, coord) && !s.has(n, name) {
			return true
		}
	}
	return false
}

// rowed reports whether the passive at k, behind the comma at i, goes on a row of verbs that a conjunction and another verb end:
// "enlisted in 1862, was wounded in 1863 and came home".
func (s *sentence) rowed(i, k int) bool {
	if !s.has(k+1, either|part) {
		return false
	}
	for n := i - 1; n >= 0 && !s.tokens[n].clause; n-- {
		if s.has(n, rel|that) && !s.has(n, name) {
			return false // "The man who came, was"
		}
	}
	for n := k + 2; n+1 < len(s.tokens); n++ {
		if s.has(n, coord) && !s.has(n, name) {
			return s.isVerb(n + 1)
		}
		if s.comma(n) && !s.has(n+1, coord) || s.isVerb(n) {
			return false
		}
	}
	return false
}

func (s *sentence) isVerb(i int) bool { return i >= 0 && i < len(s.tokens) && s.tokens[i].verb }

// serial reports whether the comma at p may part the form at i from another verb of its clause: an aside ends with it, or a
// conjunction follows that ends the series.
func (s *sentence) serial(p, i int) bool {
	for n := p - 1; n > 0; n-- {
		if s.comma(n) {
			return true
		}
	}
	for n := i + 1; n < len(s.tokens); n++ {
		if s.has(n, coord) && !s.has(n, name) {
			return true
		}
	}
	return false
}

// verbBefore reports whether a clause's verb stands between i and the next comma.
func (g *grammar) verbBefore(s *sentence, i int) bool {
	for ; i < len(s.tokens); i++ {
		t := &s.tokens[i]
		if t.lower == "," && s.comma(i) || t.lower == ";" || t.lower == "." {
			return false
		}
		if t.depth > 0 || t.tag&name != 0 {
			continue
		}
		if s.isVerb(i) || t.tag&(present|modal) != 0 {
			return true
		}
	}
	return false
}

// dashed reports whether the mark at p is a dash that ends an aside which another began: "the pier – the first of its kind – fell".
func (s *sentence) dashed(p int) bool {
	dash := func(i int) bool {
		return s.is(i, "–", "—") || s.is(i, "-") && (s.tokens[i].Start > s.tokens[i-1].End || s.is(i-1, "-"))
	}
	if p < 3 || !dash(p) {
		return false
	}
	for i := p - 2; i > 0; i-- {
		if dash(i) && !s.is(i+1, "-") {
			return true
		}
		if s.tokens[i].lower == ";" || s.tokens[i].lower == ":" {
			return false
		}
	}
	return false
}

// half reports whether the hyphen at i ties the word before it to a verb behind it: "counter-attacked".
func (g *grammar) half(s *sentence, i int) bool {
	return i > 0 && s.is(i, "-") && g.halves[s.tokens[i-1].lower] && i+1 < len(s.tokens) && s.tokens[i].End == s.tokens[i+1].Start
}

// copula reports whether the only verb before token to says what its subject is: "is a college", "was the oldest".
func (s *sentence) copula(to int) bool {
	found := false
	for i := 1; i+1 < to; i++ {
		switch {
		case s.tokens[i].depth > 0:
		case s.is(i, "is", "are", "was", "were") && s.is(i+1, "a", "an", "the", "one") && !found:
			found = true
		case s.isVerb(i), s.has(i, rel|sub) && !s.has(i, name):
			return false
		}
	}
	return found
}

// shut reports whether the next comma from token i on parts an aside from the clause's verb right behind it.
func (s *sentence) shut(i int) bool {
	for k := i; k+1 < len(s.tokens) && k < i+10; k++ {
		if s.has(k, coord|rel|sub) && !s.has(k, name) {
			return false
		}
		if s.comma(k) {
			return s.has(k+1, finite) && !s.has(k+1, name)
		}
	}
	return false
}

// verbAt reports whether a form that can be a past tense is one here.
func (g *grammar) verbAt(s *sentence, i int) bool {
	t := &s.tokens[i]
	// The word before, adverbs aside.
	p := i - 1
	for p >= 0 && s.has(p, adverb|neg) && !s.has(p, name) && p > i-4 {
		p--
	}
	switch {
	case t.tag&(be|had) != 0:
		return true
	case g.causative[t.lower] && !infinitival(s.lowerAt(i+1)):
		return false // "fait partie"
	case g.narrated[t.lower] && s.has(p, prep) && !s.has(p, name) && !(g.clitics[s.tokens[p].lower] && s.has(p-1, pron)):
		return false // "en visite"
	case g.narrated[t.lower] && p >= 0 && g.prenominal[s.tokens[p].lower]:
		return false // "la première rencontre"
	case t.tag&past != 0:
		return !s.has(p, det|modal|infinitive|poss) || s.has(p, pron|name)
	}
	// Past tense or participle.
	if p < 0 {
		return false
	}
	if p == i-1 && g.half(s, p) {
		p -= 2
		if p < 0 {
			return false
		}
	}
	if s.has(p, either|part) && s.has(p-1, det|poss) && g.nouns[t.lower] {
		return false // "a rented shed"
	}
	gerund := s.has(p, ing) && (s.has(p-1, det|poss) || p == 0 && g.doings[s.tokens[p].lower] && g.phases[t.lower]) // "the bombing stopped"
	if s.has(p, det|poss|prep|be|had|present|modal|infinitive|part|ing) && !s.has(p, name) && !gerund {
		return false
	}
	if s.has(p, coord) && p > 0 && s.has(p-1, adverb|either|part) && !s.isVerb(p-1) {
		return false
	}
	if s.has(p, punct) && !(s.tokens[p].lower == "," || s.tokens[p].lower == ")" || s.tokens[p].lower == "”" || s.tokens[p].lower == "\"" || g.lang == "en" && s.dashed(p)) {
		return false
	}
	// "trained soldiers": an attribute before its noun. After a noun, a form with an object or an adverbial after it
	// is a verb; a form before a noun without determiner after an adjective or nothing is not.
	if g.lang == "en" && s.tokens[p].lower == "," && s.is(i+1, "by") && !s.has(i+2, when|ing) && s.has(p-1, name) {
		return false // "Hull Priory, founded by Anselm"
	}
	if s.has(p, coord) || s.tokens[p].lower == "," {
		// It goes on from a verb before ("met and signed"), or it is an adjective in a row.
		before := false
		for _, v := range s.verbs {
			if v < p {
				before = true
			}
		}
		if !before && s.tokens[p].lower == "," {
			// After an aside the clause goes on: "Her paper, on the orbits of comets, appeared".
			for n := p - 1; n > 0; n-- {
				if s.tokens[n].lower == "," {
					before = true
				}
			}
		}
		if g.lang == "en" && s.tokens[p].lower == "," && s.copula(p) {
			return false // "Hull College is a college in Hull, Ohio, founded in"
		}
		if g.lang == "en" && s.tokens[p].lower == "," && g.transitive[t.lower] && s.has(i+1, prep) && !s.has(i+1, name) && s.shut(i+1) {
			return false // "His successor, Ada Reed, appointed in 1992, introduced"
		}
		if g.lang == "en" && before && s.tokens[p].lower == "," && !s.serial(p, i) {
			return false // "hired clerks, trained in Hull": a participle
		}
		next := i + 1
		follows := s.has(next, det|prep|poss|name|punct|pron|infinitive|adverb|coord|maybeSub|deictic) || next >= len(s.tokens) || s.tokens[next].Kind == prose.Number || g.objects[s.lowerAt(next)] != ""
		if !follows && g.lang == "en" && s.tokens[p].lower == "," && s.plain(next) {
			// "Reed, who was born in 1866, left office": after a relative aside the clause goes on.
			for n := p - 1; n > 0; n-- {
				if s.comma(n) {
					follows = s.has(n+1, rel) && s.has(n-1, name)
					break
				}
			}
		}
		return before && follows
	}
	// "by" after it makes it a passive participle: "the treaty signed by".
	if s.is(i+1, "by") && !s.has(i+2, when) {
		return false
	}
	return true
}

// infinitival reports whether a form ends as a French infinitive does.
func infinitival(w string) bool {
	return len(w) > 4 && (strings.HasSuffix(w, "er") || strings.HasSuffix(w, "ir") || strings.HasSuffix(w, "re"))
}
