package terms

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

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
	if !ok || how == definite && c.low[k] == "means" || c.low[k] == c.asking && !c.plural(to-1) && !c.unmarked[c.low[to-1]] && how != named {
		return Definition{}, false
	}
	if c.low[k] == "refers" && how == bare && to-from == 1 && !c.small(from) && !c.small(after) && !c.isQuote(after) && !c.acronym(after, after+1) {
		return Definition{}, false // "Euripides refers to Achilles in"
	}
	if as := c.find1(after, after+6, c.as); as >= 0 && c.low[after-1] == c.to && !(c.low[k] == "refers" && as+2 < len(c.low) && p.indefinite[c.low[as+1]] && (c.genus[c.low[as+2]] || p.measures[c.low[as+2]] || how == bare && to-from == 1 && as-after > 3 && p.definite[c.low[after]])) {
		return Definition{}, false // "they refer to it as …", but "the weight of the water as a share of …"
	}
	sure := 0.94
	if how == definite && !c.definiteKinds {
		sure -= 0.06
	}
	if n := c.toks[after]; n.Kind == prose.Number && n.Touches(c.toks[after+1]) {
		return Definition{}, false // "libfoo means 1.0, libbar 2.0"
	}
	weak := false
	if c.consequence[c.low[k]] && how != named && to-from > 1 && !(c.base == "en" && how == bare && (c.low[after] == "any" || c.low[after] == "every")) {
		// "A stable region means more trade" tells what follows from it.
		sure = 0.78
		if c.base == "en" && how == bare {
			// "Embedded emissions means the emissions …", "dead load means the weight of …", "rate control means slowing …"
			w := c.low[after]
			switch {
			case c.wholes[w], c.low[k] == "means" && c.plural(to-1) && !strings.HasSuffix(c.low[from], "ing"), p.definite[w] && (p.measures[c.low[after+1]] || c.genus[c.low[after+1]] || c.low[after+1] == c.low[to-1]):
				sure = Printed
			case strings.HasSuffix(w, "ing") && !strings.HasSuffix(c.low[from], "ing") && len(w) > 5 && !c.adjective(from) && !c.wielding(from):
				weak = true
			}
		}
	}
	if c.low[after] == c.that {
		after++
	}
	if c.name(from, to) && !c.acronym(from, to) {
		sure -= 0.10
	}
	end := c.end(after)
	if k := c.indexOf(",", after, end); k > 0 && k+2 < end && c.base == "en" && p.indefinite[c.low[after]] && c.content(k+1) && p.indefinite[c.low[k+2]] {
		end = k // "means a slow pulse, tachycardia a fast one"
	}
	d, ok := c.definition(from, to, after, end, "means", sure)
	d.weak = weak
	return d, ok
}

// describes reads "Senescence describes the state in which …": a verb that may also tell what somebody does, so that the
// term has to be an abstract or a marked one and a general noun has to follow.
func (c *clause) describes() (Definition, bool) {
	p := c.phrases
	k, after := c.find(1, 12, c.describing, cueMeans)
	if k < 1 || after+4 >= len(c.low) {
		return Definition{}, false
	}
	from, to, how, ok := c.subject(0, k)
	if !ok || c.name(from, to) || p.told[c.low[to-1]] || how != named && !p.definite[c.low[after]] && !p.indefinite[c.low[after]] {
		return Definition{}, false
	}
	general := c.genus[c.low[after+1]] || p.measures[c.low[after+1]] || c.genus[c.low[after+2]] || p.measures[c.low[after+2]]
	switch {
	case how == named:
	case !general || c.setsApart(after+1) == 0:
		return Definition{}, false
	case how == bare && c.learned(to-1), how == definite && to-from == 2 && p.measures[c.low[to-1]]:
	default:
		return Definition{}, false
	}
	return c.definition(from, to, after, c.end(after), "means", 0.91)
}

// occurs reads "Plucking occurs when meltwater freezes in the cracks": what happens has a name, and the verb stays with its
// meaning. It is sure of nothing without the grammar of the sentence.
func (c *clause) occurs() (Definition, bool) {
	k, after := c.find(1, 8, c.occurring, cueMeans)
	if k < 1 || after+4 >= len(c.low) {
		return Definition{}, false
	}
	from, to, how, ok := c.subject(0, k)
	if !ok || how == definite || c.name(from, to) || how == bare && !c.learned(to-1) && !c.abstract(to-1) && !strings.HasSuffix(c.low[to-1], "ing") || c.plural(to-1) {
		return Definition{}, false
	}
	sure := 0.80
	if how == bare && from == 0 && c.low[after-1] == c.when && c.low[k] != "arises" && c.low[k] != "results" {
		sure = Printed
	}
	return c.definition(from, to, k, c.end(k), "occurs", sure)
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
	case p.definite[c.low[i]] && (c.genus[c.low[i+1]] || p.measures[c.low[i+1]] || c.genus[c.low[i+2]] || p.strong[c.low[i+2]]):
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
	if d, ok := c.meant(); ok {
		return d, true
	}
	for _, p := range c.phrases.passives {
		// "Als Traufe wird die Kante eines Daches bezeichnet"
		if c.low[0] != p[0] {
			continue
		}
		k, last := -1, c.end(2)
		for i := 2; i < min(len(c.low), 7) && k < 0; i++ {
			if c.auxiliaries[c.low[i]] && strings.HasPrefix(c.low[i], p[1]) {
				k = i
			}
		}
		if last--; k < 0 || last < k+3 || last >= len(c.low) || c.low[last] != p[2] || !c.phrases.definite[c.low[k+1]] && !c.phrases.indefinite[c.low[k+1]] {
			continue
		}
		if from, to, _, ok := c.subject(1, k); ok && !c.openComma(k, last) {
			return c.definition(from, to, k+1, last, "means", 0.94)
		}
	}
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

// meant reads "By tempo players mean the gain of a move".
func (c *clause) meant() (Definition, bool) {
	if c.meaning == "" || c.low[0] != c.phrases.circumfix[0][0][0] {
		return Definition{}, false
	}
	k := c.indexOf(c.meaning, 3, min(len(c.low), 8))
	if k < 0 || !c.plural(k-1) || k+3 >= len(c.low) || c.low[k+1] == c.to {
		return Definition{}, false
	}
	from, to, _, ok := c.subject(1, k-1)
	if !ok {
		return Definition{}, false
	}
	return c.definition(from, to, k+1, c.end(k+1), "means", 0.92)
}

// bears reads "Waldglas heißt das grünliche Glas der alten Hütten": the name stands before its verb, what it means behind an
// article.
func (c *clause) bears() (Definition, bool) {
	p := c.phrases
	if c.bearing == nil || len(c.low) < 6 || !c.bearing[c.low[1]] || !p.definite[c.low[2]] || c.individual(c.low[0]) {
		return Definition{}, false
	}
	from, to, _, ok := c.subject(0, 1)
	if !ok || c.setsApart(3) == 0 || c.individual(c.low[3]) {
		return Definition{}, false
	}
	return c.definition(from, to, 2, c.end(2), "called", 0.92)
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
