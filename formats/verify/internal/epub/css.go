package epub

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Style sheets: CSS Syntax Module Level 3, as far as it tells a sheet that can
// be read from one that cannot, and EPUB 3.3, 6.3.

var charset = regexp.MustCompile(`^@charset\s+["']([^"']*)["']`)

// decodeCSS returns a style sheet as UTF-8.
func (c *checker) decodeCSS(file string, data []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}), bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		c.warn("encoding", at{file: file}, "it is encoded in UTF-16, and should be in UTF-8")
		var units []uint16
		for i := 2; i+1 < len(data); i += 2 {
			hi, lo := data[i], data[i+1]
			if data[0] == 0xff {
				hi, lo = lo, hi
			}
			units = append(units, uint16(hi)<<8|uint16(lo))
		}
		return string(utf16.Decode(units)), true
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if m := charset.FindSubmatch(data); m != nil && !strings.EqualFold(string(m[1]), "utf-8") && !strings.HasPrefix(strings.ToLower(string(m[1])), "utf-16") {
		c.err("encoding", at{file: file}, "it is encoded in %q, and must be in UTF-8", m[1])
		return "", false
	}
	if !utf8.Valid(data) {
		c.warn("encoding", at{file: file}, "it is not UTF-8")
	}
	return strings.ToValidUTF8(string(data), "\ufffd"), true
}

// styleFile checks a style sheet of its own, once.
func (c *checker) styleFile(name string) {
	if c.cssDone[name] || c.encrypted[name] != "" {
		return
	}
	c.cssDone[name] = true
	data, ok := c.read(name)
	if !ok {
		return
	}
	if s, ok := c.decodeCSS(name, data); ok {
		c.styleSheet(name, name, at{name, 1, 1}, s)
	}
}

// styleSheet checks the rules of a style sheet.
func (c *checker) styleSheet(from, base string, origin at, s string) {
	tokens, problem := cssTokens(s)
	if problem != "" {
		c.err("css", origin, "%s", problem)
		return
	}
	k := &cssChecker{checker: c, from: from, base: base, origin: origin, tokens: tokens}
	k.rules(false)
}

// styleAttribute checks the declarations of a style attribute.
func (c *checker) styleAttribute(from, base string, origin at, s string) {
	tokens, problem := cssTokens(s)
	if problem != "" {
		c.err("css", origin, "%s", problem)
		return
	}
	k := &cssChecker{checker: c, from: from, base: base, origin: origin, tokens: tokens}
	k.declarations("", false)
}

type cssChecker struct {
	*checker
	from, base string
	origin     at
	tokens     []cssToken
	i          int
	depth      int
}

func (k *cssChecker) place() at {
	if k.i < len(k.tokens) {
		t := k.tokens[k.i]
		if k.origin.line > 1 {
			return at{k.origin.file, k.origin.line + t.line - 1, t.col}
		}
		return at{k.origin.file, t.line, t.col}
	}
	return k.origin
}

func (k *cssChecker) space() {
	for k.i < len(k.tokens) && k.tokens[k.i].kind == cssSpace {
		k.i++
	}
}

func (k *cssChecker) peek() (cssToken, bool) {
	if k.i < len(k.tokens) {
		return k.tokens[k.i], true
	}
	return cssToken{}, false
}

func (k *cssChecker) syntax(what string) {
	k.err("css", k.place(), "the style sheet is malformed: %s", what)
}

// rules checks rules up to the end or, inside a block, up to its brace.
func (k *cssChecker) rules(inside bool) {
	if k.depth++; k.depth > 50 {
		k.syntax("blocks are nested too deeply")
		k.i = len(k.tokens)
		return
	}
	defer func() { k.depth-- }()
	for {
		k.space()
		t, ok := k.peek()
		switch {
		case !ok:
			if inside {
				k.syntax("a block does not end")
			}
			return
		case t.kind == cssClose && t.text == "}" && inside:
			k.i++
			return
		case t.kind == cssClose:
			k.syntax("there is a bracket too many")
			k.i++
			return
		case t.kind == cssAt:
			if !k.atRule(t) {
				return
			}
		default:
			if !k.styleRule() {
				return
			}
		}
	}
}

