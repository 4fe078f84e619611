package font

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// The container: a directory of tables, each with a checksum (OpenType 1.9,
// "Organization of an OpenType Font"). This file reads the directory of a font
// that may be broken and writes the directory of one that is not.

// tag is the name of a table, such as "glyf".
type tag string

// tables maps the tables of a font to their bytes, which alias the file.
type tables map[tag][]byte

var order = binary.BigEndian

// The errors that say why a file cannot be used. Parse wraps them.
var (
	ErrPostScriptOutlines = errors.New("it has PostScript (CFF) outlines; only TrueType outlines (glyf) can be embedded: use the .ttf of the same face")
	ErrCompressed         = errors.New("it is a WOFF file for the web; unpack it to TrueType (.ttf) first")
	ErrCollection         = errors.New("it is a collection of several faces; give a file of one face (.ttf)")
	ErrForbidden          = errors.New("its licence bits (OS/2 fsType) forbid embedding in documents")
	ErrBroken             = errors.New("the font file is broken")
)

func broken(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrBroken, fmt.Sprintf(format, args...))
}

// readTables reads the directory of a TrueType file. Tables that overlap the
// end of the file are an error, tables named twice keep the first.
func readTables(data []byte) (tables, error) {
	if len(data) < 12 {
		return nil, broken("%d bytes are too short for a font", len(data))
	}
	switch string(data[:4]) {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return nil, ErrPostScriptOutlines
	case "wOFF", "wOF2":
		return nil, ErrCompressed
	case "ttcf":
		return nil, ErrCollection
	default:
		return nil, broken("it begins with %q, which is no TrueType signature", data[:4])
	}
	n := int(order.Uint16(data[4:]))
	if len(data) < 12+16*n {
		return nil, broken("the table directory is cut off")
	}
	t := make(tables, n)
	for i := range n {
		r := data[12+16*i:]
		name := tag(r[:4])
		off, size := uint64(order.Uint32(r[8:])), uint64(order.Uint32(r[12:]))
		if off+size > uint64(len(data)) {
			return nil, broken("table %q reaches beyond the end of the file", name)
		}
		if _, ok := t[name]; !ok {
			t[name] = data[off : off+size : off+size]
		}
	}
	return t, nil
}

// bytes writes the tables as a TrueType file: directory sorted by name,
// tables on four-byte boundaries, checksums true.
func (t tables) bytes() []byte {
	names := make([]tag, 0, len(t))
	size := 12 + 16*len(t)
	for name, b := range t {
		names = append(names, name)
		size += (len(b) + 3) &^ 3
	}
	slices.SortFunc(names, func(a, b tag) int { return cmp.Compare(a, b) })
	out := make([]byte, 12+16*len(t), size)
	copy(out, "\x00\x01\x00\x00")
	selector := 0
	for 2<<selector <= len(names) {
		selector++
	}
	order.PutUint16(out[4:], uint16(len(names)))
	order.PutUint16(out[6:], uint16(16<<selector))
	order.PutUint16(out[8:], uint16(selector))
	order.PutUint16(out[10:], uint16(16*len(names)-16<<selector))
	head := -1
	for i, name := range names {
		b := t[name]
		at := len(out)
		out = append(out, b...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		if name == "head" && len(b) >= 12 {
			head = at
			order.PutUint32(out[at+8:], 0) // counted as zero in every checksum
		}
		r := out[12+16*i:]
		copy(r, name)
		order.PutUint32(r[4:], checksum(out[at:]))
		order.PutUint32(r[8:], uint32(at))
		order.PutUint32(r[12:], uint32(len(b)))
	}
	if head >= 0 {
		order.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	}
	return out
}

// checksum adds up the big-endian words of b, whose length is a multiple of
// four.
func checksum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += order.Uint32(b)
	}
	return sum
}
