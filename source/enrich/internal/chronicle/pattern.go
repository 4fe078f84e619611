package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Some events are not told by the clause the date stands in: a participle in front, a relative clause, a name with a
// year in it, a sentence that only the next one explains.

// named tells of an event that has its year in its name: "The Great Fire of 1666 destroyed half of the town."
func (r *reader) named(s *sentence, d dated) (summary, rule string, ok bool) {
	of := d.from - 1
	d.lead, d.start, d.end = d.from, d.x.Start, d.x.End
	if d.from < 2 || d.to >= len(s.tokens) || !s.is(of, r.g.ofWords...) || !s.has(of-1, name) || !s.isVerb(d.to) || s.tokens[d.from].depth > 0 || s.tokens[d.from].quoted {
		return "", "", false
	}
	start := of - 1
	for start > 0 && s.has(start-1, name) {
		start--
	}
	if start != 1 || !s.is(0, r.g.the) || r.later(s, d, 0, len(s.tokens)) {
		return "", "", false
	}
	if !r.happens(s, d, d.to, len(s.tokens), true) {
		return "", "", false
	}
	end := d.to + 1
	for end < len(s.tokens) && !s.tokens[end].clause {
		end++
	}
	end = r.cut(s, d, d.to, end, false)
	for i := d.to; i < end; i++ {
		if s.has(i, poss) || r.g.objects[s.tokens[i].lower] != "" {
			return "", "", false
		}
	}
	summary, ok = r.finish(s, r.raw(s, 0, end), 1, d.to)
	return summary, "named", ok
}

