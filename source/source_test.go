package source_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"github.com/quirepress/quire/source"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

func file(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

func pngOf(w, h int) []byte {
	m := image.NewGray(image.Rect(0, 0, w, h))
	m.SetGray(w/2, h/2, color.Gray{200})
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}

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

func utf16Bytes(s string, order binary.ByteOrder, bom bool) []byte {
	var out []byte
	if bom {
		s = "\ufeff" + s
	}
	for _, u := range utf16.Encode([]rune(s)) {
		var b [2]byte
		order.PutUint16(b[:], u)
		out = append(out, b[:]...)
	}
	return out
}

func TestEncodings(t *testing.T) {
	const text = "# Größe\n\nWörter für “alle”, 12 € 😀 und so weiter.\n"
	const latin = "# Größe\n\nWörter für “alle”, 12 € und so weiter.\n"
	latinBytes := []byte(strings.NewReplacer("ö", "\xf6", "ß", "\xdf", "ü", "\xfc", "“", "\x93", "”", "\x94", "€", "\x80").Replace(latin))
	for name, c := range map[string]struct {
		raw  []byte
		code string
		want string
	}{
		"utf-8":             {[]byte(text), "", "😀"},
		"bom":               {[]byte("\ufeff" + text), "", "😀"},
		"utf-16le":          {utf16Bytes(text, binary.LittleEndian, true), "source-encoding", "😀"},
		"utf-16be":          {utf16Bytes(text, binary.BigEndian, true), "source-encoding", "😀"},
		"utf-16le no mark":  {utf16Bytes(text, binary.LittleEndian, false), "source-encoding", "😀"},
		"utf-16be no mark":  {utf16Bytes(text, binary.BigEndian, false), "source-encoding", "😀"},
		"utf-16 cut":        {utf16Bytes(text, binary.LittleEndian, true)[:81], "source-encoding", "alle"},
		"windows-1252":      {latinBytes, "source-encoding", "€"},
		"damaged":           {[]byte(text + "\xff\n"), "source-encoding-damaged", "\ufffd"},
		"cut within a rune": {[]byte(text)[:bytes.Index([]byte(text), []byte("😀"))+2], "source-encoding-damaged", "€"},
		"controls":          {[]byte("# Gr\x00öße\n\nWö\x1brter fü\x7fr \u0085“alle”"), "source-control-characters", "Wörter für"},
	} {
		doc, found := read(t, fstest.MapFS{"a.md": {Data: c.raw}}, "a.md")
		if doc.Metadata.Title != "Größe" || !strings.Contains(words(doc), c.want) || !strings.Contains(words(doc), "Wörter") {
			t.Errorf("%s: read %q", name, words(doc))
		}
		if c.code != "" && !has(found, c.code) || c.code == "" && has(found, "source-encoding") {
			t.Errorf("%s: findings %v, want %q", name, found, c.code)
		}
		if m, _ := doc.Resource("manuscript/a.md"); !bytes.Equal(m.Bytes, c.raw) {
			t.Errorf("%s: the manuscript is not the file", name)
		}
	}
}

func TestDeclaredEncoding(t *testing.T) {
	page := "<html><head><meta charset=\"windows-1251\"><title>\xd2\xe5\xf1\xf2</title></head><body><article><h1>\xd2\xe5\xf1\xf2</h1><p>" +
		strings.Repeat("\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0. ", 20) + "</p></article></body></html>"
	doc, found := read(t, fstest.MapFS{"a.html": file(page)}, "a.html")
	if doc.Metadata.Title != "Тест" || !strings.Contains(words(doc), "Привет, мир.") || !has(found, "source-encoding") {
		t.Errorf("title %q, text %.80q, %v", doc.Metadata.Title, words(doc), found)
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

func TestImages(t *testing.T) {
	var jpg, gf bytes.Buffer
	m := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{color.Black, color.White})
	if err := jpeg.Encode(&jpg, m, nil); err != nil {
		t.Fatal(err)
	}
	if err := gif.Encode(&gf, m, nil); err != nil {
		t.Fatal(err)
	}
	whole := pngOf(30, 30)
	fsys := fstest.MapFS{
		"art/img/a.png":        {Data: whole},
		"art/img/wrong.png":    {Data: jpg.Bytes()},
		"art/img/c.gif":        {Data: gf.Bytes()},
		"art/img/d e.png":      {Data: pngOf(2, 2)},
		"art/img/v.svg":        file(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>`),
		"art/img/bad.svg":      file(`<svg xmlns="http://www.w3.org/2000/svg"><path></svg>`),
		"art/img/bomb.svg":     file(`<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>`),
		"art/img/cut.png":      {Data: whole[:len(whole)-20]},
		"art/img/cut.jpg":      {Data: jpg.Bytes()[:jpg.Len()/2]},
		"art/img/huge.png":     {Data: pngOf(1200, 1000)},
		"art/img/text.png":     file("no image"),
		"art/img/folder/x":     file("x"),
		"secret.png":           {Data: pngOf(1, 1)},
		"art/manuscript/a.png": {Data: pngOf(6, 6)},
	}
	for _, c := range []struct{ ref, code, media string }{
		{"img/a.png", "", "image/png"},
		{"./img/../img/a.png", "", "image/png"},
		{"img/wrong.png", "", "image/jpeg"},
		{"img/c.gif", "", "image/gif"},
		{"img/d%20e.png", "", "image/png"},
		{"<img/d e.png>", "", "image/png"},
		{"img/v.svg", "", "image/svg+xml"},
		{"manuscript/a.png", "", "image/png"},
		{"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNiAAAABgADNjd8qAAAAABJRU5ErkJggg==", "", "image/png"},
		{"data:image/png;base64,%%%", "source-image-broken", ""},
		{"img/bad.svg", "source-image-broken", ""},
		{"img/bomb.svg", "source-image-broken", ""},
		{"img/cut.png", "source-image-broken", ""},
		{"img/cut.jpg", "source-image-broken", ""},
		{"img/huge.png", "source-image-too-large", ""},
		{"img/text.png", "source-image-unknown", ""},
		{"img/missing.png", "source-image-missing", ""},
		{"img/folder", "source-image-unreadable", ""},
		{"../secret.png", "source-image-outside", ""},
		{"img/../../secret.png", "source-image-outside", ""},
		{"/secret.png", "source-image-outside", ""},
		{"../network.png", "source-image-outside", ""},
		{"file:///secret.png", "source-image-outside", ""},
		{"C:/secret.png", "source-image-outside", ""},
		{"https://example.org/a.png", "source-image-remote", ""},
		{"//example.org/a.png", "source-image-remote", ""},
		{"", "source-image-outside", ""},
	} {
		fsys["art/a.md"] = file("# T\n\nBefore ![the words](" + c.ref + ") after.\n\n![alone](" + c.ref + " \"caption\")\n")
		doc, found, err := source.Read(fsys, "art/a.md", source.Options{Limits: source.Limits{ImagePixels: 1_000_000}})
		if err != nil {
			t.Errorf("%s: %v", c.ref, err)
			continue
		}
		if err := doc.Validate(); err != nil {
			t.Errorf("%s: %v", c.ref, err)
		}
		images := 0
		for range document.Each[*document.Image](doc) {
			images++
		}
		if c.code == "" {
			if images != 2 || len(doc.Resources) != 2 || doc.Resources[1].MediaType != c.media {
				t.Errorf("%s: %d images, resources %v, findings %v", c.ref, images, doc.Resources, found)
			}
			continue
		}
		if images != 0 || len(doc.Resources) != 1 || !strings.Contains(words(doc), "the words after") || !strings.Contains(words(doc), "alone") {
			t.Errorf("%s: %d images, text %q", c.ref, images, words(doc))
		}
		i := slices.Index(codes(found), c.code)
		if i < 0 || found[i].Pos.Line != 3 || found[i].Pos.Column != 8 {
			t.Errorf("%s: findings %v, want %s at 3:8", c.ref, found, c.code)
		}
	}
}

func TestCover(t *testing.T) {
	fsys := fstest.MapFS{"a.md": file("---\ntitle: T\ncover: c.png\n---\n\ntext"), "c.png": {Data: pngOf(5, 8)}}
	if doc, _ := read(t, fsys, "a.md"); doc.Metadata.Cover != "c.png" {
		t.Errorf("cover %q", doc.Metadata.Cover)
	}
	delete(fsys, "c.png")
	if doc, found := read(t, fsys, "a.md"); doc.Metadata.Cover != "" || !has(found, "source-image-missing") {
		t.Errorf("a missing cover: %q %v", doc.Metadata.Cover, found)
	}
}

func TestBook(t *testing.T) {
	fsys := fstest.MapFS{
		"b/index.md":   file("---\ntitle: The book\nlang: en\nauthor: Ann\nchapters:\n  - pre.md\n  - part: First part\n    chapters: [one.md, sub/two.md]\n  - one.md\n---\nSee [two](sub/two.md) and [there](one.md#same).\n"),
		"b/pre.md":     file("---\nlang: de\nauthor: Bert\n---\n# *Vorwort* {.preface}\n\nEin \"Wort\".\n"),
		"b/one.md":     file("# One\n\nText.\n\n## Same\n\n[self](#same) [gone](three.md)\n"),
		"b/sub/two.md": file("# Two\n\nText. ![p](p.png)\n\n## Same\n\n[self](#same) [other](../one.md) [there](../one.md#same)\n\n### Deep\n"),
		"b/sub/p.png":  {Data: pngOf(2, 2)},
	}
	doc, found := read(t, fsys, "b")
	var b strings.Builder
	var outline func(es []*document.OutlineEntry)
	outline = func(es []*document.OutlineEntry) {
		for _, e := range es {
			fmt.Fprintf(&b, "%s%s#%s %s %d\n", strings.Repeat(" ", e.Level), document.TextOf(e.Section.Title), e.Section.Anchor, e.Section.Role, e.Chapter)
			outline(e.Children)
		}
	}
	outline(doc.Outline(0))
	want := ` Vorwort#vorwort preface 0
 First part#first-part part 0
  One#one  1
   Same#one.same  0
  Two#two  2
   Same#two.same  0
    Deep#two.same.deep  0
`
	if b.String() != want {
		t.Errorf("outline\n%swant\n%s", b.String(), want)
	}
	var refs []string
	for x := range document.Each[*document.CrossReference](doc) {
		refs = append(refs, document.TextOf(x.Content)+">"+string(x.Target))
	}
	if got := strings.Join(refs, " "); got != "two>two there>one.same self>one.same self>two.same other>one there>one.same" {
		t.Errorf("references %s", got)
	}
	for _, code := range []string{"source-chapter-twice", "source-link-nowhere"} {
		if !has(found, code) {
			t.Errorf("no %s in %v", code, found)
		}
	}
	if _, ok := doc.Resource("b/sub/p.png"); !ok {
		t.Errorf("resources %v", doc.Resources)
	}
	pre := doc.Blocks[1].(*document.Section)
	if pre.Lang != "de" || !strings.Contains(words(doc), "Ein „Wort“.") || !strings.Contains(words(doc), "Bert") {
		t.Errorf("the preface has language %q: %s", pre.Lang, words(doc))
	}
	n := 0
	for range doc.Manuscripts() {
		n++
	}
	if n != 4 {
		t.Errorf("%d manuscripts", n)
	}
}

func TestFolder(t *testing.T) {
	fsys := fstest.MapFS{
		"index.md": file("# Book\n"), "10-ten.md": file("# Ten\n\nx"), "9-nine.txt": file("Nine\n\nA paragraph of text stands here."),
		"2-two.md": file("no title here"), "README.md": file("# no"), ".hidden.md": file("# no"), "_draft.md": file("# no"), "notes.csv": file("no"),
	}
	doc, found := read(t, fsys, ".")
	var titles []string
	for _, e := range doc.Outline(1) {
		titles = append(titles, document.TextOf(e.Section.Title))
	}
	if got := strings.Join(titles, ","); got != "Two,Nine,Ten" {
		t.Errorf("chapters %s", got)
	}
	if !has(found, "source-no-title") {
		t.Errorf("findings %v", found)
	}
}

func TestBookStaysInside(t *testing.T) {
	fsys := fstest.MapFS{
		"b/index.md": file("---\ntitle: B\nchapters: [../secret.md, /etc/passwd, \"https://example.org/x.md\", a.md]\n---\n"),
		"b/a.md":     file("# A\n\ntext"), "secret.md": file("# Secret\n\nsecret"),
	}
	doc, found := read(t, fsys, "b")
	if strings.Contains(words(doc), "secret") || len(doc.Blocks) != 1 {
		t.Errorf("read %q", words(doc))
	}
	n := 0
	for _, d := range found {
		if d.Code == "source-chapter-outside" && d.Pos.Line == 3 {
			n++
		}
	}
	if n != 3 {
		t.Errorf("findings %v", found)
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

func ExampleRead() {
	articles := fstest.MapFS{"bees.md": {Data: []byte("# On bees\n\nBees *fly*.\n\n![a bee](bee.png)\n")}}
	doc, found, err := source.Read(articles, "bees.md", source.Options{Language: "en"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Metadata.Title)
	for _, d := range found {
		fmt.Println(d)
	}
	// Output:
	// On bees
	// bees.md:5:1: warning: the image "bee.png" does not exist [source-image-missing]
}

func ExampleReadBytes() {
	doc, _, err := source.ReadBytes(nil, "note.txt", []byte("A short note\n\nIt has one paragraph.\n"), source.Options{Language: "en"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Metadata.Title)
	// Output: A short note
}

func ExampleReadFrom() {
	// Nothing says what comes from a stream: it is judged by what it holds.
	doc, _, err := source.ReadFrom(nil, "-", strings.NewReader("# From *afar*\n\nText.\n"), source.Options{Language: "en"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for m := range doc.Manuscripts() {
		fmt.Println(doc.Metadata.Title, m.Name, m.MediaType)
	}
	// Output: From afar manuscript/article.md text/markdown
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
