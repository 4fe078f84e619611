package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// A German main clause has fields: the front, one phrase of any kind; the left bracket, its finite verb; the middle; and the
// right bracket, where participles, infinitives and separable prefixes stand (E. Drach, Grundgedanken der deutschen
// Satzlehre, 1937; T. Höhle, Der Begriff „Mittelfeld“, 1986). A subordinate clause has its finite verb at its end. So the
// commas' parts can be told by where their finite verb is, and a line needs no parser: the clause stays as it stands, its
// pronoun is replaced, and a date in the middle is left out.

// stretch is what stands between two marks or conjunctions of a sentence.
type stretch struct {
	from, to int
	verb     int  // its finite verb, -1 if it has none
	under    bool // a subordinate clause
	joined   bool // a conjunction without a comma leads it in, which stands before from
	hard     bool // a semicolon or a colon parts it from the one before
}

// period is a main clause with the clauses under it: some of a sentence's parts.
type period struct {
	parts []stretch
	verb  int // the finite verb of the main clause, -1 if it was not found
}

// parts takes a sentence apart.
func (r *reader) parts(s *sentence) []stretch {
	var out []stretch
	from, joined, hard := 0, false, false
	put := func(to int) {
		for from < to && s.has(from, coord) && !s.has(from, name) {
			from++
		}
		if from < to {
			p := stretch{from: from, to: to, verb: -1, joined: joined, hard: hard}
			r.judge(s, &p)
			out = append(out, p)
		}
	}
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.depth > 0 || t.tag&punct == 0 && t.tag&coord == 0 || i < from {
			continue
		}
		switch {
		case t.lower == ";", t.lower == ":" && s.has(i+1, name|det), (t.lower == "–" || t.lower == "-" || t.lower == "—") && i > 0 && t.Start > s.tokens[i-1].End:
			put(i)
			from, joined, hard = i+1, false, true
		case s.comma(i):
			put(i)
			from, joined, hard = i+1, false, false
		case s.has(i, coord) && !s.has(i, name) && i > from && r.clauseBehind(s, from, i):
			put(i)
			from, joined, hard = i+1, true, false
		}
	}
	end := len(s.tokens)
	for end > from && s.is(end-1, ".", "!", "?", "…") {
		end--
	}
	put(end)
	return out
}

// finite reports whether token i is a finite verb.
func (r *reader) finite(s *sentence, i int) bool {
	return s.isVerb(i) || s.has(i, modal|present) && !s.has(i, name) && s.tokens[i].depth == 0
}

// clauseBehind reports whether the conjunction at i leads in a clause or a second verb: what began at from has its verb, and
// so has what follows.
func (r *reader) clauseBehind(s *sentence, from, i int) bool {
	before := false
	for k := from; k < i; k++ {
		before = before || r.finite(s, k)
	}
	if !before {
		// An apposition without a verb may close the clause: "kaufte Fürst Otto, der Milde, das Dorf und verlieh".
		next := i + 1
		for s.has(next, adverb) && !s.has(next, name) {
			next++
		}
		return from > 0 && s.isVerb(next)
	}
	for k := i + 1; k < len(s.tokens); k++ {
		if s.tokens[k].depth > 0 {
			continue
		}
		if s.has(k, punct) && !r.dated(s, k) || s.has(k, coord) && !s.has(k, name) {
			return false
		}
		if r.finite(s, k) {
			return true
		}
	}
	return false
}

