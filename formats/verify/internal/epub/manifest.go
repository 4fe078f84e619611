package epub

import (
	"bytes"
	"path"
	"strings"

	"github.com/quirepress/quire/source/diag"
)

// The manifest and the spine: EPUB 3.3, 5.6 and 5.7; core media types: 3.2.

const (
	typeXHTML = "application/xhtml+xml"
	typeSVG   = "image/svg+xml"
	typeNCX   = "application/x-dtbncx+xml"
	typeSMIL  = "application/smil+xml"
	typeCSS   = "text/css"
	typeDTB   = "application/x-dtbook+xml"
	typeOEB   = "text/x-oeb1-document"
)

var coreTypes = words(`image/gif image/jpeg image/png image/svg+xml image/webp
	audio/mpeg audio/mp4 audio/ogg
	text/css
	font/ttf font/otf font/woff font/woff2 application/font-sfnt application/vnd.ms-opentype application/font-woff application/x-font-ttf
	application/xhtml+xml application/javascript application/ecmascript text/javascript application/x-dtbncx+xml application/smil+xml application/pls+xml`)

// coreMedia reports whether a media type is a core one. Parameters do not
// count, save that Ogg must be Opus.
func coreMedia(t string) bool {
	base := baseType(t)
	return coreTypes[base] && (base != "audio/ogg" || opus.MatchString(t))
}

var opus = matching(`(?i);\s*codecs\s*=\s*"?opus"?\s*(;|$)`)

func baseType(t string) string {
	t, _, _ = strings.Cut(t, ";")
	return strings.ToLower(trim(t))
}

func isFontType(t string) bool {
	t = baseType(t)
	return strings.HasPrefix(t, "font/") || t == "application/font-sfnt" || t == "application/vnd.ms-opentype" || t == "application/font-woff" || t == "application/x-font-ttf" || t == "application/x-font-opentype" || t == "application/x-font-truetype"
}

func isScriptType(t string) bool {
	switch baseType(t) {
	case "application/javascript", "application/ecmascript", "text/javascript", "application/x-javascript", "text/ecmascript", "text/x-javascript":
		return true
	}
	return false
}

// contentType reports whether resources of the type may stand in the spine
// without a fallback.
func (p *pkg) contentType(t string) bool {
	switch baseType(t) {
	case typeXHTML:
		return true
	case typeSVG:
		return !p.two
	case typeDTB, typeOEB:
		return p.two
	}
	return false
}

var mediaTypeForm = matching(`^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*\s*(;.*)?$`)

var itemProperties = words("cover-image mathml nav remote-resources scripted svg switch dictionary search-key-map index glossary data-nav")

func (c *checker) manifest(m *element) {
	p := c.pkg
	c.onlyAttributes(p.file, m, "id")
	c.noText(p.file, m)
	navs, covers := 0, 0
	for _, e := range m.elements() {
		if !e.is(nsOPF, "item") {
			if !p.two || e.space == nsOPF {
				c.err("manifest", e.at(p.file), "the element %q may not stand in the manifest", e.name)
			}
			continue
		}
		i := c.item(e)
		if i == nil {
			continue
		}
		if i.props["nav"] {
			navs++
			if i.mediaType != typeXHTML {
				c.err("nav", e.at(p.file), "the navigation document is no XHTML")
			}
		}
		if i.props["cover-image"] {
			covers++
			if !strings.HasPrefix(i.mediaType, "image/") {
				c.err("manifest", e.at(p.file), "the cover image is no image")
			}
		}
	}
	if len(p.items) == 0 {
		c.err("manifest", m.at(p.file), "the manifest is empty")
	}
	if !p.two && navs != 1 {
		c.err("nav", m.at(p.file), "there are %d navigation documents in place of one", navs)
	}
	if covers > 1 {
		c.err("manifest", m.at(p.file), "there are %d cover images", covers)
	}
	for _, i := range p.items {
		c.fallbacks(i)
	}
	for name := range c.files {
		if name != "mimetype" && !strings.HasPrefix(name, "META-INF/") && name != p.file && p.byName[name] == nil && !p.linked[name] {
			c.warn("undeclared", at{file: name}, "the file does not stand in the manifest")
		}
	}
}

