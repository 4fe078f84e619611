package chronicle

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Sentences are read without a parser: every form gets the tags it can have, verbs are told by their nearest neighbours,
// and clauses by the words and marks that open them.

// token is a token of a sentence with what it can be.
type token struct {
	prose.Token        // offsets into the whole text
	lower       string // in lower case
	tag         tag
	depth       int  // how many brackets it stands in
	quoted      bool // stands between quotation marks
	clause      bool // a clause begins with it
	initial     bool // the first word of its sentence
}

// sentence is a sentence taken apart.
type sentence struct {
	span   prose.Span
	tokens []token
	verbs  []int // the tokens that are a clause's verb in the past, in order
	asks   bool
	dates  []prose.Span // of the expressions with a place in the calendar
}

// reader goes through an article sentence by sentence.
type reader struct {
	text  string
	g     *grammar
	names map[string]bool // words that the text capitalises inside sentences
	cast  cast
	room  sentence      // the sentence at hand; its room is used again for the next
	cuts  []prose.Token // its tokens, likewise
	told  map[int]bool  // the verbs of the sentence at hand that an entry was made of, by offset
	next  string        // the sentence after the one at hand, in the same block
}

// namesIn collects the words that are capitalised where nothing but being a name asks for it.
func (g *grammar) namesIn(text string) map[string]bool {
	names := make(map[string]bool)
	start, prev := true, 0
	for {
		t, ok := prose.Next(text, prev)
		if !ok {
			return names
		}
		w := t.In(text)
		start = start || strings.IndexByte(text[prev:t.Start], '\n') >= 0
		prev = t.End
		switch t.Kind {
		case prose.Punct:
			if strings.ContainsAny(w, ".!?:\"“„«") {
				start = true
			}
			continue
		case prose.Word:
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && !start {
				names[w] = true
			}
		}
		start = false
	}
}

// sentence takes a sentence apart.
func (r *reader) sentence(span prose.Span) *sentence {
	s := &r.room
	*s = sentence{span: span, tokens: s.tokens[:0], verbs: s.verbs[:0], dates: s.dates[:0]}
	raw := r.text[span.Start:span.End]
	r.cuts = prose.AppendTokens(r.cuts[:0], raw)
	tokens := r.cuts
	s.tokens = slices.Grow(s.tokens, len(tokens))[:len(tokens)]
	clear(s.tokens)
	depth, quoted, first := 0, false, true
	for i, t := range tokens {
		k := &s.tokens[i]
		k.Token = prose.Token{Kind: t.Kind, Start: t.Start + span.Start, End: t.End + span.Start}
		w := t.In(raw)
		k.lower = strings.ToLower(w)
		k.quoted = quoted
		switch t.Kind {
		case prose.Punct:
			k.tag = punct
			switch w {
			case "(", "[":
				depth++
			case ")", "]":
				k.depth = depth
				depth = max(0, depth-1)
				continue
			case "“", "«", "„":
				quoted = true
			case "”", "»":
				quoted = false
			case "\"":
				quoted = !quoted
			case "?":
				s.asks = i >= len(tokens)-2
			}
		case prose.Word:
			k.initial = first
			first = false
			tg, known := r.g.words[k.lower]
			if !known {
				tg = r.g.ending(k.lower)
			}
			up, _ := utf8.DecodeRuneInString(w)
			if unicode.IsUpper(up) {
				switch {
				case k.initial || i > 0 && s.tokens[i-1].tag == punct && strings.ContainsAny(s.tokens[i-1].lower, ":“\"„«"):
					if r.names[w] && tg&(det|pron|prep|sub|maybeSub|opener|demo|poss|coord|deictic|rel|modal|be) == 0 || allCaps(w) && len(w) > 1 {
						tg = name
					} else if !known && tg&ing == 0 && tg&adverb == 0 && tg&either == 0 {
						tg |= name
					}
				case k.lower == "i":
				case r.g.lang == "de":
					// every noun is capitalised; a name is known by where it stands
					if tg&(pron|det|poss) == 0 {
						tg = name
					}
				default:
					tg = name
				}
			}
			k.tag = tg
		}
		k.depth = depth
	}
	r.g.split(s)
	return s
}

