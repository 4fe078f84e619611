package publish

import (
	"context"
	"io"

	"github.com/quirepress/quire/formats"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Format writes a document in one file format. pdf.Encoder and epub.Encoder are
// formats; anyone may write another.
//
// A Format is a value: the same document, pagination and value give the same
// bytes, and it may be used by several goroutines at once. It must not change
// the document.
type Format interface {
	// Extension is the file name's ending with its dot, such as ".pdf".
	Extension() string
	// MediaType is the IANA media type, such as "application/pdf".
	MediaType() string
	// Encode writes the document to w. The pagination is that of the first
	// format in the run that lays out pages; nil if there is none, or for that
	// format itself. Encode stops soon after ctx is done and returns its error.
	Encode(ctx context.Context, w io.Writer, doc *document.Document, pages *document.Pagination) (formats.Result, error)
}

// Paginator is implemented by formats that lay out pages. The press runs them
// before all others, so that these can print page numbers.
type Paginator interface {
	Format
	// Paginates reports whether Encode returns a pagination.
	Paginates() bool
}

// Verifier is implemented by formats that can check a file they wrote. The
// press calls it before it puts the file in its place; a finding of severity
// error keeps the old file. A press that is told to stop does not wait for
// Verify, and closes the file: reading from r fails then.
type Verifier interface {
	Format
	Verify(r io.ReaderAt, size int64) diag.List
}

// Fingerprinter is implemented by formats whose files say what they were made
// from: Encode writes document.Metadata.Fingerprint into the file, and
// Fingerprint returns it from there. It is empty where there is none, or where
// r holds no whole file of the format: a byte that has changed since it was
// written should make it empty.
type Fingerprinter interface {
	Format
	Fingerprint(r io.ReaderAt, size int64) string
}
