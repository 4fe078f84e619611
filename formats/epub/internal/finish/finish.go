// Package finish turns a packed container into a publication: it writes the
// package document, the navigation document, the NCX and the frame of every
// chapter, and stores all files in a fixed order with fixed times, so that the
// same book always has the same bytes. [Write] is the whole of it.
//
// What the packer wrote for these files is thrown away; what it laid out of the
// book's own content is kept as it is.
//
// The specifications: EPUB 3.3 (5 package document, 7 navigation document, 4
// container), EPUB Accessibility 1.1.
package finish

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/quirepress/quire/formats/epub/internal/pack"
	"github.com/quirepress/quire/formats/epub/internal/xhtml"
	"github.com/quirepress/quire/source/document"
)

// Publication is all that goes into the book besides the packed files.
type Publication struct {
	Book     *xhtml.Book
	Metadata *document.Metadata
	// Stylesheet is the name of the style file.
	Stylesheet string
	// Cover is the name of the cover image, "" if there is none. CoverPage is
	// the name of the chapter that shows it.
	Cover, CoverPage string
	// CoverType is the media type of the cover image.
	CoverType string
	// Fonts are the names of the embedded fonts.
	Fonts []string
	// PrintID names the printed edition whose pages are marked.
	PrintID string
	// Contents puts the table of contents into the reading order.
	Contents bool
	// Conformance is what an evaluator vouches for; nil if nobody does.
	Conformance *Conformance
}

// Conformance says who evaluated the accessibility of the book, and against
// what.
type Conformance struct {
	// Standard is the text of the conformance statement, such as "EPUB
	// Accessibility 1.1 - WCAG 2.2 Level AA".
	Standard string
	// CertifiedBy names the evaluator. Credential and Report may be empty;
	// Report is an address.
	CertifiedBy, Credential, Report string
}

// Write writes the finished publication to w. It stops when ctx is done.
func Write(ctx context.Context, w io.Writer, packed []byte, p Publication) error {
	in, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return fmt.Errorf("epub: reading the packed container: %w", err)
	}
	files := map[string]*zip.File{}
	for _, f := range in.File {
		if _, twice := files[f.Name]; twice {
			return fmt.Errorf("epub: %s is packed twice", f.Name)
		}
		files[f.Name] = f
	}
	out := zip.NewWriter(w)
	// One compressor serves all files, one after the other: each has a megabyte
	// of tables.
	deflater, err := flate.NewWriter(nil, flate.BestCompression)
	if err != nil {
		return fmt.Errorf("epub: %w", err)
	}
	out.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		deflater.Reset(w)
		return deflater, nil
	})
	a := archive{ctx: ctx, out: out, in: files}
	a.stored("mimetype", []byte("application/epub+zip"))
	a.text("META-INF/container.xml", container)
	a.text(PackageName, p.packageDocument())
	a.text(pack.Root+"nav.xhtml", p.navigation())
	a.text(pack.Root+"toc.ncx", p.ncx())
	a.copy(pack.Styles + p.Stylesheet)
	for _, name := range p.Fonts {
		a.copy(pack.Fonts + name)
	}
	if p.Cover != "" {
		a.copy(pack.Images + p.Cover)
	}
	for _, i := range p.Book.Images {
		a.copy(pack.Images + i.Name)
	}
	for _, c := range p.Book.Chapters {
		a.chapter(p, c)
	}
	if a.err != nil {
		return a.err
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("epub: writing the container: %w", err)
	}
	return nil
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="` + PackageName + `" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`

// day is the date of every file in the container, in the form of the ZIP
// format: its first one, 1 January 1980.
const day = 1<<5 | 1

// header returns the header of a file.
func header(name string, method uint16) *zip.FileHeader {
	h := &zip.FileHeader{Name: name, Method: method}
	//lint:ignore SA1019 the newer field would add an extra field to the header
	h.ModifiedDate = day
	return h
}

// archive writes files one after the other and keeps the first error.
type archive struct {
	ctx context.Context
	out *zip.Writer
	in  map[string]*zip.File
	err error
}

func (a *archive) put(name string, method uint16, data []byte) {
	if a.err == nil {
		a.err = a.ctx.Err()
	}
	if a.err != nil {
		return
	}
	w, err := a.out.CreateHeader(header(name, method))
	if err == nil {
		_, err = w.Write(data)
	}
	if err != nil {
		a.err = fmt.Errorf("epub: writing %s: %w", name, err)
	}
}

// stored writes the first file as the container demands it: uncompressed and
// without extra fields, its sizes before its bytes (OCF 4.3.3).
func (a *archive) stored(name string, data []byte) {
	if a.err != nil {
		return
	}
	h := header(name, zip.Store)
	h.CRC32, h.CompressedSize64, h.UncompressedSize64 = crc(data), uint64(len(data)), uint64(len(data))
	w, err := a.out.CreateRaw(h)
	if err == nil {
		_, err = w.Write(data)
	}
	if err != nil {
		a.err = fmt.Errorf("epub: writing %s: %w", name, err)
	}
}

func (a *archive) text(name, s string) { a.put(name, zip.Deflate, []byte(s)) }

func (a *archive) read(name string) []byte {
	if a.err != nil {
		return nil
	}
	f, ok := a.in[name]
	if !ok {
		a.err = fmt.Errorf("epub: %s is missing from the packed container", name)
		return nil
	}
	r, err := f.Open()
	if err == nil {
		defer r.Close()
		var data []byte
		if data, err = io.ReadAll(r); err == nil {
			return data
		}
	}
	a.err = fmt.Errorf("epub: reading %s: %w", name, err)
	return nil
}

// copy takes a file over. Pictures that are compressed already are stored.
func (a *archive) copy(name string) {
	method := zip.Deflate
	for _, ending := range []string{".png", ".jpg", ".gif", ".webp", ".woff2"} {
		if strings.HasSuffix(name, ending) {
			method = zip.Store
		}
	}
	data := a.read(name)
	if method == zip.Store {
		a.stored(name, data)
		return
	}
	a.put(name, method, data)
}

// chapter gives a chapter its frame: the packer's knows no language and no
// part of the book.
func (a *archive) chapter(p Publication, c xhtml.Chapter) {
	name := pack.Text + c.Name
	data := a.read(name)
	if a.err != nil {
		return
	}
	begin, end := bytes.Index(data, []byte("<body>")), bytes.LastIndex(data, []byte("</body>"))
	if begin < 0 || end < begin {
		a.err = fmt.Errorf("epub: %s has no body", name)
		return
	}
	body := bytes.TrimSpace(data[begin+len("<body>") : end])
	var b strings.Builder
	p.frame(&b, c.Title, "../css/"+p.Stylesheet)
	b.WriteString(`<body epub:type="` + c.Matter + "\">\n")
	b.Write(body)
	b.WriteString("\n</body>\n</html>\n")
	a.text(name, b.String())
}

// frame begins an XHTML file, up to the end of its head.
func (p *Publication) frame(b *strings.Builder, title, stylesheet string) {
	lang := xhtml.Escape(p.Book.Lang)
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n")
	b.WriteString(`<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="` + lang + `" xml:lang="` + lang + `" dir="` + p.Book.Dir + "\">\n<head>\n")
	b.WriteString("<title>" + xhtml.Escape(title) + "</title>\n")
	b.WriteString(`<link rel="stylesheet" type="text/css" href="` + stylesheet + "\"/>\n</head>\n")
}
