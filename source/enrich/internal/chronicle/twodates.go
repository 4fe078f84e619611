package chronicle

import "github.com/quirepress/quire/source/enrich/internal/prose"

// Two dates can share what stands only once: the verb and the subject before the first (gapping: "fiel 1807 an Hessen und 1815 an
// Baden"), or the end of the clause behind the second (right node raising: "baute 1819 in Emden und 1820 in Leer größere Orgeln").
// Duden, Die Grammatik, 9th edition, on ellipsis in coordination.

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
