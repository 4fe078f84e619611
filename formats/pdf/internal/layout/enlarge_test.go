package layout

import (
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// TestDrawnWordsGrow sets drawings in large print: words that have room become
// as large as the text, and those side by side only as far as they keep clear.
func TestDrawnWordsGrow(t *testing.T) {
	const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100" width="400" height="100">`
	for name, c := range map[string]struct {
		drawing string
		full    bool
	}{
		"alone": {head + `<text x="200" y="50" font-size="8" text-anchor="middle">alone</text></svg>`, true},
		"side by side": {head + `<text x="180" y="50" font-size="8" text-anchor="middle">one one one</text>` +
			`<text x="245" y="50" font-size="8" text-anchor="middle">two two two</text></svg>`, false},
		"at the edge":    {head + `<text x="2" y="50" font-size="8" text-anchor="start">edge</text><text x="398" y="50" font-size="8" text-anchor="end">edge</text></svg>`, true},
		"above the edge": {head + `<text x="200" y="8" font-size="8" text-anchor="middle">high</text></svg>`, false},
	} {
		st := style.New(style.A4(), style.LargePrint, style.House)
		doc := &document.Document{Metadata: document.Metadata{Language: "en"},
			Resources: []document.Resource{{Name: "a.svg", MediaType: "image/svg+xml", Bytes: []byte(c.drawing)}},
			Blocks:    []document.Block{&document.Paragraph{Content: []document.Inline{&document.Image{Resource: "a.svg", Alt: "Words"}}}},
		}
		book, _, _ := set(t, doc, st)
		small := st.Body.Size
		var texts []*frame.Text
		for _, it := range book.Pages[0].Items {
			if text, ok := it.(*frame.Text); ok && text.Mark.Tag != 0 {
				texts = append(texts, text)
				small = min(small, text.Size)
			}
		}
		if len(texts) == 0 {
			t.Fatalf("%s: no words", name)
		}
		if full := small > st.Body.Size*99/100; full != c.full {
			t.Errorf("%s: words of %v beside a text of %v", name, small, st.Body.Size)
		}
		if small < 8*style.Point {
			t.Errorf("%s: words of %v have not grown", name, small)
		}
		for i := range texts[1:] {
			if a, b := texts[i], texts[i+1]; a.X+a.Width() > b.X {
				t.Errorf("%s: words run into each other", name)
			}
		}
	}
}
