package temporal

import (
	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// class is a kind of item that patterns ask for by name, or a condition.
type class uint8

const (
	noClass class = iota
	clDay
	clDayTh
	clMonth
	clYear
	clShortYear
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
	clQ
	clSplit
	clQuant
	clNumeric
	clNum
	clAdj
	// Conditions.
	clYearEvidence
	clMonthEvidence
	clSeasonEvidence
	clOrdEvidence
	clPartEvidence
	clTimePhrase
	clClosed
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
)

var classNames = map[string]class{
	"DAY":     clDay,        // 1 to 31, perhaps with an ordinal suffix
	"DAYTH":   clDayTh,      // 1 to 31 with an ordinal suffix
	"MONTH":   clMonth,      // a month's name, perhaps with its abbreviation's full stop
	"YEAR":    clYear,       // a year of four digits, or of one to four with an era
	"YY":      clShortYear,  // the last two digits of a year after a hyphen
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
	"MINUTE":  clNum60,
	"/":       clSplit, // what stands before and after are two expressions; takes one connecting item
	"QUARTER": clQ,     // Q1

	"QUANT":   clQuant,   // about, more than
	"NUM":     clNum,     // like COUNT, but no article
	"ADJ":     clAdj,     // a word in lower case that the lexicon does not have
	"NUMERIC": clNumeric, // 1999-03-24, 24.3.1999, 24/3/1999

	"=YEAR":       clYearEvidence,   // something says that the number is a year
	"=MONTH":      clMonthEvidence,  // something says that the word is a month
	"=SEASON":     clSeasonEvidence, // something says that the word is a season
	"=ORD":        clOrdEvidence,    // the ordinal stands for a day
	"=PART":       clPartEvidence,   // something says that a part of a day is spoken of
	"=TIMEPHRASE": clTimePhrase,     // "at the time", not "the time they needed"
	"=CLOSED":     clClosed,         // the clause ends or goes on with its verb
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
	"=SINGULAR":   clSingular,       // the unit just read is singular
}

func (c class) zeroWidth() bool { return c >= clYearEvidence }

// take matches class c at item i, notes what it says in r and returns the index after it, or -1.
func (m *matcher) take(c class, i int, r *reading) int {
	s, it := m.s, m.s.at(i)
	w := it.word
	switch c {
	case clDay, clDayTh:
		if it.kind != prose.Number || it.digits > 2 || it.num < 1 || it.num > 31 || s.gluedLeft(i) {
			return -1
		}
		next := i + 1
		if n := s.at(next); s.lang.ordinalStop {
			if s.char(next) == '.' && !n.spaced {
				next++
			} else if c == clDayTh {
				return -1
			}
		} else if n.word != nil && n.word.suffix && !n.spaced {
			next++
		} else if c == clDayTh || s.gluedRight(i) {
			return -1
		}
		r.day = int(it.num)
		return next
	case clMonth:
		if w == nil || w.month == 0 || s.lang.capitalMonths && !it.capital {
			return -1
		}
		r.month = int(w.month)
		if w.abbreviation && s.char(i+1) == '.' && !s.at(i+1).spaced {
			return i + 2
		}
		return i + 1
	case clYear:
		return m.takeYear(i, r)
	case clShortYear:
		if it.kind != prose.Number || it.digits != 2 || it.spaced || s.gluedRight(i) {
			return -1
		}
		r.shortYear, r.hasShort = int(it.num), true
		return i + 1
	case clApYear:
		if c := s.text[it.start:it.end]; c != "'" && c != "’" && c != "‘" || !it.spaced && s.char(i-1) != '(' {
			return -1
		}
		n := s.at(i + 1)
		if n.kind != prose.Number || n.digits != 2 || n.spaced || s.at(i+2).kind == prose.Word && !s.at(i+2).spaced {
			return -1
		}
		r.shortYear, r.hasShort, r.apostrophe = int(n.num), true, true
		return i + 2
	case clDecade:
		if it.kind != prose.Number || it.num%10 != 0 || it.num < 10 || it.digits > 4 || s.gluedLeft(i) {
			return -1
		}
		next := i + 1
		if x := s.char(next); (x == '\'' || x == 0xE2) && !s.at(next).spaced {
			next++
		}
		n := s.at(next)
		if n.spaced || n.word == nil || !n.word.decadeSuffix {
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
		r.shortYear, r.hasShort, r.grain = int(w.decade)%100, true, Decade
		return i + 1
	case clWeekday:
		if w == nil || w.weekday == 0 || s.lang.capitalMonths && !it.capital {
			return -1
		}
		r.weekday = int(w.weekday)
		if w.abbreviation && s.char(i+1) == '.' && !s.at(i+1).spaced {
			return i + 2
		}
		return i + 1
	case clSeason:
		if w == nil || w.season == 0 {
			return -1
		}
		r.season = int(w.season)
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
			r.ord = int(w.ord)
			return i + 1
		}
		if w != nil && w.tens > 0 { // twenty-first
			j := i + 1
			if s.char(j) == '-' {
				j++
			}
			if n := s.at(j).word; n != nil && n.ord > 0 && n.ord < 10 {
				r.ord = int(w.tens) + int(n.ord)
				return j + 1
			}
		}
		if it.kind != prose.Number || it.digits > 2 || s.gluedLeft(i) {
			return -1
		}
		n := s.at(i + 1)
		if n.spaced || !(n.word != nil && n.word.suffix || s.lang.ordinalStop && s.char(i+1) == '.') {
			return -1
		}
		r.ord = int(it.num)
		return i + 2
	case clRoman:
		n := 0
		if it.allCaps && it.kind == prose.Word {
			n = roman(s.text[it.start:it.end])
		} else if it.kind == prose.Word { // XIXe is one word
			t := s.text[it.start:it.end]
			for _, suffix := range []string{"ème", "er", "e"} {
				if len(t) > len(suffix) && t[len(t)-len(suffix):] == suffix && n == 0 {
					n = roman(t[:len(t)-len(suffix)])
					break
				}
			}
		}
		if n < 1 || n > 21 {
			return -1
		}
		r.ord = n
		return i + 1
	case clPart:
		if w == nil || w.part == "" {
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
		if w == nil || w.modA == "" {
			return -1
		}
		r.mod = w.modA
		return i + 1
	case clModN:
		if w == nil || w.modN == "" {
			return -1
		}
		r.mod = w.modN
		return i + 1
	case clHoliday:
		if w == nil || w.holiday == 0 || !it.capital {
			return -1
		}
		r.holiday = int(w.holiday)
		return i + 1
	case clNum12:
		if it.kind != prose.Number || it.digits > 2 || it.num > 24 || s.gluedLeft(i) {
			return -1
		}
		r.hour, r.clock = int(it.num), true
		return i + 1
	case clNum60:
		if it.kind != prose.Number || it.digits != 2 || it.num > 59 {
			return -1
		}
		r.minute, r.minutes = int(it.num), true
		return i + 1
	case clQ:
		t := s.text[it.start:it.end]
		if n := s.at(i + 1); t == "Q" && !n.spaced && n.digits == 1 && n.num >= 1 && n.num <= 4 {
			r.quarter = int(n.num)
			return i + 2
		}
		return -1
	case clNum:
		if w != nil && w.determiner {
			return -1
		}
		return m.takeCount(i, r)
	case clAdj:
		if w != nil || it.kind != prose.Word || it.capital {
			return -1
		}
		return i + 1
	case clQuant:
		for _, q := range s.lang.quants {
			j := i
			for _, part := range q.parts {
				if n := s.at(j); n.word == nil || n.word.text != part {
					j = -1
					break
				}
				j++
			}
			if j > i {
				r.quant = q.mod
				return j
			}
		}
		return -1
	case clNumeric:
		return m.takeNumeric(i, r)
	case clSplit:
		if !s.connector(i) {
			return -1
		}
		left := r.fields
		r.left = &left
		r.fields = fields{}
		r.split = i
		return i + 1
	}
	return -1
}

// decade notes the decade that number i names and returns the index after it, last being the last item of its word.
func (m *matcher) decade(i, last int, r *reading) int {
	it := m.s.at(i)
	if it.digits == 2 {
		r.shortYear, r.hasShort = int(it.num), true
	} else {
		r.year, r.hasYear = int(it.num), true
	}
	r.grain = Decade
	return m.takeEra(last+1, r)
}

// connector reports whether item i joins the two ends of a range or the members of a pair.
func (s *scanner) connector(i int) bool {
	it := s.at(i)
	if it.kind == prose.Punct {
		switch s.text[it.start:it.end] {
		case "-", "–", "—", "/":
			return true
		}
		return false
	}
	return it.word != nil && it.word.joins
}

// takeYear matches a year with its era.
func (m *matcher) takeYear(i int, r *reading) int {
	s := m.s
	if w := s.at(i).word; w != nil && w.era && !w.before && s.lang.eraFirst { // AD 410
		if n := s.at(i + 1); n.kind == prose.Number && n.digits <= 4 && n.digits > 0 && !s.gluedRight(i+1) {
			r.year, r.hasYear, r.eraGiven = int(n.num), true, true
			return i + 2
		}
		return -1
	}
	it := s.at(i)
	if it.kind != prose.Number || it.digits > 4 || it.num < 1 || s.gluedLeft(i) {
		return -1
	}
	probe := *r
	if j := m.takeEra(i+1, &probe); j > i+1 {
		*r = probe
		r.year, r.hasYear = int(it.num), true
		return j
	}
	if s.gluedRight(i) && !(r.month > 0 && s.char(i+1) == '-') {
		return -1
	}
	if it.digits != 4 || it.num < 1000 || it.num > 2100 {
		// A year of three digits needs a text that reckons by eras, and evidence like any other (see =YEAR).
		if !(it.digits == 3 && s.eras && r.month == 0 && r.season == 0 && r.unit == NoGrain) {
			return -1
		}
		r.threeDigits = true
	}
	if n := s.at(i + 1); n.kind == prose.Word && !n.spaced {
		return -1 // 1990s, 1940er
	}
	r.year, r.hasYear = int(it.num), true
	return i + 1
}

// takeEra matches "BC", "B.C.", "BCE", "v. Chr." at i if it is there, and returns the index after it, else i.
func (m *matcher) takeEra(i int, r *reading) int {
	for _, e := range m.s.lang.eras {
		j := i
		for k, part := range e.parts {
			it := m.s.at(j)
			if m.s.text[it.start:it.end] != part || it.newline {
				j = -1
				break
			}
			if k > 0 && part == "." && it.spaced {
				j = -1
				break
			}
			j++
		}
		if j > i {
			r.bc, r.eraGiven = e.before, true
			return j
		}
	}
	return i
}

// gluedLeft reports whether number i is the tail of something longer: "3.14", "$1999", "1,999", "A-1999", "№1999".
func (s *scanner) gluedLeft(i int) bool {
	if s.at(i).spaced {
		switch s.text[s.at(i-1).start:s.at(i-1).end] {
		case "$", "£", "€", "¥", "#", "№", "§":
			return i > 0
		}
		return false
	}
	p := s.at(i - 1)
	switch t := s.text[p.start:p.end]; t {
	case "(", "[", "{", "\"", "'", "“", "„", "«", "‘", "’", "–", "—", "~", "*", "_", ":", ";", "…", "|", ">":
		if t == ":" {
			return s.at(i-2).kind == prose.Number && !p.spaced
		}
		return false
	case "-", "/":
		// After a number or a month it may be a range; after anything else it is part of a name.
		q := s.at(i - 2)
		if p.spaced {
			return false
		}
		if q.kind == prose.Number {
			// Three numbers in a row, or one that is neither day nor year, are some other number.
			o := s.char(i - 3)
			row := (o == '-' || o == '/') && !q.spaced && s.at(i-4).kind == prose.Number
			return row || q.digits > 4 || q.digits == 3 && !s.eras
		}
		return q.word == nil || q.word.month == 0 && q.word.modA == "" && q.word.season == 0 && !q.word.era && !q.word.holidayish()
	}
	return i > 0
}

// gluedRight reports whether number i is the head of something longer: "1999.5", "1,000", "1999%", "2000-page".
func (s *scanner) gluedRight(i int) bool {
	n, nn := s.at(i+1), s.at(i+2)
	if i+1 >= len(s.items) {
		return false
	}
	switch c := s.char(i + 1); c {
	case '.', ',', ':':
		return !n.spaced && nn.kind == prose.Number && !nn.spaced
	case '%':
		return true
	case '-':
		return !n.spaced && nn.kind == prose.Word && !nn.spaced && !(nn.word != nil && (nn.word.month > 0 || nn.word.modA != "" || nn.word.afterYear))
	default:
		if n.kind == prose.Word && !n.spaced {
			return !(n.word != nil && (n.word.suffix || n.word.decadeSuffix))
		}
		switch s.text[n.start:n.end] {
		case "€", "°", "£", "¥", "‰":
			return true
		}
	}
	return false
}

func roman(t string) int {
	total, last := 0, 0
	for i := len(t) - 1; i >= 0; i-- {
		v := 0
		switch t[i] {
		case 'I':
			v = 1
		case 'V':
			v = 5
		case 'X':
			v = 10
		default:
			return 0
		}
		if v < last {
			total -= v
		} else {
			total, last = total+v, v
		}
	}
	return total
}

// takeCount matches a number in digits or words.
func (m *matcher) takeCount(i int, r *reading) int {
	s, it := m.s, m.s.at(i)
	if it.kind == prose.Number {
		if it.digits > 5 || s.gluedLeft(i) {
			return -1
		}
		r.count, r.counted = float64(it.num), true
		// 1.5 and 10,000
		if n, nn := s.at(i+1), s.at(i+2); !n.spaced && !nn.spaced && nn.kind == prose.Number {
			switch c := s.char(i + 1); {
			case (c == '.') != s.lang.decimalComma && (c == '.' || c == ',') && nn.digits == 1:
				r.count += float64(nn.num) / 10
				return i + 3
			case (c == ',' || c == '.') && nn.digits == 3:
				r.count = r.count*1000 + float64(nn.num)
				return i + 3
			case c == '.' || c == ',' || c == ':' || c == '/':
				return -1
			}
		}
		if s.char(i+1) == '%' {
			return -1
		}
		return i + 1
	}
	w := it.word
	if w == nil || !w.counts {
		return -1
	}
	r.counted = true
	switch {
	case w.hundred > 0:
		r.count = float64(w.hundred)
		return i + 1
	case w.tens > 0:
		r.count = float64(w.tens)
		j := i + 1
		if s.char(j) == '-' && !s.at(j).spaced {
			j++
		}
		if n := s.at(j).word; n != nil && n.card > 0 && n.card < 10 {
			r.count += float64(n.card)
			return j + 1
		}
		return i + 1
	}
	r.count = float64(w.card)
	if n := s.at(i + 1).word; n != nil && n.hundred > 0 {
		r.count *= float64(n.hundred)
		return i + 2
	}
	return i + 1
}
