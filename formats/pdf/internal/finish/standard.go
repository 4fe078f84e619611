package finish

import (
	"errors"
	"fmt"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
)

// Standard names the standards that a file keeps and says so.
type Standard uint8

// The standards.
const (
	// House is PDF/UA-1 (ISO 14289-1) with PDF/A-3a (ISO 19005-3), or with
	// PDF/A-2a (ISO 19005-2) where nothing is embedded. An untagged book is
	// PDF/A-3u or 2u.
	House Standard = iota
	// UA1A3 is PDF/UA-1 with PDF/A-3a.
	UA1A3
	// UA1A2 is PDF/UA-1 with PDF/A-2a, which has no attachments.
	UA1A2
	// UA2A4 is PDF 2.0 with PDF/UA-2 (ISO 14289-2) and PDF/A-4f (ISO 19005-4),
	// or PDF/A-4 where nothing is embedded.
	UA2A4
	// Plain is PDF 1.7 with tags, where the book has them, and no claim.
	Plain
	// X4 is PDF/X-4 (ISO 15930-7), for a press whose profile is given.
	X4
)

// String returns the standard's name as the command spells it.
func (s Standard) String() string {
	switch s {
	case House:
		return "house"
	case UA1A3:
		return "ua1-a3a"
	case UA1A2:
		return "ua1-a2a"
	case UA2A4:
		return "ua2-a4f"
	case Plain:
		return "plain"
	case X4:
		return "x4"
	}
	return fmt.Sprintf("standard(%d)", uint8(s))
}

// claims is what a file says of itself; parts are 0 where it says nothing.
type claims struct {
	archive int    // part of ISO 19005
	level   string // its conformance level: "a", "u", "b", "f" or none
	access  int    // part of ISO 14289
	pdf2    bool
	// exchange is PDF/X-4.
	exchange bool
	intent   bool // an output intent is embedded

	namespace pdfobject.Ref // of PDF 2.0's structure types
}

// claims returns what a file of this standard says for a book.
func (s Standard) claims(book *frame.Book) (claims, error) {
	tagged, files := len(book.Tags) > 0, len(book.Attachments) > 0
	if !tagged && s != Plain && s != House && s != X4 {
		return claims{}, fmt.Errorf("pdf: the standard %s needs tags, and the book is untagged", s)
	}
	level := map[bool]string{true: "a", false: "u"}[tagged]
	access := map[bool]int{true: 1}[tagged]
	switch s {
	case House:
		if files {
			return claims{archive: 3, level: level, access: access, intent: true}, nil
		}
		return claims{archive: 2, level: level, access: access, intent: true}, nil
	case UA1A3:
		return claims{archive: 3, level: level, access: access, intent: true}, nil
	case UA1A2:
		if files {
			return claims{}, errors.New("pdf: PDF/A-2 cannot hold other files: leave the source and the timeline out, or choose ua1-a3a")
		}
		return claims{archive: 2, level: level, access: access, intent: true}, nil
	case UA2A4:
		c := claims{archive: 4, access: 2, pdf2: true, intent: true}
		if files {
			c.level = "f"
		}
		return c, nil
	case Plain:
		return claims{}, nil
	case X4:
		if files {
			return claims{}, errors.New("pdf: PDF/X-4 is for printing alone: leave the source out")
		}
		return claims{exchange: true, intent: true}, nil
	}
	return claims{}, fmt.Errorf("pdf: unknown standard %d", uint8(s))
}

// The namespaces of structure types (ISO 32000-2, 14.8.6).
const (
	namespace17 = "http://iso.org/pdf/ssn"
	namespace20 = "http://iso.org/pdf2/ssn"
)

// role returns the structure type of a tag.
func (c *claims) role(tag *frame.Tag) string {
	if !c.pdf2 {
		if tag.Role == "Aside" { // new in 2.0
			return "Div"
		}
		return tag.Role
	}
	switch tag.Refined {
	case "emphasis":
		return "Em"
	case "strong":
		return "Strong"
	case "title":
		return "Title"
	case "admonition":
		return "Aside"
	}
	if tag.Role == "Note" {
		return "FENote"
	}
	return tag.Role
}

// inNamespace20 reports whether a type is in the namespace of PDF 2.0. The
// others, which 2.0 has no type of its own for, stay in that of PDF 1.7, the
// default.
func inNamespace20(role string) bool {
	switch role {
	case "BlockQuote", "Quote", "Code", "TOC", "TOCI", "Index", "Reference", "BibEntry", "Art":
		return false
	}
	return true
}

// namespaces writes the namespaces that the structure types are from.
func (f *finisher) namespaces() pdfobject.Array {
	f.std.namespace = f.out.Add(pdfobject.Dict{"Type": pdfobject.Name("Namespace"), "NS": pdfobject.String(namespace20)})
	return pdfobject.Array{
		f.out.Add(pdfobject.Dict{"Type": pdfobject.Name("Namespace"), "NS": pdfobject.String(namespace17)}),
		f.std.namespace,
	}
}
