package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// A clause is told from its subject to the end of what belongs to the event. Whether it tells an event is decided by its
// verb: a past tense that is no state, no plan, no speech, no negation, and whose own the date is.

// tell finds the clause that the date places and cuts it to one line.
func (r *reader) tell(s *sentence, d dated) (summary, rule string, ok bool) {
	if r.g.inverted {
		if summary, rule, ok := r.tellInverted(s, d); ok {
			return summary, rule, ok
		}
		if summary, ok := r.toWhom(s, d); ok {
			return summary, "to-whom", true
		}
		return r.tellFields(s, d)
	}
	if plain, at, ok := r.plainOrder(s, d); ok {
		s, d = plain, at
	}
	if summary, ok := r.appears(s, d); ok {
		return summary, "appears", true
	}
	if summary, ok := r.detachedParticiple(s, d); ok {
		return summary, "fronted-participle", true
	}
	if summary, ok := r.epithet(s, d); ok {
		return summary, "epithet", true
	}
	if summary, ok := r.resumed(s, d); ok {
		return summary, "resumed", true
	}
	if summary, ok := r.aside(s, d); ok {
		return summary, "aside", true
	}
	if summary, ok := r.described(s, d); ok {
		return summary, "described", true
	}
	if summary, ok := r.relatedObject(s, d); ok {
		return summary, "relative", true
	}
	if summary, ok := r.whom(s, d); ok {
		return summary, "relative", true
	}
	// The clause that holds the date.
	from, to := 0, s.nextClause(d.to)
	for i := d.lead; i >= 0; i-- {
		if s.tokens[i].clause {
			from = i
			break
		}
	}
	if s.has(from, sub|maybeSub) {
		// A subordinate clause ends with its first comma.
		for i := d.to; i < to; i++ {
			if s.tokens[i].lower == "," {
				to = i
				break
			}
		}
	}
	if from < d.lead && s.has(from, rel) {
		if summary, ok := r.fromWhich(s, d, from, to); ok {
			return summary, "relative", true
		}
		return r.relative(s, d, from, to)
	}
	if summary, ok := r.together(s, d, from, to); ok {
		return summary, "together", true
	}
	if base, verb := r.restricted(s, d, from, to); verb > 0 {
		summary, rule, ok := r.clauseWith(s, d, base, to, verb, false, "clause")
		if ok {
			r.told[s.tokens[verb].Start] = true
		}
		return summary, rule, ok
	}
	if from < d.lead && (s.has(from, iffy|rel|that) || s.is(from, r.g.likeWords...)) {
		return "", "", false
	}
	opening := from
	for opening < d.lead && (r.dating(s, opening) || s.has(opening, opener|coord|adverb|sub|maybeSub) && !s.has(opening, name) || s.tokens[opening].lower == ",") {
		opening++
	}
	phrase := s.has(from, maybeSub) && (!r.g.verbBefore(s, from+1) || r.runsOn(s, d, from)) // "after two years at sea,"
	if phrase && !r.afterwards(s, d, from) {
		return "", "", false
	}
	fronted := opening == d.lead || r.placed(s, d, opening, d.lead) || r.thereafter(s, opening, d.lead) || r.setOff(s, opening, d.lead)
	verb := -1
	for _, v := range s.verbs {
		if v >= from && v < to && (verb < 0 || v < d.lead && !fronted) {
			if !fronted && v >= d.to && verb < 0 && !(v == d.to && (r.occasion(s, from, d.lead) || r.dividing(s, d, opening))) {
				break
			}
			if verb < 0 || v < d.lead {
				verb = v
			}
			if fronted {
				break
			}
		}
	}
	if v := r.pastAside(s, d); v > 0 && fronted {
		verb, to = v, v+1
		for to < len(s.tokens) && !s.tokens[to].clause {
			to++
		}
	}
	if over, v, ok := r.skipped(s, d); ok && fronted {
		to = v + 1
		for to < len(s.tokens) && !s.tokens[to].clause {
			to++
		}
		d, verb = over, v
	}
	// The first verb of the clause is its own; a later one without a boundary between them means that the first was
	// a participle after its noun ("the treaty signed in 1949 ended …").
	if verb < 0 {
		if text, ok := r.participial(s, d); ok {
			return text, "fronted-participle", true
		}
		return "", "", false
	}
	rule = "clause"
	if fronted {
		rule = "fronted"
	}
	if s.has(from, sub|maybeSub) && !phrase {
		rule = "subordinate"
	}
	if !fronted && verb >= d.to {
		// Between subject and verb: set off by commas, or as the date of what the subject names.
		if !((r.occasion(s, from, d.lead) || r.dividing(s, d, opening)) && verb == d.to && !r.later(s, d, from, to)) && !(d.lead > 0 && s.tokens[d.lead-1].lower == "," && d.to < len(s.tokens) && s.tokens[d.to].lower == ",") {
			return "", "", false
		}
	}
	if r.told[s.tokens[verb].Start] {
		return "", "", false // the verb has had its date
	}
	if rule == "subordinate" && from == 0 && r.g.lang == "en" && !r.mainAfter(s, verb) {
		return "", "", false // "After the Act of 1921 the firm became": where the subject begins is not known
	}
	summary, rule, ok = r.clauseWith(s, d, from, to, verb, fronted, rule)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return summary, rule, ok
}

