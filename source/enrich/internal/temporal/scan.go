package temporal

import (
	"slices"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Each spelling of the text is looked up in the lexicon once; from then on there are no strings to compare.

// shape is what the language's lexicon knows of a spelling.
type shape struct {
	mask    uint64 // the classes that it may begin
	word    *word  // nil if the lexicon does not have it, or nothing but a name
	id      int32  // of its word in patterns, 0 if none asks for it
	num     int32  // value of a number of up to nine digits, else -1
	digits  uint8  // how many digits a number has, at most 255
	capital bool   // begins with an upper-case letter
	allCaps bool   // has no lower-case letter
	plan    bool   // tells of what is to come
}

// item is a token of the text with what is known of its spelling.
type item struct {
	*shape
	*prose.Token
}

// scanner reads the items of a text.
type scanner struct {
	*prose.Text
	text   string // its source
	lang   *language
	shapes []shape // by form
	// eras says that the text reckons some years before or after Christ, so that years of three digits and fewer
	// are likely.
	eras bool
}

// scan looks up what a text is made of.
func scan(t *prose.Text, l *language) *scanner {
	s := &scanner{Text: t, text: t.Source, lang: l, shapes: make([]shape, t.Len())}
	for f := range s.shapes {
		s.shapes[f] = l.shape(t.Spelling(prose.Form(f)))
	}
	for i := range t.Tokens {
		w := s.shapes[t.Tokens[i].Form].word
		s.eras = s.eras || w != nil && w.era
	}
	return s
}

// longestWord is how long the words may be that are looked up, in bytes.
const longestWord = 32

// shape looks up a spelling.
func (l *language) shape(f *prose.Spelling) shape {
	s := shape{num: -1}
	switch f.Kind {
	case prose.Number:
		s.mask = l.numbers
		s.digits = uint8(min(len(f.Text), 255))
		if len(f.Text) <= 9 {
			s.num = 0
			for _, c := range []byte(f.Text) {
				s.num = s.num*10 + int32(c-'0')
			}
		}
	case prose.Word:
		if len(f.Text) > longestWord {
			break
		}
		s.capital, s.allCaps, s.plan = f.Capital, f.Capitals, plans[f.Lower]
		if s.word = l.words[f.Lower]; s.word != nil {
			s.id = s.word.id
			if s.word.named {
				s.word = nil
			}
		}
		roman := f.Text[0] == 'I' || f.Text[0] == 'V' || f.Text[0] == 'X'
		switch {
		case s.word != nil:
			s.mask = s.word.mask
		case !s.capital:
			s.mask = 1 << clAdj
		}
		if roman {
			s.mask |= 1 << clRoman
		}
	default:
		if s.word = l.words[f.Text]; s.word != nil {
			s.id, s.mask = s.word.id, s.word.mask
		}
	}
	return s
}

// at returns item i, or an empty one beyond the ends of the text.
func (s *scanner) at(i int) item {
	if uint(i) >= uint(len(s.Tokens)) {
		return item{&nothing, &nowhere}
	}
	t := &s.Tokens[i]
	return item{&s.shapes[t.Form], t}
}

var (
	nothing = shape{num: -1}
	nowhere = prose.Token{Kind: prose.Punct, Spaced: true, Line: true}
)

// is reports whether item i is one of the words given (in lower case).
func (s *scanner) is(i int, words ...string) bool {
	it := s.at(i)
	if it.word == nil {
		return false
	}
	for _, w := range words {
		if it.word.text == w {
			return true
		}
	}
	return false
}

// follow reports whether the items from i on are the words given.
func (s *scanner) follow(i int, words []*word) bool {
	for k, w := range words {
		if s.at(i+k).word != w {
			return false
		}
	}
	return true
}

// char returns the first byte of item i, 0 beyond the ends.
func (s *scanner) char(i int) byte {
	if uint(i) >= uint(len(s.Tokens)) {
		return 0
	}
	return s.text[s.Tokens[i].Start]
}

// read finds the expressions' readings, each still without context.
func (s *scanner) read() []reading {
	out := make([]reading, 0, len(s.Tokens)/64+8)
	m := &matcher{s: s}
	root := s.lang.root
	begins := make([]bool, len(s.shapes))
	for f := range begins {
		it := &s.shapes[f]
		begins[f] = it.mask&root.mask != 0 || it.id > 0 && len(find(root.words, it.id)) > 0
	}
	for i := 0; i < len(s.Tokens); {
		if !begins[s.Tokens[i].Form] {
			i++
			continue
		}
		m.start, m.end = i, 0
		m.steps[0] = reading{}
		m.walk(root, i, 0)
		if m.end <= i {
			i++
			continue
		}
		best := m.best
		best.from, best.to = i, m.end
		if cap(out)-len(out) < 2 {
			out = slices.Grow(out, len(out)) // growing by less would move them often
		}
		if best.split > 0 { // two expressions
			left := reading{fields: m.left, act: best.act, rule: best.rule, from: i, to: int(best.split)}
			out = append(out, left)
			best.from = int(best.split) + 1
		}
		out = append(out, best)
		i = m.end
	}
	return out
}
