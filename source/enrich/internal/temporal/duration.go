package temporal

import (
	"fmt"
	"strconv"
)

// Lengths of time and what recurs, as TIMEX3 writes them (TimeML 1.2.1, section 2.2).

// duration returns the TIMEX3 value of a length of time.
func duration(r *reading) string {
	unit := r.sub.String()
	switch r.unit {
	case Day:
		unit = "D"
	case Week:
		unit = "W"
	case Month:
		unit = "M"
	case Quarter:
		unit = "Q"
	case Year:
		unit = "Y"
	case Decade:
		unit = "DE"
	case Century:
		unit = "CE"
	}
	p := "P"
	if r.unit == Clock {
		p = "PT"
	}
	if r.few || !r.counted {
		if !r.counted && !r.plural && !r.few {
			return p + "1" + unit
		}
		return p + "X" + unit
	}
	if r.unit == Century && r.amount() < 1 {
		return "P" + strconv.FormatFloat(r.amount()*100, 'f', -1, 64) + "Y" // half a century
	}
	return p + strconv.FormatFloat(r.amount(), 'f', -1, 64) + unit
}

// recurring returns the TIMEX3 value of a recurring time.
func recurring(r *reading) string {
	switch {
	case r.counted:
		return duration(r)
	case r.weekday > 0:
		return fmt.Sprintf("XXXX-WXX-%d", r.weekday)
	case r.season > 0:
		return "XXXX-" + seasonNames[r.season]
	case r.part != 0:
		return "XXXX-XX-XXT" + r.part.String()
	}
	switch r.unit {
	case Day:
		return "XXXX-XX-XX"
	case Week:
		return "XXXX-WXX"
	case Month:
		return "XXXX-XX"
	case Quarter:
		return "XXXX-QX"
	case Year:
		return "XXXX"
	case Decade:
		return "XXX"
	case Century:
		return "XX"
	case Clock:
		return "XXXX-XX-XXTXX"
	}
	return ""
}
