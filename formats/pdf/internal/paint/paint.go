// Package paint draws finished pages with the fpdf library. It is the only
// home of that library, and takes no decision of its own: what a page looks
// like is settled in the frames.
//
// In goes a [frame.Book], out come fpdf's files, uncompressed, and the table
// that tells which element each marked content id belongs to. The formats/pdf
// encoder calls
//
//	painted, err := paint.Paint(ctx, book)
//	pdf, findings, err := finish.Finish(ctx, painted, book, finish.Options{…})
//
// Everything that fpdf cannot write is left to the finishing pass: structure,
// navigation, metadata, links, and the fonts, which fpdf would know by
// characters and not by glyphs. What fpdf would round to hundredths of a point is
// written as raw operators.
//
// The package never lays out, never shapes and never sees the document.
package paint

import (
	"context"
	"fmt"
	"sync"

	"github.com/go-pdf/fpdf"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
)

// Result is a book as fpdf writes it.
type Result struct {
	// PDF is fpdf's file, which has no fonts in it.
	PDF []byte
	// Fonts are the fonts of the pages, which know them by their ResourceName.
	Fonts []*font.Encoding
	// Marks holds, for each page, the mark behind each marked content id. Its
	// Order is that of the first item in the marked content.
	Marks [][]frame.Mark
}

// Paint draws the book. Its indices must be in range: a broken book is a
// broken invariant.
//
// The error is ctx's, or that of an image that cannot be embedded.
func Paint(ctx context.Context, book *frame.Book) (Result, error) {
	if len(book.Pages) == 0 {
		return Result{}, fmt.Errorf("paint: the book has no pages")
	}
	var runs [][]int32
	var beside sync.WaitGroup
	beside.Go(func() { runs = readingRuns(book) })
	c := encode(book)
	beside.Wait()
	first := book.Pages[0]
	pdf := newFile(first.Width.Points(), first.Height.Points())
	res := Result{Fonts: c.fonts}
	paper := press{book: book, pdf: pdf, images: map[int]string{}}
	next := drawing(ctx, book, c, runs, 0)
	for from := 0; from < len(book.Pages); from += ahead {
		leaves, err := next()
		if err != nil {
			return Result{}, err
		}
		next = drawing(ctx, book, c, runs, from+ahead) // while these are printed
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
	type result struct {
		file []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- result{err: fmt.Errorf("paint: internal error: %v", r)}
			}
		}()
		file, err := written(pdf)
		done <- result{file, err}
	}()
	select {
	case r := <-done:
		if r.err != nil {
			return nil, fmt.Errorf("paint: %w", r.err)
		}
		return r.file, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
