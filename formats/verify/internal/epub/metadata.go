package epub

import (
	"strings"
)

// Metadata: EPUB 3.3, 5.5 and appendix D.

// dcElements are the elements of Dublin Core, with the attributes that they may
// have besides id.
var dcElements = map[string]string{
	"contributor": "dir", "coverage": "dir", "creator": "dir", "date": "", "description": "dir", "format": "", "identifier": "",
	"language": "", "publisher": "dir", "relation": "dir", "rights": "dir", "source": "", "subject": "dir", "title": "dir", "type": "",
}

var modified = matching(`^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$`)

func (c *checker) metadata(m *element) {
	p := c.pkg
	c.onlyAttributes(p.file, m, "id", "dir")
	c.noText(p.file, m)
	count := map[string]int{}
	times := 0
	for _, e := range m.elements() {
		switch {
		case e.space == nsDC:
			c.dcElement(e)
			count[e.name]++
		case e.is(nsOPF, "meta"):
			c.meta(e)
			if e.value("property") == "dcterms:modified" {
				if _, refines := e.get("refines"); !refines {
					times++
					if !modified.MatchString(trim(e.content())) {
						c.err("modified", e.at(p.file), "the time %q has not the form CCYY-MM-DDThh:mm:ssZ", trim(e.content()))
					}
				}
			}
		case e.is(nsOPF, "link"):
			// checked once the manifest is known
		default:
			c.err("metadata", e.at(p.file), "the element %q may not stand in the metadata", e.name)
		}
	}
	for _, name := range []string{"identifier", "title", "language"} {
		if count[name] == 0 {
			c.err("metadata", m.at(p.file), "there is no dc:%s", name)
		}
	}
	if count["date"] > 1 {
		c.err("metadata", m.at(p.file), "there are %d dates", count["date"])
	}
	if times != 1 {
		c.err("modified", m.at(p.file), "dcterms:modified stands %d times in place of once", times)
	}
	c.refinements(m)
	c.rendition(m)
}

func (c *checker) dcElement(e *element) {
	p := c.pkg
	more, ok := dcElements[e.name]
	if !ok {
		c.err("metadata", e.at(p.file), "there is no element dc:%s", e.name)
		return
	}
	for _, a := range e.attrs {
		switch {
		case a.space == "" && (a.name == "id" || a.name == "dir" && more != ""):
			if a.name == "dir" && a.value != "ltr" && a.value != "rtl" && a.value != "auto" {
				c.err("attribute", e.at(p.file), "the direction is %q", a.value)
			}
		case a.space == nsXML && a.name == "lang" && more != "":
		case a.space == nsXML && a.name != "lang":
		default:
			c.err("attribute", e.at(p.file), "the attribute %q may not stand on dc:%s", a.name, e.name)
		}
	}
	if len(e.elements()) > 0 {
		c.err("metadata", e.at(p.file), "dc:%s holds elements", e.name)
	}
	text := trim(e.content())
	if text == "" {
		c.err("metadata-empty", e.at(p.file), "dc:%s is empty", e.name)
		return
	}
	switch e.name {
	case "language":
		if !wellFormedLanguage(text) {
			c.err("language", e.at(p.file), "%q is not a language tag", text)
		}
	case "identifier":
		if u, ok := strings.CutPrefix(strings.ToLower(text), "urn:uuid:"); ok && !uuidForm.MatchString(u) {
			c.warn("identifier", e.at(p.file), "%q is no UUID", text)
		}
	}
}

var uuidForm = matching(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)

