package enrich

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// parseEDTF returns the first and the last day, as ISO 8601, that a date the
// author wrote may mean. It knows what timelines need of EDTF levels 0 and 1
// (ISO 8601-2:2019): years, months and days, unspecified digits (199X),
// seasons (2004-22), qualifiers (1920~, 1920?, 1920%), years before 1
// (-0043), and intervals of these. Of an interval that is open on one side
// (../1990, 1990/..) it returns the days of the date that bounds it.
func parseEDTF(s string) (lower, upper string, err error) {
	if unit, _ := openEDTF(s); unit != s {
		return parseEDTF(unit)
	}
	if from, to, ok := strings.Cut(s, "/"); ok {
		a, _, err1 := parseEDTF(from)
		_, b, err2 := parseEDTF(to)
		if err1 != nil || err2 != nil || before(b, a) {
			return "", "", fmt.Errorf("%q is no interval of two dates in order", s)
		}
		return a, b, nil
	}
	bad := fmt.Errorf("%q is no date: want one such as 1949, 1999-06, 1999-06-10, 199X, 1920~, 1996/1999 or ../1990", s)
	t := strings.TrimRight(s, "~?%")
	sign := ""
	if rest, ok := strings.CutPrefix(t, "-"); ok {
		sign, t = "-", rest
	}
	year, rest, dated := strings.Cut(t, "-")
	if len(year) != 4 || strings.Trim(year, "0123456789X") != "" || strings.Contains(strings.TrimRight(year, "X"), "X") {
		return "", "", bad
	}
	low, high := strings.ReplaceAll(year, "X", "0"), strings.ReplaceAll(year, "X", "9")
	if sign == "-" {
		low, high = high, low
	}
	if !dated {
		return sign + low + "-01-01", sign + high + "-12-31", nil
	}
	if low != high {
		return "", "", bad
	}
	month, day, hasDay := strings.Cut(rest, "-")
	m, err := strconv.Atoi(month)
	if err != nil || len(month) != 2 {
		return "", "", bad
	}
	if seasons := [...][2]string{{"03-01", "05-31"}, {"06-01", "08-31"}, {"09-01", "11-30"}, {"12-01", "12-31"}}; m >= 21 && m <= 24 && !hasDay {
		return sign + year + "-" + seasons[m-21][0], sign + year + "-" + seasons[m-21][1], nil
	}
	if m < 1 || m > 12 {
		return "", "", bad
	}
	y, _ := strconv.Atoi(year) // four digits, as checked above
	if sign == "-" {
		y = -y
	}
	last := time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if !hasDay {
		return sign + year + "-" + month + "-01", fmt.Sprintf("%s%s-%s-%02d", sign, year, month, last), nil
	}
	d, err := strconv.Atoi(day)
	if err != nil || len(day) != 2 || d < 1 || d > last {
		return "", "", bad
	}
	return sign + year + "-" + rest, sign + year + "-" + rest, nil
}

// openEDTF returns the date that bounds an interval open on one side, and -1 if
// it ends there, +1 if it begins there; of any other date the date itself and 0.
func openEDTF(s string) (unit string, side int) {
	if unit, ok := strings.CutPrefix(s, "../"); ok && !strings.Contains(unit, "/") {
		return unit, -1
	}
	if unit, ok := strings.CutSuffix(s, "/.."); ok && !strings.Contains(unit, "/") {
		return unit, +1
	}
	return s, 0
}

// before compares two days written as ISO 8601, with a sign before year 0.
func before(a, b string) bool {
	an, bn := strings.HasPrefix(a, "-"), strings.HasPrefix(b, "-")
	switch {
	case an != bn:
		return an
	case an && a[:5] != b[:5]:
		return a[:5] > b[:5] // -0044 is before -0043
	}
	return a < b
}

