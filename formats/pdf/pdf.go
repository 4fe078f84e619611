// Package pdf writes documents as PDF: typeset pages with a structure tree,
// bookmarks, links and page labels.
//
// [Encoder] is the format; its zero value is the house style and already
// beautiful:
//
//	result, err := pdf.Encoder{Paper: pdf.A5}.Encode(ctx, w, doc, nil)
//
// What goes in is a [document.Document]; what comes out, besides the file, is
// the pagination, which other formats print as page numbers. The same document
// and encoder give the same bytes.
//
// For those who print, an encoder fills a number of pages, prints in grey or for
// a press ([X4]), and arranges pages on sheets ([Imposition]).
//
// The package reads no files and asks neither the clock nor the network.
package pdf

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"

	"github.com/quirepress/quire/formats"
	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/finish"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/pdf/internal/layout"
	"github.com/quirepress/quire/formats/pdf/internal/paint"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// The papers that have a name; any other [style.Paper] will do too.
var (
	A5        = style.A5()
	A4        = style.A4()
	Letter    = style.Letter()
	SixByNine = style.SixByNine()
)

// Encoder writes PDF. The zero value is the house style. An Encoder may be
// used by several goroutines at once.
//
// What is set here wins over the document's own settings ("paper", "profile",
// "theme", "accent", "font-size" and so on, see [style.Resolve]).
type Encoder struct {
	// Paper is the page size; the zero value leaves it to the document, and
	// then to the profile: A4 for handouts and large print, else A5.
	Paper style.Paper
	// Profile is the kind of publication; empty leaves it to the document, and
	// then to its length.
	Profile style.Profile
	// Theme is the set of colours.
	Theme style.Theme
	// Style, if it is set, is the whole look, and nothing else is asked: see
	// [style.New].
	Style *style.Style
	// Fonts are faces besides the embedded ones. One named as a face of the
	// style replaces it; all are tried for characters that the style lacks.
	Fonts []Font
	// Standard is what the file promises to keep.
	Standard Standard
	// Untagged leaves out the structure tree.
	Untagged bool
	// WithoutSource leaves out the article's source text, which is otherwise
	// attached to the file. The timeline is attached as JSON in any case.
	WithoutSource bool

	// Impose arranges the pages on sheets for printing; see [Imposition].
	Impose Imposition
	// Sheet is the paper of the sheets. The zero value is what the two pages
	// of a booklet need, and for other impositions A4, or Letter for pages
	// that are measured in inches. Pages are scaled down to fit it.
	Sheet style.Paper
	// Signature is the most pages of a booklet that are folded into each
	// other, a multiple of four. 0 makes one signature of up to 64 pages, and
	// several of at most 32 of anything longer.
	Signature int
	// Creep is the thickness of the paper: the sheets of a booklet inside
	// others move their pages to the fold by so much for each of these. 0 is a
	// tenth of a millimetre, as of ordinary paper; a negative one is none.
	Creep style.Length
	// Marks draws crop, fold and registration marks around the trimmed edge.
	Marks bool
	// Bleed is how far the bleed box reaches beyond the trimmed edge.
	Bleed style.Length
	// Grey prints in black alone: every colour and every image becomes a grey
	// of the same lightness.
	Grey bool
	// Pages is how many pages the text is to fill, by the size of its letters
	// and the space between its lines; 0 leaves it to the style. A text that
	// would be too small or too large to read well is an [ErrPages].
	Pages int
	// MostPages is how many pages a book may have before Encode gives up with
	// [ErrTooManyPages]: 0 means 20,000, a negative number any.
	MostPages int
	// OutputProfile is the ICC profile of the press, in CMYK, as its owner
	// gives it away: [X4] needs it, nothing else takes it.
	OutputProfile []byte
}

// Font is a TrueType font file.
type Font struct {
	// Name is used in messages and by [style.Family].
	Name string
	Data []byte
}

// Standard names the standards that a file keeps and says so.
type Standard string

// The standards. The empty one is PDF/UA-1 with PDF/A-3a, or with PDF/A-2a
// where nothing is attached.
const (
	HouseStandard Standard = ""
	UA1A3         Standard = "ua1-a3a"
	UA1A2         Standard = "ua1-a2a"
	UA2A4         Standard = "ua2-a4f"
	PlainPDF      Standard = "plain"
	// X4 is PDF/X-4 for print shops: see [Encoder.OutputProfile]. Links and
	// the source text are left out, the structure stays; greys are printed in
	// black alone, other colours are sRGB by its profile.
	X4 Standard = "x4"
)

func (s Standard) finish() (finish.Standard, error) {
	for _, f := range []finish.Standard{finish.UA1A3, finish.UA1A2, finish.UA2A4, finish.Plain, finish.X4} {
		if string(s) == f.String() {
			return f, nil
		}
	}
	if s == HouseStandard || s == "house" {
		return finish.House, nil
	}
	return 0, fmt.Errorf("pdf: unknown standard %q: want one of %s, %s, %s, %s, %s", string(s), UA1A3, UA1A2, UA2A4, PlainPDF, X4)
}

// Extension returns ".pdf".
func (Encoder) Extension() string { return ".pdf" }

// MediaType returns "application/pdf".
func (Encoder) MediaType() string { return "application/pdf" }

// Paginates returns true: Encode gives a pagination.
func (Encoder) Paginates() bool { return true }

