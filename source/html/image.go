package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// image converts an img or picture element; nil means that it shows nothing.
func (c *converter) image(n *html.Node) *document.Image {
	img := n
	if is(n, atom.Picture) {
		img = nil
		each(n, func(e *html.Node) bool {
			if is(e, atom.Img) && img == nil {
				img = e
			}
			return img == nil
		})
		if img == nil {
			return nil
		}
	}
	if c.piece != nil {
		return c.pictured(img)
	}
	if tiny(img) {
		return nil
	}
	src := imageAddress(img)
	if src == "" && is(n, atom.Picture) {
		each(n, func(e *html.Node) bool {
			if is(e, atom.Source) && src == "" {
				src = largest(attr(e, "srcset"))
			}
			return true
		})
	}
	if src == "" {
		if s := n.NextSibling; s != nil && is(s, atom.Noscript) {
			src = noscriptImage(s)
		}
	}
	if src == "" {
		return nil
	}
	if remote(src) && !c.captioned {
		c.remote++
		return nil
	}
	i := &document.Image{Resource: src, Alt: strings.Join(strings.Fields(manuscript.Clean(attr(img, "alt"))), " ")}
	i.Pos = c.pos(img)
	c.dress(&i.Attr, n)
	i.Decorative = i.Alt == "" && hasAttr(img, "alt")
	return i
}

// remote reports whether a picture is not beside the page. Nothing is fetched;
// such a picture is only kept where a caption speaks of it, and its description
// then stands in its place.
func remote(src string) bool {
	l := strings.ToLower(strings.TrimSpace(src))
	return strings.HasPrefix(l, "/") || strings.HasPrefix(l, "\\") || strings.HasPrefix(l, "http:") || strings.HasPrefix(l, "https:")
}

// lazy attributes hold a picture's address until a script shows it.
var lazy = []string{"data-src", "data-lazy-src", "data-original", "data-lazy", "data-hi-res-src", "data-full-src", "data-image", "data-src-large", "data-orig-file"}

// imageAddress returns the address of a picture: the one that the saved page
// shows, or the one that a script would have put there.
func imageAddress(n *html.Node) string {
	src := strings.TrimSpace(attr(n, "src"))
	if src != "" && !placeholder(src) {
		return src
	}
	for _, key := range lazy {
		if s := strings.TrimSpace(attr(n, key)); s != "" && !strings.HasPrefix(s, "{") && !placeholder(s) {
			return s
		}
	}
	for _, key := range []string{"data-srcset", "srcset", "data-lazy-srcset"} {
		if s := largest(attr(n, key)); s != "" && !placeholder(s) {
			return s
		}
	}
	return ""
}

// placeholder reports whether an address is one of the tiny pictures that hold
// a place until the true one is loaded.
func placeholder(src string) bool {
	l := strings.ToLower(src)
	if strings.HasPrefix(l, "data:") {
		return len(src) < 400 || strings.HasPrefix(l, "data:image/svg+xml") && len(src) < 1000 && !strings.Contains(l, "path")
	}
	if strings.HasPrefix(l, "blob:") || strings.HasPrefix(l, "about:") {
		return true
	}
	name := l[strings.LastIndexByte(l, '/')+1:]
	for _, w := range []string{"placeholder", "spacer", "blank.gif", "blank.png", "transparent", "pixel.gif", "1x1", "lazyload", "loading.gif"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// largest returns the address with the greatest width or density in a srcset.
func largest(srcset string) string {
	best, most := "", -1.0
	rest := srcset
	for n := 0; n < 64; n++ {
		rest = strings.TrimLeft(rest, " \t\n\r\f,")
		if rest == "" {
			break
		}
		i := strings.IndexAny(rest, " \t\n\r\f")
		if i < 0 {
			i = len(rest)
		}
		address := rest[:i]
		rest = rest[i:]
		descriptor := ""
		if strings.HasSuffix(address, ",") {
			address = strings.TrimRight(address, ",")
		} else if j := strings.IndexByte(rest, ','); j >= 0 {
			descriptor, rest = rest[:j], rest[j+1:]
		} else {
			descriptor, rest = rest, ""
		}
		size := 1.0
		if d := strings.TrimSpace(descriptor); len(d) > 1 {
			if v, err := strconv.ParseFloat(d[:len(d)-1], 64); err == nil {
				size = v
			}
		}
		if size > most {
			best, most = address, size
		}
	}
	return best
}

// tiny reports whether a picture says itself that it is an icon or a counter's
// pixel.
func tiny(n *html.Node) bool {
	for _, key := range []string{"width", "height"} {
		if v, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(attr(n, key)), "px")); err == nil && v >= 0 && v <= 32 && attr(n, key) != "" {
			return true
		}
	}
	return strings.Contains(attr(n, "class"), "emoji") || strings.Contains(attr(n, "class"), "avatar") || strings.Contains(attr(n, "class"), "gravatar")
}

