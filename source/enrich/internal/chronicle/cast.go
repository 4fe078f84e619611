package chronicle

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// What sentences speak of is remembered for the pronouns after them. The rules are those of caution: one candidate, near,
// of the right kind, and no other person in between.

// actor is something that sentences speak of.
type actor struct {
	text     string // as it can open a line
	person   bool
	org      bool
	role     bool   // a person without a name: "the surgeon"
	pair     string // all of "Lowe and her brother", of which Lowe is the person
	plural   bool
	named    bool
	body     bool   // an organisation without its name: "the alliance"
	pronoun  string // he, she, it or they, once the text has called it so
	sentence int    // in which it was last the subject
}

// cast remembers what pronouns may stand for.
type cast struct {
	actors   []actor // the latest last
	topic    actor   // what the sentence before said that it speaks of
	sentence int
	full     map[string]string // surname: full name
	places   map[string]bool   // names that a preposition of place has led in
	figures  map[string]*figure
	recent   []*figure // those last named, the latest last
	over     bool      // the sentence numbered is the one being remembered, not the one before
	made     string    // what the last sentence's subject acted on, if it was new: "put up a plaque"
	opening  int       // the number of the article's first sentence
	others   int       // the last sentence with a second clause whose subject "they" can mean
	held     bool      // what it acted on, if that was known, may be meant by "it": "burned the bridge"
	hero     *figure   // whom the article's first sentence is about
	humanIs  string    // he, she, or "" if that person's noun does not tell
	human    int       // the last sentence whose subject is a person without a name: "the surgeon"
}

// heading starts a section: nothing but names goes on across it.
func (r *reader) heading() {
	r.cast.sentence += 2
}

// maxActors bounds how many actors are kept.
const maxActors = 8

