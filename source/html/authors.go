package html

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// authors finds who wrote the article: first in what the page tells machines,
// then in what it shows. Where machines are told only the name of the site, a
// name that is shown under the title is better.
func (p *page) authors() []document.Contributor {
	var names []string
	for _, find := range []func() []string{p.citedAuthors, p.linkedAuthors, p.taggedAuthors} {
		if names = p.people(find()); len(names) > 0 {
			break
		}
	}
	if site := p.siteName(); len(names) == 0 || len(names) == 1 && (p.isSite(names[0], site) || same(names[0], p.publisher()) || !strings.Contains(names[0], " ")) {
		for _, find := range []func() []string{p.headAuthors, p.shownAuthors} {
			if shown := p.people(find()); len(shown) > 0 && (len(names) == 0 || strings.Contains(shown[0], " ")) {
				names = shown
				break
			}
		}
	}
	var out []document.Contributor
	for _, n := range names {
		out = append(out, document.Contributor{Name: n, Role: "aut"})
	}
	return out
}

// people drops what is no name, and doubles.
func (p *page) people(names []string) []string {
	var out []string
	seen := map[string]bool{}
	var parts []string
	for _, n := range names {
		parts = append(parts, splitNames(n)...)
	}
	for _, n := range parts {
		n = strings.Trim(clean(n), " ,;|·•–—-")
		for _, lead := range []string{"By: ", "By ", "by ", "BY ", "Written by ", "Posted by ", "Author: ", "Von ", "von ", "Par "} {
			n = strings.TrimPrefix(n, lead)
		}
		n = p.bareName(withoutPost(n))
		key := letters(n)
		if key == "" || seen[key] || strings.Contains(n, "://") || strings.Contains(n, "@") || utf8.RuneCountInString(n) > 80 || strings.HasPrefix(n, "www.") {
			continue
		}
		switch key {
		case "admin", "administrator", "author", "editor", "webmaster", "user", "root", "guest", "wpadmin", "siteadmin", "unknown", "anonymous", "none", "null", "undefined", "adminuser":
			continue
		}
		if strings.HasSuffix(key, "admin") || glued(n) || len(out) > 0 && strings.HasPrefix(n, out[len(out)-1]+" ") {
			continue
		}
		seen[key] = true
		out = append(out, n)
	}
	return out
}

// bareName takes off what pages set behind a name: the site's own name, a link's words, a full stop behind letters of a
// degree.
func (p *page) bareName(n string) string {
	for _, tail := range []string{" Learn More", " Learn more", " Read More", " Read more", " View Profile", " View profile", " Follow", " Bio"} {
		n = strings.TrimSuffix(n, tail)
	}
	if i := strings.LastIndex(n, ", "); i > 0 && p.isSite(n[i+2:], p.siteName()) {
		n = n[:i]
	}
	if i := strings.LastIndexByte(n, ' '); strings.HasSuffix(n, ".") && i > 0 {
		if last := strings.TrimSuffix(n[i+1:], "."); len(last) > 2 && strings.ToUpper(last) == last && !strings.Contains(last, ".") {
			n = strings.TrimSuffix(n, ".") // "DVM."
		}
	}
	return n
}

// glued reports whether several words were run together: "ChecklistsJust EngagedWedding".
func glued(n string) bool {
	turns, run, last := 0, 0, ' '
	for _, r := range n {
		if unicode.IsUpper(r) && unicode.IsLower(last) && run > 3 {
			turns++
		}
		if run++; !unicode.IsLetter(r) || unicode.IsUpper(r) {
			run = 1
		}
		last = r
	}
	return turns > 1
}

func (p *page) citedAuthors() []string {
	var out []string
	for _, n := range p.meta.tags["citation_author"] {
		if last, first, ok := strings.Cut(n, ", "); ok && !strings.Contains(first, ",") {
			n = first + " " + last
		}
		out = append(out, n)
	}
	return out
}

func (p *page) linkedAuthors() []string {
	for _, t := range p.meta.things {
		names, _ := p.named(t["author"], 0)
		if len(names) == 0 {
			names, _ = p.named(t["creator"], 0)
		}
		if len(names) > 0 {
			return names
		}
	}
	return nil
}

