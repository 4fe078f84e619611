package temporal

import (
	"fmt"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// The conditions on a place that patterns ask for. They hold the evidence that tells a month from a name; that which tells
// a year from any other number is in evidence.go.

// setters note what the words before them in a pattern mean.
var setters = map[string]func(*reading){
	"=START":       func(r *reading) { r.mod = codeOf(START) },
	"=MID":         func(r *reading) { r.mod = codeOf(MID) },
	"=END":         func(r *reading) { r.mod = codeOf(END) },
	"=FIRSTHALF":   func(r *reading) { r.pieced(1, 2) },
	"=LASTHALF":    func(r *reading) { r.pieced(2, 2) },
	"=THIRDS":      func(r *reading) { r.pieced(r.ord, 3) },
	"=QUARTERS":    func(r *reading) { r.pieced(r.ord, 4) },
	"=LASTTHIRD":   func(r *reading) { r.pieced(3, 3) },
	"=LASTFOURTH":  func(r *reading) { r.pieced(4, 4) },
	"=LASTONE":     func(r *reading) { r.ord = lastOne },
	"=DECADES":     func(r *reading) { r.pieced(r.ord, 10) },
	"=LASTTENTH":   func(r *reading) { r.pieced(10, 10) },
	"=FORTNIGHT":   func(r *reading) { r.count, r.counted, r.unit = 2, true, Week },
	"=ONEPLUS":     func(r *reading) { r.count, r.counted, r.plusHalf = 1, true, true },
	"=TWOPLUS":     func(r *reading) { r.count, r.counted, r.plusHalf = 2, true, true },
	"=THREEPLUS":   func(r *reading) { r.count, r.counted, r.plusHalf = 3, true, true },
	"=TOMOD":       func(r *reading) { r.modFrom = r.mod },
	"=QUARTERONE":  func(r *reading) { r.count, r.counted = 0.25, true },
	"=CHRISTEVE":   func(r *reading) { r.holiday = 19 },
	"=APPROX":      func(r *reading) { r.quant = codeOf(APPROX) },
	"=H1":          func(r *reading) { r.half = 1 },
	"=H2":          func(r *reading) { r.half = 2 },
	"=QUARTER":     func(r *reading) { r.quarter = r.ord },
	"=LASTQUARTER": func(r *reading) { r.quarter = 4 },
	"=FIRSTDAY":    func(r *reading) { r.day = 1 },
	"=TEEN":        func(r *reading) { r.ord += 10 },
	"=ORDDAY":      func(r *reading) { r.day = r.ord },
	"=CENTURY":     func(r *reading) { r.grain = Century },
	"=MILLENNIUM":  func(r *reading) { r.grain = Millennium },
	"=DECADE":      func(r *reading) { r.grain = Decade },
	"=HALF":        func(r *reading) { r.plusHalf = true },
	"=HALFONE":     func(r *reading) { r.count, r.counted = 0.5, true },
	"=ONE":         func(r *reading) { r.count, r.counted = 1, true },
	"=TWO":         func(r *reading) { r.count, r.counted = 2, true },
	"=FEW":         func(r *reading) { r.few = true },
	"=GOODFRIDAY":  func(r *reading) { r.holiday = 4 },
	"=EASTERMON":   func(r *reading) { r.holiday = 9 },
	"=EASTER":      func(r *reading) { r.holiday = 2 },
	"=PENTECOST":   func(r *reading) { r.holiday = 3 },
	"=ASHWED":      func(r *reading) { r.holiday = 10 },
	"=THANKS":      func(r *reading) { r.holiday = 11 },
	"=SHROVE":      func(r *reading) { r.holiday = 20 },
	"=PALM":        func(r *reading) { r.holiday = 12 },
	"=MAUNDY":      func(r *reading) { r.holiday = 13 },
	"=ASCENSION":   func(r *reading) { r.holiday = 14 },
	"=WHITMON":     func(r *reading) { r.holiday = 15 },
	"=LABOR":       func(r *reading) { r.holiday = 16 },
	"=MEMORIAL":    func(r *reading) { r.holiday = 17 },
	"=COLUMBUS":    func(r *reading) { r.holiday = 18 },
	"=CORPUS":      func(r *reading) { r.holiday = 21 },
	"=KING":        func(r *reading) { r.holiday = 22 },
	"=TURN":        turnOfCentury,
	"=EVE":         func(r *reading) { r.eve = true },
	"=YEARS":       func(r *reading) { r.unit = Year },
	"=DAYUNIT":     func(r *reading) { r.unit = Day },
	"=YEARUNIT":    func(r *reading) { r.unit = Year },
	"=WEEKUNIT":    func(r *reading) { r.unit = Week },
	"=QUARTERUNIT": func(r *reading) { r.unit = Quarter },
	"=MONTHUNIT":   func(r *reading) { r.unit = Month },
	"=PM":          func(r *reading) { r.pm = true },
	"=NI":          func(r *reading) { r.part = codeOf("NI") },
	"=NOON":        func(r *reading) { r.part = codeOf("12:00") },
	"=MIDNIGHT":    func(r *reading) { r.part = codeOf("24:00") },
	"=SAMEYEAR":    func(r *reading) { r.sameYear = true },
	"=NEXTYEAR":    func(r *reading) { r.sameYear, r.yearBy = true, +1 },
	"=PREVYEAR":    func(r *reading) { r.sameYear, r.yearBy = true, -1 },
	"=LATER":       func(r *reading) { r.loose = +1 },
	"=EARLIER":     func(r *reading) { r.loose = -1 },
}

// dayOfYear returns the note of a day that a pattern names by its month and day, "=12-26".
func dayOfYear(t string) (set func(*reading), ok bool) {
	var month, day int8
	if _, err := fmt.Sscanf(t, "=%2d-%2d", &month, &day); err != nil {
		return nil, false
	}
	return func(r *reading) { r.month, r.day = month, day }, true
}

// holds reports whether condition c holds at item i, where the rest of the match would begin or end.
func (m *matcher) holds(c class, i int, r *reading) bool {
	s := m.s
	first, prev, next := s.at(m.start), s.at(m.start-1), s.at(i)
	pw := prev.word
	if first.Line || pw == nil {
		pw = &noWord
	}
	nw := next.word
	if next.Line || nw == nil {
		nw = &noWord
	}
	switch c {
	case clYearEvidence:
		return s.yearEvidence(m.start, i, r)
	case clSpan:
		left := &m.steps[r.left]
		if r.hasShort {
			return !s.designated(m.start) && left.hasYear && left.year%100 < r.shortYear && !left.threeDigits
		}
		if left.threeDigits && !r.bc || r.threeDigits {
			return left.threeDigits && r.threeDigits && left.year < r.year && pw.hasLead && pw.lead == From && s.closes(i) // "dating from 300–500"
		}
		if r.bc && !left.bc {
			return left.year >= r.year && left.year < r.year+1000
		}
		if !r.hasYear || left.year >= r.year || r.year > left.year+400 {
			return false
		}
		return !s.countedAfter(i) && !s.designated(m.start)
	case clMonthEvidence:
		w := first.word
		if s.titled(m.start) || pw.text == "and" && s.titled(m.start-2) {
			return false // "Mr. May and April Jones"
		}
		if !w.doubtful {
			return !(first.allCaps && first.End-first.Start <= 3)
		}
		if w.abbreviation {
			return false
		}
		if pw.yearLead || pw.hasLead || pw.lead != At || pw.modA != 0 || pw.joins || pw.ago {
			return !(pw.text == "to" || pw.text == "and") || s.at(m.start-2).word != nil && s.at(m.start-2).word.month > 0
		}
		if s.connector(i) && s.at(i+1).word != nil && s.at(i+1).word.month > 0 && s.at(i+1).capital == first.capital {
			return true // "the months of June and July", "the May/June unrest"
		}
		noun := next.Kind == prose.Word && !next.Line && !nw.function
		if pw.determiner || pw.text == "of" { // "the March operation", not "the March on Rome"
			return noun
		}
		if prev.Kind == prose.Word && prev.word == nil && !prev.capital && noun && !next.capital {
			// "the costly August battles"
			d := s.at(m.start - 2).word
			return d != nil && d.determiner
		}
		return next.Line && first.Line
	case clSeasonEvidence:
		if nw.kind {
			return false // "the winter festival", "a summer school"
		}
		if m.start+1 < i { // "the fall", "early spring"
			pw = &noWord
			if s.at(i-1).capital && next.capital && !next.Line && !s.capitalSeason(i) {
				return false // "in the Winter War"
			}
			if first.word != nil && first.word.modA != 0 {
				return true
			}
			w := s.at(i - 1).word
			if !w.doubtful {
				return true
			}
			lead := s.at(m.start - 1).word
			return lead != nil && (lead.hasLead || lead.text == "spent") && nw.text != "of" && !(w.text == "spring" && next.Kind == prose.Word && !nw.function)
		}
		w := first.word
		if w.doubtful && first.capital && next.Kind == prose.Word && !next.Line && next.word == nil && s.verbal(i+1) {
			return false // "Spring water fell"
		}
		if first.capital && prev.Kind == prose.Word && prev.capital && prev.word == nil && !first.Line && !s.capitalSeason(i) {
			return false // "the Prague Spring"
		}
		if first.capital && s.at(i).capital && !first.Line && !s.capitalSeason(i) {
			return false
		}
		if !w.doubtful {
			return true
		}
		if w.text == "spring" && (first.capital && !first.Line || nw.text == "offensive" || nw.text == "campaign") {
			return true
		}
		return pw.hasLead && pw.text != "to" && pw.text != "from" && (next.Kind != prose.Word || nw.function)
	case clOrdEvidence:
		if next.capital && !next.Line {
			return false
		}
		if after := s.at(i + 2).word; nw.joins && s.at(i+1).Kind == prose.Number && after != nil && after.suffix {
			if noun := s.at(i + 3); noun.Kind == prose.Word && !noun.Line && (noun.word == nil || !noun.word.function && noun.word.unit == NoGrain && noun.word.month == 0) {
				return false // "the 27th and 28th members"
			}
		}
		return next.Kind != prose.Word && s.char(i) != '-' || nw.function && nw.text != "of" || nw.verb
	case clPartEvidence:
		return true
	case clTimePhrase:
		return (pw.text == "at" || pw.text == "by" || pw.text == "during" || pw.text == "around" || pw.text == "until") &&
			(next.Kind != prose.Word || next.Line || nw.function && nw.text != "of" && nw.text != "when" && nw.text != "they" && nw.text != "he" && nw.text != "it" && nw.text != "the" && nw.text != "that")
	case clClosed:
		return next.Line || next.Kind == prose.Punct && s.char(i) != '-' && s.char(i) != '"' || s.char(i) == 0 || nw.finite
	case clOver:
		return m.holds(clClosed, i, r) && !nw.pronoun
	case clBareUnits:
		before := s.at(m.start - 2).word
		return pw.duringLead || pw.text == "and" && before != nil && before.unit != NoGrain
	case clNoNoun:
		return next.Line || next.Kind == prose.Punct && s.char(i) != '-' || nw.function && !nw.determiner || nw == &noWord && i >= len(s.Tokens)
	case clNoCounted:
		if r.threeDigits && (s.connector(i) && !next.Spaced || s.is(i, "in", "at", "of", "on") || !pw.hasLead && !pw.datedBy && prev.Kind == prose.Word && !first.Line) {
			return false // "reduced to about 500 in 1985", "around 300–400 °C"
		}
		return !s.countedAfter(i) && (!r.threeDigits || s.closes(i) && !(nw.joins || nw.determiner))
	case clNotClock:
		return !(s.char(i) == ':' && !next.Spaced && s.at(i+1).Kind == prose.Number)
	case clLength:
		if s.char(i) == '-' && !next.Spaced && s.is(i+1, "long") && first.word != nil && first.word.determiner {
			return false // "a year-long trial" speaks of year-long
		}
		return r.unit != Quarter
	case clOf:
		return nw.text == "of"
	case clNoOf:
		return next.Line || next.Kind == prose.Punct || nw.verb || nw.finite
	case clNoun:
		return next.Kind == prose.Word && !nw.function
	case clLead:
		return pw.hasLead || pw.ago
	case clEvent:
		return next.Kind == prose.Word && !next.Line && !nw.finite
	case clNoKind:
		return next.Line || !nw.kind || next.capital // "Sunday school"
	case clSingular:
		return !r.plural
	}
	return true
}

var noWord word

// turnOfCentury notes the year about which the century just named began: the turn of the 20th is about 1900.
func turnOfCentury(r *reading) {
	if r.ord < 2 {
		r.grain, r.mod = Century, codeOf(START)
		return
	}
	r.year, r.hasYear, r.quant, r.ord = 100*int32(r.ord-1), true, codeOf(APPROX), 0
}

// verbal reports whether item i is a verb that the lexicon has, so that the word before it is a noun.
func (s *scanner) verbal(i int) bool {
	it := s.at(i)
	return !it.Line && it.word != nil && (it.word.verb || it.word.past || it.word.copula)
}

// titled reports whether a title stands before item i and makes it a name: "Mrs May", "Dr. March".
func (s *scanner) titled(i int) bool {
	if s.at(i).Line {
		return false
	}
	if s.char(i-1) == '.' && !s.at(i-1).Spaced {
		i--
	}
	it := s.at(i - 1)
	switch s.text[it.Start:it.End] {
	case "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Sir", "Lady", "Lord", "Herr", "Frau", "Mme", "Mlle":
		return true
	}
	return false
}

// ordered reports whether the four digits at item i, "hours" after them, are a time of the clock as orders write it:
// "at 1800 hours", "0630 hrs", "from 1800 to 2030 hours", but neither "flew 1800 hours" nor "after 1800 hours of work".
func (s *scanner) ordered(i int) bool {
	if s.char(i) == '0' {
		return true
	}
	if s.is(i+2, "of") {
		return false
	}
	from := s.is(i-2, "hours", "hrs") || s.at(i-2).digits == 4
	return s.is(i-1, "at", "by", "until", "till", "before", "since") || s.is(i-1, "to", "and") && from
}

// capitalSeason reports whether the capitalised word after a capitalised season lets the season still be one:
// "Spring Offensive" in a text where offensives are dated, not "Winter Palace".
func (s *scanner) capitalSeason(i int) bool {
	w := s.at(i).word
	return w != nil && w.seasonal && w.text != "war" // "the Winter War" is a name
}

// takeNumeric matches a date in digits: ISO 8601's, or day, month and year parted by full stops or strokes. Strokes
// need a number above twelve to tell the day from the month.
func (m *matcher) takeNumeric(i int, r *reading) int {
	s := m.s
	var it [5]item
	for k := range it {
		it[k] = s.at(i + k)
		if k > 0 && it[k].Spaced || i+k >= len(s.Tokens) || k%2 == 0 && (it[k].Kind != prose.Number || it[k].num < 0) {
			return -1
		}
	}
	sep := s.char(i + 1)
	if s.char(i+3) != sep || s.gluedLeft(i) {
		return -1
	}
	if n := s.at(i + 5); !n.Spaced && i+5 < len(s.Tokens) && (n.Kind != prose.Punct || s.char(i+5) == sep && s.at(i+6).Kind == prose.Number && !s.at(i+6).Spaced) {
		// "1999-03-24T10:00" goes on with a time, which is left out; anything else is no date.
		if !(n.Kind == prose.Word && sep == '-' && s.text[n.Start:n.End] == "T") {
			return -1
		}
	}
	a, b, c := it[0].num, it[2].num, it[4].num
	var year, month, day int32
	switch {
	case sep == '-' && it[0].digits == 4 && it[2].digits == 2 && it[4].digits == 2:
		year, month, day = a, b, c
	case sep == '.' && it[0].digits <= 2 && it[2].digits <= 2 && it[4].digits == 4:
		day, month, year = a, b, c
	case sep == '/' && it[0].digits <= 2 && it[2].digits <= 2 && it[4].digits == 4 && (a > 12 || a == b || s.lang.dayFirst):
		day, month, year = a, b, c
	case sep == '/' && it[0].digits <= 2 && it[2].digits <= 2 && it[4].digits == 4 && b > 12:
		month, day, year = a, b, c
	default:
		return -1
	}
	if year < 1000 || year > 2199 || month < 1 || month > 12 || day < 1 || int(day) > monthDays(int(year), int(month)) {
		return -1
	}
	r.hasYear, r.year, r.month, r.day = true, year, int8(month), int8(day)
	return i + 5
}
