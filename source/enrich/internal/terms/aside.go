package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Asides between commas that say what kind of thing their noun is, known by what stands around them: the sentence's verb
// right behind one on its subject, a noun in the plural without an article, a name with the kind of body that it is of.
// Huddleston and Pullum call them supplements (15.5.2, ascriptive).

// aside reads "Riprap, a layer of broken stone, is laid around piers", "She studied cycads, an ancient group of plants that
// look like palms" and "the Lusaka Protocol, a peace accord of 1994".
func (c *clause) aside() (Definition, bool) {
	if c.base != "en" {
		return c.onGeneric()
	}
	for k := 1; k+3 < len(c.low); k++ {
		if c.low[k] != "," && c.low[k] != "(" || !c.isWord(k-1) {
			continue
		}
		if d, ok := c.onSubject(k); ok {
			return d, true
		}
		if c.low[k] != "," {
			continue
		}
		if d, ok := c.onPlural(k); ok {
			return d, true
		}
		if d, ok := c.onName(k); ok {
			return d, true
		}
	}
	return Definition{}, false
}

// onGeneric reads "l'étier, un canal étroit qui relie le marais à la mer" and "Das Torfmoos, eine Pflanze, die Wasser hält, baut":
// languages whose definite article may name a kind need a relative clause in the present.
func (c *clause) onGeneric() (Definition, bool) {
	p := c.phrases
	for k := 1; k+4 < len(c.low); k++ {
		if c.low[k] != "," || !p.indefinite[c.low[k+1]] {
			continue
		}
		from := k - 1
		if !c.isWord(from) || from > 0 && !p.definite[c.low[from-1]] && c.low[from-1] != "'" || !c.nounPhrase(from, k, 1) || c.individual(c.low[from]) || !c.nounCapitals && !c.small(from) {
			continue
		}
		if c.nounCapitals && from > 1 {
			continue // behind its verb it may be any
		}
		end := c.end(k + 1)
		r := -1
		for i := k + 3; i < end && r < 0; i++ {
			if p.strong[c.low[i]] && c.relativeAt(i) {
				r = i
			}
		}
		if r < 0 || r > k+9 || !c.impersonal(k+2, r) || c.individual(c.low[k+2]) {
			continue
		}
		for i := r + 1; i < end; i++ {
			if c.low[i] == "," {
				end = i
				break
			}
		}
		if c.nounCapitals && (end+1 >= len(c.low) || c.low[end] != "," || !c.small(end+1) || c.functions[c.low[end+1]]) || c.toldPast(r, end) {
			continue
		}
		return c.definition(from, k, k+1, end, "apposition", Printed)
	}
	return Definition{}, false
}

// individual reports whether a noun stands for one of its kind when it has an article: the town, the painter.
func (c *clause) individual(w string) bool {
	for _, e := range c.doers {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return true
		}
	}
	return c.individuals[w] || c.phrases.persons[w]
}

// toldPast reports whether a verb of the past may stand in [i,j).
func (c *clause) toldPast(i, j int) bool {
	if c.nounCapitals {
		i = j - 1 // the verb stands last
	}
	for k := i; k < j; k++ {
		for _, e := range c.pastTails {
			if strings.HasSuffix(c.low[k], e) && len(c.low[k]) > len(e)+1 && c.small(k) {
				return true
			}
		}
		if c.pastForms[c.low[k]] {
			return true
		}
	}
	return false
}

// close returns the comma that closes the aside behind the comma k, or -1: none stands inside it.
func (c *clause) close(k int) int {
	depth := 0
	for i := k + 1; i < len(c.low); i++ {
		switch c.low[i] {
		case "(":
			depth++
		case ")":
			depth--
		case ",":
			if depth == 0 {
				return i
			}
		case ";", ":", "—", "–":
			return -1
		}
	}
	return -1
}

