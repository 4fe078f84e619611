package publish_test

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"testing/fstest"

	"github.com/quirepress/quire/formats/epub"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
)

// An article in a file system becomes a PDF and an EPUB in a folder.
func ExamplePress_Publish() {
	articles := fstest.MapFS{"harbour.md": {Data: []byte(`---
title: The harbour
date: 2026-11-23
language: en
---

The Harbour Trust (HT) was founded in 1871. In 1904 a storm destroyed the quay.
`)}}
	dist, err := os.MkdirTemp("", "quire")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dist)

	press := publish.Press{Formats: []publish.Format{pdf.Encoder{Paper: pdf.A5}, epub.Encoder{}}}
	report, err := press.Publish(context.Background(), dist, articles, "harbour.md")
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range report.Files() {
		fmt.Println(filepath.Base(f.Name), f.MediaType, f.Verified)
	}
	// Output:
	// harbour.pdf application/pdf true
	// harbour.epub application/epub+zip true
}

// A document built by hand goes to any writer.
func ExamplePress_Encode() {
	doc := &document.Document{
		Metadata: document.Metadata{Title: "A note", Language: "en", Date: "2026-11-23"},
		Blocks: []document.Block{
			&document.Paragraph{Content: document.Plain("A first paragraph.")},
		},
	}
	var book bytes.Buffer
	press := publish.Press{Formats: []publish.Format{epub.Encoder{}}}
	report, err := press.Encode(context.Background(), doc, &book)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.Files()[0].MediaType, book.Len() == int(report.Files()[0].Size))
	// Output: application/epub+zip true
}

// A press without passes prints the text as it is; one with passes of its own
// chooses what the back matter holds.
func ExamplePress_passes() {
	press := publish.Press{
		Formats: []publish.Format{pdf.Encoder{}},
		Passes:  []enrich.Pass{enrich.Timeline{Title: "What happened when"}},
	}
	doc := &document.Document{
		Metadata: document.Metadata{Title: "The harbour", Language: "en", Date: "2026-11-23"},
		Blocks: []document.Block{&document.Paragraph{Content: document.Plain(
			"The trust was founded in 1871. In 1904 a storm destroyed the quay.")}},
	}
	doc, _, err := press.Prepare(context.Background(), doc)
	if err != nil {
		log.Fatal(err)
	}
	for e := range document.Each[*document.TimelineEntry](doc) {
		fmt.Println(e.Phrase, document.TextOf(e.Summary))
	}
	// Output:
	// 1871 The trust was founded.
	// 1904 A storm destroyed the quay.
}

// A document that was read or built elsewhere becomes files of a given name.
func ExamplePress_Write() {
	dist, err := os.MkdirTemp("", "quire")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dist)
	doc := &document.Document{
		Metadata: document.Metadata{Title: "A note", Language: "en", Date: "2026-11-23"},
		Blocks:   []document.Block{&document.Paragraph{Content: document.Plain("A first paragraph.")}},
	}
	press := publish.Press{Formats: []publish.Format{epub.Encoder{}}}
	report, err := press.Write(context.Background(), dist, "notes/first", doc)
	if err != nil {
		log.Fatal(err)
	}
	name, _ := filepath.Rel(dist, report.Files()[0].Name)
	fmt.Println(filepath.ToSlash(name))
	// Output: notes/first.epub
}

// A folder that is a book becomes files of a given name.
func ExamplePress_PublishAs() {
	folder := fstest.MapFS{
		"index.md": {Data: []byte("---\ntitle: The harbour\nlanguage: en\ndate: 2026-11-23\n---\n\nA preface.\n")},
		"1.md":     {Data: []byte("# The quay\n\nA storm destroyed it in 1904.\n")},
	}
	dist, err := os.MkdirTemp("", "quire")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dist)
	press := publish.Press{Formats: []publish.Format{epub.Encoder{}}}
	report, err := press.PublishAs(context.Background(), dist, "harbour", folder, ".")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(filepath.Base(report.Files()[0].Name), report.Articles[0].Inputs)
	// Output: harbour.epub [. 1.md index.md]
}

// A fingerprint changes with everything that could make another book. The press
// compares it by itself if Changed is set.
func ExamplePress_Fingerprints() {
	articles := fstest.MapFS{"a.md": {Data: []byte("# A\n\nText.\n")}}
	fingerprint := func(press publish.Press) string {
		f, err := press.Fingerprints(articles, "a.md")
		if err != nil {
			log.Fatal(err)
		}
		return f[0]
	}
	plain := publish.Press{Formats: []publish.Format{pdf.Encoder{}}}
	grey := publish.Press{Formats: []publish.Format{pdf.Encoder{Grey: true}}}
	first := fingerprint(plain)
	fmt.Println(fingerprint(plain) == first, fingerprint(grey) == first)
	articles["a.md"].Data = []byte("# A\n\nAnother text.\n")
	fmt.Println(fingerprint(plain) == first)
	// Output:
	// true false
	// false
}
