package temporal

import (
	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// The classes that patterns ask for.

// class is a kind of item that patterns ask for by name, or a condition.
type class uint8

const (
	noClass class = iota
	clDay
	clDayTh
	clMonth
	clYear
	clShortYear
	clNextYear
	clApYear
	clDecade
	clDecadeWord
	clWeekday
	clSeason
	clUnit
	clUnits
	clCount
	clFew
	clOrd
	clRoman
	clPart
	clEra
	clModA
	clModN
	clHoliday
	clNum12
	clNum60
	clHHMM
	clSecond
	clQ
	clSplit
	clQuant
	clNumeric
	clNum
	clAdj
	clFiscal
	// Conditions.
	clYearEvidence
	clMonthEvidence
	clSeasonEvidence
	clOrdEvidence
	clPartEvidence
	clTimePhrase
	clClosed
	clOver
	clBareUnits
	clNoNoun
	clNoCounted
	clNotClock
	clSpan
	clSingular
	clLength
	clOf
	clNoOf
	clNoun
	clLead
	clEvent
	clNoKind
)

var classNames = map[string]class{
	"DAY":     clDay,        // 1 to 31, perhaps with an ordinal suffix
	"DAYTH":   clDayTh,      // 1 to 31 with an ordinal suffix
	"MONTH":   clMonth,      // a month's name, perhaps with its abbreviation's full stop
	"YEAR":    clYear,       // a year of four digits, or of one to four with an era
	"YY":      clShortYear,  // the last two digits of a year after a hyphen
	"NEXTYY":  clNextYear,   // the year after the one just read, in two digits or four, after a hyphen
	"'YY":     clApYear,     // '99
	"DECADE":  clDecade,     // 1990s
	"DECADEW": clDecadeWord, // nineties
	"WEEKDAY": clWeekday,
	"SEASON":  clSeason,
	"UNIT":    clUnit,  // day, week … century
	"UNITS":   clUnits, // days, weeks … in the plural
	"COUNT":   clCount, // 3, three, twenty-five, a hundred
	"FEW":     clFew,   // several
	"ORD":     clOrd,   // 19th, nineteenth
	"ROMAN":   clRoman, // XIX
	"PART":    clPart,  // morning
	"ERA":     clEra,   // BC
	"MODA":    clModA,  // early, mid, late
	"MODN":    clModN,  // beginning, middle, end
	"HOLIDAY": clHoliday,
	"HOUR":    clNum12,
	"HHMM":    clHHMM, // 1800, the time of an order
	"MINUTE":  clNum60,
	"SECOND":  clSecond, // like MINUTE
	"/":       clSplit,  // what stands before and after are two expressions; takes one connecting item
	"QUARTER": clQ,      // Q1

	"QUANT":   clQuant,   // about, more than
	"NUM":     clNum,     // like COUNT, but no article
	"FY":      clFiscal,  // FY2008, FY 2008
	"ADJ":     clAdj,     // a word in lower case that the lexicon does not have
	"NUMERIC": clNumeric, // 1999-03-24, 24.3.1999, 24/3/1999

	"=YEAR":       clYearEvidence,   // something says that the number is a year
	"=MONTH":      clMonthEvidence,  // something says that the word is a month
	"=SEASON":     clSeasonEvidence, // something says that the word is a season
	"=ORD":        clOrdEvidence,    // the ordinal stands for a day
	"=PART":       clPartEvidence,   // something says that a part of a day is spoken of
	"=TIMEPHRASE": clTimePhrase,     // "at the time", not "the time they needed"
	"=CLOSED":     clClosed,         // the clause ends or goes on with its verb
	"=CLAUSEOVER": clOver,           // =CLOSED, and no other clause begins
	"=UNITS":      clBareUnits,      // a preposition of duration stands before
	"=NONOUN":     clNoNoun,         // no noun follows
	"=NOCOUNTED":  clNoCounted,      // no noun follows that could be counted
	"=NOTCLOCK":   clNotClock,       // the number is no hour
	"=SPAN":       clSpan,           // the two years go up and are not too far apart
	"=LENGTH":     clLength,         // the unit just read can be a length of time
	"=OF":         clOf,             // "of" follows
	"=NOOF":       clNoOf,           // a noun phrase does not follow
	"=NOUN":       clNoun,           // a noun follows
	"=LEAD":       clLead,           // a preposition stands before
	"=EVENT":      clEvent,          // a noun phrase or clause follows
	"=NOKIND":     clNoKind,         // the noun that follows is not one that the word before it tells the kind of
	"=SINGULAR":   clSingular,       // the unit just read is singular
}

func (c class) zeroWidth() bool { return c >= clYearEvidence }

// take matches class c at item i, notes what it says in the reading of the step and returns the index after it, or -1.
func (m *matcher) take(c class, i, step int) int {
	s, it, r := m.s, m.s.at(i), &m.steps[step]
	w := it.word
	switch c {
	case clDay, clDayTh:
		if it.Kind != prose.Number || it.digits > 2 || it.num < 1 || it.num > 31 || s.gluedLeft(i) {
			return -1
		}
		next := i + 1
		if n := s.at(next); s.lang.ordinalStop {
			if s.char(next) == '.' && !n.Spaced {
				next++
			} else if c == clDayTh {
				return -1
			}
		} else if n.word != nil && n.word.suffix && !n.Spaced {
			next++
		} else if c == clDayTh || s.gluedRight(i) {
			return -1
		}
		r.day = int8(it.num)
		return next
	case clMonth:
		if w == nil || w.month == 0 || s.lang.capitalMonths && !it.capital {
			return -1
		}
		r.month = w.month
		if w.abbreviation && s.char(i+1) == '.' && !s.at(i+1).Spaced {
			return i + 2
		}
		return i + 1
	case clYear:
		return m.takeYear(i, r)
	case clShortYear:
		if pw := s.at(m.start - 1).word; it.Kind == prose.Number && it.digits == 1 && r.split > 0 && (s.char(i-1) != '-' || pw != nil && pw.yearLead) && !it.Spaced && !s.gluedRight(i) && !s.designated(m.start) {
			// "1976–7"
			if left := &m.steps[r.left]; left.hasYear && left.year >= 1500 && left.year%10 < it.num {
				r.shortYear, r.hasShort = left.year%100-left.year%10+it.num, true
				return i + 1
			}
		}
		if it.Kind != prose.Number || it.digits != 2 || s.gluedRight(i) || it.Spaced && !s.apart(i) {
			return -1
		}
		r.shortYear, r.hasShort = it.num, true
		return i + 1
	case clNextYear:
		year := int(r.year) + 1
		if it.Kind != prose.Number || it.Spaced || s.gluedRight(i) || !r.hasYear || r.bc {
			return -1
		}
		if it.digits == 4 && int(it.num) == year || it.digits == 2 && int(it.num) == year%100 {
			return i + 1
		}
		return -1
	case clApYear:
		if c := s.text[it.Start:it.End]; c != "'" && c != "’" && c != "‘" || !it.Spaced && s.char(i-1) != '(' {
			return -1
		}
		n := s.at(i + 1)
		if n.Kind != prose.Number || n.digits != 2 || n.Spaced || s.at(i+2).Kind == prose.Word && !s.at(i+2).Spaced {
			return -1
		}
		r.shortYear, r.hasShort, r.apostrophe = n.num, true, true
		return i + 2
	case clDecade:
		if c := s.text[it.Start:it.End]; (c == "'" || c == "’" || c == "‘") && s.at(i+1).digits == 2 && !s.at(i+1).Spaced {
			i++ // "the late '80s"
			it = s.at(i)
		}
		if it.Kind != prose.Number || it.num%10 != 0 || it.num < 10 || it.digits > 4 || s.gluedLeft(i) {
			return -1
		}
		next := i + 1
		if x := s.char(next); (x == '\'' || x == 0xE2) && !s.at(next).Spaced {
			next++
		}
		n := s.at(next)
		if n.Spaced || n.word == nil || !n.word.decadeSuffix {
			if !s.lang.decadeBare || it.digits != 4 && it.digits != 2 || s.gluedRight(i) {
				return -1
			}
			return m.decade(i, i, r)
		}
		return m.decade(i, next, r)
	case clDecadeWord:
		if w == nil || w.decade == 0 {
			return -1
		}
		r.shortYear, r.hasShort, r.grain = int32(w.decade)%100, true, Decade
		return i + 1
	case clWeekday:
		if w == nil || w.weekday == 0 || s.lang.capitalMonths && !it.capital {
			return -1
		}
		r.weekday = w.weekday
		if w.abbreviation && s.char(i+1) == '.' && !s.at(i+1).Spaced {
			return i + 2
		}
		return i + 1
	case clSeason:
		if w == nil || w.season == 0 {
			return -1
		}
		r.season = w.season
		return i + 1
	case clUnit:
		if w == nil || w.unit == NoGrain {
			return -1
		}
		r.unit, r.sub, r.plural = w.unit, w.sub, w.plural
		return i + 1
	case clUnits:
		if w == nil || w.unit == NoGrain || !w.plural {
			return -1
		}
		r.unit, r.sub, r.plural = w.unit, w.sub, true
		return i + 1
	case clCount:
		return m.takeCount(i, r)
	case clFew:
		if w == nil || !w.few {
			return -1
		}
		r.few = true
		return i + 1
	case clOrd:
		if w != nil && w.ord > 0 {
			r.ord = w.ord
			return i + 1
		}
		if w != nil && w.tens > 0 { // twenty-first
			j := i + 1
			if s.char(j) == '-' {
				j++
			}
			if n := s.at(j).word; n != nil && n.ord > 0 && n.ord < 10 {
				r.ord = w.tens + n.ord
				return j + 1
			}
		}
		if it.Kind != prose.Number || it.digits > 2 || s.gluedLeft(i) {
			return -1
		}
		n := s.at(i + 1)
		if n.Spaced || !(n.word != nil && n.word.suffix || s.lang.ordinalStop && s.char(i+1) == '.') {
			return -1
		}
		r.ord = int8(it.num)
		return i + 2
	case clRoman:
		n := 0
		if it.allCaps && it.Kind == prose.Word {
			n = roman(s.text[it.Start:it.End])
		} else if it.Kind == prose.Word { // XIXe is one word
			t := s.text[it.Start:it.End]
			for _, suffix := range []string{"ème", "er", "e", "ᵉ"} {
				if len(t) > len(suffix) && t[len(t)-len(suffix):] == suffix && n == 0 {
					n = roman(t[:len(t)-len(suffix)])
					break
				}
			}
		}
		if n < 1 || n > 21 {
			return -1
		}
		r.ord = int8(n)
		return i + 1
	case clPart:
		if w == nil || w.part == 0 {
			return -1
		}
		r.part, r.plural = w.part, w.plural
		return i + 1
	case clEra:
		if j := m.takeEra(i, r); j > i {
			return j
		}
		return -1
	case clModA:
		if w == nil || w.modA == 0 {
			return -1
		}
		r.mod = w.modA
		return i + 1
	case clModN:
		if w == nil || w.modN == 0 {
			return -1
		}
		r.mod = w.modN
		return i + 1
	case clHoliday:
		if w == nil || w.holiday == 0 || !it.capital {
			return -1
		}
		r.holiday = w.holiday
		return i + 1
	case clNum12:
		if it.Kind != prose.Number || it.digits > 2 || it.num > 24 || s.gluedLeft(i) {
			return -1
		}
		r.hour, r.clock = int8(it.num), true
		return i + 1
	case clHHMM:
		if it.Kind != prose.Number || it.digits != 4 || it.num > 2400 || it.num%100 > 59 || s.gluedLeft(i) || !s.ordered(i) {
			return -1
		}
		r.hour, r.minute, r.clock, r.minutes = int8(it.num/100), int8(it.num%100), true, true
		return i + 1
	case clNum60:
		if it.Kind != prose.Number || it.digits != 2 || it.num > 59 {
			return -1
		}
		r.minute, r.minutes = int8(it.num), true
		return i + 1
	case clSecond:
		if it.Kind != prose.Number || it.digits != 2 || it.num > 59 || s.char(i+1) == ':' && !s.at(i+1).Spaced {
			return -1
		}
		r.second, r.seconds = int8(it.num), true
		return i + 1
	case clQ:
		t := s.text[it.Start:it.End]
		if n := s.at(i + 1); t == "Q" && !n.Spaced && n.digits == 1 && n.num >= 1 && n.num <= 4 {
			r.quarter = int8(n.num)
			return i + 2
		}
		return -1
	case clNum:
		if w != nil && w.determiner {
			return -1
		}
		return m.takeCount(i, r)
	case clAdj:
		if w != nil || it.Kind != prose.Word || it.capital {
			return -1
		}
		return i + 1
	case clFiscal:
		n := s.at(i + 1)
		if w == nil || w.text != "fy" || !it.allCaps || n.digits != 4 || n.num < 1800 || n.num > 2100 || s.gluedRight(i+1) {
			return -1
		}
		r.year, r.hasYear = n.num, true
		return i + 2
	case clQuant:
		if w == nil {
			return -1
		}
		for _, q := range w.quants {
			if s.follow(i+1, q.rest) {
				r.quant = q.mod
				return i + 1 + len(q.rest)
			}
		}
		return -1
	case clNumeric:
		return m.takeNumeric(i, r)
	case clSplit:
		if !s.connector(i) {
			return -1
		}
		r.fields, r.left, r.split = fields{}, int8(step-1), int32(i)
		return i + 1
	}
	return -1
}
