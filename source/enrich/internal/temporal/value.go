package temporal

import "fmt"

// Values are written twice, as TIMEX3 and as ISO 8601-2:2019, and bounded by days.

var seasonNames = [...]string{"", "SP", "SU", "FA", "WI"}

// timexYear writes an astronomical year as TIMEX3 does: 1999, BC0044.
func timexYear(y int) string {
	if y <= 0 {
		return fmt.Sprintf("BC%04d", 1-y)
	}
	return fmt.Sprintf("%04d", y)
}

// timex returns the TIMEX3 value (TimeML 1.2.1, section 2.2).
func (m moment) timex() string {
	switch m.grain {
	case Century:
		if m.year < 0 || m.year == 0 && m.century0() {
			return fmt.Sprintf("BC%02d", -m.year/100)
		}
		return fmt.Sprintf("%02d", m.year/100)
	case Decade:
		if m.year < 0 {
			return fmt.Sprintf("BC%03d", -m.year/10)
		}
		return fmt.Sprintf("%03d", m.year/10)
	case Year:
		return timexYear(m.year)
	case Half:
		return fmt.Sprintf("%s-H%d", timexYear(m.year), m.half)
	case Quarter:
		return fmt.Sprintf("%s-Q%d", timexYear(m.year), m.part)
	case Season:
		return timexYear(m.year) + "-" + seasonNames[m.season]
	case Month:
		return fmt.Sprintf("%s-%02d", timexYear(m.year), m.month)
	case Week:
		return fmt.Sprintf("%s-W%02d", timexYear(m.year), m.week)
	}
	return fmt.Sprintf("%s-%02d-%02d", timexYear(m.year), m.month, m.day)
}

// century0 tells the first century before Christ from the first after: both are kept as year 0.
func (m moment) century0() bool { return m.half == -1 }

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
	switch m.grain {
	case Century:
		a, b := m.year+1, m.year+100
		if m.year < 0 || m.century0() {
			a, b = m.year-99, m.year
		}
		if m.year == 0 && !m.century0() {
			a = 1
		}
		a, b = narrow(a, b, mod)
		return Date{a, 1, 1}, Date{b, 12, 31}
	case Decade:
		a, b := m.year, m.year+9
		if m.year < 0 { // the 470s BC run from 479 to 470 BC
			a, b = m.year+1-9, m.year+1
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
			a, b := narrow(12, 14, mod)
			return Date{m.year + (a-1)/12, (a-1)%12 + 1, 1}, Date{m.year + (b-1)/12, (b-1)%12 + 1, monthDays(m.year+(b-1)/12, (b-1)%12+1)}
		}
		return m.months(m.season*3, m.season*3+2, mod)
	case Month:
		a, b := narrow(1, monthDays(m.year, m.month), mod)
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
	a, b = narrow(a, b, mod)
	return Date{m.year, a, 1}, Date{m.year, b, monthDays(m.year, b)}
}

// narrow takes the third of [a,b] that a modifier names.
func narrow(a, b int, mod string) (int, int) {
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

// edtf returns the value in ISO 8601-2:2019, level 2. It has no words for early, mid and late: of a decade or a
// century an interval says them, of a year or less the modifier is left to [Expression.Mod].
func (m moment) edtf(mod string) string {
	approx := ""
	if mod == APPROX {
		approx = "~"
	}
	switch m.grain {
	case Century, Decade:
		lower, upper := m.bounds(mod)
		if mod == START || mod == MID || mod == END || lower.Year <= 0 {
			return isoYear(lower.Year) + "/" + isoYear(upper.Year)
		}
		if m.grain == Century {
			return fmt.Sprintf("%02dXX", m.year/100) + approx
		}
		return fmt.Sprintf("%03dX", m.year/10) + approx
	case Year:
		return isoYear(m.year) + approx
	case Half:
		return fmt.Sprintf("%s-%d", isoYear(m.year), 39+m.half) + approx
	case Quarter:
		return fmt.Sprintf("%s-%d", isoYear(m.year), 32+m.part) + approx
	case Season:
		return fmt.Sprintf("%s-%d", isoYear(m.year), 20+m.season) + approx
	case Month:
		return fmt.Sprintf("%s-%02d", isoYear(m.year), m.month) + approx
	case Week:
		lower, upper := m.bounds("")
		return lower.String() + "/" + upper.String()
	}
	return fmt.Sprintf("%s-%02d-%02d", isoYear(m.year), m.month, m.day) + approx
}
