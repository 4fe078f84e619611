package epub

import (
	"strconv"
	"strings"
)

// The navigation document: EPUB 3.3, 7. The NCX: OPF 2.0.1, 2.4.1. The viewport
// of fixed layouts: 8.2.2.6.

func (c *checker) nav(d *content) {
	count := map[string]int{}
	marks := map[string]bool{}
	d.root.all(func(e *element) bool {
		if !e.is(nsXHTML, "nav") {
			return true
		}
		t, _ := e.getNS(nsOPS, "type")
		types := fields(t)
		if len(types) == 0 {
			return true // an ordinary nav of HTML
		}
		for _, t := range types {
			count[t]++
		}
		known := words(t)
		strict := known["toc"] || known["page-list"] || known["landmarks"]
		c.navList(d, e, strict, known["page-list"] || known["landmarks"])
		if known["landmarks"] {
			e.all(func(a *element) bool {
				if !a.is(nsXHTML, "a") {
					return true
				}
				t, ok := a.getNS(nsOPS, "type")
				if !ok || trim(t) == "" {
					c.err("nav-landmark", a.at(d.name), "a landmark has no epub:type")
					return true
				}
				for _, one := range fields(t) {
					key := strings.ToLower(one) + " " + trim(a.value("href"))
					if marks[key] {
						c.err("nav-landmark", a.at(d.name), "two landmarks have the same type and place")
					}
					marks[key] = true
				}
				return true
			})
		}
		return true
	})
	if count["toc"] != 1 {
		c.err("nav", d.root.at(d.name), "there are %d tables of contents in place of one", count["toc"])
	}
	for _, one := range []string{"page-list", "landmarks"} {
		if count[one] > 1 {
			c.err("nav", d.root.at(d.name), "there are %d of %s", count[one], one)
		}
	}
}

var headings = words("h1 h2 h3 h4 h5 h6 hgroup")

// navList checks the shape of a nav: a heading, and a list of links.
func (c *checker) navList(d *content, e *element, titled, flat bool) {
	c.noText(d.name, e)
	kids := e.elements()
	i := 0
	if i < len(kids) && headings[kids[i].name] && kids[i].space == nsXHTML {
		if !says(kids[i]) {
			c.err("nav", kids[i].at(d.name), "a heading says nothing")
		}
		i++
	} else if !titled && len(kids) > 0 {
		c.err("nav", e.at(d.name), "a nav has no heading")
	}
	if i >= len(kids) || !kids[i].is(nsXHTML, "ol") || i != len(kids)-1 {
		c.err("nav", e.at(d.name), "a nav is not a heading and one ordered list")
		if i >= len(kids) || !kids[i].is(nsXHTML, "ol") {
			return
		}
	}
	c.navItems(d, kids[i], 0)
	if flat && nested(kids[i]) {
		c.warn("nav", e.at(d.name), "the list is nested, and should be flat")
	}
}

func nested(ol *element) bool {
	for _, li := range ol.elements() {
		if li.child(nsXHTML, "ol") != nil {
			return true
		}
	}
	return false
}

func (c *checker) navItems(d *content, ol *element, depth int) {
	items := ol.elements()
	if len(items) == 0 {
		c.err("nav", ol.at(d.name), "a list is empty")
	}
	for _, li := range items {
		if !li.is(nsXHTML, "li") {
			continue
		}
		kids := li.elements()
		c.noText(d.name, li)
		if len(kids) == 0 || kids[0].space != nsXHTML || kids[0].name != "a" && kids[0].name != "span" {
			c.err("nav", li.at(d.name), "an entry does not begin with a link or a label")
			continue
		}
		first := kids[0]
		first.all(func(e *element) bool {
			if (e == first || e.is(nsXHTML, "span") || e.is(nsXHTML, "a")) && !says(e) {
				c.err("nav", e.at(d.name), "an entry says nothing")
			}
			return true
		})
		if first.name == "a" {
			if _, ok := first.get("href"); !ok {
				c.warn("nav", first.at(d.name), "a link of the navigation leads nowhere")
			}
		}
		switch {
		case len(kids) == 1 && first.name == "span":
			c.err("nav", li.at(d.name), "a label has no list behind it")
		case len(kids) > 2 || len(kids) == 2 && !kids[1].is(nsXHTML, "ol"):
			c.err("nav", li.at(d.name), "an entry holds more than a link and a list")
		case len(kids) == 2 && depth < maxXMLDepth:
			c.navItems(d, kids[1], depth+1)
		}
	}
}

