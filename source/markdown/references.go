package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/quirepress/quire/source/document"
)

// resolve turns what authors write behind "#" into anchors: an anchor given in
// braces, or the name that Quire or GitHub makes of a heading. References to
// nowhere are reported, and their text stays.
func (r *reading) resolve() {
	places := map[string]document.Anchor{}
	name := func(s string, a document.Anchor) {
		if _, ok := places[s]; !ok && s != "" {
			places[s] = a
		}
	}
	first := document.Anchor("")
	for _, n := range r.doc.All() {
		if a := n.Attributes().Anchor; a != "" {
			name(string(a), a)
			if first == "" {
				first = a
			}
		}
	}
	count := map[string]int{}
	for _, n := range r.doc.All() {
		var title []document.Inline
		switch n := n.(type) {
		case *document.Section:
			title = n.Title
		case *document.Heading:
			title = n.Content
		default:
			continue
		}
		text, a := document.TextOf(title), n.Attributes().Anchor
		slug := githubSlug(text)
		if k := count[slug]; k > 0 {
			name(slug+"-"+strconv.Itoa(k), a)
		}
		count[slug]++
		name(slug, a)
		name(string(document.Slug(text)), a)
	}
	for _, t := range r.titles {
		name(t, first) // the title leads to the beginning
	}
	document.Rewriter{Inline: func(n document.Inline) []document.Inline {
		x, ok := n.(*document.CrossReference)
		if !ok {
			return []document.Inline{n}
		}
		raw := string(x.Target)
		for _, s := range []string{raw, unpercent(raw), string(anchorOf(raw)), strings.ToLower(raw), string(document.Slug(unpercent(raw)))} {
			if a, ok := places[s]; ok {
				x.Target = a
				return []document.Inline{x}
			}
		}
		if (raw == "" || raw == "top") && first != "" {
			x.Target = first
			return []document.Inline{x}
		}
		r.found.Add(warning, "markdown-link-nowhere", x.Pos, "nothing is called %q; the link's text stays", "#"+raw)
		if x.Anchor == "" && x.Lang == "" && len(x.Classes) == 0 {
			return x.Content
		}
		return []document.Inline{&document.Span{Attr: x.Attr, Content: x.Content}}
	}}.Document(r.doc)
}

func unpercent(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if c, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(c))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// githubSlug makes the name that GitHub gives a heading: lower case, spaces as
// hyphens, punctuation dropped.
func githubSlug(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(strings.TrimSpace(s)) {
		switch {
		case r == ' ':
			b.WriteByte('-')
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}
