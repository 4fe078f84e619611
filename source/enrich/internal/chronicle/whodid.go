package chronicle

import (
	"strings"
	"sync"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A relative clause tells of what is named before it, also where the name has a description between: "Adam Lowe, a young
// chemist at Hull, who published a theory in 1957", "Adam Lowe, the first man of Norland who flew in 1978", "the Hull Company,
// which went into liquidation in 1915". Whatever the relative pronoun could stand for besides, and be it the whole clause,
// makes the rule silent.

// consequences are the pasts behind which "which" likelier stands for the whole clause before: "which led to riots".
var consequences = sync.OnceValue(func() map[string]bool {
	return setOf("meant led caused resulted made allowed enabled forced prompted left gave brought ended helped earned happened occurred took drew sparked triggered angered raised reduced increased")
})

// whoDid tells a relative clause of the person or the thing that is named before it.
func (r *reader) whoDid(s *sentence, d dated) (string, bool) {
	rel := -1
	for i := d.lead - 1; i > 1 && d.lead-i < 24; i-- {
		if s.is(i, "who", "which") {
			rel = i
			break
		}
		if s.comma(i) && !(s.is(i-1, "who", "which") || i == d.lead-1 && s.is(i-1, "who", "which")) || s.has(i, sub|that|pron|modal|present|neg) && !s.has(i, name|prep) || s.is(i, ";", ":") {
			return "", false
		}
	}
	if rel < 2 || s.tokens[rel].depth > 0 || s.has(rel-1, prep) && !s.has(rel-1, name) {
		return "", false
	}
	verb := -1
	for _, v := range s.verbs {
		if v <= rel || v > rel+10 {
			continue
		}
		if v < d.lead {
			if verb >= 0 && !s.has(v-1, coord) {
				return "", false
			}
			verb = v
		} else if verb < 0 && (v == d.to || v == d.to+1 && s.comma(d.to)) && (d.lead == rel+1 || d.lead == rel+2 && s.comma(rel+1)) {
			verb = v // "who, in 1621, applied"
		}
	}
	if verb < 0 || r.told[s.tokens[verb].Start] {
		return "", false
	}
	first := rel + 1 // the verb of the relative clause comes at once
	for s.has(first, adverb) && !s.has(first, name) {
		first++
	}
	if first != verb && !s.isVerb(first) && verb < d.lead {
		return "", false
	}
	to := s.nextClause(max(verb, d.to))
	told := d
	if verb >= d.to {
		told.to = verb // the comma behind the date is not the clause's end
	}
	to, ok := r.tells(s, told, verb, to)
	if !ok {
		return "", false
	}
	if verb < d.lead && s.has(d.to, coord) && !s.isVerb(d.to+1) && !s.has(d.to+1, adverb) {
		to = d.to // "which appeared in 1961 and the National Union"
	}
	subject := ""
	if s.is(rel, "who") {
		subject = r.person(s, rel)
	} else if s.comma(rel-1) && !consequences()[s.tokens[verb].lower] {
		subject, _, _ = r.modified(s, rel-1)
		if subject != "" && s.has(rel-2, name) {
			from := rel - 2
			for from > 0 && s.has(from-1, name) {
				from--
			}
			if rel-1-from > 1 && r.given(&s.tokens[from]) != "" || r.surname(&s.tokens[rel-2]) != "" || s.is(from-1, "by", "with") && !r.traits[s.tokens[rel-2].Form].thing {
				return "", false // a person is no "which"
			}
		}
	}
	if subject == "" {
		return "", false
	}
	body, ok := r.objects(s, d, subject+" ", rel, r.predicate(s, rel+1, verb), to)
	if !ok {
		return "", false
	}
	text, ok := r.finish(s, subject+" "+r.simple(s, body, rel, verb), rel, verb)
	if ok {
		r.told[s.tokens[verb].Start] = true
	}
	return text, ok
}

// person returns the person whom "who" at the token given stands for: named right before it, or before a description that begins with
// an article behind a comma.
func (r *reader) person(s *sentence, at int) string {
	end := at
	if s.comma(end - 1) {
		end--
	}
	named := func(to int) string {
		from := to
		for from > 0 && (s.has(from-1, name) || s.is(from-1, "-") && s.has(from-2, name)) && !r.dating(s, from-1) {
			from--
		}
		if from == to || s.has(from-1, coord) && !s.has(from-1, name) && !s.comma(from-2) {
			return "" // "Reed and Lowe, who"
		}
		full, _ := r.figureIn(s, from, to)
		if full == "" {
			return ""
		}
		return r.raw(s, from, to)
	}
	if s.is(end-1, ")") {
		for end > 0 && s.tokens[end-1].depth > 0 {
			end--
		}
	}
	if text := named(end); text != "" {
		return text
	}
	if text := r.whoIs(s, at); text != "" {
		return text
	}
	for i := end - 1; i > 1 && end-i < 20; i-- {
		if s.isVerb(i) || s.has(i, sub|rel|that|pron|poss|modal|present) && !s.has(i, name) || r.dating(s, i) {
			return ""
		}
		if !s.comma(i) {
			continue
		}
		if !s.is(i+1, "a", "an", r.g.the) || !r.describes(s, i+1, end) {
			return ""
		}
		text := named(i)
		if !strings.Contains(text, " ") {
			return ""
		}
		return text
	}
	return ""
}

// whoIs returns the person whom the sentence before token at says to be what "who" there adds to: "Adam Lowe was an English clockmaker
// and inventor who".
func (r *reader) whoIs(s *sentence, at int) string {
	be := 0
	for be < at && s.has(be, name) {
		be++
	}
	end := be
	if s.is(be, "(") {
		for be < at && s.tokens[be].depth > 0 {
			be++
		}
	}
	if end == 0 || !s.is(be, "is", "was") || !s.is(be+1, "a", "an") || s.is(0, r.g.the) {
		return ""
	}
	for i := be + 2; i < at; i++ {
		if s.isVerb(i) || s.has(i, rel|sub|that|pron|poss|modal|present) && !s.has(i, name) || s.comma(i) && i+1 < at && !s.plain(i+1) {
			return ""
		}
	}
	if !s.plain(at-1) || r.folk(s, at-1) {
		return ""
	}
	return r.raw(s, 0, end)
}

// describes reports whether the noun phrase in tokens [from,to), behind its article, says of one person what he or she is: no
// other person stands in it whom "who" could mean.
func (r *reader) describes(s *sentence, from, to int) bool {
	head := from + 1
	for head < to && (s.plain(head) || s.has(head, either|part|ing|adverb) || r.g.ordinals[s.tokens[head].lower] || s.has(head, name) && s.plain(head+1)) && s.tokens[head].Kind == prose.Word {
		head++
	}
	if head == from+1 || r.folk(s, head-1) || !s.plain(head-1) {
		return false
	}
	for i := head; i < to; i++ {
		if r.roleAt(s, i) || r.folk(s, i) || s.is(i, "people") || s.has(i, name) && r.given(&s.tokens[i]) != "" && s.has(i+1, name) {
			return false
		}
	}
	return true
}
