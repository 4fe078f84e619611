package html

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/internal/manuscript"
)

// Under its title an article says who wrote it and when, in short lines.

// underTitle returns the blocks of text between the title's heading and the
// article's first prose.
func (p *page) underTitle() []*leaf {
	if p.under != nil {
		return p.under
	}
	const most = 24
	p.under = []*leaf{}
	body := first(p.root, atom.Body)
	if body == nil {
		return p.under
	}
	ls := p.leaves(body)
	for i, l := range ls {
		if l.level == 0 || !p.isTitle(l.text) {
			continue
		}
		for _, m := range ls[i+1 : min(len(ls), i+1+most)] {
			if m.chars > 200 {
				break
			}
			p.under = append(p.under, m)
		}
		if len(p.under) > 0 {
			break
		}
	}
	return p.under
}

// headAuthors returns the names in a byline under the title.
func (p *page) headAuthors() []string {
	var out []string
	lead := false // the line before was the beginning of a byline
	for i, l := range p.underTitle() {
		if l.chars > 120 {
			continue
		}
		low := strings.ToLower(strings.Trim(l.text, " :"))
		switch low {
		case "by", "written by", "author", "authors", "von", "par", "por", "posted by", "words by":
			lead = true
			continue
		}
		if lead {
			lead = false
			if n := byline(l.text); n != "" {
				return []string{n}
			}
		}
		if m := bylineStart.FindStringIndex(l.text); m != nil && m[0] == 0 {
			if n := byline(l.text); n != "" && len(strings.Fields(n)) < 8 {
				return []string{n}
			}
		}
		if i < 12 {
			out = append(out, personLinks(l.n)...)
		}
	}
	if len(out) > 3 {
		out = out[:1]
	}
	return out
}

// personLinks returns the texts of links whose address leads to a person.
func personLinks(n *html.Node) []string {
	var out []string
	look := n
	for q := n.Parent; q != nil && !isBlock(q); q = q.Parent { // as in <a><div>
		look = q
	}
	each(look, func(e *html.Node) bool {
		if !is(e, atom.A) {
			return true
		}
		u, err := url.Parse(attr(e, "href"))
		if err != nil {
			return false
		}
		for _, w := range strings.Split(strings.ToLower(u.Path), "/") {
			switch w {
			case "author", "authors", "people", "profile", "profiles", "contributor", "contributors", "writer", "writers", "staff", "reviewer", "by", "autor", "auteur", "bio":
				if s := textOf(e); personal(s) {
					out = append(out, s)
				}
				return false
			}
		}
		return false
	})
	return out
}

// personal reports whether a text can be a name: two to five words in capitals.
func personal(s string) bool {
	ws := strings.Fields(s)
	if len(ws) < 2 || len(ws) > 5 {
		return false
	}
	for _, w := range ws {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && !strings.Contains(" van von de der di da la le el bin al ", " "+w+" ") {
			return false
		}
	}
	return true
}

// headDay returns the day in a date line under the title.
func (p *page) headDay() string {
	changed := ""
	for _, l := range p.underTitle() {
		if l.chars > 90 || captioning(l.n) {
			continue
		}
		d := manuscript.FindDay(l.text)
		if d == "" {
			continue
		}
		low := strings.ToLower(l.text)
		if strings.Contains(low, "updated") || strings.Contains(low, "modified") || strings.Contains(low, "reviewed") || strings.Contains(low, "aktualisiert") {
			if changed == "" {
				changed = d
			}
			continue
		}
		return d
	}
	return changed
}

// captioning reports whether a node stands in a picture's caption, whose day is that of the picture.
func captioning(n *html.Node) bool {
	for n != nil && !is(n, atom.Figcaption, atom.Caption) {
		n = n.Parent
	}
	return n != nil
}

// subtitle takes the line under the title whose name says that it is the subtitle
// into the metadata: a heading, or what the article does not begin with.
func (p *page) subtitle(frames []*html.Node) {
	if p.doc.Metadata.Subtitle != "" {
		return
	}
	for _, l := range p.underTitle() {
		if l.chars < 8 || l.chars > 300 || l.linked() || !slices.ContainsFunc(nameWords(l.n), subtitled) {
			continue
		}
		inside := slices.ContainsFunc(frames, func(f *html.Node) bool { return below(l.n, f) })
		for n := l.n; n != nil && inside; n = n.Parent {
			inside = !p.left[n]
		}
		if inside && l.level == 0 {
			return
		}
		p.doc.Metadata.Subtitle = clean(l.text)
		p.keep(l.n)
		p.left[l.n] = true
		return
	}
}

// subtitled reports whether a word of a class is one that subtitles have.
func subtitled(word string) bool {
	switch word {
	case "subtitle", "subheadline", "dek", "deck", "standfirst":
		return true
	}
	return false
}