// judge finds a part's verb and whether it is a subordinate clause.
func (r *reader) judge(s *sentence, p *stretch) {
	last := p.to - 1
	for last > p.from && (s.tokens[last].Kind != prose.Word || s.tokens[last].depth > 0) {
		last--
	}
	first := p.from
	if s.has(first, prep) && !s.has(first, name) {
		first++ // "in dem", "durch die"
	}
	opens := s.has(p.from, sub|rel|iffy) && !s.has(p.from, name) || s.is(first, "der", "die", "das", "dem", "den", "deren", "dessen", "denen") || s.has(first, rel) && !s.has(first, name)
	for i := p.from; i < p.to; i++ {
		if r.finite(s, i) {
			p.verb = i
			break
		}
	}
	if opens && p.from > 0 && r.finite(s, last) && last > p.from || s.has(p.from, sub) && !s.has(p.from, name) && !s.is(p.from, "während", "als", "da", "damit", "wo") {
		p.under = true
		if r.finite(s, last) {
			p.verb = last
		}
	}
	if p.from == 0 && opens && s.has(p.from, sub|iffy) && r.finite(s, last) {
		p.under, p.verb = true, last
	}
	if s.is(p.from, "so") && s.has(p.from+1, sub) && r.finite(s, last) {
		p.from++ // "so dass"
		p.under, p.verb = true, last
	}
	if p.verb < 0 && s.is(p.from, "so", "wie") {
		p.under = true
	}
}

// periods groups the parts of a sentence: a part without a verb goes with the clause before or, if that has none, with the one
// behind; a clause that begins with its verb has what is before it for its front.
func (r *reader) periods(s *sentence) []period {
	parts := r.parts(s)
	var out []period
	for i := range parts {
		p := &parts[i]
		n := len(out) - 1
		switch {
		case n < 0 || p.hard, p.verb >= 0 && !p.under && out[n].verb >= 0 && !r.closes(s, out[n].verb, p):
			out = append(out, period{verb: -1})
			n++
		}
		out[n].parts = append(out[n].parts, *p)
		if !p.under && p.verb >= 0 && out[n].verb < 0 {
			out[n].verb = p.verb
		}
	}
	return out
}

// closes reports whether a part is but the end of the clause whose finite verb is given, so that what looks like its own verb is the
// participle: "wurde in Emden, Ostfriesland, abgehalten".
func (r *reader) closes(s *sentence, verb int, p *stretch) bool {
	last := p.to - 1
	for last > p.from && s.tokens[last].Kind != prose.Word {
		last--
	}
	return p.verb == last && participle(s.tokens[last].lower) && (s.has(verb, modal|present) || s.is(verb, "wurde", "wurden", "war", "waren", "hatte", "hatten"))
}

// tellFields tells the clause that the date stands in.
func (r *reader) tellFields(s *sentence, d dated) (summary, rule string, ok bool) {
	all := r.periods(s)
	for n := range all {
		p := &all[n]
		for i := range p.parts {
			q := &p.parts[i]
			if d.from < q.from || d.from >= q.to {
				continue
			}
			if q.under {
				return r.tellUnder(s, d, p, i)
			}
			return r.tellMain(s, d, all, n, i)
		}
	}
	return "", "", false
}

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
		if s.tokens[i].quoted && i < d.to && i > first {
			continue
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
	text := ""
	inFront := !d.since && d.lead <= first && (d.to == verb || d.to == verb-1 && s.comma(d.to))
	behind := verb + 1
	for s.is(behind, "hier", "dort", "dann") {
		behind++ // the line stands under the article's title
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
			return "", "", false
		}
		first = min(first, d.lead)
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
	text, ok := r.finish(s, strings.TrimSpace(text), first, verb)
	if !ok || r.headless(s, verb, end) || s.is(end-1, "ein", "eine", "einen", "der", "die", "das", "und") {
		return "", "", false
	}
	return text, "clause", true
}

// pointers stand for a preposition with what the text has just spoken of.
var pointers = setOf(`daran darauf daraus dabei dadurch dafür dagegen daher damit danach daneben darin darüber darum darunter davon davor dazu dazwischen
	hieran hierauf hieraus hierbei hierfür hiermit hierzu deshalb deswegen`)

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

