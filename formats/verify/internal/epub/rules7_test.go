package epub

import "strings"

// grammarRules lists changes to the small vocabularies of XML, to formulas, and
// to what may stand as text.
func grammarRules() []rule {
	const b, nav, container = "EPUB/b.xhtml", "EPUB/nav.xhtml", "META-INF/container.xml"
	var list []rule
	add := func(name, code string, edits ...string) {
		list = append(list, rule{name: "grammar: " + name, code: code, edits: edits})
	}
	add("text in a rootfile", "container", container, `oebps-package+xml"/>`, `oebps-package+xml">x</rootfile>`)
	add("attribute of a rootfile", "attribute", container, `oebps-package+xml"/>`, `oebps-package+xml" foo="x"/>`)
	add("empty links", "container", container, "</rootfiles>", "</rootfiles><links/>")
	add("links", "", container, "</rootfiles>", `</rootfiles><links><link href="x" rel="y" media-type="text/plain"/></links>`)
	add("mapping", "container", container, "</rootfiles>", `</rootfiles><links><link href="x" rel="mapping" media-type="text/plain"/></links>`)
	add("no package among the rootfiles", "container", container, "oebps-package+xml", "x", "EPUB/a b.txt", "", "x")
	encrypted := func(name, code, data string) {
		add(name, code, "META-INF/encryption.xml", "", `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">`+data+`</encryption>`,
			opfName, "</manifest>", `<item id="f" href="f.ttf" media-type="font/ttf"/></manifest>`, "EPUB/f.ttf", "", "xxxx")
	}
	const method, cipher = `<enc:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/>`, `<enc:CipherData><enc:CipherReference URI="EPUB/f.ttf"/></enc:CipherData>`
	encrypted("encrypted data", "", "<enc:EncryptedData Id=\"a\">"+method+cipher+"</enc:EncryptedData>")
	encrypted("encrypted data in another order", "encryption", "<enc:EncryptedData>"+cipher+method+"</enc:EncryptedData>")
	encrypted("encrypted data twice", "encryption", "<enc:EncryptedData>"+method+cipher+cipher+"</enc:EncryptedData>")
	encrypted("method without algorithm", "encryption", "<enc:EncryptedData><enc:EncryptionMethod/>"+cipher+"</enc:EncryptedData>")
	encrypted("id of encrypted data", "encryption", "<enc:EncryptedData Id=\"a b\">"+method+cipher+"</enc:EncryptedData>")
	encrypted("text beside encrypted data", "text", "x<enc:EncryptedData>"+method+cipher+"</enc:EncryptedData>")

	ncx := func(name, code, from, to string) {
		const good = `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="en"><head><meta name="dtb:uid" content="urn:uuid:0c3fd2fc-0f47-4d5a-9d36-3e5a3c4f1a11"/></head><docTitle><text>t</text></docTitle>` +
			`<navMap><navPoint id="p"><navLabel><text>A</text></navLabel><content src="a.xhtml"/></navPoint></navMap><navList><navLabel><text>l</text></navLabel><navTarget id="q"><navLabel><text>x</text></navLabel><content src="b.xhtml"/></navTarget></navList></ncx>`
		add("NCX: "+name, code, opfName, "</manifest>", `<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>`, opfName, "<spine>", `<spine toc="ncx">`,
			"EPUB/toc.ncx", "", strings.Replace(good, from, to, 1))
	}
	ncx("good", "", "", "")
	ncx("text", "ncx", "<navMap>", "x<navMap>")
	ncx("attribute", "attribute", `<navPoint id="p">`, `<navPoint id="p" foo="x">`)
	ncx("two titles", "ncx", "<navMap>", "<docTitle><text>t</text></docTitle><navMap>")
	ncx("two texts", "ncx", "<text>A</text>", "<text>A</text><text>A</text>")
	ncx("content before the label", "ncx", `<navLabel><text>A</text></navLabel><content src="a.xhtml"/>`, `<content src="a.xhtml"/><navLabel><text>A</text></navLabel>`)
	ncx("list without a label", "ncx", "<navLabel><text>l</text></navLabel>", "")
	ncx("target without id", "ncx", `<navTarget id="q">`, `<navTarget>`)
	ncx("language", "language", `xml:lang="en"`, `xml:lang="e n"`)

	meta := func(name, code, markup string) { add(name, code, opfName, "</metadata>", markup+"</metadata>") }
	meta("text in a meta of EPUB 2", "text", `<meta name="x" content="y">z</meta>`)
	meta("text in a link", "package", `<link rel="record" href="http://example.org/r.xml" media-type="application/marc">x</link>`)
	meta("title-type of a path", "refines", `<meta refines="a.xhtml" property="title-type">main</meta>`)
	meta("language of four letters", "", `<dc:language>enzz</dc:language>`)
	add("text in an item", "package", opfName, `media-type="text/css"/>`, `media-type="text/css">x</item>`)
	add("attribute of a guide", "attribute", opfName, "</spine>", `</spine><guide foo="x"><reference type="text" href="a.xhtml"/></guide>`)
	add("text in a collection", "text", opfName, "</package>", `<collection role="http://example.org/role">x<link href="b.xhtml"/></collection></package>`)
	add("title of a collection", "metadata-empty", opfName, "</package>", `<collection role="http://example.org/role"><metadata><dc:title xmlns:dc="http://purl.org/dc/elements/1.1/"/></metadata><link href="b.xhtml"/></collection></package>`)
	add("link of a collection to nowhere", "", opfName, "</package>", `<collection role="http://example.org/role"><link href="no.xhtml"/></collection></package>`)
	add("text in a nav", "text", nav, "</ol></nav>", "</ol>x</nav>")

	body := func(name, code, markup string, more ...string) {
		add(name, code, append([]string{b, `<p id="x">Two.</p>`, `<p id="x">Two.</p>` + markup}, more...)...)
	}
	body("epub:type that is no name", "epub-type", `<section epub:type="a/b"><p>x</p></section>`)
	body("text before a summary", "html", "<details>x<summary>x</summary></details>")
	body("text on both sides of a figcaption", "html", "<figure>x<figcaption>x</figcaption>x</figure>")
	body("text before a figcaption", "", "<figure>x<figcaption>x</figcaption></figure>")
	body("script at an address without a file", "remote", `<p><img src="foo:bar" alt="x"/></p>`)
	body("empty aria-labelledby", "", `<p aria-labelledby="">x</p>`)
	body("a circle outside a drawing", "html", `<div><circle xmlns="http://www.w3.org/2000/svg"/></div>`, opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="svg"`)
	add("empty name of a meta", "html-attribute", b, "</head>", `<meta name="" content="x"/></head>`)
	for markup, code := range map[string]string{
		"<semantics><mi>a</mi><annotation>x</annotation></semantics>":              "",
		"<semantics><annotation>x</annotation><mi>a</mi></semantics>":              "mathml",
		"<semantics><mi>a</mi><mi>b</mi></semantics>":                              "mathml",
		"<mmultiscripts><mi>a</mi><mprescripts/><none/><mi>b</mi></mmultiscripts>": "",
		"<mmultiscripts><mi>a</mi><mi>b</mi></mmultiscripts>":                      "mathml",
		"<mrow><none/></mrow>":                                                       "mathml",
		"<mrow><msline/></mrow>":                                                     "mathml",
		"<maction><mi>a</mi></maction>":                                              "mathml",
		`<mspace width="-.5em"/>`:                                                    "",
		`<mspace width="wide"/>`:                                                     "mathml",
		`<mspace linebreak="newline"/>`:                                              "",
		`<mfrac linethickness="thin"><mi>a</mi><mi>b</mi></mfrac>`:                   "",
		`<mfrac linethickness="heavy"><mi>a</mi><mi>b</mi></mfrac>`:                  "mathml",
		`<mi mathcolor="#ffff">a</mi>`:                                               "mathml",
		`<mpadded width="+1em"><mi>a</mi></mpadded>`:                                 "",
		`<mo lspace="auto">+</mo>`:                                                   "mathml",
		`<mtable columnalign="left right"><mtr><mtd><mi>x</mi></mtd></mtr></mtable>`: "",
		`<mtable columnalign="top"><mtr><mtd><mi>x</mi></mtd></mtr></mtable>`:        "mathml",
		`<mtable><mtr><mtd columnspan="0"><mi>x</mi></mtd></mtr></mtable>`:           "mathml",
	} {
		body("formula "+markup, code, `<p><math xmlns="http://www.w3.org/1998/Math/MathML">`+markup+"</math></p>",
			opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="mathml"`)
	}
	add("text of another package among the rootfiles", "container", container, "</rootfiles>", `<rootfile full-path="EPUB/x.pdf" media-type="application/pdf"/></rootfiles>`)
	add("path of the package with a detour", "", container, "EPUB/package.opf", "EPUB/./package.opf")
	add("Ogg that is no Opus", "foreign", b, "Two.</p>", `Two.</p><audio src="s.ogg"></audio>`, opfName, "</manifest>", `<item id="o" href="s.ogg" media-type="audio/ogg"/></manifest>`, "EPUB/s.ogg", "", "OggS")
	add("Ogg that is Opus", "", b, "Two.</p>", `Two.</p><audio src="s.ogg"></audio>`, opfName, "</manifest>", `<item id="o" href="s.ogg" media-type="audio/ogg; codecs=opus"/></manifest>`, "EPUB/s.ogg", "", "OggS")
	add("picture called an index", "properties", opfName, `href="p.png" media-type="image/png"`, `href="p.png" media-type="image/png" properties="index"`)
	add("glossary that is none", "properties", opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="glossary"`)
	add("glossary", "", opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="glossary"`, b, "Two.</p>", `Two.</p><section epub:type="glossary"><p>x</p></section>`)
	add("sheet that ends in an @rule", "css", "EPUB/s.css", "", "p {} @media print")
	add("nested rule", "css", "EPUB/s.css", "", "p { & a { color: red } }")
	add("doctype of an encryption", "doctype", "META-INF/encryption.xml", "", `<!DOCTYPE encryption SYSTEM "x.dtd"><encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>`+method+cipher+`</enc:EncryptedData></encryption>`,
		opfName, "</manifest>", `<item id="f" href="f.ttf" media-type="font/ttf"/></manifest>`, "EPUB/f.ttf", "", "xxxx")
	return list
}
