package epub

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Names of the vocabularies.
const (
	nsXHTML     = "http://www.w3.org/1999/xhtml"
	nsOPS       = "http://www.idpf.org/2007/ops"
	nsOPF       = "http://www.idpf.org/2007/opf"
	nsDC        = "http://purl.org/dc/elements/1.1/"
	nsOCF       = "urn:oasis:names:tc:opendocument:xmlns:container"
	nsNCX       = "http://www.daisy.org/z3986/2005/ncx/"
	nsSVG       = "http://www.w3.org/2000/svg"
	nsMathML    = "http://www.w3.org/1998/Math/MathML"
	nsSMIL      = "http://www.w3.org/ns/SMIL"
	nsXML       = "http://www.w3.org/XML/1998/namespace"
	nsXLink     = "http://www.w3.org/1999/xlink"
	nsSSML      = "http://www.w3.org/2001/10/synthesis"
	nsEnc       = "http://www.w3.org/2001/04/xmlenc#"
	nsSignature = "http://www.w3.org/2000/09/xmldsig#"
	nsDTBook    = "http://www.daisy.org/z3986/2005/dtbook/"
)

// element is an element of a parsed document, or a run of text where its name
// is empty.
type element struct {
	space, name string
	attrs       []attribute
	kids        []*element
	text        string
	up          *element
	line, col   int
}

type attribute struct{ space, name, value string }

// get returns an attribute without a namespace.
func (e *element) get(name string) (string, bool) { return e.getNS("", name) }

func (e *element) getNS(space, name string) (string, bool) {
	for _, a := range e.attrs {
		if a.space == space && a.name == name {
			return a.value, true
		}
	}
	return "", false
}

func (e *element) value(name string) string {
	v, _ := e.get(name)
	return v
}

func (e *element) is(space, name string) bool { return e.space == space && e.name == name }

// elements returns the child elements.
func (e *element) elements() []*element {
	var list []*element
	for _, k := range e.kids {
		if k.name != "" {
			list = append(list, k)
		}
	}
	return list
}

// child returns the first child element of the name.
func (e *element) child(space, name string) *element {
	for _, k := range e.kids {
		if k.is(space, name) {
			return k
		}
	}
	return nil
}

// all calls f for the element and every element below it, until f returns
// false for a branch.
func (e *element) all(f func(*element) bool) {
	if e.name == "" || !f(e) {
		return
	}
	for _, k := range e.kids {
		k.all(f)
	}
}

// content returns the characters of the element and all below it.
func (e *element) content() string {
	if e.name == "" {
		return e.text
	}
	var b strings.Builder
	var walk func(*element)
	walk = func(e *element) {
		b.WriteString(e.text)
		for _, k := range e.kids {
			walk(k)
		}
	}
	walk(e)
	return b.String()
}

func (e *element) at(file string) at { return at{file, e.line, e.col} }

// doctype is a document type declaration.
type doctype struct {
	name, public, system string
	external             bool // the internal subset declares an external entity
}

// document is a parsed XML document.
type document struct {
	root    *element
	doctype *doctype
	// sheets are the instructions before the root that name a style sheet.
	sheets []instruction
}

// instruction is a processing instruction.
type instruction struct {
	text      string
	line, col int
}

// maxXMLDepth bounds the nesting of elements, maxXMLAttributes the attributes
// of one.
const maxXMLDepth, maxXMLAttributes = 2000, 500

// isHTML reports whether a file is an XHTML document of EPUB 3, for which no
// other encoding than UTF-8 will do (HTML, 4.2.5.4).
func (c *checker) isHTML(name string) bool {
	if c.pkg == nil || c.pkg.two {
		return false
	}
	i := c.pkg.byName[name]
	return i != nil && baseType(i.mediaType) == typeXHTML
}

// parse parses a file as XML and reports what keeps it from being well-formed
// XML 1.0 in UTF-8 or UTF-16 (EPUB 3.3, 3.9). It returns nil for a document
// that cannot be used.
func (c *checker) parse(name string, data []byte, legacyEntities bool) *document {
	text, code, problem := decodeXML(data)
	if problem != "" {
		if code == "utf16" && !c.isHTML(name) {
			c.warn("encoding", at{file: name}, "%s", problem)
		} else {
			c.err("encoding", at{file: name}, "%s", problem)
			if code != "utf16" {
				return nil
			}
		}
	}
	p := &xmlParser{file: name, d: xml.NewDecoder(bytes.NewReader(text)), legacy: legacyEntities}
	doc, err := p.parse()
	if err != nil {
		c.err("xml", at{name, p.line, p.col}, "it is not well-formed: %v", err)
		return nil
	}
	if doc.doctype != nil && doc.doctype.external {
		c.err("external-entity", at{file: name}, "it declares an external entity")
	}
	return doc
}

var encodingDeclaration = regexp.MustCompile(`^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']`)

