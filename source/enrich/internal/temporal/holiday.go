package temporal

// Feasts with a day of their own, those that follow Easter included.

// holiday returns the day of a feast.
func holiday(which, year int) Date {
	switch which {
	case 1:
		return Date{year, 12, 25}
	case 2:
		return easterIn(year)
	case 3, 4, 9, 10, 12, 13, 14, 15, 20, 21: // Pentecost, Good Friday, Easter Monday, Ash Wednesday, Palm Sunday, Maundy Thursday, Ascension, Whit Monday, Shrove Tuesday, Corpus Christi
		return plusDays(easterIn(year), map[int]int{3: 49, 4: -2, 9: 1, 10: -46, 12: -7, 13: -3, 14: 39, 15: 50, 20: -47, 21: 60}[which])
	case 11: // Thanksgiving in the United States: November's fourth Thursday, before the law of 1941 the last
		switch {
		case year < 1939:
			return weekdayFrom(4, Date{year, 11, 24})
		case year < 1942: // by Roosevelt's proclamations the last but one
			return weekdayFrom(4, Date{year, 11, 17})
		}
		return weekdayFrom(4, Date{year, 11, 22})
	case 16: // Labor Day there: September's first Monday
		return weekdayFrom(1, Date{year, 9, 1})
	case 17: // Memorial Day there: May's last Monday, before the Uniform Monday Holiday Act the 30th
		if year < 1971 {
			return Date{year, 5, 30}
		}
		return weekdayFrom(1, Date{year, 5, 25})
	case 18: // Columbus Day there: October's second Monday, before that act the 12th
		if year < 1971 {
			return Date{year, 10, 12}
		}
		return weekdayFrom(1, Date{year, 10, 8})
	case 22: // Martin Luther King Day there: January's third Monday
		return weekdayFrom(1, Date{year, 1, 15})
	case 19: // Christmas Eve
		return Date{year, 12, 24}
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

// weekdayFrom returns the first day of the week given, 1 being Monday, from d on.
func weekdayFrom(weekday int, d Date) Date {
	d.Day += floorMod(weekday-d.weekday(), 7)
	return d
}

// gregorian is the first year whose Easter the Gregorian calendar told: it began in October 1582. Some lands kept the
// Julian one for centuries, but the text does not say which.
const gregorian = 1583

// easterIn returns Easter Sunday in the calendar of its time.
func easterIn(year int) Date {
	if year < gregorian {
		return julianEaster(year)
	}
	return easter(year)
}

// plusDays returns the day that comes so many days after a feast between March and June, in the calendar of that day.
func plusDays(d Date, days int) Date {
	d.Day += days
	for d.Day < 1 {
		d.Month--
		d.Day += daysOf(d.Year, d.Month)
	}
	for d.Day > daysOf(d.Year, d.Month) {
		d.Day -= daysOf(d.Year, d.Month)
		d.Month++
	}
	return d
}

// daysOf returns the length of a month in the calendar of its time: every fourth year had a leap day before 1582.
func daysOf(year, month int) int {
	if month == 2 && year < gregorian {
		if floorMod(year, 4) == 0 {
			return 29
		}
		return 28
	}
	return monthDays(year, month)
}

// julianEaster is the computus of the Julian calendar (Meeus, Astronomical Algorithms, chapter 8).
func julianEaster(y int) Date {
	d := floorMod(19*floorMod(y, 19)+15, 30)
	e := floorMod(2*floorMod(y, 4)+4*floorMod(y, 7)-d+34, 7)
	return Date{y, (d + e + 114) / 31, (d+e+114)%31 + 1}
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
