package epub

import (
	"strings"
	"unicode/utf8"
)

// The tokens of a style sheet: CSS Syntax Module Level 3, 4.

type cssKind int

const (
	cssIdent cssKind = iota
	cssFunction
	cssAt
	cssString
	cssBadString
	cssURL
	cssBadURL
	cssOpen  // { [ (
	cssClose // } ] )
	cssColon
	cssSemicolon
	cssComma
	cssSpace
	cssOther
	cssHash
	cssNumber
)

type cssToken struct {
	kind      cssKind
	text      string
	line, col int
}

// cssTokens cuts a style sheet into tokens (CSS Syntax, 4). ok is false where a
// comment or a string does not end.
func cssTokens(s string) (list []cssToken, problem string) {
	line, start := 1, 0
	i := 0
	emit := func(k cssKind, from, to int, text string) {
		list = append(list, cssToken{k, text, line, from - start + 1})
		for j := from; j < to; j++ {
			if s[j] == '\n' {
				line++
				start = j + 1
			}
		}
		i = to
	}
	name := func(at int) int {
		for at < len(s) {
			c := s[at]
			switch {
			case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '_', c >= 0x80:
				at++
			case c == '\\' && at+1 < len(s) && s[at+1] != '\n':
				_, n := utf8.DecodeRuneInString(s[at+1:])
				at += 1 + n
			default:
				return at
			}
		}
		return at
	}
	starts := func(at int) bool { // an identifier
		if at < len(s) && s[at] == '-' {
			at++
			if at < len(s) && s[at] == '-' {
				return true
			}
		}
		if at >= len(s) {
			return false
		}
		c := s[at]
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80 || c == '\\' && at+1 < len(s) && s[at+1] != '\n'
	}
	for i < len(s) {
		c := s[i]
		switch {
		case strings.HasPrefix(s[i:], "/*"):
			end := strings.Index(s[i+2:], "*/")
			if end < 0 {
				return list, "a comment does not end"
			}
			emit(cssSpace, i, i+2+end+2, "")
		case strings.HasPrefix(s[i:], "<!--"):
			emit(cssSpace, i, i+4, "")
		case strings.HasPrefix(s[i:], "-->"):
			emit(cssSpace, i, i+3, "")
		case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f':
			j := i
			for j < len(s) && strings.IndexByte(" \t\n\r\f", s[j]) >= 0 {
				j++
			}
			emit(cssSpace, i, j, " ")
		case c == '"' || c == '\'':
			j := i + 1
			var b strings.Builder
			bad := true
			for j < len(s) {
				if s[j] == c {
					bad = false
					j++
					break
				}
				if s[j] == '\n' {
					break
				}
				if s[j] == '\\' && j+1 < len(s) {
					j++
					if s[j] == '\n' {
						j++
						continue
					}
				}
				b.WriteByte(s[j])
				j++
			}
			k := cssString
			if bad {
				k = cssBadString
			}
			emit(k, i, j, b.String())
		case c == '@' && starts(i+1):
			j := name(i + 1)
			emit(cssAt, i, j, strings.ToLower(s[i+1:j]))
		case c == '#' && i+1 < len(s) && name(i+1) > i+1:
			j := name(i + 1)
			emit(cssHash, i, j, s[i+1:j])
		case c >= '0' && c <= '9' || (c == '+' || c == '-' || c == '.') && i+1 < len(s) && (s[i+1] >= '0' && s[i+1] <= '9' || s[i+1] == '.' && i+2 < len(s) && s[i+2] >= '0' && s[i+2] <= '9'):
			j := i + 1
			for j < len(s) && (s[j] >= '0' && s[j] <= '9' || s[j] == '.') {
				j++
			}
			if j < len(s) && s[j] == '%' {
				j++
			} else if starts(j) {
				j = name(j)
			}
			emit(cssNumber, i, j, s[i:j])
		case starts(i):
			j := name(i)
			text := s[i:j]
			if j < len(s) && s[j] == '(' {
				if strings.EqualFold(text, "url") {
					k := j + 1
					for k < len(s) && strings.IndexByte(" \t\n\r\f", s[k]) >= 0 {
						k++
					}
					if k < len(s) && s[k] != '"' && s[k] != '\'' {
						end := strings.IndexByte(s[k:], ')')
						if end < 0 {
							return list, "url( does not end"
						}
						u := strings.TrimRight(s[k:k+end], " \t\n\r\f")
						kind := cssURL
						if strings.ContainsAny(u, "\"'( \t\n") {
							kind = cssBadURL
						}
						emit(kind, i, k+end+1, strings.ReplaceAll(u, `\`, ""))
						continue
					}
				}
				emit(cssFunction, i, j+1, strings.ToLower(text))
				continue
			}
			emit(cssIdent, i, j, text)
		case c == '{' || c == '[' || c == '(':
			emit(cssOpen, i, i+1, string(c))
		case c == '}' || c == ']' || c == ')':
			emit(cssClose, i, i+1, string(c))
		case c == ':':
			emit(cssColon, i, i+1, ":")
		case c == ';':
			emit(cssSemicolon, i, i+1, ";")
		case c == ',':
			emit(cssComma, i, i+1, ",")
		default:
			_, n := utf8.DecodeRuneInString(s[i:])
			emit(cssOther, i, i+n, s[i:i+n])
		}
	}
	return list, ""
}
