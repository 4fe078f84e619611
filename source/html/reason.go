package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/internal/furniture"
)

// namedReasons are the words of classes and ids by what they say that an
// element is, the surest first.
var namedReasons = []struct {
	reason string
	words  map[string]bool
}{
	{"cookie notice", set(`cookie cookies gdpr onetrust consent privacy`)},
	{"comments", set(`comments comment commentlist commentform disqus respond webmentions discussion`)},
	{"newsletter", set(`newsletter signup optin mailchimp convertkit subscribe subscription mailing email`)},
	{"share button", set(`share sharing sharebar sharedaddy addtoany addthis sociable socialshare social socials follow`)},
	{"advertisement", set(`ad ads advert advertisement advertising adsbygoogle adslot adunit sponsor sponsored sponsors promo promos promotion affiliate`)},
	{"related articles", set(`related recirc recirculation outbrain taboola mostread recommended recommendations recommendation trending popular similar recent latest stories more next`)},
	{"navigation", set(`nav navbar navigation menu submenu megamenu breadcrumb breadcrumbs crumbs pagination pager skiplink skip prev previous`)},
	{"contents", set(`toc tocify contents`)},
	{"byline", set(`byline`)},
	{"author", set(`author authorbox authorbio biography bio`)},
	{"date line", set(`date dateline meta postmeta published updated`)},
	{"tags", set(`tag tags tagcloud taglist`)},
	{"paywall", set(`paywall regwall`)},
	{"search", set(`search`)},
	{"legal notice", set(`copyright legal disclaimer disclosure`)},
	{"page footer", set(`footer colophon`)},
	{"page header", set(`header masthead banner topbar`)},
	{"sidebar", set(`sidebar aside rail widget widgets`)},
}

// reason says in a word or two what an element is that is no part of the
// article: by its name, its kind, or the heading it begins with. Where none of
// them tells, it is otherwise.
func reason(n *html.Node, otherwise string) string {
	words := nameWords(n)
	for _, r := range namedReasons {
		if namedBy(words, r.words, nil) {
			return r.reason
		}
	}
	role := strings.ToLower(attr(n, "role"))
	switch {
	case is(n, atom.Nav), role == "navigation", role == "menu", role == "menubar", role == "toolbar":
		return "navigation"
	case role == "search", is(n, atom.Search):
		return "search"
	case is(n, atom.Footer) && !inside(n, atom.Article, atom.Section, atom.Main), role == "contentinfo":
		return "page footer"
	case is(n, atom.Header) && !inside(n, atom.Article, atom.Section, atom.Main), role == "banner":
		return "page header"
	case role == "dialog", role == "alertdialog", is(n, atom.Dialog):
		return "dialog"
	}
	if r := firstLine(n); r != "" {
		return r
	}
	switch {
	case is(n, atom.Aside), role == "complementary":
		return "sidebar"
	case is(n, atom.Form):
		return "form"
	}
	return otherwise
}

// firstLine returns what the first block of an element says about it, or "".
func firstLine(n *html.Node) string {
	const near = 12 // elements that are looked at
	seen, text := 0, ""
	each(n, func(e *html.Node) bool {
		if text != "" || seen > near {
			return false
		}
		if e.Type == html.ElementNode {
			seen++
			if invisible(e) {
				return false
			}
		}
		if e.Type == html.TextNode {
			text = strings.Join(strings.Fields(e.Data), " ")
		}
		return true
	})
	if r, ok := furniture.Heading(text); ok {
		return r
	}
	if r, ok := furniture.Line(text); ok {
		return r
	}
	return ""
}
