package publish_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/quirepress/quire/formats"
	"github.com/quirepress/quire/formats/epub"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
)

func dot(t *testing.T, width int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, 10))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func shelf(t *testing.T) fstest.MapFS {
	return fstest.MapFS{
		"war.md":        {Data: []byte("---\ntitle: War\nlanguage: en\n---\n\nIt began on 24 March 1999.\n\n![A map](map.png)\n\n![Another](late.png)\n")},
		"map.png":       {Data: dot(t, 10)},
		"other.md":      {Data: []byte("# Other\n\nNothing of this is in the war.\n")},
		"book/index.md": {Data: []byte("---\ntitle: Book\nlanguage: en\n---\n\nThe first.\n")},
		"book/2.md":     {Data: []byte("# Two\n\nThe second.\n")},
	}
}

// flip changes a bit in the middle of a file.
func flip(t *testing.T, name string) {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)/2] ^= 1
	if err := os.WriteFile(name, b, 0o666); err != nil {
		t.Fatal(err)
	}
}

// lengthen adds a byte to a file.
func lengthen(t *testing.T, name string) {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(b, 'x'), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestChanged publishes an article twice, with something changed in between:
// only what could make another book of it makes one.
func TestChanged(t *testing.T) {
	standard := func() publish.Press {
		return publish.Press{Formats: []publish.Format{pdf.Encoder{}, epub.Encoder{}}}
	}
	for name, c := range map[string]struct {
		change func(*publish.Press, fstest.MapFS, string)
		again  bool
	}{
		"nothing":       {func(*publish.Press, fstest.MapFS, string) {}, false},
		"another text":  {func(_ *publish.Press, s fstest.MapFS, _ string) { s["other.md"].Data = []byte("# New\n\nText.\n") }, false},
		"workers":       {func(p *publish.Press, _ fstest.MapFS, _ string) { p.Workers = 7 }, false},
		"time of file":  {func(_ *publish.Press, s fstest.MapFS, _ string) { s["war.md"].ModTime = time.Unix(1e9, 0) }, false},
		"text":          {func(_ *publish.Press, s fstest.MapFS, _ string) { s["war.md"].Data[40]++ }, true},
		"image":         {func(_ *publish.Press, s fstest.MapFS, _ string) { s["map.png"] = &fstest.MapFile{Data: dot(t, 20)} }, true},
		"missing image": {func(_ *publish.Press, s fstest.MapFS, _ string) { s["late.png"] = &fstest.MapFile{Data: dot(t, 20)} }, true},
		"image lost":    {func(_ *publish.Press, s fstest.MapFS, _ string) { delete(s, "map.png") }, true},
		"theme": {func(p *publish.Press, _ fstest.MapFS, _ string) {
			p.Formats = []publish.Format{pdf.Encoder{Theme: style.Grey}, epub.Encoder{}}
		}, true},
		"font": {func(p *publish.Press, _ fstest.MapFS, _ string) {
			p.Formats = []publish.Format{pdf.Encoder{}, epub.Encoder{EmbedFonts: true}}
		}, true},
		"passes":     {func(p *publish.Press, _ fstest.MapFS, _ string) { p.Passes = []enrich.Pass{} }, true},
		"pass":       {func(p *publish.Press, _ fstest.MapFS, _ string) { p.Passes = enrich.Default()[:1] }, true},
		"limits":     {func(p *publish.Press, _ fstest.MapFS, _ string) { p.Limits.Depth = 3 }, true},
		"date":       {func(p *publish.Press, _ fstest.MapFS, _ string) { p.Date = time.Unix(1e9, 0) }, true},
		"identifier": {func(p *publish.Press, _ fstest.MapFS, _ string) { p.Identifier = "urn:x:y" }, true},
		"edit":       {func(p *publish.Press, _ fstest.MapFS, _ string) { p.Edit = func(*document.Document) {} }, true},
		"edit with a key": {func(p *publish.Press, _ fstest.MapFS, _ string) {
			p.Edit, p.EditKey = func(*document.Document) {}, "nothing"
		}, true},
		"no EPUB":    {func(_ *publish.Press, _ fstest.MapFS, dst string) { os.Remove(filepath.Join(dst, "war.epub")) }, true},
		"half a PDF": {func(_ *publish.Press, _ fstest.MapFS, dst string) { os.Truncate(filepath.Join(dst, "war.pdf"), 5000) }, true},
		"half an EPUB": {func(_ *publish.Press, _ fstest.MapFS, dst string) {
			os.Truncate(filepath.Join(dst, "war.epub"), 2000)
		}, true},
		"a byte of the PDF":      {func(_ *publish.Press, _ fstest.MapFS, dst string) { flip(t, filepath.Join(dst, "war.pdf")) }, true},
		"a byte of the EPUB":     {func(_ *publish.Press, _ fstest.MapFS, dst string) { flip(t, filepath.Join(dst, "war.epub")) }, true},
		"a byte behind the PDF":  {func(_ *publish.Press, _ fstest.MapFS, dst string) { lengthen(t, filepath.Join(dst, "war.pdf")) }, true},
		"a byte behind the EPUB": {func(_ *publish.Press, _ fstest.MapFS, dst string) { lengthen(t, filepath.Join(dst, "war.epub")) }, true},
		"no PDF in the name of one": {func(_ *publish.Press, _ fstest.MapFS, dst string) {
			os.WriteFile(filepath.Join(dst, "war.pdf"), []byte("%PDF-1.7\n%%EOF"), 0o666)
		}, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dst, src, p := t.TempDir(), shelf(t), standard()
			p.Changed = true
			first, err := p.Publish(t.Context(), dst, src, "war.md")
			if err != nil || first.Articles[0].Unchanged {
				t.Fatalf("%v, %+v", err, first)
			}
			c.change(&p, src, dst)
			var steps []string
			p.Log = func(e publish.Event) { steps = append(steps, e.Step) }
			second, err := p.Publish(t.Context(), dst, src, "war.md")
			if err != nil {
				t.Fatal(err)
			}
			a := second.Articles[0]
			if a.Unchanged == c.again {
				t.Fatalf("unchanged is %v", a.Unchanged)
			}
			if len(a.Files) != 2 {
				t.Fatalf("files %v", a.Files)
			}
			if !c.again {
				if got := strings.Join(steps, " "); got != "unchanged unchanged" {
					t.Errorf("the press did %s", got)
				}
				if was := first.Articles[0]; a.Title != was.Title || a.Words != was.Words || a.Words == 0 {
					t.Errorf("%q of %d words was %q of %d", a.Title, a.Words, was.Title, was.Words)
				}
				for _, d := range first.Articles[0].Diagnostics {
					read := strings.HasPrefix(d.Code, "source-") || d.Code == "publish-no-date"
					if read && !slices.Contains(a.Diagnostics, d) {
						t.Errorf("not found again: %v", d)
					}
				}
				if len(a.Diagnostics) < 2 {
					t.Errorf("found are %v", a.Diagnostics)
				}
				for i, f := range a.Files {
					was := first.Files()[i]
					if f.Name != was.Name || f.SHA256 != was.SHA256 || f.Size != was.Size || f.MediaType != was.MediaType {
						t.Errorf("%+v was %+v", f, was)
					}
				}
				return
			}
			if p.Edit != nil && p.EditKey == "" {
				return // never up to date
			}
			third, err := p.Publish(t.Context(), dst, src, "war.md")
			if err != nil || !third.Articles[0].Unchanged {
				t.Errorf("published once more: %v, %+v", err, third)
			}
		})
	}
}

