package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// What a noun phrase names: a person by trade or kin, one thing or several, a name behind a title.

// thing returns the noun phrase that begins at token i, up to what is no part of it.
func (r *reader) thing(s *sentence, i int) string {
	return r.raw(s, i, r.thingEnd(s, i))
}

// thingEnd returns the token after the noun phrase that begins at token i behind its article.
func (r *reader) thingEnd(s *sentence, i int) int {
	to := i + 1
	for to < len(s.tokens) && to < i+5 && s.tokens[to].Kind == prose.Word && !s.has(to, prep|coord|sub|rel|that|maybeSub|pron|be|had|modal|present|adverb|infinitive|poss|det|either|part) {
		to++
	}
	return min(to, len(s.tokens))
}

// single reports whether the words from token i on name one thing that "it" could mean: no person, nothing plural.
func (r *reader) single(s *sentence, i int) bool {
	for ; i < len(s.tokens) && s.tokens[i].Kind == prose.Word && !s.has(i, prep|coord|sub|rel|that|maybeSub|pron); i++ {
		if r.roleAt(s, i) || r.surname(&s.tokens[i]) != "" || r.g.occasions[s.tokens[i].lower] {
			return false
		}
		if next := i + 1; next >= len(s.tokens) || s.tokens[next].Kind != prose.Word || s.has(next, prep|coord|sub|rel|that|maybeSub|had) || r.g.lang == "en" && (s.isVerb(next) || s.has(next, modal|present|adverb|deictic) && !s.has(next, name)) {
			w := s.tokens[i].lower
			return !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss")
		}
	}
	return false
}

// undertaken returns the first token of the thing that a bare noun of doing at from is about, so that "it" after it is that
// thing: "Work on a new dam started. It was opened …"; otherwise from.
func (r *reader) undertaken(s *sentence, from, to int) int {
	if r.g.lang == "en" && from+3 < to && happening(s.tokens[from].lower) && s.is(from+1, "on", "of") && s.has(from+2, det|name) {
		return from + 2
	}
	return from
}

// severalBare reports whether tokens [from,to) are a common noun in the plural that has its capital from the sentence it
// opens: "Grasshoppers ate …".
func (r *reader) severalBare(s *sentence, from, to int) bool {
	t := &s.tokens[from]
	return r.g.lang == "en" && to == from+1 && t.initial && !r.isName(t) && strings.HasSuffix(t.lower, "s") && !strings.HasSuffix(t.lower, "ss")
}

// human reports whether the noun phrase in tokens [from,to) is about a person without a name.
func (r *reader) human(s *sentence, from, to int) bool {
	for i := from; i < to && !s.comma(i); i++ {
		if s.has(i, name) && !s.tokens[i].initial {
			return false
		}
		if r.roleAt(s, i) && s.has(i+1, name) && i+1 < to {
			return false // "the physicist Ada Reed"
		}
		if r.roleAt(s, i) {
			return true
		}
	}
	return false
}

// folk reports whether token i is a noun for several persons: soldiers, men.
func (r *reader) folk(s *sentence, i int) bool {
	w := s.lowerAt(i)
	one, several := strings.CutSuffix(w, "s")
	return w == "men" || w == "women" || several && r.g.humans[one]
}

// sex returns "he" or "she" if one of the nouns in tokens [from,to) tells, or "".
func (r *reader) sex(s *sentence, from, to int) string {
	for i := from; i < to; i++ {
		if sex := r.traits[s.tokens[i].Form].sex; sex != "" {
			return sex
		}
	}
	return ""
}

// roleAt reports whether token i is a noun that names a person by what he or she does or is: surgeon, botanist, sister.
func (r *reader) roleAt(s *sentence, i int) bool {
	if i < 0 || i >= len(s.tokens) {
		return false
	}
	t := &r.traits[s.tokens[i].Form]
	return t.role || t.like && s.tokens[i].tag&adverb == 0
}

// titled returns the first token of the name in tokens [from,to) that a role leads in, "the physicist Ada Reed", or from.
func (r *reader) titled(s *sentence, from, to int) int {
	if r.g.lang != "en" || !s.has(from, det) || s.has(from, name) {
		return from
	}
	for i := from + 1; i+1 < to; i++ {
		if s.has(i, name) || s.tokens[i].Kind != prose.Word && s.lowerAt(i) != "-" {
			return from
		}
		if !r.roleAt(s, i) || !s.has(i+1, name) {
			continue
		}
		for k := i + 1; k < to; k++ {
			if !s.has(k, name) {
				return from
			}
		}
		return i + 1
	}
	return from
}

// firstName returns the first run of names from token i.
func (r *reader) firstName(s *sentence, i int) (from, to int) {
	for ; i < len(s.tokens); i++ {
		if s.has(i, name) && !s.has(i, opener) && (i > 0 || r.isName(&s.tokens[i])) {
			from = i
			for i < len(s.tokens) && s.has(i, name) {
				i++
			}
			return from, i
		}
	}
	return -1, -1
}
