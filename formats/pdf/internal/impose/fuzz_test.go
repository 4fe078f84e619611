package impose

import (
	"testing"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/style"
)

// FuzzImpose imposes what may be no PDF at all. What comes out must be a file
// with two sides for each sheet.
func FuzzImpose(f *testing.F) {
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj<</Length 2>>stream\nq \nendstream endobj\ntrailer<</Root 1 0 R>>"), uint8(0))
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj\n2 0 obj<</Kids[2 0 R 3 0 R]>>endobj\n3 0 obj<</MediaBox[9 9 0 0]/Resources 3 0 R/Group 2 0 R>>endobj\ntrailer<</Root 1 0 R>>"), uint8(5))
	f.Fuzz(func(t *testing.T, file []byte, how uint8) {
		plan := Plan{Kind: Kind(how % 3), Marks: how&4 != 0, Bleed: 8 * style.Point, Signature: 4 * int(how>>5)}
		if _, err := Trim(t.Context(), file, plan.Bleed, plan.Marks); err != nil {
			t.Skip()
		}
		res, err := Impose(t.Context(), file, plan)
		if err != nil {
			t.Skip()
		}
		out, err := pdfobject.Parse(res.PDF)
		if err != nil || out.Repaired != nil {
			t.Fatal(err, out.Repaired)
		}
		if n := len(out.Pages()); n != 2*res.Sheets && (plan.Kind == Saddle || n != 2*res.Sheets-1) {
			t.Fatalf("%d sides of %d sheets", n, res.Sheets)
		}
	})
}