// onSubject reads an aside on the subject, "Riprap, a layer of broken stone, is laid": the verb follows. A thing with an article
// has to be one of a kind, so that the verb has to be in the present.
func (c *clause) onSubject(k int) (Definition, bool) {
	p := c.phrases
	first := 0
	definite := p.definite[c.low[0]]
	if definite || p.indefinite[c.low[0]] {
		first = 1
	}
	if k-first > 3 || k == first || !p.indefinite[c.low[k+1]] {
		return Definition{}, false
	}
	to := -1
	if c.low[k] == "," {
		to = c.close(k)
	} else if first > 0 { // "A dyke (an earthen wall against the sea) protects"
		to = c.indexOf(")", k, min(len(c.low), k+24))
	}
	if to < 0 || to+2 >= len(c.low) || !c.nounPhrase(first, k, 3) || k-first > 1 && c.name(first+1, k) {
		return Definition{}, false
	}
	h := c.headAfter(k+2, to)
	if h < 0 || !c.modified(k+2, h, to) || !c.kindNoun(h) || p.told[c.low[k-1]] || c.bearers[c.low[k-1]] || !c.impersonal(k+2, to) || c.past(k+2, to) || c.specific(k+1, to) {
		return Definition{}, false
	}
	v := to + 1
	for v+1 < len(c.low) && (p.adverbs[c.low[v]] || strings.HasSuffix(c.low[v], "ly")) {
		v++
	}
	w := c.low[v]
	present := p.copulas[w] || c.modals[w] || w == "has" || w == "have" || c.isWord(v) && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !c.functions[w] && !c.denied[w] && !p.definite[c.low[v-1]]
	past := c.denied[w] || c.pasts[w] || strings.HasSuffix(w, c.pastEnding) && len(w) > 4
	switch {
	case c.clauseWords[w] || p.relatives[w] && !p.copulas[w], !present && !past:
		return Definition{}, false
	case (definite || first > 0) && (!present || c.agent(k-1) && !inanimate(c.low[h])):
		return Definition{}, false // "The baker, a widow with two sons, keeps"
	case first == 0 && k > 1 && !c.small(k-1):
		return Definition{}, false
	}
	return c.definition(first, k, k+1, to, "apposition", Printed)
}

// onPlural reads an aside on a plural without an article, which means all of its kind: "cycads, an ancient group of plants that
// look like palms". The verb or preposition before it shows that it is no item of a list.
func (c *clause) onPlural(k int) (Definition, bool) {
	p := c.phrases
	if k < 3 || !c.plural(k-1) || !c.small(k-1) {
		return Definition{}, false
	}
	if c.partitive(k + 1) {
		return Definition{}, false // "families, members of which were"
	}
	from := k - 1
	for from > 1 && k-from < 3 && c.low[from-1] != "," && c.content(from-1) && (c.adjective(from-1) || c.prepositions[c.low[from-2]]) && !c.verbal(from-1) && c.small(from-1) {
		from--
	}
	before := c.low[from-1]
	if !c.prepositions[before] && !c.takesObject(from-1) || c.lastComma(0, from) > 0 && c.lastComma(0, from) > from-3 || !c.nounPhrase(from, k, 3) {
		return Definition{}, false
	}
	i := k + 1
	if p.indefinite[c.low[i]] {
		i++
	} else if c.functions[c.low[i]] || p.definite[c.low[i]] || c.conjunctions[c.low[i]] || c.namers[c.low[i]] || c.numerals[c.low[i]] {
		return Definition{}, false
	}
	end := c.end(k + 1)
	if x := c.close(k); x > 0 && x < end && !c.itemised(x, end) {
		end = x
	}
	h := c.headAfter(i, end)
	many := h > 0 && h+2 < end && c.joiners[c.low[h+1]] && (c.plural(h+2) || c.plural(h+3)) // "a group of seed plants"
	if h < 0 || !many && !c.kindNoun(h) || i == k+1 && !c.plural(h) || c.reports[c.low[h]] || i == k+1 && c.setsApartIn(i, end) < 2 || c.setsApartIn(i, end) == 0 || !many && !c.impersonal(i, end) || c.past(i, end) || c.specific(i, end) || c.leads(from) || c.enumerates(i, len(c.low)) && c.setsApartIn(i, end) < 2 {
		return Definition{}, false
	}
	if i > k+1 && !many {
		return Definition{}, false // "in dry climates, a factor which": of the whole statement
	}
	if c.setsApartIn(i, end) < 2 && !c.genus[c.low[h]] && !p.told[c.low[h]] {
		return Definition{}, false // "stamps, a box of shells"
	}
	if k > 2 && c.low[k-3] == c.to && c.indexOf("and", k, end) > 0 {
		return Definition{}, false // "to mend nets, sort hooks left by the crew and use them"
	}
	if end < len(c.low) && c.low[end] == "," && end+1 < len(c.low) && c.conjunctions[c.low[end+1]] {
		if end+2 < len(c.low) && !p.backward[c.low[end+2]] && !c.statement(end+2) && !p.definite[c.low[end+2]] {
			return Definition{}, false // an item of a list
		}
	}
	if x := c.close(end); end < len(c.low) && c.low[end] == "," && x > 0 && c.isWord(end+1) && c.plural(x-1) && x-end < 4 {
		return Definition{}, false
	}
	if end > len(c.low) || !c.isWord(end-1) {
		return Definition{}, false
	}
	d, ok := c.definition(from, k, k+1, end, "apposition", Printed)
	return d, ok
}

