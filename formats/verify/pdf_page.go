package verify

import (
	"fmt"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Pages (ISO 32000-1, 7.7.3): their boundaries, and what stands on them.

// pdfPage is a page.
type pdfPage struct {
	pdfobject.Page
	number int
}

// readPages reads the contents of all pages and of what they draw.
func (c *pdfChecker) readPages() {
	c.fonts, c.forms = map[pdfobject.Ref]*pdfFont{}, map[pdfobject.Ref]int{}
	pages, size := c.Pages(), somePages
	if c.hasForms() {
		size = len(pages) // how often a form is drawn matters
	}
	c.inBatches(len(pages), size, func(c *pdfChecker, from, to int) {
		for i := from; i < to; i++ {
			c.readPage(pdfPage{pages[i], i + 1})
		}
	})
}

// contentsOf returns the content streams of pages.
func (c *pdfChecker) contentsOf(pages []pdfobject.Page) map[*pdfobject.Stream]bool {
	all := map[*pdfobject.Stream]bool{}
	for _, p := range pages {
		for _, o := range c.kids(p.Dict["Contents"]) {
			if s, ok := c.Stream(o); ok {
				all[s] = true
			}
		}
	}
	return all
}

// hasForms reports whether there is a form in the file.
func (c *pdfChecker) hasForms() bool {
	for _, o := range c.Objects() {
		if s, ok := o.(*pdfobject.Stream); ok && s.Dict["Subtype"] == pdfobject.Name("Form") {
			return true
		}
	}
	return false
}

// readPage reads the contents of a page.
func (c *pdfChecker) readPage(page pdfPage) {
	p := page.Page
	data, err := c.Content(p)
	if err != nil {
		c.structural("stream", "page %d: its content cannot be decoded: %v", page.number, err)
	}
	if own, ok := c.Dict(p.Ref); ok && own["Resources"] == nil && len(data) > 0 && p.Dict["Resources"] != nil {
		c.archive("6.2.2", "page %d has no resources of its own", page.number)
	}
	if p.Dict["AA"] != nil && !(c.part == 4 && c.quiet(p.Dict["AA"])) {
		c.archive("6.5.2", "page %d has additional actions", page.number)
	}
	if p.Dict["PresSteps"] != nil {
		c.archive("6.10", "page %d has presentation steps", page.number)
	}
	for _, box := range []pdfobject.Name{"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"} {
		c.box(page, box)
	}
	if p.Dict["MediaBox"] == nil {
		c.structural("page", "page %d has no size", page.number)
	}
	group, _ := c.Dict(p.Dict["Group"])
	in := &interpreter{c: c, where: fmt.Sprintf("page %d", page.number), holder: p.Ref}
	in.run(data, p.Dict["Resources"], graphics{})
	if want := c.tree.pieces[p.Ref]; in.held < want {
		c.structural("structure", "page %d lacks %d of the %d pieces of content that elements hold", page.number, want-in.held, want)
	}
	if in.transparent && c.intentSpace() == "" && group["CS"] == nil {
		c.archive("6.2.10", "page %d is transparent and names no blending space", page.number)
	}
}

// box checks the extent of a page boundary (6.1.13).
func (c *pdfChecker) box(p pdfPage, key pdfobject.Name) {
	if p.Dict[key] == nil {
		return
	}
	if c.kind(p.Dict[key]) != fourNums {
		c.structural("page", "page %d: the %s is no rectangle", p.number, key)
		return
	}
	a, _ := c.Array(p.Dict[key])
	var v [4]float64
	for i := range v {
		v[i], _ = c.Number(a[i])
	}
	for i := range 2 {
		if d := max(v[i], v[i+2]) - min(v[i], v[i+2]); d < 3 || d > 14400 {
			c.archive("6.1.13", "page %d: a side of the %s is %g units long", p.number, key, d)
		}
	}
}
