package epub

import (
	"slices"
	"strings"
)

// Specifications that stand beside EPUB 3: EPUB Dictionaries and Glossaries
// 1.0, EPUB Indexes 1.0, EPUB Previews 1.0, Distributable Objects 1.0, EPUB for
// Education, EPUB Multiple-Rendition Publications 1.1. They bind publications
// that say by a type, a property or a collection that they follow them.

// extensions checks what a publication promises beyond EPUB itself.
func (c *checker) extensions() {
	p := c.pkg
	types := map[string]bool{}
	if m := p.root.child(nsOPF, "metadata"); m != nil {
		for _, e := range m.elements() {
			if e.is(nsDC, "type") {
				types[trim(e.content())] = true
			}
		}
		if types["preview"] {
			c.preview(m)
		}
		if types["edupub"] {
			c.education(m)
		}
	}
	dictionaries := 0
	for _, e := range p.root.elements() {
		if e.is(nsOPF, "collection") {
			c.special(e, nil)
			if words(e.value("role"))["dictionary"] {
				dictionaries++
			}
		}
	}
	if types["dictionary"] {
		c.dictionary(dictionaries)
	}
	if types["index"] {
		found := false
		for _, d := range c.docs {
			found = found || typed(d.root, "index") != nil
		}
		if !found {
			c.err("index", p.root.at(p.file), "no document of the index holds an index")
		}
	}
	datanavs := 0
	for _, i := range p.items {
		if i.props["data-nav"] {
			if datanavs++; datanavs > 1 {
				c.err("manifest", i.e.at(p.file), "there is a second data navigation")
			}
		}
		if d := c.docs[i.name]; d != nil && (i.props["index"] || types["index"]) {
			if i.props["index"] && typed(d.root, "index") == nil {
				c.err("index", d.root.at(d.name), "a document that is called an index holds none")
			}
			c.index(d)
		}
	}
}

// typed returns the first element below e with an epub:type.
func typed(e *element, t string) *element {
	var found *element
	e.all(func(e *element) bool {
		if found == nil && hasType(e, t) {
			found = e
		}
		return found == nil
	})
	return found
}

func hasType(e *element, t string) bool {
	v, ok := e.getNS(nsOPS, "type")
	return ok && slices.Contains(fields(v), t)
}

// special checks collections whose role has rules of its own.
func (c *checker) special(e *element, up *element) {
	p := c.pkg
	place := e.at(p.file)
	roles := words(e.value("role"))
	var metadata *element
	subs, links := map[string]int{}, 0
	for _, k := range e.elements() {
		switch k.name {
		case "metadata":
			metadata = k
		case "collection":
			for r := range words(k.value("role")) {
				subs[r]++
			}
			subs[""]++
			c.special(k, e)
		case "link":
			links++
		}
	}
	outer := map[string]bool{}
	if up != nil {
		outer = words(up.value("role"))
	}
	if roles["manifest"] && (metadata != nil || subs[""] > 0) {
		c.err("collection", place, "a manifest holds more than links")
	}
	if roles["index"] && subs[""] != subs["index-group"] {
		c.err("collection", place, "an index holds collections that are no groups")
	}
	if roles["index-group"] && (!outer["index"] || subs[""] > 0) {
		c.err("collection", place, "a group of an index stands elsewhere, or holds collections")
	}
	if roles["preview"] && (subs["manifest"] != 1 || links == 0) {
		c.err("collection", place, "a preview needs one manifest and links to its documents")
	}
	if roles["distributable-object"] {
		count := map[string]int{}
		if metadata != nil {
			for _, k := range metadata.elements() {
				if k.space == nsDC {
					count[k.name]++
				}
			}
		}
		if metadata == nil || count["identifier"] != 1 || count["title"] == 0 || count["language"] == 0 || subs["manifest"] > 1 || links == 0 {
			c.err("collection", place, "a distributable object needs an identifier, a title, a language and links")
		}
	}
	if roles["index"] || roles["index-group"] {
		c.collectionDocuments(e, func(i *item, place at) {
			if i.mediaType != typeXHTML {
				c.err("collection", place, "an index holds what is no XHTML")
			} else if d := c.docs[i.name]; d != nil {
				if typed(d.root, "index") == nil && typed(d.root, "index-group") == nil {
					c.err("index", d.root.at(d.name), "a document that is called an index holds none")
				}
				c.index(d)
			}
		})
	}
	if roles["preview"] {
		c.collectionDocuments(e, func(i *item, place at) {
			if !p.contentType(i.mediaType) {
				c.err("collection", place, "a preview shows what is no content document")
			}
		})
		for _, k := range e.elements() {
			if k.name == "link" && strings.Contains(k.value("href"), "epubcfi(") {
				c.err("collection", k.at(p.file), "a preview links to a part of a document")
			}
		}
	}
	if roles["dictionary"] {
		if subs[""] > 0 {
			c.err("collection", place, "a dictionary holds collections")
		}
		maps := 0
		c.collectionDocuments(e, func(i *item, place at) {
			switch {
			case i.props["search-key-map"]:
				maps++
			case i.mediaType != typeXHTML:
				c.err("collection", place, "a dictionary holds what is no XHTML")
			}
		})
		if maps != 1 {
			c.err("dictionary", place, "a dictionary has %d maps of search keys in place of one", maps)
		}
	}
}

