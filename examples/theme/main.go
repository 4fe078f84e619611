// Theme publishes the sample in a look of its own: blue, on 6 by 9 inches,
// with a wider outer margin.
package main

import (
	"context"
	"log"

	"github.com/quirepress/quire/examples/articles"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/publish"
)

func main() {
	if err := run("dist"); err != nil {
		log.Fatal(err)
	}
}

func run(dst string) error {
	// A Style is a plain value: derive one and change what you like.
	look := style.New(style.SixByNine(), style.Article, style.House)
	look.Palette.Accent = style.Color{R: 0x1f, G: 0x3f, B: 0x7a}
	look.Margins.Outside += style.Millimetres(4)
	press := publish.Press{Formats: []publish.Format{pdf.Encoder{Style: &look}}}
	_, err := press.Publish(context.Background(), dst, articles.FS, articles.Sample)
	return err
}
