package documenttest

import (
	"fmt"
	"strings"
)

// tongue is what an author knows of a language: words, the most frequent ones
// first, and patterns of sentences. A capital letter in a pattern stands for a
// word of a kind; all else is printed as it is.
type tongue struct {
	nouns, plurals, adjectives, adverbs []string
	verbs, infinitives                  []string
	names                               []string // parts of identifiers
	clauses, joints, openings, phrases  []string
}

// pick takes a word: one in the first quarter of the list as often as one in
// all the rest.
func (w *author) pick(list []string) string {
	f := w.Float64()
	return list[int(f*f*float64(len(list)))]
}

// any takes one of a list, each as often as the others.
func (w *author) any(list []string) string { return list[w.IntN(len(list))] }

// phrase is a few words as in a heading.
func (w *author) phrase() string { return w.fill(w.any(w.phrases), false) }

// sentence is one of one to three clauses, with or without code, links and
// emphasis.
func (w *author) sentence(rich bool) string {
	var b strings.Builder
	if w.chance(25) {
		b.WriteString(w.any(w.openings))
		b.WriteByte(' ')
	}
	b.WriteString(w.fill(w.any(w.clauses), rich))
	for range 2 {
		if w.chance(40) {
			b.WriteString(w.any(w.joints))
			b.WriteByte(' ')
			b.WriteString(w.fill(w.any(w.clauses), rich))
		}
	}
	s := b.String()
	if !strings.ContainsAny(s[:1], "`[*") {
		s = title(s)
	}
	if w.chance(4) {
		return s + "?"
	}
	return s + "."
}

// fill puts words into a pattern.
func (w *author) fill(pattern string, rich bool) string {
	var b strings.Builder
	for _, r := range pattern {
		switch r {
		case 'N':
			b.WriteString(w.noun(rich, w.nouns))
		case 'S':
			b.WriteString(w.noun(rich, w.plurals))
		case 'A':
			b.WriteString(w.pick(w.adjectives))
		case 'D':
			b.WriteString(w.pick(w.adverbs))
		case 'V':
			b.WriteString(w.pick(w.verbs))
		case 'I':
			b.WriteString(w.pick(w.infinitives))
		case '#':
			fmt.Fprint(&b, 2+w.IntN(99))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// noun is a noun, now and then as code, as a link or with emphasis.
func (w *author) noun(rich bool, list []string) string {
	s := w.pick(list)
	if !rich {
		return s
	}
	switch k := w.IntN(1000); {
	case k < 60:
		return "`" + w.identifier() + "`"
	case k < 70:
		return "[" + s + "](https://example.org/" + w.pick(w.names) + "/" + w.pick(w.names) + ")"
	case k < 85:
		return "*" + s + "*"
	case k < 90:
		return "**" + s + "**"
	}
	return s
}
