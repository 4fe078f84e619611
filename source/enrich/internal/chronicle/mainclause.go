package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// A German main clause is told as it stands: only a date in front gives its place to the subject, which otherwise stands behind the
// verb ("1741 gründete Thomas Weber eine Werft"), a date in the middle is left out, and a pronoun gives way to whom it means. What
// stands under the clause stays where the clause needs it (Duden, Die Grammatik, 9th edition, on the order of the fields and on
// complement clauses); what has another date goes.

// tellMain tells the main clause of period n, in whose part k the date stands.
func (r *reader) tellMain(s *sentence, d dated, all []period, n, k int) (string, string, bool) {
	p := &all[n]
	verb := p.verb
	if q := &p.parts[k]; verb < 0 || d.to > q.to || q.to <= verb && (d.lead > q.from || d.to < q.to) {
		return "", "", false // "Beginnend am 3. Mai, wurde"
	}
	first := p.parts[0].from
	for first < verb && (s.has(first, opener|coord) && !s.has(first, name) || s.tokens[first].lower == ",") && first < d.lead {
		first++
	}
	if text, ok := r.leftOut(s, d, all, n, k); ok {
		return text, "gapped", true
	}
	if q := &p.parts[k]; k > 0 && q.from == d.lead && q.to == d.to && q.to < verb {
		first = d.lead // "Wenige Jahre später, 1446, kaufte"
	}
	end := r.fieldEnd(s, d, p, k)
	if end <= d.lead || end <= verb || s.tokens[end-1].End-s.tokens[first].Start > 260 || !r.happened(s, d, first, verb, end) {
		return "", "", false
	}
	for i := first; i < end; i++ {
		if s.is(i, "davon") && i == end-1 {
			continue // the prefix of "davontragen"
		}
		if s.is(i, "dies", "man", "ich", "wir", "uns", "dieser", "diese", "dieses", "damals", "ihn", "ihm", "ihnen", "dessen", "deren") &&
			!s.has(i, name) || pointers[s.tokens[i].lower] {
			return "", "", false // it points out of the line
		}
	}
	if r.later(s, d, first, end) || s.has(first, sub) && p.parts[0].under && r.points(s, first, p.parts[0].to) {
		return "", "", false
	}
	subject := first
	if fronted := d.lead <= first || !r.subjectAt(s, first, verb); fronted {
		subject = verb + 1
	}
	if verb == first {
		// "…, und verkaufte 1911 das Werk": the subject is that of the clause before.
		if n == 0 {
			return "", "", false
		}
		who := r.subjectOf(s, &all[n-1], all[:n-1])
		if who == "" {
			return "", "", false
		}
		text, ok := r.finish(s, who+" "+r.words(s, d, verb, end), first, verb)
		return text, "clause", ok && !r.pronounsIn(s, verb+1, end)
	}
	for subject > verb && s.is(subject, "hier", "dort", "dann", "sich") {
		subject++
	}
	replaced := ""
	if s.has(subject, pron) && !s.has(subject, name) {
		if replaced = r.meant(s, all[:n], subject, verb); replaced == "" {
			return "", "", false
		}
	} else if subject > verb && !s.has(subject, det|name|prep|poss|adverb) && s.tokens[subject].Kind == prose.Word && !s.is(subject, r.g.obliques...) && s.tokens[subject].tag != 0 {
		return "", "", false
	}
	if r.kinAlone(s, subject) || s.has(subject, poss|demo) && !s.has(subject, name) || r.pronounsIn(s, max(verb, subject)+1, end) || r.points(s, first, min(verb, end)) && subject != first && replaced == "" && !(s.has(subject, name) && r.given(&s.tokens[subject]) != "") {
		return "", "", false
	}
	for i := verb + 1; i < d.lead; i++ {
		// "wurde als Halt geführt und schon 1996 aufgelöst": the date is that of the second participle.
		if s.has(i, coord) && !s.has(i, name) && participle(s.tokens[i-1].lower) && r.bracketed(s, d.to, end) != "" {
			if subject != first || replaced != "" {
				return "", "", false
			}
			text, ok := r.finish(s, r.raw(s, first, verb+1)+" "+r.words(s, d, i+1, end), first, verb)
			return text, "clause", ok
		}
	}
	text := r.mainLine(s, d, first, verb, subject, end, replaced)
	if text == "" {
		return "", "", false
	}
	text, ok := r.finish(s, strings.TrimSpace(text), first, verb)
	if !ok || r.headless(s, verb, end) || s.is(end-1, "ein", "eine", "einen", "der", "die", "das", "und") {
		return "", "", false
	}
	return text, "clause", true
}

