package html_test

import (
	"fmt"

	"github.com/quirepress/quire/source/diag"
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

// A table of HTML in a text of another form, one of whose cells holds more of that
// text.
func ExamplePiece_Blocks() {
	src := []byte("<table><tr><td>Oil</td><td>")
	holes := map[int]html.Hole{len(src): func(int, string) []document.Block {
		return []document.Block{&document.Paragraph{Content: document.Plain("three barrels")}}
	}}
	src = append(src, html.HoleTag+"</td></tr></table>"...)
	piece := html.Piece{Source: src, Holes: holes, Place: func(offset int) diag.Position {
		return diag.Position{File: "lamps.md", Line: 1, Column: offset + 1, Offset: offset}
	}}
	blocks, _ := piece.Blocks()
	for n := range document.Nodes(blocks[0]) {
		if p, ok := n.(*document.Paragraph); ok {
			fmt.Println(document.TextOf(p.Content))
		}
	}
	// Output:
	// Oil
	// three barrels
}

// A fold that begins in one piece and ends in the third, and an element that is
// never closed.
func ExampleTogether() {
	last, open := html.Together([][]byte{[]byte("<details><summary>More</summary>"), []byte("<b>Text"), []byte("</details>"), []byte("<hr>")})
	fmt.Println(last, open[0].Name, open[0].Piece)
	// Output:
	// [2 2 2 3] b 1
}
