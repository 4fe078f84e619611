package line_test

import (
	"fmt"

	"github.com/quirepress/quire/formats/pdf/internal/line"
	"github.com/quirepress/quire/formats/style"
)

func ExampleBreaker_Break() {
	word := func(letters int) line.Item {
		w := style.Length(letters) * 5 * style.Point
		return line.Item{Kind: line.Box, Width: w, Stretch: w / 50, Shrink: w / 50, Letters: int32(letters)}
	}
	space := line.Item{Kind: line.Glue, Width: 3 * style.Point, Stretch: 2 * style.Point, Shrink: style.Point}
	hyphen := line.Item{Kind: line.Penalty, Flagged: true, Width: 3 * style.Point, Right: 2 * style.Point}

	items := line.Finish([]line.Item{
		word(4), space, word(3), space, word(6), hyphen, word(5), space, word(2), space, word(7),
	})
	p := line.Justified(80*style.Point, 10*style.Point)
	var b line.Breaker
	for _, l := range b.Break(items, &p).Lines {
		fmt.Println("items", l.Start, "to", l.End, "hyphenated:", l.Hyphenated)
	}
	// Output:
	// items 0 to 5 hyphenated: true
	// items 6 to 12 hyphenated: false
}
