package epub

import (
	"strings"

	"github.com/quirepress/quire/source/document"
)

// hostile returns documents that mean harm, or that nobody checked.
func hostile() []*document.Document {
	text := document.Plain
	many := &document.Section{Title: text("Notes")}
	for range 200 {
		many.Blocks = append(many.Blocks, &document.Paragraph{Content: []document.Inline{
			&document.Text{Value: "a"}, &document.Note{Blocks: []document.Block{&document.Paragraph{Content: text("n")}}}}})
	}
	deep := document.Block(&document.Paragraph{Content: text("bottom")})
	for range 300 {
		deep = &document.Quote{Blocks: []document.Block{deep}}
	}
	sections := document.Block(&document.Section{Title: text("bottom")})
	for range 40 {
		sections = &document.Section{Title: text("level"), Blocks: []document.Block{sections}}
	}
	names := &document.Document{Metadata: document.Metadata{Title: "names", Language: "en"}}
	for _, anchor := range []document.Anchor{"con", "CON", "nav", "cover", "titlepage", "a.b", "a..", "_", "../../etc/passwd", "a b", "é", document.Anchor(strings.Repeat("x", 400)), "page-1", "ref-note-1"} {
		names.Blocks = append(names.Blocks, &document.Section{Attr: document.Attr{Anchor: anchor}, Title: text(string(anchor)), Blocks: []document.Block{
			&document.Paragraph{Content: []document.Inline{&document.CrossReference{Target: anchor}, &document.CrossReference{Target: "nowhere", Content: text("x")}}}}})
	}
	var links []document.Inline
	for _, url := range []string{"javascript:alert(1)", "JAVASCRIPT:alert(1)", " java\tscript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "http://", "http://[::1", "http://a b/", "http://1.2.3.4.5/", "https://x:99999/", "//cdn.example.org/x", "../up.html", "#nowhere", "", "http://exa_mple.org/%zz?%", "mailto:", "http://user:pw@example.org/", "https://example.org/\x00", "http://xn--a/", "http://example.org:/", "https://example.org/<>\"{}|\\^`", "tel:+1 2", "urn:isbn:123"} {
		links = append(links, &document.Link{URL: url, Content: text("link")}, &document.Text{Value: " "})
	}
	nested := []document.Inline{&document.Link{URL: "https://example.org/", Content: []document.Inline{
		&document.Text{Value: "outer "},
		&document.Link{URL: "https://example.com/", Content: text("inner")},
		&document.Note{Blocks: []document.Block{&document.Paragraph{Content: text("a note in a link")}}},
		&document.Definition{Content: []document.Inline{&document.Definition{Content: text("dfn")}}},
		&document.Date{Value: "1999", Content: []document.Inline{&document.Date{Value: "2000", Content: text("time")}}},
	}}}
	return []*document.Document{
		{
			Metadata: document.Metadata{Title: "<script>\x00\x0b\uffff", Subtitle: " ", Language: "no such language", Date: "yesterday", Modified: "never",
				Contributors: []document.Contributor{{Name: ""}, {Name: "A & \"B\" <c>", Role: "editor in chief", FileAs: "\x01"}},
				Identifiers:  []document.Identifier{{Scheme: "isbn", Value: "not one & <"}, {Scheme: "", Value: ""}, {Scheme: "uuid", Value: "x y"}, {Scheme: "doi", Value: "\x02"}},
				Source:       "javascript:alert(1)", Series: &document.Series{Name: "S", Position: "first"}, Cover: "missing.png", Subjects: []string{"", "\x00"}},
			Blocks: []document.Block{
				&document.Paragraph{Content: text("control \x00\x01\x0b\x1f\x7f\u0080\ufffe\U0001ffff \xff\xfe bytes")},
				&document.RawBlock{Format: "html", Source: `<script>alert(1)</script><p onclick="x">text <img src=http://evil.example/x.png alt="alt"><iframe src=file:///etc/passwd></iframe><svg><script>x</script></svg></b></p><style>@import url(http://evil)</style><!-- c --><![CDATA[x]]>&bogus;&#0;`},
				&document.RawBlock{Format: "latex", Source: `\write18{rm}`},
				&document.Paragraph{Content: []document.Inline{&document.RawInline{Format: "html", Source: "<a href='javascript:x'>"}}},
				&document.Paragraph{Content: links},
				&document.Paragraph{Content: nested},
				&document.Paragraph{Attr: document.Attr{Anchor: "same", Lang: "xx-!!", Dir: "up", Classes: []string{"", "a b", "\x00", "\"><script>"}}, Content: text("attributes")},
				&document.Paragraph{Attr: document.Attr{Anchor: "same"}, Content: text("again")},
				&document.Paragraph{Content: []document.Inline{&document.Image{Resource: "missing.png"}, &document.Image{Resource: "broken.png", Alt: "broken"}, &document.Image{Resource: "script.svg", Alt: "svg"}, &document.Image{Resource: "bad.svg"}, &document.Image{Resource: "lie.png"}}},
				&document.MathBlock{Format: "mathml", Source: `<math><script>x</script></math>`},
				&document.MathBlock{Format: "mathml", Source: `<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>a</mi></mfrac><mi onclick="x" href="javascript:y">b</mi><msup/><mtable><mi>c</mi></mtable></math>`},
				&document.MathBlock{Format: "tex", Source: strings.Repeat("{", 10000)},
				&document.MathBlock{Format: "", Source: ""},
				&document.Heading{Level: 6, Content: text("Six")},
				&document.Heading{Level: 0},
				&document.Heading{Level: 99, Content: text("Ninety-nine")},
				&document.Table{}, &document.List{}, &document.DefinitionList{}, &document.Figure{}, &document.Quote{}, &document.Glossary{}, &document.Timeline{}, &document.Index{}, &document.CodeBlock{}, &document.Admonition{},
				&document.Table{Columns: make([]document.Align, 2), HeaderColumns: 9, Head: []*document.Row{{}}, Body: []*document.Row{{Cells: []*document.Cell{{ColSpan: 999999, RowSpan: 999999}, {}, {}}}, {}}},
				&document.DefinitionList{Items: []*document.DefinitionItem{{}}},
				&document.List{Ordered: true, Start: -5, Style: "zz", Items: []*document.ListItem{{}}},
				&document.Figure{Blocks: []document.Block{&document.Section{Title: text("In a figure"), Blocks: []document.Block{&document.Figure{Caption: text("c")}}}}},
				&document.Table{Columns: make([]document.Align, 1), Head: []*document.Row{{Cells: []*document.Cell{{Blocks: []document.Block{&document.Section{Title: text("Section in a head")}, &document.Heading{Level: 1, Content: text("Heading in a head")}, &document.Admonition{Type: "warning", Title: text("x"), Blocks: []document.Block{&document.Table{}}}}}}}}},
				&document.Timeline{Entries: []*document.TimelineEntry{{Date: "no", Lower: "x", Upper: "y", Mention: "gone"}}},
				&document.Glossary{Entries: []*document.GlossaryEntry{{Term: "\x00", Mentions: []document.Anchor{"gone"}, SeeAlso: []document.Anchor{"gone"}}}},
				deep,
			},
			Resources: []document.Resource{
				{Name: "broken.png", MediaType: "image/png", Bytes: []byte("\x89PNG\r\n\x1a\nbroken")},
				{Name: "lie.png", MediaType: "image/png", Bytes: []byte("<html><script>alert(1)</script></html>")},
				{Name: "bad.svg", MediaType: "image/svg+xml", Bytes: []byte("<svg><g></svg>")},
				{Name: "script.svg", MediaType: "image/svg+xml", Bytes: []byte(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="x()"><script>alert(1)</script><style>@import url(http://evil);</style><image xlink:href="file:///etc/passwd"/><use href="http://evil/#a"/><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject><a href="javascript:x"><rect width="1" height="1" fill="url(http://evil)" style="fill:url(#b)"/></a><animate attributeName="x"/></svg>`)},
			},
		},
		{Metadata: document.Metadata{Title: "many", Language: "ar"}, Blocks: []document.Block{many, sections, &document.Section{}, &document.Section{Title: text(" ")}}},
		names,
	}
}
