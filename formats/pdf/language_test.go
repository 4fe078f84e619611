package pdf_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/formats/verify"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/document/documenttest"
)

// spoken is a text with the language that it is in.
type spoken struct{ lang, text string }

// spokenIn lists the texts of a document in order, with the languages that they
// inherit. What the press sets otherwise than as it stands is left out.
func spokenIn(doc *document.Document) []spoken {
	var list []spoken
	langs := []string{doc.Metadata.Language} // by depth
	within := -1
	for depth, n := range doc.All() {
		if within >= 0 && depth > within {
			continue
		}
		within = -1
		langs = append(langs[:depth+1], langs[depth])
		if l := n.Attributes().Lang; l != "" {
			langs[depth+1] = l
		}
		text := ""
		switch n := n.(type) {
		case *document.Glossary, *document.Index, *document.Timeline, *document.CrossReference:
			within = depth
		case *document.Text:
			text = n.Value
		case *document.Code:
			text = n.Value
		case *document.CodeBlock:
			if len(n.Caption) == 0 { // which would come first
				text = n.Code
			}
		}
		if text = squeezed(text); text != "" {
			list = append(list, spoken{langs[depth+1], text})
		}
	}
	return list
}

// spokenBy gathers what the structure tree says in each language.
func spokenBy(e *verify.Element, all map[string]*strings.Builder) {
	for _, n := range e.Nodes {
		if n.Element != nil {
			spokenBy(n.Element, all)
			continue
		}
		if all[e.Lang] == nil {
			all[e.Lang] = &strings.Builder{}
		}
		all[e.Lang].WriteString(squeezed(n.Text))
	}
}

// TestLanguagesAreTheDocument: every word of random documents is read out in
// its language, and in the order of the document.
func TestLanguagesAreTheDocument(t *testing.T) {
	n := 8
	if validator.Long() {
		n = 300
	}
	foreign := 0
	for seed := range n {
		doc := documenttest.Random(uint64(seed))
		legible(reflect.ValueOf(doc))
		doc.Metadata.Title, doc.Metadata.Language = "A title", "en"
		want := spokenIn(doc)
		all := map[string]*strings.Builder{}
		spokenBy(read(t, doc, pdf.UA1A3), all)
		rest := map[string]string{}
		for lang, b := range all {
			rest[lang] = b.String()
		}
		for _, s := range want {
			_, after, ok := strings.Cut(rest[s.lang], s.text)
			if !ok {
				t.Errorf("document %d: %q is not said in %q, or not in its place", seed, s.text, s.lang)
				break
			}
			rest[s.lang] = after
			if s.lang != "en" {
				foreign++
			}
		}
	}
	if foreign < 10*n {
		t.Errorf("there are only %d words in other languages", foreign)
	}
}
