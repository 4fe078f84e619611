package pdfobject

import (
	"errors"
	"maps"
)

// The page tree and the contents of pages (ISO 32000-1, 7.7.3 and 7.8.2).

// Catalog returns the catalogue.
func (f *File) Catalog() Dict {
	d, _ := f.Dict(f.Trailer["Root"])
	return d
}

// Pages returns the pages in order, each with the attributes that it inherits
// (7.7.3.4) filled in.
func (f *File) Pages() []Page {
	var pages []Page
	seen := map[int]bool{}
	var walk func(o Object, inherited Dict, depth int)
	walk = func(o Object, inherited Dict, depth int) {
		if r, ok := o.(Ref); ok {
			if seen[r.Number] {
				return
			}
			seen[r.Number] = true
		}
		node, ok := f.Dict(o)
		if !ok || depth > maxDepth {
			return
		}
		d := maps.Clone(node)
		for k, v := range inherited {
			if _, have := d[k]; !have {
				d[k] = v
			}
		}
		kids, ok := f.Array(node["Kids"])
		if !ok || node["Type"] == Name("Page") {
			r, _ := o.(Ref)
			pages = append(pages, Page{r, d})
			return
		}
		down := Dict{}
		for _, k := range []Name{"Resources", "MediaBox", "CropBox", "Rotate"} {
			if v, ok := d[k]; ok {
				down[k] = v
			}
		}
		for _, k := range kids {
			walk(k, down, depth+1)
		}
	}
	walk(f.Catalog()["Pages"], nil, 0)
	return pages
}

// Page is a page with the attributes that it inherits.
type Page struct {
	Ref  Ref
	Dict Dict
}

// Content returns the bytes of a page's content streams, joined as a reader
// joins them (7.8.2). They are not to be changed.
func (f *File) Content(p Page) ([]byte, error) {
	var parts []Object
	switch c := f.Resolve(p.Dict["Contents"]).(type) {
	case *Stream:
		parts = []Object{c}
	case Array:
		parts = c
	}
	var b []byte
	var errs []error
	for _, part := range parts {
		s, ok := f.Stream(part)
		if !ok {
			continue
		}
		data, err := f.Data(s)
		if len(parts) == 1 {
			return data, err
		}
		errs = append(errs, err)
		b = append(append(b, data...), '\n')
	}
	return b, errors.Join(errs...)
}
