package html

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/document"
)

// title finds the article's title, without the name of the site.
func (p *page) title() string {
	var head string
	var h1 []string
	each(p.root, func(n *html.Node) bool {
		switch {
		case is(n, atom.Title) && head == "" && !is(n.Parent, atom.Svg):
			head = clean(textOf(n))
		case is(n, atom.H1):
			if s := clean(textOf(n)); s != "" {
				h1 = append(h1, s)
			}
			return false
		case is(n, atom.Svg):
			return false
		}
		return true
	})
	site := p.siteName()
	// The names that machines get are often made for search engines; they tell
	// which heading is the title.
	var named string
	for _, c := range []string{p.meta.first("citation_title"), p.meta.fact("headline"), p.meta.first("og:title", "dc.title", "dcterms.title", "twitter:title"), head} {
		if c = p.withoutSite(c, site, h1); c != "" && !same(c, site) {
			named = c
			break
		}
	}
	best, most := "", 0.0
	for _, h := range h1 {
		if short(h, 200) && !p.isSite(h, site) {
			if v := overlap(h, named) + overlap(h, head); v > most {
				best, most = h, v
			}
		}
	}
	switch {
	case most >= .6, named == "" && best != "", len(h1) == 1 && best != "" && most > .2:
		return beforeBar(best)
	case named != "":
		return named
	case len(h1) > 0:
		return h1[0]
	}
	return head
}

// overlap returns the share of words that two titles have in common.
func overlap(a, b string) float64 {
	of := func(s string) map[string]bool {
		m := map[string]bool{}
		for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			m[w] = true
		}
		return m
	}
	x, y := of(a), of(b)
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	return 2 * float64(both) / float64(len(x)+len(y))
}

// separators part a page's title from the name of its site.
var separators = []string{" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • ", " // ", " ‹ ", " « ", " ~ ", "| "}

// withoutSite takes the name of the site off a title.
func (p *page) withoutSite(s, site string, h1 []string) string {
	for _, h := range h1 {
		if same(s, h) {
			return beforeBar(s)
		}
	}
	for range 3 {
		cut, at, size := -1, 0, 0
		for _, sep := range separators {
			if i := strings.LastIndex(s, sep); i > cut {
				cut, at, size = i, i, len(sep)
			}
		}
		if cut <= 0 {
			break
		}
		front, back := strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+size:])
		switch {
		case p.isSite(back, site):
			s = front
			continue
		case p.isSite(front, site):
			s = back
			continue
		}
		// A heading of the page is what comes before.
		for _, h := range h1 {
			if same(front, h) {
				return front
			}
			if same(back, h) {
				return back
			}
		}
		if i := firstSeparator(s); i > 0 && p.isSite(strings.TrimSpace(s[:i]), site) {
			s = strings.TrimSpace(strings.TrimLeft(s[i:], " |–—-:»·•/‹«~"))
			continue
		}
		break
	}
	return beforeBar(s)
}

// beforeBar returns a title without what follows a bar: that parts it from the
// names of sections and sites, seldom from more of the title.
func beforeBar(s string) string {
	if front, _, ok := strings.Cut(s, " | "); ok && len(strings.Fields(front)) > 2 {
		return strings.TrimSpace(front)
	}
	return s
}

// isTitle reports whether a text of the page is the article's title.
func (p *page) isTitle(s string) bool {
	title := p.doc.Metadata.Title
	return same(s, title) || same(beforeBar(s), title)
}

func firstSeparator(s string) int {
	at := -1
	for _, sep := range separators {
		if i := strings.Index(s, sep); i > 0 && (at < 0 || i < at) {
			at = i
		}
	}
	return at
}

// isSite reports whether s is the name of the site: as the page gives it, or as
// its address does.
func (p *page) isSite(s, site string) bool {
	if same(s, site) {
		return true
	}
	key := letters(s)
	if key == "" {
		return false
	}
	if k := letters(site); k != "" && (key == k || len(key) > 5 && strings.HasPrefix(k, key) || len(k) > 5 && strings.HasPrefix(key, k)) {
		return true
	}
	u, err := url.Parse(p.address)
	if err != nil || u.Host == "" {
		return false
	}
	for _, label := range strings.Split(strings.TrimPrefix(u.Hostname(), "www."), ".") {
		label = letters(label)
		if len(label) > 2 && (label == key || len(key) > 4 && strings.Contains(label, key) || len(label) > 4 && strings.Contains(key, label) && len(key) < 2*len(label)+8) {
			return true
		}
	}
	// An acronym of the words is often the address.
	initials := ""
	for _, w := range strings.Fields(s) {
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			initials += strings.ToLower(string(r))
		}
	}
	label, _, _ := strings.Cut(strings.TrimPrefix(u.Hostname(), "www."), ".")
	return len(initials) > 2 && initials == label
}

// letters folds a name to its letters and digits in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// same reports whether two titles have the same letters and digits.
func same(a, b string) bool { return a != "" && letters(a) == letters(b) && letters(a) != "" }

// dropTitle takes the title's heading out of the text.
func (p *page) dropTitle() {
	m := &p.doc.Metadata
	for i, b := range p.doc.Blocks {
		if i > 6 {
			break
		}
		h, ok := b.(*document.Heading)
		if !ok {
			continue
		}
		text := document.TextOf(h.Content)
		if m.Title == "" && h.Level == 1 {
			m.Title = strings.Join(strings.Fields(text), " ")
		}
		if p.isTitle(text) {
			p.doc.Blocks = append(p.doc.Blocks[:i:i], p.doc.Blocks[i+1:]...)
			return
		}
	}
}
