package epub

import (
	"regexp"
	"strings"
)

// Small vocabularies of XML are held as data: for each element what attributes
// it may have and what it holds. (HTML, SVG and MathML have files of their own.)

// grammar gives the form of each element of a vocabulary by its name.
type grammar map[string]form

// form is what an element may have.
type form struct {
	// attributes without a namespace; those behind a "!" must be there. "*" are
	// any.
	attributes string
	// kids are a regular expression over the names of the children, in which "?"
	// is one of another vocabulary; "*" are any, "#" is text alone.
	kids string
}

// compiled is a grammar as it is used.
type compiled map[string]struct {
	kids  string
	order pattern // of the names, each with a space behind it
	known map[string]bool
	must  []string
}

// compile prepares a grammar.
func compile(g grammar) compiled {
	out := compiled{}
	for name, f := range g {
		c := out[name]
		c.kids, c.known = f.kids, map[string]bool{}
		for a := range strings.FieldsSeq(f.attributes) {
			n, must := strings.CutPrefix(a, "!")
			if must {
				c.must = append(c.must, n)
			}
			c.known[n] = true
		}
		if f.kids != "*" && f.kids != "#" {
			c.order = matching("^(?:" + elementName.ReplaceAllString(f.kids, "$0 ") + ")$")
		}
		out[name] = c
	}
	return out
}

var elementName = regexp.MustCompile(`[A-Za-z]+`)

// grammar checks the elements of one vocabulary in a document.
func (c *checker) grammar(file, space string, root *element, g compiled, code string) {
	root.all(func(e *element) bool {
		f, ok := g[e.name]
		if e.space != space || !ok {
			return true
		}
		for _, n := range f.must {
			if _, ok := e.get(n); !ok {
				c.err(code, e.at(file), "%q has no %s", e.name, n)
			}
		}
		for _, a := range e.attrs {
			if a.space == "" && !f.known[a.name] && !f.known["*"] {
				c.err("attribute", e.at(file), "the attribute %q may not stand on %q", a.name, e.name)
			}
		}
		if f.kids == "*" {
			return true
		}
		var b strings.Builder
		for _, k := range e.kids {
			switch {
			case k.name == "" && f.kids != "#" && trim(k.text) != "":
				c.err(code, k.at(file), "there may be no text in %q", e.name)
			case k.name != "" && k.space != space:
				b.WriteString("? ")
			case k.name != "":
				b.WriteString(k.name + " ")
			}
		}
		if names := b.String(); f.kids == "#" && names != "" || f.order != nil && !f.order.MatchString(names) {
			c.err(code, e.at(file), "the children of %q are not what it may hold: %s", e.name, strings.TrimSpace(names))
		}
		return true
	})
}

// containerGrammar is that of container.xml (EPUB 3.3, 4.2.6.3.1).
var containerGrammar = compile(grammar{
	"container": {"!version", "(rootfiles)(links)?"},
	"rootfiles": {"", "(rootfile)+"},
	"rootfile":  {"!full-path !media-type", ""},
	"links":     {"", "(link)+"},
	"link":      {"!href !rel media-type", ""},
})

// encryptionGrammars are those of encryption.xml (EPUB 3.3, 4.2.6.3.2; XML
// Encryption 1.1, 3).
var (
	encryptionGrammar = compile(grammar{"encryption": {"", "*"}})
	encryptedGrammar  = compile(grammar{
		"EncryptedData":    {"Id Type MimeType Encoding", "(EncryptionMethod)?(\\? )?(CipherData)(EncryptionProperties)?"},
		"EncryptedKey":     {"Id Type MimeType Encoding Recipient", "*"},
		"EncryptionMethod": {"!Algorithm", "(KeySize)?(OAEPparams)?"},
		"CipherData":       {"", "(CipherValue)|(CipherReference)"},
		"CipherReference":  {"!URI", "(Transforms)?"},
		"CipherValue":      {"", "#"},
	})
)

// ncxGrammar is that of the NCX (DAISY 3, 8 and its document type).
var ncxGrammar = compile(grammar{
	"ncx":        {"!version dir", "(head)(docTitle)(docAuthor)*(navMap)(pageList)?(navList)*"},
	"head":       {"", "((meta)|(smilCustomTest))+"},
	"meta":       {"!name !content scheme", ""},
	"docTitle":   {"id dir", "(text)(audio)?(img)?"},
	"docAuthor":  {"id dir", "(text)(audio)?(img)?"},
	"navLabel":   {"dir", "((text)(audio)?|(audio))(img)?"},
	"navInfo":    {"dir", "((text)(audio)?|(audio))(img)?"},
	"text":       {"id class", "#"},
	"navMap":     {"id", "((navInfo)|(navLabel))*(navPoint)+"},
	"navPoint":   {"!id class playOrder", "(navLabel)+(content)(navPoint)*"},
	"content":    {"id !src", ""},
	"pageList":   {"id class", "(navInfo)*((navLabel)(navInfo)*)?(pageTarget)+"},
	"pageTarget": {"id value !type class playOrder", "(navLabel)+(content)"},
	"navList":    {"id class", "(navInfo)*(navLabel)((navInfo)|(navLabel))*(navTarget)+"},
	"navTarget":  {"!id class value playOrder", "(navLabel)+(content)"},
})

// overlayGrammar is that of media overlays (EPUB 3.3, 9.2.2).
var overlayGrammar = compile(grammar{
	"smil":     {"*", "(head)?(body)"},
	"head":     {"", "(metadata)?"},
	"metadata": {"", "*"},
	"body":     {"*", "((seq)|(par))+"},
	"seq":      {"*", "((seq)|(par))+"},
	"par":      {"*", "(text)(audio)?|(audio)(text)"},
	"text":     {"*", ""},
	"audio":    {"*", ""},
})

// packageGrammar are the elements of a package that hold nothing, and the
// guide (EPUB 3.3, 5; OPF 2.0.1, 2.6).
var packageGrammar = compile(grammar{
	"link":      {"*", ""},
	"itemref":   {"*", ""},
	"item":      {"*", ""},
	"guide":     {"", "(reference)*"},
	"tours":     {"id", "(tour)+"}, // of EPUB 2, as are the next two
	"tour":      {"id !title", "(site)+"},
	"site":      {"id !title !href", ""},
	"reference": {"!type title !href", ""},
})

// tableGrammar is that of tables in XHTML 1.1.
var tableGrammar = compile(grammar{
	"table":    {"*", "(caption)?((col)*|(colgroup)*)(thead)?(tfoot)?((tbody)+|(tr)+)"},
	"colgroup": {"*", "(col)*"},
	"thead":    {"*", "(tr)+"},
	"tfoot":    {"*", "(tr)+"},
	"tbody":    {"*", "(tr)+"},
})
