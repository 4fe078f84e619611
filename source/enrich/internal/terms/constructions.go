package terms

// The constructions that define, each with what must be true of its parts.
// They read a sentence as tokens: no construction looks further than the
// sentence, and each walks over it once. Each has a file of its own; here is
// what they share.

// define tries the constructions from the surest to the least sure.
func (c *clause) define() (Definition, bool) {
	if c.low[len(c.low)-1] == "?" {
		return Definition{}, false
	}
	if len(c.marked) > 0 {
		if d, ok := c.listed(); ok {
			return d, true
		}
	}
	for i := range constructions {
		try := &constructions[i]
		if c.cues&try.cue == 0 {
			continue
		}
		if d, ok := try.construct(c); ok {
			return d, true
		}
	}
	return Definition{}, false
}

// constructions are those that define, each with the words without which it is not there.
var constructions = [...]struct {
	cue       cue
	construct func(*clause) (Definition, bool)
}{
	{cueAround, (*clause).around},
	{cueAround, (*clause).callers},
	{cueMeans, (*clause).means},
	{cueMeans, (*clause).stated},
	{cueMeans, (*clause).describes},
	{cueMeans, (*clause).occurs},
	{cueMeans, (*clause).bears},
	{cueIsA, (*clause).isA},
	{cueCalled, (*clause).calledBy},
	{cueGloss, (*clause).gloss},
	{cueIsA, (*clause).whichIs},
	{cueIsA, (*clause).isBody},
	{cueApposition, (*clause).aside},
	{cueApposition, (*clause).apposition},
	{cueNaming, (*clause).naming},
}

// rest returns the statement that follows a definition in its sentence, "…; a quota is …", "…, while a quota is …".
func (c *clause) rest(d Definition) (clause, bool) {
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
		if k = c.indexOf(";", k, len(c.low)); k < 0 {
			return clause{}, false
		}
		k++
	}
	for k+1 < len(c.low) && (c.low[k] == "," || c.contrasts[c.low[k]] || c.clauseWords[c.low[k]]) {
		k++
	}
	rest := c.from(k)
	return rest, len(rest.toks) >= 4
}

// from returns the clause without its first k tokens.
func (c *clause) from(k int) clause {
	rest := *c
	rest.toks, rest.low, rest.own = c.toks[k:], c.low[k:], c.own[k:]
	return rest
}

// definition builds the result; start < 0 leaves the text empty.
func (c *clause) definition(from, to, start, end int, rule string, sure float64) (Definition, bool) {
	d := Definition{Rule: rule, Confidence: sure}
	d.TermStart, d.TermEnd = c.toks[from].Start, c.toks[to-1].End
	d.Term = c.text[d.TermStart:d.TermEnd]
	for end > start+1 && (c.low[end-1] == "(" || c.low[end-1] == "[" || c.low[end-1] == ",") {
		end--
	}
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
func (c *clause) setsApart(i int) int { return c.setsApartIn(i, len(c.low)) }

// setsApartIn is setsApart for what stands before token j.
func (c *clause) setsApartIn(i, j int) int {
	p := c.phrases
	found := 0
	words := 0
	sized := false // "a small thing" is a picture, "a small gate" is none
	for k := i; k < j && k < i+20; k++ {
		w := c.low[k]
		sized = sized || found == 0 && p.sizes[w]
		if found == 0 && (p.evaluative[w] && !p.sizes[w] && !(c.goods[w] && k+1 < j && p.strong[c.low[k+1]]) || p.negations[w] || sized && p.vague[w]) {
			return 0
		}
		if words > 0 {
			if c.relativeAt(k) {
				if found == 0 && (p.empty[c.low[k-1]] && !c.goods[c.low[k-1]] || c.idle(k)) {
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

// idle reports whether the relative clause at token k says no more than that its noun is of weight: "a factor that matters".
func (c *clause) idle(k int) bool {
	if !c.phrases.strong[c.low[k]] || k+1 >= len(c.low) || k+2 < len(c.low) && c.isWord(k+2) {
		return false
	}
	switch c.low[k+1] {
	case "matters", "matter", "counts", "count", "helps", "help", "works", "work":
		return c.base == "en"
	}
	return false
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
