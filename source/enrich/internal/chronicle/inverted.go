package chronicle

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// German puts the verb second, and what belongs to it at the sentence's end, so nothing is cut inside a clause. A date in
// front is taken out and the subject put in its place: "1741 gründete Thomas Weber eine Werft" becomes "Thomas Weber
// gründete eine Werft". Where the subject's end is not sure the date stays.

// tellInverted tells a German clause.
func (r *reader) tellInverted(s *sentence, d dated) (summary, rule string, ok bool) {
	first, end := r.mainClause(s, d)
	for first < d.lead && (s.has(first, opener|coord) && !s.has(first, name|past) || s.tokens[first].lower == ",") {
		first++
	}
	if first >= end || s.tokens[end-1].End-s.tokens[first].Start > 240 || r.later(s, d, first, end) {
		return "", "", false
	}
	if r.sharesRest(s, end) {
		return "", "", false
	}
	verb, rule := -1, "clause"
	switch {
	case first == d.lead:
		rule, verb = "fronted", d.to
	case s.isVerb(d.to) && s.has(first, prep) && !s.has(first, name) && !r.points(s, first, d.lead):
		verb = d.to // "Bei der Wahl im März 1933 erhielt": the date goes, the rest of the front stays
	default:
		for _, v := range s.verbs {
			if v >= first && v < d.lead {
				verb = v
				break
			}
		}
		if verb <= first {
			return "", "", false
		}
		for i := verb + 1; i+1 < d.lead; i++ {
			if s.has(i, coord) && s.isVerb(i+1) && !s.has(first, pron) && !r.points(s, verb, i) {
				return r.second(s, d, first, verb, i+1, end) // "blieb drei Monate und veröffentlichte 1932 ein Buch"
			}
		}
		for i := first; i < d.lead; i++ {
			if i < verb && s.has(first, poss) && r.apposed(s, first, verb) != "" {
				continue
			}
			if s.tokens[i].lower == "," || s.has(i, sub|coord) && i > verb {
				return "", "", false
			}
		}
	}
	if !s.isVerb(verb) || verb >= end || perfect(s.tokens[verb].lower) || r.habitual(s, d, verb) || s.has(verb, stative) && !(d.x.Range != nil && r.g.lasting[s.tokens[verb].lower]) {
		return "", "", false
	}
	for i := first; i < end; i++ {
		if s.has(i, modal|neg) || s.tokens[i].quoted && i < d.to {
			return "", "", false
		}
		if s.tokens[i].lower == "," && i > verb {
			break // what comes after is another clause
		}
	}
	subject := first
	if rule == "fronted" {
		subject = verb + 1
	}
	if full := r.apposed(s, first, verb); rule == "clause" && s.has(first, poss) && full != "" {
		text, ok := r.finish(s, full+" "+r.words(s, d, verb, end), first, verb)
		return text, rule, ok // "Ihr Direktor, August Schmal, reiste an"
	}
	if subject >= end || s.has(first, deictic|demo|poss|sub|rel) || s.has(subject, deictic|demo|poss) || s.is(subject, "heute", "hier", "dort", "es", "man") ||
		s.is(subject, "sich") && rule != "fronted" || rule == "clause" && s.has(subject, prep) && r.points(s, subject, verb) {
		return "", "", false
	}
	if r.kinAlone(s, subject) {
		return "", "", false
	}
	replaced := ""
	if s.has(subject, pron) {
		a := r.antecedent(s.tokens[subject].lower)
		if a == nil || s.is(subject, "sie") && strings.HasSuffix(s.tokens[verb].lower, "en") {
			return "", "", false
		}
		replaced = a.text
	}
	text := ""
	switch {
	case rule == "fronted" && replaced != "":
		text = replaced + " " + r.raw(s, verb, subject) + " " + r.raw(s, subject+1, end)
	case rule == "fronted":
		to := r.nominative(s, subject, end)
		if to == 0 {
			to = r.constituent(s, subject, end)
		}
		if to > 0 {
			self := subject // "setzte sich der Zug"
			if s.is(subject, "sich") {
				self++
			}
			text = r.raw(s, self, to) + " " + r.raw(s, verb, self) + " " + r.raw(s, to, end)
			break
		}
		// The date stays before the verb; one that leans on its paragraph, "zwei Jahre später", is written out.
		date := r.raw(s, first, verb)
		if d.x.Context {
			date = r.g.inFront(d.x)
		}
		text = date + " " + r.raw(s, verb, end)
	case replaced != "":
		text = replaced + " " + r.words(s, d, subject+1, end)
	default:
		text = r.words(s, d, first, end)
	}
	from := verb
	if replaced != "" {
		from = max(verb, subject)
	}
	if s.is(verb, "wurde", "wurden") && s.has(end, coord) && !s.has(end, name) && r.bracketed(s, verb, end) == "" {
		// "wurde 1632 von Otto und 1645 von den Schweden erobert": the participle is that of both.
		to := end + 1
		for to < len(s.tokens) && !s.comma(to) && !s.is(to, ".", ";", ":") && !(s.has(to, coord) && !s.has(to, name)) {
			to++
		}
		if w := r.bracketed(s, end, to); w != "" && r.later(s, d, end, to) {
			text += " " + w
		} else if w != "" {
			return "", "", false
		}
	}
	if text, ok = r.resolved(s, d, text, replaced, from, verb, end); !ok {
		return "", "", false
	}
	if r.headless(s, verb, end) {
		return "", "", false // "baute eine neue", "wurde ein neues eingeweiht": what?
	}
	text, ok = r.finish(s, text, first, verb)
	return text, rule, ok
}

