package layout

import (
	"crypto/sha1"
	"encoding/hex"
)

// uuid5 returns a name-based UUID (RFC 9562, version 5) in the namespace of
// URLs.
func uuid5(name string) string {
	space, err := hex.DecodeString("6ba7b8119dad11d180b400c04fd430c8")
	if err != nil {
		panic("internal error: " + err.Error())
	}
	h := sha1.Sum(append(space, name...))
	h[6] = h[6]&0x0f | 0x50
	h[8] = h[8]&0x3f | 0x80
	s := hex.EncodeToString(h[:16])
	return "urn:uuid:" + s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}