// leftOut tells what a second date adds without its verb, which is that of the words before: "fiel 1807 an Hessen und 1815 an Baden",
// "1874 erhielt die Stadt ein Kurhaus, 1881 den Anschluss". What belongs to both stands behind the second.
func (r *reader) leftOut(s *sentence, d dated, all []period, n, k int) (string, bool) {
	p := &all[n]
	q := &p.parts[k]
	verb := p.verb
	own := q.verb < 0 && q.from == d.lead && k > 0 && p.parts[k-1].verb == verb && s.comma(q.from-1)
	joined := verb > q.from && verb < d.lead-1 && s.has(d.lead-1, coord) && !s.has(d.lead-1, name)
	if !own && !joined || d.to >= q.to || !s.has(d.to, det|prep) || s.has(d.to, poss) {
		return "", false
	}
	last := q.from - 2
	if joined {
		last = d.lead - 2
	}
	if !s.has(last, name) || !r.later(s, d, p.parts[0].from, d.lead) || k+1 < len(p.parts) || s.has(verb, stative|modal|present) || s.is(verb, "hatte", "hatten") || s.is(verb, "wurde", "wurden") && (own || r.bracketed(s, d.to, q.to) == "") ||
		r.pronounsIn(s, d.to, q.to) || r.points(s, d.to, q.to) {
		return "", false // with a bracket at the end the first would have it, too
	}
	for i := d.to; i < q.to; i++ {
		if s.has(i, coord) && r.later(s, d, i, q.to) || s.has(i, neg) && !s.has(i, name) {
			return "", false
		}
	}
	who := r.subjectOf(s, p, all[:n])
	if who == "" {
		return "", false
	}
	return r.finish(s, who+" "+s.tokens[verb].In(r.text)+" "+r.raw(s, d.to, q.to), verb, verb)
}

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

// bracketed returns the right bracket that closes tokens [from,end), if a participle or an infinitive does.
func (r *reader) bracketed(s *sentence, from, end int) string {
	if w := s.lowerAt(end - 1); !s.has(end-1, name) && s.tokens[end-1].Kind == prose.Word && (participle(w) || strings.HasSuffix(w, "en") && !s.isVerb(end-1)) {
		return w
	}
	return ""
}

// participle reports whether a form looks like a past participle: gebaut, gegründet, umgebaut, errichtet.
func participle(w string) bool {
	if strings.HasSuffix(w, "iert") {
		return true
	}
	if !strings.HasSuffix(w, "t") && !strings.HasSuffix(w, "en") || len(w) < 5 {
		return false
	}
	for _, p := range [...]string{"ge", "be", "er", "ver", "zer", "ent", "emp", "miss", "über", "unter", "wider", "voll", "hinter"} {
		if strings.HasPrefix(w, p) && len(w) > len(p)+3 {
			return true
		}
	}
	for _, p := range separable {
		if rest, ok := strings.CutPrefix(w, p); ok && len(rest) > 4 && (strings.HasPrefix(rest, "ge") || strings.HasPrefix(rest, "be") || strings.HasPrefix(rest, "ver") || strings.HasPrefix(rest, "er")) {
			return true
		}
	}
	return false
}

// perfect reports whether a form has the "ge" of a participle, so that it is no past: abgehalten, gehalten.
func perfect(w string) bool {
	if !strings.HasSuffix(w, "en") && !strings.HasSuffix(w, "t") || setGe[w] || strong(w) {
		return false
	}
	if strings.HasPrefix(w, "ge") {
		return true
	}
	for _, p := range separable {
		if rest, ok := strings.CutPrefix(w, p); ok && strings.HasPrefix(rest, "ge") && len(rest) > 5 {
			return true
		}
	}
	return false
}

// separable are the prefixes that stand in the right bracket when their verb stands in the left: "nahm … auf".
var separable = [...]string{"ab", "an", "auf", "aus", "bei", "durch", "ein", "empor", "entgegen", "fest", "fort", "frei", "her", "heraus", "herab", "herum", "hervor", "hin", "hinaus",
	"hinzu", "los", "mit", "nach", "nieder", "still", "statt", "teil", "um", "vor", "voran", "voraus", "weg", "weiter", "wieder", "zu", "zurück", "zusammen", "über", "wahr"}

