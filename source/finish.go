package source

import (
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// finish completes a document that was read: title, language, anchors.
func (r *reader) finish(doc *document.Document, name string) error {
	m := &doc.Metadata
	start := diag.Position{File: name, Line: 1, Column: 1}
	if !hasText(doc) {
		r.found.Add(diag.Warning, "source-no-text", start, "the article has no paragraph")
	}
	if m.Title == "" {
		if m.Title = titleFromName(name); m.Title == "" {
			m.Title = firstWords(doc)
		}
		r.found.AddHint(diag.Warning, "source-no-title", start, "give a title in the front matter or as a heading of level 1",
			"the article has no title; it is called %q", m.Title)
	}
	if m.Language == "" {
		r.found.AddHint(diag.Info, "source-no-language", start, "give the language in the front matter",
			"the article does not say its language, and it cannot be told from the text")
	}
	r.found.Sort()
	doc.Identify()
	if err := doc.Validate(); err != nil {
		return fmt.Errorf("source: %s: internal error: %w", name, err)
	}
	return nil
}

func hasText(doc *document.Document) bool {
	for _, n := range doc.All() {
		switch n := n.(type) {
		case *document.Paragraph:
			if strings.TrimSpace(document.TextOf(n.Content)) != "" {
				return true
			}
		case *document.CodeBlock, *document.MathBlock, *document.Image:
			return true
		}
	}
	return false
}

// titleFromName makes a title of a file's name: "02-the-war.md" is "The war".
func titleFromName(name string) string {
	s := strings.TrimSuffix(path.Base(name), path.Ext(name))
	switch s {
	case "-", "", "index", "stdin", ".":
		if dir := path.Base(path.Dir(name)); s == "index" && dir != "." && dir != "/" {
			return titleFromName(dir)
		}
		return ""
	}
	s = strings.TrimLeft(s, "0123456789-_. ")
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '_' || unicode.IsSpace(r) || !unicode.IsPrint(r) }), " ")
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 || first == utf8.RuneError {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// firstWords makes a title of the words that the text begins with.
func firstWords(doc *document.Document) string {
	const most = 60 // characters, about a line of a title page
	for _, n := range doc.All() {
		words := strings.Fields(document.BlockText(n))
		if len(words) == 0 {
			continue
		}
		title := ""
		for _, w := range words {
			if title != "" && utf8.RuneCountInString(title)+1+utf8.RuneCountInString(w) > most {
				return title + " …"
			}
			title = strings.TrimSpace(title + " " + w)
		}
		if r := []rune(title); len(r) > 2*most {
			return string(r[:most]) + "…"
		}
		return title
	}
	return "Untitled"
}
