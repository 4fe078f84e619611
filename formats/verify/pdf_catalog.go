package verify

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Rules about metadata, the catalogue, embedded files and optional content.

// readMetadata parses the packet of the catalogue.
func (c *pdfChecker) readMetadata() {
	if s, ok := c.Stream(c.catalog["Metadata"]); ok {
		if data, err := c.Data(s); err == nil {
			c.xmp = parseXMP(data)
		}
	}
}

// claimed returns the standards that the metadata name.
func (c *pdfChecker) claimed() Standard {
	var s Standard
	switch c.xmp.value(nsPDFUA, "part") {
	case "1":
		s |= Accessible
	case "2":
		s |= Accessible
		c.pdf2 = true
	}
	switch c.xmp.value(nsPDFA, "part") {
	case "2":
		s, c.part = s|Archival, 2
	case "3":
		s, c.part = s|Archival, 3
	case "4":
		s, c.part, c.pdf2 = s|Archival|Mapped, 4, true
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
		kind := kinds[p.name]
		if p.space == nsDC && kind != "" {
			if _, ok := p.items(kind); !ok {
				c.archive("6.6.2.3.1", "dc:%s is no rdf:%s", p.name, kind)
			}
		}
		if p.space == nsXMP && strings.HasSuffix(p.name, "Date") && !isoDate.MatchString(strings.TrimSpace(p.text)) {
			c.archive("6.6.2.3.1", "xmp:%s is no date", p.name)
		}
	}
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
	if v := strings.TrimSpace(level.text); !slices.Contains([]string{"A", "B", "U"}, v) && c.part != 4 {
		c.archive("6.6.4", "the metadata name level %q of PDF/A", v)
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
		text(p, nsProperty, "valueType")
		text(p, nsProperty, "description")
		if v := text(p, nsProperty, "category"); v != "internal" && v != "external" {
			c.archive("6.6.2.3.3", "a property is of the category %q", v)
		}
	}
}

// catalogRules checks the entries of the catalogue.
func (c *pdfChecker) catalogRules() {
	prefs, _ := c.Dict(c.catalog["ViewerPreferences"])
	switch v := c.Resolve(prefs["DisplayDocTitle"]).(type) {
	case pdfobject.Boolean:
		if !v {
			c.ua("07-002", "the viewer is told not to show the title")
		}
	default:
		c.ua("07-001", "the viewer is not told to show the title")
	}
	mark, _ := c.Dict(c.catalog["MarkInfo"])
	if c.Resolve(mark["Suspects"]) == pdfobject.Boolean(true) {
		c.ua("01-007", "the tags are marked as suspect")
	}
	if c.Resolve(mark["Marked"]) != pdfobject.Boolean(true) {
		c.ua("01-005", "the file is not marked as tagged")
		c.archiveLevel(Tagged, "6.7.2.2", "the file is not marked as tagged")
	}
	if c.catalog["StructTreeRoot"] == nil {
		c.ua("01-005", "there is no structure tree")
		c.archiveLevel(Tagged, "6.7.3.3", "there is no structure tree")
	}
	if c.catalog["Lang"] != nil {
		lang, _ := c.String(c.catalog["Lang"])
		c.language("the catalogue", lang.Text())
	} else {
		c.noLanguage()
	}
	if c.catalog["AA"] != nil {
		c.archive("6.5.2", "the catalogue has additional actions")
	}
	if c.catalog["Requirements"] != nil {
		c.archive("6.11", "the catalogue has requirements")
	}
	if c.Resolve(c.catalog["NeedsRendering"]) == pdfobject.Boolean(true) {
		c.archive("6.4.2", "the file needs rendering by XFA")
	}
	names, _ := c.Dict(c.catalog["Names"])
	if names["AlternatePresentations"] != nil {
		c.archive("6.10", "there are alternate presentations")
	}
	perms, _ := c.Dict(c.catalog["Perms"])
	for _, k := range slices.Sorted(maps.Keys(perms)) {
		if k != "UR3" && k != "DocMDP" {
			c.archive("6.1.12", "the permissions have the entry %s", k)
		}
	}
	c.form()
	c.optionalContent()
	c.everywhere()
}

