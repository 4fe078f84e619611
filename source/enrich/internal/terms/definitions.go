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

	of     string   // the whole that a pronoun of Text points at, which the sentence names behind the term: "of a glacier"
	kind   bool     // its construction is one of kinds, not of names
	named  bool     // the term is the name of a body, so that it has to be told of twice
	parted bool     // Text is put together from two places, of which TextStart and TextEnd are the second
	weak   bool     // good when the sentence's grammar agrees
	before []string // the subject that sums up the sentence before, which says what the term means
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
	t := prose.Cut(text, lang)
	return newDefiner(vocabularyOf(lang), t).define(t.Tokens, Span{0, len(text)}, nil, true)
}

// definer looks for definitions in one block of a text after the other; it keeps the room that it can use again.
type definer struct {
	*vocabulary
	text      *prose.Text
	sentences []prose.Span // those that were not read yet
	grammar   *scorer
	// What is known of the text's spellings, by form.
	lower []string // with one kind of apostrophe
	cueOf []cue
	low   []string
	own   []cue
	// The clause at hand, and one tried in its stead.
	at, other clause
}

func newDefiner(v *vocabulary, text *prose.Text) *definer {
	f := &definer{vocabulary: v, text: text, sentences: text.Sentences}
	if v.phrases == nil {
		return f
	}
	f.lower, f.cueOf = make([]string, text.Len()), make([]cue, text.Len())
	cues := v.cues()
	for n := range f.lower {
		w := text.Spelling(prose.Form(n)).Lower
		if w == "’" {
			w = "'"
		}
		f.lower[n], f.cueOf[n] = w, cues[w]
		if v.unmarked != nil && (len(w) > 4 && strings.HasSuffix(w, "s") || v.unmarked[w] || v.phrases.sizes[w]) {
			f.cueOf[n] |= cueApposition // the plural of an apposition without articles
		}
	}
	return f
}

// clause returns a clause of the tokens. It is good until the next is made.
func (f *definer) clause(toks []prose.Token) clause {
	c := clause{vocabulary: f.vocabulary, text: f.text.Source, toks: toks}
	f.low, f.own = f.low[:0], f.own[:0]
	before := cue(0)
	for _, t := range toks[1:min(len(toks), 4)] {
		if f.cueOf[t.Form]&cueAside != 0 {
			c.cues |= cueApposition // an aside of the first words needs no article: "Eskers, winding ridges of gravel, are"
		}
	}
	for _, t := range toks {
		f.low = append(f.low, f.lower[t.Form])
		own := f.cueOf[t.Form]
		f.own = append(f.own, own)
		if before&cueAside != 0 {
			c.cues |= own & cueApposition
		}
		c.cues |= own &^ cueApposition
		before = own
	}
	c.low, c.own = f.low, f.own
	return c
}

// define is [Definitions] for a block of the text, behind those that it was called for, with its tokens and the stretches
// that the author emphasised; places count from the block's beginning. Without all it leaves out the sentences for which
// only their grammar speaks.
func (f *definer) define(toks []prose.Token, block Span, emphasis []Span, all bool) []Definition {
	if f.phrases == nil {
		return nil
	}
	var out []Definition
	var own, before []prose.Token // of the sentence, of that before it in its block
	for len(f.sentences) > 0 && f.sentences[0].Start < block.End {
		s := f.sentences[0]
		f.sentences = f.sentences[1:]
		if s.Start < block.Start {
			continue
		}
		n := 0
		for n < len(toks) && toks[n].Start < s.End {
			n++
		}
		before, own = own, toks[:n]
		toks = toks[n:]
		if n < 4 || n > 120 {
			continue
		}
		c := &f.at
		*c = f.clause(own)
		c.marked = spansIn(emphasis, Span(s), block.Start)
		d, ok := c.define()
		if d.before != nil {
			f.tellBefore(&d, before)
		}
		whole := &f.other
		for *whole = *c; !ok; {
			// "Never force an output; an interlock is a condition that …"
			k := whole.next()
			if k < 0 || k+5 >= len(whole.low) {
				break
			}
			*whole = whole.from(k + 1)
			if e, found := whole.define(); found && e.Text != "" && e.Confidence >= Printed && !f.pointsBack(e.Text) {
				*c, d, ok = *whole, e, true
			}
		}
		p := 0.0
		if f.vocabulary == english && (all || d.weak) {
			if f.grammar == nil {
				f.grammar = newScorer()
			}
			p = f.grammar.likelihood(f.text.Source, own)
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
		at := Span(s).less(block.Start)
		out = append(out, d.standing(at, block.Start))
		// The sentence may go on with another definition; only a sure one counts.
		for ok {
			if *c, ok = c.rest(d); !ok {
				break
			}
			if d, ok = c.define(); ok && !d.weak && d.Confidence >= Printed && d.Text != "" && !f.pointsBack(d.Text) {
				out = append(out, d.standing(at, block.Start))
			}
		}
	}
	return out
}

// next returns the token before the clause's next statement: a semicolon or a colon, or the conjunction in ", and a lock is";
// -1 when there is none.
func (c *clause) next() int {
	for k := 1; k+4 < len(c.low); k++ {
		if len(c.low[k]) != 1 {
			continue
		}
		switch c.low[k] {
		case ";", ":":
			return k
		case ",":
			if (c.clauseWords[c.low[k+1]] || c.contrasts[c.low[k+1]]) && c.phrases.indefinite[c.low[k+2]] {
				return k + 1
			}
		}
	}
	return -1
}

// pointsBack reports whether a pronoun stands in the words, which in a sentence's second clause may point to the first.
func (f *definer) pointsBack(text string) bool {
	plural := false // "a pianist who coaches singers in their parts"
	for t, ok := prose.Next(text, 0); ok; t, ok = prose.Next(text, t.End) {
		w := strings.ToLower(t.In(text))
		if f.owners[w] && !(plural && f.manys[w]) {
			return true
		}
		plural = plural || f.manys != nil && len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
	}
	return false
}

// standing returns a definition of sentence s with its places counted from the block that begins at base.
func (d Definition) standing(s Span, base int) Definition {
	d.Sentence = s
	if d.Term != "" {
		d.TermStart -= base
		d.TermEnd -= base
	}
	if d.Text != "" {
		d.TextStart -= base
		d.TextEnd -= base
	}
	return d
}

// spansIn returns the spans of the block at base that lie in s, counted as s is.
func spansIn(spans []Span, s Span, base int) []Span {
	var out []Span
	for _, x := range spans {
		if x = x.less(-base); s.Start <= x.Start && x.End <= s.End {
			out = append(out, x)
		}
	}
	return out
}
