// Package html reads saved web pages.
package html

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// Options bound what is read. The zero value is the default.
type Options struct{}

// Read reads the page src, which is UTF-8, of the file called name.
func Read(name string, src []byte, _ Options) (*document.Document, diag.List, error) {
	doc := &document.Document{}
	z := html.NewTokenizer(strings.NewReader(string(src)))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return doc, nil, nil
		case html.TextToken:
			if s := strings.TrimSpace(manuscript.Clean(string(z.Text()))); s != "" {
				doc.Blocks = append(doc.Blocks, &document.Paragraph{Content: document.Plain(s)})
			}
		}
	}
}
