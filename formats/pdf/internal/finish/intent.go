package finish

import (
	"encoding/binary"
	"unicode/utf16"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// The output intent (ISO 32000-1, 14.11.5) says what the colours of the file
// mean: sRGB. The profile is made here from the numbers of IEC 61966-2-1, in
// the form of ICC.1:2004-10 (version 4), whose parametric curve states the
// transfer function exactly and in 40 bytes.

// intent writes the output intent and returns it.
func (f *finisher) intent() pdfobject.Ref {
	if f.std.exchange {
		return f.press()
	}
	const name = "sRGB IEC61966-2.1"
	profile := f.out.Add(&pdfobject.Stream{Dict: pdfobject.Dict{"N": pdfobject.Integer(3)}, Raw: srgb()})
	return f.out.Add(pdfobject.Dict{
		"Type": pdfobject.Name("OutputIntent"), "S": pdfobject.Name("GTS_PDFA1"),
		"OutputConditionIdentifier": pdfobject.String(name),
		"Info":                      pdfobject.String(name),
		"RegistryName":              pdfobject.String("http://www.color.org"),
		"DestOutputProfile":         profile,
	})
}

// srgb makes the profile.
func srgb() []byte {
	// The primaries and the white of IEC 61966-2-1, adapted to D50 with the
	// Bradford transform, and that transform itself.
	xyz := func(x, y, z float64) []byte { return append([]byte("XYZ \x00\x00\x00\x00"), fixed(x, y, z)...) }
	curve := append([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"),
		fixed(2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)...)
	chad := append([]byte("sf32\x00\x00\x00\x00"), fixed(
		1.04788, 0.02292, -0.05022,
		0.02959, 0.99048, -0.01707,
		-0.00925, 0.01508, 0.75168)...)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", localized("sRGB")},
		{"cprt", localized("No copyright, use freely")},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"chad", chad},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve},
		{"gTRC", nil}, // the same bytes as those before
		{"bTRC", nil},
	}
	u32 := binary.BigEndian.AppendUint32
	table := u32(nil, uint32(len(tags)))
	var data []byte
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			at, size = 128+4+12*len(tags)+len(data), len(t.data)
			data = append(data, t.data...)
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
		}
		table = append(table, t.name...)
		table = u32(table, uint32(at))
		table = u32(table, uint32(size))
	}
	head := u32(nil, uint32(128+len(table)+len(data)))
	head = append(head, 0, 0, 0, 0)                     // no preferred module
	head = append(head, 4, 0x20, 0, 0)                  // version 4.2
	head = append(head, "mntrRGB XYZ "...)              // class, colours, connection space
	head = append(head, 7, 208, 0, 1, 0, 1)             // 2000-01-01
	head = append(head, 0, 0, 0, 0, 0, 0)               // 00:00:00
	head = append(head, "acsp"...)                      //
	head = append(head, make([]byte, 28)...)            // platform to rendering intent: perceptual
	head = append(head, fixed(0.9642, 1, 0.8249)...)    // the illuminant, D50
	head = append(head, make([]byte, 128-len(head))...) // creator, id: none
	return append(append(head, table...), data...)
}

// fixed returns numbers as s15Fixed16.
func fixed(v ...float64) []byte {
	var b []byte
	for _, x := range v {
		n := int32(x*65536 + 0.5)
		if x < 0 {
			n = int32(x*65536 - 0.5)
		}
		b = binary.BigEndian.AppendUint32(b, uint32(n))
	}
	return b
}

// localized returns a text as multiLocalizedUnicodeType.
func localized(s string) []byte {
	units := utf16.Encode([]rune(s))
	b := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0CenUS")
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(units)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for _, u := range units {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return b
}
