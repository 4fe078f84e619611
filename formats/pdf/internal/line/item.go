package line

import "github.com/quirepress/quire/formats/style"

// A Kind says what an [Item] is.
type Kind uint8

// The kinds of items of Knuth and Plass: what is printed, what gives way, and
// what a break costs.
const (
	Box Kind = iota
	Glue
	Penalty
)

// Costs at the ends of the scale.
const (
	// Inhibit and everything above it forbids a break (but see
	// [Item.LastResort]).
	Inhibit = 10_000
	// Force and everything below it makes a break certain.
	Force = -Inhibit
)

// An Item is one piece of a paragraph. Which fields speak depends on the kind;
// the zero value of a field that does not speak is ignored.
type Item struct {
	Kind Kind

	// Fil marks glue that stretches without limit and at no cost: the end of
	// a paragraph's last line.
	Fil bool
	// Flagged marks a penalty after which the line ends with a hyphen,
	// whether the break adds it (Width > 0) or the word brings it along
	// (Width = 0).
	Flagged bool
	// LastResort marks a penalty that is no break at all until every other
	// pass has failed: between two graphemes of a long word.
	LastResort bool
	// From is the first pass in which a penalty is a break: one that should be
	// taken only where a paragraph cannot be set without it.
	From Pass

	// Letters counts the letters of a box behind which letter-spacing may
	// open or close a gap.
	Letters int32
	// Cost is what a break at a penalty costs, from [Force] to [Inhibit].
	Cost int32

	// Width is the natural width of a box or glue, and of what a penalty
	// adds to the line that it ends: the hyphen.
	Width style.Length
	// Stretch and Shrink say how far glue may grow and give way; for a box
	// (and the hyphen of a penalty) how far the widening and narrowing of
	// its glyphs may carry it. All are at least 0.
	Stretch, Shrink style.Length

	// Left and Right are how far the item protrudes into the margin when it
	// begins or ends a line. A penalty protrudes with what it adds: Right
	// with its hyphen, Left with the text of Disc.Post.
	Left, Right style.Length

	// Disc, when it is set, makes a penalty a full discretionary break: text
	// that changes its shape when it is broken, as an ffi ligature does.
	Disc *Disc
}

// A Disc holds the two other shapes of a discretionary break; the first, the
// text before the break, is the penalty itself.
type Disc struct {
	Post    Span // begins the next line after a break here
	NoBreak Span // stands in the line when it is not broken here
}

// A Span is a width with what glyph expansion may add and take.
type Span struct {
	Width, Stretch, Shrink style.Length
}

// Fil returns glue of no width that fills the rest of a line.
func Fil() Item { return Item{Kind: Glue, Fil: true} }

// Break returns a forced break.
func Break() Item { return Item{Kind: Penalty, Cost: Force} }

// Finish ends a paragraph: glue and penalties at its end make way for glue that
// fills the last line, and a forced break.
func Finish(items []Item) []Item {
	for len(items) > 0 && items[len(items)-1].Kind != Box {
		items = items[:len(items)-1]
	}
	return append(items, Fil(), Break())
}

// forced reports whether the item must end a line.
func (it *Item) forced() bool { return it.Kind == Penalty && it.Cost <= Force }

// adds reports whether a break at the item adds a hyphen that the text lacks.
func (it *Item) adds() bool { return it.Flagged && it.Width > 0 }
