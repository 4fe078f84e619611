package impose

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/formats/style"
)

// specimen makes a file of n tagged A5 pages with a link on each; page 3 is
// shown turned.
func specimen(t *testing.T, n int) []byte {
	t.Helper()
	var w pdfobject.Writer
	root := w.Reserve()
	font := w.Add(pdfobject.Dict{"Type": pdfobject.Name("Font"), "Subtype": pdfobject.Name("Type1"), "BaseFont": pdfobject.Name("Helvetica")})
	fonts := pdfobject.Dict{"F0": font}
	for i := range 20 { // whose order must not be that of a map
		fonts[pdfobject.Name(fmt.Sprintf("X%d", i))] = w.Add(pdfobject.Dict{"Type": pdfobject.Name("Font"), "Subtype": pdfobject.Name("Type1"), "BaseFont": pdfobject.Name(fmt.Sprintf("F%d", i))})
	}
	resources := w.Add(pdfobject.Dict{"Font": fonts})
	width, height := pdfobject.Real(419.528), pdfobject.Real(595.276)
	var kids pdfobject.Array
	for i := range n {
		page := pdfobject.Dict{
			"Type": pdfobject.Name("Page"), "Parent": root, "Resources": resources, "StructParents": pdfobject.Integer(i),
			"MediaBox": pdfobject.Array{pdfobject.Integer(0), pdfobject.Integer(0), width, height},
			"Contents": w.Add(&pdfobject.Stream{Raw: fmt.Appendf(nil,
				"/P<</MCID 0>>BDC\nBT /F0 200 Tf 90 200 Td (%d) Tj /Span<</ActualText(x)>>BDC ( ) Tj EMC ET\nEMC\n/Artifact BMC 0 0 419.528 595.276 re S EMC\n", i+1)}),
			"Annots": pdfobject.Array{w.Add(pdfobject.Dict{"Type": pdfobject.Name("Annot"), "Subtype": pdfobject.Name("Link"),
				"Rect": pdfobject.Array{pdfobject.Integer(1), pdfobject.Integer(1), pdfobject.Integer(9), pdfobject.Integer(9)}})},
		}
		if i == 2 {
			page["Rotate"] = pdfobject.Integer(90)
		}
		kids = append(kids, w.Add(page))
	}
	w.Set(root, pdfobject.Dict{"Type": pdfobject.Name("Pages"), "Kids": kids, "Count": pdfobject.Integer(n)})
	meta := w.Add(&pdfobject.Stream{Dict: pdfobject.Dict{"Type": pdfobject.Name("Metadata"), "Subtype": pdfobject.Name("XML")},
		Raw: []byte(`<x xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"/>`)})
	b, err := w.Bytes(t.Context(), pdfobject.Dict{"Root": w.Add(pdfobject.Dict{
		"Type": pdfobject.Name("Catalog"), "Pages": root, "Lang": pdfobject.String("en"), "Metadata": meta,
		"MarkInfo": pdfobject.Dict{"Marked": pdfobject.Boolean(true)}, "StructTreeRoot": w.Add(pdfobject.Dict{"Type": pdfobject.Name("StructTreeRoot")}),
	})}, pdfobject.Form{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// placed is a page on a side, in points.
type placed struct {
	number             string
	x, y, scale        float64
	clipLeft, clipWide float64
}

// sides reads the sides of an imposed file: what is drawn where.
func sides(t *testing.T, file []byte) (f *pdfobject.File, all [][]placed) {
	t.Helper()
	f, err := pdfobject.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range f.Pages() {
		content, err := f.Content(p)
		if err != nil {
			t.Fatal(err)
		}
		resources, _ := f.Dict(p.Dict["Resources"])
		forms, _ := f.Dict(resources["XObject"])
		var side []placed
		var now placed
		number := func(o pdfobject.Object) float64 { v, _ := f.Number(o); return v }
		err = pdfobject.Operators(content, func(op pdfobject.Operator) bool {
			switch op.Name {
			case "re":
				now.clipLeft, now.clipWide = number(op.Operands[0]), number(op.Operands[2])
			case "cm":
				now.scale, now.x, now.y = number(op.Operands[0]), number(op.Operands[4]), number(op.Operands[5])
			case "Do":
				form, _ := f.Stream(forms[op.Operands[0].(pdfobject.Name)])
				data, err := f.Data(form)
				if err != nil {
					t.Fatal(err)
				}
				_, rest, _ := strings.Cut(string(data), "(")
				now.number, _, _ = strings.Cut(rest, ")")
				if bytes.Contains(data, []byte("MCID")) || bytes.Contains(data, []byte("Artifact")) || !bytes.Contains(data, []byte("ActualText")) {
					t.Errorf("page %s is marked wrongly: %s", now.number, data)
				}
				if bytes.Count(data, []byte("EMC")) != 1 {
					t.Errorf("page %s: its marks do not close: %s", now.number, data)
				}
				side = append(side, now)
			}
			return true
		})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, side)
	}
	return f, all
}

func TestBooklet(t *testing.T) {
	res, err := Impose(t.Context(), specimen(t, 10), Plan{Kind: Saddle, Creep: style.Point})
	if err != nil {
		t.Fatal(err)
	}
	if res.Sheets != 3 || res.Pages != 10 || res.Signatures != 1 || !res.TurnShort || res.Scale != unit {
		t.Errorf("%+v", res)
	}
	if w, h := style.A4().Height, style.A4().Width; res.Width != w || res.Height != h {
		t.Errorf("two A5 stand on %v by %v, not on A4", res.Width, res.Height)
	}
	f, all := sides(t, res.PDF)
	var read []string
	for i, side := range all {
		line := ""
		for _, p := range side {
			at := "left"
			if p.x > 400 {
				at = "right"
			}
			line += p.number + " " + at + " "
			// Each page leans against the fold, nearer by a point for each
			// sheet around its own.
			fold, nest := res.Width.Points()/2, float64(i/2)
			want := fold - nest
			if at == "left" {
				want = fold - 419.528 + nest
			}
			if d := p.x - want; d > 0.01 || d < -0.01 {
				t.Errorf("side %d: page %s stands at %.3f, want %.3f", i, p.number, p.x, want)
			}
			// Nothing of it is printed beyond the fold.
			if at == "left" && p.clipLeft+p.clipWide > fold+0.01 || at == "right" && p.clipLeft < fold-0.01 {
				t.Errorf("side %d: page %s is printed beyond the fold", i, p.number)
			}
		}
		read = append(read, strings.TrimSpace(line))
	}
	want := "1 right|2 left|10 left 3 right|4 left 9 right|8 left 5 right|6 left 7 right"
	if got := strings.Join(read, "|"); got != want {
		t.Errorf("the sides hold %s, want %s", got, want)
	}
	root := f.Catalog()
	view, _ := f.Dict(root["ViewerPreferences"])
	if view["Duplex"] != pdfobject.Object(pdfobject.Name("DuplexFlipShortEdge")) || view["PrintScaling"] != pdfobject.Object(pdfobject.Name("None")) {
		t.Errorf("the printer is told %v", view)
	}
	for _, k := range []pdfobject.Name{"StructTreeRoot", "MarkInfo", "Metadata", "OutputIntents", "Outlines"} {
		if root[k] != nil {
			t.Errorf("the catalogue has %s", k)
		}
	}
	for ref, o := range f.Objects() {
		if d, ok := o.(pdfobject.Dict); ok && (d["Type"] == pdfobject.Object(pdfobject.Name("Annot")) || d["StructParents"] != nil || d["Rotate"] != nil) {
			t.Errorf("object %d is %v", ref.Number, d)
		}
	}
}

func TestNUp(t *testing.T) {
	for _, c := range []struct {
		kind         Kind
		pages, sides int
		sheet        style.Paper
		scale        int64
		short        bool
		width        float64
	}{
		{Two, 5, 3, style.Paper{}, unit, true, 841.89},
		{Two, 5, 3, style.Letter(), 94_370, true, 792},
		{Four, 10, 3, style.Paper{}, 70_711, false, 595.276},
		{Four, 4, 1, style.A4(), 70_711, false, 595.276},
		{Saddle, 8, 4, style.Letter(), 94_370, true, 792},
	} {
		res, err := Impose(t.Context(), specimen(t, c.pages), Plan{Kind: c.kind, Sheet: c.sheet})
		if err != nil {
			t.Fatal(err)
		}
		_, all := sides(t, res.PDF)
		if len(all) != c.sides || res.TurnShort != c.short {
			t.Errorf("%+v: %d sides, %+v", c, len(all), res.TurnShort)
		}
		if d := res.Scale - c.scale; d < -150 || d > 150 {
			t.Errorf("%+v: scale %d", c, res.Scale)
		}
		if d := res.Width.Points() - c.width; d < -0.01 || d > 0.01 {
			t.Errorf("%+v: width %v", c, res.Width)
		}
		if c.kind == Saddle {
			continue
		}
		n := 0
		for _, side := range all {
			for i, p := range side {
				n++
				if p.number != fmt.Sprint(n) {
					t.Errorf("%+v: page %s where %d should be", c, p.number, n)
				}
				if i > 0 && (p.y > side[i-1].y+0.01 || p.y > side[i-1].y-1 && p.x <= side[i-1].x) {
					t.Errorf("%+v: page %s does not stand behind the one before", c, p.number)
				}
			}
		}
		if n != c.pages {
			t.Errorf("%+v: %d pages are there", c, n)
		}
	}
}

// TestNoOverlap proves that the printed areas of a side never meet, whatever
// bleed and marks there are, and that nothing leaves the sheet.
func TestNoOverlap(t *testing.T) {
	mm := style.Millimetres
	for _, kind := range []Kind{Saddle, Two, Four} {
		for _, bleed := range []style.Length{0, mm(3), mm(5)} {
			for _, sheet := range []style.Paper{{}, style.A4(), style.Letter(), {Width: mm(450), Height: mm(320)}} {
				p := Plan{Kind: kind, Sheet: sheet, Bleed: bleed, Marks: bleed > 0}
				g, err := p.geometry(style.A5().Width, style.A5().Height)
				if err != nil {
					t.Fatal(err)
				}
				whole := box{right: g.sheetWidth, top: g.sheetHeight}
				inside := func(b box) bool {
					return b.left >= whole.left-rounded && b.bottom >= whole.bottom-rounded && b.right <= whole.right+rounded && b.top <= whole.top+rounded
				}
				if !inside(g.block.grown(g.bleed)) {
					t.Errorf("%+v: the block %v leaves the sheet %v", p, g.block, whole)
				}
				if p.Marks && !inside(g.block.grown(p.reach())) {
					t.Errorf("%+v: there is no room for marks", p)
				}
				for i := range g.columns * g.rows {
					for j := range i {
						a, b := g.cell(i), g.cell(j)
						if kind != Saddle {
							a, b = a.grown(g.bleed), b.grown(g.bleed)
						}
						if min(a.right, b.right)-max(a.left, b.left) > rounded && min(a.top, b.top)-max(a.bottom, b.bottom) > rounded {
							t.Errorf("%+v: pages %d and %d overlap", p, j, i)
						}
					}
				}
			}
		}
	}
}

func TestBoxes(t *testing.T) {
	bleed := style.Millimetres(3)
	res, err := Impose(t.Context(), specimen(t, 4), Plan{Kind: Saddle, Bleed: bleed, Marks: true})
	if err != nil {
		t.Fatal(err)
	}
	trimmed, err := Trim(t.Context(), specimen(t, 4), bleed, true)
	if err != nil {
		t.Fatal(err)
	}
	for i, file := range [][]byte{res.PDF, trimmed} {
		f, err := pdfobject.Parse(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range f.Pages() {
			media, ok1 := readBox(f, p.Dict["MediaBox"])
			bled, ok2 := readBox(f, p.Dict["BleedBox"])
			trim, ok3 := readBox(f, p.Dict["TrimBox"])
			if !ok1 || !ok2 || !ok3 {
				t.Fatal("a box is missing")
			}
			if d := bled.width() - trim.width() - 2*bleed; d > rounded || d < -rounded {
				t.Errorf("the bleed is wrong by %v", d)
			}
			if media.left > bled.left-markRoom+rounded || media.top < bled.top+markRoom-rounded {
				t.Errorf("no room for marks: %v in %v", bled, media)
			}
			content, err := f.Content(p)
			if err != nil {
				t.Fatal(err)
			}
			marks := bytes.Count(content, []byte(" l\nS\n"))
			if want := []int{18, 16}[i]; marks != want { // two more of the fold
				t.Errorf("%d lines of marks, want %d", marks, want)
			}
		}
		if i == 1 {
			if f.Catalog()["StructTreeRoot"] == nil || f.Pages()[0].Dict["Annots"] == nil {
				t.Error("Trim loses structure or links")
			}
		}
	}
}

func TestSheetTooSmall(t *testing.T) {
	_, err := Impose(t.Context(), specimen(t, 4), Plan{Sheet: style.Paper{Width: style.Millimetres(51), Height: style.Millimetres(51)}, Marks: true})
	if !errors.Is(err, ErrSheet) {
		t.Errorf("got %v", err)
	}
}

// TestHostile imposes files that are broken in many ways: an error is right, a
// panic is not.
func TestHostile(t *testing.T) {
	file := specimen(t, 3)
	for i := 0; i < len(file); i += 7 {
		b := bytes.Clone(file)
		b[i] ^= 0x15
		_, _ = Impose(t.Context(), b, Plan{Kind: Four})
		_, _ = Trim(t.Context(), b, style.Point, true)
	}
	for _, b := range [][]byte{nil, []byte("%PDF-1.4"), file[:len(file)/2]} {
		if _, err := Impose(t.Context(), b, Plan{}); err == nil {
			t.Errorf("%d bytes are imposed", len(b))
		}
	}
}

func TestSameBytes(t *testing.T) {
	file := specimen(t, 33)
	var first []byte
	for _, n := range []int{1, 2, 7} {
		old := runtime.GOMAXPROCS(n)
		res, err := Impose(t.Context(), file, Plan{Kind: Saddle, Marks: true})
		runtime.GOMAXPROCS(old)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = res.PDF
		}
		if !bytes.Equal(first, res.PDF) {
			t.Error("other processors, other bytes")
		}
	}
}

func TestQPDF(t *testing.T) {
	file := specimen(t, 70)
	for _, kind := range []Kind{Saddle, Two, Four} {
		res, err := Impose(t.Context(), file, Plan{Kind: kind, Marks: true, Bleed: style.Millimetres(3), Creep: style.Point / 4})
		if err != nil {
			t.Fatal(err)
		}
		if out, errs, err := validator.Run(t, "qpdf", "--check", validator.File(t, "imposed.pdf", res.PDF)); err != nil {
			t.Errorf("kind %d: %v\n%s%s", kind, err, out, errs)
		}
	}
	trimmed, err := Trim(t.Context(), file, style.Millimetres(3), true)
	if err != nil {
		t.Fatal(err)
	}
	if out, errs, err := validator.Run(t, "qpdf", "--check", validator.File(t, "trimmed.pdf", trimmed)); err != nil {
		t.Errorf("%v\n%s%s", err, out, errs)
	}
}
