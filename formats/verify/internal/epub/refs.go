package epub

import (
	"strings"
)

// References between the files of a publication are followed once all files
// have been read: EPUB 3.3, 3 (resources) and 6 (content documents).

type refKind int

const (
	refLink        refKind = iota // a hyperlink
	refNavToc                     // of the table of contents
	refNavMark                    // of the page list or the landmarks
	refNavOther                   // of another navigation
	refImage                      // a picture
	refMedia                      // sound or film
	refTrack                      // text of a film
	refStyle                      // a style sheet
	refFont                       // a font of a style sheet
	refStyleImage                 // a picture of a style sheet
	refImport                     // a style sheet of a style sheet
	refScript                     // a script
	refFrame                      // a document shown inside another
	refObject                     // whatever an object shows
	refCite                       // the source of a quotation
	refUse                        // a part of a drawing
	refGuide                      // of the guide
	refNCX                        // of the NCX
	refCollection                 // of a collection
	refText                       // the text of an overlay
	refAudio                      // the sound of an overlay
	refLinkElement                // a link element that is no style sheet
)

// reference is an address in a file.
type reference struct {
	from, base string
	at         at
	url        string
	kind       refKind
	mediaType  string // as the referring element says
	// fallback says that the referring element itself offers something else,
	// core that it must show a core media type.
	fallback, core bool
}

func (c *checker) follow() {
	for _, r := range c.refs {
		c.reference(r)
	}
	c.unreachable()
}

func (c *checker) reference(r reference) {
	p := c.pkg
	u := trim(r.url)
	if r.base == "" { // a base that is remote: nothing is known
		return
	}
	hyperlink := r.kind == refLink || r.kind == refNavToc || r.kind == refNavMark || r.kind == refNavOther || r.kind == refCite || r.kind == refGuide || r.kind == refNCX
	if isAbsolute(u) {
		c.absolute(r, u, hyperlink)
		return
	}
	if u == "" && !hyperlink {
		c.err("url", r.at, "the address is empty")
		return
	}
	t, ok := c.resolve(r.base, r.at, u)
	if !ok {
		return
	}
	i := p.byName[t.name]
	if i != nil {
		i.used = true
	}
	_, there := c.files[t.name]
	switch {
	case !there && i != nil:
		return // reported with the manifest
	case !there && (r.kind == refLinkElement || r.kind == refCollection):
		return
	case !there:
		c.err("missing", r.at, "the file %q is missing", t.name)
		return
	case strings.HasPrefix(t.name, "META-INF/"), t.name == "mimetype":
		c.err("reference", r.at, "the file %q is no resource of the publication", t.name)
		return
	case i == nil && (r.kind == refLinkElement || r.kind == refCite):
		return
	case i == nil:
		if t.name == p.file && hyperlink && strings.HasPrefix(t.fragment, "epubcfi(") {
			return // a place by its canonical fragment identifier
		}
		if t.name == p.file {
			c.err("reference", r.at, "the package document is referred to")
		} else {
			c.err("undeclared-reference", r.at, "the file %q does not stand in the manifest", t.name)
		}
		return
	}
	c.target(r, t, i, hyperlink)
}

