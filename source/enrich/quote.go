package enrich

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Evidence is quoted as it stands. A sentence may hold any number of dates and terms, though, and be as long as the
// article: quoted whole for each of them it would make the output grow with the square of the text. Of a long sentence
// only the words around the one that matters are quoted.

// quotable is how many bytes of a sentence are quoted at most: more than all but a few sentences have.
const quotable = 500

// What stands in a quotation for the words left out.
const (
	leftOutBefore = "[…] "
	leftOutAfter  = " […]"
)

// quote returns the sentence of the text, or of a long one the words around a stretch of it between marks for what is
// left out. at is where the words quoted begin.
func quote(text string, sentence, around span) (words string, at int) {
	from, to := sentence.start, sentence.end
	if to-from <= quotable {
		return text[from:to], from
	}
	around.start = min(max(around.start, from), to)
	around.end = min(max(around.end, around.start), to)
	around.end = min(around.end, around.start+quotable)
	room := quotable - (around.end - around.start)
	from = max(from, around.start-room/2)
	to = min(to, from+quotable)
	from = max(sentence.start, to-quotable)
	if from > sentence.start {
		from = nextWord(text, from, around.start)
	}
	if to < sentence.end {
		to = lastWord(text, to, max(around.end, from))
	}
	words = text[from:to]
	if from > sentence.start {
		words = leftOutBefore + words
	}
	if to < sentence.end {
		words += leftOutAfter
	}
	return words, from
}

// nextWord returns where the first word after at begins, or the next letter where there is none before the limit.
func nextWord(text string, at, limit int) int {
	if i := strings.IndexFunc(text[at:limit], unicode.IsSpace); i >= 0 {
		if k := strings.IndexFunc(text[at+i:limit], func(r rune) bool { return !unicode.IsSpace(r) }); k >= 0 {
			return at + i + k
		}
		return limit
	}
	for at < limit && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// lastWord returns where the last word before at ends, or the last letter where there is none behind the limit.
func lastWord(text string, at, limit int) int {
	if i := strings.LastIndexFunc(text[limit:at], unicode.IsSpace); i >= 0 {
		return limit + len(strings.TrimRightFunc(text[limit:limit+i], unicode.IsSpace))
	}
	for at > limit && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}
