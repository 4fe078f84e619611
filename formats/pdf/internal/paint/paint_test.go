package paint

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

const pt = style.Point

// glyph is a glyph on a line, with more advance than it has by itself.
func glyph(face *font.Face, size style.Length, s string, more style.Length) frame.Glyph {
	r := []rune(s)[0]
	g, _ := face.Glyph(r)
	return frame.Glyph{ID: uint16(g), Advance: face.Length(face.Advance(g), size) + more, Char: r}
}

// line sets text with random letter and word spacing.
func line(text string, size style.Length, r *rand.Rand) *frame.Text {
	face := font.Serif.Face()
	t := &frame.Text{X: 37*pt + 1234, Y: 99*pt + 4321, Size: size}
	for _, c := range text {
		t.Glyphs = append(t.Glyphs, glyph(face, size, string(c), style.Length(r.IntN(40000)-10000)))
	}
	return t
}

func page(items ...frame.Item) *frame.Book {
	return &frame.Book{
		Faces: []*font.Face{font.Serif.Face()},
		Pages: []frame.Page{{Width: 400 * pt, Height: 600 * pt, Items: items}},
	}
}

// content paints a book and returns the content of its first page.
func content(t testing.TB, book *frame.Book) (string, Result) {
	t.Helper()
	res, err := Paint(t.Context(), book)
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdfobject.Parse(res.PDF)
	if err != nil || f.Repaired != nil {
		t.Fatal(err, f.Repaired)
	}
	pages := f.Pages()
	if len(pages) != len(book.Pages) {
		t.Fatalf("%d pages are painted of %d", len(pages), len(book.Pages))
	}
	b, err := f.Content(pages[0])
	if err != nil {
		t.Fatal(err)
	}
	return string(b), res
}

// shown is a glyph where a reader of the PDF puts it, in points.
type shown struct{ x, y float64 }

