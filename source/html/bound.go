package html

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// bound makes a page safe to parse: its tags nest no deeper than a limit, none
// has more attributes than a parser can compare, and what is opened and never
// closed does not swallow what follows it.
type bound struct {
	depth   int
	strict  bool // count also elements that other tags close
	piece   bool // of another article: without scripts, and all of it text
	dropped bool
	first   int // offset of the first tag that was dropped
	open    []unclosed
	ends    map[string]int // where the last end tags stand of elements whose content is no markup
}

// unclosed is what was opened and never closed.
type unclosed struct {
	at   int
	what string
}

// formatting elements are opened again in every paragraph until they are
// closed (HTML standard, 13.2.4.3).
var formatting = map[string]bool{
	"a": true, "b": true, "big": true, "code": true, "em": true, "font": true, "i": true, "nobr": true,
	"s": true, "small": true, "strike": true, "strong": true, "tt": true, "u": true,
}

// uncounted elements have no end tag, or one that may be left out.
var uncounted = map[string]bool{
	"p": true, "li": true, "dt": true, "dd": true, "tr": true, "td": true, "th": true, "thead": true, "tbody": true,
	"tfoot": true, "option": true, "optgroup": true, "colgroup": true, "caption": true, "rt": true, "rp": true,
	"html": true, "head": true, "body": true, hole: true,
}

// landmarks tell the article and its parts; they are still wanted where nothing
// else is.
var landmarks = map[string]bool{
	"article": true, "main": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
}

var void = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "param": true, "source": true, "track": true, "wbr": true, "basefont": true,
	"bgsound": true, "frame": true, "keygen": true, "image": true,
}

// literal elements hold text, not markup, up to their end tag (HTML standard,
// 13.1.2): all that follows, if there is none.
var literal = []string{"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext"}

const (
	together       = 24  // formatting elements open at once
	mostAttributes = 100 // of one tag
	mostOpen       = 32  // tags without an end, before lines are taken for text
)

// apply returns the page with its places and without tags that nest too deeply.
func (b *bound) apply(src []byte) []byte {
	out := make([]byte, 0, len(src)+len(src)/4)
	z := html.NewTokenizer(bytes.NewReader(src))
	type open struct {
		name    string
		dropped bool
	}
	var stack []open
	count := map[string]int{}
	depth, forms, at := 0, 0, 0
	kept := func(name string, sign int) {
		if depth += sign; formatting[name] {
			forms += sign
		}
	}
	again := func(from int) { // reads on from a place
		at = from
		z = html.NewTokenizer(bytes.NewReader(src[from:]))
	}
	for {
		kind := z.Next()
		raw := z.Raw()
		start := at
		at += len(raw)
		if b.piece && kind != html.TextToken && len(raw) > len(HoleTag) && bytes.Contains(raw, []byte(HoleTag)) {
			kind = html.ErrorToken // no tag goes on where another form of text stands
		}
		switch kind {
		case html.ErrorToken:
			if len(raw) == 0 {
				return out
			}
			text, width := b.never(raw, start)
			out = append(out, text...)
			again(start + width)
			continue
		case html.CommentToken, html.DoctypeToken:
			if at < len(src) || ended(raw) {
				break
			}
			text, width := b.comment(raw, start)
			out = append(out, text...)
			again(start + width)
			continue
		case html.StartTagToken, html.SelfClosingTagToken:
			n, more := z.TagName()
			name := string(n)
			if slices.Contains(literal, name) && b.unended(z, src, name, start, at) {
				continue
			}
			counts := !void[name] && (b.strict || !uncounted[name])
			if counts {
				most := b.depth
				if landmarks[name] {
					most += 16
				}
				drop := depth >= most || formatting[name] && forms >= together
				stack = append(stack, open{name, drop})
				count[name]++
				if drop {
					if !b.dropped {
						b.dropped, b.first = true, start
					}
					continue
				}
				kept(name, 1)
			}
			end := 1 // of the name as it stands
			for end < len(raw) && !bytes.ContainsRune([]byte(" \t\r\n\f/>"), rune(raw[end])) {
				end++
			}
			out = append(out, raw[:end]...)
			out = append(out, ' ')
			out = append(out, placeKey...)
			out = append(out, '=')
			out = strconv.AppendInt(out, int64(start), 10)
			if len(raw) > 4*mostAttributes && more {
				out = fewer(out, z)
				continue
			}
			if end < len(raw) && raw[end] == '/' {
				out = append(out, ' ')
			}
			out = append(out, raw[end:]...)
			continue
		case html.EndTagToken:
			n, _ := z.TagName()
			name := string(n)
			if count[name] > 0 {
				drop := false
				for {
					top := stack[len(stack)-1]
					stack = stack[:len(stack)-1]
					count[top.name]--
					if !top.dropped {
						kept(top.name, -1)
					}
					if top.name == name {
						drop = top.dropped
						break
					}
				}
				if drop {
					continue
				}
			}
		}
		out = append(out, raw...)
	}
}

