package layout

import (
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

func TestImageWidth(t *testing.T) {
	c := scope{width: 200 * style.Point}
	for asked, want := range map[string]style.Length{"50%": 100 * style.Point, "12.5 %": 0, "12.5%": 25 * style.Point, "30pt": 30 * style.Point, "1in": style.Inch, "0%": 0, "150%": 0, "wide": 0, "": 0, "40": 0} {
		n := &document.Image{Attr: document.Attr{Settings: map[string]string{"width": asked}}}
		if got, ok := imageWidth(n, c); ok != (want > 0) || ok && got != want {
			t.Errorf("%q is %v, %v; want %v", asked, got, ok, want)
		}
	}
}

// TestDrawingsInLargePrint: a drawing fills the measure, so that its words are
// as large as they can be.
func TestDrawingsInLargePrint(t *testing.T) {
	svg := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60" width="120" height="60"><rect width="120" height="60"/></svg>`
	for profile, full := range map[style.Profile]bool{style.Article: false, style.LargePrint: true} {
		st := style.New(style.A4(), profile, style.House)
		doc := &document.Document{Metadata: document.Metadata{Language: "en"},
			Resources: []document.Resource{{Name: "a.svg", MediaType: "image/svg+xml", Bytes: []byte(svg)}},
			Blocks:    []document.Block{&document.Paragraph{Content: []document.Inline{&document.Image{Resource: "a.svg", Alt: "A bar"}}}},
		}
		book, _, _ := set(t, doc, st)
		width := style.Length(0)
		for _, it := range book.Pages[0].Items {
			if p, ok := it.(*frame.Path); ok {
				r, _ := ink(p)
				width = max(width, r.Width)
			}
		}
		if got := width > st.Measure()-style.Point; width == 0 || got != full {
			t.Errorf("%s: the drawing is %v wide on a measure of %v", profile, width, st.Measure())
		}
	}
}
