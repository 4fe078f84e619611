package line

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/style"
)

const pt = style.Point

// Paragraphs for the tests are written with letters of 5 pt. A space is glue
// of 5 pt, "-" a break that adds a hyphen of 3 pt, "=" a hyphen of the word's
// own, "!" a last resort, "^" a break for the emergency, "|" a forced break, "~" a space that never breaks.
func paragraph(text string) []Item {
	var items []Item
	space := Item{Kind: Glue, Width: 5 * pt, Stretch: 5 * pt / 2, Shrink: 5 * pt / 3}
	letters := 0
	end := func() {
		if letters > 0 {
			w := style.Length(letters) * 5 * pt
			items = append(items, Item{Kind: Box, Width: w, Stretch: w / 50, Shrink: w / 50, Letters: int32(letters)})
			letters = 0
		}
	}
	for _, r := range text {
		if !strings.ContainsRune(" -=!^|~", r) {
			letters++
			continue
		}
		if r == '=' {
			letters++ // the hyphen itself
		}
		end()
		switch r {
		case ' ':
			items = append(items, space)
		case '-':
			items = append(items, Item{Kind: Penalty, Flagged: true, Width: 3 * pt})
		case '=':
			items = append(items, Item{Kind: Penalty, Flagged: true})
		case '!':
			items = append(items, Item{Kind: Penalty, LastResort: true})
		case '^':
			items = append(items, Item{Kind: Penalty, From: Emergency})
		case '|':
			items = append(items, Fil(), Break())
		case '~':
			items = append(items, Item{Kind: Penalty, Cost: Inhibit}, space)
		}
	}
	end()
	return Finish(items)
}

// shape describes lines by what they show: their letters' count, ">" for glue
// set wide, "<" for narrow, and what ends them.
func shape(items []Item, r Result) string {
	var b strings.Builder
	for i, l := range r.Lines {
		if i > 0 {
			b.WriteByte(' ')
		}
		n := int32(0)
		for k := l.Start; k < l.End; k++ {
			n += items[k].Letters
		}
		fmt.Fprint(&b, n)
		if l.Hyphenated {
			b.WriteByte('-')
		}
		if l.LastResort {
			b.WriteByte('!')
		}
		if l.Overfull > 0 {
			b.WriteString("+")
		}
	}
	if r.Ragged {
		b.WriteString(" ragged")
	}
	return b.String()
}

func TestBreak(t *testing.T) {
	justified := func(p *Params) {}
	for _, c := range []struct {
		name, text string
		change     func(*Params)
		want       string
		pass       Pass
	}{
		{"one line", "aaaa aaaa", justified, "8", Unhyphenated},
		{"fits by spaces", "aaaa aaaa aaaa aaaaa aaaa aaaa", justified, "17 8", Unhyphenated},
		{"needs a hyphen", "aaaa aaaa aaaaaaaa-aaaaaa aaaa aaaa", justified, "16- 14", Hyphenated},
		{"hyphen of its own", "aaaa aaaa aaaaaaaa=aaaaaa aaaa aaaa", justified, "17 14", Unhyphenated},
		{"forced", "aaaa aa|aaaa", justified, "6 4", Unhyphenated},
		{"last resort", "aaaaaaaaaa!aaaaaaaaaa!aaaaaaaaaa", justified, "20! 10", LastResort},
		{"no way", "aaaa aaaaaaaaaaaaaaaaaaaaaaaaa aaaa", justified, "4 25+ 4", LastResort},
		{"never there", "aaaa aaaa aaaaaaa~aaaaaa aaaa aaaa", justified, "8 17 4", LastResort},
		{"too loose", "aaaa aaaa aaaaaaa~aaaaaa aaaa aaaa", func(p *Params) { p.Loosest = 150 }, "8 17 4 ragged", LastResort},
		{"only in need", "aaaa aaaa aaaaaaaa^aaaaaa aaaa aaaa", justified, "16 14", Emergency},
		{"no need", "aaaa aaaa aaaa^aaaaa aaaa aaaa", justified, "17 8", Unhyphenated},
		{"hanging", "aaaa aaaa aaaa aaaaa aaaa aaaa aaaa aaaa", func(p *Params) {
			p.Measures = []Measure{{Width: 100 * pt}, {Width: 70 * pt, Offset: 30 * pt}}
		}, "17 12 4", Unhyphenated},
		{"ragged", "aaaaaaaaaa aaaaaaaa aaaaaaaaa aaaaaaaa aaaaaaaa", func(p *Params) { *p = Ragged(100*pt, 10*pt) }, "18 17 8", Unhyphenated},
		{"ragged evens out", "aaaaa aaaaa aaaaa aaaaaaaaaaaaa aa aaaaaaaaaaaaaaaaaa", func(p *Params) { *p = Ragged(100*pt, 10*pt) }, "15 15 18", Unhyphenated},
		{"balanced", "aaaa aaaa aaaa aaaa aaaa", func(p *Params) { *p = Balanced(100*pt, 10*pt) }, "12 8", Unhyphenated},
		{"balanced in few lines", "aaaaaaaaaa aaaaaaaaa aaa", func(p *Params) { *p = Balanced(100*pt, 10*pt) }, "10 12", Unhyphenated},
		{"heading with a long word", "aaaaaaaaaa-aaaaaaaaaa aaa", func(p *Params) { *p = Balanced(100*pt, 10*pt) }, "20 3", Unhyphenated},
		{"heading with too long a word", "aaaaaaaaaa-aaaaaaaaaaaaa aaa", func(p *Params) { *p = Balanced(100*pt, 10*pt) }, "10- 16", LastResort},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Justified(100*pt, 10*pt)
			p.Loosest = 0
			c.change(&p)
			var b Breaker
			items := paragraph(c.text)
			r := b.Break(items, &p)
			if got := shape(items, r); got != c.want || r.Pass != c.pass {
				t.Errorf("%s in pass %v, want %s in %v\n%+v", got, r.Pass, c.want, c.pass, r.Lines)
			}
			if err := invariants(items, &p, r); err != nil {
				t.Error(err)
			}
			again := b.Justify(items, r, &p)
			for i := range r.Lines {
				if again.Lines[i] != r.Lines[i] {
					t.Errorf("line %d: justified again: %+v, was %+v", i, again.Lines[i], r.Lines[i])
				}
			}
		})
	}
}

