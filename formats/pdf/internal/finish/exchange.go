package finish

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/source/diag"
)

// PDF/X-4 (ISO 15930-7) is the form in which print shops take files: all fonts
// are inside, every colour has a meaning, every page says where it is cut, and
// the press for which it was made is named by its profile. Nothing may be
// active, so that the caller leaves links and attachments out.

// checkExchange looks for what the book lacks for PDF/X-4.
func (f *finisher) checkExchange() {
	in := &f.book.Info
	lacks := func(code, what string) {
		f.report(diag.Warning, code, "the document has no %s, which PDF/X needs", what)
		f.std.exchange, f.std.intent = false, false
	}
	if in.Title == "" {
		lacks("pdf-no-title", "title")
	}
	if pdfobject.Date(in.Created) == "" || pdfobject.Date(in.Modified) == "" {
		lacks("pdf-no-date", "date")
	}
	if missing, _ := f.gaps(); missing != "" {
		f.report(diag.Warning, "pdf-missing-glyph", "no face has a glyph for %q", missing)
	}
}

// identifyExchange writes the identifier of PDF/X-4 and the properties that it
// asks for.
func (f *finisher) identifyExchange(x *packet) {
	if !f.std.exchange {
		return
	}
	x.line(`<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">`)
	x.simple("pdfxid:GTS_PDFXVersion", "PDF/X-4")
	x.simple("pdf:Trapped", "False")
	x.simple("xmpMM:VersionID", "1")
	x.simple("xmpMM:RenditionClass", "default")
	if id := f.book.Info.Identifier; !strings.HasPrefix(id, "urn:uuid:") {
		// The identifiers of books are no identifiers of XMP.
		sum := sha256.Sum256([]byte(id + "\n" + f.book.Info.Title))
		x.simple("xmpMM:DocumentID", fmt.Sprintf("uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16]))
	}
	x.line(`</rdf:Description>`)
}

// press writes the output intent of the press and returns it.
func (f *finisher) press() pdfobject.Ref {
	name := ProfileName(f.options.Profile)
	return f.out.Add(pdfobject.Dict{
		"Type": pdfobject.Name("OutputIntent"), "S": pdfobject.Name("GTS_PDFX"),
		"OutputConditionIdentifier": pdfobject.Text(name),
		"Info":                      pdfobject.Text(name),
		"DestOutputProfile": f.out.Add(&pdfobject.Stream{
			Dict: pdfobject.Dict{"N": pdfobject.Integer(4)}, Raw: f.options.Profile,
		}),
	})
}

// CheckProfile returns an error for anything but an ICC profile of a press in
// CMYK (ICC.1:2010, 7.2).
func CheckProfile(p []byte) error {
	switch {
	case len(p) < 132 || string(p[36:40]) != "acsp" || int64(binary.BigEndian.Uint32(p)) > int64(len(p)):
		return errors.New("it is no ICC profile")
	case p[8] != 2 && p[8] != 4:
		return fmt.Errorf("it is a profile of version %d: want 2 or 4", p[8])
	case string(p[12:16]) != "prtr":
		return fmt.Errorf("it is a profile of class %q: want that of a printer, \"prtr\"", p[12:16])
	case string(p[16:20]) != "CMYK":
		return fmt.Errorf("it is a profile for %q: want one for CMYK", strings.TrimSpace(string(p[16:20])))
	}
	return nil
}

// ProfileName returns how a profile calls itself (ICC.1:2010, 9.2.41): the
// first text of its description.
func ProfileName(p []byte) string {
	const none = "Custom"
	if len(p) < 132 {
		return none
	}
	u32 := func(b []byte) int64 { return int64(binary.BigEndian.Uint32(b)) }
	for i, n := int64(0), min(u32(p[128:]), 100); i < n && 132+12*i+12 <= int64(len(p)); i++ {
		t := p[132+12*i:]
		at, size := u32(t[4:]), u32(t[8:])
		if string(t[:4]) != "desc" || at+size > int64(len(p)) || size < 28 {
			continue
		}
		d := p[at : at+size]
		var name []byte
		switch string(d[:4]) {
		case "desc": // version 2: a count and ASCII
			name = d[12:min(size, 12+u32(d[8:]))]
		case "mluc": // version 4: UTF-16, of which the ASCII is enough
			n, from := u32(d[20:]), u32(d[24:])
			for j := from + 1; j < min(size, from+n); j += 2 {
				if d[j-1] == 0 {
					name = append(name, d[j])
				}
			}
		}
		clean := strings.Map(func(r rune) rune {
			if r < ' ' || r > '~' {
				return -1
			}
			return r
		}, string(name))
		if clean = strings.TrimSpace(clean); clean != "" {
			return clean
		}
	}
	return none
}

// colours returns the colour space of sRGB by its profile.
func (f *finisher) colours() pdfobject.Ref {
	if f.srgb == (pdfobject.Ref{}) {
		f.srgb = f.out.Add(pdfobject.Array{pdfobject.Name("ICCBased"), f.out.Add(&pdfobject.Stream{
			Dict: pdfobject.Dict{"N": pdfobject.Integer(3)}, Raw: srgb(),
		})})
	}
	return f.srgb
}

// profiled gives images in device colours the profile that explains them.
func (f *finisher) profiled(images pdfobject.Dict) {
	for _, o := range images {
		r, ok := o.(pdfobject.Ref)
		if !ok {
			continue
		}
		s, ok := f.out.Get(r).(*pdfobject.Stream)
		if !ok {
			continue
		}
		switch space := s.Dict["ColorSpace"].(type) {
		case pdfobject.Name:
			if space == "DeviceRGB" {
				s.Dict["ColorSpace"] = f.colours()
			}
		case pdfobject.Array:
			if len(space) > 1 && space[0] == pdfobject.Object(pdfobject.Name("Indexed")) && space[1] == pdfobject.Object(pdfobject.Name("DeviceRGB")) {
				space[1] = f.colours()
			}
		}
	}
}
