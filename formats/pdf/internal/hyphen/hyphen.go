// Package hyphen finds the places where a word may be divided.
//
// It is the method of Franklin Mark Liang, "Word Hy-phen-a-tion by
// Com-put-er" (1983): short patterns, made from a dictionary of the language,
// vote for and against every place between two letters. The patterns are those
// of the hyph-utf8 collection, shipped unmodified in the folder patterns with
// their licences; its README says which.
//
// Begin with [For], and keep the [Patterns] that it returns: they never
// change and may be used by many goroutines at a time.
package hyphen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Patterns are what is known about dividing the words of one language.
type Patterns struct {
	language    string
	trie        trie
	exceptions  map[string][]uint8 // of a word in lower case: the places
	left, right int                // least letters before and after a break
	fold        unicode.SpecialCase
}

// Language returns the tag of the language whose patterns these are, such as
// "en-US".
func (p *Patterns) Language() string { return p.language }

const (
	softHyphen = "\u00AD"
	apostrophe = '\'' // and what the patterns write for the others
)

// A letter is one letter of a word with the marks upon it.
type letter struct {
	r  rune // in lower case
	at int  // where it begins in the word, in bytes
}

// A part is a run of letters that is divided as a word of its own.
type part struct {
	from, to int
	capitals bool // after its first letter
}

// Break appends to dst the places where the word may be divided, as ascending
// byte offsets: word[:i] ends one line with a hyphen, word[i:] begins the next.
//
// The word may carry punctuation around it. Words with soft hyphens are
// divided only there (the offset is that after the soft hyphen); words with
// hyphens, dashes or apostrophes are divided within their parts. A part with a
// capital after its first letter, as in acronyms and some names, stays whole,
// as does a word with digits or other signs inside, such as an address.
func (p *Patterns) Break(dst []int, word string) []int {
	var letterBuf [64]letter
	var partBuf [4]part
	letters, parts := letterBuf[:0], partBuf[:0]
	if strings.Contains(word, softHyphen) {
		return breakSoft(dst, word)
	}

	var sign bool
	closed := true // the next letter begins a part
	for i, w := 0, 0; i < len(word); i += w {
		var r rune
		r, w = rune(word[i]), 1
		if r >= utf8.RuneSelf {
			r, w = utf8.DecodeRuneInString(word[i:])
		}
		switch {
		case isLetter(r):
			if sign {
				return dst
			}
			if closed {
				parts = append(parts, part{from: len(letters)})
				closed = false
			}
			at := &parts[len(parts)-1]
			l := p.lower(r)
			if l != r && len(letters) > at.from && letters[len(letters)-1].r != apostrophe {
				at.capitals = true
			}
			letters = append(letters, letter{l, i})
			at.to = len(letters)
		case r >= utf8.RuneSelf && unicode.Is(unicode.M, r):
			// A mark and the letter before it are one letter.
			if !closed {
				l := &letters[len(letters)-1]
				if c := norm.NFC.String(string([]rune{l.r, r})); utf8.RuneCountInString(c) == 1 {
					l.r, _ = utf8.DecodeRuneInString(c)
				}
			}
		case unicode.IsNumber(r):
			return dst
		case isApostrophe(r) && !closed && p.trie.code(apostrophe) != 0:
			// A letter to these patterns, though no part ends with it.
			letters = append(letters, letter{apostrophe, i})
		case r == '-' || isApostrophe(r) || '\u2010' <= r && r <= '\u2015':
			closed = true
		default:
			sign = len(letters) > 0
		}
	}
	for _, at := range parts {
		if !at.capitals {
			dst = p.divide(dst, letters[at.from:at.to])
		}
	}
	return dst
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return r != 'ʼ' && unicode.IsLetter(r)
}

// isApostrophe knows the typewriter's, the typesetter's and the letter, and those
// of polytonic Greek.
func isApostrophe(r rune) bool {
	switch r {
	case apostrophe, '’', 'ʼ', '᾽', '᾿':
		return true
	}
	return false
}

// breakSoft appends the places behind the soft hyphens inside the word.
func breakSoft(dst []int, word string) []int {
	for i := range word {
		if i > len(softHyphen) && strings.HasSuffix(word[:i], softHyphen) {
			dst = append(dst, i)
		}
	}
	return dst
}

// lower folds a letter as the language does: the Turkish I has no dot.
func (p *Patterns) lower(r rune) rune {
	if p.fold != nil {
		return p.fold.ToLower(r)
	}
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}

// divide appends the places within one part of a word.
func (p *Patterns) divide(dst []int, word []letter) []int {
	n := len(word)
	if n < p.left+p.right {
		return dst
	}
	if len(p.exceptions) > 0 {
		var buf [64]byte
		key := buf[:0]
		for _, l := range word {
			key = utf8.AppendRune(key, l.r)
		}
		if places, ok := p.exceptions[string(key)]; ok {
			for _, k := range places {
				if int(k) >= p.left && n-int(k) >= p.right {
					dst = append(dst, word[k].at)
				}
			}
			return dst
		}
	}
	// Codes of ".word.", and votes[i] for the place before codes[i].
	var codeBuf, voteBuf [66]uint8
	codes, votes := codeBuf[:0], voteBuf[:]
	if n+2 > len(voteBuf) {
		codes, votes = make([]uint8, 0, n+2), make([]uint8, n+2)
	}
	edge := p.trie.code('.')
	codes = append(codes, edge)
	for _, l := range word {
		codes = append(codes, p.trie.code(l.r))
	}
	codes = append(codes, edge)
	for i := range codes {
		p.trie.vote(votes[i:], codes[i:])
	}
	for k := p.left; k <= n-p.right; k++ {
		if votes[k+1]&1 == 1 {
			dst = append(dst, word[k].at)
		}
	}
	return dst
}
