package chronicle

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// Lives are told in a formula behind the name that opens a sentence: "Emil Brandt (* 3. Mai 1902 in Emden; † 1971 in Bonn) war
// …", "Jeanne Aubry, née le 3 mai 1902 à Lyon et morte en 1971, est …"; or before it: "Née le 3 mai 1902 à Lyon, Jeanne Aubry …".

// lives are a language's words for it: signs and participles before the date, and how a line says it.
type lives struct {
	born, died       []string
	between          []string // what may stand between them and the date
	places           []string // prepositions of the place
	bornIn, diedIn   string   // behind the name; %s is the place
	fronted, pronoun []string // participles that open the sentence, pronouns that may follow
}

// formula tells of a birth or a death that expression x dates in such a formula.
func (r *reader) formula(s *sentence, x *temporal.Expression) (string, bool) {
	l := r.g.lives
	if l == nil || x.Range != nil || x.Type != temporal.DATE {
		return "", false
	}
	from := s.tokenAt(x.Start)
	mark := from - 1
	for s.is(mark, l.between...) {
		mark--
	}
	born, died := s.is(mark, l.born...), s.is(mark, l.died...)
	if !born && !died {
		return "", false
	}
	name, ok := "", false
	switch {
	case s.tokens[mark].depth > 0:
		open := mark
		for open > 0 && !s.is(open, "(") {
			open--
		}
		name, ok = r.nameAt(s, 0, open)
	case mark == 0 && born && s.is(0, l.fronted...):
		name, ok = r.nameAfter(s, from)
	default:
		comma := 0
		for comma < mark && !s.comma(comma) {
			comma++
		}
		if comma < mark && s.is(comma+1, l.fronted...) {
			name, ok = r.nameAt(s, 0, comma)
		}
	}
	if !ok {
		return "", false
	}
	form := l.bornIn
	if died {
		form = l.diedIn
	}
	place := r.placeBehind(s, x)
	if place != "" {
		place = " " + place
	}
	return upperFirst(name) + strings.Replace(form, " %s", place, 1) + ".", true
}

// nameAt reads tokens [from,to), up to a comma, as a person's name.
func (r *reader) nameAt(s *sentence, from, to int) (string, bool) {
	end, last := from, ""
	for end < to && !s.comma(end) {
		word := s.tokens[end].In(r.text)
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case s.tokens[end].Kind == prose.Word && unicode.IsUpper(first):
			last = word
		case end > from && s.is(end, "-", "'", "’", ".", "von", "van", "de", "du", "des", "la", "le", "der", "den", "zu", "zur", "al", "as", "ibn", "d", "di", "da", "dos", "und", "et"):
		default:
			return "", false
		}
		end++
	}
	if end == from || end > from+9 || last == "" || s.has(from, det|pron|prep|poss) && !s.has(from, name) {
		return "", false
	}
	return r.raw(s, from, end), true
}

// nameAfter returns the name, or what the pronoun stands for, that follows the comma after the formula at a sentence's beginning.
func (r *reader) nameAfter(s *sentence, i int) (string, bool) {
	for i < len(s.tokens) && !s.comma(i) {
		i++
	}
	if i+1 >= len(s.tokens) {
		return "", false
	}
	if s.is(i+1, r.g.lives.pronoun...) {
		if a := r.antecedent(s.tokens[i+1].lower); a != nil && a.person {
			return a.text, true
		}
		return "", false
	}
	to := i + 1
	for to < len(s.tokens) && !r.finite(s, to) && !s.comma(to) {
		to++
	}
	return r.nameAt(s, i+1, to)
}

// placeBehind returns the place that follows a date in such a formula, with its preposition.
func (r *reader) placeBehind(s *sentence, x *temporal.Expression) string {
	i := 0
	for i < len(s.tokens) && s.tokens[i].Start < x.End {
		i++
	}
	if !s.is(i, r.g.lives.places...) {
		return ""
	}
	depth, to := s.tokens[i].depth, i+1
	for to < len(s.tokens) && s.tokens[to].depth == depth && s.tokens[to].Kind != prose.Number && !s.is(to, ",", ";", ")", "(", ".", "†", "–") && !(s.has(to, coord) && !s.has(to, name)) && !s.is(to, r.g.lives.died...) && !r.finite(s, to) {
		to++
	}
	if to == i+1 || to > i+7 || !s.has(to-1, name) {
		return ""
	}
	return r.raw(s, i, to)
}
