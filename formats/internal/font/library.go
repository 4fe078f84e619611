package font

import (
	"bytes"
	"io"
	"slices"

	gofont "github.com/go-text/typesetting/font"
)

// The shaping library reads every table that it knows as soon as it is handed
// a font: outlines and glyph names take it three times as long as all the rest
// and are not needed for shaping. So it is shown the file with a directory that
// leaves them out.

// library returns the face as the shaping library sees it. With extents it sees
// the outlines too, which it needs to place accents where a face has no rules
// for that (no GPOS).
func (f *Face) library(data []byte, extents bool) (*gofont.Font, error) {
	show := []tag{"cmap", "head", "maxp", "hhea", "hmtx", "OS/2", "GDEF", "GSUB", "GPOS", "kern", "vhea", "vmtx"}
	if extents {
		show = append(show, "glyf", "loca")
	}
	face, err := gofont.ParseTTF(newSubfile(data, show))
	if err != nil {
		return nil, err
	}
	return face.Font, nil
}

// libraryNames returns the face as it is seen by someone who wants the names
// of glyphs only.
func (f *Face) libraryNames(data []byte) *gofont.Font {
	face, err := gofont.ParseTTF(newSubfile(data, []tag{"cmap", "head", "maxp", "post"}))
	if err != nil {
		panic("internal error: a font was read once but not twice: " + err.Error())
	}
	return face.Font
}

// subfile is a font file whose directory lists some of its tables only. The
// directory is read in sequence, the tables by their place.
type subfile struct {
	*bytes.Reader // the directory
	data          []byte
}

func newSubfile(data []byte, show []tag) subfile {
	dir := append([]byte("\x00\x01\x00\x00"), make([]byte, 8)...)
	n := uint16(0)
	for i := range int(order.Uint16(data[4:])) {
		if r := data[12+16*i:][:16]; slices.Contains(show, tag(r[:4])) {
			dir = append(dir, r...)
			n++
		}
	}
	order.PutUint16(dir[4:], n)
	return subfile{bytes.NewReader(dir), data}
}

// ReadAt reads from the tables.
func (s subfile) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 || off > int64(len(s.data)) {
		return 0, io.EOF
	}
	n := copy(p, s.data[off:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}
