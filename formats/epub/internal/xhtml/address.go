package xhtml

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// schemes are those of addresses that a book may link to: nothing that runs
// code, and nothing that reads the machine of the person who reads.
var schemes = map[string]bool{
	"http": true, "https": true, "mailto": true, "tel": true, "ftp": true, "sms": true, "geo": true, "urn": true,
}

// longestAddress and longestHost bound what is looked at, in bytes.
const longestAddress, longestHost = 16 << 10, 1 << 10

// Address returns the address of a link as a valid absolute URL (URL Standard
// 4.3), or "" and the reason why it is none that a book may link to.
func Address(s string) (href, why string) {
	s = strings.TrimSpace(Clean(s))
	if s == "" {
		return "", "is empty"
	}
	if len(s) > longestAddress {
		return "", "is longer than addresses are"
	}
	if strings.HasPrefix(s, "//") {
		s = "https:" + s
	}
	u, err := url.Parse(strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' {
			return -1 // as browsers do
		}
		return r
	}, s))
	switch {
	case err != nil:
		return "", "is malformed"
	case u.Scheme == "":
		return "", "leads to a file outside the book"
	case !schemes[u.Scheme]:
		return "", "has the scheme " + strconv.Quote(u.Scheme) + ", which a book does not link to"
	}
	switch u.Scheme {
	case "http", "https", "ftp":
		if u.Opaque != "" || u.Host == "" {
			return "", "names no host"
		}
		host, ok := hostOf(u.Hostname())
		if !ok {
			return "", "names a host that cannot be"
		}
		if port := u.Port(); port != "" {
			if n, err := strconv.Atoi(port); err != nil || n > 65535 {
				return "", "names a port that cannot be"
			}
			host += ":" + port
		}
		user := ""
		if u.User != nil {
			user = u.User.String() + "@"
		}
		href = u.Scheme + "://" + encode(user) + host + encode(u.EscapedPath())
	default:
		if u.Opaque == "" && u.Path == "" {
			return "", "is malformed"
		}
		href = u.Scheme + ":" + encode(u.Opaque)
		if u.Opaque == "" {
			href += encode(u.EscapedPath())
		}
	}
	if u.RawQuery != "" || u.ForceQuery {
		href += "?" + encode(u.RawQuery)
	}
	if u.Fragment != "" {
		href += "#" + encode(u.EscapedFragment())
	}
	if len(href) > longestAddress { // encoded, a character has up to nine bytes
		return "", "is longer than addresses are"
	}
	return href, ""
}

// hostOf returns a host as it stands in a URL.
func hostOf(host string) (string, bool) {
	if strings.Contains(host, ":") {
		a, err := netip.ParseAddr(host)
		if err != nil || a.Zone() != "" {
			return "", false
		}
		return "[" + a.String() + "]", true
	}
	if len(host) > longestHost || strings.ContainsRune(host, utf8.RuneError) { // also of a byte that is no character
		return "", false
	}
	ascii, err := idna.Lookup.ToASCII(strings.ReplaceAll(host, "_", ""))
	if err != nil || ascii == "" {
		return "", false
	}
	if strings.Contains(host, "_") { // lawful in a URL, though not in a host name
		for i := 0; i < len(host); i++ {
			if host[i] >= 0x80 {
				return "", false
			}
		}
		ascii = strings.ToLower(host)
	}
	labels := strings.Split(strings.TrimSuffix(ascii, "."), ".")
	if last := labels[len(labels)-1]; last == "" || strings.Trim(last, "0123456789") == "" {
		a, err := netip.ParseAddr(ascii)
		if err != nil {
			return "", false
		}
		return a.String(), true
	}
	return ascii, true
}

// encode percent-encodes what may not stand in a URL as it is.
func encode(s string) string {
	const safe = "-._~:/?#@!$&'()*+,;="
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', strings.IndexByte(safe, c) >= 0:
			if c == '#' {
				b.WriteString("%23")
				continue
			}
			b.WriteByte(c)
		case c == '%' && i+2 < len(s) && hexDigit(s[i+1]) && hexDigit(s[i+2]):
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte("0123456789ABCDEF"[c>>4])
			b.WriteByte("0123456789ABCDEF"[c&15])
		}
	}
	return b.String()
}

func hexDigit(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}
