package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The stretch of text in which a long form is looked for, prepared for the
// aligner: every letter with what it costs to take it, every word with what it
// costs to pass over it.

const maxShortLetters = 16 // letters and digits of a short form

const maxWindow = 320 // bytes of text that are looked at for a long form

// The weights, in twelfths of a letter: how much a placement is less likely
// than one letter at the start of each word. They were fitted to published
// annotations of abbreviations in abstracts, papers and official documents.
const (
	hyphenStart    = 1  // h in "loop-helix"
	capitalStart   = 3  // G in "AtGDI", D in "OrthoNormalDesign"
	insideFirst    = 6  // the first letter taken from a word, from its inside
	secondLetter   = 5  // the same, the letter after the first: x in "extensible"
	nextTo         = 0  // the letter right after the last one: "UNICef"
	insideLater    = 4  // a later letter: m…t in "methyltransferase"
	functionLetter = 3  // a letter from a function word: o in "DoD"
	firstFunction  = 3  // the first letter, besides
	singleFirst    = 18 // the long form begins with a word of one small letter

	gapFunction = 3  // passing over "of"
	gapWord     = 6  // passing over a word
	gapCapital  = 7  // passing over a word with a capital
	gapNumber   = 2  // passing over a number
	gapVerb     = 30 // passing over "is", "which"

	crossComma   = 3  // a comma, colon or quotation mark
	crossBracket = 15 // a closing bracket
	crossList    = 30 // a closing bracket before "and": the next item of a list

	tailWord     = 14 // a word between the last letter and the bracket
	tailFunction = 60 // "… of (X)": a long form does not end so

	dropDigits = 9  // the digits of the short form have no match
	dropRoman  = 20 // nor has its Roman number: TTF-I
	dropPrefix = 3  // nor has a small letter in front: eNOS
	dropIndex  = 9  // nor have small letters behind: RERdet
)

// glyph is one letter or digit of the window with what placing a letter on it
// needs to know.
type glyph struct {
	r     rune  // folded: lower case, no accent
	place int32 // among those of the window
	at    int32 // byte offset in the window
	word  int32
	size  int16
	entry int16 // cost of the first letter taken from this word here
	open  int16 // added when the long form begins here
	next  int16 // cost here when the word has already given a letter
	start bool
}

// windowWord is a run of letters and digits with inner hyphens and
// apostrophes.
type windowWord struct {
	start, end int
	gap, tail  int // cost of taking no letter from it
	cross      int // cost of the marks before it
	function   bool
	capital    bool
	number     bool
	aside      bool // inside brackets of its own
}

// window is a stretch of text prepared for aligning.
type window struct {
	glyphs  []glyph
	words   []windowWord
	gaps    []int // gaps[i]: cost of passing over words[0:i]
	crosses []int // crosses[i]: cost of the marks before words[0:i]
}

// parted returns the length of the white space behind a hyphen at which a line break has parted a word, "lin- guistics",
// or 0: the word goes on with a small letter and not with a conjunction ("pre- and postwar").
func parted(rest string, lang *vocabulary) int {
	next := strings.TrimLeft(rest, " \n\r")
	n := len(rest) - len(next)
	end := 0
	for end < len(next) && 'a' <= next[end] && next[end] <= 'z' {
		end++
	}
	if n == 0 || end < 2 || lang.functionWord(next[:end]) || lang.conjunctions[next[:end]] {
		return 0
	}
	return n
}