func TestNothing(t *testing.T) {
	p := Justified(100*pt, 10*pt)
	var b Breaker
	if r := b.Break(nil, &p); len(r.Lines) != 0 {
		t.Errorf("no items made lines: %+v", r)
	}
	if r := b.Justify(nil, Result{}, &p); len(r.Lines) != 0 {
		t.Errorf("no items made lines: %+v", r)
	}
}

// TestMaxHyphens sets words that are best divided at the end of every line.
func TestMaxHyphens(t *testing.T) {
	items := paragraph(strings.Repeat("aa-aa-aa-aa aa-aa-aa ", 40))
	p := Justified(100*pt, 10*pt)
	p.HyphenPenalty, p.DoubleHyphenDemerits = -90, 0 // hyphens are wanted
	p.Tolerance = maxBadness
	var b Breaker
	for limit := range 4 {
		p.MaxHyphens = limit
		r := b.Break(items, &p)
		run, most := 0, 0
		for _, l := range r.Lines {
			if run++; !l.Hyphenated {
				run = 0
			}
			most = max(most, run)
		}
		if limit > 0 && most != limit || limit == 0 && most < 3 || r.Pass != Hyphenated {
			t.Errorf("limit %d: %d hyphens in a row in pass %v", limit, most, r.Pass)
		}
	}
}

// TestFrozen gives a word in a line other widths, as a page number has.
func TestFrozen(t *testing.T) {
	items := paragraph("aaaa aaaa aaaa aaaaa aaaa aaaa aaaa aaaa aaaaa aaaa")
	p := Justified(100*pt, 10*pt)
	var b Breaker
	r := b.Break(items, &p)
	for _, d := range []style.Length{-6 * pt, -3 * pt, 0, 2 * pt, 4 * pt} {
		changed := append([]Item(nil), items...)
		changed[2].Width += d
		again := b.Justify(changed, r, &p)
		if err := invariants(changed, &p, again); err != nil {
			t.Errorf("%v: %v", d, err)
		}
		for i, l := range again.Lines {
			if l.Start != r.Lines[i].Start || l.End != r.Lines[i].End || l.Overfull > 0 {
				t.Errorf("%v: line %d moved or is too long: %+v", d, i, l)
			}
			if i > 0 && l != r.Lines[i] {
				t.Errorf("%v: line %d changed: %+v", d, i, l)
			}
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("a break inside a word was taken")
		}
	}()
	r.Lines[0].End--
	b.Justify(items, r, &p)
}

// TestProtrusion lets a line fit only because its hyphen hangs out.
func TestProtrusion(t *testing.T) {
	box := func(w, left, right style.Length) Item {
		return Item{Kind: Box, Width: w * pt, Left: left * pt, Right: right * pt}
	}
	items := Finish([]Item{
		box(90, 1, 0), {Kind: Penalty, Flagged: true, Width: 13 * pt, Right: 2 * pt}, box(99, 4, 5),
	})
	p := Justified(100*pt, 10*pt)
	p.PreTolerance = -1
	var b Breaker
	r := b.Break(items, &p)
	if len(r.Lines) != 2 || r.Pass != Hyphenated {
		t.Fatalf("%+v", r)
	}
	if l := r.Lines[0]; l.Width != 103*pt || l.Left != pt || l.Right != 2*pt || l.Overfull != 0 {
		t.Errorf("%+v", l)
	}
	if l := r.Lines[1]; l.Width != 99*pt || l.Left != 4*pt {
		t.Errorf("%+v", l)
	}
}

// TestDisc breaks a ligature: "o-f|fi-ce".
func TestDisc(t *testing.T) {
	items := Finish([]Item{
		{Kind: Box, Width: 85 * pt},
		{Kind: Penalty, Flagged: true, Width: 15 * pt, Disc: &Disc{
			Post: Span{Width: 9 * pt}, NoBreak: Span{Width: 20 * pt},
		}},
		{Kind: Box, Width: 10 * pt},
	})
	p := Justified(100*pt, 10*pt)
	var b Breaker
	r := b.Break(items, &p)
	if len(r.Lines) != 2 || r.Lines[0].Width != 100*pt || r.Lines[1].Width != 19*pt || !r.Lines[1].PostBreak {
		t.Errorf("broken: %+v", r.Lines)
	}
	p.Measures[0].Width = 120 * pt
	if r = b.Break(items, &p); len(r.Lines) != 1 || r.Lines[0].Width != 115*pt {
		t.Errorf("whole: %+v", r.Lines)
	}
}
