package chronicle

// A line that ends where its date or its clause does may tear apart what belongs together: a row of names, a relative clause and
// its verb, a verb and the object that it shares with the next. What can be told to its end is; what cannot is no line.

// intact returns where the line that would end before end ends whole; ok is false if it would be torn.
func (r *reader) intact(s *sentence, d dated, verb, end int) (whole int, ok bool) {
	if r.g.lang != "en" {
		return end, true
	}
	end = r.undated(s, d, verb, end)
	end = r.rowOfNames(s, verb, end)
	last := end - 1
	for last > verb && (last >= d.lead && last < d.to || s.is(last, ".")) {
		last-- // the date goes
	}
	switch {
	case d.lead > verb && last == d.lead-1 && r.enumerated(s, d, verb, last):
		return end, false // "was paid by Hull, York, Leeds in 1993, Derby in 1997"
	case last == verb && s.is(end, "(") && r.g.transitive[s.tokens[verb].lower]:
		return end, false // "invented (and in 1930, patented) the pump"
	case last > verb+1 && s.isVerb(last) && s.has(last-1, that|rel) && (r.g.transitive[s.tokens[last].lower] || s.is(end, ":")):
		return end, false // "a headline that read:", "a search that arrested | and deported"
	}
	if s.is(verb+1, "set") && s.has(verb, be) && s.is(verb+2, "in") {
		r.vain = true
		return end, false // "was set in 18th-century Hull": a story's time
	}
	if r.openEnded(s, verb, end) || r.halved(s, verb, end) {
		return end, false
	}
	if s.is(last, "here") && s.has(last-1, prep) {
		return end, false // "developed from here"
	}
	for i := verb + 1; i < end; i++ {
		if r.ofWhatKind(s, i) {
			r.vain = true
			return end, false // "recorded 531 such deaths"
		}
	}
	return end, true
}

// undated returns end, or the date's own end if an apposition to the date follows: "on 25 December, Christmas Day", "in 1968, a year that".
func (r *reader) undated(s *sentence, d dated, verb, end int) int {
	i := d.to + 1
	if i >= end || i >= len(s.tokens) || d.lead < verb || !s.comma(d.to) {
		return end
	}
	if s.has(i, name) && s.is(i+1, "day", "eve") && (i+2 >= end || s.is(i+2, ".")) {
		return d.to
	}
	if s.has(i, det) {
		for k := i + 1; k < i+4; k++ {
			if s.is(k, "year", "month", "day", "decade", "week", "date") && (s.has(k+1, that|rel|sub|prep) || k+1 >= end) {
				return d.to
			}
		}
	}
	return end
}

// rowOfNames returns end, or where the row of names ends that a comma at end would cut short: "passed Norway, Chad | , and Mali, and".
func (r *reader) rowOfNames(s *sentence, verb, end int) int {
	if end+2 >= len(s.tokens) || !s.comma(end) || !s.has(end+1, coord) || !s.has(end+2, name) || !s.has(end-1, name) {
		return end
	}
	i := end - 1
	for i > verb && s.has(i, name) {
		i--
	}
	if !s.comma(i) || !s.has(i-1, name) {
		return end
	}
	to := end + 2
	for to < len(s.tokens) && s.has(to, name) {
		to++
	}
	if to < len(s.tokens) && !s.has(to, punct) {
		return end
	}
	return to
}

// openEnded reports whether the line stops at a comma behind which the verb of its last clause stands: "found that tar, a kind of
// pitch | , was used".
func (r *reader) openEnded(s *sentence, verb, end int) bool {
	if end >= len(s.tokens)-1 || !s.comma(end) && !s.comma(end-1) {
		return false
	}
	next := end
	if s.comma(end) {
		next++
	}
	if !s.isVerb(next) && !s.has(next, present|modal) || s.has(next, name) {
		return false
	}
	for i := end - 1; i > verb+1; i-- {
		if s.isVerb(i) || s.has(i, present|modal) && !s.has(i, name) {
			return false
		}
		if s.tokens[i].clause && s.has(i, that|rel) && !s.has(i, name) {
			return true
		}
	}
	return false
}

// enumerated reports whether token last ends a row of names without a conjunction that goes on behind the date with another.
func (r *reader) enumerated(s *sentence, d dated, verb, last int) bool {
	if d.to+1 >= len(s.tokens) || !s.comma(d.to) || !s.has(d.to+1, name) || !s.has(last, name) || !r.later(s, d, d.to, len(s.tokens)) {
		return false
	}
	commas := 0
	for i := last; i > verb && (s.has(i, name) || s.comma(i)); i-- {
		if s.comma(i) {
			commas++
		}
	}
	return commas > 0
}

// ofWhatKind reports whether "such" at token i points at a kind of thing that the line does not name: "31 such deaths", "such a
// network", not "such a success that".
func (r *reader) ofWhatKind(s *sentence, i int) bool {
	if r.g.lang != "en" || !s.is(i, "such") || s.tokens[i].tag&name != 0 && !s.tokens[i].initial {
		return false
	}
	n := i + 1
	if s.is(n, "a", "an") {
		n++
	}
	if !s.plain(n) {
		return false
	}
	for k := n + 1; k < n+8 && k < len(s.tokens); k++ {
		if s.is(k, "as") || s.has(k, that) && !s.has(k-1, prep) {
			return false
		}
	}
	return true
}

// halved reports whether the line that ends before end has the first half of what "both" joins and not the second: "both the
// survey of the land in the west | and the rules".
func (r *reader) halved(s *sentence, verb, end int) bool {
	both := end - 1
	for both > verb && !s.is(both, "both") {
		both--
	}
	if both <= verb || both+1 >= end {
		return false
	}
	kind := s.tokens[both+1].lower // of a member: what it begins with
	parallel := func(i int) bool {
		return s.has(i, coord) && !s.has(i, name) && s.is(i+1, kind)
	}
	joined := false // a conjunction stands between the halves
	for i := both + 2; i+1 < end; i++ {
		if parallel(i) {
			return false
		}
		joined = joined || s.is(i, "and")
	}
	if s.comma(min(end, len(s.tokens)-1)) {
		end++
	}
	if !joined {
		return s.is(end, "and") || s.is(end-1, "and")
	}
	if !s.has(both+1, prep|det) {
		return false
	}
	for i := end - 1; i < end+16 && i+1 < len(s.tokens); i++ {
		if parallel(i) {
			return true
		}
	}
	return false
}
