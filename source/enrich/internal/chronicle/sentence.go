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
	depth       int32 // how many brackets it stands in
	quoted      bool  // stands between quotation marks
	clause      bool  // a clause begins with it
	verb        bool  // it is one of the sentence's verbs
	initial     bool  // the first word of its sentence
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
	opens  bool // the sentence at hand opens its paragraph
	whole  *prose.Text
	text   string // its source
	g      *grammar
	traits []trait // by form
	// mentions are, by token of the whole text, the tokens before them that last said the same word, 0 if there is none.
	mentions []int32
	cast     cast
	room     sentence      // the sentence at hand; its room is used again for the next
	ahead    []prose.Token // the tokens after it
	told     map[int]bool  // the verbs of the sentence at hand that an entry was made of, by offset
	vain     bool          // a clause of the sentence at hand was read, and says too little
	begun    int           // where the first sentence of the text ends
	tellers  []prose.Span  // the sentences that an entry was made of
	roll     roll          // the row of dates told last in it
	frame    frame         // the clause told last in the sentence at hand
	fillers  []string      // the grammar\'s fillers that the text has
	next     string        // the sentence after the one at hand, in the same block
}

// trait is what is known of a spelling.
type trait struct {
	tag      tag
	known    bool   // the lexicon has it
	opens    bool   // a mark that a capital may follow
	name     bool   // the text capitalises it inside sentences
	role     bool   // names a person by what he or she does or is
	like     bool   // looks as if it did
	particle bool   // stands inside names: von
	matter   bool   // says nothing without what it is about
	thing    bool   // stands in names that are not of persons
	given    string // of a given name he or she
	sex      string // the same of a noun
	object   string // of a pronoun that is an object, that which is the subject
	surname  string // the full name that it stands for
	said     int    // how often the text says it, if it is capitalised
	at       int32  // the token that last said it, in whatever letter case
}

// newReader looks up what the text is made of, and notes which words are capitalised where nothing but being a name asks
// for it.
func newReader(text *prose.Text, g *grammar) *reader {
	r := &reader{whole: text, text: text.Source, g: g, traits: make([]trait, text.Len()), ahead: text.Tokens, told: make(map[int]bool), mentions: make([]int32, len(text.Tokens))}
	r.cast.full, r.cast.figures = make(map[string]string), make(map[string]*figure)
	r.cast.places, r.cast.matter = make(map[string]bool), make(map[string]string)
	for f := range r.traits {
		t := &r.traits[f]
		switch w := text.Spelling(prose.Form(f)); w.Kind {
		case prose.Word:
			if t.tag, t.known = g.words[w.Lower]; !t.known {
				t.tag = g.ending(w.Lower)
			}
			t.role, t.thing = g.humans[w.Lower], g.orgs[w.Lower] || g.things[w.Lower]
			t.matter, t.particle = g.matters[w.Lower], g.particles[w.Lower]
			if w.Capital {
				t.given = given(w.Text)
			}
			t.object = g.objects[w.Lower]
			switch {
			case g.men[w.Lower]:
				t.sex = "he"
			case g.women[w.Lower]:
				t.sex = "she"
			}
			t.like = g.lang == "en" && (strings.HasSuffix(w.Lower, "ist") || strings.HasSuffix(w.Lower, "man") || strings.HasSuffix(w.Lower, "ian"))
		case prose.Punct:
			t.opens = strings.ContainsAny(w.Text, ".!?:\"“„«")
		}
	}
	for _, w := range g.fillers {
		if _, ok := text.Find(w); ok {
			r.fillers = append(r.fillers, w)
		}
	}
	start := true
	for i := range text.Tokens {
		t := &text.Tokens[i]
		start = start || t.Line
		k := &r.traits[t.Form]
		if t.Kind == prose.Punct {
			start = start || k.opens
			continue
		}
		w := text.Spelling(t.Form)
		same := &r.traits[w.Fold]
		r.mentions[i], same.at = same.at, int32(i)
		if w.Capital {
			k.said++
			k.name = k.name || !start
		}
		start = false
	}
	return r
}

// isName reports whether the text capitalises the token's word where nothing but being a name asks for it.
func (r *reader) isName(t *token) bool { return r.traits[t.Form].name }

// isNameAlone is [reader.isName] for a word that may stand anywhere.
func (r *reader) isNameAlone(word string) bool {
	f, ok := r.whole.Find(word)
	return ok && r.traits[f].name
}

// tagOf returns what the lexicon says that a word of a line can be.
func (r *reader) tagOf(word string) tag {
	f, ok := r.whole.Find(word)
	switch {
	case !ok || r.whole.Spelling(f).Kind != prose.Word:
		return r.g.words[strings.ToLower(word)]
	case r.traits[f].known:
		return r.traits[f].tag
	}
	return 0
}

