package line

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/hyphen"
	"github.com/quirepress/quire/formats/style"
)

// setter makes items of English words, in the text face at a size.
type setter struct {
	face     *font.Face
	size     style.Length
	patterns *hyphen.Patterns
}

// box measures letters, without kerning.
func (s *setter) box(text string) Item {
	it := Item{Kind: Box}
	units := 0
	var first, last font.GID
	for _, r := range text {
		g, ok := s.face.Glyph(r)
		if !ok {
			g, _ = s.face.Glyph('n')
		}
		if it.Letters == 0 {
			first = g
		}
		last = g
		units += s.face.Advance(g)
		it.Letters++
	}
	left, _ := s.face.Protrusion(first)
	_, right := s.face.Protrusion(last)
	it.Width = s.face.Length(units, s.size)
	it.Stretch, it.Shrink = it.Width/50, it.Width/50
	it.Left, it.Right = s.face.Length(left, s.size), s.face.Length(right, s.size)
	return it
}

// paragraph makes items of a paragraph.
func (s *setter) paragraph(text string) []Item {
	hyphen := s.box("-")
	hyphen.Kind, hyphen.Flagged, hyphen.Left = Penalty, true, 0
	space := s.box(" ").Width
	glue := Space(space)
	var items []Item
	for i, word := range strings.Fields(text) {
		if i > 0 {
			items[len(items)-1].Letters-- // behind the last letter is the space
			items = append(items, glue)
		}
		from := 0
		places := s.patterns.Break(nil, word)
		for at := 2; at < len(word); at++ {
			own := word[at-1] == '-'
			if !own && !slices.Contains(places, at) {
				continue
			}
			items = append(items, s.box(word[from:at]))
			if own {
				items = append(items, Item{Kind: Penalty, Flagged: true})
			} else {
				items = append(items, hyphen)
			}
			from = at
		}
		items = append(items, s.box(word[from:]))
	}
	return Finish(items)
}

// TestQuality sets whole articles and measures what a reader sees. The bounds
// on the wide measure are what LuaLaTeX with microtype reaches there, those on
// the narrow one are the house's own.
func TestQuality(t *testing.T) {
	patterns, _ := hyphen.For("en")
	for _, c := range []struct {
		name, file           string
		measure, size        style.Length
		hyphens, wide, space float64
	}{
		{"A4", "../../../../../shared/articles/kosovo-nato.txt", 455 * pt, 11 * pt, 0.006, 0, 0.087},
		{"A5", "../../../../../shared/articles/kosovo-nato.txt", style.Millimetres(107), style.Points(10.25), 0.03, 0, 0.13},
		{"A4 own", "../../../../examples/articles/kosovo-and-nato.md", 455 * pt, 11 * pt, 0.006, 0, 0.087},
		{"A5 own", "../../../../examples/articles/kosovo-and-nato.md", style.Millimetres(107), style.Points(10.25), 0.03, 0, 0.13},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, err := os.ReadFile(c.file)
			if err != nil {
				t.Skip(err)
			}
			s := &setter{font.Serif.Face(), c.size, patterns}
			p := Justified(c.measure, c.size)
			var b Breaker
			var spaces []float64
			lines, hyphenated, wide := 0, 0, 0
			for par := range strings.Lines(string(text)) {
				if par = strings.TrimSpace(par); len(par) < 100 || strings.ContainsAny(par[:1], "#|![>-:") {
					continue // no paragraph of prose
				}
				items := s.paragraph(par)
				r := b.Break(items, &p)
				if err := invariants(items, &p, r); err != nil {
					t.Error(err)
				}
				for i := range r.Lines {
					l := &r.Lines[i]
					lines++
					if l.Hyphenated {
						hyphenated++
					}
					if l.Overfull > 0 {
						t.Errorf("a line is too long by %v", l.Overfull)
					}
					set, natural, n := style.Length(0), style.Length(0), 0
					for k := l.Start; k < l.End; k++ {
						if items[k].Kind == Glue {
							set += l.Set(&items[k])
							natural += items[k].Width
							n++
						}
					}
					if n == 0 || i == len(r.Lines)-1 {
						continue
					}
					spaces = append(spaces, (set / style.Length(n)).Points())
					if 2*set > 3*natural {
						wide++
					}
				}
			}
			mean, squares := 0.0, 0.0
			for _, x := range spaces {
				mean += x / float64(len(spaces))
			}
			for _, x := range spaces {
				squares += (x - mean) * (x - mean)
			}
			slices.Sort(spaces)
			spread := math.Sqrt(squares/float64(len(spaces))) / spaces[len(spaces)/2]
			hyphens, wides := float64(hyphenated)/float64(lines), float64(wide)/float64(lines)
			t.Logf("%d lines, %.1f %% hyphenated, %.1f %% wide, spread of spaces %.3f", lines, 100*hyphens, 100*wides, spread)
			if hyphens > c.hyphens || wides > c.wide || spread > c.space {
				t.Errorf("want at most %.1f %%, %.1f %%, %.3f", 100*c.hyphens, 100*c.wide, c.space)
			}
		})
	}
}
