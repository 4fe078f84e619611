package paint

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/go-pdf/fpdf"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
)

// Pages are drawn side by side, each onto a leaf of its own, and handed to fpdf
// in their order.

// ahead is how many pages are drawn before they are handed on: enough for any
// number of processors, and little memory.
const ahead = 64

// leaf is a page as it has been drawn.
type leaf struct {
	parts []part
	marks []frame.Mark
}

// part is operators, and behind them a picture unless it is nil.
type part struct {
	operators []byte
	picture   *frame.Picture
}

// drawing begins to draw the pages from one on and returns a function that waits
// for them.
func drawing(ctx context.Context, book *frame.Book, c *codes, runs [][]int32, from int) (wait func() ([]leaf, error)) {
	leaves := make([]leaf, max(0, min(ahead, len(book.Pages)-from)))
	faults := make([]any, len(leaves))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(len(leaves), runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(leaves) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				p := painter{book: book, codes: c, runs: runs[from+i], text: c.first[from+i]}
				func() {
					defer func() { faults[i] = recover() }()
					leaves[i] = p.page(&book.Pages[from+i])
				}()
			}
		})
	}
	return func() ([]leaf, error) {
		group.Wait()
		for _, f := range faults {
			if f != nil {
				panic(f)
			}
		}
		return leaves, ctx.Err()
	}
}

// painter draws a page.
type painter struct {
	book  *frame.Book
	codes *codes
	runs  []int32 // of the items of the page
	text  int     // how many texts have been drawn in the book
	parts []part
	canvas
}

// page draws the items of a page.
func (p *painter) page(page *frame.Page) leaf {
	p.canvas = canvas{height: page.Height, width: page.Width, inks: p.book.Inks}
	m := marker{tagged: len(p.book.Tags) > 0, book: p.book}
	for i, item := range page.Items {
		m.begin(&p.canvas, item, p.runs[i])
		switch it := item.(type) {
		case *frame.Text:
			p.drawText(it)
		case *frame.Rule:
			p.drawRule(it)
		case *frame.Path:
			p.drawPath(it)
		case *frame.Picture:
			p.drawPicture(it)
		default:
			panic(fmt.Sprintf("internal error: unknown item %T", item))
		}
	}
	m.end(&p.canvas)
	p.endText()
	return leaf{append(p.parts, part{operators: p.b}), m.marks}
}

// press hands pages to fpdf.
type press struct {
	book   *frame.Book
	pdf    *fpdf.Fpdf
	images map[int]string // by their index in the book, as fpdf names them
}

// print adds a page to fpdf's file.
func (p *press) print(n int, l *leaf) error {
	page := &p.book.Pages[n]
	p.pdf.AddPageFormat("P", fpdf.SizeType{Wd: page.Width.Points(), Ht: page.Height.Points()})
	for _, part := range l.parts {
		if len(part.operators) > 0 {
			p.pdf.RawWriteBuf(bytes.NewReader(part.operators))
		}
		if part.picture != nil {
			if err := p.picture(page, part.picture); err != nil {
				return err
			}
		}
	}
	return p.pdf.Error()
}