func (p *page) taggedAuthors() []string {
	for _, n := range []string{"1", "2"} {
		switch strings.ToLower(p.meta.first("twitter:label" + n)) {
		case "written by", "by", "author", "posted by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da":
			if who := p.meta.first("twitter:data" + n); who != "" && !strings.Contains(who, "://") {
				return []string{who}
			}
		}
	}
	for _, key := range []string{"author", "article:author", "dc.creator", "dcterms.creator", "dc.creator.author", "parsely-author", "sailthru.author", "twitter:data1:author", "byl", "article:author_name", "og:article:author"} {
		var out []string
		for _, v := range p.meta.tags[key] {
			if v != "" && !strings.Contains(v, "://") {
				out = append(out, v)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// shownAuthors finds the names in the page's own words near the title.
func (p *page) shownAuthors() []string {
	var rel, prop, class []string
	each(p.root, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		if is(n, atom.Footer, atom.Nav, atom.Script, atom.Style) {
			return false
		}
		for _, w := range nameWords(n) {
			if w == "comment" || w == "comments" || w == "related" || w == "testimonial" {
				return false
			}
		}
		text := ""
		get := func() string {
			if text == "" {
				text = textOf(n)
			}
			return text
		}
		if is(n, atom.A) && strings.Contains(" "+attr(n, "rel")+" ", " author ") && short(get(), 60) {
			rel = append(rel, get())
		}
		if attr(n, "itemprop") == "author" {
			name := ""
			each(n, func(e *html.Node) bool {
				if name == "" && attr(e, "itemprop") == "name" {
					if name = attr(e, "content"); name == "" {
						name = textOf(e)
					}
				}
				return name == ""
			})
			if name == "" && short(get(), 80) {
				name = get()
			}
			prop = append(prop, name)
			return false
		}
		joined := strings.Join(nameWords(n), " ")
		if (strings.Contains(joined, "byline") || strings.Contains(joined, "author")) && !strings.Contains(joined, "bio") && len(class) < 4 {
			if s := get(); s != "" && short(s, 120) {
				if who := byline(s); who != "" {
					class = append(class, who)
					return false
				}
			}
		}
		return true
	})
	for _, list := range [][]string{prop, rel, class} {
		if len(list) > 0 {
			if len(list) > 3 {
				list = list[:1]
			}
			return list
		}
	}
	return nil
}

var bylineStart = regexp.MustCompile(`(?i)(?:^|\b)(?:written by|posted by|story by|words by|article by|by|author|von|par|por|di|door|av|af|przez):?\s+`)

// byline returns the names in a line such as "By Ann Author | May 3".
func byline(s string) string {
	if m := bylineStart.FindStringIndex(s); m != nil && m[0] < 40 {
		s = s[m[1]:]
	}
	var name []string
	fields := strings.Fields(s)
	for i, w := range fields {
		bare := strings.TrimRight(w, ",;|")
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(bare, "("))
		switch strings.ToLower(bare) {
		case "and", "und", "et", "y", "&", "de", "van", "von", "der", "da", "di", "la", "le", "bin", "al":
			if len(name) == 0 {
				return ""
			}
			name = append(name, bare)
			continue
		case "on", "updated", "published", "posted", "in", "at", "posts", "min", "read", "last", "date", "the", "editor", "contributor", "contributing", "writer", "reporter", "correspondent", "senior", "staff", "reviewed", "medically", "edited", "fact", "photo", "photos", "sign":
			return finishName(name)
		}
		// April and May are names too, unless a day or a year follows.
		dated := i+1 < len(fields) && fields[i+1][0] >= '0' && fields[i+1][0] <= '9'
		if !unicode.IsUpper(first) || manuscript.Month(bare) > 0 && dated {
			return finishName(name)
		}
		name = append(name, bare)
		if bare != w && !strings.HasSuffix(w, ",") || len(name) > 8 {
			return finishName(name)
		}
		if strings.HasSuffix(w, ",") {
			name[len(name)-1] += ","
		}
	}
	return finishName(name)
}

func finishName(name []string) string {
	s := strings.TrimRight(strings.Join(name, " "), " ,")
	if n := len(strings.Fields(s)); n == 0 || n > 9 {
		return ""
	}
	return s
}

// splitNames parts several names in one text.
func splitNames(s string) []string {
	s = clean(s)
	if strings.Contains(s, ";") {
		return strings.Split(s, ";")
	}
	return []string{s}
}
