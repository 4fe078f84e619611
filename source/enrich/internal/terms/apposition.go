package terms

import "strings"

// Appositions: "bile, a digestive juice that …", also in brackets and between
// dashes.

// apposition reads "bile, a digestive juice that …" and "bile (a digestive
// juice that …)" and the same between dashes.
func (c *clause) apposition() (Definition, bool) {
	p := c.phrases
	for k := 1; k+3 < len(c.low); k++ {
		if c.own[k]&cueAside == 0 {
			continue
		}
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
			if d, ok := c.plurals(k); ok && close == "," {
				return d, true
			}
			continue
		}
		general := c.base == "en" && k < 4 && (c.wielding(k+2) || c.wielding(k+3)) || c.genus[c.low[k+2]] || k == 3 && c.base == "en" && p.measures[c.low[k+2]] || c.doings[c.low[k+2]] || k+3 < len(c.low) && (c.genus[c.low[k+3]] || c.doings[c.low[k+3]])
		opening := c.base == "en" && close == "," && p.definite[w] && (k > 2 && k-3 >= 0 && general && p.definite[c.low[k-3]] && (c.holds(k+1) || k == 3 && p.measures[c.low[k+2]] && !c.past(k+2, c.asideEnd(k+2, c.end(k+1), true))) || k == 2 && p.definite[c.low[0]] && general)
		if p.definite[w] && !general && !opening {
			continue
		}
		if apart := c.setsApart(k + 2); apart != 2 && !(apart == 1 && k < 4 && (c.doing(k+2) || c.wielding(k+2) || c.wielding(k+3))) {
			continue
		}
		from, to, how, ok := c.termBefore(k)
		if k > 3 && c.low[k-1] == ")" && c.low[k-3] == "(" && c.acronym(k-2, k-1) {
			// "the Kosovo Force (KFOR), a force that …"
			from, to, how, ok = k-2, k-1, bare, true
		}
		invented := how == definite && from > 1 && c.inventors[c.low[from-2]]
		if opening && (!ok || to != k || from > 1 && !(general && how == definite && to-from == 2) || !c.holds(k+1) && !(k == 3 && p.measures[c.low[k+2]])) {
			// "The deadband, the range in which …, keeps"
			opening = false
			if !general {
				continue
			}
		}
		if !ok && c.base == "en" && c.repeats(k-1, k+2) {
			// "the da capo aria, an aria in three parts"
			for to, from = k, k; from > 0 && k-from < 5 && c.content(from-1); {
				from--
			}
			how = definite
			ok = from > 0 && (p.definite[c.low[from-1]] || p.indefinite[c.low[from-1]]) && c.nounPhrase(from, to, 4)
		}
		// "the hog line, a line that", "the first is the proteasome, a complex that"
		again := ok && c.base == "en" && to-from > 1 && c.repeats(to-1, k+2)
		predicate := ok && !(how == bare && c.adjective(to-1)) && c.base == "en" && p.indefinite[w] && close == "," && c.predicate(from) && !c.past(k+2, len(c.low)) && !p.told[c.low[to-1]] && c.impersonal(k+2, len(c.low))
		if ok && (c.links[c.low[to-1]] || (predicate || how == indefinite) && close == "," && c.enumerates(k+2, c.end(k+1))) {
			continue // "However, the process", "a tail, a neck that …, and a head"
		}
		if !ok || how == definite && !invented && !opening && !again && !predicate && !c.acronym(from, to) || c.name(from, to) && !c.acronym(from, to) {
			continue
		}
		if c.base == "en" && close == "," && (c.leads(from) || c.finite(k+2)) || from > 0 && (c.low[from-1] == "-" || how == bare && !c.emphasised(from, to) && !c.plural(to-1) && c.qualified(from)) {
			continue // "In an ablation, a doctor …", "to study growth, a plant was kept in …", "a protein of unknown function, a kinase that"
		}
		if close != ")" && from > 0 && how != indefinite && c.resumes(k+2, how == named || c.acronym(from, to)) {
			continue // "soluble in water, a property that": of the whole statement
		}
		if to < k && c.isQuote(to) && (from == 0 || !c.isQuote(from-1)) {
			continue // `"illegal but legitimate", a verdict that …` says what was quoted, not its last word
		}
		end := c.end(k + 1)
		if close != "," {
			if j := c.indexOf(close, k+1, len(c.low)); j > 0 {
				end = j
			}
		} else {
			end = c.asideEnd(k+2, end, from < 4 || c.base == "en" && c.opens(from))
			for j := k + 3; j+1 < end; j++ {
				if c.low[j] == "," && c.conjunctions[c.low[j+1]] && c.prepositions[c.low[j+2]] {
					end = j // ", and by a barbican"
				}
			}
		}
		sure := 0.80
		if how == indefinite || c.learned(to-1) {
			sure = 0.88
		}
		if how == bare && c.abstract(to-1) && p.indefinite[w] || how != indefinite && c.acronym(from, to) && p.indefinite[w] {
			sure = 0.90
		}
		if how == bare && from == 0 && c.learned(to-1) && p.definite[w] && c.acts[c.low[k+2]] || invented && p.indefinite[w] {
			sure = 0.90 // "Photosynthesis, the process by which", "developed the scaler, a circuit that"
		}
		if how == named {
			sure = 0.92
		}
		if how == bare && from == 0 && p.indefinite[w] && to == k && to <= 2 && (c.genus[c.low[k+2]] || c.genus[c.low[k+3]]) {
			sure = max(sure, Printed) // "Gout, a disorder of the joints caused by …"
		}
		if c.base == "en" && how == bare && from == 0 && k == 1 && close == "," && p.indefinite[w] && c.holds(k+1) {
			sure = max(sure, Printed) // "Alginate, a gum that thickens ice cream, is made from …"
		}
		if c.base == "en" && how == bare && p.indefinite[w] && close == "," && from > 0 && to-from == 1 && to == k && c.prepositions[c.low[from-1]] && c.low[from-1] != "s" &&
			!c.plural(from) && c.small(from) && !p.told[c.low[from]] && !p.vague[c.low[from]] && !c.haunts[c.low[from]] && p.strong[c.relative(k+2)] && c.impersonal(k+2, end) && !c.past(k+2, end) && !c.enumerates(k+2, end) {
			sure = max(sure, Printed) // "marked with ubiquitin, a small protein that is attached like a label"
		}
		if again || predicate {
			sure = max(sure, Printed)
		}
		if c.base == "en" && how == indefinite && p.indefinite[w] && close == "," && !p.told[c.low[to-1]] && c.impersonal(k+2, end) && !c.past(k+2, end) {
			sure = max(sure, Printed) // "laid into a banneton, a basket that supports the loaf"
		}
		if c.base == "en" && how == bare && from == 0 && to == k && k < 4 && close == "," && end+1 < len(c.low) && c.low[end] == "," &&
			(p.indefinite[w] && !c.past(k+2, end) || c.setsApart(k+2) == 1) && (k > 1 || c.learned(to-1)) && c.impersonal(k+2, end) {
			sure = max(sure, Printed) // "Prussian blue, a pigment made by chance, was cheap."
		}
		if opening && !p.told[c.low[to-1]] {
			sure = max(sure, Printed)
		}
		return c.definition(from, to, k+1, end, "apposition", sure)
	}
	return Definition{}, false
}

