package html_test

import (
	"fmt"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/html"
)

func ExampleRead() {
	page := `<html lang="en"><title>The light – Strait Society</title>
<nav><a href="/">Home</a> <a href="/towers">Towers</a></nav>
<article><h1>The light</h1><p>By Ann Keeper</p>
<p>The lamp room stands forty metres above the sea, and its light was seen for a hundred years.</p>
</article><footer>© Strait Society</footer>`
	doc, _, err := html.Read("light.html", []byte(page), html.Options{})
	if err != nil {
		panic(err)
	}
	fmt.Println(doc.Metadata.Title, "by", doc.Metadata.Authors()[0])
	for p := range document.Each[*document.Paragraph](doc) {
		fmt.Println(document.TextOf(p.Content))
	}
	// Output:
	// The light by Ann Keeper
	// The lamp room stands forty metres above the sea, and its light was seen for a hundred years.
}
