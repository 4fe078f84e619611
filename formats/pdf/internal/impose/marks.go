package impose

import (
	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/style"
)

// The marks that a printer needs: where to cut, where to fold, whether the
// colours lie on each other, and whether the signatures are in order. They are
// drawn in the ink "All" (ISO 32000-1, 8.6.6.4), so that they stand on every
// plate.

// marksSpace is the name of their colour space among the resources.
const marksSpace = "QuireInks"

// allInks returns the colour space of all inks at once, which is black where
// there are no plates.
func allInks() pdfobject.Array {
	return pdfobject.Array{
		pdfobject.Name("Separation"), pdfobject.Name("All"), pdfobject.Name("DeviceGray"),
		pdfobject.Dict{
			"FunctionType": pdfobject.Integer(2), "N": pdfobject.Integer(1),
			"Domain": pdfobject.Array{pdfobject.Integer(0), pdfobject.Integer(1)},
			"C0":     pdfobject.Array{pdfobject.Integer(1)}, "C1": pdfobject.Array{pdfobject.Integer(0)},
		},
	}
}

var (
	markLength   = style.Millimetres(5)
	targetRadius = style.Millimetres(1.5)
	targetCross  = style.Millimetres(2.5)
	targetPlace  = style.Millimetres(3.5)
	collateSize  = style.Millimetres(5)
	collateHead  = style.Millimetres(15)
)

// hairline is the thickness of a mark.
const hairline = style.Point / 4

// marks draws into a content stream. They stand at gap from the trimmed edge.
type marks struct {
	*content
	gap style.Length
}

func (m marks) begin() {
	m.raw("q\n/" + marksSpace + " CS /" + marksSpace + " cs 1 SCN 1 scn\n")
	m.op("w", hairline)
}

func (m marks) end() { m.raw("Q\n") }

func (m marks) line(x1, y1, x2, y2 style.Length) {
	m.op("m", x1, y1)
	m.op("l", x2, y2)
	m.raw("S\n")
}

// upright draws the marks above and below a block at x, across those on its
// left and right at y.
func (m marks) upright(b box, x style.Length) {
	m.line(x, b.top+m.gap, x, b.top+m.gap+markLength)
	m.line(x, b.bottom-m.gap, x, b.bottom-m.gap-markLength)
}

func (m marks) across(b box, y style.Length) {
	m.line(b.left-m.gap, y, b.left-m.gap-markLength, y)
	m.line(b.right+m.gap, y, b.right+m.gap+markLength, y)
}

// crop draws the marks at the corners and at the cuts between.
func (m marks) crop(b box, between cuts) {
	for _, x := range append([]style.Length{b.left, b.right}, between.x...) {
		m.upright(b, x)
	}
	for _, y := range append([]style.Length{b.bottom, b.top}, between.y...) {
		m.across(b, y)
	}
}

// fold draws dashed marks at the fold.
func (m marks) fold(b box) {
	m.raw("[3 2] 0 d\n")
	m.upright(b, (b.left+b.right)/2)
	m.raw("[] 0 d\n")
}

// targets draws a registration mark at each side, away from other marks.
func (m marks) targets(b box, rows bool) {
	x, y := b.left+b.width()/4, (b.bottom+b.top)/2
	if rows {
		y = b.bottom + b.height()/4
	}
	m.target(x, b.top+m.gap+targetPlace)
	m.target(x, b.bottom-m.gap-targetPlace)
	m.target(b.left-m.gap-targetPlace, y)
	m.target(b.right+m.gap+targetPlace, y)
}

// target draws a circle with a cross.
func (m marks) target(x, y style.Length) {
	r := targetRadius
	k := r.Scale(552, 1000) // of the curve that is nearest to a quarter circle
	m.op("m", x+r, y)
	m.op("c", x+r, y+k, x+k, y+r, x, y+r)
	m.op("c", x-k, y+r, x-r, y+k, x-r, y)
	m.op("c", x-r, y-k, x-k, y-r, x, y-r)
	m.op("c", x+k, y-r, x+r, y-k, x+r, y)
	m.raw("s\n")
	m.line(x-targetCross, y, x+targetCross, y)
	m.line(x, y-targetCross, x, y+targetCross)
}

// collate draws a bar on the spine of a signature: on the folded signatures,
// laid on each other, the bars go down like stairs.
func (m marks) collate(b box, signature int) {
	steps := int((b.height() - 2*collateHead) / collateSize)
	if steps < 1 {
		return
	}
	y := b.top - collateHead - collateSize*style.Length(signature%steps+1)
	m.op("re", (b.left+b.right)/2-style.Point, y, 2*style.Point, collateSize)
	m.raw("f\n")
}