// wideText returns what decodeXML says of a document in UTF-16.
func wideText(text []byte) (_ []byte, code, problem string) {
	if text == nil {
		return nil, "", "it is encoded in UTF-16, and says otherwise"
	}
	return text, "utf16", "it is encoded in UTF-16, and should be in UTF-8"
}

// noDoctype reports a document type that is declared elsewhere; one public
// identifier may be known.
func (c *checker) noDoctype(name string, doc *document, known string) {
	if dt := doc.doctype; dt != nil && (dt.public != "" || dt.system != "") && (known == "" || dt.public != known) {
		c.err("doctype", at{file: name}, "its document type is declared in another file")
	}
}

// decodeXML returns the document as UTF-8 without a byte order mark.
func decodeXML(data []byte) (text []byte, code, problem string) {
	wide := func(order func([]byte) uint16) []byte {
		var units []uint16
		for i := 0; i+1 < len(data); i += 2 {
			units = append(units, order(data[i:]))
		}
		s := strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
		// The declaration now lies about the encoding.
		if m := encodingDeclaration.FindStringSubmatchIndex(s); m != nil {
			if !strings.HasPrefix(strings.ToUpper(s[m[2]:m[3]]), "UTF-16") {
				return nil // it always did
			}
			s = s[:m[2]] + "UTF-8" + s[m[3]:]
		}
		return []byte(s)
	}
	big := func(b []byte) uint16 { return uint16(b[0])<<8 | uint16(b[1]) }
	little := func(b []byte) uint16 { return uint16(b[1])<<8 | uint16(b[0]) }
	switch {
	case bytes.HasPrefix(data, []byte{0, 0, 0xfe, 0xff}), bytes.HasPrefix(data, []byte{0xff, 0xfe, 0, 0}), bytes.HasPrefix(data, []byte{0, 0, 0, '<'}), bytes.HasPrefix(data, []byte{'<', 0, 0, 0}):
		return nil, "", "it is encoded in UTF-32, and must be in UTF-8"
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}), bytes.HasPrefix(data, []byte{0, '<', 0, '?'}):
		return wideText(wide(big))
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{'<', 0, '?', 0}):
		return wideText(wide(little))
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if m := encodingDeclaration.FindSubmatch(data); m != nil {
		switch strings.ToUpper(string(m[1])) {
		case "UTF-8", "US-ASCII", "ASCII":
		default:
			return nil, "", fmt.Sprintf("it is encoded in %q, and must be in UTF-8", m[1])
		}
	}
	if !utf8.Valid(data) {
		return nil, "", "it is not UTF-8"
	}
	return data, "", ""
}

type xmlParser struct {
	file      string
	d         *xml.Decoder
	line, col int
	legacy    bool
}

type scopeFrame struct {
	e      *element
	prefix string // of the tag
	spaces map[string]string
}

