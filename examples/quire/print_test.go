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
		raw, after, _ := bytes.Cut(rest, []byte("endstream"))
		if z, err := zlib.NewReader(bytes.NewReader(raw)); err == nil {
			raw, _ = io.ReadAll(z)
		}
		b.Write(raw)
		file = after
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

func TestPages(t *testing.T) {
	dir := t.TempDir()
	text := small + strings.Repeat("\nThe harbour was quiet and the keepers of the light went home before the wind rose over the northern pier.\n", 90)
	write(t, filepath.Join(dir, "long.md"), text)
	status, stdout, stderr := quire(t, "", "-o", dir, "-format", "pdf", "-profile", "handout", "-pages", "3", filepath.Join(dir, "long.md"))
	if status != done || !strings.Contains(stdout, " 3 pages ") || !strings.Contains(stderr, "pdf-fitted") {
		t.Errorf("status %d: %s%s", status, stdout, stderr)
	}
	status, _, stderr = quire(t, "", "-o", dir, "-format", "pdf", "-profile", "handout", "-pages", "1", filepath.Join(dir, "long.md"))
	if status != failed || !strings.Contains(stderr, "smallest that reads well") {
		t.Errorf("status %d: %s", status, stderr)
	}
}

func TestGrey(t *testing.T) {
	if f, _ := printed(t); !strings.Contains(f, " rg\n") {
		t.Error("the test proves nothing: there is no colour without -grey")
	}
	if f, _ := printed(t, "-grey"); strings.Contains(f, " rg\n") || !strings.Contains(f, " g\n") {
		t.Error("-grey leaves colours")
	}
}

func TestX4(t *testing.T) {
	profile := filepath.Join("..", "..", "formats", "pdf", "testdata", "naive-press.icc")
	f, _ := printed(t, "-standard", "x4", "-output-profile", profile)
	for _, want := range []string{"/GTS_PDFX", "PDF/X-4", "A naive press", "/StructTreeRoot", "/Trapped/False"} {
		if !strings.Contains(f, want) {
			t.Errorf("the file has no %s", want)
		}
	}
	for _, bad := range []string{"/Subtype/Link", "pdfaid", "pdfuaid", "/EmbeddedFile"} {
		if strings.Contains(f, bad) {
			t.Errorf("the file has %s", bad)
		}
	}
}

// TestPrintUsage gives flags that are wrong in themselves, and such as turn out
// to be wrong; nothing is written for either.
func TestPrintUsage(t *testing.T) {
	for args, want := range map[string]int{
		"-impose 3up": wrongUsage, "-bleed wide": wrongUsage, "-bleed 3": wrongUsage, "-impose booklet -sheet huge": wrongUsage,
		"-sheet a4": wrongUsage, "-impose booklet -signature 6": wrongUsage, "-pages -2": wrongUsage,
		"-standard x4": wrongUsage, "-output-profile print.go": wrongUsage,
		"-impose booklet -standard ua2-a4f": failed, "-standard x4 -output-profile nowhere.icc": failed,
		"-standard x4 -output-profile print.go": failed, "-bleed 3in": failed,
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "small.md"), small)
		status, _, stderr := quire(t, "", append(strings.Fields(args), "-o", dir, "-format", "pdf", filepath.Join(dir, "small.md"))...)
		if status != want || stderr == "" {
			t.Errorf("%s: status %d, want %d: %s", args, status, want, stderr)
		}
		if got := files(t, dir); got != "small.md" {
			t.Errorf("%s: wrote %s", args, got)
		}
	}
}
