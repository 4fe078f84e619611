package paint

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/go-pdf/fpdf"
	"golang.org/x/sync/errgroup"

	"github.com/quirepress/quire/formats/internal/font"
)

// Fonts take fpdf a while, each by itself: they are read, measured, hashed and
// cut down to what is used. So each gets a file of its own, on as many
// processors as there are, and the finishing pass takes it from there.

// Font is a font that fpdf has embedded.
type Font struct {
	*font.Encoding
	// PDF is a file of fpdf with a page on which all codes of the font are
	// used, uncompressed.
	PDF []byte
}

// ResourceName returns the name by which the pages know Fonts[n].
func ResourceName(n int) string { return fmt.Sprintf("F%d", n) }

// embedding begins to embed fonts and returns a function that waits for them.
func embedding(fonts []*font.Encoding) (wait func() ([]Font, error)) {
	type result struct {
		fonts []Font
		err   error
	}
	done := make(chan result, 1)
	go func() {
		list, err := embed(fonts)
		done <- result{list, err}
	}()
	return func() ([]Font, error) {
		r := <-done
		return r.fonts, r.err
	}
}

// embed has fpdf embed fonts.
func embed(fonts []*font.Encoding) ([]Font, error) {
	list := make([]Font, len(fonts))
	var next atomic.Int64
	var group errgroup.Group
	for range min(len(fonts), runtime.GOMAXPROCS(0)) {
		group.Go(func() (err error) {
			defer func() {
				if r := recover(); r != nil {
					err = fmt.Errorf("paint: internal error: %v", r)
				}
			}()
			for i := int(next.Add(1)) - 1; i < len(fonts); i = int(next.Add(1)) - 1 {
				file, err := embedOne(fonts[i])
				if err != nil {
					return fmt.Errorf("paint: %s: %w", fonts[i].Face(), err)
				}
				list[i] = Font{fonts[i], file}
			}
			return nil
		})
	}
	return list, group.Wait()
}

func embedOne(e *font.Encoding) ([]byte, error) {
	data, err := e.Bytes()
	if err != nil {
		return nil, err
	}
	const family, size = "font", 10
	pdf := newFile(100, 100)
	pdf.AddUTF8FontFromBytes(family, "", data)
	pdf.AddPage()
	pdf.SetFont(family, "", size)
	pdf.Text(0, 0, e.Text())
	return written(pdf)
}

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
