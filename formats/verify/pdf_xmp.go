package verify

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// XMP (ISO 16684-1) as far as the standards speak of it. The tree keeps the
// prefixes, since ISO 19005 and ISO 14289 prescribe them.

const (
	nsRDF       = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsDC        = "http://purl.org/dc/elements/1.1/"
	nsXMP       = "http://ns.adobe.com/xap/1.0/"
	nsPDFUA     = "http://www.aiim.org/pdfua/ns/id/"
	nsPDFA      = "http://www.aiim.org/pdfa/ns/id/"
	nsExtension = "http://www.aiim.org/pdfa/ns/extension/"
	nsSchema    = "http://www.aiim.org/pdfa/ns/schema#"
	nsType      = "http://www.aiim.org/pdfa/ns/type#"
	nsProperty  = "http://www.aiim.org/pdfa/ns/property#"
)

// metadata is a packet.
type metadata struct {
	properties []property
	header     string // the xpacket processing instruction
	broken     error
}

// property is an element of RDF, or an attribute that stands for one.
type property struct {
	space, prefix, name string
	text                string
	lang                string
	kids                []property
}

// find returns the first property of a name.
func (m *metadata) find(space, name string) (property, bool) {
	if m == nil {
		return property{}, false
	}
	i := slices.IndexFunc(m.properties, func(p property) bool { return p.space == space && p.name == name })
	if i < 0 {
		return property{}, false
	}
	return m.properties[i], true
}

// value returns the text of a property without the white space around it.
func (m *metadata) value(space, name string) string {
	p, _ := m.find(space, name)
	return strings.TrimSpace(p.text)
}

// describes reports whether there is an extension schema for a namespace.
func (m *metadata) describes(space string) bool {
	all, _ := m.find(nsExtension, "schemas")
	list, _ := all.items("Bag")
	for _, schema := range list {
		if len(schema.kids) == 1 && schema.kids[0].is(nsRDF, "Description") {
			schema = schema.kids[0]
		}
		if s, ok := schema.child(nsSchema, "namespaceURI"); ok && strings.TrimSpace(s.text) == space {
			return true
		}
	}
	return false
}

// is reports whether a property has a name.
func (p *property) is(space, name string) bool { return p.space == space && p.name == name }

// holdsNoText reports whether an element of RDF has only elements in it.
func (p *property) holdsNoText() bool {
	return p.space == nsRDF && (p.name == "RDF" || p.name == "Description" || p.name == "Bag" || p.name == "Seq" || p.name == "Alt")
}

// child returns the first child of a name.
func (p *property) child(space, name string) (property, bool) {
	for _, k := range p.kids {
		if k.is(space, name) {
			return k, true
		}
	}
	return property{}, false
}

// items returns the items of an array property of a kind (Seq, Bag or Alt),
// and false if it is none.
func (p *property) items(kind string) ([]property, bool) {
	if len(p.kids) != 1 || !p.kids[0].is(nsRDF, kind) {
		return nil, false
	}
	return p.kids[0].kids, true
}

// maxXMLDepth bounds the nesting of a packet.
const maxXMLDepth = 64

// parseXMP reads a packet.
func parseXMP(data []byte) *metadata {
	m := &metadata{}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if !utf8.Valid(data) {
		m.broken = errors.New("it is not in UTF-8")
		return m
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = true
	root := &property{}
	spaces := []map[string]string{{"xml": "http://www.w3.org/XML/1998/namespace"}}
	resolve := func(prefix string) (string, bool) {
		for i := len(spaces) - 1; i >= 0; i-- {
			if s, ok := spaces[i][prefix]; ok {
				return s, true
			}
		}
		return "", prefix == ""
	}
	open := []*property{root}
	var names []string
	for {
		t, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			m.broken = err
			return m
		}
		switch t := t.(type) {
		case xml.ProcInst:
			if t.Target == "xpacket" && m.header == "" {
				m.header = string(t.Inst)
			}
		case xml.StartElement:
			if len(open) > maxXMLDepth {
				m.broken = errors.New("it is nested too deep")
				return m
			}
			scope := map[string]string{}
			for _, a := range t.Attr {
				switch {
				case a.Name.Space == "xmlns":
					scope[a.Name.Local] = a.Value
				case a.Name.Space == "" && a.Name.Local == "xmlns":
					scope[""] = a.Value
				}
			}
			spaces = append(spaces, scope)
			space, ok := resolve(t.Name.Space)
			if !ok {
				m.broken = errors.New("the prefix " + t.Name.Space + " is not declared")
				return m
			}
			if space == nsRDF && !strings.Contains(" RDF Description Bag Seq Alt li value type ", " "+t.Name.Local+" ") {
				m.broken = errors.New("RDF has no element " + t.Name.Local)
				return m
			}
			p := &property{space: space, prefix: t.Name.Space, name: t.Name.Local}
			for _, a := range t.Attr {
				s, _ := resolve(a.Name.Space)
				switch {
				case a.Name.Space == "xmlns" || a.Name.Local == "xmlns":
				case a.Name.Space == "xml" && a.Name.Local == "lang":
					p.lang = a.Value
				case s != "" && s != nsRDF:
					p.kids = append(p.kids, property{space: s, prefix: a.Name.Space, name: a.Name.Local, text: a.Value})
				}
			}
			open = append(open, p)
			names = append(names, t.Name.Space+":"+t.Name.Local)
		case xml.CharData:
			at := open[len(open)-1]
			if at.holdsNoText() && len(bytes.TrimSpace(t)) > 0 {
				m.broken = errors.New("text stands between the elements of RDF")
				return m
			}
			at.text += string(t)
		case xml.EndElement:
			if len(names) == 0 || names[len(names)-1] != t.Name.Space+":"+t.Name.Local {
				m.broken = errors.New("its elements do not match")
				return m
			}
			names = names[:len(names)-1]
			spaces = spaces[:len(spaces)-1]
			p := open[len(open)-1]
			open = open[:len(open)-1]
			up := open[len(open)-1]
			up.kids = append(up.kids, *p)
		}
	}
	if len(names) > 0 {
		m.broken = errors.New("it ends too early")
		return m
	}
	m.collect(root.kids, 0)
	return m
}