// Encode writes the document to w. The pagination given is ignored; the result
// holds that of the file. Nothing is written if it fails, save when w itself
// fails.
//
// The error is ctx's, w's, or tells which field of the encoder is impossible.
func (e Encoder) Encode(ctx context.Context, w io.Writer, doc *document.Document, _ *document.Pagination) (result formats.Result, err error) {
	defer func() {
		if v := recover(); v != nil {
			result, err = formats.Result{}, fmt.Errorf("pdf: internal error: %s", strings.TrimPrefix(fmt.Sprint(v), "internal error: "))
		}
	}()
	e, err = e.forPrint(doc)
	if err != nil {
		return formats.Result{}, err
	}
	std, err := e.Standard.finish()
	if err != nil {
		return formats.Result{}, err
	}
	st, found, err := e.style(doc)
	if err != nil {
		return formats.Result{}, err
	}
	st = e.printed(st)
	opt, err := e.options()
	if err != nil {
		return formats.Result{}, err
	}
	made, err := e.set(ctx, doc, st, opt)
	if errors.Is(err, layout.ErrTooManyPages) {
		err = fmt.Errorf("%w of %d", ErrTooManyPages, opt.MostPages)
	}
	if err != nil {
		return formats.Result{}, err
	}
	st, book := made.style, made.book
	book.Info.Fingerprint = doc.Metadata.Fingerprint
	found = append(found, made.found...)
	if e.Untagged {
		untag(book)
	}
	if err := e.ink(book); err != nil {
		return formats.Result{}, err
	}
	if std != finish.UA1A2 && std != finish.X4 { // which hold no other files
		if !e.WithoutSource {
			attach(book, doc)
		}
		attachTimeline(book, doc)
	}
	painted, err := paint.Paint(ctx, book)
	if err != nil {
		return formats.Result{}, err
	}
	file, more, err := finish.Finish(ctx, painted, book, finish.Options{Standard: std, Profile: e.OutputProfile})
	if err != nil {
		return formats.Result{}, err
	}
	found = append(found, more...)
	file, more, err = e.impose(ctx, file, &st)
	if err != nil {
		return formats.Result{}, err
	}
	found = append(found, more...)
	if _, err := w.Write(file); err != nil {
		return formats.Result{}, fmt.Errorf("pdf: %w", err)
	}
	return formats.Result{Diagnostics: found, Pagination: made.pages, Count: len(book.Pages), Unit: "page"}, nil
}

// style returns the look of the document.
func (e Encoder) style(doc *document.Document) (style.Style, diag.List, error) {
	if e.Style != nil {
		return *e.Style, nil, e.Style.Check()
	}
	if e.Paper != (style.Paper{}) {
		if err := e.Paper.Check(); err != nil {
			return style.Style{}, nil, err
		}
	}
	profile, err := style.ParseProfile(string(e.Profile))
	if err != nil {
		return style.Style{}, nil, err
	}
	theme, err := style.ParseTheme(string(e.Theme))
	if err != nil {
		return style.Style{}, nil, err
	}
	settings := maps.Clone(doc.Metadata.Settings)
	for name, set := range map[string]bool{"paper": e.Paper != (style.Paper{}), "profile": profile != style.AutoProfile, "theme": e.Theme != ""} {
		if set {
			delete(settings, name)
		}
	}
	if profile == style.AutoProfile {
		asked, err := style.ParseProfile(settings["profile"])
		if err != nil || asked == style.AutoProfile {
			profile = profile.For(doc)
		} else {
			profile = asked
		}
	}
	st, found := style.Resolve(style.New(e.Paper, profile, theme), settings, doc.Metadata.SettingPos)
	return st, found, st.Check()
}

// mostPages is how many pages a book may have unless it is said otherwise.
const mostPages = 20_000

// ErrTooManyPages means that a book has more pages than [Encoder.MostPages].
var ErrTooManyPages = errors.New("pdf: the book has more pages than the limit")

// options parses the fonts.
func (e Encoder) options() (layout.Options, error) {
	opt := layout.Options{MostPages: max(cmp.Or(e.MostPages, mostPages), 0)}
	for _, f := range e.Fonts {
		face, err := font.Parse(f.Name, f.Data)
		if err != nil {
			return opt, fmt.Errorf("pdf: %w", err)
		}
		opt.Faces = append(opt.Faces, face)
	}
	return opt, nil
}

// attach puts the source text into the file (ISO 19005-3: an associated file).
func attach(book *frame.Book, doc *document.Document) {
	for r := range doc.Manuscripts() {
		media := r.MediaType
		if media == "" {
			media = "text/plain"
		}
		book.Attachments = append(book.Attachments, frame.Attachment{
			Name: r.Name[len(document.ManuscriptFolder):], MediaType: media, Description: "The text that this book was made from",
			Relationship: "Source", Modified: book.Info.Modified, Bytes: r.Bytes,
		})
	}
}

// untag makes everything on the pages an artifact of nothing.
func untag(book *frame.Book) {
	book.Tags = nil
	for i := range book.Pages {
		p := &book.Pages[i]
		for _, it := range p.Items {
			switch it := it.(type) {
			case *frame.Text:
				it.Mark = frame.Mark{}
			case *frame.Rule:
				it.Mark = frame.Mark{}
			case *frame.Path:
				it.Mark = frame.Mark{}
			case *frame.Picture:
				it.Mark = frame.Mark{}
			}
		}
		for k := range p.Links {
			p.Links[k].Tag, p.Links[k].Order = 0, 0
		}
	}
	for i := range book.Destinations {
		book.Destinations[i].Tag = 0
	}
}
