// Package paint draws finished pages with the fpdf library. It is the only
// home of that library, and takes no decision of its own: what a page looks
// like is settled in the frames.
//
// In goes a [frame.Book], out comes fpdf's file, uncompressed, and the table
// that tells which element each marked content id belongs to. The formats/pdf
// encoder calls
//
//	painted, err := paint.Paint(ctx, book)
//	pdf, findings, err := finish.Finish(ctx, painted, book, finish.Options{…})
//
// Everything that fpdf cannot write is left to the finishing pass: structure,
// navigation, metadata, links, true widths and characters of the fonts. What
// fpdf would round to hundredths of a point is written as raw operators.
//
// The package never lays out, never shapes and never sees the document.
package paint

import (
	"bytes"
	"context"
	"fmt"
	"time"

	"github.com/go-pdf/fpdf"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
)

// Result is a book as fpdf writes it.
type Result struct {
	// PDF is fpdf's file.
	PDF []byte
	// Fonts are the fonts in the file: BaseFont /utf8fN is Fonts[N].
	Fonts []*font.Encoding
	// Marks holds, for each page, the mark behind each marked content id. Its
	// Order is that of the first item in the marked content.
	Marks [][]frame.Mark
}

// FontName returns the name by which fpdf knows Fonts[n].
func FontName(n int) string { return fmt.Sprintf("utf8f%d", n) }

// ResourceName returns the name by which the pages know Fonts[n]. The names of
// fpdf are hashes of 40 digits, which would stand in every page; those who
// write the resources of the pages must use these.
func ResourceName(n int) string { return fmt.Sprintf("F%d", n) }

// Paint draws the book. Its indices must be in range: a broken book is a
// broken invariant.
//
// The error is ctx's, or that of a face or an image that cannot be embedded.
func Paint(ctx context.Context, book *frame.Book) (Result, error) {
	if len(book.Pages) == 0 {
		return Result{}, fmt.Errorf("paint: the book has no pages")
	}
	c := encode(book)
	first := book.Pages[0]
	pdf := fpdf.NewCustom(&fpdf.InitType{
		UnitStr: "pt",
		Size:    fpdf.SizeType{Wd: first.Width.Points(), Ht: first.Height.Points()},
	})
	pdf.SetCompression(false)
	pdf.SetCatalogSort(true)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	// The finishing pass writes the true dates.
	epoch := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	pdf.SetCreationDate(epoch)
	pdf.SetModificationDate(epoch)
	if err := register(pdf, c.fonts); err != nil {
		return Result{}, err
	}
	res := Result{Fonts: c.fonts}
	paper := press{book: book, pdf: pdf, images: map[int]string{}}
	runs := readingRuns(book)
	for from := 0; from < len(book.Pages); from += ahead {
		leaves, err := drawPages(ctx, book, c, runs, from, min(from+ahead, len(book.Pages)))
		if err != nil {
			return Result{}, err
		}
		for i := range leaves {
			if err := paper.print(from+i, &leaves[i]); err != nil {
				return Result{}, err
			}
			res.Marks = append(res.Marks, leaves[i].marks)
		}
	}
	out, err := output(ctx, pdf)
	if err != nil {
		return Result{}, err
	}
	res.PDF = out
	return res, nil
}

// output has fpdf write the file, which takes a while for a long book: if ctx is
// done before, what fpdf still does is for nobody.
func output(ctx context.Context, pdf *fpdf.Fpdf) ([]byte, error) {
	var out bytes.Buffer
	done := make(chan error, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- fmt.Errorf("paint: internal error: %v", r)
			}
		}()
		done <- pdf.Output(&out)
	}()
	select {
	case err := <-done:
		if err != nil {
			return nil, fmt.Errorf("paint: %w", err)
		}
		return out.Bytes(), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// register hands the fonts to fpdf.
//
// fpdf embeds a code only where it has seen it used; a template that is never
// placed on a page serves.
func register(pdf *fpdf.Fpdf, fonts []*font.Encoding) error {
	for i, e := range fonts {
		data, err := e.Bytes()
		if err != nil {
			return fmt.Errorf("paint: %w", err)
		}
		family := fmt.Sprintf("f%d", i)
		pdf.AddUTF8FontFromBytes(family, "", data)
		pdf.CreateTemplate(func(t *fpdf.Tpl) {
			t.SetFont(family, "", 10)
			t.Text(0, 0, e.Text())
		})
		if err := pdf.Error(); err != nil {
			return fmt.Errorf("paint: %s: %w", e.Face(), err)
		}
	}
	return nil
}
