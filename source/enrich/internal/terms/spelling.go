package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// How a term and a long form are written inside a sentence: a capital that only
// opens one goes.

// spelling returns the term as it is written inside a sentence: a capital that
// only opens a sentence goes. It reports whether the term is a name: what is
// never written small, unless its article or its ending says that it is none.
func (g *gatherer) spelling(e Entry) (term string, name bool) {
	r, n := utf8.DecodeRuneInString(e.Term)
	if !unicode.IsUpper(r) || g.nounCapitals {
		return e.Term, false
	}
	small := string(unicode.ToLower(r)) + e.Term[n:]
	// Another capital inside: a name.
	for _, t := range prose.Tokens(e.Term) {
		if t.Start == 0 && acronymLike(t.In(e.Term)) {
			return e.Term, false
		}
		if r, _ := utf8.DecodeRuneInString(t.In(e.Term)); unicode.IsUpper(r) && t.Start > 0 {
			return e.Term, true
		}
	}
	inside := false
	for _, m := range e.Mentions {
		if g.blocks[m.Block].Heading {
			continue
		}
		text := g.blocks[m.Block].Text
		if r, _ := utf8.DecodeRuneInString(text[m.Start:]); unicode.IsLower(r) {
			return small, false
		}
		before := strings.TrimRight(text[:m.Start], " \n\t\"“‘(")
		last, _ := utf8.DecodeLastRuneInString(before)
		if before != "" && !strings.ContainsRune(".!?:", last) && !g.partOfName(text, m.Span) {
			inside = true
		}
	}
	if inside {
		return e.Term, !strings.Contains(e.Term, " ") // "French service" is none
	}
	if words := strings.Fields(e.Term); len(words) > 1 && strings.ContainsAny(words[0], "'’") && g.principles[strings.ToLower(words[len(words)-1])] {
		return e.Term, false // "Ohm's law" is named for somebody
	}
	c := clause{vocabulary: g.vocabulary, text: e.Term, toks: prose.Tokens(e.Term), low: []string{strings.ToLower(e.Term)}}
	return small, len(c.toks) == 1 && !c.learned(0) && !g.kindly(e)
}

// expansions gives a long form that only opened a sentence its small letter
// back, where the text itself writes the word small elsewhere.
func (g *gatherer) expansions() {
	if g.nounCapitals {
		return
	}
	// The words that are looked for: the first of each such long form alone, and with the second behind it.
	var wanted []bool // by form
	small := map[string]bool{}
	for _, e := range g.entries {
		first, _, ok := sentenceStart(e.Expansion)
		if !ok {
			continue
		}
		if wanted == nil {
			wanted = make([]bool, g.text.Len())
		}
		if f, ok := g.text.Find(strings.ToLower(first)); ok {
			wanted[f] = true
		}
	}
	if wanted == nil {
		return
	}
	for _, toks := range g.tokens {
		for i, t := range toks {
			if !wanted[t.Form] {
				continue
			}
			w := t.In(g.text.Source)
			if t.Kind != prose.Word || w[0] < 'a' || w[0] > 'z' {
				continue
			}
			small[w] = true
			if i+1 < len(toks) {
				small[w+" "+toks[i+1].In(g.text.Source)] = true
			}
		}
	}
	for i := range g.entries {
		first, second, ok := sentenceStart(g.entries[i].Expansion)
		if !ok {
			continue
		}
		lower := strings.ToLower(first)
		at := g.entries[i].Evidence
		before := strings.TrimRight(g.blocks[at.Block].Text[:at.Start], " \n\t\"“‘(*")
		last, _ := utf8.DecodeLastRuneInString(before)
		opens := before == "" || strings.ContainsRune(".!?:", last)
		if opens && (small[lower] || g.base == "en" && (common(lower) || prefixed(first))) || small[lower+" "+second] {
			g.entries[i].Expansion = lower + g.entries[i].Expansion[len(first):]
		}
	}
}

// sentenceStart returns the first two words of a long form that has a capital at its beginning only, which may come from
// the beginning of a sentence.
func sentenceStart(s string) (first, second string, ok bool) {
	first, rest, many := strings.Cut(s, " ")
	if !many || strings.ToLower(rest) != rest || strings.ToLower(first) == first || strings.ToUpper(first) == first {
		return "", "", false
	}
	second, _, _ = strings.Cut(rest, " ")
	return first, second, true
}

// prefixed reports whether the first word of an English long form is a compound that goes on in small letters, as no name
// does: "Non-governmental", "Risk-weighted".
func prefixed(w string) bool {
	first, rest, ok := strings.Cut(w, "-")
	return ok && len(first) > 1 && rest != "" && w[1:] == strings.ToLower(w[1:])
}

// common reports whether an English word has an ending that names of persons and places do not have, so that its capital
// can only come from the beginning of its sentence.
func common(w string) bool {
	for _, e := range [...]string{"tion", "sion", "ment", "ness", "ance", "ence", "ity", "ive", "ase", "imum", "ous", "able", "ible", "ary", "ular", "ial", "ical", "ional"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return true
		}
	}
	if strings.HasSuffix(strings.TrimSuffix(w, ","), "ing") && len(w) > 8 {
		return true
	}
	switch w {
	case "least", "most", "best":
		return true
	}
	switch w { // names of places that end like adjectives
	case "bengal", "nepal", "portugal", "senegal", "montreal", "transvaal", "natal", "bengali":
		return false
	}
	return strings.HasSuffix(w, "al") && len(w) > 3 // oral, central, annual
}

// partOfName reports whether a word with a capital stands right before or behind the span: "World Curling Federation".
func (g *gatherer) partOfName(text string, s Span) bool {
	if next, ok := prose.Next(text, s.End); ok && next.Start == s.End+1 {
		if r, _ := utf8.DecodeRuneInString(text[next.Start:]); unicode.IsUpper(r) {
			return true
		}
	}
	word := strings.TrimRight(text[max(0, s.Start-40):s.Start], " ")
	word = word[strings.LastIndexAny(word, " \n(")+1:]
	if g.joiners[word] {
		word = strings.TrimRight(text[max(0, s.Start-60):s.Start], " ")
		word = strings.TrimRight(word[:strings.LastIndexByte(word, ' ')+1], " ")
		word = word[strings.LastIndexAny(word, " \n(")+1:]
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && !g.functions[strings.ToLower(word)]
}

// kindly reports whether a term that only ever opens sentences is a kind by its definition, so that its capital is none of
// a name: "Zugzwang" is a position in which, "Etna" a mountain that, and mountains have names.
func (g *gatherer) kindly(e Entry) bool {
	p := g.phrases
	if g.base != "en" {
		return false
	}
	for i, t := range prose.Tokens(e.Definition) {
		w := strings.ToLower(t.In(e.Definition))
		switch {
		case i == 0 && !p.indefinite[w], i > 9, p.told[w] || p.vague[w] || p.persons[w] || g.bearers[w], w == "who" || w == "whom" || w == "whose":
			return false
		case p.strong[w]:
			return true
		}
	}
	return false
}

// ofSomebody reports whether a definition tells who somebody is, "A teacher who lives here", and not what: its term keeps its
// capital.
func (g *gatherer) ofSomebody(definition string) bool {
	for i, t := range prose.Tokens(definition) {
		w := strings.ToLower(t.In(definition))
		if i > 8 || i == 0 && !g.phrases.indefinite[w] {
			return false
		}
		if g.phrases.persons[w] || g.bearers[w] || w == "who" || w == "whose" || w == "whom" {
			return true
		}
	}
	return false
}
