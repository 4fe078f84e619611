package font

import (
	"reflect"
	"testing"
)

func TestSubset(t *testing.T) {
	f := NotoEmoji.Face()
	data, err := Subset(f, []rune("🙂👍א1🙂"), 0)
	if err != nil {
		t.Fatal(err)
	}
	sub, err := Parse("subset", data)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(sub.Runes()); got != "1👍🙂" {
		t.Errorf("the subset has %q", got)
	}
	for _, r := range sub.Runes() {
		a, _ := f.Glyph(r)
		b, _ := sub.Glyph(r)
		if !reflect.DeepEqual(f.Outline(a), sub.Outline(b)) || f.Advance(a) != sub.Advance(b) || len(sub.Outline(b)) == 0 {
			t.Errorf("%c is another one", r)
		}
	}
	names := readNames(sub.tables["name"])
	if names[0] == "" || names[13] == "" {
		t.Errorf("copyright or licence is lost: %v", names)
	}
	if _, err := Subset(f, []rune("א"), 0); err == nil {
		t.Error("a font without characters is written")
	}
}

func TestOutline(t *testing.T) {
	// A period is a closed contour inside its bounds; an accented letter, a
	// composite in the sans, is its letter and its accent.
	for _, f := range []*Face{Serif.Face(), Sans.Face(), NotoSerif.Face()} {
		for _, r := range ".AgéÅ½ffi" {
			g, _ := f.Glyph(r)
			b, _ := f.Bounds(g)
			var box Bounds
			for i, s := range f.Outline(g) {
				if (i == 0) != (s.Op == MoveTo) && i == 0 {
					t.Errorf("%v: %c begins without a MoveTo", f, r)
				}
				x, y := int(s.To.X), int(s.To.Y)
				if i == 0 {
					box = Bounds{x, y, x, y}
				}
				box = Bounds{min(box.XMin, x), min(box.YMin, y), max(box.XMax, x), max(box.YMax, y)}
			}
			// Designers put points at the extremes, to a unit or two.
			want := Bounds{2 * b.XMin, 2 * b.YMin, 2 * b.XMax, 2 * b.YMax}
			for _, d := range []int{box.XMin - want.XMin, box.YMin - want.YMin, box.XMax - want.XMax, box.YMax - want.YMax} {
				if d > 4 || d < -4 {
					t.Errorf("%v: %c fills %v, its bounds are %v", f, r, box, want)
					break
				}
			}
		}
	}
	space, _ := Serif.Face().Glyph(' ')
	if Serif.Face().Outline(space) != nil {
		t.Error("a space has an outline")
	}
}

func TestProtrusion(t *testing.T) {
	f := Serif.Face()
	at := func(f *Face, r rune) (left, right int) {
		g, ok := f.Glyph(r)
		if !ok {
			t.Fatalf("%v has no %c", f, r)
		}
		return f.Protrusion(g)
	}
	_, stop := at(f, '.')
	_, hyphen := at(f, '-')
	_, dash := at(f, '—')
	leftA, _ := at(f, 'T')
	stem, stemRight := at(f, 'H')
	if !(stop > 90 && hyphen > 90 && dash < hyphen && leftA > 0 && leftA < 60 && stem == 0 && stemRight == 0) {
		t.Errorf("stop %d, hyphen %d, dash %d, T %d, H %d %d", stop, hyphen, dash, leftA, stem, stemRight)
	}
	for _, e := range EmbeddedAll() {
		f := e.Face()
		for g := range GID(f.Glyphs()) {
			if l, r := f.Protrusion(g); l < 0 || r < 0 || l > f.Advance(g)/2 || r > f.Advance(g)/2 {
				t.Fatalf("%v: %s protrudes by %d and %d of %d", f, f.GlyphName(g), l, r, f.Advance(g))
			}
		}
	}
	// Forms protrude as their character does.
	var s Shaper
	raised := s.Shape("A-", Setting{Face: f, Features: CaseForms})
	if _, r := f.Protrusion(raised.Glyphs[1].ID); f.GlyphName(raised.Glyphs[1].ID) != "hyphen.cap" || r < 90 {
		t.Errorf("a raised hyphen protrudes by %d", r)
	}
}

// TestSubsetLayout shapes text in a subset as in the face.
func TestSubsetLayout(t *testing.T) {
	text := "AVATAR Töpfe, office fjord Waffle 1970 To Ya. “Quoted” — end"
	forms := SmallCaps | CapsToSmall | OldStyle | Proportional | Lining | Tabular | Superiors
	var s Shaper
	for _, e := range []Embedded{Serif, SerifItalic, Sans, SansSemibold, NotoSerif, Code} {
		f := e.Face()
		data, err := Subset(f, []rune(text), forms)
		if err != nil {
			t.Fatal(err)
		}
		sub, err := Parse("subset", data)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) > 60_000 {
			t.Errorf("%v: the subset has %d bytes", e, len(data))
		}
		for _, features := range []Features{0, SmallCaps, SmallCaps | CapsToSmall, OldStyle | Proportional, Lining | Tabular, Superiors, NoKerning | NoLigatures} {
			a, b := s.Shape(text, Setting{Face: f, Features: features}), s.Shape(text, Setting{Face: sub, Features: features})
			if len(a.Glyphs) != len(b.Glyphs) {
				t.Errorf("%v with %b: %d glyphs, want %d", e, features, len(b.Glyphs), len(a.Glyphs))
				continue
			}
			for i, g := range a.Glyphs {
				h := b.Glyphs[i]
				if g.Advance != h.Advance || !reflect.DeepEqual(f.Outline(g.ID), sub.Outline(h.ID)) {
					t.Errorf("%v with %b: %s at byte %d has advance %d, want %d", e, features, f.GlyphName(g.ID), g.Start, h.Advance, g.Advance)
				}
			}
		}
	}
}