// remember notes the subject of a sentence for those after it.
func (r *reader) remember(s *sentence) {
	c := &r.cast
	c.sentence++
	if c.opening == 0 {
		c.opening = c.sentence
	}
	c.topic = actor{}
	c.over = true
	defer func() { c.over = false }()
	r.notice(s)
	opening := r.text[s.span.Start:s.span.End]
	for _, t := range r.g.topics {
		if len(opening) >= len(t) && strings.EqualFold(opening[:len(t)], t) {
			if from, to := r.firstName(s, 0); from >= 0 {
				c.topic = r.actor(s, from, to)
				r.keep(c.topic)
				return
			}
		}
	}
	// The main clause's subject: from the first word that is no adverbial to the first verb.
	verb := -1
	for i := range s.tokens {
		if s.tokens[i].depth == 0 && !s.has(i, name) && (s.isVerb(i) || s.has(i, present|modal)) {
			verb = i
			break
		}
	}
	if verb <= 0 {
		// A verb that the lexicon does not have: the name it begins with will do.
		if from, to := r.firstName(s, 0); from == 0 {
			if a := r.actor(s, from, to); a.person {
				r.keep(a)
			}
		}
		return
	}
	start := 0
	for start < verb && (s.has(start, opener|coord|adverb) && !s.has(start, name) || s.tokens[start].lower == ",") {
		start++
	}
	if start < verb-1 && s.has(start, prep) && !s.has(start, name) && s.has(verb-1, pron) && !r.g.inverted {
		start = verb - 1 // "At the age of twelve she played"
	}
	if s.has(start, maybeSub) && !s.has(start, name) && !r.g.inverted && start+1 < verb && r.dating(s, start+1) {
		start++ // "Since 1950 the school"
	}
	if s.has(start, sub) || s.has(start, maybeSub) && r.g.verbBefore(s, start+1) {
		// "When the war ended, the alliance lost …": the main clause stands behind the comma.
		comma := verb
		for comma < len(s.tokens) && !s.comma(comma) {
			comma++
		}
		next := -1
		for _, v := range s.verbs {
			if v > comma+1 {
				next = v
				break
			}
		}
		if r.g.inverted || next < 0 || s.has(comma+1, sub|maybeSub|rel|that|coord|adverb|ing|prep) {
			return
		}
		start, verb = comma+1, next
	}
	c.made, c.held = "", false
	if r.joined(s, verb) {
		c.others = c.sentence
	}
	if !r.g.inverted {
		for _, v := range s.verbs {
			for i := v + 1; i <= v+2 && i+1 < len(s.tokens); i++ {
				switch {
				case s.has(v, be):
				case s.is(i, "a", "an") && (i == v+1 || s.has(v+1, adverb) || s.is(v+1, "up", "out", "down", "off")):
					c.made = r.thing(s, i+1)
				case i == v+1 && (s.is(i, r.g.the) || s.has(i, poss)) && r.single(s, i+1):
					c.held = true
				}
			}
			if s.has(v+1, that) && (s.is(v+2, r.g.the) || s.has(v+2, poss)) && r.single(s, v+3) {
				c.held = true // "announced that the lido would close": it may be meant
			}
			if s.has(v+1, infinitive) && (s.is(v+3, r.g.the, "a", "an") || s.has(v+3, poss)) && r.single(s, v+4) {
				c.held = true // "decided to close the works": they may be meant
			}
		}
	}
	for start < verb && !r.g.inverted && (r.dating(s, start) || s.has(start, prep) && !s.has(start, name) && r.dating(s, start+1)) {
		start++
	}
	if start > 0 && start < verb && s.tokens[start].lower == "," {
		start++
	}
	if full := r.apposed(s, start, verb); full != "" && !r.g.inverted && s.has(start, poss|det|name) {
		// "His mate, Adam Lowe, swam ashore."
		r.keep(actor{text: full, person: true, named: true, pronoun: c.kind(full)})
		return
	}
	named := start
	for named < verb && s.has(named, name) {
		named++
	}
	if !r.g.inverted && named > start && named < verb && s.comma(named) && (s.has(named+1, det|rel|part|either) || s.is(named+1, "now", "then", "himself", "herself", "himself")) && !s.has(named+1, name) {
		verb = named // "Adam Lowe, a weaver who had fled, came"
	} else {
		start = r.lead(s, start, verb)
	}
	if start >= verb {
		return
	}
	if r.g.inverted && !s.has(start, det|name|pron|poss) || r.g.inverted && s.has(start, sub|prep) {
		// The subject stands behind the verb.
		start = verb + 1
		end := start
		for end < len(s.tokens) && (s.has(end, name|det) || s.tokens[end].Kind == prose.Word && end > start && s.has(end-1, det)) && !s.has(end, prep|pron) {
			end++
			if s.has(end-1, name) && !s.has(end, name) {
				break
			}
		}
		if s.has(start, pron) {
			end = start + 1
		}
		verb = end
		if start >= verb {
			return
		}
	}
	if s.has(start, pron) && r.g.pronouns[s.tokens[start].lower] == "they" {
		if a := r.antecedent(s.tokens[start].lower); a != nil {
			for i := range c.actors {
				if c.actors[i].text == a.text || c.actors[i].pair == a.text {
					c.actors[i].sentence = c.sentence
				}
			}
		}
		return
	}
	if s.has(start, pron) {
		// The pronoun keeps its actor alive.
		if a := r.antecedent(s.tokens[start].lower); a != nil {
			k := *a
			k.pronoun = r.g.pronouns[s.tokens[start].lower]
			r.keep(k)
			if f := c.figures[k.text]; f != nil {
				f.last, f.doer = c.sentence, c.sentence
				c.see(f)
				if f.kind == "" && k.person {
					f.kind = k.pronoun
				}
			}
		}
		return
	}
	if s.has(start, poss) {
		// "Her brother Ernst stayed. He …"
		for i := start + 1; i < verb && i < start+5; i++ {
			if kind := r.given(&s.tokens[i]); kind != "" && s.has(i, name) {
				to := i + 1
				for to < verb && s.has(to, name) {
					to++
				}
				r.keep(actor{text: r.raw(s, i, to), person: true, named: true, pronoun: kind})
				c.human = 0
				return
			}
			if r.roleAt(s, i) || r.g.kin[s.tokens[i].lower] {
				c.human, c.humanIs = c.sentence, r.sex(s, i, i+1)
			}
		}
		return
	}
	if s.has(start, deictic|demo|poss|rel|that|modal|vague) || s.has(start, prep|sub|maybeSub|ing|part|infinitive) && !s.has(start, name) {
		return
	}
	if r.g.lang == "de" {
		// "Der Inspektor Johann Wendt": every noun is written like a name, a given name tells the person.
		for i := start; i < verb && !s.comma(i); i++ {
			if r.given(&s.tokens[i]) == "" {
				continue
			}
			to := i + 1
			for to < verb && s.has(to, name) {
				to++
			}
			if full, kind := r.figureIn(s, i, to); full != "" {
				r.keep(actor{text: full, person: true, named: true, pronoun: kind})
				return
			}
		}
	}
	a := r.actor(s, start, verb)
	if a.text == "" || len(a.text) > 80 {
		return
	}
	if at := r.called(s, start, verb); at > 0 {
		// "A young archivist named Lotte Reed found"
		to := at
		for to < verb && s.has(to, name) {
			to++
		}
		if full, kind := r.figureIn(s, at, to); full != "" {
			r.keep(actor{text: full, person: true, named: true, pronoun: kind})
			return
		}
	}
	a.role = !a.person && r.human(s, start, verb)
	r.keep(a)
	if f := c.figures[cmp.Or(c.full[a.text], a.text)]; f != nil && a.person {
		f.doer = c.sentence
		if c.sentence == c.opening {
			c.hero = f
			if f.kind == "" {
				f.kind = r.spoken()
			}
		}
	}
	if !a.person && !a.plural && r.human(s, start, verb) {
		c.human, c.humanIs = c.sentence, r.sex(s, start, verb)
	}
	if s.has(verb, be|present) && !a.person {
		// "The first patient was Adam Lowe": the sentence goes on with the one it names.
		to := verb + 1
		for s.has(to, name) {
			to++
		}
		if to > verb+1 {
			if full, kind := r.figureIn(s, verb+1, to); full != "" {
				c.human = 0
				r.keep(actor{text: full, person: true, named: true, pronoun: kind})
			}
		}
	}
}

