package epub

import (
	"net/url"
	"strings"
)

// The addresses in an XHTML document, each with what it is for.

func (w *htmlWalker) references() {
	if b := w.doc.root.child(nsXHTML, "head"); b != nil {
		if base := b.child(nsXHTML, "base"); base != nil {
			if href, ok := base.get("href"); ok {
				w.base(base, href)
			}
		}
	}
	w.doc.root.all(func(e *element) bool {
		w.based = w.based || e.is(nsXHTML, "base")
		switch e.space {
		case nsXHTML:
			w.htmlReferences(e)
		case nsSVG:
			w.svgReferences(e)
		case nsMathML:
			for _, a := range e.attrs {
				switch {
				case a.name == "href" && (a.space == "" || a.space == nsXLink):
					w.refer(e, a.value, refLink, false)
				case a.name == "altimg" && a.space == "":
					w.refer(e, a.value, refImage, false)
				}
			}
		}
		return true
	})
}

func (w *htmlWalker) base(e *element, href string) {
	if isAbsolute(href) {
		w.doc.base = ""
		w.remote, _ = url.Parse(trim(href))
		return
	}
	if t, ok := w.resolve(w.file, e.at(w.file), href); ok {
		w.doc.base = t.name
		folder := withoutFragment(href)
		if last := folder[strings.LastIndex(folder, "/")+1:]; folder != "" && (last == "" || last == "." || last == "..") {
			w.doc.base += "/."
		}
	}
}

func (w *htmlWalker) refer(e *element, address string, kind refKind, fallback bool) {
	base := w.doc.base
	if !isAbsolute(address) {
		for up := e; up != nil; up = up.up {
			if b, ok := up.getNS(nsXML, "base"); ok && isAbsolute(b) {
				if outer, err := url.Parse(trim(b)); err == nil {
					if rel, err := url.Parse(trim(address)); err == nil {
						address = outer.ResolveReference(rel).String()
					}
				}
				break
			}
		}
	}
	if w.remote != nil {
		base = w.file
		if rel, err := url.Parse(trim(address)); err == nil && w.based && !isAbsolute(address) {
			address = w.remote.ResolveReference(rel).String()
		}
	}
	w.refs = append(w.refs, reference{from: w.file, base: base, at: e.at(w.file), url: address, kind: kind, fallback: fallback})
}

func (w *htmlWalker) htmlReferences(e *element) {
	if cite, ok := e.get("cite"); ok && !w.pkg.two && (e.name == "blockquote" || e.name == "q" || e.name == "ins" || e.name == "del") {
		w.refer(e, cite, refCite, false)
	}
	switch e.name {
	case "a", "area":
		if href, ok := e.get("href"); ok {
			kind := refLink
			if w.doc.item.props["nav"] && !w.pkg.two {
				kind = navKind(e)
			}
			w.refer(e, href, kind, false)
		}
	case "img":
		show := func(u string) {
			w.refer(e, u, refImage, false)
			// In a picture it is what all others fall back to.
			w.refs[len(w.refs)-1].core = e.up != nil && e.up.is(nsXHTML, "picture")
		}
		if src, ok := e.get("src"); ok && trim(src) != "" {
			show(src)
		}
		for _, u := range srcset(e.value("srcset")) {
			show(u)
		}
		if l, ok := e.get("longdesc"); ok {
			w.refer(e, l, refLink, false)
		}
	case "source":
		if e.up == nil {
			return
		}
		switch e.up.name {
		case "picture":
			// A foreign picture must name its type, so that it can be passed by.
			for _, u := range srcset(e.value("srcset")) {
				w.refer(e, u, refImage, e.value("type") != "")
				w.refs[len(w.refs)-1].core = e.value("type") == ""
			}
		case "audio", "video":
			if src, ok := e.get("src"); ok {
				w.refer(e, src, refMedia, w.mediaFallback(e.up))
			}
		}
	case "audio", "video":
		if src, ok := e.get("src"); ok {
			w.refer(e, src, refMedia, w.mediaFallback(e))
		}
		if poster, ok := e.get("poster"); ok {
			w.refer(e, poster, refImage, false)
		}
	case "track":
		if src, ok := e.get("src"); ok {
			w.refer(e, src, refTrack, true)
		}
	case "iframe":
		if src, ok := e.get("src"); ok {
			w.refer(e, src, refFrame, false)
		}
	case "embed":
		if src, ok := e.get("src"); ok {
			w.refer(e, src, refObject, false)
		}
	case "object":
		if data, ok := e.get("data"); ok {
			w.refs = append(w.refs, reference{from: w.file, base: w.doc.base, at: e.at(w.file), url: data, kind: refObject, mediaType: e.value("type"), fallback: objectFallback(e)})
		}
	case "input":
		if src, ok := e.get("src"); ok {
			w.refer(e, src, refImage, false)
		}
	case "script":
		if src, ok := e.get("src"); ok {
			w.refer(e, src, refScript, true)
		}
	case "link":
		href, ok := e.get("href")
		if !ok {
			return
		}
		rels := words(strings.ToLower(e.value("rel")))
		if rels["stylesheet"] {
			w.refer(e, href, refStyle, false)
			if rels["alternate"] && trim(e.value("title")) == "" {
				w.err("html-attribute", e.at(w.file), "an alternative style sheet has no title")
			}
		} else {
			w.refer(e, href, refLinkElement, false)
		}
	}
}

// navKind returns what a link of the navigation document is for.
func navKind(e *element) refKind {
	for up := e.up; up != nil; up = up.up {
		if up.is(nsXHTML, "nav") {
			t, _ := up.getNS(nsOPS, "type")
			types := words(t)
			switch {
			case types["toc"]:
				return refNavToc
			case types["page-list"], types["landmarks"]:
				return refNavMark
			}
			return refNavOther
		}
	}
	return refLink
}

// srcset returns the addresses of a srcset attribute.
func srcset(s string) []string {
	var list []string
	for candidate := range strings.SplitSeq(s, ", ") {
		for part := range strings.SplitSeq(candidate, ",\n") {
			if f := fields(part); len(f) > 0 {
				list = append(list, strings.TrimSuffix(f[0], ","))
			}
		}
	}
	return list
}

// mediaFallback reports whether sound or film offers a source of a core type.
// Content inside the element is for readers that know no media at all.
func (w *htmlWalker) mediaFallback(e *element) bool {
	urls := []string{}
	if src, ok := e.get("src"); ok {
		urls = append(urls, src)
	}
	for _, k := range e.elements() {
		if k.is(nsXHTML, "source") {
			urls = append(urls, k.value("src"))
		}
	}
	for _, u := range urls {
		if isAbsolute(u) {
			if i := w.pkg.remote[withoutFragment(u)]; i != nil && (coreMedia(i.mediaType) || strings.HasPrefix(i.mediaType, "video/")) {
				return true
			}
			continue
		}
		quiet := *w.checker
		quiet.found = nil
		if t, ok := quiet.resolve(w.file, at{}, u); ok {
			if i := w.pkg.byName[t.name]; i != nil && (coreMedia(i.mediaType) || strings.HasPrefix(i.mediaType, "video/")) {
				return true
			}
		}
	}
	return false
}

// objectFallback reports whether an object holds anything to show in its
// place.
func objectFallback(e *element) bool {
	for _, k := range e.kids {
		if k.name == "" && trim(k.text) != "" || k.name != "" && k.name != "param" {
			return true
		}
	}
	return false
}