// meta checks a meta element: one of EPUB 3 with a property, or one of EPUB 2
// with a name.
func (c *checker) meta(e *element) {
	p := c.pkg
	property, ok := e.get("property")
	if !ok {
		_, named := e.get("name")
		_, content := e.get("content")
		if !named || !content {
			c.err("meta", e.at(p.file), "a meta has neither a property nor name and content")
		}
		c.onlyAttributes(p.file, e, "name", "content", "id", "scheme")
		c.noText(p.file, e)
		if len(e.elements()) > 0 {
			c.err("meta", e.at(p.file), "a meta holds elements")
		}
		return
	}
	c.onlyAttributes(p.file, e, "property", "refines", "scheme", "id", "dir", "name", "content")
	if _, both := e.get("name"); both {
		c.err("meta", e.at(p.file), "a meta has both property and name")
	}
	if len(e.elements()) > 0 {
		c.err("meta", e.at(p.file), "a meta holds elements")
	}
	if trim(e.content()) == "" {
		c.err("metadata-empty", e.at(p.file), "the property %q is empty", property)
	}
	if names := fields(property); len(names) != 1 {
		c.err("property", e.at(p.file), "%q is not one property", property)
	} else {
		c.property(p.file, e, names[0], p.prefixes, metaProperties)
		c.propertyValue(e, names[0])
	}
	if scheme, ok := e.get("scheme"); ok {
		if names := fields(scheme); len(names) != 1 {
			c.err("property", e.at(p.file), "%q is not one scheme", scheme)
		} else if !strings.Contains(names[0], ":") {
			c.err("property", e.at(p.file), "the scheme %q has no prefix", scheme)
		} else {
			c.property(p.file, e, names[0], p.prefixes, nil)
		}
	}
	c.refines(e)
}

// refines checks what an element refines.
func (c *checker) refines(e *element) {
	p := c.pkg
	target, ok := e.get("refines")
	if !ok {
		return
	}
	target = trim(target)
	switch {
	case target == "":
		c.warn("refines", e.at(p.file), "it refines nothing")
	case strings.HasPrefix(target, "#"):
		id, _ := unescape(target[1:])
		switch t := p.ids[id]; {
		case t == nil:
			c.err("refines", e.at(p.file), "it refines %q, which does not exist", target)
		case t == e:
			c.err("refines", e.at(p.file), "it refines itself")
		}
	case isAbsolute(target):
		c.err("refines", e.at(p.file), "it refines %q, which is not part of the package", target)
	default:
		// A path names a resource; an id would be better.
		c.warn("refines", e.at(p.file), "it refines a path in place of an id")
	}
}

// refined returns the element that e refines, or nil.
func (c *checker) refined(e *element) *element {
	if t, ok := e.get("refines"); ok && strings.HasPrefix(trim(t), "#") {
		return c.pkg.ids[trim(t)[1:]]
	}
	return nil
}

// onlyRefines says of which elements a property may be one (D.3). An empty list
// is any; "-" says that it refines nothing.
var onlyRefines = map[string]string{
	"authority": "subject", "term": "subject", "identifier-type": "identifier source", "title-type": "title",
	"role": "creator contributor publisher", "source-of": "source", "collection-type": "belongs-to-collection",
	"group-position": "", "file-as": "", "display-seq": "", "alternate-script": "", "belongs-to-collection": "- belongs-to-collection",
	"meta-auth": "", "dictionary-type": "-", "source-language": "- ", "target-language": "- ", "pageBreakSource": "-",
	"a11y:certifierCredential": "", "media:active-class": "-", "media:playback-active-class": "-",
}

// refinements checks what the properties of the default vocabulary refine, how
// often they stand, and that they do not refine each other in a circle.
func (c *checker) refinements(m *element) {
	p := c.pkg
	type key struct {
		on       *element
		property string
	}
	count := map[key]int{}
	for _, e := range m.elements() {
		if !e.is(nsOPF, "meta") {
			continue
		}
		property := trim(e.value("property"))
		if property == "" {
			continue
		}
		on := c.refined(e)
		_, refining := e.get("refines")
		count[key{on, property}]++
		allowed, known := onlyRefines[property]
		if known && allowed != "" {
			free := strings.HasPrefix(allowed, "-")
			ok := !refining && free
			if on != nil {
				name := on.name
				if on.name == "meta" {
					name = trim(on.value("property"))
				}
				for _, a := range strings.Fields(allowed) {
					ok = ok || a == name && (on.space == nsDC || on.name == "meta")
				}
			}
			if !ok && !(refining && on == nil && strings.HasPrefix(trim(e.value("refines")), "#")) {
				c.err("refines", e.at(p.file), "the property %q refines what it may not", property)
			}
		} else if known && !refining {
			switch property {
			case "alternate-script", "display-seq", "file-as", "group-position", "meta-auth":
				if property != "group-position" {
					c.warn("refines", e.at(p.file), "the property %q refines nothing", property)
				}
			}
		}
		if property == "source-of" && trim(e.content()) != "pagination" {
			c.err("meta", e.at(p.file), "the value of source-of is %q", trim(e.content()))
		}
	}
	for k, n := range count {
		switch k.property {
		case "authority", "term", "collection-type", "display-seq", "file-as", "group-position", "identifier-type", "title-type", "source-of", "media:active-class", "media:playback-active-class", "pageBreakSource":
			if n > 1 {
				e := m
				if k.on != nil {
					e = k.on
				}
				c.err("refines", e.at(p.file), "the property %q stands %d times", k.property, n)
			}
		}
		if k.on != nil && (k.property == "authority" && count[key{k.on, "term"}] == 0 || k.property == "term" && count[key{k.on, "authority"}] == 0) {
			c.err("refines", k.on.at(p.file), "a subject needs both authority and term, or neither")
		}
	}
	c.circles(m)
}