// read plays the text operators of a content stream.
func read(t *testing.T, s string, res Result) (all []shown) {
	t.Helper()
	var size, scale, rise, letter, word, x, y, lineX, lineY float64
	scale = 1
	widths := map[int]int{}
	for c, w := range res.Fonts[0].Widths() {
		widths[c] = w
	}
	num := func(o pdfobject.Object) float64 {
		switch v := o.(type) {
		case pdfobject.Integer:
			return float64(v)
		case pdfobject.Real:
			return float64(v)
		}
		t.Fatalf("%v is no number", o)
		return 0
	}
	err := pdfobject.Operators([]byte(s), func(op pdfobject.Operator) bool {
		a := op.Operands
		switch op.Name {
		case "Tf":
			size = num(a[1])
		case "Tz":
			scale = num(a[0]) / 100
		case "Ts":
			rise = num(a[0])
		case "Tc":
			letter = num(a[0])
		case "Tw":
			word = num(a[0])
		case "BT":
			lineX, lineY = 0, 0
		case "Td":
			lineX += num(a[0])
			lineY += num(a[1])
			x, y = lineX, lineY
		case "TJ":
			for _, e := range a[0].(pdfobject.Array) {
				str, ok := e.(pdfobject.String)
				if !ok {
					x -= num(e) / 1000 * size * scale
					continue
				}
				for _, c := range []byte(str) {
					all = append(all, shown{x, y + rise})
					x += (float64(widths[int(c)])/1000*size + letter) * scale
					if c == ' ' {
						x += word * scale
					}
				}
			}
		}
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestPlaces compares where the glyphs are painted with where the frames have
// them: no further apart than 1/64 pt, at the end of a line as at its beginning,
// however the letters are spaced. Spaces leave no ink and may be further off.
func TestPlaces(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := strings.Repeat("The quick (brown) fox \\ jumps over it. ", 3)
	for _, size := range []style.Length{5 * pt, 8*pt + pt/3, 10*pt + pt/4, 11 * pt, 15*pt + pt*9/10, 25 * pt, 33 * pt, 72 * pt} {
		for _, expansion := range []int32{0, 20, -15, 7} {
			set := line(text, size, r)
			set.Expansion = expansion
			for i := range set.Glyphs {
				if i%5 == 0 {
					set.Shifts = append(set.Shifts, frame.Shift{X: style.Length(r.IntN(100000)), Y: style.Length(r.IntN(200000) - 100000)})
					set.Glyphs[i].Shift = uint16(len(set.Shifts))
				}
			}
			s, res := content(t, page(set))
			got := read(t, s, res)
			if len(got) != len(set.Glyphs) {
				t.Fatalf("%d glyphs of %d are shown", len(got), len(set.Glyphs))
			}
			x := set.X
			for i, g := range set.Glyphs {
				shift := set.Shifted(g)
				wantX, wantY := (x + shift.X).Points(), (600*pt - set.Y - shift.Y).Points()
				slack := 1.0 / 64
				if g.Char == ' ' {
					slack = size.Points() / 4
				}
				if math.Abs(got[i].x-wantX) > slack+0.001 || math.Abs(got[i].y-wantY) > 0.002 {
					t.Errorf("%v, %+d: glyph %d is at %.4f, %.4f and should be at %.4f, %.4f", size, expansion, i, got[i].x, got[i].y, wantX, wantY)
					break
				}
				x += g.Advance
			}
		}
	}
}

// TestGoesOn shows a line in pieces: where one has ended the next begins without
// being told where, unless there is a gap.
func TestGoesOn(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		first, second := line("The quick brown ", 10*pt, r), line("fox jumps over it. ", 9*pt, r)
		second.X, second.Y = first.X+first.Width(), first.Y
		third := line("And far away.", 10*pt, r)
		third.X, third.Y = second.X+second.Width()+60*pt, first.Y
		s, res := content(t, page(first, second, third))
		if n := strings.Count(s, " Td\n"); n != 2 {
			t.Errorf("%d places are said instead of 2:\n%s", n, s)
		}
		got := read(t, s, res)
		for _, set := range []*frame.Text{first, second, third} {
			x := set.X
			for i, g := range set.Glyphs {
				if d := math.Abs(got[i].x - x.Points()); d > 1.0/64+0.001 && g.Char != ' ' || d > 2 {
					t.Fatalf("glyph %d is off by %.4f", i, d)
				}
				x += g.Advance
			}
			got = got[len(set.Glyphs):]
		}
	}
}

// TestMarks looks at which items share marked content.
func TestMarks(t *testing.T) {
	rule := func(tag, order int32) *frame.Rule {
		return &frame.Rule{Width: pt, Height: pt, Mark: frame.Mark{Tag: tag, Order: order}}
	}
	art := func(a frame.Artifact) *frame.Rule {
		return &frame.Rule{Width: pt, Height: pt, Mark: frame.Mark{Artifact: a}}
	}
	for _, c := range []struct {
		name  string
		items []frame.Item
		want  string
	}{
		{"neighbours", []frame.Item{rule(1, 1), rule(1, 2)}, "P0"},
		{"another between", []frame.Item{rule(1, 1), rule(2, 2), rule(1, 3)}, "P0 Span1 P2"},
		{"another read between but drawn later", []frame.Item{rule(1, 1), rule(1, 3), rule(2, 2)}, "P0 P1 Span2"},
		{"artifact between", []frame.Item{rule(1, 1), art(frame.LayoutArtifact), rule(1, 2)}, "P0 Layout P1"},
		{"artifacts", []frame.Item{art(frame.HeaderArtifact), art(frame.HeaderArtifact), art(frame.FooterArtifact), art(frame.BackgroundArtifact)},
			"Header Footer Background"},
	} {
		book := page(c.items...)
		book.Tags = []frame.Tag{{Role: "Document"}, {Role: "P"}, {Parent: 1, Role: "Span"}}
		s, res := content(t, book)
		var got []string
		depth, rules := 0, 0
		err := pdfobject.Operators([]byte(s), func(op pdfobject.Operator) bool {
			switch op.Name {
			case "BDC":
				d := op.Operands[1].(pdfobject.Dict)
				name := fmt.Sprint(op.Operands[0], d["MCID"])
				if d["MCID"] == nil {
					name = fmt.Sprint(d["Type"])
					if d["Subtype"] != nil {
						name = fmt.Sprint(d["Subtype"])
					}
				}
				got = append(got, name)
				depth++
			case "EMC":
				depth--
			case "re":
				rules++
				if depth != 1 {
					t.Errorf("%s: drawn inside %d marks", c.name, depth)
				}
			}
			return true
		})
		if err != nil || depth != 0 || rules != len(c.items) || strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q (%v)", c.name, got, c.want, err)
		}
		n := strings.Count(c.want, "P") + strings.Count(c.want, "S")
		if len(res.Marks[0]) != n {
			t.Errorf("%s: %d marks, want %d", c.name, len(res.Marks[0]), n)
		}
	}
}

// TestClusters writes what several glyphs stand for together.
func TestClusters(t *testing.T) {
	face := font.Serif.Face()
	g := func(s, text string) frame.Glyph {
		x := glyph(face, 10*pt, s, 0)
		x.Char = 0
		for _, r := range text {
			x.Char = r
		}
		return x
	}
	for _, c := range []struct {
		glyphs []frame.Glyph
		want   []string
	}{
		{[]frame.Glyph{g("a", "a"), g("b", "b")}, nil},
		{[]frame.Glyph{g("a", "é"), g("b", ""), g("c", "c")}, []string{"é"}},
		{[]frame.Glyph{g("a", ""), g("b", "é"), g("c", "c"), g("d", "𝔘"), g("e", "")}, []string{"é", "𝔘"}},
		{[]frame.Glyph{g("a", "")}, nil},
	} {
		s, _ := content(t, page(&frame.Text{Size: 10 * pt, Glyphs: c.glyphs}))
		var got []string
		depth := 0
		_ = pdfobject.Operators([]byte(s), func(op pdfobject.Operator) bool {
			switch op.Name {
			case "BDC":
				got = append(got, op.Operands[1].(pdfobject.Dict)["ActualText"].(pdfobject.String).Text())
				depth++
			case "EMC":
				depth--
			}
			return true
		})
		if fmt.Sprint(got) != fmt.Sprint(c.want) || depth != 0 {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestManyGlyphs splits a face over several fonts when its codes are used up: of
// one byte as long as those that are met first will show most of a text, else of
// two.
func TestManyGlyphs(t *testing.T) {
	for _, c := range []struct {
		glyphs, signs int
		want          []int
	}{
		{100, 240, []int{240}},
		{400, 400, []int{font.MostNarrow, 400 - font.MostNarrow}},
		{1000, 1000, []int{1000}},
		{1000, 9000, []int{font.MostWide, 9000 - font.MostWide}},
	} {
		set := &frame.Text{Size: 10 * pt}
		for i := range c.signs {
			set.Append(frame.Glyph{ID: uint16(1 + i%c.glyphs), Advance: pt}, fmt.Sprint(i))
		}
		_, res := content(t, page(set))
		var got []int
		for _, e := range res.Fonts {
			got = append(got, e.Len())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%d glyphs with %d signs: fonts of %d, want %d", c.glyphs, c.signs, got, c.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for v, want := range map[int64]string{
		0: "0", 5: ".005", 50: ".05", 500: ".5", 1000: "1", 1001: "1.001", -1500: "-1.5", 12340: "12.34", -5: "-.005",
	} {
		if got := string(appendMilli(nil, v)); got != want {
			t.Errorf("%d is written %s, want %s", v, got, want)
		}
	}
}

func picture(m image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func TestPictures(t *testing.T) {
	deep := image.NewNRGBA64(image.Rect(0, 0, 3, 3))
	keyed := image.NewPaletted(image.Rect(0, 0, 3, 3), color.Palette{color.NRGBA{}, color.Black})
	book := page()
	for i, m := range []image.Image{deep, keyed, image.NewGray(image.Rect(0, 0, 3, 3))} {
		book.Images = append(book.Images, frame.Image{Name: fmt.Sprint(i), MediaType: "image/png", Bytes: picture(m), Width: 3, Height: 3})
		for range 2 {
			book.Pages[0].Items = append(book.Pages[0].Items, &frame.Picture{Width: pt, Height: pt, Image: i})
		}
	}
	s, res := content(t, book)
	if n := strings.Count(s, " Do"); n != 6 {
		t.Errorf("%d pictures are drawn of 6", n)
	}
	f, _ := pdfobject.Parse(res.PDF)
	images := 0
	for _, o := range f.Objects() {
		d, _ := f.Dict(o)
		if d["Subtype"] != pdfobject.Object(pdfobject.Name("Image")) {
			continue
		}
		images++
		if bits, _ := f.Integer(d["BitsPerComponent"]); bits > 8 || d["Mask"] != nil {
			t.Errorf("an image has %d bits and the mask %v", bits, d["Mask"])
		}
	}
	if images > 5 { // three, two with a mask
		t.Errorf("%d images are embedded", images)
	}
	book.Images[1].Bytes = []byte("no picture")
	if _, err := Paint(t.Context(), book); err == nil {
		t.Error("a broken picture is no error")
	}
	book.Images[1].MediaType = "image/x-unknown"
	if _, err := Paint(t.Context(), book); err == nil {
		t.Error("an unknown media type is no error")
	}
}

func TestPaintErrors(t *testing.T) {
	if _, err := Paint(t.Context(), &frame.Book{}); err == nil {
		t.Error("a book without pages is no error")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Paint(ctx, page()); err == nil {
		t.Error("nothing was cancelled")
	}
}

func TestSameBytes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	book := page(line("the same", 10*pt, r))
	_, a := content(t, book)
	_, b := content(t, book)
	if !bytes.Equal(a.PDF, b.PDF) {
		t.Error("the same book is painted twice in two ways")
	}
}

// TestTextObjects mixes text with rules at random: text objects and marked
// contents never overlap, and nothing but text is drawn in a text object.
func TestTextObjects(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		book := page()
		book.Tags = []frame.Tag{{Role: "Document"}, {Role: "P"}, {Role: "Span", Parent: 1}}
		texts := 0
		for i := range 12 {
			m := frame.Mark{Tag: int32(r.IntN(3)), Order: int32(i + 1)}
			if r.IntN(3) == 0 {
				book.Pages[0].Items = append(book.Pages[0].Items, &frame.Rule{Width: pt, Height: pt, Mark: m})
				continue
			}
			set := line("text", 10*pt, r)
			set.Mark, set.Turned = m, r.IntN(5) == 0
			book.Pages[0].Items = append(book.Pages[0].Items, set)
			texts++
		}
		s, _ := content(t, book)
		var open []string
		err := pdfobject.Operators([]byte(s), func(op pdfobject.Operator) bool {
			in := strings.Join(open, " ")
			switch op.Name {
			case "BDC", "BT":
				if strings.Contains(in, op.Name) {
					t.Fatalf("%s inside %s:\n%s", op.Name, in, s)
				}
				open = append(open, op.Name)
			case "EMC", "ET":
				if !strings.HasSuffix(in, map[string]string{"EMC": "BDC", "ET": "BT"}[op.Name]) {
					t.Fatalf("%s inside %s:\n%s", op.Name, in, s)
				}
				open = open[:len(open)-1]
			case "TJ":
				texts--
				if len(open) != 2 {
					t.Fatalf("text is shown inside %q:\n%s", open, s)
				}
			case "re", "f":
				if len(open) != 1 || open[0] != "BDC" {
					t.Fatalf("a rule is drawn inside %q:\n%s", open, s)
				}
			}
			return true
		})
		if err != nil || len(open) > 0 || texts > 0 {
			t.Fatalf("%v, %q is open, %d texts are missing:\n%s", err, open, texts, s)
		}
	}
}