// phraseEDTF writes a date as it is printed: "24 March 1999", "1990s".
func phraseEDTF(s, lang string) string {
	if unit, side := openEDTF(s); side != 0 {
		form := dateWordsOf(lang).open[(side+1)/2]
		if strings.Count(strings.TrimPrefix(unit, "-"), "-") == 2 {
			form = dateWordsOf(lang).openDay[(side+1)/2]
		}
		return form + phraseEDTF(unit, lang)
	}
	if from, to, ok := strings.Cut(s, "/"); ok {
		a, b := phraseEDTF(from, lang), phraseEDTF(to, lang)
		if !strings.Contains(a, " ") && !strings.Contains(b, " ") {
			return a + "–" + b
		}
		return a + " – " + b
	}
	words := dateWordsOf(lang)
	t := strings.TrimRight(s, "~?%")
	prefix := ""
	if t != s {
		prefix = words.circa
	}
	suffix := ""
	if rest, ok := strings.CutPrefix(t, "-"); ok {
		// Year 0 of ISO 8601 is 1 BC.
		y, err := strconv.Atoi(rest[:min(4, len(rest))])
		if err != nil {
			return s
		}
		t, suffix = fmt.Sprintf("%d%s", y+1, rest[min(4, len(rest)):]), words.bc
	}
	parts := strings.Split(t, "-")
	year := strings.TrimLeft(parts[0], "0")
	if words.numeric && !strings.HasSuffix(year, "X") {
		if len(parts) > 1 && parts[1] > "20" {
			t = year // a season has no number that readers know
		}
		return prefix + strings.TrimLeft(t, "0") + suffix
	}
	switch {
	case words.numeric && strings.HasSuffix(year, "XX"):
		year = strings.TrimSuffix(year, "XX") + "00" + words.years + strings.TrimSuffix(year, "XX") + "99"
	case words.numeric:
		year = strings.TrimSuffix(year, "X") + "0" + words.years + strings.TrimSuffix(year, "X") + "9"
	case strings.HasSuffix(year, "XX"):
		year = strings.TrimSuffix(year, "XX") + "00" + words.years
	case strings.HasSuffix(year, "X"):
		year = strings.TrimSuffix(year, "X") + "0" + words.years
	}
	out := year
	if len(parts) > 1 {
		m, _ := strconv.Atoi(parts[1])
		switch {
		case m >= 1 && m <= 12:
			out = words.months[m-1] + " " + year
		case m >= 21 && m <= 24:
			out = words.seasons[m-21] + " " + year
		}
	}
	if len(parts) > 2 {
		out = strings.TrimLeft(parts[2], "0") + words.dot + " " + out
	}
	return prefix + out + suffix
}

// dateWords are a language's words for printing dates.
type dateWords struct {
	months                [12]string
	seasons               [4]string
	circa, bc, years, dot string
	// open leads to the last and from the first date of an interval that is open
	// on the other side, openDay where that date is a day.
	open, openDay [2]string
	// numeric says that there are no words: a date is printed as ISO 8601 writes it.
	numeric bool
}

func dateWordsOf(lang string) dateWords {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch base {
	case "de":
		return dateWords{
			months:  [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
			seasons: [4]string{"Frühjahr", "Sommer", "Herbst", "Winter"},
			circa:   "um ", bc: " v. Chr.", years: "er", dot: ".",
			open: [2]string{"bis ", "ab "}, openDay: [2]string{"bis ", "ab "},
		}
	case "fr":
		return dateWords{
			months:  [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
			seasons: [4]string{"printemps", "été", "automne", "hiver"},
			circa:   "vers ", bc: " av. J.-C.",
			open: [2]string{"jusqu’en ", "à partir de "}, openDay: [2]string{"jusqu’au ", "à partir du "},
		}
	}
	if base != "en" && base != "" {
		return dateWords{circa: "≈ ", bc: " BCE", years: "–", open: [2]string{"– ", "≥ "}, openDay: [2]string{"– ", "≥ "}, numeric: true}
	}
	return dateWords{
		months:  [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		seasons: [4]string{"spring", "summer", "autumn", "winter"},
		circa:   "c. ", bc: " BC", years: "s",
		open: [2]string{"until ", "from "}, openDay: [2]string{"until ", "from "},
	}
}
