package pdfobject

import (
	"strings"
)

// Date makes a date (7.9.4) of an RFC 3339 time in UTC, "2000-01-01T00:00:00Z";
// empty for anything else.
func Date(rfc3339 string) String {
	if len(rfc3339) != len("2000-01-01T00:00:00Z") || rfc3339[19] != 'Z' {
		return ""
	}
	s := strings.NewReplacer("-", "", ":", "", "T", "", "Z", "").Replace(rfc3339)
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return ""
		}
	}
	return String("D:" + s + "Z")
}
