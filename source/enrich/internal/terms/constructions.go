package terms

import "strings"

// The constructions that define, each with what must be true of its parts.
// They read a sentence as tokens: no construction looks further than the
// sentence, and each walks over it once.

// define tries the constructions from the surest to the least sure.
func (c clause) define() (Definition, bool) {
	if c.low[len(c.low)-1] == "?" {
		return Definition{}, false
	}
	if len(c.marked) > 0 {
		if d, ok := c.listed(); ok {
			return d, true
		}
	}
	for _, try := range [...]struct {
		cue       cue
		construct func(*clause) (Definition, bool)
	}{
		{cueAround, (*clause).around}, {cueAround, (*clause).callers}, {cueMeans, (*clause).means}, {cueIsA, (*clause).isA}, {cueCalled, (*clause).calledBy},
		{cueGloss, (*clause).gloss}, {cueApposition, (*clause).apposition}, {cueNaming, (*clause).naming},
	} {
		if c.cues&try.cue == 0 {
			continue
		}
		if d, ok := try.construct(&c); ok {
			return d, true
		}
	}
	return Definition{}, false
}

// rest returns the statement that follows a definition in its sentence, "…; a quota is …", "…, while a quota is …".
func (c clause) rest(d Definition) (clause, bool) {
	if d.Text == "" {
		return clause{}, false
	}
	k := 0
	for k < len(c.toks) && c.toks[k].Start < max(d.TextEnd, d.TermEnd) {
		k++
	}
	switch {
	case k+5 >= len(c.toks):
		return clause{}, false
	case c.low[k] == ";":
		k++
	case c.low[k] == "," && (c.contrasts[c.low[k+1]] || c.clauseWords[c.low[k+1]]):
		k += 2
	default:
		return clause{}, false
	}
	for k+1 < len(c.low) && (c.low[k] == "," || c.contrasts[c.low[k]] || c.clauseWords[c.low[k]]) {
		k++
	}
	c.toks, c.low = c.toks[k:], c.low[k:]
	return c, len(c.toks) >= 4
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
	general, head := false, "" // "the value that", value
	switch {
	case p.indefinite[c.low[i]]:
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
		if h == len(c.low) || h == i+4 {
			return Definition{}, false
		}
		sure = 0.91
		general, head = true, c.low[h]
		i++
	case c.base == "en" && c.low[i] == "one" && how != bare && c.genusAhead(i+1):
		// "A static load is one that does not move."
		sure = 0.92
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
	case c.relativeComma && how == bare && c.isWord(i) && c.low[i+1] == "," && i+2 < len(c.low) && (c.relativeAt(i+2) || i+3 < len(c.low) && c.relativeAt(i+3)):
		// "Permafrost ist Boden, der …"
		sure = 1.0
	default:
		return Definition{}, false
	}
	apart := c.setsApart(i)
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
		} else if apart == 1 {
			sure -= 0.08
			weak = how != definite && c.genusBeforeOf(i) || c.base == "en" && how == indefinite
		}
		if how == definite {
			sure = min(sure-0.02, 0.90)
			if general && apart == 2 && to-from <= 2 && c.lasting(i) {
				sure = Printed // "The setpoint is the value that"
			}
			if to-from == 1 && p.told[c.low[from]] {
				sure = 0.80
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
	return d, ok
}

// genusAhead reports whether a relative clause begins at token i, with a preposition at most before it: "that", "in which".
func (c *clause) genusAhead(i int) bool {
	p := c.phrases
	return i+1 < len(c.low) && (p.strong[c.low[i]] || c.prepositions[c.low[i]] && p.strong[c.low[i+1]])
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
		if c.phrases.weakly[c.low[k]] {
			return c.genus[c.low[k-1]]
		}
	}
	return false
}

