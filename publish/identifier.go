package publish

import (
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
		m.Identifiers = []document.Identifier{m.DefaultIdentifier()}
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
