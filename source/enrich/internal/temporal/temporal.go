// Package temporal finds the dates, times, durations and recurring times that prose speaks of, and says which
// stretch of the calendar each of them means.
//
// Use [Find]. In goes one article's text (headings and paragraphs, parted by line breaks, in reading order) and its
// language; out come the expressions in order, without overlaps, with byte offsets into that text:
//
//	for _, x := range temporal.Find(text, "en", temporal.Options{}) {
//		fmt.Println(text[x.Start:x.End], x.Value, x.EDTF, x.Lower, x.Upper)
//	}
//
// Values follow TIMEX3 (TimeML 1.2.1) as far as extent and value go, and ISO 8601-2 (EDTF) beside it. Expressions
// that need context ("on 24 March", "the following year", "two decades later") are resolved by carrying the
// narrative's own time through the text; give the whole article at once, or its context is lost between calls.
//
// The words and their order are data for each language: English, German and French. In any other language only
// numeric dates (1999-03-24, 24.3.1999) are found. A number alone is a year only with evidence. The package never
// reads a clock: without an anchor, "today" means no more than the present of the text.
package temporal

import "github.com/quirepress/quire/source/enrich/internal/prose"

// Type is the TIMEX3 type of an expression.
type Type string

// The types of TimeML 1.2.1.
const (
	DATE     Type = "DATE"     // a calendar date of a day or coarser, or a vague one such as PAST_REF
	TIME     Type = "TIME"     // a time of day
	DURATION Type = "DURATION" // a length of time
	SET      Type = "SET"      // a time that recurs
)

// Modifiers of an expression, as in TimeML.
const (
	START   = "START"  // early 1999
	MID     = "MID"    // mid-1999
	END     = "END"    // late 1999
	APPROX  = "APPROX" // about 1999
	BEFORE  = "BEFORE" // less than a year later
	AFTER   = "AFTER"  // more than a year later
	LESS    = "LESS_THAN"
	MORE    = "MORE_THAN"
	ATMOST  = "EQUAL_OR_LESS"
	ATLEAST = "EQUAL_OR_MORE"

	ONBEFORE = "ON_OR_BEFORE" // by 1999, until 1999
	ONAFTER  = "ON_OR_AFTER"  // since 1999, from 1999 on
)

// Grain is the size of the calendar unit that an expression names.
type Grain uint8

// From no calendar unit at all to a thousand years.
const (
	NoGrain Grain = iota
	Clock         // a time of day
	Day
	Week
	Month
	Quarter
	Season
	Half
	Year
	Decade
	Century
	Millennium
)

// Lead is the relation that the preposition before an expression sets up between the event and the date.
type Lead uint8

// "In 1999" leads nowhere: it is At.
const (
	At     Lead = iota // in, on, at, during, or nothing
	Before             // before
	By                 // by
	Until              // until, till
	Since              // since
	After              // after, following
	From               // from, beginning in: the first end of a range whose second is not given
	To                 // to: the second end of a range
)

// Expression is one temporal expression.
type Expression struct {
	Start, End int    // byte offsets into the text
	Text       string // text[Start:End]
	Type       Type
	Value      string // TIMEX3: 1949, 1999-03-24, 199, BC0044, 2004-SU, PRESENT_REF, P3Y; "" when it cannot be told
	Mod        string // START, MID, END, APPROX … or ""
	EDTF       string // ISO 8601-2: 1949, 199X, 1996/1999, 1920~, -0043, 2004-22; "" unless it has a place in the calendar
	// Open is the interval that the words around the date make of it, if they make it a bound: ../1990 for "before 1990",
	// 1990/.. for "since 1990". The other fields are those of 1990 itself.
	Open  string
	Grain Grain // NoGrain unless it has a place in the calendar
	// Lower and Upper are the first and the last day it may mean, modifiers counted in: the late 1990s go from
	// 1996-01-01 to 1999-12-31. Zero unless it has a place in the calendar.
	Lower, Upper Date
	Lead         Lead // what the preposition before it says
	// Context says that the text alone between Start and End does not give the value: the narrative's time does.
	Context bool
	// Range is the whole range that this expression opens or closes, nil if it stands alone. Both ends share one.
	Range *Range
	// Rule names the rule of the language's table that found it.
	Rule string
}

// Interval returns the date as ISO 8601-2 with what the words around it make of it: ../1990 for "before 1990".
func (x *Expression) Interval() string {
	if x.Open != "" {
		return x.Open
	}
	return x.EDTF
}

// Resolved reports whether the expression has a place in the calendar.
func (x *Expression) Resolved() bool { return x.Grain != NoGrain }

// Range is a stretch between two dates that the text gives as one: "March–June 1999", "between 1998 and 2001".
type Range struct {
	Start, End   int    // byte offsets from the first end's beginning to the second's end
	EDTF         string // 1999-03/1999-06
	Lower, Upper Date
}

// Options change how expressions are resolved. The zero value is the normal case.
type Options struct {
	// Anchor is the article's own date, if it is known: "this year" and "today" are resolved by it as long as the
	// narrative has no time of its own. The zero date means unknown.
	Anchor Date
	// Given are the dates that somebody who knows has given to places of the text, in order: from each on the
	// narrative's time is what it says. They are not returned.
	Given []Given
}

// Given is a date given to a place of the text.
type Given struct {
	End   int // of the place, a byte offset
	Day   Date
	Grain Grain // how much of Day is meant: Day, Month, Season, Year, Decade or Century
}

// Find returns the temporal expressions of text, in order and without overlaps. Lang is a BCP 47 tag. The work is
// linear in the length of the text.
func Find(text, lang string, opts Options) []Expression {
	return FindIn(prose.Cut(text, lang), lang, opts)
}

// FindIn is [Find] for a text that was cut already.
func FindIn(text *prose.Text, lang string, opts Options) []Expression {
	s := scan(text, languageOf(lang))
	return resolve(s, s.read(), opts)
}
