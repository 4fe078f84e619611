package temporal

import (
	"fmt"
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// The conditions on a place that patterns ask for. They hold the evidence that tells a year from any other number and a
// month from a name.

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
	case clSingular:
		return !r.plural
	}
	return true
}

var noWord word

// capitalSeason reports whether the capitalised word after a capitalised season lets the season still be one:
// "Spring Offensive" in a text where offensives are dated, not "Winter Palace".
func (s *scanner) capitalSeason(i int) bool {
	w := s.at(i).word
	return w != nil && w.seasonal && w.text != "war" // "the Winter War" is a name
}

// yearEvidence reports whether items [from,to), a number that could be a year, is one.
func (s *scanner) yearEvidence(from, to int, r *reading) bool {
	if r.eraGiven {
		return true
	}
	first, next := s.at(from), s.at(to)
	if s.designated(from) || s.countedAfter(to) || s.cited(from, to) || s.addressed(to) || s.is(to, "of") && s.at(to+1).Kind == prose.Number {
		return false // "1500 of 2000 cases"
	}
	if by := s.text[next.Start:next.End]; (by == "x" || by == "×") && s.at(to+1).Kind == prose.Number {
		return false // "1920 x 1080"
	}
	if nwJoins(s, to) && s.at(to+1).digits == 4 && s.countedAfter(to+2) {
		return false // "from 1500 to 2000 people"
	}
	prev := s.at(from - 1)
	pw := prev.word
	if pw == nil {
		pw = &noWord
	}
	if sign := s.text[prev.Start:prev.End]; !r.threeDigits && (sign == "†" || sign == "*" && (s.char(from-2) == '(' || s.char(from-2) == ';')) {
		return true // "(* 1412 in Ulm; † 1464)"
	}
	plural := s.pluralAfter(to)
	round := r.year%100 == 0
	if s.lang.bareYears && !r.threeDigits && r.year >= 1200 && !pw.weakLead && prev.Kind != prose.Number && (s.char(from-1) != '(' && prev.Kind != prose.Punct || first.Line || s.char(from-1) == '.' || s.char(from-1) == ',') {
		// German needs no preposition: "1949 gründeten", "wurde 1949 gegründet".
		if next.Kind == prose.Word && !next.capital && !next.Line || s.closes(to) {
			return true
		}
		if (pw.text == "wurde" || pw.text == "wird") && next.Kind == prose.Word {
			return true // "wurde 1809 Bürger": 1809 citizens would be several
		}
	}
	if first.Line {
		// A heading's or a line's first word: "1999", "1999: The war", "1999 also saw".
		return !r.threeDigits && (!plural || !round)
	}
	if r.threeDigits {
		return pw.yearLead && !nwJoins(s, to) && (next.Kind == prose.Punct && !s.connector(to) || next.Line || next.capital || next.word != nil && next.word.function)
	}
	switch {
	case pw.text == "than" && s.is(from-2, "earlier", "later"):
		return r.year >= 1200 && s.closes(to)
	case pw.datedBy:
		return r.year >= 1000 && !plural && s.closes(to) // "founded 1843 in Leeds"
	case pw.text == "spent":
		return !round && s.is(to, "in", "at", "as") // "He spent 1860 in Kentucky"
	case pw.text == "to" && (s.is(from-2, "prior", "previous") || s.is(from-2, "up") && !round):
		return r.year >= 1400 && s.closes(to) // "up to 1939 it ran"
	case pw.yearLead:
		if plural && (round || r.year < 1600) {
			return false
		}
		return !(next.Kind == prose.Word && next.capital == s.lang.nounsCapital && next.word == nil && r.year < 1200 && !next.Line)
	case pw.determiner:
		// "the 1941 campaign", but "the 1500 men".
		if c := s.char(to); r.year >= 1600 && (c == '"' || c == 0xE2 && next.Spaced) && !next.Line {
			return true // the 1780 "Moonlight Battle"
		}
		return r.year >= 1600 && next.Kind == prose.Word && !next.Line && (!plural || !round) && (next.word == nil || !next.word.function || next.capital)
	case pw.weakLead:
		if plural && (pw.text != "of" || round || r.year < 1800) || next.Kind == prose.Word && next.word == nil && !next.capital && round {
			return false
		}
		switch pw.text {
		case "and", "or", "to":
			// The second of two years: the first stands no more than six items before.
			for k := from - 2; k >= max(0, from-7); k-- {
				if it := s.at(k); it.digits == 4 && it.num >= 1000 && it.num <= 2100 && it.num <= s.at(from).num {
					return true
				}
			}
			return false
		case "on", "about", "than", "for", "at", "per":
			return pw.text == "for" && r.year >= 1600 && !round && s.closes(to) || pw.text == "than" && r.year >= 1800 && s.closes(to)
		}
		return r.year >= 1200 && (!round || s.closes(to))
	}
	switch s.text[prev.Start:prev.End] {
	case "(", "[":
		c := s.char(to)
		return c == ')' || c == ']' || c == ';' || c == ',' || c == ':' || c == '-' || next.Kind == prose.Punct && c == 0xE2
	case ",", ";":
		if next.Line || to >= len(s.Tokens) {
			return r.year >= 1400
		}
		// A list of years: "1997, 1998 and 1999", or the year after a date in brackets.
		for k := from - 2; k >= max(0, from-3); k-- {
			if it := s.at(k); it.digits == 4 && it.num >= 1000 && it.num <= 2100 && (k == from-2 || s.at(from-2).Kind != prose.Word) {
				return !plural
			}
			if c := s.char(k); c == ')' && k == from-2 {
				return s.char(to) == ','
			}
		}
	case "-", "–", "—", "/":
		if it := s.at(from - 2); it.digits == 4 && it.num >= 1000 && it.num <= 2100 && it.num < s.at(from).num {
			return true
		}
	}
	if (s.char(from-1) == '.' || s.char(from-1) == '"') && first.Spaced && !round {
		// A sentence that begins with a year.
		return next.word != nil && (next.word.finite || next.word.function) && !plural
	}
	if next.word != nil && next.word.yearVerb && !next.Line && prev.word != nil && prev.word.function {
		return true // "and so 1987 saw little change"
	}
	if c := s.text[next.Start:next.End]; (c == "'" || c == "’") && !next.Spaced && s.is(to+1, "s") && !s.at(to+1).Spaced && r.year >= 1600 {
		return true // "1985's losses"
	}
	if pw.text == "as" && s.at(from-2).word != nil && s.at(from-2).word.modA != 0 {
		return true // "as late as 1781"
	}
	if b := s.at(from - 2).word; pw.copula && b != nil && (b.text == "it" || b.unit == Year) {
		return s.closes(to) && !round // "It was 1940"
	}
	if prev.word != nil && prev.word.eventNoun || prev.word != nil && prev.word.possessive {
		return true
	}
	// "Germany's 1939 attack".
	if prev.Kind == prose.Word && s.text[prev.Start:prev.End] == "s" && !prev.Spaced && r.year >= 1600 {
		return next.Kind == prose.Word && !plural
	}
	// "the early 1943 battles", "his disastrous 1812 campaign": an adjective between determiner and year.
	if prev.Kind == prose.Word && !prev.capital && r.year >= 1700 && next.Kind == prose.Word && (next.word == nil || next.word.work) && !plural && !round {
		d := s.at(from - 2)
		return d.word != nil && d.word.determiner
	}
	return false
}

