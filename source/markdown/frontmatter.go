package markdown

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/internal/manuscript"
)

const (
	// mostFrontMatter is the size of the longest front matter that is read.
	mostFrontMatter = 128 << 10
	// deepestFrontMatter is how deeply it may be nested.
	deepestFrontMatter = 40
)

// cutFrontMatter returns the YAML at the beginning of a file and the offset of
// the text behind it, which is 0 if there is none.
func cutFrontMatter(src []byte) (yml []byte, start, end int) {
	at := 0
	if bytes.HasPrefix(src, []byte("\ufeff")) {
		at = 3
	}
	line, next := lineAt(src, at)
	if strings.TrimRight(string(line), " \t") != "---" {
		return nil, 0, 0
	}
	start = next
	for at = next; at < len(src); at = next {
		line, next = lineAt(src, at)
		switch strings.TrimRight(string(line[:min(len(line), 100)]), " \t") {
		case "---", "...":
			return src[start:at], start, next
		}
	}
	return nil, 0, 0
}

// lineAt returns the line at an offset without its end, and the next line's
// offset.
func lineAt(src []byte, at int) (line []byte, next int) {
	i := bytes.IndexAny(src[at:], "\r\n")
	if i < 0 {
		return src[at:], len(src)
	}
	next = at + i + 1
	if src[at+i] == '\r' && next < len(src) && src[next] == '\n' {
		next++
	}
	return src[at : at+i], next
}

// value is a piece of front matter: a text, a list or a mapping.
type value struct {
	pos    diag.Position
	text   string
	list   []value
	fields []field
	shape  shape
}

type shape int

const (
	shapeNull shape = iota
	shapeText
	shapeList
	shapeFields
)

func (s shape) String() string { return [...]string{"nothing", "a text", "a list", "fields"}[s] }

type field struct {
	key   string
	value value
}

// yamlReader turns YAML into values.
type yamlReader struct {
	lines *manuscript.Lines
	src   []byte // the whole file
	first int    // the line of the file before the YAML's first
	found *diag.List
}

// parseFrontMatter reads the YAML at the beginning of src. It returns where the
// text begins, and false if there is no front matter.
func parseFrontMatter(src []byte, lines *manuscript.Lines, found *diag.List) (v value, end int, ok bool) {
	yml, start, end := cutFrontMatter(src)
	if end == 0 {
		return value{}, 0, false
	}
	y := &yamlReader{lines: lines, src: src, found: found, first: lines.At(start).Line - 1}
	if !looksLikeYAML(yml) {
		return value{}, 0, false // two thematic breaks
	}
	fail := func(pos diag.Position, message string) (value, int, bool) {
		found.AddHint(diag.Error, "markdown-front-matter", pos, "correct the YAML between the two lines \"---\"", "the front matter cannot be read: %s", message)
		return value{shape: shapeFields}, end, true
	}
	switch {
	case len(yml) > mostFrontMatter:
		return fail(lines.At(start), fmt.Sprintf("it is longer than %d bytes", mostFrontMatter))
	case nesting(yml) > deepestFrontMatter:
		return fail(lines.At(start), fmt.Sprintf("it is nested deeper than %d levels", deepestFrontMatter))
	}
	clean := manuscript.Clean(strings.ReplaceAll(strings.ReplaceAll(string(yml), "\r\n", "\n"), "\r", "\n"))
	file, err := parseYAML([]byte(clean))
	if err != nil {
		var syntax *yaml.SyntaxError
		if errors.As(err, &syntax) && syntax.Token != nil {
			return fail(y.place(syntax.Token), syntax.Message)
		}
		first, _, _ := strings.Cut(err.Error(), "\n")
		return fail(lines.At(start), first)
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return value{shape: shapeFields}, end, true
	}
	v = y.value(file.Docs[0].Body, 0)
	if v.shape != shapeFields && v.shape != shapeNull {
		return fail(v.pos, "want fields such as \"title: …\", got "+v.shape.String())
	}
	return v, end, true
}

