package finish

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/quirepress/quire/formats/epub/internal/pack"
	"github.com/quirepress/quire/formats/epub/internal/xhtml"
	"github.com/quirepress/quire/source/document"
)

const (
	// PackageName is the name of the package document.
	PackageName = pack.Root + "package.opf"
	// FingerprintProperty is a property of Quire's own, whose prefix stands for
	// vocabulary (EPUB 3.3, D.1.4).
	FingerprintProperty = "quire:fingerprint"
	vocabulary          = "https://github.com/quirepress/quire#"
)

// packageDocument writes the package document (EPUB 3.3, 5).
func (p *Publication) packageDocument() string {
	var b strings.Builder
	lang := xhtml.Escape(p.Book.Lang)
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	b.WriteString(`<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifier" xml:lang="` + lang + `" dir="` + p.Book.Dir + `"`)
	if p.Metadata.Fingerprint != "" {
		b.WriteString(` prefix="quire: ` + vocabulary + `"`)
	}
	b.WriteString(">\n")
	o := opf{Builder: &b}
	b.WriteString("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n")
	p.bibliographic(&o)
	p.accessibility(&o)
	if p.Cover != "" {
		b.WriteString("<meta name=\"cover\" content=\"cover-image\"/>\n")
	}
	b.WriteString("</metadata>\n")
	p.manifest(&b)
	p.spine(&b)
	b.WriteString("</package>\n")
	return b.String()
}

// opf writes elements of the metadata.
type opf struct {
	*strings.Builder
	ids int
}

// dc writes an element of Dublin Core; with refinements it gets an id.
func (o *opf) dc(name, id, value string, refinements ...[3]string) {
	value = strings.Join(strings.Fields(xhtml.Clean(value)), " ")
	if value == "" {
		return
	}
	if id == "" && len(refinements) > 0 {
		o.ids++
		id = name + "-" + strconv.Itoa(o.ids)
	}
	o.WriteString("<dc:" + name)
	if id != "" {
		o.WriteString(` id="` + id + `"`)
	}
	o.WriteString(">" + xhtml.Escape(value) + "</dc:" + name + ">\n")
	for _, r := range refinements {
		o.refine(id, r[0], r[1], r[2])
	}
}

// refine writes a property of the element called id; scheme may be empty.
func (o *opf) refine(id, property, scheme, value string) {
	if value = strings.Join(strings.Fields(xhtml.Clean(value)), " "); value == "" {
		return
	}
	o.WriteString(`<meta refines="#` + id + `" property="` + property + `"`)
	if scheme != "" {
		o.WriteString(` scheme="` + scheme + `"`)
	}
	o.WriteString(">" + xhtml.Escape(value) + "</meta>\n")
}

func (o *opf) meta(property, value string) {
	o.WriteString(`<meta property="` + property + `">` + xhtml.Escape(xhtml.Clean(value)) + "</meta>\n")
}

func (p *Publication) title() string {
	if t := strings.Join(strings.Fields(xhtml.Clean(p.Metadata.Title)), " "); t != "" {
		return t
	}
	return p.Book.Labels.Untitled
}

