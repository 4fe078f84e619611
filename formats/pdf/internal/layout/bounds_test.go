package layout

import (
	"testing"

	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document/documenttest"
)

// outside returns the text on a page that stands outside of the text's own
// area, by more than a hair and what punctuation protrudes.
func outside(book *frame.Book, st *style.Style, i int) []*frame.Text {
	p := &book.Pages[i]
	left, right := st.Margins.Inside, st.Paper.Width-st.Margins.Outside
	if i%2 == 1 {
		left, right = st.Margins.Outside, st.Paper.Width-st.Margins.Inside
	}
	slack := st.Body.Size
	foot := st.Margins.Head + st.Body.Leading*style.Length(st.Lines()) + st.Body.Leading
	var out []*frame.Text
	for _, it := range p.Items {
		t, ok := it.(*frame.Text)
		if !ok || t.Mark.Tag == 0 {
			continue
		}
		x, y, end := t.X, t.Y, t.X+t.Width()
		if t.Turned {
			if x < left-slack || x > right+slack || y > foot+slack || y-t.Width() < st.Margins.Head-slack {
				out = append(out, t)
			}
			continue
		}
		if x < left-slack || end > right+slack || y > foot || y < st.Margins.Head-slack {
			out = append(out, t)
		}
	}
	return out
}

// TestNothingRunsOff sets random documents and looks for text outside of the
// area that a page has for it, and for lines that are too long.
func TestNothingRunsOff(t *testing.T) {
	n := uint64(24)
	if validator.Long() {
		n = 70
	}
	profiles := style.Profiles()
	papers := []style.Paper{style.A5(), style.A4(), style.Letter(), style.SixByNine()}
	for seed := range n {
		doc := documenttest.Random(seed)
		st := style.New(papers[seed/4%4], profiles[seed%4], style.House)
		book, _, found := set(t, doc, st)
		for _, d := range found {
			if d.Code == "pdf-overfull" {
				t.Errorf("seed %d, %s on %s: %v", seed, st.Profile, st.Paper.Name, d)
			}
		}
		for i := range book.Pages {
			if out := outside(book, &st, i); len(out) > 0 {
				t.Errorf("seed %d, %s on %s: page %d of %d: %q and %d others stand outside, at %v, %v", seed, st.Profile, st.Paper.Name, i, len(book.Pages), out[0].String(), len(out)-1, out[0].X, out[0].Y)
			}
		}
	}
}
