package temporal

import (
	"fmt"
	"math"
	"strconv"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

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
	main    stand
	aside   int // the year of the last look aside
	anchor  Date
	last    stand       // the last date mentioned, though only in an aside: what "that year" points to
	front   bool        // the reading at hand stands at the beginning of its sentence
	back    bool        // the reading at hand looks back: "the previous year"
	recent  bool        // the last date mentioned is in this sentence or the one before
	at      int         // the sentence at hand
	lastAt  int         // the sentence that mentioned the last date
	prev    *Expression // the expression before the reading at hand, and the item after it
	prevEnd int
	second  bool // the reading at hand is the second end of a range
}

// moment is a place in the calendar: as much of it as is known.
type moment struct {
	year               int // astronomical; of decades and centuries the first year (of those before Christ the last)
	month, day         int
	season, half, part int
	grain              Grain
	week               int
}

// resolve gives each reading its value, carrying the narrative's time from one to the next.
func resolve(s *scanner, readings []reading, opts Options) []Expression {
	s.inherit(readings)
	s.clocks(readings)
	out := make([]Expression, 0, len(readings))
	n := narrative{anchor: opts.Anchor, aside: noYear}
	sentences := prose.Sentences(s.text, s.lang.tag)
	at := 0
	for i := range readings {
		r := &readings[i]
		for at+1 < len(sentences) && sentences[at+1].Start <= s.items[r.from].start {
			at++
			n.stand = n.main
		}
		n.front = s.fronted(r.from, sentences[at].Start)
		n.at, n.recent = at, at-n.lastAt <= 1
		n.back = r.rule.act == actPrev || r.rule.act == actEarlier
		n.second = i > 0 && s.joined(&readings[i-1], r) && s.at(readings[i-1].to).word == nil
		first, last := s.items[r.from], s.items[r.to-1]
		x := Expression{Start: first.start, End: last.end, Text: s.text[first.start:last.end], Type: DATE, Rule: r.rule.name}
		x.Lead = s.lead(r.from)
		x.Mod = r.mod
		if r.quant != "" && (x.Mod == "" || r.rule.act != actDate) {
			x.Mod = r.quant
		}
		n.give(s, r, &x)
		out = append(out, x)
		n.prev, n.prevEnd = &out[len(out)-1], r.to
	}
	s.ranges(readings, out)
	return out
}

// fronted reports whether item i stands at the beginning of the sentence that starts at the offset given, with no
// more before it than a connective and a preposition: "In 1999", "However, by the end of 1999".
func (s *scanner) fronted(i, start int) bool {
	if s.items[i].start <= start || s.items[i].newline {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		it := &s.items[k]
		w := it.word
		known := w != nil && (w.function || w.hasLead || w.yearLead || w.modA != "" || w.quantStart || w.determiner)
		if it.start <= start || it.newline {
			return known || it.kind == prose.Punct || s.char(k+1) == ',' || k+1 == i || s.at(k+1).word != nil && s.at(k+1).word.hasLead
		}
		if !known && it.kind != prose.Punct {
			return false
		}
	}
	return false
}

// lead returns the relation that the words before item i set up.
func (s *scanner) lead(i int) Lead {
	for k := 1; k <= 3; k++ {
		w := s.at(i - k).word
		if w == nil || s.at(i-k+1).newline {
			return At
		}
		if w.hasLead {
			return w.lead
		}
		if !w.determiner && w.modA == "" && !w.quantStart {
			return At
		}
	}
	return At
}

// joined reports whether nothing but a connector stands between readings a and b.
func (s *scanner) joined(a, b *reading) bool {
	switch b.from - a.to {
	case 0:
		return false
	case 1:
		return !s.items[a.to].newline && !s.items[b.from].newline && (s.connector(a.to) || s.char(a.to) == ',')
	case 2:
		// "May, June, and July 1999"; "from 24 March to the 10 June", "vom 24. März bis zum 10. Juni"
		w := s.at(a.to + 1).word
		return !s.items[b.from].newline && w != nil && (s.char(a.to) == ',' && s.connector(a.to+1) ||
			s.connector(a.to) && s.at(a.to).word != nil && s.at(a.to).word.reaches && (w.determiner || w.hasLead))
	}
	return false
}

