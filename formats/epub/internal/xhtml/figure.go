package xhtml

import (
	"path"
	"strconv"
	"strings"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

func (f *file) figure(n *document.Figure, depth int) {
	f.ahead(n)
	f.open("figure", n, "")
	f.line()
	for _, b := range n.Blocks {
		f.block(b, depth)
	}
	if number := f.numbers.Of(n); number > 0 {
		f.b.WriteString("<figcaption>" + f.number(f.words.Figure, number))
		f.inlines(n.Caption, scope{})
		f.b.WriteString("</figcaption>\n")
	}
	f.close("figure")
}

// image writes a picture; one that cannot be shown leaves its alternative text.
func (f *file) image(n *document.Image) {
	traits := &f.book.Traits
	img, why := f.images.put(f.doc, n.Resource)
	if why != "" {
		f.found.Add(diag.Warning, "epub-image", n.Pos, "the picture %q %s; its description stands in its place", n.Resource, why)
		f.open("span", n, "missing")
		f.text(n.Alt, n)
		f.close("span")
		return
	}
	traits.Animated = traits.Animated || Animated(img.MediaType, img.Bytes)
	more := []attr{{"src", imageFolder + img.Name}}
	switch {
	case n.Decorative:
		more = append(more, attr{"alt", ""}, attr{"role", "presentation"})
	case saysNothing(n.Alt, n.Resource):
		traits.Images++
		traits.Unexplained++
		f.found.AddHint(diag.Warning, "epub-alternative-text", n.Pos, "say in words what it shows, or mark it as decorative", "the picture %q has no alternative text", n.Resource)
		more = append(more, attr{"alt", f.clean(n.Alt, n)})
	default:
		traits.Images++
		more = append(more, attr{"alt", f.clean(n.Alt, n)})
	}
	if n.Title != "" {
		more = append(more, attr{"title", f.clean(n.Title, n)})
	}
	if share := shareOf(n.Settings["width"]); share != "" {
		more = append(more, attr{"style", "width: " + share})
	}
	f.empty("img", n, "", more...)
}

// saysNothing reports whether a description does not describe: it is empty, a
// word for pictures in general, or the name of the file (WCAG 2.2, failure F30).
// Without its ending that name must have more than letters: "Lisbon" may well
// say what lisbon.jpg shows.
func saysNothing(alt, resource string) bool {
	alt = strings.ToLower(strings.Join(strings.Fields(alt), " "))
	switch strings.TrimRight(alt, ".:") {
	case "", "image", "picture", "photo", "figure", "img":
		return true
	}
	resource = strings.ToLower(resource)
	name := path.Base(resource)
	stem := strings.TrimSuffix(name, path.Ext(name))
	return alt == resource || alt == name || alt == stem && strings.ContainsAny(stem, "0123456789_-")
}

// shareOf returns a width that the author asks for where it is a share of the
// measure, such as "50%". Lengths mean nothing on a screen of unknown size.
func shareOf(width string) string {
	digits, ok := strings.CutSuffix(strings.TrimSpace(width), "%")
	if n, err := strconv.Atoi(digits); !ok || err != nil || n < 1 || n > 100 {
		return ""
	}
	return digits + "%"
}
