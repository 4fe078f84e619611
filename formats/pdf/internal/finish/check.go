package finish

import (
	"strings"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/source/diag"
)

// check looks for what the book lacks for its standard, reports it and drops
// the claim that it would break.
func (f *finisher) check() {
	if f.std == (claims{}) {
		return
	}
	accessible, archival := true, true
	if f.book.Info.Title == "" {
		f.report(diag.Warning, "pdf-no-title", "the document has no title, which PDF/UA needs")
		accessible = false
	}
	if f.book.Info.Language == "" {
		f.report(diag.Warning, "pdf-no-language", "the document's language is not known, which PDF/UA and PDF/A need")
		accessible = false
		archival = f.std.level != "a"
	}
	for _, t := range f.book.Tags {
		if (t.Role == "Figure" || t.Role == "Formula") && t.Alt == "" && t.ActualText == "" {
			f.report(diag.Warning, "pdf-no-alternative", "a %s has no alternative text, which PDF/UA needs", map[bool]string{true: "figure", false: "formula"}[t.Role == "Figure"])
			accessible = false
			archival = archival && f.std.level != "a"
		}
	}
	if missing := f.missing(); len(missing) > 0 {
		f.report(diag.Warning, "pdf-missing-glyph", "no face has a glyph for %q, which PDF/UA and PDF/A need", missing)
		accessible, archival = false, false
	}
	if f.tagged() {
		for i := range f.book.Pages {
			for _, l := range f.book.Pages[i].Links {
				if l.Tag == 0 {
					f.report(diag.Warning, "pdf-link-untagged", "page %d: a link belongs to no element", i+1)
					accessible = false
				}
			}
		}
	}
	if !accessible {
		f.std.access = 0
	}
	if !archival {
		f.std.archive = 0
	}
}

// missing returns the characters, each once and in the order of the book, that
// are set as a gap (.notdef).
func (f *finisher) missing() string {
	var b strings.Builder
	seen := map[string]bool{}
	for i := range f.book.Pages {
		for _, item := range f.book.Pages[i].Items {
			t, ok := item.(*frame.Text)
			if !ok {
				continue
			}
			for _, g := range t.Glyphs {
				if g.ID == 0 && !seen[g.Text] {
					seen[g.Text] = true
					b.WriteString(g.Text)
				}
			}
		}
	}
	return b.String()
}