// inherit lets the first of two joined dates take what only the second says: "6–7 January 1916", "480–479 BC",
// "August and September 1914"; and the second what only the first says: "May 6 and 7th".
func (s *scanner) inherit(readings []reading) {
	for i := len(readings) - 2; i >= 0; i-- {
		a, b := &readings[i], &readings[i+1]
		if a.rule.act != actDate || b.rule.act != actDate || !s.joined(a, b) {
			continue
		}
		if a.day > 0 && a.month == 0 && b.day > 0 && b.month > 0 && a.day < b.day {
			a.month = b.month
		}
		if a.hasYear && b.hasYear && b.eraGiven && !a.eraGiven && (!b.bc || a.year >= b.year) {
			a.bc, a.eraGiven, a.threeDigits = b.bc, true, false
		}
		if a.calendarGrain() < Year && a.calendarGrain() != NoGrain && !a.hasYear && !a.hasShort && b.hasYear && b.calendarGrain() < Year && s.char(a.to) != ',' {
			a.hasYear, a.year, a.bc, a.eraGiven, a.threeDigits = true, b.year, b.bc, b.eraGiven, b.threeDigits
			if a.month > 0 && b.month > 0 && a.month > b.month && s.at(a.to).kind == prose.Punct {
				a.year-- // "December–February 1999"
				if b.bc {
					a.year += 2
				}
			}
		}
	}
	for i := 1; i < len(readings); i++ {
		a, b := &readings[i-1], &readings[i]
		if a.to <= b.from && a.month > 0 && b.day > 0 && b.month == 0 && b.rule.act == actDate && b.from-a.to <= 2 && a.day > 0 {
			b.month = a.month
			if !b.hasYear && a.hasYear {
				b.hasYear, b.year, b.bc, b.eraGiven = true, a.year, a.bc, a.eraGiven
			}
		}
		if b.hasShort && !b.apostrophe && b.grain == NoGrain && a.hasYear {
			b.year, b.hasYear, b.hasShort = a.year-a.year%100+b.shortYear, true, false
			if b.year <= a.year {
				b.year += 100
			}
		}
		if a.grain == Decade && b.grain == Decade && a.hasYear && b.hasShort && s.joined(a, b) {
			b.year, b.hasYear, b.hasShort = a.year-a.year%100+b.shortYear, true, false
		}
	}
}

// clocks gives a time of day the date that follows it: "at 5:34 a.m. local time on 20 March 2003".
func (s *scanner) clocks(readings []reading) {
	for i := 0; i+1 < len(readings); i++ {
		a, b := &readings[i], &readings[i+1]
		if !a.clock || b.day == 0 || b.month == 0 || b.clock || b.from-a.to > 5 {
			continue
		}
		near := true
		for k := a.to; k < b.from; k++ {
			near = near && s.items[k].kind == prose.Word && !s.items[k].newline
		}
		if near || b.from-a.to == 1 && s.char(a.to) == ',' {
			a.day, a.month, a.year, a.hasYear, a.bc = b.day, b.month, b.year, b.hasYear, b.bc
		}
	}
}

// ranges marks the pairs of dates that the text gives as the two ends of a stretch.
func (s *scanner) ranges(readings []reading, out []Expression) {
	for i := 0; i+1 < len(out); i++ {
		a, b := &readings[i], &readings[i+1]
		x, y := &out[i], &out[i+1]
		if !s.joined(a, b) || !x.Resolved() || !y.Resolved() || x.Range != nil || x.Lower.Compare(y.Upper) > 0 || a.rule.act != actDate || b.rule.act != actDate {
			continue
		}
		if w := s.at(a.to).word; w != nil && s.at(a.to).kind == prose.Word {
			before := s.at(a.from - 1).word
			for k := a.from - 2; before != nil && before.determiner && !before.hasLead; k-- {
				before = s.at(k).word
			}
			opened := before != nil && (before.between || before.hasLead && before.lead == From)
			switch {
			case w.reaches && (opened || x.Grain == y.Grain && w.hasLead):
			case w.joins && before != nil && before.between:
			default:
				continue
			}
		} else if s.char(a.to) == '/' || s.char(a.to) == ',' {
			continue
		}
		r := &Range{Start: x.Start, End: y.End, Lower: x.Lower, Upper: y.Upper}
		r.EDTF = edtfEnd(x, false) + "/" + edtfEnd(y, true)
		x.Range, y.Range = r, r
	}
}

