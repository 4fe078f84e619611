package epub

import (
	"path"
	"strings"

	"golang.org/x/text/language"
)

// The package document: EPUB 3.3, 5, and OPF 2.0.1.

// pkg is the package document.
type pkg struct {
	file string // its name in the container
	dir  string // its folder, "" at the root
	root *element
	// two says that the publication is one of EPUB 2.
	two      bool
	ids      map[string]*element
	prefixes map[string]string
	items    []*item
	byID     map[string]*item
	byName   map[string]*item // by name in the container
	remote   map[string]*item // by address
	spine    []*itemref
	linked   map[string]bool // resources of link elements
	// fixed says that the publication is pre-paginated by default.
	fixed    bool
	overlays bool
}

// item is a publication resource.
type item struct {
	e         *element
	id, href  string
	name      string // in the container; "" for remote ones
	mediaType string
	props     map[string]bool
	fallback  string
	overlay   string
	inSpine   bool
	linear    bool
	fixed     bool
	// used says that something refers to it.
	used bool
}

type itemref struct {
	e    *element
	item *item
}

func (c *checker) packageDocument(name string) {
	data, ok := c.read(name)
	if !ok {
		return
	}
	doc := c.parse(name, data, true)
	if doc == nil {
		return
	}
	p := &pkg{
		file: name, dir: strings.TrimSuffix(strings.TrimSuffix(name, path.Base(name)), "/"), root: doc.root,
		ids: map[string]*element{}, byID: map[string]*item{}, byName: map[string]*item{}, remote: map[string]*item{}, linked: map[string]bool{},
	}
	c.pkg = p
	root := doc.root
	if !root.is(nsOPF, "package") {
		c.err("package", root.at(name), "the root element is %q of %q", root.name, root.space)
		return
	}
	switch v, ok := root.get("version"); {
	case !ok:
		c.err("package-version", root.at(name), "there is no version")
	case v == "2.0" || v == "1.2":
		p.two = true
	case v != "3.0":
		c.err("package-version", root.at(name), "the version is %q", v)
	}
	if dt := doc.doctype; dt != nil && !p.two && (dt.public != "" || dt.system != "") && dt.name != "package" {
		c.err("doctype", root.at(name), "the document type is %q", dt.name)
	}
	c.ids(name, root, p.ids)
	c.packageShape()
	c.grammar(name, nsOPF, root, packageGrammar, "package")
	p.prefixes = c.prefixes(name, root, "prefix", "", packagePrefixes)
	c.uniqueIdentifier()
	metadata := root.child(nsOPF, "metadata")
	if metadata != nil {
		if p.two {
			c.metadata2(metadata)
		} else {
			c.metadata(metadata)
		}
	}
	if m := root.child(nsOPF, "manifest"); m != nil {
		c.manifest(m)
	}
	if s := root.child(nsOPF, "spine"); s != nil {
		c.readSpine(s)
	}
	if metadata != nil && !p.two {
		c.links(metadata)
		c.overlayMetadata(metadata)
	}
	if g := root.child(nsOPF, "guide"); g != nil {
		c.guide(g)
	}
	for _, e := range root.elements() {
		switch {
		case e.is(nsOPF, "collection"):
			c.collection(e, 0)
		case e.is(nsOPF, "bindings"):
			c.bindings(e)
		}
	}
	c.languages(name, root)
	c.contents()
}

// ids collects ids and reports those that stand twice or are no names.
func (c *checker) ids(file string, root *element, into map[string]*element) {
	root.all(func(e *element) bool {
		id, ok := e.get("id")
		if !ok {
			return true
		}
		id = trim(id)
		if into[id] != nil {
			c.err("id-duplicate", e.at(file), "the id %q stands twice", id)
			return true
		}
		if !ncName.MatchString(id) {
			c.err("id", e.at(file), "%q is no id", id)
		}
		into[id] = e
		return true
	})
}

// languages checks the language tags of a document that is not XHTML.
func (c *checker) languages(file string, root *element) {
	root.all(func(e *element) bool {
		if v, ok := e.getNS(nsXML, "lang"); ok && !wellFormedLanguage(v) {
			c.err("language", e.at(file), "%q is not a language tag", v)
		}
		return true
	})
}

