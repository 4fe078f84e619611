package epub

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/formats/verify"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/document/documenttest"
)

// unzip returns the files of a book by name.
func unzip(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(b)
	}
	return files
}

// article returns a document with chapters of the given titles.
func article(titles ...string) *document.Document {
	doc := &document.Document{Metadata: document.Metadata{Title: "Kosovo and NATO", Language: "en", Modified: "2026-11-23T12:00:00Z",
		Identifiers: []document.Identifier{{Scheme: "uuid", Value: "0c3fd2fc-0f47-5d5a-9d36-3e5a3c4f1a11"}}}}
	for _, title := range titles {
		doc.Blocks = append(doc.Blocks, &document.Section{Title: document.Plain(title), Blocks: []document.Block{
			&document.Paragraph{Content: document.Plain("The text of " + title + ".")},
		}})
	}
	doc.Identify()
	return doc
}

func TestFirstFile(t *testing.T) {
	data := encode(t, Encoder{}, article("One"), nil)
	if want := "PK\x03\x04"; string(data[:4]) != want || string(data[30:58]) != "mimetypeapplication/epub+zip" {
		t.Errorf("the file begins with %q", data[:60])
	}
}

func TestSameBytes(t *testing.T) {
	doc := documenttest.Random(3)
	pages := pagesFor(doc, 3)
	first := encode(t, Encoder{EmbedFonts: true}, doc, pages)
	for range 2 {
		if !bytes.Equal(first, encode(t, Encoder{EmbedFonts: true}, doc, pages)) {
			t.Fatal("two runs give two files")
		}
	}
}

func TestConcurrent(t *testing.T) {
	want := encode(t, Encoder{}, documenttest.Random(4), nil)
	doc := documenttest.Random(4)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			var b bytes.Buffer
			if _, err := (Encoder{}).Encode(context.Background(), &b, doc, nil); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Errorf("a book made beside others differs, or failed: %v", err)
			}
		})
	}
	group.Wait()
}

func TestDocumentIsNotChanged(t *testing.T) {
	doc := documenttest.Random(5)
	var before, after bytes.Buffer
	if err := doc.Dump(&before); err != nil {
		t.Fatal(err)
	}
	encode(t, Encoder{}, doc, pagesFor(doc, 2))
	if err := doc.Dump(&after); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before.Bytes(), after.Bytes()) {
		t.Error("the document was changed")
	}
}

// Changing a word changes one chapter.
func TestOneWord(t *testing.T) {
	one := unzip(t, encode(t, Encoder{}, article("One", "Two", "Three"), nil))
	doc := article("One", "Two", "Three")
	p := doc.Blocks[1].(*document.Section).Blocks[0].(*document.Paragraph)
	p.Content[0].(*document.Text).Value = "Another text."
	two := unzip(t, encode(t, Encoder{}, doc, nil))
	var changed []string
	for name := range one {
		if one[name] != two[name] {
			changed = append(changed, name)
		}
	}
	if len(one) != len(two) || fmt.Sprint(changed) != "[EPUB/xhtml/two.xhtml]" {
		t.Errorf("changed: %v", changed)
	}
}

// Names and ids stay when a chapter is inserted, be it with sections of the same
// titles and texts; only the files that list the chapters change.
func TestInsertedChapter(t *testing.T) {
	book := func(titles ...string) map[string]string {
		doc := article()
		for _, title := range titles {
			s := &document.Section{Title: document.Plain(title)}
			for _, sub := range []string{"Background", "Summary"} {
				s.Blocks = append(s.Blocks, &document.Section{Title: document.Plain(sub), Blocks: []document.Block{
					&document.Paragraph{Content: document.Plain("The same words.")},
					&document.Section{Title: document.Plain("Summary")}}})
			}
			doc.Blocks = append(doc.Blocks, s)
		}
		doc.Identify()
		return unzip(t, encode(t, Encoder{}, doc, nil))
	}
	one, two := book("One", "Three"), book("Two", "One", "Three")
	var changed []string
	for _, name := range slices.Sorted(maps.Keys(two)) {
		if one[name] != two[name] {
			changed = append(changed, name)
		}
	}
	if want := "[EPUB/nav.xhtml EPUB/package.opf EPUB/toc.ncx EPUB/xhtml/two.xhtml]"; fmt.Sprint(changed) != want {
		t.Errorf("changed: %v, want %s", changed, want)
	}
}

