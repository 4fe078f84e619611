package finish

import (
	"bytes"
	"slices"
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/formats/verify"
	"github.com/quirepress/quire/source/diag"
)

func TestStandards(t *testing.T) {
	untagged := specimen()
	untagged.Tags = nil
	for _, c := range []struct {
		book *frame.Book
		std  Standard
	}{{specimen(), UA1A2}, {untagged, UA1A3}, {untagged, UA1A2}, {untagged, UA2A4}, {specimen(), 99}} {
		if _, _, err := try(t, c.book, Options{Standard: c.std}); err == nil {
			t.Errorf("%v: nothing is impossible", c.std)
		}
	}
}

// TestFindings takes something away that a standard needs: the finding is
// reported and the claim dropped.
func TestFindings(t *testing.T) {
	for _, c := range []struct {
		code   string
		change func(*frame.Book)
		ua, a  bool // what is still claimed
	}{
		{code: "pdf-no-title", change: func(b *frame.Book) { b.Info.Title = "" }, a: true},
		{code: "pdf-no-language", change: func(b *frame.Book) { b.Info.Language = "" }, a: true},
		{code: "pdf-no-alternative", change: func(b *frame.Book) {
			for i := range b.Tags {
				b.Tags[i].Alt, b.Tags[i].Source = "", frame.Source{File: "a.md", Line: 3, Column: 5}
			}
		}, a: true},
		{code: "pdf-missing-glyph", change: func(b *frame.Book) { firstText(b).Glyphs[0].ID = 0 }},
		{code: "pdf-private-character", change: func(b *frame.Book) { firstText(b).Glyphs[0].Char = '\uE123' }, ua: true},
		{code: "pdf-page-size", change: func(b *frame.Book) { b.Pages[0].Width = 15000 * style.Point }, ua: true},
		{code: "pdf-link-untagged", change: func(b *frame.Book) {
			for i := range b.Pages[0].Links {
				b.Pages[0].Links[i].Tag = 0
			}
		}, a: true},
		{code: "pdf-dead-link", change: func(b *frame.Book) {
			b.Pages[0].Links[0].URI, b.Pages[0].Links[0].Destination = "", "nowhere"
		}, ua: true, a: true},
		{code: "pdf-dead-bookmark", change: func(b *frame.Book) { b.Bookmarks[0].Destination = "nowhere" }, ua: true, a: true},
	} {
		book := specimen()
		c.change(book)
		pdf, findings, err := try(t, book, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.code, err)
			continue
		}
		if !slices.ContainsFunc(findings, func(d diag.Diagnostic) bool { return d.Code == c.code }) {
			t.Errorf("%s is not reported, but %v", c.code, findings)
		}
		for _, d := range findings {
			if d.Code == "pdf-no-alternative" && (d.Pos.Line != 3 || d.Pos.Column != 5) {
				t.Errorf("%v does not say where", d)
			}
		}
		if ua := bytes.Contains(pdf, []byte("<pdfuaid:part>")); ua != c.ua {
			t.Errorf("%s: PDF/UA is claimed: %v", c.code, ua)
		}
		if a := bytes.Contains(pdf, []byte("<pdfaid:part>")); a != c.a {
			t.Errorf("%s: PDF/A is claimed: %v", c.code, a)
		}
		for _, d := range verify.PDF(bytes.NewReader(pdf), int64(len(pdf))) {
			t.Errorf("%s: %v", c.code, d)
		}
	}
}

func firstText(b *frame.Book) *frame.Text {
	for _, item := range b.Pages[0].Items {
		if t, ok := item.(*frame.Text); ok && t.Mark.Tag > 0 {
			return t
		}
	}
	panic("there is no text")
}