// prepare fills w from text, reusing its slices. Function words come from the
// language.
func (w *window) prepare(text string, lang *vocabulary) {
	w.glyphs, w.words, w.gaps = w.glyphs[:0], w.words[:0], w.gaps[:0]
	var prev rune // the rune before, 0 at the start
	open := false // inside a word
	part := false // the next letter follows a hyphen inside the word
	inPart := 0   // letters seen in this part of the word
	comma := 0
	depth := 0  // brackets that open after a space hold an aside
	resume := 0 // where a word that a line break parted goes on
	for i, r := range text {
		size := utf8.RuneLen(r)
		if size < 0 {
			size = 1
		}
		switch {
		case i < resume: // white space within a word
			continue
		case isWordRune(r):
			if !open {
				open, part, inPart = true, false, 0
				w.words = append(w.words, windowWord{start: i, cross: comma, aside: depth > 0, capital: unicode.IsUpper(r), number: unicode.IsDigit(r)})
				comma = 0
			}
			g := glyph{r: fold(r), place: int32(len(w.glyphs)), at: int32(i), size: int16(size), word: int32(len(w.words) - 1), entry: insideFirst, next: insideLater}
			digit := unicode.IsDigit(r)
			switch {
			case w.words[g.word].start == i:
				g.entry, g.next, g.start = 0, 0, true
			case part:
				g.entry, g.next, g.start, inPart = hyphenStart, hyphenStart, true, 0
			case unicode.IsUpper(r) && !unicode.IsUpper(prev), digit != unicode.IsDigit(prev):
				g.entry, g.next = capitalStart+2, capitalStart
			case unicode.IsUpper(r):
				g.entry, g.next = capitalStart+8, capitalStart
			case inPart == 1:
				g.entry = secondLetter
			}
			inPart++
			part = false
			w.words[g.word].end = i + size
			if r < utf8.RuneSelf || !unicode.IsMark(r) {
				w.glyphs = append(w.glyphs, g)
			}
		case open && isHyphen(r) && isWordRune(prev):
			if n := parted(text[i+size:], lang); n > 0 {
				resume = i + size + n
				prev = r
				continue
			}
			part = true
		case open && isApostrophe(r) && isWordRune(prev):
			part = i-w.words[len(w.words)-1].start <= 2 // l'Atlantique
		default:
			switch r {
			case ',', ':', '"':
				comma = crossComma
			case '(', '[':
				if depth > 0 || !isWordRune(prev) {
					depth++
				}
			case ')', ']':
				if depth > 0 {
					if depth--; depth == 0 && lang.listGoesOn(text[i+1:]) {
						comma = crossList
					}
				} else {
					comma = crossBracket
				}
			}
			open = false
		}
		prev = r
	}
	for i := range w.words {
		word := &w.words[i]
		s := text[word.start:word.end]
		switch {
		case word.aside:
			word.gap = crossBracket / 4
			word.tail = tailWord
		case lang.auxiliary(s):
			word.function = true
			word.gap, word.tail = word.gap+gapVerb, tailFunction
		case lang.functionWord(s):
			word.function = true
			word.gap, word.tail = word.gap+gapFunction, tailFunction
			if word.capital && i > 0 {
				word.tail = tailWord
			}
		case lang.legalForm(s):
			word.gap, word.tail = word.gap+gapFunction, gapFunction
		case word.number:
			word.gap, word.tail = word.gap+gapNumber, tailWord
		case word.capital:
			word.gap, word.tail = word.gap+gapCapital, tailWord
		default:
			word.gap, word.tail = word.gap+gapWord, tailWord
		}
	}
	for i := range w.glyphs {
		g := &w.glyphs[i]
		if w.words[g.word].aside {
			g.r, g.start = -1, false // no letter fits
			continue
		}
		if word := &w.words[g.word]; word.start == int(g.at) {
			if word.function {
				g.entry += functionLetter
				g.open = firstFunction
			} else if word.end == int(g.at)+int(g.size) && !word.capital {
				g.open = singleFirst
			}
		} else if word.function && lang.conjunctions[text[word.start:word.end]] {
			g.entry += functionLetter // no d from "and" in "disarmament, demobilization and reintegration (DDR)"
		}
	}
	sum, crossed := 0, 0
	w.crosses = w.crosses[:0]
	for _, word := range w.words {
		w.gaps = append(w.gaps, sum)
		w.crosses = append(w.crosses, crossed)
		sum += word.gap
		crossed += word.cross
	}
	w.gaps = append(w.gaps, sum)
	w.crosses = append(w.crosses, crossed)
}
