package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A clause that goes on with another thing and another date leaves its verb out: "carried 40,000 passengers in 1851 and
// 95,000 in 1856". The line is that of the clause before with the one phrase put in the place of its like; what is no
// number for a number, no name for a name, is left alone.

// frame is a clause that was told, for those behind it that share its verb.
type frame struct {
	subject        string
	verb, from, to int // its verb, and its predicate up to the date
	end            int // the token after the date told last
}

// gapped tells the date of a clause without a verb by the one before it.
func (r *reader) gapped(s *sentence, d dated) (string, bool) {
	f := &r.frame
	if r.g.lang == "fr" {
		return r.gappedPhrase(s, d)
	}
	if r.g.lang != "en" || f.end == 0 || d.lead <= f.end || d.lead-f.end > 10 || !d.hasLead {
		return "", false
	}
	from, comma := f.end, s.comma(f.end)
	for from < d.lead && (s.comma(from) || s.has(from, coord) && !s.has(from, name)) {
		from++
	}
	if from == f.end || from == d.lead || d.to < len(s.tokens) && !s.has(d.to, punct|coord) || s.comma(d.to) && s.isVerb(d.to+1) {
		return "", false
	}
	for i := from; i < d.lead; i++ {
		if s.has(i, infinitive) && s.has(i+1, det|name) && !s.has(i, name) {
			continue // "and to the town in 1951"
		}
		if s.isVerb(i) || s.has(i, pron|poss|demo|rel|that|sub|neg|infinitive|coord|present|modal) && !s.has(i, name) || s.comma(i) || s.tokens[i].depth > 0 {
			return "", false
		}
	}
	if r.g.ordinals[s.lowerAt(d.lead-1)] || s.is(d.lead-1, r.g.proforms...) || r.g.objects[s.lowerAt(d.lead-1)] != "" {
		return "", false // "the last": of what?
	}
	head, tail, ok := r.slot(s, f, from, d.lead, comma)
	if !ok {
		return "", false
	}
	subject, body := f.subject, ""
	if head < f.from {
		subject = upperFirst(r.raw(s, from, d.lead)) + " "
		body = r.raw(s, f.from, f.to)
		if s.is(f.verb, r.g.was[1]) {
			body = r.g.was[0] + strings.TrimPrefix(body, s.tokens[f.verb].In(r.text))
		}
	} else {
		body = strings.TrimSpace(r.raw(s, f.from, head) + " " + r.raw(s, from, d.lead) + " " + r.raw(s, tail, f.to))
	}
	text, ok := r.finish(s, subject+body, from, f.verb)
	if ok {
		f.end = d.to
	}
	return text, ok
}

// slot returns the tokens of the frame in whose place those in [from,to) stand; of the subject it returns what lies before
// the predicate.
func (r *reader) slot(s *sentence, f *frame, from, to int, comma bool) (head, tail int, ok bool) {
	amount := func(i int) bool {
		return s.tokens[i].Kind == prose.Number || s.is(i, "£", "$", "€", "%", "million", "billion", "thousand", "percent") ||
			s.is(i, ",", ".") && s.tokens[i-1].Kind == prose.Number && i+1 < len(s.tokens) && s.tokens[i+1].Kind == prose.Number && s.tokens[i-1].End == s.tokens[i+1].Start-1
	}
	all := func(from, to int, is func(int) bool) bool {
		for i := from; i < to; i++ {
			if !is(i) {
				return false
			}
		}
		return from < to
	}
	thing := s.tokens[from].Kind == prose.Word && (s.is(from, r.g.the, "a", "an") || s.has(from, det) && r.g.numerals[s.tokens[from].lower]) // not "another"
	names := func(i int) bool { return s.has(i, name) }
	main := f.verb // the verb that says what happened
	for main+1 < f.to && s.has(f.verb, be|had) && (main == f.verb || s.has(main, adverb)) {
		main++
	}
	if head := r.sameKind(s, f, from, to, amount); head > 0 {
		return head, f.to, true
	}
	switch {
	case all(from, to, amount):
		for i := f.verb + 1; i < f.to; i++ {
			if !amount(i) {
				continue
			}
			if tail > 0 {
				return 0, 0, false // of two numbers
			}
			for head = i; i < f.to && amount(i); i++ {
			}
			tail = i
		}
		return head, tail, tail > 0
	case s.has(f.verb, be) && r.g.makers[s.lowerAt(main)] && all(from, to, s.plain) && all(main+1, f.to, s.plain):
		return main + 1, f.to, true // "was appointed reader in 1949 and professor in 1953"
	case thing && main+1 >= f.to && !s.has(f.verb, had) && (!s.has(f.verb, be) || main > f.verb && s.has(main, either|part)):
		return f.from - 1, f.from, true // "The mill opened in 1900 and the school in 1905", "The roof was repaired in 1960, the wheel in 1965"
	case !s.has(f.verb, be|had) && all(from, to, s.plain) && all(main+1, f.to, s.plain):
		return main + 1, f.to, true // "introduced science in 1899 and hockey in 1901"
	case thing && main+1 < f.to && (s.has(main+1, det) || all(main+1, f.to, s.plain)) && !s.has(f.verb, be|had) && !s.has(main+1, name):
		return main + 1, f.to, true // "built a mill in 1900 and a school in 1905"
	case all(from, to, names) && all(main+1, f.to, names) && !comma:
		return main + 1, f.to, true // "visited Rome in 1900 and Paris in 1905"
	case all(from, to, names) && comma && all(f.verb, f.to, func(i int) bool { return !s.has(i, det|prep|poss|name) && s.tokens[i].Kind != prose.Number }):
		return f.from - 1, f.from, true // "Denmark joined in 1949, Norway in 1950"
	}
	return 0, 0, false
}

