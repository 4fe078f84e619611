package epub

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Media overlays: EPUB 3.3, 9.

var (
	clockFull    = regexp.MustCompile(`^([0-9]+):([0-5][0-9]):([0-5][0-9](\.[0-9]+)?)$`)
	clockPartial = regexp.MustCompile(`^([0-5][0-9]):([0-5][0-9](\.[0-9]+)?)$`)
	clockCount   = regexp.MustCompile(`^([0-9]+(\.[0-9]+)?)(h|min|s|ms)?$`)
)

// clockValue reports whether a value is a time of SMIL 3.0.
func clockValue(s string) bool {
	_, ok := seconds(s)
	return ok
}

func seconds(s string) (float64, bool) {
	s = trim(s)
	n := func(s string) float64 {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return math.NaN()
		}
		return f
	}
	if m := clockFull.FindStringSubmatch(s); m != nil {
		return n(m[1])*3600 + n(m[2])*60 + n(m[3]), true
	}
	if m := clockPartial.FindStringSubmatch(s); m != nil {
		return n(m[1])*60 + n(m[2]), true
	}
	if m := clockCount.FindStringSubmatch(s); m != nil {
		unit := map[string]float64{"h": 3600, "min": 60, "s": 1, "": 1, "ms": 0.001}[m[3]]
		return n(m[1]) * unit, true
	}
	return 0, false
}

func (c *checker) overlay(i *item) {
	data, ok := c.read(i.name)
	if !ok {
		return
	}
	doc := c.parse(i.name, data, false)
	if doc == nil {
		return
	}
	c.pkg.overlays = true
	c.noDoctype(i.name, doc, "")
	root := doc.root
	if !root.is(nsSMIL, "smil") {
		c.err("overlay", root.at(i.name), "the root element is %q of %q", root.name, root.space)
		return
	}
	if v := root.value("version"); v != "3.0" {
		c.err("overlay", root.at(i.name), "the version is %q", v)
	}
	ids := map[string]*element{}
	c.grammar(i.name, nsSMIL, root, overlayGrammar, "overlay")
	c.ids(i.name, root, ids)
	prefixes := c.prefixes(i.name, root, "prefix", nsOPS, contentPrefixes)
	c.onlyAttributes(i.name, root, "version", "id")
	bodies := 0
	for n, e := range root.elements() {
		switch {
		case e.is(nsSMIL, "head") && n == 0:
			for _, k := range e.elements() {
				if !k.is(nsSMIL, "metadata") {
					c.err("overlay", k.at(i.name), "the element %q may not stand in the head", k.name)
				}
			}
		case e.is(nsSMIL, "body"):
			bodies++
			c.onlyAttributes(i.name, e, "id")
			c.overlayParts(i, e, prefixes, 0)
		default:
			c.err("overlay", e.at(i.name), "the element %q may not stand here", e.name)
		}
	}
	if bodies != 1 {
		c.err("overlay", root.at(i.name), "there are %d bodies in place of one", bodies)
	}
}

func (c *checker) overlayParts(i *item, e *element, prefixes map[string]string, depth int) {
	c.noText(i.name, e)
	c.overlayAttributes(i, e, prefixes)
	if len(e.elements()) == 0 {
		c.err("overlay", e.at(i.name), "%q is empty", e.name)
	}
	for _, k := range e.elements() {
		switch {
		case k.is(nsSMIL, "seq") && depth < maxXMLDepth:
			c.onlyAttributes(i.name, k, "id")
			if ref, ok := k.getNS(nsOPS, "textref"); !ok {
				c.err("overlay", k.at(i.name), "a seq has no epub:textref")
			} else {
				c.overlayText(i, k, ref)
			}
			c.overlayParts(i, k, prefixes, depth+1)
		case k.is(nsSMIL, "par"):
			c.onlyAttributes(i.name, k, "id")
			c.overlayAttributes(i, k, prefixes)
			c.par(i, k)
		default:
			c.err("overlay", k.at(i.name), "the element %q may not stand in %q", k.name, e.name)
		}
	}
}

func (c *checker) overlayAttributes(i *item, e *element, prefixes map[string]string) {
	for _, a := range e.attrs {
		if a.space != nsOPS {
			continue
		}
		switch a.name {
		case "type":
			for _, v := range fields(a.value) {
				if !nmToken.MatchString(v) {
					c.err("epub-type", e.at(i.name), "%q is no name", v)
				}
				c.property(i.name, e, v, prefixes, nil)
			}
		case "textref":
			if e.name == "body" {
				c.overlayText(i, e, a.value)
			}
		default:
			c.err("overlay", e.at(i.name), "the attribute epub:%s may not stand here", a.name)
		}
	}
}

