package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A clause is told from its subject to the end of what belongs to the event. Whether it tells an event is decided by its
// verb: a past tense that is no state, no plan, no speech, no negation, and whose own the date is.

// tell finds the clause that the date places and cuts it to one line.
func (r *reader) tell(s *sentence, d dated) (summary, rule string, ok bool) {
	if r.g.inverted {
		return r.tellInverted(s, d)
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
	from, to := 0, len(s.tokens)
	for i := d.lead; i >= 0; i-- {
		if s.tokens[i].clause {
			from = i
			break
		}
	}
	for i := d.to; i < len(s.tokens); i++ {
		if s.tokens[i].clause {
			to = i
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
	phrase := s.has(from, maybeSub) && !r.g.verbBefore(s, from+1) // "after two years at sea,"
	if phrase && !r.afterwards(s, d, from) {
		return "", "", false
	}
	fronted := opening == d.lead || r.placed(s, opening, d.lead) || r.thereafter(s, opening, d.lead)
	verb := -1
	for _, v := range s.verbs {
		if v >= from && v < to && (verb < 0 || v < d.lead && !fronted) {
			if !fronted && v >= d.to && verb < 0 && !(v == d.to && r.occasion(s, from, d.lead)) {
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
		if !(r.occasion(s, from, d.lead) && verb == d.to && !r.later(s, d, from, to)) && !(d.lead > 0 && s.tokens[d.lead-1].lower == "," && d.to < len(s.tokens) && s.tokens[d.to].lower == ",") {
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

// afterwards reports whether the conjunction at from is a preposition whose phrase a comma parts from the main clause that the
// date stands in: "After two years at sea, Adam Lowe became a clerk in 1918".
func (r *reader) afterwards(s *sentence, d dated, from int) bool {
	if r.g.lang != "en" {
		return false
	}
	for i := from + 1; i < d.lead; i++ {
		if s.comma(i) {
			for i++; i < d.lead; i++ {
				if s.isVerb(i) {
					return true
				}
			}
			return false
		}
	}
	return false
}

// mainAfter reports whether a main clause comes after the verb given, so that what stands before it can be a subordinate one.
func (r *reader) mainAfter(s *sentence, verb int) bool {
	comma := false
	for i := verb + 1; i < len(s.tokens); i++ {
		comma = comma || s.comma(i)
		if (s.isVerb(i) || s.has(i, present|modal) && !s.has(i, name)) && (comma || s.has(i-1, pron|name|neg|adverb) || s.plain(i-1)) {
			return true
		}
	}
	return comma && len(s.verbs) > 0 && s.verbs[len(s.verbs)-1] > verb
}

// placed reports whether tokens [from,to), from the beginning of a clause to its date, are another adverbial: "At one minute
// past eight on the morning of 26 June 1974 a cashier …".
func (r *reader) placed(s *sentence, from, to int) bool {
	if r.g.lang != "en" || from >= to || to-from > 8 || !s.has(from, prep) || s.has(from, name|maybeSub) || s.has(from, sub) || r.g.bounding[s.tokens[from].lower] {
		return false
	}
	for i := from + 1; i < to; i++ {
		if s.tokens[i].Kind == prose.Punct || s.isVerb(i) || s.has(i, pron|poss|demo|rel|that|coord|ing|infinitive) && !s.has(i, name) {
			return false
		}
	}
	return true
}

// thereafter reports whether tokens [from,to) say how much later the date right behind them is: "A few years later, in 1919, he".
func (r *reader) thereafter(s *sentence, from, to int) bool {
	if r.g.lang != "en" || to-from > 6 || to-from < 3 || !s.comma(to-1) || !s.is(to-2, "later", "afterwards", "after") {
		return false
	}
	for i := from; i < to-2; i++ {
		if s.isVerb(i) || s.has(i, prep|name|punct|pron) {
			return false
		}
	}
	return true
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
	if rule == "subordinate" && (s.has(verb, had) || s.is(from, "since")) {
		return "", "", false
	}
	if r.g.lang == "en" && !fronted && d.lead > verb && r.listed(s, d, verb) {
		return "", "", false
	}
	end := r.adjunct(s, d, verb, r.cut(s, d, verb, to, rule == "subordinate"))
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
		return "", "", false // "ordered 4,000": of what?
	}
	body, ok := r.objects(s, d, subject, min(start, verb), r.predicate(s, start, verb), end)
	if !ok {
		return "", "", false
	}
	if start >= verb && s.has(verb, either) {
		// "was opened in 1918 and closed in 2003": the auxiliary is shared, too.
		if aux := r.auxiliary(s, from, verb); aux != "" {
			body = aux + " " + body
		}
	}
	if w := strings.TrimSpace(subject); start >= verb && r.g.lang == "en" && w != "" && !strings.Contains(w, " ") && !r.isNameAlone(w) && !strings.HasSuffix(w, "s") && !happening(w) {
		return "", "", false // "Hope returned … and was lost"
	}
	if r.bare(s, d, start, verb, end) {
		return "", "", false // "Patience ran out"
	}
	if last == verb+1 && r.g.comparatives[s.tokens[last].lower] || last == verb && s.is(verb, "tried", "attempted") || s.is(verb, "tried", "attempted") && (verb+1 >= end || s.is(verb+1, "again") || verb+1 == d.lead) {
		return "", "", false // "went further", "tried again"
	}
	if r.g.lang == "en" && s.is(last, "half", "most", "some") && s.has(last-1, either|part|past) {
		return "", "", false // "had lost half": of what?
	}
	if s.is(end-1, r.g.proforms...) || (d.to >= end || s.has(d.to, punct)) && s.is(d.lead-1, r.g.proforms...) {
		return "", "", false // "opened one"
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

// clitic reports whether an object pronoun stands right before the verb: "un marchand l'acheta", "la directrice l'a achetée".
func (r *reader) clitic(s *sentence, start, verb int) bool {
	return r.g.clitics[s.lowerAt(verb-1)] && !s.is(verb-1, "y") && s.tokens[verb].Kind == prose.Word && s.has(start, name|det) && verb-1 > start ||
		s.is(verb-1, "'", "’") && r.g.clitics[s.lowerAt(verb-2)] && verb-2 > start
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

// auxiliary returns the "was" that a participle at verb shares with the clauses before it: "was opened in 1918 and closed
// in 2003". A verb that takes no object, or has one here, is active: "was treated in May and died in June".
func (r *reader) auxiliary(s *sentence, from, verb int) string {
	active := func(v int) bool {
		return r.g.intransitive[s.tokens[v].lower] || s.is(v, "entered", "came", "went", "moved", "grew", "merged", "turned") && s.has(v+1, prep) || s.has(v, past) || s.has(v+1, det|poss|pron|name) && !r.dating(s, v+1) ||
			r.g.objects[s.lowerAt(v+1)] != "" || s.has(v+1, neg)
	}
	if active(verb) && !r.bestowed(s, verb) {
		return ""
	}
	aux := ""
	for _, v := range s.verbs {
		open := v
		for open > 0 && !s.tokens[open].clause {
			open--
		}
		if v < from && s.has(open, sub|rel|that|iffy) && !s.has(open, name) {
			continue // "were halted, when he was ill, and resumed"
		}
		switch {
		case v >= from:
			return aux
		case s.has(v, be):
			aux = s.tokens[v].lower
		case aux == "" || active(v) && !r.bestowed(s, v):
			return ""
		}
	}
	return aux
}

// bestowed reports whether the participle at i gives its own object to the passive's subject: "was elected in 1880, awarded
// its medal in 1881 and made a vice-president". Who awards, appoints or elects is no subject of such a row.
func (r *reader) bestowed(s *sentence, i int) bool {
	if r.g.honours[s.tokens[i].lower] {
		return true
	}
	if s.is(i, "declared", "designated", "proclaimed") && s.is(i+1, "a", "an") {
		return true
	}
	if !s.is(i, "made", "named") {
		return false
	}
	for k := i + 1; k < i+5 && k < len(s.tokens) && !s.has(k, prep); k++ {
		if r.roleAt(s, k) {
			return true
		}
	}
	return false
}

// happening reports whether a bare noun names something done, which the article's subject makes plain: "Production
// resumed", "Work began".
func happening(w string) bool {
	w = strings.ToLower(w)
	return strings.HasSuffix(w, "tion") || w == "work"
}

// doing reports whether the bare noun at start names what goes on, and the verb when it did: "Fighting resumed", "Traffic
// ended", not "Planning began", of what?
func (r *reader) doing(s *sentence, start, verb int) bool {
	return r.g.doings[s.lowerAt(start)] && r.g.phases[s.lowerAt(verb)]
}

// bare reports whether the clause's subject is a bare word that is no name and nothing but particles and the date follow
// the verb: of whom "Patience ran out" and "Hope returned" tell, their paragraph only knows.
func (r *reader) bare(s *sentence, d dated, start, verb, end int) bool {
	if r.g.lang != "en" || verb != start+1 || s.tokens[start].Kind != prose.Word || s.has(start, det|pron|poss|coord) || r.plural(s, start, verb) || r.isName(&s.tokens[start]) {
		return false
	}
	if r.doing(s, start, verb) {
		return false
	}
	if w := s.tokens[start].lower; !s.tokens[start].initial && s.has(start, name) || allCaps(s.tokens[start].In(r.text)) || strings.HasSuffix(w, "s") || happening(w) {
		return false
	}
	for i := verb + 1; i < end; i++ {
		if i >= d.lead && i < d.to || s.has(i, prep|adverb|punct) && !s.has(i, name) {
			continue
		}
		return false
	}
	return true
}

// predicate returns the token with which the predicate begins: the adverbs before the verb that tell something.
func (r *reader) predicate(s *sentence, start, verb int) int {
	i := verb
	if r.g.half(s, i-1) && i-2 > start {
		i -= 2
	}
	for i-1 >= start {
		if s.is(i-1, "'", "’") && i-2 >= start && s.has(i-2, adverb|neg) {
			i -= 2 // "s'installa"
			continue
		}
		if !s.has(i-1, adverb|neg) && !(s.has(i-1, opener) && !s.has(i-1, coord|punct)) || s.has(i-1, name) || i-1 == start {
			break
		}
		i--
	}
	for i < verb && (r.g.loose[s.tokens[i].lower] || r.g.lang == "fr" && s.is(i, "y") || s.has(i, opener) && !s.has(i, adverb)) {
		i++
	}
	return i
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

// lead drops the adverbials before the subject: "In 1999, after months of talks, NATO launched".
func (r *reader) lead(s *sentence, start, verb int) int {
	for {
		comma, last := -1, -1
		for i := start; i < verb; i++ {
			if s.comma(i) {
				if comma < 0 {
					comma = i
				}
				last = i
			}
		}
		if comma < 0 {
			return r.inside(s, start, verb)
		}
		if s.has(start, prep|maybeSub|ing|adverb|opener|sub|part|either|infinitive) && !s.has(start, name) || s.is(start, "most") && s.has(start+1, adverb) {
			start = comma + 1
			continue
		}
		// A noun phrase that no comma parts from the verb is the subject, unless it ends a row of them.
		if last < verb-1 {
			for i := last + 1; i < verb; i++ {
				if s.has(i, coord) && !s.has(i, name) {
					return start
				}
			}
			if s.has(last+1, adverb) && !s.has(last+1, name) {
				return start
			}
			return last + 1
		}
		return start
	}
}

// inside returns the first token of the subject that no comma parts from the preposition's phrase before it: "Under him the team
// won", "After the war the firm moved"; or start.
func (r *reader) inside(s *sentence, start, verb int) int {
	if r.g.lang != "en" || !s.has(start, prep|maybeSub) || s.has(start, name|infinitive) {
		return start
	}
	at := r.before(s, start, verb) - 1
	for at > start && !s.has(at, det|poss|pron) && (s.plain(at) || s.has(at, name)) && !(s.has(at, name) && !s.has(at-1, name|det|poss|prep)) {
		at--
	}
	if at <= start+1 || !(s.has(at, det|name) && !s.has(at, prep|poss|pron) || s.has(at, pron) && at+1 == verb) {
		return start
	}
	if p := at - 1; !s.plain(p) && r.g.objects[s.tokens[p].lower] == "" && !(s.has(p, name) && s.has(at, det|pron) && !s.has(at, name)) {
		return start
	}
	for i := start; i < at; i++ {
		if s.has(i, coord|rel|that|sub|infinitive|present|modal|punct) && !s.has(i, name) || r.dating(s, i) {
			return start
		}
	}
	return at
}

// simple puts a predicate in the pluperfect into the simple past, which tells the same on a line of its own: "had opened",
// "opened".
func (r *reader) simple(s *sentence, body string, start, verb int) string {
	if r.g.lang == "fr" && s.has(verb, had) {
		for had, has := range r.g.perfects { // "avait supprimé", "a supprimé"
			if rest, found := strings.CutPrefix(body, had+" "); found {
				return has + " " + rest
			}
		}
	}
	rest, found := strings.CutPrefix(body, r.g.pluperfect+" ")
	if r.g.pluperfect == "" || !s.has(verb, had) || !found {
		return body
	}
	next := verb + 1
	for s.has(next, adverb) && !s.has(next, name) {
		next++
	}
	switch {
	case s.is(next, "been"):
		was := r.g.was[0]
		if r.plural(s, start, r.before(s, start, verb)) {
			was = r.g.was[1]
		}
		return strings.Replace(" "+rest, " been ", " "+was+" ", 1)[1:]
	case s.has(next, either):
		return rest
	}
	if past := r.g.simplePast[s.lowerAt(next)]; past != "" && next == verb+1 {
		return past + strings.TrimPrefix(rest, s.tokens[next].In(r.text))
	}
	return body
}
