package source

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/html"
	"github.com/quirepress/quire/source/internal/manuscript"
	"github.com/quirepress/quire/source/markdown"
	"github.com/quirepress/quire/source/plain"
)

// kind is a kind of text that there is a reader for.
type kind string

const (
	kindMarkdown kind = "text/markdown"
	kindPlain    kind = "text/plain"
	kindHTML     kind = "text/html"
)

// kindByName returns the kind that a file's name stands for, or "".
func kindByName(name string) kind {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mkd":
		return kindMarkdown
	case ".html", ".htm", ".xhtml":
		return kindHTML
	case ".txt", ".text":
		return kindPlain
	}
	return ""
}

var (
	htmlStart = regexp.MustCompile(`(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?s:.*?)-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b`)
	// Lines that raw prose has by chance now and then, but rarely two of.
	markdownLine = regexp.MustCompile(`(?m)^(?:#{1,6} \S|(?:[-*+] |\d+\. )\S|> \S|` + "```" + `|~~~|\[[^\]\n]+\]: |\|.*\||\*\[[^\]\n]+\]: |:::)|\]\([^)\s]+\)|\*\*\S[^*\n]*\*\*`)
	frontMatter  = regexp.MustCompile(`^---\r?\n(?s:.*?)\n(?:---|\.\.\.)\s*(?:\n|$)`)
)

// kindOf returns the kind of a text by its name or else by what it holds.
func kindOf(name string, src []byte) kind {
	if k := kindByName(name); k != "" {
		return k
	}
	head := src[:min(len(src), 32<<10)]
	switch {
	case htmlStart.Match(head):
		return kindHTML
	case frontMatter.Match(head):
		return kindMarkdown
	}
	marks := markdownLine.FindAllIndex(head, 8)
	if bytes.HasPrefix(head, []byte("# ")) || len(marks) >= 3 {
		return kindMarkdown
	}
	return kindPlain
}

// document reads one text with the reader of its kind. Chapter says that it is
// a part of a book, whose language is language.
func (r *reader) document(t *text, language string, chapter bool) (*document.Document, error) {
	var doc *document.Document
	var found diag.List
	var err error
	what := kindOf(t.name, t.clean)
	switch what {
	case kindMarkdown:
		doc, found, err = markdown.Read(t.name, t.clean, markdown.Options{Depth: r.limits.Depth, Language: language, Chapter: chapter})
	case kindHTML:
		doc, found, err = html.Read(t.name, t.clean, html.Options{Depth: r.limits.Depth, Language: language})
	default:
		doc, found, err = plain.Read(t.name, t.clean, plain.Options{Language: language})
	}
	if err != nil {
		return nil, &fileError{t.name, err}
	}
	t.restore(doc, found)
	r.found = append(r.found, found...)
	if doc.Metadata.Language == "" {
		doc.Metadata.Language = language
	}
	if doc.Metadata.Language == "" {
		doc.Metadata.Language = manuscript.Guess(sample(doc))
	}
	blocks := 0
	for _, n := range doc.All() {
		if _, ok := n.(document.Block); ok {
			blocks++
		}
	}
	r.limits.Blocks -= blocks
	if r.limits.Blocks < 0 {
		return nil, ErrTooManyBlocks
	}
	r.media.load(doc, t.name, &r.found)
	if r.media.err != nil {
		return nil, r.media.err
	}
	doc.Resources = append([]document.Resource{{
		Name:      document.ManuscriptFolder + manuscriptName(t.name, what),
		MediaType: string(what),
		Bytes:     t.raw,
	}}, doc.Resources...)
	return doc, nil
}

// manuscriptName names the resource of a source text; what comes from a stream
// has no name of its own.
func manuscriptName(name string, what kind) string {
	if base := path.Base(name); base != "-" && base != "." {
		return base
	}
	switch what {
	case kindMarkdown:
		return "article.md"
	case kindHTML:
		return "article.html"
	}
	return "article.txt"
}

// sample returns enough of a document's text to tell its language.
func sample(doc *document.Document) string {
	var b strings.Builder
	for _, n := range doc.All() {
		if p, ok := n.(*document.Paragraph); ok {
			b.WriteString(document.TextOf(p.Content))
			b.WriteByte('\n')
		}
		if b.Len() > 20000 {
			break
		}
	}
	return b.String()
}
