package source_test

import (
	"fmt"
	"strings"
	"testing/fstest"

	"github.com/quirepress/quire/source"
)

func ExampleRead() {
	articles := fstest.MapFS{"bees.md": {Data: []byte("# On bees\n\nBees *fly*.\n\n![a bee](bee.png)\n")}}
	doc, found, err := source.Read(articles, "bees.md", source.Options{Language: "en"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Metadata.Title)
	for _, d := range found {
		fmt.Println(d)
	}
	// Output:
	// On bees
	// bees.md:5:1: warning: the image "bee.png" does not exist [source-image-missing]
}

func ExampleReadBytes() {
	doc, _, err := source.ReadBytes(nil, "note.txt", []byte("A short note\n\nIt has one paragraph.\n"), source.Options{Language: "en"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Metadata.Title)
	// Output: A short note
}

func ExampleReadFrom() {
	// Nothing says what comes from a stream: it is judged by what it holds.
	doc, _, err := source.ReadFrom(nil, "-", strings.NewReader("# From *afar*\n\nText.\n"), source.Options{Language: "en"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for m := range doc.Manuscripts() {
		fmt.Println(doc.Metadata.Title, m.Name, m.MediaType)
	}
	// Output: From afar manuscript/article.md text/markdown
}
