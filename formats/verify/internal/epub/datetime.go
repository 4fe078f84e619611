package epub

import (
	"regexp"
	"strconv"
)

// Dates and times: HTML (Living Standard), 2.3.5 and 4.5.14.

var (
	dateValue     = regexp.MustCompile(`^([0-9]{4,})-([0-9]{2})(-([0-9]{2}))?$`)
	timeForm      = `[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,3})?)?`
	timeValue     = matching(`^` + timeForm + `$`)
	hourValue     = matching(`^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,3})?)?$`)
	dateTimeValue = regexp.MustCompile(`^([0-9]{4,}-[0-9]{2}-[0-9]{2})[T ](` + timeForm + `)(Z|[+-][0-9]{2}:?[0-9]{2})?$`)
	yearValue     = matching(`^[0-9]{4}$`)
	weekValue     = regexp.MustCompile(`^[0-9]{4,}-W([0-9]{2})$`)
	yearlessValue = matching(`^(--)?(0[0-9]|1[0-2])-(0[0-9]|[12][0-9]|3[01])$`)
	durationValue = matching(`^(P[0-9]+D|P([0-9]+D)?T(([0-9]+H)([0-9]+M)?([0-9]+(\.[0-9]{1,3})?S)?|[0-9]+M([0-9]+(\.[0-9]{1,3})?S)?|[0-9]+(\.[0-9]{1,3})?S)|(\s*([0-9]+\s*[WDHM]|[0-9]+(\.[0-9]{1,3})?\s*S)\s*)+)$`)
)

// validDatetime reports whether a value has one of the forms of HTML, 4.5.14,
// as far as books may use them, and whether its day is one of the calendar and
// its time one of the clock.
func validDatetime(s string) (ok, real bool) {
	s = trim(s)
	if m := dateTimeValue.FindStringSubmatch(s); m != nil {
		return true, calendar(m[1]) && hourValue.MatchString(m[2])
	}
	if dateValue.MatchString(s) {
		return true, calendar(s)
	}
	if m := weekValue.FindStringSubmatch(s); m != nil {
		return true, m[1] >= "01" && m[1] <= "53"
	}
	if timeValue.MatchString(s) {
		return true, hourValue.MatchString(s)
	}
	if yearValue.MatchString(s) {
		return true, s != "0000"
	}
	if yearlessValue.MatchString(s) {
		return true, true
	}
	return durationValue.MatchString(s), true
}

// calendar reports whether a month or a day is one of the calendar.
func calendar(s string) bool {
	m := dateValue.FindStringSubmatch(s)
	if m == nil || len(m[1]) > 6 {
		return false
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	d := 1
	if m[4] != "" {
		d, _ = strconv.Atoi(m[4])
	}
	if year < 1 || month < 1 || month > 12 {
		return false
	}
	last := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && (year%4 == 0 && year%100 != 0 || year%400 == 0) {
		last = 29
	}
	return d >= 1 && d <= last
}

func (w *htmlWalker) time(e *element) {
	value, said := e.get("datetime")
	if !said {
		if len(e.elements()) > 0 {
			w.err("html", e.at(w.file), "a time without datetime holds elements")
			return
		}
		value = e.content()
	}
	switch ok, real := validDatetime(value); {
	case !ok && !said:
		// As content it may still be read by people.
		w.warn("html-attribute", e.at(w.file), "the time %q is none", value)
	case !ok:
		w.err("html-attribute", e.at(w.file), "the time %q is none", value)
	case !real:
		w.warn("html-attribute", e.at(w.file), "the time %q was never", value)
	}
}