func (c *checker) circles(m *element) {
	done := map[*element]bool{}
	for _, e := range m.elements() {
		path := map[*element]bool{}
		for at := e; at != nil && !done[at]; at = c.refined(at) {
			if path[at] {
				if at != c.refined(at) {
					c.err("refines", at.at(c.pkg.file), "elements refine each other in a circle")
				}
				break
			}
			path[at] = true
		}
		for at := range path {
			done[at] = true
		}
	}
}

// link relations and properties: 5.5.7 and D.4.
var (
	linkRels  = map[string]bool{"acquire": true, "alternate": true, "marc21xml-record": true, "mods-record": true, "onix-record": true, "record": true, "voicing": true, "xml-signature": true, "xmp-record": true}
	linkProps = map[string]bool{"onix": true, "xmp": true, "marc21xml": true, "mods": true}
)

// links checks the link elements of the metadata.
func (c *checker) links(m *element) {
	p := c.pkg
	for _, e := range m.elements() {
		if !e.is(nsOPF, "link") {
			continue
		}
		place := e.at(p.file)
		c.onlyAttributes(p.file, e, "id", "href", "rel", "media-type", "properties", "hreflang", "refines")
		href, ok := e.get("href")
		rel, related := e.get("rel")
		if !ok || !related {
			c.err("link", place, "a link needs href and rel")
			continue
		}
		rels := fields(rel)
		if len(rels) == 0 {
			c.err("link", place, "a link has no relation")
		}
		has := map[string]bool{}
		for _, r := range rels {
			has[r] = true
			c.property(p.file, e, r, p.prefixes, linkRels)
		}
		for _, v := range fields(e.value("properties")) {
			c.property(p.file, e, v, p.prefixes, linkProps)
		}
		if v, ok := e.get("properties"); ok && len(fields(v)) == 0 {
			c.err("link", place, "the list of properties is empty")
		}
		if l, ok := e.get("hreflang"); ok && !wellFormedLanguage(l) {
			c.err("language", place, "%q is not a language tag", l)
		}
		c.refines(e)
		kind, typed := e.get("media-type")
		_, refining := e.get("refines")
		if has["alternate"] && len(rels) > 1 {
			c.err("link", place, "the relation alternate stands beside others")
		}
		if has["record"] {
			if !typed {
				c.err("link", place, "a record has no media-type")
			}
			if refining {
				c.err("link", place, "a record refines something")
			}
		}
		if has["voicing"] {
			if !refining {
				c.err("link", place, "a voicing refines nothing")
			}
			if !typed || !strings.HasPrefix(kind, "audio/") {
				c.err("link", place, "a voicing is no sound")
			}
		}
		if typed && !mediaTypeForm.MatchString(kind) {
			c.err("media-type", place, "%q is no media type", kind)
		}
		c.linkTarget(e, href, typed)
	}
}

