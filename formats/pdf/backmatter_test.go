package pdf_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/source/document"
)

// TestPagesOfTheBackMatter: a page that begins inside a timeline or a glossary
// begins with one of its entries, so that the page list of an e-book can name
// it.
func TestPagesOfTheBackMatter(t *testing.T) {
	timeline, glossary := &document.Timeline{}, &document.Glossary{}
	for i := range 90 {
		year := fmt.Sprint(1900 + i)
		timeline.Entries = append(timeline.Entries, &document.TimelineEntry{Date: year, Phrase: year, Lower: year + "-01-01", Upper: year + "-12-31", Summary: document.Plain("Something happened that year.")})
		glossary.Entries = append(glossary.Entries, &document.GlossaryEntry{Term: "term " + year, Definition: document.Plain("What was so called that year.")})
	}
	doc := &document.Document{
		Metadata: document.Metadata{Title: "Years", Language: "en"},
		Blocks: []document.Block{
			&document.Paragraph{Content: document.Plain("A first paragraph.")},
			&document.Section{Role: document.RoleTimeline, Title: document.Plain("Timeline"), Blocks: []document.Block{timeline}},
			&document.Section{Role: document.RoleGlossary, Title: document.Plain("Glossary"), Blocks: []document.Block{glossary}},
		},
	}
	doc.Identify()
	result, err := (pdf.Encoder{Paper: pdf.A5}).Encode(t.Context(), &bytes.Buffer{}, doc, nil)
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[document.Anchor]string{}
	for _, n := range doc.All() {
		kinds[n.Attributes().Anchor] = n.Kind()
	}
	begins := map[string]int{}
	for _, b := range result.Pagination.Breaks {
		if b.Anchor != "" {
			begins[kinds[b.Anchor]]++
		}
	}
	if begins["timeline-entry"] < 3 || begins["glossary-entry"] < 1 {
		t.Errorf("pages begin with %v", begins)
	}
}
