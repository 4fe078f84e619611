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
func TestVeraPDF(t *testing.T) {
	validator.Require(t, "java")
	dir := t.TempDir()
	var files []string
	for i, b := range breakings {
		d := newDraft(t)
		b.do(d)
		file := filepath.Join(dir, fmt.Sprintf("%03d.pdf", i))
		if err := os.WriteFile(file, d.finish(), 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	for flavour, prefix := range map[string]string{"ua1": "ua-", "3a": "a-"} {
		for _, v := range validator.VeraPDFAs(t, flavour, files...) {
			i := slices.Index(files, v.File)
			codes, known, _ := strings.Cut(breakings[i].codes, "|")
			ours, plain := true, true
			for _, c := range strings.Fields(codes) {
				ours = ours && !strings.HasPrefix(c, prefix)
				plain = plain && (strings.HasPrefix(c, "ua-") || strings.HasPrefix(c, "a-"))
			}
			// What any reader stumbles over breaks every standard or none.
			if plain && ours != v.Passed && known == "" {
				t.Errorf("breaking %d, %s: here %v, veraPDF %v %v", i, codes, ours, v.Passed, v.Rules)
			}
		}
	}
}
