package html

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/internal/manuscript"
)

// facts are what a page says about itself to machines.
type facts struct {
	tags      map[string][]string // meta elements by name, property or itemprop, in lower case
	canonical string
	things    []map[string]any // of JSON-LD, those that are articles first
	others    []map[string]any
}

// first returns the first value of a meta element called one of the names.
func (f *facts) first(names ...string) string {
	for _, n := range names {
		for _, v := range f.tags[n] {
			if v != "" {
				return v
			}
		}
	}
	return ""
}

// clean returns words of a page for the metadata: white space collapsed,
// nothing that no page can hold, entities that were escaped twice resolved.
func clean(s string) string {
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	return strings.Join(strings.Fields(manuscript.Clean(s)), " ")
}

// gather collects the facts.
func (p *page) gather() {
	p.meta.tags = map[string][]string{}
	each(p.root, func(n *html.Node) bool {
		switch {
		case is(n, atom.Meta):
			for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
				if k := strings.ToLower(strings.TrimSpace(attr(n, key))); k != "" {
					for _, k := range strings.Fields(k) {
						if v := clean(attr(n, "content")); len(p.meta.tags[k]) < 100 {
							p.meta.tags[k] = append(p.meta.tags[k], v)
						}
					}
				}
			}
		case is(n, atom.Link) && p.meta.canonical == "":
			for _, w := range strings.Fields(strings.ToLower(attr(n, "rel"))) {
				if w == "canonical" {
					p.meta.canonical = strings.TrimSpace(attr(n, "href"))
				}
			}
		case is(n, atom.Script) && strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json"):
			p.linkedData(rawScript(n))
		}
		return true
	})
}

// linkedData reads a script of JSON-LD.
func (p *page) linkedData(s string) {
	const most = 4 << 20
	if len(s) > most {
		return
	}
	s = strings.TrimSpace(s)
	for _, cut := range []string{"<![CDATA[", "//<![CDATA[", "/*<![CDATA[*/"} {
		s = strings.TrimPrefix(s, cut)
	}
	var v any
	if err := json.NewDecoder(strings.NewReader(s)).Decode(&v); err != nil {
		// Line feeds within strings are a common mistake.
		flat := strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(s)
		if json.NewDecoder(strings.NewReader(flat)).Decode(&v) != nil {
			return
		}
	}
	p.things1(v, 0)
}

// things1 collects the objects in a value of JSON-LD.
func (p *page) things1(v any, depth int) {
	if depth > 8 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			p.things1(e, depth+1)
		}
	case map[string]any:
		if isArticle(v) {
			p.meta.things = append(p.meta.things, v)
		} else {
			p.meta.others = append(p.meta.others, v)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
			if e, ok := v[key]; ok {
				p.things1(e, depth+1)
			}
		}
	}
}

func types(v map[string]any) []string { return words(v["@type"]) }

// words returns the strings of a value that is one or a list of them.
func words(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, words(e)...)
		}
		return out
	}
	return nil
}

func isArticle(v map[string]any) bool {
	for _, t := range types(v) {
		switch t = t[strings.LastIndexByte(t, '/')+1:]; {
		case strings.HasSuffix(t, "Article"), strings.HasSuffix(t, "Posting"), t == "Report", t == "Review", t == "Recipe", t == "HowTo", t == "Book", t == "Chapter", t == "Guide", t == "CreativeWork", t == "MedicalWebPage":
			return true
		}
	}
	return false
}

// named returns the names in a value that is a thing, a list of things or a
// name itself, with the type of each.
func (p *page) named(v any, depth int) (names, kinds []string) {
	if depth > 6 {
		return nil, nil
	}
	switch v := v.(type) {
	case string:
		return []string{v}, []string{""}
	case []any:
		for _, e := range v {
			n, k := p.named(e, depth+1)
			names, kinds = append(names, n...), append(kinds, k...)
		}
	case map[string]any:
		kind := ""
		if t := types(v); len(t) > 0 {
			kind = t[0]
		}
		if s := words(v["name"]); len(s) > 0 {
			for _, n := range s {
				names, kinds = append(names, n), append(kinds, kind)
			}
			return names, kinds
		}
		if id, ok := v["@id"].(string); ok { // another thing of the page
			for _, o := range p.meta.others {
				if o["@id"] == id && o["name"] != nil {
					return p.named(o, depth+1)
				}
			}
		}
	}
	return names, kinds
}

// fact returns the first text that one of the page's articles has under key.
func (f *facts) fact(key string) string {
	for _, t := range f.things {
		for _, s := range words(t[key]) {
			if s = clean(s); s != "" {
				return s
			}
		}
	}
	return ""
}

// metadata fills in what is known about the article.
func (p *page) metadata() {
	p.gather()
	p.findAddress()
	m := &p.doc.Metadata
	m.Language = p.language()
	m.Title = p.title()
	m.Date = p.date()
	m.Contributors = p.authors()
	m.Publisher = p.publisher()
	m.Description = p.description()
	m.Subjects = p.subjects()
	m.Source = p.source()
}

func (p *page) language() string {
	var of string
	each(p.root, func(n *html.Node) bool {
		if of == "" && is(n, atom.Html, atom.Body) {
			if of = attr(n, "lang"); of == "" {
				of = attr(n, "xml:lang")
			}
		}
		return of == "" && !is(n, atom.Body)
	})
	for _, s := range []string{of, p.meta.fact("inLanguage"), p.meta.first("content-language", "dc.language", "dcterms.language", "og:locale", "citation_language")} {
		s, _, _ = strings.Cut(s, ",")
		if t, ok := manuscript.Tag(s); ok {
			return t
		}
	}
	return ""
}

func (p *page) siteName() string {
	if s := p.meta.first("og:site_name", "application-name", "al:ios:app_name"); s != "" {
		return s
	}
	for _, o := range p.meta.others {
		for _, t := range types(o) {
			if t == "WebSite" {
				if s := words(o["name"]); len(s) > 0 {
					return clean(s[0])
				}
			}
		}
	}
	return ""
}

func (p *page) publisher() string {
	for _, t := range p.meta.things {
		if n, _ := p.named(t["publisher"], 0); len(n) > 0 && clean(n[0]) != "" {
			return clean(n[0])
		}
	}
	if s := p.meta.first("dc.publisher", "dcterms.publisher", "citation_publisher", "article:publisher"); s != "" && !strings.Contains(s, "://") {
		return s
	}
	return p.siteName()
}

func (p *page) description() string {
	if s := p.meta.first("og:description", "description", "dc.description", "dcterms.description", "twitter:description"); s != "" {
		return s
	}
	return p.meta.fact("description")
}

func (p *page) subjects() []string {
	var out []string
	seen := map[string]bool{}
	add := func(s string) {
		for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' }) {
			if w = clean(w); w != "" && len(w) < 80 && !seen[strings.ToLower(w)] && len(out) < 20 {
				seen[strings.ToLower(w)] = true
				out = append(out, w)
			}
		}
	}
	for _, t := range p.meta.things {
		for _, s := range words(t["keywords"]) {
			add(s)
		}
	}
	for _, k := range []string{"article:tag", "citation_keywords", "dc.subject", "dcterms.subject", "keywords", "news_keywords"} {
		if len(out) > 0 && (k == "keywords" || k == "news_keywords") {
			break
		}
		for _, s := range p.meta.tags[k] {
			add(s)
		}
	}
	return out
}

func (p *page) source() string {
	if a, ok := manuscript.Address(p.address); ok {
		return a
	}
	return ""
}
