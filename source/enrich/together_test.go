package enrich_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
	"github.com/quirepress/quire/source/markdown"
)

// title is a pass of another's, which changes the text between two others.
type title struct{}

func (title) Name() string { return "title" }

func (title) Apply(_ context.Context, doc *document.Document) (diag.List, error) {
	doc.Blocks = slices.Insert(doc.Blocks, 0, document.Block(&document.Paragraph{Content: document.Plain("The Pier Guild (PG) was founded in 1640.")}))
	return nil, nil
}

func TestTogether(t *testing.T) {
	names, err := filepath.Glob("internal/*/testdata/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no articles", err)
	}
	orders := [][]enrich.Pass{
		enrich.Default(),
		{enrich.Glossary{Eager: true}, enrich.Timeline{Fewest: -1}},
		{enrich.Timeline{}, title{}, enrich.Glossary{}, enrich.Index{}},
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text = append(text, "\n\n*On 3 May 1871* the [guild]{.term def=\"A *union* of masters.\"} met **again in 1872**, and [it]{.event date=1873} ended.\n"...)
		doc, _, err := markdown.Read("a.md", text, markdown.Options{})
		if err != nil {
			t.Fatal(err)
		}
		doc.Metadata.Language = "en"
		if parts := strings.Split(name, "."); len(parts) == 3 {
			doc.Metadata.Language = parts[1]
		}
		for i, passes := range orders {
			want, got := applied(t, doc.Clone(), passes), applied(t, doc.Clone(), enrich.Together(passes))
			if want != got {
				t.Errorf("%s, order %d: together the passes do something else than one by one", name, i)
			}
		}
	}
}

// applied returns what the passes make of the document, and what they say.
func applied(t *testing.T, doc *document.Document, passes []enrich.Pass) string {
	t.Helper()
	var out strings.Builder
	for _, p := range passes {
		found, err := p.Apply(t.Context(), doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range found {
			out.WriteString(p.Name() + ": " + d.Message + "\n")
		}
	}
	if err := doc.Dump(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// A pass that the author does without leaves the others at the desk alone.
func TestTogetherWithout(t *testing.T) {
	doc := prose("The Harbour Trust (HT) was founded in 1871. The HT fell in 1904.")
	doc.Metadata.Settings = map[string]string{"timeline": "false"}
	applied(t, doc, enrich.Together(enrich.Default()))
	if timeline(doc) != "" || !strings.Contains(doc.Blocks[len(doc.Blocks)-1].(*document.Section).Blocks[0].Kind(), "glossary") {
		t.Error("want a glossary and no timeline")
	}
}
