package markdown

import (
	"regexp"
	"strings"

	"github.com/quirepress/quire/source/document"
)

var (
	doiForm   = regexp.MustCompile(`(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.\d{4,9}/\S+)$`)
	uuidForm  = regexp.MustCompile(`(?i)^(?:urn:uuid:)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$`)
	isbnSpace = strings.NewReplacer("-", "", " ", "", "\u2010", "", "\u2011", "", "\u2013", "")
)

// identifiers reads a name of the work, or a list of them. Where the author does
// not name the scheme, the form tells ISBN, DOI, UUID and URI apart.
func (r *reading) identifiers(key string, v value) {
	scheme := ""
	if key == "isbn" || key == "doi" || key == "uuid" {
		scheme = key
	}
	switch v.shape {
	case shapeText:
		r.identifier(scheme, v.text, v)
	case shapeList:
		for _, e := range v.list {
			if e.shape == shapeList {
				r.wrong(key, e, "a text")
				continue
			}
			r.identifiers(key, e)
		}
	case shapeFields:
		text := ""
		for _, f := range v.fields {
			s := r.one(key+"."+f.key, f.value)
			switch strings.ToLower(f.key) {
			case "scheme", "type":
				scheme = strings.ToLower(s)
			case "value", "text", "id":
				text = s
			default: // {isbn: …}
				scheme, text = strings.ToLower(f.key), s
			}
		}
		r.identifier(scheme, text, v)
	}
}

// identifier takes one name of the work, in the scheme's usual writing.
func (r *reading) identifier(scheme, text string, v value) {
	if text = oneLine(text); text == "" {
		return
	}
	bare := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(text), "urn:isbn:"), "isbn"))
	bare = strings.TrimLeft(bare, ": ")
	digits := strings.ToUpper(isbnSpace.Replace(bare))
	switch {
	case scheme == "isbn" || scheme == "" && (len(digits) == 13 && strings.HasPrefix(digits, "97") && validISBN(digits)):
		if !validISBN(digits) {
			r.wrong("isbn", v, "an ISBN whose check digit is right")
		}
		scheme, text = "isbn", digits
	case scheme == "doi" || scheme == "" && doiForm.MatchString(text):
		if m := doiForm.FindStringSubmatch(text); m != nil {
			text = m[1]
		}
		scheme = "doi"
	case scheme == "uuid" || scheme == "" && uuidForm.MatchString(text):
		if m := uuidForm.FindStringSubmatch(text); m != nil {
			text = strings.ToLower(m[1])
		} else {
			r.wrong("uuid", v, "a UUID")
		}
		scheme = "uuid"
	case scheme == "" && (strings.Contains(text, "://") || strings.HasPrefix(text, "urn:")):
		scheme = "uri"
	}
	r.doc.Metadata.Identifiers = append(r.doc.Metadata.Identifiers, document.Identifier{Scheme: scheme, Value: text})
}

// validISBN checks the digit at the end of an ISBN-10 or ISBN-13 (ISO 2108).
func validISBN(s string) bool {
	sum := 0
	for i := range len(s) {
		d := int(s[i] - '0')
		if s[i] == 'X' && len(s) == 10 && i == 9 {
			d = 10
		} else if s[i] < '0' || s[i] > '9' {
			return false
		}
		switch {
		case len(s) == 10:
			sum += (10 - i) * d
		case i%2 == 1:
			sum += 3 * d
		default:
			sum += d
		}
	}
	return len(s) == 10 && sum%11 == 0 || len(s) == 13 && sum%10 == 0
}
