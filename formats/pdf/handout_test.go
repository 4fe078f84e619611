package pdf_test

import (
	"testing"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/formats/style"
)

// TestHandoutContents wants contents above eight pages, and none below.
func TestHandoutContents(t *testing.T) {
	for paragraphs, want := range map[int]bool{40: false, 420: true} {
		f, _ := encode(t, pdf.Encoder{Profile: style.Handout}, leaflet(t, paragraphs))
		has := false
		for _, o := range f.Objects() {
			d, _ := o.(pdfobject.Dict)
			has = has || d["S"] == pdfobject.Object(pdfobject.Name("TOC"))
		}
		if pages := len(f.Pages()); pages > 8 != want || has != want {
			t.Errorf("%d pages with contents: %v", pages, has)
		}
	}
}
