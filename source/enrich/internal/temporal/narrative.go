package temporal

import (
	"math"
)

// Dates that leave something out are filled in from the time that the narrative has arrived at.

// stand is a time that a narrative has arrived at: the last date it gave, as fine as it gave it.
type stand struct {
	year       int // astronomical
	month, day int // 0 if the text did not say
	season     int
	known      bool
	decade     int // the first year of the last decade spoken of, if decadeIs
	decadeIs   bool
	century    int // the first year of the last century spoken of, if centuryIs
	centuryIs  bool
}

// narrative is a text's time. Dates at the beginning of a sentence, in headings and near the time that the text has
// arrived at move it; the others are looks back and ahead, which hold no longer than their sentence (Webber,
// "Tense as discourse anaphor", 1988, calls the one the focus of the narrative and the other embedded discourse).
type narrative struct {
	stand
	main      stand
	left      int // the year that the narrative left for the one it is in
	aside     int // the year of the last look aside
	anchor    Date
	last      stand       // the last date mentioned, though only in an aside: what "that year" points to
	front     bool        // the reading at hand stands at the beginning of its sentence
	ahead     bool        // the reading at hand is only looked ahead to: "two years later he would"
	back      bool        // the reading at hand looks back: "the previous year"
	recent    bool        // the last date mentioned is in this sentence or the one before
	at        int         // the sentence at hand
	lastAt    int         // the sentence that mentioned the last date
	prev      *Expression // the expression before the reading at hand, and the item after it
	prevEnd   int
	next      *reading    // the reading after the one at hand
	told      *Expression // the last expression that gives a date by itself
	christian bool        // the last year with an era was one after Christ
	to        bool        // nothing but a connector stands before the reading at hand and after the one before
	second    bool        // the reading at hand is the second end of a range
	pointed   bool        // the reading at hand ends a sentence that says when something was: "The second time was in 1994."
}

// place gives x the calendar place m and, unless it is an aside, moves the narrative there.
func (n *narrative) place(x *Expression, m moment, move bool) {
	var room [24]byte
	x.Grain = m.grain
	x.Lower, x.Upper = m.bounds(x.Mod)
	x.Value = or(x.Text, m.appendTimex(room[:0]))
	x.EDTF = or(x.Value, m.appendEDTF(room[:0], x.Mod))
	if !move {
		return
	}
	n.last.arrive(m)
	n.lastAt = n.at
	if n.goes(x, m) {
		if n.main.known && m.grain < Decade && m.year != n.main.year {
			n.left = n.main.year
		}
		n.stand.arrive(m)
		n.main, n.aside = n.stand, noYear
	} else if m.grain < Year && !n.second && !n.back {
		n.stand.arrive(m) // for the rest of the sentence
	}
}

// or returns what b holds, and the string given if it is the same: most dates are written as they stand, and alike in both
// notations.
func or(same string, b []byte) string {
	if string(b) == same {
		return same
	}
	return string(b)
}

// obey takes the narrative to a date that was given to it, before the sentence at.
func (n *narrative) obey(g Given, at int) {
	m := moment{year: g.Day.Year, grain: g.Grain}
	switch g.Grain {
	case Day:
		m.month, m.day = g.Day.Month, g.Day.Day
	case Month:
		m.month = g.Day.Month
	case Season:
		m.season = floorMod(g.Day.Month-3, 12)/3 + 1 // spring begins in March
	}
	n.stand.arrive(m)
	n.last.arrive(m)
	n.main, n.aside, n.lastAt = n.stand, noYear, at
}

// noYear is no year of any calendar.
const noYear = math.MinInt

// arrive moves a stand to m.
func (t *stand) arrive(m moment) {
	switch m.grain {
	case Millennium: // no story is told by it
	case Century:
		t.century, t.centuryIs = m.year, true
	case Decade:
		t.decade, t.decadeIs = m.year, true
	default:
		*t = stand{known: true, year: m.year, month: m.month, day: m.day, season: m.season}
	}
}

// goes reports whether the narrative goes to m, or only looks there.
func (n *narrative) goes(x *Expression, m moment) bool {
	if n.known && n.ahead {
		return false
	}
	if !n.known || n.front || m.grain >= Decade {
		return true
	}
	if m.grain == Year && m.year == n.year && n.month > 0 {
		return false // nothing new
	}
	if x.Context {
		return !n.back // "the previous year" within a sentence looks back
	}
	if x.Lead == Since || n.second {
		return false
	}
	switch d := m.year - n.year; {
	case m.grain == Year && n.pointed:
		return true // "The second time was in 1994."
	case m.grain == Year:
		// A year alone is a look aside more often than not.
		if d == 0 || m.year == n.aside || n.aside > n.year && m.year > n.aside || 0 < d && d <= 20 && n.month == 0 && n.season == 0 && n.day == 0 {
			return true
		}
	case m.grain == Day && m.year == n.left && d < 0: // it looked ahead by years, and comes back
		return true
	case 0 <= d && d <= 10: // a date in an earlier year is a flashback
		return true
	case n.aside > n.year && m.year >= n.aside: // the second look ahead in a row: the narrative has gone there
		return true
	}
	n.aside = m.year
	return false
}

// astronomical returns the year of a reading, in which era the narrative has the last word.
func (n *narrative) astronomical(f *fields) int {
	if f.eraGiven {
		n.christian = !f.bc
	}
	if f.bc || f.threeDigits && !f.eraGiven && n.known && n.year <= 0 && !n.christian {
		return 1 - int(f.year)
	}
	return int(f.year)
}

// yearFor returns the year in which a month, day or season of the narrative falls if none is given.
func (n *narrative) yearFor(m moment) int {
	if !n.known {
		return n.anchor.Year
	}
	if l := &n.last; m.month > 0 && m.month == l.month && m.day > 0 && l.day > 0 && m.day >= l.day && n.at-n.lastAt <= 2 {
		return l.year // "approved on 15 November 1777 … On 28 November"
	}
	now := n.month
	if now == 0 && n.season > 0 {
		now = n.season*3 + 1
	}
	switch {
	case m.month > 0 && n.month > 0 && (now == 12 && m.month <= 2 || n.front && now == 11 && m.month <= 2):
		return n.year + 1
	case m.season == 1 && now >= 11:
		return n.year + 1
	}
	return n.year
}

// shortYear completes a year of two digits: the last such year that is not after the narrative's own by much.
func (n *narrative) shortYear(yy int, grain Grain) int {
	base := 1999
	if n.known && n.year > 100 {
		base = n.year + 10
		if grain == Decade {
			base = n.year + 20 // "It closed in 1957. In the seventies …"
		}
	}
	y := base - floorMod(base, 100) + yy
	if y > base {
		y -= 100
	}
	return y
}
