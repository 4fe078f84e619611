// Package markdown reads Markdown.
package markdown

import (
	"strings"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Options bound and guide the reading. The zero value is the default.
type Options struct {
	// Depth is the deepest nesting of blocks, and of inlines within a block,
	// that is read as such; deeper marks stay as text. 0 means 100.
	Depth int
	// Language is the BCP 47 tag of texts that do not name theirs.
	Language string
}

// Chapter is a further file of a book, or a part made of such files.
type Chapter struct {
	// File is the file's path, relative to the file that names it; empty for a
	// part.
	File string
	// Part is the title of a part, and Chapters what belongs to it.
	Part     string
	Chapters []Chapter
	Pos      diag.Position
}

// Chapters returns the chapters that the front matter of src names.
func Chapters(name string, src []byte) []Chapter { return nil }

// Read reads src.
func Read(name string, src []byte, opts Options) (*document.Document, diag.List, error) {
	doc := &document.Document{}
	for _, p := range strings.Split(string(src), "\n\n") {
		doc.Blocks = append(doc.Blocks, &document.Paragraph{Content: document.Plain(p)})
	}
	return doc, nil, nil
}
