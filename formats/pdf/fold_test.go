package pdf_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/formats/style"
)

// TestFoldedOnPaper prints a booklet, cuts the text of each side into its left
// and its right half as another program reads it, folds the sheets, and leafs
// through: the paragraphs must come in their order.
func TestFoldedOnPaper(t *testing.T) {
	validator.Require(t, "pdftotext")
	for _, c := range []struct {
		pdf.Encoder
		lang string
	}{
		{pdf.Encoder{Impose: pdf.Booklet}, "en"},
		{pdf.Encoder{Impose: pdf.Booklet, Sheet: pdf.Letter, Marks: true, Bleed: style.Millimetres(3)}, "en"},
		{pdf.Encoder{Impose: pdf.Booklet, Signature: 4}, "en"},
		{pdf.Encoder{Impose: pdf.Booklet, Signature: 8}, "he"},
	} {
		e, doc := c.Encoder, leaflet(t, 120)
		doc.Metadata.Language = c.lang
		var b bytes.Buffer
		if _, err := e.Encode(t.Context(), &b, doc, nil); err != nil {
			t.Fatal(err)
		}
		name := validator.File(t, "booklet.pdf", b.Bytes())
		info, _, err := validator.Run(t, "pdfinfo", name)
		if err != nil {
			t.Fatal(err)
		}
		number := func(pattern string) int {
			m := regexp.MustCompile(pattern).FindStringSubmatch(info)
			if m == nil {
				t.Fatalf("no %s in %s", pattern, info)
			}
			n, _ := strconv.Atoi(m[1])
			return n
		}
		sides := number(`Pages: +(\d+)`)
		width, height := number(`Page size: +(\d+)`), number(`Page size: +[\d.]+ x (\d+)`)
		half := func(side, x int) string {
			text, _, err := validator.Run(t, "pdftotext", "-f", fmt.Sprint(side), "-l", fmt.Sprint(side), "-r", "72",
				"-x", fmt.Sprint(x), "-y", "0", "-W", fmt.Sprint(width/2), "-H", fmt.Sprint(height), name, "-")
			if err != nil {
				t.Fatal(err)
			}
			return text
		}
		// Books in Hebrew are folded at their right: what is said of the left and
		// the right below is the other way round then.
		left, right := 0, width/2
		if c.lang == "he" {
			left, right = right, left
		}
		perSignature := sides
		if e.Signature > 0 {
			perSignature = e.Signature / 2
		}
		var read strings.Builder
		for from := 1; from <= sides; from += perSignature {
			// Down through the right halves of the fronts and the left halves
			// of the backs, and up again through the others.
			for s := from; s < from+perSignature; s += 2 {
				read.WriteString(half(s, right) + half(s+1, left))
			}
			for s := from + perSignature - 2; s >= from; s -= 2 {
				read.WriteString(half(s+1, right) + half(s, left))
			}
		}
		found := regexp.MustCompile(`Paragraph (\d+) tells`).FindAllStringSubmatch(read.String(), -1)
		if len(found) < 110 {
			t.Errorf("%+v: only %d paragraphs are read", e.Impose, len(found))
		}
		last := -1
		for _, m := range found {
			if n, _ := strconv.Atoi(m[1]); n <= last {
				t.Errorf("signatures of %d: paragraph %d follows %d", e.Signature, n, last)
			} else {
				last = n
			}
		}
	}
}
