package validator

import (
	_ "embed"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

//go:embed epubjs.mjs
var epubJS []byte

// Reading is what epub.js made of a publication when it turned its pages.
type Reading struct {
	// Parts are the files of the reading order, Seen those that came up.
	Parts, Seen []string
	// Pages counts the pages that were turned, Contents the entries of the
	// table of contents at its highest level, List those of the page list.
	Pages, Contents, List int
	// Errors are those of scripts in the pages.
	Errors []string
}

// Missed returns the parts that did not come up.
func (r Reading) Missed() []string {
	return slices.DeleteFunc(slices.Clone(r.Parts), func(p string) bool { return slices.Contains(r.Seen, p) })
}

// EPUBJS opens each file in epub.js, in a browser without a window, and turns
// the pages to the end.
//
// The programs are found through QUIRE_EPUBJS, a folder whose node_modules hold
// epubjs and puppeteer-core, the browser through PUPPETEER_EXECUTABLE_PATH.
func EPUBJS(t testing.TB, files ...string) map[string]Reading {
	t.Helper()
	folder := os.Getenv("QUIRE_EPUBJS")
	if folder == "" {
		Missing(t, "QUIRE_EPUBJS is not set")
	}
	program := filepath.Join(t.TempDir(), "epubjs.mjs")
	if err := os.WriteFile(program, epubJS, 0o666); err != nil {
		t.Fatal(err)
	}
	out, errs, err := Run(t, "node", append([]string{program, folder}, files...)...)
	if err != nil {
		t.Fatalf("epub.js: %v\n%s", err, errs)
	}
	readings := map[string]Reading{}
	for line := range strings.Lines(out) {
		var r struct {
			Book string
			Reading
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("epub.js: %v\n%s", err, out)
		}
		readings[r.Book] = r.Reading
	}
	return readings
}