// TestFilesAloneAndTogether gives the same bytes to a PDF whether an EPUB is made
// beside it or not; an EPUB prints the pages of the PDF.
func TestFilesAloneAndTogether(t *testing.T) {
	sum := func(formats ...publish.Format) map[string]string {
		r, err := publish.Press{Formats: formats}.Publish(t.Context(), t.TempDir(), shelf(t), "war.md")
		if err != nil {
			t.Fatal(err)
		}
		sums := map[string]string{}
		for _, f := range r.Files() {
			sums[f.MediaType] = f.SHA256
		}
		return sums
	}
	const p, e = "application/pdf", "application/epub+zip"
	both, alone, without := sum(epub.Encoder{}, pdf.Encoder{}), sum(pdf.Encoder{}), sum(epub.Encoder{})
	if both[p] != alone[p] {
		t.Error("the PDF alone is another one")
	}
	if both[e] == without[e] {
		t.Error("the EPUB prints no pages")
	}
}

// TestChangedAndStrict takes no file for up to date whose warnings nobody minded
// when it was made.
func TestChangedAndStrict(t *testing.T) {
	dst, src := t.TempDir(), shelf(t)
	p := publish.Press{Formats: []publish.Format{epub.Encoder{}}, Changed: true}
	if _, err := p.Publish(t.Context(), dst, src, "war.md"); err != nil {
		t.Fatal(err)
	}
	p.Strict = true
	if _, err := p.Publish(t.Context(), dst, src, "war.md"); !errors.Is(err, publish.ErrStrict) {
		t.Errorf("the error is %v", err)
	}
}

// TestFingerprintsOnlyWhereAsked finds in a book that nobody wants to know again
// nothing but what the reader sees: a word that changes, changes its chapter.
func TestFingerprintsOnlyWhereAsked(t *testing.T) {
	for _, changed := range []bool{false, true} {
		dst := t.TempDir()
		p := publish.Press{Formats: []publish.Format{epub.Encoder{}, pdf.Encoder{}}, Changed: changed}
		if _, err := p.Publish(t.Context(), dst, shelf(t), "war.md"); err != nil {
			t.Fatal(err)
		}
		for _, f := range []struct {
			publish.Fingerprinter
			name string
		}{{epub.Encoder{}, "war.epub"}, {pdf.Encoder{}, "war.pdf"}} {
			b, err := os.ReadFile(filepath.Join(dst, f.name))
			if err != nil {
				t.Fatal(err)
			}
			if got := f.Fingerprint(bytes.NewReader(b), int64(len(b))); (got != "") != changed {
				t.Errorf("%s, changed %v: %q", f.name, changed, got)
			}
		}
	}
}

