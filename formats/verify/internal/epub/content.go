package epub

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

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
	w := &htmlWalker{checker: c, doc: d, file: i.name}
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
			case c.pkg.two && !ncName.MatchString(id):
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

// htmlWalker checks the elements of one document.
type htmlWalker struct {
	*checker
	doc  *content
	file string
	// remote is a base outside the container, nil if there is none; based says
	// that the walk over the references has passed it.
	remote *url.URL
	based  bool
}

func (w *htmlWalker) document() {
	root := w.doc.root
	w.attributes(root, htmlModels["html"])
	kids := root.elements()
	if len(kids) != 2 || !kids[0].is(nsXHTML, "head") || !kids[1].is(nsXHTML, "body") {
		w.err("html", root.at(w.file), "the document has not one head and one body")
	}
	w.noText(w.file, root)
	for _, k := range kids {
		switch {
		case k.is(nsXHTML, "head"):
			w.head(k)
		case k.is(nsXHTML, "body"):
			w.element(k, model{}, ancestors{})
		default:
			w.err("html", k.at(w.file), "the element %q may not stand here", k.name)
		}
	}
}

func (w *htmlWalker) head(e *element) {
	w.attributes(e, htmlModels["head"])
	w.noText(w.file, e)
	titles, charsets, types := 0, 0, 0
	for _, k := range e.elements() {
		if k.space != nsXHTML {
			w.err("html", k.at(w.file), "the element %q may not stand in the head", k.name)
			continue
		}
		m, ok := htmlModels[k.name]
		if !ok || m.is&(metadataContent|headOnly) == 0 {
			w.err("html", k.at(w.file), "the element %q may not stand in the head", k.name)
			continue
		}
		w.element(k, model{holds: metadataContent | headOnly}, ancestors{})
		switch k.name {
		case "title":
			if titles++; titles > 1 {
				w.err("html", k.at(w.file), "there is a second title")
			}
			if trim(k.content()) == "" {
				w.err("html-title", k.at(w.file), "the title is empty")
			}
		case "meta":
			if v, ok := k.get("charset"); ok {
				charsets++
				if !strings.EqualFold(trim(v), "utf-8") {
					w.err("html", k.at(w.file), "the character set is %q", v)
				}
			}
			if strings.EqualFold(k.value("http-equiv"), "content-type") {
				types++
				if !contentTypeForm.MatchString(k.value("content")) {
					w.err("html", k.at(w.file), "the content type is %q", k.value("content"))
				}
			}
		}
	}
	if titles == 0 {
		w.warn("html-title", e.at(w.file), "there is no title")
	}
	if charsets > 1 || charsets > 0 && types > 0 {
		w.err("html", e.at(w.file), "the character set is named twice")
	}
}

var contentTypeForm = regexp.MustCompile(`(?i)^text/html;\s*charset=utf-8$`)

// ancestors are elements around that forbid others inside.
type ancestors struct {
	a, button, label, dfn, form, header, address, noHeading, media, progress, meter, caption, mapped bool
	parent                                                                                           string
}

// element checks an element whose parent may hold what the model says.
func (w *htmlWalker) element(e *element, parent model, up ancestors) {
	switch e.space {
	case nsSVG:
		w.doc.needs["svg"] = true
		w.svg(e, up)
		return
	case nsMathML:
		w.doc.needs["mathml"] = true
		w.math(e, parent, up)
		return
	case nsOPS:
		w.ops(e, parent, up)
		return
	case nsXHTML:
	default:
		w.err("html", e.at(w.file), "the element %q of %q may not stand here", e.name, e.space)
		return
	}
	m, ok := htmlModels[e.name]
	if !ok {
		if strings.Contains(e.name, "-") { // a custom element
			m = model{is: flow | phrasing, transparent: true, attrs: "*"}
		} else {
			w.err("html", e.at(w.file), "there is no element %q in HTML", e.name)
			return
		}
	}
	w.attributes(e, m)
	w.own(e, up)
	inner := m
	if m.transparent {
		inner.holds |= parent.holds & (flow | phrasing)
		inner.text = inner.text || parent.text
	}
	if e.name == "div" && up.parent == "dl" {
		inner = model{holds: term | scripts}
	}
	next := w.inside(e, up)
	if e.name == "template" {
		return
	}
	w.kids(e, inner, next)
	w.sequence(e)
}