func (c *checker) item(e *element) *item {
	p := c.pkg
	place := e.at(p.file)
	if p.two {
		c.onlyAttributes(p.file, e, "id", "href", "media-type", "fallback", "fallback-style", "required-namespace", "required-modules")
	} else {
		c.onlyAttributes(p.file, e, "id", "href", "media-type", "fallback", "media-overlay", "properties")
	}
	i := &item{e: e, id: trim(e.value("id")), href: trim(e.value("href")), mediaType: trim(e.value("media-type")), fallback: e.value("fallback"), overlay: e.value("media-overlay"), props: map[string]bool{}}
	for _, name := range []string{"id", "href", "media-type"} {
		if _, ok := e.get(name); !ok {
			c.err("manifest", place, "an item has no %s", name)
		}
	}
	if i.id == "" || i.href == "" {
		if _, ok := e.get("href"); ok && i.href == "" {
			c.err("manifest", place, "the href is empty")
		}
		return nil
	}
	if _, ok := e.get("media-type"); ok && !mediaTypeForm.MatchString(i.mediaType) {
		severity := diag.Error
		if p.two { // where it may be any text
			severity = diag.Warning
		}
		c.add(severity, "media-type", place, "%q is no media type", i.mediaType)
	}
	if p.byID[i.id] == nil {
		p.byID[i.id] = i
	}
	p.items = append(p.items, i)
	c.someProperties(e)
	for _, v := range fields(e.value("properties")) {
		i.props[v] = true
		c.property(p.file, e, v, p.prefixes, itemProperties)
		if of, ok := typedProperties[v]; ok && !of[baseType(i.mediaType)] && !p.two {
			c.err("properties", place, "an item of type %q may not have the property %q", i.mediaType, v)
		}
	}
	if strings.Contains(i.href, "#") {
		c.err("manifest", place, "the href %q has a fragment", i.href)
	}
	if isAbsolute(i.href) {
		c.remoteItem(i, place)
		return i
	}
	t, ok := c.resolve(p.file, place, i.href)
	if !ok {
		return i
	}
	i.name = t.name
	switch {
	case i.name == p.file:
		c.err("manifest", place, "the package document stands in its own manifest")
	case strings.HasPrefix(i.name, "META-INF/"):
		c.err("manifest", place, "a file of META-INF stands in the manifest")
	case p.byName[i.name] != nil:
		c.err("manifest", place, "the file %q stands twice in the manifest", i.name)
	}
	if p.byName[i.name] == nil {
		p.byName[i.name] = i
	}
	if _, ok := c.files[i.name]; !ok {
		c.err("missing", place, "the file %q is missing", i.name)
	}
	return i
}

// remoteItem checks an item outside the container (3.6).
func (c *checker) remoteItem(i *item, place at) {
	p := c.pkg
	lower := strings.ToLower(i.href)
	switch {
	case strings.HasPrefix(lower, "file:"):
		c.err("file-url", place, "the address %q is of a file", i.href)
		return
	case strings.HasPrefix(lower, "data:"):
		c.err("data-url", place, "an item is a data: URL")
		return
	}
	if why := checkAbsolute(i.href); why != "" {
		c.err("url", place, "the address %q %s", i.href, why)
		return
	}
	u := withoutFragment(i.href)
	if p.remote[u] != nil {
		c.err("manifest", place, "%q stands twice in the manifest", u)
	}
	p.remote[u] = i
	t := baseType(i.mediaType)
	if t == typeXHTML || t == typeCSS || t == typeNCX || t == typeSMIL || t == typeSVG && i.props["nav"] {
		c.err("remote", place, "a resource of type %q must be in the container", t)
	}
	if strings.HasPrefix(lower, "http:") {
		c.warn("remote", place, "the remote resource %q is fetched without encryption", i.href)
	}
}

// remoteItems reports items outside the container that must be inside: all but
// sound, film and fonts, unless a script may fetch them (3.6).
func (c *checker) remoteItems() {
	p := c.pkg
	if p.two {
		return
	}
	for _, d := range c.docs {
		if d.needs["scripted"] {
			return
		}
	}
	for _, i := range p.items {
		if i.name != "" || p.remote[withoutFragment(i.href)] != i {
			continue
		}
		t := baseType(i.mediaType)
		if strings.HasPrefix(t, "audio/") || strings.HasPrefix(t, "video/") || isFontType(t) || i.used {
			continue
		}
		c.err("remote", i.e.at(p.file), "the resource %q must be in the container", i.href)
	}
}