// parseYAML is the parser's verb, whose panics on strange input are errors.
func parseYAML(src []byte) (file *ast.File, err error) {
	defer func() {
		if p := recover(); p != nil {
			file, err = nil, fmt.Errorf("it is malformed (%v)", p)
		}
	}()
	return parser.ParseBytes(src, 0)
}

// looksLikeYAML reports whether the first line that says something may begin a
// mapping: else the two lines "---" are thematic breaks around text.
func looksLikeYAML(yml []byte) bool {
	for line := range bytes.Lines(yml) {
		s := strings.TrimSpace(string(line))
		if s == "" || s[0] == '#' {
			continue
		}
		key, rest, ok := strings.Cut(s, ":")
		return s[0] == '{' || s[0] == '%' || ok && len(strings.Fields(key)) <= 2 && (rest == "" || rest[0] == ' ' || rest[0] == '\t')
	}
	return true
}

// nesting returns a bound of how deeply YAML is nested.
func nesting(yml []byte) int {
	flow, deepest := 0, 0
	for line := range bytes.Lines(yml) {
		here := 0
		for i := 0; i+1 < len(line) && (line[i] == '-' || line[i] == '?' || line[i] == ' '); i++ {
			if line[i] != ' ' {
				here++
			}
		}
		indent := len(line) - len(bytes.TrimLeft(line, " "))
		for _, c := range line {
			switch c {
			case '[', '{':
				flow++
			case ']', '}':
				flow = max(flow-1, 0)
			}
			deepest = max(deepest, flow)
		}
		if indent > 200 {
			here += indent
		}
		deepest = max(deepest, here)
	}
	return deepest
}

// place returns the position of a token. The parser counts lines and columns
// of characters; the bytes are counted here.
func (y *yamlReader) place(t *token.Token) diag.Position {
	if t == nil || t.Position == nil {
		return y.lines.At(0)
	}
	line := y.first + t.Position.Line
	start := y.lines.Offset(line, 1)
	at := start
	for n := 1; n < t.Position.Column && at < len(y.src) && y.src[at] != '\n'; n++ {
		at++
		for at < len(y.src) && y.src[at]&0xc0 == 0x80 {
			at++
		}
	}
	return y.lines.At(at)
}

// value converts a node of the parser's.
func (y *yamlReader) value(n ast.Node, depth int) value {
	v := value{pos: y.place(n.GetToken())}
	if depth > deepestFrontMatter {
		return v
	}
	switch n := n.(type) {
	case *ast.NullNode:
	case *ast.MappingNode:
		v.shape = shapeFields
		for _, m := range n.Values {
			v.fields = append(v.fields, y.field(m, depth))
		}
		if len(v.fields) > 0 {
			v.pos = v.fields[0].value.pos
		}
	case *ast.MappingValueNode:
		v.shape = shapeFields
		v.fields = []field{y.field(n, depth)}
	case *ast.SequenceNode:
		v.shape = shapeList
		for _, e := range n.Values {
			v.list = append(v.list, y.value(e, depth+1))
		}
	case *ast.LiteralNode:
		v.shape = shapeText
		if n.Value != nil {
			v.text = n.Value.Value
		}
	case *ast.StringNode:
		v.shape = shapeText
		v.text = n.Value
	case *ast.TagNode:
		if n.Value != nil {
			return y.value(n.Value, depth+1)
		}
	case *ast.AnchorNode:
		if n.Value != nil {
			return y.value(n.Value, depth+1)
		}
	case *ast.AliasNode:
		y.found.Add(warning, "markdown-front-matter-alias", v.pos, "the front matter refers to another of its values; that is not supported")
	default:
		// Numbers, booleans and the like as the author wrote them.
		v.shape = shapeText
		v.text = n.GetToken().Value
	}
	v.text = strings.TrimSpace(manuscript.Clean(v.text))
	return v
}

func (y *yamlReader) field(m *ast.MappingValueNode, depth int) field {
	f := field{key: strings.TrimSpace(manuscript.Clean(m.Key.GetToken().Value))}
	if m.Value != nil {
		f.value = y.value(m.Value, depth+1)
	}
	if f.value.pos.IsZero() {
		f.value.pos = y.place(m.Key.GetToken())
	}
	return f
}
