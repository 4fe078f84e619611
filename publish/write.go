package publish

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/quirepress/quire/formats"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Write writes the document in every format of the press as base with the
// format's extension, below the folder dst. Base is slash-separated and stays
// inside dst. Changed means nothing here: a document does not say what it was
// read from. All files are written beside their places and verified before
// the first is renamed, so that either all change or none.
func (p Press) Write(ctx context.Context, dst, base string, doc *document.Document) (*Report, error) {
	p.article = base
	a := Article{Name: base}
	a.Err = p.write(ctx, dst, base, doc, &a)
	if a.Err != nil {
		p.log(Event{Step: "failed"})
	}
	return &Report{Articles: []Article{a}}, a.Err
}

func checkBase(base string) error {
	if !fs.ValidPath(base) || base == "." {
		return fmt.Errorf("publish: %q cannot name an output: want a slash-separated path inside the target folder", base)
	}
	return nil
}

// write writes the document and tells a what became of it.
func (p Press) write(ctx context.Context, dst, base string, doc *document.Document, a *Article) error {
	defer func() { a.Diagnostics = distinct(a.Diagnostics) }()
	if err := checkBase(base); err != nil {
		return err
	}
	// The dot keeps a name such as "war-1.2" whole: it is no source's.
	if err := p.checkNames([]string{base + "."}); err != nil {
		return err
	}
	doc, err := p.prepare(ctx, doc, a)
	if err != nil {
		return err
	}
	if a.Diagnostics.Count(diag.Error) > 0 {
		a.Words = words(doc)
		return fmt.Errorf("%w: %s", ErrArticle, firstError(a.Diagnostics))
	}
	var drafts []*draft
	defer func() {
		for _, d := range drafts {
			d.discard()
		}
	}()
	err = p.encode(ctx, doc, a, func(i int, f Format, pages *document.Pagination) (formats.Result, error) {
		name := filepath.Join(dst, filepath.FromSlash(base+f.Extension()))
		p.log(Event{Step: "encode", Name: name})
		d, err := newDraft(name)
		if err != nil {
			return formats.Result{}, err
		}
		drafts = append(drafts, d)
		made := *doc
		if p.prints != nil {
			made.Metadata.Fingerprint = p.prints[i]
		}
		res, err := f.Encode(ctx, d, &made, pages)
		a.Diagnostics = append(a.Diagnostics, res.Diagnostics...)
		if err != nil {
			return res, fmt.Errorf("publish: %s: %w", name, err)
		}
		if err := d.finish(); err != nil {
			return res, err
		}
		d.file = File{Name: name, MediaType: f.MediaType(), Size: d.size, SHA256: hex.EncodeToString(d.hash.Sum(nil)), Count: res.Count, Unit: res.Unit}
		return res, p.verify(ctx, f, d, a)
	})
	if err != nil {
		return err
	}
	if worst, any := a.Diagnostics.Max(); p.Strict && any && worst >= diag.Warning {
		return fmt.Errorf("%w: %d", ErrStrict, a.Diagnostics.Count(diag.Warning)+a.Diagnostics.Count(diag.Error))
	}
	for _, d := range drafts {
		if err := d.commit(); err != nil {
			return err
		}
		a.Files = append(a.Files, d.file)
		p.log(Event{Step: "written", Name: d.name, File: &d.file})
	}
	return nil
}

// verify lets the format check the draft of its file.
func (p Press) verify(ctx context.Context, f Format, d *draft, a *Article) error {
	v, ok := f.(Verifier)
	if !ok {
		return nil
	}
	p.log(Event{Step: "verify", Name: d.name})
	checked, err := await(ctx, func() (c struct {
		faults diag.List
		err    error
	}) {
		defer guard(&c.err)
		c.faults = v.Verify(d.handle, d.size)
		return c
	})
	if err = errors.Join(err, checked.err); err != nil {
		return fmt.Errorf("publish: %s: %w", d.name, err)
	}
	faults := checked.faults
	for i := range faults {
		faults[i].Pos.File = d.name
	}
	a.Diagnostics = append(a.Diagnostics, faults...)
	if worst, any := faults.Max(); any && worst == diag.Error {
		return fmt.Errorf("%w: %s: %d errors, the first: %s", ErrInvalid, d.name, faults.Count(diag.Error), firstError(faults))
	}
	d.file.Verified = true
	return nil
}

func firstError(l diag.List) string {
	for _, d := range l {
		if d.Severity == diag.Error {
			return d.Message + " [" + d.Code + "]"
		}
	}
	return ""
}

// draft is a file on its way: it stands beside its place until it is good.
type draft struct {
	name   string
	handle *os.File
	buffer *bufio.Writer
	hash   interface {
		io.Writer
		Sum([]byte) []byte
	}
	size int64
	file File
}

func newDraft(name string) (*draft, error) {
	folder := filepath.Dir(name)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, fmt.Errorf("publish: the folder for %s cannot be made: %w", name, err)
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return nil, fmt.Errorf("publish: %s is a folder", name)
	}
	// Not os.CreateTemp: its files are readable by their owner alone.
	for i := range 1000 {
		temp := filepath.Join(folder, "."+filepath.Base(name)+"."+strconv.Itoa(i)+".part")
		f, err := os.OpenFile(temp, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("publish: %s cannot be written: %w", name, err)
		}
		return &draft{name: name, handle: f, buffer: bufio.NewWriterSize(f, 1<<16), hash: sha256.New()}, nil
	}
	return nil, fmt.Errorf("publish: %s cannot be written: too many unfinished files beside it", name)
}

func (d *draft) Write(b []byte) (int, error) {
	n, err := d.buffer.Write(b)
	d.hash.Write(b[:n])
	d.size += int64(n)
	return n, err
}

// finish brings everything written to the file, which stays open for reading.
func (d *draft) finish() error {
	if err := d.buffer.Flush(); err != nil {
		return fmt.Errorf("publish: %s cannot be written: %w", d.name, err)
	}
	return nil
}

// commit puts the file into its place.
func (d *draft) commit() error {
	temp := d.handle.Name()
	// Closing before renaming is what Windows wants; a full disk may show only
	// now.
	if err := d.handle.Close(); err != nil {
		return fmt.Errorf("publish: %s cannot be written: %w", d.name, err)
	}
	if err := os.Rename(temp, d.name); err != nil {
		return fmt.Errorf("publish: %s cannot be replaced: %w", d.name, err)
	}
	d.handle = nil
	return nil
}

// discard removes what was not committed.
func (d *draft) discard() {
	if d.handle != nil {
		d.handle.Close()
		os.Remove(d.handle.Name())
	}
}