// second tells the second of two verbs that share a subject.
func (r *reader) second(s *sentence, d dated, first, verb, other, end int) (string, string, bool) {
	if s.has(first, prep|deictic|demo|poss|sub|rel|det) && !s.has(first, name) && !s.is(first, r.g.nominatives...) || s.has(other, stative) || verb-first > 8 {
		return "", "", false
	}
	for i := first; i < end; i++ {
		if s.has(i, modal|neg) || s.tokens[i].quoted || s.comma(i) && i < d.to {
			return "", "", false
		}
	}
	text := r.raw(s, first, verb) + " " + r.words(s, d, other, end)
	text, ok := r.resolved(s, d, text, "", other, other, end)
	if !ok {
		return "", "", false
	}
	text, ok = r.finish(s, text, first, other)
	return text, "clause", ok
}

// mainClause returns the bounds of the main clause that holds the date: clauses are parted by semicolons and colons, by ",
// und", and by a comma before another date with a verb of its own. What "und" adds with a date of its own is left out.
func (r *reader) mainClause(s *sentence, d dated) (first, end int) {
	end = len(s.tokens)
	starts := func(i int) bool {
		switch {
		case s.is(i-1, ";", ":") && s.tokens[i-1].depth == 0:
			return true
		case i > 1 && s.comma(i-1):
			if s.has(i, coord) {
				return true
			}
			// ", im Juli 1857 senkte sie": the date and its verb.
			k := i
			for k < len(s.tokens) && k < i+3 && s.has(k, prep|adverb) && !r.dating(s, k) {
				k++
			}
			if !r.dating(s, k) {
				return false
			}
			for k < len(s.tokens) && r.dating(s, k) {
				k++
			}
			return true
		}
		return false
	}
	for i := d.lead; i > 0; i-- {
		if starts(i) {
			first = i
			break
		}
	}
	for i := d.to; i < end; i++ {
		if starts(i) {
			end = i
			if s.comma(i - 1) {
				end--
			}
			break
		}
	}
	for i := d.to; i < end; i++ {
		if s.has(i, coord) && !s.has(i, name) && r.later(s, d, i, end) {
			end = i // "fiel 1807 an Westphalen und 1815 an Preußen"
			break
		}
	}
	return first, end
}

// points reports whether one of tokens [from,to) points out of the line: "nach seinem Tod", "in dieser Zeit".
func (r *reader) points(s *sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if s.has(i, poss|demo|pron|rel) && !s.has(i, name) && !r.dated(s, i) { // "den 1970er Jahren"
			return true
		}
	}
	return false
}

