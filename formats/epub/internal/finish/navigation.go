package finish

import (
	"slices"
	"strconv"
	"strings"

	"github.com/quirepress/quire/formats/epub/internal/xhtml"
)

// navigation writes the navigation document (EPUB 3.3, 7): the contents, the
// page list where pages are known, and the landmarks.
func (p *Publication) navigation() string {
	var b strings.Builder
	words := p.Book.Labels
	p.frame(&b, words.Contents, "css/"+p.Stylesheet)
	b.WriteString("<body epub:type=\"frontmatter\">\n")
	for _, page := range p.pages() {
		if page.File == "" {
			b.WriteString(page.Marker() + "\n")
		}
	}
	b.WriteString("<nav class=\"contents\" epub:type=\"toc\" role=\"doc-toc\" aria-labelledby=\"contents\">\n<h2 id=\"contents\"" + p.foreign() + ">" + xhtml.Escape(words.Contents) + "</h2>\n")
	entries(&b, p.Book.Contents)
	b.WriteString("</nav>\n")
	if len(p.pages()) > 0 {
		b.WriteString("<nav epub:type=\"page-list\" role=\"doc-pagelist\" hidden=\"hidden\" aria-labelledby=\"pages\">\n<h2 id=\"pages\"" + p.foreign() + ">" + xhtml.Escape(words.PageList) + "</h2>\n<ol>\n")
		for _, page := range p.pages() {
			b.WriteString(`<li><a href="` + xhtml.Escape(pageHref(page)) + `">` + xhtml.Escape(page.Label) + "</a></li>\n")
		}
		b.WriteString("</ol>\n</nav>\n")
	}
	if len(p.landmarks()) == 0 {
		b.WriteString("</body>\n</html>\n")
		return b.String()
	}
	b.WriteString("<nav epub:type=\"landmarks\" hidden=\"hidden\" aria-labelledby=\"landmarks\">\n<h2 id=\"landmarks\"" + p.foreign() + ">" + xhtml.Escape(words.Landmarks) + "</h2>\n<ol>\n")
	for _, l := range p.landmarks() {
		b.WriteString(`<li><a epub:type="` + l.Type + `" href="` + xhtml.Escape(l.Href) + `">` + xhtml.Escape(l.Label) + "</a></li>\n")
	}
	b.WriteString("</ol>\n</nav>\n</body>\n</html>\n")
	return b.String()
}

// pages returns the markers of printed pages that the reading order holds.
func (p *Publication) pages() []xhtml.Page {
	return slices.DeleteFunc(slices.Clone(p.Book.Pages), func(page xhtml.Page) bool { return page.File == "" && !p.Contents })
}

// pageHref returns the address of a marker, seen from the package document.
func pageHref(page xhtml.Page) string {
	if page.File == "" {
		return "nav.xhtml#" + page.ID
	}
	return "xhtml/" + page.File + "#" + page.ID
}

// foreign returns the language attributes of words that are not in the
// language of the book.
func (p *Publication) foreign() string {
	if lang := p.Book.Labels.Lang; strings.Split(p.Book.Lang, "-")[0] != strings.Split(lang, "-")[0] {
		return ` lang="` + lang + `" xml:lang="` + lang + `" dir="ltr"`
	}
	return ""
}

func (p *Publication) landmarks() []xhtml.Landmark {
	var list []xhtml.Landmark
	if p.CoverPage != "" {
		list = append(list, xhtml.Landmark{Type: "cover", Label: p.Book.Labels.Cover, Href: "xhtml/" + p.CoverPage})
	}
	if p.Contents { // a landmark leads to a place in the reading order
		list = append(list, xhtml.Landmark{Type: "toc", Label: p.Book.Labels.Contents, Href: "nav.xhtml"})
	}
	for _, l := range p.Book.Landmarks {
		l.Href = "xhtml/" + l.Href
		list = append(list, l)
	}
	return list
}

func entries(b *strings.Builder, list []xhtml.Entry) {
	b.WriteString("<ol>\n")
	for _, e := range list {
		b.WriteString(`<li><a href="xhtml/` + xhtml.Escape(e.Href) + `">` + e.Label + "</a>")
		if len(e.Children) > 0 {
			b.WriteString("\n")
			entries(b, e.Children)
		}
		b.WriteString("</li>\n")
	}
	b.WriteString("</ol>\n")
}

// ncx writes the table of contents of EPUB 2 for older reading systems.
func (p *Publication) ncx() string {
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	b.WriteString(`<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="` + xhtml.Escape(p.Book.Lang) + "\">\n<head>\n")
	meta := func(name, value string) {
		b.WriteString(`<meta name="dtb:` + name + `" content="` + xhtml.Escape(value) + "\"/>\n")
	}
	meta("uid", p.identifier())
	meta("depth", strconv.Itoa(depth(p.Book.Contents)))
	meta("totalPageCount", strconv.Itoa(len(p.pages())))
	meta("maxPageNumber", strconv.Itoa(p.maxPage()))
	b.WriteString("</head>\n<docTitle><text>" + xhtml.Escape(p.title()) + "</text></docTitle>\n<navMap>\n")
	order := 0
	places := map[string]int{}
	place := func(href string) string { // equal places have equal numbers
		if places[href] == 0 {
			order++
			places[href] = order
		}
		return strconv.Itoa(places[href])
	}
	point := 0
	var points func([]xhtml.Entry)
	points = func(list []xhtml.Entry) {
		for _, e := range list {
			point++
			b.WriteString(`<navPoint id="point-` + strconv.Itoa(point) + `" playOrder="` + place("xhtml/"+e.Href) + `"><navLabel><text>` + xhtml.Escape(e.Text) + `</text></navLabel><content src="xhtml/` + xhtml.Escape(e.Href) + "\"/>")
			points(e.Children)
			b.WriteString("</navPoint>\n")
		}
	}
	points(p.Book.Contents)
	b.WriteString("</navMap>\n")
	if len(p.pages()) > 0 {
		b.WriteString("<pageList>\n<navLabel><text>" + xhtml.Escape(p.Book.Labels.PageList) + "</text></navLabel>\n")
		for i, page := range p.pages() {
			kind, value := "normal", ""
			if n, err := strconv.Atoi(page.Label); err == nil && n > 0 {
				value = ` value="` + strconv.Itoa(n) + `"`
			} else {
				kind = "front"
			}
			b.WriteString(`<pageTarget id="target-` + strconv.Itoa(i+1) + `" type="` + kind + `"` + value + ` playOrder="` + place(pageHref(page)) + `"><navLabel><text>` + xhtml.Escape(page.Label) + `</text></navLabel><content src="` + xhtml.Escape(pageHref(page)) + "\"/></pageTarget>\n")
		}
		b.WriteString("</pageList>\n")
	}
	b.WriteString("</ncx>\n")
	return b.String()
}

func depth(list []xhtml.Entry) int {
	d := 0
	for _, e := range list {
		d = max(d, 1+depth(e.Children))
	}
	return d
}

func (p *Publication) maxPage() int {
	m := 0
	for _, page := range p.pages() {
		if n, err := strconv.Atoi(page.Label); err == nil {
			m = max(m, n)
		}
	}
	return m
}
