// Package impose arranges the pages of a finished PDF on sheets for printing:
// booklets that are folded and stapled, and two or four pages side by side.
//
// In goes a PDF file, out comes another one whose pages are the sides of the
// sheets, front and back in turn:
//
//	result, err := impose.Impose(ctx, file, impose.Plan{Kind: impose.Saddle})
//
// Each page becomes a form XObject with its own resources (ISO 32000-1, 8.10),
// so that nothing on it is touched. What belongs to reading on a screen is
// left behind: structure, links, bookmarks, attachments and the claims of
// standards. [Trim] only adds bleed and marks to the pages of a file and keeps
// everything else.
//
// The same input gives the same bytes. The package works on objects alone: it
// knows no fonts, draws nothing on the pages and runs no other program.
package impose

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/style"
)

// Kind is an arrangement of pages on a sheet.
type Kind uint8

// The kinds.
const (
	// Saddle is a booklet stitched through the fold.
	Saddle Kind = iota
	// Two and Four stand two and four pages side by side in reading order.
	Two
	Four
)

// Plan says how a file is imposed. All lengths are those on paper.
type Plan struct {
	Kind Kind
	// Sheet is the paper, upright or lying as it suits the pages. The zero
	// value is, for a booklet, what its pages need with their bleed and marks,
	// and else A4, or Letter for pages that are measured in inches. Pages that
	// do not fit are scaled down; none is ever scaled up.
	Sheet style.Paper
	// Signature is the most pages that are folded into each other, a multiple
	// of four; 0 leaves it to [Booklet].
	Signature int
	// Creep is the thickness of the paper: the pages of a sheet inside others
	// move to the fold by so much for each of these.
	Creep style.Length
	// Marks draws crop, fold and registration marks.
	Marks bool
	// Bleed is how far the pages reach beyond their trimmed edge.
	Bleed style.Length
}

// Result is an imposed file.
type Result struct {
	PDF []byte
	// Pages, Sheets and Signatures are how many there are.
	Pages, Sheets, Signatures int
	// Width and Height are those of a sheet.
	Width, Height style.Length
	// Scale is how large the pages are printed, in hundred-thousandths.
	Scale int64
	// TurnShort says that the sheets are turned over about their short edge
	// when the back is printed.
	TurnShort bool
}

// ErrSheet means that the sheet cannot hold the pages.
var ErrSheet = errors.New("impose: the sheet is too small")

// Impose arranges the pages of a file on sheets. The error wraps [ErrSheet],
// is that of the context, or tells why the file cannot be read.
func Impose(ctx context.Context, file []byte, plan Plan) (Result, error) {
	in, err := pdfobject.Parse(file)
	if err != nil {
		return Result{}, fmt.Errorf("impose: %w", err)
	}
	im := &imposer{in: in, plan: plan, copied: map[pdfobject.Ref]pdfobject.Ref{}}
	if err := im.readPages(); err != nil {
		return Result{}, err
	}
	if im.geometry, err = plan.geometry(im.width, im.height); err != nil {
		return Result{}, err
	}
	sheets := plan.sheets(len(im.leaves))
	if rightToLeft(in) {
		mirror(sheets, im.columns)
	}
	im.signatures = 1 + sheets[len(sheets)-1].Signature
	im.root = im.out.Reserve()
	kids := pdfobject.Array{}
	for i, s := range sheets {
		if err := ctx.Err(); err != nil {
			return Result{}, err
		}
		kids = append(kids, im.side(s, s.Front, true))
		if plan.Kind == Saddle || i+1 < len(sheets) || s.Back[0] != 0 {
			kids = append(kids, im.side(s, s.Back, false))
		}
	}
	im.out.Set(im.root, pdfobject.Dict{
		"Type": pdfobject.Name("Pages"), "Kids": kids, "Count": pdfobject.Integer(len(kids)),
	})
	trailer := im.catalog()
	im.drain()
	out, err := im.out.Bytes(ctx, trailer, pdfobject.Form{Version: in.Version})
	if err != nil {
		return Result{}, err
	}
	return Result{
		PDF: out, Pages: len(im.leaves), Sheets: len(sheets), Signatures: im.signatures,
		Width: im.sheetWidth, Height: im.sheetHeight, Scale: im.scale, TurnShort: im.sheetWidth > im.sheetHeight,
	}, nil
}