// nominative returns the token after the noun phrase at i that is the clause's subject, or 0 where that is not sure.
func (r *reader) nominative(s *sentence, i, end int) int {
	if s.is(i, "sich") {
		i++
	}
	start, det, role := i, false, false
	if s.is(i, r.g.nominatives...) || i < end && s.tokens[i].Kind == prose.Number {
		det = true
		i++
	} else if s.has(i, prep|pron|sub|coord|demo|poss|adverb|neg) && !s.has(i, name) || s.is(i, r.g.obliques...) {
		return 0
	}
	for n := 0; i < end && n < 4 && (s.tokens[i].Kind == prose.Number || s.tokens[i].Kind == prose.Word && !s.has(i, name)); n++ {
		// The adjectives between: "die letzten 22 Mitglieder", "amerikanische Truppen".
		if w := s.tokens[i].lower; s.tokens[i].Kind == prose.Word && (s.has(i, prep|pron|sub|coord|demo|poss|neg) || s.is(i, r.g.obliques...) || !strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "en") && !strings.HasSuffix(w, "er") && !strings.HasSuffix(w, "es")) {
			return 0
		}
		det = true
		i++
	}
	if i >= end || !s.has(i, name) {
		return 0
	}
	word := s.tokens[i].In(r.text)
	role = r.g.titles[s.tokens[i].lower] || given(word) != "" || det && r.roleAt(s, i)
	i++
	for i < end && s.has(i, name) && s.tokens[i].Kind == prose.Word {
		// Another noun right behind is of the name, or another phrase: "der Arzt Emil Brandt", "die Stadt Geld".
		if !role && r.given(&s.tokens[i]) == "" {
			if det && s.is(i+1, "die", "das", "den", "dem", "eine", "einen", "ein") {
				i++ // "die Gemeinde Hohenberg die Straße"
				break
			}
			return 0
		}
		role = role || r.given(&s.tokens[i]) != ""
		if r.given(&s.tokens[i]) == "" && !allCaps(s.tokens[i].In(r.text)) {
			role = false // the surname
		}
		i++
	}
	if i < end && s.tokens[i].lower == "." && allCaps(s.tokens[i-1].In(r.text)) {
		i++ // "Friedrich II."
	}
	if s.is(i, "von", "der", "zu") && s.has(i+1, name) && r.given(&s.tokens[max(start, i-1)]) != "" {
		i += 2 // "Katharina von Bora"
	}
	if s.is(i, "(") {
		for i < end && !s.is(i, ")") {
			i++
		}
		if i >= end {
			return 0 // it is not closed
		}
		i++ // "die Handelsorganisation (HO)"
	}
	if s.is(i, "und", "sowie") && s.has(i+1, name) && (i+2 >= end || !s.has(i+2, name) || s.tokens[i+2].Kind != prose.Word) {
		i += 2 // "860 Schülerinnen und Schüler"
	}
	for s.is(i, "des") {
		k := i + 1
		for k < end && !s.has(k, name) {
			k++
		}
		if k >= end || k > i+3 {
			return 0
		}
		i = k + 1 // "der Rat des Ortes"
	}
	if s.is(i, "aus", "von", "vom") {
		// "eine Gesellschaft aus Frankfurt"
		if !s.has(i+1, name) || s.has(i+2, name) && s.tokens[min(i+2, end-1)].Kind == prose.Word {
			return 0
		}
		i += 2
		if s.is(i, "/") && s.has(i+1, name) {
			i += 2 // "aus Sorau/Oberlausitz"
		}
	}
	switch {
	case i >= end:
		return i
	case s.is(i, "und", "sowie", "oder", ",", "-", "–", "(", "\"", "„"), s.is(i, "der", "eines", "einer") && !s.is(i-1, "."), s.is(i, "ein") && !s.has(start, name) && r.g.strikes[s.lowerAt(start-1)]:
		return 0 // more of the subject, or the subject itself: "zerstörte die Stadt ein Brand"
	}
	return i
}

// constituent returns the token after what stands at i, if it is one phrase whose end is sure and that can open a clause as
// well as the subject can: "wurde aus dem Kurhaus ein Lazarett", "zerstörte den Ort ein Brand".
func (r *reader) constituent(s *sentence, i, end int) int {
	if s.has(i, prep) && !s.has(i, name) {
		i++
	}
	if !s.has(i, det) && !s.is(i, r.g.obliques...) {
		return 0
	}
	i++
	for n := 0; n < 3 && i < end && s.tokens[i].Kind == prose.Word && !s.has(i, name); n++ {
		if s.has(i, prep|pron|sub|coord|demo|poss|neg|adverb) {
			return 0
		}
		i++
	}
	if i+1 >= end || !s.has(i, name) || s.has(i+1, name) && s.tokens[i+1].Kind == prose.Word || s.is(i+1, "und", "sowie", "oder", ",", "-", "–", "(", "der", "des", "von", "aus", "sich") {
		return 0
	}
	return i + 1
}

// resolved replaces the pronouns behind the verb that are no subject, "nahm sie auf", "nach ihr"; where one cannot be it
// returns false.
func (r *reader) resolved(s *sentence, d dated, text, replaced string, from, verb, end int) (string, bool) {
	for i := from + 1; i < end; i++ {
		if s.tokens[i].lower == "," && i > d.to {
			break
		}
		to := s.lowerAt(i + 1)
		bare := i+1 >= end || s.tokens[i+1].Kind != prose.Word || s.has(i+1, prep|sub) || to == "als"
		switch {
		case s.is(i, "es") && i == verb+1 && !s.has(i+1, infinitive), s.is(i, "ihnen", "diese", "dieses", "diesen", "diesem") && bare:
			return "", false // "leitete es": was?
		case pointers[s.tokens[i].lower]:
			return "", false
		case s.is(i, "ihm", "ihn"):
			return "", false // "gab ihm das Gericht recht": whom?
		case s.is(i, "sie"), s.is(i, "ihr") && bare:
			a := r.leading("she")
			if a == nil || replaced != "" {
				return "", false
			}
			word := " " + s.tokens[i].In(r.text)
			for at := 0; ; {
				k := strings.Index(text[at:], word)
				if k < 0 {
					return "", false
				}
				at += k + len(word)
				if next, _ := utf8.DecodeRuneInString(text[at:]); !unicode.IsLetter(next) {
					text = text[:at-len(word)+1] + a.text + text[at:]
					break
				}
			}
		}
	}
	return text, true
}

// inFront returns a date as it stands before the verb: "1786", "Im April 1945", "Am 17. März 1945".
func (g *grammar) inFront(x *temporal.Expression) string {
	switch phrase := g.phrase(x); x.Grain {
	case temporal.Day, temporal.Clock:
		return "Am " + phrase
	case temporal.Month, temporal.Season:
		return "Im " + phrase
	default:
		return phrase
	}
}