// fallbacks checks the chain of fallbacks of an item (5.6.2.1).
func (c *checker) fallbacks(i *item) {
	p := c.pkg
	place := i.e.at(p.file)
	seen := map[*item]bool{i: true}
	for at := i; at.fallback != ""; {
		next := p.byID[at.fallback]
		if next == nil {
			if at == i {
				c.err("fallback", place, "the fallback %q does not exist", at.fallback)
			}
			return
		}
		if seen[next] {
			c.err("fallback", place, "fallbacks form a circle")
			return
		}
		seen[next] = true
		at = next
	}
	if style := i.e.value("fallback-style"); style != "" && p.byID[style] == nil {
		c.err("fallback", place, "the fallback style %q does not exist", style)
	}
	if i.overlay != "" {
		switch o := p.byID[i.overlay]; {
		case o == nil:
			c.err("overlay", place, "the overlay %q does not exist", i.overlay)
		case o.mediaType != typeSMIL:
			c.err("overlay", place, "the overlay %q is no SMIL", i.overlay)
		case i.mediaType != typeXHTML && i.mediaType != typeSVG:
			c.err("overlay", place, "an overlay lies over what is no content document")
		}
	}
}

// fallsBack reports whether an item or one of its fallbacks satisfies ok.
func (p *pkg) fallsBack(i *item, ok func(*item) bool) bool {
	for n := 0; i != nil && n < 1000; n++ {
		if ok(i) {
			return true
		}
		if i.fallback == "" {
			return false
		}
		i = p.byID[i.fallback]
	}
	return false
}

var itemrefProperties = words("page-spread-left page-spread-right")

func (c *checker) readSpine(s *element) {
	p := c.pkg
	if p.two {
		c.onlyAttributes(p.file, s, "toc", "id")
	} else {
		c.onlyAttributes(p.file, s, "toc", "id", "page-progression-direction")
	}
	c.noText(p.file, s)
	if d, ok := s.get("page-progression-direction"); ok && d != "ltr" && d != "rtl" && d != "default" {
		c.err("spine", s.at(p.file), "the page progression is %q", d)
	}
	if toc, ok := s.get("toc"); ok {
		switch i := p.byID[toc]; {
		case i == nil:
			c.err("spine", s.at(p.file), "the NCX %q does not exist", toc)
		case i.mediaType != typeNCX:
			c.err("spine", s.at(p.file), "the NCX %q is of type %q", toc, i.mediaType)
		}
	} else if p.two {
		c.err("spine", s.at(p.file), "the spine names no NCX")
	} else {
		for _, i := range p.items {
			if i.mediaType == typeNCX {
				c.err("spine", s.at(p.file), "the spine does not name the NCX")
				break
			}
		}
	}
	seen := map[*item]bool{}
	linear := 0
	for _, e := range s.elements() {
		if !e.is(nsOPF, "itemref") {
			c.err("spine", e.at(p.file), "the element %q may not stand in the spine", e.name)
			continue
		}
		c.itemref(e, seen, &linear)
	}
	if len(s.elements()) == 0 {
		c.err("spine", s.at(p.file), "the spine is empty")
	} else if linear == 0 {
		c.err("spine", s.at(p.file), "no item of the spine is linear")
	}
}

