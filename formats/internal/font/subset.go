package font

import (
	"cmp"
	"fmt"
	"slices"
	"unicode/utf16"
)

// Small fonts for documents: the glyphs in use, the glyphs that these are made
// of, and the tables that every reader of TrueType asks for.

// Subset returns a TrueType file with the glyphs of the given characters, for
// embedding into an EPUB, with kerning, standard ligatures and the given forms
// of these characters, for readers that ask for them (font-variant in CSS).
// Characters that the face lacks are left out. The names of the face, its
// copyright and its licence stay in the file.
func Subset(f *Face, runes []rune, forms Features) ([]byte, error) {
	runes = slices.Clone(runes)
	slices.Sort(runes)
	s := newSubset(f)
	m := map[rune]GID{}
	for _, r := range slices.Compact(runes) {
		if g, ok := f.Glyph(r); ok {
			m[r] = s.add(g)
		}
	}
	if len(m) == 0 {
		return nil, fmt.Errorf("font %s: it has none of the characters asked for", f.name)
	}
	gsub, gpos := s.layout(forms)
	return s.bytes(m, []uint16{0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17}, tables{"GSUB": gsub, "GPOS": gpos})
}

// subset collects glyphs and numbers them anew, in the order they are added.
type subset struct {
	face *Face
	ids  []GID       // old numbers by new
	new  map[GID]GID // new numbers by old
}

func newSubset(f *Face) *subset {
	s := &subset{face: f, new: map[GID]GID{}}
	s.add(0)
	return s
}

func (s *subset) add(old GID) GID {
	if g, ok := s.new[old]; ok {
		return g
	}
	g := GID(len(s.ids))
	s.new[old] = g
	s.ids = append(s.ids, old)
	return g
}

// bytes writes the font with a cmap. names lists the strings of the name table
// to keep, more has further tables.
func (s *subset) bytes(cmap map[rune]GID, names []uint16, more tables) ([]byte, error) {
	t := s.outlines()
	t["post"], t["name"], t["OS/2"] = s.post(), s.name(names), s.os2(cmap)
	for name, b := range more {
		if b != nil {
			t[name] = b
		}
	}
	c, err := writeCmap(cmap)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", s.face.name, err)
	}
	t["cmap"] = c
	return t.bytes(), nil
}

