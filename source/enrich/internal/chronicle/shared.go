package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A clause without a subject shares that of the clause before it: "was built and closed".

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
	if r.g.lang == "en" && !s.has(from, coord) && !s.rowEnds(from) {
		return "", false // "was seen with the spectroscope, invented in 1859 by Paul Lowe"
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
	if r.g.lang == "en" && (s.is(from, "was") || s.is(from+1, "was")) && text != "" && r.miscounted(strings.TrimSpace(text)) {
		return "", false // "The finances were poor, and it closed and was sold"
	}
	for _, a := range []string{"A ", "An "} {
		if rest, found := strings.CutPrefix(text, a); found && r.g.lang == "en" {
			text = "The " + rest // "A mill was built and closed": the mill
		}
	}
	return text, ok
}

// rowEnds reports whether a conjunction and another verb end the row of verbs that the one behind the comma before from goes on:
// "was opened in 1911, closed in 1920 and sold".
func (s *sentence) rowEnds(from int) bool {
	for i := from + 1; i < len(s.tokens); i++ {
		if s.tokens[i].clause && s.has(i, rel|sub|that) && !s.has(i, name) {
			return false
		}
		if s.has(i, coord) && !s.has(i, name) {
			for i++; s.has(i, adverb) && !s.has(i, name); i++ {
			}
			if s.isVerb(i) || s.has(i, either|part) {
				return true
			}
		}
	}
	return false
}
