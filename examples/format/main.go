// Format publishes the sample in a format that Quire does not have: plain text
// with the headings underlined and the printed page of each.
package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log"
	"strings"
	"unicode/utf8"

	"github.com/quirepress/quire/examples/articles"
	"github.com/quirepress/quire/formats"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source/document"
)

// text is a publish.Format: anything with these three methods is one.
type text struct{}

func (text) Extension() string { return ".txt" }
func (text) MediaType() string { return "text/plain; charset=utf-8" }

func (text) Encode(ctx context.Context, w io.Writer, doc *document.Document, pages *document.Pagination) (formats.Result, error) {
	out := bufio.NewWriter(w)
	result := formats.Result{Unit: "section"}
	fmt.Fprintf(out, "%s\n", strings.ToUpper(doc.Metadata.Title))
	for _, n := range doc.All() {
		if err := ctx.Err(); err != nil {
			return result, err
		}
		words := document.BlockText(n)
		if words == "" {
			continue
		}
		fmt.Fprintf(out, "\n%s", words)
		if s, ok := n.(*document.Section); ok {
			if page, ok := pages.PageOf(s.Anchor); ok {
				fmt.Fprintf(out, " (page %s)", page)
			}
			fmt.Fprintf(out, "\n%s", strings.Repeat("=", utf8.RuneCountInString(words)))
			result.Count++
		}
		fmt.Fprintln(out)
	}
	return result, out.Flush()
}

func main() {
	if err := run("dist"); err != nil {
		log.Fatal(err)
	}
}

func run(dst string) error {
	// The press runs the PDF first, because the text prints its pages.
	press := publish.Press{Formats: []publish.Format{text{}, pdf.Encoder{}}}
	_, err := press.Publish(context.Background(), dst, articles.FS, articles.Sample)
	return err
}
