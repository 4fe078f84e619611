package publish_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"runtime"
	"testing"
	"testing/fstest"

	"github.com/quirepress/quire/formats/epub"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source"
	"github.com/quirepress/quire/source/document/documenttest"
)

// BenchmarkPublish goes from files to verified files: an article of four
// pages, a technical book of 1.3 MB of Markdown and, with QUIRE_LONG=1, ten
// such books in one, which shows whether the cost is linear.
func BenchmarkPublish(b *testing.B) {
	sizes := []struct {
		name  string
		bytes int
	}{{"article", 12_000}, {"book", 1_300_000}}
	if os.Getenv("QUIRE_LONG") != "" {
		sizes = append(sizes, struct {
			name  string
			bytes int
		}{"ten books", 13_000_000})
	}
	for _, size := range sizes {
		files := fstest.MapFS{"book.md": {Data: documenttest.Manuscript(1, size.bytes, "en")}}
		for _, f := range []publish.Format{pdf.Encoder{Paper: pdf.A5}, epub.Encoder{}} {
			b.Run(size.name+f.Extension(), func(b *testing.B) {
				publishBook(b, files, f)
			})
		}
	}
}

// publishBook publishes the file book.md again and again.
func publishBook(b *testing.B, files fstest.MapFS, f publish.Format) {
	dst := b.TempDir()
	press := publish.Press{Formats: []publish.Format{f}}
	b.ReportAllocs()
	for b.Loop() {
		report, err := press.Publish(b.Context(), dst, files, "book.md")
		if err != nil {
			b.Fatal(err)
		}
		file := report.Files()[0]
		b.ReportMetric(float64(file.Count), file.Unit+"s")
		b.ReportMetric(float64(file.Size), "bytes")
	}
}

// BenchmarkPrepare enriches a book.
func BenchmarkPrepare(b *testing.B) {
	text := documenttest.Manuscript(1, 1_300_000, "en")
	doc, _, err := source.Read(fstest.MapFS{"book.md": {Data: text}}, "book.md", source.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, _, err := (publish.Press{}).Prepare(b.Context(), doc); err != nil {
			b.Fatal(err)
		}
	}
}

// TestSameBytesOnAnyMachine presses a book on one, two and four processors.
func TestSameBytesOnAnyMachine(t *testing.T) {
	text := documenttest.Manuscript(7, 60_000, "en")
	doc, _, err := source.Read(fstest.MapFS{"book.md": {Data: text}}, "book.md", source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	press := publish.Press{Formats: []publish.Format{pdf.Encoder{}, epub.Encoder{}}}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var first [2]bytes.Buffer
	for _, n := range []int{1, 2, 4} {
		runtime.GOMAXPROCS(n)
		var files [2]bytes.Buffer
		if _, err := press.Encode(context.Background(), doc, []io.Writer{&files[0], &files[1]}...); err != nil {
			t.Fatal(err)
		}
		if n == 1 {
			first = files
			continue
		}
		for i := range files {
			if !bytes.Equal(first[i].Bytes(), files[i].Bytes()) {
				t.Errorf("%T gives other bytes on %d processors", press.Formats[i], n)
			}
		}
	}
}
