package terms

// Span is a stretch of a text in bytes: text[Start:End].
type Span struct{ Start, End int }

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
	RuleLongShort  = "long (short)"  // Kosovo Force (KFOR)
	RuleInside     = "(long, short)" // (the North Atlantic Treaty Organization, NATO)
	RuleShortLong  = "short (long)"  // NATO (the North Atlantic Treaty Organization)
	RuleEquals     = "short = long"  // AOS = administrative and operational services
	RuleColon      = "short: long"   // a line or item of a list of abbreviations
	RuleStandsFor  = "stands for"    // NATO stands for, is short for …
	RuleComma      = "short, long,"  // NATO, the North Atlantic Treaty Organization,
	rulePlainShort = "plain " + RuleShortLong
	RuleOr         = "long, or short"
)
