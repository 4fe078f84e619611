package epub

import (
	"regexp"
	"strings"
)

// Prefixes and vocabularies: EPUB 3.3, appendix D.

// packagePrefixes are reserved in the package document (D.1.4).
var packagePrefixes = map[string]string{
	"a11y": "http://www.idpf.org/epub/vocab/package/a11y/#", "dcterms": "http://purl.org/dc/terms/", "marc": "http://id.loc.gov/vocabulary/",
	"media": "http://www.idpf.org/epub/vocab/overlays/#", "onix": "http://www.editeur.org/ONIX/book/codelists/current.html#",
	"rendition": "http://www.idpf.org/vocab/rendition/#", "schema": "http://schema.org/", "xsd": "http://www.w3.org/2001/XMLSchema#",
}

// contentPrefixes are reserved in content documents.
var contentPrefixes = map[string]string{
	"msv": "http://www.idpf.org/epub/vocab/structure/magazine/#", "prism": "http://www.prismstandard.org/specifications/3.0/PRISM_CV_Spec_3.0.htm#",
}

// forbiddenPrefixes may not be mapped: to the default vocabularies and to
// Dublin Core.
var forbiddenURIs = map[string]bool{
	"http://idpf.org/epub/vocab/package/meta/#": true, "http://idpf.org/epub/vocab/package/link/#": true,
	"http://idpf.org/epub/vocab/package/item/#": true, "http://idpf.org/epub/vocab/package/itemref/#": true,
	"http://idpf.org/epub/vocab/package/#": true, "http://idpf.org/epub/vocab/structure/#": true, "http://www.idpf.org/epub/vocab/structure/#": true, nsDC: true,
}

var prefixPair = regexp.MustCompile(`^([^\s:]+):[ \t\r\n]+([^\s]+)(?:[ \t\r\n]+|$)`)

// prefixes reads the prefix attribute of the root element and returns all
// prefixes that are declared.
func (c *checker) prefixes(file string, root *element, name, space string, reserved map[string]string) map[string]string {
	m := map[string]string{}
	for k, v := range reserved {
		m[k] = v
	}
	s, ok := root.getNS(space, name)
	if !ok {
		return m
	}
	s = trim(s)
	for s != "" {
		f := prefixPair.FindStringSubmatch(s)
		if f == nil {
			c.err("prefix", root.at(file), "the declaration of prefixes %q is malformed", s)
			return m
		}
		prefix, uri := f[1], f[2]
		s = s[len(f[0]):]
		switch {
		case prefix == "_":
			c.err("prefix", root.at(file), "the prefix \"_\" is kept")
		case !ncName.MatchString(prefix):
			c.err("prefix", root.at(file), "the prefix %q is no name", prefix)
		case strings.HasSuffix(uri, ":") && !strings.Contains(uri, "/"):
			c.err("prefix", root.at(file), "the prefix %q is mapped to nothing", prefix)
		case forbiddenURIs[uri]:
			c.err("prefix", root.at(file), "a prefix is mapped to %q", uri)
		case reserved[prefix] != "" && reserved[prefix] != uri:
			c.warn("prefix", root.at(file), "the reserved prefix %q is mapped to something else", prefix)
		}
		m[prefix] = uri
	}
	return m
}

// property checks one value of a property list: an unprefixed term must be in
// the vocabulary, unless that is nil, and a prefix must be declared.
func (c *checker) property(file string, e *element, value string, prefixes map[string]string, vocabulary map[string]bool) {
	prefix, term, prefixed := strings.Cut(value, ":")
	switch {
	case !prefixed:
		if vocabulary != nil && !vocabulary[value] {
			c.err("property", e.at(file), "the property %q is not known", value)
		}
	case prefix == "" || term == "":
		c.err("property", e.at(file), "the property %q is malformed", value)
	case prefixes[prefix] == "":
		c.err("prefix", e.at(file), "the prefix %q is not declared", prefix)
	default:
		uri := prefixes[prefix]
		if known, ok := prefixedTerms[uri]; ok && !known[term] && !strings.HasPrefix(uri, "http://www.idpf.org/epub/vocab/structure") {
			c.err("property", e.at(file), "the property %q is not known", value)
		}
	}
}

func words(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// metaProperties are the properties without a prefix that a meta may have
// (D.3).
var metaProperties = words(`alternate-script authority belongs-to-collection collection-type display-seq
	dictionary-type file-as group-position identifier-type meta-auth role source-language source-of target-language term title-type
	pageBreakSource`)

// prefixedTerms are the closed vocabularies.
var prefixedTerms = map[string]map[string]bool{
	packagePrefixes["rendition"]: words(`flow layout orientation spread viewport align-x-center
		flow-auto flow-paginated flow-scrolled-continuous flow-scrolled-doc layout-pre-paginated layout-reflowable
		orientation-auto orientation-landscape orientation-portrait page-spread-center page-spread-left page-spread-right
		spread-auto spread-both spread-landscape spread-none spread-portrait`),
	packagePrefixes["media"]: words(`active-class duration narrator playback-active-class`),
	packagePrefixes["a11y"]:  words(`certifiedBy certifierCredential certifierReport exemption pageBreakSource`),
}

// renditionValues are the values of the rendition properties of the whole
// publication (8.2).
var renditionValues = map[string]map[string]bool{
	"rendition:flow":        words("paginated scrolled-continuous scrolled-doc auto"),
	"rendition:layout":      words("reflowable pre-paginated"),
	"rendition:orientation": words("landscape portrait auto"),
	"rendition:spread":      words("none landscape portrait both auto"),
}

var viewportValue = matching(`^width=[0-9.]+,\s*height=[0-9.]+$|^height=[0-9.]+,\s*width=[0-9.]+$`)

// propertyValue checks the value of a property whose values are known.
func (c *checker) propertyValue(e *element, property string) {
	p := c.pkg
	value := trim(e.content())
	if known, ok := renditionValues[property]; ok {
		if value != "" && !known[value] {
			c.err("rendition", e.at(p.file), "the value of %s is %q", property, value)
		}
		return
	}
	switch property {
	case "rendition:viewport":
		if !viewportValue.MatchString(value) {
			c.err("rendition", e.at(p.file), "the value of %s is %q", property, value)
		}
	case "media:duration":
		if !clockValue(value) {
			c.err("overlay", e.at(p.file), "the duration %q is none", value)
		}
	case "media:active-class", "media:playback-active-class":
		if len(fields(value)) != 1 {
			c.err("overlay", e.at(p.file), "the value of %s is no class", property)
		}
	case "a11y:certifierReport":
		c.err("property", e.at(p.file), "a report of a certifier is a link")
	}
}

// rendition checks that the rendition properties of the publication refine
// nothing and stand once.
func (c *checker) rendition(m *element) {
	p := c.pkg
	count := map[string]int{}
	for _, e := range m.elements() {
		property := trim(e.value("property"))
		if !strings.HasPrefix(property, "rendition:") || !e.is(nsOPF, "meta") {
			continue
		}
		_, refining := e.get("refines")
		if refining {
			if property != "rendition:viewport" {
				c.err("rendition", e.at(p.file), "the property %q refines something", property)
			}
			continue
		}
		if count[property]++; count[property] == 2 {
			c.err("rendition", e.at(p.file), "the property %q stands twice", property)
		}
		if property == "rendition:layout" && trim(e.content()) == "pre-paginated" {
			p.fixed = true
		}
	}
}
