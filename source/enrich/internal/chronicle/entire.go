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

// entire makes an entry of the whole sentence that expression k dates. Led says that what its opening adverbial names has been told:
// "After the fall of the town in 1943, …".
func (r *reader) entire(s *sentence, exprs []temporal.Expression, k int, led bool) (Entry, bool) {
	x := &exprs[k]
	if r.g.lang != "en" || s.asks || len(s.verbs) == 0 || s.span.End-s.span.Start > maxEntire || x.Start < s.span.Start || !x.Resolved() ||
		x.Type == temporal.DURATION || x.Type == temporal.SET || x.Grain > temporal.Century || x.Grain == temporal.Season && x.Context ||
		x.Lead != temporal.At && !(x.Lead == temporal.From && x.Range != nil) || x.Range != nil && x.Start != x.Range.Start {
		return Entry{}, false
	}
	if ru, _ := utf8.DecodeLastRuneInString(r.text[s.span.Start:s.span.End]); ru != '.' {
		return Entry{}, false
	}
	d, ok := r.adverbial(s, x)
	if !ok || d.whole {
		return Entry{}, false
	}
	start, verb, ok := r.mainSubject(s)
	if !ok || led && d.to > start || s.has(verb+1, that) || s.has(r.main(s, verb), that) || !r.occurs(s, d, verb) {
		return Entry{}, false
	}
	if d.lead > start && d.to <= verb && !s.comma(d.lead-1) && measured(s.lowerAt(d.lead-1)) {
		return Entry{}, false // "The population in 1990 grew to 4,000": the date is its subject's
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
	last, ok := r.selfContained(s, d, first, start, verb)
	if !ok || last < len(s.tokens) && r.existential(s, start, verb) {
		return Entry{}, false
	}
	subject, ok := "there", true
	if !r.existential(s, start, verb) {
		subject, ok = r.subject(s, start, start, verb)
	}
	if subject = strings.TrimSpace(subject); !ok || subject == "" || s.has(start, vague) {
		return Entry{}, false
	}
	if d.lead == first && (start == d.to || start == d.to+1 && s.comma(d.to)) {
		first = start // the date opens the sentence
	} else if d.lead == first && x.Context && d.to < start && (s.comma(d.to) || s.has(d.to, prep)) {
		first = d.to // "On the same evening in Hull"
		if s.comma(first) {
			first++
		}
	}
	text := subject + " " + r.raw(s, r.predicate(s, start, verb), last)
	if led && first < start && s.comma(start-1) && d.to == start-1 && s.is(first, "after", "upon", "following") {
		// "After Lowe's death in 1969, two schools emerged": the death has been told, and the date is its own.
		text = upperFirst(strings.TrimRight(r.raw(s, first, d.lead), " ,")) + ", " + text
	} else if first < start {
		text = upperFirst(r.raw(s, first, start)) + " " + text
	}
	if text, ok = r.finish(s, withoutAsides(text), start, verb); !ok {
		return Entry{}, false
	}
	e := Entry{Expression: x, EDTF: x.EDTF, Lower: x.Lower, Upper: x.Upper, Phrase: r.g.phrase(x), Summary: text, Rule: "whole"}
	if x.Range != nil {
		e.EDTF, e.Lower, e.Upper = x.Range.EDTF, x.Range.Lower, x.Range.Upper
		e.Phrase = r.g.rangePhrase(r.text, x, exprs[min(k+1, len(exprs)-1)])
	}
	return e, true
}

// selfContained returns the token before which a sentence ends that points at nothing outside from token first on: its end, or
// the comma behind date and verb with which a clause begins that does. Start is its main clause's subject.
func (r *reader) selfContained(s *sentence, d dated, first, start, verb int) (int, bool) {
	for i := first; i < len(s.tokens); i++ {
		if i >= d.lead && i < d.to || !r.offends(s, d, start, verb, i) {
			continue
		}
		for c := i; c > max(d.to-1, verb+1); c-- {
			if s.tokens[c].depth == 0 && s.is(c, ";") || s.comma(c) && (s.has(c+1, coord|ing|rel|sub) || s.is(c+1, "however") || s.is(c+1, "a", "an") && s.has(c-1, name)) && !s.has(c+1, name) {
				return c, true
			}
		}
		return 0, false
	}
	return len(s.tokens), true
}

// offends reports whether token i makes the sentence one that does not stand alone or tells of more than one event.
func (r *reader) offends(s *sentence, d dated, start, verb, i int) bool {
	t := &s.tokens[i]
	object := r.traits[t.Form].object != ""
	switch {
	case t.depth > 0 && t.lower != "[": // what stands in brackets is left out
		return i > verb && r.dating(s, i) && !s.has(i, when) && r.otherDate(s, d, i) // "edited the letters (1932)"
	case r.dating(s, i) && !s.has(i, when):
		return r.otherDate(s, d, i)
	case s.has(i, name):
		return i < start && s.has(start, pron) && r.inner(s, start) == nil // "After the end of Reed's reign, he"
	case s.has(i, deictic) && !s.has(i, rel):
		return i != start || !r.existential(s, start, verb)
	case s.has(i, present|modal|neg|iffy|vague), r.g.habits[t.lower], t.lower == "%", s.has(i, report) && s.has(i-1, had), s.isVerb(i) && (s.says(i) || d.lead > i && s.nextClause(i+1) > d.lead && (s.planned(d, i, i) || s.planned(d, i, r.main(s, i)))):
		return true
	case t.lower == "“" || t.lower == "\"" && !t.quoted:
		return !r.titleAt(s, i)
	case t.Kind == prose.Punct:
		return strings.Contains("[]:;–—", t.lower) || (t.lower == "”" || t.lower == "\"") && !t.quoted
	case r.ofWhatKind(s, i):
		return true
	case s.has(i, demo):
		return !(s.has(i, that) && (t.clause || s.isVerb(i+1)))
	case s.has(i, pron|poss) || object:
		return i < start || i > start && !r.bound(s, start, verb, i)
	}
	return false
}

// measured reports whether a noun is of what is counted or measured at a date.
func measured(noun string) bool {
	switch noun {
	case "population", "number", "numbers", "rate", "share", "proportion", "average", "total", "output", "income", "turnover", "attendance", "membership", "production":
		return true
	}
	return false
}

// withoutAsides takes out the brackets that hold more than a name's letters: "(ICAO)" stays.
func withoutAsides(text string) string {
	for at := 0; ; {
		open := strings.IndexByte(text[at:], '(')
		if open < 0 {
			return text
		}
		open += at
		shut := strings.IndexByte(text[open:], ')')
		if shut < 0 || strings.IndexByte(text[open+1:open+shut], '(') >= 0 {
			return text // finish refuses what does not close
		}
		shut += open
		if allCaps(text[open+1 : shut]) {
			at = shut
			continue
		}
		text = strings.TrimRight(text[:open], " ") + text[shut+1:]
		at = len(strings.TrimRight(text[:open], " "))
	}
}

// otherDate reports whether the token at i is of a date that the event may be of in place of d. An hour of the same day and the
// end of what came of it are none.
func (r *reader) otherDate(s *sentence, d dated, i int) bool {
	if s.is(i-1, "until", "till") || s.is(i-2, "until", "till") || s.has(i-1, det|poss) && (s.has(i+1, name) || s.plain(i+1)) || s.is(i-1, "s") && s.is(i-2, "'", "’") {
		return false // "the 2002 final", "Lowe's 1902 book"
	}
	return s.tokens[i].Start < d.start || s.tokens[i].Start >= d.end
}

// titleAt reports whether the quotation mark at i opens what something is called, not what somebody said: a few words without a
// mark in them, or capitals, and no comma before.
func (r *reader) titleAt(s *sentence, i int) bool {
	if i > 0 && s.has(i-1, punct) || s.isVerb(i-1) && !s.has(i-1, either) {
		return false
	}
	capitals := 0
	for n := i + 1; n < i+16 && n < len(s.tokens); n++ {
		if s.is(n, "”", "\"") {
			return n > i+1 && (n < i+9 || 2*capitals >= n-i-1)
		}
		if s.has(n, name) {
			capitals++
		}
		if s.tokens[n].Kind == prose.Punct && !s.is(n, "-", "'", "’") && !(s.is(n, ",", ":") && 2*capitals >= n-i) {
			return false
		}
	}
	return false
}

// occurs reports whether the sentence tells an event at the date: its main clause with the verb given, one joined to it, or the
// subordinate one that the date stands in.
func (r *reader) occurs(s *sentence, d dated, verb int) bool {
	event := func(v int) bool {
		return !s.denied(v, v+1) && !s.says(v) && r.changes(s, d, v, r.main(s, v))
	}
	if s.denied(verb, verb+1) || s.says(verb) {
		return false
	}
	open := min(d.lead, len(s.tokens)-1)
	for open > 0 && !s.tokens[open].clause {
		open--
	}
	if s.has(open, sub|maybeSub|rel|that) && !s.has(open, name) {
		inner := -1
		for _, v := range s.verbs {
			if v > open && (inner < 0 || v < d.lead) {
				inner = v
			}
		}
		if inner > 0 && inner != verb && r.g.verbBefore(s, open+1) && !(inner < verb && event(verb) && !s.has(open, rel|that)) {
			if inner < verb && s.has(open, rel|that) {
				return false // "The governor, who had been elected in 1912, blamed the union"
			}
			if !event(verb) && s.has(open, sub|maybeSub) && !s.is(open, "until", "till") {
				return false // "The bell was heavy when the pier was bombed"
			}
			return !s.is(open, "since", "than", "as") && event(inner) && (!s.has(verb, had) || s.has(verb, be))
		}
	}
	if s.has(verb, had) && !s.has(verb, be) {
		return false
	}
	if event(verb) || r.existential(s, verb-1, verb) {
		return true
	}
	for _, v := range s.verbs {
		at := v
		for at > verb && !s.tokens[at].clause {
			at--
		}
		if at > verb && s.has(at, coord) && !s.has(at, name) && event(v) && d.lead > at {
			return true // "was reorganising the paper and invited Lowe"
		}
	}
	return false
}

// existential reports whether "there" at start with the verb given says that something took place: "there was an outbreak of".
func (r *reader) existential(s *sentence, start, verb int) bool {
	if !s.is(start, "there") || verb != start+1 || !s.has(verb, be) || !s.has(verb+1, det) || s.is(verb+1, "no") {
		return false
	}
	for i := verb + 2; i < verb+6 && i < len(s.tokens) && !s.has(i, prep|punct); i++ {
		if r.g.occasions[s.tokens[i].lower] || r.g.ceremonies[s.tokens[i].lower] || r.g.surges[s.tokens[i].lower] {
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
	if start = r.lead(s, from, verb); r.existential(s, verb-1, verb) {
		start = verb - 1
	}
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
