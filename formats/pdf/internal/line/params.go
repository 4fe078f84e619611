package line

import "github.com/quirepress/quire/formats/style"

// A Measure is the room of one line: its width, and how far it is indented.
type Measure struct {
	Width, Offset style.Length
}

// Params say what a good paragraph is. [Justified], [Ragged] and [Balanced]
// return the house's own; the zero value forbids too much to be of use.
//
// Demerits are those of TeX (The TeXbook, chapter 14): a line of badness b
// that ends at a penalty p costs (LinePenalty + b)² + p², and what the
// neighbours add; a ragged line costs LinePenalty² + b² + p².
type Params struct {
	// Measures are those of the first lines; the last one holds for all
	// lines after it. At least one is needed.
	Measures []Measure

	// PreTolerance is the badness that no line may pass in a first try
	// without hyphenation; a negative one leaves that try out.
	PreTolerance int
	// Tolerance is the badness that no line may pass with hyphenation.
	Tolerance int
	// EmergencyStretch is what a line may lack beyond its tolerance in the
	// pass after these, where glue stretches further than it should.
	EmergencyStretch style.Length
	// LetterStretch and LetterShrink are the widest changes of the gap behind
	// one letter in an ordinary line. Letter-spacing shares with the glue what
	// expansion has left: it is at its widest when glue has stretched by its
	// Stretch, and at its narrowest when glue has shrunk by its Shrink.
	LetterStretch, LetterShrink style.Length
	// EmergencyLetters is how far letters may move beyond that in the pass
	// after the emergency.
	EmergencyLetters style.Length

	// LinePenalty is added to the badness of every line.
	LinePenalty int
	// HyphenPenalty is added to the cost of a flagged penalty that adds a
	// hyphen. From [Inhibit] up hyphenation is left to the last pass.
	HyphenPenalty int
	// ExHyphenPenalty is added to the cost of a flagged penalty behind a
	// hyphen that the word brings along.
	ExHyphenPenalty int
	// LastResortPenalty is added to the cost of a last-resort break.
	LastResortPenalty int

	// DoubleHyphenDemerits fall on the second of two lines that end with a
	// hyphen, FinalHyphenDemerits on the last line when the one before does.
	DoubleHyphenDemerits, FinalHyphenDemerits int64
	// AdjDemerits fall on a line whose tightness differs from its
	// predecessor's by more than one class.
	AdjDemerits int64
	// Runt is the shortest width of a last line that is not punished with
	// RuntDemerits, and up to twice as many for a line of no width.
	Runt         style.Length
	RuntDemerits int64
	// MaxHyphens is how many lines in a row may end with a hyphen; 0 sets no
	// limit, and more than 7 counts as 7.
	MaxHyphens int

	// Looseness asks for so many lines more (or fewer, below 0) than the
	// best paragraph has, as far as the tolerance allows.
	Looseness int

	// Loosest, when it is above 0, is how wide the word spaces of a line may be
	// on average, in hundredths of their natural width. A justified paragraph
	// that cannot keep it is set flush left as a whole.
	Loosest int

	// Ragged, when it is above 0, sets lines at their natural width, flush
	// left: a line that is short by Ragged has badness 100. The sum of the
	// squares of what lines lack is least, which for a given number of lines
	// is the same as their variance.
	Ragged style.Length
	// Balanced lets the last line count like the others, for headings.
	Balanced bool
}

