package pdfobject

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"slices"

	"golang.org/x/image/tiff/lzw"
)

// The filters of ISO 32000-1, 7.4, that are no image formats.

// ErrImageFilter means that a stream holds an image format (DCTDecode and its
// like), which this package does not decode.
var ErrImageFilter = errors.New("pdfobject: the stream is encoded as an image")

// Filters returns the names of a stream's filters in the order of decoding.
func (f *File) Filters(s *Stream) []Name {
	switch v := f.Resolve(s.Dict["Filter"]).(type) {
	case Name:
		return []Name{v}
	case Array:
		var names []Name
		for _, e := range v {
			n, _ := f.Name(e)
			names = append(names, n)
		}
		return names
	}
	return nil
}

// Data returns the decoded bytes of a stream. What could be read before an
// error is returned with it.
func (f *File) Data(s *Stream) ([]byte, error) {
	data := s.Raw
	filters := f.Filters(s)
	if len(filters) > 8 {
		return nil, errors.New("pdfobject: too many filters")
	}
	parms := f.Resolve(s.Dict["DecodeParms"])
	for i, name := range filters {
		var d Dict
		switch p := parms.(type) {
		case Dict:
			d = p
		case Array:
			if i < len(p) {
				d, _ = f.Dict(p[i])
			}
		}
		var err error
		if data, err = f.decode(name, data, d); err != nil {
			return data, err
		}
	}
	return data, nil
}

func (f *File) decode(name Name, data []byte, parms Dict) ([]byte, error) {
	switch name {
	case "FlateDecode", "Fl":
		if err := f.inflate(data); err != nil {
			return nil, fmt.Errorf("pdfobject: %w", err)
		}
		out, err := f.read(f.inflater)
		if err != nil {
			return out, err
		}
		return f.predict(out, parms)
	case "LZWDecode", "LZW":
		if v, ok := f.Integer(parms["EarlyChange"]); ok && v == 0 {
			return nil, errors.New("pdfobject: LZW without early change is not supported")
		}
		out, err := f.read(lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8))
		if err != nil {
			return out, err
		}
		return f.predict(out, parms)
	case "ASCIIHexDecode", "AHx":
		l := lexer{data: slices.Concat(bytes.TrimRight(data, ">\r\n\t \x00"), []byte(">")), pos: -1}
		o, err := l.hex()
		s, _ := o.(String)
		return []byte(s), err
	case "ASCII85Decode", "A85":
		return ascii85(data)
	case "RunLengthDecode", "RL":
		return f.runLength(data)
	case "DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode":
		return data, ErrImageFilter
	}
	return nil, fmt.Errorf("pdfobject: unknown filter %q", string(name))
}

// read takes all of r out of the file's budget.
func (f *File) read(r io.Reader) ([]byte, error) {
	b := &f.inflated
	b.Reset()
	n, err := b.ReadFrom(io.LimitReader(r, max(f.budget.Load(), 0)+1))
	switch {
	case f.budget.Add(-n) < 0:
		return nil, errors.New("pdfobject: the file grows too large when decompressed")
	case err != nil:
		return bytes.Clone(b.Bytes()), fmt.Errorf("pdfobject: %w", err)
	}
	return bytes.Clone(b.Bytes()), nil
}

// inflate makes the inflater ready for data. It is kept, because it is larger
// than most streams.
func (f *File) inflate(data []byte) (err error) {
	if f.inflater == nil {
		f.inflater, err = zlib.NewReader(bytes.NewReader(data))
		return err
	}
	return f.inflater.(zlib.Resetter).Reset(bytes.NewReader(data), nil)
}

// predict undoes the predictors of PNG (7.4.4.4). That of TIFF is for images
// only and not supported.
func (f *File) predict(data []byte, parms Dict) ([]byte, error) {
	num := func(k Name, def int) int {
		if v, ok := f.Integer(parms[k]); ok {
			return v
		}
		return def
	}
	p := num("Predictor", 1)
	if p == 1 {
		return data, nil
	}
	colors, bits, columns := num("Colors", 1), num("BitsPerComponent", 8), num("Columns", 1)
	if p < 10 || colors < 1 || colors > 64 || bits < 1 || bits > 32 || columns < 1 || columns > 1<<24 {
		return nil, fmt.Errorf("pdfobject: predictor %d is not supported", p)
	}
	step := max(1, colors*bits/8)
	row := min((colors*bits*columns+7)/8, max(len(data), 1)) // a longer row has no next one
	out := make([]byte, 0, len(data))
	prior := make([]byte, row)
	for len(data) > 0 {
		kind := data[0]
		data = data[1:]
		line := make([]byte, row)
		n := copy(line, data)
		data = data[n:]
		for i := range line {
			var left, up, corner byte
			up = prior[i]
			if i >= step {
				left, corner = line[i-step], prior[i-step]
			}
			switch kind {
			case 1:
				line[i] += left
			case 2:
				line[i] += up
			case 3:
				line[i] += byte((int(left) + int(up)) / 2)
			case 4:
				line[i] += paeth(left, up, corner)
			}
		}
		out = append(out, line[:n]...)
		prior = line
	}
	return out, nil
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(v int) int { return max(v, -v) }

func ascii85(data []byte) ([]byte, error) {
	var out []byte
	var group uint32
	n := 0
	for _, c := range data {
		switch {
		case space(c):
			continue
		case c == 'z' && n == 0:
			out = append(out, 0, 0, 0, 0)
			continue
		case c == '~':
			if n > 1 {
				for i := n; i < 5; i++ {
					group = group*85 + 84
				}
				b := []byte{byte(group >> 24), byte(group >> 16), byte(group >> 8)}
				out = append(out, b[:n-1]...)
			}
			return out, nil
		case c < '!' || c > 'u':
			return out, fmt.Errorf("pdfobject: %q in base-85 data", c)
		}
		group = group*85 + uint32(c-'!')
		if n++; n == 5 {
			out = append(out, byte(group>>24), byte(group>>16), byte(group>>8), byte(group))
			group, n = 0, 0
		}
	}
	return out, nil
}

func (f *File) runLength(data []byte) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data) && data[i] != 128; {
		n := int(data[i])
		i++
		if n < 128 {
			end := min(len(data), i+n+1)
			out = append(out, data[i:end]...)
			i = end
		} else if i < len(data) {
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		}
	}
	if f.budget.Add(-int64(len(out))) < 0 {
		return nil, errors.New("pdfobject: the file grows too large when decompressed")
	}
	return out, nil
}
