package highlight

import (
	"regexp/syntax"
	"strings"
	"unicode/utf8"
)

// Most rules of a lexer are lists of words, such as `(if|else|while)\b`, and most
// names in a program are none of them. So the word that begins at a place is read
// once, and rules whose words are others are not tried.

// words are those of which one must stand where a rule matches, followed by
// something that belongs to no word. Nil stands for anything.
type words map[string]bool

const (
	mostWords   = 2000
	longestWord = 40
)

// wordsOf returns the words of a pattern: in lower case if it does not tell
// cases apart, which fold says. Whole says that the pattern is the list of words
// and nothing else.
func wordsOf(re *syntax.Regexp) (w words, fold, whole bool) {
	var parts []*syntax.Regexp
	var flatten func(re *syntax.Regexp)
	flatten = func(re *syntax.Regexp) {
		switch re.Op {
		case syntax.OpConcat, syntax.OpCapture:
			for _, sub := range re.Sub {
				flatten(sub)
			}
		default:
			parts = append(parts, re)
		}
	}
	flatten(re)
	whole = true
	for len(parts) > 0 && parts[0].Op == syntax.OpWordBoundary {
		parts, whole = parts[1:], false
	}
	w = words{}
	open := []string{""} // what may stand so far and is a part of a word
	for i, p := range parts {
		if p.Op == syntax.OpWordBoundary {
			for _, s := range open {
				w[s] = true
			}
			open, whole = nil, whole && i == len(parts)-1
			break
		}
		ends := spell(p, &fold)
		if ends == nil || len(open)*len(ends) > mostWords {
			return nil, false, false
		}
		var longer []string
		for _, s := range open {
			for _, end := range ends {
				if n := strings.IndexFunc(end, func(r rune) bool { return !inWord(r) }); n >= 0 {
					w[s+end[:n]], whole = true, false
				} else {
					longer = append(longer, s+end)
				}
			}
		}
		if open = longer; len(open) == 0 {
			break
		}
	}
	if len(open) > 0 || w[""] || len(w) > mostWords {
		return nil, false, false
	}
	if fold {
		lower := words{}
		for s := range w {
			lower[strings.ToLower(s)] = true
		}
		w = lower
	}
	for s := range w {
		if len(s) > longestWord {
			return nil, false, false
		}
	}
	return w, fold, whole && !fold
}

// spell returns all that a pattern can match, nil if that is not to be told.
func spell(re *syntax.Regexp, fold *bool) (list []string) {
	switch re.Op {
	case syntax.OpEmptyMatch:
		return []string{""}
	case syntax.OpLiteral:
		*fold = *fold || re.Flags&syntax.FoldCase != 0
		return []string{string(re.Rune)}
	case syntax.OpCharClass:
		for i := 0; i+1 < len(re.Rune); i += 2 {
			for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
				if list = append(list, string(r)); len(list) > 16 {
					return nil
				}
			}
		}
		return list
	case syntax.OpCapture:
		return spell(re.Sub[0], fold)
	case syntax.OpQuest:
		if list = spell(re.Sub[0], fold); list != nil {
			list = append([]string{""}, list...)
		}
		return list
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			more := spell(sub, fold)
			if more == nil || len(list)+len(more) > mostWords {
				return nil
			}
			list = append(list, more...)
		}
		return list
	case syntax.OpConcat:
		list = []string{""}
		for _, sub := range re.Sub {
			ends := spell(sub, fold)
			if ends == nil || len(list)*len(ends) > mostWords {
				return nil
			}
			var longer []string
			for _, s := range list {
				for _, end := range ends {
					longer = append(longer, s+end)
				}
			}
			list = longer
		}
		return list
	}
	return nil
}

// inWord reports whether an ASCII character belongs to a word.
func inWord(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
}

// word is the word that begins at a place.
type word struct {
	exact, lower [longestWord + 1]byte
	n            int
	known        bool // it is ASCII to its end
}

// read reads the word at the beginning of a text, as far as it may be one of a
// rule's.
func (w *word) read(text []rune) {
	w.n, w.known = 0, true
	for _, r := range text {
		if r >= utf8.RuneSelf || r < 0 {
			w.known = false // as it may belong to the word
			return
		}
		if !inWord(r) || w.n == len(w.exact) {
			return
		}
		w.exact[w.n], w.lower[w.n] = byte(r), byte(r)
		if 'A' <= r && r <= 'Z' {
			w.lower[w.n] += 'a' - 'A'
		}
		w.n++
	}
}

// among reports whether the word may be one of a rule's.
func (w *word) among(r *rule) bool {
	switch {
	case r.words == nil || !w.known:
		return true
	case r.fold:
		return r.words[string(w.lower[:w.n])]
	}
	return r.words[string(w.exact[:w.n])]
}
