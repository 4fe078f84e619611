package pdf_test

import (
	"bytes"
	"context"
	"fmt"

	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/source/document"
)

// A booklet to fold and staple: A5 pages on both sides of A4 sheets.
func ExampleEncoder_booklet() {
	doc := &document.Document{
		Metadata: document.Metadata{Title: "The Harbour", Language: "en"},
		Blocks:   []document.Block{&document.Paragraph{Content: document.Plain("A storm destroyed the quay.")}},
	}
	var file bytes.Buffer
	result, err := pdf.Encoder{Impose: pdf.Booklet, Grey: true}.Encode(context.Background(), &file, doc, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Diagnostics[len(result.Diagnostics)-1].Message)
	// Output: 2 pages on 1 sheet of 297 by 210 mm: print on both sides, turned over the short edge
}
