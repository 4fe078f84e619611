package epub

import (
	"slices"
	"strings"
)

// Content documents of EPUB 2: OPS 2.0.1, 2.2: the modules of XHTML 1.1 without
// forms, frames and events.

// xhtml2Models are the elements with what they hold: "block", "inline", "flow",
// "text", "" for nothing, or names.
var xhtml2Models = func() map[string][2]string {
	m := map[string][2]string{}
	put := func(names, holds, attrs string) {
		for n := range strings.FieldsSeq(names) {
			m[n] = [2]string{holds, attrs}
		}
	}
	put("html", "head body", "version")
	put("head", "title meta link style script base object", "profile")
	put("title", "text", "")
	put("base", "", "href")
	put("meta", "", "http-equiv name content scheme")
	put("link", "", "charset href hreflang type rel rev media")
	put("style", "text", "type media title")
	put("script", "text", "charset type src defer")
	put("noscript", "block", "")
	put("body", "block", "")
	put("div", "flow", "")
	put("p h1 h2 h3 h4 h5 h6 address pre", "inline", "")
	put("blockquote", "block", "cite")
	put("hr", "", "")
	put("ul ol", "li", "")
	put("li dd td", "flow", "")
	put("dl", "dt dd", "")
	put("dt", "inline", "")
	put("em strong dfn code samp kbd var cite abbr acronym sub sup tt i b big small span bdo", "inline", "")
	put("q", "inline", "cite")
	put("a", "inline", "charset type name href hreflang rel rev accesskey shape coords tabindex target")
	put("br", "", "")
	put("img", "", "src alt longdesc height width usemap ismap name")
	put("object", "flow param", "declare classid codebase data type codetype archive standby height width usemap name tabindex")
	put("param", "", "name value valuetype type")
	put("map", "block area", "name")
	put("area", "", "shape coords href nohref alt tabindex accesskey target")
	put("ins del", "flow", "cite datetime")
	put("table", "caption col colgroup thead tfoot tbody tr", "summary width border frame rules cellspacing cellpadding")
	put("caption", "inline", "")
	put("colgroup", "col", "span width align char charoff valign")
	put("col", "", "span width align char charoff valign")
	put("thead tfoot tbody", "tr", "align char charoff valign")
	put("tr", "th td", "align char charoff valign")
	put("th", "flow", "")
	put("ruby", "rb rt rp rbc rtc", "")
	put("rb rt rp", "inline", "rbspan")
	put("rbc", "rb", "")
	put("rtc", "rt", "")
	m["td"] = [2]string{"flow", "abbr axis headers scope rowspan colspan align char charoff valign"}
	m["th"] = [2]string{"flow", "abbr axis headers scope rowspan colspan align char charoff valign"}
	return m
}()

var (
	block2  = words("div p h1 h2 h3 h4 h5 h6 address pre blockquote hr ul ol dl table noscript script ins del")
	inline2 = words("em strong dfn code samp kbd var cite abbr acronym sub sup tt i b big small span bdo q a br img object map ins del script ruby")
	common2 = words("id class title style dir lang")
)

func (c *checker) xhtml2(d *content) {
	root := d.root
	kids := root.elements()
	if len(kids) != 2 || !kids[0].is(nsXHTML, "head") || !kids[1].is(nsXHTML, "body") {
		c.err("html", root.at(d.name), "the document has not one head and one body")
	}
	titles := 0
	if len(kids) > 0 {
		for _, k := range kids[0].elements() {
			if k.is(nsXHTML, "title") {
				titles++
			}
		}
	}
	if titles != 1 {
		c.err("html-title", root.at(d.name), "there are %d titles in place of one", titles)
	}
	c.grammar(d.name, nsXHTML, root, tableGrammar, "html")
	c.element2(d, root, "")
}

func (c *checker) element2(d *content, e *element, insideA string) {
	place := e.at(d.name)
	m, ok := xhtml2Models[e.name]
	if !ok {
		c.err("html", place, "there is no element %q in XHTML 1.1", e.name)
		return
	}
	attrs := words(m[1])
	for _, a := range e.attrs {
		if a.space == "" && !common2[a.name] && !attrs[a.name] {
			c.err("html-attribute", place, "the attribute %q may not stand on %q", a.name, e.name)
		}
		if a.space == nsOPS {
			c.err("html-attribute", place, "the attribute epub:%s may not stand here", a.name)
		}
		if a.space != "" && a.space != nsXML && a.space != nsOPS && a.space != "xmlns" {
			c.err("html-attribute", place, "the attribute %q of %q may not stand here", a.name, a.space)
		}
		if a.space == nsXML && a.name == "lang" && !olderLanguage.MatchString(a.value) {
			c.err("language", place, "%q is not a language tag", a.value)
		} else if a.space == nsXML && a.name == "lang" && !wellFormedLanguage(a.value) {
			c.warn("language", place, "%q is not a language tag", a.value)
		}
		switch {
		case a.space != "":
		case e.name == "link" && (a.name == "rel" || a.name == "rev"):
			names := fields(a.value)
			if len(names) == 0 || slices.ContainsFunc(names, func(n string) bool { return !nmToken.MatchString(n) }) {
				c.err("html-attribute", place, "%s is %q", a.name, a.value)
			}
		case e.name == "meta" && a.name == "http-equiv" && !nmToken.MatchString(trim(a.value)),
			a.name == "scope" && !words("row col rowgroup colgroup")[a.value]:
			c.err("html-attribute", place, "%s is %q", a.name, a.value)
		}
	}
	if v, ok := e.get("style"); ok {
		c.styleAttribute(d.name, d.base, place, v)
	}
	if e.name == "style" {
		c.styleSheet(d.name, d.base, place, e.content())
	}
	switch e.name {
	case "img":
		for _, n := range []string{"src", "alt"} {
			if _, ok := e.get(n); !ok {
				c.err("html-attribute", place, "a picture has no %s", n)
			}
		}
	case "a":
		if insideA != "" {
			c.err("html-nesting", place, "a link stands inside a link")
		}
		insideA = "a"
	case "dl", "ul", "ol", "tr", "table", "blockquote":
		if len(e.elements()) == 0 {
			c.err("html", place, "%q is empty", e.name)
		}
	}
	holds := words(m[0])
	text := holds["inline"] || holds["flow"] || holds["text"] || e.name == "object"
	for _, k := range e.kids {
		if k.name == "" {
			if !text && trim(k.text) != "" {
				c.err("html", k.at(d.name), "there may be no text in %q", e.name)
			}
			continue
		}
		if k.space == nsSVG && (holds["inline"] || holds["flow"] || holds["block"]) {
			w := &htmlWalker{checker: c, doc: d, file: d.name}
			if k.name != "svg" {
				c.err("html", k.at(d.name), "the element %q of SVG stands outside a drawing", k.name)
			}
			w.svg(k, ancestors{})
			continue
		}
		if k.space != nsXHTML {
			c.err("html", k.at(d.name), "the element %q of %q may not stand here", k.name, k.space)
			continue
		}
		_, known := xhtml2Models[k.name]
		allowed := holds[k.name] || (holds["block"] || holds["flow"]) && block2[k.name] || (holds["inline"] || holds["flow"]) && inline2[k.name]
		if known && !allowed {
			c.err("html", k.at(d.name), "the element %q may not stand in %q", k.name, e.name)
		}
		c.element2(d, k, insideA)
	}
}
