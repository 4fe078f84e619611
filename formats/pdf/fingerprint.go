package pdf

import (
	"bytes"
	"encoding/xml"
	"io"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Fingerprint returns what a file says it was made from, which is the
// document's Metadata.Fingerprint; it is empty if the file is none of Encode's,
// or a byte of it has been
// changed since. It stands in the metadata as the instance that the file is
// derived from (ISO 16684-1, 8.4).
func (Encoder) Fingerprint(r io.ReaderAt, size int64) string {
	const most = 1 << 30 // is more than Encode makes
	if size > most {
		return ""
	}
	data := make([]byte, size)
	if _, err := r.ReadAt(data, 0); err != nil && err != io.EOF {
		return ""
	}
	if tail := data[max(0, len(data)-8):]; !bytes.HasPrefix(data, []byte("%PDF-")) || !bytes.Contains(tail, []byte("%%EOF")) {
		return ""
	}
	f, err := pdfobject.Parse(data)
	if err != nil || !f.Intact() {
		return ""
	}
	s, ok := f.Stream(f.Catalog()["Metadata"])
	if !ok {
		return ""
	}
	packet, err := f.Data(s)
	if err != nil {
		return ""
	}
	d := xml.NewDecoder(bytes.NewReader(packet))
	within := false
	for {
		t, err := d.Token()
		if err != nil {
			return ""
		}
		start, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case start.Name.Local == "DerivedFrom":
			within = true
		case start.Name.Local == "instanceID" && within:
			var value string
			if d.DecodeElement(&value, &start) != nil {
				return ""
			}
			return value
		}
	}
}
