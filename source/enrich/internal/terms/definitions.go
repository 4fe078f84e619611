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
	Found   = 0.34 // a sentence that probably defines something
	Printed = 0.90 // an entry that may be printed unseen
)

// agrees is the likelihood from which grammar backs a weak construction.
const agrees = 0.55

// Definitions returns the sentences of the text that define a term, in order,
// at most one definition a sentence. It knows English, German and French; for
// another language it returns nothing.
func Definitions(text, lang string) []Definition { return define(text, lang, nil, true) }

// define is Definitions with the stretches that the author emphasised; without
// all it leaves out the sentences for which only their grammar speaks.
func define(text, lang string, emphasis []Span, all bool) []Definition {
	v := vocabularyOf(lang)
	if v.phrases == nil {
		return nil
	}
	var grammar *scorer
	if v == english {
		grammar = newScorer()
	}
	var out []Definition
	for _, s := range prose.Sentences(text, lang) {
		sentence := text[s.Start:s.End]
		toks := prose.Tokens(sentence)
		if len(toks) < 4 || len(toks) > 120 {
			continue
		}
		d, ok := v.define(sentence, toks, clip(emphasis, Span(s)))
		p := 0.0
		if grammar != nil && (all || d.weak) {
			p = grammar.likelihood(sentence, toks)
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
		d.Sentence = Span(s)
		if d.Term != "" {
			d.TermStart += s.Start
			d.TermEnd += s.Start
		}
		if d.Text != "" {
			d.TextStart += s.Start
			d.TextEnd += s.Start
		}
		out = append(out, d)
	}
	return out
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

// lowered returns the tokens in lower case, with one kind of apostrophe.
func lowered(text string, toks []prose.Token) []string {
	low := make([]string, len(toks))
	for i, t := range toks {
		low[i] = strings.ToLower(t.In(text))
		if low[i] == "’" {
			low[i] = "'"
		}
	}
	return low
}
