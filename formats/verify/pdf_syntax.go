package verify

import (
	"bytes"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// The syntax of the file and of its objects (ISO 19005-3, 6.1).

// syntax checks header, end and the frame around each object.
func (c *pdfChecker) syntax() {
	data := c.Bytes()
	version := c.Version
	good := len(version) == 3 && version[:2] == "1." && version[2] >= '0' && version[2] <= '7'
	if c.pdf2 {
		good = len(version) == 3 && version[:2] == "2."
	}
	if !bytes.HasPrefix(data, []byte("%PDF-")) || !good {
		if !good {
			c.ua("6-1", "the file is not of the version that the standard is for, but %q", version)
		}
		c.archive("6.1.2", "the file does not begin with a header of its version, but %q", data[:min(len(data), 8)])
	}
	line := data
	if i := bytes.IndexAny(data, "\r\n"); i >= 0 {
		line = bytes.TrimLeft(data[i:], "\r\n")
	}
	if len(line) < 5 || line[0] != '%' || line[1] < 128 || line[2] < 128 || line[3] < 128 || line[4] < 128 {
		c.archive("6.1.2", "no comment of four bytes above 127 follows the header")
	}
	id, _ := c.Array(c.Trailer["ID"])
	if len(id) != 2 {
		c.archive("6.1.3", "the trailer has no file identifier")
	}
	if c.part == 4 && c.Trailer["Info"] != nil && c.catalog["PieceInfo"] == nil {
		c.archive("6.1.3", "the trailer has an information dictionary, which PDF/A-4 does not allow")
	}
	end := bytes.LastIndex(data, []byte("%%EOF"))
	if end < 0 || len(bytes.TrimLeft(data[end+5:], "\r\n")) > 0 {
		c.archive("6.1.3", "the file does not end with its end marker")
	}
	if !tableSpaced(data) {
		c.archive("6.1.4", "the cross-reference table does not begin with lines of its own")
	}
	list := c.list
	c.inBatches(len(list), someObjects, func(c *pdfChecker, from, to int) {
		for _, in := range list[from:to] {
			if at, ok := c.Offset(in.ref); ok {
				if !spacedWell(data[at:]) {
					c.archive("6.1.9", "object %d is not set off by line ends", in.ref.Number)
				}
				if !hexWell(data[at:]) {
					c.archive("6.1.6", "object %d holds a hexadecimal string with an odd or wrong digit", in.ref.Number)
				}
			}
			if s, ok := in.object.(*pdfobject.Stream); ok {
				c.stream(in.ref, s)
			}
		}
	})
}

// twoNumbers returns what follows two numbers with a single space between them.
func twoNumbers(b []byte) (rest []byte, ok bool) {
	for i := range 2 {
		after := bytes.TrimLeft(b, "0123456789")
		if len(after) == len(b) || i == 0 && (len(after) == 0 || after[0] != ' ') {
			return b, false
		}
		if b = after; i == 0 {
			b = b[1:]
		}
	}
	return b, true
}

// spacedWell reports whether "n g obj" is written with single spaces and ends
// its line.
func spacedWell(b []byte) bool {
	b, ok := twoNumbers(b)
	if !ok || !bytes.HasPrefix(b, []byte(" obj")) || len(b) < 5 {
		return false
	}
	return b[4] == '\n' || b[4] == '\r'
}

// tableSpaced reports whether the newest cross-reference table, if there is one,
// begins with two lines: "xref", and which objects it is about.
func tableSpaced(data []byte) bool {
	i := bytes.LastIndex(data, []byte("startxref"))
	if i < 0 {
		return true
	}
	at := 0
	for _, b := range bytes.TrimLeft(data[i+len("startxref"):], " \r\n") {
		if b < '0' || b > '9' || at > len(data) {
			break
		}
		at = at*10 + int(b-'0')
	}
	if at >= len(data) || !bytes.HasPrefix(data[at:], []byte("xref")) {
		return true // a stream, or broken, which is told elsewhere
	}
	b := data[at+len("xref"):]
	switch {
	case bytes.HasPrefix(b, []byte("\r\n")):
		b = b[2:]
	case len(b) > 0 && (b[0] == '\r' || b[0] == '\n'):
		b = b[1:]
	default:
		return false
	}
	b, ok := twoNumbers(b)
	return ok && len(b) > 0 && (b[0] == '\r' || b[0] == '\n' || b[0] == ' ')
}

// hexWell reports whether the hexadecimal strings of an object that begins here
// have an even number of digits and nothing else in them.
func hexWell(b []byte) bool {
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '%':
			for i < len(b) && b[i] != '\n' && b[i] != '\r' {
				i++
			}
		case '(':
			for depth := 1; depth > 0 && i+1 < len(b); {
				switch i++; b[i] {
				case '\\':
					i++
				case '(':
					depth++
				case ')':
					depth--
				}
			}
		case '<':
			if i+1 < len(b) && b[i+1] == '<' {
				i++
				continue
			}
			digits := 0
			for i++; i < len(b) && b[i] != '>'; i++ {
				switch d := b[i]; {
				case d >= '0' && d <= '9', d >= 'a' && d <= 'f', d >= 'A' && d <= 'F':
					digits++
				case d != ' ' && d != '\t' && d != '\n' && d != '\r' && d != '\f' && d != 0:
					return false
				}
			}
			if digits%2 != 0 {
				return false
			}
		case 'e', 's':
			if bytes.HasPrefix(b[i:], []byte("endobj")) || bytes.HasPrefix(b[i:], []byte("stream")) {
				return true
			}
		}
	}
	return true
}