func (p Plan) sheets(pages int) []Sheet {
	switch p.Kind {
	case Two:
		return InOrder(pages, 2)
	case Four:
		return InOrder(pages, 4)
	}
	return Booklet(pages, p.Signature)
}

// rightToLeft reports whether a file's pages follow each other from right to
// left (ISO 32000-1, table 150).
func rightToLeft(f *pdfobject.File) bool {
	view, _ := f.Dict(f.Catalog()["ViewerPreferences"])
	return view["Direction"] == pdfobject.Object(pdfobject.Name("R2L"))
}

// imposer holds a file on its way.
type imposer struct {
	in   *pdfobject.File
	out  pdfobject.Writer
	plan Plan
	geometry
	leaves        []leaf
	width, height style.Length // of the largest page
	signatures    int
	root          pdfobject.Ref // of the page tree
	inks          pdfobject.Ref // the colour space of the marks

	copied map[pdfobject.Ref]pdfobject.Ref
	queue  []pdfobject.Ref // what is referred to and not copied yet
}

// leaf is a page as a form.
type leaf struct {
	form pdfobject.Ref
	trim box
}

// box is a rectangle in the space of a page.
type box struct{ left, bottom, right, top style.Length }

func (b box) width() style.Length  { return b.right - b.left }
func (b box) height() style.Length { return b.top - b.bottom }

func (b box) grown(by style.Length) box {
	return box{b.left - by, b.bottom - by, b.right + by, b.top + by}
}

// array returns the rectangle in thousandths of a point.
func (b box) array() pdfobject.Array {
	return pdfobject.Array{real(b.left), real(b.bottom), real(b.right), real(b.top)}
}

// real returns a length in points, rounded to a thousandth.
func real(l style.Length) pdfobject.Real {
	return pdfobject.Real(float64(l.Scale(1000, int64(style.Point))) / 1000)
}

// longestSide is the longest side of a page (ISO 32000-1, annex C), which also
// bounds the numbers in the arithmetic.
const longestSide = 14400

// readBox reads a rectangle, whichever of its corners come first.
func readBox(f *pdfobject.File, o pdfobject.Object) (box, bool) {
	a, ok := f.Array(o)
	if !ok || len(a) != 4 {
		return box{}, false
	}
	var v [4]style.Length
	for i, e := range a {
		x, ok := f.Number(e)
		if !ok || !(x >= -longestSide && x <= longestSide) {
			return box{}, false
		}
		v[i] = style.Points(x)
	}
	b := box{min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])}
	return b, b.width() > 0 && b.height() > 0
}

// trimBox returns the box of a page that is left when it has been cut.
func trimBox(f *pdfobject.File, p pdfobject.Page) (box, bool) {
	for _, k := range []pdfobject.Name{"TrimBox", "CropBox", "MediaBox"} {
		if b, ok := readBox(f, p.Dict[k]); ok {
			return b, true
		}
	}
	return box{}, false
}

// readPages makes a form of every page.
func (im *imposer) readPages() error {
	pages := im.in.Pages()
	if len(pages) == 0 {
		return errors.New("impose: the file has no pages")
	}
	for i, p := range pages {
		trim, ok := trimBox(im.in, p)
		if !ok {
			return fmt.Errorf("impose: page %d has no size", i+1)
		}
		content, err := im.in.Content(p)
		if err != nil {
			return fmt.Errorf("impose: page %d: %w", i+1, err)
		}
		if content, err = unmarked(content); err != nil {
			return fmt.Errorf("impose: page %d: %w", i+1, err)
		}
		// A page that is shown turned is bound as it was drawn: Rotate is left.
		d := pdfobject.Dict{
			"Type": pdfobject.Name("XObject"), "Subtype": pdfobject.Name("Form"),
			"BBox":      trim.grown(im.plan.Bleed).array(),
			"Resources": pdfobject.Dict{},
		}
		for _, k := range []pdfobject.Name{"Resources", "Group"} {
			if v := p.Dict[k]; v != nil {
				d[k] = im.copy(v)
			}
		}
		im.leaves = append(im.leaves, leaf{im.out.Add(&pdfobject.Stream{Dict: d, Raw: content}), trim})
		im.width, im.height = max(im.width, trim.width()), max(im.height, trim.height())
		im.drain()
	}
	return nil
}

