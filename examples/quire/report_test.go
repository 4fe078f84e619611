package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestReplace keeps the old report where no new one can be written, and writes
// through to what is no file.
func TestReplace(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "report.json")
	write(t, name, "old")
	if err := replace(name, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(name); string(b) != "new" {
		t.Errorf("the report is %q", b)
	}
	if err := os.Mkdir(name+".part", 0o777); err != nil { // in the way
		t.Fatal(err)
	}
	if err := replace(name, []byte("newer")); err == nil {
		t.Error("there is no error")
	}
	if b, _ := os.ReadFile(name); string(b) != "new" {
		t.Errorf("the report is %q", b)
	}
	if err := replace(os.DevNull, []byte("x")); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err == nil && info.Mode().IsRegular() {
		t.Error("the null device is a file now")
	}
}
