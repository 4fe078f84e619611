package font

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"github.com/go-pdf/fpdf"
)

// page paints runs under each other, the way the painter does, and returns the
// PDF.
func page(t *testing.T, runs []Run) []byte {
	t.Helper()
	pdf := fpdf.New("P", "pt", "A5", "")
	pdf.SetCatalogSort(true)
	pdf.SetCompression(false)
	encodings := map[*Face]*Encoding{}
	lines := make([]string, len(runs))
	for i, r := range runs {
		e := encodings[r.Face]
		if e == nil {
			e = NewEncoding(r.Face)
			encodings[r.Face] = e
		}
		var b bytes.Buffer
		for j, g := range r.Glyphs {
			text := r.Text[g.Start:g.End]
			if j > 0 && r.Glyphs[j-1].Start == g.Start {
				text = ""
			}
			code, ok := e.Code(g.ID, text)
			if !ok {
				t.Fatal("encoding full")
			}
			fmt.Fprintf(&b, "<%04X>", code)
			if d := r.Face.Advance(g.ID) - int(g.Advance); d != 0 {
				fmt.Fprintf(&b, " %d ", d*1000/r.Face.Metrics().UnitsPerEm)
			}
		}
		lines[i] = b.String()
	}
	for f, e := range encodings {
		data, err := e.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		pdf.AddUTF8FontFromBytes(f.Name(), "", data)
	}
	pdf.CreateTemplate(func(tpl *fpdf.Tpl) {
		for f, e := range encodings {
			tpl.SetFont(f.Name(), "", 12)
			tpl.Text(0, 0, e.Text())
		}
	})
	pdf.AddPage()
	for i, r := range runs {
		pdf.SetFont(r.Face.Name(), "", 20)
		pdf.RawWriteStr(fmt.Sprintf("BT 40 %d Td [%s] TJ ET", 550-30*i, lines[i]))
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestPage(t *testing.T) {
	var s Shaper
	serif := Setting{Face: Serif.Face()}
	set := func(f Features) Setting { x := serif; x.Features = f; return x }
	runs := []Run{
		s.Shape("AVATAR Ton office difficult fjord", serif),
		s.Shape("nato and Nato", set(SmallCaps)),
		s.Shape("1999 in 0123456789", set(OldStyle|Proportional)),
		s.Shape("1234567890", set(Lining|Tabular)),
		s.Shape("1234567890", set(Superiors)),
		s.Shape("é e\u0301 q\u0301 ǭ", serif),
		s.Shape("Ἐν ἀρχῇ ἦν ὁ λόγος", Setting{Face: NotoSerif.Face()}),
		s.Shape("Київ Белград", serif),
		s.Shape("Čačak ffi -> office", Setting{Face: Sans.Face()}),
		s.Shape("x := []byte{0}", Setting{Face: Code.Face()}),
		s.Shape("→ ⇒ ∑ ∫ ≤", Setting{Face: NotoSansMath.Face()}),
		s.Shape("Qagfi display light", Setting{Face: SerifDisplayLight.Face()}),
	}
	data := page(t, runs)
	if p := os.Getenv("FONT_PDF"); p != "" {
		os.WriteFile(p, data, 0o644)
	}
}
