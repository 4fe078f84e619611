package html

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// Open is a start tag whose element is never closed.
type Open struct {
	Piece  int // the index of its piece
	Offset int // in that piece
	Name   string
	// Known says that it is an element of HTML. What is none was perhaps meant as
	// text.
	Known bool
}

// Together tells which pieces of HTML belong together, because an element that
// begins in one ends in another. For each piece, last is the index of the last
// one that belongs to it; open are the elements that are never closed, and so end
// with their piece. Elements whose end tag may be left out are none of these.
func Together(pieces [][]byte) (last []int, open []Open) {
	last = make([]int, len(pieces))
	var stack []Open
	count := map[string]int{}
	pop := func() Open {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		count[top.Name]--
		return top
	}
	never := func(o Open) {
		if !uncounted[o.Name] {
			open = append(open, o)
		}
	}
	for i, src := range pieces {
		last[i] = i
		at := 0
		for z := html.NewTokenizer(bytes.NewReader(src)); ; {
			kind := z.Next()
			start := at
			at += len(z.Raw())
			if kind == html.ErrorToken {
				break
			}
			if kind != html.StartTagToken && kind != html.EndTagToken {
				continue
			}
			n, _ := z.TagName()
			name := strings.ToValidUTF8(string(n[:min(len(n), 40)]), "")
			if kind == html.StartTagToken {
				if !void[name] {
					stack = append(stack, Open{i, start, name, Element(name)})
					count[name]++
				}
				continue
			}
			for count[name] > 0 {
				top := pop()
				if top.Name == name {
					last[top.Piece] = max(last[top.Piece], i)
					break
				}
				never(top)
			}
		}
	}
	for len(stack) > 0 {
		never(pop())
	}
	// Groups that touch one another are one.
	for i := 0; i < len(last); {
		end := last[i]
		for j := i + 1; j <= end; j++ {
			end = max(end, last[j])
		}
		for ; i <= end; i++ {
			last[i] = end
		}
	}
	return last, open
}

// elements are those of the HTML standard, obsolete ones included, and the roots
// of SVG and MathML.
var elements = set(`
	a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button
	canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
	fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html
	i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter multicol
	nav nextid nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress
	q rb rp rt rtc ruby s samp script search section select slot small source spacer span strike strong style sub summary sup svg
	table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
`)

// Element reports whether HTML has, or once had, an element of a name in lower
// case.
func Element(name string) bool { return elements[name] }
