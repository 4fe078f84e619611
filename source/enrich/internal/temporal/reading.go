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

// fields is what one expression says.
type fields struct {
	year                  int
	hasYear, bc, eraGiven bool
	threeDigits           bool // a year of three digits without an era
	shortYear             int
	hasShort, apostrophe  bool
	month, day, weekday   int
	season, quarter, half int
	ord, holiday          int
	grain                 Grain // set where the words alone do not tell
	unit                  Grain
	sub                   string // the unit of a time of day: "H", "M", "S"
	plural                bool
	count                 float64
	counted, few          bool
	part                  string // TIMEX3's part of the day: MO, AF, EV, NI
	mod                   string
	quant                 string
	hour, minute          int
	clock, minutes, pm    bool
	plus                  float64 // "and a half"
	eve                   bool
	sameYear              bool
	yearBy                int // "of the following year": +1
	loose                 int // "later that month": +1, "earlier": -1
}

// reading is one match of a rule.
type reading struct {
	fields
	left     *fields // of the first of two expressions that the rule saw at once
	split    int     // the item between them, 0 if there is one only
	rule     *rule
	from, to int // items
}

// halves parts a reading of two expressions.
func (r *reading) halves() (left, right reading) {
	left = reading{fields: *r.left, rule: r.rule, from: r.from, to: r.split}
	right = reading{fields: r.fields, rule: r.rule, from: r.split + 1, to: r.to}
	return left, right
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
