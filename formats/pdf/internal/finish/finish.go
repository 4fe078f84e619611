// Package finish makes fpdf's file a good one: it adds what that library
// cannot write, and compresses the whole.
//
// In go the painted file and the frames it was painted from, out comes the
// finished PDF:
//
//	painted, err := paint.Paint(ctx, book)
//	pdf, findings, err := finish.Finish(ctx, painted, book, finish.Options{})
//
// Added are the structure tree with its parent tree (ISO 32000-1, 14.7), the
// fonts with their characters, named destinations, outlines, page labels, links,
// metadata in XMP, the output intent, associated files, and the identifiers of
// the standards that the file meets (see [Standard]). What a document lacks for
// its standard is a finding, and then the identifier is left out: the file never
// claims what it does not keep.
//
// The same input gives the same bytes, whatever the number of processors. The
// package never lays out, never draws and never sees the document.
package finish

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/pdf/internal/paint"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
)

// Options are the choices of [Finish]. The zero value is the house's.
type Options struct {
	Standard Standard
	// Producer is written as the producing program; "Quire" if empty.
	Producer string
	// Profile is the ICC profile of the press, for [X4].
	Profile []byte
	// Uncompressed leaves the file legible: for goldens and for debugging.
	Uncompressed bool
}

// Finish completes a painted book. The findings say what keeps the document
// from its standard.
//
// The book's pages lose their items: they have been painted, and are the most of
// what a book holds.
//
// The error is ctx's, that of an impossible choice, or tells that painted and
// book do not belong together.
func Finish(ctx context.Context, painted paint.Result, book *frame.Book, options Options) ([]byte, diag.List, error) {
	std, err := options.Standard.claims(book)
	if err != nil {
		return nil, nil, err
	}
	in, err := pdfobject.Parse(painted.PDF)
	if err != nil {
		return nil, nil, fmt.Errorf("finish: %w", err)
	}
	pages := in.Pages()
	if len(pages) != len(book.Pages) || len(painted.Marks) != len(book.Pages) {
		return nil, nil, fmt.Errorf("finish: %d pages are painted of %d", len(pages), len(book.Pages))
	}
	f := &finisher{in: in, book: book, painted: painted, std: std, options: options}
	f.check()
	f.places()
	if err := f.pages(pages); err != nil {
		return nil, nil, err
	}
	if !options.Uncompressed {
		f.out.Ahead(ctx) // the contents of the pages and the fonts
	}
	if err := f.structure(); err != nil {
		return nil, nil, err
	}
	for i := range book.Pages {
		book.Pages[i].Items = nil
	}
	trailer := f.catalog()
	version := "1.7"
	if f.std.pdf2 {
		version = "2.0"
	}
	if f.std.exchange {
		version = "1.6"
	}
	out, err := f.out.Bytes(ctx, trailer, pdfobject.Form{Version: version, Uncompressed: options.Uncompressed})
	if err != nil {
		return nil, nil, err
	}
	return out, f.findings, nil
}

// settings are what fpdf begins each page with. Nothing relies on them: pages
// begin with what ISO 32000-1, 8.4, says, and the painter sets what it uses.
var settings = []byte("0 J\n0 j\n0.57 w\n0.000 G\n0.000 g\n")

// finisher holds a book on its way.
type finisher struct {
	in       *pdfobject.File
	out      pdfobject.Writer
	book     *frame.Book
	painted  paint.Result
	std      claims
	options  Options
	findings diag.List

	root     pdfobject.Ref   // of the page tree
	pageRefs []pdfobject.Ref // of the pages
	// elements are the structure elements, by index in book.Tags.
	elements []pdfobject.Ref
	// places maps the names of destinations to their index.
	dests map[string]int
	// objects are the annotations of each tag, with their order.
	objects map[int32][]kid
	// roles are the structure types of the elements.
	roles []string
	// ids are the ids of the elements, empty where one has none.
	ids []string
	// refs are the elements that an element refers to.
	refs map[int32]pdfobject.Array
	// parents is the parent tree: index 0 to len(pages)-1 are the pages, then
	// the annotations.
	parents []pdfobject.Object
	tree    pdfobject.Ref // of the structure tree's root
	srgb    pdfobject.Ref // the colour space, once it has been written
	// codes are the maps from codes to characters of the fonts, by their names.
	codes map[string]pdfobject.Object
}

// report adds a finding about the document.
func (f *finisher) report(s diag.Severity, code, format string, args ...any) {
	f.findings.Add(s, code, diag.Position{}, format, args...)
}

// tagged says whether the file has a structure tree.
func (f *finisher) tagged() bool { return len(f.book.Tags) > 0 }

