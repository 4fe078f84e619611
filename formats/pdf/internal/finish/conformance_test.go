package finish

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/verify"
)

func TestVeraPDF(t *testing.T) {
	bare := specimen()
	bare.Attachments = nil
	untagged := specimen()
	untagged.Tags = nil
	for _, c := range []struct {
		name     string
		book     *frame.Book
		standard Standard
		flavours []string
	}{
		{"house", specimen(), House, []string{"ua1", "3a"}},
		{"nothing embedded", bare, House, []string{"ua1", "2a"}},
		{"PDF 2.0", specimen(), UA2A4, []string{"ua2", "4f"}},
		{"PDF 2.0 with nothing embedded", bare, UA2A4, []string{"ua2", "4"}},
		{"untagged", untagged, House, []string{"3u"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := validator.File(t, "specimen.pdf", publish(t, c.book, Options{Standard: c.standard}))
			validator.Keeps(t, c.flavours, file)
		})
	}
}

func TestQPDF(t *testing.T) {
	for _, o := range []Options{{}, {Uncompressed: true}, {Standard: UA2A4}, {Standard: Plain}} {
		out, errs, err := validator.Run(t, "qpdf", "--check", validator.File(t, "specimen.pdf", publish(t, specimen(), o)))
		if err != nil || errs != "" || strings.Contains(out, "WARNING") {
			t.Errorf("%v: %v\n%s%s", o, err, out, errs)
		}
	}
}

// grey is a page as a reader shows it.
type grey struct {
	w, h int
	pix  []byte
}

// readPGM reads a binary PGM.
func readPGM(t *testing.T, path string) grey {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var g grey
	var depth int
	if _, err := fmt.Sscanf(string(b[:min(len(b), 60)]), "P5\n%d %d\n%d", &g.w, &g.h, &depth); err != nil || depth != 255 || len(b) < g.w*g.h {
		t.Fatalf("%s: %v", path, err)
	}
	g.pix = b[len(b)-g.w*g.h:]
	return g
}

// block returns the mean of a square of so many points.
func (g grey) block(x, y, n int) int {
	sum := 0
	for j := range n {
		for i := range n {
			sum += int(g.pix[(y+j)*g.w+x+i])
		}
	}
	return sum / (n * n)
}

// TestReaders compares the pages as poppler and MuPDF show them: alike but for
// the edges of letters.
func TestReaders(t *testing.T) {
	dir := t.TempDir()
	file := validator.File(t, "specimen.pdf", publish(t, specimen(), Options{}))
	if _, errs, err := validator.Run(t, "pdftoppm", "-gray", "-r", "72", file, filepath.Join(dir, "a")); err != nil || errs != "" {
		t.Fatal(err, errs)
	}
	if _, errs, err := validator.Run(t, "mutool", "draw", "-q", "-c", "gray", "-r", "72", "-F", "pgm", "-o", filepath.Join(dir, "b-%d.pgm"), file); err != nil {
		t.Fatal(err, errs)
	}
	const n = 12 // points: more than a line, so that the rounding of edges evens out
	for page := range len(specimen().Pages) {
		a := readPGM(t, filepath.Join(dir, fmt.Sprintf("a-%d.pgm", page+1)))
		b := readPGM(t, filepath.Join(dir, fmt.Sprintf("b-%d.pgm", page+1)))
		if a.w != b.w || a.h != b.h {
			t.Errorf("page %d is %d×%d in one and %d×%d in the other", page+1, a.w, a.h, b.w, b.h)
			continue
		}
		dark := 0
		for y := 0; y+n <= a.h; y += n {
			for x := 0; x+n <= a.w; x += n {
				p, q := a.block(x, y, n), b.block(x, y, n)
				if p < 250 {
					dark++
				}
				if d := p - q; d > 60 || d < -60 {
					t.Errorf("page %d differs at %d, %d: %d and %d", page+1, x, y, p, q)
				}
			}
		}
		if dark < 100 {
			t.Errorf("page %d is nearly empty: %d of its squares are not", page+1, dark)
		}
	}
}

// TestReadAloud compares the tree that poppler reads with the one that this
// project reads, in PDF 2.0 too, whose own types poppler does not know.
func TestReadAloud(t *testing.T) {
	for _, std := range []Standard{House, UA2A4} {
		pdf := publish(t, specimen(), Options{Standard: std})
		out, _, err := validator.Run(t, "pdfinfo", "-struct-text", validator.File(t, "specimen.pdf", pdf))
		if err != nil {
			t.Fatal(err)
		}
		root, err := verify.Structure(bytes.NewReader(pdf), int64(len(pdf)))
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for line := range strings.Lines(out) {
			if line = strings.TrimSpace(line); strings.HasPrefix(line, `"`) {
				got.WriteString(strings.Trim(line, `"`))
			}
		}
		if want := root.Text(); got.String() != want {
			t.Errorf("%v: poppler reads\n%s\nwant\n%s", std, got.String(), want)
		}
	}
}
