package layout

import (
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

// Spans of a timeline that other events fall into: the axis belongs to the
// points, so the bar of such a span stands beside it, from its own entry down
// to where it ends among the others, over as many pages as that takes. There is
// a lane on either side of the axis; where both are taken the bar stands on the
// axis after all and ends before the next event.

const (
	// lanes is how many bars have room beside each other.
	lanes = 2
	// laneWidth is the thickness of a bar in a lane, laneOffset the distance
	// of its middle from the axis, in thousandths of the size of the text.
	laneWidth  = 330
	laneOffset = 580
	// fullShare is the share of what lies between two events when it is all of it.
	fullShare = 1000
)

// overlap says where the bar of a span goes that others fall into: the lane,
// from 1, 0 for none; the last event that begins within the span; and what part
// of the time from there to the next one it still takes, in thousandths.
type overlap struct {
	lane, last int
	share      int64
}

// overlaps finds the spans that other events fall into, and gives them lanes.
func overlaps(spans []period) []overlap {
	out := make([]overlap, len(spans))
	var taken [lanes]int // the event behind the last that a lane's bar passes
	for i, sp := range spans {
		if !sp.wide || !sp.known {
			continue
		}
		last, next := i, -1
		for k := i + 1; k < len(spans) && next < 0; k++ {
			switch other := spans[k]; {
			case !other.known || other.from < sp.from:
			case other.from > sp.to:
				next = k
			default:
				last = k
			}
		}
		if last == i {
			continue
		}
		for l := range taken {
			if taken[l] > i {
				continue
			}
			taken[l] = last + 1
			out[i] = overlap{lane: l + 1, last: last, share: fullShare}
			if from := spans[last].from; next > last {
				out[i].share = fullShare * (sp.to - from + 1) / (spans[next].from - from)
			}
			break
		}
	}
	return out
}

// spanBar is a bar beside the axis.
type spanBar struct {
	x, width style.Length // of its middle
	color    style.Color
	share    int64 // of the last entry that it passes
}

// lane makes the bar of an entry for a lane: the first lies towards the text.
func (s *setter) lane(ev *event, n int, rtl bool) *spanBar {
	side := style.Length(1)
	if (n == 2) != rtl {
		side = -1
	}
	return &spanBar{x: ev.axis + side*ev.size.Em(laneOffset), width: ev.size.Em(laneWidth), color: ev.span}
}

func (b *spanBar) decorate(e *emitter, x, top, bottom style.Length) {
	w := b.width
	e.behind(&frame.Rule{X: x + b.x - w/2, Y: top - w/2, Width: w, Height: max(bottom-top, w) + w/2, Radius: w / 2, Color: b.color})
}
