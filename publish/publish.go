// Package publish is the press: it takes an article, enriches it and writes it
// in the formats asked for.
//
//	press := publish.Press{Formats: []publish.Format{pdf.Encoder{Paper: pdf.A5}, epub.Encoder{}}}
//	report, err := press.Publish(ctx, "dist", os.DirFS("articles"), "kosovo-nato.md")
//
// A Press is a value; its zero value, given Formats, does the right thing.
// [Press.Publish] goes from files to files, [Press.Write] from a document to
// files, [Press.Encode] from a document to writers.
//
// The press reads nothing but the file system it is given, writes nothing but
// the files it reports, and asks neither the clock nor the network: the same
// article, press and version of Quire give the same bytes. A file is written
// beside its place, verified, and only then renamed: whatever goes wrong, the
// old file stays. It keeps a hash of all that it was made from, so that
// [Press.Changed] can leave alone what is up to date.
//
// What the findings in a report mean is told in codes.md, code by code.
package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/quirepress/quire/formats"
	"github.com/quirepress/quire/source"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
)

// Press publishes articles. It may be used by several goroutines at once.
type Press struct {
	// Formats are the formats to write. Those that lay out pages run first,
	// whatever the order here, and the others print the pages of the first.
	Formats []Format
	// Passes enrich the document: nil means [enrich.Default], an empty slice
	// none.
	Passes []enrich.Pass
	// Limits bound what is read; the zero value is safe.
	Limits source.Limits
	// Date is the date of this edition. The zero time means the article's own
	// date, and 2000-01-01 with a diagnostic where it has none.
	Date time.Time
	// Identifier names the work, as a URI or an ISBN. Empty means the article's
	// own, and else a UUID made from title, authors and language, so that a
	// corrected edition stays the same book.
	Identifier string
	// Strict makes every warning about the article an error: [ErrStrict], and
	// no file is written.
	Strict bool
	// Edit, if set, may change the document after it is read and before it is
	// enriched.
	Edit func(*document.Document)
	// EditKey stands for what Edit does in the fingerprint of the files, as
	// nobody can look into a function: give another key to another Edit. Where
	// Edit is set and the key is not, files have no fingerprint, and every
	// article counts as changed.
	EditKey string
	// Changed publishes only what has changed: an article is left alone if all
	// its files are there and were made from the same text and images by the
	// same press. They say so themselves, for which Changed must have been set
	// when they were made: see [Press.Fingerprints].
	Changed bool
	// Workers is the number of articles that are in the press at a time; 0
	// means one for each processor that Go uses. Memory grows with it, the
	// bytes that are made do not depend on it.
	Workers int
	// Log, if set, is told what the press is doing. It is called from one
	// goroutine at a time.
	Log func(Event)

	// article is the name of the article in work, for events; base that of its
	// files without an ending, where it is not the article's own.
	article, base string
	// prints are the fingerprints of the files in work, by format.
	prints []string
	// checked says that the document in work was read here, and so is valid.
	checked bool
}

// Errors that callers may test for with [errors.Is].
var (
	// ErrNoFormat means that the press has no formats.
	ErrNoFormat = errors.New("publish: no format to publish in")
	// ErrSameName means that two outputs would have the same name.
	ErrSameName = errors.New("publish: two outputs would have the same name")
	// ErrArticle means that the article has an error that would make another
	// book of it than was meant, such as front matter that cannot be read.
	ErrArticle = errors.New("publish: the article has errors")
	// ErrStrict means that a strict press was given an article with warnings.
	ErrStrict = errors.New("publish: the article has warnings, and they count as errors")
	// ErrInvalid means that a file did not pass its format's verification.
	ErrInvalid = errors.New("publish: the file did not pass verification")
)

// Publish reads the articles called names from src and writes each in every
// format below the folder dst, which is made if need be: "war/1999.md" becomes
// "war/1999.pdf" and "war/1999.epub". That two outputs would have one name is
// an error before anything is written. An article that fails does not stop the
// others; its error is joined to theirs. Several articles are in work at a time,
// the report is in the order of the names.
func (p Press) Publish(ctx context.Context, dst string, src fs.FS, names ...string) (*Report, error) {
	report := &Report{}
	if err := p.checkNames(names); err != nil {
		return report, err
	}
	if !p.Changed { // there may be nothing to do
		defer p.start()()
	}
	var mu sync.Mutex
	if log := p.Log; log != nil {
		p.Log = func(e Event) {
			mu.Lock()
			defer mu.Unlock()
			log(e)
		}
	}
	workers := p.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	report.Articles = make([]Article, len(names))
	var group errgroup.Group
	group.SetLimit(workers)
	for i, name := range names {
		group.Go(func() error {
			report.Articles[i] = p.publish(ctx, dst, src, name)
			return nil
		})
	}
	group.Wait()
	var errs []error
	for _, a := range report.Articles {
		errs = append(errs, a.Err)
	}
	return report, errors.Join(errs...)
}

// PublishAs is Publish for one article whose files are to be called base with
// the formats' extensions: for a book that is the whole of src, whose name ".",
// is none for a file.
func (p Press) PublishAs(ctx context.Context, dst, base string, src fs.FS, name string) (*Report, error) {
	if err := checkBase(base); err != nil {
		return &Report{}, err
	}
	if err := p.checkNames([]string{base + "."}); err != nil {
		return &Report{}, err
	}
	if !p.Changed {
		defer p.start()()
	}
	p.base = base
	a := p.publish(ctx, dst, src, name)
	return &Report{Articles: []Article{a}}, a.Err
}