// plurals reads "Eskers, winding ridges of gravel, were …" and "… use springs, lines that keep the boat in place": a plural
// beside another, without articles, around the comma k. Behind a sentence's verb the aside has to end it.
func (c *clause) plurals(k int) (Definition, bool) {
	p := c.phrases
	if c.base != "en" || k > 3 && c.own[k+1]&cueApposition == 0 && c.own[k+2]&cueApposition == 0 || !c.plural(k-1) && !c.exotic(k-1) || !c.content(k+1) || c.orWords[c.low[k+1]] || c.namers[c.low[k+1]] || c.partitive(k+1) {
		return Definition{}, false
	}
	h := -1 // the noun of the aside
	for i := k + 1; i < min(len(c.low)-2, k+5) && (c.content(i) || c.low[i] == "-"); i++ {
		if w := c.low[i+1]; (c.plural(i) || c.unmarked[c.low[i]]) && (p.strong[w] || p.relatives[w] || c.prepositions[w] || w == ",") {
			h = i
			break
		}
	}
	if h < 0 || c.setsApart(k+1) == 0 || !c.impersonal(k+1, len(c.low)) {
		return Definition{}, false
	}
	from, to := k-1, k
	for from > 0 && to-from < 3 && c.content(from-1) && from < 3 {
		from--
	}
	end := c.end(k + 1)
	closed := -1
	for i := h + 1; i < end; i++ {
		if c.low[i] == "," {
			closed = i
			break
		}
	}
	if from == 0 {
		// the sentence's subject, whose verb comes behind the aside
		if closed < 0 || closed+1 >= len(c.low) || c.low[closed+1] == "," || c.conjunctions[c.low[closed+1]] || c.prepositions[c.low[closed+1]] ||
			c.setsApart(k+1) < 2 && !c.opensVerb(closed+1) {
			return Definition{}, false
		}
		end = closed
	} else if closed >= 0 || k > 2 && c.low[k-3] == c.to && c.indexOf("and", k, end) > 0 || c.lastComma(0, k) > 0 || c.setsApart(k+1) != 2 || c.leads(from) || c.reports[c.low[h]] || !c.small(k-1) || from != k-1 || c.conjunctions[c.low[k-2]] || end < len(c.low)-1 {
		return Definition{}, false
	}
	if !c.nounPhrase(from, to, 3) || from == 0 && to > 1 && c.name(1, to) || end-k < 4 {
		return Definition{}, false
	}
	d, ok := c.definition(from, to, k+1, end, "apposition", Printed)
	d.kind = true
	return d, ok
}