// outlines returns the tables by which glyphs are drawn. The glyphs that
// composites need are added behind the others.
func (s *subset) outlines() tables {
	f := s.face
	for i := 0; i < len(s.ids); i++ { // s.ids grows
		if d := f.glyphs.data(s.ids[i]); composite(d) {
			components(d, func(at int) { s.add(GID(order.Uint16(d[at:]))) })
		}
	}
	var glyf, hmtx []byte
	loca := make([]uint32, 0, len(s.ids)+1)
	box := Bounds{}
	for i, old := range s.ids {
		loca = append(loca, uint32(len(glyf)))
		glyf = append(glyf, bare(f.glyphs.data(old), func(g GID) GID { return s.new[g] })...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = order.AppendUint16(hmtx, uint16(f.Advance(old)))
		hmtx = order.AppendUint16(hmtx, uint16(f.leftSide(old)))
		if b, ok := f.Bounds(old); ok && (i == 0 || box == Bounds{}) {
			box = b
		} else if ok {
			box = Bounds{min(box.XMin, b.XMin), min(box.YMin, b.YMin), max(box.XMax, b.XMax), max(box.YMax, b.YMax)}
		}
	}
	loca = append(loca, uint32(len(glyf)))
	if len(glyf) == 0 {
		glyf = []byte{0, 0, 0, 0} // some readers refuse an empty table
	}

	n := uint16(len(s.ids))
	t := tables{"glyf": glyf, "hmtx": hmtx}

	head := slices.Clone(f.tables["head"][:54])
	order.PutUint16(head[16:], order.Uint16(head[16:])&^0b11100) // no instructions
	put16(head[36:], box.XMin, box.YMin, box.XMax, box.YMax)
	long := uint32(len(glyf)) > 2*0xFFFF
	put16(head[50:], 0, 0)
	var l []byte
	for _, at := range loca {
		if long {
			l = order.AppendUint32(l, at)
		} else {
			l = order.AppendUint16(l, uint16(at/2))
		}
	}
	if long {
		put16(head[50:], 1)
	}
	t["head"], t["loca"] = head, l

	hhea := slices.Clone(f.tables["hhea"][:36])
	order.PutUint16(hhea[34:], n)
	t["hhea"] = hhea

	maxp := slices.Clone(f.tables["maxp"][:32])
	order.PutUint32(maxp, 0x00010000)
	order.PutUint16(maxp[4:], n)
	put16(maxp[14:], 1, 0, 0, 0, 0, 0, 0) // one zone and nothing for instructions
	t["maxp"] = maxp
	return t
}

func put16(b []byte, values ...int) {
	for i, v := range values {
		order.PutUint16(b[2*i:], uint16(v))
	}
}

// post returns the table in version 3, which names no glyphs.
func (s *subset) post() []byte {
	m := s.face.metric
	b := make([]byte, 32)
	order.PutUint32(b, 0x00030000)
	order.PutUint32(b[4:], uint32(m.ItalicAngle))
	put16(b[8:], m.UnderlinePosition, m.UnderlineThickness)
	if m.FixedPitch {
		order.PutUint32(b[12:], 1)
	}
	return b
}

// name returns the table in format 0 with the strings of the face that are
// asked for, and those that every font must have.
func (s *subset) name(keep []uint16) []byte {
	f := s.face
	have := readNames(f.tables["name"])
	for id, or := range map[uint16]string{1: f.family, 2: f.style, 4: f.family + " " + f.style, 6: f.postScript} {
		have[id] = cmp.Or(have[id], or)
	}
	var records, strs []byte
	n := 0
	for _, id := range keep {
		if have[id] == "" {
			continue
		}
		at := len(strs)
		for _, u := range utf16.Encode([]rune(have[id])) {
			strs = order.AppendUint16(strs, u)
		}
		for _, v := range []int{3, 1, 0x409, int(id), len(strs) - at, at} {
			records = order.AppendUint16(records, uint16(v))
		}
		n++
	}
	b := make([]byte, 6, 6+len(records)+len(strs))
	put16(b, 0, n, 6+len(records))
	return append(append(b, records...), strs...)
}

// os2 returns the face's own table, or one made of what is known, with the
// first and last character of the subset.
func (s *subset) os2(cmap map[rune]GID) []byte {
	m := s.face.metric
	b := slices.Clone(s.face.tables["OS/2"])
	if len(b) < 90 || order.Uint16(b) < 2 {
		b = make([]byte, 96)
		put16(b, 4, m.UnitsPerEm/2, m.Weight, 5)
		put16(b[26:], m.StrikeoutThickness, m.StrikeoutPosition)
		copy(b[58:], "    ")
		put16(b[68:], m.Ascender, m.Descender, m.LineGap, max(0, m.Ascender), max(0, -m.Descender))
		put16(b[86:], m.XHeight, m.CapHeight)
	}
	first, last := rune(0xFFFF), rune(0)
	for r := range cmap {
		first, last = min(first, r), max(last, r)
	}
	put16(b[64:], int(min(first, 0xFFFF)), int(min(last, 0xFFFF)))
	return b
}

// writeCmap returns a table that maps characters to glyphs: in format 4, and
// in format 12 too where a character lies beyond the basic plane.
func writeCmap(m map[rune]GID) ([]byte, error) {
	runes := make([]rune, 0, len(m))
	for r := range m {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	// Segments of characters in a row whose glyphs are in a row too.
	type segment struct {
		first, last rune
		id          GID
	}
	var all []segment
	for _, r := range runes {
		k := len(all) - 1
		if k >= 0 && r == all[k].last+1 && r != 0x10000 && m[r] == all[k].id+GID(r-all[k].first) {
			all[k].last = r
		} else {
			all = append(all, segment{r, r, m[r]})
		}
	}
	bmp := 0
	for bmp < len(all) && all[bmp].last < 0xFFFF {
		bmp++
	}
	n := bmp + 1 // and the closing segment
	size := 16 + 8*n
	if size > 0xFFFF {
		return nil, fmt.Errorf("%d characters are too many for one cmap", len(runes))
	}
	selector := 0
	for 2<<selector <= n {
		selector++
	}
	f4 := make([]byte, size)
	put16(f4, 4, size, 0, 2*n, 2<<selector, selector, 2*n-2<<selector)
	ends, starts, deltas := f4[14:], f4[16+2*n:], f4[16+4*n:]
	for i, s := range all[:bmp] {
		put16(ends[2*i:], int(s.last))
		put16(starts[2*i:], int(s.first))
		put16(deltas[2*i:], int(s.id)-int(s.first))
	}
	put16(ends[2*bmp:], 0xFFFF)
	put16(starts[2*bmp:], 0xFFFF)
	put16(deltas[2*bmp:], 1)
	if bmp == len(all) {
		b := make([]byte, 12, 12+size)
		put16(b, 0, 1, 3, 1)
		order.PutUint32(b[8:], 12)
		return append(b, f4...), nil
	}
	b := make([]byte, 20, 20+size+16+12*len(all))
	put16(b, 0, 2, 3, 1)
	order.PutUint32(b[8:], 20)
	put16(b[12:], 3, 10)
	order.PutUint32(b[16:], uint32(20+size))
	b = append(b, f4...)
	b = order.AppendUint16(b, 12)
	b = order.AppendUint16(b, 0)
	b = order.AppendUint32(b, uint32(16+12*len(all)))
	b = order.AppendUint32(b, 0)
	b = order.AppendUint32(b, uint32(len(all)))
	for _, s := range all {
		b = order.AppendUint32(b, uint32(s.first))
		b = order.AppendUint32(b, uint32(s.last))
		b = order.AppendUint32(b, uint32(s.id))
	}
	return b, nil
}
