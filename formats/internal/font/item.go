package font

import "iter"

// Item is a part of a paragraph that can be shaped at once: one face, one
// script, one direction.
type Item struct {
	Start, End int // bytes of the paragraph
	Setting        // with the face, the script and the direction of this part
	Level      uint8
	// Missing says that no face has the grapheme that the item is; [Describe]
	// gives words for it.
	Missing bool
}

// Itemise divides a paragraph into the parts that can be shaped at once, in the
// order of the text. Set gives the first face, the features and the language;
// its script and direction are not looked at. The chain is for what the first
// face lacks.
func Itemise(text string, set Setting, base Direction, chain ...Candidate) []Item {
	levels, scripts, faces := Levels(text, base), Scripts(text), Fallback(text, set.Face, chain...)
	items := make([]Item, 0, len(levels)+len(scripts)+len(faces))
	for at := 0; at < len(text); {
		l, s, f := levels[0], scripts[0], faces[0]
		item := Item{Start: at, End: min(l.End, s.End, f.End), Setting: set, Level: l.Level, Missing: f.Missing}
		item.Face, item.Script, item.RightToLeft = f.Face, s.Script, l.RightToLeft()
		items = append(items, item)
		at = item.End
		if l.End == at {
			levels = levels[1:]
		}
		if s.End == at {
			scripts = scripts[1:]
		}
		if f.End == at {
			faces = faces[1:]
		}
	}
	return items
}

// Line shapes a text that stands on one line, such as a title on a cover, and
// yields its items with their runs from left to right. The same text costs
// less when it is shaped word by word, as paragraphs are.
func (s *Shaper) Line(text string, set Setting, base Direction, chain ...Candidate) iter.Seq2[Item, Run] {
	items := Itemise(text, set, base, chain...)
	levels := make([]uint8, len(items))
	for i := range items {
		levels[i] = items[i].Level
	}
	return func(yield func(Item, Run) bool) {
		for _, i := range VisualOrder(levels) {
			if !yield(items[i], s.Shape(text[items[i].Start:items[i].End], items[i].Setting)) {
				return
			}
		}
	}
}
