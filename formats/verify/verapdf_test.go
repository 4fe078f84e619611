package verify

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/validator"
)

// TestVeraPDF asks veraPDF about every broken file: it must find fault where
// this package does, and with the standards that this package does.
func TestVeraPDF(t *testing.T) { askVeraPDF(t, good, breakings, "ua1", "3a") }

// TestSecondVeraPDF asks about every file that TestSecondParts breaks.
func TestSecondVeraPDF(t *testing.T) { askVeraPDF(t, second, secondBreakings, "ua2", "4f") }

// askVeraPDF breaks a file in all ways and compares what is found with the
// verdicts of two flavours, one of PDF/UA and one of PDF/A.
func askVeraPDF(t *testing.T, file []byte, list []breaking, accessible, archival string) {
	validator.Require(t, "java")
	dir := t.TempDir()
	var files []string
	for i, b := range list {
		d := draftOf(t, file)
		b.do(d)
		name := filepath.Join(dir, fmt.Sprintf("%03d.pdf", i))
		if err := os.WriteFile(name, d.finish(), 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, name)
	}
	for flavour, standard := range map[string]string{accessible: "ua", archival: "a"} {
		for _, v := range validator.VeraPDFAs(t, flavour, files...) {
			i := slices.Index(files, v.File)
			codes, known, _ := strings.Cut(list[i].codes, "|")
			passed, plain := true, true
			for _, c := range strings.Fields(codes) {
				part, _, _ := strings.Cut(c, "-")
				part = strings.TrimRight(part, "24")
				passed = passed && part != standard
				plain = plain && (part == "ua" || part == "a")
			}
			// What any reader stumbles over breaks every standard or none.
			if plain && passed != v.Passed && known == "" {
				t.Errorf("breaking %d, %s (%s): here %v, veraPDF %v %v", i, codes, flavour, passed, v.Passed, v.Rules)
			}
		}
	}
}