// onName reads an aside on the name of a body, a treaty or a law, "Sonangol, a state-run oil company,": what kind of body it is
// stands last in its noun phrase.
func (c *clause) onName(k int) (Definition, bool) {
	p := c.phrases
	if !p.indefinite[c.low[k+1]] || c.small(k-1) {
		return Definition{}, false
	}
	from := k
	for from > 0 && k-from < 6 && c.isWord(from-1) && (!c.small(from-1) && !c.functions[c.low[from-1]] || from < k && c.joiners[c.low[from-1]] && from > 1 && !c.small(from-2)) {
		from--
	}
	for from < k && (p.definite[c.low[from]] || c.functions[c.low[from]]) {
		from++
	}
	if from == k || from == 0 && k == 1 || from > 0 && c.low[from-1] == "," || !c.nounPhrase(from, k, 6) {
		return Definition{}, false
	}
	end := c.close(k)
	closed := end > 0
	if !closed {
		end = c.end(k + 1)
	}
	h := c.headAfter(k+2, end)
	if h < 0 || !c.bodies[c.low[h]] || !c.small(h) || from > 0 && !c.isWord(from-1) && !c.isQuote(from-1) || c.enumerates(k+2, end) || h+1 == end && h-k < 3 || c.pointsAt(k+1, end) {
		return Definition{}, false // "Acme, a company," says nothing
	}
	d, ok := c.definition(from, k, k+1, end, "apposition", Printed)
	d.named = true
	return d, ok
}

// itemised reports whether the comma k only parts the items of a list that ends before token j: "brakes, windows and engines".
func (c *clause) itemised(k, j int) bool {
	joined := false
	for i := k + 1; i < j; i++ {
		w := c.low[i]
		switch {
		case c.conjunctions[w]:
			joined = true
		case w != "," && w != "-" && !c.content(i):
			return false
		}
	}
	return joined && j-k < 10
}

// headAfter returns the head of the noun phrase that begins at token i, behind its article: the last word before a preposition,
// a relative clause or j; -1 if none is seen.
func (c *clause) headAfter(i, j int) int {
	p := c.phrases
	h := -1
	for k := i; k < j && k < i+8; k++ {
		switch w := c.low[k]; {
		case c.toks[k].Kind == prose.Number || w == "-":
		case w == "," && h >= 0 && c.adjective(h):
		case h >= 0 && (c.prepositions[w] || p.relatives[w] || p.weakly[w] || w == c.to || w == ","):
			return h
		case !c.content(k):
			return -1
		default:
			h = k
		}
	}
	if h+1 == j {
		return h
	}
	return -1
}

// kindNoun reports whether word h may head what a kind of thing is: it judges nothing, is nobody and none of what has a name.
func (c *clause) kindNoun(h int) bool {
	p := c.phrases
	w := c.low[h]
	return !p.evaluative[w] && !p.vague[w] && !p.empty[w] && !p.persons[w] && !p.told[w] && !c.bearers[w] && !c.resumers[w] && !c.numerals[w] && !strings.HasSuffix(w, "ing") && c.small(h)
}

// modified reports whether something behind the head h sets [i,j) apart, if it is only where it is: "a heavy fin under the hull".
func (c *clause) modified(i, h, j int) bool {
	return c.setsApartIn(i, j) > 0 || h+2 < j && c.prepositions[c.low[h+1]] && !c.phrases.evaluative[c.low[i]]
}

// specific reports whether a number or a name stands in [i,j): one thing is told of and no kind.
func (c *clause) specific(i, j int) bool {
	for k := i; k < j; k++ {
		if c.toks[k].Kind == prose.Number {
			return true
		}
		if r, _ := utf8.DecodeRuneInString(c.toks[k].In(c.text)); unicode.IsUpper(r) && !c.acronym(k, k+1) {
			return true
		}
	}
	return false
}

// agent reports whether word i has an ending of nouns of those who do something.
func (c *clause) agent(i int) bool {
	w := c.low[i]
	for _, e := range [...]string{"er", "or", "ist", "ian", "man", "ant", "ess"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return true
		}
	}
	return false
}

// inanimate reports whether an English noun stands for no person whatever the ending of the term that it explains: "The polder, a
// piece of land".
func inanimate(w string) bool {
	switch w {
	case "piece", "strip", "stretch", "area", "layer", "device", "tool", "vessel", "structure", "wall", "beam", "bar", "board", "pipe", "rope", "cloth", "plant", "stone":
		return true
	}
	return false
}

// takesObject reports whether word i may be a verb whose object follows: one in the past, or in the present behind a subject.
func (c *clause) takesObject(i int) bool {
	p := c.phrases
	w := c.low[i]
	if !c.isWord(i) || p.copulas[w] || c.functions[w] {
		return false
	}
	return c.pasts[w] || w == "had" || w == "has" || w == "have" || strings.HasSuffix(w, c.pastEnding) && len(w) > 4 ||
		i > 0 && (p.backward[c.low[i-1]] || c.plural(i-1) && !c.plural(i) || p.indefinite[c.low[0]] && c.plural(i)) || i == 1 && c.plural(1) || i > 0 && c.modals[c.low[i-1]] || i > 0 && c.low[i-1] == c.to || w == "use" || w == "others"
}