func (c *checker) linkTarget(e *element, href string, typed bool) {
	p := c.pkg
	place := e.at(p.file)
	if strings.HasPrefix(trim(href), "#") {
		c.err("link", place, "a link leads to an element of the package")
		return
	}
	if isAbsolute(href) {
		if why := checkAbsolute(href); why != "" {
			c.err("url", place, "the address %q %s", href, why)
		}
		if strings.HasPrefix(strings.ToLower(trim(href)), "file:") {
			c.err("file-url", place, "the address %q is of a file", href)
		}
		if scheme(href) == "data" {
			c.err("data-url", place, "a linked resource is a data: URL")
		}
		return
	}
	t, ok := c.resolve(p.file, place, href)
	if !ok {
		return
	}
	if t.name == p.file {
		c.err("link", place, "a link leads to an element of the package")
		return
	}
	if !typed {
		c.err("link", place, "a link to a file of the container has no media-type")
	}
	p.linked[t.name] = true
	if _, ok := c.files[t.name]; !ok {
		c.warn("link", place, "the file %q is missing", t.name)
	}
	if i := p.byName[t.name]; i != nil && !i.inSpine {
		c.err("link", place, "the file %q is linked and stands in the manifest", t.name)
	}
}

// metadata2 checks the metadata of OPF 2.0.1, 2.2.
func (c *checker) metadata2(m *element) {
	p := c.pkg
	count := map[string]int{}
	var walk func(*element)
	c.onlyAttributes(p.file, m, "id")
	walk = func(m *element) {
		c.noText(p.file, m)
		for _, e := range m.elements() {
			switch {
			case e.is(nsOPF, "dc-metadata"), e.is(nsOPF, "x-metadata"):
				walk(e)
			case e.space == nsDC:
				if _, ok := dcElements[e.name]; !ok {
					c.err("metadata", e.at(p.file), "there is no element dc:%s", e.name)
					continue
				}
				count[e.name]++
				c.dcElement2(e)
			case e.is(nsOPF, "meta"):
				if _, ok := e.get("name"); !ok {
					c.err("meta", e.at(p.file), "a meta has no name")
				}
				if _, ok := e.get("content"); !ok {
					c.err("meta", e.at(p.file), "a meta has no content")
				}
				for _, a := range e.attrs {
					if a.space == "" && a.name != "name" && a.name != "content" && a.name != "scheme" && a.name != "id" {
						c.err("attribute", e.at(p.file), "the attribute %q may not stand on meta", a.name)
					}
				}
				c.noText(p.file, e)
				if len(e.elements()) > 0 {
					c.err("meta", e.at(p.file), "a meta holds elements")
				}
			case e.space == nsOPF:
				c.err("metadata", e.at(p.file), "the element %q may not stand in the metadata", e.name)
			}
		}
	}
	walk(m)
	for _, name := range []string{"identifier", "title", "language"} {
		if count[name] == 0 {
			c.err("metadata", m.at(p.file), "there is no dc:%s", name)
		}
	}
}

func (c *checker) dcElement2(e *element) {
	p := c.pkg
	if len(e.elements()) > 0 {
		c.err("metadata", e.at(p.file), "dc:%s holds elements", e.name)
	}
	for _, a := range e.attrs {
		ok := true
		switch {
		case a.space == "" && a.name == "id", a.space == nsXML:
		case a.space == nsOPF:
			switch a.name {
			case "role":
				ok = e.name == "creator" || e.name == "contributor"
				if ok && !roleForm.MatchString(a.value) {
					c.err("role", e.at(p.file), "the role %q is none", a.value)
				}
			case "file-as":
				ok = e.name == "creator" || e.name == "contributor"
			case "event":
				ok = e.name == "date"
			case "scheme":
				ok = e.name == "identifier"
			default:
				ok = false
			}
		case a.space == "http://www.w3.org/2001/XMLSchema-instance":
		default:
			ok = a.space != ""
		}
		if !ok {
			c.err("attribute", e.at(p.file), "the attribute %q may not stand on dc:%s", a.name, e.name)
		}
	}
	text := trim(e.content())
	switch e.name {
	case "identifier":
		if text == "" {
			c.err("metadata-empty", e.at(p.file), "dc:%s is empty", e.name)
		}
	case "date":
		if !dateForm.MatchString(text) {
			c.err("date", e.at(p.file), "the date %q is none", text)
		}
	case "language":
		if !wellFormedLanguage(text) {
			c.warn("language", e.at(p.file), "%q is not a language tag", text)
		}
	}
}

var (
	roleForm = matching(`^([a-z]{3}|oth\..+)$`)
	dateForm = matching(`^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$`)
)
