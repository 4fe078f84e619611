package layout

import (
	"reflect"
	"testing"
	"time"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

func TestParseDay(t *testing.T) {
	for _, c := range []struct {
		in   string
		want calendarDay
		ok   bool
	}{
		{"1999-03-24", calendarDay{1999, 3, 24}, true},
		{"-0043-03-15", calendarDay{-43, 3, 15}, true},
		{"0000-01-01", calendarDay{0, 1, 1}, true},
		{"1999", calendarDay{}, false},
		{"1999-13-01", calendarDay{}, false},
		{"1999-03-xx", calendarDay{}, false},
		{"", calendarDay{}, false},
	} {
		if got, ok := parseDay(c.in); got != c.want || ok != c.ok {
			t.Errorf("%q is %v, %v; want %v, %v", c.in, got, ok, c.want, c.ok)
		}
	}
}

// TestDayNumbers compares distances with those of the standard library.
func TestDayNumbers(t *testing.T) {
	epoch := calendarDay{1970, 1, 1}.number()
	for d := time.Date(-450, 1, 1, 0, 0, 0, 0, time.UTC); d.Year() < 2450; d = d.AddDate(0, 1, 17) {
		got := calendarDay{int64(d.Year()), int64(d.Month()), int64(d.Day())}.number() - epoch
		if want := d.Unix() / 86_400; got != want {
			t.Fatalf("%s is day %d, want %d", d.Format(time.DateOnly), got, want)
		}
	}
}

func TestPointsAndSpans(t *testing.T) {
	for _, c := range []struct {
		date, lower, upper string
		wide               bool
	}{
		{"1949", "1949-01-01", "1949-12-31", false},
		{"2004-02", "2004-02-01", "2004-02-29", false},
		{"1999-12", "1999-12-01", "1999-12-31", false},
		{"1999-06-10", "1999-06-10", "1999-06-10", false},
		{"1949", "", "", false},
		{"199X", "1990-01-01", "1999-12-31", true},
		{"1996/1999", "1996-01-01", "1999-12-31", true},
		{"1920~", "1920-01-01", "1920-12-31", true},
		{"2004-22", "2004-06-01", "2004-08-31", true},
		{"1999-06-10", "1999-06-10", "1999-06-12", true},
		{"../1990", "1990-01-01", "1990-12-31", false},
		{"1920~/..", "1920-01-01", "1920-12-31", false},
		{"-0043-03", "-0043-03-01", "-0043-03-31", false},
	} {
		e := &document.TimelineEntry{Date: c.date, Lower: c.lower, Upper: c.upper}
		if got := periods([]*document.TimelineEntry{e})[0].wide; got != c.wide {
			t.Errorf("%s from %q to %q: a bar: %v, want %v", c.date, c.lower, c.upper, got, c.wide)
		}
	}
}

// years makes the periods of whole years.
func years(ys ...int64) []period {
	var out []period
	for _, y := range ys {
		out = append(out, period{from: calendarDay{y, 1, 1}.number(), to: calendarDay{y, 12, 31}.number(), known: true})
	}
	return out
}

func TestLeaps(t *testing.T) {
	for _, c := range []struct {
		years []int64
		want  []bool
	}{
		{[]int64{1949, 1989, 1999}, []bool{false, true, false}},
		{[]int64{1949, 1960}, []bool{false, false}},
		{[]int64{1900, 1950}, []bool{false, true}},
		// In a timeline of centuries, decades are nothing special.
		{[]int64{0, 50, 100, 150, 200, 250, 300, 350, 900}, []bool{false, false, false, false, false, false, false, false, true}},
	} {
		if got := leaps(years(c.years...)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v: broken before %v, want %v", c.years, got, c.want)
		}
	}
	// A span that is still going on bridges the gap.
	long := years(1900, 1950)
	long[0].to = calendarDay{1949, 1, 1}.number()
	if leaps(long)[1] {
		t.Error("the axis is broken inside a span")
	}
	unknown := append(years(1900), period{})
	if leaps(unknown)[1] {
		t.Error("the axis is broken before an unknown date")
	}
}

func TestEvenGap(t *testing.T) {
	lead := style.Points(12)
	heights := func(n int) []style.Length {
		h := make([]style.Length, n)
		for i := range h {
			h[i] = 2 * lead
		}
		return h
	}
	first, page := 20*lead, 30*lead
	for n := 1; n < 60; n++ {
		h := heights(n)
		none := make([]bool, n)
		gap := evenGap(h, none, lead, first, page)
		if gap < lead/2 || gap > lead+lead/4 {
			t.Errorf("%d entries stand %v apart", n, gap)
		}
		if got, want := pagesFor(h, none, lead, gap, first, page), pagesFor(h, none, lead, lead/2, first, page); got > want {
			t.Errorf("%d entries take %d pages and not %d", n, got, want)
		}
	}
	if got := evenGap(heights(3), make([]bool, 3), lead, first, page); got != lead+lead/4 {
		t.Errorf("three entries stand %v apart, with a page for themselves", got)
	}
}
