package html

import (
	"fmt"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
	"golang.org/x/net/html"
	"os"
	"strings"
	"testing"
)

func TestZZ(t *testing.T) {
	for _, id := range strings.Fields(os.Getenv("ZZ")) {
		src, _ := os.ReadFile("/tmp/quire/pages/" + id + ".html")
		p := &page{name: id, lines: manuscript.NewLines(id, src), depth: 100, doc: &document.Document{}}
		p.parse(src)
		p.metadata()
		f := p.content()
		body := first(p.root, 0x2804)
		_ = body
		fmt.Println("==", id, "frame:", desc(f[0]), p.stats[f[0]])
		each(p.root, func(n *html.Node) bool {
			if p.left[n] {
				s := textOf(n)
				if len(s) > 150 {
					fmt.Printf("  LEFT %s %d: %.70s\n", desc(n), len(s), s)
				}
				return false
			}
			return true
		})
	}
}
func desc(n *html.Node) string {
	return fmt.Sprintf("<%s class=%.60q id=%.30q role=%s>", n.Data, attr(n, "class"), attr(n, "id"), attr(n, "role"))
}

func TestYY(t *testing.T) {
	for _, id := range strings.Fields(os.Getenv("ZZ")) {
		src, _ := os.ReadFile("/tmp/quire/pages/" + id + ".html")
		p := &page{name: id, lines: manuscript.NewLines(id, src), depth: 100, doc: &document.Document{}}
		p.parse(src); p.metadata()
		fs := p.content()
		f := fs[len(fs)-1]
		fmt.Println("==", id, "frame:", desc(f), p.stats[f])
		var show func(n *html.Node, d int)
		show = func(n *html.Node, d int) {
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				s := p.stats[c]
				if c.Type != html.ElementNode || p.left[c] || s == nil || s.prose < 300 { continue }
				fmt.Printf("%s%s %v %.40q\n", strings.Repeat("  ", d), desc(c), *s, textOf(c))
				if d < 4 { show(c, d+1) }
			}
		}
		show(f, 1)
	}
}
