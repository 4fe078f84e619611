package terms

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Definition is a sentence that says what a term means. Offsets are bytes of
// the text.
type Definition struct {
	Term               string // empty when only the sentence's grammar speaks for it
	TermStart, TermEnd int
	Sentence           Span
	// Text is the defining clause as the text gives it, without the term:
	// "an alliance of states that …". Empty when the clause cannot be cut out.
	Text               string
	TextStart, TextEnd int
	Rule               string
	// Confidence is between 0 and 1; see [Found] and [Printed].
	Confidence float64

	weak bool // good when the sentence's grammar agrees
}

// What a confidence is good for.
const (
	Found   = 0.40 // a sentence that probably defines something
	Printed = 0.90 // an entry that may be printed unseen
)

// agrees is the likelihood from which grammar backs a weak construction.
const agrees = 0.55

// Definitions returns the definitions that the text gives, in order; a sentence
// may hold several, one in each of its main clauses. It knows English, German and French; for
// another language it returns nothing.
func Definitions(text, lang string) []Definition {
	d := definer{vocabulary: vocabularyOf(lang), lang: lang}
	return d.define(text, nil, true)
}

// definer looks for definitions in one text after the other; it keeps the room that it can use again.
type definer struct {
	*vocabulary
	lang    string
	grammar *scorer
	toks    []prose.Token
	low     []string
}

// define is [Definitions] with the stretches that the author emphasised; without all it leaves out the sentences for
// which only their grammar speaks.
func (f *definer) define(text string, emphasis []Span, all bool) []Definition {
	if f.phrases == nil {
		return nil
	}
	var out []Definition
	for _, s := range prose.Sentences(text, f.lang) {
		sentence := text[s.Start:s.End]
		f.toks = prose.AppendTokens(f.toks[:0], sentence)
		toks := f.toks
		if len(toks) < 4 || len(toks) > 120 {
			continue
		}
		f.low = lowered(f.low[:0], sentence, toks)
		c := clause{vocabulary: f.vocabulary, text: sentence, toks: toks, low: f.low, marked: clip(emphasis, Span(s))}
		d, ok := c.define()
		p := 0.0
		if f.vocabulary == english && (all || d.weak) {
			if f.grammar == nil {
				f.grammar = newScorer()
			}
			p = f.grammar.likelihood(sentence, toks)
		}
		switch {
		case ok:
			if d.weak && p >= agrees {
				d.Confidence = Printed
			}
			if d.Confidence < Printed || d.Text == "" {
				// Grammar alone makes a find surer, but prints nothing.
				d.Confidence = min(max(p, d.Confidence), Printed-0.01)
			}
		case p >= Found:
			d = Definition{Rule: "grammar", Confidence: min(p, Printed-0.01)}
		default:
			continue
		}
		out = append(out, d.within(Span(s)))
		// The sentence may go on with another definition; only a sure one counts.
		for ok && len(out) > 0 {
			if c, ok = c.rest(d); !ok {
				break
			}
			if d, ok = c.define(); ok && !d.weak && d.Confidence >= Printed && d.Text != "" && !f.pointsBack(d.Text) {
				out = append(out, d.within(Span(s)))
			}
		}
	}
	return out
}

// pointsBack reports whether a pronoun stands in the words, which in a sentence's second clause may point to the first.
func (f *definer) pointsBack(text string) bool {
	for t, ok := prose.Next(text, 0); ok; t, ok = prose.Next(text, t.End) {
		if w := strings.ToLower(t.In(text)); f.owners[w] {
			return true
		}
	}
	return false
}

// within returns a definition whose places count from the beginning of sentence s with places that count from the
// beginning of its text.
func (d Definition) within(s Span) Definition {
	d.Sentence = s
	if d.Term != "" {
		d.TermStart += s.Start
		d.TermEnd += s.Start
	}
	if d.Text != "" {
		d.TextStart += s.Start
		d.TextEnd += s.Start
	}
	return d
}

// clip returns the spans that lie in s, with offsets from its start.
func clip(spans []Span, s Span) []Span {
	var out []Span
	for _, x := range spans {
		if s.Start <= x.Start && x.End <= s.End {
			out = append(out, Span{x.Start - s.Start, x.End - s.Start})
		}
	}
	return out
}

// lowered appends the tokens in lower case, with one kind of apostrophe.
func lowered(low []string, text string, toks []prose.Token) []string {
	for _, t := range toks {
		w := strings.ToLower(t.In(text))
		if w == "’" {
			w = "'"
		}
		low = append(low, w)
	}
	return low
}
