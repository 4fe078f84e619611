package epub

import (
	"net/url"
	"strings"
)

// The elements of an XHTML document are checked from the top: each against what
// its parent holds and what stands around it. What they hold is in html.go.

// htmlWalker checks the elements of one document.
type htmlWalker struct {
	*checker
	doc  *content
	file string
	// remote is a base outside the container, nil if there is none; based says
	// that the walk over the references has passed it.
	remote *url.URL
	based  bool
	// maps are the names of image maps so far.
	maps map[string]bool
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

var contentTypeForm = matching(`(?i)^text/html;\s*charset=utf-8$`)

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
		if e.name != "svg" {
			w.err("html", e.at(w.file), "the element %q of SVG stands outside a drawing", e.name)
		}
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
			allowed := km.is&m.holds != 0 || !known && m.holds&(flow|phrasing) != 0
			switch {
			case k.name == "html" || k.name == "head" || k.name == "body" || k.name == "title" || k.name == "base":
				allowed = allowed && e.name != "template" && k.name != "html" && k.name != "head" && k.name != "body"
			case (k.name == "meta" || k.name == "link") && m.holds&metadataContent == 0 && e.name != "dl":
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
			case e.name == "rtc":
				allowed = allowed && k.name != "rb" && k.name != "rtc"
			case e.name == "picture":
				allowed = k.name == "source" || k.name == "img" || k.name == "script" || k.name == "template"
			case e.name == "div" && m.holds == term|scripts:
				allowed = k.name == "dt" || k.name == "dd" || k.name == "script" || k.name == "template"
			}
			if (known || strings.Contains(k.name, "-")) && !allowed {
				w.err("html", k.at(w.file), "the element %q may not stand in %q", k.name, e.name)
				// What is inside is checked for its own sake.
			}
		} else if (k.space == nsSVG || k.space == nsMathML) && (m.holds&phrasing == 0 || e.name == "picture") {
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
	bad((inter || e.name == "a") && up.button, "button")
	bad(e.name == "menu" && up.a, "a")
	bad(e.name == "a" && up.a && !inter, "a")
	bad(e.name == "label" && up.label, "label")
	bad(e.name == "dfn" && up.dfn, "dfn")
	bad(e.name == "form" && up.form, "form")
	bad((e.name == "header" || e.name == "footer") && up.header, "header, footer or address")
	if m.is&(heading|sectioning) != 0 && up.noHeading || e.name == "main" && up.header { // the reference validator lets it pass
		w.warn("html-nesting", place, "the element %q may not stand inside address, header, footer, dt or th", e.name)
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
	}
	return up
}
