package enrich

import (
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// foreign says, once for all passes, that the article is in a language without rules, or in one that is not known.
func (g *galley) foreign() (found diag.List) {
	lang := g.doc.Metadata.Language
	switch prose.Base(lang) {
	case "en", "de", "fr":
		return nil
	}
	if g.said {
		return nil
	}
	g.said = true
	if lang == "" {
		found.AddHint(diag.Info, "enrich-language", diag.Position{}, "give the language in the front matter", "the language is not known: only acronyms and numeric dates are found")
		return found
	}
	found.Add(diag.Info, "enrich-language", diag.Position{}, "there are no rules for the language %q: only acronyms and numeric dates are found in it", lang)
	return found
}