// restricted reports whether the clause at from is a relative one that belongs to the subject of the clause before, whose
// verb the date follows: "The museum that houses the finds was opened in 2014". It returns where that clause begins and its
// verb, or 0.
func (r *reader) restricted(s *sentence, d dated, from, to int) (int, int) {
	if r.g.lang != "en" || from < 2 || from >= d.lead || !s.has(from, rel|that) || s.has(from-1, punct|prep) || r.told == nil {
		return 0, 0
	}
	base := from - 1
	for base > 0 && !s.tokens[base].clause {
		base--
	}
	if !s.has(base, det|name|poss) && !s.has(base, coord) {
		return 0, 0
	}
	for i := base; i < from; i++ {
		if s.isVerb(i) || s.comma(i) || s.has(i, present|modal) && !s.has(i, name) {
			return 0, 0
		}
	}
	inner, verb := false, -1
	for i := from + 1; i < to && i < len(s.tokens); i++ {
		if s.comma(i) || s.has(i, sub|rel|pron) && !s.has(i, name) {
			return 0, 0 // "that he built": not sure where it ends
		}
		if s.isVerb(i) && inner {
			verb = i
			break
		}
		// The relative clause's own verb: in the past, or right behind it in the present.
		inner = inner || s.isVerb(i) || i == from+1 && (s.has(i, present|modal) || strings.HasSuffix(s.tokens[i].lower, "s") && s.plain(i))
	}
	if verb < 0 || verb > d.lead || !s.has(verb, be) && s.has(verb-1, coord) {
		return 0, 0
	}
	return base, verb
}

