package epub

import (
	"regexp"
	"strings"
)

// Drawings: EPUB 3.3, 6.2.

func (c *checker) svgFile(i *item) {
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
	d.styled = len(doc.sheets) > 0
	for _, s := range doc.sheets {
		if href := sheetAddress.FindStringSubmatch(s.text); href != nil && !sheetOther.MatchString(s.text) {
			c.refs = append(c.refs, reference{from: i.name, base: i.name, at: at{i.name, s.line, s.col}, url: href[2], kind: refStyle})
		}
	}
	if !doc.root.is(nsSVG, "svg") {
		c.err("svg", doc.root.at(i.name), "the root element is %q of %q", doc.root.name, doc.root.space)
		return
	}
	d.prefixes = c.prefixes(i.name, doc.root, "prefix", nsOPS, contentPrefixes)
	c.anyIDs(d)
	w := &htmlWalker{checker: c, doc: d, file: i.name, maps: map[string]bool{}}
	w.svg(doc.root, ancestors{})
	w.references()
	if c.pkg.two {
		return
	}
	delete(d.needs, "svg")
	if i.fixed && i.inSpine {
		if _, ok := doc.root.get("viewBox"); !ok {
			c.err("viewport", doc.root.at(i.name), "a drawing of a fixed layout has no viewBox")
		}
	}
}

// sheetAddress finds the address in an instruction that names a style sheet
// (Associating Style Sheets with XML documents, 4).
var sheetAddress = regexp.MustCompile(`(^|\s)href\s*=\s*["']([^"'<&]*)["']`)

// sheetOther finds in it a type that is not CSS.
var sheetOther = matching(`(^|\s)type\s*=\s*["']\s*(text/xsl|text/xml|application/x[a-z]*\+?xml)`)

// svgElements are the elements of SVG 1.1 and 2.
var svgElements = words(`a animate animateColor animateMotion animateTransform altGlyph altGlyphDef altGlyphItem audio canvas circle clipPath color-profile cursor defs desc discard ellipse
	feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
	feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter font font-face font-face-format font-face-name
	font-face-src font-face-uri foreignObject g glyph glyphRef hatch hatchpath hkern iframe image line linearGradient marker mask mesh meshgradient meshpatch meshrow metadata
	missing-glyph mpath path pattern polygon polyline radialGradient rect script set solidcolor stop style svg switch symbol text textPath title tref tspan unknown use video view vkern`)

// paints are attributes that may refer to a paint or a shape, as paintForm does.
var (
	paints    = words("fill stroke clip-path mask filter marker-start marker-mid marker-end")
	paintForm = regexp.MustCompile(`^\s*url\(\s*["']?#([^"')]+)["']?\s*\)`)
)

// svgTyped may carry epub:type.
var svgUntyped = words("metadata script style title desc defs linearGradient radialGradient stop")

// svgWordless are elements of SVG 1.1 that hold no text.
var svgWordless = words(`svg g defs symbol use image switch path rect circle ellipse line polyline polygon marker linearGradient radialGradient stop
	pattern clipPath mask filter view`)

