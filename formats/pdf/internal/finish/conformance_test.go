package finish

import (
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
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
