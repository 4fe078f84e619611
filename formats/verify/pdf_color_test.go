package verify

import (
	"bytes"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// TestColoursOfTheBeginning draws before any colour has been chosen, where
// nothing tells what the device's grey is.
func TestColoursOfTheBeginning(t *testing.T) {
	for content, grey := range map[string]bool{
		"0 0 9 9 re f": true, "0 0 9 9 re S": true, "0 0 9 9 re n": false, "BT /F 9 Tf (x) Tj ET": true, "BT /F 9 Tf 3 Tr (x) Tj ET": false,
		"/C cs 1 0 0 sc 0 0 9 9 re f": false, "/C cs 0 0 9 9 re B": true, "/C CS /C cs 0 0 9 9 re B": false,
		"q /C cs Q 0 0 9 9 re f": true, "0 g 0 0 9 9 re f": true,
	} {
		var w pdfobject.Writer
		page, pages := w.Reserve(), w.Reserve()
		w.Set(pages, dict{"Type": name("Pages"), "Kids": arr{page}, "Count": num(1)})
		w.Set(page, dict{
			"Type": name("Page"), "Parent": pages, "MediaBox": numbers(0, 0, 99, 99), "Contents": w.Add(&pdfobject.Stream{Raw: []byte(content)}),
			"Resources": dict{"ColorSpace": dict{"C": arr{name("CalRGB"), dict{"WhitePoint": numbers(.95, 1, 1.09)}}}, "Font": dict{"F": dict{"Type": name("Font"), "Subtype": name("Type1"), "BaseFont": name("Courier")}}},
		})
		file, err := w.Bytes(t.Context(), dict{"Root": w.Add(dict{"Type": name("Catalog"), "Pages": pages})}, pdfobject.Form{})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, d := range PDFAgainst(bytes.NewReader(file), int64(len(file)), Archival) {
			found = found || d.Code == "verify-pdf-a-6-2-4-3" && strings.Contains(d.Message, "greys")
		}
		if found != grey {
			t.Errorf("%s: found %v, want %v", content, found, grey)
		}
	}
}