// sentence takes a sentence apart.
func (r *reader) sentence(span prose.Span) *sentence {
	for len(r.ahead) > 0 && r.ahead[0].Start < span.Start {
		r.ahead = r.ahead[1:]
	}
	n := 0
	for n < len(r.ahead) && r.ahead[n].Start < span.End {
		n++
	}
	tokens := r.ahead[:n]
	r.ahead = r.ahead[n:]
	s := &r.room
	*s = sentence{span: span, tokens: slices.Grow(s.tokens[:0], n)[:n], verbs: s.verbs[:0], dates: s.dates[:0]}
	depth, quoted, first := int32(0), false, true
	for i := range tokens {
		t, k := &tokens[i], &s.tokens[i]
		w := r.whole.Spelling(t.Form)
		k.Token, k.lower, k.tag, k.depth = *t, w.Lower, 0, 0 // field by field, which no copy has to be made for
		k.quoted, k.clause, k.verb, k.initial = quoted, false, false, false
		switch t.Kind {
		case prose.Punct:
			k.tag = punct
			switch w.Text {
			case ".":
				if i > 0 && i+1 < len(tokens) && r.initialed(tokens, i) {
					k.tag = name // "A. Tarbox"
				}
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
			trait := &r.traits[t.Form]
			tg, known := trait.tag, trait.known
			if tg == adverb && !known && r.g.lang == "fr" && s.determined(i) {
				tg = 0 // "un campement"
			}
			if trait.particle && !w.Capital && i > 0 && s.tokens[i-1].tag&name != 0 && i+1 < len(tokens) && r.whole.Spelling(tokens[i+1].Form).Capital {
				tg = name // "Hans von Euler"
			}
			if w.Capital {
				switch {
				case k.initial && k.lower == "a" && r.g.lang == "fr":
					tg = r.g.words["à"] // a capital may go without its accent
				case k.initial || i > 0 && s.tokens[i-1].tag == punct && strings.ContainsAny(s.tokens[i-1].lower, ":“\"„«"):
					if trait.name && tg&(det|pron|prep|sub|maybeSub|opener|demo|poss|coord|deictic|rel|modal|be) == 0 || w.Capitals && utf8.RuneCountInString(w.Text) > 1 {
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
	for i := 0; i+3 < len(s.tokens) && r.g.lang == "en"; i++ {
		if s.is(i, "by") && s.is(i+1, r.g.the) && s.is(i+2, "time") && s.has(i+3, det|name|pron|poss) && !(s.has(i+3, prep) && !s.has(i+3, name)) {
			for k := i; k < i+3; k++ {
				s.tokens[k].tag = sub // "By the time the war ended": a conjunction
			}
		}
	}
	r.g.split(s)
	return s
}

// index returns the place of token i, of the sentence at hand, in the whole text.
func (r *reader) index(s *sentence, i int) int {
	return len(r.whole.Tokens) - len(r.ahead) - len(s.tokens) + i
}

// determined reports whether a determiner stands right before token i: what it opens is a noun, though it ends as an adverb does.
func (s *sentence) determined(i int) bool {
	i--
	if s.is(i, "'", "’") {
		i--
	}
	return s.has(i, det|poss) && !s.has(i, name)
}

// initialed reports whether the full stop at i ends an initial of a name.
func (r *reader) initialed(tokens []prose.Token, i int) bool {
	a, b := r.whole.Spelling(tokens[i-1].Form), r.whole.Spelling(tokens[i+1].Form)
	return r.g.lang == "en" && a.Capital && len(a.Text) == 1 && b.Capital && tokens[i].Start == tokens[i-1].End && tokens[i+1].Start-tokens[i].End <= 1
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
	if uint(i) >= uint(len(s.tokens)) {
		return false
	}
	lower := s.tokens[i].lower
	for _, w := range words {
		if lower == w {
			return true
		}
	}
	return false
}

// comma reports whether token i is a comma that parts words, not digits, outside brackets.
func (s *sentence) comma(i int) bool {
	t := &s.tokens[i]
	if t.Form != ',' || t.depth > 0 {
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
	return uint(i) < uint(len(s.tokens)) && s.tokens[i].tag&t != 0
}

// stretch returns the tokens that stand, with some of their bytes at least, between the offsets: from is -1 if all end before start.
func (s *sentence) stretch(start, end int) (from, to int) {
	if from = s.tokenAt(start); from == len(s.tokens) {
		from = -1
	}
	for to = max(from, 0); to < len(s.tokens) && s.tokens[to].Start < end; to++ {
	}
	return from, to
}

// tokenAt returns the first token that ends behind the offset, or how many tokens there are.
func (s *sentence) tokenAt(offset int) int {
	lo, hi := 0, len(s.tokens)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); s.tokens[mid].End > offset {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// nextClause returns where the next clause begins, from token i on: the end of the sentence if there is none.
func (s *sentence) nextClause(i int) int {
	for i < len(s.tokens) && !s.tokens[i].clause {
		i++
	}
	return min(i, len(s.tokens))
}

// plain reports whether token i is a word that can only be a noun or an adjective.
func (s *sentence) plain(i int) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].Kind == prose.Word && s.tokens[i].tag == 0
}
