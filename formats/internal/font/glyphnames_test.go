package font

import (
	"bytes"
	"testing"

	gofont "github.com/go-text/typesetting/font"
)

// TestGlyphNames compares the names with those that the shaping library reads.
func TestGlyphNames(t *testing.T) {
	for _, e := range EmbeddedAll() {
		f := e.Face()
		theirs, err := gofont.ParseTTF(bytes.NewReader(read(t, e)))
		if err != nil {
			t.Fatal(err)
		}
		for g := range GID(f.Glyphs()) {
			if got, want := f.GlyphName(g), theirs.GlyphName(gofont.GID(g)); got != want {
				t.Fatalf("%v: glyph %d is called %q, want %q", e, g, got, want)
			}
		}
	}
}

// TestBrokenNames reads tables that are cut off.
func TestBrokenNames(t *testing.T) {
	f := Serif.Face()
	post := f.tables["post"]
	for n := range len(post) {
		if n > 200 && n < len(post)-2 && n%97 != 0 {
			continue
		}
		names := readGlyphNames(post[:n], f.Glyphs())
		for g := range GID(f.Glyphs() + 1) {
			if got, want := names.name(g), f.GlyphName(g); got != "" && got != want {
				t.Fatalf("%d bytes: glyph %d is called %q, want %q", n, g, got, want)
			}
		}
	}
}
