package layout

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Options are what besides the document and the style decides the pages.
type Options struct {
	// Faces are the user's own: those whose names the style mentions replace
	// embedded ones, and all of them are tried for characters that the style's
	// faces lack.
	Faces []*font.Face
	// Workers is how many goroutines set text; 0 stands for GOMAXPROCS. It
	// changes no result.
	Workers int
	// MostPages is how many pages the book may have; 0 stands for any number.
	MostPages int
}

// ErrTooManyPages means that the book has more than [Options.MostPages].
var ErrTooManyPages = errors.New("layout: the book has more pages than the limit")

// missingGlyph is the code of findings about characters that no face has.
const missingGlyph = "pdf-missing-glyph"

// Set sets a document on pages. The style must have passed its Check; the
// document is not changed. The error is that of the context, or
// [ErrTooManyPages].
func Set(ctx context.Context, doc *document.Document, st style.Style, opt Options) (*frame.Book, *document.Pagination, diag.List, error) {
	if eastLanguage(doc.Metadata.Language) {
		squared(&st)
	}
	v := newVolume(doc, &st, opt)
	b := &binder{volume: v, ctx: ctx, flows: v.flows(), workers: opt.Workers, most: opt.MostPages}
	if b.workers <= 0 {
		b.workers = runtime.GOMAXPROCS(0)
	}
	if err := b.converge(); err != nil {
		return nil, nil, nil, err
	}
	book, pages := b.bind()
	if err := ctx.Err(); err != nil {
		return nil, nil, nil, err
	}
	var found diag.List
	said := map[string]bool{}
	for _, f := range b.flows {
		for _, u := range f.units {
			for _, d := range u.found {
				// What is missing is missing everywhere: once is enough.
				if d.Code == missingGlyph {
					if said[d.Message] {
						continue
					}
					said[d.Message] = true
					book.Substituted = true
				}
				found = append(found, d)
			}
		}
	}
	return book, pages, found, nil
}

// binder joins flows to a book.
type binder struct {
	*volume
	ctx     context.Context
	flows   []*flow
	workers int
	most    int // pages

	// freeze says that breaks stay as they are.
	freeze bool
	// pages are all pages in order, places the page of each anchor.
	pages  []page
	places map[document.Anchor]int
}

// page is a page of the book.
type page struct {
	flow *flow // nil for a blank page
	// first is the first of its sheets, count how many stand side by side.
	first, count int
	label        string
}

// set sets the units that need it: all in the first pass, afterwards those
// with page numbers in them.
func (b *binder) set() error {
	var todo []*unit
	for _, f := range b.flows {
		if f.head != nil && !f.head.done {
			todo = append(todo, f.head)
			f.stale = true
		}
		for _, u := range f.units {
			if !u.done || u.refers {
				todo = append(todo, u)
				f.stale = true
			}
		}
	}
	err := b.sideBySide(len(todo), func() func(int) {
		s := &setter{volume: b.volume}
		return func(i int) {
			u := todo[i]
			s.found, s.refers, s.broken, s.frozen = nil, false, nil, nil
			if b.freeze {
				s.frozen = u.broken
			}
			u.list = s.apart(func() { u.set(s) })
			u.refers, u.found, u.done = s.refers, s.found, true
			if u.broken = nil; u.refers {
				u.broken = s.broken
			}
		}
	})
	if err != nil {
		return err
	}
	stale := slices.DeleteFunc(slices.Clone(b.flows), func(f *flow) bool { return !f.stale })
	return b.sideBySide(len(stale), func() func(int) {
		s := &setter{volume: b.volume}
		return func(i int) { s.join(stale[i]) }
	})
}

// join makes the list of a flow from those of its units.
func (s *setter) join(f *flow) {
	n := 0
	for _, u := range f.units {
		n += len(u.list.items) + 1
	}
	f.list = list{items: make([]item, 0, n)}
	if f.head != nil {
		f.banner = f.head.list
	}
	for _, u := range f.units {
		u.start = len(f.list.items)
		f.list.join(u.list)
	}
	s.divideNotes(&f.list)
	if !f.refers() && !f.movable() {
		// They will not be joined again, and are half of the memory.
		for _, u := range f.units {
			u.list = list{}
		}
	}
}

// sideBySide calls work with 0 to n-1 on all workers, each of which makes work
// for itself. The error is the context's.
func (b *binder) sideBySide(n int, worker func() (work func(i int))) error {
	var next atomic.Int64
	var wg sync.WaitGroup
	var mu sync.Mutex
	var failed any
	for range min(b.workers, n) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if r := recover(); r != nil {
					mu.Lock()
					failed = r
					mu.Unlock()
				}
			}()
			work := worker()
			for {
				i := int(next.Add(1)) - 1
				if i >= n || b.ctx.Err() != nil {
					return
				}
				work(i)
			}
		}()
	}
	wg.Wait()
	if failed != nil {
		panic(failed)
	}
	return b.ctx.Err()
}
