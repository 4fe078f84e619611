package layout

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

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

// spread returns the standard deviation of the mean word spaces of full lines
// over their median, and the shares of lines that are hyphenated and loose.
func measure(lines []lineOf) (spread, hyphens, loose float64, n int) {
	var s []float64
	run, runs := 0, 0
	for _, l := range lines {
		if l.hyphenated {
			hyphens++
			run++
			runs = max(runs, run)
		} else {
			run = 0
		}
		if l.full && l.space > 0 {
			s = append(s, l.space)
		}
	}
	if len(s) == 0 {
		return
	}
	sorted := slices.Sorted(slices.Values(s))
	median := sorted[len(sorted)/2]
	mean := 0.0
	for _, v := range s {
		mean += v / float64(len(s))
	}
	for _, v := range s {
		spread += (v - mean) * (v - mean) / float64(len(s))
		if v > 1.5*0.2 {
			loose++
		}
	}
	return math.Sqrt(spread) / median, hyphens / float64(len(lines)), loose / float64(len(s)), len(lines)
}

// TestEvenSpaces guards how evenly the raw article is set on the house's own
// measures of 69 and 64 characters, which are harder than wider ones.
func TestEvenSpaces(t *testing.T) {
	doc := article(t)
	for _, paper := range []style.Paper{style.A4(), style.A5()} {
		st := style.New(paper, style.Article, style.House)
		book, _, _, err := Set(context.Background(), doc, st, Options{})
		if err != nil {
			t.Fatal(err)
		}
		spread, hyphens, loose, n := measure(linesOf(book, &st))
		t.Logf("%s: %d lines, spread %.3f, hyphenated %.1f %%, loose %.1f %%", paper.Name, n, spread, 100*hyphens, 100*loose)
		limit := 0.105
		if paper == style.A5() {
			limit = 0.12
		}
		if spread > limit {
			t.Errorf("%s: word spaces spread by %.3f, want at most %.3f", paper.Name, spread, limit)
		}
		if loose > 0.01 {
			t.Errorf("%s: %.1f %% of lines have spaces above one and a half times their width", paper.Name, 100*loose)
		}
		if hyphens > 0.04 {
			t.Errorf("%s: %.1f %% of lines are hyphenated", paper.Name, 100*hyphens)
		}
	}
}
