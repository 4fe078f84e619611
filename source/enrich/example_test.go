package enrich_test

import (
	"context"
	"fmt"
	"log"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
)

func prose(text string) *document.Document {
	return &document.Document{
		Metadata: document.Metadata{Language: "en"},
		Blocks:   []document.Block{&document.Paragraph{Content: document.Plain(text)}},
	}
}

func ExampleTimeline() {
	doc := prose("The trust was founded in 1871. In the spring of 1904 a storm destroyed the quay.")
	if _, err := (enrich.Timeline{}).Apply(context.Background(), doc); err != nil {
		log.Fatal(err)
	}
	for e := range document.Each[*document.TimelineEntry](doc) {
		fmt.Println(e.Date, "|", e.Phrase, "|", document.TextOf(e.Summary))
	}
	// Output:
	// 1871 | 1871 | The trust was founded.
	// 1904-21 | spring of 1904 | A storm destroyed the quay.
}

func ExampleGlossary() {
	doc := prose("The Harbour Trust (HT) owned the quay. The HT sold it.")
	if _, err := (enrich.Glossary{}).Apply(context.Background(), doc); err != nil {
		log.Fatal(err)
	}
	for e := range document.Each[*document.GlossaryEntry](doc) {
		fmt.Println(e.Term, "|", e.Expansion, "|", len(e.Mentions), "mentions")
	}
	// Output: HT | Harbour Trust | 2 mentions
}

func ExampleInspect() {
	doc := prose("The Harbour Trust (HT) was founded in 1871.")
	in := enrich.Inspect(doc)
	fmt.Println(in.Dates[0].Text, in.Dates[0].Value, in.Acronyms[0].Short, in.Acronyms[0].Long)
	// Output: 1871 1871 HT Harbour Trust
}
