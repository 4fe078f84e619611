package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a word of a clause looks like: a name, a plural, a learned noun, an
// adjective.

// name reports whether the words of [i,j) are written as a name.
func (c *clause) name(i, j int) bool {
	if c.nounCapitals {
		return false // capitals say nothing
	}
	for k := i; k < j; k++ {
		if !c.isWord(k) || c.joiners[c.low[k]] || c.low[k] == "s" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(c.toks[k].In(c.text))
		if !unicode.IsUpper(r) || (k == 0 || k == 1 && c.isQuote(0)) && j-i == 1 {
			return false
		}
		if k == 0 && j-i > 1 {
			continue
		}
	}
	return true
}

func (c *clause) acronym(i, j int) bool {
	return j-i == 1 && acronymLike(c.toks[i].In(c.text))
}

func (c *clause) plural(i int) bool {
	w := c.low[i]
	return c.isWord(i) && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "sis") && !strings.HasSuffix(w, "us")
}

// learned reports whether the word has an ending of abstract or technical
// nouns.
func (c *clause) learned(i int) bool {
	if c.base != "en" {
		return c.abstract(i)
	}
	return c.isWord(i) && ending(c.low[i]) != "" && utf8.RuneCountInString(c.low[i]) > 6
}

// abstract reports whether the word has an ending that makes nouns of
// qualities and acts: interoperability, deterrence.
func (c *clause) abstract(i int) bool {
	if !c.isWord(i) {
		return false
	}
	for _, e := range c.abstracts {
		if strings.HasSuffix(c.low[i], e) && len(c.low[i]) > len(e)+3 {
			return true
		}
	}
	return false
}

// adjective reports whether the word has an adjective's ending.
func (c *clause) adjective(i int) bool {
	if !c.isWord(i) {
		return false
	}
	for _, e := range c.adjectives {
		if strings.HasSuffix(c.low[i], e) && len(c.low[i]) > len(e)+2 {
			return true
		}
	}
	return false
}

// small reports whether word i is written small.
func (c *clause) small(i int) bool {
	r, _ := utf8.DecodeRuneInString(c.toks[i].In(c.text))
	return unicode.IsLower(r)
}

// verbal reports whether word i has a verb's ending: "and needs".
func (c *clause) verbal(i int) bool {
	return c.plural(i) || c.pastEnding != "" && strings.HasSuffix(c.low[i], c.pastEnding)
}

// exotic reports whether word i has a plural's ending of another language: castrati, bacteria.
func (c *clause) exotic(i int) bool {
	w := c.low[i]
	return c.isWord(i) && len(w) > 5 && (strings.HasSuffix(w, "i") || strings.HasSuffix(w, "ia") || strings.HasSuffix(w, "ae"))
}