// joined reports whether a clause follows, with a subject of its own that "they" can mean, the verb given: "…, but the owners refused".
func (r *reader) joined(s *sentence, verb int) bool {
	for i := verb + 1; i < len(s.tokens); i++ {
		if !s.tokens[i].clause || !s.has(i, coord) && !s.is(i-1, ";") {
			continue
		}
		from := i
		if s.has(i, coord) {
			from++
		}
		for to := from; to < len(s.tokens); to++ {
			if s.isVerb(to) || s.has(to, present|modal) && !s.has(to, name) {
				if to > from && (s.has(from, poss) || s.has(from, det|name) && r.plural(s, from, to)) {
					return true
				}
				break
			}
		}
	}
	return false
}

// called returns the first token of a name that "named" or "called" leads in between two tokens, or 0.
func (r *reader) called(s *sentence, from, to int) int {
	for i := from + 1; i+1 < to; i++ {
		if s.is(i, "named", "called") && s.has(i+1, name) && r.g.lang == "en" {
			return i + 1
		}
	}
	return 0
}

// thing returns the noun phrase that begins at token i, up to what is no part of it.
func (r *reader) thing(s *sentence, i int) string {
	to := i + 1
	for to < len(s.tokens) && to < i+5 && s.tokens[to].Kind == prose.Word && !s.has(to, prep|coord|sub|rel|that|maybeSub|pron|be|had|modal|present|adverb|infinitive|poss|det|either|part) {
		to++
	}
	return r.raw(s, i, to)
}

// single reports whether the words from token i on name one thing that "it" could mean: no person, nothing plural.
func (r *reader) single(s *sentence, i int) bool {
	for ; i < len(s.tokens) && s.tokens[i].Kind == prose.Word && !s.has(i, prep|coord|sub|rel|that|maybeSub|pron); i++ {
		if r.roleAt(s, i) || r.surname(&s.tokens[i]) != "" || r.g.occasions[s.tokens[i].lower] {
			return false
		}
		if next := i + 1; next >= len(s.tokens) || s.tokens[next].Kind != prose.Word || s.has(next, prep|coord|sub|rel|that|maybeSub) {
			w := s.tokens[i].lower
			return !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss")
		}
	}
	return false
}

// human reports whether the noun phrase in tokens [from,to) is about a person without a name.
func (r *reader) human(s *sentence, from, to int) bool {
	for i := from; i < to && !s.comma(i); i++ {
		if s.has(i, name) && !s.tokens[i].initial {
			return false
		}
		if r.roleAt(s, i) && s.has(i+1, name) && i+1 < to {
			return false // "the physicist Ada Reed"
		}
		if r.roleAt(s, i) {
			return true
		}
	}
	return false
}

// sex returns "he" or "she" if one of the nouns in tokens [from,to) tells, or "".
func (r *reader) sex(s *sentence, from, to int) string {
	for i := from; i < to; i++ {
		switch w := s.tokens[i].lower; {
		case r.g.men[w]:
			return "he"
		case r.g.women[w]:
			return "she"
		}
	}
	return ""
}

// stranger reports whether a person without a name, whom the pronoun may mean, was the subject after the sentence given.
func (c *cast) stranger(kind string, after int) bool {
	return c.human > after && (c.humanIs == "" || c.humanIs == kind)
}

// roleAt reports whether token i is a noun that names a person by what he or she does or is: surgeon, botanist, sister.
func (r *reader) roleAt(s *sentence, i int) bool {
	if i < 0 || i >= len(s.tokens) {
		return false
	}
	t := &r.traits[s.tokens[i].Form]
	return t.role || t.like && s.tokens[i].tag&adverb == 0
}

// titled returns the first token of the name in tokens [from,to) that a role leads in, "the physicist Ada Reed", or from.
func (r *reader) titled(s *sentence, from, to int) int {
	if r.g.lang != "en" || !s.has(from, det) || s.has(from, name) {
		return from
	}
	for i := from + 1; i+1 < to; i++ {
		if s.has(i, name) || s.tokens[i].Kind != prose.Word && s.lowerAt(i) != "-" {
			return from
		}
		if !r.roleAt(s, i) || !s.has(i+1, name) {
			continue
		}
		for k := i + 1; k < to; k++ {
			if !s.has(k, name) {
				return from
			}
		}
		return i + 1
	}
	return from
}