// edtfEnd returns one end of an interval. A decade or century cannot stand there, its first or last year can.
func edtfEnd(x *Expression, last bool) string {
	if x.Grain < Decade && x.Grain != Half && x.Grain != Week {
		return x.EDTF
	}
	d := x.Lower
	if last {
		d = x.Upper
	}
	return isoYear(d.Year)
}

// give resolves one reading.
func (n *narrative) give(s *scanner, r *reading, x *Expression) {
	switch r.rule.act {
	case actDate:
		n.date(s, r, x)
	case actSame:
		n.same(s, r, x)
	case actNext:
		n.step(s, r, x, +1)
	case actPrev:
		n.step(s, r, x, -1)
	case actLater:
		n.shift(r, x, +1)
	case actEarlier:
		n.shift(r, x, -1)
	case actAgo:
		n.ago(r, x)
	case actAfterEvent:
		if !n.apposition(s, r, x) {
			n.shift(r, x, +1)
		}
	case actApposition:
		n.apposition(s, r, x)
	case actDuration:
		x.Type, x.Value = DURATION, duration(r)
		if r.hasYear && n.front {
			// "For the first ten months of 1915 …"
			n.stand.arrive(moment{year: n.astronomical(&r.fields), month: r.month})
			n.main = n.stand
		}
	case actSet:
		x.Type = SET
		x.Value = recurring(r)
	case actPresent:
		x.Value = "PRESENT_REF"
		if r.part != "" {
			x.Value = "PRESENT_REF"
		}
	case actPast:
		x.Value = "PAST_REF"
	case actFuture:
		x.Value = "FUTURE_REF"
	case actPart:
		n.partOfDay(s, r, x)
	}
}

// place gives x the calendar place m and, unless it is an aside, moves the narrative there.
func (n *narrative) place(x *Expression, m moment, move bool) {
	x.Grain = m.grain
	x.Value = m.timex()
	x.Lower, x.Upper = m.bounds(x.Mod)
	x.EDTF = m.edtf(x.Mod)
	if !move {
		return
	}
	n.last.arrive(m)
	n.lastAt = n.at
	if n.goes(x, m) {
		n.stand.arrive(m)
		n.main, n.aside = n.stand, noYear
	} else if m.grain < Year && !n.second && !n.back {
		n.stand.arrive(m) // for the rest of the sentence
	}
}

// noYear is no year of any calendar.
const noYear = math.MinInt

// arrive moves a stand to m.
func (t *stand) arrive(m moment) {
	switch m.grain {
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
	case m.grain == Year:
		// A year alone is a look aside more often than not.
		if d == 0 || m.year == n.aside || 0 < d && d <= 20 && n.month == 0 && n.season == 0 && n.day == 0 {
			return true
		}
	case 0 <= d && d <= 10: // a date in an earlier year is a flashback
		return true
	}
	n.aside = m.year
	return false
}

// astronomical returns the year of a reading, in which era the narrative has the last word.
func (n *narrative) astronomical(f *fields) int {
	if f.bc || f.threeDigits && !f.eraGiven && n.known && n.year <= 0 {
		return 1 - f.year
	}
	return f.year
}

// date resolves a calendar date.
func (n *narrative) date(s *scanner, r *reading, x *Expression) {
	if r.clock {
		n.clock(r, x)
		return
	}
	f := &r.fields
	m := moment{grain: f.calendarGrain()}
	explicit := true
	switch {
	case f.hasYear:
		m.year = n.astronomical(f)
	case f.hasShort:
		m.year = n.shortYear(f.shortYear, f.grain)
		x.Context = true
	case f.grain == Century:
	default:
		explicit = false
		x.Context = true
	}
	switch m.grain {
	case Century:
		c := f.ord
		if c == 0 {
			return
		}
		if f.bc {
			m.year, m.half = -(c-1)*100, -1 // the century's last year: 0 for the first before Christ
		} else {
			m.year = (c - 1) * 100
		}
		n.place(x, m, true)
		return
	case Decade:
		if f.bc {
			m.year = -f.year // 470s BC: kept as -470
		}
		n.place(x, m, true)
		return
	case Year:
		n.place(x, m, s.moves(r, x, n, m))
		return
	}
	m.month, m.day, m.season, m.half = f.month, f.day, f.season, f.half
	if f.quarter > 0 {
		m.part = f.quarter
	}
	if f.weekday > 0 && f.day == 0 {
		n.onWeekday(f, x)
		return
	}
	if !explicit {
		if f.holiday > 0 && !n.known || !n.known && n.anchor.IsZero() {
			x.Value = m.unknownYear()
			return
		}
		m.year = n.yearFor(m)
		if f.sameYear {
			m.year = n.last.year + f.yearBy
		}
		if f.day > 0 && f.month == 0 {
			if n.month == 0 {
				x.Value = fmt.Sprintf("%s-XX-%02d", timexYear(m.year), f.day)
				return
			}
			m.month = n.month
			m.year = n.year
			if n.day > 0 && f.day < n.day && n.day-f.day > 20 {
				m.month++
				if m.month > 12 {
					m.month, m.year = 1, m.year+1
				}
			}
		}
	}
	if f.holiday > 0 && m.month == 0 {
		d := holiday(f.holiday, m.year)
		if f.eve {
			d = dateOf(d.days() - 1)
		}
		m.year, m.month, m.day = d.Year, d.Month, d.Day
	}
	if m.day > 0 && m.day > monthDays(m.year, m.month) {
		x.Value = "" // 31 June: no such day
		return
	}
	n.place(x, m, s.moves(r, x, n, m))
}

