package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// The constructions that define, each with what must be true of its parts.
// They read a sentence as tokens: no construction looks further than the
// sentence and each walks over it once.

// phrases is what the constructions know of a language. All words are lower
// case; a phrase is a sequence of tokens as package prose cuts them.
type phrases struct {
	copulas    map[string]bool // is, are
	indefinite map[string]bool // a, an
	definite   map[string]bool // the
	means      [][]string      // "refers to": the term before, the meaning after
	called     [][]string      // "is called": the meaning before, the term after
	glosses    [][]string      // ", meaning that": the term before, the meaning after
	circumfix  [][2][]string   // "by X we mean": around the term
	terms      map[string]bool // "the term X"
	strong     map[string]bool // relative pronouns only
	relatives  map[string]bool // begin what sets a thing apart: that, which, used
	weakly     map[string]bool // the same, less surely: of, for, with
	adverbs    map[string]bool // may stand behind the copula: essentially, basically
	spoilers   map[string]bool // as a subject or at its start: it, this, while, if
	backward   map[string]bool // pronouns that point back: it, they
	says       map[string]bool // attribute a statement to somebody
	negations  map[string]bool
	evaluative map[string]bool // judge, not define: key, crucial, testament
	vague      map[string]bool // heads that are no term: way, thing, reason
	empty      map[string]bool // heads that define nothing: result, example
	verbs      map[string]bool // auxiliaries and pronouns that end a noun phrase
}

// clause is one sentence being read.
type clause struct {
	*vocabulary
	text string
	toks []prose.Token
	low  []string
}

