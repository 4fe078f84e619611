package epub

import "strings"

// Content documents: EPUB 3.3, 6.

// content is a content document that was read.
type content struct {
	name     string
	item     *item
	root     *element
	ids      map[string]*element
	prefixes map[string]string
	needs    map[string]bool // properties that the document calls for
	base     string          // what relative addresses are seen from; "" if that is remote
	// styled says that an instruction names a style sheet.
	styled bool
	// order gives each element with an id its place in the document.
	order map[string]int
}

// contents reads every resource that can hold references, and then follows
// these.
func (c *checker) contents() {
	p := c.pkg
	for _, i := range p.items {
		if i.name == "" {
			continue
		}
		if _, ok := c.files[i.name]; !ok {
			continue
		}
		if a := c.encrypted[i.name]; a != "" {
			if a == obfuscationIDPF && !isFontType(i.mediaType) {
				c.err("encryption", at{file: i.name}, "what is no font is obfuscated as one")
			}
			continue
		}
		switch t := baseType(i.mediaType); {
		case t == typeXHTML || t == typeDTB && p.two:
			c.xhtml(i)
		case t == typeSVG:
			c.svgFile(i)
		case t == typeCSS || t == "text/x-oeb1-css" && p.two:
			c.styleFile(i.name)
		case t == typeNCX:
			c.ncx(i)
		case t == typeSMIL:
			c.overlay(i)
		case strings.HasPrefix(t, "image/"):
			c.image(i)
		case t == "application/pls+xml" || strings.HasSuffix(t, "+xml") && !p.two:
			if data, ok := c.read(i.name); ok {
				c.parse(i.name, data, false)
			}
		}
	}
	c.follow()
	c.remoteItems()
	for _, i := range p.items {
		if d := c.docs[i.name]; d != nil && d.item == i && !p.two {
			c.declared(d)
		}
	}
	c.overlayCoverage()
	if !p.two {
		c.extensions()
	}
	c.readingOrder()
}

func (c *checker) xhtml(i *item) {
	p := c.pkg
	data, ok := c.read(i.name)
	if !ok {
		return
	}
	doc := c.parse(i.name, data, true)
	if doc == nil {
		return
	}
	d := &content{name: i.name, item: i, root: doc.root, ids: map[string]*element{}, needs: map[string]bool{}, base: i.name, order: map[string]int{}}
	c.docs[i.name] = d
	if i.mediaType == typeDTB {
		c.anyIDs(d)
		return
	}
	root := doc.root
	if !root.is(nsXHTML, "html") {
		c.err("xhtml", root.at(i.name), "the root element is %q of %q", root.name, root.space)
		c.anyIDs(d)
		return
	}
	c.documentType(d, doc)
	c.anyIDs(d)
	w := &htmlWalker{checker: c, doc: d, file: i.name, maps: map[string]bool{}}
	if p.two {
		c.xhtml2(d)
	} else {
		d.prefixes = c.prefixes(i.name, root, "prefix", nsOPS, contentPrefixes)
		w.document()
	}
	w.references()
	if i.props["nav"] && !p.two {
		c.nav(d)
	}
	if i.fixed && !p.two && i.inSpine {
		c.viewport(d)
	}
}

// documentType checks the document type declaration (6.1.1; HTML, 13.1.1).
func (c *checker) documentType(d *content, doc *document) {
	dt := doc.doctype
	if dt == nil {
		return
	}
	if c.pkg.two {
		if dt.public == "" && dt.system == "" && dt.name == "html" {
			c.err("doctype", at{file: d.name}, "the document type is that of HTML, not of XHTML 1.1")
		}
		if dt.public != "" && !strings.HasPrefix(dt.public, "-//W3C//DTD XHTML 1.") && !strings.HasPrefix(dt.public, "-//NISO//DTD") {
			c.err("doctype", at{file: d.name}, "the document type %q is not one of EPUB 2", dt.public)
		}
		return
	}
	if !strings.EqualFold(dt.name, "html") || dt.public != "" || dt.system != "" && dt.system != "about:legacy-compat" {
		c.err("doctype", at{file: d.name}, "the document type is not that of HTML")
	}
}

// anyIDs collects the ids of a content document.
func (c *checker) anyIDs(d *content) {
	n := 0
	d.root.all(func(e *element) bool {
		for _, a := range e.attrs {
			if a.name != "id" || a.space != "" && a.space != nsXML {
				continue
			}
			id := a.value
			if e.space != nsXHTML {
				id = trim(id)
			}
			n++
			switch {
			case d.ids[id] != nil:
				c.err("id-duplicate", e.at(d.name), "the id %q stands twice", id)
			case id == "" || strings.ContainsFunc(id, isSpace):
				c.err("id", e.at(d.name), "%q is no id", id)
			case (c.pkg.two || d.root.space == nsSVG) && !ncName.MatchString(id):
				c.err("id", e.at(d.name), "%q is no id", id)
			default:
				d.ids[id] = e
				d.order[id] = n
			}
		}
		if c.pkg.two {
			if name, ok := e.get("name"); ok && e.name == "a" && d.ids[name] == nil {
				d.ids[name] = e
			}
		}
		return true
	})
}

// declared compares the properties of the item with what the document holds
// (5.6.2.2).
func (c *checker) declared(d *content) {
	place := d.item.e.at(c.pkg.file)
	if d.item.props["glossary"] && d.item.mediaType == typeXHTML && typed(d.root, "glossary") == nil {
		c.err("properties", place, "the document %q does not need the property \"glossary\"", d.name)
	}
	for _, name := range []string{"scripted", "mathml", "svg", "switch", "remote-resources"} {
		has, says := d.needs[name], d.item.props[name]
		if has && !says {
			c.err("properties", place, "the document %q needs the property %q", d.name, name)
		}
		if says && !has {
			switch name {
			case "remote-resources":
				c.warn("properties", place, "the document %q does not need the property %q", d.name, name)
			default:
				c.err("properties", place, "the document %q does not need the property %q", d.name, name)
			}
		}
	}
}