// moves reports whether the narrative goes on from the date just read. Dates in an aside, and old dates that only
// say since when something holds, are looked back at.
func (s *scanner) moves(r *reading, x *Expression, n *narrative, m moment) bool {
	if !n.known {
		return true
	}
	if x.Lead == Since && m.year < n.year {
		return false
	}
	return true
}

// yearFor returns the year in which a month, day or season of the narrative falls if none is given.
func (n *narrative) yearFor(m moment) int {
	if !n.known {
		return n.anchor.Year
	}
	now := n.month
	if now == 0 && n.season > 0 {
		now = n.season*3 + 1
	}
	switch {
	case m.month > 0 && now == 12 && m.month <= 2 && n.month > 0:
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
	}
	y := base - floorMod(base, 100) + yy
	if y > base {
		y -= 100
	}
	return y
}

// onWeekday resolves the name of a weekday alone.
func (n *narrative) onWeekday(f *fields, x *Expression) {
	x.Context = true
	var d Date
	switch {
	case n.known && n.day > 0:
		from := Date{n.year, n.month, n.day}
		d = dateOf(from.days() + floorMod(f.weekday-from.weekday(), 7))
	case !n.anchor.IsZero() && !n.known:
		d = dateOf(n.anchor.days() - floorMod(n.anchor.weekday()-f.weekday, 7))
	default:
		x.Value = fmt.Sprintf("XXXX-WXX-%d", f.weekday)
		return
	}
	n.place(x, moment{year: d.Year, month: d.Month, day: d.Day, grain: Day}, true)
}

// same resolves "that year", "the end of the month", "later that summer".
func (n *narrative) same(s *scanner, r *reading, x *Expression) {
	x.Context = true
	if !n.known && !n.anchor.IsZero() && s.is(r.from, "this") {
		n.known, n.year, n.month, n.day = true, n.anchor.Year, n.anchor.Month, n.anchor.Day
	}
	if n.last.known && (r.unit >= Month || r.season > 0) && r.mod == "" {
		n.stand = n.last
	}
	m := moment{year: n.year, grain: r.unit}
	if r.season > 0 {
		m.season, m.grain = r.season, Season
	}
	switch {
	case m.grain == Decade && (n.decadeIs || n.known):
		if !n.decadeIs {
			n.decade = n.year - floorMod(n.year, 10)
		}
		m.year = n.decade
		n.place(x, m, true)
		return
	case m.grain == Century && (n.centuryIs || n.known):
		if !n.centuryIs {
			n.century = n.year - floorMod(n.year-1, 100) - 1
		}
		m.year = n.century
		n.place(x, m, true)
		return
	case !n.known:
		return
	case m.grain == Month:
		if n.month == 0 {
			x.Value = timexYear(n.year) + "-XX"
			return
		}
		m.month = n.month
	case m.grain == Day:
		if n.day == 0 {
			x.Value = n.partial()
			return
		}
		m.month, m.day = n.month, n.day
	case m.grain == Week:
		if n.day == 0 {
			x.Value = timexYear(n.year) + "-WXX"
			return
		}
		n.week(x, Date{n.year, n.month, n.day})
		return
	case m.grain == Clock, m.grain == Quarter, m.grain == NoGrain:
		return
	}
	// "The end of the year" said of a day in June leaves the narrative in that year, not in June.
	n.place(x, m, true)
}

