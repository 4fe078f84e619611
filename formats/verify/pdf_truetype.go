package verify

import (
	"encoding/binary"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// As much of TrueType as the rules about fonts need (ISO/IEC 14496-22), and the
// simple fonts that are made of it.

// trueType is a font program.
type trueType struct {
	glyphs  int
	em      int
	metrics []byte // hmtx
	long    int    // how many metrics have a width
	cmaps   []subtable
}

// subtable is a table of cmap.
type subtable struct {
	platform, encoding int
	data               []byte
}

// readTrueType reads a program, nil if it is broken.
func readTrueType(b []byte) *trueType {
	u16 := func(b []byte, at int) int {
		if at < 0 || at+2 > len(b) {
			return 0
		}
		return int(binary.BigEndian.Uint16(b[at:]))
	}
	u32 := func(b []byte, at int) int {
		if at < 0 || at+4 > len(b) {
			return 0
		}
		return int(binary.BigEndian.Uint32(b[at:]))
	}
	tables := map[string][]byte{}
	for i := range u16(b, 4) {
		at := 12 + 16*i
		if at+16 > len(b) {
			return nil
		}
		from, n := u32(b, at+8), u32(b, at+12)
		if from > len(b) || n > len(b)-from {
			return nil
		}
		tables[string(b[at:at+4])] = b[from : from+n]
	}
	t := &trueType{
		glyphs: u16(tables["maxp"], 4), em: u16(tables["head"], 18),
		metrics: tables["hmtx"], long: u16(tables["hhea"], 34),
	}
	if t.glyphs == 0 || t.em == 0 || t.long == 0 || len(t.metrics) < 4*t.long {
		return nil
	}
	cm := tables["cmap"]
	for i := range u16(cm, 2) {
		at := 4 + 8*i
		if from := u32(cm, at+4); at+8 <= len(cm) && from < len(cm) {
			t.cmaps = append(t.cmaps, subtable{u16(cm, at), u16(cm, at+2), cm[from:]})
		}
	}
	return t
}

// width returns the advance of a glyph in thousandths of an em.
func (t *trueType) width(gid int) float64 {
	i := min(gid, t.long-1)
	return float64(binary.BigEndian.Uint16(t.metrics[4*i:])) * 1000 / float64(t.em)
}

// table returns a subtable of cmap, nil if there is none.
func (t *trueType) table(platform, encoding int) *subtable {
	for i := range t.cmaps {
		if t.cmaps[i].platform == platform && t.cmaps[i].encoding == encoding {
			return &t.cmaps[i]
		}
	}
	return nil
}

// lookup returns the glyph of a character, 0 for none.
func (s *subtable) lookup(r int) int {
	d := s.data
	u16 := func(at int) int {
		if at < 0 || at+2 > len(d) {
			return 0
		}
		return int(binary.BigEndian.Uint16(d[at:]))
	}
	switch u16(0) {
	case 0:
		if r >= 0 && r < 256 && 6+r < len(d) {
			return int(d[6+r])
		}
	case 4:
		n := u16(6) / 2
		for i := range n {
			if end := u16(14 + 2*i); r > end {
				continue
			}
			start, delta, at := u16(16+2*n+2*i), u16(16+4*n+2*i), 16+6*n+2*i
			if r < start {
				return 0
			}
			if off := u16(at); off != 0 {
				if g := u16(at + off + 2*(r-start)); g != 0 {
					return (g + delta) & 0xFFFF
				}
				return 0
			}
			return (r + delta) & 0xFFFF
		}
	case 6:
		if i := r - u16(6); i >= 0 && i < u16(8) {
			return u16(10 + 2*i)
		}
	}
	return 0
}

// symbolic reports whether a font's characters are its own (9.8.2).
func (c *pdfChecker) symbolic(f *pdfFont) bool {
	flags, _ := c.Integer(f.descriptor["Flags"])
	return flags&4 != 0 && flags&32 == 0
}

// simpleTrueType checks encoding and cmap (ISO 14289-1, 7.21.6).
func (c *pdfChecker) simpleTrueType(f *pdfFont) {
	p := f.program
	if c.symbolic(f) {
		if f.dict["Encoding"] != nil {
			c.both("31-024", "6.2.11.6", "the symbolic font %s has an encoding", f.name)
		}
		if p != nil && len(p.cmaps) == 0 {
			c.both("31-025", "6.2.11.6", "the symbolic font %s has no cmap", f.name)
		}
		if p != nil && len(p.cmaps) > 1 && p.table(3, 0) == nil {
			c.both("31-026", "6.2.11.6", "the symbolic font %s has several cmaps and none for symbols", f.name)
		}
		return
	}
	known := func(o pdfobject.Object) bool {
		n, _ := c.Name(o)
		return n == "MacRomanEncoding" || n == "WinAnsiEncoding"
	}
	switch e := c.Resolve(f.dict["Encoding"]).(type) {
	case pdfobject.Null:
		c.both("31-019", "6.2.11.6", "the font %s has no encoding", f.name)
	case pdfobject.Name:
		if !known(e) {
			c.both("31-021", "6.2.11.6", "the font %s has the encoding %s", f.name, e)
		}
	case pdfobject.Dict:
		if e["BaseEncoding"] == nil {
			c.both("31-020", "6.2.11.6", "the encoding of %s builds on none", f.name)
		} else if !known(e["BaseEncoding"]) {
			c.both("31-021", "6.2.11.6", "the encoding of %s builds on neither MacRoman nor WinAnsi", f.name)
		}
		if e["Differences"] != nil && p != nil && p.table(3, 1) == nil {
			c.both("31-023", "6.2.11.6", "the encoding of %s has differences and the program no cmap for Unicode", f.name)
		}
	}
	if p == nil {
		return
	}
	plain := 0
	for _, t := range p.cmaps {
		if !(t.platform == 3 && t.encoding == 0) {
			plain++
		}
	}
	if plain == 0 {
		c.both("31-017", "6.2.11.6", "the program of %s has no cmap but one for symbols", f.name)
		return
	}
	for code, u := range f.used.all() {
		if !u.invisible && c.simpleGlyph(f, code) == 0 {
			c.ua("31-018", "the font %s: no cmap has the code %#x", f.name, code)
		}
	}
}

// simpleGlyph returns the glyph of a code of a simple TrueType font (9.6.6.4).
// Codes that Differences rename are taken as what they were.
func (c *pdfChecker) simpleGlyph(f *pdfFont, code int) int {
	p := f.program
	if c.symbolic(f) {
		if t := p.table(3, 0); t != nil {
			for _, base := range []int{0xF000, 0, 0xF100, 0xF200} {
				if g := t.lookup(base + code); g != 0 {
					return g
				}
			}
			return 0
		}
		if t := p.table(1, 0); t != nil {
			return t.lookup(code)
		}
		return 0
	}
	if t := p.table(3, 1); t != nil {
		if g := t.lookup(int(winAnsi(byte(code)))); g != 0 {
			return g
		}
	}
	if t := p.table(1, 0); t != nil && code < 128 {
		return t.lookup(code)
	}
	return 0
}

// winAnsi returns the character of a byte in WinAnsiEncoding.
func winAnsi(b byte) rune {
	if b < 0x80 || b > 0x9F {
		return rune(b)
	}
	return [...]rune{
		0x20AC, 0x2022, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x2022, 0x17D, 0x2022,
		0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x2022, 0x17E, 0x178,
	}[b-0x80]
}
