package source_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/quirepress/quire/source"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

func file(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

func read(t *testing.T, fsys fs.FS, name string) (*document.Document, diag.List) {
	t.Helper()
	doc, found, err := source.Read(fsys, name, source.Options{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if err := doc.Validate(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return doc, found
}

func codes(found diag.List) []string {
	var out []string
	for _, d := range found {
		out = append(out, d.Code)
	}
	return out
}

func has(found diag.List, code string) bool { return slices.Contains(codes(found), code) }

// words returns all text of a document in reading order.
func words(doc *document.Document) string {
	var b strings.Builder
	b.WriteString(doc.Metadata.Title)
	for _, n := range doc.All() {
		if s := document.BlockText(n); s != "" {
			b.WriteString("\n" + s)
		}
	}
	return b.String()
}

func TestKinds(t *testing.T) {
	page := "<!DOCTYPE html><html><head><title>T</title></head><body><article><h1>Head</h1><p>A paragraph of some length, so that it counts as text.</p></article></body></html>"
	for name, c := range map[string]struct{ text, media string }{
		"a.md":       {"# Head\n\ntext", "text/markdown"},
		"a.MARKDOWN": {"text", "text/markdown"},
		"a.txt":      {"Head\n\n# no heading, a paragraph of text.", "text/plain"},
		"a.html":     {page, "text/html"},
		"a.htm":      {page, "text/html"},
		"page":       {page, "text/html"},
		"front":      {"---\ntitle: x\n---\n\ntext", "text/markdown"},
		"marks":      {"# Head\n\ntext", "text/markdown"},
		"article":    {"Head\n\nA paragraph. And another sentence.", "text/plain"},
		"list":       {"Things:\n\n- one\n- two\n- three\n", "text/markdown"},
	} {
		doc, _ := read(t, fstest.MapFS{name: file(c.text)}, name)
		var m []document.Resource
		for r := range doc.Manuscripts() {
			m = append(m, *r)
		}
		if len(m) != 1 || m[0].MediaType != c.media || string(m[0].Bytes) != c.text || m[0].Name != "manuscript/"+name {
			t.Errorf("%s: manuscripts %+v, want one of %s", name, m, c.media)
		}
	}
}

// TestPositions checks that texts know their bytes in the file as it is, with
// its byte order mark and its control characters.
func TestPositions(t *testing.T) {
	raw := "\ufeff# Ti\x00tle\n\nOne two\x00 three *fo\x1bur* five.\r\n\r\nLast\u0085 line.\n"
	doc, _ := read(t, fstest.MapFS{"a.md": file(raw)}, "a.md")
	n := 0
	for x := range document.Each[*document.Text](doc) {
		if n++; x.Pos.IsZero() && x.Value == " " { // the line end of a mainframe
			continue
		}
		if !strings.HasPrefix(raw[x.Pos.Offset:], x.Value) {
			t.Errorf("%q is not at offset %d: %q", x.Value, x.Pos.Offset, raw[x.Pos.Offset:])
		}
		if line := 1 + strings.Count(raw[:x.Pos.Offset], "\n"); x.Pos.Line != line {
			t.Errorf("%q is on line %d, not %d", x.Value, line, x.Pos.Line)
		}
	}
	if n < 6 {
		t.Errorf("only %d texts", n)
	}
	if p := doc.Metadata.TitlePos; p.Offset != 5 || p.Line != 1 || p.Column != 3 {
		t.Errorf("the title is at %+v", p)
	}
}

func TestBadInput(t *testing.T) {
	big := strings.Repeat("word ", 1000)
	fsys := fstest.MapFS{
		"empty.md":    file(""),
		"blank.txt":   file(" \n\t\r\n \u00a0\n"),
		"bom.md":      file("\ufeff\n"),
		"pdf.txt":     file("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
		"image.md":    {Data: pngOf(10, 10)},
		"zeros":       {Data: make([]byte, 1000)},
		"noise.txt":   {Data: bytes.Repeat([]byte{0x01, 0x02, 0x80, 0xff, 0x0e, 0x00}, 300)},
		"big.txt":     file(big),
		"dir/a.md":    file("text"),
		"many.md":     file(strings.Repeat("- a\n", 300)),
		"pictures.md": file("![a](p1.png) ![b](p2.png) ![c](p3.png)"),
		"p1.png":      {Data: pngOf(3, 3)}, "p2.png": {Data: pngOf(4, 4)}, "p3.png": {Data: pngOf(5, 5)},
		"book/index.md": file("---\nchapters: [a.md, b.md, c.md]\n---\n# B\n"),
		"book/a.md":     file("# A\n\nx"), "book/b.md": file("# B\n\nx"), "book/c.md": file("# C\n\nx"),
		"lost/index.md": file("---\nchapters: [a.md]\n---\n# B\n"),
	}
	for _, c := range []struct {
		name   string
		limits source.Limits
		want   error
	}{
		{"empty.md", source.Limits{}, source.ErrEmpty},
		{"blank.txt", source.Limits{}, source.ErrEmpty},
		{"bom.md", source.Limits{}, source.ErrEmpty},
		{"pdf.txt", source.Limits{}, source.ErrBinary},
		{"image.md", source.Limits{}, source.ErrBinary},
		{"zeros", source.Limits{}, source.ErrBinary},
		{"noise.txt", source.Limits{}, source.ErrBinary},
		{"big.txt", source.Limits{Bytes: 4999}, source.ErrTooLarge},
		{"big.txt", source.Limits{Bytes: 5000}, nil},
		{"big.txt", source.Limits{Bytes: -1}, nil},
		{"dir", source.Limits{}, source.ErrNoIndex},
		{"missing.md", source.Limits{}, fs.ErrNotExist},
		{"lost", source.Limits{}, fs.ErrNotExist},
		{"../a.md", source.Limits{}, source.ErrName},
		{"/etc/passwd", source.Limits{}, source.ErrName},
		{"", source.Limits{}, source.ErrName},
		{"many.md", source.Limits{Blocks: 100}, source.ErrTooManyBlocks},
		{"pictures.md", source.Limits{Resources: 2}, source.ErrTooManyResources},
		{"pictures.md", source.Limits{ResourceBytes: 100}, source.ErrResourcesTooLarge},
		{"pictures.md", source.Limits{}, nil},
		{"book", source.Limits{Chapters: 2}, source.ErrTooManyChapters},
		{"book", source.Limits{Chapters: 3}, nil},
	} {
		doc, _, err := source.Read(fsys, c.name, source.Options{Limits: c.limits})
		if !errors.Is(err, c.want) || (err == nil) != (doc != nil) {
			t.Errorf("%s with %+v: error %v, want %v", c.name, c.limits, err, c.want)
		}
		if err != nil && c.name != "" && !strings.Contains(err.Error(), strings.TrimPrefix(c.name, "/")) && !strings.Contains(err.Error(), "limit") {
			t.Errorf("%s: the error does not name it: %v", c.name, err)
		}
	}
	_, _, err := source.ReadBytes(nil, "big.txt", []byte("too long\n"), source.Options{Limits: source.Limits{Bytes: 5}})
	if want := "source: big.txt: the file is larger than the limit of 5 bytes"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	if _, _, err := source.ReadFrom(nil, "-", strings.NewReader(big), source.Options{Limits: source.Limits{Bytes: 10}}); !errors.Is(err, source.ErrTooLarge) {
		t.Errorf("a long stream: %v", err)
	}
}

func TestDeep(t *testing.T) {
	for name, text := range map[string]string{
		"quotes":   strings.Repeat(">", 10000) + " deepest",
		"lists":    strings.Repeat("- ", 10000) + "deepest",
		"brackets": strings.Repeat("[", 10000) + "deepest" + strings.Repeat("](a.md)", 10000),
		"images":   strings.Repeat("![", 10000) + "deepest" + strings.Repeat("](a.png)", 10000),
		"emphasis": strings.Repeat("*a ", 10000) + "deepest" + strings.Repeat(" b*", 10000),
		"tags":     strings.Repeat("<b>", 10000) + "deepest" + strings.Repeat("</b>", 10000),
		"fences":   strings.Repeat(":::note\n", 10000) + "deepest",
		"notes":    strings.Repeat("^[a ", 10000) + "deepest" + strings.Repeat("]", 10000),
	} {
		doc, _ := read(t, fstest.MapFS{"a.md": file("# T\n\n" + text)}, "a.md")
		var b strings.Builder
		for _, n := range doc.All() {
			switch n := n.(type) {
			case *document.Text:
				b.WriteString(n.Value)
			case *document.Image:
				b.WriteString(n.Alt)
			}
		}
		if !strings.Contains(b.String(), "deepest") {
			t.Errorf("%s: the innermost text is lost", name)
		}
	}
}

func TestNoTitle(t *testing.T) {
	for name, c := range map[string]struct{ text, title string }{
		"02-the_war.md": {"## Only a section\n\nText.", "The war"},
		"-":             {"Just a paragraph that goes on and on, longer than any title could reasonably be, and more.", "Just a paragraph that goes on and on, longer than any title …"},
		"stdin":         {"...", "…"},
		"index.md":      {"Text only.", "Text only."},
	} {
		doc, found, err := source.ReadBytes(nil, name, []byte(c.text), source.Options{Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		if doc.Metadata.Title != c.title && name != "stdin" || doc.Metadata.Title == "" || !has(found, "source-no-title") {
			t.Errorf("%s: title %q, want %q; %v", name, doc.Metadata.Title, c.title, codes(found))
		}
	}
	_, found, err := source.ReadBytes(nil, "a.md", []byte("# Only a title\n"), source.Options{})
	if err != nil || !has(found, "source-no-text") {
		t.Errorf("no paragraph: %v %v", err, found)
	}
}

func TestSameTwice(t *testing.T) {
	fsys := fstest.MapFS{"a.md": file("# T\n\nText [^1] ![x](missing.png) \"q\".\n\n[^1]: n\n\nk: v\n")}
	dump := func() string {
		doc, found := read(t, fsys, "a.md")
		var b bytes.Buffer
		if err := doc.Dump(&b); err != nil {
			t.Fatal(err)
		}
		return b.String() + fmt.Sprint(found)
	}
	if first := dump(); first != dump() {
		t.Error("two readings differ")
	}
}

func TestRawArticle(t *testing.T) {
	const dir = "../../shared/articles"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the shared articles are not here")
	}
	doc, found := read(t, os.DirFS(dir), "kosovo-nato.txt")
	if doc.Metadata.Title == "" || doc.Metadata.Language != "en" {
		t.Errorf("title %q, language %q, %v", doc.Metadata.Title, doc.Metadata.Language, found)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"# T\n\n![a](b.png)", "\ufeffa\x00b", "\xff\xfea\x00", "Title\n\nby Ann Author\n\nText.", "<html><body><p>x", "---\ntitle: x\nchapters: [b.md]\n---\n"} {
		for i := range 4 {
			f.Add([]byte(s), uint8(i))
		}
	}
	f.Fuzz(func(t *testing.T, src []byte, kind uint8) {
		name := []string{"a.md", "a.txt", "a.html", "a"}[kind%4]
		fsys := fstest.MapFS{name: {Data: src}, "b.md": file("# B\n\n[a](" + name + ")"), "b.png": {Data: pngOf(2, 2)}}
		doc, found, err := source.Read(fsys, name, source.Options{Limits: source.Limits{Depth: 10}})
		if err != nil {
			if strings.Contains(err.Error(), "internal error") {
				t.Fatal(err)
			}
			return
		}
		if err := doc.Validate(); err != nil {
			t.Fatal(err)
		}
		if doc.Metadata.Title == "" {
			t.Error("no title")
		}
		for _, d := range found {
			if d.Code == "" || d.Pos.Line < 0 {
				t.Errorf("finding %+v", d)
			}
		}
	})
}
