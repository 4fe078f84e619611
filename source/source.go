// Package source reads articles and books: it picks the reader by the file's
// name and content, converts its encoding, loads the images it refers to, and
// puts the files of a book together.
//
//	doc, found, err := source.Read(os.DirFS("articles"), "kosovo-nato.md", source.Options{})
//
// What comes out is a [document.Document] that passes its own Validate, with an
// anchor on every node that formats link to, and with the source text itself
// among its resources (see [document.Document.Manuscripts]).
//
// The package reads nothing but the file system it is given, and there nothing
// outside the article's own folder; it asks no network. What is wrong with an
// article is a diagnostic with file, line and column; an error means that there
// is no document.
//
// # Files
//
// ".md" and ".markdown" are Markdown, ".html", ".htm" and ".xhtml" saved web
// pages, ".txt" and ".text" raw article text; other names are judged by what
// the file holds. A folder is a book whose index file (index.md, index.html or
// index.txt) comes first; its other texts are the chapters in natural order of
// their names, unless the front matter of the index lists them under
// "chapters".
//
// # Encodings
//
// UTF-8, with or without a byte order mark, is read as it is, and positions
// are those of the file. UTF-16 and Windows-1252 are converted with a
// diagnostic; positions are then those of the converted text. Letters that were
// encoded twice are mended, and control characters dropped, each with a
// diagnostic.
package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Options guide the reading. The zero value is the default.
type Options struct {
	// Limits bound what is read; the zero value is safe.
	Limits Limits
	// Language is the BCP 47 tag of articles that do not name theirs; empty
	// means that it is guessed from the text.
	Language string
	// Unchecked takes images as they come, without looking into them. It is for
	// those who want to know which files an article is made of, and not to
	// publish it: the same files are read in a fraction of the time.
	Unchecked bool
}

// Read reads the article or, if name is a folder, the book called name from
// fsys. The name is a slash-separated path as [fs.ValidPath] wants it.
func Read(fsys fs.FS, name string, opts Options) (*document.Document, diag.List, error) {
	if !fs.ValidPath(name) {
		return nil, nil, fmt.Errorf("%w: %q", ErrName, name)
	}
	r := newReader(fsys, opts)
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, nil, fmt.Errorf("source: %w", err)
	}
	if info.IsDir() {
		if name, err = r.index(name); err != nil {
			return nil, nil, err
		}
		return r.read(name, nil, true)
	}
	return r.read(name, nil, false)
}

// ReadBytes reads an article whose text is at hand. The name says what it is
// and where in fsys its images are found; fsys may be nil for a text that stands
// alone.
func ReadBytes(fsys fs.FS, name string, src []byte, opts Options) (*document.Document, diag.List, error) {
	if !fs.ValidPath(name) {
		return nil, nil, fmt.Errorf("%w: %q", ErrName, name)
	}
	if src == nil {
		src = []byte{}
	}
	return newReader(fsys, opts).read(name, src, false)
}

// ReadFrom is [ReadBytes] for a text that comes from a stream, such as standard
// input.
func ReadFrom(fsys fs.FS, name string, from io.Reader, opts Options) (*document.Document, diag.List, error) {
	limit := opts.Limits.withDefaults().Bytes
	src, err := readAll(from, 0, limit)
	if err != nil {
		return nil, nil, &fileError{name, err}
	}
	return ReadBytes(fsys, name, src, opts)
}

// reader reads one article or book.
type reader struct {
	fsys   fs.FS
	limits Limits
	opts   Options
	found  diag.List
	media  *media
}

func newReader(fsys fs.FS, opts Options) *reader {
	if fsys == nil {
		fsys = nothing{}
	}
	limits := opts.Limits.withDefaults()
	return &reader{fsys: fsys, limits: limits, opts: opts}
}

// read reads the article called name, whose text is src, or in fsys if src is
// nil. If folder is set, the other texts of its folder are its chapters.
func (r *reader) read(name string, src []byte, folder bool) (*document.Document, diag.List, error) {
	r.media = newMedia(r.fsys, path.Dir(name), r.limits)
	r.media.unchecked = r.opts.Unchecked
	t, err := r.text(name, src)
	if err != nil {
		return nil, r.found, err
	}
	doc, err := r.document(t, r.opts.Language, false)
	if err != nil {
		return nil, r.found, err
	}
	if err := r.chapters(doc, t, folder); err != nil {
		return nil, r.found, err
	}
	if err := r.finish(doc, name); err != nil {
		return nil, r.found, err
	}
	return doc, r.found, nil
}

// someSize is the size of a file up to which it is believed before it is read.
const someSize = 64 << 20

// readAll reads at most limit bytes, of which there are said to be size.
func readAll(from io.Reader, size, limit int64) ([]byte, error) {
	if limit < 1<<62 {
		from = io.LimitReader(from, limit+1)
	}
	var b bytes.Buffer
	b.Grow(int(min(max(size, 0), limit, someSize)) + bytes.MinRead) // the last read finds the end
	if _, err := b.ReadFrom(from); err != nil {
		return nil, err
	}
	if int64(b.Len()) > limit {
		return nil, fmt.Errorf("%w of %d bytes", ErrTooLarge, limit)
	}
	return b.Bytes(), nil
}

// readFile reads the file called name, at most limit bytes.
func readFile(fsys fs.FS, name string, limit int64) (_ []byte, err error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	before, err := f.Stat()
	if err == nil && before.IsDir() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a folder")}
	}
	size := int64(0)
	if before != nil {
		size = before.Size()
	}
	b, err := readAll(f, size, limit)
	if err != nil || before == nil {
		return b, err
	}
	// A file that somebody is writing would give half an article, or the
	// beginning of one and the end of another.
	if after, err := f.Stat(); err == nil && (after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime())) {
		return nil, ErrChanging
	}
	return b, nil
}

// nothing is a file system without files.
type nothing struct{}

func (nothing) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
