package document

import (
	"crypto/sha1"
	"encoding/hex"
	"strings"
)

// DefaultIdentifier names a work that has no identifier of its own: a
// name-based UUID of title, authors and language, so that a corrected edition
// stays the same book.
func (m *Metadata) DefaultIdentifier() Identifier {
	name := strings.Join(append([]string{m.Title, m.Language}, m.Authors()...), "\x00")
	return Identifier{Scheme: "uuid", Value: NameUUID(name)}
}

// NameUUID returns the name-based UUID (RFC 9562, 5.5) of a name as a URN. The
// namespace is Quire's own, itself the UUID of the module's address in the
// namespace for URLs.
func NameUUID(name string) string {
	urls := [16]byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}
	u := hashUUID(hashUUID(urls, "https://github.com/quirepress/quire"), name)
	h := hex.EncodeToString(u[:])
	return "urn:uuid:" + h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
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