// means reads "X refers to …", "X is defined as …".
func (c *clause) means() (Definition, bool) {
	p := c.phrases
	k, after := c.find(1, 16, c.phrases.means)
	if k < 1 && len(c.marked) > 0 {
		k, after = c.find(1, 16, c.states)
	}
	if k < 1 || after+2 >= len(c.low) {
		return Definition{}, false
	}
	from, to, how, ok := c.subject(0, k)
	if k == after-2 && c.low[k] != "refers" && c.low[k] != "refer" && c.low[after-1] == c.that && (!ok || !c.emphasised(from, to)) {
		return Definition{}, false // "the report states that"
	}
	if !ok && k == 2 && c.base == "en" && p.indefinite[c.low[0]] && c.at(k, []string{"is", "defined", "as"}) && c.isWord(1) {
		// "An ideal is defined as": a word that judges elsewhere is a term here.
		from, to, how, ok = 1, 2, indefinite, true
	}
	if !ok || how == definite && c.low[k] == "means" {
		return Definition{}, false
	}
	if as := c.find1(after, after+6, c.as); as >= 0 && c.low[after-1] == c.to {
		return Definition{}, false // "they refer to it as …"
	}
	sure := 0.94
	if how == definite && !c.definiteKinds {
		sure -= 0.06
	}
	if c.consequence[c.low[k]] && how != named && to-from > 1 && !(c.base == "en" && how == bare && (c.low[after] == "any" || c.low[after] == "every")) {
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

// listed reads an item that opens with its emphasised term: "Latency: the time
// that passes between …".
func (c *clause) listed() (Definition, bool) {
	p := c.phrases
	if c.marked[0].Start > c.toks[0].Start {
		return Definition{}, false
	}
	k := 1
	for k < len(c.toks) && c.toks[k].End <= c.marked[0].End {
		k++
	}
	if c.low[k-1] == ":" {
		k--
	}
	if k+3 >= len(c.low) || c.low[k] != ":" && c.low[k] != "—" && c.low[k] != "–" {
		return Definition{}, false
	}
	i := k + 1
	switch {
	case p.indefinite[c.low[i]]:
	case p.definite[c.low[i]] && (c.genus[c.low[i+1]] || p.measures[c.low[i+1]] || c.genus[c.low[i+2]]):
	default:
		return Definition{}, false
	}
	from, to, _, ok := c.subject(0, k)
	if !ok || c.setsApart(i+1) != 2 {
		return Definition{}, false
	}
	return c.definition(from, to, i, c.end(i), "list", 0.92)
}

// around reads "by deterrence we mean …": the phrase stands on both sides of
// the term.
func (c *clause) around() (Definition, bool) {
	for _, p := range c.phrases.circumfix {
		if !c.at(0, p[0]) {
			continue
		}
		k, after := c.find(2, 10, phraseSet{p[1][0]: p[1:]})
		if k < 0 || after+2 >= len(c.low) {
			continue
		}
		if from, to, _, ok := c.subject(len(p[0]), k); ok {
			return c.definition(from, to, after, c.end(after), "means", 0.94)
		}
	}
	return Definition{}, false
}

// callers reads "On appelle magnanerie le bâtiment où …": the term stands behind the verb, what it means behind an article.
func (c *clause) callers() (Definition, bool) {
	p := c.phrases
	for _, call := range p.callers {
		if !c.at(0, call) {
			continue
		}
		k := len(call)
		for k < len(c.low) && k < len(call)+4 && !p.definite[c.low[k]] && !p.indefinite[c.low[k]] {
			k++
		}
		if k == len(call) || k+2 >= len(c.low) || !p.definite[c.low[k]] && !p.indefinite[c.low[k]] {
			continue
		}
		if from, to, _, ok := c.subject(len(call), k); ok && c.setsApart(k+1) > 0 {
			return c.definition(from, to, k, c.end(k), "called", 0.92)
		}
	}
	return Definition{}, false
}

// calledBy reads "a person who keeps bees is called a beekeeper".
func (c *clause) calledBy() (Definition, bool) {
	p := c.phrases
	k, after := c.find(3, len(c.low), p.called)
	if c.base == "en" && c.low[0] == "this" {
		k, after = c.find(1, 2, p.called)
	}
	if k < 0 || after >= len(c.low) {
		return Definition{}, false
	}
	from, to, ok := c.termAfter(after)
	if !ok {
		return Definition{}, false
	}
	sure := 0.70
	start := 0
	if c.base == "en" && c.low[0] == "this" && k == 1 && to+4 < len(c.low) && c.low[to] == ":" {
		// "This is known as error correction: the message is sent …"
		return c.definition(from, to, to+1, c.end(to+1), "called", Printed)
	}
	if p.spoilers[c.low[0]] || c.lastComma(0, k) > 0 || k < 4 {
		return c.definition(from, to, -1, -1, "called", sure)
	}
	if (p.indefinite[c.low[0]] || p.definite[c.low[0]]) && to >= len(c.low)-1 {
		switch c.setsApart(1) {
		case 2:
			sure = 0.92
		case 1:
			if c.genusBeforeOf(0) {
				sure = 0.90 // "the process of … is called"
			}
		}
	}
	return c.definition(from, to, start, k, "called", sure)
}

// gloss reads "interoperability, meaning that …" and "rent, that is, …".
func (c *clause) gloss() (Definition, bool) {
	k, after := c.find(1, len(c.low), c.phrases.glosses)
	if k < 1 || after+2 >= len(c.low) {
		return Definition{}, false
	}
	from, to, how, ok := c.termBefore(k)
	if !ok || how == definite && !c.definiteKinds {
		return Definition{}, false
	}
	sure := 0.92
	first := c.low[after]
	p := c.phrases
	switch {
	case how == named:
	case how == indefinite && c.phrases.indefinite[first] && c.setsApart(after+1) == 2:
		sure = 0.91 // "a flash lock, that is, a gate through which"
	case c.base == "en" && c.low[after-1] == c.that && from == 0 && how == bare:
		// "Functional safety, meaning that a fault must not …"
	case c.base == "de" && how == definite && from > 0 && p.definite[first] && c.low[after-1] == "also":
		sure = Printed // "Die Pfänner, also die Besitzer der Rechte, …"
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
		general := c.genus[c.low[k+2]] || c.doings[c.low[k+2]] || k+3 < len(c.low) && (c.genus[c.low[k+3]] || c.doings[c.low[k+3]])
		opening := c.base == "en" && close == "," && p.definite[w] && (k > 3 && general && p.definite[c.low[k-3]] && c.holds(k+1) || k == 2 && p.definite[c.low[0]] && general)
		if p.definite[w] && !general && !opening {
			continue
		}
		if c.setsApart(k+2) != 2 {
			continue
		}
		from, to, how, ok := c.termBefore(k)
		if k > 3 && c.low[k-1] == ")" && c.low[k-3] == "(" && c.acronym(k-2, k-1) {
			// "the Kosovo Force (KFOR), a force that …"
			from, to, how, ok = k-2, k-1, bare, true
		}
		invented := how == definite && from > 1 && c.inventors[c.low[from-2]]
		if opening && (!ok || to != k || from > 1 && !(general && how == definite && to-from == 2) || !c.holds(k+1)) {
			// "The deadband, the range in which …, keeps"
			opening = false
			if !general {
				continue
			}
		}
		if !ok || how == definite && !invented && !opening && !c.acronym(from, to) || c.name(from, to) && !c.acronym(from, to) {
			continue
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
		if opening && !p.told[c.low[to-1]] {
			sure = max(sure, Printed)
		}
		return c.definition(from, to, k+1, end, "apposition", sure)
	}
	return Definition{}, false
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
		if c.denied[c.low[k]] || relative && strings.HasSuffix(c.low[k], c.past) && len(c.low[k]) > 4 && k > 0 && p.strong[c.low[k-1]] {
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
		if c.phrases.verbs[w] || c.phrases.copulas[w] || c.past != "" && strings.HasSuffix(w, c.past) || k == 0 && c.prepositions[w] || w == "to" || w == "by" {
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
		if relative && depth == 0 && c.low[k] == "," && (subject || p.copulas[c.low[k+1]] || p.verbs[c.low[k+1]]) {
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
