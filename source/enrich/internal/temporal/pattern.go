package temporal

import (
	"fmt"
	"strings"
	"unicode"
)

// A rule's pattern is a line of words and classes:
//
//	the         that very word, in any case
//	a|b         one of several
//	[x y]       may be left out
//	(x y | z)   one of several sequences
//	~x          x without white space before it
//	MONTH       a class of the table in class.go, which also notes what it saw
//	$tail       a sequence that the language defines once
//	=CLOSED     a condition on the place, or a note of what the words before it mean; takes up nothing
//
// Matching tries the choices in order and takes the first that lets the rest match. Patterns are finite and have
// no repetition, so that the work at a place is bounded by the table, not by the text.

// node is one element of a compiled pattern.
type node struct {
	words   []int32        // ids of literal words
	class   class          // or a class
	alts    [][]node       // or sequences to choose from
	set     func(*reading) // or something to note
	touches bool
}

// rule is one line of a language's table.
type rule struct {
	name    string
	act     act
	pattern string
	seq     []node
}

// compiler turns patterns into nodes, giving ids to the words they mention.
type compiler struct {
	lang    *language
	defs    map[string]string
	tokens  []string
	pattern string
}

func (c *compiler) compile(pattern string) []node {
	c.pattern = pattern
	c.tokens = strings.Fields(strings.NewReplacer("[", " [ ", "]", " ] ", "(", " ( ", ")", " ) ").Replace(pattern))
	alts := c.alternatives("")
	if len(alts) != 1 {
		return []node{{alts: alts}}
	}
	return alts[0]
}

func (c *compiler) alternatives(end string) [][]node {
	alts := [][]node{nil}
	for len(c.tokens) > 0 {
		t := c.tokens[0]
		c.tokens = c.tokens[1:]
		last := &alts[len(alts)-1]
		switch {
		case t == end:
			return alts
		case t == "|":
			alts = append(alts, nil)
		case t == "(":
			*last = append(*last, node{alts: c.alternatives(")")})
		case t == "[":
			*last = append(*last, node{alts: append(c.alternatives("]"), nil)})
		default:
			*last = append(*last, c.element(t)...)
		}
	}
	if end != "" {
		panic(fmt.Sprintf("internal error: missing %s in %q", end, c.pattern))
	}
	return alts
}

// element compiles one item of a pattern.
func (c *compiler) element(t string) []node {
	n := node{}
	if rest, ok := strings.CutPrefix(t, "~"); ok {
		n.touches, t = true, rest
	}
	if cl, ok := classNames[t]; ok {
		n.class = cl
		return []node{n}
	}
	if set, ok := setters[t]; ok {
		n.set = set
		return []node{n}
	}
	choices := strings.Split(t, "|")
	if len(choices) == 1 && t[0] == '$' {
		def, ok := c.defs[t[1:]]
		if !ok {
			panic(fmt.Sprintf("internal error: no definition of %s in %q", t, c.pattern))
		}
		inner := compiler{lang: c.lang, defs: c.defs}
		return inner.compile(def)
	}
	if len(choices) > 1 && strings.ContainsFunc(t, func(r rune) bool { return unicode.IsUpper(r) || r == '$' }) {
		for _, choice := range choices {
			n.alts = append(n.alts, c.element(choice))
		}
		return []node{n}
	}
	for _, w := range choices {
		if w == "" || w != strings.ToLower(w) {
			panic(fmt.Sprintf("internal error: no class %s in %q", w, c.pattern))
		}
		n.words = append(n.words, c.lang.word(w).id)
	}
	return []node{n}
}

// starts calls yield with each element a match of the sequence may begin with, and reports whether the sequence may
// be empty.
func starts(seq []node, yield func(*node)) bool {
	for i := range seq {
		n := &seq[i]
		if n.alts == nil {
			if n.set != nil || n.class.zeroWidth() {
				continue
			}
			yield(n)
			return false
		}
		empty := false
		for _, alt := range n.alts {
			if starts(alt, yield) {
				empty = true
			}
		}
		if !empty {
			return false
		}
	}
	return true
}

// matcher matches one rule at one place.
type matcher struct {
	s     *scanner
	start int // index of the first item
}

// match matches seq at item i and then whatever rest wants; it returns the index after the match, or -1.
func (m *matcher) match(seq []node, i int, r reading, rest func(int, reading) (int, reading)) (int, reading) {
	if len(seq) == 0 {
		return rest(i, r)
	}
	n := &seq[0]
	if n.alts != nil {
		for _, alt := range n.alts {
			if end, got := m.match(alt, i, r, func(j int, r reading) (int, reading) {
				return m.match(seq[1:], j, r, rest)
			}); end >= 0 {
				return end, got
			}
		}
		return -1, r
	}
	if n.set != nil {
		n.set(&r)
		return m.match(seq[1:], i, r, rest)
	}
	if n.class.zeroWidth() {
		if !m.holds(n.class, i, &r) {
			return -1, r
		}
		return m.match(seq[1:], i, r, rest)
	}
	if i >= len(m.s.items) || n.touches && m.s.items[i].spaced {
		return -1, r
	}
	if i > m.start && m.s.items[i].newline {
		return -1, r // nothing goes over a line break
	}
	if n.words != nil {
		w := m.s.items[i].word
		if w == nil {
			return -1, r
		}
		for _, id := range n.words {
			if w.id == id {
				return m.match(seq[1:], i+1, r, rest)
			}
		}
		return -1, r
	}
	next := m.take(n.class, i, &r)
	if next < 0 {
		return -1, r
	}
	return m.match(seq[1:], next, r, rest)
}