// partial returns the day-grained value of the narrative's time with what is unknown as X.
func (n *narrative) partial() string {
	if n.month == 0 {
		return timexYear(n.year) + "-XX-XX"
	}
	return fmt.Sprintf("%s-%02d-XX", timexYear(n.year), n.month)
}

// week places x at the ISO week of d.
func (n *narrative) week(x *Expression, d Date) {
	monday := dateOf(d.days() - d.weekday() + 1)
	thursday := dateOf(monday.days() + 3)
	week := (thursday.days()-Date{thursday.Year, 1, 1}.days())/7 + 1
	n.place(x, moment{year: thursday.Year, week: week, month: monday.Month, day: monday.Day, grain: Week}, false)
	n.year, n.month, n.day = d.Year, d.Month, d.Day
}

// step resolves the unit after or before the narrative's own.
func (n *narrative) step(s *scanner, r *reading, x *Expression, by int) {
	x.Context = true
	if r.unit > Day && by > 0 && r.mod == "" && s.stretch(r.from) {
		// "over the next year" is a length of time.
		r.count, r.counted = 1, true
		x.Type, x.Value = DURATION, duration(r)
		return
	}
	if !n.known {
		if !n.anchor.IsZero() {
			n.known, n.year, n.month, n.day = true, n.anchor.Year, n.anchor.Month, n.anchor.Day
		} else if r.unit == Day && r.rule.act == actPrev && r.rule.name == "yesterday" {
			x.Value = "PAST_REF"
			return
		} else if !n.decadeIs && !n.centuryIs {
			if by > 0 {
				x.Value = "FUTURE_REF"
			} else {
				x.Value = "PAST_REF"
			}
			return
		}
	}
	if n.month == 0 && n.year == n.anchor.Year && !n.anchor.IsZero() && (r.rule.name == "last-unit" || r.rule.name == "last-season") {
		n.month, n.day = n.anchor.Month, n.anchor.Day
	}
	switch {
	case r.season > 0:
		m := moment{year: n.year, season: r.season, grain: Season}
		now := n.season
		if n.month > 0 {
			now = seasonOf(n.month)
		}
		if by > 0 && (r.season <= now || now == 0) {
			m.year++
		}
		if by < 0 && (r.season >= now || now == 0) {
			m.year--
		}
		n.place(x, m, true)
	case r.month > 0:
		m := moment{year: n.year, month: r.month, grain: Month}
		if by > 0 && r.month <= n.month {
			m.year++
		}
		if by < 0 && r.month >= n.month {
			m.year--
		}
		n.place(x, m, true)
	case r.weekday > 0:
		if n.day == 0 {
			x.Value = fmt.Sprintf("XXXX-WXX-%d", r.weekday)
			return
		}
		from := Date{n.year, n.month, n.day}
		d := dateOf(from.days() + 1 + floorMod(r.weekday-from.weekday()-1, 7))
		if by < 0 {
			d = dateOf(from.days() - 1 - floorMod(from.weekday()-r.weekday-1, 7))
		}
		n.place(x, moment{year: d.Year, month: d.Month, day: d.Day, grain: Day}, true)
	case r.part != "":
		if n.day == 0 {
			x.Type, x.Value = TIME, n.partial()+"T"+r.part
			return
		}
		d := dateOf(Date{n.year, n.month, n.day}.days() + by)
		n.place(x, moment{year: d.Year, month: d.Month, day: d.Day, grain: Day}, true)
		x.Type, x.Value, x.Grain = TIME, x.Value+"T"+r.part, Clock
	default:
		r.count = 1
		n.move(r, x, by)
	}
}

// stretch reports whether what begins at item i is a length of time rather than a date: "over the next year".
func (s *scanner) stretch(i int) bool {
	if !s.is(i-1, s.lang.stretch...) {
		return false
	}
	for k := i; k < i+3; k++ {
		if w := s.at(k).word; w != nil && w.ahead {
			return true
		}
	}
	return false
}

// shift resolves "two decades later".
func (n *narrative) shift(r *reading, x *Expression, by int) {
	x.Context = true
	if r.few || !n.known || r.unit == Clock {
		x.Value = "FUTURE_REF"
		if by < 0 {
			x.Value = "PAST_REF"
		}
		return
	}
	if n.last.known && n.recent && (r.unit >= Year || n.last.day > 0 || n.day == 0) {
		n.stand = n.last // "two years later" is reckoned from the last date told, were it in an aside
	}
	switch r.quant {
	case MORE, ATLEAST:
		x.Mod = AFTER
	case LESS, ATMOST:
		x.Mod = BEFORE
	}
	n.move(r, x, by)
}

