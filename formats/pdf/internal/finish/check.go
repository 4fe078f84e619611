package finish

import (
	"strings"
	"unicode"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
)

// check looks for what the book lacks for its standard, reports it and drops
// the claim that it would break.
func (f *finisher) check() {
	if f.std == (claims{}) {
		return
	}
	if f.std.exchange {
		f.checkExchange()
		return
	}
	accessible, archival := true, true
	if f.book.Info.Title == "" {
		f.report(diag.Warning, "pdf-no-title", "the document has no title, which PDF/UA needs")
		accessible = false
	}
	if f.book.Info.Language == "" {
		f.report(diag.Warning, "pdf-no-language", "the document's language is not known, which PDF/UA needs")
		accessible = false
	}
	for _, t := range f.book.Tags {
		if (t.Role == "Figure" || t.Role == "Formula") && t.Alt == "" && t.ActualText == "" {
			f.findings.Add(diag.Warning, "pdf-no-alternative", diag.Position(t.Source), "a %s has no alternative text, which PDF/UA needs", strings.ToLower(t.Role))
			accessible = false
		}
	}
	if f.book.Substituted { // the layout has said for which characters
		accessible, archival = false, false
	}
	missing, private := f.gaps()
	if missing != "" {
		f.report(diag.Warning, "pdf-missing-glyph", "no face has a glyph for %q, which PDF/UA and PDF/A need", missing)
		accessible, archival = false, false
	}
	if private != "" && (f.std.level == "a" || f.std.archive == 4) {
		f.report(diag.Warning, "pdf-private-character", "the private characters %q mean nothing to others, which PDF/A does not allow", private)
		archival = false
	}
	for i := range f.book.Pages {
		page := &f.book.Pages[i]
		const least, most = 3 * style.Point, 14400 * style.Point // ISO 19005-3, 6.1.13
		if w, h := page.Width+2*page.Bleed, page.Height+2*page.Bleed; min(w, h) < least || max(w, h) > most {
			f.report(diag.Warning, "pdf-page-size", "page %d is %v by %v, which PDF/A does not allow", i+1, w, h)
			archival = false
		}
		for _, l := range page.Links {
			if f.tagged() && l.Tag == 0 {
				f.report(diag.Warning, "pdf-link-untagged", "page %d: a link belongs to no element", i+1)
				accessible = false
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

// gaps returns the characters, each once and in the order of the book, that
// are set as a gap (.notdef), and those that are private.
func (f *finisher) gaps() (missing, private string) {
	seen := map[string]bool{}
	for i := range f.book.Pages {
		for _, item := range f.book.Pages[i].Items {
			t, ok := item.(*frame.Text)
			if !ok {
				continue
			}
			for _, g := range t.Glyphs {
				if g.ID != 0 && g.Char >= 0 && g.Char < '\uE000' {
					continue
				}
				text := t.Stands(g)
				if g.ID == 0 && !seen[text] {
					seen[text] = true
					missing += text
				}
				for _, r := range text {
					if unicode.Is(unicode.Co, r) && !seen[text] {
						seen[text] = true
						private += text
					}
				}
			}
		}
	}
	return missing, private
}
