package publish

import (
	"crypto/sha1"
	"encoding/hex"
	"strings"

	"github.com/quirepress/quire/source/document"
)

// identify puts the work's main identifier first in its metadata: the caller's,
// else the article's own, else one made from its title.
func (p Press) identify(doc *document.Document) {
	m := &doc.Metadata
	if p.Identifier != "" {
		m.Identifiers = append([]document.Identifier{parseIdentifier(p.Identifier)}, m.Identifiers...)
		return
	}
	if len(m.Identifiers) == 0 {
		name := strings.Join(append([]string{m.Title, m.Language}, m.Authors()...), "\x00")
		m.Identifiers = []document.Identifier{{Scheme: "uuid", Value: "urn:uuid:" + uuid5(name)}}
	}
}

// parseIdentifier tells the scheme of an identifier by its looks.
func parseIdentifier(s string) document.Identifier {
	lower := strings.ToLower(s)
	digits := strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' {
			return -1
		}
		return r
	}, strings.TrimPrefix(strings.TrimPrefix(lower, "urn:"), "isbn:"))
	switch {
	case (len(digits) == 13 || len(digits) == 10) && strings.Trim(digits, "0123456789x") == "":
		return document.Identifier{Scheme: "isbn", Value: strings.ToUpper(digits)}
	case strings.HasPrefix(lower, "urn:uuid:"):
		return document.Identifier{Scheme: "uuid", Value: s}
	case strings.HasPrefix(lower, "10.") && strings.Contains(s, "/"), strings.HasPrefix(lower, "doi:"):
		return document.Identifier{Scheme: "doi", Value: strings.TrimPrefix(s, "doi:")}
	}
	return document.Identifier{Scheme: "uri", Value: s}
}

// uuid5 returns the name-based UUID (RFC 9562, 5.5) of name in a namespace of
// Quire's own, which is itself the name-based UUID of the module's path in the
// namespace for URLs.
func uuid5(name string) string {
	urlNamespace := [16]byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}
	own := hashUUID(urlNamespace, "https://github.com/quirepress/quire")
	u := hashUUID(own, name)
	h := hex.EncodeToString(u[:])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

func hashUUID(namespace [16]byte, name string) (u [16]byte) {
	h := sha1.New()
	h.Write(namespace[:])
	h.Write([]byte(name))
	copy(u[:], h.Sum(nil))
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	return u
}