// apposition resolves what only gives the date before it another name: "On 27 June 1950, two days after the
// invasion, …".
func (n *narrative) apposition(s *scanner, r *reading, x *Expression) bool {
	if n.prev == nil || n.prev.Grain != Day || r.from-n.prevEnd != 1 {
		return false
	}
	switch s.text[s.items[n.prevEnd].start:s.items[n.prevEnd].end] {
	case ",", "-", "–", "—", "(":
	default:
		return false
	}
	x.Context = true
	x.Value, x.EDTF, x.Grain, x.Lower, x.Upper = n.prev.Value, n.prev.EDTF, Day, n.prev.Lower, n.prev.Upper
	return true
}

// ago resolves "two years ago", which is seen from the text's present.
func (n *narrative) ago(r *reading, x *Expression) {
	x.Context = true
	if n.anchor.IsZero() || r.few || r.unit == Clock {
		x.Value = "PAST_REF"
		return
	}
	here := narrative{stand: stand{known: true, year: n.anchor.Year, month: n.anchor.Month, day: n.anchor.Day}}
	here.move(r, x, -1)
}

// move places x r.count units away from the narrative's time.
func (n *narrative) move(r *reading, x *Expression, by int) {
	count := r.count + r.plus
	if count > 20000 {
		return
	}
	k := by * int(math.Round(count))
	m := moment{year: n.year, grain: r.unit}
	switch r.unit {
	case Century:
		if n.centuryIs || r.counted {
			if r.counted {
				m.grain, m.year = Year, n.year+k*100
				break
			}
			m.year = n.century + k*100
			break
		}
		m.year = n.year - floorMod(n.year-1, 100) - 1 + k*100
		if n.year <= 0 {
			m.year += 100
		}
	case Decade:
		if r.counted {
			m.grain, m.year = Year, n.year+int(math.Round(count*10))*by
			break
		}
		if n.decadeIs {
			m.year = n.decade + k*10
			break
		}
		m.year = n.year - floorMod(n.year, 10) + k*10
		if n.year <= 0 {
			m.year = n.year - 1 + floorMod(1-n.year, 10) + k*10 // 490 BC is of the 490s: kept as -490
		}
	case Year:
		m.year = n.year + k
		if r.plus > 0 && n.month > 0 {
			m.grain = Month
			m.year, m.month = addMonths(n.year, n.month, by*int(math.Round(count*12)))
		}
	case Month, Quarter:
		if n.month == 0 {
			x.Value = timexYear(n.year) + "-XX"
			return
		}
		if r.unit == Quarter {
			k *= 3
		}
		m.grain = Month
		m.year, m.month = addMonths(n.year, n.month, k)
	case Week:
		if n.day == 0 {
			x.Value = timexYear(n.year) + "-WXX"
			return
		}
		d := dateOf(Date{n.year, n.month, n.day}.days() + 7*k)
		if !r.counted {
			n.week(x, d)
			return
		}
		m = moment{year: d.Year, month: d.Month, day: d.Day, grain: Day}
		if x.Mod == "" {
			x.Mod = APPROX
		}
		n.place(x, m, true)
		x.Mod = r.quant
		return
	case Day:
		if n.day == 0 {
			x.Value = n.partial()
			return
		}
		d := dateOf(Date{n.year, n.month, n.day}.days() + k)
		m.year, m.month, m.day = d.Year, d.Month, d.Day
	default:
		return
	}
	if m.year < -9999 || m.year > 9999 {
		return
	}
	n.place(x, m, true)
}

func addMonths(year, month, k int) (int, int) {
	t := year*12 + month - 1 + k
	return floorDiv(t, 12), floorMod(t, 12) + 1
}

func seasonOf(month int) int {
	switch {
	case month <= 2 || month == 12:
		return 4
	case month <= 5:
		return 1
	case month <= 8:
		return 2
	}
	return 3
}