// clauseWith tells the clause [from,to) with the verb given.
func (r *reader) clauseWith(s *sentence, d dated, from, to, verb int, fronted bool, rule string) (string, string, bool) {
	start := from
	for start < verb && (s.has(start, opener|coord|sub|maybeSub) && !s.has(start, name) || s.tokens[start].lower == "," || s.has(start, adverb) && (s.is(start+1, ",") || r.g.lang == "en" && s.has(start+1, pron))) {
		start++
	}
	if s.has(from, maybeSub) && !fronted && r.runsOn(s, d, from) {
		start = r.inside(s, from, verb)
	}
	if fronted {
		start = d.to
		for start < verb && (s.tokens[start].lower == "," || s.has(start, adverb) && (s.is(start+1, ",") || start+1 == verb)) {
			start++
		}
	}
	start = r.lead(s, start, verb)
	if !r.happens(s, d, verb, to, fronted) {
		return "", "", false
	}
	if r.g.lang == "en" && s.has(start, adverb) && r.before(s, start, verb) <= start {
		start = verb // "and ultimately abolished"
	}
	aux, ok := r.reduced(s, d, start, verb)
	if !ok {
		return "", "", false
	}
	if rule == "subordinate" && (s.has(verb, had) || s.is(from, "since")) {
		return "", "", false
	}
	if r.g.lang == "en" && !fronted && d.lead > verb && r.listed(s, d, verb) {
		return "", "", false
	}
	end := r.adjunct(s, d, verb, r.cut(s, d, verb, to, rule == "subordinate"))
	if aux != "" {
		for end = d.to; end < len(s.tokens) && s.tokens[end].depth > 0; end++ { // "in 1846 (the Hull bell), has"
		}
	}
	if end < len(s.tokens) && s.tokens[end].depth > 0 {
		open := end // "was abolished in 1836 (although it went on)": the bracket goes whole
		for open > 0 && s.tokens[open].lower != "(" {
			open--
		}
		if open > verb && open >= d.to {
			end = open
		}
	}
	if end, ok = r.intact(s, d, verb, end); !ok {
		return "", "", false
	}
	for i := max(verb+1, d.to); i < end && (s.is(end-1, ")") || s.is(end-2, ")")); i++ {
		if s.tokens[i].lower == "(" && r.g.lang == "en" && r.leans(s, i, end) {
			end = i // "(although it went on)"
		}
	}
	if r.g.lang == "fr" && r.later(s, d, start, end) {
		return "", "", false // "la racheta cette année-là et ferma l'atelier l'année suivante"
	}
	if s.has(end, that) && r.g.lang == "en" {
		for i := end - 1; i > verb && i >= d.to; i-- {
			if s.comma(i) {
				end = i // "found the archive, 2,100 tablets that had been baked": an apposition goes whole
				break
			}
		}
	}
	if r.g.lang == "en" && r.listCut(s, max(verb, d.to-1), end) {
		return "", "", false
	}
	end = r.unrivalled(s, max(verb, d.to-1), end)
	if s.has(end, that) || s.is(end, ",") && s.has(end+1, that) && !s.is(end+2, "is") || end >= d.to && end <= d.to+1 && s.has(end, that) {
		return "", "", false // "declared, in 1999, that"
	}
	if r.clitic(s, start, verb) {
		return "", "", false // "un marchand l'acheta": what?
	}
	subject, ok := r.subject(s, from, start, verb)
	if !ok {
		return "", "", false
	}
	if d.lead > start && d.to <= verb && subject == r.raw(s, start, r.before(s, start, verb))+" " {
		subject = strings.TrimSpace(r.words(s, d, start, r.before(s, start, verb))) + " "
	}
	if s.has(start, vague) {
		return r.elaborated(s, d, start, end, rule)
	}
	last := end - 1
	for last > verb && (s.tokens[last].Kind != prose.Word || last >= d.lead && last < d.to) {
		last--
	}
	if last == verb && r.g.lang == "en" && verb+1 < end && s.tokens[verb+1].Kind == prose.Number && verb+1 != d.from {
		return r.tooLittle() // "ordered 4,000": of what?
	}
	body, ok := r.objects(s, d, subject, min(start, verb), r.predicate(s, start, verb), end)
	if !ok {
		return r.tooLittle()
	}
	if body, ok = r.objectsNamed(s, d, verb, end, body); !ok {
		return "", "", false
	}
	if start >= verb && s.has(verb, either) {
		aux = r.auxiliary(s, from, verb) // "was opened in 1918 and closed in 2003": it is shared, too
	}
	if aux != "" {
		body = aux + " " + body
	}
	if w := strings.TrimSpace(subject); start >= verb && r.g.lang == "en" && w != "" && !strings.Contains(w, " ") && !r.isNameAlone(w) && !strings.HasSuffix(w, "s") && !happening(w) {
		return r.tooLittle() // "Hope returned … and was lost"
	}
	if r.bare(s, d, start, verb, end) {
		return r.tooLittle() // "Patience ran out"
	}
	if last == verb+1 && r.g.comparatives[s.tokens[last].lower] || last == verb && s.is(verb, "tried", "attempted") || s.is(verb, "tried", "attempted") && (verb+1 >= end || s.is(verb+1, "again") || verb+1 == d.lead) {
		return r.tooLittle() // "went further", "tried again"
	}
	if r.g.lang == "en" && s.is(last, "half", "most", "some") && s.has(last-1, either|part|past) {
		return r.tooLittle() // "had lost half": of what?
	}
	if s.is(end-1, r.g.proforms...) || (d.to >= end || s.has(d.to, punct)) && s.is(d.lead-1, r.g.proforms...) {
		return r.tooLittle() // "opened one"
	}
	if s.is(verb, "lasted") && r.g.lang == "en" && strings.Trim(body, " .") == "lasted" {
		body = "" // "The siege of Hull", from when to when the date says
	}
	if !d.by {
		body = r.simple(s, body, start, verb)
	}
	text := subject + body
	if subject == "" {
		text = r.words(s, d, start, end)
	}
	if r.g.lang == "en" && strings.HasSuffix(strings.TrimSpace(subject), ",") && strings.Count(subject, ",") == 1 {
		return "", "", false // "an old firm, began": of an apposition the name was not understood
	}
	if rule == "subordinate" && s.is(start, r.g.the) && !r.telling(s, start, r.before(s, start, verb)) {
		return "", "", false // "when the bridge fell": which?
	}
	text, ok = r.finish(s, text, start, verb)
	if ok && !d.whole && d.lead > verb && d.lead > start && end == d.to && subject != "" {
		r.frame = frame{subject: subject, verb: verb, from: r.predicate(s, start, verb), to: d.lead, end: d.to}
	}
	return text, rule, ok
}