// happened reports whether the finite verb of the clause [first,end) tells what happened.
func (r *reader) happened(s *sentence, d dated, first, verb, end int) bool {
	last := end - 1
	for last > verb && s.tokens[last].Kind != prose.Word {
		last--
	}
	for i := first; i < end; i++ {
		if s.has(i, neg) && !s.has(i, name) || s.has(i, iffy) && i < verb || s.is(i, "würde", "würden", "wohl", "vermutlich", "wahrscheinlich", "angeblich") && !s.has(i, name) {
			return false
		}
	}
	w := s.tokens[verb].lower
	if r.habitual(s, d, verb) {
		return false
	}
	switch w {
	case "konnte", "konnten", "musste", "mussten":
		// What could be done was done, what had to be was.
		return strings.HasSuffix(s.tokens[last].lower, "en") && !s.has(last, name) && last > verb+1 && !s.is(last, "können", "haben", "sein")
	case "hatte", "hatten":
		return participle(s.tokens[last].lower) && !s.has(last, name) && last > verb+1
	case "wurde", "wurden":
		return !s.is(last, "genannt", "bezeichnet", "angenommen", "vermutet", "gesprochen") // what is said of a thing
	}
	switch {
	case s.has(verb, stative):
		return d.x.Range != nil && r.g.lasting[w] || r.g.phrasal[w] != "" && s.is(last, strings.Fields(r.g.phrasal[w])...)
	case s.has(verb, modal|present):
		return false
	}
	return s.isVerb(verb)
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

// subjectOf returns the subject of the period before, for a verb that shares it.
func (r *reader) subjectOf(s *sentence, p *period, before []period) string {
	if p.verb < 0 {
		return ""
	}
	first := p.parts[0].from
	for first < p.verb && s.has(first, opener|coord) && !s.has(first, name) {
		first++
	}
	if first == p.verb {
		if len(before) == 0 {
			return ""
		}
		return r.subjectOf(s, &before[len(before)-1], before[:len(before)-1]) // it shares a subject itself
	}
	at := first
	if !r.subjectAt(s, first, p.verb) {
		if at = p.verb + 1; s.is(at, "sich") {
			at++
		}
	}
	switch {
	case s.has(at, pron) && !s.has(at, name):
		return r.meant(s, before, at, p.verb)
	case s.has(at, poss|demo):
		return ""
	case at == first:
		to := p.verb
		for i := first; i < to; i++ {
			if s.comma(i) || s.tokens[i].quoted {
				return "" // an apposition
			}
		}
		if s.has(first+1, prep) && !s.has(first, name) {
			return ""
		}
		return r.raw(s, first, to)
	}
	if to := r.nominative(s, at, p.parts[len(p.parts)-1].to); to > at {
		return r.raw(s, at, to)
	}
	return ""
}

// meant returns what the pronoun at i stands for: the subject, of its gender, of a clause before it in the sentence, or of the
// sentence before, which is the likeliest by far (K. Bosch, Anaphern, 2007: er goes on with the topic, dieser does not).
func (r *reader) meant(s *sentence, before []period, i, verb int) string {
	word := s.tokens[i].lower
	if word == "sie" && r.pluralVerb(s, verb) {
		word = "they"
	}
	if word == "es" && (verb+1 == i || i == 0) && (s.is(verb, "gab", "kam", "ging", "gelang", "wurde", "wurden", "folgte", "handelte", "entstand") && (verb+1 < len(s.tokens)) && i+1 < len(s.tokens) && !s.is(verb, "wurde")) {
		return "" // "es kam zu", "es gelang"
	}
	var here gendered
	for n := range before {
		if next := r.genders(s, &before[n]); next != (gendered{}) {
			here = next
		}
	}
	for _, g := range []*gendered{&here, &r.cast.subjects} {
		if text := g.of(word); text != "" {
			return text
		}
	}
	if word == "they" || word == "es" {
		return ""
	}
	if text := r.cast.about.of(word); text != "" && len(before) == 0 && len(r.cast.recent) == 0 {
		return text
	}
	if a := r.antecedent(word); a != nil && len(before) == 0 && r.cast.subjects == (gendered{}) && !r.cast.unread {
		return a.text
	}
	return ""
}

// pluralVerb reports whether the finite verb is a plural: wurden, bauten, zogen.
func (r *reader) pluralVerb(s *sentence, verb int) bool {
	return strings.HasSuffix(s.tokens[verb].lower, "en")
}

// gendered are the subjects that a pronoun of each gender can mean.
type gendered struct{ he, she, it, they string }

func (g *gendered) of(pronoun string) string {
	switch pronoun {
	case "er", "il":
		return g.he
	case "sie", "elle":
		return g.she
	case "es":
		return g.it
	}
	return g.they
}

// genders returns the subject of a period by the gender that its article or its name shows.
func (r *reader) genders(s *sentence, p *period) (g gendered) {
	if p.verb < 0 {
		return g
	}
	first := p.parts[0].from
	for first < p.verb && s.has(first, opener|coord|adverb) && !s.has(first, name) {
		first++
	}
	at, to := first, p.verb
	if !r.subjectAt(s, first, p.verb) || first == p.verb {
		if at = p.verb + 1; s.is(at, "sich") {
			at++
		}
		if to = r.nominative(s, at, p.parts[len(p.parts)-1].to); to == 0 {
			to = at + 1
			for s.has(at, det) && !s.has(to-1, name) && to < len(s.tokens) && s.tokens[to].Kind == prose.Word && to < at+4 {
				to++
			}
			if !s.has(to-1, name) || !s.is(at, r.g.nominatives...) && !s.has(at, name) {
				return g
			}
		}
	} else if end := r.phraseEnd(s, at, to); end > at {
		to = end
	}
	if at >= to || at >= len(s.tokens) || s.has(at+1, prep) && !s.has(at, name) || to-at > 9 {
		return g
	}
	for i := at; i < to; i++ {
		if i > at && s.has(at, name) && r.g.kin[s.tokens[i].lower] {
			return g // "Klara Brandts Sohn David"
		}
		if s.has(i, adverb|coord|sub|rel) && !s.has(i, name) && i > at {
			return g
		}
	}
	if s.has(at, pron) && !s.has(at, name) {
		word := s.tokens[at].lower
		if word == "sie" && r.pluralVerb(s, p.verb) {
			word = "they"
		}
		text := r.cast.subjects.of(word)
		switch word {
		case "er":
			g.he = text
		case "sie":
			g.she = text
		case "es":
			g.it = text
		default:
			g.they = text
		}
		return g
	}
	text := r.raw(s, at, to)
	switch w := s.tokens[at].lower; {
	case r.pluralVerb(s, p.verb):
		if !s.has(at, poss|demo) {
			g.they = text
		}
	case s.has(at, name) && s.tokens[at].Kind == prose.Word:
		switch kind := r.given(&s.tokens[at]); {
		case kind == "he":
			g.he = text
		case kind == "she":
			g.she = text
		default:
			g.he, g.she, g.it = text, text, text // "Sadat", "Bremen"
		}
	case w == "der":
		g.he = text
	case w == "die":
		g.she = text
	case w == "das":
		g.it = text
	case w == "eine":
		g.she = "die" + text[len("eine"):]
	case w == "ein":
		next := s.lowerAt(at + 1)
		switch {
		case s.has(at+1, name):
		case strings.HasSuffix(next, "er"):
			return g // its adjective would have another ending
		}
		g.he, g.it = "der"+text[len("ein"):], "das"+text[len("ein"):]
		if !s.has(at+1, name) || at+2 != to {
			g.he, g.it = "", ""
		}
	}
	return g
}

// phraseEnd returns where the subject that begins at i ends: before a comma, a bracket or the adverbials behind it.
func (r *reader) phraseEnd(s *sentence, i, to int) int {
	for k := i; k < to; k++ {
		if k > i && (s.comma(k) || s.is(k, "(") || r.dating(s, k)) {
			return k
		}
	}
	return to
}

// rememberGenders notes the subjects of a sentence for the pronouns of the next.
func (r *reader) rememberGenders(s *sentence) {
	if r.g.lang == "fr" {
		r.rememberArticle(s)
		return
	}
	var g gendered
	all := r.periods(s)
	for n := range all {
		next := r.genders(s, &all[n])
		if n > 0 && next == (gendered{}) {
			next = g // a verb that shares its subject
		}
		g = next
	}
	r.cast.subjects = g
	r.cast.unread = g == (gendered{}) && len(s.verbs) > 0
}

// kinAlone reports whether the phrase at i names somebody's kin, and neither whose nor who: "der Vater".
func (r *reader) kinAlone(s *sentence, i int) bool {
	return s.has(i, det) && !s.has(i, name) && i+1 < len(s.tokens) && r.g.kin[s.tokens[i+1].lower] && !s.has(i+2, name) && !s.is(i+2, "von", "des", "der")
}

// inMiddle reports whether a bare year behind the noun at token i is an adverbial of the clause's middle field, "wurde Emden 1804
// Hauptstadt", and not the year of what the noun names, "den Krieg 1973": something of the clause must follow it.
func (r *reader) inMiddle(s *sentence, i, next int) bool {
	if !s.has(i, name) && !s.is(i, ")") || next >= len(s.tokens) {
		return false
	}
	if !s.has(next, det|prep|adverb|poss|name|opener) && !participle(s.lowerAt(next)) || s.has(next, punct|coord) {
		return false
	}
	if happens(s.lowerAt(i)) {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		switch {
		case s.isVerb(k):
			return true
		case s.comma(k), s.has(k, sub|rel) && !s.has(k, name):
			return false
		case s.has(k, name):
			if happens(s.tokens[k].lower) {
				return false
			}
		}
	}
	return false
}

// happens reports whether a noun names what takes place at a time.
func happens(w string) bool {
	for _, x := range happenings {
		if strings.HasSuffix(w, x) {
			return true
		}
	}
	return false
}

// happenings are the heads of nouns that a year behind them belongs to.
var happenings = [...]string{"krieg", "kriegs", "schlacht", "wahl", "wahlen", "meisterschaft", "meisterschaften", "spiele", "spielen", "konferenz", "kongress", "ausstellung", "messe", "aufstand", "revolution",
	"putsch", "streich", "streik", "brand", "flut", "katastrophe", "vertrag", "frieden", "abkommen", "gesetz", "reform", "feldzug", "olympiade", "pokal", "festival", "jahr", "jahre", "jahren", "winter", "sommer",
	"frühjahr", "herbst", "gründung", "eintritt", "tod", "eröffnung", "ende", "beginn", "saison", "tagung", "zusammenbruch", "bau", "nummer", "zimmer", "halle", "modell", "typ"}

// headless reports whether tokens behind the verb hold an article with an adjective that lacks its noun: "baute eine neue".
func (r *reader) headless(s *sentence, verb, end int) bool {
	last := end - 1
	for last > verb && s.tokens[last].Kind != prose.Word {
		last--
	}
	for i := verb + 1; i <= last; i++ {
		bare := i+1 > last || s.isVerb(i+1) || s.has(i+1, punct) || strings.HasPrefix(s.tokens[i+1].lower, "ge") || strings.Contains(s.tokens[i+1].lower, "ge") && i+1 == last
		if s.is(i-1, "ein", "eine", "einen", "einem", "einer") && !s.has(i, name) && s.tokens[i].Kind == prose.Word && bare {
			return true
		}
	}
	return false
}

// sharesRest reports whether the conjunction at i leads in a second date with a place of its own, behind which stands what belongs to
// both: "baute 1819 in Emden und 1820 in Leer größere Orgeln".
func (r *reader) sharesRest(s *sentence, i int) bool {
	if !s.has(i, coord) || s.has(i, name) || !r.dated(s, i+1) {
		return false
	}
	for i++; i < len(s.tokens) && r.dated(s, i); {
		i++
	}
	if !s.has(i, prep) || s.has(i, name) {
		return false
	}
	for i++; s.has(i, name) || s.has(i, det); {
		i++
	}
	return i < len(s.tokens) && s.tokens[i].Kind == prose.Word && !s.has(i, coord|prep|sub|rel) && !s.isVerb(i) && !participle(s.tokens[i].lower)
}
