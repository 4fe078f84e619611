package finish

import (
	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/source/diag"
)

// Links (ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18.5). A link that is broken
// over lines of a page is one annotation of several quadrilaterals, so that a
// screen reader meets it once.

// places indexes the destinations by name; the first of a name holds.
func (f *finisher) places() {
	f.dests = make(map[string]int, len(f.book.Destinations))
	for i, d := range f.book.Destinations {
		if _, taken := f.dests[d.Name]; !taken && d.Page >= 0 && d.Page < len(f.book.Pages) {
			f.dests[d.Name] = i
		}
	}
	f.objects = map[int32][]kid{}
}

// links writes the annotations of a page.
func (f *finisher) links(n int) pdfobject.Array {
	page := &f.book.Pages[n]
	var annots pdfobject.Array
	for i := 0; i < len(page.Links); {
		first := &page.Links[i]
		j := i + 1
		for j < len(page.Links) && same(first, &page.Links[j]) {
			j++
		}
		areas := page.Links[i:j]
		i = j
		d := f.link(page, areas)
		if d == nil {
			continue
		}
		ref := f.out.Reserve()
		if tag := first.Tag; f.tagged() && tag > 0 && int(tag) < len(f.elements) {
			d["StructParent"] = pdfobject.Integer(len(f.parents))
			f.parents = append(f.parents, f.elements[tag])
			f.objects[tag] = append(f.objects[tag], kid{
				order: first.Order, rank: -1, page: n,
				object: pdfobject.Dict{"Type": pdfobject.Name("OBJR"), "Pg": f.pageRefs[n], "Obj": ref},
			})
		}
		f.out.Set(ref, d)
		annots = append(annots, ref)
	}
	return annots
}

// same reports whether two areas belong to one link.
func same(a, b *frame.Link) bool {
	return a.Tag != 0 && a.Tag == b.Tag && a.URI == b.URI && a.Destination == b.Destination
}

// link returns the annotation for areas of one link, or nil if it leads
// nowhere.
func (f *finisher) link(page *frame.Page, areas []frame.Link) pdfobject.Dict {
	l := &areas[0]
	d := pdfobject.Dict{
		"Type": pdfobject.Name("Annot"), "Subtype": pdfobject.Name("Link"),
		"F":      pdfobject.Integer(4), // printed: ISO 19005-2, 6.3.2
		"Border": pdfobject.Array{pdfobject.Integer(0), pdfobject.Integer(0), pdfobject.Integer(0)},
	}
	switch {
	case l.URI != "":
		d["A"] = pdfobject.Dict{"S": pdfobject.Name("URI"), "URI": pdfobject.String(asciiURI(l.URI))}
	default:
		if _, ok := f.dests[l.Destination]; !ok {
			f.report(diag.Warning, "pdf-dead-link", "a link leads to %q, which is nowhere in the document", l.Destination)
			return nil
		}
		d["Dest"] = pdfobject.String(l.Destination)
	}
	contents := l.Contents
	if contents == "" {
		contents = l.URI
	}
	if contents == "" {
		contents = l.Destination
	}
	d["Contents"] = f.text(contents)
	left, top, right, bottom := l.X, l.Y, l.X+l.Width, l.Y+l.Height
	var quads pdfobject.Array
	for _, a := range areas {
		left, top = min(left, a.X), min(top, a.Y)
		right, bottom = max(right, a.X+a.Width), max(bottom, a.Y+a.Height)
		x1, x2 := tenth(a.X), tenth(a.X+a.Width)
		y1, y2 := tenth(page.Height-a.Y-a.Height), tenth(page.Height-a.Y)
		// In the order that readers expect, which is not that of 12.5.6.5:
		// upper left, upper right, lower left, lower right.
		quads = append(quads, x1, y2, x2, y2, x1, y1, x2, y1)
	}
	if len(areas) > 1 {
		d["QuadPoints"] = quads
	}
	d["Rect"] = pdfobject.Array{tenth(left), tenth(page.Height - bottom), tenth(right), tenth(page.Height - top)}
	return d
}

// asciiURI escapes what a URI may not hold as it is (RFC 3987, 3.1).
func asciiURI(s string) string {
	const hex = "0123456789ABCDEF"
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F {
			b = append(b, '%', hex[c>>4], hex[c&15])
		} else {
			b = append(b, c)
		}
	}
	return string(b)
}