// atRule checks a rule that begins with "@"; false ends the check.
func (k *cssChecker) atRule(t cssToken) bool {
	place := k.place()
	k.i++
	var prelude []cssToken
	for {
		t, ok := k.peek()
		if !ok {
			break
		}
		if t.kind == cssSemicolon || t.kind == cssOpen && t.text == "{" {
			break
		}
		if t.kind == cssClose && t.text == "}" {
			k.syntax("an @rule does not end")
			return false
		}
		if t.kind == cssBadString || t.kind == cssBadURL {
			k.syntax("a string does not end")
			return false
		}
		prelude = append(prelude, t)
		k.i++
	}
	next, ok := k.peek()
	block := ok && next.kind == cssOpen
	if !ok {
		k.syntax("an @rule does not end")
		return true
	}
	k.i++
	switch t.text {
	case "import":
		if !slices.ContainsFunc(prelude, func(t cssToken) bool { return t.kind != cssSpace }) {
			k.syntax("@import names no style sheet")
		}
		for _, p := range prelude {
			if p.kind == cssString || p.kind == cssURL {
				k.refer(place, p.text, refImport)
				break
			}
		}
	case "font-face":
		if !block {
			k.syntax("@font-face has no block")
			return true
		}
		k.declarations("font-face", true)
		return true
	case "media", "supports", "layer", "container", "document", "-moz-document", "scope", "starting-style":
		if block {
			k.rules(true)
			return true
		}
	case "page", "counter-style", "property", "viewport", "-ms-viewport", "font-palette-values":
		if block {
			k.declarations(t.text, true)
			return true
		}
	}
	if block {
		k.skipBlock()
	}
	return true
}

func (k *cssChecker) refer(place at, url string, kind refKind) {
	k.refs = append(k.refs, reference{from: k.from, base: k.base, at: place, url: url, kind: kind})
}

// skipBlock passes over a block whose brace has been taken.
func (k *cssChecker) skipBlock() {
	depth := 1
	for k.i < len(k.tokens) && depth > 0 {
		t := k.tokens[k.i]
		if t.kind == cssOpen && t.text == "{" {
			depth++
		} else if t.kind == cssClose && t.text == "}" {
			depth--
		}
		k.i++
	}
	if depth > 0 {
		k.syntax("a block does not end")
	}
}

// styleRule checks a selector with its block; false ends the check.
func (k *cssChecker) styleRule() bool {
	var brackets []string
	words, last := 0, cssSpace
	for {
		t, ok := k.peek()
		if !ok {
			k.syntax("a selector has no block")
			return false
		}
		switch {
		case t.kind == cssOpen && t.text == "{":
			if len(brackets) > 0 || words == 0 || last == cssComma || last == cssColon {
				k.syntax("a selector is malformed")
				return false
			}
			k.i++
			k.declarations("", true)
			return true
		case t.kind == cssClose && t.text == "}", t.kind == cssSemicolon, t.kind == cssBadString, t.kind == cssBadURL:
			k.syntax("a selector is malformed")
			return false
		case t.kind == cssOpen:
			brackets = append(brackets, t.text)
		case t.kind == cssFunction:
			brackets = append(brackets, "(")
			words++
		case t.kind == cssClose:
			want := "("
			if t.text == "]" {
				want = "["
			}
			if n := len(brackets); n == 0 || brackets[n-1] != want {
				k.syntax("a selector is malformed")
				return false
			}
			brackets = brackets[:len(brackets)-1]
		case t.kind == cssComma && len(brackets) == 0 && (words == 0 || last == cssComma):
			k.syntax("a selector is malformed")
			return false
		case t.kind == cssSpace:
		default:
			words++
		}
		if t.kind != cssSpace {
			last = t.kind
		}
		k.i++
	}
}

// declarations checks declarations up to the end or, in a block, its brace.
func (k *cssChecker) declarations(rule string, block bool) {
	if k.depth++; k.depth > 50 {
		k.syntax("blocks are nested too deeply")
		k.i = len(k.tokens)
		return
	}
	defer func() { k.depth-- }()
	source := false
	count := 0
	begin, begun := k.place(), block
	for {
		k.space()
		t, ok := k.peek()
		if !ok {
			if block {
				k.syntax("a block does not end")
			}
			return
		}
		switch {
		case t.kind == cssClose && t.text == "}":
			if !block {
				k.syntax("there is a brace in a style attribute")
				return
			}
			k.i++
			if rule == "font-face" && count == 0 {
				k.warn("css-font-face", begin, "@font-face is empty")
			}
			_ = source
			return
		case t.kind == cssSemicolon:
			if k.i++; begun {
				k.syntax("there is an empty declaration")
			}
		case t.kind == cssAt:
			if !k.atRule(t) {
				k.i = len(k.tokens)
				return
			}
		case t.kind == cssIdent:
			if !k.declaration(rule, block, &source) {
				return
			}
			count++
			if t, ok := k.peek(); ok && t.kind == cssSemicolon {
				k.i++
			}
		case t.kind == cssOther && (t.text == "*" || t.text == "_") && block && k.i+1 < len(k.tokens) && k.tokens[k.i+1].kind == cssIdent:
			k.syntax("a property has no name")
			k.skipDeclaration()
		default:
			k.syntax("a property has no name")
			k.skipDeclaration()
			if !block {
				return
			}
		}
	}
}