// wellFormedLanguage reports whether a tag is well-formed by RFC 5646; the
// empty one says that the language is not known.
func wellFormedLanguage(tag string) bool {
	if tag == "" {
		return true
	}
	if trim(tag) != tag {
		return false
	}
	if lettersForm.MatchString(tag) { // kept for later, or to be registered
		return true
	}
	for part := range strings.SplitSeq(tag, "-") {
		if part == "" || len(part) > 8 {
			return false
		}
		for _, r := range part {
			if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9') {
				return false
			}
		}
	}
	_, err := language.Parse(tag)
	if err == nil {
		return true
	}
	_, unknown := err.(language.ValueError) // well-formed, with a part that is not registered
	return unknown
}

var lettersForm = matching(`^[A-Za-z]{4,8}$`)

// packageShape checks which elements stand in which order (5.2 to 5.7).
func (c *checker) packageShape() {
	p := c.pkg
	c.onlyAttributes(p.file, p.root, "version", "unique-identifier", "prefix", "dir", "id")
	for _, a := range p.root.attrs {
		if a.space != "" && a.space != nsXML && a.space != "xmlns" && !p.two {
			c.err("attribute", p.root.at(p.file), "the attribute %q of %q may not stand here", a.name, a.space)
		}
	}
	if d, ok := p.root.get("dir"); ok && d != "ltr" && d != "rtl" && d != "auto" {
		c.err("attribute", p.root.at(p.file), "the direction is %q", d)
	}
	order := map[string]int{"metadata": 1, "manifest": 2, "spine": 3, "guide": 4, "bindings": 5, "collection": 6}
	if p.two {
		order = map[string]int{"metadata": 1, "manifest": 2, "spine": 3, "tours": 4, "guide": 5}
	}
	last := 0
	seen := map[string]bool{}
	for _, e := range p.root.elements() {
		rank := order[e.name]
		switch {
		case e.space != nsOPF:
			if !p.two {
				c.err("package", e.at(p.file), "the element %q may not stand here", e.name)
			}
		case rank == 0:
			c.err("package", e.at(p.file), "the element %q may not stand here", e.name)
		case seen[e.name] && e.name != "collection":
			c.err("package", e.at(p.file), "there is a second %q", e.name)
		case rank < last:
			c.err("package", e.at(p.file), "the element %q stands too late", e.name)
		}
		seen[e.name] = true
		last = max(last, rank)
	}
	for _, name := range []string{"metadata", "manifest", "spine"} {
		if !seen[name] {
			c.err("package", p.root.at(p.file), "there is no %s", name)
		}
	}
	c.noText(p.file, p.root)
}

// noText reports characters between the elements of an element.
func (c *checker) noText(file string, e *element) {
	for _, k := range e.kids {
		if k.name == "" && trim(k.text) != "" {
			c.err("text", k.at(file), "there is text in %q, which holds elements only", e.name)
			return
		}
	}
}

func (c *checker) uniqueIdentifier() {
	p := c.pkg
	id, ok := p.root.get("unique-identifier")
	if !ok {
		c.err("unique-identifier", p.root.at(p.file), "the package has no unique-identifier")
		return
	}
	e := p.ids[trim(id)]
	if e == nil {
		c.err("unique-identifier", p.root.at(p.file), "the unique identifier %q is the id of no element", id)
	} else if !e.is(nsDC, "identifier") {
		c.err("unique-identifier", e.at(p.file), "the unique identifier %q is the id of %q", id, e.name)
	}
}

// identifier returns the text of the unique identifier.
func (p *pkg) identifier() string {
	if e := p.ids[trim(p.root.value("unique-identifier"))]; e != nil {
		return trim(e.content())
	}
	return ""
}

// guide checks the guide of EPUB 2 (OPF 2.0.1, 2.6), deprecated in EPUB 3.
func (c *checker) guide(g *element) {
	p := c.pkg
	if len(g.elements()) == 0 {
		c.err("guide", g.at(p.file), "the guide is empty")
	}
	for _, e := range g.elements() {
		if !e.is(nsOPF, "reference") {
			c.err("guide", e.at(p.file), "the element %q may not stand here", e.name)
			continue
		}
		href, ok := e.get("href")
		if _, typed := e.get("type"); !ok || !typed {
			c.err("guide", e.at(p.file), "a reference needs type and href")
			continue
		}
		c.refs = append(c.refs, reference{from: p.file, base: p.file, at: e.at(p.file), url: href, kind: refGuide})
	}
}