func (c *checker) itemref(e *element, seen map[*item]bool, linear *int) {
	p := c.pkg
	place := e.at(p.file)
	if p.two {
		c.onlyAttributes(p.file, e, "idref", "linear", "id")
	} else {
		c.onlyAttributes(p.file, e, "idref", "linear", "id", "properties")
	}
	l, ok := e.get("linear")
	if ok && l != "yes" && l != "no" {
		c.err("spine", place, "linear is %q", l)
	}
	if l != "no" {
		*linear++
	}
	fixed := p.fixed
	group := map[string]string{}
	c.someProperties(e)
	for _, v := range fields(e.value("properties")) {
		c.property(p.file, e, v, p.prefixes, itemrefProperties)
		name, isRendition := strings.CutPrefix(v, "rendition:")
		switch name {
		case "layout-pre-paginated":
			fixed = true
		case "layout-reflowable":
			fixed = false
		}
		family := ""
		for _, f := range []string{"page-spread", "flow", "layout", "orientation", "spread"} {
			if strings.HasPrefix(name, f+"-") && (isRendition || f == "page-spread") {
				family = f
				break
			}
		}
		if family != "" {
			if other := group[family]; other != "" && strings.TrimPrefix(other, "rendition:") != name && strings.HasPrefix(other, "rendition:") != isRendition {
				c.warn("spine", place, "the properties %q and %q exclude each other", other, v)
			} else if other != "" && other != v {
				c.err("spine", place, "the properties %q and %q exclude each other", other, v)
			}
			group[family] = v
		}
		if isRendition && renditionGlobals[name] {
			c.err("spine", place, "the property %q may not stand on an itemref", v)
		}
	}
	id, ok := e.get("idref")
	if !ok {
		c.err("spine", place, "an itemref has no idref")
		return
	}
	i := p.byID[trim(id)]
	if i == nil {
		c.err("spine", place, "the item %q does not exist", id)
		return
	}
	if seen[i] {
		c.err("spine", place, "the item %q stands twice in the spine", id)
	}
	seen[i] = true
	i.inSpine, i.linear, i.fixed = true, l != "no", fixed
	p.spine = append(p.spine, &itemref{e, i})
	if i.name == "" && isAbsolute(i.href) && p.contentType(i.mediaType) {
		c.err("remote", place, "an item of the spine is not in the container")
	}
	if p.two && strings.HasPrefix(i.mediaType, "image/") && i.mediaType != typeSVG {
		c.err("spine", place, "the item %q is a picture, which no spine holds", id)
		return
	}
	if !p.fallsBack(i, func(i *item) bool { return p.contentType(i.mediaType) }) {
		c.err("spine", place, "the item %q is no content document and has no fallback that is one", id)
	}
}

var renditionGlobals = words("flow layout orientation spread viewport")

// signatures are the first bytes of images by type.
var signatures = []struct{ mediaType, magic string }{
	{"image/png", "\x89PNG\r\n\x1a\n"}, {"image/jpeg", "\xff\xd8"}, {"image/gif", "GIF8"}, {"image/webp", "RIFF"},
}

// image checks that an image is what it is called.
func (c *checker) image(i *item) {
	t := baseType(i.mediaType)
	if t == "image/jpg" {
		t = "image/jpeg"
	}
	if i.name == "" || c.encrypted[i.name] != "" {
		return
	}
	want := ""
	for _, s := range signatures {
		if s.mediaType == t {
			want = s.magic
		}
	}
	if want == "" {
		return
	}
	data, ok := c.read(i.name)
	if !ok {
		return
	}
	if len(data) < 4 {
		c.err("image", at{file: i.name}, "the image is broken")
		return
	}
	if bytes.HasPrefix(data, []byte(want)) {
		return
	}
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.magic)) {
			c.err("image", at{file: i.name}, "the image is %s, and called %s", s.mediaType, t)
			return
		}
	}
	c.err("image", at{file: i.name}, "the image is no %s", path.Base(t))
}

// someProperties reports a list of properties that is empty.
func (c *checker) someProperties(e *element) {
	if v, ok := e.get("properties"); ok && len(fields(v)) == 0 && !c.pkg.two {
		c.err("properties", e.at(c.pkg.file), "the list of properties is empty")
	}
}

// typedProperties are the media types of items that may have a property (D.5).
var typedProperties = map[string]map[string]bool{
	"scripted":       words(typeXHTML + " " + typeSVG),
	"mathml":         words(typeXHTML + " " + typeSVG),
	"svg":            words(typeXHTML),
	"switch":         words(typeXHTML + " " + typeSVG),
	"dictionary":     words("application/vnd.epub.search-key-map+xml"),
	"search-key-map": words("application/vnd.epub.search-key-map+xml"),
	"index":          words(typeXHTML),
	"data-nav":       words(typeXHTML),
	"glossary":       words(typeXHTML + " application/vnd.epub.search-key-map+xml"),
}
