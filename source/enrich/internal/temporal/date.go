package temporal

import (
	"cmp"
	"strconv"
)

// Date is a day of the proleptic Gregorian calendar. Year is astronomical: 0 is 1 BC, -43 is 44 BC. The zero value
// stands for "no date".
type Date struct {
	Year       int
	Month, Day int // from 1
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.Month == 0 }

// Compare returns -1, 0 or +1 as d is before, on or after e.
func (d Date) Compare(e Date) int {
	if c := cmp.Compare(d.Year, e.Year); c != 0 {
		return c
	}
	if c := cmp.Compare(d.Month, e.Month); c != 0 {
		return c
	}
	return cmp.Compare(d.Day, e.Day)
}

// String returns the date as ISO 8601 writes it: 1999-03-24, -0043-03-15.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	var b [16]byte
	return string(appendDay(appendISOYear(b[:0], d.Year), d.Month, d.Day))
}

func isoYear(y int) string {
	var b [8]byte
	return string(appendISOYear(b[:0], y))
}

func appendISOYear(b []byte, y int) []byte {
	if y < 0 {
		b, y = append(b, '-'), -y
	}
	return appendDigits(b, y, 4)
}

// appendDay appends a month and a day to a year.
func appendDay(b []byte, month, day int) []byte {
	return appendDigits(append(appendDigits(append(b, '-'), month, 2), '-'), day, 2)
}

// appendDigits appends a number that is not negative, with zeros before it up to the width, which is 4 at most.
func appendDigits(b []byte, n, width int) []byte {
	for least := [...]int{0, 1, 10, 100, 1000}; width > 1 && n < least[width]; width-- {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// days numbers the days of the calendar, 1970-01-01 being 0 (Hinnant, "chrono-Compatible Low-Level Date
// Algorithms", 2013).
func (d Date) days() int {
	y := d.Year
	if d.Month <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*((d.Month+9)%12)+2)/5 + d.Day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

// dateOf is the inverse of days.
func dateOf(days int) Date {
	days += 719468
	era := floorDiv(days, 146097)
	doe := days - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d := Date{Day: doy - (153*mp+2)/5 + 1, Month: mp + 3, Year: yoe + era*400}
	if d.Month > 12 {
		d.Month -= 12
		d.Year++
	}
	return d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// monthDays returns the length of a month.
func monthDays(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if floorMod(year, 4) == 0 && (floorMod(year, 100) != 0 || floorMod(year, 400) == 0) {
			return 29
		}
		return 28
	}
	return 31
}

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }

// weekday returns 1 for Monday to 7 for Sunday.
func (d Date) weekday() int { return floorMod(d.days()+3, 7) + 1 }
