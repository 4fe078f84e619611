package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/html"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// Inline HTML reaches us tag by tag. Pairs of well-known tags among siblings
// become nodes; of the rest, the text that it holds stays.

// known are the elements that a pair of tags may make.
func known(name string) bool {
	switch name {
	case "sup", "sub", "abbr", "dfn", "time", "em", "i", "cite", "var", "strong", "b", "s", "del", "strike", "code", "kbd", "samp",
		"span", "mark", "u", "small", "q", "a", "bdi", "bdo", "ins", "ruby", "rb", "rt", "rp":
		return true
	}
	return false
}

var (
	tagName      = regexp.MustCompile(`^</?([A-Za-z][A-Za-z0-9-]*)`)
	tagAttribute = regexp.MustCompile(`([A-Za-z_:][A-Za-z0-9_.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>` + "`" + `]+))`)
)

// tagOf returns the name of a tag in lower case, and whether it closes.
func tagOf(raw string) (name string, closing bool) {
	m := tagName.FindStringSubmatch(raw)
	if m == nil {
		return "", false
	}
	return strings.ToLower(m[1]), strings.HasPrefix(raw, "</")
}

// tagAttributes returns the attributes of an opening tag.
func tagAttributes(raw string) map[string]string {
	out := map[string]string{}
	for _, m := range tagAttribute.FindAllStringSubmatch(raw, 32) {
		key := strings.ToLower(m[1])
		if _, ok := out[key]; !ok {
			out[key] = oneLine(string(unescape([]byte(m[2] + m[3] + m[4]))))
		}
	}
	return out
}

func source(n *ast.RawHTML, body []byte) string {
	var b strings.Builder
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		b.Write(s.Value(body))
	}
	return manuscript.Clean(strings.ReplaceAll(b.String(), "\r\n", "\n"))
}

// pairTags finds for each opening tag of a known element among the siblings
// the tag that closes it. A tag that closes an outer element leaves the inner
// ones without a pair.
func pairTags(first ast.Node, body []byte) map[ast.Node]*ast.RawHTML {
	var pairs map[ast.Node]*ast.RawHTML
	type opened struct {
		name string
		node *ast.RawHTML
	}
	var stack []opened
	count := map[string]int{}
	for n := first; n != nil; n = n.NextSibling() {
		raw, ok := n.(*ast.RawHTML)
		if !ok {
			continue
		}
		src := source(raw, body)
		name, closing := tagOf(src)
		if !known(name) || strings.HasSuffix(src, "/>") {
			continue
		}
		if !closing {
			stack = append(stack, opened{name, raw})
			count[name]++
			continue
		}
		if count[name] == 0 {
			continue
		}
		for {
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			count[top.name]--
			if top.name == name {
				if pairs == nil {
					pairs = map[ast.Node]*ast.RawHTML{}
				}
				pairs[top.node] = raw
				break
			}
		}
	}
	return pairs
}

// element converts a pair of tags with what stands between them.
func (r *reading) element(open, closing *ast.RawHTML, tags map[ast.Node]*ast.RawHTML, depth int) []document.Inline {
	raw := source(open, r.body)
	name, _ := tagOf(raw)
	content := r.between(open.NextSibling(), closing, tags, depth+1)
	if r.plain > 0 {
		return content
	}
	attrs := tagAttributes(raw)
	a := &attributes{id: attrs["id"], values: map[string]string{}}
	if l := strings.TrimSpace(attrs["lang"]); l != "" {
		a.set("lang", l)
	}
	if d := attrs["dir"]; d != "" {
		a.set("dir", strings.ToLower(d))
	}
	var n document.Inline
	switch name {
	case "sup":
		n = &document.Superscript{Content: content}
	case "sub":
		n = &document.Subscript{Content: content}
	case "em", "i", "cite", "var":
		n = &document.Emphasis{Content: content}
	case "strong", "b":
		n = &document.Strong{Content: content}
	case "s", "del", "strike":
		n = &document.Strikethrough{Content: content}
	case "code", "kbd", "samp":
		n = &document.Code{Value: document.TextOf(content)}
	case "abbr":
		if attrs["title"] == "" {
			n = &document.Span{Content: content}
			break
		}
		n = &document.Abbreviation{Expansion: attrs["title"], Content: content}
	case "dfn":
		n = &document.Definition{Content: content}
	case "time":
		if attrs["datetime"] == "" {
			n = &document.Span{Content: content}
			break
		}
		n = r.date(attrs["datetime"], content, open.Pos())
	case "q":
		n = &document.Span{Content: append(append(document.Plain(`"`), content...), document.Plain(`"`)...)}
	case "rp", "rb":
		return content
	case "rt": // what is read aloud stands behind what is written
		if !r.parenthesized(open) {
			content = append(append(document.Plain("("), content...), document.Plain(")")...)
		}
		n = &document.Span{Content: content}
	case "a":
		return r.htmlLink(open, attrs, a, content)
	default:
		a.classes = strings.Fields(attrs["class"])
		if name != "span" && name != "bdi" && name != "bdo" && name != "ruby" {
			a.classes = append(a.classes, name)
		}
		n = &document.Span{Content: content}
	}
	r.attribute(n, a, open.Pos())
	return []document.Inline{n}
}

