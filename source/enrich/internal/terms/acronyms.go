package terms

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Span is a stretch of a text in bytes: text[Start:End].
type Span struct{ Start, End int }

// less returns the span counted from a place that is n bytes behind.
func (s Span) less(n int) Span { return Span{s.Start - n, s.End - n} }

// Pair is a short form with the long form that the text itself gives for it.
// Offsets are bytes of the text; Short and Long are the text between them.
type Pair struct {
	Short, Long          string
	ShortStart, ShortEnd int
	LongStart, LongEnd   int
	// Rule names the construction that joins the two, see the Rule constants.
	Rule string
	// Confidence is between 0 and 1: 1 when each letter begins a word and no
	// word is left out.
	Confidence float64
}

// The constructions that join a short form and its long form.
const (
	RuleLongShort = "long (short)"  // Kosovo Force (KFOR)
	RuleInside    = "(long, short)" // (the North Atlantic Treaty Organization, NATO)
	RuleShortLong = "short (long)"  // NATO (the North Atlantic Treaty Organization)
	RuleEquals    = "short = long"  // AOS = administrative and operational services
	RuleColon     = "short: long"   // a line or item of a list of abbreviations
	RuleStandsFor = "stands for"    // NATO stands for, is short for …
	RuleComma     = "short, long,"  // NATO, the North Atlantic Treaty Organization,
	RuleOr        = "long, or short"
)

// Options say how acronyms are looked for. The zero value is English.
type Options struct {
	// Language is a BCP 47 tag. It brings function words and the ways of
	// saying "short for"; in an unknown language brackets, lists and commas
	// are read.
	Language string
}

// Acronyms returns the pairs of short and long form that the text gives, in
// the order of their short forms' places. A pair that is given twice is
// returned twice.
func Acronyms(text string, opts Options) []Pair {
	f := finder{lang: vocabularyOf(opts.Language)}
	return f.find(text)
}

// finder walks once over one text after the other; it keeps the room that it can use again.
type finder struct {
	text     string
	lang     *vocabulary
	pairs    []Pair
	al       aligner
	items    []listItem
	brackets [][2]int
	open     []int // those of brackets that are open
}

// find is [Acronyms]. The pairs are good until it is called again.
func (f *finder) find(text string) []Pair {
	f.text, f.pairs, f.items = text, f.pairs[:0], f.items[:0]
	f.matchBrackets()
	f.scan()
	f.settle()
	slices.SortStableFunc(f.pairs, func(a, b Pair) int {
		if a.ShortStart != b.ShortStart {
			return a.ShortStart - b.ShortStart
		}
		return a.LongStart - b.LongStart
	})
	return slices.CompactFunc(f.pairs, func(a, b Pair) bool {
		return a.ShortStart == b.ShortStart && a.LongStart == b.LongStart
	})
}

// scan looks at every place where a pair may be joined.
func (f *finder) scan() {
	t := f.text
	for i := 0; i < len(t); {
		c := t[i]
		switch {
		case c == '(' || c == '[':
			f.bracket(i)
			i++
		case c == '=':
			f.equals(i)
			i++
		case c == ':' || c == '\t' || c == '-' || c == 0xE2:
			f.listLine(i)
			_, n := utf8.DecodeRuneInString(t[i:])
			i += n
		case plain[c]:
			// Most words hold no capital and no mark inside them.
			end := i + 1
			for end < len(t) && plain[t[end]] {
				end++
			}
			if end == len(t) || closing[t[end]] {
				i = end
				continue
			}
			end = wordEnd(t, i)
			if acronymLike(t[i:end]) {
				f.after(i, end)
			}
			i = end
		case 'A' <= c && c <= 'Z' || c >= 0xC3 && c != 0xE2:
			end := wordEnd(t, i)
			if end == i { // not a letter after all
				_, n := utf8.DecodeRuneInString(t[i:])
				i += n
				continue
			}
			if acronymLike(t[i:end]) {
				f.after(i, end)
			}
			i = end
		default:
			i++
		}
	}
}

// plain are the small letters and digits, closing the marks that end a word.
var plain, closing = func() (plain, closing [256]bool) {
	for i := range plain {
		switch c := byte(i); {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			plain[i] = true
		case c < utf8.RuneSelf && !isWordRune(rune(c)) && c != '-' && c != '&' && c != '.':
			closing[i] = true
		}
	}
	return plain, closing
}()

func (f *finder) add(short, long Span, rule string, sure float64) {
	// "the Harbour Board's (HB's) pier": the genitive is the sentence's.
	s, l := possessor(f.text[short.Start:short.End]), possessor(f.text[long.Start:long.End])
	if len(s) < short.End-short.Start && len(l) < long.End-long.Start {
		short.End, long.End = short.Start+len(s), long.Start+len(l)
	}
	f.pairs = append(f.pairs, Pair{
		Short: f.text[short.Start:short.End], Long: f.text[long.Start:long.End],
		ShortStart: short.Start, ShortEnd: short.End,
		LongStart: long.Start, LongEnd: long.End,
		Rule: strings.TrimPrefix(rule, strict), Confidence: sure,
	})
}
