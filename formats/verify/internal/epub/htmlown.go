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
		if _, ok := e.get("ismap"); ok && !linked(e) {
			w.err("html-attribute", place, "the attribute \"ismap\" needs a link around")
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
		w.input(e, need)
	case "li":
		if _, ok := e.get("value"); ok && e.up != nil && !e.up.is(nsXHTML, "ol") {
			w.err("html-attribute", place, "an item has a value outside a numbered list")
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
			w.headers(e)
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
			for n := range strings.FieldsSeq("srcset sizes media width height") {
				if _, ok := e.get(n); ok {
					w.err("html-attribute", place, "a source of sound or video has the attribute %q", n)
				}
			}
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
	name, named := e.get("name")
	if named && name == "" {
		w.err("html-attribute", place, "the name of a meta is empty")
	}
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

// inputAttributes are those of inputs that go by the type: the types that may
// have them, or behind an exclamation mark those that may not (HTML, 4.10.5).
var inputAttributes = map[string]string{
	"accept": "file", "capture": "file", "alt": "image", "src": "image", "height": "image", "width": "image",
	"checked": "checkbox radio", "dirname": "search text", "multiple": "email file",
	"formaction": "image submit", "formenctype": "image submit", "formmethod": "image submit", "formnovalidate": "image submit", "formtarget": "image submit",
	"popovertarget": "button image reset submit", "popovertargetaction": "button image reset submit",
	"max": "date datetime-local month number range time week", "min": "date datetime-local month number range time week", "step": "date datetime-local month number range time week",
	"list": "! hidden", "maxlength": "! hidden", "minlength": "! hidden", "pattern": "! hidden", "placeholder": "! hidden", "readonly": "! hidden", "required": "! hidden",
	"size": "! hidden number range",
}

// inputValues are the forms of value, min and max by the type of an input; an
// empty value is one of any type but range.
var inputValues = func() map[string]pattern {
	m := map[string]pattern{}
	const day = `[0-9]{4,}-[0-9]{2}-[0-9]{2}`
	const clock = `[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?`
	for kind, form := range map[string]string{
		"color": `#[0-9A-Fa-f]{6}`, "date": day, "datetime-local": day + `[T ]` + clock, "month": `[0-9]{4,}-[0-9]{2}`, "time": clock, "week": `[0-9]{4,}-W[0-9]{2}`,
		"email": `([^@]+@[^@]+,)*[^@]+@[^@]+`, "number": `[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?`, "range": `[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?`,
		"file": "", "image": "",
	} {
		m[kind] = matching(`^(?:` + form + `)$`)
	}
	return m
}()

// input checks the attributes of an input against its type.
func (w *htmlWalker) input(e *element, need func(string)) {
	_, kind, _ := strings.Cut(kindOf(e), " ")
	if kind == "image" {
		need("src")
		need("alt")
	}
	if _, many := e.get("multiple"); kind == "email" && !many && strings.Contains(e.value("value"), ",") {
		w.err("html-attribute", e.at(w.file), "an input that is not \"multiple\" has several addresses")
	}
	for _, a := range e.attrs {
		if form := inputValues[kind]; form != nil && (a.name == "value" || a.name == "min" || a.name == "max") {
			if v := trim(a.value); !form.MatchString(v) && (v != "" || kind == "range" || a.name != "value") {
				w.err("html-attribute", e.at(w.file), "%s is %q on an input of the type %q", a.name, a.value, kind)
			}
		}
		types, ok := inputAttributes[a.name]
		if !ok || a.space != "" {
			continue
		}
		others, not := strings.CutPrefix(types, "!")
		if words(others)[kind] == not {
			w.err("html-attribute", e.at(w.file), "the attribute %q may not stand on an input of the type %q", a.name, kind)
		}
	}
}

// linked reports whether a link is around an element.
func linked(e *element) bool {
	for up := e.up; up != nil; up = up.up {
		if _, ok := up.get("href"); ok && up.is(nsXHTML, "a") {
			return true
		}
	}
	return false
}

// headers checks that the headers of a cell are headers of its own table.
func (w *htmlWalker) headers(e *element) {
	table := e.up
	for table != nil && !table.is(nsXHTML, "table") {
		table = table.up
	}
	for _, id := range fields(e.value("headers")) {
		if h := w.doc.ids[id]; h != nil && (!h.is(nsXHTML, "th") || table == nil || !h.inside(table)) {
			w.err("html-idref", e.at(w.file), "%q is no header of the table", id)
		}
	}
}

// labelled are the elements that a label may be for.
var labelled = words("button meter output progress select textarea input")
