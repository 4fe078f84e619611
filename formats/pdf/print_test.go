package pdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/formats/verify"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/markdown"
)

// leaflet is a document with links, code, a note and pictures of three kinds.
func leaflet(t *testing.T, paragraphs int) *document.Document {
	t.Helper()
	var b strings.Builder
	b.WriteString("---\ntitle: A leaflet\nauthor: Ada Example\nlanguage: en\ndate: 2020-05-06\n---\n\n" +
		"# First\n\nSee [the report](https://example.org/report) and the drawing.[^1]\n\n[^1]: In colour.\n\n" +
		"```go\nfunc main() { println(\"x\") } // colours\n```\n\n![A red square](red.png)\n\n![A photograph](photo.jpg)\n\n![Glass](glass.png)\n\n# Second\n\n")
	for i := range paragraphs {
		fmt.Fprintf(&b, "Paragraph %d tells of the harbour, of the quay that the storm destroyed and of those who built it again, stone by stone, in the years that followed.\n\n", i)
	}
	doc, found, err := markdown.Read("leaflet.md", []byte(b.String()), markdown.Options{})
	if worst, any := found.Max(); err != nil || any && worst == diag.Error {
		t.Fatal(found, err)
	}
	square := func(c color.Color) *image.NRGBA {
		m := image.NewNRGBA(image.Rect(0, 0, 40, 40))
		for i := range 1600 {
			m.Set(i%40, i/40, c)
		}
		return m
	}
	encode := func(m image.Image, jpg bool) []byte {
		var b bytes.Buffer
		err := png.Encode(&b, m)
		if jpg {
			b.Reset()
			err = jpeg.Encode(&b, m, nil)
		}
		if err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	doc.Resources = append(doc.Resources,
		document.Resource{Name: "red.png", MediaType: "image/png", Bytes: encode(square(color.NRGBA{200, 0, 0, 255}), false)},
		document.Resource{Name: "photo.jpg", MediaType: "image/jpeg", Bytes: encode(square(color.NRGBA{0, 90, 200, 255}), true)},
		document.Resource{Name: "glass.png", MediaType: "image/png", Bytes: encode(square(color.NRGBA{0, 200, 0, 99}), false)})
	doc.Metadata.Modified = "2020-05-06T00:00:00Z"
	return doc
}

// encode returns the file, parsed, and the result's findings.
func encode(t *testing.T, e pdf.Encoder, doc *document.Document) (*pdfobject.File, diag.List) {
	t.Helper()
	var b bytes.Buffer
	res, err := e.Encode(t.Context(), &b, doc, nil)
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdfobject.Parse(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range verify.PDF(bytes.NewReader(b.Bytes()), int64(b.Len())) {
		if d.Severity == diag.Error {
			t.Errorf("the file is not what it claims: %v", d)
		}
	}
	return f, res.Diagnostics
}

// colours returns the operators and the spaces of images that give colours in
// a file, each once.
func colours(t *testing.T, f *pdfobject.File) []string {
	t.Helper()
	seen := map[string]bool{}
	read := func(data []byte) {
		err := pdfobject.Operators(data, func(op pdfobject.Operator) bool {
			switch op.Name {
			case "g", "G", "rg", "RG", "k", "K", "cs", "CS":
				seen[op.Name] = true
			}
			return true
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range f.Pages() {
		data, err := f.Content(p)
		if err != nil {
			t.Fatal(err)
		}
		read(data)
	}
	for _, o := range f.Objects() {
		if s, ok := o.(*pdfobject.Stream); ok && s.Dict["Subtype"] == pdfobject.Object(pdfobject.Name("Image")) {
			space, ok := f.Name(s.Dict["ColorSpace"])
			if a, isArray := f.Array(s.Dict["ColorSpace"]); !ok && isArray {
				space, _ = f.Name(a[0])
			}
			seen["image "+string(space)] = true
		}
	}
	var list []string
	for s := range seen {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}

func TestGrey(t *testing.T) {
	f, _ := encode(t, pdf.Encoder{Grey: true}, leaflet(t, 3))
	if got := colours(t, f); !slices.Equal(got, []string{"G", "g", "image DeviceGray"}) && !slices.Equal(got, []string{"g", "image DeviceGray"}) {
		t.Errorf("a grey file holds %v", got)
	}
	// Everything that is written must be dark enough to read.
	for _, p := range f.Pages() {
		data, err := f.Content(p)
		if err != nil {
			t.Fatal(err)
		}
		grey := 0.0
		err = pdfobject.Operators(data, func(op pdfobject.Operator) bool {
			switch op.Name {
			case "g":
				grey, _ = f.Number(op.Operands[0])
			case "TJ":
				v := uint8(grey*255 + 0.5)
				if c := style.Contrast(style.Color{R: v, G: v, B: v}, style.Color{R: 0xf2, G: 0xf2, B: 0xf2}); c < 4.5 {
					t.Errorf("text of grey %.2f has a contrast of %.1f", grey, c)
				}
			}
			return true
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	f, _ = encode(t, pdf.Encoder{}, leaflet(t, 3))
	if got := colours(t, f); !slices.Contains(got, "rg") || !slices.Contains(got, "image DeviceRGB") {
		t.Errorf("the test proves nothing: a file in colour holds %v", got)
	}
}

// profile is an ICC profile of a press that exists on no paper.
func profile(t *testing.T) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/naive-press.icc")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestX4(t *testing.T) {
	for _, e := range []pdf.Encoder{
		{Standard: pdf.X4}, {Standard: pdf.X4, Grey: true}, {Standard: pdf.X4, Untagged: true},
		{Standard: pdf.X4, Bleed: style.Millimetres(3), Marks: true}, {Standard: pdf.X4, Profile: style.Handout},
	} {
		e.OutputProfile = profile(t)
		var b bytes.Buffer
		if _, err := e.Encode(t.Context(), &b, leaflet(t, 3), nil); err != nil {
			t.Fatal(err)
		}
		for _, d := range verify.PDFAgainst(bytes.NewReader(b.Bytes()), int64(b.Len()), verify.Exchange) {
			t.Errorf("%+v: %v", e.Standard, d)
		}
		f, _ := encode(t, e, leaflet(t, 3))
		if f.Version != "1.6" {
			t.Errorf("the version is %s", f.Version)
		}
		if tagged := f.Catalog()["StructTreeRoot"] != nil; tagged == e.Untagged {
			t.Errorf("tagged: %v", tagged)
		}
		for _, o := range f.Objects() {
			d, _ := o.(pdfobject.Dict)
			s, stream := o.(*pdfobject.Stream)
			if d["Subtype"] == pdfobject.Object(pdfobject.Name("Link")) || d["S"] == pdfobject.Object(pdfobject.Name("Link")) || d["Type"] == pdfobject.Object(pdfobject.Name("Filespec")) {
				t.Errorf("the file holds %v", d)
			}
			if stream && s.Dict["Type"] == pdfobject.Object(pdfobject.Name("Metadata")) && (bytes.Contains(s.Raw, []byte("pdfaid")) || bytes.Contains(s.Raw, []byte("pdfuaid")) || !bytes.Contains(s.Raw, []byte("PDF/X-4"))) {
				t.Errorf("the file claims %s", s.Raw)
			}
		}
		intents, _ := f.Array(f.Catalog()["OutputIntents"])
		intent, _ := f.Dict(intents[0])
		inside, _ := f.Stream(intent["DestOutputProfile"])
		data, err := f.Data(inside)
		if err != nil || !bytes.Equal(data, e.OutputProfile) || intent["Info"] != pdfobject.Object(pdfobject.String("A naive press")) {
			t.Errorf("the press is %v: %v", intent, err)
		}
		want := []string{"cs", "g", "image DeviceGray", "image ICCBased"}
		if e.Grey {
			want = []string{"g", "image DeviceGray"}
		}
		got := slices.DeleteFunc(colours(t, f), func(s string) bool { return s == "G" || s == "CS" })
		if !slices.Equal(got, want) {
			t.Errorf("grey %v: the colours are %v, want %v", e.Grey, got, want)
		}
		if out, errs, err := validator.Run(t, "qpdf", "--check", validator.File(t, "x4.pdf", b.Bytes())); err != nil {
			t.Errorf("%v\n%s%s", err, out, errs)
		}
	}
}

// TestPrintErrors names the field that is impossible.
func TestPrintErrors(t *testing.T) {
	screen := profile(t)
	copy(screen[12:], "mntr")
	rgb := profile(t)
	copy(rgb[16:], "RGB ")
	for _, c := range []struct {
		e    pdf.Encoder
		want string
	}{
		{pdf.Encoder{Standard: pdf.X4}, "OutputProfile"},
		{pdf.Encoder{Standard: pdf.X4, OutputProfile: []byte("x")}, "no ICC profile"},
		{pdf.Encoder{Standard: pdf.X4, OutputProfile: screen}, "class"},
		{pdf.Encoder{Standard: pdf.X4, OutputProfile: rgb}, "CMYK"},
		{pdf.Encoder{OutputProfile: profile(t)}, "x4"},
		{pdf.Encoder{Impose: "sixup"}, "sixup"},
		{pdf.Encoder{Impose: pdf.Booklet, Standard: pdf.UA1A3}, "no standard"},
		{pdf.Encoder{Impose: pdf.Booklet, Signature: 10}, "signature"},
		{pdf.Encoder{Impose: pdf.Booklet, Creep: style.Inch}, "creep"},
		{pdf.Encoder{Impose: pdf.TwoUp, Sheet: style.Paper{Width: 1, Height: 1}}, "paper"},
		{pdf.Encoder{Bleed: -1}, "bleed"},
		{pdf.Encoder{Bleed: 2 * style.Inch}, "bleed"},
		{pdf.Encoder{Pages: -1}, "pages"},
	} {
		var b bytes.Buffer
		_, err := c.e.Encode(t.Context(), &b, leaflet(t, 1), nil)
		if err == nil || !strings.Contains(err.Error(), c.want) || b.Len() > 0 {
			t.Errorf("want an error about %q, got %v and %d bytes", c.want, err, b.Len())
		}
	}
}

func TestPages(t *testing.T) {
	doc := leaflet(t, 60)
	for _, profile := range []style.Profile{style.Article, style.Handout, style.LargePrint} {
		pages := func(n int) (int, error) {
			var b bytes.Buffer
			res, err := pdf.Encoder{Profile: profile, Pages: n}.Encode(t.Context(), &b, doc, nil)
			if err == nil && n > 0 && !slices.ContainsFunc(res.Diagnostics, func(d diag.Diagnostic) bool { return d.Code == "pdf-fitted" }) {
				t.Errorf("%s: nothing tells of the size", profile)
			}
			return res.Count, err
		}
		natural, err := pages(0)
		if err != nil {
			t.Fatal(err)
		}
		for n := natural; n <= natural+2; n++ {
			if got, err := pages(n); err != nil || got != n {
				t.Errorf("%s: %d pages instead of %d, and %d by themselves: %v", profile, got, n, natural, err)
			}
		}
		if _, err := pages(1); !errors.Is(err, pdf.ErrPages) || !strings.Contains(err.Error(), "smallest") {
			t.Errorf("%s: on one page: %v", profile, err)
		}
		if _, err := pages(99); !errors.Is(err, pdf.ErrPages) || !strings.Contains(err.Error(), "largest") {
			t.Errorf("%s: on 99 pages: %v", profile, err)
		}
	}
}

// TestFitIsLargest proves that shorter texts come out larger.
func TestFitIsLargest(t *testing.T) {
	var last style.Length
	for _, paragraphs := range []int{90, 65, 45} {
		_, found := encode(t, pdf.Encoder{Profile: style.Handout, Pages: 3}, leaflet(t, paragraphs))
		for _, d := range found {
			if d.Code == "pdf-fitted" {
				size, err := style.ParseLength(strings.Fields(d.Message)[5])
				if err != nil || size <= last {
					t.Errorf("%d paragraphs: %v after %v, %v", paragraphs, size, last, err)
				}
				last = size
			}
		}
	}
}

func TestImposition(t *testing.T) {
	doc := leaflet(t, 40)
	for _, e := range []pdf.Encoder{
		{Impose: pdf.Booklet}, {Impose: pdf.Booklet, Sheet: pdf.Letter, Grey: true}, {Impose: pdf.Booklet, Marks: true, Bleed: style.Millimetres(3), Signature: 8},
		{Impose: pdf.TwoUp, Profile: style.Handout}, {Impose: pdf.FourUp, Marks: true, Bleed: style.Millimetres(5)}, {Impose: pdf.FourUp, Pages: 6},
	} {
		f, found := encode(t, e, doc)
		root := f.Catalog()
		for _, k := range []pdfobject.Name{"StructTreeRoot", "MarkInfo", "OutputIntents", "Outlines", "AF", "Names", "PageLabels"} {
			if root[k] != nil {
				t.Errorf("%s: the catalogue holds %s", e.Impose, k)
			}
		}
		view, _ := f.Dict(root["ViewerPreferences"])
		if d, _ := f.Name(view["Duplex"]); !strings.HasPrefix(string(d), "DuplexFlip") {
			t.Errorf("%s: the printer is told %v", e.Impose, view)
		}
		if root["Metadata"] == nil {
			t.Errorf("%s: the metadata are lost", e.Impose)
		}
		if i := slices.IndexFunc(found, func(d diag.Diagnostic) bool { return d.Code == "pdf-imposed" }); i < 0 || found[i].Severity != diag.Info {
			t.Errorf("%s: nothing tells how to print", e.Impose)
		}
		small := slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == "pdf-imposed-small" })
		if want := e.Marks && e.Impose == pdf.FourUp; small != want {
			t.Errorf("%s: small is %v", e.Impose, small)
		}
		if out, errs, err := validator.Run(t, "qpdf", "--check", validator.File(t, "imposed.pdf", f.Bytes())); err != nil {
			t.Errorf("%v\n%s%s", err, out, errs)
		}
	}
}

// TestPrintSameBytes encodes again and again, on more and fewer processors.
func TestPrintSameBytes(t *testing.T) {
	doc := leaflet(t, 20)
	for i, e := range []pdf.Encoder{
		{Impose: pdf.Booklet, Grey: true, Marks: true}, {Impose: pdf.FourUp, Profile: style.Handout}, {Bleed: style.Point, Marks: true},
		{Standard: pdf.X4, OutputProfile: profile(t)}, {Profile: style.Handout, Pages: 2},
	} {
		var first []byte
		for _, n := range []int{1, 2, 3, 8} {
			var b bytes.Buffer
			old := runtime.GOMAXPROCS(n)
			_, err := e.Encode(t.Context(), &b, doc, nil)
			runtime.GOMAXPROCS(old)
			if err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = b.Bytes()
			}
			if !bytes.Equal(first, b.Bytes()) {
				t.Errorf("encoder %d: other bytes on %d processors", i, n)
			}
		}
	}
}
