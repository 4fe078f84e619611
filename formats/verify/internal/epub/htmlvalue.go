package epub

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Attributes of HTML and their values: HTML (Living Standard), 3.2.6 and 4;
// WAI-ARIA 1.2; which of them stand where is in html.go.

// attributes checks the attributes of an element of HTML.
func (w *htmlWalker) attributes(e *element, m model) {
	place := e.at(w.file)
	specific := " " + m.attrs + " "
	w.states(e)
	for _, a := range e.attrs {
		switch {
		case a.space == "":
			known := m.attrs == "*" || globalAttributes[a.name] || strings.Contains(specific, " "+a.name+" ") ||
				dataAttribute(a.name) || ariaAttributes[a.name] || eventHandlers[a.name] || e.name == "body" && windowHandlers[a.name]
			if !known {
				w.err("html-attribute", place, "the attribute %q may not stand on %q", a.name, e.name)
				continue
			}
			if eventHandlers[a.name] || windowHandlers[a.name] {
				w.doc.needs["scripted"] = true
			}
			if m.attrs != "*" || globalAttributes[a.name] {
				w.attributeValue(e, a)
			}
		case a.space == nsXML:
			if a.name == "space" && a.value != "default" && a.value != "preserve" {
				w.err("html-attribute", place, "xml:space is %q", a.value)
			}
			if a.name == "id" {
				w.err("html-attribute", place, "the attribute xml:id may not stand on %q", e.name)
			}
			if a.name == "lang" {
				if l, ok := e.get("lang"); ok && !strings.EqualFold(l, a.value) {
					w.err("language", place, "lang and xml:lang differ")
				}
				w.language(place, a.value)
			}
		case a.space == nsOPS:
			w.opsAttribute(e, a)
		case a.space == nsSSML:
			if a.name != "ph" && a.name != "alphabet" {
				w.err("html-attribute", place, "the attribute ssml:%s may not stand here", a.name)
			}
			if a.name == "alphabet" && a.value != "ipa" && (!strings.HasPrefix(a.value, "x-") || len(a.value) < 3) {
				w.err("html-attribute", place, "there is no phonetic alphabet %q", a.value)
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

var gaugeValue = matching(`^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$`)

func (w *htmlWalker) attributeValue(e *element, a attribute) {
	place := e.at(w.file)
	value := a.value
	for _, key := range []string{e.name + " " + a.name, a.name} {
		if set, ok := enumerated[key]; ok {
			v := trim(value)
			if key != "ol type" {
				v = strings.ToLower(v)
			}
			if !set[v] && (v != "" || !emptyValues[a.name]) {
				w.err("html-attribute", place, "the value of %s is %q", a.name, value)
			}
			break
		}
	}
	if trim(value) == "" && (filled[a.name] || filled[e.name+"_"+a.name]) {
		w.err("html-attribute", place, "the attribute %s is empty", a.name)
	}
	if form, ok := ariaValues[a.name]; ok && !form.MatchString(trim(value)) {
		w.err("html-attribute", place, "the value of %s is %q", a.name, value)
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
		w.language(place, value)
	case "style":
		w.styleAttribute(w.file, w.doc.base, place, value)
	case "role":
		w.role(e, value)
	case "form":
		if f := w.doc.ids[trim(value)]; f != nil && !f.is(nsXHTML, "form") {
			w.err("html-idref", place, "%q is no form", value)
		}
	case "for":
		if l := w.doc.ids[trim(value)]; l != nil && e.name == "label" && (l.space != nsXHTML || !labelled[l.name] || l.name == "input" && strings.EqualFold(l.value("type"), "hidden")) {
			w.err("html-idref", place, "%q is nothing that a label may be for", value)
		}
	case "list":
		if l := w.doc.ids[trim(value)]; l != nil && e.name == "input" && !l.is(nsXHTML, "datalist") {
			w.err("html-idref", place, "%q is no datalist", value)
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
			w.warn("html-attribute", place, "the access key is empty")
		}
	case "border":
		if e.name == "table" && value != "" && value != "1" {
			w.err("html-attribute", place, "the border of a table is %q", value)
		}
	case "hreflang":
		w.language(place, value)
	}
	if idReferences[a.name] && a.name != "headers" {
		w.idList(e, a.name)
	}
}

// idList checks that the ids in an attribute exist.
func (w *htmlWalker) idList(e *element, name string) {
	ids := fields(e.value(name))
	if len(ids) == 0 && (name == "list" || name == "form" || name == "for" && e.name == "label" || name == "aria-details" || name == "aria-errormessage" || name == "aria-activedescendant") {
		w.err("html-idref", e.at(w.file), "%s names no id", name)
	}
	for _, id := range ids {
		if w.doc.ids[id] == nil {
			w.err("html-idref", e.at(w.file), "%s names the id %q, which does not exist", name, id)
		}
	}
}

// language checks a language tag in content. One that has the form of RFC 3066,
// and not that of the present RFC 5646, is let pass, as by the reference
// validator.
func (w *htmlWalker) language(place at, tag string) {
	switch {
	case wellFormedLanguage(tag):
	case olderLanguage.MatchString(trim(tag)):
		w.warn("language", place, "%q is not a language tag", tag)
	default:
		w.err("language", place, "%q is not a language tag", tag)
	}
}

var olderLanguage = matching(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)