// bindings checks the deprecated handlers of EPUB 3.0.
func (c *checker) bindings(b *element) {
	p := c.pkg
	if len(b.elements()) == 0 {
		c.err("bindings", b.at(p.file), "there is no handler")
	}
	seen := map[string]bool{}
	for _, e := range b.elements() {
		t := e.value("media-type")
		if !e.is(nsOPF, "mediaType") || t == "" || e.value("handler") == "" {
			c.err("bindings", e.at(p.file), "a handler needs media-type and handler")
			continue
		}
		if coreMedia(t) {
			c.err("bindings", e.at(p.file), "%q is a core media type, which has no handler", t)
		}
		if seen[t] {
			c.err("bindings", e.at(p.file), "%q has two handlers", t)
		}
		seen[t] = true
		if i := p.byID[e.value("handler")]; i == nil {
			c.warn("bindings", e.at(p.file), "the handler %q is no item", e.value("handler"))
		} else if i.mediaType != typeXHTML {
			c.err("bindings", e.at(p.file), "the handler %q is no XHTML", e.value("handler"))
		}
	}
}

// collection checks a collection (5.8).
func (c *checker) collection(e *element, depth int) {
	p := c.pkg
	c.onlyAttributes(p.file, e, "id", "dir", "role")
	c.noText(p.file, e)
	role, ok := e.get("role")
	if !ok {
		c.err("collection", e.at(p.file), "a collection has no role")
	}
	for _, r := range fields(role) {
		switch {
		case strings.Contains(r, ":"):
			if why := checkAbsolute(r); why != "" {
				c.warn("collection", e.at(p.file), "the role %q %s", r, why)
			} else if strings.Contains(strings.ToLower(r), "idpf.org") {
				c.warn("collection", e.at(p.file), "the role %q is in a name space that is kept", r)
			}
		case !collectionRoles[r]:
			c.warn("collection", e.at(p.file), "the role %q is not known", r)
		}
		if r == "manifest" && depth == 0 {
			c.err("collection", e.at(p.file), "a manifest collection stands in no collection")
		}
	}
	stage := 0
	links, nested := 0, 0
	for _, k := range e.elements() {
		switch {
		case k.is(nsOPF, "metadata") && stage == 0:
			stage = 1
			c.collectionMetadata(k)
		case k.is(nsOPF, "collection") && stage <= 2:
			stage = 2
			nested++
			c.collection(k, depth+1)
		case k.is(nsOPF, "link"):
			stage = 3
			links++
			c.onlyAttributes(p.file, k, "id", "href", "rel", "media-type", "properties", "hreflang", "refines")
			if _, ok := k.get("href"); !ok {
				c.err("collection", k.at(p.file), "a link has no href")
				continue
			}
			c.refs = append(c.refs, reference{from: p.file, base: p.file, at: k.at(p.file), url: k.value("href"), kind: refCollection})
		default:
			c.err("collection", k.at(p.file), "the element %q may not stand here", k.name)
		}
	}
	if links == 0 && nested == 0 {
		c.err("collection", e.at(p.file), "the collection holds nothing")
	}
}

func (c *checker) collectionMetadata(m *element) {
	c.noText(c.pkg.file, m)
	c.onlyAttributes(c.pkg.file, m, "id", "dir")
	for _, e := range m.elements() {
		if e.is(nsOPF, "meta") {
			c.meta(e)
		} else if e.space == nsDC {
			c.dcElement(e)
		} else if e.space != nsDC && !e.is(nsOPF, "link") {
			c.err("collection", e.at(c.pkg.file), "the element %q may not stand here", e.name)
		}
	}
}

// collectionRoles are those of the specifications of the W3C and the IDPF.
var collectionRoles = map[string]bool{
	"dictionary": true, "index": true, "index-group": true, "manifest": true, "preview": true, "distributable-object": true, "scriptable-component": true, "edupub": true,
}
