package svg

import (
	"slices"
	"strings"
)

// Style sheets: rules whose selectors are a name, a class, an id or a few of
// these for one element (SVG 1.1, 6.10). Others are left out.

// rule is a rule for one selector.
type rule struct {
	name, id     string
	classes      []string
	weight       int
	declarations map[string]string
}

const maxRules = 500

// sheet reads a style sheet.
func (r *reader) sheet(s string) {
	s = comments(s)
	for s != "" {
		open := strings.IndexByte(s, '{')
		if open < 0 {
			break
		}
		selectors := strings.TrimSpace(s[:open])
		body, rest, _ := strings.Cut(s[open+1:], "}")
		if strings.HasPrefix(selectors, "@") {
			// A rule about media, fonts or keyframes: it may hold blocks.
			r.omit("a rule of its style sheet is left out")
			depth := 1
			i := open + 1
			for ; i < len(s) && depth > 0; i++ {
				switch s[i] {
				case '{':
					depth++
				case '}':
					depth--
				}
			}
			s = s[i:]
			continue
		}
		s = rest
		d := declarations(body)
		for _, sel := range strings.Split(selectors, ",") {
			ru, ok := selector(strings.TrimSpace(sel))
			if !ok || len(r.rules) >= maxRules {
				r.omit("a rule of its style sheet is left out")
				continue
			}
			ru.declarations = d
			r.rules = append(r.rules, ru)
		}
	}
}

// comments takes the comments out.
func comments(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "/*")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		_, s, _ = strings.Cut(rest, "*/")
	}
}

// selector reads a compound selector.
func selector(s string) (rule, bool) {
	var ru rule
	for s != "" {
		kind := byte(0)
		if s[0] == '.' || s[0] == '#' {
			kind, s = s[0], s[1:]
		}
		end := strings.IndexAny(s, ".#")
		if end < 0 {
			end = len(s)
		}
		word := s[:end]
		s = s[end:]
		if word == "" || strings.ContainsAny(word, " \t\r\n>+~:[]()*") && word != "*" {
			return ru, false
		}
		switch kind {
		case '.':
			ru.classes = append(ru.classes, word)
			ru.weight += 100
		case '#':
			ru.id = word
			ru.weight += 10_000
		default:
			if word != "*" {
				ru.name = word
				ru.weight++
			}
		}
	}
	return ru, true
}

// matches reports whether the rule is for an element with these classes.
func (ru *rule) matches(el *element, classes []string) bool {
	if ru.name != "" && ru.name != el.name || ru.id != "" && ru.id != el.attrs["id"] {
		return false
	}
	for _, c := range ru.classes {
		if !slices.Contains(classes, c) {
			return false
		}
	}
	return true
}

// declarations reads the inside of a rule or a style attribute.
func declarations(s string) map[string]string {
	if s == "" {
		return nil
	}
	out := map[string]string{}
	for _, d := range strings.Split(s, ";") {
		k, v, ok := strings.Cut(d, ":")
		if !ok {
			continue
		}
		v, _, _ = strings.Cut(v, "!")
		out[strings.ToLower(strings.TrimSpace(k))] = strings.TrimSpace(v)
	}
	return out
}
