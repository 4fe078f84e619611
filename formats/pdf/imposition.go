package pdf

import (
	"context"
	"fmt"
	"strings"

	"github.com/quirepress/quire/formats/pdf/internal/impose"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Imposition is an arrangement of pages on sheets of paper that are printed on
// both sides. Imposed files are for printing alone: they have no structure, no
// links and no attachments, and claim no standard.
type Imposition string

// The impositions. The empty one leaves each page to itself.
const (
	Unimposed Imposition = ""
	// Booklet puts two pages on each side, so that the sheets make a booklet
	// when they are folded in the middle and stapled through the fold. Where
	// nobody asks for a paper, its pages are half of [Encoder.Sheet], or A5.
	Booklet Imposition = "booklet"
	// TwoUp and FourUp put two and four pages on each side in reading order.
	TwoUp  Imposition = "2up"
	FourUp Imposition = "4up"
)

// Impositions returns the impositions that can be asked for.
func Impositions() []Imposition { return []Imposition{Booklet, TwoUp, FourUp} }

// ParseImposition reads the name of an imposition; "" is [Unimposed].
func ParseImposition(s string) (Imposition, error) {
	t := Imposition(strings.ToLower(strings.TrimSpace(s)))
	if _, ok := t.kind(); ok || t == Unimposed {
		return t, nil
	}
	return "", fmt.Errorf("pdf: unknown imposition %q: want %s, %s or %s", s, Booklet, TwoUp, FourUp)
}

func (i Imposition) kind() (impose.Kind, bool) {
	switch i {
	case Booklet:
		return impose.Saddle, true
	case TwoUp:
		return impose.Two, true
	case FourUp:
		return impose.Four, true
	}
	return 0, false
}

// The largest bleed and creep that make sense.
const (
	mostBleed = style.Inch
	mostCreep = style.Inch / 25
)

// forPrint returns the encoder with what printing asks of its other fields. The
// error names the field that is impossible.
func (e Encoder) forPrint(doc *document.Document) (Encoder, error) {
	if _, err := ParseImposition(string(e.Impose)); err != nil {
		return e, err
	}
	switch {
	case e.Pages < 0:
		return e, fmt.Errorf("pdf: %d pages are wanted", e.Pages)
	case e.Bleed < 0 || e.Bleed > mostBleed:
		return e, fmt.Errorf("pdf: a bleed of %v: want 0 to %v", e.Bleed, mostBleed)
	case e.Creep > mostCreep:
		return e, fmt.Errorf("pdf: a creep of %v: no paper is thicker than %v", e.Creep, mostCreep)
	case e.Signature < 0 || e.Signature%4 != 0:
		return e, fmt.Errorf("pdf: a signature of %d pages: want a multiple of four", e.Signature)
	}
	if e.Sheet != (style.Paper{}) {
		if err := e.Sheet.Check(); err != nil {
			return e, err
		}
	}
	if err := e.checkProfile(); err != nil {
		return e, err
	}
	if e.Grey && e.Theme == "" {
		e.Theme = style.Grey
	}
	e.WithoutSource = e.WithoutSource || e.Standard == X4
	if e.Impose == Unimposed {
		return e, nil
	}
	if e.Standard != HouseStandard && e.Standard != "house" && e.Standard != PlainPDF {
		return e, fmt.Errorf("pdf: an imposed file keeps no standard: leave out %s, or the imposition", e.Standard)
	}
	e.Standard, e.Untagged, e.WithoutSource = PlainPDF, true, true
	if e.Impose == Booklet && e.Style == nil && e.Paper == (style.Paper{}) && doc.Metadata.Settings["paper"] == "" {
		e.Paper = half(e.Sheet)
	}
	return e, nil
}

// half returns the paper of the pages of a booklet.
func half(sheet style.Paper) style.Paper {
	if sheet == (style.Paper{}) || sheet == style.A4() {
		return style.A5()
	}
	long, short := max(sheet.Width, sheet.Height), min(sheet.Width, sheet.Height)
	return style.Paper{Name: "half " + sheet.Name, Width: long / 2, Height: short}
}

// smallestPrint is the size of body text below which the pages of a sheet are
// hard to read.
const smallestPrint = 13 * style.Point / 2

// impose arranges the pages of a finished file on sheets, or only adds bleed
// and marks to them.
func (e Encoder) impose(ctx context.Context, file []byte, st *style.Style) ([]byte, diag.List, error) {
	var found diag.List
	kind, ok := e.Impose.kind()
	if !ok {
		if e.Bleed > 0 || e.Marks {
			trimmed, err := impose.Trim(ctx, file, e.Bleed, e.Marks)
			return trimmed, nil, err
		}
		return file, nil, nil
	}
	plan := impose.Plan{Kind: kind, Sheet: e.Sheet, Signature: e.Signature, Creep: e.Creep, Marks: e.Marks, Bleed: e.Bleed}
	switch {
	case plan.Creep == 0:
		plan.Creep = style.Millimetres(0.1)
	case plan.Creep < 0:
		plan.Creep = 0
	}
	res, err := impose.Impose(ctx, file, plan)
	if err != nil {
		return nil, nil, fmt.Errorf("pdf: %w", err)
	}
	edge := "long"
	if res.TurnShort {
		edge = "short"
	}
	signatures := ""
	if res.Signatures > 1 {
		signatures = " in " + count(res.Signatures, "signature")
	}
	mm := func(l style.Length) int64 { return int64(l.Scale(254, int64(style.Inch))+5) / 10 }
	found.Add(diag.Info, "pdf-imposed", diag.Position{}, "%s on %s of %d by %d mm%s: print on both sides, turned over the %s edge",
		count(res.Pages, "page"), count(res.Sheets, "sheet"), mm(res.Width), mm(res.Height), signatures, edge)
	const full = 100_000
	if text := st.Body.Size.Scale(res.Scale, full); text < smallestPrint {
		found.AddHint(diag.Warning, "pdf-imposed-small", diag.Position{}, "choose smaller pages or a larger sheet",
			"the pages are printed at %d %%, which makes their text %v", (res.Scale+full/200)*100/full, text)
	}
	return res.PDF, found, nil
}

// count writes a number of things.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
