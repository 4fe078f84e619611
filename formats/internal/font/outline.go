package font

import (
	gofont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Op is a step of an outline.
type Op uint8

const (
	MoveTo Op = iota // begin a contour at To; the last one is closed
	LineTo           // a straight line to To
	QuadTo           // a quadratic curve over Control to To
)

// Point is a point in font units, y upwards. Halves occur: TrueType leaves out
// points that lie midway between two others.
type Point struct{ X, Y float32 }

// Segment is a step of an outline.
type Segment struct {
	Op      Op
	Control Point // of a QuadTo only
	To      Point
}

// Outline returns the contours of a glyph, to be filled by the non-zero
// winding rule. A glyph without ink has none.
func (f *Face) Outline(g GID) []Segment {
	if int(g) >= f.Glyphs() || len(f.glyphs.data(g)) == 0 {
		return nil
	}
	o, ok := gofont.NewFace(f.font).GlyphDataOutline(gofont.GID(g))
	if !ok {
		return nil
	}
	segments := make([]Segment, 0, len(o.Segments))
	for _, s := range o.Segments {
		a, b := Point(s.Args[0]), Point(s.Args[1])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			segments = append(segments, Segment{Op: MoveTo, To: a})
		case opentype.SegmentOpLineTo:
			segments = append(segments, Segment{Op: LineTo, To: a})
		case opentype.SegmentOpQuadTo:
			segments = append(segments, Segment{Op: QuadTo, Control: a, To: b})
		}
	}
	return segments
}
