package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// The words that people who build pages use for their parts. They come from
// the names of elements' classes and ids, taken apart at hyphens, underscores
// and capitals, and are the same in all languages of articles.

// furnitureWords name what is no part of an article by a single word.
var furnitureWords = set(`
	nav navbar navigation menu submenu megamenu breadcrumb breadcrumbs crumbs pagination pager
	share sharing sharebar sharedaddy addtoany addthis social socials sociable
	newsletter subscribe subscription signup optin mailchimp convertkit hubspot
	related recommended recommendations recommendation recirc recirculation outbrain taboola trending popular mostread
	promo promos promotion advert advertisement advertising adsbygoogle sponsor sponsored sponsors adslot adunit
	cookie cookies consent gdpr onetrust modal popup popover lightbox offcanvas drawer
	comments commentlist commentform disqus respond
	sidebar toolbar login signin cart basket minicart
	skip skiplink toc tocify copyright masthead
	byline dateline authorbox authorbio biography postmeta
	tags taglist tagcloud tooltip dropdown
	paywall regwall piano
	widget widgets cta
	rating ratings
	feedback survey
	print noprint
	footer
`)

// furniturePairs name it by two words that follow one another.
var furniturePairs = pairs(`
	author bio|author box|about author|author info|author card|author profile|author details|author block|author description
	post meta|entry meta|article meta|meta data|post info|post date|entry footer|post footer|article footer|post tags|entry tags|article tags|tag list|tags links
	post navigation|nav links|nav previous|nav next|prev next|next prev|previous next|post nav|article nav
	read more|read next|more stories|more articles|more posts|more from|up next|see also|also like|may like|you might
	latest posts|latest news|recent posts|latest articles|recent articles|other posts|similar posts|similar articles
	post list|posts list|article list|card list|card grid|blog list|news list|articles list
	table contents|on page|page toc|toc container
	comment list|comment form|comment respond|comments area|comments section
	social share|share buttons|share links|share bar|share tools|follow us
	email signup|sign up|mailing list|lead form|contact form|subscribe form|form wrapper
	site header|site footer|page header|page footer|global header|global footer|main header|main footer|header top|top bar|back top|scroll top
	screen reader|sr only|visually hidden|skip link|skip links
	ad container|ad wrapper|ad slot|ad unit|ad banner|ads container|google ad|banner ad|ad label
	article share|article sidebar|side bar|right rail|left rail|sticky bar|sticky nav
	reading time|read time|time read
	video player|audio player|listen article|text speech
	call action|cta banner|cta block|promo banner|promo box
	cookie banner|privacy banner
	edit page|page feedback|was helpful|last updated
	search form|search box|site search|language switcher|lang switcher
`)

// hiddenWords name what readers do not see.
var hiddenWords = pairs(`screen reader|sr only|visually hidden|visually-hidden|offscreen text`)

// articleWords name the frame of an article.
var articleWords = set(`article post entry story content main body text page blog prose markdown richtext rte longform copy`)

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
			if len(ws) == 0 {
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