// says reports whether an element has words, or a picture that has.
func says(e *element) bool {
	if trim(e.content()) != "" {
		return true
	}
	found := false
	e.all(func(e *element) bool {
		for _, n := range []string{"alt", "title", "aria-label"} {
			found = found || trim(e.value(n)) != ""
		}
		return !found
	})
	return found
}

// readingOrder warns where the table of contents does not follow the spine.
func (c *checker) readingOrder() {
	p := c.pkg
	if p.two {
		return
	}
	position := map[string]int{}
	for n, s := range p.spine {
		if s.item.name != "" {
			position[s.item.name] = n + 1
		}
	}
	last := 0
	for _, r := range c.refs {
		if r.kind != refNavToc || isAbsolute(r.url) {
			continue
		}
		d := c.docs[r.from]
		if d == nil || !d.item.props["nav"] {
			continue
		}
		quiet := *c
		quiet.found = nil
		t, ok := quiet.resolve(r.base, r.at, r.url)
		if n := position[t.name]; ok && n > 0 {
			if n < last {
				c.add(0, "nav-order", r.at, "the navigation does not follow the reading order")
				return
			}
			last = n
		}
	}
}

// ncx checks an NCX.
func (c *checker) ncx(i *item) {
	data, ok := c.read(i.name)
	if !ok {
		return
	}
	doc := c.parse(i.name, data, true)
	if doc == nil {
		return
	}
	if !c.pkg.two {
		c.noDoctype(i.name, doc, "-//NISO//DTD ncx 2005-1//EN")
	}
	root := doc.root
	if !root.is(nsNCX, "ncx") {
		c.err("ncx", root.at(i.name), "the root element is %q of %q", root.name, root.space)
		return
	}
	if v := root.value("version"); v != "2005-1" {
		c.err("ncx", root.at(i.name), "the version is %q", v)
	}
	c.grammar(i.name, nsNCX, root, ncxGrammar, "ncx")
	root.all(func(e *element) bool {
		if l, ok := e.getNS(nsXML, "lang"); ok && !olderLanguage.MatchString(l) {
			c.err("language", e.at(i.name), "%q is not a language tag", l)
		}
		return true
	})
	ids := map[string]*element{}
	c.ids(i.name, root, ids)
	for _, name := range []string{"head", "docTitle", "navMap"} {
		if root.child(nsNCX, name) == nil {
			c.err("ncx", root.at(i.name), "there is no %s", name)
		}
	}
	order := map[string]int{"head": 1, "docTitle": 2, "docAuthor": 3, "navMap": 4, "pageList": 5, "navList": 6}
	last := 0
	for _, e := range root.elements() {
		r := order[e.name]
		if e.space != nsNCX || r == 0 || r < last {
			c.err("ncx", e.at(i.name), "the element %q may not stand here", e.name)
		}
		last = max(last, r)
	}
	if h := root.child(nsNCX, "head"); h != nil {
		for _, m := range h.elements() {
			if m.name == "meta" && m.value("name") == "dtb:uid" && trim(m.value("content")) != c.pkg.identifier() {
				c.err("ncx", m.at(i.name), "the identifier %q is not that of the package", m.value("content"))
			}
			if m.name == "meta" {
				for _, n := range []string{"name", "content"} {
					if _, ok := m.get(n); !ok {
						c.err("ncx", m.at(i.name), "a meta has no %s", n)
					}
				}
			} else if m.name != "smilCustomTest" {
				c.err("ncx", m.at(i.name), "the element %q may not stand here", m.name)
			}
		}
	}
	c.playOrder(i.name, root)
	root.all(func(e *element) bool {
		switch e.name {
		case "navMap":
			if e.child(nsNCX, "navPoint") == nil {
				c.err("ncx", e.at(i.name), "the navMap is empty")
			}
			c.ncxKids(i.name, e, "navInfo navLabel navPoint")
		case "navPoint":
			c.ncxPoint(i.name, e)
			c.ncxKids(i.name, e, "navLabel content navPoint")
		case "pageTarget":
			c.ncxPoint(i.name, e)
			if !words("front normal special")[e.value("type")] {
				c.err("ncx", e.at(i.name), "the type of a page is %q", e.value("type"))
			}
		case "navTarget":
			c.ncxPoint(i.name, e)
		case "pageList":
			if e.child(nsNCX, "pageTarget") == nil {
				c.err("ncx", e.at(i.name), "the pageList is empty")
			}
		case "content":
			src, ok := e.get("src")
			if !ok {
				c.err("ncx", e.at(i.name), "a content has no src")
				break
			}
			c.refs = append(c.refs, reference{from: i.name, base: i.name, at: e.at(i.name), url: src, kind: refNCX})
		case "docTitle", "navLabel", "docAuthor":
			if e.child(nsNCX, "text") == nil {
				c.err("ncx", e.at(i.name), "%q has no text", e.name)
			}
		}
		if o, ok := e.get("playOrder"); ok {
			if n, err := strconv.Atoi(o); err != nil || n < 1 {
				c.err("ncx", e.at(i.name), "the playOrder is %q", o)
			}
		}
		return true
	})
}

