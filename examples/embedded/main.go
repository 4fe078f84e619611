// Embedded publishes an article that is part of the program itself: any fs.FS
// will do as a source.
package main

import (
	"context"
	"embed"
	"log"

	"github.com/quirepress/quire/formats/epub"
	"github.com/quirepress/quire/publish"
)

//go:embed article.md
var files embed.FS

func main() {
	if err := run("dist"); err != nil {
		log.Fatal(err)
	}
}

func run(dst string) error {
	press := publish.Press{Formats: []publish.Format{epub.Encoder{}}}
	_, err := press.Publish(context.Background(), dst, files, "article.md")
	return err
}
