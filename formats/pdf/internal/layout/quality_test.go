package layout

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// article returns the raw article as a document: its long paragraphs with
// their headings. The test is skipped where the article is not at hand.
func article(t testing.TB) *document.Document {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "..", "shared", "articles", "kosovo-nato.txt"))
	if err != nil {
		t.Skip("the raw article is not at hand")
	}
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}}
	blocks := &doc.Blocks
	for _, p := range strings.Split(string(src), "\n\n") {
		p = strings.TrimSpace(strings.ReplaceAll(p, "'", "’"))
		switch {
		case len(p) > 200:
			*blocks = append(*blocks, &document.Paragraph{Content: document.Plain(p)})
		case len(doc.Blocks) > 0:
			sec := &document.Section{Title: document.Plain(p)}
			doc.Blocks = append(doc.Blocks, sec)
			blocks = &sec.Blocks
		}
	}
	doc.Identify()
	return doc
}

// lineOf is what the eye sees of a justified line.
type lineOf struct {
	text       string
	space      float64 // mean word space in em
	hyphenated bool
	full       bool // set to the measure
}

// linesOf reads the lines of running text back from the pages.
func linesOf(book *frame.Book, st *style.Style) []lineOf {
	var out []lineOf
	for i := range book.Pages {
		type row struct {
			texts []*frame.Text
			y     style.Length
		}
		var rows []*row
		for _, it := range book.Pages[i].Items {
			t, ok := it.(*frame.Text)
			if !ok || t.Mark.Tag == 0 || t.Size < st.Body.Size.Em(700) || t.Size > st.Body.Size.Em(1300) {
				continue
			}
			if n := len(rows); n == 0 || rows[n-1].y != t.Y {
				rows = append(rows, &row{y: t.Y})
			}
			rows[len(rows)-1].texts = append(rows[len(rows)-1].texts, t)
		}
		left := st.Margins.Inside
		if i%2 == 1 {
			left = st.Margins.Outside
		}
		for _, r := range rows {
			var l lineOf
			var spaces []float64
			var b strings.Builder
			end := style.Length(0)
			for _, t := range r.texts {
				x := t.X
				for k, g := range t.Glyphs {
					if g.Char == ' ' && g.Advance > 0 && !(k == len(t.Glyphs)-1 && t == r.texts[len(r.texts)-1]) {
						spaces = append(spaces, g.Advance.Points()/st.Body.Size.Points())
					}
					if g.Char == '\u00AD' {
						l.hyphenated = true
					} else {
						b.WriteString(t.Stands(g))
					}
					x += g.Advance
				}
				end = x
			}
			l.text = b.String()
			l.full = end >= left+st.Measure()-style.Point/2
			for _, s := range spaces {
				l.space += s / float64(len(spaces))
			}
			out = append(out, l)
		}
	}
	return out
}

// evenness is what can be counted of lines.
type evenness struct {
	spread, hyphens, loose float64 // shares of lines but for spread
	inRow                  int     // the most lines in a row that end with a hyphen
	lines                  int
}

// measure counts: spread is the standard deviation of the mean word spaces of
// full lines over their median; loose lines have spaces above one and a half
// times their natural width.
func measure(lines []lineOf) evenness {
	face := font.Serif.Face()
	gid, _ := face.Glyph(' ')
	natural := float64(face.Length(face.Advance(gid), 1000*style.Point)) / float64(1000*style.Point)
	e := evenness{lines: len(lines)}
	var spaces []float64
	run := 0
	for _, l := range lines {
		run++
		if !l.hyphenated {
			run = 0
		} else {
			e.hyphens++
		}
		e.inRow = max(e.inRow, run)
		if l.full && l.space > 0 {
			spaces = append(spaces, l.space)
			if l.space > 1.5*natural {
				e.loose++
			}
		}
	}
	slices.Sort(spaces)
	mean, squares := 0.0, 0.0
	for _, v := range spaces {
		mean += v / float64(len(spaces))
	}
	for _, v := range spaces {
		squares += (v - mean) * (v - mean) / float64(len(spaces))
	}
	e.spread = math.Sqrt(squares) / spaces[len(spaces)/2]
	e.hyphens /= float64(len(lines))
	e.loose /= float64(len(spaces))
	return e
}

// TestEvenSpaces guards how evenly the raw article is set: on a measure of 455
// points, where LuaLaTeX with microtype reaches a spread of 0.087 with 0.6 %
// of lines hyphenated, and on the house's own of 69 and 64 characters, which
// are harder.
func TestEvenSpaces(t *testing.T) {
	doc := article(t)
	wide := style.New(style.A4(), style.Article, style.House)
	wide.Margins.Outside = wide.Paper.Width - wide.Margins.Inside - 455*style.Point
	for _, c := range []struct {
		name                   string
		style                  style.Style
		spread, hyphens, loose float64
	}{
		{"455 pt", wide, 0.087, 0.006, 0},
		{"A4", style.New(style.A4(), style.Article, style.House), 0.105, 0.02, 0},
		{"A5", style.New(style.A5(), style.Article, style.House), 0.13, 0.03, 0},
	} {
		book, _, found, err := Set(context.Background(), doc, c.style, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range found {
			t.Errorf("%s: %v", c.name, d)
		}
		e := measure(linesOf(book, &c.style))
		t.Logf("%s: %+v", c.name, e)
		if e.spread > c.spread {
			t.Errorf("%s: word spaces spread by %.3f, want at most %.3f", c.name, e.spread, c.spread)
		}
		if e.loose > c.loose {
			t.Errorf("%s: %.1f %% of lines have spaces above one and a half times their width", c.name, 100*e.loose)
		}
		if e.hyphens > c.hyphens || e.inRow > 2 {
			t.Errorf("%s: %.1f %% of lines are hyphenated, up to %d in a row", c.name, 100*e.hyphens, e.inRow)
		}
	}
}

// TestSuspendedHyphens sets words that go on elsewhere, of every length: their
// hyphens count among those that stand below each other, and their spaces stay in
// the text.
func TestSuspendedHyphens(t *testing.T) {
	st := style.New(style.A5(), style.Article, style.House)
	suspended := strings.TrimSpace(strings.Repeat("Eingangs- und Ausgangsprüfung, Vor- oder Nachbereitungs- sowie Sonderaufgaben, ", 5))
	for n := range 40 {
		words := strings.Repeat("x", n+1) + " " + suspended
		doc := &document.Document{Metadata: document.Metadata{Language: "de"}, Blocks: []document.Block{para(words)}}
		book, _, _ := set(t, doc, st)
		run, all := 0, []string{}
		for _, l := range pageLines(book, 0) {
			if run++; !strings.HasSuffix(l, "-") && !strings.HasSuffix(l, "\u00AD") {
				run = 0
			}
			if run > 2 {
				t.Errorf("%d: %d hyphens in a row, the last in %q", n, run, l)
			}
			all = append(all, l)
		}
		text := newReader(book).text(1, func(*frame.Tag) bool { return false })
		if got := strings.ReplaceAll(text, "\u00AD", ""); !strings.Contains(got, words) {
			t.Errorf("%d: the text is %q", n, got)
		}
		if t.Failed() {
			t.Fatalf("%q", all)
		}
	}
}
