package paint

import "github.com/quirepress/quire/formats/style"

// Text objects (ISO 32000-1, 9.4.1): a page opens one before its first text and
// leaves it open until something else is drawn. Inside it the next line is a
// step from the one before, and steps are mostly alike; text that goes on where
// other text has ended needs none.
//
// A text object may hold marked contents, and a marked content text objects,
// but they must not overlap (14.6.1).

// textObject is the state of the text object at hand.
type textObject struct {
	open bool
	// cos and sin are those of the text's direction, x and y where the line at
	// hand begins, in thousandths of a point.
	cos, sin, x, y int64
	// pen is where the text that was shown last has left the pen, from the left
	// edge of the page.
	pen   style.Length
	shown bool
}

// beginText makes sure that a text object is open.
func (c *canvas) beginText() {
	if !c.text.open {
		c.text = textObject{open: true, cos: 1}
		c.b = append(c.b, "BT\n"...)
	}
}

// follows reports whether the text shown last stands on the height y, and runs
// along it.
func (t *textObject) follows(y int64) bool { return t.shown && t.cos == 1 && t.y == y }

// endText closes the text object that is open.
func (c *canvas) endText() {
	if c.text.open {
		c.text.open = false
		c.b = append(c.b, "ET\n"...)
	}
}

// moveText begins a line at (x, y), in thousandths of a point from the lower
// left corner of the page, in a direction.
func (c *canvas) moveText(cos, sin, x, y int64) {
	t := &c.text
	if cos == 1 && t.cos == 1 {
		c.milli(x - t.x)
		c.milli(y - t.y)
		c.op("Td")
	} else {
		for _, v := range [...]int64{cos * 1000, sin * 1000, -sin * 1000, cos * 1000, x, y} {
			c.milli(v)
		}
		c.op("Tm")
	}
	*t = textObject{open: true, cos: cos, sin: sin, x: x, y: y}
}
