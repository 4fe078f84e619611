package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// printed runs the command on the small article and returns what stands in the
// objects of the PDF, and what the command said.
func printed(t *testing.T, args ...string) (objects, stderr string) {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "small.md"), small)
	args = append([]string{"-o", dir, "-format", "pdf"}, append(args, filepath.Join(dir, "small.md"))...)
	status, _, stderr := quire(t, "", args...)
	if status != done {
		t.Fatalf("quire %s: status %d: %s", strings.Join(args, " "), status, stderr)
	}
	b, err := os.ReadFile(filepath.Join(dir, "small.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return legible(b), stderr
}

// legible returns a PDF with its streams decompressed.
func legible(file []byte) string {
	var b strings.Builder
	for {
		before, rest, ok := bytes.Cut(file, []byte("\nstream\n"))
		b.Write(before)
		if !ok {
			return b.String()
		}
		if z, err := zlib.NewReader(bytes.NewReader(rest)); err == nil {
			data, _ := io.ReadAll(z)
			b.Write(data)
		}
		_, file, _ = bytes.Cut(rest, []byte("endstream"))
	}
}

// boxWidth returns the width of a box of the first page in whole points.
func boxWidth(t *testing.T, objects, name string) int {
	t.Helper()
	_, rest, ok := strings.Cut(objects, "/"+name+"[")
	numbers, _, _ := strings.Cut(rest, "]")
	var left, bottom, right, top float64
	if n, _ := fmt.Sscan(numbers, &left, &bottom, &right, &top); !ok || n != 4 {
		t.Fatalf("the page has no %s", name)
	}
	return int(right - left + 0.5)
}

func TestImpose(t *testing.T) {
	for _, c := range []struct {
		args  string
		width int // of the sheet, in points
	}{
		{"-impose booklet", 842},
		{"-impose booklet -sheet letter", 792},
		{"-impose booklet -sheet letter -signature 8", 792},
		{"-impose 2up", 842},
		{"-impose 4up", 595},
		{"-impose 4up -paper letter", 612},
	} {
		f, stderr := printed(t, strings.Fields(c.args)...)
		if w := boxWidth(t, f, "MediaBox"); w != c.width {
			t.Errorf("%s: the sheet is %d pt wide, want %d", c.args, w, c.width)
		}
		if strings.Contains(f, "/StructTreeRoot") {
			t.Errorf("%s: the sheets are tagged", c.args)
		}
		if !strings.Contains(stderr, "pdf-imposed") {
			t.Errorf("%s: the user is not told how to print: %s", c.args, stderr)
		}
	}
}

func TestBleedAndMarks(t *testing.T) {
	f, _ := printed(t, "-bleed", "3mm")
	if trim, media := boxWidth(t, f, "TrimBox"), boxWidth(t, f, "MediaBox"); trim != 420 || media != 437 {
		t.Errorf("trimmed to %d of %d pt", trim, media)
	}
	f, _ = printed(t, "-bleed", "3mm", "-marks")
	if trim, bleed, media := boxWidth(t, f, "TrimBox"), boxWidth(t, f, "BleedBox"), boxWidth(t, f, "MediaBox"); trim != 420 || bleed != 437 || media != 476 {
		t.Errorf("trimmed to %d, bleeding to %d of %d pt", trim, bleed, media)
	}
	if !strings.Contains(f, "/StructTreeRoot") {
		t.Error("marks cost the pages their structure")
	}
}

func TestPrintUsage(t *testing.T) {
	for _, args := range []string{
		"-impose 3up", "-bleed wide", "-bleed 3", "-impose booklet -sheet huge", "-sheet a4", "-impose booklet -signature 6",
		"-impose booklet -standard ua2-a4f",
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "small.md"), small)
		status, _, stderr := quire(t, "", append(strings.Fields(args), "-o", dir, "-format", "pdf", filepath.Join(dir, "small.md"))...)
		if status == done || stderr == "" {
			t.Errorf("%s: status %d: %s", args, status, stderr)
		}
		if got := files(t, dir); got != "small.md" {
			t.Errorf("%s: wrote %s", args, got)
		}
	}
}