// kids checks the children of an element against what it holds.
func (w *htmlWalker) kids(e *element, m model, up ancestors) {
	for _, k := range e.kids {
		if k.name == "" {
			if !m.text && trim(k.text) != "" {
				w.err("html", k.at(w.file), "there may be no text in %q", e.name)
			}
			continue
		}
		if k.space == nsXHTML {
			km, known := htmlModels[k.name]
			allowed := !known || km.is&m.holds != 0
			switch {
			case k.name == "main" || k.name == "html" || k.name == "head" || k.name == "body" || k.name == "title" || k.name == "base":
				allowed = allowed && k.name != "html" && k.name != "head" && k.name != "body"
			case (k.name == "meta" || k.name == "link") && m.holds&metadataContent == 0:
				// In the body only with their own attributes.
				if _, item := k.get("itemprop"); !item {
					_, property := k.get("property")
					allowed = allowed && (property || k.name == "link" && k.value("rel") != "")
				}
			case k.name == "style" && m.holds&metadataContent == 0:
				allowed = false
			case e.name == "dl" && m.holds&term != 0:
				allowed = k.name == "dt" || k.name == "dd" || k.name == "div" || k.name == "script" || k.name == "template"
			case e.name == "hgroup":
				allowed = km.is&heading != 0 && k.name != "hgroup" || k.name == "p" || k.name == "script" || k.name == "template"
			case e.name == "picture":
				allowed = k.name == "source" || k.name == "img" || k.name == "script" || k.name == "template"
			case e.name == "div" && m.holds == term|scripts:
				allowed = k.name == "dt" || k.name == "dd" || k.name == "script" || k.name == "template"
			case (e.name == "legend" || e.name == "summary") && km.is&heading != 0:
				allowed = k.name != "hgroup"
			}
			if known && !allowed {
				w.err("html", k.at(w.file), "the element %q may not stand in %q", k.name, e.name)
				// What is inside is checked for its own sake.
			}
		} else if (k.space == nsSVG || k.space == nsMathML) && m.holds&phrasing == 0 {
			w.err("html", k.at(w.file), "the element %q may not stand in %q", k.name, e.name)
		}
		next := up
		next.parent = e.name
		w.element(k, m, next)
	}
}

// inside returns what an element forbids below it, and reports an element that
// is forbidden where it stands.
func (w *htmlWalker) inside(e *element, up ancestors) ancestors {
	place := e.at(w.file)
	bad := func(is bool, what string) {
		if is {
			w.err("html-nesting", place, "the element %q may not stand inside %s", e.name, what)
		}
	}
	m := htmlModels[e.name]
	inter := m.is&interactive != 0
	switch e.name {
	case "a":
		_, inter = e.get("href")
	case "audio", "video":
		_, inter = e.get("controls")
	case "img", "object":
		_, inter = e.get("usemap")
	case "input":
		inter = e.value("type") != "hidden"
	}
	bad(inter && up.a, "a")
	bad(inter && up.button, "button")
	bad(e.name == "a" && up.a && !inter, "a")
	bad(e.name == "label" && up.label, "label")
	bad(e.name == "dfn" && up.dfn, "dfn")
	bad(e.name == "form" && up.form, "form")
	bad((e.name == "header" || e.name == "footer") && up.header, "header, footer or address")
	bad(e.name == "main" && up.header, "header, footer or address")
	if m.is&(heading|sectioning) != 0 && up.noHeading {
		if up.address {
			bad(true, "address")
		} else { // the reference validator lets it pass
			w.warn("html-nesting", place, "the element %q may not stand inside dt or th", e.name)
		}
	}
	bad(e.name == "address" && up.address, "address")
	bad(e.name == "table" && up.caption, "caption")
	bad((e.name == "audio" || e.name == "video") && up.media, "audio or video")
	bad(e.name == "progress" && up.progress, "progress")
	bad(e.name == "meter" && up.meter, "meter")
	bad(e.name == "noscript", "a document of XML")
	bad(e.name == "area" && !up.mapped, "anything but a map")
	switch e.name {
	case "a":
		up.a = true
	case "button":
		up.button = true
	case "label":
		up.label = true
	case "dfn":
		up.dfn = true
	case "form":
		up.form = true
	case "header", "footer":
		up.header = true
	case "address":
		up.header, up.noHeading, up.address = true, true, true
	case "dt", "th":
		up.noHeading = true
	case "caption":
		up.caption = true
	case "audio", "video":
		up.media = true
	case "progress":
		up.progress = true
	case "meter":
		up.meter = true
	case "map":
		up.mapped = true
	case "article", "section", "nav", "aside", "td", "blockquote", "figure":
		if !up.noHeading {
			up.header = false
		}
	}
	return up
}