func allCaps(w string) bool {
	for _, r := range w {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// is reports whether token i is one of the words.
func (s *sentence) is(i int, words ...string) bool {
	if i < 0 || i >= len(s.tokens) {
		return false
	}
	for _, w := range words {
		if s.tokens[i].lower == w {
			return true
		}
	}
	return false
}

// comma reports whether token i is a comma that parts words, not digits, outside brackets.
func (s *sentence) comma(i int) bool {
	t := &s.tokens[i]
	if t.lower != "," || t.depth > 0 {
		return false
	}
	return !(i > 0 && i+1 < len(s.tokens) && s.tokens[i-1].Kind == prose.Number && s.tokens[i+1].Kind == prose.Number && t.End == s.tokens[i+1].Start)
}

// lowerAt returns token i in lower case, "" beyond the ends.
func (s *sentence) lowerAt(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].lower
}

// has reports whether token i can be any of the tags.
func (s *sentence) has(i int, t tag) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].tag&t != 0
}

// split finds the sentence's verbs and where its clauses begin.
func (g *grammar) split(s *sentence) {
	// Verbs first, by their nearest neighbours.
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.tag&finite == 0 || t.tag&name != 0 || t.depth > 0 {
			continue
		}
		if g.verbAt(s, i) {
			s.verbs = append(s.verbs, i)
		}
	}
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.depth > 0 {
			continue
		}
		switch {
		case i == 0:
			t.clause = true
		case t.tag&punct != 0 && strings.ContainsAny(t.lower, ";:—") && !(t.lower == ":" && s.tokens[i-1].Kind == prose.Number):
			s.mark(i + 1)
		case t.tag&punct != 0 && (t.lower == "–" || t.lower == "-") && t.Start > s.tokens[i-1].End:
			s.mark(i + 1)
		case t.tag&(sub|rel) != 0 && t.tag&name == 0:
			s.mark(i)
		case t.tag&that != 0 && t.tag&name == 0 && !(i+1 < len(s.tokens) && s.has(i+1, punct)):
			// "that" begins a clause unless it stands for a determiner: "that year". A verb within the clause tells.
			if g.verbBefore(s, i+1) && !s.has(i-1, prep) && i > 0 {
				s.mark(i)
			}
		case t.tag&maybeSub != 0 && t.tag&name == 0:
			if g.verbBefore(s, i+1) {
				s.mark(i)
			}
		case s.comma(i) || t.tag&coord != 0:
			j := i + 1
			for s.has(j, coord) {
				j++
			}
			if t.tag&coord != 0 && s.tokens[i-1].lower == "," {
				continue // decided at the comma
			}
			g.parted(s, i, j)
		}
	}
}

func (s *sentence) mark(i int) {
	if i < len(s.tokens) {
		s.tokens[i].clause = true
	}
}

// parted decides whether a comma or conjunction at i, with the words after it from j, parts clauses.
func (g *grammar) parted(s *sentence, i, j int) {
	if j >= len(s.tokens) {
		return
	}
	comma := s.tokens[i].lower == ","
	if s.tokens[j-1].tag&coord != 0 && s.is(j, ",") {
		// "and, two years later, opened"
		for n := j + 1; n < j+8 && n < len(s.tokens); n++ {
			if s.tokens[n].lower == "," {
				j = n + 1
				break
			}
		}
		if j >= len(s.tokens) {
			return
		}
	}
	if s.is(i, g.against...) || comma && s.is(i+1, g.against...) {
		if comma {
			i++
		}
		s.mark(i)
		return
	}
	k := j
	for s.has(k, adverb) && !s.has(k, name) {
		k++
	}
	switch {
	case comma && s.has(k, ing) && !s.has(k, name), comma && s.has(k, part) && !s.has(k, name):
		s.mark(i + 1)
		return
	case comma && s.isVerb(k) && len(s.verbs) > 0 && s.verbs[0] == k:
		return // the verb after an aside
	case comma && s.isVerb(k) && g.lang == "en" && s.series(i) && !s.has(k, be|had):
		s.mark(i + 1) // "was treated, improved for several days, and died"
		return
	case comma && s.has(k, either) && !s.isVerb(k) && !s.has(k, name):
		s.mark(i + 1)
		return
	}
	// Before its verb a clause joins noun phrases, not clauses: "an end to the war and a withdrawal were announced".
	verb := false
	for n := i - 1; n >= 0; n-- {
		if s.isVerb(n) || s.has(n, present|modal) && !s.has(n, name) {
			verb = true
			break
		}
		if s.tokens[n].clause {
			break
		}
	}
	if !verb {
		return
	}
	// A conjunction with a subject and a verb of its own begins a clause; so does one with a verb alone: the
	// subject is then shared, and the verb's own date must not go to the verb before.
	for n := k; n < len(s.tokens) && n < k+14; n++ {
		t := &s.tokens[n]
		if t.depth > 0 {
			continue
		}
		if t.lower == "," && comma && j > i+1 && s.has(k, det|poss|name) {
			// ", and a plan, written by a bank, found no friends": an aside parts the subject from its verb.
			for m := n + 1; m < len(s.tokens) && m < n+24; m++ {
				if s.comma(m) {
					v := m + 1
					for s.has(v, adverb) && !s.has(v, name) {
						v++
					}
					if s.isVerb(v) {
						s.mark(i + 1)
					}
					return
				}
			}
			return
		}
		if t.lower == "," || t.lower == ";" || t.tag&(sub|rel|coord) != 0 && n > k && t.tag&name == 0 {
			return
		}
		if t.tag&infinitive != 0 && g.lang == "en" && n+1 < len(s.tokens) && s.tokens[n+1].Kind == prose.Word && !s.has(n+1, det|name|poss|demo|pron|rel) && s.has(k, name) && s.has(i-1, name) {
			return // "to Bosnia and Herzegovina to see that …"
		}
		if s.isVerb(n) || t.tag&(present|modal) != 0 && t.tag&name == 0 {
			if j > i+1 || !comma || s.has(i, coord) {
				s.mark(i + 1)
				if comma {
					return
				}
				// The conjunction belongs to its clause.
				s.tokens[i].clause, s.tokens[i+1].clause = true, s.tokens[i+1].clause && s.has(i+1, sub|rel)
			}
			return
		}
	}
}

