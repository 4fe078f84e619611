package temporal

import (
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// The text is cut into items once, each looked up in the lexicon once; from then on there are no strings to compare.

// item is a token with what the language's lexicon knows of it.
type item struct {
	start, end int
	mask       uint64 // the classes that it may begin
	word       *word  // nil if the lexicon does not have it
	num        int32  // value of a number of up to nine digits, else -1
	digits     uint8  // how many digits a number has, at most 255
	kind       prose.Kind
	capital    bool // begins with an upper-case letter
	allCaps    bool // has no lower-case letter
	spaced     bool // white space stands before it
	newline    bool // a line break stands before it
}

// scanner holds a text's items.
type scanner struct {
	text  string
	lang  *language
	items []item
	// eras says that the text reckons some years before or after Christ, so that years of three digits and fewer
	// are likely.
	eras bool
}

// scan cuts text into items and looks each up in the lexicon.
func scan(text string, l *language) *scanner {
	s := &scanner{text: text, lang: l, items: make([]item, 0, len(text)/5+len(text)/40+1)}
	var buf [32]byte
	prev := 0
	for {
		t, ok := prose.Next(text, prev)
		if !ok {
			return s
		}
		s.items = append(s.items, item{newline: prev == 0})
		it := &s.items[len(s.items)-1]
		it.start, it.end, it.kind, it.num = t.Start, t.End, t.Kind, -1
		it.spaced = t.Start > prev || t.Start == 0
		for j := prev; j < t.Start; j++ {
			if text[j] == '\n' {
				it.newline = true
			}
		}
		prev = t.End
		switch t.Kind {
		case prose.Number:
			it.mask = l.numbers
			it.digits = uint8(min(t.End-t.Start, 255))
			if t.End-t.Start <= 9 {
				n := int32(0)
				for _, c := range []byte(text[t.Start:t.End]) {
					n = n*10 + int32(c-'0')
				}
				it.num = n
			}
		case prose.Word:
			if t.End-t.Start > len(buf) {
				continue
			}
			lower, upper, lows := buf[:0], false, false
			for j := t.Start; j < t.End; {
				c := text[j]
				if c < utf8.RuneSelf {
					if 'A' <= c && c <= 'Z' {
						upper = upper || j == t.Start
						c |= 0x20
					} else {
						lows = true
					}
					lower = append(lower, c)
					j++
					continue
				}
				r, size := utf8.DecodeRuneInString(text[j:])
				if unicode.IsUpper(r) {
					upper = upper || j == t.Start
				} else {
					lows = true
				}
				if low := unicode.ToLower(r); len(lower)+4 <= len(buf) {
					lower = utf8.AppendRune(lower, low)
				}
				j += size
			}
			it.capital, it.allCaps = upper, !lows
			it.word = l.words[string(lower)]
			if it.word == nil {
				if !upper {
					it.mask = 1 << clAdj
				} else if c := text[t.Start]; c == 'I' || c == 'V' || c == 'X' {
					it.mask = 1 << clRoman
				}
				continue
			}
			it.mask = it.word.mask
			if c := text[t.Start]; c == 'I' || c == 'V' || c == 'X' {
				it.mask |= 1 << clRoman
			}
			s.eras = s.eras || it.word.era
		default:
			if it.word = l.words[text[t.Start:t.End]]; it.word != nil {
				it.mask = it.word.mask
			}
		}
	}
}

// at returns item i, or an empty one beyond the ends of the text.
func (s *scanner) at(i int) *item {
	if i < 0 || i >= len(s.items) {
		return &nowhere
	}
	return &s.items[i]
}

var nowhere = item{num: -1, kind: prose.Punct, spaced: true, newline: true}

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

// char returns the first byte of item i, 0 beyond the ends.
func (s *scanner) char(i int) byte {
	if i < 0 || i >= len(s.items) {
		return 0
	}
	return s.text[s.items[i].start]
}

// read finds the expressions' readings, each still without context.
func (s *scanner) read() []reading {
	var out []reading
	m := &matcher{s: s}
	root := s.lang.root
	for i := 0; i < len(s.items); {
		it := &s.items[i]
		if it.mask&root.mask == 0 && (it.word == nil || len(find(root.words, it.word.id)) == 0) {
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
		if best.split > 0 {
			left, right := best.halves()
			out = append(out, left, right)
		} else {
			out = append(out, best)
		}
		i = m.end
	}
	return out
}
