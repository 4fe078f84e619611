package temporal

// Feasts with a day of their own, those that follow Easter included.

// holiday returns the day of a feast.
func holiday(which, year int) Date {
	switch which {
	case 1:
		return Date{year, 12, 25}
	case 2:
		return easter(year)
	case 3, 4, 9, 10, 12, 13, 14, 15: // Pentecost, Good Friday, Easter Monday, Ash Wednesday, Palm Sunday, Maundy Thursday, Ascension, Whit Monday
		return dateOf(easter(year).days() + map[int]int{3: 49, 4: -2, 9: 1, 10: -46, 12: -7, 13: -3, 14: 39, 15: 50}[which])
	case 11: // Thanksgiving in the United States: November's fourth Thursday
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
