package terms

// Verbs that say what a term means: "X refers to …", "by X we mean …"; and
// items of lists that open with their term.

// means reads "X refers to …", "X is defined as …".
func (c *clause) means() (Definition, bool) {
	p := c.phrases
	k, after := c.find(1, 16, c.phrases.means, cueMeans)
	if k < 1 && len(c.marked) > 0 {
		k, after = c.find(1, 16, c.states, cueMeans)
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
		k, after := c.find(2, 10, phraseSet{p[1][0]: p[1:]}, 0)
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
