package publish_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/quirepress/quire/formats/epub"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source/document"
)

// head is front matter that leaves nothing to be desired.
const head = "---\ntitle: T\ndate: 2020\nlanguage: en\n---\n\n"

// TestCodesAreProvoked publishes an article for each code that an article can
// have. The first file is the article.
func TestCodesAreProvoked(t *testing.T) {
	coarse := func() string {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}()
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">`
	long := strings.Repeat("Word and word. ", 40)
	page := func(body string) string {
		return "<!DOCTYPE html><html lang=en><head><title>T</title></head><body><article><h1>T</h1><p>" + long + "</p>" + body + "<p>" + long + "</p></article></body></html>"
	}
	for code, files := range map[string][]string{
		"source-chapter-outside":     {"index.md", "---\ntitle: T\nchapters: [../x.md]\n---\n\nText.\n"},
		"source-chapter-twice":       {"index.md", "---\ntitle: T\nchapters: [a.md, a.md]\n---\n\nText.\n", "a.md", "# A\n\nText.\n"},
		"source-chapters-of-chapter": {"index.md", "---\ntitle: T\nchapters: [a.md]\n---\n\nText.\n", "a.md", "---\ntitle: A\nchapters: [b.md]\n---\n\nText.\n"},
		"source-unknown-role":        {"index.md", "---\ntitle: T\nchapters: [a.md]\n---\n\nText.\n", "a.md", "---\ntitle: A\nrole: dreaming\n---\n\nText.\n"},
		"source-link-fragment":       {"index.md", "---\ntitle: T\nchapters: [a.md]\n---\n\n[x](a.md#nowhere)\n", "a.md", "# A\n\nText.\n"},
		"source-link-nowhere":        {"index.md", "---\ntitle: T\nchapters: [a.md]\n---\n\n[x](b.md)\n", "a.md", "# A\n\nText.\n"},
		"source-control-characters":  {"a.md", head + "A\x01b.\n"},
		"source-encoding":            {"a.md", head + "Caf\xe9.\n"},
		"source-encoding-damaged":    {"a.md", head + strings.Repeat("Café. ", 50) + "\xff\n"},
		"source-image-broken":        {"a.md", head + "![x](x.png)\n", "x.png", coarse[:60]},
		"source-image-missing":       {"a.md", head + "![x](x.png)\n"},
		"source-image-outside":       {"a.md", head + "![x](../x.png)\n"},
		"source-image-remote":        {"a.md", head + "![x](https://example.org/x.png)\n"},
		"source-image-too-large":     {"a.md", head + "![x](x.png)\n", "x.png", coarse},
		"source-image-unknown":       {"a.md", head + "![x](x.png)\n", "x.png", "no picture"},
		"source-image-unreadable":    {"a.md", head + "![x](x)\n", "x/y.png", ""},
		"source-mojibake":            {"a.md", head + "It\u0092s so.\n"},
		"source-no-language":         {"a.md", "# T\n\n1, 2.\n"},
		"source-no-text":             {"a.md", head},
		"source-no-title":            {"a.md", "Text.\n"},

		"markdown-abbreviation-twice": {"a.md", head + "The AB.\n\n*[AB]: Ann Bell\n*[AB]: Another\n"},
		"markdown-anchor-twice":       {"a.md", head + "# One {#x}\n\nText.\n\n# Two {#x}\n\nText.\n"},
		"markdown-date":               {"a.md", head + "[On that day]{.event date=yesterday} it was.\n"},
		"markdown-fence-open":         {"a.md", head + "::: note\nText.\n"},
		"markdown-front-matter":       {"a.md", "---\ntitle: [\n---\n\nText.\n"},
		"markdown-front-matter-alias": {"a.md", "---\ntitle: &t T\nsubtitle: *t\n---\n\nText.\n"},
		"markdown-front-matter-key":   {"a.md", "---\ntitle: T\npubslisher: U\n---\n\nText.\n"},
		"markdown-front-matter-value": {"a.md", "---\ntitle: {a: b}\n---\n\nText.\n"},
		"markdown-language":           {"a.md", head + "# A {lang=no-language-tag-at-all}\n\nText.\n"},
		"markdown-link-address":       {"a.md", head + "[x](javascript:alert)\n"},
		"markdown-link-nowhere":       {"a.md", head + "[x](#nowhere)\n"},
		"markdown-note-in-note":       {"a.md", head + "A.[^1]\n\n[^1]: B.[^1]\n"},
		"markdown-note-missing":       {"a.md", head + "A.[^1]\n"},
		"markdown-note-twice":         {"a.md", head + "A.[^1]\n\n[^1]: B.\n\n[^1]: C.\n"},
		"markdown-note-unused":        {"a.md", head + "A.\n\n[^1]: B.\n"},
		"markdown-paragraph-too-long": {"a.md", head + strings.Repeat("word *and* word\n", 40_000)},
		"markdown-raw-html":           {"a.md", head + "<?php a() ?>\n\nText.\n"},
		"markdown-html-open":          {"a.md", head + "<div>Text, and a <name>.\n"},
		"markdown-raw-inline":         {"a.md", head + "A <wbr data-x=1><custom-x>b</custom-x>.\n"},
		"markdown-several-titles":     {"a.md", "# One\n\nText.\n\n# Two\n\nText.\n"},
		"markdown-too-deep":           {"a.md", head + strings.Repeat(">", 200) + " x\n"},

		"plain-no-title": {"a.txt", "this is a line that goes on and on and ends with a full stop, as no title ever does in the world.\n\nand another one of the same sort, which is no title.\n"},
		"plain-residue":  {"a.txt", "The title of it\n\n" + long + "\n\nShare on Facebook\n\n" + long + "\n"},

		"html-body-from-metadata": {"a.html", `<html><head><title>T</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"T","articleBody":"` + strings.Repeat(long, 3) + `"}</script></head><body><p>Loading</p></body></html>`},
		"html-images-remote":      {"a.html", page(`<img src="https://example.org/x.png">`)},
		"html-link-address":       {"a.html", page(`<p>A <a href="javascript:x">link</a> here.</p>`)},
		"html-link-nowhere":       {"a.html", page(`<p>A <a href="#nowhere">link</a> here.</p>`)},
		"html-no-content":         {"a.html", "<html><body><div></div></body></html>"},
		"html-not-printed":        {"a.md", head + "<iframe src=x>A frame</iframe>\n\nText.\n"},
		"html-list-number":        {"a.md", head + "<ol start=-2><li>x</ol>\n"},
		"html-table-size":         {"a.md", head + "<table><tr>" + strings.Repeat("<td>x", 300) + "</table>\n"},
		"html-tag-open":           {"a.md", head + "<div>Text <a href=\"x>of a link</a> and more.</div>\n"},
		"html-residue":            {"a.html", page(`<div class="share-buttons"><a href="/x">Share this</a></div>`)},
		"html-too-deep":           {"a.html", page(strings.Repeat("<div>", 600) + "<p>deep down</p>")},

		"enrich-glossary-match": {"a.md", "---\ntitle: T\nglossary:\n  - {term: XYZ, suppress: true}\n---\n\nText.\n"},
		"enrich-glossary-see":   {"a.md", "---\ntitle: T\nlanguage: en\nglossary:\n  - {term: One, definition: A., see-also: [Nothing]}\n---\n\nOne is here.\n"},
		"enrich-language":       {"a.md", "---\ntitle: T\nlanguage: sw\n---\n\nText.\n"},
		"enrich-timeline-date":  {"a.md", "---\ntitle: T\nlanguage: en\ntimeline:\n  - {date: once, summary: It was.}\n---\n\nText.\n"},
		"enrich-timeline-match": {"a.md", "---\ntitle: T\nlanguage: en\ntimeline:\n  - {match: not there at all}\n---\n\nText.\n"},
		"publish-no-date":       {"a.md", "# T\n\nText.\n"},
		"style-setting":         {"a.md", "---\ntitle: T\npaper: napkin\n---\n\nText.\n"},

		"pdf-drawing":           {"a.md", head + "![x](x.svg)\n", "x.svg", svg + `<rect width="50" height="50"/><foreignObject width="9" height="9"/></svg>`},
		"pdf-image-resolution":  {"a.md", head + "![x](x.png){width=100%}\n", "x.png", coarse},
		"pdf-long-word":         {"a.md", head + strings.Repeat("x", 400) + "\n"},
		"pdf-missing-glyph":     {"a.md", head + "\U00013000 stands for a man.\n"},
		"pdf-private-character": {"a.md", head + "\ue123 means nothing.\n"},
		"pdf-raw-skipped":       {"a.md", head + "Text, and <script>x()</script> no more.\n"},
		"pdf-wide-table":        {"a.md", head + "|" + strings.Repeat(" Incomprehensibilities |", 14) + "\n|" + strings.Repeat("---|", 14) + "\n|" + strings.Repeat(" Incomprehensibilities |", 14) + "\n"},
		"pdf-no-alternative":    {"a.md", head + "![](x.png)\n", "x.png", coarse},
		"pdf-no-language":       {"a.md", "---\ntitle: T\n---\n\n1, 2.\n"},
		"pdf-fitted":            {"a.md", head + long},
		"pdf-imposed":           {"a.md", head + long},
		"pdf-imposed-small":     {"a.md", head + long},

		"epub-alternative-text": {"a.md", head + "![](x.png)\n", "x.png", coarse},
		"epub-cover":            {"a.md", "---\ntitle: \U00013000\nlanguage: en\n---\n\nText.\n"},
		"epub-formula":          {"a.md", head + "$\\nonsense{x$\n"},
		"epub-raw-markup":       {"a.md", head + "Text, and <script>x()</script> no more.\n"},
	} {
		t.Run(code, func(t *testing.T) {
			t.Parallel()
			src := fstest.MapFS{}
			for i := 0; i < len(files); i += 2 {
				src[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
			}
			name := files[0]
			if name == "index.md" {
				name = "."
			}
			e := pdf.Encoder{}
			p := publish.Press{}
			switch code {
			case "source-image-too-large":
				p.Limits.ImagePixels = 100
			case "pdf-fitted":
				e.Pages = 2
			case "pdf-imposed":
				e.Impose = pdf.TwoUp
			case "pdf-imposed-small":
				e.Impose, e.Sheet = pdf.FourUp, pdf.A5
			}
			p.Formats = []publish.Format{e, epub.Encoder{}}
			report, err := p.PublishAs(t.Context(), t.TempDir(), "out", src, name)
			for _, d := range report.Diagnostics() {
				if d.Code == code {
					return
				}
			}
			t.Errorf("found are %v, with the error %v", report.Diagnostics(), err)
		})
	}
}

// TestCodesOfDocuments provokes those codes that no article can have, as the
// readers leave nothing of the kind in a document.
func TestCodesOfDocuments(t *testing.T) {
	text := func(s string) []document.Inline { return []document.Inline{&document.Text{Value: s}} }
	paragraph := func(n ...document.Inline) []document.Block { return []document.Block{&document.Paragraph{Content: n}} }
	profile, err := os.ReadFile(filepath.Join("..", "formats", "pdf", "testdata", "naive-press.icc"))
	if err != nil {
		t.Fatal(err)
	}
	for code, c := range map[string]struct {
		format publish.Format
		doc    document.Document
	}{
		"epub-reference": {epub.Encoder{}, document.Document{Blocks: paragraph(&document.CrossReference{Target: "nowhere", Content: text("there")})}},
		"epub-language":  {epub.Encoder{}, document.Document{Blocks: paragraph(&document.Span{Attr: document.Attr{Lang: "?"}, Content: text("what")})}},
		"epub-character": {epub.Encoder{}, document.Document{Blocks: paragraph(text("a\x01b")...)}},
		"epub-image":     {epub.Encoder{}, document.Document{Blocks: paragraph(&document.Image{Resource: "none", Alt: "x"})}},
		"pdf-dead-link":  {pdf.Encoder{}, document.Document{Blocks: paragraph(&document.CrossReference{Target: "nowhere", Content: text("there")})}},
		"pdf-no-title":   {pdf.Encoder{}, document.Document{Blocks: paragraph(text("x")...)}},
		"pdf-no-date":    {pdf.Encoder{Standard: pdf.X4, OutputProfile: profile}, document.Document{Metadata: document.Metadata{Title: "T"}, Blocks: paragraph(text("x")...)}},
		"pdf-image":      {pdf.Encoder{}, document.Document{Resources: []document.Resource{{Name: "x.png", MediaType: "image/png", Bytes: []byte("no picture")}}, Blocks: paragraph(&document.Image{Resource: "x.png", Alt: "x"})}},
		"epub-link":      {epub.Encoder{}, document.Document{Blocks: paragraph(&document.Link{URL: "http://[bad", Content: text("x")})}},
	} {
		result, err := c.format.Encode(context.Background(), io.Discard, &c.doc, nil)
		found := false
		for _, d := range result.Diagnostics {
			found = found || d.Code == code
		}
		if !found {
			t.Errorf("%s: found are %v, with the error %v", code, result.Diagnostics, err)
		}
	}
}
