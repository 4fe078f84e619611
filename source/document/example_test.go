package document_test

import (
	"fmt"

	"github.com/quirepress/quire/source/document"
)

func sample() *document.Document {
	return &document.Document{
		Metadata: document.Metadata{Title: "The harbour: a short history", Language: "en"},
		Blocks: []document.Block{
			&document.Section{Title: document.Plain("The quay"), Blocks: []document.Block{
				&document.Paragraph{Content: []document.Inline{
					&document.Text{Value: "It was built "},
					&document.Emphasis{Content: document.Plain("twice")},
					&document.Text{Value: "."},
				}},
			}},
		},
	}
}

func Example() {
	doc := sample()
	doc.Identify()
	if err := doc.Validate(); err != nil {
		fmt.Println(err)
		return
	}
	for depth, n := range doc.All() {
		fmt.Printf("%*s%s %q\n", 2*depth, "", n.Kind(), document.BlockText(n))
	}
	// Output:
	// section "The quay"
	//   text ""
	//   paragraph "It was built twice."
	//     text ""
	//     emphasis ""
	//       text ""
	//     text ""
}

func ExampleDocument_Validate() {
	doc := &document.Document{Blocks: []document.Block{
		&document.Paragraph{Content: []document.Inline{&document.CrossReference{Target: "nowhere"}}},
	}}
	fmt.Println(doc.Validate())
	// Output: document: blocks[0](paragraph).0(cross-reference) refers to the anchor "nowhere", which does not exist
}

func ExampleEach() {
	for p := range document.Each[*document.Paragraph](sample()) {
		fmt.Println(document.TextOf(p.Content))
	}
	// Output: It was built twice.
}

func ExampleRewriter() {
	doc := sample()
	document.Rewriter{Inline: func(n document.Inline) []document.Inline {
		if e, ok := n.(*document.Emphasis); ok {
			return []document.Inline{&document.Strong{Content: e.Content}}
		}
		return []document.Inline{n}
	}}.Document(doc)
	for range document.Each[*document.Strong](doc) {
		fmt.Println("strong")
	}
	// Output: strong
}

func ExampleMetadata_TitleLines() {
	fmt.Println(sample().Metadata.TitleLines())
	// Output: The harbour a short history
}

func ExamplePagination_PageOf() {
	pages := &document.Pagination{
		Breaks: []document.PageBreak{{Label: "iv"}, {Anchor: "the-quay", Label: "1"}},
		Pages:  map[document.Anchor]int{"the-quay": 1},
	}
	fmt.Println(pages.PageOf("the-quay"))
	// Output: 1 true
}
