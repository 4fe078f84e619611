package font

import (
	"fmt"
	"iter"
	"slices"
	"unicode/utf8"
)

// How glyphs reach the PDF. The painter's library (fpdf) knows no glyph
// numbers: it writes two-byte codes, which it takes for characters, and finds
// the glyph of a code in the font's cmap. So each glyph that is used gets a
// code, and the font that the library is given maps exactly these codes.
//
// What fpdf v0.9.0 does with that font, for the rooms that paint and finish:
//
//   - AddUTF8FontFromBytes parses it, reading name (format 0), head, hhea, OS/2,
//     post, cmap (3,1 or 0,x, format 4), maxp and hmtx; any of these missing is
//     a panic. All are written here.
//   - A code counts as used only if fpdf has seen it in a string: SetFont and
//     Text(0, 0, e.Text()) inside CreateTemplate, which leaves no other trace
//     as long as the template is not placed. Font definitions are shared with
//     the template through the map of used runes. Codes below 57 always count.
//   - Text itself is then written as hexadecimal strings of codes:
//     BT … [<00410056>] TJ ET.
//   - It writes /W from hmtx, rounded to thousandths of an em, for used codes;
//     /DW and MissingWidth from glyph 0; a CIDToGIDMap stream; Flags 4 (5 for a
//     face of fixed pitch, 64 more when it leans), Ascent
//     and Descent from hhea, CapHeight from OS/2, StemV = 50 + (weight/65)²,
//     ItalicAngle cut to whole degrees. All of it agrees with the font file, as
//     PDF/A demands.
//   - It cuts the font down to the used codes and their components once more.
//     That keeps every glyph here, in the same order.
//   - BaseFont is "utf8" + family + style without the tag of a subset, and
//     ToUnicode is the identity: the finishing pass puts [Encoding.FontName] and
//     [Encoding.ToUnicode] in their places.

// maxCodes bounds the codes of an encoding: 8 bytes each in the worst case,
// which must fit the 16-bit length of a format 4 cmap.
const maxCodes = 8000

// Encoding gives codes to the glyphs of a face that a document uses. It is for
// one goroutine; codes depend only on the order of the calls.
type Encoding struct {
	face  *Face
	codes map[glyphText]uint16
	used  map[uint16]glyphText
	next  uint16 // the next private code to try
}

// glyphText is a glyph and the characters it stands for. A small capital may
// stand for a capital in an acronym and for a small letter elsewhere.
type glyphText struct {
	id   GID
	text string
}

// NewEncoding returns an encoding of a face without any code.
func NewEncoding(f *Face) *Encoding {
	return &Encoding{face: f, codes: map[glyphText]uint16{}, used: map[uint16]glyphText{}, next: 0xE000}
}

// Face returns the face that is encoded.
func (e *Encoding) Face() *Face { return e.face }

// Len returns the number of codes given so far.
func (e *Encoding) Len() int { return len(e.used) }

// Code returns the code of a glyph that stands for text: the character itself
// where the glyph is its plain form, a private one otherwise. The text may be
// empty, for the second and later glyphs of a cluster ([Run.Clusters]). The
// same pair has the same code always.
//
// It returns false when the encoding is full, after 8000 codes; then begin
// another one for the same face.
func (e *Encoding) Code(id GID, text string) (code uint16, ok bool) {
	key := glyphText{id, text}
	if code, ok := e.codes[key]; ok {
		return code, true
	}
	if len(e.used) >= maxCodes {
		return 0, false
	}
	code, ok = e.plain(id, text)
	for !ok {
		code = e.next
		if e.next++; e.next == 0xF900 { // end of the private area
			e.next = 0x3400
		}
		_, taken := e.used[code]
		ok = !taken
	}
	e.codes[key], e.used[code] = code, key
	return code, true
}

// plain returns the character that text is, if id is its plain glyph and the
// code is free and harmless.
func (e *Encoding) plain(id GID, text string) (uint16, bool) {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || size != len(text) || r == utf8.RuneError || r <= ' ' && r != ' ' || r >= 0xFFFE || 0xE000 <= r && r < 0xF900 {
		return 0, false
	}
	if g, ok := e.face.Glyph(r); !ok || g != id {
		return 0, false
	}
	_, taken := e.used[uint16(r)]
	return uint16(r), !taken
}

// sorted returns the codes in use, ascending.
func (e *Encoding) sorted() []uint16 {
	codes := make([]uint16, 0, len(e.used))
	for c := range e.used {
		codes = append(codes, c)
	}
	slices.Sort(codes)
	return codes
}

// Text returns all codes in use as a string of characters, for telling fpdf
// that they are used.
func (e *Encoding) Text() string {
	codes := e.sorted()
	runes := make([]rune, len(codes))
	for i, c := range codes {
		runes[i] = rune(c)
	}
	return string(runes)
}

// ToUnicode yields each code in ascending order and the characters that it
// stands for.
func (e *Encoding) ToUnicode() iter.Seq2[uint16, string] {
	return func(yield func(uint16, string) bool) {
		for _, c := range e.sorted() {
			if !yield(c, e.used[c].text) {
				return
			}
		}
	}
}

// Widths yields each code in ascending order and its glyph's advance in font
// units.
func (e *Encoding) Widths() iter.Seq2[uint16, int] {
	return func(yield func(uint16, int) bool) {
		for _, c := range e.sorted() {
			if !yield(c, e.face.Advance(e.used[c].id)) {
				return
			}
		}
	}
}

// FontName returns the name that the PDF should give the font: six capitals
// that tell subsets apart, and the PostScript name (ISO 32000-2, 9.9.2). The
// same subset has the same name.
func (e *Encoding) FontName() string {
	h := uint64(14695981039346656037) // FNV-1a
	add := func(b byte) { h = (h ^ uint64(b)) * 1099511628211 }
	for _, c := range e.sorted() {
		id := e.used[c].id
		add(byte(c >> 8))
		add(byte(c))
		add(byte(id >> 8))
		add(byte(id))
	}
	var name [6]byte
	for i := range name {
		name[i] = 'A' + byte(h%26)
		h /= 26
	}
	return string(name[:]) + "+" + e.face.postScript
}

// Bytes returns a TrueType file that holds the glyphs in use and those that
// they are made of, and whose cmap maps the codes to them. Hinting, layout and
// all else that a PDF does not need is left out.
func (e *Encoding) Bytes() ([]byte, error) {
	if len(e.used) == 0 {
		return nil, fmt.Errorf("font %s: no glyph is encoded", e.face.name)
	}
	s := newSubset(e.face)
	m := make(map[rune]GID, len(e.used))
	for _, c := range e.sorted() {
		m[rune(c)] = s.add(e.used[c].id)
	}
	return s.bytes(m, []uint16{1, 2, 4, 6}, nil)
}