// noLanguage reports what of the document has no language when the catalogue
// names none.
func (c *pdfChecker) noLanguage() {
	if outlines, ok := c.Dict(c.catalog["Outlines"]); ok && outlines["First"] != nil {
		c.ua("11-003", "the language of the outline cannot be told")
	}
	if title, ok := c.xmp.find(nsDC, "title"); ok {
		items, _ := title.items("Alt")
		if !slices.ContainsFunc(items, func(p property) bool { return p.lang != "" && p.lang != "x-default" }) {
			c.ua("11-006", "the language of the metadata cannot be told")
		}
	}
}

var bcp47 = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

// language checks a language tag.
func (c *pdfChecker) language(where, tag string) {
	if tag != "" && !bcp47.MatchString(tag) {
		c.ua("11-001", "%s: %q is no language tag", where, tag)
		c.archiveLevel(Tagged, "6.7.4", "%s: %q is no language tag", where, tag)
	}
}

// form checks the interactive form.
func (c *pdfChecker) form() {
	form, ok := c.Dict(c.catalog["AcroForm"])
	if !ok {
		return
	}
	if form["XFA"] != nil {
		c.archive("6.4.2", "the form is in XFA")
		parts := pdfobject.Array{form["XFA"]}
		if a, ok := c.Array(form["XFA"]); ok {
			parts = a
		}
		for _, p := range parts {
			if s, ok := c.Stream(p); ok {
				data, _ := c.Data(s)
				if dynamicRender.Match(data) {
					c.ua("25-001", "the form renders dynamically")
				}
			}
		}
	}
	if c.Resolve(form["NeedAppearances"]) == pdfobject.Boolean(true) {
		c.archive("6.4.1", "the form needs appearances")
	}
}

var dynamicRender = regexp.MustCompile(`<dynamicRender>\s*required\s*</dynamicRender>`)

// optionalContent checks the configurations of layers.
func (c *pdfChecker) optionalContent() {
	oc, ok := c.Dict(c.catalog["OCProperties"])
	if !ok {
		return
	}
	names := map[string]bool{}
	config := func(o pdfobject.Object, condition string) {
		d, ok := c.Dict(o)
		if !ok {
			return
		}
		name, _ := c.String(d["Name"])
		if name == "" {
			c.ua(condition, "a configuration of optional content has no name")
			c.archive("6.9", "a configuration of optional content has no name")
		} else if names[string(name)] {
			c.archive("6.9", "two configurations of optional content are called %q", name.Text())
		}
		names[string(name)] = true
		if d["AS"] != nil {
			c.ua("20-003", "optional content switches itself")
			c.archive("6.9", "optional content switches itself")
		}
	}
	config(oc["D"], "20-002")
	configs, _ := c.Array(oc["Configs"])
	for _, o := range configs {
		config(o, "20-001")
	}
}

var mediaType = regexp.MustCompile(`^[-\w+.]+/[-\w+.]+$`)

// associated returns the file specifications that something is associated
// with.
func (c *pdfChecker) associated() map[pdfobject.Ref]bool {
	all := map[pdfobject.Ref]bool{}
	for _, o := range c.Objects() {
		d, _ := c.Dict(o)
		if r, ok := d["AF"].(pdfobject.Ref); ok {
			all[r] = true
		}
		list, _ := c.Array(d["AF"])
		for _, v := range list {
			if r, ok := v.(pdfobject.Ref); ok {
				all[r] = true
			}
		}
	}
	return all
}

// file checks a file specification and the file that is embedded by it (6.8).
func (c *pdfChecker) file(ref pdfobject.Ref, d pdfobject.Dict, associated bool) {
	embedded, ok := c.Dict(d["EF"])
	if !ok {
		return
	}
	f, _ := c.String(d["F"])
	uf, _ := c.String(d["UF"])
	if f == "" || uf == "" {
		c.ua("21-001", "the file in object %d has not both names", ref.Number)
		c.archive("6.8", "the file in object %d has not both names", ref.Number)
	}
	if c.part == 2 {
		c.archive("6.8", "PDF/A-2 has no files of other kinds embedded")
		return
	}
	if d["AFRelationship"] == nil {
		c.archive("6.8", "the file in object %d has no relationship to the document", ref.Number)
	}
	if !associated {
		c.archive("6.8", "the file in object %d is associated with nothing", ref.Number)
	}
	for _, k := range slices.Sorted(maps.Keys(embedded)) {
		s, ok := c.Stream(embedded[k])
		if !ok {
			c.structural("file", "the file in object %d is not there", ref.Number)
			continue
		}
		if t, _ := c.Name(s.Dict["Subtype"]); !mediaType.MatchString(string(t)) {
			c.archive("6.8", "the file in object %d is of the media type %q", ref.Number, string(t))
		}
	}
}

