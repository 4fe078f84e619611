package temporal

// act is what is done with what a rule saw.
type act uint8

const (
	actDate       act = iota // a calendar date as far as given; the narrative's time fills the rest in
	actSame                  // the narrative's own unit: "that year"
	actNext                  // the unit after the narrative's: "the next day"
	actPrev                  // the unit before: "the previous year"
	actLater                 // so many units after the narrative's time: "two days later"
	actEarlier               // so many units before
	actAgo                   // so many units before the text's present
	actDuration              // a length of time
	actSet                   // every so often
	actPresent               // PRESENT_REF
	actPast                  // PAST_REF
	actFuture                // FUTURE_REF
	actVague                 // a temporal expression without a value
	actPart                  // a part of some day: "night"
	actAfterEvent            // so many units after an event: "a year after Marathon"
	actApposition            // another name of the date before it: "3 May 1871, the eve of the fair"
)

// fields is what one expression says. It is copied at every step of a walk through the rules, so it is kept small.
type fields struct {
	count                 float64
	year, shortYear       int32
	month, day, weekday   int8
	season, quarter, half int8
	ord, holiday          int8
	hour, minute          int8
	yearBy                int8  // "of the following year": +1
	loose                 int8  // "later that month": +1, "earlier": -1
	grain                 Grain // set where the words alone do not tell
	unit                  Grain
	sub                   code // the unit of a time of day: "H", "M", "S"
	part                  code // TIMEX3's part of the day: MO, AF, EV, NI
	mod, quant            code
	modFrom               code // "early to mid-": the first of two modifiers
	piece, pieces         int8 // "the second quarter of": the second of four
	second                int8 // of the clock
	hasYear, bc, eraGiven bool
	threeDigits           bool // a year of three digits without an era
	hasShort, apostrophe  bool
	plural                bool
	counted, few          bool
	clock, minutes, pm    bool
	seconds               bool
	plusHalf              bool // "and a half"
	eve                   bool
	sameYear              bool
}

// pieced notes that the expression means one of several equal pieces of its unit.
func (f *fields) pieced(piece, of int8) {
	f.piece, f.pieces, f.ord = piece, of, 0
	switch {
	case piece == 1:
		f.mod = codeOf(START)
	case piece == of:
		f.mod = codeOf(END)
	default:
		f.mod = codeOf(MID)
	}
}

// lastOne is the ordinal of the last of several.
const lastOne = -1

// amount returns the number counted, with its half.
func (f *fields) amount() float64 {
	if f.plusHalf {
		return f.count + 0.5
	}
	return f.count
}

// reading is one match of a rule.
type reading struct {
	fields
	left     int8  // the step of the walk that read the first of two expressions that the rule saw at once
	act      act   // the rule's
	rule     int32 // index in the language's table
	split    int32 // the item between the two, 0 if there is one expression only
	from, to int   // items
}

// code is one of the words that values and modifiers are written with.
type code uint8

var codes = [...]string{"", START, MID, END, APPROX, MORE, LESS, ATLEAST, ATMOST, "MO", "AF", "EV", "NI", "DT", "12:00", "24:00", "H", "M", "S"}

func (c code) String() string { return codes[c] }

// codeOf returns the code of a word, which is one of those listed.
func codeOf(word string) code {
	for c, w := range codes {
		if w == word {
			return code(c)
		}
	}
	panic("internal error: no code for " + word)
}

// isDay and the like tell how fine a calendar date is given.
func (f *fields) calendarGrain() Grain {
	switch {
	case f.day > 0, f.weekday > 0, f.holiday > 0:
		return Day
	case f.month > 0:
		return Month
	case f.quarter > 0:
		return Quarter
	case f.season > 0:
		return Season
	case f.half > 0:
		return Half
	case f.grain != NoGrain:
		return f.grain
	case f.hasYear || f.hasShort:
		return Year
	}
	return NoGrain
}
