package layout

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// wide makes a span of whole years.
func wide(from, to int64) period {
	return period{from: calendarDay{from, 1, 1}.number(), to: calendarDay{to, 12, 31}.number(), known: true, wide: true}
}

func TestOverlaps(t *testing.T) {
	year := func(y int64) period { return years(y)[0] }
	for _, c := range []struct {
		name  string
		spans []period
		want  []overlap
	}{
		{"alone", []period{wide(1990, 1999), year(2000)}, []overlap{{}, {}}},
		{"one inside", []period{wide(1990, 1999), year(1995), year(2005)}, []overlap{{1, 1, 499}, {}, {}}},
		{"to the end", []period{wide(1990, 1999), year(1995)}, []overlap{{1, 1, fullShare}, {}}},
		{"two beside each other", []period{wide(1990, 1999), wide(1992, 1996), year(1993), year(1998), year(2010)}, []overlap{{1, 3, 166}, {2, 2, 800}, {}, {}, {}}},
		{"no third lane", []period{wide(1990, 1999), wide(1991, 1999), wide(1992, 1999), year(1993)}, []overlap{{1, 3, fullShare}, {2, 3, fullShare}, {}, {}}},
		{"one after the other", []period{wide(1990, 1992), year(1991), wide(1994, 1996), year(1995)}, []overlap{{1, 1, 666}, {}, {1, 3, fullShare}, {}}},
		{"past the unknown", []period{wide(1990, 1999), {}, year(1995)}, []overlap{{1, 2, fullShare}, {}, {}}},
	} {
		if got := overlaps(c.spans); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestSpansRunPastEvents sets a span of four decades with more events in it
// than one page has room for: its bar stands beside the axis on each page,
// down to the last event.
func TestSpansRunPastEvents(t *testing.T) {
	line := &document.Timeline{Entries: []*document.TimelineEntry{
		{Date: "1950/1989", Phrase: "1950–1989", Lower: "1950-01-01", Upper: "1989-12-31", Summary: document.Plain("It lasted long.")},
	}}
	for y := 1951; y < 1990; y++ {
		s := fmt.Sprint(y)
		line.Entries = append(line.Entries, &document.TimelineEntry{Date: s, Phrase: s, Lower: s + "-01-01", Upper: s + "-12-31", Summary: document.Plain("Something happened.")})
	}
	doc := &document.Document{Metadata: document.Metadata{Title: "T", Language: "en"}, Blocks: []document.Block{
		&document.Section{Role: document.RoleTimeline, Title: document.Plain("Timeline"), Blocks: []document.Block{line}},
	}}
	st := style.New(style.A5(), style.Article, style.House)
	book, _, _ := set(t, doc, st)
	bars, points := 0, 0
	for i := range book.Pages {
		var bar *frame.Rule
		low := style.Length(0) // the lowest point
		for _, it := range book.Pages[i].Items {
			r, ok := it.(*frame.Rule)
			switch {
			case !ok || r.Radius == 0:
			case r.Width == r.Height:
				points++
				low = max(low, r.Y+r.Height/2)
			default:
				bar = r
			}
		}
		if low == 0 {
			continue
		}
		if bar == nil {
			t.Fatalf("page %d: there are points, but no bar beside them", i)
		}
		if bars++; bar.Y+bar.Height < low {
			t.Errorf("page %d: the bar ends at %v, above the last event at %v", i, bar.Y+bar.Height, low)
		}
	}
	if bars < 2 || points != 39 {
		t.Errorf("%d bars and %d points, want at least 2 and 39", bars, points)
	}
}
