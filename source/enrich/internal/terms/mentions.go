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

// trie is a place on the way through the forms, by the spellings of their words in lower case.
type trie struct {
	next  map[prose.Form]*trie
	forms []form
}

// Places returns, for each of the words, the places of the blocks where they
// stand as words of their own, in order; words in lower case also in their
// capitalised form. Where several of them overlap, the longest stands there.
// The blocks are walked once, however many words there are; they are those of
// [GlossaryIn].
func Places(text *prose.Text, blocks []Block, words []string) [][]Place {
	s := searcher{lexicon: &text.Lexicon}
	for i, w := range words {
		s.add(w, form{entry: i, exact: w})
		if r, n := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			capital := string(unicode.ToUpper(r)) + w[n:]
			s.add(capital, form{entry: i, exact: capital})
		}
	}
	out := make([][]Place, len(words))
	for b, toks := range tokensOf(text, blocks) {
		s.search(text.Source, toks, func(i int, at Span) { out[i] = append(out[i], Place{b, at.less(blocks[b].Start)}) })
	}
	return out
}

// searcher walks along a trie texts that the lexicon has cut.
type searcher struct {
	lexicon *prose.Lexicon
	root    trie
	begins  []*trie // root.next, by form
}

// add enters a form under its words, unless the lexicon lacks one, so that no text can hold it.
func (s *searcher) add(text string, f form) {
	node := &s.root
	for tok, ok := prose.Next(text, 0); ok; tok, ok = prose.Next(text, tok.End) {
		w, known := s.lexicon.Find(strings.ToLower(tok.In(text)))
		if !known {
			return
		}
		if node.next == nil {
			node.next = map[prose.Form]*trie{}
		}
		if node.next[w] == nil {
			node.next[w] = &trie{}
		}
		node = node.next[w]
	}
	if node != &s.root {
		node.forms = append(node.forms, f)
	}
}

// begin returns the way that begins with the token's word, or nil.
func (s *searcher) begin(t prose.Token) *trie {
	if s.begins == nil {
		s.begins = make([]*trie, s.lexicon.Len())
		for n := range s.begins {
			s.begins[n] = s.root.next[s.lexicon.Spelling(prose.Form(n)).Fold]
		}
	}
	return s.begins[t.Form]
}

// search calls yield for each mention in the text, of which toks are all tokens.
func (s *searcher) search(text string, toks []prose.Token, yield func(entry int, s Span)) {
	for i := 0; i < len(toks); {
		best, end := -1, 0
		for j, node := i, s.begin(toks[i]); node != nil; node = node.next[s.lexicon.Spelling(toks[j].Form).Fold] {
			if len(node.forms) > 0 && !bound(text, toks, i, j) {
				for _, f := range node.forms {
					if f.fits(text[toks[i].Start:toks[j].End]) {
						best, end = f.entry, j
						break
					}
				}
			}
			if j++; j == len(toks) {
				break
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
	for i, r := range s {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z':
			if lower++; lower*9 >= len(s) {
				return false // whatever follows
			}
		case 'A' <= c && c <= 'Z':
			upper++
		case c < utf8.RuneSelf:
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper > 8 && lower*8 < upper
}
