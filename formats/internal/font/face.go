// Package font knows faces: it reads TrueType files, shapes text into glyphs,
// finds where text may be broken and which way it runs, and writes the small
// font files that documents carry.
//
// What goes in is text in UTF-8 and a face, one of the embedded ones
// ([Embedded]) or one that the user supplies ([Parse]). What comes out is plain
// data in font units, integers, so that a line's width is exact: [Face.Length]
// turns units into a distance at a type size.
//
// Use first [Embedded.Face], then a [Shaper] and its [Shaper.Shape]. To write
// the glyphs into a PDF take one [Encoding] a face; to write a face into an
// EPUB take [Subset].
//
// The package never draws, never touches a PDF and never reads a file system.
package font

import (
	"fmt"
	"slices"
	"sync"

	gofont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"github.com/quirepress/quire/formats/style"
)

// Face is a typeface in one style, ready to be set. It does not change and may
// be used from many goroutines at once. Faces are compared by pointer.
type Face struct {
	name       string // what the caller calls it, for messages
	family     string
	style      string
	postScript string

	tables tables
	glyphs glyphs
	hmtx   []byte
	hmtxN  int
	metric Metrics
	font   *gofont.Font
	ascii  bool // it has every printable character of ASCII

	names  func() glyphNames      // the names of glyphs
	margin func() map[GID]overrun // see Protrusion
}

// Parse reads a TrueType file for use in documents. The name is used in
// messages only. Data must not be changed afterwards.
//
// Of a variable font the default instance is taken. The error wraps
// [ErrPostScriptOutlines], [ErrCompressed], [ErrCollection], [ErrForbidden] or
// [ErrBroken].
func Parse(name string, data []byte) (f *Face, err error) {
	defer func() {
		// The outlines are checked here; layout tables are parsed by a
		// library that may not expect everything a hostile file holds.
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("font %s: %w", name, broken("%v", r))
		}
	}()
	f = &Face{name: name}
	if err := f.parse(data, true); err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	return f, nil
}

// parse reads the file. The embedded files need no check of their outlines: a
// test has made it.
func (f *Face) parse(data []byte, check bool) error {
	t, err := readTables(data)
	if err != nil {
		return err
	}
	f.tables = t
	if t["glyf"] == nil && (t["CFF "] != nil || t["CFF2"] != nil) {
		return ErrPostScriptOutlines
	}
	for _, need := range []struct {
		name tag
		size int
	}{{"head", 54}, {"hhea", 36}, {"maxp", 32}, {"hmtx", 4}, {"loca", 4}, {"glyf", 0}, {"cmap", 4}} {
		if b, ok := t[need.name]; !ok {
			return broken("the table %q is missing", need.name)
		} else if len(b) < need.size {
			return broken("the table %q is cut off", need.name)
		}
	}
	head, hhea := t["head"], t["hhea"]
	n := int(order.Uint16(t["maxp"][4:]))
	f.hmtxN = int(order.Uint16(hhea[34:]))
	f.hmtx = t["hmtx"]
	if n == 0 || f.hmtxN == 0 || f.hmtxN > n || len(f.hmtx) < 4*f.hmtxN+2*(n-f.hmtxN) {
		return broken("hmtx does not fit %d glyphs", n)
	}
	if f.glyphs, err = readGlyphs(t["glyf"], t["loca"], order.Uint16(head[50:]) != 0, n, check); err != nil {
		return err
	}
	if err := f.readMetrics(); err != nil {
		return err
	}
	f.readNames()
	if f.font, err = f.library(data, check && t["GPOS"] == nil); err != nil {
		return broken("%v", err)
	}
	f.ascii = true
	for r := ' '; r <= '~'; r++ {
		f.ascii = f.ascii && f.Has(r)
	}
	f.names = sync.OnceValue(func() glyphNames { return readGlyphNames(t["post"], n) })
	f.margin = sync.OnceValue(f.margins)
	return nil
}

