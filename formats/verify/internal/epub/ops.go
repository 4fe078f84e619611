package epub

// What EPUB adds to HTML: epub:type, epub:prefix, and the deprecated elements
// epub:switch and epub:trigger (EPUB 3.3, 6.1.3; EPUB 3.2).

// nmToken matches the characters of names (XML 1.0, 2.3).
var nmToken = matching(`^[-.:_A-Za-z0-9\x{b7}\x{c0}-\x{d6}\x{d8}-\x{f6}\x{f8}-\x{37d}\x{37f}-\x{1fff}\x{200c}\x{200d}\x{203f}\x{2040}\x{2070}-\x{218f}\x{2c00}-\x{2fef}\x{3001}-\x{d7ff}\x{f900}-\x{fdcf}\x{fdf0}-\x{fffd}\x{10000}-\x{effff}]+$`)

// opsAttribute checks epub:type and its neighbours.
func (w *htmlWalker) opsAttribute(e *element, a attribute) {
	place := e.at(w.file)
	switch a.name {
	case "type":
		if e.name == "head" || e.up != nil && e.up.is(nsXHTML, "head") {
			w.err("epub-type", place, "epub:type may not stand on %q", e.name)
		}
		if htmlModels[e.name].is&metadataContent != 0 && e.name != "noscript" || e.name == "col" || e.name == "search" {
			w.err("epub-type", place, "epub:type may not stand on %q", e.name)
		}
		if len(fields(a.value)) == 0 {
			w.err("epub-type", place, "epub:type says nothing")
		}
		for _, v := range fields(a.value) {
			if !nmToken.MatchString(v) {
				w.err("epub-type", place, "%q is no name", v)
			}
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
		if v, ok := e.get("action"); ok && !words("show hide play pause resume mute unmute")[v] {
			w.err("trigger", place, "there is no action %q", v)
		}
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
