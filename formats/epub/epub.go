// Package epub writes a document as EPUB 3.3. The zero [Encoder] is the house
// style:
//
//	result, err := epub.Encoder{}.Encode(ctx, w, doc, pages)
//
// In goes a document and, where a printed edition was laid out in the same run,
// its pagination; out comes one file with a chapter for every top-level
// section, nested contents, landmarks, notes as pop-ups, back matter linked
// there and back, and the printed page numbers at their places.
//
// The encoder opens no file and no connection, and the same document always
// gives the same bytes. (The packer beneath needs a temporary folder.)
package epub

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"io"
	"strings"

	"github.com/quirepress/quire/formats"
	"github.com/quirepress/quire/formats/epub/internal/finish"
	"github.com/quirepress/quire/formats/epub/internal/pack"
	"github.com/quirepress/quire/formats/epub/internal/xhtml"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/formats/verify"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Encoder writes EPUBs. It is a value and may be used by several goroutines at
// once.
type Encoder struct {
	// Profile and Theme choose the look; the empty ones are those that suit the
	// document. Settings of the document come before both.
	Profile style.Profile
	Theme   style.Theme
	// CoverColor is the ground of a drawn cover; the zero value is the accent
	// of the theme.
	CoverColor style.Color
	// WithoutCover leaves the cover out. WithoutTitlePage leaves the title page
	// out.
	WithoutCover, WithoutTitlePage bool
	// ContentsDepth is how many levels of sections the contents show; 0 means
	// all, or what the document's setting "toc-depth" says.
	ContentsDepth int
	// EmbedFonts puts the faces of the house style into the book, reduced to
	// the characters that it uses. Without it the reader's own are used.
	EmbedFonts bool
	// Conformance names who evaluated the accessibility of the book. Nothing is
	// claimed while it is nil.
	Conformance *Conformance
}

// Conformance is an evaluator's statement about the accessibility of a book
// (EPUB Accessibility 1.1, 4).
type Conformance struct {
	// Standard is the conformance statement, such as "EPUB Accessibility 1.1 -
	// WCAG 2.2 Level AA".
	Standard string
	// CertifiedBy names the evaluator; Credential is a badge or certificate of
	// theirs, Report the address of their report. Both may be empty.
	CertifiedBy, Credential, Report string
}

// Extension returns ".epub".
func (Encoder) Extension() string { return ".epub" }

// MediaType returns the registered media type of EPUB.
func (Encoder) MediaType() string { return "application/epub+zip" }

// Verify checks a file that Encode wrote.
func (Encoder) Verify(r io.ReaderAt, size int64) diag.List { return verify.EPUB(r, size) }

// names of files in the package.
const (
	sheetName     = "book.css"
	coverPageName = "cover.xhtml"
)

