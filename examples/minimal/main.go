// Minimal publishes one article: the smallest useful program.
//
//	go run ./examples/minimal article.md
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/quirepress/quire/formats/epub"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/publish"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: minimal ARTICLE")
	}
	if err := run(os.Args[1], "dist"); err != nil {
		log.Fatal(err)
	}
}

func run(article, dst string) error {
	press := publish.Press{Formats: []publish.Format{pdf.Encoder{}, epub.Encoder{}}}
	report, err := press.Publish(context.Background(), dst, os.DirFS(filepath.Dir(article)), filepath.Base(article))
	for _, f := range report.Files() {
		fmt.Println(f.Name)
	}
	return err
}