// partitive reports whether a relative clause begins at token i with a part of what it is about: "members of which were".
func (c *clause) partitive(i int) bool {
	for k := i + 1; k+1 < min(len(c.low), i+4); k++ {
		if c.joiners[c.low[k]] {
			return c.whiches[c.low[k+1]] || c.phrases.strong[c.low[k+1]]
		}
	}
	return false
}

// opensVerb reports whether a verb in the plural may stand at token i.
func (c *clause) opensVerb(i int) bool {
	p := c.phrases
	return p.copulas[c.low[i]] || c.denied[c.low[i]] || p.verbs[c.low[i]] || c.pastEnding != "" && strings.HasSuffix(c.low[i], c.pastEnding)
}

// repeats reports whether the last word of a term heads what follows at token i, too: "equilibrium line, the line at which".
func (c *clause) repeats(last, i int) bool {
	for k := i; k < min(len(c.low)-1, i+3); k++ {
		if c.low[k] == c.low[last] {
			return !c.phrases.empty[c.low[k]] && !c.phrases.vague[c.low[k]]
		}
	}
	return false
}

// relative returns the word that sets apart what begins at token i.
func (c *clause) relative(i int) string {
	for k := i + 1; k < min(len(c.low), i+8); k++ {
		if c.phrases.relatives[c.low[k]] {
			return c.low[k]
		}
	}
	return ""
}

// resumes reports whether the noun of the aside that begins at token i resumes the whole statement before it (a supplement
// with a clause for its anchor, Huddleston and Pullum 15.5.3.1). A marked term takes what is only a record of somebody's.
func (c *clause) resumes(i int, marked bool) bool {
	for k := i; k < min(len(c.low), i+4) && (c.content(k) || c.low[k] == "-"); k++ {
		if c.resumers[c.low[k]] && !(marked && c.low[k] == "feature") {
			return !c.content(k + 1)
		}
	}
	return false
}

// enumerates reports whether what stands in [i,j) is an item of a list and what follows it: behind a comma an article, or
// "and" and more.
func (c *clause) enumerates(i, j int) bool {
	joined := false // "a hollow with a wall and a floor"
	for k := i; k+2 < j; k++ {
		joined = joined || c.prepositions[c.low[k]]
		if c.conjunctions[c.low[k]] && c.phrases.indefinite[c.low[k+1]] && !joined {
			return true
		}
		if c.low[k] == "," && (c.phrases.indefinite[c.low[k+1]] || c.conjunctions[c.low[k+1]] && (c.phrases.indefinite[c.low[k+2]] || c.content(k+2) && !c.verbal(k+2))) {
			return true
		}
	}
	return false
}

// finite reports whether a verb stands in what begins at token i before any relative clause: it is no noun phrase.
func (c *clause) finite(i int) bool {
	p := c.phrases
	for k := i; k < len(c.low) && !p.strong[c.low[k]] && c.low[k] != ","; k++ {
		if w := c.low[k]; p.copulas[w] || c.denied[w] || p.verbs[w] && !p.relatives[w] && len(w) > 2 {
			return true
		}
	}
	return false
}

