package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Where the terms are mentioned: a trie over words, so that a text is walked
// once however many terms there are. At each word the longest form wins and
// the search goes on behind it.

// form is one way of writing a term.
type form struct {
	entry int
	// exact is the form's own spelling when case matters: acronyms, names.
	exact   string
	capital bool // the mention has to begin with a capital
}

type trie struct {
	next  map[string]*trie
	forms []form
}

// Places returns, for each of the words, the places of the blocks where they
// stand as words of their own, in order; words in lower case also in their
// capitalised form. Where several of them overlap, the longest stands there.
// The blocks are walked once, however many words there are.
func Places(blocks []Block, words []string) [][]Place {
	var t trie
	for i, w := range words {
		t.add(w, form{entry: i, exact: w})
		if r, n := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			capital := string(unicode.ToUpper(r)) + w[n:]
			t.add(capital, form{entry: i, exact: capital})
		}
	}
	out := make([][]Place, len(words))
	s := searcher{trie: &t}
	for b, block := range blocks {
		s.search(block.Text, func(i int, at Span) { out[i] = append(out[i], Place{b, at}) })
	}
	return out
}

// searcher walks texts along a trie; it keeps the room that it can use again.
type searcher struct {
	*trie
	toks  []prose.Token
	words []string
}

// add enters a form under its words.
func (t *trie) add(text string, f form) {
	node := t
	for tok, ok := prose.Next(text, 0); ok; tok, ok = prose.Next(text, tok.End) {
		w := strings.ToLower(tok.In(text))
		if node.next == nil {
			node.next = map[string]*trie{}
		}
		if node.next[w] == nil {
			node.next[w] = &trie{}
		}
		node = node.next[w]
	}
	if node != t {
		node.forms = append(node.forms, f)
	}
}

// search calls yield for each mention in the text.
func (t *searcher) search(text string, yield func(entry int, s Span)) {
	t.toks, t.words = prose.AppendTokens(t.toks[:0], text), t.words[:0]
	for _, tok := range t.toks {
		t.words = append(t.words, strings.ToLower(tok.In(text)))
	}
	toks, words := t.toks, t.words
	for i := 0; i < len(toks); {
		node, best, end := t.trie, -1, 0
		for j := i; j < len(toks); j++ {
			if node = node.next[words[j]]; node == nil {
				break
			}
			if len(node.forms) == 0 || bound(text, toks, i, j) {
				continue
			}
			for _, f := range node.forms {
				if f.fits(text[toks[i].Start:toks[j].End]) {
					best, end = f.entry, j
					break
				}
			}
		}
		if best < 0 {
			i++
			continue
		}
		yield(best, Span{toks[i].Start, toks[end].End})
		i = end + 1
	}
}

func (f form) fits(s string) bool {
	if f.exact != "" {
		return s == f.exact
	}
	r, _ := utf8.DecodeRuneInString(s)
	return !f.capital || unicode.IsUpper(r)
}

// bound reports whether the tokens i to j are only a part of a code: "IT" in
// "IT2" and in "IT-2". Other compounds mention their parts ("NATO-led").
func bound(text string, toks []prose.Token, i, j int) bool {
	tied := func(a int) bool { // a+1 is tied to a by touching
		return a >= 0 && a+1 < len(toks) && toks[a].Touches(toks[a+1])
	}
	if tied(j) && toks[j+1].Kind != prose.Punct || tied(i-1) && toks[i-1].Kind != prose.Punct {
		return true
	}
	return tied(j) && toks[j+1].In(text) == "-" && tied(j+1) && toks[j+2].Kind == prose.Number
}

// plurals returns the word's likely plural and singular beside itself; in
// languages that decline their nouns also its other likely forms.
func (v *vocabulary) plurals(s string) []string {
	out := []string{s}
	if len(s) < 3 {
		return out
	}
	if v.endings != nil {
		for _, e := range v.endings {
			out = append(out, s+e)
		}
		for _, e := range v.endings {
			if t := strings.TrimSuffix(s, e); len(t) < len(s) && len(t) > 4 {
				out = append(out, t)
			}
		}
		return out
	}
	switch {
	case strings.HasSuffix(s, "ies") && len(s) > 4:
		out = append(out, s[:len(s)-3]+"y")
	case strings.HasSuffix(s, "sses"), strings.HasSuffix(s, "xes"), strings.HasSuffix(s, "ches"), strings.HasSuffix(s, "shes"):
		out = append(out, s[:len(s)-2])
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "is") && !strings.HasSuffix(s, "us"):
		out = append(out, s[:len(s)-1])
	case strings.HasSuffix(s, "y") && !strings.ContainsAny(s[len(s)-2:len(s)-1], "aeiou"):
		out = append(out, s[:len(s)-1]+"ies")
	case strings.HasSuffix(s, "s"), strings.HasSuffix(s, "x"), strings.HasSuffix(s, "ch"), strings.HasSuffix(s, "sh"):
		out = append(out, s+"es")
	default:
		out = append(out, s+"s")
	}
	return out
}

// shouted reports whether a text is set in capitals, so that its capitals say
// nothing.
func shouted(s string) bool {
	upper, lower := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper > 8 && lower*8 < upper
}
