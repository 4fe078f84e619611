package impose

import (
	"strconv"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/style"
)

// side writes a side of a sheet and returns its page.
func (im *imposer) side(s Sheet, pages []int, front bool) pdfobject.Ref {
	forms := pdfobject.Dict{}
	var c content
	for i, n := range pages {
		if n == 0 {
			continue
		}
		name := pdfobject.Name("P" + strconv.Itoa(n))
		forms[name] = im.leaves[n-1].form
		c.place(name, &im.geometry, im.plan, im.leaves[n-1].trim, i, s.Nest)
	}
	resources := pdfobject.Dict{}
	if len(forms) > 0 {
		resources["XObject"] = forms
	}
	if im.plan.Marks {
		if im.inks == (pdfobject.Ref{}) {
			im.inks = im.out.Add(allInks())
		}
		resources["ColorSpace"] = pdfobject.Dict{marksSpace: im.inks}
		m := marks{content: &c, gap: max(im.plan.Bleed, markGap)}
		m.begin()
		m.targets(im.block, im.rows > 1)
		if im.plan.Kind != Saddle {
			m.crop(im.block, im.cuts())
		} else {
			m.crop(im.block, cuts{})
			m.fold(im.block)
			if im.signatures > 1 && s.Nest == 0 && front {
				m.collate(im.block, s.Signature)
			}
		}
		m.end()
	}
	d := pdfobject.Dict{
		"Type": pdfobject.Name("Page"), "Parent": im.root,
		"MediaBox":  box{right: im.sheetWidth, top: im.sheetHeight}.array(),
		"TrimBox":   im.block.array(),
		"Resources": resources,
		"Contents":  im.out.Add(&pdfobject.Stream{Raw: c}),
	}
	if im.bleed > 0 {
		d["BleedBox"] = im.block.grown(im.bleed).array()
	}
	return im.out.Add(d)
}

// cuts are the places where a block is cut, from the left and from below.
type cuts struct{ x, y []style.Length }

// cuts returns the places, inside the block, where sheets of several pages are
// cut apart.
func (g *geometry) cuts() (c cuts) {
	for i := range g.columns * g.rows {
		b := g.cell(i)
		if b.left > g.block.left && i < g.columns {
			c.x = append(c.x, b.left)
			if g.gap > 0 {
				c.x = append(c.x, b.left-g.gap)
			}
		}
		if b.top < g.block.top && i%g.columns == 0 {
			c.y = append(c.y, b.top)
			if g.gap > 0 {
				c.y = append(c.y, b.top+g.gap)
			}
		}
	}
	return c
}

// content is a content stream in the making.
type content []byte

// op writes operands and an operator.
func (c *content) op(name string, operands ...style.Length) {
	for _, v := range operands {
		*c = append(pdfobject.Append(*c, real(v)), ' ')
	}
	*c = append(append(*c, name...), '\n')
}

func (c *content) raw(s string) { *c = append(*c, s...) }

// place draws the form of a page into a cell. In a booklet the page leans
// against the fold, and comes nearer to it the more sheets lie around its own.
func (c *content) place(name pdfobject.Name, g *geometry, plan Plan, trim box, i, nest int) {
	cell := g.cell(i)
	w, h := g.scaled(trim.width()), g.scaled(trim.height())
	x, y := cell.left+(g.cellWidth-w)/2, cell.bottom+(g.cellHeight-h)/2
	clip := cell.grown(g.bleed)
	if plan.Kind == Saddle {
		creep := style.Length(nest) * plan.Creep
		if i == 0 {
			x = cell.right - w + creep
			clip.right = cell.right
		} else {
			x = cell.left - creep
			clip.left = cell.left
		}
	}
	c.raw("q\n")
	c.op("re", clip.left, clip.bottom, clip.width(), clip.height())
	c.raw("W n\n")
	factor := pdfobject.Real(float64(g.scale) / unit)
	*c = append(pdfobject.Append(*c, factor), " 0 0 "...)
	*c = append(pdfobject.Append(*c, factor), ' ')
	c.op("cm", x-g.scaled(trim.left), y-g.scaled(trim.bottom))
	*c = append(pdfobject.Append(*c, name), " Do\nQ\n"...)
}
