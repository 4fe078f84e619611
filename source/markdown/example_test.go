package markdown_test

import (
	"fmt"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/markdown"
)

func ExampleRead() {
	src := []byte("# Bees\n\nA bee *flies*.[^1] See [](#hive).\n\n[^1]: Mostly.\n\n## The \"hive\" {#hive}\n")
	doc, found, err := markdown.Read("bees.md", src, markdown.Options{Language: "en"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Metadata.Title, len(found))
	for s := range document.Each[*document.Section](doc) {
		fmt.Println(s.Anchor, document.TextOf(s.Title), s.Pos)
	}
	// Output:
	// Bees 0
	// hive The “hive” bees.md:7:1
}

func ExampleChapters() {
	src := []byte("---\ntitle: Bees\nchapters:\n  - hive.md\n  - part: Honey\n    chapters: [flowers.md, wax.md]\n---\n")
	for _, c := range markdown.Chapters("index.md", src) {
		fmt.Println(c.File, c.Part, len(c.Chapters), c.Pos)
	}
	// Output:
	// hive.md  0 index.md:4:5
	//  Honey 2 index.md:5:11
}
