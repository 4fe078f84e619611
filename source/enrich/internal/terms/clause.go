package terms

import (
	"strings"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A sentence read as tokens: noun phrases, terms, what sets a thing apart,
// where a clause ends.

// clause is one sentence being read.
type clause struct {
	*vocabulary
	text string // what the tokens and the stretches that are marked count from
	toks []prose.Token
	low  []string // the tokens in lower case, with one kind of apostrophe
	own  []cue    // of each of them
	cues cue      // of all of them
	// marked are the stretches that the author emphasised.
	marked []Span
}

// at reports whether the phrase stands at token i.
func (c *clause) at(i int, phrase []string) bool {
	if i < 0 || i+len(phrase) > len(c.low) {
		return false
	}
	for k, w := range phrase {
		if c.low[i+k] != w {
			return false
		}
	}
	return true
}

// find returns the first place of any of the phrases from token i on, and the
// token after it; -1 when there is none. The words that begin the phrases have
// the cue; 0 says nothing.
func (c *clause) find(i, limit int, set phraseSet, begins cue) (int, int) {
	for ; i < min(len(c.low), limit); i++ {
		if begins != 0 && c.own[i]&begins == 0 {
			continue
		}
		for _, p := range set[c.low[i]] {
			if c.at(i, p) {
				return i, i + len(p)
			}
		}
	}
	return -1, -1
}

// find1 returns the first place of the word in [i,limit), or -1.
func (c *clause) find1(i, limit int, word string) int {
	if word == "" {
		return -1
	}
	return c.indexOf(word, i, min(limit, len(c.low)))
}

func (c *clause) indexOf(w string, i, j int) int {
	for k := i; k < j; k++ {
		if c.low[k] == w {
			return k
		}
	}
	return -1
}

func (c *clause) isWord(i int) bool {
	return i >= 0 && i < len(c.toks) && c.toks[i].Kind == prose.Word
}

// content reports whether token i is a word of some meaning: no function word,
// auxiliary or pronoun.
func (c *clause) content(i int) bool {
	p := c.phrases
	return c.isWord(i) && !c.functions[c.low[i]] && !p.verbs[c.low[i]] && !p.copulas[c.low[i]] && !p.spoilers[c.low[i]]
}

// isQuote reports whether token i is a quotation mark or a mark of emphasis.
func (c *clause) isQuote(i int) bool {
	return i >= 0 && i < len(c.low) && strings.Contains("\"“”„«»‘*_", c.low[i])
}

func (c *clause) lastComma(i, j int) int {
	for k := j - 1; k > i; k-- {
		if c.low[k] == "," {
			return k
		}
	}
	return -1
}

// introduction is how a term is introduced; a greater one promises more.
type introduction int

const (
	bare introduction = iota
	indefinite
	definite
	named // "the term X", “X”
)

// subject reads tokens [i,j) as the term of a defining sentence: a noun phrase
// with nothing in it that points back or tells a story. It returns the span of
// the term's tokens and how it is introduced.
func (c *clause) subject(i, j int) (from, to int, how introduction, ok bool) {
	p := c.phrases
	// "In economics, a tariff is …": what stands before the comma sets the
	// field; what points elsewhere spoils it.
	if k := c.lastComma(i, j); k > 0 {
		switch {
		case c.alias(i, j) > 0:
			j = c.alias(i, j)
		case k-i <= 8 && k+1 < j && c.functions[c.low[i]] && !p.spoilers[c.low[i]]:
			i = k + 1
		default:
			return
		}
	}
	first := i
	for i < j && (c.isQuote(i) || p.terms[c.low[i]] || p.definite[c.low[i]] || p.indefinite[c.low[i]]) {
		if p.terms[c.low[i]] && (i == first || p.indefinite[c.low[i-1]]) && !c.isQuote(i+1) && !c.emphasised(i+1, j) {
			break // "word painting"
		}
		switch {
		case p.terms[c.low[i]] && (i+1 < j):
			how = named
		case p.definite[c.low[i]]:
			how = max(how, definite)
			if i+1 < j && c.low[i+1] == "'" {
				i++ // l'inflation
			}
		case p.indefinite[c.low[i]]:
			how = max(how, indefinite)
		default:
			how = named
		}
		i++
	}
	// An acronym or alias in brackets after the term: "the net present value (NPV)".
	for k := i; k < j; k++ {
		if c.low[k] == "(" && k > i {
			if close := c.indexOf(")", k, j); close == j-1 || close > 0 && c.isQuote(close+1) {
				if close == k+2 && acronymLike(c.toks[k+1].In(c.text)) {
					how = named
				}
				j = k
			}
			break
		}
	}
	for j > i+1 && c.trailing[c.low[j-1]] {
		j-- // "resin also refers to"
	}
	for j > i && c.isQuote(j-1) {
		j--
		how = named
	}
	if c.emphasised(i, j) {
		how = named
	}
	if k := c.eitherName(i, j); k > 0 {
		j = k // "A dam failure or dam burst is"
	}
	if how == named && c.marksWhole(i, j) {
		return i, j, how, true // “working day”
	}
	if !c.nounPhrase(i, j, 6) {
		if i--; i < first || !p.terms[c.low[i]] || !c.nounPhrase(i, j, 6) {
			return
		}
		how = definite // "the term premium"
	}
	return i, j, how, true
}

// eitherName returns where the first of two names for one thing ends in [i,j), "dam failure or dam burst", or 0.
func (c *clause) eitherName(i, j int) int {
	if c.orWords == nil || c.either == "" {
		return 0
	}
	or := strings.TrimSpace(c.either)
	for k := i + 1; k+1 < j && k < i+4; k++ {
		if c.low[k] == or && c.content(k+1) && j-k <= 4 && c.nounPhrase(k+1, j, 3) {
			return k
		}
	}
	return 0
}

// marksWhole reports whether quotation marks or emphasis stand around [i,j), words of some meaning, so that they are a term even
// if their head is vague.
func (c *clause) marksWhole(i, j int) bool {
	if j-i < 2 || j-i > 5 || !(i > 0 && c.isQuote(i-1) && c.isQuote(j) || c.emphasised(i, j)) {
		return false
	}
	for k := i; k < j; k++ {
		if !c.content(k) && c.low[k] != "-" && !(c.low[k] == "'" && c.toks[k-1].Touches(c.toks[k])) && !(c.low[k] == "s" && c.low[k-1] == "'") && !c.joiners[c.low[k]] {
			return false
		}
	}
	return !c.phrases.spoilers[c.low[i]] && c.content(j-1)
}

// alias finds "X, or Y," and "X (Y)" asides: it returns where X ends.
func (c *clause) alias(i, j int) int {
	k := c.indexOf(",", i, j)
	if k <= i || c.low[j-1] != "," || k+1 >= j {
		return 0
	}
	if c.indexOf(",", k+1, j) != j-1 || j-k > 8 {
		return 0
	}
	if c.orWords[c.low[k+1]] {
		return k
	}
	if c.inserts != nil && c.prepositions[c.low[k+1]] && c.low[k+1] == c.within {
		return k // "listing, in English law, means"
	}
	if _, end := c.find(k+1, k+2, c.inserts, 0); end == j-1 {
		return k // "necrosis, by contrast, is"
	}
	return 0
}

// nounPhrase reports whether tokens [i,j) can be a term: one to limit words,
// joined by nothing but hyphens, apostrophes and "of", without pronouns,
// auxiliaries, numbers alone or a vague head.
func (c *clause) nounPhrase(i, j, limit int) bool {
	p := c.phrases
	words := 0
	if i >= j || p.spoilers[c.low[i]] {
		return false
	}
	for k := i; k < j; k++ {
		w := c.low[k]
		switch {
		case c.isWord(k):
			words++
			if p.spoilers[w] || c.pointers[w] || p.verbs[w] || p.negations[w] || p.copulas[w] || p.definite[w] && !c.ofThe(k) || p.indefinite[w] {
				return false
			}
			if c.functions[w] && !c.bound(k) && (k == i || k == j-1 || !c.joiners[w]) {
				return false
			}
			if c.base == "en" && strings.HasSuffix(w, "ly") && len(w) > 5 && (words == 1 || k == j-1) {
				return false
			}
		case c.toks[k].Kind == prose.Number:
			if k == i {
				return false
			}
		case w == "-" || w == "'" || w == "’" || w == "‑":
			if k == i || k == j-1 {
				return false
			}
		default:
			return false
		}
	}
	if words == 0 || words > limit || words == 1 && c.numerals[c.low[j-1]] {
		return false
	}
	head := c.head(i, j)
	abbreviated := words > 1 && j+2 < len(c.low) && c.low[j] == "(" && c.low[j+2] == ")" && c.acronym(j+1, j+2) // sure to be a term
	if p.evaluative[head] && !abbreviated && !(words > 1 && c.goods[head]) || utf8.RuneCountInString(head) < 2 {
		return false
	}
	// "the main effect" is no term, "the greenhouse effect" is one.
	if p.vague[head] || p.vague[strings.TrimSuffix(head, "s")] {
		if words == 1 || head != c.low[j-1] {
			return false
		}
		for k := i; k < j-1; k++ {
			if k == i && p.evaluative[c.low[k]] || p.loose[c.low[k]] {
				return false
			}
		}
	}
	// "Kosovo's journey": somebody's, not a kind.
	for k := i; k+1 < j; k++ {
		if (c.low[k] == "'" || c.low[k] == "’") && c.low[k+1] == "s" {
			return false
		}
	}
	return true
}

// ofThe reports whether the article at k stands inside a name: "balance of the
// market".
func (c *clause) ofThe(k int) bool { return k > 0 && c.joiners[c.low[k-1]] }

// head returns the last word before an "of".
func (c *clause) head(i, j int) string {
	for k := i + 1; k < j; k++ {
		if c.joiners[c.low[k]] {
			return c.low[k-1]
		}
	}
	return c.low[j-1]
}

// termAfter reads the term that starts at token i: up to a mark or a function
// word.
func (c *clause) termAfter(i int) (from, to int, ok bool) {
	for i < len(c.low) && (c.isQuote(i) || c.phrases.definite[c.low[i]] || c.phrases.indefinite[c.low[i]]) {
		i++
	}
	j := i
	for j < len(c.low) && j < i+8 && (c.content(j) && !c.phrases.relatives[c.low[j]] || j > i && c.joiners[c.low[j]] || c.low[j] == "-" || c.bound(j)) {
		j++
	}
	for j > i && (c.joiners[c.low[j-1]] || c.low[j-1] == "-") {
		j--
	}
	return i, j, c.nounPhrase(i, j, 4)
}

// bound reports whether word i is tied to the one before it by a hyphen: "stand-on".
func (c *clause) bound(i int) bool {
	return i > 1 && c.isWord(i) && c.low[i-1] == "-" && c.toks[i-2].Touches(c.toks[i-1]) && c.toks[i-1].Touches(c.toks[i])
}

// termBefore reads the term that ends before token k: the content words back
// to an article or a preposition. Where a verb may stand among them, "they
// build interoperability", only a learned last word is safe.
func (c *clause) termBefore(k int) (from, to int, how introduction, ok bool) {
	p := c.phrases
	to = k
	for to > 0 && c.isQuote(to-1) {
		to--
		how = named
	}
	from = to
	for from > 0 && (c.content(from-1) || c.low[from-1] == "-" && c.isWord(from-2) && c.toks[from-1].Touches(c.toks[from])) {
		from--
	}
	for k := to - 1; k >= from; k-- {
		if c.namers[c.low[k]] && k+1 < to {
			from = k + 1 // "has been called sapping"
			break
		}
	}
	if from > 0 && from+1 < to && c.pastEnding != "" && strings.HasSuffix(c.low[from], c.pastEnding) && p.verbs[c.low[from-1]] {
		from++ // "has widened critical roads"
	}
	if from == to {
		return
	}
	if how != named {
		run := to - from
		for k := from; k < to; k++ {
			if c.low[k] == "-" {
				run -= 2
			}
		}
		bound := ""
		if from > 0 {
			bound = c.low[from-1]
		}
		switch {
		case p.definite[bound]:
			how = definite
		case p.indefinite[bound]:
			how = indefinite
		}
		if how != bare && run > 2 {
			how = bare // "the rules promote reversibility"
		}
		if how == bare && run > 1 && (run > 2 || from > 0 && !c.prepositions[bound] && !(c.inserts != nil && p.copulas[bound]) || strings.HasSuffix(c.low[from], "ing")) {
			if !c.learned(to - 1) {
				return
			}
			// The adjectives before it belong to it.
			first := from
			from = to - 1
			for from > first+1 && c.low[from-1] == "-" {
				from -= 2
			}
			for from > first && c.adjective(from-1) {
				from--
			}
		}
	}
	if c.emphasised(from, to) {
		how = named
	}
	return from, to, how, c.nounPhrase(from, to, 4)
}

// emphasised reports whether the tokens [i,j) make up an emphasised stretch.
func (c *clause) emphasised(i, j int) bool {
	if i >= j {
		return false
	}
	start, end := c.toks[i].Start, c.toks[j-1].End
	for _, s := range c.marked {
		if s.Start <= start && end <= s.End && s.End-s.Start < end-start+8 {
			return true
		}
	}
	return false
}

// end returns the token where the defining clause that starts at i ends: the
// sentence's end, a semicolon, or a clause of its own behind a comma.
func (c *clause) end(i int) int {
	p := c.phrases
	depth, open := 0, 0
	related := false
	for k := i; k < len(c.low); k++ {
		w := c.low[k]
		related = related || p.strong[w] || w == c.that || w == ","
		if !related && c.inserts != nil && depth == 0 && k > i+3 && k+2 < len(c.low) && c.conjunctions[w] && (p.copulas[c.low[k+1]] || c.denied[c.low[k+1]] || p.verbs[c.low[k+1]] && len(c.low[k+1]) > 2) {
			return k // "a part of the frame and can be taken off"
		}
		if c.contrasts[w] && c.inserts != nil && depth == 0 && k > i+3 && k+3 < len(c.low) && (p.definite[c.low[k+1]] || p.indefinite[c.low[k+1]]) && c.apart(k+2) {
			return k // "changes while the boiling point is …"
		}
		switch w {
		case "(", "[":
			if depth++; depth == 1 {
				open = k
			}
		case ")", "]":
			if depth--; depth < 0 {
				return k
			}
		case ";", ":":
			if depth == 0 && !(w == ":" && k+1 < len(c.low) && c.toks[k+1].Kind == prose.Number && c.toks[k].Touches(c.toks[k+1])) {
				return k
			}
		case ",":
			if _, e := c.find(k+1, k+2, c.examples, 0); e > 0 && c.lastComma(k, len(c.low)) < 0 {
				return k
			}
			if k+3 < len(c.low) && c.inserts != nil && c.conjunctions[c.low[k+1]] && (p.backward[c.low[k+2]] || c.trailing[c.low[k+2]] && c.verbal(k+3) || c.modals[c.low[k+2]] && (c.trailing[c.low[k+3]] || p.copulas[c.low[k+3]] || c.low[k+3] == "be")) {
				return k // "or they are removed", "and also includes", "and may also"
			}
			if c.inserts != nil && k+2 < len(c.low) && (c.low[k+1] == "examples" || c.low[k+1] == "example") {
				return k // a sentence of its own
			}
			// ", and it …": a statement of its own follows.
			if k+2 < len(c.low) && (c.contrasts[c.low[k+1]] || c.clauseWords[c.low[k+1]] && c.statement(k+2)) {
				return k
			}
		}
	}
	if depth > 0 && open > i+3 {
		return open
	}
	end := len(c.low)
	for end > i && !c.isWord(end-1) && c.low[end-1] != ")" && c.toks[end-1].Kind != prose.Number && c.low[end-1] != "%" {
		end--
	}
	// A reference in brackets at the end is not part of the meaning.
	if end-1 > i && (c.low[end-1] == ")" || c.low[end-1] == "]") {
		for k := end - 2; k > i+3; k-- {
			if c.low[k] == "(" || c.low[k] == "[" {
				return k
			}
		}
	}
	return end
}

// apart reports whether a copula with a noun phrase behind it follows within reach of token i: another thing is defined.
func (c *clause) apart(i int) bool {
	p := c.phrases
	for k := i; k+1 < min(len(c.low), i+14) && c.low[k] != ","; k++ {
		if p.copulas[c.low[k]] {
			return p.definite[c.low[k+1]] || p.indefinite[c.low[k+1]]
		}
	}
	return false
}

// statement reports whether a statement of its own begins at token i: a
// pronoun that points back, or a finite verb before any relative clause.
func (c *clause) statement(i int) bool {
	p := c.phrases
	if p.backward[c.low[i]] {
		return true
	}
	for k := i + 1; k < min(len(c.low), i+6); k++ {
		switch w := c.low[k]; {
		case w == "," || p.relatives[w]:
			return false
		case p.copulas[w] || p.verbs[w]:
			return true
		case c.pastEnding != "" && strings.HasSuffix(w, c.pastEnding) && k+1 < len(c.low) && (p.backward[c.low[k+1]] || p.definite[c.low[k+1]] || p.indefinite[c.low[k+1]]):
			return true // ", and scientists turned it …"
		}
	}
	return false
}
