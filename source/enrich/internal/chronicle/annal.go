package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// A chronology within an article gives the date first and then, behind a colon or a dash, what happened: "1912 – Fire destroys
// the upper floors". Such a line is an event by its form, also in the present tense; titles and headings behind a year, which
// have no verb, are none.

// annal tells the line of a chronology that expression x opens.
func (r *reader) annal(s *sentence, d dated) (string, bool) {
	x := d.x
	if x.Context || x.Grain > temporal.Year {
		return "", false
	}
	if x.Range != nil {
		for d.to < len(s.tokens) && s.tokens[d.to].Start < x.Range.End {
			d.to++
		}
		d.end = x.Range.End
	}
	if d.from != 0 || d.to+3 > len(s.tokens) || !s.is(d.to, ":", "–", "—", "-") || s.tokens[d.to].Start == s.tokens[d.to-1].End && !s.is(d.to, ":") {
		return "", false
	}
	from, to := d.to+1, len(s.tokens)
	if !s.has(from, det|name) && !s.plain(from) || s.has(from, prep|pron|poss|demo) && !s.has(from, name) || r.later(s, d, from, to) || r.leans(s, from, to) || !r.asserts(s, from, to) {
		return "", false
	}
	for i := from; i < to; i++ {
		if s.has(i, modal|neg) && !s.has(i, name) || s.is(i, ":", ";") {
			return "", false
		}
	}
	text, ok := r.finish(s, r.raw(s, from, to), from, to)
	return text, ok && strings.Count(text, " ") > 1
}

// asserts reports whether tokens [from,to) hold a verb: of the past, or of the present in its third person, which no list has: a word
// on -s with its object behind it.
func (r *reader) asserts(s *sentence, from, to int) bool {
	for i := from + 1; i < to; i++ {
		if s.tokens[i].depth > 0 || s.comma(i) && !s.has(i-1, name) {
			continue
		}
		if s.isVerb(i) && !s.has(i, stative) || s.is(i, "is", "are") && s.has(i+1, either|part) && !s.has(i+1, stative) {
			return true
		}
		if w := s.tokens[i].lower; s.plain(i) && i+1 < to && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && s.tokens[i-1].Kind == prose.Word && (s.plain(i-1) || s.has(i-1, name)) &&
			s.has(i+1, det|poss) && !s.has(i+1, name) {
			return true
		}
	}
	return false
}
