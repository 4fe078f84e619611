package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A German subordinate clause has its finite verb at its end (Duden, Die Grammatik, 9th edition, on verb-last clauses). One that
// tells an event of its own becomes a main clause: what the relative pronoun or the conjunction opened gets its subject, the verb
// moves to the second place, and its separable prefix stays behind, as the right bracket.

// tellUnder tells of a subordinate clause of period p, its part k: of a relative one whose pronoun is its subject, and of one
// that "als" leads in. The finite verb goes from the end to the second place.
func (r *reader) tellUnder(s *sentence, d dated, p *period, k int) (string, string, bool) {
	q := &p.parts[k]
	verb := q.verb
	if verb < d.to || verb != q.to-1 || r.later(s, d, q.from, q.to) || r.pronounsIn(s, q.from, q.to) || r.points(s, q.from, q.to) {
		return "", "", false
	}
	subject, from := "", q.from+1
	switch {
	case s.is(q.from, "als", "da", "weil"), s.is(q.from, "dass", "sodass") && s.is(q.from-1, "so", ","):
		if s.is(q.from, "dass") && !s.is(q.from-1, "so") {
			return "", "", false // what was thought or said
		}
		for s.has(from, adverb) && !s.has(from, name) && from < d.lead {
			from++
		}
		if s.has(from, pron) {
			return "", "", false
		}
		if from == d.lead {
			from = d.to // "da im Mai 1944 ein Viadukt gesprengt wurde"
		}
		to := r.nominative(s, from, verb)
		if to == 0 {
			if to = d.lead; !r.subjectAt(s, from, to) {
				return "", "", false
			}
			for i := from; i < to; i++ {
				if s.has(i, prep) && !s.has(i, name) {
					return "", "", false
				}
			}
		}
		subject, from = r.raw(s, from, to), to
	case s.is(q.from, "der", "die", "das") && k > 0 && p.parts[k-1].to == q.from-1:
		if s.has(from, pron|name) || s.is(from, r.g.nominatives...) && !r.dating(s, from) {
			return "", "", false // the pronoun is the object: "die er 1911 baute"
		}
		subject = r.headed(s, p.parts[k-1].from, p.parts[k-1].to, s.tokens[q.from].lower)
	}
	if subject == "" || !r.happened(s, d, from, verb, q.to) && !s.is(verb, "wurde", "wurden") {
		return "", "", false
	}
	finite, prefix := s.tokens[verb].In(r.text), ""
	if !s.has(verb, modal|present) {
		for _, x := range separable {
			if rest, ok := strings.CutPrefix(finite, x); ok && len(rest) > 3 && len(x) > len(prefix) {
				if tg, known := r.g.words[rest]; known && tg&past != 0 || r.g.ending(rest)&past != 0 {
					prefix = x
				}
			}
		}
	}
	text := subject + " " + strings.TrimPrefix(finite, prefix) + " " + r.words(s, d, from, verb)
	if prefix != "" {
		text += " " + prefix
	}
	text, ok := r.finish(s, text, from, verb)
	return text, "relative", ok
}

// headed returns the noun phrase that ends tokens [from,to) as a subject, its article in the nominative of the gender that the
// relative pronoun behind it has, or "".
func (r *reader) headed(s *sentence, from, to int, pronoun string) string {
	i := to - 1
	if i < from || !s.has(i, name) {
		return ""
	}
	for i > from && s.has(i-1, name) && s.tokens[i-1].Kind == prose.Word {
		i--
	}
	if i == from || !s.has(i-1, det) {
		if s.has(i-1, poss|adverb) || s.plain(i-1) || s.has(i-1, coord) || i+1 == to && r.given(&s.tokens[i]) == "" && !s.has(i-1, prep) {
			return ""
		}
		return r.raw(s, i, to)
	}
	if s.is(i-2, "und") {
		return ""
	}
	article := map[string]string{"der": "ein", "die": "eine", "das": "ein"}[pronoun]
	if s.is(i-1, "der", "die", "das", "dem", "den", "des", "zum", "zur", "im", "am", "vom") {
		article = pronoun
	} else if !strings.HasPrefix(s.tokens[i-1].lower, "ein") {
		return ""
	}
	return article + " " + r.raw(s, i, to)
}
