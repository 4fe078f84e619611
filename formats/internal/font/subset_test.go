package font

import (
	"reflect"
	"testing"
)

func TestSubset(t *testing.T) {
	f := NotoEmoji.Face()
	data, err := Subset(f, []rune("🙂👍א1🙂"))
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
	if _, err := Subset(f, []rune("א")); err == nil {
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
