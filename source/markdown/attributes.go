package markdown

import (
	"strings"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// attributes are what an author writes in braces behind a heading, a span, an
// image, a fence or at the end of a block: {#anchor .class key=value}. The
// form is that of Pandoc; kramdown's colon ({: #anchor}) is allowed.
type attributes struct {
	id      string
	classes []string
	keys    []string // in the author's order
	values  map[string]string
}

// get returns the value of a key once, so that what is left over becomes a
// setting.
func (a *attributes) get(key string) string {
	if a == nil {
		return ""
	}
	v := a.values[key]
	delete(a.values, key)
	return v
}

// take reports whether the attributes have a class, and removes it.
func (a *attributes) take(class string) bool {
	if a == nil {
		return false
	}
	for i, c := range a.classes {
		if c == class {
			a.classes = append(a.classes[:i:i], a.classes[i+1:]...)
			return true
		}
	}
	return false
}

// parseAttributes reads attributes at the beginning of s and returns how many
// bytes they take, or 0.
func parseAttributes(s string) (*attributes, int) {
	if s == "" || s[0] != '{' {
		return nil, 0
	}
	a := &attributes{values: map[string]string{}}
	i := 1
	if i < len(s) && s[i] == ':' {
		i++
	}
	for {
		for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
			i++
		}
		if i >= len(s) {
			return nil, 0
		}
		if s[i] == '}' {
			if a.empty() {
				return nil, 0
			}
			return a, i + 1
		}
		n := a.item(s[i:])
		if n == 0 {
			return nil, 0
		}
		i += n
	}
}

func (a *attributes) empty() bool {
	return a.id == "" && len(a.classes) == 0 && len(a.keys) == 0
}

// item reads one attribute and returns its length.
func (a *attributes) item(s string) int {
	switch s[0] {
	case '#', '.':
		n := nameLength(s[1:])
		if n == 0 {
			return 0
		}
		if s[0] == '#' {
			a.id = s[1 : 1+n]
		} else {
			a.classes = append(a.classes, s[1:1+n])
		}
		return 1 + n
	case '-':
		a.classes = append(a.classes, "unnumbered")
		return 1
	case '=':
		n := nameLength(s[1:])
		if n > 0 {
			a.set("raw", s[1:1+n])
			return 1 + n
		}
		return 0
	}
	n := nameLength(s)
	if n == 0 || n >= len(s) || s[n] != '=' {
		return 0
	}
	key, rest := s[:n], s[n+1:]
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		var b strings.Builder
		for i := 1; i < len(rest); i++ {
			switch {
			case rest[i] == '\\' && i+1 < len(rest) && (rest[i+1] == rest[0] || rest[i+1] == '\\'):
				i++
				b.WriteByte(rest[i])
			case rest[i] == rest[0]:
				a.set(key, b.String())
				return n + 1 + i + 1
			default:
				b.WriteByte(rest[i])
			}
		}
		return 0
	}
	v := strings.IndexAny(rest, " \t}")
	if v <= 0 {
		return 0
	}
	a.set(key, rest[:v])
	return n + 1 + v
}

func (a *attributes) set(key, value string) {
	switch key = strings.ToLower(key); key {
	case "id":
		a.id = value
		return
	case "class":
		a.classes = append(a.classes, strings.Fields(value)...)
		return
	}
	if _, ok := a.values[key]; !ok {
		a.keys = append(a.keys, key)
	}
	a.values[key] = manuscript.Clean(value)
}

// nameLength returns the length of the name at the beginning of s: letters,
// digits, and "-", "_", ":", "." inside it.
func nameLength(s string) int {
	for i, r := range s {
		switch {
		case r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r >= 0xa0:
		case i > 0 && (r == '-' || r == ':' || r == '.'):
		default:
			return i
		}
	}
	return len(s)
}

// trailing finds attributes at the very end of a line and returns where they
// begin, with the white space before them.
func trailing(line string) (*attributes, int) {
	end := strings.TrimRight(line, " \t\r\n")
	if !strings.HasSuffix(end, "}") {
		return nil, 0
	}
	open := strings.LastIndexByte(end, '{')
	// A value in quotes may hold a brace.
	for range 4 {
		if open < 0 {
			return nil, 0
		}
		if a, n := parseAttributes(end[open:]); n > 0 && open+n == len(end) {
			if open > 0 && end[open-1] == '\\' {
				return nil, 0
			}
			return a, len(strings.TrimRight(end[:open], " \t"))
		}
		open = strings.LastIndexByte(end[:open], '{')
	}
	return nil, 0
}

// anchorOf makes an anchor of the name that an author gave a place.
func anchorOf(id string) document.Anchor {
	a := document.Anchor(id)
	if id == "" || a.Valid() {
		return a
	}
	var b strings.Builder
	for i, r := range id {
		switch {
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_':
			b.WriteRune(r)
		case r >= '0' && r <= '9' || r == '-' || r == '.':
			if i == 0 {
				b.WriteByte('_')
			}
			b.WriteRune(r)
		case r < 0x80:
			if i == 0 {
				b.WriteByte('_')
			}
			b.WriteByte('-')
		default:
			return document.Slug(id)
		}
	}
	return document.Anchor(b.String())
}
