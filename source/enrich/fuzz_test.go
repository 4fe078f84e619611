package enrich_test

import (
	"strings"
	"testing"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
	"github.com/quirepress/quire/source/markdown"
)

// FuzzPasses runs the passes over Markdown with the author's marks: the document stays valid and keeps its words.
func FuzzPasses(f *testing.F) {
	f.Add("The Harbour Trust (HT) closed [in 1871]{.noevent}. HT [reopened]{.event date=1872-05 summary=x}. [HT]{.term def=\"A trust.\"}", "en")
	f.Add("[A [b]{.term}]{.noterm} c [in *1999*]{date=1999/2001} they met. [d]{.event}\n{.noevent}\n\n*[AB]: Long Form\n\nAB", "en")
	f.Add("# [NATO]{.term as=B} 1949\n\n[x [y](z)]{.event date=199X}[^1]\n\n[^1]: [w]{abbr=\"W W\"}", "de")
	f.Fuzz(func(t *testing.T, text, lang string) {
		if len(text) > 3000 {
			return
		}
		doc, _, err := markdown.Read("a.md", []byte(text), markdown.Options{})
		if err != nil || doc.Validate() != nil {
			return
		}
		switch lang {
		case "en", "de", "fr", "":
			doc.Metadata.Language = lang
		}
		before := words(doc)
		for _, p := range enrich.Default() {
			if _, err := p.Apply(t.Context(), doc); err != nil {
				t.Fatal(err)
			}
			if err := doc.Validate(); err != nil {
				t.Fatalf("after %s: %v", p.Name(), err)
			}
		}
		if after := words(doc); after != before {
			t.Errorf("the passes changed the text from\n%s\nto\n%s", before, after)
		}
	})
}

// words returns the text of the document's blocks without the back matter that has been added.
func words(doc *document.Document) string {
	var out []string
	for _, n := range doc.All() {
		if s, ok := n.(*document.Section); ok && (s.Role == document.RoleTimeline || s.Role == document.RoleGlossary || s.Role == document.RoleIndex) {
			break
		}
		if s := document.BlockText(n); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n")
}
