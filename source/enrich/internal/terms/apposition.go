package terms

import "strings"

// Appositions: "bile, a digestive juice that …", also in brackets and between
// dashes.

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
