package verify

import (
	"bytes"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/source/diag"
)

// good is a PDF/UA-1 and PDF/A-3a with one of everything, which veraPDF and
// this package accept. The tests break it, each in one way.
//
//go:embed testdata/good.pdf
var good []byte

// draft is a file that can be changed.
type draft struct {
	t       testing.TB
	in      *pdfobject.File
	out     pdfobject.Writer
	trailer pdfobject.Dict
	version string
	// bytes changes the finished file, for what a writer cannot do wrong.
	bytes func([]byte) []byte
}

// newDraft reads the good file. Its objects keep their numbers, so that
// references stay what they are.
func newDraft(t testing.TB) *draft { return draftOf(t, good) }

// draftOf reads a file.
func draftOf(t testing.TB, file []byte) *draft {
	t.Helper()
	f, err := pdfobject.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	d := &draft{t: t, in: f, version: f.Version, trailer: pdfobject.Dict{"Root": f.Trailer["Root"]}}
	if info := f.Trailer["Info"]; info != nil {
		d.trailer["Info"] = info
	}
	for ref, o := range f.Objects() {
		for {
			r := d.out.Add(pdfobject.Null{})
			if r == ref {
				break
			}
		}
		d.out.Set(ref, o)
	}
	return d
}

// finish writes the file.
func (d *draft) finish() []byte {
	d.t.Helper()
	b, err := d.out.Bytes(d.t.Context(), d.trailer, pdfobject.Form{Version: d.version, Uncompressed: true})
	if err != nil {
		d.t.Fatal(err)
	}
	if d.bytes != nil {
		b = d.bytes(b)
	}
	return b
}

// get follows a reference.
func (d *draft) get(o pdfobject.Object) pdfobject.Object {
	if r, ok := o.(pdfobject.Ref); ok {
		return d.out.Get(r)
	}
	return o
}

func (d *draft) dict(o pdfobject.Object) pdfobject.Dict {
	d.t.Helper()
	switch v := d.get(o).(type) {
	case pdfobject.Dict:
		return v
	case *pdfobject.Stream:
		return v.Dict
	}
	d.t.Fatalf("%v is no dictionary", o)
	return nil
}

func (d *draft) catalog() pdfobject.Dict { return d.dict(d.trailer["Root"]) }

// page returns the first page.
func (d *draft) page() pdfobject.Dict { return d.dict(d.in.Pages()[0].Ref) }

// where returns the first dictionary, in the order of the numbers, that holds
// a value under a key.
func (d *draft) where(key pdfobject.Name, value pdfobject.Object) pdfobject.Dict {
	d.t.Helper()
	for n := 1; ; n++ {
		o := d.out.Get(pdfobject.Ref{Number: n})
		if o == nil {
			d.t.Fatalf("nothing has the %s %v", key, value)
		}
		v, ok := o.(pdfobject.Dict)
		if s, stream := o.(*pdfobject.Stream); stream {
			v, ok = s.Dict, true
		}
		if ok && v[key] == value {
			return v
		}
	}
}

// element returns the first structure element of a type.
func (d *draft) element(role string) pdfobject.Dict { return d.where("S", pdfobject.Name(role)) }

// edit changes the bytes of a stream.
func (d *draft) edit(o pdfobject.Object, change func(string) string) {
	d.t.Helper()
	s, ok := d.get(o).(*pdfobject.Stream)
	if !ok {
		d.t.Fatalf("%v is no stream", o)
	}
	data, err := d.in.Data(s)
	if err != nil {
		d.t.Fatal(err)
	}
	changed := change(string(data))
	if changed == string(data) {
		d.t.Fatal("nothing has changed")
	}
	s.Raw = []byte(changed)
	delete(s.Dict, "Filter")
}

// replace changes the first place of a text in a stream.
func (d *draft) replace(o pdfobject.Object, from, to string) {
	d.t.Helper()
	d.edit(o, func(s string) string { return strings.Replace(s, from, to, 1) })
}

// draws adds to the content of the first page.
func (d *draft) draws(content string) {
	d.edit(d.page()["Contents"], func(s string) string { return s + "\n" + content + "\n" })
}

// resource adds a resource for the pages.
func (d *draft) resource(kind, name pdfobject.Name, o pdfobject.Object) {
	r := d.dict(d.page()["Resources"])
	list, ok := r[kind].(pdfobject.Dict)
	if !ok {
		list = pdfobject.Dict{}
		r[kind] = list
	}
	list[name] = d.out.Add(o)
}

// annotate adds an annotation to the first page.
func (d *draft) annotate(a pdfobject.Dict) pdfobject.Ref {
	a["Type"] = pdfobject.Name("Annot")
	if a["Rect"] == nil {
		a["Rect"] = numbers(100, 100, 120, 120)
	}
	if a["F"] == nil {
		a["F"] = pdfobject.Integer(4)
	}
	ref := d.out.Add(a)
	p := d.page()
	p["Annots"] = append(slices.Clone(p["Annots"].(pdfobject.Array)), ref)
	return ref
}

