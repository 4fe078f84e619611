package terms

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// "X is a Y that …": a general noun and what sets the thing apart from others
// of its kind.

// isA reads "X is a Y that …".
func (c *clause) isA() (Definition, bool) {
	p := c.phrases
	k := -1
	for i := 1; i < min(len(c.low), 14); i++ {
		if c.own[i]&cueIsA == 0 {
			continue
		}
		if p.copulas[c.low[i]] || c.perfect != "" && c.low[i] == c.perfect && p.indefinite[c.low[0]] {
			k = i // "A belfry was a tower on wheels that …"
			break
		}
	}
	if k < 1 || k+3 >= len(c.low) {
		return Definition{}, false
	}
	from, to, how, ok := c.subject(0, k)
	if !ok && c.base == "en" && k == 2 && p.indefinite[c.low[0]] && c.isWord(1) && !p.spoilers[c.low[1]] && p.indefinite[c.low[k+1]] && k+4 < len(c.low) && c.genus[c.low[k+2]] && c.setsApart(k+2) == 2 {
		from, to, how, ok = 1, 2, indefinite, true // "An end is a part of the game in which …"
	}
	of := 0 // where the whole begins that the thing belongs to: "of a glacier"
	if !ok {
		if cut := c.ofOne(0, k); cut > 0 {
			from, to, how, ok = c.subject(0, cut) // "The mass balance of a glacier is the difference …"
			of = cut
		}
	}
	if !ok {
		return Definition{}, false
	}
	if how == definite && to-from > 1 && (c.ordinary[c.low[from]] || p.loose[c.low[from]] && (c.happenings[c.low[to-1]] || c.acts[c.low[to-1]])) {
		return Definition{}, false // "The typical student is one who", "The fundamental technique is a"
	}
	i := k + 1
	for i < len(c.low) && (p.adverbs[c.low[i]] || c.low[i] == ",") {
		i++
	}
	if c.nounCapitals && i+2 < len(c.low) && c.prepositions[c.low[i-1]] && !c.small(i) && p.indefinite[c.low[i+1]] {
		i++ // "ist im Bergbau ein Grubenbau"
	}
	if i+2 >= len(c.low) || p.negations[c.low[i]] {
		return Definition{}, false
	}
	start := i
	sure := 0.0
	general, head := false, "" // "the value that", value
	switch {
	case p.indefinite[c.low[i]]:
		if how == definite && p.vague[c.low[i+1]] {
			return Definition{}, false // "The kitchen is a place where …" is praise
		}
		sure = 0.93
		i++
	case p.definite[c.low[i]] && (how == named || c.acronym(from, to)) && c.superlative(i+1) && c.setsApart(i+2) == 2:
		// "MIC is the lowest concentration of a drug that …": a measure has an extreme.
		return c.definition(from, to, start, c.end(start), "is a", 0.91)
	case p.definite[c.low[i]]:
		// Only a general noun follows in a definition: "the process by which",
		// "the fee that". "Trust is the glue that …" is a picture.
		h := i + 1
		for h < len(c.low) && h < i+4 && !c.genus[c.low[h]] && !p.measures[c.low[h]] && !c.doings[c.low[h]] {
			h++
		}
		switch {
		case h < len(c.low) && to-from == 1 && c.low[h] == c.low[from]:
			return Definition{}, false // "The value is the value to search for"
		case h < len(c.low) && h < i+4:
			sure = 0.91
			general, head = true, c.low[h]
		case c.base != "en" || i+4 >= len(c.low):
			return Definition{}, false
		case c.low[i+1] == c.low[to-1] && c.genusAhead(i+2):
			sure = 0.91 // "Credit risk is the risk that …"
		case how == indefinite && c.genusAhead(i+2) && c.impersonal(i+1, len(c.low)) && !p.vague[c.low[i+1]] && c.lasting(i):
			sure = 0.91 // "A tip is the bud that …"
		case how == bare && c.wielding(i+1):
			return c.definition(from, to, start, c.end(start), "is a", 0.90)
		case how == definite && to-from <= 2 && !p.told[c.low[to-1]] && c.prepositions[c.low[i+2]] && p.strong[c.low[i+3]] && !p.evaluative[c.low[i+1]] && !p.vague[c.low[i+1]] && c.lasting(i):
			sure = 0.93 // "The sheet is the rope with which …"
		default:
			return Definition{}, false
		}
		i++
	case c.base == "en" && c.low[i] == "one" && how != bare && c.genusAhead(i+1):
		// "A static load is one that does not move."
		sure = 0.92
	case c.base == "en" && c.low[i] == "one" && how == indefinite && c.fraction(i+1):
		// "A basis point is one hundredth of a percentage point."
		return c.definition(from, to, start, c.end(start), "is a", 0.91)
	case c.base == "en" && c.isWord(i) && !c.functions[c.low[i]] && !p.verbs[c.low[i]] && !p.spoilers[c.low[i]] && (how == bare || how == named && k == to && from == 0 && c.emphasised(from, to)):
		// "Tariffs are taxes that …", "Magma is molten rock that …"
		sure = 0.90
		if h := c.bareHead(i); h < 0 || c.plural(to-1) != c.plural(h) || c.adjective(h) {
			return Definition{}, false
		}
	case c.relativeComma && how == bare && c.isWord(i) && c.low[i+1] == "," && i+2 < len(c.low) && (c.relativeAt(i+2) || i+3 < len(c.low) && c.relativeAt(i+3)):
		// "Permafrost ist Boden, der …"
		sure = 1.0
	default:
		return Definition{}, false
	}
	apart := c.setsApart(i)
	if c.acronym(from, to) {
		if h := c.headAfter(i, c.end(start)); h >= 0 && c.relational[c.low[h]] {
			return Definition{}, false // "SRF is a member of"
		}
	}
	if apart == 0 {
		return Definition{}, false
	}
	if apart == 1 && c.doing(i) {
		apart = 2 // "the practice of repeating …"
	}
	weak := false
	if how == named || c.acronym(from, to) {
		if apart == 1 && !c.genusBeforeOf(i) {
			sure -= 0.08
		}
	} else {
		if apart == 1 && general && how != definite && c.doings[head] {
			// "Scour is the removal of sand from …"
		} else if apart == 1 && how == indefinite && c.base == "en" && p.indefinite[c.low[start]] && c.ofKind(i, from, to) {
			sure = Printed // "A groyne is a low wall of timber or stone."
		} else if apart == 1 {
			sure -= 0.08
			weak = how != definite && c.genusBeforeOf(i) || c.base == "en" && how == indefinite
		}
		if how == definite {
			sure = min(sure-0.02, 0.90)
			if general && apart == 2 && to-from <= 2 && c.lasting(i) {
				sure = Printed // "The setpoint is the value that"
			}
			if to-from == 1 && (p.told[c.low[from]] || c.base == "en" && p.indefinite[c.low[start]] && c.dated(start)) {
				sure = 0.80 // "The marble is a copy made in 320": one thing
			}
		}
		if c.name(from, to) || c.nounCapitals && how == bare && !c.abstract(to-1) && !c.substance(i) {
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
	if of > 0 && c.pointsAt(start, end) {
		d.of = c.text[c.toks[of].Start:c.toks[k-1].End]
	}
	return d, ok
}

// ofOne returns where a term in [i,j) of two words or more ends before "of a": "the mass balance of a glacier"; 0 if none does.
func (c *clause) ofOne(i, j int) int {
	for k := i + 3; k+2 < j && k < i+6; k++ {
		if c.joiners[c.low[k]] && c.phrases.indefinite[c.low[k+1]] && c.phrases.definite[c.low[i]] && j-k <= 4 {
			return k
		}
	}
	return 0
}

// pointsAt reports whether a pronoun in [i,j) points at a thing before them.
func (c *clause) pointsAt(i, j int) bool {
	for ; i < j; i++ {
		if c.owners[c.low[i]] {
			return true
		}
	}
	return false
}

// bareHead returns the noun of the phrase without an article that begins at token i, if a relative clause or a participle
// sets it apart: "taxes that", "long, smooth hills that", "sacs filled with", "gaps in the deck that"; else -1.
func (c *clause) bareHead(i int) int {
	p := c.phrases
	for h := i; h < min(len(c.low)-1, i+7); h++ {
		w := c.low[h]
		switch {
		case h > i && (p.strong[w] || c.prepositions[w] && p.strong[c.low[h+1]]):
			return h - 1
		case h > i && c.plural(h-1) && p.relatives[w] && c.pastEnding != "" && (strings.HasSuffix(w, c.pastEnding) || c.prepositions[c.low[h+1]] || c.low[h+1] == c.to):
			return h - 1
		case h > i && c.plural(h-1) && c.prepositions[w] && w != "of":
			for k := h + 2; k < min(len(c.low), h+6); k++ {
				if p.strong[c.low[k]] && c.isWord(k-1) && !c.plural(k-1) {
					return h - 1
				}
			}
			return -1
		case w == "," && h > i && c.isWord(h+1) && !c.plural(h-1):
		case !c.isWord(h) && w != "-" || c.functions[w]:
			return -1
		}
	}
	return -1
}

// wielding reports whether the noun of an act and "of" stand at token i: "grinding of", "setting aside of".
func (c *clause) wielding(i int) bool {
	w := c.low[i]
	return i+1 < len(c.low) && strings.HasSuffix(w, "ing") && len(w) > 5 && (c.joiners[c.low[i+1]] || i+2 < len(c.low) && c.isWord(i+1) && c.joiners[c.low[i+2]])
}

// fraction reports whether a part of a whole stands at token i: "hundredth of".
func (c *clause) fraction(i int) bool {
	return i+2 < len(c.low) && c.joiners[c.low[i+1]] && (strings.HasSuffix(c.low[i], "th") || c.low[i] == "half" || c.low[i] == "third" || c.low[i] == "quarter")
}

// genusAhead reports whether a relative clause begins at token i, with a preposition at most before it: "that", "in which".
func (c *clause) genusAhead(i int) bool {
	p := c.phrases
	return i+1 < len(c.low) && (p.strong[c.low[i]] || c.prepositions[c.low[i]] && p.strong[c.low[i+1]])
}

// dated reports whether a number of a year stands behind token i: one thing is told of.
func (c *clause) dated(i int) bool {
	for ; i < len(c.low); i++ {
		if w := c.low[i]; c.toks[i].Kind == prose.Number && (len(w) == 3 || len(w) == 4) {
			return true
		}
	}
	return false
}

// ofKind reports whether the noun phrase at token i says what kind of thing the term is: it speaks of nobody, judges nothing,
// and is none of the things that have a name.
func (c *clause) ofKind(i, from, to int) bool {
	p := c.phrases
	end := c.end(i)
	for k := i; k < end; k++ {
		w := c.low[k]
		if p.weakly[w] || p.relatives[w] {
			h := c.low[k-1]
			return k > i && c.isWord(k-1) && !strings.HasSuffix(h, c.pastEnding) && !c.inventors[h] && !c.pasts[h] && !c.bearers[h] && !p.told[h] && !p.vague[h] && !p.empty[h] && !p.judging[h] && c.impersonal(i, end) && c.lasting(i) && !c.repeats(to-1, i)
		}
	}
	return false
}

// doing reports whether a noun of what is done, with the act behind it, stands near token i: "technique of repeating".
func (c *clause) doing(i int) bool {
	for k := i; k < min(len(c.low)-2, i+3); k++ {
		if c.acts[c.low[k]] {
			return c.joiners[c.low[k+1]] && strings.HasSuffix(c.low[k+2], "ing") && len(c.low[k+2]) > 5
		}
	}
	return false
}

// superlative reports whether a superlative and a noun of quantity stand at token i: "the lowest concentration".
func (c *clause) superlative(i int) bool {
	return c.base == "en" && i+1 < len(c.low) && strings.HasSuffix(c.low[i], "est") && len(c.low[i]) > 4 &&
		(c.phrases.measures[c.low[i+1]] || c.genus[c.low[i+1]] || c.learned(i+1))
}

// genusBeforeOf reports whether a general noun stands before the first weak
// word: "a method of …".
func (c *clause) genusBeforeOf(i int) bool {
	for k := i + 1; k < min(len(c.low), i+5); k++ {
		if w := c.low[k]; c.phrases.weakly[w] {
			return c.genus[c.low[k-1]] && !c.placing[w]
		}
	}
	return false
}

// substance reports whether a noun of matter stands near token i: "eine wässrige Lösung von Salz, die …".
func (c *clause) substance(i int) bool {
	for k := i; k < min(len(c.low), i+3); k++ {
		if c.substances[c.low[k]] {
			return true
		}
	}
	return false
}

// lasting reports whether what goes on at token i tells of nobody and of nothing past.
func (c *clause) lasting(i int) bool {
	for ; i < len(c.low); i++ {
		if w := c.low[i]; c.denied[w] || c.owners[w] && w != "it" && w != "its" && w != "their" {
			return false
		}
	}
	return true
}