// svg checks a drawing and what HTML stands in it.
func (w *htmlWalker) svg(e *element, up ancestors) {
	place := e.at(w.file)
	switch {
	case w.pkg.two && !svgElements[e.name]:
		w.err("svg", place, "there is no element %q in SVG", e.name)
	case !svgElements[e.name]:
		w.warn("svg", place, "there is no element %q in SVG", e.name)
	case w.pkg.two && svgWordless[e.name]:
		w.noText(w.file, e)
	}
	for _, a := range e.attrs {
		switch {
		case a.space == nsOPS && a.name == "type":
			if svgUntyped[e.name] {
				w.err("epub-type", place, "epub:type may not stand on %q", e.name)
			}
			for _, v := range fields(a.value) {
				w.property(w.file, e, v, w.doc.prefixes, nil)
			}
		case a.space == nsOPS && a.name == "prefix" && e == w.doc.root:
		case a.space == nsOPS:
			w.err("svg", place, "the attribute epub:%s may not stand here", a.name)
		case a.space == "" && paints[a.name]:
			if m := paintForm.FindStringSubmatch(a.value); m != nil && w.doc.ids[m[1]] == nil {
				w.err("fragment", place, "the place %q does not exist", m[1])
			}
		case a.space == "" && strings.HasPrefix(a.name, "on") && len(a.name) > 2:
			w.doc.needs["scripted"] = true
		case a.space == "" && strings.HasPrefix(a.name, "data-") && !dataAttribute(a.name):
			w.err("svg", place, "the attribute %q may not stand here", a.name)
		case a.space == nsXML && a.name == "lang" && !wellFormedLanguage(a.value):
			w.err("language", place, "%q is not a language tag", a.value)
		}
	}
	switch e.name {
	case "script":
		w.doc.needs["scripted"] = true
		return
	case "style":
		if t := baseType(e.value("type")); t == "" || t == typeCSS {
			w.styleSheet(w.file, w.doc.base, place, e.content())
		}
		return
	case "metadata":
		return
	case "a":
		if _, ok := e.getNS(nsXLink, "title"); !ok && len(e.kids) == 0 {
			w.add(0, "svg-link", place, "a link has no title")
		}
	case "foreignObject":
		for _, k := range e.elements() {
			switch {
			case k.space == nsXHTML && k.name == "body" && w.doc.root.space == nsSVG:
				w.element(k, model{}, ancestors{})
			case k.space == nsXHTML && (k.name == "html" || k.name == "head" || k.name == "body"):
				w.err("svg", k.at(w.file), "the element %q may not stand in a foreignObject", k.name)
			case k.space == nsXHTML:
				m, known := htmlModels[k.name]
				if known && m.is&(flow|phrasing) == 0 {
					w.err("html", k.at(w.file), "the element %q may not stand in %q", k.name, e.name)
				}
				w.element(k, model{holds: flow | phrasing, text: true}, ancestors{})
			case k.space == nsSVG:
				if k.name != "svg" {
					w.err("svg", k.at(w.file), "the element %q may not stand in a foreignObject", k.name)
				}
				w.svg(k, up)
			case k.space == nsMathML:
				w.doc.needs["mathml"] = true
				w.math(k, model{}, up)
			}
		}
		return
	case "title", "desc":
		for _, k := range e.elements() {
			if k.space == nsXHTML {
				if m, known := htmlModels[k.name]; known && m.is&(flow|phrasing) == 0 {
					w.err("html", k.at(w.file), "the element %q may not stand in %q", k.name, e.name)
				}
				w.element(k, model{holds: flow | phrasing, text: true}, up)
			} else if e.name == "title" {
				w.err("svg", k.at(w.file), "the element %q may not stand in a title", k.name)
			}
		}
		return
	}
	for _, k := range e.elements() {
		switch k.space {
		case nsSVG:
			w.svg(k, up)
		case nsXHTML:
			switch k.name {
			case "audio", "video", "canvas", "iframe", "source", "track", "script", "link", "meta", "style":
			default:
				w.warn("svg", k.at(w.file), "the element %q of HTML may not stand in %q", k.name, e.name)
			}
		}
	}
}

func (w *htmlWalker) svgReferences(e *element) {
	href, ok := e.getNS(nsXLink, "href")
	if h, plain := e.get("href"); plain && !ok {
		// Newer than the reference validator, which does not follow it.
		quiet := *w.checker
		quiet.found = nil
		if t, in := quiet.resolve(w.file, at{}, h); in && !isAbsolute(h) && !strings.HasPrefix(trim(h), "#") && w.files[t.name] == nil {
			w.warn("missing", e.at(w.file), "the file %q is missing", t.name)
		} else if i := w.pkg.byName[t.name]; in && i != nil {
			i.used = true
		}
		return
	}
	if !ok {
		return
	}
	switch e.name {
	case "a":
		kind := refLink
		if w.doc.item.props["nav"] && !w.pkg.two {
			kind = navKind(e)
		}
		w.refer(e, href, kind, false)
	case "image", "feImage":
		if e.name == "feImage" && strings.HasPrefix(trim(href), "#") {
			return
		}
		w.refer(e, href, refImage, false)
	case "use":
		w.refer(e, href, refUse, false)
	case "font-face-uri":
		w.refer(e, href, refFont, false)
	case "script":
		w.refer(e, href, refScript, true)
	case "textPath", "mpath", "linearGradient", "radialGradient", "pattern", "filter", "animate", "set", "animateMotion", "animateTransform", "animateColor", "tref":
		if strings.HasPrefix(trim(href), "#") {
			id, _ := unescape(trim(href)[1:])
			if w.doc.ids[id] == nil {
				w.err("fragment", e.at(w.file), "the place %q does not exist", id)
			}
		}
	}
}