// absolute checks a reference that leads out of the container.
func (c *checker) absolute(r reference, u string, hyperlink bool) {
	p := c.pkg
	s := scheme(u)
	if s == "" {
		s = "https"
	}
	if why := checkAbsolute(u); why != "" {
		c.err("url", r.at, "the address %q %s", u, why)
		return
	}
	switch s {
	case "file":
		c.err("file-url", r.at, "the address %q is of a file", u)
		return
	case "data":
		if r.kind == refUse && !strings.Contains(u, "#") {
			c.err("fragment", r.at, "a part of a drawing is referred to without naming it")
			return
		}
		if hyperlink || r.kind == refFrame || r.kind == refText || r.kind == refCollection {
			c.err("data-url", r.at, "a data: URL opens a document")
			return
		}
		c.dataURL(r, u)
		return
	}
	doc := c.docs[r.from]
	switch {
	case r.kind == refNCX && s != "http" && s != "https":
	case r.kind == refGuide && s != "http" && s != "https":
		c.err("undeclared-reference", r.at, "%q does not stand in the manifest", u)
	case r.kind == refNavToc || r.kind == refNavMark || r.kind == refNCX:
		c.err("remote", r.at, "the navigation leads to %q, which is not in the container", u)
	case hyperlink, r.kind == refLinkElement:
	case r.kind == refMedia, r.kind == refAudio, r.kind == refFont:
		i := p.remote[withoutFragment(u)]
		if i == nil {
			c.err("undeclared-reference", r.at, "the remote resource %q does not stand in the manifest", u)
		} else {
			i.used = true
		}
		if doc != nil {
			doc.needs["remote-resources"] = true
		}
		if o := p.byName[r.from]; o != nil && doc == nil && !o.props["remote-resources"] && r.kind != refAudio {
			c.err("properties", o.e.at(p.file), "the item %q refers to remote resources, and does not say so", o.id)
		}
	case r.kind == refObject:
		i := p.remote[withoutFragment(u)]
		if i == nil || !strings.HasPrefix(i.mediaType, "audio/") && !strings.HasPrefix(i.mediaType, "video/") {
			c.err("remote", r.at, "the resource %q must be in the container", u)
		} else if doc != nil {
			doc.needs["remote-resources"] = true
		}
	case r.kind == refImport, r.kind == refStyle, r.kind == refImage, r.kind == refStyleImage, r.kind == refScript, r.kind == refFrame, r.kind == refTrack, r.kind == refUse, r.kind == refText, r.kind == refCollection:
		if r.kind != refCollection {
			c.err("remote", r.at, "the resource %q must be in the container", u)
		}
	}
}

// dataURL checks that what a data: URL holds is of a core type or has a
// fallback.
func (c *checker) dataURL(r reference, u string) {
	t, _, _ := strings.Cut(u[len("data:"):], ",")
	t = baseType(t)
	if t == "" {
		t = "text/plain"
	}
	switch r.kind {
	case refImage, refMedia, refObject, refStyleImage:
		if !coreMedia(t) && !strings.HasPrefix(t, "video/") && !r.fallback {
			c.err("foreign", r.at, "the data: URL is of type %q, which needs a fallback", t)
		}
	}
}

// target checks a reference to a resource of the container.
func (c *checker) target(r reference, t target, i *item, hyperlink bool) {
	p := c.pkg
	kind := baseType(i.mediaType)
	content := p.contentType(kind)
	switch r.kind {
	case refLink, refNavOther, refNavToc, refNavMark, refNCX, refGuide:
		if !content && !p.fallsBack(i, func(i *item) bool { return p.contentType(i.mediaType) }) && (r.kind != refGuide || p.two) {
			c.err("reference", r.at, "%q is no content document", t.name)
			return
		}
		if !i.inSpine && (r.kind != refGuide) {
			c.err("spine-reference", r.at, "%q does not stand in the spine", t.name)
		}
	case refImage:
		if !c.imageAllowed(r, t, i, kind) {
			return
		}
	case refMedia:
		if !coreMedia(i.mediaType) && !strings.HasPrefix(kind, "video/") && !r.fallback && !p.fallsBack(i, func(i *item) bool { return coreMedia(i.mediaType) && i.fallback == "" }) {
			c.err("foreign", r.at, "%q is of type %q, which needs a fallback", t.name, kind)
		}
	case refObject:
		if !coreMedia(i.mediaType) && !strings.HasPrefix(kind, "video/") && !r.fallback && !p.fallsBack(i, func(i *item) bool { return coreMedia(i.mediaType) }) {
			c.err("foreign", r.at, "%q is of type %q, which needs a fallback", t.name, kind)
		}
		if r.mediaType != "" && baseType(r.mediaType) != kind && content {
			c.warn("media-type", r.at, "%q is of type %q and called %q", t.name, kind, r.mediaType)
		}
	case refFrame:
		if !content && !coreMedia(i.mediaType) && !p.fallsBack(i, func(i *item) bool { return p.contentType(i.mediaType) }) {
			c.err("foreign", r.at, "%q is of type %q, which needs a fallback", t.name, kind)
		}
	case refStyle, refImport:
		if kind != typeCSS && !p.fallsBack(i, func(i *item) bool { return baseType(i.mediaType) == typeCSS }) && kind != "text/x-oeb1-css" {
			c.warn("foreign", r.at, "%q is of type %q, and no style sheet", t.name, kind)
		}
		if t.hasFragment {
			c.err("fragment", r.at, "a style sheet has no fragments")
		}
	case refFont:
		if !isFontType(kind) && kind != typeSVG {
			c.warn("foreign", r.at, "%q is of type %q, and no font of a core type", t.name, kind)
		}
	case refStyleImage:
		if !coreMedia(i.mediaType) && !isFontType(kind) && !p.fallsBack(i, func(i *item) bool { return coreMedia(i.mediaType) }) {
			c.err("foreign", r.at, "%q is of type %q, which needs a fallback", t.name, kind)
		}
	case refText:
		if !content {
			c.err("overlay", r.at, "%q is no content document", t.name)
			return
		}
	case refAudio:
		if !coreMedia(i.mediaType) || !strings.HasPrefix(kind, "audio/") {
			c.err("overlay", r.at, "%q is of type %q, and no sound of a core type", t.name, kind)
		}
	case refUse:
		if kind == typeSVG && !t.hasFragment {
			c.err("fragment", r.at, "a part of a drawing is referred to without naming it")
		}
	}
	if t.hasFragment && t.fragment != "" {
		c.fragment(r, t, i, kind)
	}
}

