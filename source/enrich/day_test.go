package enrich_test

import (
	"strings"
	"testing"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
)

// TestDay counts days from the article's own date where it is news, and not where
// it is a book.
func TestDay(t *testing.T) {
	const news = "The council closed the old bridge on Tuesday. The mill was built in 1871. The ferry sank in 1906. The tower burned down in 1931."
	for _, c := range []struct {
		padding int
		want    bool
	}{{0, true}, {1000, false}} {
		doc := &document.Document{
			Metadata: document.Metadata{Title: "Bridge", Language: "en", Date: "2024-05-09"},
			Blocks: []document.Block{
				&document.Paragraph{Content: document.Plain(news)},
				&document.Paragraph{Content: document.Plain(strings.Repeat("Nobody in the town knew what to say about that. ", c.padding))},
			},
		}
		if _, err := (enrich.Timeline{}).Apply(t.Context(), doc); err != nil {
			t.Fatal(err)
		}
		got, others := false, 0
		for _, n := range doc.All() {
			if e, ok := n.(*document.TimelineEntry); ok {
				got = got || e.Date == "2024-05-07"
				others++
			}
		}
		if got != c.want || others < 3 {
			t.Errorf("%d sentences more: Tuesday is dated: %v, want %v (%d entries)", c.padding, got, c.want, others)
		}
	}
}
