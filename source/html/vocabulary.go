package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// The words that people who build pages use for their parts. They come from
// the names of elements' classes and ids, taken apart at hyphens, underscores
// and capitals, and are the same in all languages of articles.

// furnitureWords name by a single word what is no part of an article wherever
// it stands.
var furnitureWords = set(`
	nav navbar submenu megamenu breadcrumb breadcrumbs crumbs pagination pager
	sharing sharebar sharedaddy addtoany addthis sociable socialshare
	newsletter signup optin mailchimp convertkit
	recirc recirculation outbrain taboola mostread
	adsbygoogle adslot adunit advert advertisement advertising
	cookie cookies gdpr onetrust
	sidebar toolbar minicart
	skiplink copyright masthead editsection
	authorbox authorbio postmeta tagcloud taglist
	paywall regwall
	noprint
	toc tocify
`)

// furniturePairs name it by two words that follow one another.
var furniturePairs = pairs(`
	author bio|author box|about author|author info|author card|author profile|author details|author block|author description|post author|article author|entry author
	post meta|entry meta|article meta|post info|entry footer|post footer|article footer|post tags|entry tags|article tags|tag list|tags links
	post navigation|nav links|nav previous|nav next|prev next|next prev|previous next|post nav|article nav
	read next|more stories|more articles|more posts|more from|up next|see also|also like|may like|you might
	latest posts|latest news|recent posts|latest articles|recent articles|other posts|similar posts|similar articles|related posts|related articles|related content|related stories|related links|related post|related article|related news|related products
	table contents|on page|page toc|toc container
	social share|share buttons|share links|share bar|share tools|share button|social links|social icons|social media|follow us|article share|post share
	email signup|sign up|mailing list|lead form|contact form|subscribe form
	site header|site footer|page footer|global header|global footer|main footer|header top|top bar|back top|scroll top
	skip link|skip links
	ad container|ad wrapper|ad slot|ad unit|ad banner|ads container|google ad|banner ad|ad label
	article sidebar|side bar|right rail|left rail
	reading time|read time|time read
	cookie banner|privacy banner
	edit page|page feedback|was helpful
	instagram media|fb post|tiktok embed|post list|posts list|post item|article list|articles list|blog list|news list
	search form|search box|site search|language switcher|lang switcher
`)

// doubtfulWords name what may be furniture: it is where it holds little prose
// or mostly links.
var doubtfulWords = set(`
	menu navigation share social socials related recommended recommendations recommendation trending popular
	promo promos promotion sponsor sponsored sponsors subscribe subscription
	modal popup popover lightbox offcanvas drawer consent
	login signin cart basket byline dateline author biography tags tag tooltip dropdown
	widget cta rating ratings feedback survey print footer disclosure affiliate
	ad ads banner bar meta date published updated
	tabs filter filters sort badge badges buttons button btn
`)

// commentWords name what readers of the page have written.
var commentWords = set(`comments commentlist commentform disqus respond webmentions`)

var commentPairs = pairs(`comment list|comment form|comment respond|comments area|comments section|comment section|comment thread|discussion list`)

// hiddenPairs name what only programs that read aloud find.
var hiddenPairs = pairs(`screen reader|sr only|visually hidden`)

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

func pairs(s string) map[string]bool {
	m := map[string]bool{}
	for _, line := range strings.Split(s, "\n") {
		for _, p := range strings.Split(line, "|") {
			if p = strings.TrimSpace(p); p != "" {
				m[p] = true
			}
		}
	}
	return m
}

// nameWords returns the words of an element's class and id. Classes that say
// what an element's surroundings have ("has-sidebar", "category-cookies") say
// nothing about itself and are left out.
func nameWords(n *html.Node) []string {
	var out []string
	for _, key := range []string{"class", "id", "data-testid", "data-component"} {
		for _, name := range strings.Fields(attr(n, key)) {
			if len(name) > 80 {
				continue
			}
			ws := splitName(name)
			if len(ws) == 0 || slices.ContainsFunc(ws, func(w string) bool { return w == "enabled" || w == "disabled" || w == "false" || w == "true" }) {
				continue
			}
			switch ws[0] {
			case "has", "no", "with", "without", "not", "is", "category", "tag", "tags", "template", "page", "postid", "parent", "single", "js", "type", "status", "format", "wpautop", "hide", "show", "hover", "md", "lg", "sm", "xl":
				if len(ws) > 1 && !(ws[0] == "page" && (ws[1] == "header" || ws[1] == "footer" || ws[1] == "nav")) && ws[0] != "tags" {
					continue
				}
			}
			out = append(out, ws...)
			out = append(out, "") // words of two names are no pair
		}
	}
	return out
}

// splitName takes a name apart: "postShareBar" is "post share bar".
func splitName(name string) []string {
	var out []string
	var w []rune
	flush := func() {
		if len(w) > 0 {
			out = append(out, string(w))
			w = nil
		}
	}
	lower := false
	for _, r := range name {
		switch {
		case !unicode.IsLetter(r):
			flush()
			lower = false
			continue
		case unicode.IsUpper(r) && lower:
			flush()
		}
		lower = unicode.IsLower(r)
		w = append(w, unicode.ToLower(r))
	}
	flush()
	return out
}

// named reports whether words hold one of single or, one after the other, one
// of double.
func namedBy(words []string, single, double map[string]bool) bool {
	for i, w := range words {
		if single[w] {
			return true
		}
		if i > 0 && w != "" && double[words[i-1]+" "+w] {
			return true
		}
	}
	return false
}
