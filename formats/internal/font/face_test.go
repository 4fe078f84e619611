package font

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/style"
)

// read returns the file of an embedded face.
func read(t testing.TB, e Embedded) []byte {
	t.Helper()
	data, err := os.ReadFile("faces/" + e.String() + ".ttf")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// small returns a face of a few kilobytes, for tests that break it.
func small(t testing.TB) []byte {
	t.Helper()
	data, err := Subset(Serif.Face(), []rune("AVfi é…"), SmallCaps)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestEmbedded makes the checks that are skipped when a program opens an
// embedded face.
func TestEmbedded(t *testing.T) {
	found := 0
	for _, e := range EmbeddedAll() {
		f, err := Parse(e.String(), read(t, e))
		if err != nil {
			t.Error(err)
			continue
		}
		if first, again := e.Face(), e.Face(); first != again || first.Metrics() != f.Metrics() {
			t.Errorf("%v: not the same face twice", e)
		}
		if by, ok := EmbeddedByName(e.String()); !ok || by != e {
			t.Errorf("EmbeddedByName(%q) = %v, %v", e.String(), by, ok)
		}
		// What a PDF asks of a font: the name of the file and of the face agree.
		if f.PostScriptName() != e.String() && e != NotoEmoji {
			t.Errorf("%v calls itself %s", e, f.PostScriptName())
		}
		m := f.Metrics()
		if m.Ascender < m.CapHeight || m.CapHeight <= m.XHeight || m.Descender >= 0 {
			t.Errorf("%v: odd metrics %+v", e, m)
		}
		found++
	}
	list, err := filepath.Glob("faces/*.ttf")
	if err != nil || len(list) != found {
		t.Errorf("%d files are embedded, %d faces are named", len(list), found)
	}
}

func TestNames(t *testing.T) {
	f := SerifSemiboldItalic.Face()
	if f.Family() != "Source Serif 4" || f.Style() != "Semibold Italic" || f.Metrics().Weight != 600 || !f.Metrics().Italic {
		t.Errorf("got %s, %s, %+v", f.Family(), f.Style(), f.Metrics())
	}
	if m := Code.Face().Metrics(); !m.FixedPitch {
		t.Error("the code face is not of fixed pitch")
	}
}

func TestGlyphs(t *testing.T) {
	f := Serif.Face()
	a, ok := f.Glyph('A')
	if !ok || f.GlyphName(a) != "A" {
		t.Fatalf("A is glyph %d, %q", a, f.GlyphName(a))
	}
	b, _ := f.Bounds(a)
	if l, r := f.SideBearings(a); l+b.XMax-b.XMin+r != f.Advance(a) || b.YMax < f.Metrics().CapHeight {
		t.Errorf("A: bearings %d %d, bounds %v, advance %d", l, r, b, f.Advance(a))
	}
	if f.Has('\u05D0') || f.Has('\u1F00') || !f.Has('ж') {
		t.Error("wrong coverage")
	}
	if !f.Supports("smcp") || f.Supports("xxxx") || f.Supports("") {
		t.Error("wrong features")
	}
	// Nothing happens beyond the last glyph.
	if f.Advance(65535) != 0 || f.GlyphName(65535) != "" || f.Outline(65535) != nil {
		t.Error("there is something beyond the last glyph")
	}
	if got := f.Length(500, 10*style.Point); got != 5*style.Point {
		t.Errorf("500 units at 10 pt = %v", got)
	}
}

// patch returns a copy of a font whose table has other bytes at an offset.
func patch(t *testing.T, data []byte, name tag, at int, bytes string) []byte {
	t.Helper()
	tab, err := readTables(append([]byte(nil), data...))
	if err != nil {
		t.Fatal(err)
	}
	copy(tab[name][at:], bytes)
	return tab.bytes()
}

func TestParseErrors(t *testing.T) {
	good := small(t)
	if _, err := Parse("good", good); err != nil {
		t.Fatal(err)
	}
	without := func(names ...tag) []byte {
		tab, _ := readTables(good)
		for _, n := range names {
			delete(tab, n)
		}
		return tab.bytes()
	}
	cff := func() []byte {
		tab, _ := readTables(good)
		delete(tab, "glyf")
		tab["CFF "] = []byte{1, 0, 4, 1}
		return tab.bytes()
	}()
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"empty":                 {nil, ErrBroken},
		"OpenType CFF":          {append([]byte("OTTO"), good[4:]...), ErrPostScriptOutlines},
		"CFF in TrueType":       {cff, ErrPostScriptOutlines},
		"WOFF":                  {[]byte("wOFF\x00\x01\x00\x00 and more"), ErrCompressed},
		"WOFF2":                 {[]byte("wOF2\x00\x01\x00\x00 and more"), ErrCompressed},
		"collection":            {[]byte("ttcf\x00\x01\x00\x00 and more"), ErrCollection},
		"a picture":             {[]byte("\x89PNG\r\n\x1a\n and more"), ErrBroken},
		"no cmap":               {without("cmap"), ErrBroken},
		"no hmtx":               {without("hmtx"), ErrBroken},
		"cut off":               {good[:len(good)/2], ErrBroken},
		"restricted":            {patch(t, good, "OS/2", 8, "\x00\x02"), ErrForbidden},
		"not to be subset":      {patch(t, good, "OS/2", 8, "\x01\x00"), ErrForbidden},
		"em of 0":               {patch(t, good, "head", 18, "\x00\x00"), ErrBroken},
		"too many glyphs":       {patch(t, good, "maxp", 4, "\xff\xff"), ErrBroken},
		"glyph outside of glyf": {patch(t, good, "loca", 2, "\xff\xff"), ErrBroken},
	} {
		if _, err := Parse(name, c.data); !errors.Is(err, c.want) || !strings.HasPrefix(err.Error(), "font "+name+": ") {
			t.Errorf("%s: %v", name, err)
		}
	}
	// Editable embedding and installable embedding are fine.
	for _, fsType := range []string{"\x00\x00", "\x00\x08", "\x00\x04"} {
		if _, err := Parse("open", patch(t, good, "OS/2", 8, fsType)); err != nil {
			t.Errorf("fsType %x: %v", fsType, err)
		}
	}
	// A face may lack what can be made up.
	for _, opt := range []tag{"OS/2", "post", "name"} {
		f, err := Parse("bare", without(opt))
		if err != nil {
			t.Errorf("without %s: %v", opt, err)
			continue
		}
		e := NewEncoding(f, false)
		e.Sign(1, "x")
		if _, _, err := e.Program(); err != nil {
			t.Errorf("without %s: %v", opt, err)
		}
	}
}

// TestComposites refuses composites that would never end.
func TestComposites(t *testing.T) {
	component := func(of, flags byte) []byte { return []byte{0, flags, 0, of, 0, 0} }
	glyph := func(parts ...[]byte) []byte {
		d := []byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0}
		for _, p := range parts {
			d = append(d, p...)
		}
		return d
	}
	build := func(glyphs ...[]byte) error {
		var glyf, loca []byte
		for _, d := range glyphs {
			loca = order.AppendUint32(loca, uint32(len(glyf)))
			glyf = append(glyf, d...)
		}
		loca = order.AppendUint32(loca, uint32(len(glyf)))
		_, err := readGlyphs(glyf, loca, true, len(glyphs), true)
		return err
	}
	if err := build(nil, glyph(component(0, 0))); err != nil {
		t.Error(err)
	}
	if err := build(glyph(component(1, 0)), glyph(component(0, 0))); err == nil || !strings.Contains(err.Error(), "made of itself") {
		t.Errorf("a ring: %v", err)
	}
	if err := build(nil, glyph(component(9, 0))); err == nil {
		t.Error("a component that does not exist is taken")
	}
	if err := build(nil, glyph(component(0, 0x20))); err == nil {
		t.Error("a composite that is cut off is taken")
	}
	// Each doubles the one before: 2^40 outlines.
	var tower [][]byte
	tower = append(tower, nil)
	for i := range byte(40) {
		tower = append(tower, glyph(component(i, 0x20), component(i, 0)))
	}
	if err := build(tower...); err == nil || !strings.Contains(err.Error(), "unfolds") {
		t.Errorf("a tower: %v", err)
	}
}

