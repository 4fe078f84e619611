package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// dated is a date in a sentence.
type dated struct {
	x          *temporal.Expression
	from, to   int // tokens of the expression or its range
	lead       int // the first token of the adverbial: its preposition, or from
	hasLead    bool
	start, end int // bytes of the adverbial
}

// event makes an entry of expression k, if it dates an event.
func (r *reader) event(s *sentence, exprs []temporal.Expression, k int) (Entry, bool) {
	x := &exprs[k]
	if x.Start < s.span.Start || s.asks || !x.Resolved() || x.Type == temporal.DURATION || x.Type == temporal.SET {
		return Entry{}, false
	}
	switch x.Rule {
	case "after-event", "unit-after-event", "ordinal-unit", "clock", "clock-hour":
		return Entry{}, false
	}
	if x.Range != nil && x.Start != x.Range.Start {
		return Entry{}, false
	}
	switch x.Lead {
	case temporal.Since, temporal.Until, temporal.By, temporal.Before, temporal.After:
		return Entry{}, false
	case temporal.From, temporal.To:
		if x.Range == nil {
			return Entry{}, false
		}
	}
	x, ok := r.joint(exprs, k)
	if !ok {
		return Entry{}, false
	}
	if k+1 < len(exprs) {
		// Of two dates of one event the finer is told: "a year later, on 12 April 1955,".
		if y := &exprs[k+1]; y.Resolved() && y.Grain < x.Grain && x.Range == nil && y.Start-x.End < 8 && y.End <= s.span.End &&
			y.Lower.Compare(x.Lower) >= 0 && y.Upper.Compare(x.Upper) <= 0 {
			return Entry{}, false
		}
	}
	d, ok := r.adverbial(s, x)
	var summary, rule string
	if ok {
		summary, rule, ok = r.tell(s, d)
	} else if x.Grain == temporal.Year && x.Range == nil && !x.Context {
		summary, rule, ok = r.named(s, d)
	}
	if !ok {
		return Entry{}, false
	}
	e := Entry{Expression: *x, EDTF: x.EDTF, Lower: x.Lower, Upper: x.Upper, Phrase: r.g.phrase(x), Summary: summary, Rule: rule}
	if x.Range != nil {
		e.EDTF, e.Lower, e.Upper = x.Range.EDTF, x.Range.Lower, x.Range.Upper
		e.Phrase = r.g.rangePhrase(r.text, x, exprs[min(k+1, len(exprs)-1)])
	}
	return e, true
}

// joint returns expression k, or, of two dates joined by "and" ("in late 1940 and early 1941"), one that spans both;
// of the second of two it returns false.
func (r *reader) joint(exprs []temporal.Expression, k int) (*temporal.Expression, bool) {
	x := &exprs[k]
	if x.Range != nil {
		return x, true
	}
	and := func(a, b *temporal.Expression) bool {
		return b.Start > a.End && b.Start-a.End < 8 && r.g.words[strings.TrimSpace(r.text[a.End:b.Start])]&coord != 0
	}
	if k > 0 && exprs[k-1].Resolved() && exprs[k-1].Range == nil && and(&exprs[k-1], x) {
		return nil, false
	}
	if k+1 < len(exprs) && and(x, &exprs[k+1]) {
		y := &exprs[k+1]
		if !y.Resolved() || y.Range != nil || x.Upper.Compare(y.Upper) > 0 {
			return nil, false
		}
		both := *x
		both.Range = &temporal.Range{Start: x.Start, End: y.End, Lower: x.Lower, Upper: y.Upper, EDTF: x.EDTF + "/" + y.EDTF}
		if strings.Contains(x.EDTF+y.EDTF, "/") {
			both.Range.EDTF = x.Lower.String() + "/" + y.Upper.String()
		}
		return &both, true
	}
	return x, true
}

