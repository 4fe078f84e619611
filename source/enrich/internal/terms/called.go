package terms

import (
	"slices"
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Meanings that get a name: "a person who keeps bees is called a beekeeper",
// "a bundle of straw called a wisp"; and names for what the words before have
// told: "…, a trick known as kiting", "… This is called withering."

// calledBy reads "a person who keeps bees is called a beekeeper".
func (c *clause) calledBy() (Definition, bool) {
	p := c.phrases
	if d, ok := c.callsThis(); ok {
		return d, true
	}
	k, after := c.isCalled()
	from, to, ok := c.framed()
	closed := ok
	switch {
	case ok:
		if k = from - 1; c.low[k] == c.as {
			k-- // "wird als Sparren bezeichnet"
		}
	case k < 0 || after >= len(c.low):
		return Definition{}, false
	default:
		if from, to, ok = c.termAfter(after); !ok {
			return Definition{}, false
		}
		closed = c.closes(to)
	}
	const unsure = 0.70
	s := c.opening(k)
	if c.pointing(s, k) {
		switch {
		case c.base == "en" && s == 0 && c.low[0] == "this" && k == 1 && to+4 < len(c.low) && c.low[to] == ":":
			// "This is known as error correction: the message is sent …"
			return c.definition(from, to, to+1, c.end(to+1), "called", Printed)
		case !closed || c.name(from, to):
		case s == 0:
			d, ok := c.definition(from, to, -1, -1, "called", unsure)
			d.before = c.low[:k]
			return d, ok
		case c.tellsOf(c.low[s:k], c.low[:s-1]):
			return c.definition(from, to, 0, s-1, "called", Printed)
		}
		return c.definition(from, to, -1, -1, "called", unsure)
	}
	end := k
	if closed && c.related(s, k) {
		end = k - 1 // "Ein Gang, der das Flöz quert, wird Querschlag genannt"
	}
	if c.owners[c.low[k-1]] || p.spoilers[c.low[s]] || c.links[c.low[s]] || end == k && c.openComma(s, k) && !c.pairOfCommas(s, k) || k-s < 3 || c.low[s] == c.that {
		return c.definition(from, to, -1, -1, "called", unsure)
	}
	sure := unsure
	switch first := c.low[s]; {
	case !closed || c.name(from, to):
	case c.base == "en" && p.definite[first] && c.low[k] == "is" && k-s > 3 && strings.HasSuffix(c.low[s+1], "ing") && len(c.low[s+1]) > 5:
		sure = 0.90 // "the sorting by size is called grading"
	case p.indefinite[first] || p.definite[first]:
		switch c.setsApartIn(s+1, k) {
		case 2:
			sure = 0.92
		case 1:
			if c.genusBeforeOf(s) {
				sure = 0.90 // "the process of … is called"
			}
		}
	case c.wholes[first] && p.strong[c.low[s+1]]:
		sure = 0.90 // "everything that a glacier carries"
	case c.base == "en" && c.low[k] == "are" && c.isWord(s) && !c.functions[first] && c.setsApartIn(s, k) == 2:
		sure = 0.90 // "drugs that thin the blood are called"
	case c.base == "en" && c.low[k] == "is" && c.isWord(s) && !c.functions[first] && !p.spoilers[first] && !c.plural(s) && (c.low[s+1] == c.that || c.low[s+1] == "which") &&
		!c.past(s, k) && !p.persons[first] && !p.vague[first] && !p.empty[first] && !p.evaluative[first]:
		sure = 0.90 // "timber that floats is called"
	case c.base == "en" && c.low[k] == "is" && strings.HasSuffix(first, "ing") && len(first) > 5 && !c.prepositions[c.low[k-1]]:
		sure = 0.90 // "choosing a lesser piece is called"
	}
	return c.definition(from, to, s, end, "called", sure)
}

// framed returns the term between the halves of a verb: "wird Posten genannt".
func (c *clause) framed() (from, to int, ok bool) {
	for _, frame := range c.phrases.frames {
		if i := c.indexOf(frame[0], 1, len(c.low)); i > 0 {
			if i+1 < len(c.low) && c.low[i+1] == c.as && frame[1] == "bezeichnet" {
				i++
			}
			if j := c.indexOf(frame[1], i+2, min(len(c.low), i+6)); j > 0 && c.closes(j+1) {
				return i + 1, j, c.nounPhrase(i+1, j, 4)
			}
		}
	}
	return 0, 0, false
}

// callsThis reads "Engineers call this effect flutter.": the words before tell what the term means.
func (c *clause) callsThis() (Definition, bool) {
	for i := 1; i+2 < min(len(c.low), 5); i++ {
		if !c.callings[c.low[i]] {
			continue
		}
		j := i + 2
		switch {
		case c.sums[c.low[i+1]] && c.happenings[c.low[j]], c.phrases.definite[c.low[i+1]] && c.happenings[c.low[j]]:
			j++
		case !c.sums[c.low[i+1]]:
			return Definition{}, false
		}
		from, to, ok := c.termAfter(j)
		if !ok || to < len(c.low)-1 && c.low[to] != "," && c.low[to] != ";" && c.low[to] != ":" || !c.small(to-1) {
			return Definition{}, false
		}
		d, ok := c.definition(from, to, -1, -1, "called", 0.70)
		d.before = c.low[i+1 : j]
		return d, ok
	}
	return Definition{}, false
}

// isCalled returns the first place of "is called" or "is often known as", and the token behind it; -1 when there is none.
func (c *clause) isCalled() (int, int) {
	p := c.phrases
	k, after := c.find(1, len(c.low), p.called, cueCalled)
	for i := 2; i < len(c.low) && p.names != nil; i++ {
		if c.own[i]&cueCalled == 0 {
			continue
		}
		if k >= 0 && i > k+2 {
			break
		}
		if _, end := c.find(i, i+1, p.names, 0); end > 0 {
			b := i - 1
			if b > 1 && (p.adverbs[c.low[b]] || c.orWords[c.low[b]] || strings.HasSuffix(c.low[b], "ly")) {
				b--
			}
			if p.copulas[c.low[b]] || c.denied[c.low[b]] && c.low[b] != "had" && c.low[b] != "did" {
				return b, end
			}
		}
	}
	return k, after
}

// opening returns where the statement begins whose verb is token k: behind a semicolon, or behind a comma and a
// conjunction.
func (c *clause) opening(k int) int {
	for i := k - 1; i > 0; i-- {
		switch {
		case c.low[i] == ";" || c.low[i] == ":":
			return i + 1
		case c.low[i] == "," && i+2 < k && (c.contrasts[c.low[i+1]] || c.clauseWords[c.low[i+1]]):
			return i + 2
		}
	}
	return 0
}

// pointing reports whether tokens [i,k) are a subject that sums up the words before: "this", "this process", "the
// effect", "the resulting layer".
func (c *clause) pointing(i, k int) bool {
	if k <= i || k-i > 4 {
		return false
	}
	for n := i + 1; n < k; n++ {
		if !c.content(n) {
			return false
		}
	}
	switch w := c.low[i]; {
	case c.sums[w]:
		return true
	case c.phrases.definite[w] && k-i > 1:
		return c.happenings[c.low[k-1]] && k-i == 2 || c.resulting[c.low[i+1]]
	}
	return false
}

// openComma reports whether a comma stands in [i,j) outside brackets.
func (c *clause) openComma(i, j int) bool {
	depth := 0
	for k := i + 1; k < j; k++ {
		switch c.low[k] {
		case "(":
			depth++
		case ")":
			depth--
		case ",":
			if depth == 0 {
				return true
			}
		}
	}
	return false
}

// pairOfCommas reports whether the only commas in [i,j) stand around an aside that ends there: "the dark layer at the top,
// rich in humus,".
func (c *clause) pairOfCommas(i, j int) bool {
	if c.low[j-1] != "," || c.inserts == nil && !c.phrases.definite[c.low[i]] {
		return false
	}
	k := c.lastComma(i, j-1)
	return k > i+2 && c.lastComma(i, k) < 0 && !c.conjunctions[c.low[k+1]] && !c.clauseWords[c.low[k+1]] && c.setsApartIn(i+1, j) > 0
}

// closes reports whether a term that ends before token i may end there.
func (c *clause) closes(i int) bool {
	if i > 0 && i+1 < len(c.low) && c.toks[i-1].Touches(c.toks[i]) && c.toks[i].Touches(c.toks[i+1]) && c.isWord(i+1) {
		return false // "a file called rules.txt"
	}
	if i > 1 && c.pastEnding != "" && strings.HasSuffix(c.low[i-1], c.pastEnding) && c.content(i-2) {
		return false // "called clock offset computed by"
	}
	if i >= len(c.low)-1 || !c.isWord(i) && c.low[i] != "-" && c.low[i] != "'" && c.toks[i].Kind != prose.Number {
		return true
	}
	w := c.low[i]
	if c.conjunctions[w] && i+2 < len(c.low) && c.content(i+1) && !c.isWord(i+2) && !c.plural(i-1) && !c.orWords[w] {
		return false // "called divide and conquer"
	}
	return c.conjunctions[w] || c.clauseWords[w] || c.behindTerm[w] && i+3 < len(c.low)
}

// tellsOf reports whether the statement told can be read alone and tells of what the subject sums up: "these soils" have to
// be what it begins with.
func (v *vocabulary) tellsOf(subject, told []string) bool {
	if !selfContained(v, told) {
		return false
	}
	if len(subject) == 1 && v.phrases.names != nil && slices.ContainsFunc(told, func(w string) bool { return v.phrases.strong[w] }) {
		return false // of several things any may be "this"
	}
	return !v.pluralSums[subject[0]] || slices.Contains(told[:4], subject[len(subject)-1])
}

// selfContained reports whether a statement, of which low are the tokens, can be read without what stands before it:
// it begins with its subject, and no pronoun of it is left without a noun.
func selfContained(v *vocabulary, low []string) bool {
	if len(low) < 5 || len(low) > 45 || v.whilst[low[0]] || v.phrases.backward[low[0]] || low[len(low)-1] == "?" || strings.HasSuffix(low[0], "ly") || low[2] == "," && !v.prepositions[low[0]] && low[1] != "," {
		return false
	}
	for i, w := range low {
		if len(w) == 4 && (w[0] == '1' || w[0] == '2') && w[1] <= '9' && w[3] <= '9' {
			return false // a year
		}
		if i > 1 && v.pastTold(low[i-1], w) {
			return false // it tells what happened once
		}
		if (i == 0 || i < 4 && w == v.then) && v.links[w] || v.pointers[w] || v.owners[w] && (i < 4 || !v.things[w]) {
			return false
		}
	}
	return true
}

// pastTold reports whether w is a verb of the past behind the word before it: "attackers surrounded", not "are spread", "the
// boiled".
func (v *vocabulary) pastTold(before, w string) bool {
	p := v.phrases
	if p.copulas[before] || p.definite[before] || p.indefinite[before] || v.auxiliaries[before] || v.prepositions[before] || v.conjunctions[before] || v.functions[before] || before == "," || before == "-" || strings.HasSuffix(before, "ly") {
		return false
	}
	return v.pasts[w] && w != "held" && w != "kept" && w != "made" && w != "left" || w == v.perfect && w != "" || v.pastEnding != "" && strings.HasSuffix(w, v.pastEnding) && len(w) > 5 && !p.relatives[w] && !v.namers[w]
}

// tellBefore gives a definition that names what the sentence before told that sentence for its text.
func (f *definer) tellBefore(d *Definition, before []prose.Token) {
	n := len(before)
	for n > 0 && before[n-1].Kind == prose.Punct && f.lower[before[n-1].Form] != ")" {
		n--
	}
	if n == 0 || n < len(before) && f.lower[before[n].Form] != "." {
		return
	}
	low := make([]string, n)
	for i, t := range before[:n] {
		low[i] = f.lower[t.Form]
	}
	if !f.tellsOf(d.before, low) {
		return
	}
	d.TextStart, d.TextEnd = before[0].Start, before[n-1].End
	d.Text = f.text.Source[d.TextStart:d.TextEnd]
	d.Confidence = Printed
}

// naming reads "called X" and "known as X" anywhere. A term is introduced; what it means is what the words before it
// tell: "a bundle of straw called a wisp", "…, a trick known as kiting". Often that cannot be cut out.
func (c *clause) naming() (Definition, bool) {
	for i := 2; i+1 < len(c.low); i++ {
		if !c.namers[c.low[i]] {
			continue
		}
		j := i + 1
		if c.low[j] == c.as {
			j++
		}
		from, to, ok := c.termAfter(j)
		if !ok {
			continue
		}
		if d, ok := c.parted(i, from, to); ok {
			return d, true
		}
		if c.phrases.names != nil && !c.labels[c.low[i]] && c.closes(to) && !c.name(from, to) {
			if start, end, ok := c.named(i, to); ok {
				return c.definition(from, to, start, end, "named", Printed)
			}
		}
		return c.definition(from, to, -1, -1, "named", 0.5)
	}
	return Definition{}, false
}

// parted reads "a section called a spillway over which water flows": the name stands in the middle of what it means, which is
// put together from both halves.
func (c *clause) parted(i, from, to int) (Definition, bool) {
	p := c.phrases
	if c.base != "en" || c.labels[c.low[i]] || c.name(from, to) {
		return Definition{}, false
	}
	if c.low[to-1] == "over" && to-from > 1 {
		to--
	}
	b := i
	for b > 0 && i-b < 6 && (c.content(b-1) && !c.verbal(b-1) || c.low[b-1] == "-") {
		b--
	}
	k := to
	if k+2 < len(c.low) && c.low[k] == strings.TrimSpace(c.either) && c.content(k+1) {
		k += 2 // "a spillway or weir"
	}
	if b == 0 || b == i || !p.indefinite[c.low[b-1]] || k+4 > len(c.low) || !c.kindNoun(i-1) && !c.genus[c.low[i-1]] || !c.impersonal(b, i-1) || c.prepositions[c.low[b-1]] {
		return Definition{}, false
	}
	r := k
	for r < k+4 && r+1 < len(c.low) && (c.prepositions[c.low[r]] || c.low[r] == "over" || c.conjunctions[c.low[r]] && r > k) {
		r++
	}
	if !p.strong[c.low[r]] || c.low[r] == "who" || r == k && c.low[r] != c.that && c.low[r] != "which" || c.past(r, len(c.low)) {
		return Definition{}, false
	}
	end := c.end(k)
	if x := c.lastComma(k, end); x > 0 {
		for y := k; y < end; y++ {
			if c.low[y] == "," {
				end = y
				break
			}
		}
	}
	for x := r + 1; x < end; x++ {
		if strings.HasSuffix(c.low[x], c.pastEnding) && len(c.low[x]) > 4 && !p.copulas[c.low[x-1]] && (x+1 == end || !p.weakly[c.low[x+1]]) {
			return Definition{}, false // a story
		}
	}
	d, ok := c.definition(from, to, k, end, "named", Printed)
	d.Text = c.text[c.toks[b-1].Start:c.toks[i-1].End] + " " + d.Text
	d.parted = true
	return d, ok && end-k > 2
}

// named returns the tokens that say what the term means that ends before token to and stands behind the participle i.
func (c *clause) named(i, to int) (start, end int, ok bool) {
	p := c.phrases
	// "Miners dig under the wall, a tactic known as sapping."
	b := i - 1
	if c.happenings[c.low[b]] {
		if b--; b > 1 && c.content(b) {
			b--
		}
		if b > 4 && p.indefinite[c.low[b]] && (c.low[b-1] == "," || c.low[b-1] == "—" || c.low[b-1] == "–") {
			return 0, b - 1, to >= len(c.low)-1 && selfContained(c.vocabulary, c.low[:b-1])
		}
	}
	// "The captain of a team, called the skip, gives the line."
	if c.low[i-1] == "," && to < len(c.low)-1 && c.low[to] == "," && i > 3 && i < 14 && (p.definite[c.low[0]] || p.indefinite[c.low[0]]) &&
		c.lastComma(0, i-1) < 0 && c.setsApartIn(1, i-1) > 0 && c.impersonal(1, i-1) && c.verbless(1, i-1) {
		return 0, i - 1, true
	}
	// "men pushed a wooden tower on wheels called a belfry"
	b = i
	words, joined := 0, false
	for b > 0 && i-b < 12 && (c.content(b-1) || c.low[b-1] == "-" || c.joiners[c.low[b-1]] || c.prepositions[c.low[b-1]]) {
		b--
		if c.content(b) {
			words++
		} else if c.low[b] != "-" {
			joined = true
		}
	}
	if b == 0 || !p.indefinite[c.low[b-1]] || words < 3 && !(words == 2 && joined && !c.genus[c.low[b]]) || b > 1 && p.copulas[c.low[b-2]] || !c.impersonal(b, i) {
		return 0, 0, false
	}
	return b - 1, i, c.isWord(i-1) && !c.functions[c.low[i-1]] && c.low[i-1] != "also" && c.low[i-1] != "now"
}

// verbless reports whether no verb stands in [i,j) outside a relative clause.
func (c *clause) verbless(i, j int) bool {
	p := c.phrases
	for k := i; k < j; k++ {
		if p.strong[c.low[k]] {
			return true
		}
		if p.copulas[c.low[k]] || p.verbs[c.low[k]] || k > i && p.weakly[c.low[k+1]] && c.plural(k) || (p.definite[c.low[k]] || p.indefinite[c.low[k]]) && c.content(k-1) {
			return false // "the tissue consists of cells", "the tool supports a kind"
		}
	}
	return true
}

// impersonal reports whether the noun phrase [i,j) speaks of a kind of thing: of nobody, of nothing empty, and of no
// project, club or book.
func (c *clause) impersonal(i, j int) bool {
	p := c.phrases
	for k := i; k < j; k++ {
		w := c.low[k]
		if p.persons[w] || p.vague[w] && k+1 == j || p.empty[w] || p.told[w] || p.evaluative[w] && !p.sizes[w] || c.owners[w] || c.pointers[w] {
			return false
		}
		if p.relatives[w] || c.prepositions[w] {
			break
		}
	}
	return true
}

// related reports whether tokens [s,k) are a noun phrase with one relative clause that commas part from it and from what follows, as
// German has it.
func (c *clause) related(s, k int) bool {
	if !c.relativeComma || k-s < 5 || c.low[k-1] != "," {
		return false
	}
	first := c.indexOf(",", s+1, k-1)
	return first > s+1 && first < k-2 && c.phrases.strong[c.low[first+1]] && c.indexOf(",", first+1, k-1) < 0
}
