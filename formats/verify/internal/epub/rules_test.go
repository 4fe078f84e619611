package epub

import (
	"slices"
	"testing"
)

// rule is a change to the good book; code is the finding that it must give, ""
// for a change that is allowed.
type rule struct {
	name, code string
	edits      []string
	older      bool // a change to the good book of EPUB 2
}

// book returns the changed book.
func (r rule) book(t testing.TB) []byte {
	if r.older {
		return older().edit(t, r.edits).pack(t)
	}
	return good().edit(t, r.edits).pack(t)
}

// stricter are the changes that the reference validator lets pass: it reads
// malformed UTF-8 as if it were not there.
var stricter = map[string]bool{"latin-1": true}

// rules lists the changes.
func rules() []rule {
	const (
		a, b, nav, css = "EPUB/a.xhtml", "EPUB/b.xhtml", "EPUB/nav.xhtml", "EPUB/s.css"
		container      = "META-INF/container.xml"
	)
	var list []rule
	add := func(name, code string, edits ...string) {
		list = append(list, rule{name: name, code: code, edits: edits})
	}
	// body puts something into a chapter, meta into the metadata, item into the
	// manifest with its file.
	body := func(name, code, markup string, more ...string) {
		add(name, code, append([]string{b, `<p id="x">Two.</p>`, `<p id="x">Two.</p>` + markup}, more...)...)
	}
	head := func(name, code, markup string) { add(name, code, b, "</head>", markup+"</head>") }
	meta := func(name, code, markup string) { add(name, code, opfName, "</metadata>", markup+"</metadata>") }
	item := func(name, code, markup string, more ...string) {
		add(name, code, append([]string{opfName, "</manifest>", markup + "</manifest>"}, more...)...)
	}
	style := func(name, code, sheet string) { add(name, code, css, "", sheet) }

	// Container.
	add("wrong mimetype", "mimetype", "mimetype", "", "application/epub")
	add("mimetype with line feed", "mimetype", "mimetype", "", "application/epub+zip\n")
	add("no mimetype", "mimetype", "mimetype", "-", "")
	add("no container.xml", "container", container, "-", "")
	add("container version", "container", container, `container version="1.0"`, `container version="2.0"`)
	add("container namespace", "container", container, "urn:oasis:names:tc:opendocument:xmlns:container", "urn:x")
	add("package document missing", "container", container, "package.opf", "other.opf")
	add("rootfile media type", "container", container, "oebps-package", "other")
	add("rootfile without path", "container", container, `full-path="EPUB/package.opf" `, "")
	add("container not well-formed", "xml", container, "</rootfiles>", "")
	add("file name with colon", "file-name", "EPUB/a:b.txt", "", "x")
	add("file name with trailing stop", "file-name", "EPUB/ab.", "", "x")
	add("file names differ in case", "file-name", "EPUB/A.xhtml", "", "x")
	add("file name with space", "", "EPUB/a b.txt", "", "x")
	add("undeclared file", "", "EPUB/extra.txt", "", "x")
	add("file name in another script", "", "EPUB/ä.txt", "", "x")
	add("encryption of a font", "", "META-INF/encryption.xml", "", `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/><enc:CipherData><enc:CipherReference URI="EPUB/f.ttf"/></enc:CipherData></enc:EncryptedData></encryption>`,
		opfName, "</manifest>", `<item id="f" href="f.ttf" media-type="font/ttf"/></manifest>`, "EPUB/f.ttf", "", "xxxx")
	add("obfuscation of a picture", "encryption", "META-INF/encryption.xml", "", `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/><enc:CipherData><enc:CipherReference URI="EPUB/p.png"/></enc:CipherData></enc:EncryptedData></encryption>`)
	add("encryption of another root", "encryption", "META-INF/encryption.xml", "", `<encrypt xmlns="urn:oasis:names:tc:opendocument:xmlns:container"/>`)
	add("signatures of another root", "signatures", "META-INF/signatures.xml", "", `<signature xmlns="urn:oasis:names:tc:opendocument:xmlns:container"/>`)

	// Package.
	add("package not well-formed", "xml", opfName, "</spine>", "")
	add("package in no namespace", "package", opfName, `xmlns="http://www.idpf.org/2007/opf" `, "")
	add("no version", "package-version", opfName, ` version="3.0"`, "")
	add("unknown version", "package-version", opfName, ` version="3.0"`, ` version="9.0"`)
	add("no unique identifier", "unique-identifier", opfName, ` unique-identifier="uid"`, "")
	add("unique identifier elsewhere", "unique-identifier", opfName, ` unique-identifier="uid"`, ` unique-identifier="t"`)
	add("unique identifier nowhere", "unique-identifier", opfName, ` unique-identifier="uid"`, ` unique-identifier="no"`)
	add("unknown attribute of package", "attribute", opfName, ` version="3.0"`, ` version="3.0" x="y"`)
	add("bad direction of package", "attribute", opfName, ` version="3.0"`, ` version="3.0" dir="up"`)
	add("bad language of package", "language", opfName, `xml:lang="en"`, `xml:lang="e n"`)
	add("unknown element of package", "package", opfName, "</package>", "<x/></package>")
	add("no spine", "package", opfName, "<spine>\n<itemref idref=\"a\"/>\n<itemref idref=\"b\"/>\n</spine>", "")
	add("guide", "", opfName, "</spine>", `</spine><guide><reference type="text" title="t" href="a.xhtml"/></guide>`)
	add("guide before spine", "package", opfName, "<spine>", `<guide><reference type="text" href="a.xhtml"/></guide><spine>`)
	add("guide to nowhere", "missing", opfName, "</spine>", `</spine><guide><reference type="text" href="no.xhtml"/></guide>`)
	add("empty guide", "guide", opfName, "</spine>", `</spine><guide/>`)
	add("id twice", "id-duplicate", opfName, `id="t"`, `id="uid"`)
	add("id with space", "id", opfName, `id="t"`, `id="t t"`)
	add("text in the metadata", "text", opfName, "</metadata>", "x</metadata>")

	// Metadata.
	add("no title", "metadata", opfName, `<dc:title id="t">A book</dc:title>`, "")
	add("empty title", "metadata-empty", opfName, "A book", " ")
	add("no language", "metadata", opfName, "<dc:language>en</dc:language>", "")
	add("bad language", "language", opfName, "<dc:language>en</dc:language>", "<dc:language>a-b-c-!</dc:language>")
	add("empty language", "metadata-empty", opfName, "<dc:language>en</dc:language>", "<dc:language></dc:language>")
	add("no modified", "modified", opfName, `<meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>`, "")
	add("modified as a day", "modified", opfName, "2020-01-01T00:00:00Z", "2020-01-01")
	add("modified with a zone", "modified", opfName, "2020-01-01T00:00:00Z", "2020-01-01T00:00:00+01:00")
	meta("modified twice", "modified", `<meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>`)
	meta("two dates", "metadata", "<dc:date>2020</dc:date><dc:date>2021</dc:date>")
	meta("odd date", "", "<dc:date>last week</dc:date>")
	meta("unknown element", "metadata", "<dc:author>x</dc:author>")
	meta("attribute of EPUB 2", "attribute", `<dc:creator xmlns:opf="http://www.idpf.org/2007/opf" opf:role="aut">x</dc:creator>`)
	meta("language of a date", "attribute", `<dc:date xml:lang="en">2020</dc:date>`)
	meta("meta of EPUB 2", "", `<meta name="cover" content="png"/>`)
	meta("meta without content", "meta", `<meta name="cover"/>`)
	meta("empty meta", "metadata-empty", `<meta property="dcterms:created"></meta>`)
	meta("unknown property", "property", `<meta property="nonsense">x</meta>`)
	meta("undeclared prefix", "prefix", `<meta property="foo:bar">x</meta>`)
	add("declared prefix", "", opfName, ` version="3.0"`, ` version="3.0" prefix="foo: http://example.org/"`, opfName, "</metadata>", `<meta property="foo:bar">x</meta></metadata>`)
	add("malformed prefix", "prefix", opfName, ` version="3.0"`, ` version="3.0" prefix="foo http://example.org/"`)
	add("prefix underscore", "prefix", opfName, ` version="3.0"`, ` version="3.0" prefix="_: http://example.org/"`)
	add("prefix to Dublin Core", "prefix", opfName, ` version="3.0"`, ` version="3.0" prefix="dc: http://purl.org/dc/elements/1.1/"`)
	meta("two properties", "property", `<meta property="dcterms:created dcterms:issued">x</meta>`)
	meta("malformed property", "property", `<meta property="dcterms:">x</meta>`)
	meta("scheme without prefix", "property", `<meta refines="#c" property="role" scheme="relators">aut</meta>`)
	meta("role", "", `<meta refines="#c" property="role" scheme="marc:relators">aut</meta>`)
	meta("refines nothing there", "refines", `<meta refines="#no" property="role">aut</meta>`)
	meta("refines an address", "refines", `<meta refines="http://example.org/" property="role">aut</meta>`)
	meta("refines a path", "", `<meta refines="a.xhtml" property="dcterms:format">x</meta>`)
	meta("title-type of a creator", "refines", `<meta refines="#c" property="title-type">main</meta>`)
	meta("title-type twice", "refines", `<meta refines="#t" property="title-type">main</meta><meta refines="#t" property="title-type">main</meta>`)
	meta("file-as twice", "refines", `<meta refines="#t" property="file-as">x</meta><meta refines="#t" property="file-as">y</meta>`)
	meta("role of a title", "refines", `<meta refines="#t" property="role">x</meta>`)
	meta("collection", "", `<meta property="belongs-to-collection" id="s">x</meta><meta refines="#s" property="collection-type">series</meta><meta refines="#s" property="group-position">2</meta>`)
	meta("collection of a title", "refines", `<meta refines="#t" property="belongs-to-collection">x</meta>`)
	meta("collection-type of a title", "refines", `<meta refines="#t" property="collection-type">series</meta>`)
	meta("authority without term", "refines", `<dc:subject id="sub">x</dc:subject><meta refines="#sub" property="authority">BISAC</meta>`)
	meta("authority and term", "", `<dc:subject id="sub">x</dc:subject><meta refines="#sub" property="authority">BISAC</meta><meta refines="#sub" property="term">X</meta>`)
	meta("circle", "refines", `<meta id="m1" refines="#m2" property="dcterms:format">x</meta><meta id="m2" refines="#m1" property="dcterms:format">x</meta>`)
	meta("source-of", "", `<dc:source id="src">x</dc:source><meta refines="#src" property="source-of">pagination</meta>`)
	meta("source-of something", "meta", `<dc:source id="src">x</dc:source><meta refines="#src" property="source-of">x</meta>`)
	meta("pageBreakSource", "", `<meta property="pageBreakSource">urn:isbn:9780000000000</meta>`)
	meta("accessibility", "", `<meta property="schema:accessMode">textual</meta><meta property="a11y:certifiedBy">x</meta>`)
	meta("unknown term of a11y", "property", `<meta property="a11y:nonsense">x</meta>`)
	meta("layout", "", `<meta property="rendition:layout">reflowable</meta>`)
	meta("unknown layout", "rendition", `<meta property="rendition:layout">x</meta>`)
	meta("layout twice", "rendition", `<meta property="rendition:layout">reflowable</meta><meta property="rendition:layout">reflowable</meta>`)
	meta("layout refines", "rendition", `<meta refines="#t" property="rendition:layout">reflowable</meta>`)
	meta("unknown rendition property", "property", `<meta property="rendition:nonsense">x</meta>`)
	meta("link", "", `<link rel="record" href="http://example.org/r.xml" media-type="application/marc"/>`)
	meta("record without type", "link", `<link rel="record" href="http://example.org/r.xml"/>`)
	meta("link without rel", "link", `<link href="http://example.org/r.xml"/>`)
	meta("unknown rel", "property", `<link rel="nonsense" href="http://example.org/r.xml"/>`)
	meta("alternate beside others", "link", `<link rel="alternate record" href="http://example.org/r.xml" media-type="application/marc"/>`)
	meta("link to the package", "link", `<link rel="acquire" href="#t"/>`)
	add("link to a file without type", "link", opfName, "</metadata>", `<link rel="record" href="r.xml"/></metadata>`, "EPUB/r.xml", "", "<r/>")
	add("link to a file", "", opfName, "</metadata>", `<link rel="record" href="r.xml" media-type="application/marc"/></metadata>`, "EPUB/r.xml", "", "<r/>")
	meta("voicing that refines nothing", "link", `<link rel="voicing" href="http://example.org/r.mp3" media-type="audio/mpeg"/>`)
	meta("voicing", "", `<link rel="voicing" refines="#t" href="http://example.org/r.mp3" media-type="audio/mpeg"/>`)
	meta("voicing that is no sound", "link", `<link rel="voicing" refines="#t" href="http://example.org/r.mp3" media-type="text/plain"/>`)

	// Manifest.
	item("missing file", "missing", `<item id="i" href="no.png" media-type="image/png"/>`)
	item("item without id", "manifest", `<item href="p2.png" media-type="image/png"/>`, "EPUB/p2.png", "", png)
	item("item without type", "manifest", `<item id="i" href="p2.png"/>`, "EPUB/p2.png", "", png)
	item("file twice", "manifest", `<item id="i" href="p.png" media-type="image/png"/>`)
	item("item with fragment", "manifest", `<item id="i" href="p2.png#x" media-type="image/png"/>`, "EPUB/p2.png", "", png)
	item("package in its manifest", "manifest", `<item id="i" href="package.opf" media-type="application/oebps-package+xml"/>`)
	item("META-INF in the manifest", "manifest", `<item id="i" href="../META-INF/container.xml" media-type="application/xml"/>`)
	item("outside the container", "url-leak", `<item id="i" href="../../x.png" media-type="image/png"/>`)
	item("from the root", "url-leak", `<item id="i" href="/EPUB/p2.png" media-type="image/png"/>`, "EPUB/p2.png", "", png)
	item("item of a file: address", "file-url", `<item id="i" href="file:///x.png" media-type="image/png"/>`)
	item("item as data: URL", "data-url", `<item id="i" href="data:text/plain,x" media-type="text/plain"/>`)
	item("remote chapter", "remote", `<item id="i" href="https://example.org/x.xhtml" media-type="application/xhtml+xml"/>`)
	item("unknown property of an item", "property", `<item id="i" href="p2.png" media-type="image/png" properties="nonsense"/>`, "EPUB/p2.png", "", png)
	add("cover image", "", opfName, `href="p.png" media-type="image/png"`, `href="p.png" media-type="image/png" properties="cover-image"`)
	add("cover that is no image", "manifest", opfName, `href="s.css" media-type="text/css"`, `href="s.css" media-type="text/css" properties="cover-image"`)
	add("no nav", "nav", opfName, ` properties="nav"`, "")
	add("two navs", "nav", opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="nav"`)
	item("nav that is no XHTML", "nav", `<item id="i" href="p2.png" media-type="image/png" properties="nav"/>`, "EPUB/p2.png", "", png, opfName, ` properties="nav"`, "")
	item("fallback to nowhere", "fallback", `<item id="i" href="p2.png" media-type="image/png" fallback="no"/>`, "EPUB/p2.png", "", png)
	item("fallback to itself", "fallback", `<item id="i" href="p2.png" media-type="image/png" fallback="i"/>`, "EPUB/p2.png", "", png)
	item("circle of fallbacks", "fallback", `<item id="i" href="p2.png" media-type="image/png" fallback="j"/><item id="j" href="p3.png" media-type="image/png" fallback="i"/>`, "EPUB/p2.png", "", png, "EPUB/p3.png", "", png)
	item("picture of another type", "image", `<item id="i" href="p2.jpg" media-type="image/jpeg"/>`, "EPUB/p2.jpg", "", png)
	item("broken picture", "image", `<item id="i" href="p2.png" media-type="image/png"/>`, "EPUB/p2.png", "", "xx")
	item("malformed media type", "media-type", `<item id="i" href="x.bin" media-type="binary"/>`, "EPUB/x.bin", "", "x")

	// Spine.
	add("item that does not exist", "spine", opfName, `<itemref idref="b"/>`, `<itemref idref="no"/>`)
	add("item twice", "spine", opfName, `<itemref idref="b"/>`, `<itemref idref="b"/><itemref idref="b"/>`)
	add("picture in the spine", "spine", opfName, `<itemref idref="b"/>`, `<itemref idref="b"/><itemref idref="png"/>`)
	add("picture with fallback in the spine", "", opfName, `<itemref idref="b"/>`, `<itemref idref="b"/><itemref idref="png"/>`, opfName, `media-type="image/png"`, `media-type="image/png" fallback="nav"`)
	add("nothing linear", "spine", opfName, `<itemref idref="a"/>`, `<itemref idref="a" linear="no"/>`, opfName, `<itemref idref="b"/>`, `<itemref idref="b" linear="no"/>`)
	add("not linear and reached", "", opfName, `<itemref idref="b"/>`, `<itemref idref="b" linear="no"/>`)
	add("not linear and not reached", "unreachable", opfName, `<itemref idref="b"/>`, `<itemref idref="b"/><itemref idref="nav" linear="no"/>`)
	add("bad linear", "spine", opfName, `<itemref idref="b"/>`, `<itemref idref="b" linear="maybe"/>`)
	add("bad progression", "spine", opfName, "<spine>", `<spine page-progression-direction="up">`)
	add("progression", "", opfName, "<spine>", `<spine page-progression-direction="rtl">`)
	add("properties that exclude each other", "spine", opfName, `<itemref idref="b"/>`, `<itemref idref="b" properties="page-spread-left page-spread-right"/>`)
	add("page spread", "", opfName, `<itemref idref="b"/>`, `<itemref idref="b" properties="rendition:page-spread-center"/>`)
	add("unknown property of an itemref", "property", opfName, `<itemref idref="b"/>`, `<itemref idref="b" properties="nonsense"/>`)
	add("toc that is no NCX", "spine", opfName, "<spine>", `<spine toc="css">`)
	add("collection element", "", opfName, "</package>", `<collection role="http://example.org/role"><link href="b.xhtml"/></collection></package>`)
	add("collection without role", "collection", opfName, "</package>", `<collection><link href="b.xhtml"/></collection></package>`)

	// Content: XML.
	body("not well-formed", "xml", "<p>")
	body("undeclared entity", "xml", "<p>&nbsp;</p>")
	body("undeclared prefix in content", "xml", "<x:p/>")
	body("attribute twice", "xml", `<p class="a" class="b"/>`)
	add("latin-1", "encoding", b, "Two.", "Zw\xf6lf.")
	add("declared latin-1", "encoding", b, `encoding="UTF-8"`, `encoding="ISO-8859-1"`)
	add("XHTML 1.1 doctype", "doctype", b, "<!DOCTYPE html>", `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">`)
	add("legacy doctype", "", b, "<!DOCTYPE html>", `<!DOCTYPE html SYSTEM "about:legacy-compat">`)
	add("no doctype", "", b, "<!DOCTYPE html>", "")
	add("external entity", "external-entity", b, "<!DOCTYPE html>", `<!DOCTYPE html [<!ENTITY x SYSTEM "x.xml">]>`)
	add("entity", "", b, "<!DOCTYPE html>", `<!DOCTYPE html [<!ENTITY x "y">]>`, b, "Two.", "Two &x;")

	// Content: HTML.
	add("no title element", "", b, "<title>A chapter</title>", "")
	add("empty title element", "html-title", b, "A chapter", "")
	add("no head", "html", b, `<head><title>A chapter</title><link rel="stylesheet" type="text/css" href="s.css"/></head>`, "")
	body("id twice in a document", "id-duplicate", `<p id="x"/>`)
	body("unknown element of HTML", "html", "<center>x</center>")
	body("block in a paragraph", "html", "<p><div>x</div></p>")
	body("list with text", "html", "<ul>x</ul>")
	body("list with paragraph", "html", "<ul><p/></ul>")
	body("list item alone", "html", "<li>x</li>")
	body("row alone", "html", "<tr/>")
	body("heading in a paragraph", "html", "<p><h2>x</h2></p>")
	body("paragraph in a span", "html", "<span><p/></span>")
	body("paragraph in a link", "", `<a href="a.xhtml"><p>x</p></a>`)
	body("paragraph in a link in a paragraph", "html", `<p><a href="a.xhtml"><p>x</p></a></p>`)
	body("link in a link", "html-nesting", `<p><a href="a.xhtml"><a href="a.xhtml">x</a></a></p>`)
	body("button in a link", "html-nesting", `<p><a href="a.xhtml"><button>x</button></a></p>`)
	body("dfn in dfn", "html-nesting", "<p><dfn><dfn>x</dfn></dfn></p>")
	body("header in header", "html-nesting", "<header><header/></header>")
	body("heading in th", "", "<table><tr><th><h2>x</h2></th></tr></table>")
	body("heading in dt", "", "<dl><dt><h2>x</h2></dt><dd/></dl>")
	body("table", "", "<table><caption>c</caption><colgroup><col/></colgroup><thead><tr><th scope=\"col\">x</th></tr></thead><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>")
	body("caption behind rows", "html", "<table><tr><td/></tr><caption>c</caption></table>")
	body("text in a table", "html", "<table>x</table>")
	body("colspan of zero", "html-attribute", `<table><tr><td colspan="0">x</td></tr></table>`)
	body("scope", "html-attribute", `<table><tr><th scope="x">x</th></tr></table>`)
	body("definition list", "", "<dl><dt>a</dt><dd>b</dd></dl>")
	body("definition list of divs", "", "<dl><div><dt>a</dt><dd>b</dd></div></dl>")
	body("mixed definition list", "html", "<dl><div><dt>a</dt><dd>b</dd></div><dt>a</dt><dd>b</dd></dl>")
	body("term without definition", "html", "<dl><dt>a</dt></dl>")
	body("paragraph in a definition list", "html", "<dl><p/></dl>")
	body("figure", "", "<figure><p>x</p><figcaption>c</figcaption></figure>")
	body("figcaption in the middle", "html", "<figure><p/><figcaption>c</figcaption><p/></figure>")
	body("figcaption alone", "html", "<figcaption>c</figcaption>")
	body("details", "", "<details><summary>s</summary><p>x</p></details>")
	body("details without summary", "html", "<details><p>x</p></details>")
	body("ruby", "", "<p><ruby>a<rt>b</rt></ruby></p>")
	body("time", "", `<p><time datetime="1999-06">x</time> <time>1999-06-10</time></p>`)
	body("bad time", "html-attribute", `<p><time datetime="the nineties">x</time></p>`)
	body("bad day", "", `<p><time datetime="1999-02-30">x</time></p>`)
	body("unknown attribute", "html-attribute", `<p align="left">x</p>`)
	body("data attribute", "", `<p data-x="1">x</p>`)
	body("attribute of another namespace", "", `<p xmlns:x="http://example.org/" x:y="1">x</p>`)
	body("attribute of a namespace that is kept", "html-attribute", `<p xmlns:x="http://www.idpf.org/x" x:y="1">x</p>`)
	body("bad direction", "html-attribute", `<p dir="up">x</p>`)
	body("languages differ", "language", `<p lang="en" xml:lang="de">x</p>`)
	body("languages agree", "", `<p lang="de" xml:lang="de">x</p>`)
	body("bad language in content", "language", `<p xml:lang="e n" lang="e n">x</p>`)
	body("id with white space", "id", `<p id="a b">x</p>`)
	body("empty id", "id", `<p id="">x</p>`)
	body("role", "", `<p role="note">x</p>`)
	body("unknown role", "html-role", `<p role="nonsense">x</p>`)
	body("aria-labelledby", "html-idref", `<p aria-labelledby="no">x</p>`)
	body("label for nobody", "html-idref", `<p><label for="no">x</label></p>`)
	body("ordered list", "", `<ol start="3" type="a" reversed="reversed"><li value="2">x</li></ol>`)
	body("type of a list", "html-attribute", `<ol type="z"><li>x</li></ol>`)
	body("start of a list", "html-attribute", `<ol start="z"><li>x</li></ol>`)
	body("boolean attribute", "html-attribute", `<ol reversed="yes"><li>x</li></ol>`)
	body("picture without src", "html-attribute", `<p><img alt="x"/></p>`)
	body("picture with width", "", `<p><img src="p.png" alt="x" width="3"/></p>`)
	body("picture with width in percent", "html-attribute", `<p><img src="p.png" alt="x" width="3%"/></p>`)
	body("style in the body", "html", `<style>p { margin: 0 }</style>`)
	body("template", "", `<template><p>x</p></template>`)
	body("custom element", "", `<x-y>x</x-y>`)
	body("bdo without direction", "html-attribute", `<p><bdo>x</bdo></p>`)
	body("iframe", "", `<iframe src="a.xhtml"></iframe>`)
	body("address in address", "html-nesting", "<address><address/></address>")
	body("main", "", "<main><p>x</p></main>")
	body("hr in a paragraph", "html", "<p><hr/></p>")
	body("text in hr", "html", "<hr>x</hr>")
	head("second title", "html", "<title>x</title>")
	head("charset", "", `<meta charset="utf-8"/>`)
	head("two charsets", "html", `<meta charset="utf-8"/><meta charset="utf-8"/>`)
	head("charset and content type", "html", `<meta charset="utf-8"/><meta http-equiv="content-type" content="text/html; charset=utf-8"/>`)
	head("another charset", "html", `<meta charset="latin1"/>`)
	head("another content type", "html", `<meta http-equiv="content-type" content="application/xhtml+xml; charset=utf-8"/>`)
	head("paragraph in the head", "html", "<p/>")
	head("meta without content in content", "html-attribute", `<meta name="x"/>`)
	head("meta", "", `<meta name="x" content="y"/>`)

	// Content: semantics and scripts.
	body("epub:type", "", `<section epub:type="chapter nonsense"><p>x</p></section>`)
	body("epub:type with undeclared prefix", "prefix", `<section epub:type="foo:x"><p>x</p></section>`)
	head("epub:type in the head", "epub-type", `<meta epub:type="chapter" name="x" content="y"/>`)
	body("script undeclared", "properties", `<script>1</script>`)
	add("script declared", "", b, "Two.</p>", "Two.</p><script>1</script>", opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="scripted"`)
	body("data block", "", `<script type="application/ld+json">{}</script>`)
	body("event handler undeclared", "properties", `<p onclick="x()">x</p>`)
	body("form undeclared", "properties", `<form><p>x</p></form>`)
	add("scripted without script", "properties", opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="scripted"`)
	add("mathml without formula", "properties", opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="mathml"`)
	add("remote-resources without any", "", opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="remote-resources"`)
	const formula = `<math xmlns="http://www.w3.org/1998/Math/MathML">`
	mathed := func(name, code, markup string) {
		add(name, code, b, "Two.</p>", "Two.</p>"+markup, opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="mathml"`)
	}
	mathed("formula", "", "<p>"+formula+"<mfrac><mi>a</mi><mn>2</mn></mfrac></math></p>")
	mathed("fraction of one", "mathml", "<p>"+formula+"<mfrac><mi>a</mi></mfrac></math></p>")
	mathed("content MathML", "mathml", "<p>"+formula+"<apply><plus/><ci>a</ci></apply></math></p>")
	mathed("annotated formula", "", "<p>"+formula+`<semantics><mi>a</mi><annotation encoding="application/x-tex">a</annotation></semantics></math></p>`)
	mathed("annotated with content MathML", "", "<p>"+formula+`<semantics><mi>a</mi><annotation-xml encoding="MathML-Content" name="contentequiv"><ci>a</ci></annotation-xml></semantics></math></p>`)
	mathed("cell outside a table", "mathml", "<p>"+formula+"<mtd><mi>a</mi></mtd></math></p>")
	body("formula undeclared", "properties", "<p>"+formula+"<mi>a</mi></math></p>")
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">`
	drawn := func(name, code, markup string) {
		add(name, code, b, "Two.</p>", "Two.</p>"+markup, opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="svg"`)
	}
	drawn("drawing", "", "<p>"+drawing+`<title>t</title><circle r="1"/></svg></p>`)
	drawn("paragraph in a drawing", "", "<p>"+drawing+`<p xmlns="http://www.w3.org/1999/xhtml"/></svg></p>`)
	drawn("foreignObject", "", "<div>"+drawing+`<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject></svg></div>`)
	drawn("unknown HTML in a foreignObject", "html", "<div>"+drawing+`<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"><ul/></p></foreignObject></svg></div>`)
	body("drawing undeclared", "properties", "<p>"+drawing+"</svg></p>")
	item("drawing of its own", "", `<item id="i" href="d.svg" media-type="image/svg+xml"/>`, "EPUB/d.svg", "", drawing+`<a href="https://example.org/"><title>t</title><text>x</text></a></svg>`)
	item("drawing with another root", "svg", `<item id="i" href="d.svg" media-type="image/svg+xml"/>`, "EPUB/d.svg", "", "<svg/>")
	item("ids of a drawing", "id-duplicate", `<item id="i" href="d.svg" media-type="image/svg+xml"/>`, "EPUB/d.svg", "", drawing+`<g id="a"/><g id="a"/></svg>`)
	body("switch undeclared", "properties", `<epub:switch><epub:case required-namespace="http://example.org/"><p>x</p></epub:case><epub:default><p>y</p></epub:default></epub:switch>`)

	// References.
	body("missing picture", "missing", `<p><img src="no.png" alt="x"/></p>`)
	body("undeclared picture", "undeclared-reference", `<p><img src="u.png" alt="x"/></p>`, "EPUB/u.png", "", png)
	body("remote picture", "remote", `<p><img src="https://example.org/x.png" alt="x"/></p>`)
	body("link to nowhere", "missing", `<p><a href="no.xhtml">x</a></p>`)
	body("link to no place", "fragment", `<p><a href="a.xhtml#no">x</a></p>`)
	body("link to no place here", "fragment", `<p><a href="#no">x</a></p>`)
	body("link to a picture", "reference", `<p><a href="p.png">x</a></p>`)
	body("link to the navigation outside the spine", "spine-reference", `<p><a href="nav.xhtml">x</a></p>`)
	body("link to the world", "", `<p><a href="https://example.org/">x</a> <a href="mailto:a@example.org">x</a></p>`)
	body("link to a file: address", "file-url", `<p><a href="file:///etc/passwd">x</a></p>`)
	body("link to a data: URL", "data-url", `<p><a href="data:text/html,x">x</a></p>`)
	body("picture in a data: URL", "", `<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="x"/></p>`)
	body("link with a query", "url-query", `<p><a href="a.xhtml?x=y">x</a></p>`)
	body("link with a space", "url", `<p><a href="a b.xhtml">x</a></p>`)
	body("link without a host", "url", `<p><a href="http://">x</a></p>`)
	body("link out of the container", "url-leak", `<p><a href="../../a.xhtml">x</a></p>`)
	body("link with escapes", "", `<p><a href="%61.xhtml">x</a></p>`)
	body("foreign picture", "foreign", `<p><img src="f.bmp" alt="x"/></p>`, "EPUB/f.bmp", "", "BMxxxx", opfName, "</manifest>", `<item id="i" href="f.bmp" media-type="image/bmp"/></manifest>`)
	body("foreign picture with fallback", "", `<p><img src="f.bmp" alt="x"/></p>`, "EPUB/f.bmp", "", "BMxxxx", opfName, "</manifest>", `<item id="i" href="f.bmp" media-type="image/bmp" fallback="png"/></manifest>`)
	body("foreign sound", "foreign", `<audio src="f.wav"/>`, "EPUB/f.wav", "", "RIFF", opfName, "</manifest>", `<item id="i" href="f.wav" media-type="audio/wav"/></manifest>`)
	body("sound", "", `<audio src="f.mp3" controls="controls"/>`, "EPUB/f.mp3", "", "xxxx", opfName, "</manifest>", `<item id="i" href="f.mp3" media-type="audio/mpeg"/></manifest>`)
	body("film", "", `<video src="f.avi"/>`, "EPUB/f.avi", "", "xxxx", opfName, "</manifest>", `<item id="i" href="f.avi" media-type="video/x-msvideo"/></manifest>`)
	body("object with content", "", `<object data="f.bin" type="application/x"><p>x</p></object>`, "EPUB/f.bin", "", "xxxx", opfName, "</manifest>", `<item id="i" href="f.bin" media-type="application/x"/></manifest>`)
	body("object without content", "foreign", `<object data="f.bin" type="application/x"></object>`, "EPUB/f.bin", "", "xxxx", opfName, "</manifest>", `<item id="i" href="f.bin" media-type="application/x"/></manifest>`)
	body("remote sound undeclared", "undeclared-reference", `<audio src="https://example.org/x.mp3"/>`)
	add("remote sound", "", b, "Two.</p>", `Two.</p><audio src="https://example.org/x.mp3"/>`, opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="remote-resources"`, opfName, "</manifest>", `<item id="i" href="https://example.org/x.mp3" media-type="audio/mpeg"/></manifest>`)
	add("remote sound without property", "properties", b, "Two.</p>", `Two.</p><audio src="https://example.org/x.mp3"/>`, opfName, "</manifest>", `<item id="i" href="https://example.org/x.mp3" media-type="audio/mpeg"/></manifest>`)
	head("style sheet that is none", "", `<link rel="stylesheet" href="p.png"/>`)
	head("missing style sheet", "missing", `<link rel="stylesheet" href="no.css"/>`)
	head("remote style sheet", "remote", `<link rel="stylesheet" href="https://example.org/x.css"/>`)

	// Style sheets.
	style("media rule", "", "@media (min-width: 3em) { p { margin: 0; color: rgb(1, 2, 3) } }\n@page { margin: 1em }")
	style("block that does not end", "css", "p { margin: 0")
	style("property without value", "css", "p { margin }")
	style("property without colon", "css", "p { margin 0; }")
	style("selector that does not end", "css", "p, { margin: 0 }")
	style("bracket too many", "css", "p { margin: 0 } }")
	style("direction", "css-direction", "p { direction: rtl }")
	style("unicode-bidi", "css-direction", "p { unicode-bidi: embed }")
	style("missing picture of a style sheet", "missing", "p { background: url(no.png) }")
	style("picture of a style sheet", "", "p { background: url('p.png') }")
	style("remote picture of a style sheet", "remote", "p { background: url(https://example.org/x.png) }")
	style("missing font", "missing", "@font-face { font-family: x; src: url(no.ttf) }")
	style("empty font-face", "", "@font-face { }")
	style("missing import", "missing", "@import 'no.css';")
	style("another encoding", "encoding", "@charset \"latin1\";\np { margin: 0 }")
	style("comment that does not end", "css", "/* x")
	style("namespace", "", "@namespace epub \"http://www.idpf.org/2007/ops\";\n[epub|type~='toc'] { margin: 0 }")
	style("custom properties", "", ":root { --x: 1px } p { margin: calc(1px + var(--x)) !important }")
	body("style attribute", "", `<p style="margin: 0; color: red">x</p>`)
	body("broken style attribute", "css", `<p style="margin 0">x</p>`)

	// Navigation.
	add("no toc", "nav", nav, ` epub:type="toc"`, "")
	add("two tocs", "nav", nav, "</nav>", `</nav><nav epub:type="toc"><ol><li><a href="a.xhtml">x</a></li></ol></nav>`)
	add("toc without list", "nav", nav, `<ol><li><a href="a.xhtml">One</a></li><li><a href="b.xhtml#x">Two</a></li></ol>`, "")
	add("toc with paragraph", "nav", nav, "<ol>", "<p>x</p><ol>")
	add("toc without heading", "", nav, "<h1>Contents</h1>", "")
	add("entry without words", "nav", nav, "One", " ")
	add("label without list", "nav", nav, `<a href="a.xhtml">One</a>`, `<span>One</span>`)
	add("label with list", "", nav, `<a href="a.xhtml">One</a>`, `<span>Part</span><ol><li><a href="a.xhtml">One</a></li></ol>`)
	add("empty list", "nav", nav, `<a href="a.xhtml">One</a>`, `<a href="a.xhtml">One</a><ol></ol>`)
	add("unordered list", "nav", nav, `<ol><li><a href="a.xhtml">One</a></li><li><a href="b.xhtml#x">Two</a></li></ol>`, `<ul><li><a href="a.xhtml">One</a></li></ul>`)
	add("toc to the world", "remote", nav, `href="a.xhtml"`, `href="https://example.org/"`)
	add("toc to a picture", "reference", nav, `href="a.xhtml"`, `href="p.png"`)
	add("toc to nowhere", "missing", nav, `href="a.xhtml"`, `href="no.xhtml"`)
	add("toc to no place", "fragment", nav, `#x`, `#no`)
	add("landmarks", "", nav, "</nav>", `</nav><nav epub:type="landmarks"><ol><li><a epub:type="bodymatter" href="a.xhtml">x</a></li></ol></nav>`)
	add("landmark without type", "nav-landmark", nav, "</nav>", `</nav><nav epub:type="landmarks"><ol><li><a href="a.xhtml">x</a></li></ol></nav>`)
	add("landmark twice", "nav-landmark", nav, "</nav>", `</nav><nav epub:type="landmarks"><ol><li><a epub:type="toc" href="a.xhtml">x</a></li><li><a epub:type="toc" href="a.xhtml">x</a></li></ol></nav>`)
	add("page list", "", nav, "</nav>", `</nav><nav epub:type="page-list"><ol><li><a href="a.xhtml">1</a></li></ol></nav>`)
	add("two page lists", "nav", nav, "</nav>", `</nav><nav epub:type="page-list"><ol><li><a href="a.xhtml">1</a></li></ol></nav><nav epub:type="page-list"><ol><li><a href="a.xhtml">1</a></li></ol></nav>`)
	add("list of figures", "", nav, "</nav>", `</nav><nav epub:type="loi"><h2>Figures</h2><ol><li><a href="a.xhtml">1</a></li></ol></nav>`)
	add("list of figures without heading", "nav", nav, "</nav>", `</nav><nav epub:type="loi"><ol><li><a href="a.xhtml">1</a></li></ol></nav>`)
	add("ordinary nav", "", nav, "</nav>", `</nav><nav><p>x</p></nav>`)

	// NCX.
	const ncx = `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head><meta name="dtb:uid" content="urn:uuid:0c3fd2fc-0f47-4d5a-9d36-3e5a3c4f1a11"/></head><docTitle><text>x</text></docTitle><navMap><navPoint id="p"><navLabel><text>x</text></navLabel><content src="a.xhtml"/></navPoint></navMap></ncx>`
	withNCX := func(name, code, text string) {
		add(name, code, opfName, "<spine>", `<spine toc="ncx">`, opfName, "</manifest>", `<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>`, "EPUB/toc.ncx", "", text)
	}
	replace := func(old, new string) string { return good().replace(ncx, old, new) }
	withNCX("ncx", "", ncx)
	withNCX("ncx of another book", "ncx", replace("0c3f", "0c3e"))
	withNCX("ncx without map", "ncx", replace(`<navPoint id="p"><navLabel><text>x</text></navLabel><content src="a.xhtml"/></navPoint>`, ""))
	withNCX("ncx without label", "ncx", replace(`<navLabel><text>x</text></navLabel>`, ""))
	withNCX("ncx to nowhere", "missing", replace("a.xhtml", "no.xhtml"))
	add("ncx that the spine does not name", "spine", opfName, "</manifest>", `<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>`, "EPUB/toc.ncx", "", ncx)

	// Fixed layout.
	fixed := func(name, code, viewport string) {
		edits := []string{opfName, "</metadata>", `<meta property="rendition:layout">pre-paginated</meta></metadata>`}
		for _, f := range []string{a, b} {
			edits = append(edits, f, "</head>", viewport+"</head>")
		}
		add(name, code, edits...)
	}
	fixed("viewport", "", `<meta name="viewport" content="width=100, height=200"/>`)
	fixed("no viewport", "viewport", "")
	fixed("viewport without height", "viewport", `<meta name="viewport" content="width=100"/>`)
	fixed("viewport with two widths", "viewport", `<meta name="viewport" content="width=100,width=100,height=3"/>`)
	fixed("viewport of words", "viewport", `<meta name="viewport" content="width=wide,height=3"/>`)

	// Overlays.
	const smil = `<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0"><body><par id="p1"><text src="b.xhtml#x"/><audio src="s.mp3" clipBegin="0s" clipEnd="1s"/></par></body></smil>`
	spoken := func(name, code, text string, more ...string) {
		add(name, code, append([]string{
			opfName, "</manifest>", `<item id="smil" href="o.smil" media-type="application/smil+xml"/><item id="mp3" href="s.mp3" media-type="audio/mpeg"/></manifest>`,
			opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" media-overlay="smil"`,
			opfName, "</metadata>", `<meta property="media:duration" refines="#smil">1s</meta><meta property="media:duration">1s</meta></metadata>`,
			"EPUB/o.smil", "", text, "EPUB/s.mp3", "", "xxxx"}, more...)...)
	}
	in := func(old, new string) string { return good().replace(smil, old, new) }
	spoken("overlay", "", smil)
	spoken("overlay without text", "overlay", in(`<text src="b.xhtml#x"/>`, ""))
	spoken("overlay of no place", "fragment", in("#x", "#no"))
	spoken("overlay with a bad time", "overlay", in("clipEnd=\"1s\"", "clipEnd=\"soon\""))
	spoken("overlay that ends before it begins", "overlay", in("clipBegin=\"0s\"", "clipBegin=\"2s\""))
	spoken("class of an overlay with a style sheet", "", smil, opfName, "</metadata>", `<meta property="media:active-class">x</meta></metadata>`)
	spoken("class of an overlay without a style sheet", "overlay", smil, opfName, "</metadata>", `<meta property="media:active-class">x</meta></metadata>`, b, `rel="stylesheet"`, `rel="x"`)
	spoken("overlay of no duration", "overlay", smil, opfName, `<meta property="media:duration" refines="#smil">1s</meta>`, "")
	spoken("seq without textref", "overlay", good().replace(in(`<par id="p1">`, `<seq><par id="p1">`), "</par>", "</par></seq>"))
	spoken("overlay that is not named", "overlay", smil, opfName, ` media-overlay="smil"`, "")
	spoken("sound with fragment", "overlay", in("s.mp3", "s.mp3#t=1"))
	return slices.Concat(list, olderRules(), moreRules(), extensionRules(), finerRules(), orderRules(), roleRules(), grammarRules())
}