// clock resolves a time of day.
func (n *narrative) clock(r *reading, x *Expression) {
	x.Type, x.Context = TIME, true
	h := r.hour
	if r.pm && h < 12 {
		h += 12
	}
	at := fmt.Sprintf("T%02d:%02d", h, r.minute)
	if r.day > 0 && (r.hasYear || n.known) {
		d := Date{n.year, r.month, r.day}
		if r.hasYear {
			d.Year = n.astronomical(&r.fields)
		}
		x.Value = moment{year: d.Year, month: d.Month, day: d.Day, grain: Day}.timex() + at
		x.EDTF, x.Lower, x.Upper, x.Grain = d.String()+at+":00", d, d, Clock
		return
	}
	if n.known && n.day > 0 {
		d := Date{n.year, n.month, n.day}
		x.Value = moment{year: n.year, month: n.month, day: n.day, grain: Day}.timex() + at
		x.EDTF, x.Lower, x.Upper, x.Grain = d.String()+at+":00", d, d, Clock
		return
	}
	x.Value = "XXXX-XX-XX" + at
}

// partOfDay resolves "that night", "the morning of 24 March 1999" and "noon".
func (n *narrative) partOfDay(s *scanner, r *reading, x *Expression) {
	x.Type = TIME
	part := r.part
	r.part = ""
	switch {
	case r.month > 0, r.holiday > 0:
		n.date(s, r, x)
	case r.weekday > 0:
		n.onWeekday(&r.fields, x)
	case r.rule.name == "same-part" && n.known:
		x.Context = true
		if n.day > 0 {
			n.place(x, moment{year: n.year, month: n.month, day: n.day, grain: Day}, true)
		} else {
			x.Value = n.partial()
		}
	default:
		x.Context = true
		x.Value = "XXXX-XX-XX"
	}
	if x.Value == "" {
		return
	}
	if x.Grain == Day {
		x.Grain = Clock
	}
	x.Value += "T" + part
}

// holiday returns the day of a feast.
func holiday(which, year int) Date {
	switch which {
	case 1:
		return Date{year, 12, 25}
	case 2, 3, 4: // Easter, Pentecost, Good Friday
		d := easter(year)
		switch which {
		case 3:
			return dateOf(d.days() + 49)
		case 4:
			return dateOf(d.days() - 2)
		}
		return d
	case 5:
		return Date{year, 10, 31}
	case 6: // All Saints
		return Date{year, 11, 1}
	case 7: // New Year
		return Date{year, 1, 1}
	case 8: // New Year's Eve
		return Date{year, 12, 31}
	}
	return Date{year, 12, 25}
}

// easter is the Gregorian computus (Meeus, Jones and Butcher).
func easter(y int) Date {
	a, b, c := floorMod(y, 19), floorDiv(y, 100), floorMod(y, 100)
	d, e := floorDiv(b, 4), floorMod(b, 4)
	g := floorDiv(8*b+13, 25)
	h := floorMod(19*a+b-d-g+15, 30)
	i, k := c/4, c%4
	l := floorMod(32+2*e+2*i-h-k, 7)
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	return Date{y, month, (h + l - 7*m + 33*month + 19) % 32}
}

// duration returns the TIMEX3 value of a length of time.
func duration(r *reading) string {
	unit := r.sub
	switch r.unit {
	case Day:
		unit = "D"
	case Week:
		unit = "W"
	case Month:
		unit = "M"
	case Quarter:
		unit = "Q"
	case Year:
		unit = "Y"
	case Decade:
		unit = "DE"
	case Century:
		unit = "CE"
	}
	p := "P"
	if r.unit == Clock {
		p = "PT"
	}
	if r.few || !r.counted {
		if !r.counted && !r.plural && !r.few {
			return p + "1" + unit
		}
		return p + "X" + unit
	}
	return p + strconv.FormatFloat(r.count+r.plus, 'f', -1, 64) + unit
}

// recurring returns the TIMEX3 value of a recurring time.
func recurring(r *reading) string {
	switch {
	case r.counted:
		return duration(r)
	case r.weekday > 0:
		return fmt.Sprintf("XXXX-WXX-%d", r.weekday)
	case r.season > 0:
		return "XXXX-" + seasonNames[r.season]
	case r.part != "":
		return "XXXX-XX-XXT" + r.part
	}
	switch r.unit {
	case Day:
		return "XXXX-XX-XX"
	case Week:
		return "XXXX-WXX"
	case Month:
		return "XXXX-XX"
	case Quarter:
		return "XXXX-QX"
	case Year:
		return "XXXX"
	case Decade:
		return "XXX"
	case Century:
		return "XX"
	case Clock:
		return "XXXX-XX-XXTXX"
	}
	return ""
}
