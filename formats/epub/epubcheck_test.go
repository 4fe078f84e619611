package epub

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/document/documenttest"
)

// pagesFor makes a pagination as a printed edition might have it: a page
// begins in every so many-th block, somewhere in its text.
func pagesFor(doc *document.Document, every int) *document.Pagination {
	p := &document.Pagination{PrintID: "urn:uuid:0c3fd2fc-0f47-5d5a-9d36-3e5a3c4f1a11#a5", Pages: map[document.Anchor]int{}}
	p.Breaks = append(p.Breaks, document.PageBreak{Label: "i"}) // a page without text
	i := 0
	inNote := map[document.Node]bool{}
	for n := range document.Each[*document.Note](doc) {
		for m := range document.Nodes(n) {
			inNote[m] = true
		}
	}
	for _, n := range doc.All() {
		a := n.Attributes().Anchor
		if a == "" {
			continue
		}
		if !inNote[n] && document.Content(n) != nil {
			if i++; i%every == 0 {
				text := document.BlockText(n)
				offset := len(text) * (i % 7) / 7
				for offset > 0 && offset < len(text) && text[offset]&0xc0 == 0x80 {
					offset--
				}
				p.Breaks = append(p.Breaks, document.PageBreak{Anchor: a, Offset: offset, Label: fmt.Sprint(len(p.Breaks))})
			}
		}
		p.Pages[a] = len(p.Breaks) - 1
	}
	return p
}

func encode(t testing.TB, e Encoder, doc *document.Document, pages *document.Pagination) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := e.Encode(t.Context(), &b, doc, pages); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The reference validator has nothing to say of random books, of hostile ones
// and of an empty one.
func TestEPUBCheck(t *testing.T) {
	books := 30
	if validator.Long() {
		books = 500
	}
	dir := t.TempDir()
	var files []string
	write := func(name string, data []byte) {
		path := filepath.Join(dir, name+".epub")
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	for seed := range books {
		doc := documenttest.Random(uint64(seed))
		var pages *document.Pagination
		if seed%2 == 1 {
			pages = pagesFor(doc, 2+seed%3)
		}
		write(fmt.Sprint("random-", seed), encode(t, Encoder{}, doc, pages))
	}
	write("empty", encode(t, Encoder{}, &document.Document{}, nil))
	for i, doc := range hostile() {
		write(fmt.Sprint("hostile-", i), encode(t, Encoder{}, doc, nil))
	}
	for file, messages := range validator.EPUBCheck(t, files...) {
		for i, m := range messages {
			if i == 5 {
				t.Errorf("%s: … and %d more", filepath.Base(file), len(messages)-i)
				break
			}
			t.Errorf("%s: %s", filepath.Base(file), m)
		}
	}
}
