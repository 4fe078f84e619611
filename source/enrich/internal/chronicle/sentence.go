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

// plain reports whether token i is a word that can only be a noun or an adjective.
func (s *sentence) plain(i int) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].Kind == prose.Word && s.tokens[i].tag == 0
}
