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
	face, err := gofont.ParseTTF(newSubfile(data, show, map[tag][]byte{
		"GSUB": withLists(f.tables["GSUB"], gsubKind),
		"GPOS": withLists(f.tables["GPOS"], gposKind),
	}))
	if err != nil {
		return nil, err
	}
	return face.Font, nil
}

// subfile is a font file whose directory lists some of its tables only, and
// others in place of some. The directory is read in sequence, the tables by
// their place: those that replace others stand one behind the other after the
// file.
type subfile struct {
	*bytes.Reader // the directory
	data          []byte
	more          [][]byte
}

func newSubfile(data []byte, show []tag, instead map[tag][]byte) subfile {
	s := subfile{data: data}
	dir := append([]byte("\x00\x01\x00\x00"), make([]byte, 8)...)
	n, end := uint16(0), len(data)
	for i := range int(order.Uint16(data[4:])) {
		r := data[12+16*i:][:16]
		name := tag(r[:4])
		if !slices.Contains(show, name) {
			continue
		}
		dir = append(dir, r...)
		n++
		if b := instead[name]; len(b) > 0 {
			r = dir[len(dir)-16:]
			order.PutUint32(r[8:], uint32(end))
			order.PutUint32(r[12:], uint32(len(b)))
			s.more = append(s.more, b)
			end += len(b)
		}
	}
	order.PutUint16(dir[4:], n)
	s.Reader = bytes.NewReader(dir)
	return s
}

// ReadAt reads from the tables.
func (s subfile) ReadAt(p []byte, off int64) (int, error) {
	from := s.data
	for _, b := range s.more {
		if off < int64(len(from)) {
			break
		}
		off -= int64(len(from))
		from = b
	}
	if off < 0 || off > int64(len(from)) {
		return 0, io.EOF
	}
	n := copy(p, from[off:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}
