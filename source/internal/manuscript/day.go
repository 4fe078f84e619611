package manuscript

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

var isoStart = regexp.MustCompile(`^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?:\D|$)`)

// Day returns the day or month in a date for machines (ISO 8601 and what is
// close to it) as ISO 8601, or "".
func Day(s string) string {
	s = strings.TrimSpace(s)
	if m := isoStart.FindStringSubmatch(s); m != nil {
		year, _ := strconv.Atoi(m[1])
		month, _ := strconv.Atoi(m[2])
		d, _ := strconv.Atoi(m[3])
		return makeDay(year, month, d)
	}
	if len(s) > 5 && len(s) < 64 {
		return FindDay(s)
	}
	return ""
}

// makeDay returns an ISO 8601 day or month, or "" for what is none.
func makeDay(year, month, d int) string {
	if year < 1450 || year > 2200 || month < 1 || month > 12 || d < 0 || d > 31 {
		return ""
	}
	if d == 0 {
		return fmt.Sprintf("%04d-%02d", year, month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, d)
}

// months holds the beginnings of months' names in the languages that dates are
// read in.
var months = [12][]string{
	{"jan", "gen", "ene", "янв"}, {"feb", "fév", "fev", "фев"}, {"mar", "mär", "maart", "мар"}, {"apr", "avr", "abr", "апр"},
	{"may", "mai", "mag", "mei", "maj", "мая"}, {"jun", "juin", "giu", "июн"}, {"jul", "juil", "lug", "июл"}, {"aug", "aoû", "aou", "ago", "авг"},
	{"sep", "set", "сен"}, {"oct", "okt", "ott", "out", "окт"}, {"nov", "ноя"}, {"dec", "déc", "dez", "dic", "дек"},
}

// Month returns the month, from 1 to 12, that a word names in one of a dozen
// languages, or 0.
func Month(w string) int {
	w = strings.ToLower(strings.TrimRight(w, "."))
	if len(w) < 3 || len(w) > 20 {
		return 0
	}
	for i, names := range months {
		for _, n := range names {
			if strings.HasPrefix(w, n) {
				return i + 1
			}
		}
	}
	return 0
}

// FindDay finds the first full date in a short text: "May 3, 2024",
// "3. Mai 2024", "2024-05-03", "03/05/2024" where only one reading is a date.
func FindDay(s string) string {
	toks := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	num := func(i int) int {
		if i < 0 || i >= len(toks) {
			return -1
		}
		t := toks[i]
		for _, suffix := range []string{"st", "nd", "rd", "th", "er"} {
			t = strings.TrimSuffix(t, suffix)
		}
		n, err := strconv.Atoi(t)
		if err != nil {
			return -1
		}
		return n
	}
	for i, t := range toks {
		if m := Month(t); m > 0 {
			if d, y := num(i+1), num(i+2); d > 0 && d < 32 && y > 1450 {
				return makeDay(y, m, d)
			}
			for j := i - 1; j >= 0 && j >= i-2; j-- { // "3 de mayo de 2024"
				d := num(j)
				for k := i + 1; k <= i+2; k++ {
					if y := num(k); d > 0 && d < 32 && y > 1450 && y < 2200 {
						return makeDay(y, m, d)
					}
				}
			}
		}
		a, b, c := num(i), num(i+1), num(i+2)
		switch {
		case a > 1450 && a < 2200 && b > 0 && b < 13 && c > 0 && c < 32 && len(t) == 4:
			return makeDay(a, b, c)
		case c > 1450 && c < 2200 && a > 0 && b > 0 && a < 32 && b < 32:
			switch {
			case a > 12 && b < 13, a == b:
				return makeDay(c, b, a)
			case b > 12 && a < 13:
				return makeDay(c, a, b)
			case strings.Contains(s, toks[i]+"."+toks[i+1]+"."): // 3.5.2024
				return makeDay(c, b, a)
			case strings.Contains(s, toks[i]+"/"+toks[i+1]+"/"): // as Americans write it
				return makeDay(c, a, b)
			}
		}
	}
	return ""
}
