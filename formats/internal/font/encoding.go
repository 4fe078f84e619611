package font

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
)

// How glyphs reach the PDF: as codes of one byte, so that a text takes as many
// bytes as it has letters, or, for faces of which a document uses very many
// glyphs, as codes of two (ISO 32000-1, 9.7.6.2). Codes of one byte are never
// mixed with codes of two in one font: programs that take text from files know
// the maps of either kind by name, and many read no others.
//
// Among codes of one byte printable ASCII stands for itself; the others are
// given in the order in which glyphs are met.
//
// A code belongs to a glyph and the characters it stands for: the small capital
// of an acronym is read as a capital, in a running head as a small letter. Each
// code is the character identifier of its own, because some readers keep
// characters by these, and a map leads from there to the glyphs of the font.

// The signs that an encoding has room for: all bytes but those that Close does
// not give away, and far more than a page can use of most faces.
const (
	MostNarrow = 248
	MostWide   = 8000
)

// Encoding gives codes to the glyphs of a face that a document uses. It is for
// one goroutine while signs are added; what comes out depends only on the order
// of the calls.
type Encoding struct {
	face  *Face
	wide  bool
	known map[glyphText]Sign
	signs []glyphText // by their number
	codes []uint16    // by their number, once they have been given
}

// Sign is the number of a glyph with its characters in an [Encoding], counted
// from 0.
type Sign uint16

// glyphText is a glyph and the characters it stands for.
type glyphText struct {
	id   GID
	text string
}

// NewEncoding returns an encoding of a face without any sign. A wide one has
// codes of two bytes.
func NewEncoding(f *Face, wide bool) *Encoding {
	return &Encoding{face: f, wide: wide, known: map[glyphText]Sign{}}
}

// Face returns the face that is encoded.
func (e *Encoding) Face() *Face { return e.face }

// Len returns the number of signs.
func (e *Encoding) Len() int { return len(e.signs) }

// Sign returns the number of a glyph that stands for text. The text may be
// empty, for the second and later glyphs of a cluster ([Run.Clusters]). The
// same pair has the same number always.
//
// It returns false when the encoding is full, after [MostNarrow] or [MostWide]
// signs; then begin another one for the same face. No sign can be added once a
// code has been asked for.
func (e *Encoding) Sign(id GID, text string) (Sign, bool) {
	key := glyphText{id, text}
	if s, ok := e.known[key]; ok {
		return s, true
	}
	if e.codes != nil {
		panic("internal error: a glyph is added to an encoding that has given codes")
	}
	if len(e.signs) >= MostWide || !e.wide && len(e.signs) >= MostNarrow {
		return 0, false
	}
	s := Sign(len(e.signs))
	e.signs = append(e.signs, key)
	e.known[key] = s
	return s, true
}

// Close gives the codes. Afterwards the encoding can be used by many goroutines
// at once.
func (e *Encoding) Close() {
	if e.codes != nil {
		return
	}
	e.codes = make([]uint16, len(e.signs))
	if e.wide {
		for i := range e.codes {
			e.codes[i] = uint16(i + 1) // 0 stands for a glyph that is missing
		}
		return
	}
	var taken [256]bool
	for i, s := range e.signs {
		if len(s.text) == 1 && ' ' <= s.text[0] && s.text[0] <= '~' && !taken[s.text[0]] && e.plain(s) {
			taken[s.text[0]] = true
			e.codes[i] = uint16(s.text[0])
		}
	}
	// What would have to be escaped in a string is not given away, nor is the
	// space, which is widened between words, nor 0, which stands for a glyph
	// that is missing.
	var free []uint16
	for c := uint16(0x80); c != 0x7F; c = (c + 1) & 0xFF {
		switch c {
		case 0, '\n', '\r', ' ', '(', ')', '\\':
		default:
			if !taken[c] {
				free = append(free, c)
			}
		}
	}
	for i, c := range e.codes {
		if c == 0 {
			e.codes[i], free = free[0], free[1:]
		}
	}
}

// plain reports whether a sign is the ordinary glyph of its character.
func (e *Encoding) plain(s glyphText) bool {
	g, ok := e.face.Glyph(rune(s.text[0]))
	return ok && g == s.id
}

// Code returns the bytes by which a string shows a sign: one, or two of a wide
// encoding. A single space is a space between words.
func (e *Encoding) Code(s Sign) []byte {
	e.Close()
	if e.wide {
		return []byte{byte(e.codes[s] >> 8), byte(e.codes[s])}
	}
	return []byte{byte(e.codes[s])}
}

// placed is a sign with its code.
type placed struct {
	glyphText
	code uint16
}

// sorted returns the signs in the order of their codes.
func (e *Encoding) sorted() []placed {
	e.Close()
	list := make([]placed, len(e.signs))
	for i, s := range e.signs {
		list[i] = placed{s, e.codes[i]}
	}
	slices.SortFunc(list, func(a, b placed) int { return cmp.Compare(a.code, b.code) })
	return list
}

// Widths yields the character identifiers in ascending order with the advances
// of their glyphs in font units.
func (e *Encoding) Widths() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for _, s := range e.sorted() {
			if !yield(int(s.code), e.face.Advance(s.id)) {
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
	for _, s := range e.sorted() {
		add(byte(s.code >> 8))
		add(byte(s.code))
		add(byte(s.id >> 8))
		add(byte(s.id))
	}
	var name [6]byte
	for i := range name {
		name[i] = 'A' + byte(h%26)
		h /= 26
	}
	return string(name[:]) + "+" + e.face.postScript
}

// Program returns a TrueType file that holds the glyphs in use and those that
// they are made of, and the glyph of each character identifier in it, as the
// stream CIDToGIDMap has them. Left out of the file is what a composite font
// does not need (9.9): hinting, layout, names and characters.
func (e *Encoding) Program() (file, glyphs []byte, err error) {
	if len(e.signs) == 0 {
		return nil, nil, fmt.Errorf("font %s: no glyph is encoded", e.face.name)
	}
	s := newSubset(e.face)
	for _, sign := range e.sorted() {
		for len(glyphs) <= 2*int(sign.code) {
			glyphs = append(glyphs, 0, 0)
		}
		order.PutUint16(glyphs[2*int(sign.code):], uint16(s.add(sign.id)))
	}
	return s.outlines().bytes(), glyphs, nil
}
