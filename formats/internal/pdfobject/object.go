// Package pdfobject reads and writes the objects of which a PDF file is made
// (ISO 32000-1, 7.2 to 7.5): it knows syntax and nothing of pages or fonts.
//
// [Parse] reads a file, ours or anyone's: classic cross-reference tables,
// cross-reference streams and object streams; a file whose cross references
// are broken is read by looking for its objects. It is safe on hostile input:
// nesting, chains of references and the size of what is decompressed are
// bounded, and there is no input on which it panics.
//
// [Writer] writes a file: compressed, with object streams and
// cross-reference streams, the same objects always giving the same bytes
// however many processors take part. [Operators] reads content streams.
//
// The package never decrypts, decodes no images, and repairs nothing in what
// it hands out.
package pdfobject

import (
	"math"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// Object is one of [Null], [Boolean], [Integer], [Real], [String], [Name],
// [Array], [Dict], [*Stream] and [Ref]. A nil Object stands for null.
type Object interface{ object() }

// The kinds of objects.
type (
	// Null is the null object; a missing entry and a null one are the same.
	Null struct{}
	// Boolean is true or false.
	Boolean bool
	// Integer is a whole number.
	Integer int64
	// Real is a number with decimals. It is written with at most five.
	Real float64
	// String is a string of bytes; see [Text] for strings that people read.
	String string
	// Name is a name without its solidus, its #xx escapes undone.
	Name string
	// Array is a series of objects.
	Array []Object
	// Dict is a dictionary. It is written in the order of its keys, Type and
	// Subtype first.
	Dict map[Name]Object
	// Ref is a reference to an indirect object.
	Ref struct{ Number, Generation int }
)

// Stream is a dictionary with bytes. Raw are the bytes as they stand in the
// file, encoded by the filters that the dictionary names.
type Stream struct {
	Dict Dict
	Raw  []byte
	// At is where Raw begins in the file that was read.
	At int
}

func (Null) object()    {}
func (Boolean) object() {}
func (Integer) object() {}
func (Real) object()    {}
func (String) object()  {}
func (Name) object()    {}
func (Array) object()   {}
func (Dict) object()    {}
func (Ref) object()     {}
func (*Stream) object() {}

// Keys appends the keys of the dictionary, sorted, to an empty slice, which may
// have room for them.
func (d Dict) Keys(room []Name) []Name {
	for k := range d {
		room = append(room, k)
	}
	slices.Sort(room)
	return room
}

// Append appends the object as a PDF file writes it. A stream cannot stand
// inside another object; it is written as its dictionary alone.
func Append(b []byte, o Object) []byte {
	switch o := o.(type) {
	case Boolean:
		return strconv.AppendBool(b, bool(o))
	case Integer:
		return strconv.AppendInt(b, int64(o), 10)
	case Real:
		return appendReal(b, float64(o))
	case String:
		return appendString(b, string(o))
	case Name:
		return appendName(b, string(o))
	case Ref:
		b = strconv.AppendInt(b, int64(o.Number), 10)
		b = append(b, ' ')
		b = strconv.AppendInt(b, int64(o.Generation), 10)
		return append(b, " R"...)
	case Array:
		b = append(b, '[')
		for i, e := range o {
			if i > 0 {
				b = separate(b, e)
			}
			b = Append(b, e)
		}
		return append(b, ']')
	case Dict:
		return appendDict(b, o)
	case *Stream:
		return appendDict(b, o.Dict)
	}
	return append(b, "null"...)
}

func appendDict(b []byte, d Dict) []byte {
	b = append(b, "<<"...)
	entry := func(k Name, v Object) {
		b = appendName(b, string(k))
		b = separate(b, v)
		b = Append(b, v)
	}
	for _, k := range [...]Name{"Type", "Subtype"} {
		if v, ok := d[k]; ok {
			entry(k, v)
		}
	}
	var room [16]Name
	for _, k := range d.Keys(room[:0]) {
		if k != "Type" && k != "Subtype" {
			entry(k, d[k])
		}
	}
	return append(b, ">>"...)
}

// separate puts a space before o where the two objects would run together.
func separate(b []byte, o Object) []byte {
	switch o.(type) {
	case String, Name, Array, Dict, *Stream:
		return b
	}
	switch b[len(b)-1] {
	case ']', ')', '>':
		return b
	}
	return append(b, ' ')
}

// appendReal writes at most five decimals and no exponent: ISO 32000-1, 7.3.3.
func appendReal(b []byte, v float64) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return append(b, '0')
	}
	from := len(b)
	b = strconv.AppendFloat(b, v, 'f', 5, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	if string(b[from:]) == "-0" {
		b = append(b[:from], '0')
	}
	return b
}

func appendString(b []byte, s string) []byte {
	b = append(b, '(')
	for i := range len(s) {
		switch c := s[i]; c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r': // would be read as a line feed
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}

func appendName(b []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	b = append(b, '/')
	for i := range len(s) {
		c := s[i]
		if c <= ' ' || c >= 0x7F || c == '#' || delimiter(c) {
			b = append(b, '#', hex[c>>4], hex[c&15])
		} else {
			b = append(b, c)
		}
	}
	return b
}

// Text makes a text string (ISO 32000-1, 7.9.2.2): the bytes themselves where
// the text is ASCII, UTF-16 with a byte order mark elsewhere.
func Text(s string) String {
	ascii := true
	for i := range len(s) {
		if c := s[i]; c >= 0x7F || c < ' ' && c != '\n' && c != '\t' {
			ascii = false
			break
		}
	}
	if ascii {
		return String(s)
	}
	b := make([]byte, 2, 2+2*len(s))
	b[0], b[1] = 0xFE, 0xFF
	for _, r := range s {
		for _, u := range utf16.AppendRune(nil, r) {
			b = append(b, byte(u>>8), byte(u))
		}
	}
	return String(b)
}

// Text returns the text of a text string in UTF-8.
func (s String) Text() string {
	switch {
	case len(s) >= 2 && s[0] == 0xFE && s[1] == 0xFF:
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(units))
	case len(s) >= 3 && s[:3] == "\xEF\xBB\xBF" && utf8.ValidString(string(s)):
		return string(s[3:])
	}
	runes := make([]rune, len(s))
	for i := range len(s) {
		runes[i] = docEncoding(s[i])
	}
	return string(runes)
}

// docEncoding returns the character of a byte in PDFDocEncoding (ISO 32000-1,
// annex D.2).
func docEncoding(c byte) rune {
	switch {
	case c >= 0x18 && c < 0x20:
		return [...]rune{0x2D8, 0x2C7, 0x2C6, 0x2D9, 0x2DD, 0x2DB, 0x2DA, 0x2DC}[c-0x18]
	case c >= 0x80 && c <= 0xA0:
		return [...]rune{
			0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x192, 0x2044,
			0x2039, 0x203A, 0x2212, 0x2030, 0x201E, 0x201C, 0x201D, 0x2018,
			0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x141, 0x152, 0x160,
			0x178, 0x17D, 0x131, 0x142, 0x153, 0x161, 0x17E, utf8.RuneError, 0x20AC,
		}[c-0x80]
	}
	return rune(c)
}
