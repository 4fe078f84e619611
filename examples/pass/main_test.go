package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/quirepress/quire/source/document"
)

func TestRun(t *testing.T) {
	dst := t.TempDir()
	if err := run(dst); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(filepath.Join(dst, "kosovo-and-nato.epub")); err != nil || info.Size() == 0 {
		t.Errorf("no file: %v", err)
	}
}

func TestPass(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{&document.Paragraph{Content: []document.Inline{
		&document.Link{URL: "https://example.org/", Content: document.Plain("here")},
	}}}}
	if _, err := (links{}).Apply(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	s, ok := doc.Blocks[len(doc.Blocks)-1].(*document.Section)
	if !ok || s.Role != document.RoleAppendix || doc.Validate() != nil {
		t.Errorf("the pass added %T: %v", doc.Blocks[len(doc.Blocks)-1], doc.Validate())
	}
}