// sequence checks the order of children where it matters.
func (w *htmlWalker) sequence(e *element) {
	kids := e.elements()
	place := e.at(w.file)
	switch e.name {
	case "dl":
		w.terms(e, kids, true)
	case "div":
		if e.up != nil && e.up.is(nsXHTML, "dl") {
			w.terms(e, kids, false)
		}
	case "table":
		rank := map[string]int{"caption": 1, "colgroup": 2, "thead": 3, "tbody": 4, "tr": 4, "tfoot": 5}
		last, foot := 0, 0
		seen := map[string]int{}
		for _, k := range kids {
			r := rank[k.name]
			if r == 0 {
				continue
			}
			if k.name == "tfoot" {
				foot++
				if last < 4 { // an older place, before the bodies
					r = 3
				}
			}
			seen[k.name]++
			if r < last || seen[k.name] > 1 && (k.name == "caption" || k.name == "thead" || k.name == "tfoot") {
				w.err("html", k.at(w.file), "the element %q stands at the wrong place in the table", k.name)
			}
			last = max(last, r)
		}
		if seen["tr"] > 0 && seen["tbody"] > 0 {
			w.err("html", place, "a table has both rows and bodies")
		}
	case "figure":
		n := 0
		for i, k := range kids {
			if k.name == "figcaption" {
				if n++; n > 1 || i != 0 && i != len(kids)-1 {
					w.err("html", k.at(w.file), "a figcaption stands neither first nor last")
				}
			}
		}
	case "fieldset", "details":
		name := map[string]string{"fieldset": "legend", "details": "summary"}[e.name]
		for i, k := range kids {
			if k.name == name && i != 0 {
				w.err("html", k.at(w.file), "the element %q does not stand first", k.name)
			}
		}
		if e.name == "details" && (len(kids) == 0 || kids[0].name != "summary") {
			w.err("html", place, "details has no summary")
		}
	case "picture":
		images := 0
		for _, k := range kids {
			if k.name == "img" {
				images++
			} else if k.name == "source" && images > 0 {
				w.err("html", k.at(w.file), "a source stands behind the picture")
			}
		}
		if images != 1 {
			w.err("html", place, "a picture holds %d img", images)
		}
	case "hgroup":
		n := 0
		for _, k := range kids {
			if htmlModels[k.name].is&heading != 0 {
				n++
			}
		}
		if n == 0 {
			w.err("html", place, "an hgroup has no heading")
		}
	case "ruby":
		if len(kids) == 0 {
			w.err("html", place, "a ruby holds no text over its base")
		}
	case "audio", "video":
		_, src := e.get("src")
		stage := 0
		for _, k := range kids {
			r := map[string]int{"source": 1, "track": 2}[k.name]
			if r == 0 {
				r = 3
			}
			if r < stage {
				w.err("html", k.at(w.file), "the element %q stands too late in %q", k.name, e.name)
			}
			stage = max(stage, r)
			if k.name == "source" && src {
				w.err("html", k.at(w.file), "%q has both a src and sources", e.name)
			}
		}
	}
}

// terms checks that terms and definitions alternate.
func (w *htmlWalker) terms(e *element, kids []*element, divs bool) {
	state, any, wrapped := "", false, false
	for _, k := range kids {
		switch k.name {
		case "dt":
			any, state = true, "dt"
		case "dd":
			if state == "" {
				w.err("html", k.at(w.file), "a definition stands before any term")
			}
			any, state = true, "dd"
		case "div":
			wrapped = true
		}
	}
	if any && state == "dt" {
		w.err("html", e.at(w.file), "a term has no definition")
	}
	if any && wrapped && divs {
		w.err("html", e.at(w.file), "some groups of a dl are wrapped and some are not")
	}
	if !divs && !any {
		w.err("html", e.at(w.file), "a group of a dl is empty")
	}
}

