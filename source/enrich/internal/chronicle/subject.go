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
		if end != start+1 {
			return "", false
		}
		// An actor of the same sentence first: "When NATO expanded, it …" is not safe, so none but the cast's.
		for i := 0; i < start; i++ {
			if s.has(i, name) && s.tokens[i].depth == 0 && !r.dating(s, i) {
				return "", false
			}
		}
		a := r.antecedent(t.lower)
		if a == nil {
			return "", false
		}
		return a.text + " ", true
	case t.tag&poss != 0:
		kind := r.g.possessives[t.lower]
		a := r.antecedent(kind)
		if a == nil || start > 2 {
			return "", false
		}
		tail := "'s "
		if a.plural && strings.HasSuffix(a.text, "s") {
			tail = "' "
		}
		rest := r.raw(s, start+1, end)
		if i := strings.IndexByte(rest, '('); i > 0 && strings.HasSuffix(rest, ")") {
			rest = strings.TrimSpace(rest[:i])
		}
		return a.text + tail + rest + " ", true
	case t.tag&demo != 0:
		return "", false // "this decision" says nothing away from its paragraph
	case t.tag&ing != 0 && (end == start+1 || s.is(start+1, r.g.ofWords...)): // "Planning of the pier began"
	case t.tag&punct != 0 && (t.lower == "\"" || t.lower == "“") && s.is(end-1, "\"", "”"): // a work's title
	case t.tag&(deictic|modal|rel|that|sub|prep|infinitive|ing) != 0:
		return "", false
	case t.tag&vague != 0 && t.tag&pron != 0:
		return "", false
	case t.tag&punct != 0:
		return "", false
	}
	if end-start > 24 {
		return "", false
	}
	for i := start; i < end; i++ {
		if s.has(i, name) {
			break // what comes after can point to it
		}
		if s.has(i, poss|pron|demo) && s.tokens[i].depth == 0 {
			return "", false // "the war and its end": whose?
		}
	}
	if s.is(end-1, r.g.proforms...) {
		return "", false // "the last one"
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

// before returns the token after the subject that begins at start: adverbs and clitics before the verb are left out.
func (r *reader) before(s *sentence, start, verb int) int {
	end := verb
	for end > start {
		switch {
		case s.is(end-1, "'", "’") && end-2 >= start && s.has(end-2, adverb|neg):
			end -= 2
		case s.has(end-1, adverb|neg) && !s.has(end-1, name):
			end--
		default:
			return end
		}
	}
	return end
}

// objects returns the predicate in tokens [from,to) with the pronouns in it that point out of the line replaced. If
// one cannot be, it returns false.
func (r *reader) objects(s *sentence, d dated, from, to int) (string, bool) {
	named := false // a noun phrase in the predicate that the pronoun may stand for
	for i := from + 1; i < to; i++ {
		t := &s.tokens[i]
		if i >= d.lead && i < d.to {
			continue
		}
		if s.has(i, det|name) {
			named = true
		}
		kind := r.g.objects[t.lower]
		if kind == "" || s.has(i, name) || named {
			continue
		}
		if kind == "she" && i+1 < to && s.tokens[i+1].Kind == prose.Word && !s.has(i+1, det|prep|coord|adverb|infinitive|poss|sub|maybeSub) {
			continue // "her letters"
		}
		if kind != "he" && kind != "she" {
			return "", false
		}
		a := r.antecedent(kind)
		if a == nil {
			return "", false
		}
		return r.words(s, d, from, i) + " " + a.text + " " + r.words(s, d, i+1, to), true
	}
	return r.words(s, d, from, to), true
}

// shared returns the subject of the clause before the one at from.
func (r *reader) shared(s *sentence, from int) (string, bool) {
	if from == 0 || !s.has(from, coord) {
		return "", false
	}
	first := -1
	for _, v := range s.verbs {
		if v < from {
			first = v
			break
		}
	}
	if first < 0 {
		return "", false
	}
	start := 0
	for i := first; i >= 0; i-- {
		if s.tokens[i].clause {
			start = i
			break
		}
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
	return r.subject(s, start, start, first)
}
