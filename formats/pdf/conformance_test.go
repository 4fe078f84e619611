package pdf_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/formats/verify"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/document/documenttest"
	"golang.org/x/text/unicode/norm"
)

// legible replaces, everywhere in a value, characters that no embedded face
// has: a book that shows gaps claims no standard, and nothing could be proved.
func legible(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			legible(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			legible(v.Field(i))
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			for i := range v.Len() {
				legible(v.Index(i))
			}
		}
	case reflect.String:
		if v.CanSet() {
			v.SetString(strings.Map(func(r rune) rune {
				if r < 0x370 || unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) || r >= 0x2010 && r <= 0x2026 {
					return r
				}
				return 'x'
			}, v.String()))
		}
	}
}

// TestRandomDocuments encodes documents with every type of node and proves
// what the files claim: with this project's verifier, with qpdf, and with
// veraPDF where it is there. QUIRE_LONG=1 makes it 500 documents.
func TestRandomDocuments(t *testing.T) {
	n := 12
	if validator.Long() {
		n = 500
	}
	dir := t.TempDir()
	files := map[string][]string{} // by the flavours that they claim
	for seed := range n {
		std := []pdf.Standard{pdf.UA1A3, pdf.UA2A4}[seed%2]
		doc := documenttest.Random(uint64(seed))
		legible(reflect.ValueOf(doc))
		if doc.Metadata.Title == "" {
			doc.Metadata.Title = "Untitled"
		}
		if l := doc.Metadata.Language; l == "ar" || l == "he" {
			doc.Metadata.Language = "en" // or the press's own words would need their letters
		}
		var b bytes.Buffer
		res, err := pdf.Encoder{Standard: std, WithoutSource: true}.Encode(t.Context(), &b, doc, nil)
		if err != nil {
			t.Errorf("document %d: %v", seed, err)
			continue
		}
		for _, d := range res.Diagnostics {
			switch d.Code {
			case "pdf-no-title", "pdf-no-language", "pdf-no-alternative", "pdf-missing-glyph", "pdf-private-character", "pdf-page-size", "pdf-link-untagged":
				t.Errorf("document %d: %v", seed, d)
			}
		}
		for _, d := range verify.PDF(bytes.NewReader(b.Bytes()), int64(b.Len())) {
			t.Errorf("document %d: %v", seed, d)
		}
		file := filepath.Join(dir, fmt.Sprintf("%s-%03d.pdf", std, seed))
		if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		claims := "3a ua1"
		if std == pdf.UA2A4 {
			claims = "4 ua2"
			for range document.Each[*document.TimelineEntry](doc) {
				claims = "4f ua2" // the timeline is attached
			}
		}
		files[claims] = append(files[claims], file)
	}
	for claims, list := range files {
		validator.Keeps(t, strings.Fields(claims), list...)
	}
}

// squeezed keeps what is read: no white space, soft hyphens or joiners, in the
// composition that a document may have chosen or not.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00AD' || r == '\u200B' || r == '\u200D' || r == '\uFE0F' {
			return -1
		}
		return r
	}, norm.NFC.String(s))
}

// TestConservation takes the text out of the files through their structure
// trees: every paragraph of the document without notes, pictures and page
// references is there, whole.
func TestConservation(t *testing.T) {
	for seed := range 8 {
		doc := documenttest.Random(uint64(seed))
		legible(reflect.ValueOf(doc))
		var b bytes.Buffer
		if _, err := (pdf.Encoder{}).Encode(t.Context(), &b, doc, nil); err != nil {
			t.Fatal(err)
		}
		root, err := verify.Structure(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		text := squeezed(root.Text())
		checked := 0
		var around []document.Node
		for depth, n := range doc.All() {
			around = append(around[:depth], n)
			p, ok := n.(*document.Paragraph)
			if !ok || !plain(p) || noteInReference(around) {
				continue
			}
			checked++
			if want := squeezed(document.TextOf(p.Content)); !strings.Contains(text, want) {
				t.Errorf("document %d: %q is not in the file", seed, want)
			}
		}
		if checked < 20 {
			t.Errorf("document %d: only %d paragraphs are checked", seed, checked)
		}
	}
}

// noteInReference reports whether a node is in a note of a cross reference, which
// is left out with the words around it where a number stands for them.
func noteInReference(around []document.Node) bool {
	in := false
	for _, n := range around {
		switch n.(type) {
		case *document.CrossReference:
			in = true
		case *document.Note:
			if in {
				return true
			}
		}
	}
	return false
}

// plain reports whether [document.TextOf] is all that a paragraph prints.
func plain(p *document.Paragraph) bool {
	for n := range document.Nodes(p) {
		switch n.(type) {
		case *document.Note, *document.Image, *document.RawInline, *document.CrossReference, *document.Target:
			return false
		}
	}
	return true
}
