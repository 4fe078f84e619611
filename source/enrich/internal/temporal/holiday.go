package temporal

// Feasts with a day of their own, those that follow Easter included.

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
	case 9, 10: // Easter Monday, Ash Wednesday
		return dateOf(easter(year).days() + map[int]int{9: 1, 10: -46}[which])
	case 11: // Thanksgiving in the United States: November's fourth Thursday
		first := Date{year, 11, 1}
		return Date{year, 11, 22 + floorMod(4-first.weekday(), 7)}
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
