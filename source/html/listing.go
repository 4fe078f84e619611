package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// listing converts preformatted text.
func (f *flow) listing(n *html.Node) {
	defer f.holes(n)
	code := manuscript.Clean(rawText(n))
	if f.c.piece == nil {
		code = strings.ReplaceAll(code, "\t", "    ")
	}
	lines := strings.Split(code, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	code = strings.Trim(strings.Join(lines, "\n"), "\n")
	if strings.TrimSpace(code) == "" {
		return
	}
	f.add(&document.CodeBlock{Code: code, Language: codeLanguage(n)}, n)
}

// codeLanguage finds the language that a listing, what is in it or around it
// names in one of the usual ways.
func codeLanguage(n *html.Node) string {
	look := []*html.Node{n}
	for ch := n.FirstChild; ch != nil; ch = ch.NextSibling {
		if is(ch, atom.Code) {
			look = append(look, ch)
			break
		}
	}
	for p, i := n.Parent, 0; p != nil && i < 3; p, i = p.Parent, i+1 {
		look = append(look, p)
	}
	for _, e := range look {
		for _, key := range []string{"data-lang", "data-language", "lang"} {
			if s := attr(e, key); s != "" && (key != "lang" || is(e, atom.Pre, atom.Code)) {
				return languageName(s)
			}
		}
		words := strings.Fields(attr(e, "class"))
		for i, w := range words {
			for _, prefix := range []string{"language-", "lang-", "highlight-source-", "highlight-text-", "sourceCode-", "brush:"} {
				if s, ok := strings.CutPrefix(w, prefix); ok {
					if s == "" && prefix == "brush:" && i+1 < len(words) {
						s = words[i+1]
					}
					return languageName(s)
				}
			}
		}
	}
	return ""
}

func languageName(s string) string {
	s = strings.ToLower(strings.Trim(manuscript.Clean(s), " ;"))
	switch s {
	case "none", "text", "txt", "plain", "plaintext", "plain-text", "default", "markup-templating":
		return ""
	}
	if strings.ContainsAny(s, " \t\n\"<>") || len(s) > 32 {
		return ""
	}
	return s
}