// mainLine puts the line of the main clause [first,end) together, whose subject begins at token subject or is replaced; "" where its
// date needs the sentence.
func (r *reader) mainLine(s *sentence, d dated, first, verb, subject, end int, replaced string) (text string) {
	inFront := !d.since && d.lead <= first && (d.to == verb || d.to == verb-1 && s.comma(d.to))
	behind := verb + 1
	for s.is(behind, "hier", "dort", "dann") {
		behind++ // the line stands under the article's title
	}
	switch {
	case inFront && replaced != "":
		text = replaced + " " + r.raw(s, verb, subject) + " " + r.raw(s, subject+1, end)
	case inFront:
		if to := r.nominative(s, behind, end); to > behind {
			self := behind
			if s.is(self, "sich") {
				self++
			}
			text = r.raw(s, self, to) + " " + strings.TrimSpace(r.raw(s, verb, verb+1)+" "+r.raw(s, behind, self)) + " " + r.raw(s, to, end)
			break
		}
		date := r.raw(s, d.lead, d.to)
		if d.x.Context {
			date = r.g.inFront(d.x)
		}
		text = date + " " + r.raw(s, verb, end)
	case d.lead <= first:
		// "Nur wenige Jahre später, 1446, kaufte": what parts the date from the verb stays with it.
		if d.x.Context {
			return ""
		}
		text = r.raw(s, first, end)
		if replaced != "" {
			text = r.raw(s, first, subject) + " " + replaced + " " + r.raw(s, subject+1, end)
		}
	case replaced != "" && subject == first:
		text = replaced + " " + r.words(s, d, first+1, end)
	case replaced != "" && d.lead > subject:
		text = r.raw(s, first, subject) + " " + replaced + " " + r.words(s, d, subject+1, end)
	case replaced != "":
		text = r.words(s, d, first, subject) + " " + replaced + " " + r.raw(s, subject+1, end)
	default:
		text = r.words(s, d, first, end)
	}
	for _, w := range [...]string{" hier", " dort", " dann"} {
		// The line stands under the article's title, or what it says is as true without the place.
		if before, after, found := strings.Cut(text, w+" "); found && !strings.Contains(after, w+" ") && before != "" {
			text = before + " " + after
		}
	}
	return text
}

// pointers stand for a preposition with what the text has just spoken of.
var pointers = setOf(`daran darauf daraus dabei dadurch dafür dagegen daher damit danach daneben darin darüber darum darunter davon davor dazu dazwischen
	hieran hierauf hieraus hierbei hierfür hiermit hierzu deshalb deswegen`)

// fieldEnd returns the token after what the line tells of period p, whose part k holds the date: what stands under it at its end
// is left out unless the clause needs it, and so is what has another date.
func (r *reader) fieldEnd(s *sentence, d dated, p *period, k int) int {
	end := p.parts[k].to
	for i := range p.parts {
		q := &p.parts[i]
		if q.verb == p.verb && i > k {
			k, end = i, q.to
		}
	}
	for i := k + 1; i < len(p.parts); i++ {
		q := &p.parts[i]
		if q.verb < 0 && !q.under && r.later(s, d, q.from, q.to) && !s.has(q.from, prep|coord|adverb) {
			return 0 // an apposition, and what comes after it
		}
		needed := s.is(q.from, "dass", "ob", "um") || s.is(q.from, "als", "wie") && q.verb < 0
		if r.later(s, d, q.from, q.to) || q.under && !needed || q.verb < 0 && s.is(q.from, "darunter", "also", "möglicherweise", "wobei", "sowie", "etwa") {
			break
		}
		end = q.to
	}
	// "in Hohenfelden und 1820 in Windischholzhausen": the second has its own date.
	for i := d.to; i < end; i++ {
		if i > p.verb && s.has(i, coord) && !s.has(i, name) && r.later(s, d, i, end) {
			if rest := r.bracketed(s, i, end); rest != "" || r.sharesRest(s, i) {
				return 0 // the right bracket stands behind both
			}
			return i
		}
	}
	return end
}

// subjectAt reports whether tokens [first,verb), the front, can be the subject.
func (r *reader) subjectAt(s *sentence, first, verb int) bool {
	if first >= verb {
		return false
	}
	if s.has(first, pron|poss) && !s.has(first, name) {
		return true
	}
	if s.has(first, prep|adverb|sub|opener) && !s.has(first, name) || s.is(first, r.g.obliques...) || r.dating(s, first) {
		return false
	}
	return s.has(first, det|name|demo) || s.tokens[first].Kind == prose.Number
}

// pronounsIn reports whether a pronoun in tokens [from,to) stands for what the line does not say.
func (r *reader) pronounsIn(s *sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if s.is(i, "sie", "er", "es", "ihr", "ihn", "ihm", "ihnen") && !s.has(i, name) && !r.dated(s, i) && (s.tokens[i].lower != "ihr" || i+1 >= to || s.tokens[i+1].Kind != prose.Word || s.has(i+1, prep|det)) {
			return true
		}
	}
	return false
}

// kinAlone reports whether the phrase at i names somebody's kin, and neither whose nor who: "der Vater".
func (r *reader) kinAlone(s *sentence, i int) bool {
	return s.has(i, det) && !s.has(i, name) && i+1 < len(s.tokens) && r.g.kin[s.tokens[i+1].lower] && !s.has(i+2, name) && !s.is(i+2, "von", "des", "der")
}

// onwards makes an entry of a clause that tells what began with expression k: "Ab 1907 führte Emil Brandt den Betrieb". The line
// keeps the preposition.
func (r *reader) onwards(s *sentence, x *temporal.Expression) (string, bool) {
	if !r.g.inverted || x.Range != nil || x.Context || x.Grain > temporal.Decade {
		return "", false
	}
	d := dated{x: x, since: true, hasLead: true, start: x.Start, end: x.End}
	for d.from < len(s.tokens) && s.tokens[d.from].End <= x.Start {
		d.from++
	}
	for d.to = d.from; d.to < len(s.tokens) && s.tokens[d.to].Start < x.End; {
		d.to++
	}
	d.lead = d.from
	for d.lead > 0 && s.has(d.lead, det|name) && !s.is(d.lead, "ab", "seit") || d.lead == d.from && !s.is(d.lead, "ab", "seit") && d.lead > 0 {
		d.lead--
	}
	if !s.is(d.lead, "ab", "seit") || d.from >= len(s.tokens) || s.tokens[d.from].depth > 0 || s.tokens[d.from].quoted || d.lead > 0 && !s.has(d.lead-1, punct|coord) || d.to >= len(s.tokens) || !s.isVerb(d.to) {
		return "", false
	}
	summary, _, ok := r.tellFields(s, d)
	return summary, ok
}
