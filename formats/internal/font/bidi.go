package font

// Which way text runs: the Unicode bidirectional algorithm (UAX #9), in plain
// slices.

// Direction is the direction of a paragraph.
type Direction uint8

const (
	// DirectionAuto takes the direction of the first letter (rules P2, P3),
	// left to right where there is none.
	DirectionAuto Direction = iota
	LeftToRight
	RightToLeft
)

// Level is a part of a text at one embedding level: even levels run from left
// to right, odd ones from right to left.
type Level struct {
	Start, End int // bytes of the text
	Level      uint8
}

// RightToLeft reports whether the part runs from right to left.
func (l Level) RightToLeft() bool { return l.Level%2 != 0 }

// Levels divides a paragraph by embedding level. The parts cover the text in
// its own order; [VisualOrder] arranges those of a line. White space at the end
// of a line has the level of the paragraph, which the caller must see to when it
// breaks lines (rule L1).
func Levels(text string, base Direction) []Level {
	if text == "" {
		return nil
	}
	if base != RightToLeft && ascii(text) {
		return []Level{{End: len(text)}}
	}
	if base == DirectionAuto {
		base = BaseDirection(text)
	}
	runes, offsets := decode(text)
	resolved := resolveLevels(runes, uint8(base-LeftToRight))
	var levels []Level
	for i, l := range resolved {
		if n := len(levels); n > 0 && levels[n-1].Level == l {
			levels[n-1].End = offsets[i+1]
		} else {
			levels = append(levels, Level{offsets[i], offsets[i+1], l})
		}
	}
	return levels
}

// BaseDirection returns the direction of the first letter of text that has
// one, LeftToRight where there is none (UAX #9, P2 and P3). Letters between
// isolates do not count.
func BaseDirection(text string) Direction {
	depth := 0
	for _, r := range text {
		switch {
		case 0x2066 <= r && r <= 0x2068:
			depth++
		case r == 0x2069:
			depth = max(0, depth-1)
		case depth > 0:
		default:
			if d := strong(r); d != DirectionAuto {
				return d
			}
		}
	}
	return LeftToRight
}

// VisualOrder returns the order in which the parts of a line stand on the page
// from left to right, given their levels in the order of the text (rule L2).
func VisualOrder(levels []uint8) []int {
	order := make([]int, len(levels))
	var highest uint8
	lowestOdd := uint8(255)
	for i, l := range levels {
		order[i] = i
		highest = max(highest, l)
		if l%2 != 0 {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for level := highest; level >= lowestOdd && level > 0; level-- {
		for i := 0; i < len(order); i++ {
			j := i
			for j < len(order) && levels[order[j]] >= level {
				j++
			}
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				order[a], order[b] = order[b], order[a]
			}
			i = max(i, j-1)
		}
	}
	return order
}
