package chronicle

import (
	"strings"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// Where no clause can be cut out, a sentence that says everything itself is told whole, its date in it, so that it does not
// matter which of its clauses the date belongs to: "After the fall of the town in 1943, Adam Lowe led the party north". It has
// one date, one main clause in the past, and a subject that it names; nothing in it points out of it, and it neither reports what
// somebody said nor counts nor tells a habit.

// maxEntire is the length in bytes of a sentence that is told whole.
const maxEntire = 280

// entire makes an entry of the whole sentence that expression k dates.
func (r *reader) entire(s *sentence, exprs []temporal.Expression, k int) (Entry, bool) {
	x := &exprs[k]
	if r.g.lang != "en" || s.asks || len(s.verbs) == 0 || s.span.End-s.span.Start > maxEntire || x.Start < s.span.Start || !x.Resolved() || x.Type == temporal.DURATION || x.Type == temporal.SET || x.Grain > temporal.Century ||
		x.Lead != temporal.At && !(x.Lead == temporal.From && x.Range != nil) || x.Range != nil && x.Start != x.Range.Start {
		return Entry{}, false
	}
	if r.dividedBy(s, exprs, k) {
		return Entry{}, false // which of the two?
	}
	d, ok := r.adverbial(s, x)
	if !ok || d.whole {
		return Entry{}, false
	}
	start, verb, ok := r.mainSubject(s)
	if !ok || s.denied(verb, verb+1) || s.says(verb) || !r.changes(s, d, verb, r.main(s, verb)) || s.has(verb, had) {
		return Entry{}, false
	}
	if s.has(r.main(s, verb), that) || s.has(verb+1, that) || x.Grain == temporal.Season && x.Context {
		return Entry{}, false
	}
	if r.passiveAt(s, d, verb) || d.to < len(s.tokens) && s.comma(d.to) && r.apposition(s, s.behindComma(0, d.lead)) {
		return Entry{}, false // "The Hull Party, a party formed in 2008, won": the date is not the main clause's
	}
	first := 0
	for first < start && (s.has(first, opener|coord) && !s.has(first, name) || s.comma(first)) {
		first++
	}
	if x.Range != nil && d.lead > first && d.lead < start {
		return Entry{}, false // "After serving from 1838 to 1840, Lowe resigned"
	}
	for i := first; i < len(s.tokens); i++ {
		t := &s.tokens[i]
		switch {
		case s.has(i, name) || i >= d.lead && i < d.to:
		case t.quoted, s.has(i, present|modal|neg|deictic|report|iffy|vague|plan), r.g.habits[t.lower], t.lower == "%":
			return Entry{}, false
		case t.lower == "(" && (!s.has(i-1, name) || s.tokens[min(i+1, len(s.tokens)-1)].Kind == prose.Number):
			return Entry{}, false
		case i < start && s.has(start, pron) && s.has(i, name) && !r.dating(s, i):
			return Entry{}, false
		case s.has(i, demo) && !(s.has(i, that) && (t.clause || s.isVerb(i+1))):
			return Entry{}, false
		case i > start && (s.has(i, pron|poss) || r.traits[t.Form].object != "") && !r.bound(s, start, verb, i):
			return Entry{}, false
		case i < start && (s.has(i, pron|poss) || r.traits[t.Form].object != ""):
			return Entry{}, false
		case t.Kind == prose.Punct && strings.Contains("[]:;“”\"–—", t.lower) && t.lower != "":
			return Entry{}, false
		}
	}
	subject, ok := r.subject(s, start, start, verb)
	if !ok || subject == "" || s.has(start, vague) {
		return Entry{}, false
	}
	if d.lead == first && (start == d.to || start == d.to+1 && s.comma(d.to)) {
		first = start // the date opens the sentence
	}
	end := r.predicate(s, start, verb)
	last := len(s.tokens)
	text := r.raw(s, first, start) + " " + strings.TrimSpace(subject) + " " + r.raw(s, end, last)
	if first == start {
		text = strings.TrimSpace(subject) + " " + r.raw(s, end, last)
	}
	if ru, _ := utf8.DecodeLastRuneInString(r.text[s.span.Start:s.span.End]); ru != '.' {
		return Entry{}, false
	}
	text, ok = r.finish(s, text, start, verb)
	if !ok {
		return Entry{}, false
	}
	e := Entry{Expression: x, EDTF: x.EDTF, Lower: x.Lower, Upper: x.Upper, Phrase: r.g.phrase(x), Summary: text, Rule: "whole"}
	if x.Range != nil {
		e.EDTF, e.Lower, e.Upper = x.Range.EDTF, x.Range.Lower, x.Range.Upper
		e.Phrase = r.g.rangePhrase(r.text, x, exprs[min(k+1, len(exprs)-1)])
	}
	return e, true
}

// dividedBy reports whether the sentence of expression k has another date, which the event may be of. An hour of the same day and
// the end of what came of it are none.
func (r *reader) dividedBy(s *sentence, exprs []temporal.Expression, k int) bool {
	x := &exprs[k]
	first := k
	for first > 0 && exprs[first-1].End > s.span.Start {
		first--
	}
	for i := first; i < len(exprs) && exprs[i].Start < s.span.End; i++ {
		y := &exprs[i]
		if i == k || !y.Resolved() || x.Range != nil && y.End <= x.Range.End && y.Start >= x.Range.Start || y.Lead == temporal.Until {
			continue
		}
		if y.Grain != temporal.Clock || x.Grain != temporal.Day || y.Lower.Compare(x.Upper) > 0 || y.Upper.Compare(x.Lower) < 0 {
			return true
		}
	}
	return false
}

// mainSubject returns where the main clause's subject begins, and its verb.
func (r *reader) mainSubject(s *sentence) (start, verb int, ok bool) {
	from := 0
	for from < len(s.tokens) && (s.has(from, opener|coord) && !s.has(from, name) || s.comma(from)) {
		from++
	}
	if from >= len(s.tokens) {
		return 0, 0, false
	}
	if s.has(from, sub|maybeSub) && r.g.verbBefore(s, from+1) {
		for from < len(s.tokens) && !s.comma(from) {
			from++
		}
		from++
	}
	verb = -1
	for _, v := range s.verbs {
		if v < from {
			continue
		}
		open := v
		for open > from && !s.tokens[open].clause {
			open--
		}
		if open > from && s.has(open, sub|rel|that|maybeSub) && !s.has(open, name) {
			continue
		}
		verb = v
		break
	}
	if verb <= from {
		return 0, 0, false
	}
	start = r.lead(s, from, verb)
	for start < verb && r.dating(s, start) {
		start++
	}
	if start < verb && s.comma(start) {
		start++
	}
	return start, verb, start < verb
}

// main returns the token that says what happened: the verb, or its participle behind an auxiliary.
func (r *reader) main(s *sentence, verb int) int {
	next := verb + 1
	for s.has(next, adverb) && !s.has(next, name) {
		next++
	}
	return next
}

// bound reports whether the pronoun at i, behind the subject that begins at start, can only mean that subject: a possessive of the
// subject's kind, or another clause's subject.
func (r *reader) bound(s *sentence, start, verb, i int) bool {
	full, own, thing := r.doer(s, "", start, verb)
	kind := r.g.pronouns[s.tokens[i].lower]
	if s.has(i, poss) {
		kind = r.g.possessives[s.tokens[i].lower]
	}
	if kind == "" {
		return false
	}
	for n := verb; n < i; n++ {
		if s.has(n, name) && !r.dating(s, n) && (r.given(&s.tokens[n]) != "" || r.surname(&s.tokens[n]) != "") {
			return false
		}
	}
	switch kind {
	case "he", "she":
		return (full != "" || own != "") && (own == "" || own == kind)
	case "it":
		return s.has(i, poss) && thing && !r.plural(s, start, r.before(s, start, verb))
	}
	return s.has(i, poss) && r.plural(s, start, r.before(s, start, verb))
}
