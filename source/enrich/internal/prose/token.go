// Package prose cuts running text into sentences and tokens.
//
// In goes one block's text as a string and a BCP 47 language tag; out come byte spans into that very string, so
// that whatever is found in a sentence can be pointed at in the article. [Sentences] knows the abbreviations of
// English, German and French; in any other language it goes by what the next word looks like. [Tokens] is the
// same for every language: runs of letters, runs of digits, and everything else rune by rune.
//
// The package never changes the text, never judges what a word means, and takes time linear in its length.
package prose

import (
	"unicode"
	"unicode/utf8"
)

// Span is a half-open range of byte offsets into the text it was found in.
type Span struct{ Start, End int }

// Kind tells what a token is made of.
type Kind uint8

const (
	// Word is a run of letters with their combining marks. Apostrophes and hyphens part words: "Kosovo's" is a
	// word, a punctuation mark and a word, and so is "mid-war".
	Word Kind = iota
	// Number is a run of ASCII digits. Separators part numbers: "10,000" is two numbers around a comma, which
	// touch each other (see [Token.Touches]).
	Number
	// Punct is one rune that is neither letter, digit nor space.
	Punct
)

// Token is one word, number or mark. White space makes no tokens.
type Token struct {
	Kind       Kind
	Start, End int // byte offsets into the text
}

// Touches reports whether next follows t without white space between them.
func (t Token) Touches(next Token) bool { return t.End == next.Start }

// In returns the token's own text, given the text it was cut from.
func (t Token) In(text string) string { return text[t.Start:t.End] }

// Tokens cuts text into words, numbers and marks, in order and without overlaps. Bytes that are not UTF-8 become
// marks of one byte each, so that every byte which is not white space belongs to exactly one token.
func Tokens(text string) []Token {
	tokens := make([]Token, 0, len(text)/5+1)
	for i := 0; i < len(text); {
		start, c := i, text[i]
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\v' || c == '\f':
			i++
		case '0' <= c && c <= '9':
			for i < len(text) && '0' <= text[i] && text[i] <= '9' {
				i++
			}
			tokens = append(tokens, Token{Number, start, i})
		case c < utf8.RuneSelf && !asciiLetter(c):
			i++
			tokens = append(tokens, Token{Punct, start, i})
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			switch {
			case unicode.IsLetter(r):
				i = wordEnd(text, i+size)
				tokens = append(tokens, Token{Word, start, i})
			case unicode.IsSpace(r):
				i += size
			default:
				i += size
				tokens = append(tokens, Token{Punct, start, i})
			}
		}
	}
	return tokens
}

func asciiLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// wordEnd returns the offset at which the run of letters and marks that goes on at i ends. A soft hyphen inside a
// word is part of it.
func wordEnd(text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if !asciiLetter(c) {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\u00AD' {
			return i
		}
		i += size
	}
	return i
}