// dividing reports whether the date parts a subject, which begins at token from and acts by itself, from its verb: "The government of
// Norway in 2007 banned", not "The contents of the letter in 1903 showed".
func (r *reader) dividing(s *sentence, d dated, from int) bool {
	if r.g.lang != "en" || !d.hasLead || d.x.Context || d.x.Grain > temporal.Year || d.lead-from > 10 || !s.has(from, det|name) || s.has(from, prep|pron|poss|sub|maybeSub) && !s.has(from, name) {
		return false
	}
	head := from
	for head < d.lead && !s.has(head, prep) {
		head++
	}
	for i := from; i < d.lead; i++ {
		if s.has(i, name) {
			continue
		}
		if s.tokens[i].Kind != prose.Word || s.isVerb(i) || s.tokens[i].clause && i > from || r.dating(s, i) || s.has(i, coord|rel|that|pron|poss|demo|ing|present|modal|either|part|infinitive|neg) {
			return false
		}
	}
	w := s.lowerAt(head - 1)
	return r.g.orgs[w] || r.g.humans[w] || head == d.lead && s.has(head-1, name) && s.has(from, name) && (!s.tokens[from].initial || r.isName(&s.tokens[from]) || head > from+1)
}

// tooLittle refuses a clause that says too little away from its paragraph, so that its whole sentence does, too.
func (r *reader) tooLittle() (summary, rule string, ok bool) {
	r.vain = true
	return "", "", false
}

// listed reports whether the verb's own date stands before the date at hand, which a comma or a conjunction parts from it:
// "Denmark joined in 1949, Norway in 1950".
func (r *reader) listed(s *sentence, d dated, verb int) bool {
	if d.x.Range != nil {
		return false
	}
	dated := false
	for i := verb + 1; i < d.lead; i++ {
		if dated && (s.comma(i) || s.has(i, coord) && !s.has(i, name)) {
			return true
		}
		dated = dated || r.dating(s, i) && !s.has(i, when)
	}
	return false
}

// telling reports whether a noun phrase with an article says of itself what it is about: it holds a name, or more than its
// noun. "The Danes", "the central bank", not "the bridge".
func (r *reader) telling(s *sentence, start, end int) bool {
	for i := start + 1; i < end; i++ {
		if s.has(i, name) {
			return true
		}
	}
	return end-start > 2
}

// occasion reports whether tokens [from,to) name something that happens, so that a date behind them is its own: "Riots",
// "A breach at Hull".
func (r *reader) occasion(s *sentence, from, to int) bool {
	if r.g.occasions[s.lowerAt(to-1)] {
		return true
	}
	for i := from; i < to && i < from+4; i++ {
		if r.g.occasions[s.tokens[i].lower] {
			return s.has(i+1, prep) && s.tokens[to-1].Kind == prose.Word && (s.has(to-1, name) || r.g.lang == "en" && !s.has(to-1, prep|det|part|either|adverb))
		}
	}
	return false
}
