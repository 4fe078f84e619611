package xhtml

import (
	"strings"
	"time"
)

// Datetime returns an EDTF date as the value of the datetime attribute of HTML,
// and false where HTML has no such value: it knows years from 1 on with four
// digits or more, months, days and times, but no decades, no intervals, no
// doubt (HTML, 4.5.14).
func Datetime(edtf string) (string, bool) {
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	day, clock, timed := strings.Cut(edtf, "T")
	parts := strings.Split(day, "-")
	for i, p := range parts {
		if !digits(p) || i == 0 && (len(p) < 4 || strings.Trim(p, "0") == "") || i > 0 && len(p) != 2 {
			return "", false
		}
	}
	switch {
	case len(parts) > 3, timed && len(parts) != 3, len(parts) > 1 && len(parts[0]) != 4:
		return "", false
	case len(parts) == 1:
		return day, !timed
	}
	layout := "2006-01-02"[:len(day)]
	if _, err := time.Parse(layout, day); err != nil {
		return "", false
	}
	if !timed {
		return day, true
	}
	for _, layout := range []string{"15:04", "15:04:05", "15:04Z07:00", "15:04:05Z07:00"} {
		if _, err := time.Parse(layout, clock); err == nil && !strings.Contains(clock, ",") {
			return edtf, true
		}
	}
	return "", false
}
