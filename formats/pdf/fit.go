package pdf

import (
	"context"
	"errors"
	"fmt"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/pdf/internal/layout"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// A text is made to fill a number of pages as a compositor would: in a larger
// or smaller size, and then with more or less space between the lines. Sizes
// that are hard to read are not tried, so that some texts do not fit.

// ErrPages means that the text cannot be set well on [Encoder.Pages] pages. The
// error says what it needs.
var ErrPages = errors.New("pdf: the text does not fit the pages")

// leafed is how many pages a handout may have before the reader needs contents.
const leafed = 8

// sizeStep is by how much sizes and leadings differ that are tried: a smaller
// difference is not seen.
const sizeStep = style.Point / 4

// bounds are the sizes that are good to read, and the leadings in thousandths
// of a size.
type bounds struct {
	least, most     style.Length
	tight, ordinary int
	loose           int
}

// boundsOf returns the bounds for a style, which its own values always keep.
func boundsOf(st *style.Style) bounds {
	b := bounds{least: 17 * style.Point / 2, most: 13 * style.Point, tight: 1220, loose: 1500}
	if st.Columns > 1 {
		b.most = 12 * style.Point // in short lines
	}
	if st.Profile == style.LargePrint {
		// The guidelines for large print begin at 16 pt, this profile at 18.
		b = bounds{least: 18 * style.Point, most: 24 * style.Point, tight: 1250, loose: 1500}
	}
	b.ordinary = int(st.Body.Leading.Scale(1000, int64(st.Body.Size)))
	b.least, b.most = min(b.least, st.Body.Size), max(b.most, st.Body.Size)
	b.tight, b.loose = min(b.tight, b.ordinary), max(b.loose, b.ordinary)
	return b
}

// setting is a text on pages.
type setting struct {
	style style.Style
	book  *frame.Book
	pages *document.Pagination
	found diag.List
}

// set sets the document, on as many pages as are asked for. Some twenty
// settings are tried at most.
func (e Encoder) set(ctx context.Context, doc *document.Document, st style.Style, opt layout.Options) (setting, error) {
	try := func(st style.Style) (s setting, err error) {
		s.style = st
		s.book, s.pages, s.found, err = layout.Set(ctx, doc, st, opt)
		if err == nil && st.Profile == style.Handout && st.ContentsFrom == 0 && st.ContentsDepth > 0 && len(s.book.Pages) > leafed {
			s.style.ContentsFrom, s.style.ContentsDepth = 2, 1
			s.book, s.pages, s.found, err = layout.Set(ctx, doc, s.style, opt)
		}
		return s, err
	}
	if e.Pages <= 0 {
		return try(st)
	}
	b := boundsOf(&st)
	// at sets the text in a size, as steps above the least, with a leading.
	at := func(step, leading int) (setting, error) {
		size := b.least + style.Length(step)*sizeStep
		s, err := st.Resized(size, size.Em(leading)/(sizeStep/2)*(sizeStep/2))
		if err != nil {
			return setting{}, err
		}
		return try(s)
	}
	fits := func(s setting) bool { return len(s.book.Pages) <= e.Pages }

	best, err := at(0, b.tight)
	if err != nil {
		return setting{}, err
	}
	if !fits(best) {
		return setting{}, fmt.Errorf("%w: it takes %s of %s at %v on %v, the smallest that reads well, and %d are wanted: shorten it by about %d %%, or allow more pages",
			ErrPages, count(len(best.book.Pages), "page"), best.style.Paper.Name, best.style.Body.Size, best.style.Body.Leading, e.Pages, 100-100*e.Pages/len(best.book.Pages))
	}
	// largest finds the greatest number below end for which the text fits, if
	// it fits for good, and keeps that setting.
	largest := func(good, end int, set func(int) (setting, error)) (int, error) {
		for end-good > 1 {
			middle := (good + end) / 2
			s, err := set(middle)
			if err != nil {
				return good, err
			}
			if fits(s) {
				good, best = middle, s
			} else {
				end = middle
			}
		}
		return good, nil
	}
	steps := int((b.most - b.least) / sizeStep)
	step, err := largest(-1, steps+1, func(step int) (setting, error) { return at(step, b.ordinary) })
	if err != nil {
		return setting{}, err
	}
	low := b.ordinary
	if step < 0 {
		step, low = 0, b.tight // it fits in the smallest size alone
	}
	// loosen leads the lines of a size as far as the text fits.
	loosen := func(step, from, to int) error {
		const leadingStep = 20
		_, err := largest(-1, (to-from)/leadingStep+1, func(n int) (setting, error) { return at(step, from+n*leadingStep) })
		return err
	}
	if err := loosen(step, low, b.loose); err != nil {
		return setting{}, err
	}
	// Where a whole page appears at once, between one size and the next, it may
	// still come alone with the lines of the next size closer together.
	for next := step + 1; next <= min(step+2, steps) && len(best.book.Pages) < e.Pages; next++ {
		if err := loosen(next, b.tight, b.ordinary); err != nil {
			return setting{}, err
		}
	}
	if n := len(best.book.Pages); n < e.Pages {
		why := "the largest that reads well"
		if step < steps {
			why = "and more than that in any larger size"
		}
		return setting{}, fmt.Errorf("%w: it fills %s of %s at %v on %v, %s, and %d are wanted",
			ErrPages, count(n, "page"), best.style.Paper.Name, best.style.Body.Size, best.style.Body.Leading, why, e.Pages)
	}
	best.found.Add(diag.Info, "pdf-fitted", diag.Position{}, "the text is set in %v on %v to fill %s", best.style.Body.Size, best.style.Body.Leading, count(e.Pages, "page"))
	return best, nil
}