// pages writes the pages with their contents, resources and links.
func (f *finisher) pages(pages []pdfobject.Page) error {
	f.root = f.out.Reserve()
	for range pages {
		f.pageRefs = append(f.pageRefs, f.out.Reserve())
	}
	f.parents = make([]pdfobject.Object, len(pages))
	if f.tagged() {
		f.tree = f.out.Reserve()
		f.elements = make([]pdfobject.Ref, len(f.book.Tags))
		for i := range f.elements {
			f.elements[i] = f.out.Reserve()
		}
	}
	resources, names, err := f.resources(pages[0].Dict["Resources"])
	if err != nil {
		return err
	}
	kids := pdfobject.Array{}
	for i, p := range pages {
		content, err := f.in.Content(p)
		if err != nil {
			return fmt.Errorf("finish: page %d: %w", i+1, err)
		}
		content = bytes.TrimPrefix(content, settings)
		frame := &f.book.Pages[i]
		w, h, b := real(frame.Width), real(frame.Height), real(frame.Bleed)
		d := pdfobject.Dict{
			"Type":      pdfobject.Name("Page"),
			"Parent":    f.root,
			"MediaBox":  pdfobject.Array{-b, -b, w + b, h + b},
			"TrimBox":   pdfobject.Array{pdfobject.Real(0), pdfobject.Real(0), w, h},
			"Resources": resources,
			"Contents":  f.out.Add(&pdfobject.Stream{Raw: names.replace(content)}),
		}
		if frame.Bleed > 0 {
			d["BleedBox"] = d["MediaBox"]
		}
		if frame.Turned {
			d["Rotate"] = pdfobject.Integer(90)
		}
		if f.tagged() {
			d["StructParents"] = pdfobject.Integer(i)
		}
		if a := f.links(i); len(a) > 0 {
			d["Annots"] = a
			if f.tagged() {
				d["Tabs"] = pdfobject.Name("S")
			}
		}
		f.out.Set(f.pageRefs[i], d)
		kids = append(kids, f.pageRefs[i])
	}
	f.out.Set(f.root, pdfobject.Dict{
		"Type": pdfobject.Name("Pages"), "Kids": kids, "Count": pdfobject.Integer(len(kids)),
	})
	return nil
}

// real returns a length in points, rounded to a thousandth: as precise as the
// painter is.
func real(l style.Length) pdfobject.Real {
	return pdfobject.Real(float64(l.Scale(1000, int64(style.Point))) / 1000)
}

// tenth returns a length in points, rounded to a tenth: that is enough for where
// a finger or a mouse goes, or a window is scrolled to.
func tenth(l style.Length) pdfobject.Real {
	return pdfobject.Real(float64(l.Scale(10, int64(style.Point))) / 10)
}

// catalog writes the catalogue and what hangs on it, and returns the trailer.
func (f *finisher) catalog() pdfobject.Dict {
	info := f.book.Info
	preferences := pdfobject.Dict{"DisplayDocTitle": pdfobject.Boolean(true)}
	if info.RightToLeft {
		preferences["Direction"] = pdfobject.Name("R2L")
	}
	d := pdfobject.Dict{
		"Type":              pdfobject.Name("Catalog"),
		"Pages":             f.root,
		"ViewerPreferences": preferences,
	}
	if info.Language != "" {
		d["Lang"] = pdfobject.Text(info.Language)
	}
	if f.tagged() {
		d["MarkInfo"] = pdfobject.Dict{"Marked": pdfobject.Boolean(true)}
		d["StructTreeRoot"] = f.tree
	}
	if labels := f.labels(); labels != nil {
		d["PageLabels"] = labels
	}
	if len(f.book.Bookmarks) > 0 {
		d["Outlines"] = f.outlines()
		d["PageMode"] = pdfobject.Name("UseOutlines")
	}
	names := pdfobject.Dict{}
	if dests := f.destinations(); dests != nil {
		names["Dests"] = dests
	}
	if len(f.book.Attachments) > 0 {
		d["AF"], names["EmbeddedFiles"] = f.attachments()
	}
	if len(names) > 0 {
		d["Names"] = names
	}
	if f.std.intent {
		d["OutputIntents"] = pdfobject.Array{f.intent()}
	}
	d["Metadata"] = f.out.Add(&pdfobject.Stream{
		Dict: pdfobject.Dict{"Type": pdfobject.Name("Metadata"), "Subtype": pdfobject.Name("XML")},
		Raw:  f.xmp(),
	})
	trailer := pdfobject.Dict{"Root": f.out.Add(d)}
	if !f.std.pdf2 {
		trailer["Info"] = f.out.Add(f.info())
	}
	return trailer
}

// renaming gives images short names: fpdf's are hashes of 40 digits.
type renaming map[string]string

// replace returns the content with the names in it replaced.
func (r renaming) replace(content []byte) []byte {
	if len(r) == 0 {
		return content
	}
	out := make([]byte, 0, len(content))
	for {
		i := bytes.IndexByte(content, '/') + 1
		if i == 0 {
			return append(out, content...)
		}
		out, content = append(out, content[:i]...), content[i:]
		end := bytes.IndexByte(content, ' ')
		if end < 0 {
			return append(out, content...)
		}
		if to, ok := r[string(content[:end])]; ok {
			out, content = append(out, to...), content[end:]
		}
	}
}

var errPainted = errors.New("finish: the painted file is not of the form that is known")
