package impose

import (
	"fmt"

	"github.com/quirepress/quire/formats/style"
)

// Where pages stand on a sheet. The pages of one side make a block, whose edge
// is the trimmed edge of the sheet; around it lie bleed and marks.

// The marks of a sheet lie beyond the bleed, at least markGap from the trimmed
// edge, and need markRoom.
var (
	markGap  = style.Millimetres(3)
	markRoom = style.Millimetres(7)
)

// unit is a page's full size in the numbers of [Result.Scale]. A decimal more
// would be lost when the file is written.
const unit = 100_000

// rounded is by how much the size of a page may be off because files hold
// lengths in decimals.
const rounded = style.Point / 100

// smallest is the least scale at which pages are of use.
const smallest = unit / 5

// geometry is the layout of a side.
type geometry struct {
	sheetWidth, sheetHeight style.Length
	scale                   int64
	columns, rows           int
	// cellWidth and cellHeight are the size of a page on the sheet, gap lies
	// between two of them, bleed around the block.
	cellWidth, cellHeight, gap, bleed style.Length
	block                             box
}

// reach returns how far a sheet lies open around its trimmed edge.
func (p Plan) reach() style.Length {
	if p.Marks {
		return max(p.Bleed, markGap) + markRoom
	}
	return p.Bleed
}

// geometry arranges pages of a size.
func (p Plan) geometry(width, height style.Length) (geometry, error) {
	g := geometry{columns: 2, rows: 1, scale: unit}
	if p.Kind == Four {
		g.rows = 2
	}
	gap := 2 * p.Bleed
	if p.Kind == Saddle {
		gap = 0 // the pages meet in the fold
	}
	across := style.Length(g.columns)*(width+gap) - gap
	down := style.Length(g.rows)*(height+gap) - gap
	around := 2 * p.reach()
	switch sheet := p.Sheet; {
	case sheet == style.Paper{} && p.Kind == Saddle:
		g.sheetWidth, g.sheetHeight = across+around, down+around
		if around == 0 {
			g.usual()
		}
	default:
		if sheet == (style.Paper{}) {
			sheet = style.A4()
			if inches(width) && inches(height) {
				sheet = style.Letter()
			}
		}
		fit := func(w, h style.Length) int64 {
			return min(unit, ratio(w-around+rounded, across), ratio(h-around+rounded, down))
		}
		g.sheetWidth, g.sheetHeight = sheet.Width, sheet.Height
		g.scale = fit(g.sheetWidth, g.sheetHeight)
		if turned := fit(g.sheetHeight, g.sheetWidth); turned > g.scale {
			g.sheetWidth, g.sheetHeight = g.sheetHeight, g.sheetWidth
			g.scale = turned
		}
	}
	if g.scale < smallest {
		return g, fmt.Errorf("%w: pages of %v by %v do not fit on %v by %v", ErrSheet, width, height, g.sheetWidth, g.sheetHeight)
	}
	if longest := longestSide * style.Point; max(g.sheetWidth, g.sheetHeight) > longest {
		return g, fmt.Errorf("impose: a sheet of %v by %v is larger than a PDF can say", g.sheetWidth, g.sheetHeight)
	}
	g.cellWidth, g.cellHeight, g.gap, g.bleed = g.scaled(width), g.scaled(height), g.scaled(gap), g.scaled(p.Bleed)
	w := style.Length(g.columns)*(g.cellWidth+g.gap) - g.gap
	h := style.Length(g.rows)*(g.cellHeight+g.gap) - g.gap
	g.block.left, g.block.bottom = (g.sheetWidth-w)/2, (g.sheetHeight-h)/2
	g.block.right, g.block.top = g.block.left+w, g.block.bottom+h
	return g, nil
}

// usual makes the sheet one that is sold, where that is hardly larger: two A5
// are a millimetre short of an A4.
func (g *geometry) usual() {
	for _, p := range []style.Paper{style.A4(), style.Letter()} {
		w, h := p.Height, p.Width // lying
		const slack = 4 * style.Point
		if off := w - g.sheetWidth; off < -rounded || off > slack {
			continue
		}
		if off := h - g.sheetHeight; off >= -rounded && off <= slack {
			g.sheetWidth, g.sheetHeight = w, h
		}
	}
}

// inches reports whether a length is a whole number of eighths of an inch.
func inches(l style.Length) bool {
	const eighth = style.Inch / 8
	off := l % eighth
	return min(off, eighth-off) < rounded
}

// ratio returns a/b in units, rounded down.
func ratio(a, b style.Length) int64 { return int64(max(a, 0)) * unit / int64(b) }

func (g *geometry) scaled(l style.Length) style.Length { return l.Scale(g.scale, unit) }

// cell returns the place of page i of a side.
func (g *geometry) cell(i int) box {
	col, row := style.Length(i%g.columns), style.Length(i/g.columns)
	b := box{left: g.block.left + col*(g.cellWidth+g.gap), top: g.block.top - row*(g.cellHeight+g.gap)}
	b.right, b.bottom = b.left+g.cellWidth, b.top-g.cellHeight
	return b
}
