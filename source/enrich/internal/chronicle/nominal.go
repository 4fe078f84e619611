package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A noun phrase as the subject can stay if it says by itself what it is: "the last one", "the two men" and "the distinction"
// only point to what the text has said before.

// nominalSubject returns the noun phrase in tokens [start,end) as a subject, with a space after it.
func (r *reader) nominalSubject(s *sentence, start, end int) (string, bool) {
	if end-start > 24 {
		return "", false
	}
	if r.g.lang == "en" && r.nameless(s, start, end) {
		r.vain = true
		return "", false
	}
	if full := r.christened(s, start, end); full != "" {
		return full + " ", true
	}
	if at := r.elders(s, start, end); at != "" {
		return at + " ", true
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
		if i > start && i+1 < end && r.g.lang == "en" && s.is(i, "such") && !s.is(i+1, "as", "a", "an") {
			return "", false // "the first such gas": as what?
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
	if name, several := r.pointedTo(s, start, end, maxBack); name != "" || several {
		return name + " ", !several
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

// nameless reports whether the noun phrase in tokens [start,end) only stands for a noun of the sentence before, or holds somebody
// who is not named: "others with Mali", "364", "a second, by Paul Lowe", "another party", "a Belgian he met".
func (r *reader) nameless(s *sentence, start, end int) bool {
	switch {
	case s.is(start, "others"), end == start+1 && s.tokens[start].Kind == prose.Number:
		return true
	case s.is(start, "another", "similar") && !s.has(start+1, name):
		return true
	case s.tokens[start].Kind == prose.Number && (s.is(start+1, "%", "percent") || s.is(start+1, "per") && s.is(start+2, "cent")):
		return true // "70% of the exports went": a share, no event
	case s.has(start, det) && !s.has(start, name) && r.g.ordinals[s.lowerAt(start+1)] && start+2 < end && s.comma(start+2):
		return true
	}
	for i := start + 1; i < end; i++ {
		if s.has(i, person) && !s.has(i, name) && s.tokens[i-1].Kind == prose.Word && s.has(i-1, name) && !s.has(i-1, coord) {
			return true
		}
	}
	return false
}

// elders returns the article's own person if the noun phrase in tokens [start,end) tells him from a child of the same name: "the
// senior Lowe".
func (r *reader) elders(s *sentence, start, end int) string {
	h := r.cast.hero
	if r.g.lang != "en" || h == nil || end != start+3 || !s.is(start, r.g.the) || !s.is(start+1, "senior", "elder") || r.surname(&s.tokens[start+2]) != h.text {
		return ""
	}
	return s.tokens[start+2].In(r.text)
}

// christened returns the full name of the one person whom the given name in tokens [start,end) can mean.
func (r *reader) christened(s *sentence, start, end int) string {
	if r.g.lang != "en" || end != start+1 || !s.has(start, name) || r.given(&s.tokens[start]) == "" {
		return ""
	}
	first := s.tokens[start].In(r.text) + " "
	full := r.surname(&s.tokens[start])
	if !strings.HasPrefix(full, first) || r.cast.figures[full] == nil {
		return ""
	}
	for _, f := range r.cast.recent {
		if f.text != full && strings.HasPrefix(f.text, first) {
			return ""
		}
	}
	return full
}