func (p *xmlParser) parse() (*document, error) {
	doc := &document{}
	p.d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	p.d.Entity = map[string]string{}
	var stack []scopeFrame
	lookup := func(prefix string) (string, bool) {
		if prefix == "xml" {
			return nsXML, true
		}
		for i := len(stack) - 1; i >= 0; i-- {
			if s, ok := stack[i].spaces[prefix]; ok {
				return s, s != "" || prefix == ""
			}
		}
		return "", prefix == ""
	}
	first := true
	for {
		p.line, p.col = p.d.InputPos()
		t, err := p.d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			var syntax *xml.SyntaxError
			if errors.As(err, &syntax) {
				p.line = syntax.Line
				return nil, errors.New(syntax.Msg)
			}
			return nil, err
		}
		switch t := t.(type) {
		case xml.ProcInst:
			if strings.EqualFold(t.Target, "xml") && !first {
				return nil, errors.New("the XML declaration does not stand at the beginning")
			}
			if t.Target == "xml-stylesheet" && doc.root == nil {
				doc.sheets = append(doc.sheets, instruction{string(t.Inst), p.line, p.col})
			}
		case xml.Directive:
			if doc.root != nil || doc.doctype != nil {
				return nil, errors.New("a document type declaration stands where none may")
			}
			dt, entities, ok := parseDoctype(string(t))
			if !ok {
				return nil, errors.New("the document type declaration is malformed")
			}
			doc.doctype = dt
			if p.legacy && dt.public != "" {
				for k, v := range xml.HTMLEntity {
					p.d.Entity[k] = v
				}
			}
			for k, v := range entities {
				p.d.Entity[k] = v
			}
		case xml.StartElement:
			if len(stack) == 0 && doc.root != nil {
				return nil, errors.New("there is a second root element")
			}
			if len(stack) >= maxXMLDepth {
				return nil, errors.New("elements are nested too deeply")
			}
			if len(t.Attr) > maxXMLAttributes {
				return nil, errors.New("an element has too many attributes")
			}
			e := &element{line: p.line, col: p.col}
			frame := scopeFrame{e: e, prefix: t.Name.Space}
			for _, a := range t.Attr {
				var prefix string
				switch {
				case a.Name.Space == "xmlns":
					prefix = a.Name.Local
					if a.Value == "" {
						return nil, fmt.Errorf("the prefix %q is bound to nothing", prefix)
					}
				case a.Name.Space == "" && a.Name.Local == "xmlns":
				default:
					continue
				}
				if frame.spaces == nil {
					frame.spaces = map[string]string{}
				}
				if _, twice := frame.spaces[prefix]; twice {
					return nil, fmt.Errorf("the attribute %q stands twice", "xmlns:"+prefix)
				}
				frame.spaces[prefix] = a.Value
			}
			stack = append(stack, frame)
			var ok bool
			if e.space, ok = lookup(t.Name.Space); !ok {
				return nil, fmt.Errorf("the prefix %q is not declared", t.Name.Space)
			}
			if e.name = t.Name.Local; e.name == "" || strings.Contains(e.name, ":") {
				return nil, fmt.Errorf("%q is no name", t.Name.Local)
			}
			for _, a := range t.Attr {
				if a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns" {
					continue
				}
				at := attribute{name: a.Name.Local, value: a.Value}
				if a.Name.Space != "" {
					if at.space, ok = lookup(a.Name.Space); !ok {
						return nil, fmt.Errorf("the prefix %q is not declared", a.Name.Space)
					}
				}
				if _, twice := e.getNS(at.space, at.name); twice {
					return nil, fmt.Errorf("the attribute %q stands twice", at.name)
				}
				e.attrs = append(e.attrs, at)
			}
			if n := len(stack); n > 1 {
				e.up = stack[n-2].e
				e.up.kids = append(e.up.kids, e)
			} else {
				doc.root = e
			}
		case xml.EndElement:
			n := len(stack)
			if n == 0 {
				return nil, fmt.Errorf("</%s> closes nothing", t.Name.Local)
			}
			top := stack[n-1]
			if top.e.name != t.Name.Local || top.prefix != t.Name.Space {
				return nil, fmt.Errorf("</%s> closes <%s>", t.Name.Local, top.e.name)
			}
			stack = stack[:n-1]
		case xml.CharData:
			if len(stack) == 0 {
				if trim(string(t)) != "" {
					return nil, errors.New("there is text outside the root element")
				}
				break
			}
			e := stack[len(stack)-1].e
			e.kids = append(e.kids, &element{text: string(t), up: e, line: p.line, col: p.col})
		}
		first = false
	}
	if len(stack) > 0 {
		return nil, fmt.Errorf("<%s> is not closed", stack[len(stack)-1].e.name)
	}
	if doc.root == nil {
		return nil, errors.New("there is no element")
	}
	return doc, nil
}

var (
	doctypeHead   = regexp.MustCompile(`(?s)^DOCTYPE\s+([^\s\[>]+)\s*(?:PUBLIC\s+("[^"]*"|'[^']*')\s*("[^"]*"|'[^']*')?|SYSTEM\s+("[^"]*"|'[^']*'))?\s*(\[.*\])?\s*$`)
	entityLiteral = regexp.MustCompile(`(?s)<!ENTITY\s+([^\s%"']+)\s+("[^"]*"|'[^']*')\s*>`)
	entityOutside = matching(`<!ENTITY\s+(%\s+)?[^\s"']+\s+(SYSTEM|PUBLIC)\s`)
)

// parseDoctype reads a document type declaration with the entities of its
// internal subset.
func parseDoctype(s string) (*doctype, map[string]string, bool) {
	m := doctypeHead.FindStringSubmatch(s)
	if m == nil {
		return nil, nil, false
	}
	unquote := func(s string) string { return strings.Trim(s, `"'`) }
	dt := &doctype{name: m[1], public: unquote(m[2]), system: unquote(m[3] + m[4])}
	dt.external = entityOutside.MatchString(m[5])
	entities := map[string]string{}
	for _, e := range entityLiteral.FindAllStringSubmatch(m[5], 1000) {
		if value := unquote(e[2]); !strings.ContainsAny(value, "<&") || strings.HasPrefix(value, "&#") {
			entities[e[1]] = decodeReference(value)
		} else {
			entities[e[1]] = ""
		}
	}
	return dt, entities, true
}

// decodeReference replaces a numeric character reference that is a whole value.
func decodeReference(s string) string {
	var v struct {
		T string `xml:",chardata"`
	}
	if xml.Unmarshal([]byte("<a>"+s+"</a>"), &v) == nil {
		return v.T
	}
	return s
}

// ncName matches a name without a colon (Namespaces in XML, 3).
var ncName = matching(`^[\p{L}_][\p{L}\p{N}\p{M}\p{Pc}._\x{b7}-]*$`)

// inside reports whether an element is somewhere inside another.
func (e *element) inside(other *element) bool {
	for up := e.up; up != nil; up = up.up {
		if up == other {
			return true
		}
	}
	return false
}