// collectionDocuments calls f for every resource that a collection links to.
func (c *checker) collectionDocuments(e *element, f func(*item, at)) {
	p := c.pkg
	for _, k := range e.elements() {
		if k.name != "link" {
			continue
		}
		quiet := *c
		quiet.found = nil
		if t, ok := quiet.resolve(p.file, k.at(p.file), k.value("href")); ok {
			if i := p.byName[t.name]; i != nil {
				f(i, k.at(p.file))
			}
		}
	}
}

// preview: a preview names the publication that it is a part of.
func (c *checker) preview(m *element) {
	for _, e := range m.elements() {
		if _, refines := e.get("refines"); e.is(nsDC, "source") && !refines && trim(e.content()) == c.pkg.identifier() {
			c.err("preview", e.at(c.pkg.file), "a preview has the identifier of its source")
		}
	}
}

// education checks publications of EPUB for Education.
func (c *checker) education(m *element) {
	p := c.pkg
	features, none := 0, false
	for _, e := range m.elements() {
		if trim(e.value("property")) == "schema:accessibilityFeature" {
			features++
			none = none || trim(e.content()) == "none"
		}
	}
	if features == 0 || none {
		c.err("education", m.at(p.file), "the metadata name no accessibility features")
	}
	for _, d := range c.docs {
		if d.item.mediaType == typeXHTML && !d.item.props["nav"] && !d.item.fixed {
			c.educationDocument(d)
		}
	}
}

// educationDocument checks that sections are titled, and that their titles have
// the rank of their depth.
func (c *checker) educationDocument(d *content) {
	body := d.root.child(nsXHTML, "body")
	if body == nil {
		return
	}
	rank := func(e *element) int {
		if len(e.name) == 2 && e.name[0] == 'h' && e.name[1] >= '1' && e.name[1] <= '6' && e.space == nsXHTML {
			return int(e.name[1] - '0')
		}
		return 0
	}
	titles := func(e *element) []*element {
		var list []*element
		for _, k := range e.elements() {
			if rank(k) > 0 {
				list = append(list, k)
			}
			if k.name == "header" || k.name == "hgroup" {
				for _, h := range k.elements() {
					if rank(h) > 0 {
						list = append(list, h)
					}
				}
			}
		}
		return list
	}
	check := func(e *element, needed bool) {
		label, labelled := e.get("aria-label")
		hs := titles(e)
		switch {
		case labelled && trim(label) == "":
			c.err("education", e.at(d.name), "a label is empty")
		case needed && !labelled && len(hs) == 0:
			c.err("education", e.at(d.name), "a section has no heading")
		case len(hs) > 1:
			c.err("education", e.at(d.name), "a section has two headings")
		case len(hs) == 1 && !says(hs[0]):
			c.err("education", e.at(d.name), "a heading is empty")
		case labelled && len(hs) == 1 && trim(hs[0].content()) == trim(label):
			c.err("education", e.at(d.name), "a label says what the heading says")
		}
	}
	implied := false
	for _, k := range body.elements() {
		switch k.name {
		case "article", "section", "aside", "nav":
		default:
			implied = true
		}
	}
	if implied {
		check(body, true)
	}
	body.all(func(e *element) bool {
		if e.is(nsXHTML, "section") || e.is(nsXHTML, "article") {
			check(e, true)
		}
		if rank(e) > 0 {
			for up := e.up; up != nil; up = up.up {
				if up.is(nsXHTML, "figure") || up.is(nsXHTML, "blockquote") {
					c.err("education", e.at(d.name), "a heading stands in a figure or a quotation")
					break
				}
			}
		}
		return true
	})
}

// dictionaryHomes says on which elements the types of dictionaries may stand.
var dictionaryHomes = map[string]string{
	"dictionary": "body section", "dictentry": "article", "condensed-entry": "aside", "part-of-speech-list": "ol", "sense-list": "ol", "idiom": "dfn", "phrase-list": "ol ul",
}

// indexHomes says on which elements the types of indexes may stand.
var indexHomes = map[string]string{
	"index": "body section article aside nav", "index-headnotes": "header section article aside nav", "index-legend": "dl section article aside nav",
	"index-group": "section article aside nav", "index-entry-list": "ul", "index-entry": "li", "index-locator-list": "ul", "index-locator": "a", "index-term-category": "a",
}
