package chronicle

// Participles tell with "was" what was done to the thing they stand beside: in front of it, between commas, behind it.

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
	if s.is(end, ",") && s.has(comma+1, det) && !s.has(comma+1, name) && s.has(end+1, name) {
		to := end + 1 // "Born in Hull in 1866, the third of seven children, Lowe"
		for s.has(to, name) {
			to++
		}
		if s.isVerb(to) {
			comma, end = end, to
		}
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
	i, to := s.member(i, comma, d)
	body := r.words(s, d, i, to)
	text, ok := r.finish(s, subject+was+" "+lowerFirst(body), comma+1, end)
	return text, ok
}

// member returns the bounds of that of the participles in tokens [from,to), which "and" joins, that the date stands in: "founded in
// 1859 as a seminary and | reorganised as a college in 1882".
func (s *sentence) member(from, to int, d dated) (int, int) {
	for i := from + 1; i+1 < to; i++ {
		if !s.is(i, "and") || !s.has(i+1, either|part) || s.has(i+1, name) {
			continue
		}
		if i < d.lead {
			from = i + 1
		} else if i < to {
			to = i
			break
		}
	}
	return from, to
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
	part, end = s.member(part, end, d)
	text, ok := r.finish(s, subject+was+" "+r.words(s, d, part, end), start, part)
	if ok {
		r.told[s.tokens[part].Start] = true
	}
	return text, ok
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