// stream checks the frame of a stream.
func (c *pdfChecker) stream(ref pdfobject.Ref, s *pdfobject.Stream) {
	n := ref.Number
	data := c.Bytes()
	if v, ok := c.Integer(s.Dict["Length"]); !ok || v != len(s.Raw) {
		c.archive("6.1.7.1", "stream %d is not as long as it says", n)
	}
	end := data[min(len(data), s.At+len(s.Raw)):]
	if s.At < 2 || data[s.At-1] != '\n' || !bytes.HasPrefix(end, []byte("\nendstream")) && !bytes.HasPrefix(end, []byte("\r\nendstream")) && !bytes.HasPrefix(end, []byte("\rendstream")) {
		c.archive("6.1.7.1", "the bytes of stream %d are not set off by line ends", n)
	}
	for _, k := range []pdfobject.Name{"F", "FFilter", "FDecodeParms"} {
		if _, ok := s.Dict[k]; ok {
			c.archive("6.1.7.1", "the bytes of stream %d are in another file", n)
		}
	}
	for _, f := range c.Filters(s) {
		switch f {
		case "ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode":
		default:
			c.archive("6.1.7.2", "stream %d is encoded by %s", n, f)
		}
	}
	if c.contents[s] {
		return // it is decoded when the page is read
	}
	plain, err := c.Data(s)
	if err != nil && err != pdfobject.ErrImageFilter {
		c.structural("stream", "stream %d cannot be decoded: %v", n, err)
	} else if s.Dict["Subtype"] == pdfobject.Name("Image") {
		c.pixels(n, s, plain, err != nil)
	}
}

// objects checks the limits of numbers, strings and names (6.1.13).
func (c *pdfChecker) objects() {
	list := c.list
	c.inBatches(len(list), someObjects, func(c *pdfChecker, from, to int) {
		for _, in := range list[from:to] {
			c.object(in.ref, in.object)
		}
	})
	if len(list) > 8388607 {
		c.archive("6.1.13", "there are %d objects", len(list))
	}
	c.object(pdfobject.Ref{}, c.Trailer)
}

func (c *pdfChecker) object(ref pdfobject.Ref, o pdfobject.Object) {
	switch o := o.(type) {
	case pdfobject.Integer:
		if o > 1<<31-1 || o < -1<<31 {
			c.archive("6.1.13", "object %d: the number %d is too large", ref.Number, o)
		}
	case pdfobject.String:
		if len(o) > 32767 {
			c.archive("6.1.13", "object %d: a string of %d bytes is too long", ref.Number, len(o))
		}
	case pdfobject.Name:
		c.name(ref, o)
	case pdfobject.Array:
		for _, v := range o {
			c.object(ref, v)
		}
	case pdfobject.Dict:
		var room [16]pdfobject.Name
		for _, k := range o.Keys(room[:0]) {
			c.name(ref, k)
			c.object(ref, o[k])
		}
	case *pdfobject.Stream:
		c.object(ref, o.Dict)
	}
}

func (c *pdfChecker) name(ref pdfobject.Ref, n pdfobject.Name) {
	if len(n) > 127 {
		c.archive("6.1.13", "object %d: a name of %d bytes is too long", ref.Number, len(n))
	}
}
