package chronicle

import "github.com/quirepress/quire/source/enrich/internal/prose"

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