// own checks rules of single elements.
func (w *htmlWalker) own(e *element, up ancestors) {
	place := e.at(w.file)
	need := func(name string) {
		if _, ok := e.get(name); !ok {
			w.err("html-attribute", place, "the element %q has no %s", e.name, name)
		}
	}
	switch e.name {
	case "img":
		if _, set := e.get("srcset"); !set {
			need("src")
		}
		if _, ok := e.get("alt"); !ok {
			w.add(0, "html-alt", place, "a picture has no alt")
		}
		if src, ok := e.get("src"); ok && trim(src) == "" {
			w.err("html-attribute", place, "the src is empty")
		}
	case "map":
		need("name")
		if id, ok := e.get("id"); ok && id != e.value("name") {
			w.err("html-attribute", place, "id and name of a map differ")
		}
	case "bdo":
		need("dir")
	case "meter":
		need("value")
	case "data":
		need("value")
	case "param":
		need("name")
	case "track":
		need("src")
	case "object":
		if _, ok := e.get("data"); !ok {
			if _, ok := e.get("type"); !ok {
				w.err("html-attribute", place, "an object has neither data nor type")
			}
		}
	case "a":
		if _, ok := e.get("href"); !ok {
			for _, n := range []string{"target", "download", "rel", "hreflang", "type", "ping"} {
				if _, has := e.get(n); has && n != "rel" {
					w.err("html-attribute", place, "the attribute %q needs href", n)
				}
			}
		}
	case "time":
		w.time(e)
	case "base":
		if _, ok := e.get("href"); !ok {
			need("target")
		}
	case "link":
		_, rel := e.get("rel")
		_, item := e.get("itemprop")
		_, property := e.get("property")
		if !rel && !item && !property {
			w.err("html-attribute", place, "a link has no rel")
		}
		if _, ok := e.get("href"); !ok {
			if _, ok := e.get("imagesrcset"); !ok {
				w.warn("html-attribute", place, "a link has no href")
			}
		}
	case "meta":
		w.meta(e)
	case "script":
		_, src := e.get("src")
		if t := baseType(e.value("type")); t == "" || isScriptType(t) || t == "module" {
			w.doc.needs["scripted"] = true
		} else if src {
			_ = src
		}
	case "form":
		w.doc.needs["scripted"] = true
	case "style":
		w.styleSheet(w.file, w.doc.base, place, e.content())
	case "input":
		if t := e.value("type"); t == "image" {
			need("src")
			need("alt")
		}
	case "optgroup":
		need("label")
	case "area":
		if _, ok := e.get("href"); ok {
			need("alt")
		}
	case "th", "td":
		if _, ok := e.get("headers"); ok {
			w.idList(e, "headers")
		}
	case "source":
		switch up.parent {
		case "picture":
			need("srcset")
			if _, ok := e.get("src"); ok {
				w.err("html-attribute", place, "a source of a picture has a src")
			}
		case "audio", "video":
			need("src")
		}
	case "iframe":
	}
}

func (w *htmlWalker) meta(e *element) {
	place := e.at(w.file)
	kinds := 0
	for _, n := range []string{"name", "http-equiv", "charset", "itemprop", "property"} {
		if _, ok := e.get(n); ok {
			kinds++
		}
	}
	_, named := e.get("name")
	_, property := e.get("property")
	if kinds == 0 || kinds > 1 && !(named && property && kinds == 2) {
		w.err("html-attribute", place, "a meta has %d of name, http-equiv, charset and itemprop", kinds)
	}
	if _, ok := e.get("content"); !ok {
		if _, ok := e.get("charset"); !ok && kinds > 0 {
			w.err("html-attribute", place, "a meta has no content")
		}
	}
	if v, ok := e.get("http-equiv"); ok && !words("content-type default-style refresh x-ua-compatible content-security-policy content-language")[strings.ToLower(v)] {
		w.err("html-attribute", place, "http-equiv is %q", v)
	}
}

