package finish

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

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
	for n := range f.painted.Fonts {
		ref, err := f.font(&f.painted.Fonts[n])
		if err != nil {
			return pdfobject.Ref{}, nil, fmt.Errorf("%w: font %d", err, n)
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

// font writes a composite font. From fpdf's comes the embedded file, the map
// from codes to its glyphs and the descriptor; names, widths and characters
// are written anew.
func (f *finisher) font(e *paint.Font) (pdfobject.Ref, error) {
	in, err := pdfobject.Parse(e.PDF)
	if err != nil {
		return pdfobject.Ref{}, errPainted
	}
	pages := in.Pages()
	if len(pages) != 1 {
		return pdfobject.Ref{}, errPainted
	}
	resources, _ := in.Dict(pages[0].Dict["Resources"])
	list, _ := in.Dict(resources["Font"])
	var cid pdfobject.Dict
	for _, o := range list { // there is one
		own, _ := in.Dict(o)
		if down, _ := in.Array(own["DescendantFonts"]); len(down) == 1 {
			cid, _ = in.Dict(down[0])
		}
	}
	desc, _ := in.Dict(cid["FontDescriptor"])
	file, ok1 := in.Stream(desc["FontFile2"])
	glyphs, ok2 := in.Stream(cid["CIDToGIDMap"])
	if len(list) != 1 || !ok1 || !ok2 {
		return pdfobject.Ref{}, errPainted
	}
	fontFile, err1 := in.Data(file)
	glyphMap, err2 := in.Data(glyphs)
	if err1 != nil || err2 != nil {
		return pdfobject.Ref{}, errPainted
	}
	name := pdfobject.Name(e.FontName())
	d := pdfobject.Dict{}
	for k, v := range desc {
		switch v := in.Resolve(v).(type) {
		case pdfobject.Integer, pdfobject.Real, pdfobject.Array, pdfobject.Name:
			d[k] = v
		}
	}
	d["FontName"] = name
	d["FontFile2"] = f.out.Add(&pdfobject.Stream{
		Dict: pdfobject.Dict{"Length1": pdfobject.Integer(len(fontFile))}, Raw: fontFile,
	})
	last := 0
	for code := range e.Widths() {
		last = int(code)
	}
	glyphMap = glyphMap[:min(len(glyphMap), 2*last+2)]
	descendant := f.out.Add(pdfobject.Dict{
		"Type": pdfobject.Name("Font"), "Subtype": pdfobject.Name("CIDFontType2"), "BaseFont": name,
		"CIDSystemInfo": pdfobject.Dict{
			"Registry": pdfobject.String("Adobe"), "Ordering": pdfobject.String("Identity"), "Supplement": pdfobject.Integer(0),
		},
		"FontDescriptor": f.out.Add(d),
		"DW":             pdfobject.Integer(paint.Width(e.Face(), 0)),
		"W":              widths(e.Encoding),
		"CIDToGIDMap":    f.out.Add(&pdfobject.Stream{Raw: glyphMap}),
	})
	return f.out.Add(pdfobject.Dict{
		"Type": pdfobject.Name("Font"), "Subtype": pdfobject.Name("Type0"), "BaseFont": name,
		"Encoding":        pdfobject.Name("Identity-H"),
		"DescendantFonts": pdfobject.Array{descendant},
		"ToUnicode":       f.out.Add(&pdfobject.Stream{Raw: toUnicode(e.Encoding)}),
	}), nil
}

// widths returns the W array (9.7.4.3): "first [w w w …]" for neighbouring
// codes. They are those that the painter reckons with.
func widths(e *font.Encoding) pdfobject.Array {
	var w pdfobject.Array
	em := e.Face().Metrics().UnitsPerEm
	next := -1
	for code, units := range e.Widths() {
		v := pdfobject.Integer((units*1000 + em/2) / em)
		if int(code) == next {
			last := len(w) - 1
			w[last] = append(w[last].(pdfobject.Array), v)
		} else {
			w = append(w, pdfobject.Integer(code), pdfobject.Array{v})
		}
		next = int(code) + 1
	}
	return w
}

// silent is what a glyph says that stands for no character of its own, because
// another one of its cluster does: every code needs a character (ISO 14289-1,
// 7.21.7), and a zero-width space is the one that changes no word. The painter
// encloses such clusters in a span with their actual text.
const silent = "\u200B"

// toUnicode writes the CMap from codes to characters (9.10.3).
func toUnicode(e *font.Encoding) []byte {
	type pair struct {
		code uint16
		text string
	}
	var pairs []pair
	for code, text := range e.ToUnicode() {
		if text == "" {
			text = silent
		}
		pairs = append(pairs, pair{code, text})
	}
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(pairs) > 0 {
		block := pairs[:min(len(pairs), 100)] // as many as a block may hold
		pairs = pairs[len(block):]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, p := range block {
			fmt.Fprintf(&b, "<%04X> <", p.code)
			for _, u := range utf16.Encode([]rune(p.text)) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}

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