// sameKind returns the token of the frame's predicate from which on it gives way to tokens [from,to), if those begin as what they
// replace: with the same preposition, "passed to the Bells in 1834 and to the town in 1951", with an amount of the same unit, "rose to
// 400 tons in 1850 and 600 tons in 1870", or, where the subject is no name, with a name for a name, "changed its name to Orr Mill in
// 1820, Marn Mill in 1850"; otherwise 0.
func (r *reader) sameKind(s *sentence, f *frame, from, to int, amount func(int) bool) int {
	if s.has(from, prep) && !s.has(from, name) && to-from > 1 {
		for i := f.to - 1; i > f.verb; i-- {
			if s.has(i, prep) && !s.has(i, name) {
				if s.tokens[i].lower == s.tokens[from].lower && s.is(i, "to", "into", "from", "by", "at") {
					return i
				}
				return 0
			}
		}
		return 0
	}
	number := from
	for number < to && amount(number) {
		number++
	}
	if number > from && number < to {
		unit := f.to - (to - number)
		for k := number; k < to; k++ {
			if !s.plain(k) || unit <= f.verb+1 || s.tokens[unit+k-number].lower != s.tokens[k].lower {
				return 0
			}
		}
		for unit > f.verb+1 && amount(unit-1) {
			unit--
		}
		if unit < f.to-(to-number) {
			return unit
		}
		return 0
	}
	for i := from; i < to; i++ {
		if !s.has(i, name) {
			return 0
		}
	}
	names := f.to
	for names > f.verb+1 && s.has(names-1, name) {
		names--
	}
	if names == f.to || !s.is(names-1, "to", "as") || lowerFirst(f.subject) != strings.ToLower(f.subject) {
		return 0
	}
	return names
}

// gappedPhrase tells a French date that goes on with another phrase behind the same preposition, which stands before the date: "est
// transformée en atelier en 1942, en musée en 1969 et en hôtel en 1974".
func (r *reader) gappedPhrase(s *sentence, d dated) (string, bool) {
	f := &r.frame
	from := f.end
	for from < d.lead && (s.comma(from) || s.has(from, coord) && !s.has(from, name)) {
		from++
	}
	if f.end == 0 || from == f.end || from+1 >= d.lead || d.lead-from > 8 || !s.has(from, prep) || s.has(from, name) || d.to < len(s.tokens) && !s.has(d.to, punct|coord) {
		return "", false
	}
	for i := from + 1; i < d.lead; i++ {
		if !s.plain(i) && !s.has(i, name) && !s.has(i, det) && !s.is(i, "de", "d", "'", "’") || s.isVerb(i) || s.has(i, pron|poss|rel|neg) && !s.has(i, name) {
			return "", false
		}
	}
	head := f.to - 1
	for head > f.verb && s.tokens[head].lower != s.tokens[from].lower {
		head--
	}
	if head <= f.verb {
		return "", false
	}
	text, ok := r.finish(s, f.subject+r.raw(s, f.from, head)+" "+r.raw(s, from, d.lead), from, f.verb)
	if ok {
		f.end = d.to
	}
	return text, ok
}
