package verify

import (
	"regexp"
	"slices"
	"strings"
)

// Rules about the metadata of the document, and what it claims in them.

// readMetadata parses the packet of the catalogue.
func (c *pdfChecker) readMetadata() {
	if s, ok := c.Stream(c.catalog["Metadata"]); ok {
		if data, err := c.Data(s); err == nil {
			c.xmp = parseXMP(data)
		}
		if sub, _ := c.Name(s.Dict["Subtype"]); !c.isOf(s.Dict, "Metadata") || sub != "XML" {
			c.structural("entry", "the metadata stream does not say what it is")
		}
	}
}

// claimed returns the standards that the metadata name.
func (c *pdfChecker) claimed() Standard {
	var s Standard
	if part, ok := c.xmp.find(nsPDFUA, "part"); ok { // of whatever there is not, too
		s |= Accessible
		c.pdf2 = strings.TrimSpace(part.text) == "2"
	}
	part, ok := c.xmp.find(nsPDFA, "part")
	switch v := strings.TrimSpace(part.text); {
	case !ok || v == "1": // the first part is of another PDF
	case v == "2":
		s, c.part = s|Archival, 2
	case v == "3":
		s, c.part = s|Archival, 3
	case v == "4":
		s, c.part, c.pdf2 = s|Archival, 4, true
	default:
		s |= Archival
	}
	if s&Archival != 0 {
		switch c.xmp.value(nsPDFA, "conformance") {
		case "A":
			s |= Mapped | Tagged
		case "U":
			s |= Mapped
		}
	}
	if c.xmp.value(nsPDFX, "GTS_PDFXVersion") == x4 {
		s |= Exchange
	}
	return s
}

// lostClaim warns where a claim seems to have been lost: such a file is checked
// against less than its writer meant. Nothing is wrong with a file that claims
// nothing, but one without metadata cannot claim anything, and an identifier
// that is described or half there once was whole.
func (c *pdfChecker) lostClaim() {
	if c.xmp == nil {
		c.warn("claim", "the file has no metadata, and so does not say which standards it keeps")
		return
	}
	_, part := c.xmp.find(nsPDFUA, "part")
	_, rev := c.xmp.find(nsPDFUA, "rev")
	if !part && (rev || c.xmp.describes(nsPDFUA)) {
		c.warn("claim", "the metadata describe the identifier of PDF/UA and do not give its part")
	}
	_, part = c.xmp.find(nsPDFA, "part")
	_, level := c.xmp.find(nsPDFA, "conformance")
	if !part && level {
		c.warn("claim", "the metadata name a level of PDF/A and not its part")
	}
}

// metadataRules checks the packet.
func (c *pdfChecker) metadataRules() {
	m := c.xmp
	if m == nil {
		c.ua("06-001", "the catalogue has no metadata stream")
		c.archive("6.6.2.1", "the catalogue has no metadata stream")
		return
	}
	if m.broken != nil {
		c.structural("metadata", "the metadata are not well-formed: %v", m.broken)
		c.archive("6.6.2.1", "the metadata are not well-formed: %v", m.broken)
	}
	if strings.Contains(m.header, "bytes=") || strings.Contains(m.header, "encoding=") {
		c.archive("6.6.2.1", "the packet's header has attributes that are gone since XMP 2005")
	}
	part, ok := m.find(nsPDFUA, "part")
	switch v := strings.TrimSpace(part.text); {
	case !ok:
		c.ua("06-002", "the metadata do not name PDF/UA")
	case v != "1" && !(c.pdf2 && v == "2"):
		c.ua("06-002", "the metadata name part %q of PDF/UA", v)
	case part.prefix != "pdfuaid":
		c.ua("06-002", "the prefix of PDF/UA's identifier is %q", part.prefix)
	}
	title, ok := m.find(nsDC, "title")
	items, _ := title.items("Alt")
	if !ok || len(items) == 0 || strings.TrimSpace(items[0].text) == "" {
		c.ua("06-003", "the metadata have no title")
	}
	c.identifier(m)
	c.schemas(m)
	for _, p := range m.properties {
		if kind := valueTypes[p.space][p.name]; !p.isA(kind) {
			c.archive("6.6.2.3.1", "%s:%s is no %s", p.prefix, p.name, kind)
		}
	}
}

// isA reports whether a property has a value of a type; "" is any.
func (p *property) isA(kind string) bool {
	v := strings.TrimSpace(p.text)
	switch kind {
	case "":
		return true
	case "Seq", "Bag", "Alt":
		_, ok := p.items(kind)
		return ok
	case "Date":
		return len(p.kids) == 0 && isoDate.MatchString(v)
	case "MIMEType":
		return len(p.kids) == 0 && mediaType.MatchString(v)
	case "Boolean":
		return len(p.kids) == 0 && (v == "True" || v == "False")
	}
	return len(p.kids) == 0 // any text
}

