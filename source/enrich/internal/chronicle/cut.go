package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Where the line ends: what belongs to the event goes with it, asides and other dates' stories do not.

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
			next := s.nextClause(end + 1)
			if r.later(s, d, end, next) {
				break
			}
			if t.tag&(maybeSub|sub) != 0 && r.g.lang == "en" && s.is(next-1, "-", "–") && !s.acted(end, next) {
				break // "after the pier – built in 1900 – fell": its verb stands behind the aside
			}
			end = next
		}
	}
	if end < len(s.tokens) && end > verb+1 && s.has(end, rel) && s.has(end-1, prep) {
		end-- // "…, for which"
	}
	if d.to < end && s.has(d.to, coord) && r.g.lang == "en" && s.has(verb, be) && s.is(verb+1, "born") {
		return d.to // "was born in 1927 and became a conductor": not in that year
	}
	if d.to < end && s.has(d.to, coord) && !s.has(d.to, name) {
		// "in 1911 and again in 1912": the second time is not told.
		for i := d.to + 1; i < min(d.to+4, end); i++ {
			if r.dating(s, i) {
				return d.to
			}
			if s.isVerb(i) {
				break
			}
		}
	}
	if end < len(s.tokens) {
		// Where a clause of its own is cut short, ", and a plan" must not stay behind.
		for i := end - 2; i > verb; i-- {
			if s.isVerb(i) {
				break
			}
			if s.comma(i) && s.has(i+1, coord) && !s.has(i+1, name) && i >= d.to-1 {
				end = i
				break
			}
		}
	}
	for i := max(verb+1, d.to); i < end && r.g.lang == "en"; i++ {
		if s.comma(i) && s.has(i+1, coord) && r.later(s, d, i, end) {
			end = i // ", and in March 2012 its chief, Adam Lowe, was killed"
			break
		}
	}
	for i := max(verb+1, d.to); i+1 < end && r.g.lang == "en"; i++ {
		if !s.comma(i) {
			continue
		}
		if s.has(i+1, that) && s.is(i+2, "is") || (s.has(i+1, pron) || s.has(i+1, name)) && s.has(i+2, report) && s.isVerb(i+2) && i+3 >= end-1 {
			return i // ", that is, women", ", she said"
		}
		next := i + 1
		for s.has(next, adverb) && !s.has(next, name) {
			next++
		}
		if s.isVerb(next) || s.has(i+1, maybeSub) && !s.has(i+1, name) && !s.is(i+1, "as") {
			for k := i - 1; k > max(verb, d.to); k-- {
				if s.comma(k) && s.has(k-1, coord) {
					return k - 1 // "mended ploughs and, by night, made parts"
				}
				if s.comma(k) || s.isVerb(k) {
					break
				}
			}
			return i // "was treated in May, showed no change", "died in May, before its return"
		}
	}
	for i := max(verb+1, d.to); i+2 < end && r.g.lang == "en"; i++ {
		// "sold the archive and plans to move", "moved away and did not return": the rest tells no event.
		if s.has(i, coord) && !s.has(i, name) && (s.is(i+1, "did") || strings.HasSuffix(s.tokens[i+1].lower, "s") && (s.has(i+2, infinitive) || s.plain(i+1) && s.has(i+2, det))) {
			return i
		}
	}
	for i := max(d.to, verb+1); i < end; i++ {
		if s.has(i, coord) && !s.has(i, name) && r.later(s, d, i, end) {
			end = i // "was completed in 1937 and first given in 1938"
			break
		}
	}
	if end < to || end < len(s.tokens) && s.tokens[end].clause {
		// "…, the arrangement under which": what is left of an apposition cut short says nothing.
		for i := end - 3; i < end-1 && i > max(verb, d.to-1); i++ {
			if s.comma(i) && s.has(i+1, det) && !s.has(end-1, name|punct) && s.tokens[end-1].Kind == prose.Word {
				return i
			}
		}
	}
	for i := max(d.to, verb+1); i < end && r.g.lang == "fr"; i++ {
		if s.has(i, coord) && !s.has(i, name) && s.has(i+1, when) && s.ordinal(i+2) {
			if end = i; s.comma(i - 1) {
				end-- // ", et au 16e par les Espagnols": a century, too
			}
		}
	}
	for i := verb + 1; i < end; i++ {
		// An aside with a date of its own is another story.
		if s.comma(i) && i >= d.to && r.later(s, d, i, end) {
			return i
		}
	}
	return end
}

// ordinal reports whether token i is a number of rank: 16e, XVIème.
func (s *sentence) ordinal(i int) bool {
	w := s.lowerAt(i)
	rest := strings.TrimLeft(w, "0123456789ivx")
	return rest != w && (rest == "e" || rest == "ème" || rest == "er") || rest == "" && w != "" && i+1 < len(s.tokens) && s.is(i+1, "e", "ème")
}

// acted reports whether a verb stands between two tokens.
func (s *sentence) acted(from, to int) bool {
	for i := from; i < to; i++ {
		if s.isVerb(i) || s.has(i, present|modal) && !s.has(i, name) {
			return true
		}
	}
	return false
}

// adjunct returns the token before which the line ends if what stands before end is only what leads over to a clause that is
// not told: "mended ploughs and, by night, | made parts".
func (r *reader) adjunct(s *sentence, d dated, verb, end int) int {
	if r.g.lang != "en" || end < 3 || end > len(s.tokens) || !s.comma(end-1) {
		return end
	}
	for k := end - 2; k > max(verb, d.to-1) && end-k < 8; k-- {
		if s.isVerb(k) {
			break
		}
		if s.comma(k) {
			if s.has(k-1, coord) && k-1 > verb {
				return k - 1
			}
			break
		}
	}
	return end
}

// listCut reports whether a list lost its last member where the line ends: "acquired a mill, a yard and, in 1997, | a club".
func (r *reader) listCut(s *sentence, from, end int) bool {
	if !s.has(end, coord) || s.has(end, name) || !s.comma(end+1) {
		return false
	}
	for i := end - 1; i > from && !s.isVerb(i); i-- {
		if s.comma(i) {
			return s.has(i+1, det) && !s.isVerb(end-1)
		}
	}
	return false
}

// unrivalled returns end, or the token before an aside with a superlative whose bounds are not told: "reached 4.31 metres, the
// highest reading | since 1971".
func (r *reader) unrivalled(s *sentence, from, end int) int {
	if r.g.lang != "en" || !s.has(end, maybeSub|that|rel) || s.has(end, name) {
		return end
	}
	best := false
	for i := end - 1; i > from && end-i < 7; i-- {
		w := s.tokens[i].lower
		best = best || strings.HasSuffix(w, "est") || r.g.ordinals[w] || w == "worst" || w == "only"
		if s.comma(i) {
			if best && s.is(i+1, r.g.the) {
				return i
			}
			break
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