// The verifier has nothing to say of what the encoder makes.
func TestVerified(t *testing.T) {
	books := uint64(12)
	if testing.Short() {
		books = 2
	}
	for seed := range books {
		doc := documenttest.Random(seed)
		data := encode(t, Encoder{}, doc, pagesFor(doc, 3))
		if found := verify.EPUB(bytes.NewReader(data), int64(len(data))); len(found) > 0 {
			t.Errorf("seed %d: %v", seed, found)
		}
	}
	for i, doc := range hostile() {
		data := encode(t, Encoder{}, doc, nil)
		found := verify.EPUB(bytes.NewReader(data), int64(len(data)))
		if worst, ok := found.Max(); ok && worst > diag.Info {
			t.Errorf("hostile %d: %v", i, found)
		}
	}
}

// Every loss in a hostile document is reported.
func TestHostileDiagnostics(t *testing.T) {
	var b bytes.Buffer
	result, err := Encoder{}.Encode(t.Context(), &b, hostile()[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{"epub-character", "epub-raw-markup", "epub-link", "epub-image", "epub-formula", "epub-language", "epub-cover"} {
		if !slices.ContainsFunc(result.Diagnostics, func(d diag.Diagnostic) bool { return d.Code == code }) {
			t.Errorf("nothing is said of %s", code)
		}
	}
	for name, text := range unzip(t, b.Bytes()) {
		if strings.HasSuffix(name, ".png") {
			continue
		}
		for _, bad := range []string{"<script", `="javascript:`, `="file:`, "://evil", "onload=\"", "onclick=\"", "\x00", "\x0b"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s holds %q", name, bad)
			}
		}
	}
}

func TestManyNotes(t *testing.T) {
	s := &document.Section{Title: document.Plain("Notes")}
	for i := range 5000 {
		s.Blocks = append(s.Blocks, &document.Paragraph{Content: []document.Inline{&document.Text{Value: "a"},
			&document.Note{Blocks: []document.Block{&document.Paragraph{Content: document.Plain(fmt.Sprint("note ", i))}}}}})
	}
	files := unzip(t, encode(t, Encoder{}, &document.Document{Metadata: document.Metadata{Title: "Many"}, Blocks: []document.Block{s}}, nil))
	if n := strings.Count(files["EPUB/xhtml/notes.xhtml"], "<aside "); n != 5000 {
		t.Errorf("there are %d notes", n)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var b bytes.Buffer
	if _, err := (Encoder{}).Encode(ctx, &b, article("One"), nil); !errors.Is(err, context.Canceled) || b.Len() > 0 {
		t.Errorf("got %v and %d bytes", err, b.Len())
	}
}

// What the book claims about its accessibility is what it holds.
func TestAccessibilityMetadata(t *testing.T) {
	opf := func(doc *document.Document, e Encoder, pages *document.Pagination) string {
		return unzip(t, encode(t, e, doc, pages))["EPUB/package.opf"]
	}
	with := func(img *document.Image) *document.Document {
		doc := article("One")
		doc.Resources = documenttest.Random(1).Resources
		s := doc.Blocks[0].(*document.Section)
		s.Blocks = append(s.Blocks, &document.Paragraph{Content: []document.Inline{img}})
		return doc
	}
	good := opf(with(&document.Image{Resource: "images/map.png", Alt: "a map"}), Encoder{}, nil)
	bad := opf(with(&document.Image{Resource: "images/map.png"}), Encoder{}, nil)
	const sufficient = `<meta property="schema:accessModeSufficient">textual</meta>`
	if !strings.Contains(good, sufficient) || !strings.Contains(good, "alternativeText") {
		t.Error("a book whose pictures are described claims too little")
	}
	if strings.Contains(bad, sufficient) || strings.Contains(bad, "alternativeText") {
		t.Error("a book with a picture that is not described claims too much")
	}
	for _, alt := range []string{"Image", "photo", "map.PNG", "images/map.png", "figure:"} {
		opf := opf(with(&document.Image{Resource: "images/map.png", Alt: alt}), Encoder{}, nil)
		if strings.Contains(opf, sufficient) || strings.Contains(opf, "alternativeText") {
			t.Errorf("%q was taken for a description", alt)
		}
	}
	flat := opf(&document.Document{Blocks: []document.Block{&document.Paragraph{Content: document.Plain("Words.")}}}, Encoder{}, nil)
	if strings.Contains(flat, "structuralNavigation") || strings.Contains(flat, "marked up with headings") {
		t.Error("a book without headings claims them")
	}
	if !strings.Contains(good, "structuralNavigation") {
		t.Error("a book with headings does not say so")
	}
	if strings.Contains(good, "pageBreak") || strings.Contains(good, "conformsTo") {
		t.Error("a book without printed pages names some, or claims conformance")
	}
	doc := article("One", "Two")
	paged := opf(doc, Encoder{Conformance: &Conformance{Standard: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", CertifiedBy: "An Evaluator", Report: "https://example.org/report"}}, pagesFor(doc, 1))
	for _, want := range []string{`property="pageBreakSource"`, ">pageBreakMarkers<", ">pageNavigation<", `property="dcterms:conformsTo"`, `property="a11y:certifiedBy"`, `rel="a11y:certifierReport"`} {
		if !strings.Contains(paged, want) {
			t.Errorf("there is no %s", want)
		}
	}
}

func TestMetadata(t *testing.T) {
	doc := article("One")
	doc.Metadata.Title = "The Long War"
	doc.Metadata.Subtitle = "A history"
	doc.Metadata.Contributors = []document.Contributor{{Name: "Ana Bell", FileAs: "Bell, Ana"}, {Name: "Carl Dorn", Role: "edt"}}
	doc.Metadata.Identifiers = []document.Identifier{{Scheme: "isbn", Value: "9783161484100"}, {Scheme: "doi", Value: "10.1000/182"}}
	doc.Metadata.Series = &document.Series{Name: "Wars", Position: "2"}
	doc.Metadata.Subjects = []string{"History", "War"}
	doc.Metadata.Date = "1999-06"
	opf := unzip(t, encode(t, Encoder{}, doc, nil))["EPUB/package.opf"]
	for _, want := range []string{
		`<dc:identifier id="identifier">urn:isbn:9783161484100</dc:identifier>`,
		`<meta refines="#identifier" property="identifier-type" scheme="onix:codelist5">15</meta>`,
		`>doi:10.1000/182<`, `>Long War, The<`, `>A history<`, `property="title-type">subtitle<`,
		`scheme="marc:relators">aut<`, `property="file-as">Bell, Ana<`, `<dc:contributor id=`, `scheme="marc:relators">edt<`,
		`<dc:subject>History</dc:subject>`, `<dc:date>1999-06</dc:date>`, `property="group-position">2<`,
		`<meta property="dcterms:modified">2026-11-23T12:00:00Z</meta>`,
	} {
		if !strings.Contains(opf, want) {
			t.Errorf("there is no %s in\n%s", want, opf)
		}
	}
}

// Accents can be read on paper and in the dark, whatever the theme.
func TestContrast(t *testing.T) {
	white, night := style.Color{R: 255, G: 255, B: 255}, style.Color{R: 0x12, G: 0x12, B: 0x14}
	for _, theme := range style.Themes() {
		p := style.New(style.Paper{}, style.Article, theme).Palette
		for _, c := range []style.Color{p.Accent, p.Secondary} {
			if v := style.Contrast(readable(c, white), white); v < 4.5 {
				t.Errorf("%s: %v on paper has the contrast %.1f", theme, c, v)
			}
			if v := style.Contrast(lighten(c, night), night); v < 4.5 {
				t.Errorf("%s: %v in the dark has the contrast %.1f", theme, c, v)
			}
		}
		if !strings.Contains(stylesheet(p, ""), ":root { color-scheme: light dark; }") {
			t.Error("the ground does not go dark with the reader's choice")
		}
		if sheet := stylesheet(p, ""); strings.Contains(sheet, "var(") || strings.Contains(sheet, "/*faces*/") {
			t.Errorf("%s: a place in the style sheet is not filled", theme)
		}
	}
	if p := style.HousePalette(); style.Contrast(readable(p.Accent, white), white) < 7 {
		t.Error("the house's accent should have a contrast of 7:1")
	}
}

// The title page and the contents have the labels of their printed pages; the
// second page of the contents has no place of its own.
func TestFrontMatterPages(t *testing.T) {
	doc := article("One", "Two", "Three", "Four")
	pages := &document.Pagination{PrintID: "urn:isbn:9783161484100", Breaks: []document.PageBreak{
		{Label: "i", Anchor: document.AtTitlePage}, {Label: "ii"}, {Label: "iii", Anchor: document.AtContents},
		{Label: "iv", Anchor: document.AtContents}, {Label: "1", Anchor: doc.Blocks[0].Attributes().Anchor}}}
	files := unzip(t, encode(t, Encoder{Profile: style.Book}, doc, pages))
	for name, want := range map[string]string{"EPUB/xhtml/titlepage.xhtml": `id="page-i"`, "EPUB/nav.xhtml": `id="page-iii"`} {
		if !strings.Contains(files[name], want) {
			t.Errorf("%s has no %s:\n%s", name, want, files[name])
		}
	}
	_, list, _ := strings.Cut(files["EPUB/nav.xhtml"], "page-list")
	for _, want := range []string{`<li><a href="xhtml/titlepage.xhtml#page-i">i</a></li>`, `<li><a href="nav.xhtml#page-iii">iii</a></li>`, `#page-1">1</a></li>`} {
		if !strings.Contains(list, want) {
			t.Errorf("the page list has no %s", want)
		}
	}
	if strings.Contains(list, "page-iv") || strings.Contains(list, "page-ii\"") {
		t.Error("a page without a place is in the page list")
	}
	files = unzip(t, encode(t, Encoder{Profile: style.Handout, WithoutTitlePage: true}, doc, pages))
	if strings.Contains(files["EPUB/nav.xhtml"], "page-iii") != strings.Contains(files["EPUB/package.opf"], `<itemref idref="nav"/>`) || strings.Contains(files["EPUB/nav.xhtml"], "page-i\"") {
		t.Error("a marker is listed that the reading order does not hold")
	}
}

func ExampleEncoder_Encode() {
	doc := &document.Document{
		Metadata: document.Metadata{Title: "Hello", Language: "en"},
		Blocks:   []document.Block{&document.Paragraph{Content: document.Plain("A first paragraph.")}},
	}
	var book bytes.Buffer
	result, err := Encoder{}.Encode(context.Background(), &book, doc, nil)
	fmt.Println(result.Count, result.Unit, err)
	// Output: 1 chapter <nil>
}

func BenchmarkEncode(b *testing.B) {
	doc := documenttest.Random(3)
	for b.Loop() {
		encode(b, Encoder{}, doc, nil)
	}
}

// Embedded faces are those that the book calls for, and small.
func TestEmbeddedFonts(t *testing.T) {
	doc := article("One")
	fonts := func(doc *document.Document) (names []string, size int) {
		for name, data := range unzip(t, encode(t, Encoder{EmbedFonts: true}, doc, nil)) {
			if strings.HasPrefix(name, "EPUB/fonts/") {
				names = append(names, strings.TrimPrefix(name, "EPUB/fonts/"))
				size += len(data)
			}
		}
		slices.Sort(names)
		return names, size
	}
	names, size := fonts(doc)
	if want := "[SourceSerif4-Regular.ttf SourceSerif4Display-Light.ttf]"; fmt.Sprint(names) != want || size > 64<<10 {
		t.Errorf("%v, %d bytes", names, size)
	}
	s := doc.Blocks[0].(*document.Section)
	s.Blocks = append(s.Blocks, &document.Paragraph{Content: []document.Inline{&document.Emphasis{Content: document.Plain("x")}, &document.Code{Value: "x"}}})
	if names, _ := fonts(doc); len(names) != 4 {
		t.Errorf("with emphasis and code: %v", names)
	}
	if names, _ := fonts(&document.Document{}); len(names) == 0 {
		t.Error("an empty book has no face")
	}
}