// Justified returns the parameters for justified text of the given measure,
// set at a size of em. With [Space] they are the only place that says how the
// house justifies.
//
// They suppose word spaces as [Space] makes them and glyphs that expand by up to
// 2 % either way. What is marked as measured was chosen on English and German
// prose in Source Serif, on measures of 64 to 93 characters, so that few lines
// are hyphenated, none is loose, and spaces are even. On 64 characters, the
// narrowest of them, 3 % of the lines of English prose end with a hyphen and
// 13 % of German prose, where LuaLaTeX with microtype and the same face
// hyphenates 10 % and 28 %.
func Justified(measure, em style.Length) Params {
	loosest := 200
	if measure < 29*em {
		// Less than sixty characters, as in columns: all lines suffer there,
		// and one loose line is no reason to leave the right edge.
		loosest = 250
	}
	return Params{
		Measures: []Measure{{Width: measure}},
		// Plain TeX has 100. A paragraph that does without hyphens at that
		// price has looser lines than one with a few; measured.
		PreTolerance:     50,
		Tolerance:        200,    // plain TeX
		EmergencyStretch: 3 * em, // LaTeX's \sloppy
		// Letters may be set 3 % of the size further apart or closer before
		// a reader sees it (Bringhurst, Elements of Typographic Style,
		// 2.1.9). Ordinary lines stay below that; the emergency adds what
		// makes 3 %. Measured: at 15 and 10 a third more lines are
		// hyphenated, and spaces are no more even.
		LetterStretch:    em.Em(20),
		LetterShrink:     em.Em(14),
		EmergencyLetters: em.Em(10),

		LinePenalty: 10, // plain TeX
		// Plain TeX has 50, with spaces that stretch by half. Where they give
		// less, the same want of room is worse, and a hyphen must cost more so
		// as not to be the easy way out; measured.
		HyphenPenalty:     160,
		ExHyphenPenalty:   50,     // plain TeX
		LastResortPenalty: 20_000, // as spaces of four times their width
		// Two hyphens in a row, and one before the last line: plain TeX.
		DoubleHyphenDemerits: 10_000,
		FinalHyphenDemerits:  5_000,
		// Plain TeX; a loose line after a tight one shows also where letters
		// bear a part of it.
		AdjDemerits: 10_000,
		// A last line should be longer than an indent, or the next paragraph
		// seems to follow an empty line.
		Runt:         5 * em / 2,
		RuntDemerits: 10_000,
		Loosest:      loosest,
		MaxHyphens:   2, // the house rule; Bringhurst 2.4.3 allows three
	}
}

// Space returns the glue of a word space of the given natural width in
// justified text. It gives less than TeX's, which stretches by half: the narrow
// space of the house face shows every change, and letters and hyphens bear more
// of the load before it. Measured: with a half, the spread of spaces grows by a
// fifth, and the hyphens that it saves do not outweigh that; where spaces shrink
// by less than a third, a half more lines are hyphenated.
func Space(width style.Length) Item {
	return Item{Kind: Glue, Width: width, Stretch: width / 3, Shrink: width / 3}
}

// Ragged returns the parameters for text that is flush left. Its lines may be
// a tenth of the measure short at the badness that a stretched line has at its
// limit; hyphens are rarer than in justified text.
func Ragged(measure, em style.Length) Params {
	p := Justified(measure, em)
	p.Ragged = max(measure/10, 1)
	p.PreTolerance, p.Tolerance = 400, 500
	p.AdjDemerits = 0
	p.HyphenPenalty = 200
	// A short word alone below a ragged paragraph shows more than below a
	// block, and can be helped: of two lines the first may rather be a third
	// of the measure short.
	p.Runt = max(p.Runt, measure/4)
	p.RuntDemerits = 150_000
	return p
}

// Balanced returns the parameters for headings and captions: as few lines as
// possible, of lengths as equal as possible, and no hyphens.
func Balanced(measure, em style.Length) Params {
	p := Ragged(measure, em)
	p.Balanced = true
	p.PreTolerance, p.Tolerance = 1000, 1000 // any line that fits
	p.LinePenalty = 30_000                   // outweighs any difference in length
	p.HyphenPenalty = Inhibit
	p.Runt, p.RuntDemerits = 0, 0
	return p
}

// easy returns the number of the first line (counted from 0) from which on
// all lines have the same measure.
func (p *Params) easy() int {
	n := len(p.Measures) - 1
	for n > 0 && p.Measures[n].Width == p.Measures[n-1].Width {
		n--
	}
	return n
}

// runt returns the demerits of a last line that is shorter than Runt: up to
// twice as many for a shorter one.
func (p *Params) runt(width int64) int64 {
	whole := max(int64(p.Runt), 1)
	return p.RuntDemerits + p.RuntDemerits*(whole-max(width, 0))/whole
}

// measure returns the room of line n, counted from 0.
func (p *Params) measure(n int) Measure {
	if n < len(p.Measures) {
		return p.Measures[n]
	}
	return p.Measures[len(p.Measures)-1]
}