// TestInputs lists what the press has looked at, for those who watch it.
func TestInputs(t *testing.T) {
	p := publish.Press{Formats: []publish.Format{epub.Encoder{}}, Changed: true}
	dst := t.TempDir()
	for _, changed := range []bool{false, true} {
		r, err := p.Publish(t.Context(), dst, shelf(t), "war.md")
		if err != nil || r.Articles[0].Unchanged != changed {
			t.Fatal(err)
		}
		if got := strings.Join(r.Articles[0].Inputs, " "); got != "late.png map.png war.md" {
			t.Errorf("looked at %s", got)
		}
	}
	r, err := p.PublishAs(t.Context(), dst, "book", shelf(t), "book")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(r.Articles[0].Inputs, " "); got != "book book/2.md book/index.md" {
		t.Errorf("looked at %s", got)
	}
}

func TestChangedBook(t *testing.T) {
	dst, src := t.TempDir(), shelf(t)
	p := publish.Press{Formats: []publish.Format{pdf.Encoder{}}, Changed: true}
	unchanged := func() bool {
		t.Helper()
		r, err := p.PublishAs(t.Context(), dst, "whole", src, "book")
		if err != nil {
			t.Fatal(err)
		}
		return r.Articles[0].Unchanged
	}
	if unchanged() {
		t.Fatal("unchanged from the first")
	}
	if _, err := os.Stat(filepath.Join(dst, "whole.pdf")); err != nil {
		t.Fatal(err)
	}
	src["book/picture.png"] = &fstest.MapFile{Data: dot(t, 5)} // which nobody asks for
	if !unchanged() {
		t.Error("a file beside the book made it again")
	}
	src["book/3.md"] = &fstest.MapFile{Data: []byte("# Three\n\nThe third.\n")}
	if unchanged() {
		t.Error("a new chapter made no new book")
	}
	if !unchanged() {
		t.Error("nothing has changed")
	}
	delete(src, "book/3.md")
	if unchanged() {
		t.Error("a chapter less made no new book")
	}
}

func TestPublishAsWantsAName(t *testing.T) {
	p := publish.Press{Formats: []publish.Format{pdf.Encoder{}}}
	for _, base := range []string{"", ".", "../x", "/x"} {
		if _, err := p.PublishAs(t.Context(), t.TempDir(), base, shelf(t), "war.md"); err == nil {
			t.Errorf("%q names an output", base)
		}
	}
}

// forgetful is a format whose files do not say what they were made from.
type forgetful struct{}

func (forgetful) Extension() string { return ".txt" }
func (forgetful) MediaType() string { return "text/plain" }
func (forgetful) Encode(_ context.Context, w io.Writer, doc *document.Document, _ *document.Pagination) (formats.Result, error) {
	_, err := io.WriteString(w, doc.Metadata.Title)
	return formats.Result{}, err
}

// watchful looks at its options through a function.
type watchful struct {
	epub.Encoder
	Choose func()
}

func TestChangedIsCarefulWithStrangers(t *testing.T) {
	for _, f := range []publish.Format{forgetful{}, watchful{Choose: func() {}}} {
		dst, src := t.TempDir(), shelf(t)
		p := publish.Press{Formats: []publish.Format{f}, Changed: true}
		for range 2 {
			r, err := p.Publish(t.Context(), dst, src, "war.md")
			if err != nil || r.Articles[0].Unchanged {
				t.Errorf("%T: %v, %+v", f, err, r)
			}
		}
	}
}

// changing is a file system in which a file grows whenever it is read.
type changing struct {
	fstest.MapFS
	name string
}

func (c changing) Open(name string) (fs.File, error) {
	f, err := c.MapFS.Open(name)
	if err == nil && name == c.name {
		return &growing{File: f}, nil
	}
	return f, err
}

type growing struct {
	fs.File
	looks int64
}

func (g *growing) Stat() (fs.FileInfo, error) {
	info, err := g.File.Stat()
	g.looks++
	return grown{info, g.looks}, err
}

type grown struct {
	fs.FileInfo
	by int64
}

func (g grown) Size() int64 { return g.FileInfo.Size() + g.by }

// TestFilesThatChangeWhileTheyAreRead keeps the old files and says why.
func TestFilesThatChangeWhileTheyAreRead(t *testing.T) {
	for _, name := range []string{"war.md", "map.png"} {
		dst := t.TempDir()
		p := publish.Press{Formats: []publish.Format{epub.Encoder{}}}
		if _, err := p.Publish(t.Context(), dst, shelf(t), "war.md"); err != nil {
			t.Fatal(err)
		}
		before, _ := os.ReadFile(filepath.Join(dst, "war.epub"))
		_, err := p.Publish(t.Context(), dst, changing{shelf(t), name}, "war.md")
		if !errors.Is(err, source.ErrChanging) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
		if after, _ := os.ReadFile(filepath.Join(dst, "war.epub")); !bytes.Equal(before, after) || len(after) == 0 {
			t.Errorf("%s: the old file is lost", name)
		}
	}
}