// adverbial finds the adverbial that the date makes up with its preposition; a date that is part of something else is
// none: "the 1999 campaign", "the treaty of 1949", "(Smith 1999)".
func (r *reader) adverbial(s *sentence, x *temporal.Expression) (dated, bool) {
	start, end := x.Start, x.End
	if x.Range != nil {
		start, end = x.Range.Start, x.Range.End
	}
	d := dated{x: x, from: -1}
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.End > start && d.from < 0 {
			d.from = i
		}
		if t.Start < end {
			d.to = i + 1
		}
	}
	if d.from < 0 || s.tokens[d.from].depth > 0 || s.tokens[d.from].quoted {
		return d, false
	}
	d.lead = d.from
	p := d.from - 1
	for s.has(p, det) && !s.has(p, name) { // "in the 1990s": the article may stand outside the expression
		p--
	}
	if s.is(p, r.g.aboutWords()...) {
		p--
	}
	switch {
	case s.has(p, when) && !s.has(p, name):
		d.lead, d.hasLead = p, true
	case x.Range != nil && s.is(p, r.g.rangeWords...):
		d.lead, d.hasLead = p, true
	case r.g.articleDays && p == d.from-2 && x.Grain == temporal.Day && (p < 0 || !s.has(p, prep)):
		d.lead, d.hasLead = p+1, true
	case p != d.from-1:
		return d, false // "the 1999 campaign"
	case x.Context && temporalAdverb[x.Rule] && !(s.has(p, prep|det|poss) && !s.has(p, name)):
	case d.from == 0 && x.Grain == temporal.Day:
	case x.Grain == temporal.Day && !x.Context && (s.has(p, punct) || p < 0):
	default:
		if r.g.bareYears && (p < 0 || !s.has(p, det|prep|poss|name) || s.has(p, finite)) {
			break // "1949 gründeten", "wurde 1949 gegründet"
		}
		return d, false
	}
	// What stands right after must not be what the date belongs to.
	if n := d.to; n < len(s.tokens) {
		t := &s.tokens[n]
		if t.lower == "-" && t.Start == s.tokens[n-1].End {
			return d, false
		}
		if (t.lower == "'" || t.lower == "’") && t.Start == s.tokens[n-1].End {
			return d, false
		}
	}
	for d.lead > 0 && s.has(d.lead-1, adverb) && !s.has(d.lead-1, finite|name) && r.g.before[s.tokens[d.lead-1].lower] {
		d.lead--
	}
	d.start, d.end = s.tokens[d.lead].Start, s.tokens[d.to-1].End
	return d, true
}

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
	verb := -1
	for _, v := range s.verbs {
		if v < from {
			return "", "", false // not the sentence's subject
		}
		if verb < 0 && v < d.lead {
			verb = v
		}
	}
	if verb < 0 || verb > from+3 || r.told[s.tokens[verb].Start] {
		return "", "", false
	}
	start := 0
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
	subject, ok := r.subject(s, start, start, from-1)
	if !ok {
		return "", "", false
	}
	body, ok := r.objects(s, d, r.predicate(s, from+1, verb), to)
	if !ok {
		return "", "", false
	}
	text, ok := r.finish(s, subject+body, start, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, "relative", ok
}

// temporalAdverb lists the rules whose expressions are adverbials without a preposition.
var temporalAdverb = map[string]bool{
	"same-unit": true, "same-season": true, "in-the-unit": true, "next-unit": true, "prev-unit": true, "last-unit": true,
	"unit-before": true, "unit-after": true, "later": true, "after": true, "earlier": true, "weekday": true, "yesterday": true,
	"next-season": true, "prev-season": true, "last-season": true, "mod-in-the-unit": true, "unit-following": true,
	"later-in-year": true,
}

