package html

import (
	"regexp"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/internal/manuscript"
)

// date finds the day on which the article was published.
func (p *page) date() string {
	for _, key := range []string{"datePublished", "dateCreated", "uploadDate"} {
		if d := manuscript.Day(p.meta.fact(key)); d != "" {
			return d
		}
	}
	for _, name := range []string{"article:published_time", "og:article:published_time", "datepublished", "citation_publication_date", "citation_online_date", "citation_date",
		"dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date", "pubdate", "publishdate", "publish-date", "publish_date",
		"parsely-pub-date", "sailthru.date", "published_at", "article.published", "publication_date", "article:published", "cxenseparse:recs:publishtime", "og:pubdate", "datecreated"} {
		if d := manuscript.Day(p.meta.first(name)); d != "" {
			return d
		}
	}
	for _, o := range p.meta.others {
		for _, s := range words(o["datePublished"]) {
			if d := manuscript.Day(s); d != "" {
				return d
			}
		}
	}
	if d := p.headDay(); d != "" {
		return d
	}
	return p.visibleDate()
}

// visibleDate finds the day in what the page shows about the article.
func (p *page) visibleDate() string {
	var marked, timed, classed string
	each(p.root, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		if is(n, atom.Script, atom.Style, atom.Footer, atom.Nav) {
			return false
		}
		prop := attr(n, "itemprop")
		switch {
		case marked == "" && (prop == "datePublished" || hasAttr(n, "pubdate")):
			marked = elementDay(n)
		case timed == "" && is(n, atom.Time):
			timed = elementDay(n)
		case classed == "":
			for _, w := range nameWords(n) {
				if w == "date" || w == "published" || w == "posted" || w == "pubdate" || w == "timestamp" || w == "time" || w == "dateline" || w == "byline" {
					if s := textOf(n); short(s, 120) {
						classed = elementDay(n)
					}
				}
			}
		}
		return marked == ""
	})
	for _, d := range []string{marked, timed, classed} {
		if d != "" {
			return d
		}
	}
	if m := addressDay.FindStringSubmatch(p.address); m != nil {
		return manuscript.Day(m[1] + "-" + m[2] + "-" + m[3])
	}
	return ""
}

var addressDay = regexp.MustCompile(`/(\d{4})/(\d\d)/(\d\d)(?:/|$)`)

func elementDay(n *html.Node) string {
	for _, key := range []string{"datetime", "content", "title"} {
		if d := manuscript.Day(attr(n, key)); d != "" {
			return d
		}
	}
	if s := textOf(n); short(s, 160) {
		return manuscript.FindDay(s)
	}
	return ""
}
