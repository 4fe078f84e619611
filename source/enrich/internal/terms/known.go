package terms

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Sentences that say what a short form is whose long form is known: "The Sea Fund (SF, founded in 1909) is a charity that pays
// for lifeboats", "SF is a charity …". That it is a term is sure already, so that less is asked of its definition.

// knownAs is what a sentence may begin with to tell of an entry.
type knownAs struct {
	words []string // in lower case
	entry int
}

// known gives definitions to the entries of short forms that have none.
func (g *gatherer) known() {
	if g.phrases == nil {
		return
	}
	begins := map[string][]knownAs{}
	for i, e := range g.entries {
		if e.Kind != Acronym || e.Definition != "" || e.Rule == RuleName {
			continue
		}
		for _, s := range [...]string{e.Term, e.Expansion} {
			if words := lowered(s); len(words) > 0 {
				begins[words[0]] = append(begins[words[0]], knownAs{words, i})
			}
		}
	}
	if len(begins) == 0 {
		return
	}
	reader := g.reader
	sentences := g.text.Sentences
	for b, block := range g.blocks {
		toks := g.tokens[b]
		for len(sentences) > 0 && sentences[0].Start < block.Start+len(block.Text) {
			s := sentences[0]
			sentences = sentences[1:]
			n := 0
			for n < len(toks) && toks[n].Start < s.End {
				n++
			}
			own := toks[:n]
			toks = toks[n:]
			if block.Heading || s.Start < block.Start || n < 5 || n > 120 {
				continue
			}
			first := 0
			if w := reader.lower[own[0].Form]; reader.cueOf[own[0].Form]&cueApposition != 0 && (g.phrases.definite[w] || g.phrases.indefinite[w]) {
				first = 1
			}
			list := begins[reader.lower[own[first].Form]]
			if len(list) == 0 {
				continue
			}
			c := reader.clause(own)
			for _, k := range list {
				if e := &g.entries[k.entry]; e.Definition == "" && c.at(first, k.words) {
					if d, ok := c.whatIs(first, first+len(k.words)); ok && g.readable(d) && !e.repeats(d.Text) {
						e.Definition, e.Defined = g.sentenceCase(d.Text), Place{b, Span(s).less(block.Start)}
						break
					}
				}
			}
		}
	}
}

// lowered returns the tokens of s in lower case.
func lowered(s string) []string {
	var out []string
	for _, t := range prose.Tokens(s) {
		w := strings.ToLower(t.In(s))
		if w == "’" {
			w = "'"
		}
		out = append(out, w)
	}
	return out
}

// whatIs reads what the subject [from,to) is: a bracket or an aside may follow it, then "is a".
func (c *clause) whatIs(from, to int) (Definition, bool) {
	p := c.phrases
	k := to
	if k < len(c.low) && c.low[k] == "(" {
		if k = c.indexOf(")", k, min(len(c.low), k+24)); k < 0 {
			return Definition{}, false
		}
		k++
	}
	if k < len(c.low) && c.low[k] == "," {
		if k = c.close(k); k < 0 || k-to > 24 {
			return Definition{}, false
		}
		k++
	}
	if k+4 >= len(c.low) || !p.copulas[c.low[k]] && (c.perfect == "" || c.low[k] != c.perfect) {
		return Definition{}, false
	}
	for k++; k < len(c.low) && p.adverbs[c.low[k]]; k++ {
	}
	if k+3 >= len(c.low) || !p.indefinite[c.low[k]] {
		return Definition{}, false
	}
	start := k
	end := c.end(start)
	h := c.headAfter(start+1, end)
	if h < 0 || end-start < 4 || c.setsApartIn(start+1, end) == 0 {
		return Definition{}, false
	}
	if w := c.low[h]; p.evaluative[w] || p.empty[w] || p.persons[w] || c.relational[w] || p.vague[w] && h+1 < end && !p.strong[c.low[h+1]] {
		return Definition{}, false // "is a member of"
	}
	return c.definition(from, to, start, end, "is a", Printed)
}

// isBody reads "The Albany Plan of Union was a proposal to create a government": a name of several words and what kind of body,
// treaty or plan it is of.
func (c *clause) isBody() (Definition, bool) {
	p := c.phrases
	if c.base != "en" {
		return Definition{}, false
	}
	first := 0
	if p.definite[c.low[0]] {
		first = 1
	}
	to := first
	for to < len(c.low) && to < first+8 && c.isWord(to) && (!c.small(to) || to > first && c.joiners[c.low[to]]) {
		to++
	}
	if to-first < 2 || to == len(c.low) || c.functions[c.low[first]] || c.joiners[c.low[to-1]] || !p.copulas[c.low[to]] && c.low[to] != c.perfect && c.low[to] != "(" {
		return Definition{}, false
	}
	d, ok := c.whatIs(first, to)
	if !ok {
		return d, false
	}
	k := 0
	for c.toks[k].Start < d.TextStart {
		k++
	}
	h := c.headAfter(k+1, c.end(k))
	if h < 0 || !c.bodies[c.low[h]] && !c.proposals[c.low[h]] || !c.small(h) {
		return Definition{}, false
	}
	d.named = true
	return d, true
}
