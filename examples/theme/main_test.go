package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestRun(t *testing.T) {
	dst := t.TempDir()
	if err := run(dst); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(filepath.Join(dst, "kosovo-and-nato.pdf")); err != nil || info.Size() == 0 {
		t.Errorf("no file: %v", err)
	}
}
