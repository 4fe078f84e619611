package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestRun(t *testing.T) {
	dst := t.TempDir()
	if err := run(filepath.Join("..", "articles", "kosovo-and-nato.md"), dst); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"kosovo-and-nato.pdf", "kosovo-and-nato.epub"} {
		if info, err := os.Stat(filepath.Join(dst, name)); err != nil || info.Size() == 0 {
			t.Errorf("no file: %v", err)
		}
	}
}
