package epub

import (
	"strings"
	"unicode/utf16"
)

// wide returns a text in UTF-16 with its mark.
func wide(s string) string {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(strings.Replace(s, "UTF-8", "UTF-16", 1))) {
		out = append(out, byte(u), byte(u>>8))
	}
	return string(out)
}

// finerRules lists changes in which a check goes astray easily.
func finerRules() []rule {
	const b, nav = "EPUB/b.xhtml", "EPUB/nav.xhtml"
	var list []rule
	add := func(name, code string, edits ...string) {
		list = append(list, rule{name: "finer: " + name, code: code, edits: edits})
	}
	body := func(name, code, markup string, more ...string) {
		add(name, code, append([]string{b, `<p id="x">Two.</p>`, `<p id="x">Two.</p>` + markup}, more...)...)
	}
	head := func(name, code, markup string) { add(name, code, b, "</head>", markup+"</head>") }
	svg := func(name, code, before, inside string) {
		add(name, code, opfName, "</manifest>", `<item id="d" href="d.svg" media-type="image/svg+xml"/></manifest>`,
			"EPUB/d.svg", "", before+`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">`+inside+`</svg>`,
			b, "Two.</p>", `Two. <img src="d.svg" alt="x"/></p>`)
	}
	add("UTF-16", "encoding", b, "", wide(page(`<p id="x">Two.</p>`)))
	add("remote picture in the manifest", "remote", opfName, "</manifest>", `<item id="r" href="https://example.org/r.png" media-type="image/png"/></manifest>`)
	add("remote sound in the manifest", "", opfName, "</manifest>", `<item id="r" href="https://example.org/r.mp3" media-type="audio/mpeg"/></manifest>`)
	add("remote font in the manifest", "", opfName, "</manifest>", `<item id="r" href="https://example.org/r.woff2" media-type="font/woff2"/></manifest>`)
	add("remote script in the manifest", "remote", opfName, "</manifest>", `<item id="r" href="https://example.org/r.js" media-type="text/javascript"/></manifest>`)
	add("remote data in the manifest", "remote", opfName, "</manifest>", `<item id="r" href="https://example.org/r.x" media-type="application/x"/></manifest>`)
	add("remote drawing in the manifest", "remote", opfName, "</manifest>", `<item id="r" href="https://example.org/r.svg" media-type="image/svg+xml"/></manifest>`)
	for _, v := range []string{"label", "description", "keyshortcuts", "roledescription"} {
		body("aria-"+v, "", `<p aria-`+v+`="copy">x</p>`)
	}
	for _, v := range []string{"nonsense", "", "Label", "describedat", "grabbed", "dropeffect", "braillelabel", "colindextext"} {
		body("aria-"+v, "html-attribute", `<p aria-`+v+`="copy">x</p>`)
	}
	for _, v := range []string{"2020-13-01", "2020-02-30", "24:00", "10:00:60", "2020-W54", "02-30", "P1D", "P1DT1H", "PT1.5S", "1H 30M", "0000", " 2020 ", "2020-01-01T25:00", "2020-01-01 10:00", "2020-01-01T10:00+0100", "2020-02-30T10:00"} {
		body("time "+v, "", `<p><time datetime="`+v+`">x</time></p>`)
	}
	for _, v := range []string{"13-01", "P", "PT", "P1Y", "P1M", "P1W", "P1Y2M", "PT1H1H", "1h 30m", "1.5H", "1w", "20", "199X", "yesterday", "2020-1-1", "+01:00", "Z", "-0044", "-0044-03-15", "2020/2021", "20200"} {
		body("time "+v, "html-attribute", `<p><time datetime="`+v+`">x</time></p>`)
	}
	for _, e := range []struct{ before, behind, good, bad string }{
		{`progress max="2" value`, "progress", "1.5 1e3 .5 5. +1 0", "x 50% -1 1e NaN Inf 0x1 1_0"},
		{`progress max`, "progress", "1.5 1e3 +1", "x 50% -1 0"},
		{`meter value`, "meter", "1.5 -1 1e3", "x 50% NaN"},
		{`meter value="0" max`, "meter", "1.5 -1", "x 50%"},
	} {
		for v := range strings.FieldsSeq(e.good) {
			body(e.before+" "+v, "", "<p><"+e.before+`="`+v+`">x</`+e.behind+"></p>")
		}
		for v := range strings.FieldsSeq(e.bad) {
			body(e.before+" "+v, "html-attribute", "<p><"+e.before+`="`+v+`">x</`+e.behind+"></p>")
		}
	}
	remote := []string{opfName, "</manifest>", `<item id="r" href="https://example.org/r.png" media-type="image/png"/></manifest>`}
	body("remote picture beside a script", "", `<script>x()</script>`, append([]string{opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="scripted"`}, remote...)...)
	body("remote picture linked", "remote", `<p><a href="https://example.org/r.png">x</a></p>`, remote...)
	body("remote picture shown", "remote", `<p><img alt="x" src="https://example.org/r.png"/></p>`, remote...)
	add("remote text in the manifest", "remote", opfName, "</manifest>", `<item id="r" href="https://example.org/r.xhtml" media-type="application/xhtml+xml"/></manifest>`)
	add("remote base in front", "remote", b, "<title>", `<base href="https://example.org/"/><title>`)
	body("remote base with a picture", "remote", `<p><img src="p.png" alt="x"/></p>`, b, "<title>", `<base href="https://example.org/"/><title>`)
	body("remote base with a picture behind", "remote", `<p><img src="p.png" alt="x"/></p>`, b, "</head>", `<base href="https://example.org/"/></head>`)
	body("remote base with a link", "", `<p><a href="a.xhtml">x</a></p>`, b, "</head>", `<base href="https://example.org/"/></head>`)
	body("remote base with a missing link", "", `<p><a href="no.xhtml">x</a></p>`, b, "</head>", `<base href="https://example.org/"/></head>`)
	svg("aria in a drawing", "", "", `<g aria-nonsense="x"/>`)
	svg("data- in a drawing", "svg", "", `<g data-Foo="x"/>`)
	head("remote base", "", `<base href="https://example.org/"/>`)
	head("remote base of a page", "", `<base href="https://example.org/x.html"/>`)
	body("data- with capitals", "html-attribute", `<p data-Foo="x">x</p>`)
	body("data- without a name", "html-attribute", `<p data-="x">x</p>`)
	body("data- with a digit first", "html-attribute", `<p data-1.x="x">x</p>`)
	body("data- with umlaut", "", `<p data-ä="x">x</p>`)
	svg("style sheet of a drawing", "", `<?xml-stylesheet href="s.css" type="text/css"?>`, "")
	svg("missing style sheet of a drawing", "missing", `<?xml-stylesheet href="no.css" type="text/css"?>`, "")
	svg("missing style sheet of a drawing without type", "missing", `<?xml-stylesheet href='no.css'?>`, "")
	svg("missing transformation of a drawing", "", `<?xml-stylesheet type="text/xsl" href="no.xsl"?>`, "")
	svg("remote style sheet of a drawing", "remote", `<?xml-stylesheet href="https://example.org/x.css" type="text/css"?>`, "")
	add("missing style sheet of a chapter", "", b, "<!DOCTYPE", `<?xml-stylesheet href="no.css" type="text/css"?><!DOCTYPE`)
	svg("HTML in a title", "", "", `<title><b xmlns="http://www.w3.org/1999/xhtml">x</b></title>`)
	svg("div in a title", "", "", `<title><div xmlns="http://www.w3.org/1999/xhtml">x</div></title>`)
	svg("paragraph in a title", "", "", `<title><p xmlns="http://www.w3.org/1999/xhtml">x</p></title>`)
	svg("list item in a title", "html", "", `<title><li xmlns="http://www.w3.org/1999/xhtml">x</li></title>`)
	svg("h1 in a title", "", "", `<title><h1 xmlns="http://www.w3.org/1999/xhtml">x</h1></title>`)
	body("drawing with HTML in its title", "", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title><p xmlns="http://www.w3.org/1999/xhtml">x</p></title></svg>`, opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="svg"`)
	body("link by CFI", "", `<p><a href="package.opf#epubcfi(/6/4!/4/2)">x</a></p>`)
	body("link to the package document", "reference", `<p><a href="package.opf">x</a></p>`)
	body("link to a place of the package document", "reference", `<p><a href="package.opf#t">x</a></p>`)
	add("navigation by CFI", "", nav, `href="a.xhtml"`, `href="package.opf#epubcfi(/6/2!/4)"`)
	body("picture by CFI", "reference", `<p><img alt="x" src="package.opf#epubcfi(/6/4!/4/2)"/></p>`)
	add("folder with trailing stop", "", "EPUB/ab./c.txt", "", "x")
	ncx := func(name, code, points string) {
		add(name, code, opfName, "</manifest>", `<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>`, opfName, "<spine>", `<spine toc="ncx">`,
			"EPUB/toc.ncx", "", `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head><meta name="dtb:uid" content="urn:uuid:0c3fd2fc-0f47-4d5a-9d36-3e5a3c4f1a11"/></head><docTitle><text>A book</text></docTitle><navMap>`+points+`</navMap></ncx>`)
	}
	point := func(id, order, src string) string {
		return `<navPoint id="` + id + `" playOrder="` + order + `"><navLabel><text>x</text></navLabel><content src="` + src + `"/></navPoint>`
	}
	ncx("same order, same place", "", point("p1", "1", "a.xhtml")+point("p2", "1", "a.xhtml"))
	ncx("same order, two places", "ncx", point("p1", "1", "a.xhtml")+point("p2", "1", "b.xhtml"))
	ncx("same order, two fragments", "ncx", point("p1", "1", "b.xhtml")+point("p2", "1", "b.xhtml#x"))
	ncx("two orders, same place", "ncx", point("p1", "1", "a.xhtml")+point("p2", "2", "a.xhtml"))
	ncx("order with a gap", "ncx", point("p1", "1", "a.xhtml")+point("p2", "4", "b.xhtml"))
	ncx("same order as 01", "ncx", point("p1", "1", "a.xhtml")+point("p2", "01", "b.xhtml"))
	return list
}
