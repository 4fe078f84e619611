// Pass publishes the sample with an enrichment of its own: a last section that
// lists the addresses that the text links to.
package main

import (
	"context"
	"log"

	"github.com/quirepress/quire/examples/articles"
	"github.com/quirepress/quire/formats/epub"
	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
)

// links is a pass: anything with these two methods is one.
type links struct{}

func (links) Name() string { return "links" }

func (links) Apply(_ context.Context, doc *document.Document) (diag.List, error) {
	list := &document.List{Tight: true}
	for l := range document.Each[*document.Link](doc) {
		list.Items = append(list.Items, &document.ListItem{Blocks: []document.Block{
			&document.Paragraph{Content: []document.Inline{&document.Link{URL: l.URL, Content: document.Plain(l.URL)}}},
		}})
	}
	if len(list.Items) > 0 {
		doc.Blocks = append(doc.Blocks, &document.Section{
			Role:   document.RoleAppendix,
			Title:  document.Plain("Addresses"),
			Blocks: []document.Block{list},
		})
	}
	return nil, nil
}

func main() {
	if err := run("dist"); err != nil {
		log.Fatal(err)
	}
}

func run(dst string) error {
	press := publish.Press{
		Formats: []publish.Format{epub.Encoder{}},
		Passes:  append(enrich.Default(), links{}),
	}
	_, err := press.Publish(context.Background(), dst, articles.FS, articles.Sample)
	return err
}