// relative tells a relative clause of the noun phrase that opens the sentence: "The pier, which was completed in
// 1871, became a landmark."
func (r *reader) relative(s *sentence, d dated, from, to int) (string, string, bool) {
	if from < 2 || !s.is(from, r.g.subjectRelatives...) || s.tokens[from-1].lower != "," {
		return "", "", false
	}
	base := from - 1 // where the clause begins whose subject it may be
	for base > 0 && !s.tokens[base].clause {
		base--
	}
	verb, inner := -1, false
	for _, v := range s.verbs {
		inner = inner || base <= v && v < from // not the clause's subject
		if verb < 0 && v > from && (v < d.lead || d.lead == from+1 && v >= d.to) {
			verb = v
		}
	}
	for i := base; i < from; i++ {
		inner = inner || s.has(i, present|modal) && !s.has(i, name)
	}
	after := from + 1 // where the verb may stand, adverbs aside
	if d.lead == from+1 {
		after = d.to // "who in 1949 drew"
	}
	if verb < 0 || verb > after+2 || r.told[s.tokens[verb].Start] {
		return "", "", false
	}
	for i := after; i < verb; i++ {
		if !s.has(i, adverb|neg) && !s.is(i, "'", "’") && !r.g.clitics[s.tokens[i].lower] && !s.comma(i) || s.has(i, name) {
			return "", "", false // "which the monks drained": not what it tells of
		}
	}
	if inner {
		return r.whoWas(s, d, from, to, verb)
	}
	start := base
	for start < from && (s.has(start, opener|coord) && !s.has(start, name) || s.tokens[start].lower == ",") {
		start++
	}
	for i := start; i < from-1; i++ {
		if s.comma(i) || s.has(i, present|modal) && !s.has(i, name) {
			return "", "", false
		}
	}
	for i := d.to; i < to; i++ {
		if s.comma(i) {
			to = i
			break
		}
	}
	if !r.happens(s, d, verb, to, false) {
		return "", "", false
	}
	to = r.cut(s, d, verb, to, true)
	subject, ok := r.subject(s, start, start, from-1)
	if !ok {
		return "", "", false
	}
	body, ok := r.objects(s, d, subject, start, r.predicate(s, from+1, verb), to)
	if !ok {
		return "", "", false
	}
	text, ok := r.finish(s, subject+r.simple(s, body, start, verb), start, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, "relative", ok
}

// whoWas tells a relative clause of the person or the thing that is named right before it: "They had a daughter, Ellen, who
// was born in 1909", "said Karin Dahl, who joined the orchestra in 1979", "He saw the pier, which was opened in 1871".
func (r *reader) whoWas(s *sentence, d dated, from, to, verb int) (string, string, bool) {
	first := from - 1
	for first > 0 && s.has(first-1, name) {
		first--
	}
	if s.tokens[from-2].Kind == prose.Number && s.is(from-3, "-") && s.has(from-4, name) {
		for first = from - 4; first > 0 && s.has(first-1, name); {
			first-- // "CryoSat-2"
		}
	}
	subject := r.raw(s, first, from-1)
	switch {
	case r.g.lang != "en":
		return "", "", false
	case s.is(from, r.g.personRelatives...):
		alone := first > 0 && s.comma(first-1) && s.has(verb, be) && s.is(verb+1, "born") // "a daughter, Ellen, who"
		full := ""
		if first < from-1 {
			full, _ = r.figureIn(s, first, from-1)
		}
		if first == from-1 || full == "" && !alone {
			return "", "", false
		}
	default:
		// A thing, which something befell: what else "which" tells may be told of the whole clause.
		if first < from-1 && !s.has(first-1, det|prep) && s.has(verb, be) || first < from-1 && s.has(first-1, prep) && s.has(verb, be) && !r.placeName(subject) {
			break // "and by Envisat, which was launched"
		}
		for first > 0 && s.plain(first-1) {
			first--
		}
		if !s.is(first-1, r.g.the) || !s.has(verb, be) && !r.g.befalls[s.tokens[verb].lower] || r.g.pointing[s.lowerAt(from-2)] {
			return "", "", false
		}
		subject = r.raw(s, first-1, from-1)
	}
	for i := d.to; i < to; i++ {
		if s.comma(i) {
			to = i
			break
		}
	}
	if !r.happens(s, d, verb, to, false) {
		return "", "", false
	}
	to = r.cut(s, d, verb, to, true)
	body, ok := r.objects(s, d, subject, first, r.predicate(s, from+1, verb), to)
	if !ok {
		return "", "", false
	}
	text, ok := r.finish(s, subject+" "+r.simple(s, body, first, verb), first, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, "relative", ok
}

// placeName reports whether the text has led the name in as a place's.
func (r *reader) placeName(text string) bool { return r.cast.places[text] }

// elaborated tells a clause whose subject says nothing ("Things got worse") together with the sentence after it that
// says what there was; without one it is not worth telling.
func (r *reader) elaborated(s *sentence, d dated, start, end int, rule string) (string, string, bool) {
	for _, opening := range r.g.elaborations {
		if !strings.HasPrefix(r.next, opening) {
			continue
		}
		rest := strings.TrimRight(r.next, " .!")
		if len(rest) > 220 || strings.ContainsAny(rest, "?") {
			continue
		}
		head, ok := r.finish(s, r.words(s, d, start, end), start, end)
		if !ok {
			return "", "", false
		}
		return strings.TrimSuffix(head, ".") + ": " + lowerFirst(rest) + ".", rule, true
	}
	return "", "", false
}

// participial tells "Founded in 1949, the firm …" as "The firm was founded."
func (r *reader) participial(s *sentence, d dated) (string, bool) {
	i := 0
	for s.has(i, adverb|opener) && !s.has(i, either) {
		i++
	}
	if i >= d.lead || !r.done(s, i) {
		return "", false
	}
	comma := -1
	for j := d.to; j < len(s.tokens); j++ {
		if s.tokens[j].lower == "," && s.tokens[j].depth == 0 {
			comma = j
			break
		}
	}
	if comma < 0 {
		return "", false
	}
	// The subject reaches to the next verb.
	end := -1
	for j := comma + 1; j < len(s.tokens) && j < comma+10; j++ {
		if s.isVerb(j) || s.has(j, present|modal) && !s.has(j, name) || s.tokens[j].lower == "," {
			end = j
			break
		}
	}
	if s.is(end, ",") && s.has(end+1, pron) {
		comma, end = end, end+2 // "Born in 1929, the daughter of a worker, she …"
	}
	for end > comma+1 && s.has(end-1, adverb) && !s.has(end-1, name) {
		end--
	}
	if end <= comma+1 {
		return "", false
	}
	subject, ok := "", false
	if s.has(comma+1, pron) && end == comma+2 {
		if a := r.antecedent(s.tokens[comma+1].lower); a != nil {
			subject, ok = a.text+" ", true
		}
	} else {
		subject, ok = r.subject(s, comma+1, comma+1, end)
	}
	if !ok {
		return "", false
	}
	if subject == "" {
		subject = r.raw(s, comma+1, end) + " "
	}
	was := r.g.was[0]
	if r.plural(s, comma+1, end) {
		was = r.g.was[1]
	}
	body := r.words(s, d, i, comma)
	text, ok := r.finish(s, subject+was+" "+lowerFirst(body), comma+1, end)
	return text, ok
}

// done reports whether token i is a participle of what was done to something, so that with "was" it tells an event:
// founded, damaged, set up; not known, seen or arrived.
func (r *reader) done(s *sentence, i int) bool {
	w := s.tokens[i].lower
	if r.g.fronted[w] || r.g.fronted[w+" "+s.lowerAt(i+1)] {
		return true
	}
	return r.g.lang == "en" && s.has(i, either|part) && !s.has(i, stative|plan|report|name|ing|be|adverb) && !r.g.intransitive[w] && !r.g.undone[w]
}

// aside tells of a subject what an aside with a participle says: "The bridge, built in 1932, was bombed in 1941."
func (r *reader) aside(s *sentence, d dated) (string, bool) {
	// The clause whose subject it stands beside may begin behind another one: "It burned in 1871; the pier, built …".
	if r.g.lang == "en" {
		for i := d.lead; i > 1; i-- {
			if s.tokens[i].clause && (s.has(i, coord) && !s.has(i, name) && s.comma(i-1) || s.is(i-1, ";")) {
				if text, ok := r.asideFrom(s, d, i); ok {
					return text, true
				}
				break
			}
		}
	}
	return r.asideFrom(s, d, 0)
}

// asideFrom is aside for the clause that begins at start.
func (r *reader) asideFrom(s *sentence, d dated, start int) (string, bool) {
	for start < len(s.tokens) && (s.has(start, opener|coord) && !s.has(start, name) || s.tokens[start].lower == "," || r.dating(s, start)) {
		start++
	}
	if start >= d.lead || !s.has(start, det|name|poss) || s.has(start, prep|pron|rel|sub|that) && !s.has(start, name) {
		return "", false
	}
	comma := start
	for comma < d.lead && !s.comma(comma) {
		if s.isVerb(comma) || s.has(comma, present|modal|coord|sub|rel|ing) && !s.has(comma, name) {
			return "", false
		}
		comma++
	}
	part := comma + 1
	for s.has(part, adverb) && !s.has(part, name) {
		part++
	}
	if part >= d.lead || !r.done(s, part) || r.told[s.tokens[part].Start] {
		return "", false
	}
	end := d.to
	for end < len(s.tokens) && !s.comma(end) {
		end++
	}
	if end >= len(s.tokens)-1 {
		return "", false // no main clause behind it
	}
	for i := part + 1; i < end; i++ {
		if s.isVerb(i) || s.tokens[i].clause || s.has(i, rel|sub|poss) && !s.has(i, name) || r.later(s, d, part, end) {
			return "", false
		}
	}
	subject, ok := r.subject(s, start, start, comma)
	if !ok || subject == "" {
		return "", false
	}
	was := r.g.was[0]
	if r.plural(s, start, comma) {
		was = r.g.was[1]
	}
	text, ok := r.finish(s, subject+was+" "+r.words(s, d, part, end), start, part)
	if ok {
		r.told[s.tokens[part].Start] = true
	}
	return text, ok
}

// when tells the clause that a relative adverb ties to the date: "… until 1935, when Vannier withdrew the claim".
func (r *reader) when(s *sentence, d dated) (string, bool) {
	at := d.to
	if at < len(s.tokens) && s.tokens[at].lower == "," {
		at++
	}
	if s.tokens[d.from].depth > 0 || s.tokens[d.from].quoted || !s.is(at, r.g.whenWords...) {
		return "", false
	}
	start := at + 1
	verb := -1
	for _, v := range s.verbs {
		if v > start {
			verb = v
			break
		}
	}
	if verb < 0 || verb > start+10 || r.told[s.tokens[verb].Start] {
		return "", false
	}
	to := len(s.tokens)
	for i := verb + 1; i < len(s.tokens); i++ {
		if s.tokens[i].clause {
			to = i
			break
		}
	}
	for i := start; i < verb; i++ {
		if s.comma(i) || s.has(i, rel|sub|present|modal) && !s.has(i, name) {
			return "", false
		}
	}
	for i := verb + 1; i < to; i++ {
		if s.comma(i) {
			to = i // the main clause goes on, or begins
			break
		}
	}
	if s.has(verb, had) || r.later(s, d, d.to, to) || !r.happens(s, d, verb, to, true) {
		return "", false
	}
	end := r.cut(s, d, verb, to, true)
	subject, ok := r.subject(s, start, start, verb)
	if !ok || subject == "" {
		return "", false
	}
	if end := r.before(s, start, verb); s.is(start, r.g.the) && !r.g.orgs[s.tokens[end-1].lower] && !(r.g.lang == "en" && r.telling(s, start, end)) {
		return "", false // "when the bridge fell": which?
	}
	body, ok := r.objects(s, d, subject, start, r.predicate(s, start, verb), end)
	if !ok {
		return "", false
	}
	text, ok := r.finish(s, subject+body, start, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, ok
}

// plural reports whether a noun phrase looks plural.
func (r *reader) plural(s *sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if s.has(i, coord) && !s.has(i, name) {
			return true
		}
	}
	if s.has(from, name) || to <= from {
		return false
	}
	for i := from + 1; i < to && r.g.lang == "en"; i++ {
		if s.has(i, prep) && !s.has(i, name) {
			to = i // "her cycle of the symphonies" is one
			break
		}
	}
	w := s.tokens[to-1].lower
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !s.has(to-1, name) || s.is(from, "they", "these", "those")
}

// resumed tells a main clause whose subject an aside parts from its verb: "In 1938 Adam Lowe, a weaver who had fled,
// came across a paper", "The column, which had left in May, reached the river on 3 June".
func (r *reader) resumed(s *sentence, d dated) (string, bool) {
	if r.g.lang == "en" {
		// In a clause of its own behind another one: "…, and the church, whose tower still stands, was closed in 1912".
		for i := d.lead; i > 1; i-- {
			if s.is(i-1, ";") || s.has(i, coord) && !s.has(i, name) && s.comma(i-1) && (s.has(i+1, det) || i+1 == d.lead) {
				if text, ok := r.resumedFrom(s, d, i); ok {
					return text, true
				}
				break
			}
		}
	}
	return r.resumedFrom(s, d, 0)
}

// resumedFrom is resumed for the clause that begins at start.
func (r *reader) resumedFrom(s *sentence, d dated, start int) (string, bool) {
	for start < len(s.tokens) && (s.has(start, opener|coord|adverb) && !s.has(start, name) || s.tokens[start].lower == ",") {
		start++
	}
	fronted := start == d.lead
	if fronted {
		start = d.to
		for start < len(s.tokens) && s.tokens[start].lower == "," {
			start++
		}
	}
	if start >= len(s.tokens) || !s.has(start, det|name|poss) || s.has(start, prep|pron|rel|sub|that) && !s.has(start, name) {
		return "", false
	}
	first := start // the comma that opens the aside
	for first < len(s.tokens) && !s.comma(first) {
		if s.isVerb(first) || s.has(first, present|modal|coord|sub|rel|ing) && !s.has(first, name) {
			return "", false
		}
		first++
	}
	if first == start || first >= len(s.tokens) || !s.has(first+1, rel|det|prep|part|either|ing|adverb) && !r.clauseAhead(s, first) {
		return "", false
	}
	verb := -1
	inside := s.has(first+1, part|either|ing) // the aside has a verb of its own
	for i := first + 1; i+1 < len(s.tokens); i++ {
		inside = inside || s.isVerb(i) || s.has(i, rel|present|modal) && !s.has(i, name)
		if !s.comma(i) {
			continue
		}
		v := i + 1
		for s.has(v, adverb) && !s.has(v, name) && v < i+4 {
			v++
		}
		if s.isVerb(v) {
			verb = v
			break
		}
		if s.has(i+1, coord) {
			return "", false
		}
	}
	if verb > 0 && r.clitic(s, start, verb) {
		return "", false
	}
	if verb < 0 || !inside || r.told[s.tokens[verb].Start] || !fronted && d.lead < verb {
		return "", false
	}
	to := len(s.tokens)
	for i := verb + 1; i < len(s.tokens); i++ {
		if s.tokens[i].clause {
			to = i
			break
		}
	}
	if !fronted && d.lead >= to || !r.happens(s, d, verb, to, fronted) {
		return "", false
	}
	end := r.cut(s, d, verb, to, false)
	if s.has(end, that) && end > d.to {
		return "", false
	}
	subject, ok := r.subject(s, start, start, first)
	if !ok {
		return "", false
	}
	body, ok := r.objects(s, d, subject, start, verb, end)
	if !ok {
		return "", false
	}
	text, ok := r.finish(s, subject+r.simple(s, body, start, verb), start, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, ok
}

// clauseAhead reports whether the aside after the comma at i has a relative clause before its next comma.
func (r *reader) clauseAhead(s *sentence, i int) bool {
	for i++; i < len(s.tokens) && !s.comma(i); i++ {
		if s.has(i, rel) {
			return true
		}
	}
	return false
}

// described tells of a named thing what an aside behind it says: "… the Framework Agreement (FA), signed at Kinara on 12
// December 2014."
func (r *reader) described(s *sentence, d dated) (string, bool) {
	if r.g.lang != "en" || d.lead < 4 {
		return "", false
	}
	part := d.lead - 1
	for part > 1 && !s.comma(part-1) && d.lead-part < 8 {
		if s.tokens[part].depth > 0 || s.isVerb(part) || s.has(part, pron|poss|coord|rel|sub) && !s.has(part, name) {
			return "", false
		}
		part--
	}
	if !s.comma(part-1) || !r.done(s, part) || d.to < len(s.tokens) && !s.has(d.to, punct) {
		return "", false
	}
	end := part - 1
	last := end
	if s.tokens[last-1].lower == ")" {
		for last > 0 && s.tokens[last-1].depth > 0 {
			last--
		}
	}
	start, names := last, 0
	for start > 0 && last-start < 12 && (s.has(start-1, name) || s.is(start-1, "of", "on", "for", "and", "the") && names > 0) {
		start--
		if s.has(start, name) {
			names++
		}
		if s.is(start, r.g.the) && !(s.is(start-1, "of", "on", "for") && s.has(start-2, name)) {
			break
		}
	}
	if names < 2 || !s.is(start, r.g.the) || last < 3 || start == 0 || s.is(start-1, r.g.ofWords...) {
		return "", false
	}
	text, ok := r.finish(s, r.raw(s, start, end)+" "+r.g.was[0]+" "+r.words(s, d, part, d.to), start, part)
	return text, ok
}

// relatedObject tells what a relative clause says that somebody did to the thing before it: "The course that she founded in
// 1984 has …": "Ada Reed founded the course."
func (r *reader) relatedObject(s *sentence, d dated) (string, bool) {
	if r.g.lang != "en" || d.lead < 4 {
		return "", false
	}
	at := -1
	for i := d.lead - 1; i > 1 && d.lead-i < 10; i-- {
		if s.comma(i) || s.has(i, coord|sub) && !s.has(i, name) {
			return "", false
		}
		if s.has(i, that) && !s.has(i, name) || s.is(i, "which") {
			at = i
			break
		}
	}
	gap := 0
	if at > 2 && s.is(at, "which") && s.comma(at-1) && s.has(at+1, name) {
		gap = 1
	}
	if at < 2 || gap == 0 && s.has(at-1, punct|prep) || s.isVerb(at-1) || !s.has(at+1, pron|name) || s.is(at+1, "it", "they", "there") {
		return "", false
	}
	verb := at + 1
	for verb < d.lead && !s.isVerb(verb) {
		if !s.has(verb, pron|name|adverb) {
			return "", false
		}
		verb++
	}
	if verb >= d.lead || s.has(verb, be|had) || r.told[s.tokens[verb].Start] || !r.happens(s, d, verb, d.to, false) || s.has(verb+1, det|poss|name|pron) && !r.dating(s, verb+1) {
		return "", false
	}
	head := at - 1 - gap // the thing: an article and what follows it
	for head > 0 && at-head < 6 && !s.has(head, det) {
		if s.has(head, prep|pron|poss|punct|that) || s.isVerb(head) {
			return "", false
		}
		head--
	}
	if !s.has(head, det) || head == at-1-gap {
		return "", false
	}
	subject, ok := r.subject(s, at+1, at+1, verb)
	if !ok || subject == "" {
		return "", false
	}
	thing := lowerFirst(r.raw(s, head, at-gap))
	rest := ""
	if d.lead > verb+1 {
		rest = " " + r.raw(s, verb+1, d.lead)
	}
	text, ok := r.finish(s, subject+r.raw(s, verb, verb+1)+" "+thing+rest, at+1, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, ok
}