func (p Press) publish(ctx context.Context, dst string, src fs.FS, name string) (a Article) {
	p.article = name
	a.Name = name
	if a.Err = ctx.Err(); a.Err != nil {
		a.Err = fmt.Errorf("publish: %s: %w", name, a.Err)
		return a
	}
	base := p.base
	if base == "" {
		base = baseName(name)
	}
	from := &inputs{FS: src}
	defer func() { a.Inputs = from.names() }()
	if p.Changed {
		// What cannot be read now is told of by the true reading.
		if now, doc, found, err := p.glance(from, name); err == nil {
			if files := p.unchanged(dst, base, now); files != nil && p.skip(&a, files, src, doc, found) == nil {
				a.place()
				return a
			}
		}
	}
	p.log(Event{Step: "read"})
	from = &inputs{FS: src}
	var doc *document.Document
	if doc, a.Diagnostics, a.Err = p.read(ctx, from, name); a.Err == nil {
		if p.Changed { // else a word that changes would change more than its chapter
			p.prints = p.fingerprint(name, from)
		}
		p.checked = true
		a.Err = p.write(ctx, dst, base, doc, &a)
	}
	a.place()
	if a.Err != nil {
		p.log(Event{Step: "failed"})
	}
	return a
}

// place makes a finding about the whole article one about its file.
func (a *Article) place() {
	for i := range a.Diagnostics {
		if a.Diagnostics[i].Pos.File == "" {
			a.Diagnostics[i].Pos.File = a.Name
		}
	}
}

func (p Press) read(ctx context.Context, src fs.FS, name string) (*document.Document, diag.List, error) {
	type text struct {
		doc   *document.Document
		found diag.List
		err   error
	}
	t, err := await(ctx, func() (t text) {
		defer guard(&t.err)
		t.doc, t.found, t.err = source.Read(src, name, source.Options{Limits: p.Limits})
		return t
	})
	if err != nil {
		return nil, nil, fmt.Errorf("publish: %s: %w", name, err)
	}
	return t.doc, t.found, t.err
}

// await waits for f or for the end of ctx, whichever is first. It is for work
// of our own that does not ask ctx itself, ends soon and holds nothing that
// others wait for.
func await[T any](ctx context.Context, f func() T) (T, error) {
	done := make(chan T, 1)
	go func() { done <- f() }()
	select {
	case v := <-done:
		return v, nil
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// baseName is the output's name without an ending: that of the source without
// its own.
func baseName(name string) string {
	return strings.TrimSuffix(name, path.Ext(name))
}

func (p Press) checkNames(names []string) error {
	if len(p.Formats) == 0 {
		return ErrNoFormat
	}
	first := map[string]string{}
	for _, n := range names {
		for i, f := range p.Formats {
			// Many file systems do not tell upper from lower case.
			out := strings.ToLower(baseName(n) + f.Extension())
			by := fmt.Sprintf("%s as format %d", n, i+1)
			if other, ok := first[out]; ok {
				return fmt.Errorf("%w: %s%s, from %s and from %s", ErrSameName, baseName(n), f.Extension(), other, by)
			}
			first[out] = by
		}
	}
	return nil
}

// Encode writes the document in every format of the press, Formats[i] to
// writers[i]. The document itself is not changed: a copy is enriched. A nil
// writer skips its format. Nothing is verified.
func (p Press) Encode(ctx context.Context, doc *document.Document, writers ...io.Writer) (*Report, error) {
	a := Article{}
	a.Err = p.encodeTo(ctx, doc, writers, &a)
	a.Diagnostics = distinct(a.Diagnostics)
	return &Report{Articles: []Article{a}}, a.Err
}

func (p Press) encodeTo(ctx context.Context, doc *document.Document, writers []io.Writer, a *Article) error {
	if len(p.Formats) == 0 {
		return ErrNoFormat
	}
	if len(writers) != len(p.Formats) {
		return fmt.Errorf("publish: %d writers for %d formats", len(writers), len(p.Formats))
	}
	doc, err := p.prepare(ctx, doc, a)
	if err != nil {
		return err
	}
	return p.encode(ctx, doc, a, func(i int, f Format, pages *document.Pagination) (formats.Result, error) {
		if writers[i] == nil {
			return formats.Result{}, nil
		}
		counter := &counter{w: writers[i]}
		res, err := f.Encode(ctx, counter, doc, pages)
		a.Diagnostics = append(a.Diagnostics, res.Diagnostics...)
		if err == nil {
			a.Files = append(a.Files, File{MediaType: f.MediaType(), Size: counter.n, Count: res.Count, Unit: res.Unit})
		}
		return res, err
	})
}

// encode calls one for every format, those that lay out pages first. The words
// are counted beside.
func (p Press) encode(ctx context.Context, doc *document.Document, a *Article, one func(int, Format, *document.Pagination) (formats.Result, error)) (err error) {
	defer guard(&err)
	counted := make(chan int, 1)
	go func() { counted <- words(doc) }()
	defer func() { a.Words = <-counted }()
	var pages *document.Pagination
	for _, first := range []bool{true, false} {
		for i, f := range p.Formats {
			if laysOut(f) != first {
				continue
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			given := pages
			if first {
				given = nil
			}
			res, err := one(i, f, given)
			if err != nil {
				return err
			}
			if pages == nil && res.Pagination != nil {
				pages = res.Pagination
			}
		}
	}
	return nil
}

func (p Press) log(e Event) {
	if p.Log != nil {
		e.Article = p.article
		p.Log(e)
	}
}

// guard turns a panic into an error: a broken invariant is the library's
// fault, and its caller stays up.
func guard(err *error) {
	if r := recover(); r != nil {
		message := strings.TrimPrefix(fmt.Sprint(r), "internal error: ")
		*err = fmt.Errorf("publish: internal error: %s", message)
	}
}

type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}
