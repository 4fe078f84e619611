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
	var l prose.Lexicon
	f := newDefiner(vocabularyOf(lang), lang, &l)
	return f.define(text, l.AppendTokens(nil, text), nil, true)
}

// definer looks for definitions in one text after the other; it keeps the room that it can use again.
type definer struct {
	*vocabulary
	lang    string
	grammar *scorer
	// What is known of the spellings of the lexicon that the texts were cut with, by form.
	lexicon *prose.Lexicon
	lower   []string // with one kind of apostrophe
	cueOf   []cue

	low       []string
	sentences []prose.Span
}

func newDefiner(v *vocabulary, lang string, l *prose.Lexicon) *definer {
	return &definer{vocabulary: v, lang: lang, lexicon: l}
}

// clause returns a clause of the tokens, which count from the beginning of text. It is good until the next is made.
func (f *definer) clause(text string, toks []prose.Token) clause {
	for n := len(f.lower); n < f.lexicon.Len(); n++ {
		w := f.lexicon.Spelling(prose.Form(n)).Lower
		if w == "’" {
			w = "'"
		}
		f.lower, f.cueOf = append(f.lower, w), append(f.cueOf, f.cues(w))
	}
	c := clause{vocabulary: f.vocabulary, text: text, toks: toks}
	f.low = f.low[:0]
	before := cue(0)
	for _, t := range toks {
		f.low = append(f.low, f.lower[t.Form])
		own := f.cueOf[t.Form]
		if before&cueAside != 0 {
			c.cues |= own & cueApposition
		}
		c.cues |= own &^ cueApposition
		before = own
	}
	c.low = f.low
	return c
}

// define is [Definitions] for a text that was cut into tokens already, with the stretches that the author emphasised;
// without all it leaves out the sentences for which only their grammar speaks.
func (f *definer) define(text string, toks []prose.Token, emphasis []Span, all bool) []Definition {
	if f.phrases == nil {
		return nil
	}
	var out []Definition
	f.sentences = prose.AppendSentences(f.sentences[:0], text, f.lang)
	for _, s := range f.sentences {
		n := 0
		for n < len(toks) && toks[n].Start < s.End {
			n++
		}
		own := toks[:n]
		toks = toks[n:]
		if n < 4 || n > 120 {
			continue
		}
		c := f.clause(text, own)
		c.marked = spansIn(emphasis, Span(s))
		d, ok := c.define()
		p := 0.0
		if f.vocabulary == english && (all || d.weak) {
			if f.grammar == nil {
				f.grammar = newScorer()
			}
			p = f.grammar.likelihood(text, own)
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
		out = append(out, d)
		// The sentence may go on with another definition; only a sure one counts.
		for ok {
			if c, ok = c.rest(d); !ok {
				break
			}
			if d, ok = c.define(); ok && !d.weak && d.Confidence >= Printed && d.Text != "" && !f.pointsBack(d.Text) {
				d.Sentence = Span(s)
				out = append(out, d)
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

// spansIn returns the spans that lie in s.
func spansIn(spans []Span, s Span) []Span {
	var out []Span
	for _, x := range spans {
		if s.Start <= x.Start && x.End <= s.End {
			out = append(out, x)
		}
	}
	return out
}