func (r *reader) keep(a actor) {
	c := &r.cast
	a.sentence = c.sentence
	for i := range c.actors {
		if c.actors[i].text == a.text {
			if a.pronoun == "" {
				a.pronoun = c.actors[i].pronoun
			}
			c.actors = append(c.actors[:i], c.actors[i+1:]...)
			break
		}
	}
	c.actors = append(c.actors, a)
	if len(c.actors) > maxActors {
		c.actors = append(c.actors[:0], c.actors[len(c.actors)-maxActors:]...)
	}
}

// firstName returns the first run of names from token i.
func (r *reader) firstName(s *sentence, i int) (from, to int) {
	for ; i < len(s.tokens); i++ {
		if s.has(i, name) && !s.has(i, opener) && (i > 0 || r.isName(&s.tokens[i])) {
			from = i
			for i < len(s.tokens) && s.has(i, name) {
				i++
			}
			return from, i
		}
	}
	return -1, -1
}

// actor makes an actor of the noun phrase in tokens [from,to).
func (r *reader) actor(s *sentence, from, to int) actor {
	for to > from && s.tokens[to-1].lower == "," {
		to--
	}
	to = r.before(s, from, to)
	// The core ends at the first comma or bracket.
	pair := ""
	for i := from + 1; i < to; i++ {
		if s.has(i, coord) && s.has(i+1, poss) && !s.has(i, name) { // "Rutherford and his students"
			last := i + 1
			for last < to && !s.comma(last) {
				last++
			}
			pair = r.raw(s, from, last)
			to = i
			break
		}
		if w := s.tokens[i].lower; r.g.lang == "en" && s.plain(i) && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && i > from+1 && s.has(i+1, det|poss) {
			to = i // "A tablet at the gate gives the names": a verb in the present
			break
		}
		if s.tokens[i].lower == "," || s.tokens[i].lower == "(" || s.tokens[i].tag&(rel|that) != 0 && !s.has(i, name) {
			to = i
			break
		}
	}
	from = r.titled(s, from, to)
	a := actor{text: r.raw(s, from, to), pair: pair}
	names, org := 0, false
	for i := from; i < to; i++ {
		if s.has(i, name) {
			names++
			w := s.tokens[i].In(r.text)
			if r.traits[s.tokens[i].Form].thing || allCaps(w) && utf8.RuneCountInString(w) > 1 {
				org = true
			}
		}
		if s.has(i, coord) && !s.has(i, name) {
			a.plural = true
		}
		if s.tokens[i].Kind == prose.Number {
			org = true
		}
	}
	first := s.tokens[from].In(r.text)
	a.named = s.has(from, name) || s.has(from, det) && s.has(from+1, name)
	if !a.named && s.tokens[from].tag&det == 0 && !r.plural(s, from, to) {
		// A bare common noun at the beginning of a sentence.
		if ru, _ := utf8.DecodeRuneInString(first); unicode.IsUpper(ru) && names <= 1 && to-from == 1 {
			a.named = true
		}
	}
	if s.is(from, r.g.the, "a", "an") && to <= from+3 && to > from+1 && names == 0 && r.g.orgs[s.tokens[to-1].lower] {
		org, a.body = true, true // "the alliance"
	}
	if !a.named && !org && s.has(from, det) && to > from+2 && s.has(to-1, name) && !s.has(from+1, name) {
		// "the opera Kalma", "the steamer Concordia": a thing with its name.
		k := to - 1
		for k > from && s.has(k, name) {
			k--
		}
		if k == from+1 && !r.roleAt(s, k) && s.tokens[k].Kind == prose.Word && !s.has(k, prep|coord) {
			a.named, org = true, true
		}
	}
	a.org = org
	onlyNames := names == to-from
	a.person = a.named && onlyNames && !org && (names >= 2 || r.surname(&s.tokens[from]) != "")
	if a.person {
		full := a.text
		if names == 1 {
			full = r.surname(&s.tokens[from])
		}
		if f := r.cast.figures[full]; f != nil {
			a.pronoun = f.kind
		}
	}
	if a.person && names >= 2 {
		if last := &s.tokens[to-1]; r.surname(last) == "" || a.pronoun == "" {
			r.call(last, a.text)
		}
	}
	if !a.person && !a.plural {
		a.plural = r.plural(s, from, to)
	}
	if s.tokens[from].lower == "a" || s.tokens[from].lower == "an" {
		a.text = r.g.the + a.text[len(s.tokens[from].lower):]
	} else if s.has(from, det) && !s.has(from, name) {
		a.text = lowerFirst(a.text)
	}
	return a
}