func (b *bound) report(at int, format string, args ...any) {
	b.open = append(b.open, unclosed{at, fmt.Sprintf(format, args...)})
}

// never returns what stands for the beginning of a tag that goes on to the end
// of the page, and its length: it was meant as text, or something in it has but
// one quotation mark. Of a page that was cut off within its last tag nothing is
// lost.
func (b *bound) never(raw []byte, at int) (text []byte, width int) {
	if !b.piece && len(raw) < 2000 && bytes.IndexByte(raw, '>') < 0 && bytes.IndexByte(raw, '=') >= 0 {
		return nil, len(raw)
	}
	if len(b.open) >= mostOpen {
		return literally(raw), len(raw)
	}
	b.report(at, "a tag is never closed; it stays as text: %.60q", raw[:min(len(raw), 240)])
	return literally(raw[:1]), 1
}

// comment does the same for a comment, which may be meant to end with its tag.
func (b *bound) comment(raw []byte, at int) (text []byte, width int) {
	if len(b.open) >= mostOpen {
		return literally(raw), len(raw)
	}
	b.report(at, "a comment is never closed: %.60q", raw[:min(len(raw), 240)])
	if end := bytes.IndexByte(raw, '>'); end >= 0 {
		return nil, end + 1
	}
	if b.piece {
		return literally(raw), len(raw)
	}
	return nil, len(raw)
}

// ended reports whether a comment or a declaration has its end.
func ended(raw []byte) bool {
	if bytes.HasPrefix(raw, []byte("<!--")) {
		return bytes.HasSuffix(raw, []byte("-->")) || bytes.HasSuffix(raw, []byte("--!>"))
	}
	return bytes.HasSuffix(raw, []byte(">"))
}

// literally returns markup as the text that it is.
func literally(raw []byte) []byte { return bytes.ReplaceAll(raw, []byte("<"), []byte("&lt;")) }

// unended reports whether the tag at hand, which stands before the byte at
// behind, opens an element that holds no markup and is never closed, and is to be
// left out. Scripts and styles stay: what they hold would be no text.
func (b *bound) unended(z *html.Tokenizer, src []byte, name string, start, behind int) bool {
	if b.piece && name == "noscript" {
		z.NextIsNotRawText()
		return false
	}
	if b.ends == nil {
		b.ends = lastEnds(src)
	}
	if b.ends[name] >= behind && name != "plaintext" {
		return false
	}
	if name == "script" || name == "style" {
		b.report(start, "the element <%s> is never closed; what follows is taken for its code: %.60q", name, src[behind:min(len(src), behind+240)])
		return false
	}
	b.report(start, "the element <%s> is never closed; its tag is left out", name)
	z.NextIsNotRawText()
	return true
}

// lastEnds returns where the last end tag stands of each literal element.
func lastEnds(src []byte) map[string]int {
	ends := map[string]int{}
	for at := 0; ; {
		i := bytes.Index(src[at:], []byte("</"))
		if i < 0 {
			return ends
		}
		at += i + 2
		for _, name := range literal {
			if rest := src[at:]; len(rest) >= len(name) && strings.EqualFold(string(rest[:len(name)]), name) {
				ends[name] = at
			}
		}
	}
}

// fewer writes the first attributes of a tag, and its end.
func fewer(out []byte, z *html.Tokenizer) []byte {
	for range mostAttributes {
		key, value, more := z.TagAttr()
		if len(key) > 0 && !bytes.ContainsAny(key, "\"'<>=&") {
			out = append(out, ' ')
			out = append(out, key...)
			out = append(out, `="`...)
			out = append(out, html.EscapeString(string(value))...)
			out = append(out, '"')
		}
		if !more {
			break
		}
	}
	return append(out, '>')
}