var (
	dateValue     = regexp.MustCompile(`^([0-9]{4,})-([0-9]{2})(-([0-9]{2}))?$`)
	timeForm      = `[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,3})?)?`
	timeValue     = regexp.MustCompile(`^` + timeForm + `$`)
	hourValue     = regexp.MustCompile(`^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,3})?)?$`)
	dateTimeValue = regexp.MustCompile(`^([0-9]{4,}-[0-9]{2}-[0-9]{2})[T ](` + timeForm + `)(Z|[+-][0-9]{2}:?[0-9]{2})?$`)
	yearValue     = regexp.MustCompile(`^[0-9]{4}$`)
	weekValue     = regexp.MustCompile(`^[0-9]{4,}-W([0-9]{2})$`)
	yearlessValue = regexp.MustCompile(`^(--)?(0[0-9]|1[0-2])-(0[0-9]|[12][0-9]|3[01])$`)
	durationValue = regexp.MustCompile(`^(P[0-9]+D|P([0-9]+D)?T(([0-9]+H)([0-9]+M)?([0-9]+(\.[0-9]{1,3})?S)?|[0-9]+M([0-9]+(\.[0-9]{1,3})?S)?|[0-9]+(\.[0-9]{1,3})?S)|(\s*([0-9]+\s*[WDHM]|[0-9]+(\.[0-9]{1,3})?\s*S)\s*)+)$`)
)

// validDatetime reports whether a value has one of the forms of HTML, 4.5.14,
// as far as books may use them, and whether its day is one of the calendar and
// its time one of the clock.
func validDatetime(s string) (ok, real bool) {
	s = trim(s)
	if m := dateTimeValue.FindStringSubmatch(s); m != nil {
		return true, calendar(m[1]) && hourValue.MatchString(m[2])
	}
	if dateValue.MatchString(s) {
		return true, calendar(s)
	}
	if m := weekValue.FindStringSubmatch(s); m != nil {
		return true, m[1] >= "01" && m[1] <= "53"
	}
	if timeValue.MatchString(s) {
		return true, hourValue.MatchString(s)
	}
	if yearValue.MatchString(s) {
		return true, s != "0000"
	}
	if yearlessValue.MatchString(s) {
		return true, true
	}
	return durationValue.MatchString(s), true
}