// tell finds the clause that the date places and cuts it to one line.
func (r *reader) tell(s *sentence, d dated) (summary, rule string, ok bool) {
	if r.g.inverted {
		return r.tellInverted(s, d)
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
		return r.relative(s, d, from, to)
	}
	if from < d.lead && (s.has(from, iffy|rel|that) || s.is(from, r.g.likeWords...)) {
		return "", "", false
	}
	opening := from
	for opening < d.lead && (r.dating(s, opening) || s.has(opening, opener|coord|adverb|sub|maybeSub) && !s.has(opening, name) || s.tokens[opening].lower == ",") {
		opening++
	}
	if s.has(from, maybeSub) && !r.g.verbBefore(s, from+1) {
		return "", "", false
	}
	fronted := opening == d.lead
	verb := -1
	for _, v := range s.verbs {
		if v >= from && v < to && (verb < 0 || v < d.lead && !fronted) {
			if !fronted && v >= d.to && verb < 0 {
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
	if s.has(from, sub|maybeSub) {
		rule = "subordinate"
	}
	if !fronted && verb >= d.to {
		// Between subject and verb: only set off by commas.
		if !(d.lead > 0 && s.tokens[d.lead-1].lower == "," && d.to < len(s.tokens) && s.tokens[d.to].lower == ",") {
			return "", "", false
		}
	}
	if r.told[s.tokens[verb].Start] {
		return "", "", false // the verb has had its date
	}
	summary, rule, ok = r.clauseWith(s, d, from, to, verb, fronted, rule)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return summary, rule, ok
}

// clauseWith tells the clause [from,to) with the verb given.
func (r *reader) clauseWith(s *sentence, d dated, from, to, verb int, fronted bool, rule string) (string, string, bool) {
	start := from
	for start < verb && (s.has(start, opener|coord|sub|maybeSub) && !s.has(start, name) || s.tokens[start].lower == "," || s.has(start, adverb) && s.is(start+1, ",")) {
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
	end := r.cut(s, d, verb, to, rule == "subordinate")
	if s.has(end, that) || s.is(end, ",") && s.has(end+1, that) || end >= d.to && end <= d.to+1 && s.has(end, that) {
		return "", "", false // "declared, in 1999, that"
	}
	subject, ok := r.subject(s, from, start, verb)
	if !ok {
		return "", "", false
	}
	if s.has(start, vague) {
		return r.elaborated(s, d, start, end, rule)
	}
	body, ok := r.objects(s, d, r.predicate(s, start, verb), end)
	if !ok {
		return "", "", false
	}
	text := subject + body
	if subject == "" {
		text = r.words(s, d, start, end)
	}
	if rule == "subordinate" && s.has(start, det) && !s.has(start, name) && s.is(start, r.g.the) {
		return "", "", false
	}
	text, ok = r.finish(s, text, start, verb)
	return text, rule, ok
}

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

// predicate returns the token with which the predicate begins: the adverbs before the verb that tell something.
func (r *reader) predicate(s *sentence, start, verb int) int {
	i := verb
	for i-1 >= start {
		if s.is(i-1, "'", "’") && i-2 >= start && s.has(i-2, adverb|neg) {
			i -= 2 // "s'installa"
			continue
		}
		if !s.has(i-1, adverb|neg) || s.has(i-1, name) {
			break
		}
		i--
	}
	for i < verb && r.g.loose[s.tokens[i].lower] {
		i++
	}
	return i
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
			return start
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

// happens reports whether the verb tells an event, and whether the date is its own.
func (r *reader) happens(s *sentence, d dated, verb, to int, fronted bool) bool {
	t := &s.tokens[verb]
	next := verb + 1
	for s.has(next, adverb) && !s.has(next, name) && next < to {
		next++
	}
	for i := max(0, verb-3); i < verb; i++ {
		if s.tokens[i].clause && i > 0 {
			continue
		}
		if s.has(i, neg|modal) && !s.has(i, name) {
			return false
		}
	}
	for i := verb + 1; i <= next && i < len(s.tokens); i++ {
		if s.has(i, neg) || s.is(i, "still") {
			return false
		}
	}
	switch {
	case t.tag&be != 0:
		// The passive tells an event, "was" with anything else a state.
		if s.has(next, ing) || !(s.has(next, either|part)) || s.has(next, name) || s.is(next, "been", "being") {
			return false
		}
		if s.has(next, stative) {
			return false
		}
		if s.has(next+1, coord) && s.has(next+2, adverb) {
			return false
		}
		if s.is(next, "set", "born") && s.has(next+1, infinitive) {
			return false
		}
	case t.tag&had != 0:
		if s.is(next, "been") {
			next++
		}
		if !(s.has(next, either|part)) || s.has(next, stative) || fronted {
			return false
		}
	case t.tag&stative != 0 && !(d.x.Range != nil && r.g.lasting[t.lower]):
		return false
	case t.lower == "got":
		// "got under way", "got worse": a change; "got the impression": none.
	case t.lower == "did":
		return false
	}
	if t.tag&report != 0 && (s.has(verb+1, that) || s.is(verb+1, ",", ":", "\"", "“")) {
		return false
	}
	if t.tag&report != 0 {
		thing := s.has(verb+1, det|name)
		if t.lower != "wrote" && t.lower != "told" && !(t.lower == "added" && thing) {
			return false
		}
		for i := verb; i < len(s.tokens); i++ {
			if s.tokens[i].quoted {
				return false // what was said, not that it was said
			}
		}
	}
	// A plan's date is that of what is planned: "agreed to withdraw in 2011".
	main := verb
	if t.tag&(be|had) != 0 {
		main = next
	}
	if s.has(main, plan) && !fronted {
		for i := main + 1; i < d.lead; i++ {
			if s.has(i, infinitive) && !s.has(i+1, det|name|poss|prep) || s.has(i, that) || s.is(i, "for") && s.has(verb, be) {
				return false
			}
		}
	}
	// "resigned after the elections in 2004": the date may be that of the thing before.
	for i := main + 1; i < d.lead; i++ {
		if s.tokens[i].depth == 0 && r.g.bounding[s.tokens[i].lower] {
			return false
		}
	}
	// "grew from 3 million in 1958 to 41 million in 1969": a comparison.
	if r.later(s, d, verb, to) {
		out, in := false, false
		for i := main + 1; i < to; i++ {
			out = out || s.is(i, r.g.fromWords...)
			in = in || out && s.is(i, r.g.toWords...)
		}
		if in && d.x.Range == nil {
			return false
		}
	}
	if t.tag&(be|had) == 0 && t.tag&either != 0 {
		// Another verb in the clause makes this one a participle after its noun: "legislation passed in 1999 ended …".
		for i := verb + 1; i < len(s.tokens) && (i < to || s.has(i, adverb|opener|punct) || s.isVerb(i)); i++ {
			if s.tokens[i].lower == "," && s.has(i+1, adverb|opener) && s.is(i+2, ",") {
				i += 2
				continue
			}
			if s.has(i, coord|punct) && !s.has(i, name) && s.tokens[i].lower != "'" {
				break
			}
			if s.isVerb(i) && !s.has(i-1, name) || s.has(i, be) {
				return false
			}
		}
	}
	// An infinitive or a participle between verb and date takes the date to itself if the date stands right behind
	// its clause; a purpose does not matter, an expectation does.
	for i := main + 1; i < d.lead; i++ {
		if s.tokens[i].depth > 0 {
			continue
		}
		if s.has(i, that) && !s.has(i+1, punct) && i > main {
			return false
		}
		if i > main+1 && s.has(i, either) && !s.has(i, name) && s.has(i-1, name) && !s.isVerb(i) {
			return false // "a bridge built in 1999"
		}
		if i > main+1 && s.has(i, either|part) && !s.has(i, name) && !s.has(i-1, det|poss|coord|adverb|prep) && i+1 >= d.lead && s.tokens[i-1].Kind == prose.Word && !s.has(i-1, be|had) {
			return false // "opened a bridge built in 1999"
		}
	}
	return true
}

// cut returns the token before which the line ends: the clause's end, asides left out.
func (r *reader) cut(s *sentence, d dated, verb, to int, subordinate bool) int {
	end := to
	if !subordinate {
		for end < len(s.tokens) {
			// Clauses that belong to the event go with it: relative ones without a comma, purposes, times.
			t := &s.tokens[end]
			if end > 0 && (s.tokens[end-1].lower == "," || s.tokens[end-1].tag&punct != 0) {
				break
			}
			if t.tag&(coord) != 0 && !r.shares(s, end) {
				break
			}
			if t.tag&(rel|that|maybeSub|sub|coord) == 0 || t.tag&name != 0 {
				break
			}
			if t.lower == "while" || t.lower == "although" || t.lower == "though" || t.lower == "whereas" || t.lower == "because" {
				break
			}
			next := len(s.tokens)
			for i := end + 1; i < len(s.tokens); i++ {
				if s.tokens[i].clause {
					next = i
					break
				}
			}
			if r.later(s, d, end, next) {
				break
			}
			end = next
		}
	}
	if end < len(s.tokens) && end > verb+1 && s.has(end, rel) && s.has(end-1, prep) {
		end-- // "…, for which"
	}
	for i := verb + 1; i < end; i++ {
		// An aside with a date of its own is another story.
		if s.comma(i) && i >= d.to && r.later(s, d, i, end) {
			return i
		}
	}
	return end
}

// later reports whether another date stands between two tokens; what it dates is not told here.
func (r *reader) later(s *sentence, d dated, from, to int) bool {
	if from >= to {
		return false
	}
	a, b := s.tokens[from].Start, s.tokens[to-1].End
	for _, x := range s.dates {
		if x.Start >= a && x.End <= b && (x.Start < d.start || x.Start >= d.end) {
			return true
		}
	}
	return false
}

// shares reports whether the clause that begins with a conjunction at i shares the subject of the one before, and has
// no date of its own.
func (r *reader) shares(s *sentence, i int) bool {
	j := i + 1
	for s.has(j, adverb) && !s.has(j, name) {
		j++
	}
	return s.isVerb(j) && !s.has(j, be|had)
}

// dating reports whether token i belongs to a date or leads to one.
func (r *reader) dating(s *sentence, i int) bool {
	for k := i; k < i+2 && k < len(s.tokens); k++ {
		for _, x := range s.dates {
			if s.tokens[k].Start >= x.Start && s.tokens[k].End <= x.End && (k == i || s.has(i, when)) {
				return true
			}
		}
	}
	return false
}

// participial tells "Founded in 1949, the firm …" as "The firm was founded."
func (r *reader) participial(s *sentence, d dated) (string, bool) {
	i := 0
	for s.has(i, adverb|opener) && !s.has(i, either) {
		i++
	}
	if i >= d.lead || !r.g.fronted[s.tokens[i].lower] {
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
	for end > comma+1 && s.has(end-1, adverb) && !s.has(end-1, name) {
		end--
	}
	if end <= comma+1 {
		return "", false
	}
	subject, ok := r.subject(s, comma+1, comma+1, end)
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
	w := s.tokens[to-1].lower
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !s.has(to-1, name) || s.is(from, "they", "these", "those")
}
