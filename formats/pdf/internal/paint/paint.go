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
	names, err := register(pdf, c.fonts)
	if err != nil {
		return Result{}, err
	}
	p := painter{book: book, pdf: pdf, codes: c, fonts: names, runs: readingRuns(book)}
	res := Result{Fonts: c.fonts}
	for i := range book.Pages {
		if err := ctx.Err(); err != nil {
			return Result{}, err
		}
		page := &book.Pages[i]
		pdf.AddPageFormat("P", fpdf.SizeType{Wd: page.Width.Points(), Ht: page.Height.Points()})
		marks, err := p.page(i)
		if err != nil {
			return Result{}, err
		}
		res.Marks = append(res.Marks, marks)
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		return Result{}, fmt.Errorf("paint: %w", err)
	}
	res.PDF = out.Bytes()
	return res, nil
}

// register hands the fonts to fpdf and returns the names of their resources.
//
// fpdf embeds a code only where it has seen it used, and reveals the name of a
// font's resource only in content; a template that is never placed on a page
// serves both.
func register(pdf *fpdf.Fpdf, fonts []*font.Encoding) ([]string, error) {
	names := make([]string, len(fonts))
	for i, e := range fonts {
		data, err := e.Bytes()
		if err != nil {
			return nil, fmt.Errorf("paint: %w", err)
		}
		family := fmt.Sprintf("f%d", i)
		pdf.AddUTF8FontFromBytes(family, "", data)
		t := pdf.CreateTemplate(func(t *fpdf.Tpl) {
			t.SetFont(family, "", 10)
			t.Text(0, 0, e.Text())
		})
		if err := pdf.Error(); err != nil {
			return nil, fmt.Errorf("paint: %s: %w", e.Face(), err)
		}
		_, rest, ok := bytes.Cut(t.Bytes(), []byte("BT /"))
		name, _, ok2 := bytes.Cut(rest, []byte(" "))
		if !ok || !ok2 {
			panic("internal error: fpdf selects fonts in an unknown way")
		}
		names[i] = string(name)
	}
	return names, nil
}

// painter writes one page after the other.
type painter struct {
	book  *frame.Book
	pdf   *fpdf.Fpdf
	codes *codes
	fonts []string
	runs  map[frame.Item]int32

	text   int // how many texts have been drawn in the book
	images map[int]string
	canvas
}

// page draws the items of a page and returns the marks of its content ids.
func (p *painter) page(n int) ([]frame.Mark, error) {
	page := &p.book.Pages[n]
	p.canvas = canvas{height: page.Height, width: page.Width, inks: p.book.Inks}
	m := marker{tagged: len(p.book.Tags) > 0, book: p.book, runs: p.runs}
	for _, item := range page.Items {
		m.begin(&p.canvas, item)
		switch it := item.(type) {
		case *frame.Text:
			p.drawText(it)
		case *frame.Rule:
			p.drawRule(it)
		case *frame.Path:
			p.drawPath(it)
		case *frame.Picture:
			if err := p.drawPicture(it); err != nil {
				return nil, err
			}
		default:
			panic(fmt.Sprintf("internal error: unknown item %T", item))
		}
	}
	m.end(&p.canvas)
	p.endText()
	p.flush()
	return m.marks, nil
}

// flush hands what has been written to fpdf.
func (p *painter) flush() {
	if len(p.b) > 0 {
		p.pdf.RawWriteBuf(bytes.NewReader(p.b))
		p.b = p.b[:0]
	}
}
