package layout

import (
	"slices"
	"strconv"
	"strings"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// The calendar of the timeline: what is a point and what a span, where the
// axis is broken, and how much white stands between the entries.

// period is the time of an event, in days counted in the proleptic Gregorian
// calendar.
type period struct {
	from, to int64
	known    bool
	wide     bool // drawn as a bar
	open     bool // only a bound, such as "before 1990": drawn as a ring
}

// periods returns the times of the entries.
func periods(entries []*document.TimelineEntry) []period {
	out := make([]period, len(entries))
	for i, e := range entries {
		s := period{open: strings.HasPrefix(e.Date, "../") || strings.HasSuffix(e.Date, "/..")}
		s.wide = !s.open && imprecise(e.Date)
		from, ok1 := parseDay(e.Lower)
		to, ok2 := parseDay(e.Upper)
		if ok1 && ok2 && from.number() <= to.number() {
			s.from, s.to, s.known = from.number(), to.number(), true
			s.wide = s.wide || !s.open && !oneUnit(from, to)
		}
		out[i] = s
	}
	return out
}

// imprecise reports whether a date of EDTF is a span or not sure: an interval,
// an unspecified digit, a qualification, a season.
func imprecise(date string) bool {
	if strings.ContainsAny(date, "/~?%XSE{[") || strings.Contains(date, "..") {
		return true
	}
	part := strings.Split(strings.TrimPrefix(date, "-"), "-")
	if len(part) > 1 {
		month, err := strconv.Atoi(part[1])
		return err == nil && month > 12
	}
	return false
}

// calendarDay is a day.
type calendarDay struct{ year, month, day int64 }

// parseDay reads an ISO 8601 day, with a sign before years before 1.
func parseDay(s string) (calendarDay, bool) {
	sign := int64(1)
	if strings.HasPrefix(s, "-") {
		s, sign = s[1:], -1
	}
	part := strings.Split(s, "-")
	if len(part) != 3 {
		return calendarDay{}, false
	}
	var n [3]int64
	for i, p := range part {
		v, err := strconv.ParseInt(p, 10, 32)
		if err != nil {
			return calendarDay{}, false
		}
		n[i] = v
	}
	if n[1] < 1 || n[1] > 12 || n[2] < 1 || n[2] > 31 {
		return calendarDay{}, false
	}
	return calendarDay{sign * n[0], n[1], n[2]}, true
}

// number counts days: years begin in March, so that leap days come last.
func (d calendarDay) number() int64 {
	y, m := d.year, d.month-3
	if m < 0 {
		y, m = y-1, m+12
	}
	era := y / 400
	if y%400 < 0 {
		era--
	}
	y -= era * 400
	return era*146_097 + y*365 + y/4 - y/100 + (153*m+2)/5 + d.day - 1
}

// oneUnit reports whether two days bound a day, a month or a year.
func oneUnit(a, b calendarDay) bool {
	if a == b {
		return true
	}
	last := calendarDay{b.year, b.month + 1, 1}
	if b.month == 12 {
		last = calendarDay{b.year + 1, 1, 1}
	}
	whole := a.day == 1 && last.number()-1 == b.number()
	return whole && a.year == b.year && (a.month == b.month || a.month == 1 && b.month == 12)
}

const (
	daysOfYear = 365
	// leapYears is how many years without an event break the axis; in a
	// timeline of centuries, where that happens everywhere, only what is
	// leapTimes as long as usual does.
	leapYears = 20
	leapTimes = 3
	// fewEvents are too few to say what is usual.
	fewEvents = 6
)

// leaps says before which events the axis is broken.
func leaps(spans []period) []bool {
	out := make([]bool, len(spans))
	gaps := make([]int64, len(spans))
	var end int64
	begun := false
	for i, s := range spans {
		if !s.known {
			continue
		}
		if begun {
			gaps[i] = max(s.from-end, 0)
		}
		if !begun || s.to > end {
			end, begun = s.to, true
		}
	}
	limit := int64(leapYears * daysOfYear)
	if len(spans) > fewEvents {
		sorted := slices.Sorted(slices.Values(gaps[1:]))
		limit = max(limit, leapTimes*sorted[len(sorted)/2])
	}
	for i, g := range gaps {
		out[i] = g >= limit
	}
	return out
}

// evenGap returns the white between entries of the given heights, so that the
// pages are used well: as much as fits on as few pages as can be, within
// bounds.
func evenGap(heights []style.Length, leaps []bool, lead, first, page style.Length) style.Length {
	step := lead / 4
	least, most := lead/2, lead+lead/4
	gap := least
	fewest := pagesFor(heights, leaps, lead, least, first, page)
	for g := least + step; g <= most; g += step {
		if pagesFor(heights, leaps, lead, g, first, page) > fewest {
			break
		}
		gap = g
	}
	return gap
}

// pagesFor counts the pages that entries with such white between them take.
func pagesFor(heights []style.Length, leaps []bool, lead, gap, first, page style.Length) int {
	n, room := 1, first
	for i, h := range heights {
		need := h
		if i > 0 {
			need += gap
			if leaps[i] {
				need += leapHeight(lead) + gap/2
			}
		}
		if need > room && i > 0 {
			n, room, need = n+1, page, h
		}
		room -= need
	}
	return n
}
