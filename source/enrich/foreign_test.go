package enrich_test

import (
	"strings"
	"testing"

	"github.com/quirepress/quire/source/enrich"
)

// What a language without rules costs is said once, whichever passes there are.
func TestForeign(t *testing.T) {
	for _, c := range []struct {
		lang, off string
		says      string
	}{
		{"sw", "", "enrich-language"},
		{"sw", "timeline", "enrich-language"},
		{"sw", "glossary", "enrich-language"},
		{"", "", "enrich-language"},
		{"", "timeline", "enrich-language"},
		{"fr-CA", "", ""},
		{"en", "timeline", ""},
	} {
		doc := manuscript(t, "Habari za leo (HZL) ni njema.")
		doc.Metadata.Language = c.lang
		doc.Metadata.Settings = map[string]string{c.off: "false"}
		var found []string
		for _, p := range enrich.Together(enrich.Default()) {
			l, err := p.Apply(t.Context(), doc)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range l {
				found = append(found, d.Code)
			}
		}
		if got := strings.Join(found, " "); got != c.says {
			t.Errorf("language %q without the %s: found %q, want %q", c.lang, c.off, got, c.says)
		}
	}
}
