package markdown

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/document"
)

// abbreviations finds short forms in text.
type abbreviations struct {
	long map[string]string
	// lengths holds, by first byte, the lengths of the short forms, the longest
	// first: however many there are, one look-up for each length finds them.
	lengths map[byte][]int
}

func newAbbreviations(long map[string]string) *abbreviations {
	a := &abbreviations{long: long, lengths: map[byte][]int{}}
	for s := range long {
		if l := a.lengths[s[0]]; !slices.Contains(l, len(s)) {
			a.lengths[s[0]] = append(l, len(s))
		}
	}
	for _, l := range a.lengths {
		slices.SortFunc(l, func(x, y int) int { return cmp.Compare(y, x) })
	}
	return a
}

// markAbbreviations marks every whole word in a run that the article explains
// as an abbreviation. Code, formulas and what is marked already stay.
func (r *reading) markAbbreviations(run []document.Inline) []document.Inline {
	if len(r.abbreviations) == 0 {
		return run
	}
	if r.matcher == nil {
		r.matcher = newAbbreviations(r.abbreviations)
	}
	return r.matcher.mark(run)
}

func (a *abbreviations) mark(run []document.Inline) []document.Inline {
	var out []document.Inline
	for _, n := range run {
		if t, ok := n.(*document.Text); ok {
			out = append(out, a.split(t)...)
			continue
		}
		if _, ok := n.(*document.Abbreviation); !ok {
			if c := document.Inside(n); c != nil {
				*c = a.mark(*c)
			}
		}
		out = append(out, n)
	}
	return out
}

// split cuts a text at the abbreviations in it.
func (a *abbreviations) split(t *document.Text) []document.Inline {
	s := t.Value
	var out []document.Inline
	from := 0
	before := rune(' ')
	for i := 0; i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		if !isWord(before) || !isWord(c) {
			if short := a.at(s[i:]); short != "" {
				if i > from {
					out = append(out, cutText(t, from, i))
				}
				abbr := &document.Abbreviation{Expansion: a.long[short], Content: []document.Inline{cutText(t, i, i+len(short))}}
				abbr.Pos = abbr.Content[0].Attributes().Pos
				out = append(out, abbr)
				i += len(short)
				from = i
				before, _ = utf8.DecodeLastRuneInString(short)
				continue
			}
		}
		before = c
		i += n
	}
	if from == 0 {
		return []document.Inline{t}
	}
	if from < len(s) {
		out = append(out, cutText(t, from, len(s)))
	}
	return out
}

// at returns the longest abbreviation that s begins with as a whole word.
func (a *abbreviations) at(s string) string {
	for _, n := range a.lengths[s[0]] {
		if n > len(s) {
			continue
		}
		short := s[:n]
		if _, ok := a.long[short]; !ok {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(short)
		next, size := utf8.DecodeRuneInString(s[n:])
		if size == 0 || !isWord(last) || !isWord(next) {
			return short
		}
	}
	return ""
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '_'
}

// cutText returns the piece of a text between two offsets, at its place.
func cutText(t *document.Text, from, to int) *document.Text {
	if from == 0 && to == len(t.Value) {
		return t
	}
	p := &document.Text{Value: t.Value[from:to]}
	p.Pos, p.Lang, p.Dir = t.Pos, t.Lang, t.Dir
	if !p.Pos.IsZero() {
		p.Pos.Offset += from
		p.Pos.Column += from
	}
	if from == 0 {
		p.Anchor, p.Classes, p.Settings = t.Anchor, t.Classes, t.Settings
	}
	return p
}