// collect takes the properties out of the descriptions.
func (m *metadata) collect(list []property, depth int) {
	for _, p := range list {
		switch {
		case p.is(nsRDF, "Description"):
			m.properties = append(m.properties, p.kids...)
		case p.is(nsRDF, "RDF") || p.name == "xmpmeta":
			m.collect(p.kids, depth+1)
		}
	}
}

// predefined holds the properties that ISO 19005-3, 6.6.2.3.1 knows without an
// extension schema. An empty list stands for all of a schema that a text
// document has no use for.
var predefined = map[string]string{
	nsDC:                                  "contributor coverage creator date description format identifier language publisher relation rights source subject title type",
	nsXMP:                                 "Advisory BaseURL CreateDate CreatorTool Identifier Label MetadataDate ModifyDate Nickname Rating Thumbnails",
	"http://ns.adobe.com/xap/1.0/mm/":     "DerivedFrom DocumentID History InstanceID LastURL ManageTo ManageUI ManagedFrom Manager ManagerVariant RenditionClass RenditionOf RenditionParams SaveID VersionID Versions Ingredients Pantry OriginalDocumentID",
	"http://ns.adobe.com/xap/1.0/rights/": "Certificate Marked Owner UsageTerms WebStatement",
	"http://ns.adobe.com/pdf/1.3/":        "Keywords PDFVersion Producer Trapped",
	nsPDFA:                                "part amd corr conformance rev",
	nsExtension:                           "schemas",
	"http://ns.adobe.com/xap/1.0/bj/":     "",
	"http://ns.adobe.com/xap/1.0/t/pg/":   "",
	"http://ns.adobe.com/xmp/1.0/DynamicMedia/":    "",
	"http://ns.adobe.com/photoshop/1.0/":           "",
	"http://ns.adobe.com/camera-raw-settings/1.0/": "",
	"http://ns.adobe.com/tiff/1.0/":                "",
	"http://ns.adobe.com/exif/1.0/":                "",
	"http://ns.adobe.com/exif/1.0/aux/":            "",
}

// valueTypes holds the types of predefined properties: of arrays their
// containers, "Text" for what has no parts.
var valueTypes = map[string]map[string]string{
	nsDC: {
		"contributor": "Bag", "coverage": "Text", "creator": "Seq", "date": "Seq", "description": "Alt", "format": "MIMEType",
		"identifier": "Text", "language": "Bag", "publisher": "Bag", "relation": "Bag", "rights": "Alt", "source": "Text",
		"subject": "Bag", "title": "Alt", "type": "Bag",
	},
	nsXMP: {
		"Advisory": "Bag", "BaseURL": "Text", "CreateDate": "Date", "CreatorTool": "Text", "Identifier": "Bag",
		"Label": "Text", "MetadataDate": "Date", "ModifyDate": "Date", "Nickname": "Text",
	},
	"http://ns.adobe.com/pdf/1.3/":        {"Keywords": "Text", "PDFVersion": "Text", "Producer": "Text"},
	"http://ns.adobe.com/xap/1.0/rights/": {"Certificate": "Text", "Marked": "Boolean", "Owner": "Bag", "UsageTerms": "Alt", "WebStatement": "Text"},
}

// isValueType reports whether a name is that of a type that extension schemas
// may use without describing it (ISO 19005-2, 6.6.2.3.3), also in an array or as
// a choice.
func isValueType(s string) bool {
	f := strings.Fields(s)
	for len(f) > 1 {
		switch strings.ToLower(f[0]) {
		case "bag", "seq", "alt", "open", "closed", "choice", "of":
			f = f[1:]
			continue
		}
		break
	}
	const all = " text boolean integer real rational date mimetype uri url agentname propername renditionclass resourceevent resourceref" +
		" version job locale thumbnail dimensions colorant font guid gpscoordinate flash oecf/sfr cfapattern devicesettings xpath" +
		" beatsplicestretch marker media projectlink resampleparams time timescalestretch timecode frame framecount framerate lang any "
	name := strings.ToLower(strings.Join(f, " "))
	return name == "lang alt" || strings.Contains(all, " "+name+" ")
}