// noscriptImage returns the address of the picture in a noscript element, whose
// content is text to the parser.
func noscriptImage(n *html.Node) string {
	if n.FirstChild == nil || len(n.FirstChild.Data) > 1<<14 {
		return ""
	}
	z := html.NewTokenizer(strings.NewReader(n.FirstChild.Data))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.DataAtom == atom.Img {
				for _, a := range t.Attr {
					if a.Key == "src" {
						return strings.TrimSpace(a.Val)
					}
				}
			}
		}
	}
}

// figure converts a figure: a picture, table or listing with its caption.
func (f *flow) figure(n *html.Node) {
	c := f.c
	fig := &document.Figure{}
	var caption *html.Node
	each(n, func(e *html.Node) bool {
		if is(e, atom.Figcaption) && caption == nil {
			caption = e
		}
		return caption == nil && (e == n || !is(e, atom.Figure))
	})
	had := caption != nil && c.left[caption]
	if caption != nil {
		c.left[caption] = true
	}
	outer := c.captioned
	c.captioned = caption != nil && !had && textOf(caption) != ""
	ok := c.within(func() { fig.Blocks = c.nested(n) })
	c.captioned = outer
	if caption != nil && !had {
		delete(c.left, caption)
		fig.Caption = c.inlines(caption)
	}
	if !ok {
		f.children(n)
		return
	}
	fig.Blocks = unwrapFigures(fig.Blocks)
	if len(fig.Blocks) == 0 {
		switch {
		case len(fig.Caption) == 0:
		case c.piece != nil || !holdsPicture(n):
			f.add(&document.Paragraph{Content: fig.Caption}, n)
		default: // it speaks of what is not there
			c.captions = append(c.captions, caption)
		}
		return
	}
	if len(fig.Blocks) == 1 {
		switch b := fig.Blocks[0].(type) {
		case *document.Table:
			if len(b.Caption) == 0 {
				b.Caption = fig.Caption
			}
			f.add(b, n)
			return
		case *document.CodeBlock:
			if len(b.Caption) == 0 {
				b.Caption = fig.Caption
			}
			f.add(b, n)
			return
		case *document.Quote:
			if len(b.Attribution) == 0 {
				b.Attribution = fig.Caption
				trimDash(b.Attribution)
			}
			f.add(b, n)
			return
		}
	}
	if len(fig.Caption) == 0 && !holdsImage(fig.Blocks) { // a frame of its own
		f.blocks = append(f.blocks, fig.Blocks...)
		return
	}
	f.add(fig, n)
}

// unwrapFigures takes off figures that stand without a caption in another.
func unwrapFigures(blocks []document.Block) []document.Block {
	var out []document.Block
	for _, b := range blocks {
		if fig, ok := b.(*document.Figure); ok && len(fig.Caption) == 0 {
			out = append(out, fig.Blocks...)
			continue
		}
		out = append(out, b)
	}
	return out
}

func holdsImage(blocks []document.Block) bool {
	for _, b := range blocks {
		for n := range document.Nodes(b) {
			if _, ok := n.(*document.Image); ok {
				return true
			}
		}
	}
	return false
}

// holdsPicture reports whether an element would show a picture or a film.
func holdsPicture(n *html.Node) bool {
	found := false
	each(n, func(e *html.Node) bool {
		found = found || is(e, atom.Img, atom.Picture, atom.Video, atom.Iframe, atom.Svg, atom.Canvas, atom.Audio)
		return !found
	})
	return found
}