// series reports whether the comma at i can part a verb from the verb of the same clause before it: no other comma, which
// would open an aside, stands between them.
func (s *sentence) series(i int) bool {
	for n := i - 1; n >= 0; n-- {
		switch {
		case s.isVerb(n):
			return true
		case s.tokens[n].clause || s.comma(n):
			return false
		}
	}
	return false
}

func (s *sentence) isVerb(i int) bool {
	for _, v := range s.verbs {
		if v == i {
			return true
		}
	}
	return false
}

// verbBefore reports whether a clause's verb stands between i and the next comma.
func (g *grammar) verbBefore(s *sentence, i int) bool {
	for ; i < len(s.tokens); i++ {
		t := &s.tokens[i]
		if t.lower == "," || t.lower == ";" || t.lower == "." {
			return false
		}
		if t.depth > 0 || t.tag&name != 0 {
			continue
		}
		if s.isVerb(i) || t.tag&(present|modal) != 0 {
			return true
		}
	}
	return false
}

// verbAt reports whether a form that can be a past tense is one here.
func (g *grammar) verbAt(s *sentence, i int) bool {
	t := &s.tokens[i]
	// The word before, adverbs aside.
	p := i - 1
	for p >= 0 && s.has(p, adverb|neg) && !s.has(p, name) && p > i-4 {
		p--
	}
	switch {
	case t.tag&(be|had) != 0:
		return true
	case t.tag&past != 0:
		return !s.has(p, det|modal|infinitive|poss) || s.has(p, pron|name)
	}
	// Past tense or participle.
	if p < 0 {
		return false
	}
	gerund := s.has(p, ing) && s.has(p-1, det|poss) // "the bombing stopped"
	if s.has(p, det|poss|prep|be|had|present|modal|infinitive|part|ing) && !s.has(p, name) && !gerund {
		return false
	}
	if s.has(p, coord) && p > 0 && s.has(p-1, adverb|either|part) && !s.isVerb(p-1) {
		return false
	}
	if s.has(p, punct) && !(s.tokens[p].lower == "," || s.tokens[p].lower == ")" || s.tokens[p].lower == "”" || s.tokens[p].lower == "\"") {
		return false
	}
	// "trained soldiers": an attribute before its noun. After a noun, a form with an object or an adverbial after it
	// is a verb; a form before a noun without determiner after an adjective or nothing is not.
	if s.has(p, coord) || s.tokens[p].lower == "," {
		// It goes on from a verb before ("met and signed"), or it is an adjective in a row.
		before := false
		for _, v := range s.verbs {
			if v < p {
				before = true
			}
		}
		if !before && s.tokens[p].lower == "," {
			// After an aside the clause goes on: "Her paper, on the orbits of comets, appeared".
			for n := p - 1; n > 0; n-- {
				if s.tokens[n].lower == "," {
					before = true
				}
			}
		}
		next := i + 1
		follows := g.objects[s.lowerAt(next)] != "" || s.has(next, det|prep|poss|name|punct|pron|infinitive|adverb|coord|maybeSub) || next >= len(s.tokens) || s.tokens[next].Kind == prose.Number
		return before && follows
	}
	// "by" after it makes it a passive participle: "the treaty signed by".
	if s.is(i+1, "by") {
		return false
	}
	return true
}
