package enrich

import (
	"context"
	"testing"

	"github.com/quirepress/quire/source/document"
)

// A caption mentions terms, is never the first use, and tells of no event.
func TestCaptions(t *testing.T) {
	const caption = "A groyne that was built in May 1931"
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{
		&document.Figure{Caption: document.Plain(caption), Blocks: []document.Block{&document.Paragraph{Content: document.Plain("drawing")}}},
		&document.Paragraph{Content: document.Plain("A groyne is a wall that holds sand on a beach. In June the dyke broke.")},
	}}
	for _, pass := range Together([]Pass{Glossary{}, Timeline{}}) {
		if _, err := pass.Apply(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
	}
	var figure *document.Figure
	for _, n := range doc.All() {
		switch n := n.(type) {
		case *document.Figure:
			figure = n
		case *document.Glossary:
			if len(n.Entries) != 1 || n.Entries[0].Term != "groyne" || len(n.Entries[0].Mentions) != 2 {
				t.Fatalf("got %+v", n.Entries)
			}
			if last := n.Entries[0].Mentions[1]; figure.Caption[1].Attributes().Anchor != last {
				t.Errorf("the caption's mention is not the last: %q", last)
			}
		case *document.Timeline:
			t.Errorf("a caption made events: %+v", n.Entries[0])
		}
	}
	if got := document.TextOf(figure.Caption); got != caption {
		t.Errorf("the caption has changed to %q", got)
	}
}
