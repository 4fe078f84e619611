package html

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// savedFrom is the comment in which browsers note a page's address ("mark of
// the web").
var savedFrom = regexp.MustCompile(`saved from url=\(\d+\)(\S+)|(?:File saved from|Page saved with SingleFile\s+url:)\s*(\S+)`)

// findAddress finds where the page came from and what its links are relative
// to.
func (p *page) findAddress() {
	saved, base := "", ""
	each(p.root, func(n *html.Node) bool {
		switch {
		case n.Type == html.CommentNode && saved == "" && len(n.Data) < 4096:
			if m := savedFrom.FindStringSubmatch(n.Data); m != nil {
				saved = m[1] + m[2]
			}
		case is(n, atom.Base) && base == "":
			base = strings.TrimSpace(attr(n, "href"))
		}
		return true
	})
	for _, s := range []string{p.meta.canonical, saved, p.meta.first("og:url"), base} {
		if u, err := url.Parse(s); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
			p.address = s
			break
		}
	}
	p.base = p.address
	if saved != "" {
		if u, err := url.Parse(saved); err == nil && u.Host != "" {
			p.base = saved
		}
	}
	if u, err := url.Parse(base); err == nil && base != "" {
		if b, err := url.Parse(p.base); err == nil {
			if r := b.ResolveReference(u); r.Host != "" {
				p.base = r.String()
			}
		}
	}
}

// resolve returns the address of a link in full where the page's own is known.
func (p *page) resolve(href string) string {
	if href == "" || p.base == "" {
		return href
	}
	u, err := url.Parse(href)
	if err != nil || u.Scheme != "" {
		return href
	}
	b, err := url.Parse(p.base)
	if err != nil {
		return href
	}
	return b.ResolveReference(u).String()
}

// ownAddress reports whether an address without its fragment is the page's.
func (p *page) ownAddress(s string) bool {
	trim := func(s string) string {
		if _, rest, ok := strings.Cut(s, "://"); ok {
			s = rest
		}
		return strings.TrimSuffix(s, "/")
	}
	return p.address != "" && trim(p.resolve(s)) == trim(p.address)
}
