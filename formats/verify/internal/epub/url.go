package epub

import (
	"net/netip"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Addresses: URL Standard; EPUB 3.3, 4.2.5 (paths in a container).

var schemeForm = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)

// isAbsolute reports whether an address has a scheme or a host.
func isAbsolute(s string) bool {
	s = trim(s)
	return schemeForm.MatchString(s) || strings.HasPrefix(s, "//")
}

func scheme(s string) string {
	m := schemeForm.FindString(trim(s))
	return strings.ToLower(strings.TrimSuffix(m, ":"))
}

func withoutFragment(s string) string {
	s, _, _ = strings.Cut(trim(s), "#")
	return s
}

// checkAbsolute returns what is wrong with an absolute address, or "".
func checkAbsolute(s string) string {
	s = trim(s)
	if strings.HasPrefix(s, "//") {
		return ""
	}
	sch := scheme(s)
	if why := badCharacters(s); why != "" && sch != "data" && sch != "javascript" {
		return why
	}
	switch sch {
	case "http", "https", "ftp", "ws", "wss":
	default:
		return ""
	}
	rest := s[len(sch)+1:]
	if !strings.HasPrefix(rest, "//") {
		return "has no slashes after its scheme"
	}
	if strings.HasPrefix(rest, "///") {
		return "has too many slashes"
	}
	host := rest[2:]
	if i := strings.IndexAny(host, "/?#"); i >= 0 {
		host = host[:i]
	}
	if i := strings.LastIndex(host, "@"); i >= 0 {
		host = host[i+1:]
	}
	if strings.HasPrefix(host, "[") {
		end := strings.IndexByte(host, ']')
		if end < 0 {
			return "has a malformed host"
		}
		if _, err := netip.ParseAddr(host[1:end]); err != nil {
			return "has a malformed host"
		}
		return ""
	}
	if h, port, ok := strings.Cut(host, ":"); ok {
		if n, err := strconv.Atoi(port); port != "" && (err != nil || n < 0 || n > 65535) {
			return "has a malformed port"
		}
		host = h
	}
	if host == "" {
		return "has no host"
	}
	host, ok := unescape(host)
	if !ok || strings.ContainsAny(host, " #%/:<>?@[\\]^|") {
		return "has a malformed host"
	}
	return ""
}

// badCharacters returns what is wrong with the characters of an address, or
// "".
func badCharacters(s string) string {
	fragment := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '%':
			if i+2 >= len(s) || !hexDigit(s[i+1]) || !hexDigit(s[i+2]) {
				return "has a percent sign that escapes nothing"
			}
		case r == '#':
			if fragment {
				return "has a second fragment"
			}
			fragment = true
		case strings.ContainsRune("\"<>\\^`{|}", r), r <= ' ', r >= 0x7f && r < 0xa0, unicode.Is(unicode.Zs, r):
			return "holds the character " + strconv.QuoteRune(r)
		case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
			return "holds a character that is none"
		}
		i += n
	}
	return ""
}

func hexDigit(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// unescape decodes percent escapes.
func unescape(s string) (string, bool) {
	u, err := url.PathUnescape(s)
	return u, err == nil && utf8.ValidString(u)
}

// target is a place in the container.
type target struct {
	name, fragment string
	hasFragment    bool
}

// resolve returns the file of the container that a relative address leads to,
// seen from the file called base. It reports addresses that are malformed or
// lead out of the container.
func (c *checker) resolve(base string, place at, s string) (target, bool) {
	s = trim(s)
	if why := badCharacters(s); why != "" {
		c.err("url", place, "the address %q %s", s, why)
		return target{}, false
	}
	var t target
	s, t.fragment, t.hasFragment = strings.Cut(s, "#")
	if f, ok := unescape(t.fragment); ok {
		t.fragment = f
	}
	s, query, hasQuery := strings.Cut(s, "?")
	if hasQuery {
		c.err("url-query", place, "the address has the query %q, which a file of the container has not", query)
	}
	p, ok := unescape(s)
	if !ok {
		c.err("url", place, "the address %q is malformed", s)
		return target{}, false
	}
	if p == "" {
		t.name = base
		return t, true
	}
	if strings.HasPrefix(p, "/") {
		c.err("url-leak", place, "the address %q begins at the root", s)
		return target{}, false
	}
	// Climbing over the root stays at the root, and is an error.
	depth := strings.Count(base, "/")
	for part := range strings.SplitSeq(p, "/") {
		switch part {
		case "..":
			if depth--; depth < 0 {
				c.err("url-leak", place, "the address %q leads out of the container", s)
				return target{}, false
			}
		case ".", "":
		default:
			depth++
		}
	}
	t.name = path.Join(path.Dir(base), p)
	return t, true
}