// everywhere checks dictionaries wherever they hang: actions, media clips,
// files and XObjects.
func (c *pdfChecker) everywhere() {
	associated := c.associated()
	for ref, o := range c.Objects() {
		c.nested(ref, o)
		if d, ok := o.(pdfobject.Dict); ok && isFile(d) {
			c.file(ref, d, associated[ref])
		}
		s, ok := o.(*pdfobject.Stream)
		if !ok || s.Dict["Subtype"] == nil {
			continue
		}
		switch s.Dict["Subtype"] {
		case pdfobject.Name("Form"):
			if s.Dict["Ref"] != nil {
				c.ua("30-001", "object %d stands for a page of another file", ref.Number)
				c.archive("6.2.9", "object %d stands for a page of another file", ref.Number)
			}
			if s.Dict["OPI"] != nil || s.Dict["PS"] != nil || s.Dict["Subtype2"] == pdfobject.Name("PS") {
				c.archive("6.2.9", "the form in object %d holds PostScript or OPI", ref.Number)
			}
		case pdfobject.Name("PS"):
			c.archive("6.2.9", "object %d is in PostScript", ref.Number)
		case pdfobject.Name("Image"):
			if s.Dict["Alternates"] != nil || s.Dict["OPI"] != nil || c.Resolve(s.Dict["Interpolate"]) == pdfobject.Boolean(true) {
				c.archive("6.2.8", "the image in object %d has alternates or is interpolated", ref.Number)
			}
		}
	}
}

func isFile(d pdfobject.Dict) bool {
	return d["Type"] == pdfobject.Name("Filespec") || d["Type"] == pdfobject.Name("F")
}

// nested checks the dictionaries inside an object.
func (c *pdfChecker) nested(ref pdfobject.Ref, o pdfobject.Object) {
	switch o := o.(type) {
	case pdfobject.Array:
		for _, v := range o {
			c.nested(ref, v)
		}
	case *pdfobject.Stream:
		c.nested(ref, o.Dict)
	case pdfobject.Dict:
		for _, k := range slices.Sorted(maps.Keys(o)) {
			c.nested(ref, o[k])
			if d, ok := o[k].(pdfobject.Dict); ok && isFile(d) {
				c.file(ref, d, false) // nothing can refer to it
			}
		}
		kind := o["S"]
		switch {
		case o["Type"] == pdfobject.Name("Action") || kind == pdfobject.Name("URI") || kind == pdfobject.Name("JavaScript") || kind == pdfobject.Name("Launch") || kind == pdfobject.Name("Named"):
			c.action(ref, o)
		case kind == pdfobject.Name("MCD") || o["Type"] == pdfobject.Name("MediaClip"):
			if kind != pdfobject.Name("MCD") {
				return
			}
			if o["CT"] == nil {
				c.ua("28-014", "the media clip in object %d has no media type", ref.Number)
			}
			if a, ok := c.Array(o["Alt"]); !ok || len(a) == 0 || len(a)%2 != 0 {
				c.ua("28-015", "the media clip in object %d has no alternative text", ref.Number)
			}
		case o["Type"] == pdfobject.Name("ExtGState"):
			c.graphicsState(ref, o)
		}
	}
}

// action checks the kinds of actions (6.5.1).
func (c *pdfChecker) action(ref pdfobject.Ref, d pdfobject.Dict) {
	switch s, _ := c.Name(d["S"]); s {
	case "GoTo", "GoToR", "GoToE", "Thread", "URI", "SubmitForm":
	case "Named":
		if n, _ := c.Name(d["N"]); !bytes.Contains([]byte(" NextPage PrevPage FirstPage LastPage "), []byte(" "+n+" ")) {
			c.archive("6.5.1", "object %d: the named action %s is not allowed", ref.Number, n)
		}
	default:
		c.archive("6.5.1", "object %d: the action %s is not allowed", ref.Number, s)
	}
}