// qualified reports whether the word at token i belongs to the noun before an "of": "of unknown function".
func (c *clause) qualified(i int) bool {
	for i > 1 && c.content(i-1) {
		i--
	}
	return i > 1 && c.joiners[c.low[i-1]] && c.content(i-2)
}

// leads reports whether the noun phrase at token i only leads up to the sentence: a preposition opens it, and no verb stands
// before the phrase: "under such a rule, a".
func (c *clause) leads(i int) bool {
	p := c.phrases
	if i == 0 || !c.prepositions[c.low[0]] && !(c.base == "en" && strings.HasSuffix(c.low[0], "ing") && len(c.low[0]) > 5 && i > 1) {
		return false
	}
	for k := 1; k < i; k++ {
		w := c.low[k]
		if p.copulas[w] || p.verbs[w] || c.pasts[w] || c.denied[w] || c.low[k] == "," || c.pastEnding != "" && strings.HasSuffix(w, c.pastEnding) {
			return false
		}
	}
	return true
}

// predicate reports whether a copula, with an adverb at most behind it, stands before the noun phrase that begins at
// token i: "the first step is often the".
func (c *clause) predicate(i int) bool {
	if i > 0 && c.phrases.definite[c.low[i-1]] {
		i--
	}
	if i > 1 && c.phrases.adverbs[c.low[i-1]] {
		i--
	}
	return i > 0 && c.phrases.copulas[c.low[i-1]]
}

// past reports whether what stands in [i,j) is told in the past.
func (c *clause) past(i, j int) bool {
	related := false
	for k := i; k < j; k++ {
		w := c.low[k]
		related = related || c.phrases.strong[w]
		if c.denied[w] || related && c.pasts[w] && !c.phrases.copulas[c.low[k-1]] && !(k > 1 && c.phrases.copulas[c.low[k-2]]) || k > i && c.phrases.strong[c.low[k-1]] && strings.HasSuffix(w, c.pastEnding) && len(w) > 4 {
			return true
		}
	}
	return false
}

// holds reports whether the aside that begins at token i and the sentence's verb behind it are in the present: they say
// what always holds.
func (c *clause) holds(i int) bool {
	p := c.phrases
	end := c.asideEnd(i+1, len(c.low), true)
	if end+1 >= len(c.low) || c.low[end] != "," {
		return false
	}
	relative := false
	for k := i; k < end; k++ {
		if c.denied[c.low[k]] || relative && strings.HasSuffix(c.low[k], c.pastEnding) && len(c.low[k]) > 4 && k > 0 && p.strong[c.low[k-1]] {
			return false
		}
		relative = relative || p.strong[c.low[k]]
	}
	v := end + 1
	for v+1 < len(c.low) && p.adverbs[c.low[v]] {
		v++
	}
	w := c.low[v]
	return relative && (p.copulas[w] || w == "can" || w == "may" || w == "has" || w == "have" || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && c.isWord(v) && !c.denied[w])
}

// opens reports whether the noun phrase at token i may be the sentence's subject: no verb and no preposition stands
// before it.
func (c *clause) opens(i int) bool {
	for k := 0; k < i; k++ {
		w := c.low[k]
		if c.phrases.verbs[w] || c.phrases.copulas[w] || c.pastEnding != "" && strings.HasSuffix(w, c.pastEnding) || k == 0 && c.prepositions[w] || w == "to" || w == "by" {
			return false
		}
	}
	return i < 12
}

// asideEnd returns where the aside between commas that goes on at token i
// ends: at the comma before the sentence's own verb. subject says that the
// aside follows the sentence's subject, whose verb has to come.
func (c *clause) asideEnd(i, end int, subject bool) int {
	p := c.phrases
	relative := false
	depth := 0
	for k := i; k+1 < end; k++ {
		switch c.low[k] {
		case "(", "[":
			depth++
		case ")", "]":
			depth--
		}
		relative = relative || p.relatives[c.low[k]]
		if subject && depth == 0 && c.low[k] == "," && c.base == "en" && (p.copulas[c.low[k+1]] || p.verbs[c.low[k+1]]) {
			return k
		}
		if relative && depth == 0 && c.low[k] == "," && (subject || p.copulas[c.low[k+1]] || p.verbs[c.low[k+1]]) {
			return k
		}
	}
	return end
}
