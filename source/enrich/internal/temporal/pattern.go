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
// Patterns are finite and have no repetition. All patterns of a language are merged into one tree, in which patterns
// with the same beginning share their way; the work at a place is bounded by the tree, not by the text.

// node is one element of a compiled pattern.
type node struct {
	words   []int32        // ids of literal words
	class   class          // or a class
	alts    [][]node       // or sequences to choose from
	set     func(*reading) // or something to note
	label   string         // tells the node from others in the tree
	touches bool
}

// rule is one line of a language's table.
type rule struct {
	name  string
	act   act
	index int32 // in the table
}

// brackets stands brackets apart from the words in them.
var brackets = strings.NewReplacer("[", " [ ", "]", " ] ", "(", " ( ", ")", " ) ")

// compiler turns patterns into nodes, giving ids to the words they mention.
type compiler struct {
	lang    *language
	defs    map[string]string
	tokens  []string
	pattern string
}

func (c *compiler) compile(pattern string) []node {
	c.pattern = pattern
	c.tokens = strings.Fields(brackets.Replace(pattern))
	alts := c.alternatives("")
	if len(alts) != 1 {
		return []node{{alts: alts, label: "(" + pattern + ")"}}
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
			from := c.tokens
			alts := c.alternatives(")")
			*last = append(*last, node{alts: alts, label: c.source("(", from)})
		case t == "[":
			from := c.tokens
			alts := c.alternatives("]")
			*last = append(*last, node{alts: append(alts, nil), label: c.source("[", from)})
		default:
			*last = append(*last, c.element(t)...)
		}
	}
	if end != "" {
		panic(fmt.Sprintf("internal error: missing %s in %q", end, c.pattern))
	}
	return alts
}

// source returns the text between the tokens that were left and those that are left now.
func (c *compiler) source(open string, from []string) string {
	return open + strings.Join(from[:len(from)-len(c.tokens)], " ")
}

// element compiles one item of a pattern.
func (c *compiler) element(t string) []node {
	n := node{label: t}
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
	if set, ok := dayOfYear(t); ok {
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
