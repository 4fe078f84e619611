package source_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/quirepress/quire/source/document"
)

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