// Encode writes the document to w. Nothing is written if it fails, save when w
// itself fails. The result counts the chapters.
func (e Encoder) Encode(ctx context.Context, w io.Writer, doc *document.Document, pages *document.Pagination) (result formats.Result, err error) {
	defer func() {
		if v := recover(); v != nil {
			result, err = formats.Result{}, fmt.Errorf("epub: %v", v)
		}
	}()
	if err := ctx.Err(); err != nil {
		return formats.Result{}, err
	}
	look, found := style.Resolve(style.New(style.Paper{}, e.Profile.For(doc), e.Theme), doc.Metadata.Settings, doc.Metadata.SettingPos)
	_, deep := doc.Metadata.Settings["toc-depth"]
	depth := e.ContentsDepth
	if depth == 0 && deep {
		depth = look.ContentsDepth
	}
	book, more, err := xhtml.Render(ctx, doc, pages, xhtml.Options{
		ContentsDepth:    depth,
		ChapterLabels:    look.ChapterOpenings,
		WithoutTitlePage: e.WithoutTitlePage,
	})
	if err != nil {
		return formats.Result{}, err
	}
	found = append(found, more...)
	chapters, sections := 0, 0
	for _, c := range book.Chapters {
		if c.Text {
			chapters++
		}
	}
	for _, entry := range book.Contents {
		sections += 1 + len(entry.Children)
	}
	p := finish.Publication{
		Book: book, Metadata: &doc.Metadata, Stylesheet: sheetName,
		Contents: look.ContentsFrom > 0 && sections >= look.ContentsFrom,
	}
	if pages != nil {
		p.PrintID = pages.PrintID
	}
	if c := e.Conformance; c != nil {
		p.Conformance = &finish.Conformance{Standard: c.Standard, CertifiedBy: c.CertifiedBy, Credential: c.Credential, Report: c.Report}
	}
	files := pack.Publication{Title: book.Chapters[0].Title}
	if !e.WithoutCover {
		if err := e.cover(&p, &files, doc, look, &found); err != nil {
			return formats.Result{}, err
		}
	}
	faces := ""
	if e.EmbedFonts {
		faces = embed(&p, &files)
	}
	files.Styles = []pack.File{{Name: sheetName, Bytes: []byte(stylesheet(look.Palette, faces))}}
	for _, i := range book.Images {
		files.Images = append(files.Images, pack.File{Name: i.Name, Bytes: i.Bytes})
	}
	for _, c := range book.Chapters {
		files.Sections = append(files.Sections, pack.Section{Name: c.Name, Title: c.Title, Body: c.Body})
	}
	if err := ctx.Err(); err != nil {
		return formats.Result{}, err
	}
	packed, err := pack.Pack(files)
	if err != nil {
		return formats.Result{}, err
	}
	var b bytes.Buffer
	if err := finish.Write(ctx, &b, packed, p); err != nil {
		return formats.Result{}, err
	}
	if err := ctx.Err(); err != nil {
		return formats.Result{}, err
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return formats.Result{}, fmt.Errorf("epub: %w", err)
	}
	return formats.Result{Diagnostics: found, Count: chapters, Unit: "chapter"}, nil
}

// cover adds the cover image, given or drawn, and the page that shows it.
func (e Encoder) cover(p *finish.Publication, files *pack.Publication, doc *document.Document, look style.Style, found *diag.List) error {
	title := p.Book.Labels.Untitled
	if t := oneLine(xhtml.Clean(doc.Metadata.Title)); t != "" {
		title = t
	}
	var data []byte
	given := false
	if name := doc.Metadata.Cover; name != "" {
		why := "is not among the resources"
		if r, ok := doc.Resource(name); ok {
			data, p.CoverType, why = xhtml.Picture(r.Bytes)
		}
		given = why == ""
		if !given {
			found.Add(diag.Warning, "epub-cover", diag.Position{}, "the cover %q %s; one is drawn in its place", name, why)
		}
	}
	if !given {
		ground := e.CoverColor
		if ground == (style.Color{}) {
			ground = look.Palette.Accent
		}
		if !coverSets(title) {
			found.AddHint(diag.Warning, "epub-cover", doc.Metadata.TitlePos, "give a picture as the cover", "no embedded face has the letters of the title; the cover stays without it")
		}
		var err error
		if data, err = drawCover(&doc.Metadata, title, ground); err != nil {
			return err
		}
		p.CoverType = "image/png"
	}
	if xhtml.Animated(p.CoverType, data) {
		p.Book.Traits.Animated = true
	}
	// The name is one that no picture of the text has.
	p.Cover, p.CoverPage = "_cover"+xhtml.Extension(p.CoverType), coverPageName
	files.Images = append(files.Images, pack.File{Name: p.Cover, Bytes: data})
	alt := title
	if names := doc.Metadata.Authors(); len(names) > 0 {
		alt += ", " + strings.Join(names, ", ")
	}
	alt = p.Book.Labels.Cover + ": " + oneLine(xhtml.Clean(alt))
	size := ""
	if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
		size = fmt.Sprintf(` width="%d" height="%d"`, c.Width, c.Height)
	}
	page := xhtml.Chapter{
		Name: coverPageName, Title: p.Book.Labels.Cover, Matter: "frontmatter",
		Body: `<section class="cover" epub:type="cover"><img src="../images/` + p.Cover + `" alt="` + xhtml.Escape(alt) + `" role="doc-cover"` + size + "/></section>\n",
	}
	p.Book.Chapters = append([]xhtml.Chapter{page}, p.Book.Chapters...)
	return nil
}
