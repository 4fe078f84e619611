package temporal

import "fmt"

// Values are written twice, as TIMEX3 and as ISO 8601-2:2019, and bounded by days.

var seasonNames = [...]string{"", "SP", "SU", "FA", "WI"}

// timexYear writes an astronomical year as TIMEX3 does: 1999, BC0044.
func timexYear(y int) string {
	var b [8]byte
	return string(appendTimexYear(b[:0], y))
}

func appendTimexYear(b []byte, y int) []byte {
	if y <= 0 {
		b, y = append(b, "BC"...), 1-y
	}
	return appendDigits(b, y, 4)
}

// timex returns the TIMEX3 value (TimeML 1.2.1, section 2.2).
func (m moment) timex() string {
	var room [16]byte
	return string(m.appendTimex(room[:0]))
}

func (m moment) appendTimex(b []byte) []byte {
	switch m.grain {
	case Millennium:
		if m.before() {
			return appendDigits(append(b, "BC"...), -m.year/1000, 1)
		}
		return appendDigits(b, m.year/1000, 1)
	case Century:
		if m.before() {
			return appendDigits(append(b, "BC"...), -m.year/100, 2)
		}
		return appendDigits(b, m.year/100, 2)
	case Decade:
		if m.year < 0 {
			return appendDigits(append(b, "BC"...), -m.year/10, 3)
		}
		return appendDigits(b, m.year/10, 3)
	}
	b = appendTimexYear(b, m.year)
	switch m.grain {
	case Year:
		return b
	case Half:
		return appendDigits(append(b, "-H"...), m.half, 1)
	case Quarter:
		return appendDigits(append(b, "-Q"...), m.part, 1)
	case Season:
		return append(append(b, '-'), seasonNames[m.season]...)
	case Month:
		return appendDigits(append(b, '-'), m.month, 2)
	case Week:
		return appendDigits(append(b, "-W"...), m.week, 2)
	}
	return appendDay(b, m.month, m.day)
}

// before reports whether a century or millennium is one before Christ; the first on either side is kept as year 0.
func (m moment) before() bool { return m.year < 0 || m.half == -1 }

// unknownYear returns the value of a date whose year nothing gives.
func (m moment) unknownYear() string {
	switch m.grain {
	case Month:
		return fmt.Sprintf("XXXX-%02d", m.month)
	case Season:
		return "XXXX-" + seasonNames[m.season]
	case Day:
		if m.month > 0 {
			return fmt.Sprintf("XXXX-%02d-%02d", m.month, m.day)
		}
		if m.day > 0 {
			return fmt.Sprintf("XXXX-XX-%02d", m.day)
		}
	}
	return ""
}

// bounds returns the first and the last day of m as the modifier narrows it: early and late take a third of the
// unit (of a decade four years), the middle the third between; a date that is only about right keeps its unit.
func (m moment) bounds(mod string) (lower, upper Date) {
	lower, upper = m.within(mod)
	if m.from != "" {
		lower, _ = m.within(m.from)
	}
	return lower, upper
}

// within returns the bounds as one modifier narrows them.
func (m moment) within(mod string) (lower, upper Date) {
	switch m.grain {
	case Century, Millennium:
		years := 100
		if m.grain == Millennium {
			years = 1000
		}
		a, b := m.year+1, m.year+years
		if m.before() {
			a, b = m.year-years+1, m.year
		}
		a, b = m.narrow(a, b, mod)
		return Date{a, 1, 1}, Date{b, 12, 31}
	case Decade:
		a, b := m.year, m.year+9
		if m.year < 0 { // the 470s BC run from 479 to 470 BC
			a, b = m.year+1-9, m.year+1
		}
		if m.pieces > 0 {
			a, b = m.narrow(a, b, mod)
			return Date{a, 1, 1}, Date{b, 12, 31}
		}
		switch mod {
		case START:
			b = a + 3
		case MID:
			a, b = a+4, a+6
		case END:
			a = b - 3
		}
		return Date{a, 1, 1}, Date{b, 12, 31}
	case Year:
		return m.months(1, 12, mod)
	case Half:
		return m.months(m.half*6-5, m.half*6, mod)
	case Quarter:
		return m.months(m.part*3-2, m.part*3, mod)
	case Season:
		if m.season == 4 {
			// The winter of 1941 begins in December 1941.
			a, b := m.narrow(12, 14, mod)
			return Date{m.year + (a-1)/12, (a-1)%12 + 1, 1}, Date{m.year + (b-1)/12, (b-1)%12 + 1, monthDays(m.year+(b-1)/12, (b-1)%12+1)}
		}
		return m.months(m.season*3, m.season*3+2, mod)
	case Month:
		a, b := m.narrow(1, monthDays(m.year, m.month), mod)
		return Date{m.year, m.month, a}, Date{m.year, m.month, b}
	case Week:
		d := Date{m.year, m.month, m.day}
		if m.month == 12 && m.week == 1 {
			d.Year--
		}
		return d, dateOf(d.days() + 6)
	}
	d := Date{m.year, m.month, m.day}
	return d, d
}

func (m moment) months(a, b int, mod string) (lower, upper Date) {
	a, b = m.narrow(a, b, mod)
	return Date{m.year, a, 1}, Date{m.year, b, monthDays(m.year, b)}
}

// narrow takes the third of [a,b] that a modifier names, or the piece of it that the words name.
func (m moment) narrow(a, b int, mod string) (int, int) {
	if m.pieces > 0 {
		if m.piece < 1 || m.piece > m.pieces {
			return a, b
		}
		n := b - a + 1
		return a + n*(m.piece-1)/m.pieces, a + n*m.piece/m.pieces - 1
	}
	third := (b - a + 1) / 3
	switch mod {
	case START:
		return a, a + third - 1
	case MID:
		return a + third, b - third
	case END:
		return b - third + 1, b
	}
	return a, b
}

// appendEDTF appends the value in ISO 8601-2:2019, level 2. It has no words for early, mid and late: of a decade or a
// century an interval says them, of a year or less the modifier is left to [Expression.Mod].
func (m moment) appendEDTF(b []byte, mod string) []byte {
	switch m.grain {
	case Millennium, Century, Decade:
		lower, upper := m.bounds(mod)
		switch {
		case mod == START || mod == MID || mod == END || lower.Year <= 0 || m.grain == Millennium:
			return appendISOYear(append(appendISOYear(b, lower.Year), '/'), upper.Year)
		case m.grain == Century:
			b = append(appendDigits(b, m.year/100, 2), "XX"...)
		default:
			b = append(appendDigits(b, m.year/10, 3), 'X')
		}
	case Week:
		lower, upper := m.bounds("")
		return append(append(append(b, lower.String()...), '/'), upper.String()...)
	default:
		b = appendISOYear(b, m.year)
		switch m.grain {
		case Year:
		case Half:
			b = appendDigits(append(b, '-'), 39+m.half, 2)
		case Quarter:
			b = appendDigits(append(b, '-'), 32+m.part, 2)
		case Season:
			b = appendDigits(append(b, '-'), 20+m.season, 2)
		case Month:
			b = appendDigits(append(b, '-'), m.month, 2)
		default:
			b = appendDay(b, m.month, m.day)
		}
	}
	if mod == APPROX {
		b = append(b, '~')
	}
	return b
}
