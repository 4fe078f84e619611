package chronicle

import "slices"

// French sets words around a clause that say what matters in it, not what happened: the cleft, "C'est en 1874 que la ville fonde une
// école", "c'est le roi qui fonde", the restriction, "La mairie ne fut achevée qu'en 1911", and a participle's phrase between the date
// and the subject, "En 1851, ayant vendu la ferme, elle partit" (M. Riegel, J.-C. Pellat and R. Rioul, Grammaire méthodique du français,
// on la phrase clivée, la négation exceptive and the detached constructions). Without them the clause stands in its plain order and is told as
// any other.

// plainOrder returns the sentence and the date without such words around the clause that d dates, false if there are none.
func (r *reader) plainOrder(s *sentence, d dated) (*sentence, dated, bool) {
	if r.g.lang != "fr" {
		return s, d, false
	}
	var gone []int
	drop := func(from, to int) {
		for i := from; i < to; i++ {
			gone = append(gone, i)
		}
	}
	r.cleft(s, d, drop)
	if len(gone) == 0 {
		r.restriction(s, d, drop)
	}
	r.detached(s, d, drop)
	if len(gone) == 0 {
		return s, d, false
	}
	slices.Sort(gone)
	return r.without(s, d, gone)
}

// cleft drops what makes a cleft of the clause.
func (r *reader) cleft(s *sentence, d dated, drop func(from, to int)) {
	for i := 0; i+2 < len(s.tokens) && i < d.to+2; i++ {
		shut := r.presenting(s, i)
		if shut == 0 || i > 0 && !s.has(i-1, punct|coord) && i != d.to {
			continue
		}
		if shut == d.lead {
			// The date stands between: "C'est en 1874 que", "C'est en 1874, après le siège, que".
			for k := d.to; k < len(s.tokens) && k < d.to+14 && !s.isVerb(k); k++ {
				if s.is(k, "que", "qu") {
					drop(i, shut)
					drop(d.to, r.elided(s, k))
					return
				}
			}
			continue
		}
		for k := shut; k < len(s.tokens) && k < shut+14 && !s.isVerb(k) && !s.comma(k) && !s.has(k, pron|demo); k++ {
			if s.is(k, "qui") && k > shut && s.has(shut, det|name) {
				drop(i, shut)
				drop(k, k+1)
				return
			}
		}
	}
}

// presenting returns the token after "c'est", "ce fut", "ce n'est que" at token i, or 0.
func (r *reader) presenting(s *sentence, i int) int {
	if !s.is(i, "c", "ce") {
		return 0
	}
	k, only := r.elided(s, i), false
	if s.is(k, "ne", "n") {
		k, only = r.elided(s, k), true
	}
	if !s.is(k, "est", "fut", "était", "sera") {
		return 0
	}
	k++
	if only {
		if !s.is(k, "que", "qu") {
			return 0
		}
		k = r.elided(s, k)
	}
	return k
}

// elided returns the token after the word at i and its apostrophe.
func (r *reader) elided(s *sentence, i int) int {
	if s.is(i+1, "'", "’") {
		return i + 2
	}
	return i + 1
}

// restriction drops "ne" and the "que" before the date.
func (r *reader) restriction(s *sentence, d dated, drop func(from, to int)) {
	k := d.lead - 1
	if s.is(k, "'", "’") {
		k--
	}
	if !s.is(k, "que", "qu") {
		return
	}
	for i := k - 1; i >= 0 && i > k-12 && !s.comma(i); i-- {
		if s.is(i, "pas", "jamais", "plus", "point") {
			return
		}
		if s.is(i, "ne", "n") {
			drop(i, r.elided(s, i))
			drop(k, d.lead)
			return
		}
	}
}

// detached drops the participle's phrase that two commas set off behind a date that opens the clause.
func (r *reader) detached(s *sentence, d dated, drop func(from, to int)) {
	i := d.to
	if i+2 >= len(s.tokens) || !s.comma(i) || d.lead > 0 && !s.has(d.lead-1, punct|coord) || !s.has(i+1, ing|part) && !s.is(i+1, "de") || s.has(i+1, name) || s.isVerb(i+1) {
		return
	}
	for k := i + 2; k < len(s.tokens) && k < i+18; k++ {
		if s.isVerb(k) && !s.has(k-1, ing) || s.has(k, rel|sub|present|modal) && !s.has(k, name) || r.dating(s, k) {
			return
		}
		if s.comma(k) {
			if s.has(k+1, name|det|pron) && !s.isVerb(k+1) {
				drop(i, k+1)
			}
			return
		}
	}
}

// without returns the sentence without some of its tokens, and the date in it.
func (r *reader) without(s *sentence, d dated, gone []int) (*sentence, dated, bool) {
	out := &sentence{span: s.span, tokens: make([]token, 0, len(s.tokens)), asks: s.asks, dates: s.dates}
	from, to, lead := d.from, d.to, d.lead
	for i := range s.tokens {
		if len(gone) > 0 && gone[0] == i {
			gone = gone[1:]
			if i < from {
				d.from--
			}
			if i < to {
				d.to--
			}
			if i < lead {
				d.lead--
			}
			continue
		}
		t := s.tokens[i]
		t.clause, t.verb = false, false
		out.tokens = append(out.tokens, t)
	}
	if len(out.tokens) == 0 {
		return s, d, false
	}
	r.g.split(out)
	return out, d, true
}