// define tries the constructions from the surest to the least sure.
func (v *vocabulary) define(sentence string, toks []prose.Token) (Definition, bool) {
	c := clause{v, sentence, toks, lowered(sentence, toks)}
	if c.low[len(c.low)-1] == "?" {
		return Definition{}, false
	}
	for _, try := range []func() (Definition, bool){c.around, c.means, c.isA, c.calledBy, c.gloss, c.apposition, c.naming} {
		if d, ok := try(); ok {
			return d, true
		}
	}
	return Definition{}, false
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
// token after it; -1 when there is none.
func (c *clause) find(i, limit int, list [][]string) (int, int) {
	for ; i < min(len(c.low), limit); i++ {
		for _, p := range list {
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

func (c *clause) isWord(i int) bool {
	return i >= 0 && i < len(c.toks) && c.toks[i].Kind == prose.Word
}

// subject reads tokens [i,j) as the term of a defining sentence: a noun phrase
// with nothing in it that points back or tells a story. It returns the span of
// the term's tokens and how it is introduced.
func (c *clause) subject(i, j int) (from, to int, how introduction, ok bool) {
	p := c.phrases
	// "In economics, a tariff is …": what stands before the comma sets the
	// field; what points elsewhere spoils it.
	if k := c.lastComma(i, j); k > 0 {
		switch {
		case k-i <= 5 && c.functions[c.low[i]] && !p.spoilers[c.low[i]]:
			i = k + 1
		case c.alias(i, j) > 0:
			j = c.alias(i, j)
		default:
			return
		}
	}
	for i < j && (c.isQuote(i) || p.terms[c.low[i]] || p.definite[c.low[i]] || p.indefinite[c.low[i]]) {
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
	for j > i && c.isQuote(j-1) {
		j--
		how = named
	}
	if !c.nounPhrase(i, j, 6) {
		return
	}
	return i, j, how, true
}

// introduction is how a term is introduced; a greater one promises more.
type introduction int

const (
	bare introduction = iota
	indefinite
	definite
	named // "the term X", “X”
)

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

// alias finds "X, or Y," and "X (Y)" asides: it returns where X ends.
func (c *clause) alias(i, j int) int {
	k := c.indexOf(",", i, j)
	if k <= i || c.low[j-1] != "," || k+1 >= j {
		return 0
	}
	if w := c.low[k+1]; c.orWords[w] && j-k <= 8 && c.indexOf(",", k+1, j) == j-1 {
		return k
	}
	return 0
}

func (c *clause) indexOf(w string, i, j int) int {
	for k := i; k < j; k++ {
		if c.low[k] == w {
			return k
		}
	}
	return -1
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
			if p.spoilers[w] || p.verbs[w] || p.negations[w] || p.copulas[w] || p.definite[w] && !c.ofThe(k) || p.indefinite[w] {
				return false
			}
			if c.functions[w] && (k == i || k == j-1 || !c.joiners[w]) {
				return false
			}
			if c.base == "en" && strings.HasSuffix(w, "ly") && len(w) > 4 && (words == 1 || k == j-1) {
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
	if words == 0 || words > limit {
		return false
	}
	head := c.head(i, j)
	if p.vague[head] || p.vague[strings.TrimSuffix(head, "s")] || p.evaluative[head] || utf8.RuneCountInString(head) < 2 {
		return false
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

// setsApart looks, from token i on, for what makes a definition of a noun
// phrase: a relative clause or a participle within reach. It returns 2 for a
// sure one, 1 for a mere "of" or "for", 0 for nothing or a judgement.
func (c *clause) setsApart(i int) int {
	p := c.phrases
	found := 0
	words := 0
	for k := i; k < len(c.low) && k < i+20; k++ {
		w := c.low[k]
		if found == 0 && (p.evaluative[w] || p.negations[w]) {
			return 0
		}
		if words > 0 {
			if c.relativeAt(k) {
				if found == 0 && p.empty[c.low[k-1]] {
					return 0
				}
				return 2
			}
			if p.weakly[w] && found == 0 {
				if p.empty[c.low[k-1]] {
					return 0
				}
				found = 1
			}
			if w == ";" || w == "." || w == ":" {
				break
			}
		}
		if c.isWord(k) {
			words++
		}
	}
	return found
}

// relativeAt reports whether a relative clause or a participle begins at token
// k.
func (c *clause) relativeAt(k int) bool {
	if !c.phrases.relatives[c.low[k]] {
		return false
	}
	if !c.relativeComma {
		return true
	}
	return k > 0 && c.low[k-1] == "," || k > 1 && c.low[k-2] == "," && c.prepositions[c.low[k-1]]
}

// around reads "by deterrence we mean …": the phrase stands on both sides of
// the term.
func (c *clause) around() (Definition, bool) {
	for _, p := range c.phrases.circumfix {
		if !c.at(0, p[0]) {
			continue
		}
		k, after := c.find(2, 10, [][]string{p[1]})
		if k < 0 || after+2 >= len(c.low) {
			continue
		}
		if from, to, _, ok := c.subject(len(p[0]), k); ok {
			return c.definition(from, to, after, c.end(after), "means", 0.94)
		}
	}
	return Definition{}, false
}

// isA reads "X is a Y that …".
func (c *clause) isA() (Definition, bool) {
	p := c.phrases
	k := -1
	for i := 1; i < min(len(c.low), 14); i++ {
		if p.copulas[c.low[i]] {
			k = i
			break
		}
	}
	if k < 1 || k+3 >= len(c.low) {
		return Definition{}, false
	}
	from, to, how, ok := c.subject(0, k)
	if !ok {
		return Definition{}, false
	}
	i := k + 1
	for i < len(c.low) && (p.adverbs[c.low[i]] || c.low[i] == ",") {
		i++
	}
	if i+2 >= len(c.low) || p.negations[c.low[i]] {
		return Definition{}, false
	}
	start := i
	sure := 0.0
	switch {
	case p.indefinite[c.low[i]]:
		sure = 0.93
		i++
	case p.definite[c.low[i]]:
		// Only a general noun follows in a definition: "the process by which".
		h := i + 1
		for h < len(c.low) && h < i+4 && !c.genus[c.low[h]] {
			h++
		}
		if h == len(c.low) || h == i+4 {
			return Definition{}, false
		}
		sure = 0.91
		i++
	case c.base == "en" && c.isWord(i) && !c.functions[c.low[i]] && !p.verbs[c.low[i]] && !p.spoilers[c.low[i]] && how == bare:
		// "Tariffs are taxes that …", "Magma is molten rock that …"
		sure = 0.90
		h := i
		for h < len(c.low) && h < i+5 && !p.strong[c.low[h]] && !(h > i && c.prepositions[c.low[h]] && h+1 < len(c.low) && p.strong[c.low[h+1]]) {
			if !c.isWord(h) && c.low[h] != "-" || c.functions[c.low[h]] {
				return Definition{}, false
			}
			h++
		}
		if h == len(c.low) || h == i+5 || h == i || c.plural(to-1) != c.plural(h-1) || c.adjective(h-1) {
			return Definition{}, false
		}
	default:
		return Definition{}, false
	}
	apart := c.setsApart(i)
	if apart == 0 {
		return Definition{}, false
	}
	weak := false
	if how == named || c.acronym(from, to) {
		if apart == 1 && !c.genusBeforeOf(i) {
			sure -= 0.08
		}
	} else {
		if apart == 1 {
			sure -= 0.08
			weak = how != definite && c.genusBeforeOf(i)
		}
		if how == definite {
			sure = min(sure-0.02, 0.90)
		}
		if c.name(from, to) || c.nounCapitals && how == bare && !c.abstract(to-1) {
			sure -= 0.10
			weak = false
		}
	}
	end := c.end(start)
	if p.says[c.low[end-1]] {
		return Definition{}, false // "…, people say"
	}
	d, ok := c.definition(from, to, start, end, "is a", sure)
	d.weak = weak
	return d, ok
}

// genusBeforeOf reports whether a general noun stands before the first weak
// word: "a method of …".
func (c *clause) genusBeforeOf(i int) bool {
	for k := i + 1; k < min(len(c.low), i+5); k++ {
		if c.phrases.weakly[c.low[k]] {
			return c.genus[c.low[k-1]]
		}
	}
	return false
}

// means reads "X refers to …", "X is defined as …".
func (c *clause) means() (Definition, bool) {
	k, after := c.find(1, 16, c.phrases.means)
	if k < 1 || after+2 >= len(c.low) {
		return Definition{}, false
	}
	from, to, how, ok := c.subject(0, k)
	if !ok || how == definite && c.low[k] == "means" {
		return Definition{}, false
	}
	if as := c.find1(after, after+6, c.as); as >= 0 && c.low[after-1] == c.to {
		return Definition{}, false // "they refer to it as …"
	}
	sure := 0.94
	if how == definite {
		sure -= 0.06
	}
	if c.consequence[c.low[k]] && how != named && to-from > 1 {
		// "A stable region means more trade" tells what follows from it.
		sure = 0.78
	}
	if c.low[after] == c.that {
		after++
	}
	if c.name(from, to) && !c.acronym(from, to) {
		sure -= 0.10
	}
	return c.definition(from, to, after, c.end(after), "means", sure)
}

// calledBy reads "a person who keeps bees is called a beekeeper".
func (c *clause) calledBy() (Definition, bool) {
	p := c.phrases
	k, after := c.find(3, len(c.low), p.called)
	if k < 0 || after >= len(c.low) {
		return Definition{}, false
	}
	from, to, ok := c.termAfter(after)
	if !ok {
		return Definition{}, false
	}
	sure := 0.70
	start := 0
	if p.spoilers[c.low[0]] || c.lastComma(0, k) > 0 || k < 4 {
		return c.definition(from, to, -1, -1, "called", sure)
	}
	if (p.indefinite[c.low[0]] || p.definite[c.low[0]]) && c.setsApart(1) == 2 && to >= len(c.low)-1 {
		sure = 0.92
	}
	return c.definition(from, to, start, k, "called", sure)
}

// termAfter reads the term that starts at token i: up to a mark or a function
// word.
func (c *clause) termAfter(i int) (from, to int, ok bool) {
	for i < len(c.low) && (c.isQuote(i) || c.phrases.definite[c.low[i]] || c.phrases.indefinite[c.low[i]]) {
		i++
	}
	j := i
	for j < len(c.low) && j < i+8 && (c.isWord(j) && (!c.functions[c.low[j]] || c.joiners[c.low[j]] && j > i) && !c.phrases.verbs[c.low[j]] && !c.phrases.copulas[c.low[j]] && !c.phrases.relatives[c.low[j]] || c.low[j] == "-") {
		j++
	}
	for j > i && (c.joiners[c.low[j-1]] || c.low[j-1] == "-") {
		j--
	}
	return i, j, c.nounPhrase(i, j, 4)
}

// gloss reads "interoperability, meaning that …" and "rent, that is, …".
func (c *clause) gloss() (Definition, bool) {
	k, after := c.find(2, len(c.low), c.phrases.glosses)
	if k < 1 || after+2 >= len(c.low) {
		return Definition{}, false
	}
	from, to, how, ok := c.termBefore(k)
	if !ok || how == definite {
		return Definition{}, false
	}
	sure := 0.92
	first := c.low[after]
	switch {
	case how != named && !c.abstract(to-1):
		sure = 0.75
	case c.low[after-1] == c.that:
	case !c.phrases.indefinite[first] && !c.phrases.definite[first]:
		sure = 0.75 // "i.e. to restore …"
	case from > 0 && c.joiners[c.low[from-1]]:
		sure = 0.75 // "marginal rate of substitution"
	}
	end := c.end(after)
	if c.low[after-1] == "," {
		// An aside between commas: the sentence goes on behind it.
		if k := c.indexOf(",", after+3, end); k > 0 {
			end = k
		}
	}
	return c.definition(from, to, after, end, "meaning", sure)
}

// termBefore reads the term that ends before token k.
func (c *clause) termBefore(k int) (from, to int, how introduction, ok bool) {
	p := c.phrases
	to = k
	for to > 0 && c.isQuote(to-1) {
		to--
		how = named
	}
	from = to
	for from > 0 && (c.isWord(from-1) && !c.functions[c.low[from-1]] && !p.verbs[c.low[from-1]] && !p.copulas[c.low[from-1]] && !p.spoilers[c.low[from-1]] ||
		c.low[from-1] == "-" && from > 1 && c.isWord(from-2) && c.toks[from-1].Touches(c.toks[from])) {
		from--
	}
	if from == to {
		return
	}
	if how != named {
		run := to - from
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
		if how == bare && run > 1 && (run > 2 || from > 0 && !c.prepositions[bound] || strings.HasSuffix(c.low[from], "ing")) {
			// A verb may hide in the run: only a learned word is safe, with
			// the adjectives before it.
			first := from
			from = to - 1
			for from > first+1 && c.low[from-1] == "-" {
				from -= 2
			}
			for from > first && c.adjective(from-1) {
				from--
			}
			if !c.learned(to - 1) {
				return
			}
		}
	}
	return from, to, how, c.nounPhrase(from, to, 4)
}

// apposition reads "bile, a digestive juice that …" and "bile (a digestive
// juice that …)" and the same between dashes.
func (c *clause) apposition() (Definition, bool) {
	p := c.phrases
	for k := 1; k+3 < len(c.low); k++ {
		var close string
		switch c.low[k] {
		case ",":
			close = ","
		case "(":
			close = ")"
		case "—", "–":
			close = c.low[k]
		default:
			continue
		}
		w := c.low[k+1]
		if !p.indefinite[w] && !p.definite[w] {
			continue
		}
		if p.definite[w] && !c.genus[c.low[k+2]] && !(k+3 < len(c.low) && c.genus[c.low[k+3]]) {
			continue
		}
		if c.setsApart(k+2) != 2 {
			continue
		}
		from, to, how, ok := c.termBefore(k)
		if !ok || how == definite || c.name(from, to) && !c.acronym(from, to) {
			continue
		}
		end := c.end(k + 1)
		if close != "," {
			if j := c.indexOf(close, k+1, len(c.low)); j > 0 {
				end = j
			}
		} else {
			end = c.asideEnd(k+2, end, from < 4)
		}
		sure := 0.80
		if how == indefinite || c.learned(to-1) {
			sure = 0.88
		}
		if how == bare && c.abstract(to-1) && p.indefinite[w] || how != indefinite && c.acronym(from, to) && p.indefinite[w] {
			sure = 0.90
		}
		if how == named {
			sure = 0.92
		}
		return c.definition(from, to, k+1, end, "apposition", sure)
	}
	return Definition{}, false
}

// asideEnd returns where the aside between commas that goes on at token i
// ends: at the comma before the sentence's own verb. subject says that the
// aside follows the sentence's subject, whose verb has to come.
func (c *clause) asideEnd(i, end int, subject bool) int {
	p := c.phrases
	relative := false
	for k := i; k+1 < end; k++ {
		relative = relative || p.relatives[c.low[k]]
		if relative && c.low[k] == "," && (subject || p.copulas[c.low[k+1]] || p.verbs[c.low[k+1]]) {
			return k
		}
	}
	return end
}

// naming reads "…, called X" and "known as X" anywhere: a term is introduced,
// but what it means cannot be cut out.
func (c *clause) naming() (Definition, bool) {
	for i := 2; i+1 < len(c.low); i++ {
		if !c.namers[c.low[i]] {
			continue
		}
		j := i + 1
		if c.low[j] == "as" {
			j++
		}
		if from, to, ok := c.termAfter(j); ok {
			return c.definition(from, to, -1, -1, "named", 0.5)
		}
	}
	return Definition{}, false
}

// end returns the token where the defining clause that starts at i ends: the
// sentence's end, a semicolon, or a clause of its own behind a comma.
func (c *clause) end(i int) int {
	depth, open := 0, 0
	for k := i; k < len(c.low); k++ {
		switch w := c.low[k]; w {
		case "(", "[":
			if depth++; depth == 1 {
				open = k
			}
		case ")", "]":
			if depth--; depth < 0 {
				return k
			}
		case ";", ":":
			if depth == 0 {
				return k
			}
		case ",":
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
		}
	}
	return false
}

// definition builds the result; start < 0 leaves the text empty.
func (c *clause) definition(from, to, start, end int, rule string, sure float64) (Definition, bool) {
	d := Definition{Rule: rule, Confidence: sure}
	d.TermStart, d.TermEnd = c.toks[from].Start, c.toks[to-1].End
	d.Term = c.text[d.TermStart:d.TermEnd]
	if start >= 0 && end > start {
		if end-start < 3 || end-start > 60 {
			d.Confidence = min(d.Confidence, 0.6)
		}
		d.TextStart, d.TextEnd = c.toks[start].Start, c.toks[end-1].End
		d.Text = c.text[d.TextStart:d.TextEnd]
	}
	return d, true
}

// name reports whether the words of [i,j) are written as a name.
func (c *clause) name(i, j int) bool {
	if c.nounCapitals {
		return false // capitals say nothing
	}
	for k := i; k < j; k++ {
		if !c.isWord(k) || c.joiners[c.low[k]] || c.low[k] == "s" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(c.toks[k].In(c.text))
		if !unicode.IsUpper(r) || k == 0 && j-i == 1 {
			return false
		}
		if k == 0 && j-i > 1 {
			continue
		}
	}
	return true
}

func (c *clause) acronym(i, j int) bool {
	return j-i == 1 && acronymLike(c.toks[i].In(c.text))
}

func (c *clause) plural(i int) bool {
	return c.isWord(i) && strings.HasSuffix(c.low[i], "s") && !strings.HasSuffix(c.low[i], "ss")
}

// learned reports whether the word has an ending of abstract or technical
// nouns.
func (c *clause) learned(i int) bool {
	if c.base != "en" {
		return c.abstract(i)
	}
	return c.isWord(i) && ending(c.low[i]) != "" && utf8.RuneCountInString(c.low[i]) > 6
}

// abstract reports whether the word has an ending that makes nouns of
// qualities and acts: interoperability, deterrence.
func (c *clause) abstract(i int) bool {
	if !c.isWord(i) {
		return false
	}
	for _, e := range c.abstracts {
		if strings.HasSuffix(c.low[i], e) && len(c.low[i]) > len(e)+3 {
			return true
		}
	}
	return false
}

// adjective reports whether the word has an adjective's ending.
func (c *clause) adjective(i int) bool {
	if !c.isWord(i) {
		return false
	}
	for _, e := range c.adjectives {
		if strings.HasSuffix(c.low[i], e) && len(c.low[i]) > len(e)+2 {
			return true
		}
	}
	return false
}
