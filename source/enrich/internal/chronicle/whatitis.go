package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A participle right behind the noun that says what a named thing is tells of the thing (a reduced relative clause: Huddleston
// and Pullum 2002, ch. 14 § 9): "The Hull Line, a shipping company founded in 1825", "The Ferryman is a novel written by Ada
// Reed in 1931".

// whatItIs tells with "was" what a participle says of the thing that its noun describes.
func (r *reader) whatItIs(s *sentence, d dated) (string, bool) {
	participle := -1
	for i := d.lead - 1; i > 2 && d.lead-i < 14; i-- {
		if s.has(i, either|part) && !s.has(i, name) {
			if !r.done(s, i) || i+1 != d.lead && !s.has(i+1, prep) {
				return "", false
			}
			participle = i
			break
		}
		if s.comma(i) || s.isVerb(i) || s.has(i, sub|rel|that|pron|poss|modal|present|neg|ing) && !s.has(i, name|prep) || s.has(i, coord) && !s.has(i, name) {
			return "", false
		}
	}
	if participle < 3 || r.told[s.tokens[participle].Start] {
		return "", false
	}
	first := participle
	for s.is(first-1, "first", "originally", "initially", "officially", "formally", "later") {
		first--
	}
	head := first - 1
	if based := r.based(s, head); based > 0 {
		head = based // "a club based in Hull founded in 1942"
	}
	if !s.plain(head) && !(s.has(head, adverb) && s.plain(head-1)) { // "a literary quarterly"
		return "", false
	}
	// The description begins with an article, behind a comma or a copula.
	det0 := head
	for ; det0 > 0 && head-det0 < 14; det0-- {
		if s.is(det0, "a", "an", r.g.the) && (s.comma(det0-1) || s.is(det0-1, "is", "was")) {
			break
		}
		if s.comma(det0) || s.isVerb(det0) && !s.has(det0, stative|be) || s.has(det0, coord|sub|rel|that|pron|modal|present|neg) && !s.has(det0, name) || r.dating(s, det0) || s.has(det0, either|part) && !s.has(det0, stative|name) && det0 < head-1 && s.has(det0+1, prep) {
			return "", false
		}
	}
	if det0 < 2 || !s.is(det0, "a", "an", r.g.the) {
		return "", false
	}
	for i := det0 + 1; i < head; i++ {
		if s.has(i, prep) && !s.has(i, name) && !s.is(i, r.g.ofWords...) {
			return "", false // "a club in a town founded in 1942": which was?
		}
		if s.is(i, r.g.ofWords...) && !s.has(i, name) && s.has(i+1, det|name) {
			return "", false // "a member of a society founded in 1942"
		}
	}
	subject := ""
	if s.comma(det0 - 1) {
		from := det0 - 1
		if s.is(from-1, ")") {
			for from > 0 && s.tokens[from-1].depth > 0 {
				from--
			}
		}
		to := from
		for from > 0 && s.has(from-1, name) && !r.dating(s, from-1) {
			from--
		}
		if from == to || s.tokens[to-1].End-s.tokens[from].Start < 3 {
			return "", false
		}
		if s.is(from-1, r.g.the) && !s.has(from-1, name) {
			from--
		} else if from > 0 && (s.plain(from-1) || s.has(from-1, coord|prep) && !s.has(from-1, name) && !s.isVerb(from-2)) {
			return "", false
		}
		subject = r.raw(s, from, det0-1)
	} else {
		be := det0 - 1
		for i := 0; i < be; i++ {
			if s.comma(i) || s.isVerb(i) || s.has(i, sub|rel|that|modal|present|poss|pron|demo) && !s.has(i, name) && s.tokens[i].depth == 0 {
				return "", false
			}
		}
		if !s.has(0, det|name) || s.has(0, prep|demo|pron) && !s.has(0, name) {
			return "", false
		}
		text, ok := r.subject(s, 0, 0, be)
		if !ok {
			return "", false
		}
		subject = strings.TrimSpace(text)
		if subject == "" {
			subject = r.raw(s, 0, be)
		}
	}
	end := d.to
	for end < len(s.tokens) && s.tokens[end].Kind == prose.Word && !s.tokens[end].clause && !s.isVerb(end) && !s.has(end, coord|sub|maybeSub|rel|that|pron|poss|modal|present|ing|neg) && !r.dating(s, end) {
		end++
	}
	if end < len(s.tokens) && !s.has(end, punct|coord) {
		end = d.to
	}
	text, ok := r.finish(s, subject+" "+r.g.was[0]+" "+r.words(s, d, first, end), 0, participle)
	if ok {
		r.told[s.tokens[participle].Start] = true
	}
	return text, ok
}

// based returns the noun before a phrase that ends at token last and only says where something is, "a club based in Hull"; or 0.
func (r *reader) based(s *sentence, last int) int {
	i := last
	for i > 2 && last-i < 6 && s.has(i, name) {
		i--
	}
	if i < last && s.is(i, "in", "at", "near") && s.is(i-1, "based", "located", "situated") && s.plain(i-2) {
		return i - 2
	}
	return 0
}
