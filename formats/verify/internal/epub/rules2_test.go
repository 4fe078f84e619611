package epub

// olderRules lists the changes to the good book of EPUB 2.
func olderRules() []rule {
	const a, ncx = "EPUB/a.xhtml", "EPUB/toc.ncx"
	var list []rule
	add := func(name, code string, edits ...string) {
		list = append(list, rule{name: "EPUB 2: " + name, code: code, edits: edits, older: true})
	}
	body := func(name, code, markup string, more ...string) {
		add(name, code, append([]string{a, "</body>", markup + "</body>"}, more...)...)
	}
	meta := func(name, code, markup string) { add(name, code, opfName, "</metadata>", markup+"</metadata>") }
	add("as it is", "")
	add("no toc", "spine", opfName, ` toc="ncx"`, "")
	add("no title", "metadata", opfName, "<dc:title>A book</dc:title>", "")
	add("no language", "metadata", opfName, "<dc:language>en</dc:language>", "")
	add("no unique identifier", "unique-identifier", opfName, ` unique-identifier="uid"`, "")
	add("role", "role", opfName, `opf:role="aut"`, `opf:role="author"`)
	add("date", "date", opfName, "2001-02", "last year")
	meta("property of EPUB 3", "attribute", `<meta property="dcterms:modified" name="x" content="y">2020-01-01T00:00:00Z</meta>`)
	meta("unknown element", "metadata", "<dc:author>x</dc:author>")
	meta("foreign metadata", "", `<x:y xmlns:x="http://example.org/">z</x:y>`)
	meta("meta without content", "meta", `<meta name="x"/>`)
	add("properties of EPUB 3", "attribute", opfName, `href="p.png"`, `href="p.png" properties="cover-image"`)
	add("guide to nowhere", "missing", opfName, `title="Text" href="a.xhtml"`, `title="Text" href="no.xhtml"`)
	add("missing file", "missing", opfName, "</manifest>", `<item id="i" href="no.png" media-type="image/png"/></manifest>`)
	add("picture in the spine", "spine", opfName, "</spine>", `<itemref idref="png"/></spine>`)
	add("picture with fallback in the spine", "spine", opfName, "</spine>", `<itemref idref="png"/></spine>`, opfName, `media-type="image/png"`, `media-type="image/png" fallback="a2"`,
		opfName, "</manifest>", `<item id="a2" href="b.xhtml" media-type="application/xhtml+xml"/></manifest>`, "EPUB/b.xhtml", "", older()[a])
	add("ncx of another book", "ncx", ncx, "0c3f", "0c3e")
	add("ncx to nowhere", "missing", ncx, "a.xhtml", "no.xhtml")
	add("ncx to no place", "fragment", ncx, "#x", "#no")
	add("ncx without id", "ncx", ncx, ` id="p1"`, "")
	add("ncx without version", "ncx", ncx, ` version="2005-1"`, "")
	add("ncx with empty map", "ncx", ncx, `<navPoint id="p1" playOrder="1"><navLabel><text>One</text></navLabel><content src="a.xhtml#x"/></navPoint>`, "")
	body("element of HTML 5", "html", "<section><p>x</p></section>")
	body("text in the body", "html", "text")
	body("link in the body", "html", `<a href="#x">x</a>`)
	body("block in a paragraph", "html", "<p><div>x</div></p>")
	body("attribute of HTML 5", "html-attribute", `<p data-x="y">x</p>`)
	body("epub:type", "html-attribute", `<p xmlns:epub="http://www.idpf.org/2007/ops" epub:type="note">x</p>`)
	body("picture without alt", "html-attribute", `<p><img src="p.png"/></p>`)
	body("empty list", "html", "<ul></ul>")
	body("table", "", `<table border="1" summary="s"><tr><td align="right">x</td></tr></table>`)
	body("link in a link", "html-nesting", `<p><a href="#x"><span><a href="#x">x</a></span></a></p>`)
	body("missing picture", "missing", `<p><img src="no.png" alt=""/></p>`)
	body("link to nowhere", "missing", `<p><a href="no.xhtml">x</a></p>`)
	body("link to no place", "fragment", `<p><a href="#no">x</a></p>`)
	body("link to the world", "", `<p><a href="http://example.org/">x</a></p>`)
	body("remote picture", "remote", `<p><img src="http://example.org/x.png" alt=""/></p>`)
	body("id twice", "id-duplicate", `<p id="x">x</p>`)
	body("id that is no name", "id", `<p id="1">x</p>`)
	body("not well-formed", "xml", "<p>")
	body("lists", "", "<ul><li>x<ul><li>y</li></ul></li></ul><dl><dt>a</dt><dd><p>b</p></dd></dl><blockquote><p>x</p></blockquote><hr/><pre>x</pre>")
	add("no doctype", "", a, `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">`, "", a, "&nbsp;", " ")
	add("doctype of HTML 5", "doctype", a, `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">`, "<!DOCTYPE html>", a, "&nbsp;", " ")
	add("no title in the head", "html-title", a, "<title>One</title>", "")
	add("direction in a style sheet", "", "EPUB/s.css", "", "p { direction: rtl }")
	add("broken style sheet", "css", "EPUB/s.css", "", "p { direction: ")
	add("no linear", "", opfName, `<itemref idref="a"/>`, `<itemref idref="a" linear="yes"/>`)
	add("two rootfiles", "", "META-INF/container.xml", "</rootfiles>", `<rootfile full-path="EPUB/x.pdf" media-type="application/pdf"/></rootfiles>`, "EPUB/x.pdf", "", "x")
	return list
}
