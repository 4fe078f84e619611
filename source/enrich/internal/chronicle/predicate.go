package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Where the predicate begins, which auxiliary it shares with the clause before, and how its tense stands on a line of its own.

// clitic reports whether an object pronoun stands right before the verb: "un marchand l'acheta", "la directrice l'a achetée".
func (r *reader) clitic(s *sentence, start, verb int) bool {
	return r.g.clitics[s.lowerAt(verb-1)] && !s.is(verb-1, "y") && s.tokens[verb].Kind == prose.Word && s.has(start, name|det) && verb-1 > start ||
		s.is(verb-1, "'", "’") && r.g.clitics[s.lowerAt(verb-2)] && verb-2 > start
}

// auxiliary returns the "was" that a participle at verb shares with the clauses before it: "was opened in 1918 and closed
// in 2003". A verb that takes no object, or has one here, is active: "was treated in May and died in June".
func (r *reader) auxiliary(s *sentence, from, verb int) string {
	active := func(v int) bool {
		return r.g.intransitive[s.tokens[v].lower] || s.is(v, "entered", "came", "went", "moved", "grew", "merged", "turned", "served", "fought", "worked", "ran", "continued", "competed") && s.has(v+1, prep) || s.has(v, past) || s.has(v+1, det|poss|pron|name) && !r.dating(s, v+1) ||
			r.g.objects[s.lowerAt(v+1)] != "" || s.has(v+1, neg)
	}
	if active(verb) && !r.bestowed(s, verb) {
		return ""
	}
	aux := ""
	for _, v := range s.verbs {
		open := v
		for open > 0 && !s.tokens[open].clause {
			open--
		}
		if v < from && s.has(open, sub|rel|that|iffy) && !s.has(open, name) {
			continue // "were halted, when he was ill, and resumed"
		}
		switch {
		case v >= from:
			return aux
		case s.has(v, be):
			aux = s.tokens[v].lower
		case aux == "" || active(v) && !r.bestowed(s, v):
			return ""
		}
	}
	return aux
}

// bestowed reports whether the participle at i gives its own object to the passive's subject: "was elected in 1880, awarded
// its medal in 1881 and made a vice-president". Who awards, appoints or elects is no subject of such a row.
func (r *reader) bestowed(s *sentence, i int) bool {
	if r.g.honours[s.tokens[i].lower] {
		return true
	}
	if s.is(i, "declared", "designated", "proclaimed") && s.is(i+1, "a", "an") {
		return true
	}
	if !s.is(i, "made", "named") {
		return false
	}
	for k := i + 1; k < i+5 && k < len(s.tokens) && !s.has(k, prep); k++ {
		if r.roleAt(s, k) {
			return true
		}
	}
	return false
}

// happening reports whether a bare noun names something done, which the article's subject makes plain: "Production
// resumed", "Work began".
func happening(w string) bool {
	w = strings.ToLower(w)
	return strings.HasSuffix(w, "tion") || w == "work"
}

// doing reports whether the bare noun at start names what goes on, and the verb when it did: "Fighting resumed", "Traffic
// ended", not "Planning began", of what?
func (r *reader) doing(s *sentence, start, verb int) bool {
	return r.g.doings[s.lowerAt(start)] && r.g.phases[s.lowerAt(verb)]
}

// bare reports whether the clause's subject is a bare word that is no name and nothing but particles and the date follow
// the verb: of whom "Patience ran out" and "Hope returned" tell, their paragraph only knows.
func (r *reader) bare(s *sentence, d dated, start, verb, end int) bool {
	if r.g.lang != "en" || verb != start+1 || s.tokens[start].Kind != prose.Word || s.has(start, det|pron|poss|coord) || r.plural(s, start, verb) || r.isName(&s.tokens[start]) {
		return false
	}
	if r.doing(s, start, verb) {
		return false
	}
	if w := s.tokens[start].lower; !s.tokens[start].initial && s.has(start, name) || allCaps(s.tokens[start].In(r.text)) || strings.HasSuffix(w, "s") || happening(w) {
		return false
	}
	for i := verb + 1; i < end; i++ {
		if i >= d.lead && i < d.to || s.has(i, prep|adverb|punct) && !s.has(i, name) {
			continue
		}
		return false
	}
	return true
}

// predicate returns the token with which the predicate begins: the adverbs before the verb that tell something.
func (r *reader) predicate(s *sentence, start, verb int) int {
	i := verb
	if r.g.half(s, i-1) && i-2 > start {
		i -= 2
	}
	for i-1 >= start {
		if s.is(i-1, "'", "’") && i-2 >= start && s.has(i-2, adverb|neg) {
			i -= 2 // "s'installa"
			continue
		}
		if !s.has(i-1, adverb|neg) && !(s.has(i-1, opener) && !s.has(i-1, coord|punct)) || s.has(i-1, name) || i-1 == start {
			break
		}
		i--
	}
	for i < verb && (r.g.loose[s.tokens[i].lower] || r.g.lang == "fr" && s.is(i, "y") || s.has(i, opener) && !s.has(i, adverb)) {
		i++
	}
	return i
}

// simple puts a predicate in the pluperfect into the simple past, which tells the same on a line of its own: "had opened",
// "opened".
func (r *reader) simple(s *sentence, body string, start, verb int) string {
	if r.g.lang == "fr" && s.has(verb, had) {
		for had, has := range r.g.perfects { // "avait supprimé", "a supprimé"
			if rest, found := strings.CutPrefix(body, had+" "); found {
				return has + " " + rest
			}
		}
	}
	rest, found := strings.CutPrefix(body, r.g.pluperfect+" ")
	if r.g.pluperfect == "" || !s.has(verb, had) || !found {
		return body
	}
	next := verb + 1
	for s.has(next, adverb) && !s.has(next, name) {
		next++
	}
	switch {
	case s.is(next, "been"):
		was := r.g.was[0]
		if r.plural(s, start, r.before(s, start, verb)) {
			was = r.g.was[1]
		}
		return strings.Replace(" "+rest, " been ", " "+was+" ", 1)[1:]
	case s.has(next, either):
		return rest
	}
	if past := r.g.simplePast[s.lowerAt(next)]; past != "" && next == verb+1 {
		return past + strings.TrimPrefix(rest, s.tokens[next].In(r.text))
	}
	return body
}