// bibliographic writes what describes the book.
func (p *Publication) bibliographic(o *opf) {
	m := p.Metadata
	o.dc("identifier", "identifier", p.identifier(), identifierType(m.Identifiers, 0)...)
	for i := 1; i < len(m.Identifiers); i++ {
		o.dc("identifier", "", urn(m.Identifiers[i]), identifierType(m.Identifiers, i)...)
	}
	title := [][3]string{{"title-type", "", "main"}}
	if m.Subtitle != "" {
		title = append(title, [3]string{"display-seq", "", "1"})
	}
	if sorted := fileAs(p.title(), p.Book.Lang); sorted != p.title() {
		title = append(title, [3]string{"file-as", "", sorted})
	}
	o.dc("title", "title", p.title(), title...)
	o.dc("title", "", m.Subtitle, [3]string{"title-type", "", "subtitle"}, [3]string{"display-seq", "", "2"})
	o.dc("language", "", p.Book.Lang)
	seq := 0
	for _, c := range m.Contributors {
		name, role := "creator", c.Role
		if role == "" {
			role = "aut"
		}
		if role != "aut" && role != "cre" {
			name = "contributor"
		}
		var refinements [][3]string
		if marc.MatchString(role) {
			refinements = append(refinements, [3]string{"role", "marc:relators", role})
		}
		s := strings.TrimSpace(c.FileAs)
		if s == "" {
			s = sortName(c.Name, p.Book.Lang)
		}
		if s != "" {
			refinements = append(refinements, [3]string{"file-as", "", s})
		}
		if name == "creator" {
			seq++
			refinements = append(refinements, [3]string{"display-seq", "", strconv.Itoa(seq)})
		}
		o.dc(name, "", c.Name, refinements...)
	}
	o.dc("publisher", "", m.Publisher)
	if day, ok := date(m.Date); ok {
		o.dc("date", "", day)
	}
	o.dc("description", "", m.Description)
	for _, s := range m.Subjects {
		o.dc("subject", "", s)
	}
	o.dc("rights", "", m.Rights)
	o.dc("source", "", m.Source)
	if s := m.Series; s != nil && strings.TrimSpace(s.Name) != "" {
		o.WriteString(`<meta property="belongs-to-collection" id="series">` + xhtml.Escape(xhtml.Clean(s.Name)) + "</meta>\n")
		o.refine("series", "collection-type", "", "series")
		if position.MatchString(s.Position) {
			o.refine("series", "group-position", "", s.Position)
		}
	}
	o.meta("dcterms:modified", p.modified())
	if len(p.pages()) > 0 && p.PrintID != "" {
		o.meta("pageBreakSource", p.PrintID)
	}
	if m.Fingerprint != "" {
		o.meta(FingerprintProperty, m.Fingerprint)
	}
}

var (
	uuid     = regexp.MustCompile(`^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$`)
	marc     = regexp.MustCompile(`^[a-z]{3}$`)
	position = regexp.MustCompile(`^[0-9]+(\.[0-9]+)*$`)
)

// fileAs moves a leading article behind the title, as catalogues sort it.
func fileAs(title, lang string) string {
	articles := map[string]string{"en": "The A An", "de": "Der Die Das Ein Eine", "fr": "Le La Les Un Une", "es": "El La Los Las Un Una", "it": "Il Lo La I Gli Le Un Una", "nl": "De Het Een", "pt": "O A Os As Um Uma"}
	first, rest, ok := strings.Cut(title, " ")
	if ok && rest != "" && slices.Contains(strings.Fields(articles[strings.Split(lang, "-")[0]]), first) {
		return rest + ", " + first
	}
	return title
}

// identifier returns the book's unique identifier: the first one given, or the
// default one.
func (p *Publication) identifier() string {
	if ids := p.Metadata.Identifiers; len(ids) > 0 {
		if v := urn(ids[0]); v != "" {
			return v
		}
	}
	return p.Metadata.DefaultIdentifier().Value
}

// urn returns an identifier as a URI where its scheme has one.
func urn(id document.Identifier) string {
	v := strings.Join(strings.Fields(xhtml.Clean(id.Value)), " ")
	if v == "" {
		return ""
	}
	switch strings.ToLower(id.Scheme) {
	case "uuid":
		if uuid.MatchString(v) {
			return "urn:uuid:" + v
		}
	case "isbn":
		if !strings.HasPrefix(v, "urn:isbn:") {
			return "urn:isbn:" + strings.ReplaceAll(v, " ", "-")
		}
	case "doi":
		v = strings.TrimPrefix(strings.TrimPrefix(v, "https://doi.org/"), "doi:")
		return "doi:" + v
	}
	return v
}