func (c *checker) par(i *item, e *element) {
	texts, sounds := 0, 0
	for _, k := range e.elements() {
		switch {
		case k.is(nsSMIL, "text"):
			if texts++; sounds > 0 {
				c.err("overlay", k.at(i.name), "a text stands behind its sound")
			}
			c.onlyAttributes(i.name, k, "src", "id")
			src, ok := k.get("src")
			if !ok {
				c.err("overlay", k.at(i.name), "a text has no src")
				continue
			}
			c.overlayText(i, k, src)
		case k.is(nsSMIL, "audio"):
			sounds++
			c.onlyAttributes(i.name, k, "src", "id", "clipBegin", "clipEnd")
			src, ok := k.get("src")
			if !ok {
				c.err("overlay", k.at(i.name), "an audio has no src")
				continue
			}
			if strings.Contains(src, "#") {
				c.err("overlay", k.at(i.name), "a sound has a fragment")
			}
			c.refs = append(c.refs, reference{from: i.name, base: i.name, at: k.at(i.name), url: src, kind: refAudio})
			if isAbsolute(src) && !i.props["remote-resources"] {
				c.err("properties", i.e.at(c.pkg.file), "the item %q refers to remote resources, and does not say so", i.id)
			}
			var clip [2]float64
			known := [2]bool{}
			for n, name := range []string{"clipBegin", "clipEnd"} {
				if v, ok := k.get(name); ok {
					s, ok := seconds(v)
					if !ok {
						c.err("overlay", k.at(i.name), "the time %q is none", v)
					}
					clip[n], known[n] = s, ok
				}
			}
			if known[1] && (clip[1] < clip[0] || clip[1] == clip[0]) {
				c.err("overlay", k.at(i.name), "a sound ends before it begins")
			}
		default:
			c.err("overlay", k.at(i.name), "the element %q may not stand in %q", k.name, e.name)
		}
	}
	if texts != 1 || sounds > 1 {
		c.err("overlay", e.at(i.name), "a par holds %d texts and %d sounds", texts, sounds)
	}
}

// overlayText notes a reference to a text.
func (c *checker) overlayText(i *item, e *element, src string) {
	c.refs = append(c.refs, reference{from: i.name, base: i.name, at: e.at(i.name), url: src, kind: refText})
}

// overlayCoverage checks that documents and overlays know each other (9.3).
func (c *checker) overlayCoverage() {
	c.overlayStyles()
	p := c.pkg
	by := map[string]map[*item]at{}
	for _, r := range c.refs {
		if r.kind != refText || isAbsolute(r.url) {
			continue
		}
		quiet := *c
		quiet.found = nil
		t, ok := quiet.resolve(r.base, r.at, r.url)
		i := p.byName[r.from]
		if !ok || i == nil {
			continue
		}
		if by[t.name] == nil {
			by[t.name] = map[*item]at{}
		}
		if _, ok := by[t.name][i]; !ok {
			by[t.name][i] = r.at
		}
	}
	for _, d := range p.items {
		uses := by[d.name]
		if d.name == "" || d.mediaType != typeXHTML && d.mediaType != typeSVG {
			continue
		}
		if len(uses) > 1 {
			c.err("overlay", d.e.at(p.file), "the document %q has %d overlays", d.name, len(uses))
		}
		for o, place := range uses {
			switch {
			case d.overlay == "":
				c.err("overlay", place, "the document %q does not name its overlay", d.name)
			case p.byID[d.overlay] != o && len(uses) == 1:
				c.err("overlay", place, "the document %q names another overlay", d.name)
			}
		}
		if d.overlay != "" && len(uses) == 0 && p.byID[d.overlay] != nil && p.byID[d.overlay].mediaType == typeSMIL {
			c.err("overlay", d.e.at(p.file), "the overlay of %q does not refer to it", d.name)
		}
	}
}

// overlayMetadata checks the durations of overlays (9.3.5).
func (c *checker) overlayMetadata(m *element) {
	p := c.pkg
	overlays := map[*item]bool{}
	for _, i := range p.items {
		if o := p.byID[i.overlay]; i.overlay != "" && o != nil && o.mediaType == typeSMIL {
			overlays[o] = true
		}
	}
	total, sum, known := math.NaN(), 0.0, true
	durations := map[*item]int{}
	for _, e := range m.elements() {
		if trim(e.value("property")) != "media:duration" {
			continue
		}
		s, ok := seconds(e.content())
		if _, refining := e.get("refines"); !refining {
			total = s
			continue
		}
		known = known && ok
		sum += s
		if t := c.refined(e); t != nil {
			if i := p.byID[trim(t.value("id"))]; i != nil {
				durations[i]++
			}
		}
	}
	if len(overlays) == 0 {
		return
	}
	if math.IsNaN(total) {
		c.err("overlay", m.at(p.file), "the duration of the publication is not given")
	}
	for o := range overlays {
		if durations[o] == 0 {
			c.err("overlay", o.e.at(p.file), "the duration of the overlay %q is not given", o.id)
		}
	}
	if known && !math.IsNaN(total) && math.Abs(total-sum) > 1 {
		c.warn("overlay", m.at(p.file), "the durations do not add up")
	}
}

// overlayStyles checks that documents with an overlay have a style sheet where
// the package names classes for what is being read (9.3.4).
func (c *checker) overlayStyles() {
	p := c.pkg
	named := false
	if m := p.root.child(nsOPF, "metadata"); m != nil {
		for _, e := range m.elements() {
			property := trim(e.value("property"))
			named = named || property == "media:active-class" || property == "media:playback-active-class"
		}
	}
	if !named {
		return
	}
	for _, i := range p.items {
		d := c.docs[i.name]
		if _, spoken := i.e.get("media-overlay"); !spoken || d == nil || d.item != i {
			continue
		}
		styled := d.styled
		d.root.all(func(e *element) bool {
			styled = styled || e.name == "style" || e.is(nsXHTML, "link") && words(strings.ToLower(e.value("rel")))["stylesheet"]
			return !styled
		})
		if !styled {
			c.err("overlay", i.e.at(p.file), "the document %q has no style sheet for the classes of overlays", i.name)
		}
	}
}
