package manuscript

import (
	"net/url"
	"strings"
)

// Address returns a link's address as it may stand in a book: trimmed, with
// what RFC 3986 does not allow percent-encoded. It reports false for addresses
// that are malformed or that a reading system could run (javascript, data and
// other unusual schemes). Relative addresses pass.
func Address(raw string) (string, bool) {
	s := encode(strings.TrimSpace(Clean(raw)))
	u, err := url.Parse(s)
	if err != nil || s == "" {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "":
	case "http", "https", "ftp":
		if u.Host == "" {
			return "", false
		}
	case "mailto", "tel", "sms", "geo", "urn", "doi", "news", "irc", "ircs", "xmpp", "sip", "magnet":
	default:
		return "", false
	}
	return s, true
}

// encode percent-encodes the bytes that may not stand in an address.
func encode(s string) string {
	const hex = "0123456789ABCDEF"
	// Square brackets belong to the host of an IPv6 address only.
	host := 0
	if i := strings.Index(s, "://"); i >= 0 {
		host = len(s)
		if j := strings.IndexAny(s[i+3:], "/?#"); j >= 0 {
			host = i + 3 + j
		}
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\t' || c == '\n':
		case (c == '[' || c == ']') && i >= host, c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0,
			c == '%' && !(i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2])):
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}