// Face returns f itself, so that a face is a [Candidate].
func (f *Face) Face() *Face { return f }

// Name returns what the caller of [Parse] called the face; an embedded face is
// called by its file's base name, such as "SourceSerif4-Regular".
func (f *Face) Name() string { return f.name }

// Family returns the name of the family, such as "Source Serif 4".
func (f *Face) Family() string { return f.family }

// Style returns the name of the style within the family, such as "Semibold".
func (f *Face) Style() string { return f.style }

// PostScriptName returns the name by which PDF knows the face.
func (f *Face) PostScriptName() string { return f.postScript }

// String returns the face's name.
func (f *Face) String() string { return f.name }

// Metrics returns the measures of the face.
func (f *Face) Metrics() Metrics { return f.metric }

// Glyphs returns the number of glyphs.
func (f *Face) Glyphs() int { return len(f.glyphs.start) - 1 }

// Length returns the distance of so many font units at a type size, rounded to
// the nearest unit of length. Add up font units first and turn the sum into a
// length: then nothing is rounded twice.
func (f *Face) Length(units int, size style.Length) style.Length {
	return size.Scale(int64(units), int64(f.metric.UnitsPerEm))
}

// Advance returns the width of a glyph in font units.
func (f *Face) Advance(g GID) int {
	if int(g) >= f.Glyphs() {
		return 0
	}
	return int(order.Uint16(f.hmtx[4*min(int(g), f.hmtxN-1):]))
}

// leftSide returns the left side bearing as hmtx has it.
func (f *Face) leftSide(g GID) int16 {
	if int(g) < f.hmtxN {
		return int16(order.Uint16(f.hmtx[4*int(g)+2:]))
	}
	return int16(order.Uint16(f.hmtx[4*f.hmtxN+2*(int(g)-f.hmtxN):]))
}

// Bounds returns the box around a glyph's outline, and false for glyphs that
// leave no ink, such as spaces.
func (f *Face) Bounds(g GID) (Bounds, bool) { return f.glyphs.bounds(g) }

// SideBearings returns the white on either side of a glyph within its advance,
// in font units; negative where the glyph sticks out. A glyph without ink is
// all left bearing.
func (f *Face) SideBearings(g GID) (left, right int) {
	b, ok := f.Bounds(g)
	if !ok {
		return f.Advance(g), 0
	}
	return b.XMin, f.Advance(g) - b.XMax
}

// Glyph returns the plain glyph of a character, before any shaping, and
// whether the face has one.
func (f *Face) Glyph(r rune) (GID, bool) {
	g, ok := f.font.NominalGlyph(r)
	if !ok || g == 0 || int(g) >= f.Glyphs() {
		return 0, false
	}
	return GID(g), true
}

// Has reports whether the face has a glyph for a character.
func (f *Face) Has(r rune) bool {
	_, ok := f.Glyph(r)
	return ok
}

// GlyphName returns the PostScript name of a glyph, such as "one.onum", or ""
// where the file does not name its glyphs.
func (f *Face) GlyphName(g GID) string {
	if int(g) >= f.Glyphs() {
		return ""
	}
	return f.names().name(g)
}

// Supports reports whether the face has a layout feature, such as "smcp", for
// any script.
func (f *Face) Supports(feature string) bool {
	if len(feature) != 4 {
		return false
	}
	t := opentype.MustNewTag(feature)
	for _, have := range f.font.GSUB.Features {
		if have.Tag == t {
			return true
		}
	}
	for _, have := range f.font.GPOS.Features {
		if have.Tag == t {
			return true
		}
	}
	return false
}

// Runes returns the characters that the face has glyphs for, in order.
func (f *Face) Runes() []rune {
	var runes []rune
	for it := f.font.Cmap.Iter(); it.Next(); {
		if r, g := it.Char(); g != 0 && int(g) < f.Glyphs() {
			runes = append(runes, r)
		}
	}
	slices.Sort(runes)
	return slices.Compact(runes)
}