func nwJoins(s *scanner, i int) bool {
	w := s.at(i).word
	return w != nil && (w.joins || w.text == "per")
}

// closes reports whether the clause closes at item i.
func (s *scanner) closes(i int) bool {
	it := s.at(i)
	if it.Line || i >= len(s.Tokens) {
		return true
	}
	if it.Kind == prose.Punct {
		return s.char(i) != '-' || it.Spaced
	}
	return it.word != nil && it.word.function
}

// cited reports whether a year is that of a work referred to: "Reed et al. (1999)", "Reed (1999, p. 23)", "Reed (1999: 45)".
func (s *scanner) cited(from, to int) bool {
	k := from - 1
	for n := 0; n < 3 && !s.at(k+1).Line && (s.char(k) == '(' || s.char(k) == ',' || s.char(k) == '.' || s.char(k) == '['); n++ {
		k--
	}
	if s.is(k, "al") && s.is(k-1, "et") {
		return true
	}
	if s.char(from-1) != '(' {
		return false
	}
	w := s.at(to + 1).word
	return s.char(to) == ':' && s.at(to+1).Kind == prose.Number || s.char(to) == ',' && w != nil && w.designation
}

// apart reports whether the number of two digits at item i is a year after a dash with space on both sides: "the war of
// 1939 – 45".
func (s *scanner) apart(i int) bool {
	if by := s.at(i - 1); !by.Spaced || by.Kind != prose.Punct || s.char(i-1) == '/' || s.at(i-2).digits != 4 {
		return false
	}
	it := s.at(i + 1)
	return s.closes(i+1) || it.Kind == prose.Word && it.Spaced && !it.capital && (it.word == nil || it.word.unit == NoGrain && !it.word.counted && it.word.month == 0) && !s.pluralAfter(i+1)
}

// addressed reports whether the number before item i is that of a house: "1815 Oak Avenue".
func (s *scanner) addressed(i int) bool {
	for k := i; k < i+3; k++ {
		it := s.at(k)
		if it.Kind != prose.Word || !it.capital || it.Line || it.word != nil && it.word.function {
			return false
		}
		if k > i && it.word != nil && it.word.street {
			return true
		}
	}
	return false
}

// designated reports whether the item before i makes the number at i a name: "Room 1999", "No. 1999".
func (s *scanner) designated(i int) bool {
	if s.at(i).Line {
		return false
	}
	j := i - 1
	if c := s.char(j); c == '.' || c == '#' {
		if c == '#' {
			return true
		}
		if s.at(j).Spaced || s.at(j-1).word == nil || !s.at(j-1).word.abbreviates {
			return false
		}
		j--
	}
	it := s.at(j)
	if it.word == nil && it.Kind == prose.Word {
		for _, end := range s.lang.streets {
			if strings.HasSuffix(s.text[it.Start:it.End], end) && !s.at(j+1).Line {
				return true
			}
		}
	}
	return it.word != nil && it.word.designation
}

// countedAfter reports whether what follows at i is counted by the number before it: "1999 people".
func (s *scanner) countedAfter(i int) bool {
	it := s.at(i)
	if it.Line || it.word == nil && it.Kind != prose.Word {
		return false
	}
	if it.word != nil && it.word.counted {
		return true
	}
	// "1500 armed men": one adjective may stand between.
	if it.Kind == prose.Word && !it.capital && it.word == nil {
		if n := s.at(i + 1); !n.Line && n.word != nil && n.word.people {
			return true
		}
	}
	return false
}

// pluralAfter reports whether the word at i looks like the plural of a common noun.
func (s *scanner) pluralAfter(i int) bool {
	it := s.at(i)
	if it.Line || it.Kind != prose.Word || it.capital || it.word != nil && it.word.function {
		return false
	}
	t := s.text[it.Start:it.End]
	return len(t) > 3 && t[len(t)-1] == 's' && t[len(t)-2] != 's' && t[len(t)-2] != 'u' && t[len(t)-2] != 'i'
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
