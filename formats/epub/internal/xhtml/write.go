package xhtml

import (
	"strings"
	"unicode/utf8"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"golang.org/x/text/language"
)

// attr is an attribute of an element.
type attr struct{ name, value string }

// open writes a start tag with what the node carries: its id, its classes after
// the ones given, its language and direction.
func (f *file) open(tag string, n document.Node, class string, more ...attr) {
	f.tag(tag, n, class, more)
	f.b.WriteByte('>')
}

// empty writes an element without content.
func (f *file) empty(tag string, n document.Node, class string, more ...attr) {
	f.tag(tag, n, class, more)
	f.b.WriteString("/>")
}

func (f *file) tag(tag string, n document.Node, class string, more []attr) {
	f.b.WriteString("<" + tag)
	if n != nil {
		if id := f.ids[n]; id != "" {
			f.attribute("id", id)
		}
		a := n.Attributes()
		for _, c := range a.Classes {
			if c = strings.Join(strings.Fields(f.clean(c, n)), "-"); c != "" {
				class += " " + c
			}
		}
		class = strings.TrimPrefix(class, " ")
		if class != "" {
			f.attribute("class", class)
		}
		if a.Lang != "" {
			if l := tagOf(a.Lang); l != "" {
				f.attribute("lang", l)
				f.attribute("xml:lang", l)
			} else {
				f.found.Add(diag.Warning, "epub-language", a.Pos, "%q is not a language tag and is left out", a.Lang)
			}
		}
		if a.Dir == document.LeftToRight || a.Dir == document.RightToLeft {
			f.attribute("dir", string(a.Dir))
		}
	} else if class != "" {
		f.attribute("class", class)
	}
	for _, m := range more {
		f.attribute(m.name, m.value)
	}
}

func (f *file) attribute(name, value string) {
	f.b.WriteString(" " + name + `="` + Escape(value) + `"`)
}

func (f *file) close(tag string) { f.b.WriteString("</" + tag + ">") }

// line writes a line feed. Between blocks white space means nothing.
func (f *file) line() { f.b.WriteByte('\n') }

// text writes characters.
func (f *file) text(s string, n document.Node) { f.b.WriteString(Escape(f.clean(s, n))) }

// escaper writes the characters that are markup in content or attributes.
var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// Escape returns s as XML content or as the value of an attribute.
func Escape(s string) string { return escaper.Replace(s) }

// clean returns s without what XML cannot hold, and reports that.
func (r *renderer) clean(s string, n document.Node) string {
	c := Clean(s)
	if c != s {
		var pos diag.Position
		if n != nil {
			pos = n.Attributes().Pos
		}
		r.found.Add(diag.Warning, "epub-character", pos, "characters that XML cannot hold are left out: %.40q", s)
	}
	return c
}

// Clean returns s as well-formed UTF-8 without control characters and
// noncharacters (XML 1.0, 2.2; HTML forbids C1 controls, too). Bytes that are no
// UTF-8 become U+FFFD, carriage returns line feeds.
func Clean(s string) string {
	if document.ValidText(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	var b strings.Builder
	for i := 0; i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case c == utf8.RuneError && n == 1:
			b.WriteRune(utf8.RuneError)
		case c == '\r':
			b.WriteByte('\n')
		case document.ValidText(s[i : i+n]):
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

// tagOf returns a language tag in its usual form, or "" if it is none.
func tagOf(s string) string {
	if t, err := language.Parse(s); err == nil && t != language.Und {
		return t.String()
	}
	return ""
}

// languageOf returns the language and base direction of the document.
func languageOf(doc *document.Document) (lang, dir string) {
	lang = tagOf(doc.Metadata.Language)
	if lang == "" {
		return "und", "ltr"
	}
	script, _ := language.Make(lang).Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr", "Yezi":
		return lang, "rtl"
	}
	return lang, "ltr"
}