// copy returns an object with its references made to point into the new file;
// [imposer.drain] fetches what they refer to.
func (im *imposer) copy(o pdfobject.Object) pdfobject.Object {
	switch o := o.(type) {
	case pdfobject.Ref:
		r, ok := im.copied[o]
		if !ok {
			r = im.out.Reserve()
			im.copied[o] = r
			im.queue = append(im.queue, o)
		}
		return r
	case pdfobject.Array:
		a := make(pdfobject.Array, len(o))
		for i, v := range o {
			a[i] = im.copy(v)
		}
		return a
	case pdfobject.Dict:
		d := make(pdfobject.Dict, len(o))
		// In the order of the keys: references get their numbers here.
		for _, k := range slices.Sorted(maps.Keys(o)) {
			switch k {
			case "StructParent", "StructParents", "Parent", "Annots", "AF", "Metadata": // they lead back to what is left behind
			default:
				d[k] = im.copy(o[k])
			}
		}
		return d
	case *pdfobject.Stream:
		return &pdfobject.Stream{Dict: im.copy(o.Dict).(pdfobject.Dict), Raw: o.Raw}
	case nil:
		return pdfobject.Null{}
	}
	return o
}

// drain copies what has been referred to.
func (im *imposer) drain() {
	for len(im.queue) > 0 {
		r := im.queue[0]
		im.queue = im.queue[1:]
		im.out.Set(im.copied[r], im.copy(im.in.Get(r)))
	}
}

// catalog writes the catalogue and returns the trailer.
func (im *imposer) catalog() pdfobject.Dict {
	duplex := pdfobject.Name("DuplexFlipLongEdge")
	if im.sheetWidth > im.sheetHeight {
		duplex = "DuplexFlipShortEdge"
	}
	old := im.in.Catalog()
	preferences := pdfobject.Dict{
		"DisplayDocTitle": pdfobject.Boolean(true), "Duplex": duplex, "PrintScaling": pdfobject.Name("None"),
	}
	if rightToLeft(im.in) {
		preferences["Direction"] = pdfobject.Name("R2L")
	}
	d := pdfobject.Dict{
		"Type": pdfobject.Name("Catalog"), "Pages": im.root,
		// The sheets are as large as they are to be printed (12.2).
		"ViewerPreferences": preferences,
	}
	if lang, ok := im.in.String(old["Lang"]); ok {
		d["Lang"] = lang
	}
	if s, ok := im.in.Stream(old["Metadata"]); ok {
		if data, err := im.in.Data(s); err == nil && !claims(data) {
			d["Metadata"] = im.out.Add(&pdfobject.Stream{
				Dict: pdfobject.Dict{"Type": pdfobject.Name("Metadata"), "Subtype": pdfobject.Name("XML")}, Raw: data,
			})
		}
	}
	trailer := pdfobject.Dict{"Root": im.out.Add(d)}
	if info, ok := im.in.Dict(im.in.Trailer["Info"]); ok {
		trailer["Info"] = im.out.Add(im.copy(info))
	}
	return trailer
}

// claims reports whether metadata name a standard.
func claims(xmp []byte) bool {
	for _, ns := range []string{"http://www.aiim.org/pdfa/ns/id/", "http://www.aiim.org/pdfua/ns/id/", "http://www.npes.org/pdfx/ns/id/"} {
		if bytes.Contains(xmp, []byte(ns)) {
			return true
		}
	}
	return false
}

// unmarked takes the marks of the structure out of a content stream. What
// stands in a span of its own, such as the text that a ligature stands for, is
// kept.
func unmarked(content []byte) ([]byte, error) {
	var out []byte
	var kept []bool // of the open marks
	from := 0
	cut := func(op pdfobject.Operator) {
		out = append(out, content[from:op.At]...)
		from = op.End
	}
	err := pdfobject.Operators(content, func(op pdfobject.Operator) bool {
		switch op.Name {
		case "BMC", "BDC":
			keep := false
			if len(op.Operands) == 2 && op.Operands[0] == pdfobject.Object(pdfobject.Name("Span")) {
				d, ok := op.Operands[1].(pdfobject.Dict)
				keep = ok && d["MCID"] == nil
			}
			if kept = append(kept, keep); !keep {
				cut(op)
			}
		case "EMC":
			if n := len(kept); n == 0 || !kept[n-1] {
				cut(op)
			}
			kept = kept[:max(0, len(kept)-1)]
		case "MP", "DP":
			cut(op)
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	return append(out, content[from:]...), nil
}
