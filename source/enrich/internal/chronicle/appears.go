package chronicle

// A French clause that a date opens may have its subject last, if its verb says no more than that something came about: a verb of
// appearance, "En 1962 commence la construction", a passive, "En 1842 est érigée une colonne", or a reflexive, "En 1910 s'ouvre une
// école" (M. Grevisse and A. Goosse, Le Bon Usage, on the inversion of the nominal subject). The line puts it first.

// appears tells such a clause; the rest of it is the subject.
func (r *reader) appears(s *sentence, d dated) (string, bool) {
	v := d.to
	if r.g.lang != "fr" || d.lead > 0 && !s.tokens[d.lead].clause && !s.has(d.lead-1, coord) {
		return "", false
	}
	if s.comma(min(v, len(s.tokens)-1)) {
		v++
	}
	behind := r.appearance(s, d, v)
	if behind == 0 {
		return "", false
	}
	end := behind
	for end < len(s.tokens) && !s.tokens[end].clause && !s.comma(end) && !s.is(end, ".", ";", ":") {
		if s.has(end, poss|pron|demo|modal|neg) && !s.has(end, name) || s.isVerb(end) {
			return "", false
		}
		end++
	}
	if end < behind+1 || end > behind+13 || !s.has(behind, det|name) || s.has(behind, prep) && !s.has(behind, det) || r.later(s, d, v, end) {
		return "", false
	}
	return r.finish(s, r.raw(s, behind, end)+" "+lowerFirst(r.raw(s, v, behind)), v, v)
}

// appearance returns the token after the predicate at v, if its subject may stand behind it; otherwise 0.
func (r *reader) appearance(s *sentence, d dated, v int) int {
	switch {
	case s.is(v, "s") && s.isVerb(v+2) && !s.has(v+2, be|stative) && s.has(v+3, det):
		v += 2 // "s'ouvre une école"
	case s.is(v, "se") && s.isVerb(v+1) && !s.has(v+1, be|stative) && s.has(v+2, det):
		v++
	case s.isVerb(v) && s.has(v, be):
		done := v + 1
		if s.is(done, "été") {
			done++
		} else if s.is(v, "a", "ont", "eut", "eurent") {
			return 0
		}
		if r.foreseen(s, d, v) || !s.has(done, either|part) || s.has(done, stative|name) || !s.has(done+1, det) {
			return 0
		}
		return done + 1
	case !r.g.appearing[s.lowerAt(v)] || !s.isVerb(v):
		return 0
	}
	if r.habitual(s, d, v) || r.foreseen(s, d, v) {
		return 0
	}
	return v + 1
}
