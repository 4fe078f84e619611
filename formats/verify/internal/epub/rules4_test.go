package epub

// extensionRules lists changes that make the good book one of the
// specifications beside EPUB 3.
func extensionRules() []rule {
	const b = "EPUB/b.xhtml"
	var list []rule
	add := func(name, code string, edits ...string) {
		list = append(list, rule{name: "beside: " + name, code: code, edits: edits})
	}
	collection := func(name, code, markup string, more ...string) {
		add(name, code, append([]string{opfName, "</package>", markup + "</package>"}, more...)...)
	}
	const index = `<section epub:type="index"><h1>Index</h1><ul epub:type="index-entry-list"><li epub:type="index-entry"><span epub:type="index-term">x</span> <a epub:type="index-locator" href="a.xhtml">1</a></li></ul></section>`
	collection("index", "", `<collection role="index"><link href="b.xhtml"/></collection>`, b, `<p id="x">Two.</p>`, `<p id="x">Two.</p>`+index)
	collection("index without one", "index", `<collection role="index"><link href="b.xhtml"/></collection>`)
	collection("index with a dictionary inside", "collection", `<collection role="index"><collection role="dictionary"><link href="b.xhtml"/></collection></collection>`)
	collection("group outside an index", "collection", `<collection role="index-group"><link href="b.xhtml"/></collection>`)
	collection("preview", "", `<collection role="preview"><collection role="manifest"><link href="b.xhtml"/></collection><link href="b.xhtml"/></collection>`)
	collection("preview without manifest", "collection", `<collection role="preview"><link href="b.xhtml"/></collection>`)
	collection("preview without links", "collection", `<collection role="preview"><collection role="manifest"><link href="b.xhtml"/></collection></collection>`)
	collection("distributable object", "", `<collection role="distributable-object"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier>x</dc:identifier><dc:title>x</dc:title><dc:language>en</dc:language></metadata><collection role="manifest"><link href="b.xhtml"/></collection><link href="b.xhtml"/></collection>`)
	collection("distributable object without identifier", "collection", `<collection role="distributable-object"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>x</dc:title><dc:language>en</dc:language></metadata><link href="b.xhtml"/></collection>`)
	add("index property without index", "index", opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="index"`)
	add("index property", "", opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="index"`, b, `<p id="x">Two.</p>`, `<p id="x">Two.</p>`+index)
	add("index list of paragraphs", "index", opfName, `href="b.xhtml" media-type="application/xhtml+xml"`, `href="b.xhtml" media-type="application/xhtml+xml" properties="index"`, b, `<p id="x">Two.</p>`, `<p id="x">Two.</p><section epub:type="index"><ol epub:type="index-entry-list"><li>x</li></ol></section>`)
	add("preview with the identifier of its source", "preview", opfName, "</metadata>", `<dc:type>preview</dc:type><dc:source>urn:uuid:0c3fd2fc-0f47-4d5a-9d36-3e5a3c4f1a11</dc:source></metadata>`)
	add("preview publication", "", opfName, "</metadata>", `<dc:type>preview</dc:type><dc:source>urn:x</dc:source></metadata>`)
	add("dictionary without a dictionary", "dictionary", opfName, "</metadata>", `<dc:type>dictionary</dc:type></metadata>`)
	add("education without features", "education", opfName, "</metadata>", `<dc:type>edupub</dc:type></metadata>`)
	add("education with an untitled section", "education", opfName, "</metadata>", `<dc:type>edupub</dc:type><meta property="schema:accessibilityFeature">tableOfContents</meta></metadata>`, b, `<p id="x">Two.</p>`, `<section id="x"><p>Two.</p></section>`)
	return list
}
