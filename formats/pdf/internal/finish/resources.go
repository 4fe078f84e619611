package finish

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/pdf/internal/paint"
)

// Fonts and images (ISO 32000-1, 9.7 and 8.9.5).

// resources writes the resource dictionary that all pages share.
func (f *finisher) resources(o pdfobject.Object) (pdfobject.Ref, renaming, error) {
	in, ok := f.in.Dict(o)
	if !ok {
		return pdfobject.Ref{}, nil, errPainted
	}
	names := renaming{}
	out := pdfobject.Dict{}
	fonts := pdfobject.Dict{}
	f.codes = map[string]pdfobject.Object{}
	for n := range f.painted.Fonts {
		ref, err := f.font(f.painted.Fonts[n])
		if err != nil {
			return pdfobject.Ref{}, nil, err
		}
		fonts[pdfobject.Name(paint.ResourceName(n))] = ref
	}
	if len(fonts) > 0 {
		out["Font"] = fonts
	}
	images := pdfobject.Dict{}
	list, _ := f.in.Dict(in["XObject"])
	copies := copier{f: f, done: map[pdfobject.Ref]pdfobject.Ref{}}
	for i, name := range slices.Sorted(maps.Keys(list)) {
		short := pdfobject.Name("I" + strconv.Itoa(i))
		images[short] = copies.object(list[name], 0)
		names[string(name)] = string(short)
	}
	if len(images) > 0 {
		out["XObject"] = images
	}
	if f.book.Inks == frame.PressInks {
		out["ColorSpace"] = pdfobject.Dict{paint.SRGB: f.colours()}
		f.profiled(images)
	}
	return f.out.Add(out), names, copies.err
}

// font writes a composite font.
func (f *finisher) font(e *font.Encoding) (pdfobject.Ref, error) {
	program, glyphs, err := e.Program()
	if err != nil {
		return pdfobject.Ref{}, fmt.Errorf("finish: %w", err)
	}
	name := pdfobject.Name(e.FontName())
	system := pdfobject.Dict{
		"Registry": pdfobject.String("Adobe"), "Ordering": pdfobject.String("Identity"), "Supplement": pdfobject.Integer(0),
	}
	descendant := f.out.Add(pdfobject.Dict{
		"Type": pdfobject.Name("Font"), "Subtype": pdfobject.Name("CIDFontType2"), "BaseFont": name,
		"CIDSystemInfo":  system,
		"FontDescriptor": f.descriptor(e.Face(), name, program),
		"DW":             pdfobject.Integer(paint.Width(e.Face(), 0)),
		"W":              widths(e),
		"CIDToGIDMap":    f.out.Add(&pdfobject.Stream{Raw: glyphs}),
	})
	code, cmap := e.CMap()
	codes, ok := f.codes[code]
	switch {
	case ok:
	case cmap == nil:
		codes = pdfobject.Name(code)
	default:
		codes = f.out.Add(&pdfobject.Stream{
			Dict: pdfobject.Dict{"Type": pdfobject.Name("CMap"), "CMapName": pdfobject.Name(code), "CIDSystemInfo": system},
			Raw:  cmap,
		})
	}
	f.codes[code] = codes
	return f.out.Add(pdfobject.Dict{
		"Type": pdfobject.Name("Font"), "Subtype": pdfobject.Name("Type0"), "BaseFont": name,
		"Encoding":        codes,
		"DescendantFonts": pdfobject.Array{descendant},
		"ToUnicode":       f.out.Add(&pdfobject.Stream{Raw: e.ToUnicode(silent)}),
	}), nil
}

// descriptor writes what a reader knows of a face without reading its program
// (9.8): lengths in thousandths of an em.
func (f *finisher) descriptor(face *font.Face, name pdfobject.Name, program []byte) pdfobject.Ref {
	m := face.Metrics()
	em := func(units int) pdfobject.Integer { return pdfobject.Integer(units * 1000 / m.UnitsPerEm) }
	flags := 1 << 2 // symbolic: its characters are its own
	if m.FixedPitch {
		flags |= 1 << 0
	}
	if m.Italic || m.ItalicAngle != 0 {
		flags |= 1 << 6
	}
	// Stems are as wide as those of most faces of the weight.
	stem := 50 + m.Weight*m.Weight/(65*65)
	return f.out.Add(pdfobject.Dict{
		"Type": pdfobject.Name("FontDescriptor"), "FontName": name, "Flags": pdfobject.Integer(flags),
		"FontBBox":    pdfobject.Array{em(m.Box.XMin), em(m.Box.YMin), em(m.Box.XMax), em(m.Box.YMax)},
		"ItalicAngle": pdfobject.Integer(m.ItalicAngle / (1 << 16)),
		"Ascent":      em(m.Ascender), "Descent": em(m.Descender), "CapHeight": em(m.CapHeight),
		"StemV": pdfobject.Integer(stem),
		"FontFile2": f.out.Add(&pdfobject.Stream{
			Dict: pdfobject.Dict{"Length1": pdfobject.Integer(len(program))}, Raw: program,
		}),
	})
}

// widths returns the W array (9.7.4.3): "first [w w w …]" for neighbouring
// identifiers. They are those that the painter reckons with.
func widths(e *font.Encoding) pdfobject.Array {
	var w pdfobject.Array
	em := e.Face().Metrics().UnitsPerEm
	next := -1
	for cid, units := range e.Widths() {
		v := pdfobject.Integer((units*1000 + em/2) / em)
		if cid == next {
			last := len(w) - 1
			w[last] = append(w[last].(pdfobject.Array), v)
		} else {
			w = append(w, pdfobject.Integer(cid), pdfobject.Array{v})
		}
		next = cid + 1
	}
	return w
}

// silent is what a glyph says that stands for no character of its own, because
// another one of its cluster does: every code needs a character (ISO 14289-1,
// 7.21.7), and a zero-width space is the one that changes no word. The painter
// encloses such clusters in a span with their actual text.
const silent = "\u200B"

// copier copies objects and all that they refer to.
type copier struct {
	f    *finisher
	done map[pdfobject.Ref]pdfobject.Ref
	err  error
}

func (c *copier) object(o pdfobject.Object, depth int) pdfobject.Object {
	if depth > 16 { // an image refers to its mask and its palette, no further
		c.err = fmt.Errorf("%w: images refer to each other without end", errPainted)
		return pdfobject.Null{}
	}
	switch o := o.(type) {
	case pdfobject.Ref:
		if r, ok := c.done[o]; ok {
			return r
		}
		r := c.f.out.Reserve()
		c.done[o] = r
		c.f.out.Set(r, c.object(c.f.in.Get(o), depth+1))
		return r
	case pdfobject.Array:
		a := make(pdfobject.Array, len(o))
		for i, v := range o {
			a[i] = c.object(v, depth+1)
		}
		return a
	case pdfobject.Dict:
		d := make(pdfobject.Dict, len(o))
		// In the order of the keys: references get their numbers here.
		for _, k := range slices.Sorted(maps.Keys(o)) {
			d[k] = c.object(o[k], depth+1)
		}
		return d
	case *pdfobject.Stream:
		return &pdfobject.Stream{Dict: c.object(o.Dict, depth+1).(pdfobject.Dict), Raw: o.Raw}
	case nil:
		return pdfobject.Null{}
	}
	return o
}
