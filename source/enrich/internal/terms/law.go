package terms

// A law, a theorem or a principle is what it states: "Ohm's law states that the current …". What a statute or a report
// states is no definition of it, so the noun must be one of knowledge, and nothing may be ordered.

// stated reads "X's law states that …", "the N principle says that …".
func (c *clause) stated() (Definition, bool) {
	p := c.phrases
	k, after := c.find(2, 9, c.states, cueMeans)
	if k < 2 || after+3 >= len(c.low) {
		return Definition{}, false
	}
	from := 0
	if p.definite[c.low[0]] {
		from = 1
	}
	of := c.principles[c.low[from]] && c.joiners[c.low[from+1]] // "the law of large numbers"
	if k-from < 2 || !of && !c.principles[c.low[k-1]] {
		return Definition{}, false // "the law states that"
	}
	for i := from; i < k; i++ {
		possessive := c.low[i] == "'" || c.low[i] == "’" || c.low[i] == "s" || c.low[i] == "'s" || c.low[i] == "’s"
		joined := i > from && (c.low[i] == "-" || c.low[i] == "–" || c.joiners[c.low[i]])
		if possessive && i > from && from == 0 || joined {
			continue // but "the report's rule"
		}
		if ordinal := i > from+1 && c.ranks[c.low[i]]; ordinal {
			continue // "Newton's first law"
		}
		if !c.isWord(i) || c.functions[c.low[i]] || c.pointers[c.low[i]] || c.owners[c.low[i]] || p.spoilers[c.low[i]] || !of && p.evaluative[c.low[i]] {
			return Definition{}, false
		}
	}
	end := c.end(after)
	for i := after; i < end; i++ {
		if c.orders[c.low[i]] {
			return Definition{}, false // a statute: "says that ships must carry lights"
		}
	}
	return c.definition(from, k, after, end, "means", 0.93)
}