// parenthesized reports whether a tag stands right behind <rp>, which holds a
// bracket.
func (r *reading) parenthesized(n *ast.RawHTML) bool {
	raw, ok := n.PreviousSibling().(*ast.RawHTML)
	if !ok {
		return false
	}
	name, closing := tagOf(source(raw, r.body))
	return closing && name == "rp"
}

// htmlLink converts <a href>, <a id> and <a name>.
func (r *reading) htmlLink(open *ast.RawHTML, attrs map[string]string, a *attributes, content []document.Inline) []document.Inline {
	if a.id == "" {
		a.id = attrs["name"]
	}
	var n document.Inline
	href := attrs["href"]
	url, ok := manuscript.Address(href)
	fragment, local := strings.CutPrefix(href, "#")
	if !ok && href != "" {
		r.badAddress(href, r.place(open.Pos()))
	}
	switch {
	case local && fragment != "":
		n = &document.CrossReference{Target: document.Anchor(fragment), Content: content}
	case href != "" && ok && !local && !r.linked(open):
		n = &document.Link{URL: url, Title: attrs["title"], Content: content}
	case len(content) == 0 && a.id != "":
		n = &document.Target{}
	case a.id == "":
		return content
	default:
		n = &document.Span{Content: content}
	}
	r.attribute(n, a, open.Pos())
	return []document.Inline{n}
}

// tag converts a tag that stands alone.
func (r *reading) tag(n *ast.RawHTML) []document.Inline {
	raw := source(n, r.body)
	name, closing := tagOf(raw)
	pos := r.place(n.Pos())
	switch {
	case !closing && (silent(name) && !strings.HasSuffix(raw, "/>") || name == "math" && elementEnd([]byte(raw), name) == len(raw)):
		return []document.Inline{r.onePiece(name, raw, n.Pos())}
	case r.plain > 0 && name == "img":
		return document.Plain(tagAttributes(raw)["alt"])
	case r.plain > 0 && name != "br", strings.HasPrefix(raw, "<!--"):
		return nil
	case name == "br":
		br := &document.LineBreak{}
		br.Pos = pos
		return []document.Inline{br}
	case name == "img":
		if img := r.htmlImage(raw, n.Pos()); img != nil {
			return []document.Inline{img}
		}
	case name == "wbr":
		t := &document.Text{Value: "\u200b"}
		t.Pos = pos
		return []document.Inline{t}
	case name == "a" && !closing:
		attrs := tagAttributes(raw)
		a := &attributes{id: attrs["id"], values: map[string]string{}}
		if a.id == "" {
			a.id = attrs["name"]
		}
		if a.id != "" {
			t := &document.Target{}
			r.attribute(t, a, n.Pos())
			return []document.Inline{t}
		}
	}
	if bareTag.MatchString(raw) && !html.Element(name) && !strings.Contains(name, "-") {
		if !closing {
			r.found.AddHint(warning, "markdown-html-open", pos, `write "&lt;" for "<"`, "%.40s is no element of HTML; it is printed as it stands", raw)
		}
		t := &document.Text{Value: strings.Join(strings.Fields(raw), " ")}
		if t.Value == raw {
			t.Pos = pos
		}
		return []document.Inline{t}
	}
	switch {
	case closing:
	case known(name):
		r.found.Add(info, "markdown-html-open", pos, "the element <%s> is never closed within its paragraph; its text stays", name)
	default:
		r.found.Add(info, "markdown-raw-inline", pos, "the HTML %.40q is not printed; what it holds stays", raw)
	}
	return nil
}

// structural reports whether an element begins and ends a line. In the midst of
// Markdown's own lines it cannot be more.
func structural(name string) bool {
	switch name {
	case "p", "div", "center", "section", "article", "header", "footer", "aside", "address", "details", "summary", "figure", "figcaption",
		"ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr", "table", "caption", "tr", "h1", "h2", "h3", "h4", "h5", "h6":
		return true
	}
	return false
}

// bareTag matches a tag without attributes that have values, which may be words in
// angle brackets.
var bareTag = regexp.MustCompile(`^</?[A-Za-z][A-Za-z0-9]*(?:\s+[A-Za-z0-9]+)*\s*>$`)

// htmlImage converts <img src="…" alt="…">, which authors write to give a
// width; it returns nil where the tag names no image.
func (r *reading) htmlImage(raw string, offset int) *document.Image {
	attrs := tagAttributes(raw)
	if attrs["src"] == "" {
		return nil
	}
	img := &document.Image{Resource: attrs["src"], Alt: attrs["alt"], Title: attrs["title"]}
	a := &attributes{id: attrs["id"], classes: strings.Fields(attrs["class"]), values: map[string]string{}}
	if w := attrs["width"]; w != "" {
		a.set("width", w)
	}
	r.attribute(img, a, offset)
	return img
}