// nested reports whether a nested rule begins here: a brace comes before the
// next semicolon.
func (k *cssChecker) nested() bool {
	for j := k.i; j < len(k.tokens); j++ {
		t := k.tokens[j]
		switch {
		case t.kind == cssSemicolon, t.kind == cssClose && t.text == "}":
			return false
		case t.kind == cssOpen && t.text == "{":
			return true
		}
	}
	return false
}

func (k *cssChecker) skipDeclaration() {
	depth := 0
	for k.i < len(k.tokens) {
		t := k.tokens[k.i]
		if depth == 0 && (t.kind == cssSemicolon || t.kind == cssClose && t.text == "}") {
			return
		}
		if t.kind == cssOpen && t.text == "{" {
			depth++
		} else if t.kind == cssClose && t.text == "}" {
			depth--
		}
		k.i++
	}
}

// declaration checks a property and its value.
func (k *cssChecker) declaration(rule string, block bool, source *bool) bool {
	t := k.tokens[k.i]
	property := strings.ToLower(t.text)
	place := k.place()
	k.i++
	k.space()
	colon, ok := k.peek()
	if !ok || colon.kind != cssColon {
		if ok && block && k.nested() { // a nested rule after all
			return k.styleRule()
		}
		k.syntax("the property " + property + " has no value")
		k.skipDeclaration()
		return true
	}
	k.i++
	custom := strings.HasPrefix(property, "--")
	brackets := 0
	values := 0
	first := ""
	for {
		t, ok := k.peek()
		if !ok {
			if brackets > 0 || block {
				k.syntax("a value does not end")
				return false
			}
			break
		}
		if brackets == 0 && (t.kind == cssSemicolon || t.kind == cssClose && t.text == "}") {
			break
		}
		switch t.kind {
		case cssBadString, cssBadURL:
			k.syntax("a string does not end")
			k.skipDeclaration()
			return true
		case cssOpen:
			if t.text == "{" {
				k.syntax("there is a brace in a value")
				return false
			}
			brackets++
		case cssFunction:
			brackets++
			values++
			if t.text == "url" {
				for j := k.i + 1; j < len(k.tokens); j++ {
					if k.tokens[j].kind == cssString {
						k.url(property, rule, k.place(), k.tokens[j].text, source)
						break
					}
					if k.tokens[j].kind != cssSpace {
						break
					}
				}
			}
		case cssClose:
			brackets--
		case cssURL:
			values++
			k.url(property, rule, k.place(), t.text, source)
		case cssSemicolon:
			k.syntax("a bracket does not end")
			return false
		case cssSpace:
		case cssColon:
			if !custom && brackets == 0 {
				k.warn("css", k.place(), "there is a colon in the value of %s", property)
			}
		default:
			if values == 0 {
				first = strings.ToLower(t.text)
			}
			values++
		}
		k.i++
	}
	if values == 0 && !custom {
		k.syntax("the property " + property + " has no value")
	}
	if !k.pkg.two {
		switch property {
		case "direction", "unicode-bidi":
			k.err("css-direction", place, "the property %q may not be used", property)
		}
	}
	if property == "position" && first == "fixed" {
		k.warn("css-position", place, "a fixed position may not be honoured")
	}
	return true
}

func (k *cssChecker) url(property, rule string, place at, u string, source *bool) {
	kind := refStyleImage
	if rule == "font-face" && property == "src" {
		kind = refFont
		*source = true
	}
	if trim(u) == "" {
		k.syntax("an address is empty")
		return
	}
	if strings.HasPrefix(trim(u), "#") {
		return // a part of a drawing in the document itself
	}
	k.refer(place, u, kind)
}