// calendar reports whether a month or a day is one of the calendar.
func calendar(s string) bool {
	m := dateValue.FindStringSubmatch(s)
	if m == nil || len(m[1]) > 6 {
		return false
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	d := 1
	if m[4] != "" {
		d, _ = strconv.Atoi(m[4])
	}
	if year < 1 || month < 1 || month > 12 {
		return false
	}
	last := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && (year%4 == 0 && year%100 != 0 || year%400 == 0) {
		last = 29
	}
	return d >= 1 && d <= last
}

func (w *htmlWalker) time(e *element) {
	value, ok := e.get("datetime")
	if !ok {
		if len(e.elements()) > 0 {
			w.err("html", e.at(w.file), "a time without datetime holds elements")
			return
		}
		value = e.content()
	}
	switch ok, real := validDatetime(value); {
	case !ok:
		w.err("html-attribute", e.at(w.file), "the time %q is none", value)
	case !real:
		w.warn("html-attribute", e.at(w.file), "the time %q was never", value)
	}
}

// attributes checks the attributes of an element of HTML.
func (w *htmlWalker) attributes(e *element, m model) {
	place := e.at(w.file)
	specific := " " + m.attrs + " "
	for _, a := range e.attrs {
		switch {
		case a.space == "":
			known := m.attrs == "*" || globalAttributes[a.name] || strings.Contains(specific, " "+a.name+" ") ||
				dataAttribute(a.name) || ariaAttributes[a.name] || strings.HasPrefix(a.name, "on")
			if !known {
				w.err("html-attribute", place, "the attribute %q may not stand on %q", a.name, e.name)
				continue
			}
			if strings.HasPrefix(a.name, "on") && len(a.name) > 2 && w.scriptAttribute(a.name) {
				w.doc.needs["scripted"] = true
			}
			w.attributeValue(e, a)
		case a.space == nsXML:
			if a.name == "id" {
				w.err("html-attribute", place, "the attribute xml:id may not stand on %q", e.name)
			}
			if a.name == "lang" {
				if l, ok := e.get("lang"); ok && !strings.EqualFold(l, a.value) {
					w.err("language", place, "lang and xml:lang differ")
				}
				if !wellFormedLanguage(a.value) {
					w.err("language", place, "%q is not a language tag", a.value)
				}
			}
		case a.space == nsOPS:
			w.opsAttribute(e, a)
		case a.space == nsSSML:
			if a.name != "ph" && a.name != "alphabet" {
				w.err("html-attribute", place, "the attribute ssml:%s may not stand here", a.name)
			}
			if a.name == "ph" {
				for up := e.up; up != nil; up = up.up {
					if _, ok := up.getNS(nsSSML, "ph"); ok {
						w.err("html-attribute", place, "ssml:ph stands inside ssml:ph")
						break
					}
				}
			}
		default:
			host := strings.ToLower(a.space)
			if i := strings.Index(host, "://"); i >= 0 {
				host, _, _ = strings.Cut(host[i+3:], "/")
			}
			if strings.Contains(host, "w3.org") && !strings.Contains(a.space, "ITS") && !strings.Contains(a.space, "/its") && a.space != nsXLink || strings.Contains(host, "idpf.org") {
				w.err("html-attribute", place, "the attribute %q of %q may not stand here", a.name, a.space)
			}
		}
	}
}

// dataAttribute reports whether an attribute is one of the author's own: the
// name behind the prefix has no capitals and is one of XML (HTML, 3.2.6.6).
func dataAttribute(name string) bool {
	own, ok := strings.CutPrefix(name, "data-")
	return ok && ncName.MatchString(own) && !strings.ContainsFunc(own, func(r rune) bool { return r >= 'A' && r <= 'Z' })
}

// gauge checks a value of progress or meter (HTML, 4.10.13 and 4.10.14).
func (w *htmlWalker) gauge(e *element, a attribute) {
	v, err := strconv.ParseFloat(trim(a.value), 64)
	bad := err != nil || !gaugeValue.MatchString(trim(a.value))
	if e.name == "progress" {
		bad = bad || v < 0 || a.name == "max" && v == 0
	}
	if bad {
		w.err("html-attribute", e.at(w.file), "the value of %s is %q", a.name, a.value)
	}
}

var gaugeValue = regexp.MustCompile(`^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$`)

// scriptAttribute reports whether an attribute is an event handler.
func (w *htmlWalker) scriptAttribute(name string) bool {
	for _, r := range name {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return true
}

func (w *htmlWalker) attributeValue(e *element, a attribute) {
	place := e.at(w.file)
	value := a.value
	for _, key := range []string{e.name + " " + a.name, a.name} {
		if set, ok := enumerated[key]; ok {
			v := trim(value)
			if key != "ol type" {
				v = strings.ToLower(v)
			}
			empty := v == "" && (a.name == "contenteditable" || a.name == "spellcheck" || a.name == "hidden" || a.name == "translate" || strings.HasSuffix(key, "preload"))
			if !set[v] && !empty {
				w.err("html-attribute", place, "the value of %s is %q", a.name, value)
			}
			break
		}
	}
	for _, key := range []string{e.name + " " + a.name, a.name} {
		if how, ok := numeric[key]; ok {
			n, err := strconv.Atoi(trim(value))
			if err != nil || how == "" && n < 0 || how == ">" && n < 1 || how == "" && strings.HasPrefix(trim(value), "+") {
				w.err("html-attribute", place, "the value of %s is %q", a.name, value)
			}
			break
		}
	}
	if booleanAttributes[a.name] && value != "" && !strings.EqualFold(value, a.name) && !(a.name == "open" && e.name == "mfenced") {
		w.err("html-attribute", place, "the value of %s is %q", a.name, value)
	}
	switch a.name {
	case "value", "max", "min", "low", "high", "optimum":
		if e.name == "progress" || e.name == "meter" {
			w.gauge(e, a)
		}
	case "lang":
		if !wellFormedLanguage(value) {
			w.err("language", place, "%q is not a language tag", value)
		}
	case "style":
		w.styleAttribute(w.file, w.doc.base, place, value)
	case "role":
		for _, r := range fields(value) {
			if !ariaRoles[r] {
				w.err("html-role", place, "there is no role %q", r)
			}
		}
		if len(fields(value)) == 0 {
			w.err("html-role", place, "the role is empty")
		}
	case "usemap":
		if !strings.HasPrefix(value, "#") || len(value) < 2 {
			w.err("html-attribute", place, "usemap is %q", value)
		}
	case "datetime":
		if ok, _ := validDatetime(value); e.name != "time" && !ok {
			w.err("html-attribute", place, "the time %q is none", value)
		}
	case "type":
		switch e.name {
		case "a", "area", "link", "embed", "object", "source":
			if !mediaTypeForm.MatchString(trim(value)) {
				w.err("html-attribute", place, "%q is no media type", value)
			}
		}
	case "coords":
		shape := strings.ToLower(trim(e.value("shape")))
		want := map[string]func(int) bool{
			"rect": func(n int) bool { return n == 4 }, "": func(n int) bool { return n == 4 },
			"circle": func(n int) bool { return n == 3 }, "poly": func(n int) bool { return n >= 6 && n%2 == 0 },
		}[shape]
		n := 0
		for part := range strings.SplitSeq(value, ",") {
			if _, err := strconv.Atoi(trim(part)); err != nil {
				n = -1000
			}
			n++
		}
		if want != nil && !want(n) {
			w.err("html-attribute", place, "the coordinates %q are none of the shape", value)
		}
	case "accesskey":
		if utf8.RuneCountInString(trim(value)) < 1 {
			w.err("html-attribute", place, "the access key is empty")
		}
	case "border":
		if e.name == "table" && value != "" && value != "1" {
			w.err("html-attribute", place, "the border of a table is %q", value)
		}
	case "hreflang":
		if !wellFormedLanguage(value) {
			w.err("language", place, "%q is not a language tag", value)
		}
	case "aria-level":
		if n, err := strconv.Atoi(value); err != nil || n < 1 {
			w.err("html-attribute", place, "the level is %q", value)
		}
	}
	if idReferences[a.name] && a.name != "headers" && e.name != "output" {
		w.idList(e, a.name)
	}
}

// idList checks that the ids in an attribute exist.
func (w *htmlWalker) idList(e *element, name string) {
	ids := fields(e.value(name))
	if len(ids) == 0 && !strings.HasPrefix(name, "headers") {
		w.err("html-idref", e.at(w.file), "%s names no id", name)
	}
	for _, id := range ids {
		if w.doc.ids[id] == nil {
			w.err("html-idref", e.at(w.file), "%s names the id %q, which does not exist", name, id)
		}
	}
}

// opsAttribute checks epub:type and its neighbours.
func (w *htmlWalker) opsAttribute(e *element, a attribute) {
	place := e.at(w.file)
	switch a.name {
	case "type":
		if e.name == "head" || e.up != nil && e.up.is(nsXHTML, "head") {
			w.err("epub-type", place, "epub:type may not stand on %q", e.name)
		}
		for _, v := range fields(a.value) {
			w.property(w.file, e, v, w.doc.prefixes, nil)
		}
	case "prefix":
		if e != w.doc.root {
			w.err("prefix", place, "epub:prefix stands on an element that is not the root")
		}
	default:
		w.err("html-attribute", place, "the attribute epub:%s may not stand here", a.name)
	}
}

// ops checks the deprecated elements epub:switch and epub:trigger (EPUB 3.2).
func (w *htmlWalker) ops(e *element, parent model, up ancestors) {
	place := e.at(w.file)
	switch e.name {
	case "switch":
		w.doc.needs["switch"] = true
		cases, defaults := 0, 0
		for _, k := range e.elements() {
			switch {
			case k.is(nsOPS, "case"):
				if cases++; defaults > 0 {
					w.err("switch", k.at(w.file), "a case stands behind the default")
				}
				if _, ok := k.get("required-namespace"); !ok {
					w.err("switch", k.at(w.file), "a case has no required-namespace")
				}
				for _, inner := range k.elements() {
					if inner.space == nsXHTML || inner.space == nsSVG || inner.space == nsMathML {
						w.element(inner, model{holds: flow | phrasing, text: true}, up)
					}
				}
			case k.is(nsOPS, "default"):
				defaults++
				w.kids(k, model{holds: flow | phrasing, text: true}, up)
			default:
				w.err("switch", k.at(w.file), "the element %q may not stand in a switch", k.name)
			}
		}
		if cases == 0 || defaults != 1 {
			w.err("switch", place, "a switch has %d cases and %d defaults", cases, defaults)
		}
	case "trigger":
		for _, n := range []string{"action", "ref"} {
			if _, ok := e.get(n); !ok {
				w.err("trigger", place, "a trigger has no %s", n)
			}
		}
		for _, a := range e.attrs {
			if a.name == "ref" && a.space == "" || a.name == "observer" {
				if w.doc.ids[a.value] == nil {
					w.err("html-idref", place, "%s names the id %q, which does not exist", a.name, a.value)
				}
			}
		}
	default:
		w.err("html", place, "the element epub:%s may not stand here", e.name)
	}
}

// math checks a formula (6.1.? presentation MathML).
func (w *htmlWalker) math(e *element, parent model, up ancestors) {
	if e.name != "math" {
		w.err("mathml", e.at(w.file), "the element %q stands outside a formula", e.name)
		return
	}
	var walk func(*element)
	walk = func(e *element) {
		place := e.at(w.file)
		for _, a := range e.attrs {
			if a.space == nsOPS && a.name == "type" {
				for _, v := range fields(a.value) {
					w.property(w.file, e, v, w.doc.prefixes, nil)
				}
			}
			if a.space == "" && (a.name == "style" && false) {
				continue
			}
		}
		n, known := mathModels[e.name]
		if !known {
			w.err("mathml", place, "the element %q is not one of presentation MathML", e.name)
			return
		}
		kids := e.elements()
		switch {
		case e.name == "annotation-xml":
			w.annotation(e, up)
			return
		case n == -2:
			for _, k := range kids {
				if k.space == nsXHTML {
					w.element(k, model{holds: phrasing, text: true}, up)
				} else if k.name != "mglyph" && k.name != "malignmark" {
					w.err("mathml", k.at(w.file), "the element %q may not stand in %q", k.name, e.name)
				}
			}
			return
		case n >= 0 && len(kids) != n:
			w.err("mathml", place, "the element %q holds %d elements in place of %d", e.name, len(kids), n)
		}
		w.noText(w.file, e)
		for _, k := range kids {
			switch {
			case k.space != nsMathML:
				w.err("mathml", k.at(w.file), "the element %q may not stand in a formula", k.name)
				continue
			case e.name == "mtable" && k.name != "mtr" && k.name != "mlabeledtr", (e.name == "mtr" || e.name == "mlabeledtr") && k.name != "mtd",
				(k.name == "mtr" || k.name == "mlabeledtr") && e.name != "mtable", k.name == "mtd" && e.name != "mtr" && e.name != "mlabeledtr",
				(k.name == "annotation" || k.name == "annotation-xml") && e.name != "semantics":
				w.err("mathml", k.at(w.file), "the element %q may not stand in %q", k.name, e.name)
			}
			walk(k)
		}
	}
	walk(e)
}

// annotation checks what stands beside a formula: content MathML or XHTML.
func (w *htmlWalker) annotation(e *element, up ancestors) {
	encoding := strings.ToLower(e.value("encoding"))
	for _, k := range e.elements() {
		switch k.space {
		case nsXHTML:
			if encoding != "application/xhtml+xml" && encoding != "text/html" {
				w.err("mathml", e.at(w.file), "the encoding of an annotation is %q", encoding)
			}
			if n := e.value("name"); n != "" && n != "alternate-representation" && n != "contentequiv" {
				w.err("mathml", e.at(w.file), "the name of an annotation is %q", n)
			}
			if k.name == "html" {
				continue
			}
			w.element(k, model{holds: flow | phrasing, text: true}, up)
		case nsMathML:
			if encoding != "mathml-content" && encoding != "application/mathml-content+xml" && encoding != "mathml-presentation" && encoding != "application/mathml-presentation+xml" {
				w.err("mathml", e.at(w.file), "the encoding of an annotation is %q", encoding)
			}
			if n := e.value("name"); strings.HasPrefix(encoding, "mathml-c") && n != "" && n != "contentequiv" && n != "alternate-representation" {
				w.err("mathml", e.at(w.file), "the name of an annotation is %q", n)
			}
		case nsSVG:
			w.svg(k, up)
		}
	}
}
