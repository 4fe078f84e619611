package chronicle

import (
	"strings"
	"sync"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A clause with "-ing" shares the subject of the main clause (Huddleston and Pullum 2002, ch. 14 § 1: gerund-participial
// clauses without a subject): "After graduating in 1900, Lowe taught", "He left the family, volunteering for the army in
// 1941". The line gives it back: "Lowe graduated", "Lowe volunteered for the army".

// irregularPasts are the pasts of verbs that do not end in -ed, by their -ing form.
var irregularPasts = sync.OnceValue(func() map[string]string {
	m := make(map[string]string)
	for _, pair := range strings.Fields(`leaving:left winning:won becoming:became taking:took selling:sold losing:lost building:built making:made buying:bought
		getting:got going:went giving:gave writing:wrote meeting:met finding:found beating:beat seeing:saw holding:held coming:came falling:fell
		growing:grew bringing:brought leading:led teaching:taught fighting:fought breaking:broke choosing:chose drawing:drew driving:drove flying:flew
		putting:put setting:set cutting:cut hitting:hit running:ran sending:sent spending:spent standing:stood undertaking:undertook
		withdrawing:withdrew overthrowing:overthrew retaking:retook rewriting:rewrote rebuilding:rebuilt shooting:shot singing:sang
		sinking:sank stealing:stole striking:struck throwing:threw wearing:wore catching:caught laying:laid paying:paid lending:lent
		dying:died rising:rose speaking:spoke reading:read showing:showed`) {
		ing, past, _ := strings.Cut(pair, ":")
		m[ing] = past
	}
	for _, w := range strings.Fields(`being having beginning starting ending dating lasting including following according making causing killing ending forcing allowing enabling resulting
		prompting marking rendering paving raising reducing increasing culminating knowing feeling thinking doing lying
		saying telling keeping meaning hearing leading continuing living remaining using working running belonging
		consisting depending existing looking seeking hoping wanting wishing trying attempting planning intending expecting containing
		showing reflecting suggesting indicating representing citing noting stating claiming arguing saying writing commenting
		describing calling referring concerning regarding excluding covering numbering totalling totaling
		averaging ranging featuring surrounding bringing giving creating costing injuring wounding sparking triggering leaving
		ensuring preventing adding accounting operating serving counting peaking commencing involving considering depicting`) {
		m[w] = ""
	}
	m["leaving"] = "left"
	return m
})

// pastOf returns the past of an -ing form, or "" if it tells no event of its own.
func pastOf(ing string) string {
	if past, known := irregularPasts()[ing]; known {
		return past
	}
	stem, found := strings.CutSuffix(ing, "ing")
	if !found || len(stem) < 3 {
		return ""
	}
	if n := len(stem); stem[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(stem[n-2])) {
		return stem[:n-1] + "ied"
	}
	return stem + "ed"
}

// gerund tells the event of a clause with -ing that the date stands in.
func (r *reader) gerund(s *sentence, d dated) (string, bool) {
	at := -1
	for i := d.lead - 1; i >= 0 && d.lead-i < 16; i-- {
		if s.has(i, ing) && !s.has(i, name|prep) && s.tokens[i].Kind == prose.Word && r.heads(s, i) {
			at = i
			break
		}
		if s.comma(i) || s.isVerb(i) || s.tokens[i].depth > 0 || s.has(i, sub|rel|that|modal|present|neg|pron) && !s.has(i, name|prep) {
			return "", false
		}
	}
	if at < 0 || r.told[s.tokens[at].Start] {
		return "", false
	}
	body, from := pastOf(s.tokens[at].lower), at
	if s.is(at, "having") {
		from = at + 1
		for s.has(from, adverb) && !s.has(from, name) {
			from++
		}
		switch {
		case s.is(from, "been") && s.has(from+1, either|part):
			body = r.g.was[0]
		case s.has(from, either) && !s.has(from, stative):
			body = s.tokens[from].lower
		case r.g.simplePast[s.lowerAt(from)] != "":
			body = r.g.simplePast[s.lowerAt(from)]
		}
	}
	if body == "" {
		return "", false
	}
	if r.later(s, d, from, d.lead) || s.tokens[from+1].Kind == prose.Number && from+1 < d.lead {
		return "", false // "producing 4,000": of what?
	}
	for i := from + 1; i < d.lead; i++ {
		if s.has(i, demo) && !s.has(i, name) {
			return "", false
		}
	}
	end := d.to
	for end < len(s.tokens) && s.tokens[end].Kind == prose.Word && !s.tokens[end].clause && !s.isVerb(end) && !s.has(end, coord|sub|maybeSub|rel|that|pron|modal|present|ing) && !r.dating(s, end) {
		end++
	}
	if end < len(s.tokens) && end > d.to && (s.isVerb(end) || s.has(end, pron|modal|present|ing) || r.dating(s, end)) {
		end = d.to
	}
	subject, start, ok := r.doerOf(s, d, at, end)
	if !ok || subject == "" {
		return "", false
	}
	rest, ok := r.objects(s, d, subject, start, from, end)
	if !ok {
		return "", false
	}
	rest = strings.TrimPrefix(rest, s.tokens[from].In(r.text))
	text, ok := r.finish(s, subject+body+rest, start, at)
	if ok {
		r.told[s.tokens[at].Start] = true
	}
	return text, ok
}

// heads reports whether the -ing form at i opens a clause of its own: behind a comma, a conjunction of time, or "and" behind
// another such clause.
func (r *reader) heads(s *sentence, i int) bool {
	p := i - 1
	for s.has(p, adverb) && !s.has(p, name) {
		p--
	}
	switch {
	case p < 0:
		return true
	case s.comma(p), s.is(p, "after", "before", "upon", "since", "while", "when"):
		return true
	case s.is(p, "on"):
		return p == 0 || s.comma(p-1)
	case s.is(p, "and"):
		for k := p - 1; k > 0 && p-k < 14; k-- {
			if s.isVerb(k) {
				return false
			}
			if s.has(k, ing) && !s.has(k, name|prep) && r.heads(s, k) {
				return true
			}
			if s.comma(k) {
				n := k + 1
				for s.has(n, adverb) && !s.has(n, name) {
					n++
				}
				return s.has(n, ing) && !s.has(n, name)
			}
		}
	}
	return false
}

// doerOf returns the subject of the main clause that the -ing form at token at belongs to; end is where its own clause ends.
func (r *reader) doerOf(s *sentence, d dated, at, end int) (subject string, start int, ok bool) {
	p := at - 1
	for s.has(p, adverb) && !s.has(p, name) {
		p--
	}
	if s.is(p, "and") {
		for p > 0 && !s.comma(p) {
			p--
		}
	}
	open := p
	for open >= 0 && !s.comma(open) && !s.isVerb(open) && s.has(open, maybeSub|sub|prep) {
		open--
	}
	if open < 0 || s.is(open, ";") {
		// It opens the sentence: the main clause's subject comes behind the comma.
		switch {
		case end < len(s.tokens) && s.comma(end):
			start = end + 1
		case s.has(end, person) && end == d.to: // "After retiring in 1964 she"
			start = end
		default:
			return "", 0, false
		}
		verb := -1
		for i := start; i < len(s.tokens) && i < start+10; i++ {
			if s.isVerb(i) {
				verb = i
				break
			}
			if s.comma(i) || s.has(i, modal|present|sub|rel|that|ing) && !s.has(i, name) {
				return "", 0, false
			}
		}
		if verb < 0 {
			return "", 0, false
		}
		subject, ok = r.subject(s, start, start, verb)
		if ok && subject == "" {
			subject = r.raw(s, start, r.before(s, start, verb)) + " "
		}
		return subject, start, ok
	}
	// The clause before it.
	verb := -1
	for i := open; i >= 0; i-- {
		if s.isVerb(i) || s.is(at, "having") && s.is(i, "is", "are") {
			verb = i
			break
		}
		if s.tokens[i].depth > 0 || s.has(i, rel|that|sub) && !s.has(i, name) || i < open && s.tokens[i].clause && !s.has(i, coord) {
			return "", 0, false
		}
	}
	if verb < 0 || s.has(verb, be) && s.comma(open) && !s.is(at, "having") {
		return "", 0, false // of what befell a thing: "was destroyed, killing twelve"
	}
	base := verb
	for base > 0 && !s.tokens[base].clause {
		base--
	}
	if s.has(base, rel|that|sub|maybeSub|iffy) && !s.has(base, name) {
		return "", 0, false
	}
	for i := base; i < verb; i++ {
		if s.has(i, modal|neg|present) && !s.has(i, name) {
			return "", 0, false
		}
	}
	start = base
	for start < verb && (s.has(start, opener|coord|adverb) && !s.has(start, name) || s.comma(start) || r.dating(s, start)) {
		start++
	}
	start = r.lead(s, start, verb)
	subject, ok = r.subject(s, base, start, verb)
	if ok && subject == "" {
		subject = r.raw(s, start, r.before(s, start, verb)) + " "
	}
	return subject, start, ok
}