var isoDate = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$`)

// identifier checks the identification of PDF/A (6.6.4).
func (c *pdfChecker) identifier(m *metadata) {
	part, ok := m.find(nsPDFA, "part")
	level, hasLevel := m.find(nsPDFA, "conformance")
	if !ok {
		c.archive("6.6.4", "the metadata do not name PDF/A")
		return
	}
	if v := strings.TrimSpace(part.text); !slices.Contains([]string{"1", "2", "3", "4"}, v) {
		c.archive("6.6.4", "the metadata name part %q of PDF/A", v)
	}
	if part.prefix != "pdfaid" || hasLevel && level.prefix != "pdfaid" {
		c.archive("6.6.4", "the prefix of PDF/A's identifier is not pdfaid")
	}
	v := strings.TrimSpace(level.text)
	if c.part != 4 {
		if !slices.Contains([]string{"A", "B", "U"}, v) {
			c.archive("6.6.4", "the metadata name level %q of PDF/A", v)
		}
		return
	}
	if hasLevel && v != "E" && v != "F" {
		c.archive("6.6.4", "the metadata name level %q of PDF/A-4", v)
	}
	if rev, ok := m.find(nsPDFA, "rev"); !ok || !year.MatchString(rev.text) || rev.prefix != "pdfaid" {
		c.archive("6.6.4", "the metadata do not tell the year of PDF/A-4")
	}
	names, _ := c.Dict(c.catalog["Names"])
	if !hasLevel && names["EmbeddedFiles"] != nil {
		c.archive("6.6.4", "the file is PDF/A-4 and not PDF/A-4f, and has files embedded")
	}
	if v == "F" && names["EmbeddedFiles"] == nil {
		c.archive("6.8", "the file is PDF/A-4f and has no files embedded")
	}
}

// schemas checks that every property is known or described (6.6.2.3).
func (c *pdfChecker) schemas(m *metadata) {
	described := map[[2]string]bool{}
	for _, p := range m.properties {
		if !p.is(nsExtension, "schemas") {
			continue
		}
		list, ok := p.items("Bag")
		if !ok || p.prefix != "pdfaExtension" {
			c.archive("6.6.2.3.3", "the extension schemas are no bag")
		}
		for _, schema := range list {
			c.schema(schema, described)
		}
	}
	if c.part == 4 {
		return // whose own schema language, RELAX NG, is optional
	}
	for _, p := range m.properties {
		names, known := predefined[p.space]
		if known && (names == "" || slices.Contains(strings.Fields(names), p.name)) || described[[2]string{p.space, p.name}] {
			continue
		}
		c.archive("6.6.2.3.1", "the property %s:%s is neither predefined nor described by an extension schema", p.prefix, p.name)
	}
}

// schema checks an extension schema and notes its properties.
func (c *pdfChecker) schema(schema property, described map[[2]string]bool) {
	if len(schema.kids) == 1 && schema.kids[0].is(nsRDF, "Description") {
		schema = schema.kids[0]
	}
	text := func(p property, space, name string) string {
		k, ok := p.child(space, name)
		if !ok || len(k.kids) > 0 || strings.TrimSpace(k.text) == "" {
			c.archive("6.6.2.3.3", "an extension schema has no %s", name)
		}
		return strings.TrimSpace(k.text)
	}
	text(schema, nsSchema, "schema")
	text(schema, nsSchema, "prefix")
	space := text(schema, nsSchema, "namespaceURI")
	types, _ := schema.child(nsSchema, "valueType")
	own, _ := types.items("Seq")
	for _, t := range own {
		if len(t.kids) == 1 && t.kids[0].is(nsRDF, "Description") {
			t = t.kids[0]
		}
		name, _ := t.child(nsType, "type")
		described[[2]string{"", strings.TrimSpace(name.text)}] = true
	}
	list, _ := schema.child(nsSchema, "property")
	props, _ := list.items("Seq")
	if len(props) == 0 {
		c.archive("6.6.2.3.3", "an extension schema describes no property")
	}
	for _, p := range props {
		if len(p.kids) == 1 && p.kids[0].is(nsRDF, "Description") {
			p = p.kids[0]
		}
		described[[2]string{space, text(p, nsProperty, "name")}] = true
		if v := text(p, nsProperty, "valueType"); v != "" && !described[[2]string{"", v}] && !isValueType(v) {
			c.archive("6.6.2.3.3", "a property is of the unknown type %q", v)
		}
		text(p, nsProperty, "description")
		if v := text(p, nsProperty, "category"); v != "internal" && v != "external" {
			c.archive("6.6.2.3.3", "a property is of the category %q", v)
		}
	}
}
