package finish

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/pdf/internal/paint"
	"github.com/quirepress/quire/formats/verify"
)

// vocabulary is for text that does not compress better than prose does: its
// words are put together from syllables by a generator.
var vocabulary = func() []string {
	syllables := strings.Fields("an be con der ef for gra hil in ja kos lor mit nor ob pri qua ru sta tion un ver wo xe yon zu th ing er ed ly ment ous al")
	var words []string
	x := uint32(12345)
	for range 4000 {
		w := ""
		for range 1 + x>>7%3 {
			x = x*1664525 + 1013904223
			w += syllables[x>>16%uint32(len(syllables))]
		}
		words = append(words, w)
	}
	return words
}()

// novel sets a book of so many pages, word by word.
func novel(pages int) *frame.Book {
	s := newSetter()
	s.book.Attachments = nil
	x := uint32(99)
	var sect int32
	for n := 0; len(s.book.Pages) <= pages; n++ {
		if n%20 == 0 {
			sect = s.tag(0, "Sect")
			s.paragraph(sect, "H1", font.SansSemibold, 14, fmt.Sprintf("Chapter %d", n/20+1))
		}
		var b strings.Builder
		for range 60 + n%50 {
			x = x*1664525 + 1013904223
			b.WriteString(vocabulary[x>>16%uint32(len(vocabulary))])
			b.WriteByte(' ')
		}
		s.paragraph(sect, "P", font.Serif, 10, b.String())
	}
	s.book.Pages = s.book.Pages[:pages]
	return &s.book
}

// TestSize keeps 300 pages of text with their tags below 1.5 MB.
func TestSize(t *testing.T) {
	if testing.Short() {
		t.Skip("sets a whole book")
	}
	pdf := publish(t, novel(300), Options{})
	if len(pdf) > 1_500_000 {
		t.Errorf("300 pages take %d bytes", len(pdf))
	}
}

func BenchmarkBook(b *testing.B) {
	book := novel(300)
	b.Run("paint", func(b *testing.B) {
		for b.Loop() {
			if _, err := paint.Paint(b.Context(), book); err != nil {
				b.Fatal(err)
			}
		}
	})
	painted, err := paint.Paint(b.Context(), book)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("finish", func(b *testing.B) {
		for b.Loop() {
			pdf, _, err := Finish(b.Context(), painted, book, Options{})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(len(pdf)), "bytes")
		}
	})
	pdf, _, err := Finish(b.Context(), painted, book, Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("verify", func(b *testing.B) {
		for b.Loop() {
			verify.PDF(bytes.NewReader(pdf), int64(len(pdf)))
		}
	})
}
