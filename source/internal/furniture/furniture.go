// Package furniture knows the words that stand around articles on web pages:
// counters, share buttons, captions of advertisements, requests to subscribe,
// links to other articles, notices about cookies and rights.
//
// The words are data, a file for each language (lines/en.txt and so on); all
// languages are tried, since the page around an article often speaks another
// language than the article.
package furniture

import (
	"embed"
	"path"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed lines/*.txt
var files embed.FS

// longest bounds the lines that are looked at, in bytes.
const longest = 240

// Line reports whether a whole line is furniture, and in a word or two what.
func Line(s string) (reason string, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > longest {
		return "", false
	}
	if r, ok := shape(s); ok {
		return r, true
	}
	return words().match(tokens(s), false)
}

// Heading reports whether a line, standing as a heading, opens a part of the
// page that is no part of the article, such as links to related articles.
func Heading(s string) (reason string, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > longest {
		return "", false
	}
	return words().match(tokens(s), true)
}

// vocabulary holds the patterns of all languages by their first word.
type vocabulary struct {
	byFirst map[string][]pattern
	open    []pattern // those that do not begin with a plain word
}

// pattern is a line of words: see lines/README.md.
type pattern struct {
	reason  string
	heading bool // opens a part of the page
	only    bool // … and is furniture only as a heading
	tokens  []token
}

type token struct {
	words    []string // alternatives
	kind     byte     // 'w' words, '#' number, '*' up to four words, '+' one to ten words
	optional bool
}

// The vocabulary is read once; it never changes.
var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{byFirst: map[string][]pattern{}}
	entries, err := files.ReadDir("lines")
	if err != nil {
		panic("internal error: " + err.Error())
	}
	for _, e := range entries {
		b, err := files.ReadFile(path.Join("lines", e.Name()))
		if err != nil {
			panic("internal error: " + err.Error())
		}
		v.read(string(b))
	}
	return v
})

// read adds the patterns of a file.
func (v *vocabulary) read(s string) {
	reason, heading, only := "", false, false
	for _, line := range strings.Split(s, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "//"):
			continue
		case strings.HasPrefix(line, "== "):
			reason = strings.TrimPrefix(line, "== ")
			reason, heading = strings.CutSuffix(reason, " (heading)")
			if !heading {
				reason, only = strings.CutSuffix(reason, " (only heading)")
				heading = only
			} else {
				only = false
			}
			continue
		}
		for _, alt := range strings.Split(line, "|") {
			p := pattern{reason: reason, heading: heading, only: only}
			for _, f := range strings.Fields(alt) {
				p.tokens = append(p.tokens, parseToken(f))
			}
			if len(p.tokens) == 0 {
				continue
			}
			if t := p.tokens[0]; t.kind == 'w' && !t.optional {
				for _, w := range t.words {
					v.byFirst[w] = append(v.byFirst[w], p)
				}
			} else {
				v.open = append(v.open, p)
			}
		}
	}
}

func parseToken(f string) token {
	var t token
	if len(f) > 1 {
		f, t.optional = strings.CutSuffix(f, "?")
	}
	switch {
	case f == "#" || f == "*" || f == "+":
		t.kind = f[0]
	default:
		t.kind = 'w'
		t.words = strings.Split(f, "/")
		if strings.Trim(f, "/") == "" {
			t.words = []string{f}
		}
	}
	return t
}

// match finds a pattern that all the tokens fit.
func (v *vocabulary) match(toks []string, heading bool) (string, bool) {
	const most = 24
	if len(toks) == 0 || len(toks) > most {
		return "", false
	}
	for _, list := range [][]pattern{v.byFirst[toks[0]], v.open} {
		for _, p := range list {
			if heading && !p.heading || !heading && p.only {
				continue
			}
			if fits(p.tokens, toks) {
				return p.reason, true
			}
		}
	}
	return "", false
}

// fits reports whether a pattern covers all of the tokens. Patterns are short
// and have few gaps, so that trying is cheap.
func fits(p []token, toks []string) bool {
	if len(p) == 0 {
		return len(toks) == 0
	}
	t := p[0]
	if t.optional && fits(p[1:], toks) {
		return true
	}
	switch t.kind {
	case '*', '+':
		low, high := 0, 4
		if t.kind == '+' {
			low, high = 1, 10
		}
		for n := low; n <= min(high, len(toks)); n++ {
			if fits(p[1:], toks[n:]) {
				return true
			}
		}
		return false
	case '#':
		return len(toks) > 0 && number(toks[0]) && fits(p[1:], toks[1:])
	}
	if len(toks) == 0 {
		return false
	}
	for _, w := range t.words {
		if w == toks[0] {
			return fits(p[1:], toks[1:])
		}
	}
	return false
}

// tokens takes a line apart: words in lower case without the marks around
// them; colons and copyright signs are tokens of their own.
func tokens(s string) []string {
	var out []string
	for _, f := range strings.Fields(strings.ToLower(s)) {
		f = strings.ReplaceAll(f, "’", "'")
		for _, sign := range []string{"©", "℗"} {
			if rest, ok := strings.CutPrefix(f, sign); ok {
				out = append(out, "©")
				f = rest
			}
		}
		colon := strings.HasSuffix(f, ":") || strings.HasSuffix(f, "：")
		if f = strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); f != "" {
			out = append(out, f)
		}
		if colon && len(out) > 0 {
			out = append(out, ":")
		}
	}
	// A colon at the end of the line says nothing.
	if n := len(out); n > 1 && out[n-1] == ":" {
		out = out[:n-1]
	}
	return out
}

// number reports whether a word counts something: 12, 3,533, 1.2k.
func number(w string) bool {
	w = strings.TrimRight(w, "kmb+")
	if w == "" {
		return false
	}
	for _, r := range w {
		if !unicode.IsDigit(r) && r != '.' && r != ',' {
			return false
		}
	}
	return true
}

// shape recognises furniture by its form in any language.
func shape(s string) (string, bool) {
	if breadcrumbs(s) {
		return "navigation", true
	}
	if strings.HasPrefix(s, "©") && len(s) < 160 {
		return "copyright", true
	}
	if !strings.ContainsAny(s, " \t") && strings.Count(s, "@") == 1 {
		if at := strings.IndexByte(s, '@'); at > 0 && strings.Contains(s[at:], ".") && !strings.HasSuffix(s, ".") {
			return "contact", true
		}
	}
	return "", false
}

// breadcrumbs reports whether a line is a path of short names: "Home > News".
func breadcrumbs(s string) bool {
	for _, sep := range []string{">", "›", "»", "→", "▸"} {
		parts := strings.Split(s, sep)
		if len(parts) < 3 {
			continue
		}
		ok := true
		for _, p := range parts {
			p = strings.TrimSpace(p)
			first, _ := utf8.DecodeRuneInString(p)
			ok = ok && p != "" && len(strings.Fields(p)) <= 5 && !strings.ContainsAny(p, ".;=()") && !unicode.IsLower(first) && unicode.IsLetter(first)
		}
		if ok {
			return true
		}
	}
	return false
}