// identifierType names the scheme by ONIX code list 5.
func identifierType(ids []document.Identifier, i int) [][3]string {
	if i >= len(ids) {
		return nil
	}
	code := ""
	switch strings.ToLower(ids[i].Scheme) {
	case "isbn":
		digits := 0
		for _, r := range strings.TrimPrefix(ids[i].Value, "urn:isbn:") {
			if r >= '0' && r <= '9' || r == 'X' {
				digits++
			}
		}
		switch digits {
		case 13:
			code = "15"
		case 10:
			code = "02"
		}
	case "doi":
		code = "06"
	}
	if code == "" {
		return nil
	}
	return [][3]string{{"identifier-type", "onix:codelist5", code}}
}

// date returns a date of publication in the form that the package has.
func date(s string) (string, bool) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006", time.RFC3339} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			if layout == time.RFC3339 {
				return t.UTC().Format("2006-01-02T15:04:05Z"), true
			}
			return s, true
		}
	}
	return "", false
}

// modified returns the time of the edition, to the second and in UTC.
func (p *Publication) modified() string {
	for _, s := range []string{p.Metadata.Modified, p.Metadata.Date} {
		for _, layout := range []string{time.RFC3339, "2006-01-02", "2006-01", "2006"} {
			if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
				return t.UTC().Format("2006-01-02T15:04:05Z")
			}
		}
	}
	return "2000-01-01T00:00:00Z"
}

func (p *Publication) manifest(b *strings.Builder) {
	b.WriteString("<manifest>\n")
	item := func(id, href, mediaType string, properties ...string) {
		b.WriteString(`<item id="` + id + `" href="` + xhtml.Escape(href) + `" media-type="` + mediaType + `"`)
		if len(properties) > 0 {
			b.WriteString(` properties="` + strings.Join(properties, " ") + `"`)
		}
		b.WriteString("/>\n")
	}
	item("nav", "nav.xhtml", "application/xhtml+xml", "nav")
	item("ncx", "toc.ncx", "application/x-dtbncx+xml")
	item("style", strings.TrimPrefix(pack.Styles, pack.Root)+p.Stylesheet, "text/css")
	for _, name := range p.Fonts {
		item("font-"+name, strings.TrimPrefix(pack.Fonts, pack.Root)+name, fontType(name))
	}
	if p.Cover != "" {
		item("cover-image", strings.TrimPrefix(pack.Images, pack.Root)+p.Cover, p.CoverType, "cover-image")
	}
	for _, i := range p.Book.Images {
		item("image-"+i.Name, strings.TrimPrefix(pack.Images, pack.Root)+i.Name, i.MediaType)
	}
	for _, c := range p.Book.Chapters {
		var properties []string
		if c.MathML {
			properties = append(properties, "mathml")
		}
		if c.SVG {
			properties = append(properties, "svg")
		}
		item("text-"+c.Name, strings.TrimPrefix(pack.Text, pack.Root)+c.Name, "application/xhtml+xml", properties...)
	}
	b.WriteString("</manifest>\n")
}

func fontType(name string) string {
	switch {
	case strings.HasSuffix(name, ".woff2"):
		return "font/woff2"
	case strings.HasSuffix(name, ".otf"):
		return "font/otf"
	}
	return "font/ttf"
}

// spine writes the reading order; the contents stand behind the title page.
func (p *Publication) spine(b *strings.Builder) {
	b.WriteString(`<spine toc="ncx"`)
	if p.Book.Dir == "rtl" {
		b.WriteString(` page-progression-direction="rtl"`)
	}
	b.WriteString(">\n")
	nav := p.Contents
	for _, c := range p.Book.Chapters {
		if nav && c.Text {
			b.WriteString("<itemref idref=\"nav\"/>\n")
			nav = false
		}
		b.WriteString(`<itemref idref="text-` + c.Name + "\"/>\n")
	}
	b.WriteString("</spine>\n")
}
