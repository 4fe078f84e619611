package terms

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// What becomes of a definition on another page: whether it can stand there
// alone, and in which words.

// readable reports whether the clause can stand under its term on another
// page: nothing in it points at its old surroundings.
func (g *gatherer) readable(d Definition) bool {
	toks := prose.Tokens(d.Text)
	words := 0
	for i, t := range toks {
		w := strings.ToLower(t.In(d.Text))
		if t.Kind == prose.Word {
			words++
		}
		next := ""
		if i+1 < len(toks) {
			next = strings.ToLower(toks[i+1].In(d.Text))
		}
		place := (w == "above" || w == "below") && next != "" && isWordRune(rune(next[0])) && !g.prepositions[next] && !g.phrases.copulas[next] && !g.phrases.verbs[next] // "above an arcade"
		if g.pointers[w] && !place && !(g.generic[w] && i > 3) || i == 0 && g.phrases.backward[w] && !(g.phrases.definite[w] && next != "" && !g.phrases.copulas[next] && !g.phrases.verbs[next] && isWordRune(rune(next[0]))) {
			return false
		}
		if g.manys[w] && !strings.HasSuffix(d.Term, "s") && !slices.ContainsFunc(toks[:i], func(t prose.Token) bool { return many(t.In(d.Text)) }) {
			return false // "a condition that makes them tired"
		}
		if i == 0 && w == "not" || w == "#" {
			return false
		}
		if i > 0 && i < 4 && g.phrases.strong[w] && g.needing[next] && g.acts[strings.ToLower(toks[i-1].In(d.Text))] {
			return false // "a process that requires patience"
		}
		if i > 0 && g.pairs[w] && g.phrases.definite[strings.ToLower(toks[i-1].In(d.Text))] && !slices.ContainsFunc(toks[i:min(len(toks), i+6)], func(t prose.Token) bool { return g.joiners[t.In(d.Text)] }) {
			return false // "the line between the two"
		}
		if g.base == "en" && w == "such" && (next == "a" || next == "an") && !slices.ContainsFunc(toks[i:min(len(toks), i+8)], func(t prose.Token) bool { w := t.In(d.Text); return w == "that" || w == "as" }) {
			return false // "made for such an environment"
		}
		if g.base == "en" && (w == "such" && next != "as" && next != "that" && next != "a" && next != "an" || (w == "she" || w == "he" || w == "him" || w == "said") || g.denied[w] && g.phrases.negations[next]) {
			return false // "made for such work", "that was not asked": what it once was not says nothing of what it is
		}
	}
	if len(toks) > 1 && g.examples != nil {
		for _, e := range g.examples[strings.ToLower(toks[0].In(d.Text))] {
			if strings.EqualFold(toks[1].In(d.Text), e[1]) {
				return false // "For example, one …"
			}
		}
	}
	if containsWord(d.Text, d.Term) && words < 9 && acronymLike(d.Term) {
		return false // "ABC refers to the ABC code pages"
	}
	return words >= 3 && words <= 45 && balanced(d.Text) && evenQuotes(d.Text)
}

// many reports whether a word may be a plural or speak of several: "beams", "people", "a person or body".
func many(w string) bool {
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || english.unmarked[w] || english.phrases.persons[w] || w == "or" || w == "and" || w == "who"
}

// general reports whether a definition speaks of a kind of thing, not of what should be or of somebody: "a building that
// should not stand", "a man who says little" ask for a second mention of their term.
func (g *gatherer) general(text string) bool {
	for i, t := range prose.Tokens(text) {
		w := strings.ToLower(t.In(text))
		if g.phrases.judging[w] || i < 4 && g.phrases.persons[w] {
			return false
		}
	}
	return true
}

// evenQuotes reports whether every quotation that opens also closes.
func evenQuotes(s string) bool {
	return strings.Count(s, `"`)%2 == 0 && strings.Count(s, "“") == strings.Count(s, "”") && strings.Count(s, "«") == strings.Count(s, "»")
}

// worthy reports whether a term is one that readers look up: not a person,
// not a phrase of everyday words only.
func (g *gatherer) worthy(d Definition) bool {
	toks := prose.Tokens(d.Term)
	return len(toks) <= 7 && len(d.Term) >= 3
}

// sentenceCase makes a sentence of the clause: a capital, a full stop, and in
// German the article of a subject for that of an object.
func (g *gatherer) sentenceCase(s string) string {
	s = prose.OneLine(strings.Trim(s, " ,;:"))
	if word, rest, ok := strings.Cut(s, " "); ok && g.nominative[word] != "" && !small(rest) {
		s = g.nominative[word] + " " + rest
	}
	r, n := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(r)) + s[n:]
	if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "!") {
		s += "."
	}
	return s
}

// small reports whether s begins with a small letter: in German an adjective follows the article, whose ending would have
// to change with it.
func small(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
