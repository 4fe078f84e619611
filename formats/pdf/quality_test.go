package pdf_test

import (
	"math"
	"slices"
	"testing"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/pdf/internal/layout"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document/documenttest"
	"github.com/quirepress/quire/source/markdown"
)

// proseLine is a line of running text as a reader sees it.
type proseLine struct {
	space      float64 // mean word space, 1 is its natural width
	hyphenated bool
	justified  bool // it reaches the right margin
}

// prose reads the lines of paragraphs back from the pages, in the order of the
// book. Lines with code in them count like others.
func prose(book *frame.Book, st *style.Style) []proseLine {
	face := font.Serif.Face()
	gid, _ := face.Glyph(' ')
	natural := face.Length(face.Advance(gid), st.Body.Size).Points()
	paragraph := func(tag int32) bool {
		for ; tag > 0; tag = book.Tags[tag].Parent {
			switch t := &book.Tags[tag]; t.Role {
			case "P":
				return book.Tags[t.Parent].Role == "Sect"
			case "Span", "Em", "Strong", "Link", "Code":
			default:
				return false
			}
		}
		return false
	}
	var lines []proseLine
	for i := range book.Pages {
		right := st.Margins.Inside
		if i%2 == 1 {
			right = st.Margins.Outside
		}
		right += st.Measure() - style.Point/2
		at := style.Length(-1)
		var spaces []float64
		var l proseLine
		var x style.Length
		end := func() {
			if at < 0 {
				return
			}
			l.justified = x >= right
			for _, s := range spaces {
				l.space += s / float64(len(spaces)) / natural
			}
			lines = append(lines, l)
			spaces, l = nil, proseLine{}
		}
		for _, it := range book.Pages[i].Items {
			t, ok := it.(*frame.Text)
			if !ok || !paragraph(t.Mark.Tag) {
				continue
			}
			if t.Size == st.Body.Size && t.Y != at || t.Y > at+st.Body.Leading/2 {
				end()
				at = t.Y
			}
			x = t.X
			for _, g := range t.Glyphs {
				if g.Char == ' ' && g.Advance > 0 && t.Size == st.Body.Size {
					spaces = append(spaces, g.Advance.Points())
				}
				l.hyphenated = g.Char == '\u00AD'
				x += g.Advance
			}
		}
		end()
	}
	return lines
}

// TestBookQuality sets books in English and in German on A5 and looks at every
// line of their prose.
func TestBookQuality(t *testing.T) {
	size := 600_000
	if testing.Short() {
		size = 100_000
	}
	for _, c := range []struct {
		lang                   string
		hyphens, loose, spread float64
	}{
		{"en", 0.035, 0.005, 0.12},
		{"de", 0.135, 0.005, 0.135},
	} {
		t.Run(c.lang, func(t *testing.T) {
			doc, _, err := markdown.Read("book.md", documenttest.Manuscript(1, size, c.lang), markdown.Options{})
			if err != nil {
				t.Fatal(err)
			}
			doc.Identify()
			st := style.New(pdf.A5, style.Book, style.House)
			book, _, found, err := layout.Set(t.Context(), doc, st, layout.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range found {
				if d.Code == "pdf-overfull" {
					t.Error(d)
				}
			}
			lines := prose(book, &st)
			var spaces []float64
			hyphens, loose, run := 0.0, 0.0, 0
			for _, l := range lines {
				run++
				if !l.hyphenated {
					run = 0
				} else {
					hyphens++
				}
				if run > 2 {
					t.Errorf("%d lines in a row end with a hyphen", run)
				}
				if !l.justified || l.space == 0 {
					continue
				}
				spaces = append(spaces, l.space)
				if l.space > 1.5 {
					loose++
				}
			}
			hyphens /= float64(len(lines))
			loose /= float64(len(spaces))
			spread := spreadOf(spaces)
			t.Logf("%d pages, %d lines, %.1f %% hyphenated, %.2f %% loose, spread %.3f", len(book.Pages), len(lines), 100*hyphens, 100*loose, spread)
			if hyphens > c.hyphens || loose > c.loose || spread > c.spread {
				t.Errorf("want at most %.1f %%, %.2f %% and %.3f", 100*c.hyphens, 100*c.loose, c.spread)
			}
		})
	}
}

// spreadOf returns the standard deviation over the median.
func spreadOf(v []float64) float64 {
	slices.Sort(v)
	mean, squares := 0.0, 0.0
	for _, x := range v {
		mean += x / float64(len(v))
	}
	for _, x := range v {
		squares += (x - mean) * (x - mean) / float64(len(v))
	}
	return math.Sqrt(squares) / v[len(v)/2]
}
