package terms

// Meanings that get a name: "a person who keeps bees is called a beekeeper".

// calledBy reads "a person who keeps bees is called a beekeeper".
func (c *clause) calledBy() (Definition, bool) {
	p := c.phrases
	k, after := c.find(3, len(c.low), p.called, cueCalled)
	if c.base == "en" && c.low[0] == "this" {
		k, after = c.find(1, 2, p.called, cueCalled)
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
