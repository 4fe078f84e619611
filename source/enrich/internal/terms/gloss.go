package terms

import "strings"

// Asides that explain: "rent, that is, …".

// gloss reads "interoperability, meaning that …" and "rent, that is, …".
func (c *clause) gloss() (Definition, bool) {
	k, after := c.find(1, len(c.low), c.phrases.glosses, cueGloss)
	if k < 1 || after+2 >= len(c.low) {
		return Definition{}, false
	}
	from, to, how, ok := c.termBefore(k)
	express := c.base == "en" && c.low[after-1] == c.as // "defined as"
	if express && !ok && k < 6 {
		from, to, how, ok = c.subject(0, k)
	}
	if !ok || how == definite && !c.definiteKinds && !(express && to-from > 1) {
		return Definition{}, false
	}
	sure := 0.92
	first := c.low[after]
	p := c.phrases
	switch {
	case how == named && c.base == "en" && c.low[after-1] != c.that && c.low[k+1] != "meaning" && c.low[k+1] != "which" && !express && !c.nominal(after):
		sure = 0.75 // "the “heavy” (i.e., hard to distil) fraction"
	case c.base == "en" && from > 0 && c.another[c.low[from-1]], c.base == "en" && p.definite[first] && c.low[k+1] != "meaning" && c.low[k+1] != "which" && c.setsApart(after+1) == 0:
		sure = 0.75 // "another tradition, namely the school", "a modular distance (i.e., the distance on the circle)"
	case how == named, express && from < 2 && to-from > 1:
	case how == indefinite && c.phrases.indefinite[first] && c.setsApart(after+1) == 2:
		sure = 0.91 // "a flash lock, that is, a gate through which"
	case c.base == "en" && c.low[after-1] == c.that && from == 0 && how == bare:
		// "Functional safety, meaning that a fault must not …"
	case c.base == "fr" && how == definite && from == 1 && (p.definite[first] || p.indefinite[first]):
		sure = Printed // "La volée, c'est-à-dire le balancement de la cloche, …"
	case c.base == "de" && how == definite && from > 0 && p.definite[first] && c.low[after-1] == "also":
		sure = Printed // "Die Pfänner, also die Besitzer der Rechte, …"
	case c.base == "en" && how == bare && c.explains(after) && (from == 0 || c.predicate(from) || from == to-1 && c.prepositions[c.low[from-1]] && !strings.HasSuffix(first, "ing")):
		sure = Printed // "fails for duress, that is, pressure that leaves no choice", "Caloric restriction, i.e. eating less, lengthens"
	case !c.abstract(to - 1):
		sure = 0.75
	case c.low[after-1] == c.that:
	case !c.phrases.indefinite[first] && !c.phrases.definite[first]:
		sure = 0.75 // "i.e. to restore …"
	case from > 0 && c.joiners[c.low[from-1]]:
		sure = 0.75 // "marginal rate of substitution"
	}
	end := c.end(after)
	if c.base == "en" && c.low[after-1] == c.that && from < 3 {
		for k := after + 2; k+1 < end; k++ {
			if w := c.low[k+1]; c.low[k] == "," && (p.copulas[w] || p.verbs[w] || c.isWord(k+1) && strings.HasSuffix(w, "s") && !c.functions[w] && !p.relatives[w]) {
				end = k // the sentence's own verb
				break
			}
		}
	}
	if c.low[after-1] != c.that {
		end = c.glossEnd(after, end, from < 4)
		if c.low[after-1] == "also" {
			for k := after; k+2 < end; k++ {
				if c.low[k] == "," && !c.relativeAt(k+1) && !c.relativeAt(k+2) {
					end = k
					break
				}
			}
		}
	}
	return c.definition(from, to, after, end, "meaning", sure)
}

// nominal reports whether a noun phrase, or what is done, begins at token i: an article, a plural, a learned noun or an
// "-ing" stands near.
func (c *clause) nominal(i int) bool {
	p := c.phrases
	for k := i; k < min(len(c.low), i+4); k++ {
		w := c.low[k]
		switch {
		case p.definite[w] || p.indefinite[w] || c.wholes[w] || w == c.to || c.isQuote(k):
			return k == i || c.isQuote(k)
		case !c.content(k):
			return false
		case c.plural(k) || c.learned(k) || strings.HasSuffix(w, "ing") && len(w) > 5 || c.genus[w]:
			return true
		}
	}
	return false
}

// whichIs reads "The trade deficit, which is the excess of what a country buys, grew": a relative clause that says what the
// thing is, up to the comma before the sentence's verb.
func (c *clause) whichIs() (Definition, bool) {
	p := c.phrases
	for k := 1; k+5 < len(c.low) && k < 16; k++ {
		if c.own[k+2]&cueIsA == 0 || c.low[k] != "," || !c.whiches[c.low[k+1]] || !p.copulas[c.low[k+2]] {
			continue
		}
		w := c.low[k+3]
		general := p.definite[w] && (c.genus[c.low[k+4]] || p.measures[c.low[k+4]] || c.doings[c.low[k+4]])
		from, to, how, ok := c.termBefore(k)
		switch {
		case !ok || to != k || !p.indefinite[w] && !general && (!p.definite[w] || c.low[k+4] != c.low[k-1]):
			continue
		case p.told[c.low[to-1]] || c.name(from, to) && !c.acronym(from, to) || c.past(k+2, len(c.low)):
			continue
		case how == definite && (!general || to-from < 2) || how == bare && from > 0:
			continue
		}
		end := -1
		for i := k + 5; i < len(c.low); i++ {
			if c.low[i] == "," {
				end = i
				break
			}
		}
		apart := 0
		if end > 0 {
			apart = c.setsApartIn(k+4, end)
		}
		if apart == 2 || apart == 1 && general {
			return c.definition(from, to, k+3, end, "meaning", Printed)
		}
	}
	return Definition{}, false
}

// explains reports whether what begins at token i says what a thing is: a noun with a relative clause, or what is done.
func (c *clause) explains(i int) bool {
	p := c.phrases
	if w := c.low[i]; strings.HasSuffix(w, "ing") && len(w) > 5 {
		return true
	}
	if p.definite[c.low[i]] || p.indefinite[c.low[i]] {
		i++
	}
	if (c.doings[c.low[i]] || c.acts[c.low[i]]) && i+1 < len(c.low) && c.joiners[c.low[i+1]] {
		return true
	}
	for k := i; k < min(len(c.low), i+5); k++ {
		if k > i && p.strong[c.low[k]] {
			return c.impersonal(i, k)
		}
		if !c.content(k) {
			return false
		}
	}
	return false
}

// glossEnd returns where an aside between commas that starts at token i ends:
// at the comma before the sentence's own verb; subject says that the verb has
// to come.
func (c *clause) glossEnd(i, end int, subject bool) int {
	p := c.phrases
	for k := i + 2; k+1 < end; k++ {
		if c.low[k] == "," && (subject && !c.relativeComma || p.copulas[c.low[k+1]] || p.verbs[c.low[k+1]]) {
			return k
		}
	}
	return end
}
