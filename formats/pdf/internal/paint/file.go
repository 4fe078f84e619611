package paint

import (
	"fmt"
	"time"

	"github.com/go-pdf/fpdf"
)

// ResourceName returns the name by which the pages know Fonts[n].
func ResourceName(n int) string { return fmt.Sprintf("F%d", n) }

// written returns the file of a painter that is needed no more.
func written(pdf *fpdf.Fpdf) ([]byte, error) {
	var out keeper
	if err := pdf.Output(&out); err != nil {
		return nil, err
	}
	return out, nil
}

// keeper keeps what is written to it, the first piece without a copy: fpdf
// writes its whole file in one.
type keeper []byte

func (k *keeper) Write(b []byte) (int, error) {
	if *k == nil {
		*k = b[:len(b):len(b)]
	} else {
		*k = append(*k, b...)
	}
	return len(b), nil
}

// newFile begins a file whose pages are as large as its first, in points.
func newFile(width, height float64) *fpdf.Fpdf {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: width, Ht: height}})
	pdf.SetCompression(false)
	pdf.SetCatalogSort(true)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	// The finishing pass writes the true dates.
	epoch := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	pdf.SetCreationDate(epoch)
	pdf.SetModificationDate(epoch)
	return pdf
}
