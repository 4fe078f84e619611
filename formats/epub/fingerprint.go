package epub

import (
	"archive/zip"
	"encoding/xml"
	"io"

	"github.com/quirepress/quire/formats/epub/internal/finish"
)

// Fingerprint returns what a file says it was made from, which is the
// document's Metadata.Fingerprint; it is empty if the file is none of Encode's,
// or a byte of it has been
// changed since. It stands in the package document as a property of Quire's own.
func (Encoder) Fingerprint(r io.ReaderAt, size int64) string {
	archive, err := zip.NewReader(r, size)
	if err != nil || !intact(r, size, archive) {
		return ""
	}
	f, err := archive.Open(finish.PackageName)
	if err != nil {
		return ""
	}
	defer f.Close()
	// The metadata come first: the rest, which may be long, is not read.
	const most = 1 << 20
	d := xml.NewDecoder(io.LimitReader(f, most))
	for {
		t, err := d.Token()
		if err != nil {
			return ""
		}
		switch t := t.(type) {
		case xml.StartElement:
			for _, a := range t.Attr {
				if t.Name.Local == "meta" && a.Name.Local == "property" && a.Value == finish.FingerprintProperty {
					var value string
					if d.DecodeElement(&value, &t) != nil {
						return ""
					}
					return value
				}
			}
		case xml.EndElement:
			if t.Name.Local == "metadata" {
				return ""
			}
		}
	}
}