// playOrder checks that places with one number are one place, that one place
// has one number, and that no number is left out (DAISY 3, 8.4).
func (c *checker) playOrder(file string, root *element) {
	places := map[int]string{}
	orders := map[string]int{}
	var numbered []*element
	root.all(func(e *element) bool {
		content := e.child(nsNCX, "content")
		n, err := strconv.Atoi(e.value("playOrder"))
		if content == nil || err != nil || n < 1 {
			return true
		}
		src := content.value("src")
		if before, ok := places[n]; ok && before != src {
			c.err("ncx", e.at(file), "the playOrder %d leads to two places", n)
		}
		if before, ok := orders[src]; ok && before != n {
			c.err("ncx", e.at(file), "the place %q has the playOrders %d and %d", src, before, n)
		}
		places[n], orders[src] = src, n
		numbered = append(numbered, e)
		return true
	})
	for _, e := range numbered {
		if n, _ := strconv.Atoi(e.value("playOrder")); n > 1 {
			if _, ok := places[n-1]; !ok {
				c.err("ncx", e.at(file), "the playOrder %d follows none", n)
			}
		}
	}
}

func (c *checker) ncxKids(file string, e *element, allowed string) {
	names := words(allowed)
	for _, k := range e.elements() {
		if k.space == nsNCX && !names[k.name] {
			c.err("ncx", k.at(file), "the element %q may not stand in %q", k.name, e.name)
		}
	}
	c.noText(file, e)
}

func (c *checker) ncxPoint(file string, e *element) {
	if _, ok := e.get("id"); !ok && e.name == "navPoint" {
		c.err("ncx", e.at(file), "a navPoint has no id")
	}
	if e.child(nsNCX, "navLabel") == nil {
		c.err("ncx", e.at(file), "%q has no label", e.name)
	}
	if e.child(nsNCX, "content") == nil {
		c.err("ncx", e.at(file), "%q has no content", e.name)
	}
}

var viewportLength = matching(`^[0-9]+(\.[0-9]+)?$|^[0-9]*\.[0-9]+$`)

// viewport checks the size of a page of a fixed layout.
func (c *checker) viewport(d *content) {
	head := d.root.child(nsXHTML, "head")
	if head == nil {
		return
	}
	var metas []*element
	for _, m := range head.elements() {
		if m.is(nsXHTML, "meta") && strings.EqualFold(trim(m.value("name")), "viewport") {
			metas = append(metas, m)
		}
	}
	if len(metas) == 0 {
		c.err("viewport", head.at(d.name), "a page of a fixed layout has no viewport")
		return
	}
	m := metas[0]
	values := map[string][]string{}
	for part := range strings.FieldsFuncSeq(m.value("content"), func(r rune) bool { return r == ',' || r == ';' }) {
		if trim(part) == "" {
			continue
		}
		k, v, ok := strings.Cut(part, "=")
		if !ok || trim(k) == "" || trim(v) == "" {
			if trim(k) != "width" && trim(k) != "height" && ok {
				c.err("viewport", m.at(d.name), "the viewport is malformed: %q", part)
			}
		}
		k = strings.ToLower(trim(k))
		values[k] = append(values[k], trim(v))
	}
	for _, k := range []string{"height", "width"} {
		switch v := values[k]; {
		case len(v) == 0:
			c.err("viewport", m.at(d.name), "the viewport has no %s", k)
		case len(v) > 1:
			c.err("viewport", m.at(d.name), "the viewport has two of %s", k)
		case v[0] != "device-"+k && !viewportLength.MatchString(v[0]):
			c.err("viewport", m.at(d.name), "the %s of the viewport is %q", k, v[0])
		}
	}
}
