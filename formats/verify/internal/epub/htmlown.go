package epub

import (
	"strings"
)

// Rules of single elements of HTML that are not about their children: attributes
// that they must have, or may only have together.

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
		if name := e.value("name"); w.maps[name] {
			w.err("html-attribute", place, "there is a second map %q", name)
		} else {
			w.maps[name] = true
		}
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
			for n := range strings.FieldsSeq("target download hreflang type ping referrerpolicy itemprop itemid itemref itemscope itemtype about content datatype inlist prefix property rel resource typeof vocab") {
				if _, has := e.get(n); has {
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
	case "colgroup":
		if _, ok := e.get("span"); ok && len(e.elements()) > 0 {
			w.err("html", place, "a colgroup with a span holds elements")
		}
	}
	if _, ok := e.get("itemprop"); ok {
		switch e.name { // its value is an address
		case "audio", "video", "iframe", "embed":
			need("src")
		case "object":
			need("data")
		case "area":
			need("href")
		}
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