func (c *checker) imageAllowed(r reference, t target, i *item, kind string) bool {
	p := c.pkg
	if strings.HasPrefix(kind, "video/") {
		return true // whose types are free
	}
	if !coreMedia(i.mediaType) && (r.core || !p.fallsBack(i, func(i *item) bool { return coreMedia(i.mediaType) })) {
		if !r.fallback {
			c.err("foreign", r.at, "%q is of type %q, which needs a fallback", t.name, kind)
		}
		return true
	}
	if coreMedia(i.mediaType) && !strings.HasPrefix(kind, "image/") {
		c.warn("foreign", r.at, "%q is of type %q, and no picture", t.name, kind)
		return false
	}
	if t.hasFragment && kind != typeSVG {
		c.warn("fragment", r.at, "a picture has no fragments")
		return false
	}
	return true
}

// fragment checks that the place exists.
func (c *checker) fragment(r reference, t target, i *item, kind string) {
	doc := c.docs[t.name]
	if doc == nil || doc.root == nil {
		return
	}
	f := t.fragment
	if strings.Contains(f, "(") || strings.Contains(f, "=") || strings.HasPrefix(f, ":~:") { // a scheme of its own
		if strings.HasPrefix(f, "xpointer(") || strings.HasPrefix(f, "epubcfi(") || kind == typeSVG || strings.HasPrefix(f, ":~:") || strings.HasPrefix(f, "t=") || strings.HasPrefix(f, "xywh=") {
			return
		}
	}
	e := doc.ids[f]
	if e == nil {
		c.err("fragment", r.at, "the place %q does not exist in %q", f, t.name)
		return
	}
	if kind == typeSVG && (r.kind == refLink || r.kind == refNavToc || r.kind == refNavMark || r.kind == refNavOther) && svgDefinitions[e.name] {
		c.err("fragment", r.at, "the place %q in a drawing cannot be shown", f)
	}
	if r.kind == refUse && e.space != nsSVG {
		c.err("fragment", r.at, "the place %q is no part of a drawing", f)
	}
	if (r.kind == refLink) && e.space == nsSVG && svgDefinitions[e.name] && kind == typeXHTML {
		c.err("fragment", r.at, "the place %q in a drawing cannot be shown", f)
	}
}

// svgDefinitions are elements of a drawing that are not shown by themselves.
var svgDefinitions = words("clipPath mask pattern linearGradient radialGradient marker filter symbol font")

// unreachable reports items of the spine that are not linear and that nothing
// leads to (5.7.2).
func (c *checker) unreachable() {
	p := c.pkg
	if p.two {
		return
	}
	reached := map[*item]bool{}
	scripted := false
	for _, d := range c.docs {
		scripted = scripted || d.needs["scripted"]
	}
	for _, r := range c.refs {
		if r.kind != refLink && r.kind != refNavToc && r.kind != refNavMark && r.kind != refNavOther || isAbsolute(r.url) || r.base == "" {
			continue
		}
		quiet := *c
		quiet.found = nil
		if t, ok := quiet.resolve(r.base, r.at, r.url); ok && (t.name != r.from) {
			if i := p.byName[t.name]; i != nil {
				reached[i] = true
			}
		}
	}
	for _, s := range p.spine {
		if !s.item.linear && !reached[s.item] && !scripted {
			c.err("unreachable", s.e.at(p.file), "nothing leads to the item %q, which is not linear", s.item.id)
		}
	}
}
