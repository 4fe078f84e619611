package line

import (
	"testing"

	"github.com/quirepress/quire/formats/style"
)

const pt = style.Point

// text makes items of words given by the widths of their syllables in points;
// a 0 ends a word.
func text(syllables ...int) []Item {
	var items []Item
	for i, w := range syllables {
		if w == 0 {
			items = append(items, Item{Kind: Glue, Width: 5 * pt, Stretch: 5 * pt / 2, Shrink: 5 * pt / 3})
			continue
		}
		if i > 0 && syllables[i-1] != 0 {
			items = append(items, Item{Kind: Penalty, Flagged: true, Width: 3 * pt, Right: 2 * pt})
		}
		items = append(items, Item{Kind: Box, Width: style.Length(w) * pt, Letters: int32(w / 5)})
	}
	return Finish(items)
}

func TestBreak(t *testing.T) {
	p := Justified(100*pt, 10*pt)
	items := text(20, 0, 30, 20, 0, 25, 15, 0, 40, 0, 35, 0, 20, 10, 0, 30, 0, 20)
	var b Breaker
	r := b.Break(items, &p)
	if len(r.Lines) == 0 || r.Lines[len(r.Lines)-1].End != len(items)-1 {
		t.Fatalf("%+v", r)
	}
	for _, l := range r.Lines {
		t.Logf("%+v", l)
	}
	for i, l := range b.Justify(items, r, &p).Lines {
		if l != r.Lines[i] {
			t.Errorf("line %d: justified again: %+v, was %+v", i, l, r.Lines[i])
		}
	}
}