// FuzzParse opens broken fonts and uses those that open in every way.
func FuzzParse(f *testing.F) {
	f.Add(small(f))
	kerned, err := os2less(small(f))
	if err == nil {
		f.Add(kerned)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		face, err := Parse("fuzz", data)
		if err != nil {
			return
		}
		var s Shaper
		run := s.Shape("AVfi é… א", Setting{Face: face, Features: SmallCaps})
		e := NewEncoding(face, false)
		for text, glyphs := range run.Clusters() {
			for _, g := range glyphs {
				e.Sign(g.ID, text)
			}
		}
		for g := range min(face.Glyphs(), 64) {
			face.Outline(GID(g))
			face.SideBearings(GID(g))
			face.Protrusion(GID(g))
			e.Sign(GID(g), face.GlyphName(GID(g)))
		}
		out, _, err := e.Program()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Parse("again", withCmap(t, out)); err != nil && !errors.Is(err, ErrForbidden) {
			t.Fatalf("its subset is broken: %v", err)
		}
		Subset(face, []rune("AVfi"), SmallCaps|OldStyle)
	})
}

func os2less(data []byte) ([]byte, error) {
	tab, err := readTables(data)
	delete(tab, "OS/2")
	return tab.bytes(), err
}

func BenchmarkParse(b *testing.B) {
	data := read(b, Serif)
	for b.Loop() {
		f := &Face{name: "Serif"}
		if err := f.parse(data, false); err != nil {
			b.Fatal(err)
		}
	}
}
