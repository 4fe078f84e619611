package layout

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document/documenttest"
)

// ink is the rectangle that an item of a page covers, without what reaches
// above and below a line of text, and what the item is.
func ink(it frame.Item) (r frame.Rect, what string) {
	switch it := it.(type) {
	case *frame.Text:
		if it.Turned {
			return frame.Rect{X: it.X, Y: it.Y - it.Width(), Height: it.Width()}, it.String()
		}
		return frame.Rect{X: it.X, Y: it.Y, Width: it.Width()}, it.String()
	case *frame.Rule:
		return frame.Rect{X: it.X, Y: it.Y, Width: it.Width, Height: it.Height}, "rule"
	case *frame.Picture:
		return frame.Rect{X: it.X, Y: it.Y, Width: it.Width, Height: it.Height}, "picture"
	case *frame.Path:
		var low, high frame.Point
		first := true
		for _, s := range it.Segments {
			n := map[frame.Verb]int{frame.MoveTo: 1, frame.LineTo: 1, frame.CurveTo: 3}[s.Verb]
			for _, p := range s.Points[:n] {
				if first {
					low, high, first = p, p, false
				}
				low.X, low.Y = min(low.X, p.X), min(low.Y, p.Y)
				high.X, high.Y = max(high.X, p.X), max(high.Y, p.Y)
			}
		}
		r = frame.Rect{X: low.X, Y: low.Y, Width: high.X - low.X, Height: high.Y - low.Y}
		if c := it.Clip; c != nil {
			right, bottom := min(r.X+r.Width, c.X+c.Width), min(r.Y+r.Height, c.Y+c.Height)
			r.X, r.Y = max(r.X, c.X), max(r.Y, c.Y)
			r.Width, r.Height = right-r.X, bottom-r.Y
		}
		return r, "path"
	}
	panic("internal error: an item of another kind")
}

// outside returns what stands on a page outside of the text's own area, by more
// than what punctuation and a listing's ground protrude.
func outside(book *frame.Book, st *style.Style, i int) []string {
	p := &book.Pages[i]
	left, right := st.Margins.Inside, st.Margins.Outside
	if (i%2 == 1) != book.Info.RightToLeft {
		left, right = right, left
	}
	right = st.Paper.Width - right
	slack := st.Body.Size
	head := st.Margins.Head - slack
	// Spreads may go on a line too far, and code stands a little lower in its
	// lines than text.
	foot := st.Margins.Head + st.Body.Leading*style.Length(st.Lines()+1) + st.CodeInset + style.Point/2
	var out []string
	for _, it := range p.Items {
		if t, ok := it.(*frame.Text); ok && t.Mark.Tag == 0 && (t.Mark.Artifact == frame.HeaderArtifact || t.Mark.Artifact == frame.FooterArtifact) {
			continue
		}
		r, what := ink(it)
		if r.X < left-slack || r.X+r.Width > right+slack || r.Y < head || r.Y+r.Height > foot {
			out = append(out, fmt.Sprintf("%q at %v, %v, %v wide, %v high", what, r.X, r.Y, r.Width, r.Height))
		}
	}
	return out
}

// colliding returns the first text on a page that begins on the line of another
// one before that ends, or stands so close below one of its size that they touch;
// "" if there is none.
func colliding(p *frame.Page) string {
	var lines []*frame.Text
	for _, it := range p.Items {
		if t, ok := it.(*frame.Text); ok && !t.Turned && t.Width() > 0 {
			lines = append(lines, t)
		}
	}
	slices.SortStableFunc(lines, func(a, b *frame.Text) int {
		return cmp.Or(cmp.Compare(a.Y, b.Y), cmp.Compare(a.X, b.X))
	})
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if a.Y == b.Y && b.X < a.X+a.Width()-a.Size/4 {
			return fmt.Sprintf("%q at %v runs into %q at %v", a.String(), a.X, b.String(), b.X)
		}
	}
	for i, a := range lines {
		for _, b := range lines[i+1:] {
			near := b.Y - a.Y
			if near > b.Size*6/10 {
				break
			}
			alike := a.Size*5 >= b.Size*4 && b.Size*5 >= a.Size*4 // others are raised, or small
			if alike && near > b.Size/20 && min(a.X+a.Width(), b.X+b.Width())-max(a.X, b.X) > a.Size/3 {
				return fmt.Sprintf("%q at %v touches %q at %v", a.String(), a.Y, b.String(), b.Y)
			}
		}
	}
	return ""
}

// hostile sets the random document of a seed in a look of its own.
func hostile(t *testing.T, seed uint64) (*frame.Book, style.Style, diag.List) {
	t.Helper()
	profiles := style.Profiles()
	papers := []style.Paper{style.A5(), style.A4(), style.Letter(), style.SixByNine()}
	st := style.New(papers[seed/4%4], profiles[seed%4], style.House)
	book, _, found := set(t, documenttest.Random(seed), st)
	return book, st, found
}

// TestNothingRunsOff sets random documents, nested deeper than any measure has
// room for, and looks for ink outside of the area that a page has for it, and
// for lines that are too long. QUIRE_LONG=1 makes it 500 documents.
func TestNothingRunsOff(t *testing.T) {
	n := uint64(60)
	if validator.Long() {
		n = 500
	}
	for seed := range n {
		book, st, found := hostile(t, seed)
		for _, d := range found {
			if d.Code == "pdf-overfull" {
				t.Errorf("seed %d, %s on %s: %v", seed, st.Profile, st.Paper.Name, d)
			}
		}
		for i := range book.Pages {
			if out := outside(book, &st, i); len(out) > 0 {
				t.Errorf("seed %d, %s on %s: page %d of %d: %s and %d others stand outside", seed, st.Profile, st.Paper.Name, i, len(book.Pages), out[0], len(out)-1)
			}
			if c := colliding(&book.Pages[i]); c != "" {
				t.Errorf("seed %d, %s on %s: page %d of %d: %s", seed, st.Profile, st.Paper.Name, i, len(book.Pages), c)
			}
		}
	}
}
