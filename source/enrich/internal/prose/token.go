// Package prose cuts running text into sentences and tokens.
//
// In goes one block's text as a string and a BCP 47 language tag; out come byte spans into that very string, so
// that whatever is found in a sentence can be pointed at in the article. [Sentences] knows the abbreviations of
// English, German and French; in any other language it goes by what the next word looks like. [Tokens] is the
// same for every language: runs of letters, runs of digits, and everything else rune by rune.
//
// A text that several analyses read is cut once: see [Text], which also numbers the spellings of its words, so that
// what is to be known of a word is looked up once for each spelling and not once for each place where it stands.
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
	Spaced     bool // white space stands before it, or the text begins with it
	Line       bool // a line break stands before it, or the text begins with it
	Form       Form // its spelling, if a [Lexicon] cut it
	Start, End int  // byte offsets into the text
}

// Touches reports whether next follows t without white space between them.
func (t Token) Touches(next Token) bool { return t.End == next.Start }

// In returns the token's own text, given the text it was cut from.
func (t Token) In(text string) string { return text[t.Start:t.End] }

// Tokens cuts text into words, numbers and marks, in order and without overlaps. Bytes that are not UTF-8 become
// marks of one byte each, so that every byte which is not white space belongs to exactly one token.
func Tokens(text string) []Token {
	return AppendTokens(make([]Token, 0, len(text)/5+1), text)
}

// AppendTokens appends the tokens of text to those in dst, as [Tokens] cuts them. Offsets count from the beginning of
// text.
func AppendTokens(dst []Token, text string) []Token {
	for at := 0; ; {
		t, ok := Next(text, at)
		if !ok {
			return dst
		}
		dst = append(dst, t)
		at = t.End
	}
}

// Next returns the first token at or after the offset at, which is 0 or the end of a token; false at the end of text.
func Next(text string, at int) (t Token, ok bool) {
	ok = t.next(text, at)
	return t, ok
}

// next is [Next], which writes the token where it is to stand.
func (t *Token) next(text string, at int) bool {
	spaced, line := at == 0, at == 0
	for i := at; i < len(text); {
		kind, end := Word, i+1
		switch c := text[i]; kinds[c] {
		case isSpace:
			spaced, line = true, line || c == '\n'
			i++
			continue
		case isLetter:
			end = wordEnd(text, end)
		case isDigit:
			kind = Number
			for end < len(text) && kinds[text[end]] == isDigit {
				end++
			}
		case isMark:
			kind = Punct
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			end = i + size
			switch {
			case unicode.IsLetter(r):
				end = wordEnd(text, end)
			case unicode.IsSpace(r):
				spaced = true
				i = end
				continue
			default:
				kind = Punct
			}
		}
		*t = Token{Kind: kind, Spaced: spaced, Line: line, Start: i, End: end}
		return true
	}
	return false
}

// What a byte can be.
const (
	isMark   uint8 = iota // an ASCII mark or control
	isSpace               // ASCII white space
	isLetter              // an ASCII letter
	isDigit               // an ASCII digit
	isPart                // a part of a rune beyond ASCII
)

var kinds = func() (k [256]uint8) {
	for i := range k {
		switch c := byte(i); {
		case c == ' ' || '\t' <= c && c <= '\r':
			k[i] = isSpace
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			k[i] = isLetter
		case '0' <= c && c <= '9':
			k[i] = isDigit
		case c >= utf8.RuneSelf:
			k[i] = isPart
		}
	}
	return k
}()

func asciiLetter(c byte) bool { return kinds[c] == isLetter }

// wordEnd returns the offset at which the run of letters and marks that goes on at i ends. A soft hyphen inside a
// word is part of it.
func wordEnd(text string, i int) int {
	for i < len(text) {
		switch kinds[text[i]] {
		case isLetter:
			i++
		case isPart:
			r, size := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\u00AD' {
				return i
			}
			i += size
		default:
			return i
		}
	}
	return i
}
