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
	return words().match(tokens(s), line)
}

// Weak reports whether a whole line is furniture that could as well be a
// heading or a line of an article; it is furniture where others stand around
// it.
func Weak(s string) (reason string, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > longest {
		return "", false
	}
	return words().match(tokens(s), weak)
}

// Heading reports whether a line, standing as a heading, opens a part of the
// page that is no part of the article, such as links to related articles.
func Heading(s string) (reason string, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > longest {
		return "", false
	}
	return words().match(tokens(s), heading)
}

// vocabulary holds the patterns of all languages by their first word.
type vocabulary struct {
	byFirst map[string][]pattern
	open    []pattern // those that do not begin with a plain word
}

// pattern is a line of words: see lines/README.md.
type pattern struct {
	reason string
	use    use
	tokens []token
}

// use says where the lines of a group are furniture.
type use int

const (
	line    use = 1 << iota // anywhere
	heading                 // as a heading that opens a part of the page
	weak                    // among other furniture
)

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
	reason, at := "", line
	for _, text := range strings.Split(s, "\n") {
		text = strings.TrimSpace(text)
		switch {
		case text == "" || strings.HasPrefix(text, "//"):
			continue
		case strings.HasPrefix(text, "== "):
			reason, at = strings.TrimPrefix(text, "== "), line
			for _, mark := range []struct {
				words string
				use   use
			}{{" (heading)", heading}, {" (weak)", weak}} {
				if cut, ok := strings.CutSuffix(reason, mark.words); ok {
					reason, at = cut, mark.use
				}
			}
			continue
		}
		for _, alt := range strings.Split(text, "|") {
			p := pattern{reason: reason, use: at}
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
		t.words = strings.Split(strings.ReplaceAll(f, "&", "and"), "/")
		if strings.Trim(f, "/") == "" {
			t.words = []string{f}
		}
	}
	return t
}

// match finds a pattern that all the tokens fit.
func (v *vocabulary) match(toks []string, as use) (string, bool) {
	const most = 24
	if len(toks) == 0 || len(toks) > most {
		return "", false
	}
	for _, list := range [][]pattern{v.byFirst[toks[0]], v.open} {
		for _, p := range list {
			if p.use&as == 0 {
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
		if f == "&" || f == "+" {
			f = "and"
		}
		for _, sign := range []string{"©", "℗"} {
			if rest, ok := strings.CutPrefix(f, sign); ok {
				out = append(out, "©")
				f = rest
			}
		}
		colon := strings.HasSuffix(f, ":") || strings.HasSuffix(f, "：")
		if f = strings.TrimFunc(f, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("°%$€£", r)
		}); f != "" {
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
	if breadcrumbs(s) || menu(s) {
		return "navigation", true
	}
	if strings.HasPrefix(s, "©") && len(s) < 160 {
		return "copyright", true
	}
	if telephone(s) {
		return "contact", true
	}
	if glued(s) || ahead(s) {
		return "navigation", true
	}
	if !strings.ContainsAny(s, " \t") && strings.Count(s, "@") == 1 {
		if at := strings.IndexByte(s, '@'); at > 0 && strings.Contains(s[at:], ".") && !strings.HasSuffix(s, ".") {
			return "contact", true
		}
	}
	return "", false
}

// telephone reports whether a line is the number of a telephone.
func telephone(s string) bool {
	digits, marks := 0, 0
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '+' && i == 0:
		case strings.ContainsRune("-. ()/", r):
			marks++
		default:
			return false
		}
	}
	// Years, dates and sums have fewer digits.
	return digits >= 9 && digits <= 15 && marks >= 2 && !strings.ContainsRune(s, ',') && len(s) < 24
}

// ahead reports whether a line leads elsewhere: a few words before an arrow, or the title of another article run together
// with the words that say so, "Previous PostThe harbour".
func ahead(s string) bool {
	if t, ok := strings.CutSuffix(s, "→"); ok && len(t) < 80 && len(t) > 1 && strings.HasSuffix(t, " ") && !strings.ContainsAny(t, "=()[]{}<>→←") {
		first, _ := utf8.DecodeRuneInString(t)
		return unicode.IsUpper(first) && len(strings.Fields(t)) > 1
	}
	for _, lead := range []string{"Previous Post", "Next Post", "Previous Article", "Next Article", "Previous Story", "Next Story", "Nächster Beitrag", "Vorheriger Beitrag", "Article suivant", "Article précédent"} {
		if rest, ok := strings.CutPrefix(s, lead); ok && rest != "" {
			first, _ := utf8.DecodeRuneInString(rest)
			return unicode.IsUpper(first)
		}
	}
	return false
}

// glued reports whether a line is a menu whose entries were run together, as
// in "AboutNews from the seaOffers": letters turn from small to capital again
// and again within words.
func glued(s string) bool {
	if len(strings.Fields(s)) < 2 || strings.ContainsAny(s, "()[]{}<>=;:/_.,!?#\"") {
		return false
	}
	turns, last, run := 0, ' ', 0
	for _, r := range s {
		if unicode.IsUpper(r) && unicode.IsLower(last) && run >= 3 {
			turns++
		}
		if unicode.IsLetter(r) && !(unicode.IsUpper(r) && unicode.IsLower(last)) {
			run++
		} else {
			run = 0
		}
		last = r
	}
	return turns >= 3
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
			ok = ok && p != "" && !strings.ContainsAny(p, "<>\"[]{}") && len(strings.Fields(p)) <= 5 && !strings.ContainsAny(p, ".;=()") && !unicode.IsLower(first) && unicode.IsLetter(first)
		}
		if ok {
			return true
		}
	}
	return false
}

// menu reports whether a line is a row of a page's links, "Home | News | Sport": at least two of them are furniture as they
// stand, since rows of tables and lists of sources look the same.
func menu(s string) bool {
	parts := strings.Split(s, "|")
	if len(parts) < 3 {
		return false
	}
	known := 0
	for _, p := range parts {
		p = strings.TrimSpace(p)
		if p == "" || len(strings.Fields(p)) > 3 || strings.ContainsAny(p, ".;=()") {
			return false
		}
		if _, ok := words().match(tokens(p), line|weak); ok {
			known++
		}
	}
	return known >= 2
}
