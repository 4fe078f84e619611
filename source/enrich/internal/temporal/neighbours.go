package temporal

import "github.com/quirepress/quire/source/enrich/internal/prose"

// Dates that stand beside each other lend each other what only one of them says, and some are the two ends of a range.

// joined reports whether nothing but a connector stands between readings a and b.
func (s *scanner) joined(a, b *reading) bool {
	switch b.from - a.to {
	case 0:
		return false
	case 1:
		return !s.at(a.to).Line && !s.at(b.from).Line && (s.connector(a.to) || s.char(a.to) == ',')
	case 2:
		// "May, June, and July 1999"; "from 24 March to the 10 June", "vom 24. März bis zum 10. Juni"
		w := s.at(a.to + 1).word
		return !s.at(b.from).Line && w != nil && (s.char(a.to) == ',' && s.connector(a.to+1) ||
			s.is(a.to, "up") && w.reaches || s.connector(a.to) && s.at(a.to).word != nil && s.at(a.to).word.reaches && (w.determiner || w.hasLead))
	}
	return false
}

// inherit lets the first of two joined dates take what only the second says: "6–7 January 1916", "480–479 BC",
// "August and September 1914"; and the second what only the first says: "May 6 and 7th".
func (s *scanner) inherit(readings []reading) {
	for i := len(readings) - 2; i >= 0; i-- {
		a, b := &readings[i], &readings[i+1]
		if a.act == actDate && b.act == actDate && b.grain == Century && a.day > 0 && a.month == 0 && a.calendarGrain() == Day && a.weekday == 0 && a.holiday == 0 && s.listed(a.to, b.from) {
			a.ord, a.day, a.grain, a.rule = a.day, 0, Century, b.rule // "the 16th (or 17th) century"
			a.bc, a.eraGiven = b.bc, b.eraGiven
		}
		if a.act != actDate || b.act != actDate || !s.joined(a, b) {
			continue
		}
		if b.grain >= Century && a.ord > 0 && a.grain == NoGrain && a.rule == b.rule { // "the 17th and 18th centuries"
			a.grain, a.bc, a.eraGiven = b.grain, b.bc, b.eraGiven
		}
		if a.day > 0 && a.month == 0 && b.day > 0 && b.month > 0 && a.day < b.day {
			a.month = b.month
		}
		if a.hasYear && b.hasYear && b.eraGiven && !a.eraGiven && (!b.bc || a.year >= b.year) {
			a.bc, a.eraGiven, a.threeDigits = b.bc, true, false
		}
		if a.day > 0 && a.month == 0 { // a day of no month has no year either: "1 to 1 January"
			continue
		}
		if a.calendarGrain() < Year && a.calendarGrain() != NoGrain && !a.hasYear && !a.hasShort && b.hasYear && b.calendarGrain() < Year && s.char(a.to) != ',' {
			a.hasYear, a.year, a.bc, a.eraGiven, a.threeDigits = true, b.year, b.bc, b.eraGiven, b.threeDigits
			if a.month > 0 && b.month > 0 && a.month > b.month && s.at(a.to).Kind == prose.Punct {
				a.year-- // "December–February 1999"
				if b.bc {
					a.year += 2
				}
			}
		}
	}
	for i := 1; i < len(readings); i++ {
		a, b := &readings[i-1], &readings[i]
		if a.act == actDate && b.act == actDate && a.season > 0 && !a.hasYear && !a.hasShort && !a.sameYear && b.calendarGrain() == Year && b.hasYear && s.leadsOn(a.to, b.from) {
			a.hasYear, a.year, a.bc, a.eraGiven = true, b.year, b.bc, b.eraGiven // "a summer day in 1882"
		}
		if a.to <= b.from && a.month > 0 && b.day > 0 && b.month == 0 && b.act == actDate && b.from-a.to <= 2 && a.day > 0 {
			b.month = a.month
			if !b.hasYear && a.hasYear {
				b.hasYear, b.year, b.bc, b.eraGiven = true, a.year, a.bc, a.eraGiven
			}
		}
		if b.hasShort && !b.hasYear && !b.apostrophe && b.grain == NoGrain && a.hasYear {
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

// leadsOn reports whether one or two nouns and "in" or "of" stand between two items.
func (s *scanner) leadsOn(from, to int) bool {
	if to-from < 2 || to-from > 3 || !s.is(to-1, "in", "of") {
		return false
	}
	for k := from; k < to-1; k++ {
		if it := s.at(k); it.Kind != prose.Word || it.Line || it.word != nil && it.word.function {
			return false
		}
	}
	return !s.at(to).Line && !s.at(to-1).Line
}

// listed reports whether nothing but marks and joining words stands between two items, and not many.
func (s *scanner) listed(from, to int) bool {
	if to-from < 1 || to-from > 3 {
		return false
	}
	for k := from; k < to; k++ {
		it := s.at(k)
		if it.Line || it.Kind != prose.Punct && !(it.word != nil && it.word.joins) || s.char(k) == '.' {
			return false
		}
	}
	return !s.at(to).Line
}

// clocks gives a time of day the date that follows it: "at 5:34 a.m. local time on 20 March 2003".
func (s *scanner) clocks(readings []reading) {
	for i := 0; i+1 < len(readings); i++ {
		a, b := &readings[i], &readings[i+1]
		if b.clock && b.day == 0 && !a.clock && a.day > 0 && a.month > 0 && a.act == actDate && !s.at(b.from).Line &&
			(b.from == a.to || b.from == a.to+1 && (s.char(a.to) == ',' || s.is(a.to, "at"))) {
			b.day, b.month, b.year, b.hasYear, b.bc, b.eraGiven = a.day, a.month, a.year, a.hasYear, a.bc, a.eraGiven
			continue // "1 January 1977 00:00:32"
		}
		part := a.act == actPart && s.lang.rules[a.rule].name == "noon" && b.from-a.to <= 1 && (s.is(a.to, "on", "of") || s.char(a.to) == ',')
		if !a.clock && !part || b.day == 0 || b.month == 0 || b.clock || b.from-a.to > 5 {
			continue
		}
		near := true
		for k := a.to; k < b.from; k++ {
			near = near && s.at(k).Kind == prose.Word && !s.at(k).Line
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
		if !s.joined(a, b) || !x.Resolved() || !y.Resolved() || x.Range != nil || x.Lower.Compare(y.Upper) > 0 || a.act != actDate || b.act != actDate {
			continue
		}
		by := a.to
		if s.is(by, "up") {
			by++
		}
		if w := s.at(by).word; w != nil && s.at(by).Kind == prose.Word {
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
		} else if c := s.char(a.to); c == ',' || c == '&' || c == '/' && !(b.hasYear && a.rule == b.rule && x.Grain == Year && y.Lower.Year == x.Lower.Year+1) { // "the 2001/02 season"
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