// tag puts an annotation into an element of its own.
func (d *draft) tag(annot pdfobject.Ref, role string) pdfobject.Dict {
	root := d.catalog()["StructTreeRoot"]
	doc := d.dict(d.dict(root)["K"].(pdfobject.Array)[0])
	e := pdfobject.Dict{
		"S": pdfobject.Name(role), "P": d.dict(root)["K"].(pdfobject.Array)[0],
		"K": pdfobject.Dict{"Type": pdfobject.Name("OBJR"), "Obj": annot, "Pg": d.in.Pages()[0].Ref},
	}
	ref := d.out.Add(e)
	kids, ok := doc["K"].(pdfobject.Array)
	if !ok {
		kids = pdfobject.Array{doc["K"]}
	}
	doc["K"] = append(slices.Clone(kids), ref)
	nums := d.dict(d.dict(root)["ParentTree"])
	const key = 900
	nums["Nums"] = append(slices.Clone(nums["Nums"].(pdfobject.Array)), pdfobject.Integer(key), ref)
	d.dict(annot)["StructParent"] = pdfobject.Integer(key)
	return e
}

// add puts an empty element into another.
func (d *draft) add(parent pdfobject.Dict, role string) pdfobject.Dict {
	var up pdfobject.Ref
	for n := 1; d.out.Get(pdfobject.Ref{Number: n}) != nil; n++ {
		r := pdfobject.Ref{Number: n}
		if v, ok := d.out.Get(r).(pdfobject.Dict); ok && sameMap(v, parent) {
			up = r
		}
	}
	e := pdfobject.Dict{"S": pdfobject.Name(role), "P": up}
	kids, ok := parent["K"].(pdfobject.Array)
	if !ok && parent["K"] != nil {
		kids = pdfobject.Array{parent["K"]}
	}
	parent["K"] = append(slices.Clone(kids), d.out.Add(e))
	return e
}

func sameMap(a, b pdfobject.Dict) bool { return fmt.Sprintf("%p", a) == fmt.Sprintf("%p", b) }

// document returns the element at the root.
func (d *draft) document() pdfobject.Dict {
	return d.dict(d.dict(d.catalog()["StructTreeRoot"])["K"].(pdfobject.Array)[0])
}

func (d *draft) metadata() pdfobject.Object { return d.catalog()["Metadata"] }

// composite returns the dictionaries of the first composite font.
func (d *draft) composite() (font, cid, descriptor pdfobject.Dict) {
	font = d.where("Subtype", pdfobject.Name("Type0"))
	cid = d.dict(font["DescendantFonts"].(pdfobject.Array)[0])
	return font, cid, d.dict(cid["FontDescriptor"])
}

// simple adds a simple TrueType font and text in it. The program is that of a
// composite font, changed by change.
func (d *draft) simple(flags int, encoding pdfobject.Object, change func([]byte) []byte) {
	_, _, descriptor := d.composite()
	program, err := d.in.Data(d.get(descriptor["FontFile2"]).(*pdfobject.Stream))
	if err != nil {
		d.t.Fatal(err)
	}
	program = bytes.Clone(program)
	if change != nil {
		program = change(program)
	}
	desc := maps.Clone(descriptor)
	desc["Flags"] = pdfobject.Integer(flags)
	desc["FontFile2"] = d.out.Add(&pdfobject.Stream{Dict: pdfobject.Dict{}, Raw: program})
	p := readTrueType(program)
	width := pdfobject.Real(500)
	if t := p.table(3, 1); t != nil {
		width = pdfobject.Real(p.width(t.lookup('a')))
	} else if len(p.cmaps) > 0 {
		width = pdfobject.Real(p.width(p.cmaps[0].lookup('a')))
	}
	font := pdfobject.Dict{
		"Type": pdfobject.Name("Font"), "Subtype": pdfobject.Name("TrueType"), "BaseFont": descriptor["FontName"],
		"FirstChar": pdfobject.Integer('a'), "LastChar": pdfobject.Integer('a'), "Widths": pdfobject.Array{width},
		"FontDescriptor": d.out.Add(desc),
		"ToUnicode":      d.out.Add(&pdfobject.Stream{Dict: pdfobject.Dict{}, Raw: []byte("1 beginbfchar <61> <0061> endbfchar")}),
	}
	if encoding != nil {
		font["Encoding"] = encoding
	}
	d.resource("Font", "FX", font)
	d.draws("/Artifact BMC BT /FX 10 Tf 10 10 Td (a) Tj ET EMC")
}

func numbers(v ...float64) pdfobject.Array {
	var a pdfobject.Array
	for _, x := range v {
		a = append(a, pdfobject.Real(x))
	}
	return a
}

// codes returns the codes of the findings, each once and sorted.
func codes(b []byte, s Standard) []string {
	found := map[string]bool{}
	for _, d := range PDFAgainst(bytes.NewReader(b), int64(len(b)), s) {
		if d.Severity == diag.Error {
			found[d.Code] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}
